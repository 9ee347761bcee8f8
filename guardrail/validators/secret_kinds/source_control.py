"""Source control and package registries."""

from __future__ import annotations

import zlib

from guardrail.validators.secret_kinds.kind import LIKELY, REFUSED, SURE, SecretKind, beside, token
from guardrail.validators.secret_kinds.placeholders import has_letters_and_digits, is_placeholder

_BASE_62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def kinds() -> tuple[SecretKind, ...]:
    """The kinds of this family."""
    return (*_forges(), *_registries())


def _forges() -> tuple[SecretKind, ...]:
    return (
        SecretKind(
            name="github_token",
            title="GitHub token",
            format="ghp_, gho_, ghu_, ghs_ or ghr_ and 36 characters, the last six a base-62 CRC-32; github_pat_ and "
            "82",
            source="GitHub documentation, token expiration and prefixes; GitHub Engineering, behind GitHub's new "
            "token formats",
            patterns=(
                token("gh[oprsu]_[0-9A-Za-z]{36,255}"),
                token("github_pat_[0-9A-Za-z]{22}_[0-9A-Za-z]{59}"),
                beside("github", "[0-9a-f]{40}"),
            ),
            confirm=_github,
        ),
        SecretKind(
            name="gitlab_token",
            title="GitLab token",
            format="glpat-, gloas-, gldt-, glrt-, glcbt-, glptt-, glft-, glimt-, glagent-, glsoat-, glffct- and 20 "
            "characters and "
            "more; GR1348941 runner registration",
            source="GitLab documentation, token overview, token prefixes",
            patterns=(
                token("gl(?:pat|oas|dt|rt|rtr|ptt|ft|imt|agent|soat|ffct)-[0-9A-Za-z_.-]{20,300}"),
                token("glcbt-[0-9A-Za-z]{1,5}_[0-9A-Za-z_-]{20}"),
                token("GR1348941[0-9A-Za-z_-]{20}"),
            ),
        ),
        SecretKind(
            name="atlassian_token",
            title="Atlassian or Bitbucket token",
            format="ATATT3, ATCTT3, ATSTT3, ATBB, BBDC- and their bodies",
            source="Atlassian Support, API tokens; Bitbucket Cloud app passwords and access tokens",
            patterns=(
                token("AT(?:ATT|CTT|STT)3[0-9A-Za-z_=-]{60,255}"),
                token("ATBB[0-9A-Za-z_=.-]{28,40}"),
                token("BBDC-[0-9A-Za-z+/@_-]{40,50}"),
            ),
        ),
    )


def _registries() -> tuple[SecretKind, ...]:
    return (
        SecretKind(
            name="npm_token",
            title="npm token",
            format="npm_ and 36 characters, the last six a base-62 CRC-32; a UUID behind `_authToken`",
            source="GitHub changelog, npm has a new access token format; npm documentation, access tokens",
            patterns=(
                token("npm_[0-9A-Za-z]{36}"),
                "_authToken[ \\t]{0,3}=[ \\t]{0,3}([0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12})",
            ),
        ),
        SecretKind(
            name="pypi_token",
            title="PyPI token",
            format="pypi- and a macaroon in base 64 that begins AgEIcHlwaS5vcmc or AgENdGVzdC5weXBpLm9yZw",
            source="PyPI help, API tokens; pypitoken macaroon format",
            patterns=(token("pypi-AgE[0-9A-Za-z_-]{50,}"),),
        ),
        SecretKind(
            name="rubygems_token",
            title="RubyGems API key",
            format="rubygems_ and 48 hexadecimal digits",
            source="RubyGems guides, API key scopes",
            patterns=(token("rubygems_[0-9a-f]{48}"),),
        ),
        SecretKind(
            name="nuget_key",
            title="NuGet API key",
            format="oy2 and 43 characters of lower-case base 32",
            source="Microsoft Learn, publishing packages to nuget.org",
            patterns=(token("oy2[0-9a-z]{43}"),),
        ),
        SecretKind(
            name="docker_token",
            title="Docker Hub token",
            format="dckr_pat_ and 27 characters, dckr_oat_ and 32",
            source="Docker documentation, personal access tokens",
            patterns=(token("dckr_pat_[0-9A-Za-z_-]{27}"), token("dckr_oat_[0-9A-Za-z_-]{32}")),
        ),
        SecretKind(
            name="artifactory_token",
            title="Artifactory API key or password",
            format="AKC and 10 characters and more, or AP and a hexadecimal digit, behind a blank, quote or "
            "assignment; reference "
            "tokens that begin cmVmdGtuOj",
            source="JFrog documentation, user profile API key; reference tokens",
            patterns=(
                "(?<![0-9A-Za-z_.+/-])AKC[0-9A-Za-z]{10,}(?![0-9A-Za-z_-])",
                "(?<![0-9A-Za-z_.+/-])AP[0-9A-F][0-9A-Za-z]{8,}(?![0-9A-Za-z_-])",
                token("cmVmdGtuOj[0-9A-Za-z+/=]{50,60}"),
            ),
            confirm=_artifactory,
        ),
    )


def has_checksum(value: str) -> bool:
    """Whether the last six characters are the base-62 CRC-32 of the body behind the prefix.

    >>> has_checksum("ghp_000000000000000000000000000000" + "2A1wKo")
    False
    """
    body, check = value.partition("_")[2][:-6], value[-6:]
    number, spelled = zlib.crc32(body.encode("ascii")), ""
    while number:
        number, place = divmod(number, 62)
        spelled = _BASE_62[place] + spelled
    return spelled.rjust(6, "0") == check


def _github(value: str, before: str) -> float:
    """A false checksum lowers the confidence only: prefix and length are telling enough."""
    if is_placeholder(value):
        return REFUSED
    if not value.startswith(("gh", "github_")):
        return REFUSED if any(word in before for word in ("commit", "sha", "tree", "blob", "/")) else LIKELY
    return SURE if value.startswith("github_") or has_checksum(value) else LIKELY + 0.1


def _artifactory(value: str, before: str) -> float:
    if is_placeholder(value) or not has_letters_and_digits(value[3:]):
        return REFUSED
    both_cases = value[3:].lower() != value[3:] and value[3:].upper() != value[3:]
    return SURE - 0.1 if len(value) >= 20 and both_cases else LIKELY - 0.2 if both_cases else REFUSED
