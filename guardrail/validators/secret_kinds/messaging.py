"""Messaging and mail services."""

from __future__ import annotations

import base64
import binascii

from guardrail.validators.secret_kinds.kind import LIKELY, REFUSED, SURE, SecretKind, token
from guardrail.validators.secret_kinds.placeholders import entropy, is_placeholder


def kinds() -> tuple[SecretKind, ...]:
    """The kinds of this family."""
    return (*_chat(), *_mail())


def _chat() -> tuple[SecretKind, ...]:
    host = "https?://(?:[a-z]{2,6}\\.)?discord(?:app)?\\.com/api"
    office = "https://[0-9a-z-]{1,63}\\.webhook\\.office\\.com/webhookb2"
    return (
        SecretKind(
            name="slack_token",
            title="Slack token",
            format="xoxb-, xoxp-, xoxa-, xoxo-, xoxs-, xoxr-, xoxe-, xoxc-, xoxd-, xapp- and groups of letters and "
            "digits",
            source="Slack API documentation, token types",
            patterns=(
                token("(?i:xox[abceoprsd](?:\\.xox[bp])?-(?:[0-9a-z]{1,64}-){0,5}[0-9a-z%+/=]{10,200})"),
                token("(?i:xapp-[0-9]-[0-9A-Z]{9,13}-[0-9]{9,15}-[0-9a-f]{32,64})"),
            ),
        ),
        SecretKind(
            name="slack_webhook",
            title="Slack webhook",
            format="hooks.slack.com/services/T…/B…/… , /workflows/… or /triggers/…",
            source="Slack API documentation, incoming webhooks",
            patterns=(
                "https?://hooks\\.slack\\.com/services/T[0-9A-Za-z_]{1,13}/B[0-9A-Za-z_]{1,13}/[0-9A-Za-z_]{20,28}",
                "https?://hooks\\.slack\\.com/(?:workflows|triggers)/[0-9A-Za-z_]{8,13}/[0-9A-Za-z_/]{20,60}",
            ),
        ),
        SecretKind(
            name="discord_token",
            title="Discord bot token or webhook",
            format="base 64 of the user id, time stamp, HMAC, separated by dots; discord.com/api/webhooks/…/…",
            source="Discord developer documentation, reference, authentication; webhook resource",
            patterns=(
                "(?<![0-9A-Za-z_.-])[MNO][0-9A-Za-z_-]{22,27}\\.[0-9A-Za-z_-]{6}\\.[0-9A-Za-z_-]{27,38}(?![0-9A-Za-z_-])",
                token("mfa\\.[0-9A-Za-z_-]{84}"),
                f"{host}/(?:v[0-9]{{1,2}}/)?webhooks/[0-9]{{17,20}}/[0-9A-Za-z_-]{{60,80}}",
            ),
            confirm=_discord,
        ),
        SecretKind(
            name="telegram_token",
            title="Telegram bot token",
            format="8 to 10 digits, colon, 35 characters",
            source="Telegram Bot API, authorizing your bot",
            patterns=("(?<![0-9A-Za-z_])(?:bot)?([0-9]{8,10}:[0-9A-Za-z_-]{35})(?![0-9A-Za-z_-])",),
            confirm=lambda value, before: REFUSED if is_placeholder(value) or entropy(value[11:]) < 3 else SURE,
        ),
        SecretKind(
            name="teams_webhook",
            title="Microsoft Teams webhook",
            format="….webhook.office.com/webhookb2/…@…/IncomingWebhook/…/…",
            source="Microsoft Learn, create incoming webhooks",
            patterns=(f"{office}/[0-9A-Za-z@-]{{40,80}}/IncomingWebhook/[0-9a-f]{{32}}/[0-9A-Za-z-]{{36}}",),
        ),
        SecretKind(
            name="twilio_key",
            title="Twilio key or account id",
            format="SK or AC and 32 hexadecimal digits",
            source="Twilio documentation, API keys; Account SID",
            patterns=(token("(?:SK|AC)[0-9a-f]{32}"),),
            confirm=lambda value, before: REFUSED if is_placeholder(value) or entropy(value[2:]) < 2.5 else SURE - 0.1,
        ),
    )


def _mail() -> tuple[SecretKind, ...]:
    return (
        SecretKind(
            name="sendgrid_key",
            title="SendGrid API key",
            format="SG., 22 characters, dot, 43 characters",
            source="Twilio SendGrid documentation, API keys",
            patterns=(token("SG\\.[0-9A-Za-z_-]{16,32}\\.[0-9A-Za-z_-]{16,64}"),),
        ),
        SecretKind(
            name="mailgun_key",
            title="Mailgun API key",
            format="key- and 32 characters; 32-8-8 hexadecimal digits; pubkey-",
            source="Mailgun documentation, API keys",
            patterns=(token("(?:pub)?key-[0-9a-f]{32}"), token("[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8}")),
        ),
        SecretKind(
            name="mailchimp_key",
            title="Mailchimp API key",
            format="32 hexadecimal digits, -us and the data centre's number; md- and 22 characters",
            source="Mailchimp developer documentation, API keys",
            patterns=(token("[0-9a-f]{32}-us[0-9]{1,2}"), token("md-[0-9A-Za-z_-]{22}")),
            confirm=lambda value, before: REFUSED if is_placeholder(value) or entropy(value) < 3 else SURE - 0.1,
        ),
        SecretKind(
            name="mail_service_key",
            title="Brevo or Resend API key",
            format="xkeysib- and 64 hexadecimal digits, dash, 16 characters; re_ and two groups",
            source="Brevo developer documentation, authentication; Resend documentation, API keys",
            patterns=(token("xkeysib-[0-9a-f]{64}-[0-9A-Za-z]{16}"), token("re_[0-9A-Za-z]{8}_[0-9A-Za-z]{24}")),
        ),
    )


def _discord(value: str, before: str) -> float:
    """The first part of a bot token must be the base 64 of digits."""
    if is_placeholder(value):
        return REFUSED
    if value.startswith(("http", "mfa.")):
        return SURE
    first = value.split(".", 1)[0]
    try:
        decoded = base64.urlsafe_b64decode(first + "=" * (-len(first) % 4))
    except binascii.Error:
        return REFUSED
    return SURE if decoded.isdigit() else LIKELY - 0.15
