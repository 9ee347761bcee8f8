"""Cloud providers."""

from __future__ import annotations

import re

from guardrail.validators.secret_kinds.kind import LIKELY, REFUSED, SURE, SecretKind, beside, token
from guardrail.validators.secret_kinds.placeholders import entropy, has_letters_and_digits, is_placeholder

_HEX = "[0-9a-fA-F]"
_UUID = f"{_HEX}{{8}}-{_HEX}{{4}}-{_HEX}{{4}}-{_HEX}{{4}}-{_HEX}{{12}}"
_NAME = "[ \\t\"'`_:.=\\w-]{0,24}"


def kinds() -> tuple[SecretKind, ...]:
    """The kinds of this family."""
    return (*_amazon(), *_google(), *_microsoft(), *_others())


def _amazon() -> tuple[SecretKind, ...]:
    secret = "[0-9A-Za-z/+]{40}"
    return (
        SecretKind(
            name="aws_access_key",
            title="AWS access key id",
            format="AKIA, ASIA, ABIA or ACCA and 16 characters of base 32",
            source="AWS Identity and Access Management User Guide, IAM identifiers, unique ids",
            patterns=(
                token("(?:AKIA|ASIA|ABIA|ACCA|A3T[0-9A-Z])[0-9A-Z]{16}"),
                token("ABSK[0-9A-Za-z+/]{109,269}={0,2}"),
            ),
        ),
        SecretKind(
            name="aws_secret_key",
            title="AWS secret access key",
            format="40 characters of base 64 beside a name such as `aws_secret_access_key` or behind an access key id",
            source="AWS Identity and Access Management User Guide, managing access keys",
            patterns=(
                beside(f"(?:aws|amazon){_NAME}(?:secret|key|pw|password|token)", f"{secret}(?![/+=])"),
                beside("secret_?access_?key|secretkey|secret_key", f"{secret}(?![/+=])"),
                f"(?:AKIA|ASIA)[0-9A-Z]{{16}}[^0-9A-Za-z/+]{{1,12}}({secret})(?![0-9A-Za-z/+=])",
            ),
            confirm=_mixed,
        ),
    )


def _google() -> tuple[SecretKind, ...]:
    return (
        SecretKind(
            name="google_api_key",
            title="Google API key",
            format="AIza and 35 characters",
            source="Google Cloud documentation, API keys overview",
            patterns=(token("AIza[0-9A-Za-z_-]{35}"),),
        ),
        SecretKind(
            name="google_oauth",
            title="Google OAuth client secret or access token",
            format="GOCSPX- and 28 characters; ya29. and more; 1// refresh tokens",
            source="Google Identity documentation, using OAuth 2.0",
            patterns=(
                token("GOCSPX-[0-9A-Za-z_-]{28}"),
                token("ya29\\.[0-9A-Za-z_-]{20,}"),
                "(?<![0-9A-Za-z/:])1//0[0-9A-Za-z_-]{40,}(?![0-9A-Za-z_-])",
            ),
        ),
        SecretKind(
            name="gcp_service_account",
            title="Google Cloud service account key",
            format="JSON with `type` `service_account` and a `private_key_id` of 40 hexadecimal digits",
            source="Google Cloud documentation, creating service account keys",
            patterns=(f'"private_key_id"[ \\t]{{0,3}}:[ \\t]{{0,3}}"({_HEX}{{40}})"',),
        ),
    )


def _microsoft() -> tuple[SecretKind, ...]:
    return (
        SecretKind(
            name="azure_storage_key",
            title="Azure storage or service key",
            format="88 characters of base 64 that end in == behind AccountKey, SharedAccessKey or a key's name",
            source="Microsoft Learn, Azure Storage connection strings; Azure Service Bus authentication",
            patterns=(
                beside(
                    "AccountKey|SharedAccessKey|SharedSecret|primaryKey|secondaryKey|storage_?key|access_?key",
                    "(?:[0-9A-Za-z+/]{43}=|[0-9A-Za-z+/]{86}==)(?![/+=])",
                ),
            ),
        ),
        SecretKind(
            name="azure_sas",
            title="Azure shared access signature",
            format="a query string with `sig=` and a URL-encoded signature of 32 bytes beside `se=`, `sv=` or `skn=`",
            source="Microsoft Learn, create a service SAS; Service Bus access control with shared access signatures",
            patterns=("(?<=[?&;])sig=([0-9A-Za-z%+/]{43,65}(?:%3[dD]|=))",),
        ),
        SecretKind(
            name="azure_client_secret",
            title="Microsoft Entra client secret",
            format="40 characters with Q~ in fifth place",
            source="Microsoft Learn, application credentials; Microsoft Purview sensitive information type definitions",
            patterns=("(?<![0-9A-Za-z_.~-])[0-9A-Za-z_.~-]{3}[0-9]Q~[0-9A-Za-z_.~-]{31,34}(?![0-9A-Za-z_.~-])",),
        ),
    )


def _others() -> tuple[SecretKind, ...]:
    return (
        SecretKind(
            name="alibaba_key",
            title="Alibaba Cloud access key id",
            format="LTAI and 12 to 20 characters",
            source="Alibaba Cloud RAM documentation, AccessKey pairs",
            patterns=(token("LTAI[0-9A-Za-z]{12,20}"),),
            confirm=lambda value, before: (
                REFUSED if is_placeholder(value) or not has_letters_and_digits(value) else SURE
            ),
        ),
        SecretKind(
            name="digitalocean_token",
            title="DigitalOcean token",
            format="dop_v1_, doo_v1_ or dor_v1_ and 64 hexadecimal digits",
            source="DigitalOcean documentation, personal access tokens",
            patterns=(token("do[opr]_v1_[0-9a-f]{64}"),),
        ),
        SecretKind(
            name="heroku_key",
            title="Heroku API key",
            format="HRKU- and more, or a UUID beside `heroku`",
            source="Heroku Dev Center, authentication; platform API OAuth tokens",
            patterns=(
                token("HRKU-[0-9A-Za-z_-]{36,64}"),
                beside("heroku", f"{_UUID}(?!-)"),
            ),
        ),
        SecretKind(
            name="cloudflare_token",
            title="Cloudflare API token or key",
            format="v1.0- origin CA keys; 40 characters, or 37 hexadecimal digits, beside `cloudflare` or `X-Auth-Key`",
            source="Cloudflare API documentation, API tokens and keys",
            patterns=(
                token("v1\\.0-[0-9a-f]{24}-[0-9a-f]{146}"),
                token("cf(?:k|ut|at)_[0-9A-Za-z]{40}[0-9a-f]{8}"),
                beside("cloudflare|cf_api|x-auth-key", "(?:[0-9a-f]{37}|[0-9A-Za-z_-]{40})"),
            ),
            confirm=_random_or_prefixed,
        ),
        SecretKind(
            name="ibm_cloud_key",
            title="IBM Cloud API key",
            format="44 characters beside `ibm` or `bluemix`",
            source="IBM Cloud documentation, managing user API keys",
            patterns=(beside("ibm|bluemix|softlayer", "(?:[0-9A-Za-z_-]{44}|[0-9a-f]{64})"),),
            confirm=_random,
        ),
    )


def _mixed(value: str, before: str) -> float:
    """Letters of both cases, digits, and the randomness of 30 bytes: no path and no hash."""
    kinds_present = all(re.search(part, value) for part in ("[a-z]", "[A-Z]", "[0-9]"))
    return LIKELY + 0.15 if kinds_present and entropy(value) >= 4.0 and not is_placeholder(value) else REFUSED


def _random(value: str, before: str) -> float:
    real = has_letters_and_digits(value) and entropy(value) >= 3.2 and not is_placeholder(value)
    return LIKELY if real else REFUSED


def _random_or_prefixed(value: str, before: str) -> float:
    if value.startswith(("v1.0-", "cfk_", "cfut_", "cfat_")):
        return SURE
    return _random(value, before)
