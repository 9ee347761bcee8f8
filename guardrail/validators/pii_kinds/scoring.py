"""How sure a candidate is: what its digits say, then what stands around it."""

from __future__ import annotations

from guardrail.validators.pii_kinds import surroundings
from guardrail.validators.pii_kinds.kind import REFUSED, PiiKind
from guardrail.validators.pii_kinds.shapes import is_placeholder, letters_and_digits

_DOUBT_LEFT = 0.4
"""What a word nearby leaves of the doubt: 0.15 becomes 0.66, 0.4 becomes 0.76, 0.65 becomes 0.86."""
_CREDIT_LEFT = 0.4
"""What is left of the confidence when a word directly before says that the number is something else."""
_AMID_GROUPS_LEFT = 0.6
"""What is left of it in the midst of further groups of digits, where it may be a piece of something longer."""
_LEAST_ALONE = 0.12
"""What digits must be worth for a piece that holds nothing else to need no word beside them."""
_SAMPLE_LEFT = 0.5
"""What is left of it for digits that count up or down."""


def score(kind: PiiKind, text: str, start: int, end: int, at: str | int | None, *, expected: bool) -> float:
    """The confidence in [0, 1] that `text[start:end]` is of that kind.

    `at` is the piece's JSON pointer, whose names count as words before the candidate. `expected` says that the
    policy named this very kind; then a piece that holds nothing but the candidate needs no word beside it.
    """
    if not surroundings.is_edged(text, start, end):
        return REFUSED
    if kind.numeric and not surroundings.is_own_number(text, start, end):
        return REFUSED
    confidence = kind.confirm(text[start:end])
    if confidence <= REFUSED:
        return REFUSED
    if kind.numeric and surroundings.is_amid_groups(text, start, end):
        confidence *= _AMID_GROUPS_LEFT
    sample = kind.numeric and is_placeholder(letters_and_digits(text[start:end]))
    if sample:
        confidence *= _SAMPLE_LEFT
    before, after = surroundings.window(text, start, end, kind.after)
    before = surroundings.pointer_words(at) + before
    against = kind.other + (surroundings.not_personal() if kind.numeric else ())
    qualifier = surroundings.qualifier(against)
    if qualifier is not None and qualifier.search(before):
        return confidence * _CREDIT_LEFT
    plain = letters_and_digits(text[start:end]) == text[start:end]
    alone = (
        expected
        and confidence >= _LEAST_ALONE
        and not (sample and plain and kind.checksum == "none")
        and len(text.strip()) == end - start
    )
    if alone or surroundings.near(surroundings.finder(kind.context), before, after):
        return 1 - (1 - confidence) * _DOUBT_LEFT
    return confidence
