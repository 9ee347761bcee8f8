"""`secrets` on tokens made here, so that no file of the repository holds one."""

from __future__ import annotations

import random
import string
import zlib
from functools import cache

import pytest

from guardrail.text.scanner.scanner import SharedScanner, build_scanner
from guardrail.text.subject import Piece
from guardrail.validators import secret_kinds
from guardrail.validators.contract import Arguments, Check, Match
from guardrail.validators.secrets import VALIDATOR

BASE_62 = string.digits + string.ascii_uppercase + string.ascii_lowercase
HEX = "0123456789abcdef"
BECH_32 = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L"
UPPER = string.ascii_uppercase + string.digits


@cache
def bound(kinds: tuple[str, ...]) -> tuple[Check, SharedScanner]:
    check = VALIDATOR.bind(Arguments({"kinds": kinds}))
    assert check.request is not None
    return check, build_scanner([check.request])


def found_in(kinds: tuple[str, ...], text: str) -> tuple[Match, ...]:
    check, scanner = bound(kinds)
    piece = Piece(text)
    hits = scanner.scan(piece)
    return check.judge(hits[0], piece).matches if hits and hits[0] else ()


def made(recipe: str) -> str:
    """`npm_{36}` with 36 letters and digits; `h` hexadecimal, `u` upper, `d` digits, `l` lower case, `b` Bech32."""
    chance = random.Random(recipe)
    alphabets = {
        "": BASE_62,
        "h": HEX,
        "u": UPPER,
        "d": string.digits,
        "l": string.ascii_lowercase + string.digits,
        "b": BECH_32,
    }
    out, rest = "", recipe
    while rest:
        text, _, rest = rest.partition("{")
        size, _, rest = rest.partition("}") if rest else ("", "", "")
        letters = alphabets[size.lstrip(string.digits)] if size else ""
        count = int(size.rstrip(string.ascii_lowercase)) if size else 0
        out += text + "".join(chance.choice(letters) for _ in range(count))
    return out


MADE = {
    "aws_access_key": ["AKIA{16u}", "ASIA{16u}"],
    "google_api_key": ["AIza{35}"],
    "google_oauth": ["GOCSPX-{28}", "ya29.{60}"],
    "azure_client_secret": ["{3}8Q~{34}"],
    "alibaba_key": ["LTAI5t{18}"],
    "digitalocean_token": ["dop_v1_{64h}"],
    "heroku_key": ["HRKU-{40}"],
    "cloudflare_token": ["v1.0-{24h}-{146h}"],
    "github_token": ["ghp_{36}", "gho_{36}", "github_pat_{22}_{59}"],
    "gitlab_token": ["glpat-{20}", "gldt-{20}", "GR1348941{20}"],
    "atlassian_token": ["ATATT3{180}", "ATBB{32}"],
    "npm_token": ["npm_{36}"],
    "pypi_token": ["pypi-AgEIcHlwaS5vcmc{120}"],
    "rubygems_token": ["rubygems_{48h}"],
    "nuget_key": ["oy2{43l}"],
    "docker_token": ["dckr_pat_{27}"],
    "artifactory_token": ["AKCp{69}"],
    "slack_token": ["xoxb-{12d}-{12d}-{24}", "xoxp-{11d}-{11d}-{12d}-{32h}", "xapp-1-A{10u}-{13d}-{64h}"],
    "slack_webhook": ["https://hooks.slack.com/services/T{8u}/B{8u}/{24}"],
    "discord_token": ["https://discord.com/api/webhooks/{18d}/{68}"],
    "telegram_token": ["{9d}:AA{33}"],
    "teams_webhook": ["https://acme.webhook.office.com/webhookb2/{36l}@{36l}/IncomingWebhook/{32h}/{36l}"],
    "twilio_key": ["SK{32h}", "AC{32h}"],
    "sendgrid_key": ["SG.{22}.{43}"],
    "mailgun_key": ["key-{32h}", "{32h}-{8h}-{8h}"],
    "mailchimp_key": ["{32h}-us12"],
    "mail_service_key": ["xkeysib-{64h}-{16}", "re_{8}_{24}"],
    "stripe_key": ["sk_live_{24}", "rk_live_{99}", "sk_test_{24}", "whsec_{32}"],
    "square_token": ["sq0atp-{22}", "sq0csp-{43}"],
    "braintree_token": ["access_token$production${16l}${32h}"],
    "shopify_token": ["shpat_{32h}", "shpss_{32h}"],
    "payment_service_key": ["rzp_live_{14}", "shippo_live_{40h}"],
    "openai_key": ["sk-{20}T3BlbkFJ{20}", "sk-proj-{80}", "sk-svcacct-{60}"],
    "anthropic_key": ["sk-ant-api03-{93}AA", "sk-ant-admin01-{90}"],
    "huggingface_token": ["hf_{34}"],
    "model_provider_key": ["gsk_{52}", "r8_{37}", "sk-or-v1-{64h}", "nvapi-{64}"],
    "vault_token": ["hvs.{90}", "hvb.{138}", "s.{24}"],
    "terraform_token": ["{14}.atlasv1.{67}"],
    "doppler_token": ["dp.pt.{43}", "dp.st.dev.{43}"],
    "age_key": ["AGE-SECRET-KEY-1{58b}"],
    "databricks_token": ["dapi{32h}", "dapi{32h}-2"],
    "grafana_token": ["glsa_{32}_{8h}", "glc_{80}"],
    "newrelic_key": ["NRAK-{27u}", "{36h}NRAL"],
    "sentry_token": ["sntrys_eyJ{120}", "sntryu_{64h}"],
    "dynatrace_token": ["dt0c01.{24u}.{64u}"],
    "deployment_token": ["pul-{40h}", "CCIPAT_{22}_{40h}", "sgp_{40h}", "tskey-auth-{11}-{32}"],
    "notion_token": ["ntn_{46}", "secret_{43}"],
    "linear_key": ["lin_api_{40}"],
    "figma_token": ["figd_{40}"],
    "airtable_token": ["pat{14}.{64h}"],
    "postman_key": ["PMAK-{24h}-{34h}"],
    "dropbox_token": ["sl.{135}"],
    "facebook_token": ["EAAC{150}"],
    "twitter_token": ["AAAAAAAAAAAAAAAAAAAAA{90}"],
    "mapbox_token": ["sk.eyJ{80}.{22}"],
    "service_token": ["pat-na1-{8h}-{4h}-{4h}-{4h}-{12h}", "CFPAT-{43}"],
}
BESIDE = {
    "aws_secret_key": ["aws_secret_access_key = {}", 'AWS_SECRET_ACCESS_KEY="{}"', '"SecretAccessKey": "{}"'],
    "azure_storage_key": ["AccountName=acme;AccountKey={}==;EndpointSuffix=core.windows.net"],
    "azure_sas": ["https://acme.blob.core.windows.net/c?sv=2022-11-02&sig={}%3D&se=2030"],
    "gcp_service_account": ['{{"type": "service_account", "private_key_id": "{}"}}'],
    "ibm_cloud_key": ["IBM_CLOUD_API_KEY={}"],
    "datadog_key": ["DD_API_KEY={}", "datadog key: {}"],
    "okta_token": ["Authorization: SSWS {}"],
    "generic_api_key": ["api_key: '{}'", "X-Api-Key: {}", "client_secret={}", "the api key is {}", "Bearer {}"],
}
SHAPES = {
    "azure_storage_key": "{86}",
    "azure_sas": "{43}",
    "gcp_service_account": "{40h}",
    "ibm_cloud_key": "{44}",
    "datadog_key": "{32h}",
    "okta_token": "00{40}",
}


@pytest.mark.parametrize(("kind", "recipe"), [(kind, recipe) for kind, all_ in MADE.items() for recipe in all_])
def test_a_made_token_is_found_whole_in_any_surroundings(kind: str, recipe: str) -> None:
    token = made(recipe)
    for text in (token, f"use {token} now", f"'{token}'", f"X={token}\n", f"({token}), ok", f"密钥{token}。"):
        (match,) = found_in((), text)
        assert (match.label, text[match.start : match.end]) == (kind, token)


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, lines in BESIDE.items() for line in lines])
def test_a_value_is_found_beside_its_name(kind: str, line: str) -> None:
    value = made(SHAPES.get(kind, "{40}"))
    text = line.format(value)
    (match,) = found_in((), text)
    assert match.label == kind
    assert value in text[match.start : match.end]
    assert found_in((kind,), "see " + value.rstrip("=")) == ()


@pytest.mark.parametrize("recipe", [recipe for all_ in MADE.values() for recipe in all_ if "{" in recipe])
def test_a_masked_token_is_none(recipe: str) -> None:
    first, _, rest = recipe.partition("{")
    size, _, tail = rest.partition("}")
    count = int(size.rstrip(string.ascii_lowercase))
    if count >= 14:
        assert found_in((), made(first + "x" * count + tail)) == ()


def test_the_checksum_of_a_github_token_raises_the_confidence() -> None:
    body = made("{30}")
    number, check = zlib.crc32(body.encode()), ""
    while number:
        number, place = divmod(number, 62)
        check = BASE_62[place] + check
    right = found_in(("github_token",), "ghp_" + body + check.rjust(6, "0"))[0].score
    wrong = found_in(("github_token",), "ghp_" + body + "000000")[0].score
    assert right is not None
    assert wrong is not None
    assert right > wrong > 0.5


def test_a_private_key_without_an_end_stops_at_the_cap() -> None:
    text = "-----BEGIN RSA PRIVATE KEY-----\n" + "A1b2" * 4000
    (match,) = found_in(("private_key",), text)
    assert (match.start, match.end) == (0, 8192)


def test_two_private_keys_are_two() -> None:
    block = f"-----BEGIN EC PRIVATE KEY-----\n{made('MHcCAQEEI{40}')}\n-----END EC PRIVATE KEY-----"
    matches = found_in(("private_key",), f"{block}\nand\n{block}\n")
    assert [match.end - match.start for match in matches] == [len(block), len(block)]


def test_every_kind_is_listed_under_its_family_and_documented() -> None:
    kinds = secret_kinds.all_kinds()
    assert [kind.name for kind in kinds] == [name for members in secret_kinds.FAMILIES.values() for name in members]
    assert all(kind.title and kind.format and kind.source for kind in kinds)
    assert {kind.name for kind in kinds if kind.umbrella} == set(secret_kinds.expand(("api_key",)))


def test_every_provider_has_a_recipe() -> None:
    assert set(secret_kinds.expand(("api_key",))) - set(MADE) - set(BESIDE) == set()


def test_no_message_shows_the_secret() -> None:
    token = made("ghp_{36}")
    (match,) = found_in((), token)
    assert match.message == "GitHub token"


@pytest.mark.parametrize(("expression", "text", "holds"), VALIDATOR.signature.examples)
def test_example(expression: str, text: str, holds: bool) -> None:
    inside = expression.removeprefix("secrets").strip("()")
    kinds = tuple(part for part in inside.split(", ") if part)
    assert bool(found_in(kinds, text)) is holds
