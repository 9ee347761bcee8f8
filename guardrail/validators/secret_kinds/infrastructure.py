"""Secret stores, monitoring, deployment."""

from __future__ import annotations

from guardrail.validators.secret_kinds.kind import LIKELY, REFUSED, SURE, SecretKind, beside, token
from guardrail.validators.secret_kinds.placeholders import entropy, has_letters_and_digits, is_placeholder


def kinds() -> tuple[SecretKind, ...]:
    """The kinds of this family."""
    return (*_stores(), *_monitoring(), *_deployment())


def _stores() -> tuple[SecretKind, ...]:
    return (
        SecretKind(
            name="vault_token",
            title="HashiCorp Vault token",
            format="hvs., hvb. or hvr. and 24 characters and more; before 1.10 s., b. or r. and 24",
            source="HashiCorp Vault documentation, tokens, token prefixes",
            patterns=(
                token("hv[brs]\\.[0-9A-Za-z_-]{24,300}"),
                "(?<![0-9A-Za-z_.)\\]])s\\.[0-9A-Za-z]{24}(?![0-9A-Za-z_.(-])",
            ),
            confirm=_vault,
        ),
        SecretKind(
            name="terraform_token",
            title="HCP Terraform token",
            format="14 characters, .atlasv1., 60 characters and more",
            source="HashiCorp Terraform documentation, API tokens",
            patterns=(token("[0-9A-Za-z]{14}\\.(?i:atlasv1)\\.[0-9A-Za-z_=-]{60,70}"),),
        ),
        SecretKind(
            name="doppler_token",
            title="Doppler token",
            format="dp.pt., dp.st., dp.ct., dp.sa., dp.scim. or dp.audit. and 40 to 44 characters",
            source="Doppler documentation, auth token formats",
            patterns=(token("dp\\.(?:pt|st|ct|sa|scim|audit|said)\\.(?:[0-9a-z_-]{2,35}\\.)?[0-9A-Za-z]{40,44}"),),
        ),
        SecretKind(
            name="age_key",
            title="age secret key",
            format="AGE-SECRET-KEY-1 and 58 characters of Bech32; AGE-PLUGIN-",
            source="C2SP age specification, X25519 identities",
            patterns=(token("AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}"),),
        ),
    )


def _monitoring() -> tuple[SecretKind, ...]:
    return (
        SecretKind(
            name="databricks_token",
            title="Databricks token",
            format="dapi and 32 hexadecimal digits; dose, dkea and the like",
            source="Databricks documentation, personal access token authentication",
            patterns=(token("(?:dapi|dose|dkea|dsapi)[0-9a-f]{32}(?:-[0-9])?"),),
        ),
        SecretKind(
            name="grafana_token",
            title="Grafana token",
            format="glsa_, 32 characters, _, 8 hexadecimal digits; glc_; eyJrIjoi API keys",
            source="Grafana documentation, service accounts; Grafana Cloud access policies",
            patterns=(
                token("glsa_[0-9A-Za-z]{32}_[0-9A-Fa-f]{8}"),
                token("glc_[0-9A-Za-z+/]{32,400}={0,2}"),
                token("eyJrIjoi[0-9A-Za-z]{60,400}={0,2}"),
            ),
        ),
        SecretKind(
            name="newrelic_key",
            title="New Relic key",
            format="NRAK- and 27 characters; NRJS-, NRII-, NRAA-, NRRA-; licence keys that end in NRAL",
            source="New Relic documentation, API keys",
            patterns=(
                token("NRAK-[0-9A-Z]{27}"),
                token("NR(?:JS|BR)-[0-9a-f]{19}"),
                token("NR(?:II|IQ)-[0-9A-Za-z_-]{32}"),
                token("NR(?:AA|RA|SP)-[0-9a-fA-F]{27,42}"),
                token("(?:eu01xx)?[0-9a-f]{30,36}NRAL"),
            ),
        ),
        SecretKind(
            name="datadog_key",
            title="Datadog key",
            format="32 hexadecimal digits (API) or 40 (application) beside `datadog` or `dd_`; ddapi_, ddapp_",
            source="Datadog documentation, API and application keys",
            patterns=(
                token("dda(?:pi|pp)_[0-9A-Za-z]{34,40}"),
                beside("datadog|dd[_-](?:api|app)|dd-api-key", "(?:[0-9a-f]{40}|[0-9a-f]{32})"),
            ),
        ),
        SecretKind(
            name="sentry_token",
            title="Sentry token",
            format="sntrys_ and base 64 that begins eyJ, sntryu_ and 64 hexadecimal digits",
            source="Sentry documentation, auth tokens; RFC 0091 of the project",
            patterns=(token("sntrys_eyJ[0-9A-Za-z+/=_-]{40,400}"), token("sntryu_[0-9a-f]{64}")),
        ),
        SecretKind(
            name="dynatrace_token",
            title="Dynatrace token",
            format="dt0c01. (and other two-digit types), 24 characters, dot, 64 characters",
            source="Dynatrace documentation, access tokens, token format",
            patterns=(token("dt0[a-z][0-9]{2}\\.[0-9A-Z]{24}\\.[0-9A-Z]{64}"),),
        ),
        SecretKind(
            name="okta_token",
            title="Okta API token",
            format="00 and 40 characters beside `okta` or `SSWS`",
            source="Okta documentation, create an API token",
            patterns=(beside("okta|ssws", "00[0-9A-Za-z_-]{40}"),),
        ),
    )


def _deployment() -> tuple[SecretKind, ...]:
    return (
        SecretKind(
            name="deployment_token",
            title="token of a build or deployment service",
            format="Pulumi pul-, PlanetScale pscale_, Fly.io FlyV1 fm2_, Netlify nfp_, Buildkite bkua_, CircleCI "
            "CCIPAT_, "
            "LaunchDarkly, Sourcegraph sgp_, Prefect pnu_, Supabase sbp_, Snyk, SonarQube sqp_, Tailscale tskey-, "
            "Octopus API-, "
            "Scalingo tk-us-, Infracost ico-, OpenShift sha256~, Vercel vcp_, Railway, Render rnd_",
            source="the services' documentation, access tokens",
            patterns=(
                token("pul-[0-9a-f]{40}"),
                token("pscale_(?:tkn|pw|oauth)_[0-9A-Za-z_=.-]{32,64}"),
                token("fm[12][a-z]?_[0-9A-Za-z+/]{100,}={0,3}"),
                token("nf[pcoub]_[0-9A-Za-z]{36}"),
                token("bk(?:ua|aj|agent)_[0-9a-f]{40}"),
                token("CCIPAT_[0-9A-Za-z]{22}_[0-9a-f]{40}"),
                token("(?:api|sdk|mob)-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}"),
                token("sgp_(?:[0-9a-f]{16}_|local_)?[0-9a-f]{40}"),
                token("pn[ub]_[0-9A-Za-z]{36}"),
                token("sb(?:p|_secret)_[0-9A-Za-z_-]{31,64}"),
                token("sq[pua]_[0-9a-f]{40}"),
                token("tskey-(?:auth|api|client|scim|webhook)-[0-9A-Za-z]{8,24}-[0-9A-Za-z]{20,48}"),
                token("API-[0-9A-Z]{26,32}"),
                token("tk-us-[0-9A-Za-z_-]{48}"),
                token("ico-[0-9A-Za-z]{32}"),
                token("sha256~[0-9A-Za-z_-]{43}"),
                token("vc[kpiar]_[0-9A-Za-z]{24,60}"),
                token("rnd_[0-9A-Za-z]{28,34}"),
            ),
            confirm=lambda value, before: REFUSED if is_placeholder(value) or entropy(value) < 3 else SURE - 0.1,
        ),
    )


def _vault(value: str, before: str) -> float:
    if is_placeholder(value) or not has_letters_and_digits(value[2:]):
        return REFUSED
    return SURE if value.startswith("hv") else LIKELY if entropy(value) >= 3.5 else REFUSED
