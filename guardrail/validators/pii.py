"""`pii(kinds…)`: personal data by format, checksum and the words around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from guardrail.text.requests import Hit, Pattern, PieceLike, ScanRequest
from guardrail.validators import pii_kinds
from guardrail.validators.contract import (
    QUIET,
    Arguments,
    Check,
    Cost,
    Kind,
    Outcome,
    Parameter,
    Reach,
    Returns,
    ScanCheck,
    Signature,
    Stream,
)

if TYPE_CHECKING:
    from guardrail.validators.pii_kinds.kind import PiiKind
    from guardrail.validators.pii_kinds.overlaps import Candidate

__all__ = ["VALIDATOR", "Pii", "PiiCheck"]

DEFAULT_CONFIDENCE = 0.5


class PiiCheck(ScanCheck):
    """The kinds of one call over the shared scanner.

    Patterns that several kinds share are scanned once; `_kinds` holds the kinds of each pattern of the request.
    """

    __slots__ = ("_confidence", "_expected", "_kinds")

    def __init__(self, kinds: Sequence[PiiKind], confidence: float, expected: frozenset[str]) -> None:
        by_expression: dict[str, list[PiiKind]] = {}
        for kind in kinds:
            for expression in kind.patterns:
                by_expression.setdefault(expression, []).append(kind)
        super().__init__(ScanRequest(patterns=tuple(Pattern(k[0].name, e) for e, k in by_expression.items())))
        self._kinds = tuple(tuple(members) for members in by_expression.values())
        self._confidence = confidence
        self._expected = expected

    def judge(self, hits: tuple[Hit, ...], piece: PieceLike) -> Outcome:
        """Confirm each hit, weigh what stands around it, and let the surer of two kinds have a place."""
        from guardrail.validators.pii_kinds.overlaps import Candidate, resolve
        from guardrail.validators.pii_kinds.scoring import score

        found: list[Candidate] = []
        seen: set[tuple[str, int, int, int]] = set()
        for hit in hits:
            text = hit.view.text
            for kind in self._kinds[hit.index]:
                for start, end in _places(kind, hit):
                    key = (kind.name, start, end, id(hit.view))
                    if key in seen:
                        continue
                    seen.add(key)
                    confidence = score(kind, text, start, end, piece.at, expected=kind.name in self._expected)
                    if confidence > 0 and confidence >= self._confidence:
                        found.append(Candidate(*hit.view.origin(start, end), kind, confidence))
        if not found:
            return QUIET
        return Outcome(True, None, tuple(candidate.match(piece.at) for candidate in resolve(found)))

    def reach(self) -> Reach:
        """The words and digits around a candidate."""
        from guardrail.validators.pii_kinds.surroundings import BEFORE

        after = {place: max(map(_after, kinds)) for place, kinds in enumerate(self._kinds)}
        return Reach(before=BEFORE + 1, after=after)


def _after(kind: PiiKind) -> int:
    """How many characters behind a pattern's match decide about the kind."""
    from guardrail.validators.pii_kinds.kind import REACH

    words = kind.after if kind.context else 0
    groups = 4 if kind.numeric else 1
    return max(words, groups) + (REACH if kind.locate is not None else 0)


def _places(kind: PiiKind, hit: Hit) -> Iterator[tuple[int, int]]:
    """Where the kind's candidates are, as offsets in the view."""
    from guardrail.validators.pii_kinds.kind import REACH

    if kind.locate is None:
        yield hit.start, hit.end
        return
    for start, end in kind.locate(hit.view.text[hit.start : hit.end + REACH]):
        yield hit.start + start, hit.start + end


class Pii:
    """The validator."""

    signature = Signature(
        name="pii",
        summary="Personal data: mail addresses, telephone and card numbers, bank accounts, identity numbers of many "
        "countries.",
        returns=Returns.FINDINGS,
        stream=Stream.PREFIX,
        cost=Cost.C1,
        spans=True,
        parameters=(
            Parameter(
                "kinds",
                Kind.CHOICE,
                "What to look for; without any: " + ", ".join(f"`{name}`" for name in pii_kinds.DEFAULT_KINDS) + ".",
                variadic=True,
                choices=pii_kinds.names(),
                default=(),
            ),
            Parameter(
                "confidence",
                Kind.NUMBER,
                "How sure a hit must be: format and checksum give most kinds 0.65 to 0.95, bare digits less; words "
                "nearby "
                "raise it, words such as `order no` lower it.",
                named=True,
                default=DEFAULT_CONFIDENCE,
                minimum=0,
                maximum=1,
            ),
        ),
        examples=(
            ("pii(email)", "Write to jane.doe@example.com.", True),
            ("pii(email)", "Write to jane.doe at example.", False),
            ("pii(card_number)", "My card is 4111 1111 1111 1111.", True),
            ("pii(card_number)", "My card is 4111 1111 1111 1112.", False),
            ("pii(iban)", "Pay to DE89 3704 0044 0532 0130 00, please.", True),
            ("pii(us_ssn)", "His SSN is 536-22-8145.", True),
            ("pii(us_ssn)", "Order no. 536-22-8145 has shipped.", False),
            ("pii(phone, confidence: 0.9)", "Fax +49 30 901820", True),
            ("pii(national_id)", "Mein NIF: 12345678Z", True),
            ("pii", "The weather was fine in 1987, all 365 days of it.", False),
        ),
    )

    def bind(self, arguments: Arguments) -> Check:
        """Load the families of the kinds that are asked for, and no other."""
        named = arguments.values.get("kinds")
        chosen = tuple(str(name) for name in named) if isinstance(named, tuple) else ()
        confidence = arguments.values.get("confidence")
        threshold = float(confidence) if isinstance(confidence, int | float) else DEFAULT_CONFIDENCE
        kinds = [pii_kinds.find(name) for name in pii_kinds.expand(chosen)]
        return PiiCheck(kinds, threshold, frozenset(chosen))


VALIDATOR = Pii()
