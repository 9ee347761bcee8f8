"""What holds of edits, whatever their number and order: each test is named after its sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from hypothesis import given
from hypothesis import strategies as st

from guardrail.compiler.plan import FIX, EditAction, RedactAction
from guardrail.engine.contributions import Contribution
from guardrail.engine.edits import SEPARATOR, apply_edits
from guardrail.reference import edits as reference
from guardrail.reference.values import Hit, Text
from guardrail.text.subject import Subject
from guardrail.validators.contract import Match

RULES = st.sampled_from(["a", "b", "c"])
LABELS = st.sampled_from(["[x]", "*", "ab", "\n\n"])
WORDS = st.sampled_from(["note", "", "ab", "\n\n"])


@dataclass(frozen=True, slots=True)
class Case:
    """A text with what is to be done to it."""

    text: str
    contributions: tuple[Contribution, ...]

    @property
    def covered(self) -> set[int]:
        """The characters that some redaction takes away."""
        return {i for c in self.contributions for match in c.matches for i in range(match.start, match.end)}

    def asks_for(self, *kinds: str) -> bool:
        """Whether there is an edit of one of these kinds."""
        return any(isinstance(c.edit, EditAction) and c.edit.kind in kinds for c in self.contributions)


@st.composite
def cases(draw: st.DrawFn, *, with_texts: bool = True) -> Case:
    """A short text and some edits of it."""
    text = draw(st.text("ab \n", max_size=12))
    found = []
    for _ in range(draw(st.integers(0, 5))):
        if with_texts and draw(st.integers(0, 3)) == 0:
            kind: Literal["append", "prepend", "replace"] = draw(st.sampled_from(["append", "prepend", "replace"]))
            found.append(Contribution(draw(RULES), FIX, "arm", EditAction(kind, draw(WORDS))))
            continue
        spans = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, 5)), max_size=3))
        matches = tuple(Match(start, min(start + length, len(text))) for start, length in spans)
        found.append(Contribution(draw(RULES), FIX, "arm", RedactAction(draw(LABELS)), matches))
    return Case(text, tuple(found))


def _edited(case: Case) -> str:
    return apply_edits(Subject.of_text(case.text), case.contributions).subject.text


def _as_reference(contributions: Iterable[Contribution]) -> list[reference.Edit]:
    found = []
    for one in contributions:
        if isinstance(one.edit, EditAction):
            found.append(reference.Edit(one.rule, one.edit.kind, one.edit.text))
        else:
            assert one.edit is not None
            hits = tuple(Hit(match.start, match.end) for match in one.matches)
            found.append(reference.Edit(one.rule, "redact", one.edit.label, hits))
    return found


@given(cases())
def test_edits_give_the_text_that_the_reference_gives(case: Case) -> None:
    wanted, _ = reference.apply(Text.plain(case.text), _as_reference(case.contributions))
    assert _edited(case) == wanted.whole


@given(cases(), st.data())
def test_the_order_of_edits_changes_nothing(case: Case, data: st.DataObject) -> None:
    again = data.draw(st.permutations(case.contributions))
    assert _edited(Case(case.text, tuple(again))) == _edited(case)


@given(cases(with_texts=False))
def test_what_no_redaction_covers_stays_in_its_order_and_nothing_else_does(case: Case) -> None:
    edited = apply_edits(Subject.of_text(case.text), case.contributions)
    inserted = {i for start, end in edited.inserted[None] for i in range(start, end)}
    kept = "".join(c for i, c in enumerate(edited.subject.text) if i not in inserted)
    assert kept == "".join(c for i, c in enumerate(case.text) if i not in case.covered)


@given(cases())
def test_no_character_of_a_redacted_stretch_is_left_in_the_text(case: Case) -> None:
    # Each character of the original is given a sign of its own, which no label has.
    signs = "".join(chr(0xE000 + i) for i in range(len(case.text)))
    edited = _edited(Case(signs, case.contributions))
    left = {ord(c) - 0xE000 for c in edited if c in signs}
    assert not left & case.covered
    assert case.asks_for("replace") or left == set(range(len(signs))) - case.covered


@given(cases())
def test_what_is_inserted_is_the_policy_s_and_the_rest_is_the_text_s(case: Case) -> None:
    signs = "".join(chr(0xE000 + i) for i in range(len(case.text)))
    edited = apply_edits(Subject.of_text(signs), case.contributions)
    spans = [span for span in edited.inserted[None] if span[0] < span[1]]
    assert all(0 <= start < end <= len(edited.subject.text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    inserted = {i for start, end in spans for i in range(start, end)}
    rest = [c for i, c in enumerate(edited.subject.text) if i not in inserted]
    # What is put around stands apart by an empty line, which belongs to neither.
    assert all(c in signs or c in SEPARATOR for c in rest)
    assert not {c for i, c in enumerate(edited.subject.text) if i in inserted} & set(signs)


@given(cases())
def test_a_text_without_edits_is_the_text(case: Case) -> None:
    if not case.covered and not case.asks_for("append", "prepend", "replace"):
        assert _edited(case) == case.text
