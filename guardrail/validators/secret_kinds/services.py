"""Services for documents, design, customers and social media."""

from __future__ import annotations

from guardrail.validators.secret_kinds.kind import LIKELY, REFUSED, SURE, SecretKind, beside, token
from guardrail.validators.secret_kinds.placeholders import entropy, has_letters_and_digits, is_placeholder

_NAME = "[ \\t\"'`_:.=\\w-]{0,24}"


def kinds() -> tuple[SecretKind, ...]:
    """The kinds of this family."""
    return (*_documents_and_design(), *_social_media_and_maps(), _others())


def _documents_and_design() -> tuple[SecretKind, ...]:
    return (
        SecretKind(
            name="notion_token",
            title="Notion token",
            format="ntn_ and 46 characters; secret_ and 43 letters and digits",
            source="Notion developer documentation, authorization; changelog of September 2024",
            patterns=(token("ntn_[0-9A-Za-z]{40,50}"), token("secret_[0-9A-Za-z]{43}")),
        ),
        SecretKind(
            name="linear_key",
            title="Linear API key",
            format="lin_api_ and 40 letters and digits; lin_oauth_, lin_wh_",
            source="Linear developer documentation, API keys",
            patterns=(token("lin_(?:api|oauth|wh)_[0-9A-Za-z]{32,64}"),),
        ),
        SecretKind(
            name="figma_token",
            title="Figma token",
            format="figd_, figo_ and some 40 characters; figh_, figu_",
            source="Figma developer documentation, personal access tokens",
            patterns=(token("fig[dhoru]_[0-9A-Za-z_-]{40,200}"),),
        ),
        SecretKind(
            name="airtable_token",
            title="Airtable token",
            format="pat, 14 characters, dot, 64 hexadecimal digits; key and 14 characters beside `airtable`",
            source="Airtable Web API documentation, authentication",
            patterns=(
                token("pat[0-9A-Za-z]{14}\\.[0-9a-f]{64}"),
                beside("airtable", "key[0-9A-Za-z]{14}"),
            ),
        ),
        SecretKind(
            name="postman_key",
            title="Postman API key",
            format="PMAK-, 24 hexadecimal digits, dash, 34; PMAT-",
            source="Postman Learning Center, Postman API authentication",
            patterns=(token("PMAK-[0-9a-f]{24}-[0-9a-f]{34}"), token("PMAT-[0-9A-Z]{26}")),
        ),
        SecretKind(
            name="dropbox_token",
            title="Dropbox token",
            format="sl. and 130 characters and more",
            source="Dropbox OAuth guide",
            patterns=(token("sl\\.(?:u\\.)?[0-9A-Za-z_=-]{60,}"),),
        ),
    )


def _social_media_and_maps() -> tuple[SecretKind, ...]:
    return (
        SecretKind(
            name="facebook_token",
            title="Facebook token",
            format="EAA and 90 characters and more; 15 or 16 digits, |, 27 characters; 32 hexadecimal digits beside "
            "`facebook`",
            source="Meta for Developers, access tokens",
            patterns=(
                token("EAA[A-Z][0-9A-Za-z]{80,250}"),
                "(?<![0-9])[0-9]{15,16}(?:\\||%7[cC])[0-9A-Za-z_-]{27,40}(?![0-9A-Za-z_-])",
                beside(f"(?:facebook|fb_app){_NAME}(?:secret|key|token)", "[0-9a-f]{32}"),
            ),
        ),
        SecretKind(
            name="twitter_token",
            title="X (Twitter) bearer token",
            format="some 20 times A and a URL-encoded body",
            source="X developer platform, app-only bearer tokens",
            patterns=(token("A{20,22}[0-9A-Za-z%]{60,120}"),),
        ),
        SecretKind(
            name="mapbox_token",
            title="Mapbox token",
            format="sk. or pk. and the base 64 of JSON with `u` and `a`, dot, 22 characters",
            source="Mapbox documentation, access tokens",
            patterns=(token("[sp]k\\.eyJ[0-9A-Za-z_-]{40,160}\\.[0-9A-Za-z_-]{20,24}"),),
        ),
    )


def _others() -> SecretKind:
    return SecretKind(
        name="service_token",
        title="token of another service",
        format="HubSpot pat-na1-, Typeform tfp_, Contentful CFPAT-, Frame.io fio-u-, ReadMe rdme_, Duffel "
        "duffel_live_, Clojars, "
        "Intra42 s-s4t2ud-, SettleMint sm_pat_, Zoho 1000., Cloudinary cloudinary://, Segment sgp_, Asana, "
        "Algolia beside its name",
        source="the services' developer documentation, authentication",
        patterns=(
            token("pat-(?:na|eu|ap)[0-9]-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"),
            token("tfp_[0-9A-Za-z_.=-]{40,60}"),
            token("CFPAT-[0-9A-Za-z_-]{43}"),
            token("fio-u-[0-9A-Za-z_=-]{64}"),
            token("rdme_[0-9a-z]{70}"),
            token("duffel_(?:test|live)_[0-9A-Za-z_=-]{43}"),
            token("CLOJARS_[0-9a-z]{60}"),
            token("s-s4t2(?:ud|af)-[0-9a-f]{64}"),
            token("sm_(?:pat|aat|sat)_[0-9A-Za-z]{16}"),
            token("1000\\.[0-9a-f]{32}\\.[0-9a-f]{32}"),
            "cloudinary://[0-9]{10,18}:[0-9A-Za-z_-]{20,40}@[0-9A-Za-z]{2,40}",
            beside("algolia", "[0-9a-f]{32}"),
            beside(
                f"(?:asana|cohere|mistral|linkedin|zendesk|pagerduty|fastly|snyk){_NAME}(?:key|token|secret)",
                "[0-9A-Za-z_-]{20,64}",
            ),
        ),
        confirm=_other,
    )


def _other(value: str, before: str) -> float:
    if is_placeholder(value) or not has_letters_and_digits(value) or entropy(value) < 3:
        return REFUSED
    return SURE - 0.1 if any(mark in value for mark in "_-.:") else LIKELY
