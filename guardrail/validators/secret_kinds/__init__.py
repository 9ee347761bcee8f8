"""The kinds of secrets that `secrets` knows: one file a family, imported only when a kind of it is asked for."""

from __future__ import annotations

import importlib
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guardrail.validators.secret_kinds.kind import SecretKind

FAMILIES: dict[str, tuple[str, ...]] = {
    "cloud": (
        "aws_access_key", "aws_secret_key", "google_api_key", "google_oauth", "gcp_service_account",
        "azure_storage_key",
        "azure_sas", "azure_client_secret", "alibaba_key", "digitalocean_token", "heroku_key", "cloudflare_token",
        "ibm_cloud_key",
    ),
    "source_control": (
        "github_token", "gitlab_token", "atlassian_token", "npm_token", "pypi_token", "rubygems_token", "nuget_key",
        "docker_token", "artifactory_token",
    ),
    "messaging": (
        "slack_token", "slack_webhook", "discord_token", "telegram_token", "teams_webhook", "twilio_key",
        "sendgrid_key",
        "mailgun_key", "mailchimp_key", "mail_service_key",
    ),
    "payments": ("stripe_key", "square_token", "braintree_token", "shopify_token", "payment_service_key"),
    "models": ("openai_key", "anthropic_key", "huggingface_token", "model_provider_key"),
    "infrastructure": (
        "vault_token", "terraform_token", "doppler_token", "age_key", "databricks_token", "grafana_token",
        "newrelic_key",
        "datadog_key", "sentry_token", "dynatrace_token", "okta_token", "deployment_token",
    ),
    "services": (
        "notion_token", "linear_key", "figma_token", "airtable_token", "postman_key", "dropbox_token", "facebook_token",
        "twitter_token", "mapbox_token", "service_token",
    ),
    "generic": ("generic_api_key", "high_entropy"),
    "private_key": ("private_key",),
    "jwt": ("jwt",),
    "password": ("password",),
}  # fmt: skip
"""The kinds by the module of this package that defines them, so that names are known without importing any."""

API_KEY = "api_key"
_OUTSIDE_UMBRELLA = ("high_entropy", "private_key", "jwt", "password")
DEFAULT_KINDS = (API_KEY, "private_key", "jwt", "password")
"""What `secrets()` without kinds looks for: all but `high_entropy`, which hashes and identifiers resemble."""


def names() -> tuple[str, ...]:
    """Every kind's name, and the umbrella `api_key` first."""
    return (API_KEY, *(name for family in FAMILIES.values() for name in family))


def expand(chosen: tuple[str, ...]) -> tuple[str, ...]:
    """The kinds meant by these names: none means the default set, `api_key` every provider's.

    >>> expand(("jwt", "private_key", "jwt"))
    ('jwt', 'private_key')
    """
    providers = tuple(name for family in FAMILIES.values() for name in family if name not in _OUTSIDE_UMBRELLA)
    spread = (n for name in chosen or DEFAULT_KINDS for n in (providers if name == API_KEY else (name,)))
    return tuple(dict.fromkeys(spread))


def find(name: str) -> SecretKind:
    """The kind of that name; raises `KeyError` for an unknown one."""
    family = next((family for family, members in FAMILIES.items() if name in members), None)
    if family is None:
        raise KeyError(name)
    return next(kind for kind in _load(family) if kind.name == name)


def all_kinds() -> tuple[SecretKind, ...]:
    """Every kind, for the reference; imports all families."""
    return tuple(kind for family in FAMILIES for kind in _load(family))


@cache
def _load(family: str) -> tuple[SecretKind, ...]:
    module = importlib.import_module(f"{__name__}.{family}")
    kinds: tuple[SecretKind, ...] = module.kinds()
    return kinds
