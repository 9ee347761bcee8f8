"""Private keys in armour: PEM, OpenSSH, PGP, PuTTY."""

from __future__ import annotations

import re

from guardrail.validators.secret_kinds.kind import REFUSED, SURE, SecretKind

CAP = 8192
"""The most characters of a block: an RSA key of 16,384 bits is some 12,800 characters, one of 8,192 some 6,400."""

CLOSING = r"-{4,5} ?END [0-9A-Z ]{0,48}PRIVATE KEY(?: BLOCK)? ?-{4,5}|Private-MAC: ?[0-9a-fA-F]{40,64}"
"""The last line of a block."""


def kinds() -> tuple[SecretKind, ...]:
    """The one kind of this family."""
    return (
        SecretKind(
            name="private_key",
            title="private key",
            format="a block between `-----BEGIN … PRIVATE KEY-----` and its end (PKCS #1, PKCS #8, also encrypted, "
            "SEC 1, DSA, "
            "OpenSSH, PGP, SSH2), or a PuTTY key file; without an end, up to 8,192 characters",
            source="RFC 7468, RFC 5958, RFC 9580 section 6.2, OpenSSH PROTOCOL.key",
            patterns=(
                "-{4,5} ?BEGIN (?:[0-9A-Z]{1,12} ){0,4}PRIVATE KEY(?: BLOCK)? ?-{4,5}",
                "PuTTY-User-Key-File-[123]:",
            ),
            confirm=_confirm,
            umbrella=False,
            extend=_extend,
            longest=CAP,
            closing=CLOSING,
        ),
    )


def _extend(text: str, start: int, end: int) -> int:
    """Behind the closing line, the last line of a PuTTY file, or where the cap falls."""
    limit = min(len(text), start + CAP)
    found = re.compile(CLOSING).search(text, end, limit)
    return found.end() if found else limit


def _confirm(value: str, before: str) -> float:
    """Refused where the body is only said to be there: dots, masks, angle brackets, nothing at all."""
    body = re.sub(r"-{4,5} ?(?:BEGIN|END) [0-9A-Z ]+ ?-{4,5}", "", value)
    closed = re.search("-{4,5} ?END ", value) is not None
    masked = re.search(r"\.{3}|…|<|x{4}|\*{3}|\[|your|YOUR", body) is not None or not body.strip()
    written = re.search("[0-9A-Za-z+/]{24}", body) is not None and not re.search("(?i)x{16}", body)
    return REFUSED if closed and masked and not written else SURE
