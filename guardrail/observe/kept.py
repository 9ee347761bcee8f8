"""What of a judged text a record may hold: the text as the policy's `keep` says, and names that came with it.

A JSON pointer holds property names, and the tool of a call is named by a model: both may be text. What looks like a
name of a program stays readable, everything else is told by the first 16 hex digits of its HMAC, behind a `~`.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from guardrail.compiler.evaluation import FAILED, PENDING
from guardrail.compiler.plan import Evidence
from guardrail.decision import Finding
from guardrail.engine.core import DEAD, Board
from guardrail.engine.edits import Redaction, splice
from guardrail.engine.verdict import Verdict
from guardrail.text.document import KEY_MARK
from guardrail.validators.contract import Match, Returns

KEPT_LABEL: Final = "[redacted]"


def text_hmac(key: bytes, text: str) -> str:
    """The identity of a text under a key: HMAC-SHA-256, hex."""
    return hmac.digest(key, text.encode("utf-8", "surrogatepass"), "sha256").hex()


def redacted_text(text: str, verdict: Verdict) -> str:
    """The text with a label wherever a check found something, or the label alone.

    Nothing is kept where it cannot be known what to hide: a check that looks for places did not run or failed, the
    text was over the limit, or a hit stands inside a decoded string and so has no place in the text.
    """
    board = verdict.board
    if board is None or any(contribution.cause == "limit" for contribution in verdict.contributions):
        return KEPT_LABEL
    matches: list[Match] = []
    for evidence in _looking(board):
        if board.state.truth[evidence.slot] & (FAILED | PENDING):
            return KEPT_LABEL
        if board.schedule.pipeline.slots[evidence.slot].signature.returns is Returns.FINDINGS:
            matches += board.state.outcomes[evidence.slot].matches
    hits = {*_spans_of(verdict.findings), *((m.at, m.start, m.end) for m in matches if m.end > m.start)}
    if any(isinstance(at, str) for at, _, _ in hits):
        return KEPT_LABEL
    return splice(text, [Redaction(start, end, KEPT_LABEL, "") for _, start, end in hits])[0]


def _looking(board: Board) -> Iterator[Evidence]:
    """The checks that look for places, of the rules that apply to this call."""
    for place, rule in enumerate(board.schedule.pipeline.rules):
        if board.modes.get(place) != DEAD:
            for arm in rule.arms:
                yield from (evidence for evidence in arm.evidence if evidence.positive and evidence.spans)


def _spans_of(findings: Iterable[Finding]) -> Iterator[tuple[str | int | None, int, int]]:
    return ((finding.at, start, end) for finding in findings for start, end in finding.spans)


def shown_name(key: bytes, name: str) -> str:
    """A name as it is where it looks like a program's, else its mark."""
    return name if _program_name().fullmatch(name) else f"~{text_hmac(key, name)[:16]}"


def shown_pointer(key: bytes, pointer: str, hit_names: frozenset[str]) -> str:
    """A JSON pointer with its names shown as `shown_name` shows them; names in which something was found never."""
    inside = pointer.removesuffix(KEY_MARK)
    tokens = (
        f"~{text_hmac(key, token)[:16]}" if token in hit_names else shown_name(key, token)
        for token in inside.split("/")[1:]
    )
    return "".join(f"/{token}" for token in tokens) + pointer[len(inside) :]


def names_hit(places: Iterable[str | int | None]) -> frozenset[str]:
    """The property names, as pointers write them, that some hit stands in."""
    return frozenset(
        at.removesuffix(KEY_MARK).rsplit("/", 1)[-1] for at in places if isinstance(at, str) and at.endswith(KEY_MARK)
    )


@cache
def _program_name() -> re.Pattern[str]:
    """Identifiers, dotted and slashed names of tools, numbers too short to be anybody's."""
    return re.compile(r"[A-Za-z_](?:[A-Za-z_.:/-]|[0-9](?![0-9]{5})){0,127}|[0-9]{1,5}", re.ASCII)
