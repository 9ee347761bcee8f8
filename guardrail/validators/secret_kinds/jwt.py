"""JSON web tokens."""

from __future__ import annotations

import base64
import binascii
import json

from guardrail.validators.secret_kinds.kind import REFUSED, SURE, SecretKind

_LONGEST_HEADER = 4096


def kinds() -> tuple[SecretKind, ...]:
    """The one kind of this family."""
    part = "[0-9A-Za-z_-]"
    return (
        SecretKind(
            name="jwt",
            title="JSON web token",
            format="header, payload and signature in base 64 for URLs, separated by dots (five parts when encrypted); "
            "the header is "
            "JSON with `alg`",
            source="RFC 7519 section 3, RFC 7515 section 7.1, RFC 7516 section 7.1",
            patterns=(
                f"(?<![0-9A-Za-z_.-])e[wy][0-9A-Za-z]{part}{{8,}}\\.{part}*\\.{part}*(?:\\.{part}+\\.{part}+)?(?!{part})",
            ),
            confirm=_confirm,
            umbrella=False,
        ),
    )


def _confirm(value: str, before: str) -> float:
    parts = value.split(".")
    header, payload = _decode(parts[0]), parts[1]
    if not isinstance(header, dict) or not isinstance(header.get("alg"), str):
        return REFUSED
    if len(parts) == 3 and not isinstance(_decode(payload), dict) and "b64" not in header and len(payload) < 8:
        return REFUSED
    return SURE


def _decode(part: str) -> object:
    """The JSON in a part, or None when it is none."""
    if len(part) > _LONGEST_HEADER:
        return None
    try:
        decoded: object = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    except (binascii.Error, ValueError, RecursionError):
        return None
    return decoded
