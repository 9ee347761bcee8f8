"""Passwords: assignments, addresses with credentials, connection strings, sentences that tell one."""

from __future__ import annotations

import base64
import binascii
import re

from guardrail.validators.secret_kinds.kind import LIKELY, POSSIBLE, REFUSED, SURE, SecretKind
from guardrail.validators.secret_kinds.placeholders import is_placeholder

_NAME = "(?i:password|passwd|passphrase|passcode|pwd|(?<![a-z])pass|(?<![a-z])pw)[0-9]{0,2}"
_GAP = "[ \\t]{0,3}"
_NOT_ONES = (
    "password", "passwd", "passphrase", "pass", "pwd", "secret", "mypassword", "mypass", "test", "testing", "none",
    "null",
    "nil", "true", "false", "string", "text", "hidden", "required", "optional", "undefined", "varchar", "char", "input",
    "value", "admin", "root", "user", "username", "userpassword", "newpassword", "oldpassword", "current_password",
    "new_password", "confirm_password", "confirmpassword", "password_confirmation", "enter", "strong", "weak", "login",
    "database", "default", "password_hash", "hashed_password", "plaintext", "encrypted", "not", "must", "should",
)  # fmt: skip


def kinds() -> tuple[SecretKind, ...]:
    """The one kind of this family."""
    scheme = "(?<![0-9A-Za-z+.-])[A-Za-z][0-9A-Za-z+.-]{1,20}"
    quoted = "[^\"'`\\s]{3,128}"
    bare = "[^\\s\"'`,;<>()\\[\\]{}|]{4,128}"
    return (
        SecretKind(
            name="password",
            title="password",
            format="behind a name such as `password` in code, shells, YAML, JSON, XML and connection strings; in an "
            "address "
            "(`scheme://user:password@host`); in Basic credentials; in a sentence that says what it is",
            source="RFC 3986 section 3.2.1, RFC 7617; OWASP Secrets Management Cheat Sheet",
            patterns=(
                f"{_NAME}[\"'`\\])]{{0,2}}{_GAP}(?:=>|:=|={{1,3}}|:|,){_GAP}[\"'`]({quoted})[\"'`]",
                f"{_NAME}[\"'`]?{_GAP}(?:=|:){_GAP}({bare})",
                f"{_NAME} (?i:is|was|to|=){_GAP}:?{_GAP}[\"'`]?({quoted}[^\"'`\\s.,;:])",
                "(?i:<password>|<passwd>|<pwd>)([^<\\s]{4,128})</",
                f"{scheme}://[^\\s:/@\"'<>`]{{0,64}}:([^\\s@/\"'<>`]{{3,128}})@(?=[0-9A-Za-z\\[])",
                "(?i:authorization)[\"']?[ \t]{0,3}[:=,][ \t]{0,3}[\"']?(?i:basic) {1,3}([0-9A-Za-z+/]{8,255}={0,2})",
                "(?i:curl)[ \\t][^\\r\\n]{0,80}(?:-u|--user)[ =][\"']?[^\\s:\"']{1,64}:([^\\s\"']{4,128})",
            ),
            confirm=_confirm,
            umbrella=False,
        ),
    )


def _confirm(value: str, before: str) -> float:
    if re.fullmatch("(?i)[a-z_-]*(?:password|passwd|secret)[a-z_-]*", value):
        return REFUSED
    if before.endswith("@") or is_placeholder(value) or value.lower().strip(".,!?:;") in _NOT_ONES or _is_code(value):
        return REFUSED
    if re.search(r"basic[ \t]+$", before):
        return SURE if b":" in _decoded(value) else REFUSED
    if re.search(r"://[^\s/]*:$", before):
        return SURE - 0.1
    if re.search("[\"'`]$", before) or before.endswith(">"):
        return _grade_quoted(value)
    if re.search(r"(?:is|was|to) ?:? ?$", before):
        return POSSIBLE if _is_made_up(value.rstrip(".,!?:;)")) else REFUSED
    return LIKELY if _is_made_up(value) else REFUSED


def _grade_quoted(value: str) -> float:
    if value.isalpha() and (value.islower() or value.istitle()) and len(value) < 8:
        return REFUSED
    if value.startswith(("min:", "max:", "required|", "http://", "https://", "/", "#", ".", "--")):
        return REFUSED
    return LIKELY


def _is_made_up(value: str) -> bool:
    """Six characters and more, letters beside digits or signs: words of a sentence are letters alone."""
    letters = sum(c.isalpha() for c in value)
    others = sum(not c.isalpha() and c not in "_-.'’" for c in value)
    return len(value) >= 6 and ((letters > 0 and others > 0) or value.isdigit())


def _is_code(value: str) -> bool:
    """A call, a variable, a member, a format directive or an escape rather than a value."""
    return re.search(r"[(){}]|\\[nrt]?$|::|->|=>|==|&&|\|\|", value) is not None or (
        re.match(
            r"[$%@&!:=+]|(?:self|this|os|process|config|settings|req|request|env|body|user|data|form|st|args|options)\.",
            value,
        )
        is not None
        and not re.search("[0-9].*[!@#$%^&*]|[!@#$%^&*].*[0-9]", value)
    )


def _decoded(value: str) -> bytes:
    try:
        return base64.b64decode(value + "=" * (-len(value) % 4))
    except binascii.Error:
        return b""
