"""Values behind a name that says what they are, whoever gave them out, and runs that are merely random."""

from __future__ import annotations

import re

from guardrail.validators.secret_kinds.kind import LIKELY, POSSIBLE, REFUSED, SecretKind, assigned
from guardrail.validators.secret_kinds.placeholders import entropy, has_letters_and_digits, is_placeholder

_NAMES = (
    "api[_ -]?key|apikey|api[_-]?token|api[_-]?secret|access[_-]?token|auth[_-]?token|authtoken|secret[_-]?key"
    "|secretkey|access[_-]?key|client[_-]?secret|app[_-]?secret|consumer[_-]?secret|private[_-]?token|refresh[_-]?token"
    "|bearer[_-]?token|id[_-]?token|encryption[_-]?key|signing[_-]?key|signing[_-]?secret|session[_-]?secret"
    "|webhook[_-]?secret|jwt[_-]?secret|service[_-]?key|account[_-]?key|master[_-]?key|deploy[_-]?key|x-api-key"
    "|x-auth-token|secret[_-]?token|app[_-]?key"
)


def kinds() -> tuple[SecretKind, ...]:
    """The kinds of this family."""
    value, last = "[0-9A-Za-z+/_.=~-]", "[0-9A-Za-z+/_=~-]"
    return (
        SecretKind(
            name="generic_api_key",
            title="API key or token behind its name",
            format="12 to 200 characters with letters and digits behind a name such as `api_key`, `client_secret` or "
            "`Bearer`",
            source="RFC 6750 section 2.1; OWASP Secrets Management Cheat Sheet",
            patterns=(
                assigned(_NAMES, f"{value}{{11,200}}{last}"),
                f"(?i:api[_ -]?key|token|secret) (?i:is|was) ?:? ?[\"'`]?({value}{{15,200}}{last})(?![0-9A-Za-z_-])",
                f"(?i:bearer|token)[ \\t]{{1,3}}({value}{{19,}}{last})(?![0-9A-Za-z_-])",
            ),
            confirm=_named,
        ),
        SecretKind(
            name="high_entropy",
            title="random string",
            format="20 characters and more of base 64 or hexadecimal whose entropy is that of made keys; no hash, "
            "UUID or word",
            source="C. E. Shannon, A Mathematical Theory of Communication (1948); OWASP Secrets Management Cheat Sheet",
            patterns=("(?<![0-9A-Za-z+/_=.%-])[0-9A-Za-z+/_-]{20,}={0,2}(?![0-9A-Za-z+/_=-])",),
            confirm=_random,
            umbrella=False,
        ),
    )


def _named(value: str, before: str) -> float:
    if is_placeholder(value) or not has_letters_and_digits(value) or _is_code(value):
        return REFUSED
    if any(word in value.lower() for word in ("key", "token", "secret", "password")) and not re.search("[A-Z]", value):
        return REFUSED
    return LIKELY if entropy(value) >= 3.0 else REFUSED


def _is_code(value: str) -> bool:
    """A dotted name, a path, a version or a constant's name rather than a value."""
    if value.count("/") >= 2 and entropy(value) < 4.2:
        return True
    parts = re.split(r"[._/-]", value)
    wordy = all(re.fullmatch("[A-Za-z]*[0-9]{0,2}", part) for part in parts)
    return wordy and (len(parts) > 1 or len(value) < 16)


def _random(value: str, before: str) -> float:
    """Hexadecimal of a usual length; base 64 with both cases and digits; less random runs only behind a name."""
    if is_placeholder(value) or _is_identifier(value) or _is_published(before):
        return REFUSED
    named = re.search(_SAYS_SECRET, before) is not None
    confidence = POSSIBLE + 0.2 if named else POSSIBLE
    if re.fullmatch("[0-9a-f]+|[0-9A-F]+", value):
        usual = len(value) in (24, 32, 40, 48, 56, 64, 96, 128) and has_letters_and_digits(value)
        return confidence if usual and entropy(value) >= (3.0 if named else 3.2) else REFUSED
    mixed = all(re.search(part, value) for part in ("[a-z]", "[A-Z]", "[0-9]"))
    if not mixed or value.count("/") > 3 or _is_code(value):
        return REFUSED
    return confidence if entropy(value) >= (3.8 if named else 4.3) else REFUSED


def _is_identifier(value: str) -> bool:
    """A UUID, or a name made of words: more than two fifths of it are runs of lower-case letters."""
    if re.fullmatch("[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}", value):
        return True
    return sum(len(word) for word in re.findall("[A-Z]?[a-z]{3,}", value)) > 0.4 * len(value)


def _is_published(before: str) -> bool:
    """What stands before hashes, commits, images and addresses, which are long and random and no secret."""
    return re.search(_SAYS_PUBLISHED, before) is not None


_SAYS_SECRET = "(?:key|token|secret|auth|credential|bearer|signature|passw(?:or)?d)[\\w\"'` ]{0,12}[:=>,( \"'`]{1,6}$"
_SAYS_PUBLISHED = (
    "(?:commit|sha-?[0-9]*|md5|hash|checksum|digest|integrity|fingerprint|revision|rev|tree|blob|base64,|etag|/|@|uuid|guid|"
    "https?://\\S*|www\\.\\S*|public[_ -]?key|ssh-(?:rsa|ed25519|dss)|nistp[0-9]+)[\\s\"'`:=(\\[-]{0,6}$"
)
