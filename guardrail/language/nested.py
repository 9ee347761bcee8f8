"""Lists, texts, tests and request blocks inside a policy: they stand in the file itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guardrail.diagnostics.codes.g001_foreign import ForeignSyntax
from guardrail.language.blocks import indentation, keep_clauses, opens
from guardrail.language.trouble import Trouble

if TYPE_CHECKING:
    from guardrail.language.recovery import Reader

_OPENING = frozenset({"LBRACE", "LSQB", "LPAR"})
_CLOSING = frozenset({"RBRACE", "RSQB", "RPAR"})


def skip_nested(reader: Reader, trouble: Trouble) -> bool:
    """Report a declaration that is indented into a policy, and read on behind it; False for anything else."""
    token, place = trouble.token, trouble.place
    kind = opens(trouble.tokens, trouble.index)
    if kind not in ("declaration", "test", "request") or place.kind not in ("policy", "stage", "rule"):
        return False
    if place.opening is None or indentation(trouble.source, token) <= indentation(trouble.source, place.opening):
        # It stands further out: the block before it lost its brace.
        return False
    reader.report(place, ForeignSyntax.nested(trouble.span, token.text, place.kind))
    keep_clauses(reader, place)
    reader.index = _end(trouble)
    return True


def _end(trouble: Trouble) -> int:
    """Behind the declaration: where a line begins outside of its brackets, or a brace closes what stands around it."""
    depth = 0
    index = trouble.index + 1
    while trouble.tokens[index].kind != "$END":
        token = trouble.tokens[index]
        if not depth and (token.first or token.kind == "RBRACE"):
            return index
        depth += (token.kind in _OPENING) - (token.kind in _CLOSING)
        index += 1
    return index
