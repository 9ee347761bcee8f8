"""Streams against whole texts: a slice of the long profile, and proof that the slice would notice six defects."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guardrail.engine.stream import release as release_module
from guardrail.engine.stream.session import Session
from guardrail.engine.stream.window import Window
from guardrail.text.live import words as words_module
from guardrail.text.live.tracker import Tracker
from guardrail.text.live.words import Ended, Words
from tests.property.stream_cases import Made, Profile, make_chunks, make_policy, make_text
from tests.property.stream_comparison import Result, compare

POLICIES = 30
CASES = 10


@cache
def policies() -> tuple[Made, ...]:
    """The slice's policies: those of prefix checks, of windows, and a mixture."""
    chooser, found = random.Random("streams"), list[Made]()
    profiles = (Profile(windows=0.0, wholes=0.0, hard=0.0), Profile(windows=0.5), Profile())
    while len(found) < POLICIES:
        try:
            found.append(make_policy(chooser, profiles[len(found) % len(profiles)]))
        except ValueError:
            # The compiler refuses what a rule cannot do (a redaction without places): draw again.
            continue
    return tuple(found)


def the_slice() -> Iterator[Result]:
    """Every policy over some texts."""
    for number, made in enumerate(policies()):
        chooser = random.Random(number)
        for _ in range(CASES):
            text = make_text(chooser, made.hints)
            request = {"vip": chooser.random() < 0.5}
            yield compare(made, text, make_chunks(chooser, text), request=request, attempt=chooser.choice((1, 2)))


def test_the_slice_has_no_leak_and_no_difference() -> None:
    results = list(the_slice())
    assert [result.wrong for result in results if result.wrong] == []
    assert sum(result.across for result in results) > len(results) * 3 // 10, "findings must lie across cuts"


@settings(max_examples=100)
@given(seed=st.integers(0, 2**32), place=st.integers(0, POLICIES - 1))
def test_any_chunking_gives_the_whole_texts_decision(seed: int, place: int) -> None:
    chooser = random.Random(seed)
    made = policies()[place]
    text = make_text(chooser, made.hints)
    result = compare(made, text, make_chunks(chooser, text), request={"vip": True}, attempt=2)
    assert result.wrong == ""


# ------------------------------------------------------------------ seeded defects


def hold_one_short(patch: pytest.MonkeyPatch) -> None:
    """The hold-back lets one character too many go."""
    live, feed = Tracker.live.fget, Tracker.feed  # type: ignore[attr-defined]
    patch.setattr(Tracker, "live", property(lambda self: min(live(self) + 1, self.position)))
    patch.setattr(Tracker, "feed", lambda self, chunk: min(feed(self, chunk) + 1, self.position))


def boundaries_dropped(patch: pytest.MonkeyPatch) -> None:
    """Entries are followed only from where no word character stands before: in every list, whole words or not."""
    begin = Words.begin
    patch.setattr(Words, "begin", lambda self, before, c: () if before & words_module.NAME else begin(self, before, c))


def tail_unjudged(patch: pytest.MonkeyPatch) -> None:
    """What is held at the end goes out as it is."""

    def conclude(self: Session) -> Any:
        window = self._window
        rest = "" if window is None or self.decision is not None else self._let_out(window.hand_on(window.end))
        return rest + (yield from original(self))

    original = Session.conclude
    patch.setattr(Session, "conclude", conclude)


def state_shared(patch: pytest.MonkeyPatch) -> None:
    """Two streams write into one window's text."""
    shared = [""]

    def feed(self: Window, chunk: str) -> int:
        live = original(self, chunk)
        shared[0] = (shared[0] + chunk)[-len(self.text) :]
        self.text = shared[0].rjust(len(self.text))
        return live

    original = Window.feed
    patch.setattr(Window, "feed", feed)


def right_context_ignored(patch: pytest.MonkeyPatch) -> None:
    """A match counts as soon as its last character is there."""

    def feed(self: Tracker, chunk: str) -> int:
        original(self, chunk)
        groups = enumerate(self._state.groups)
        ended = [place for place, group in groups if any(isinstance(thread, Ended) for _, thread in group)]
        self.pending += [self._starts[place] for place in ended]
        if ended:
            self._state, self._starts = self._automaton.start, []
        return self.live

    original = Tracker.feed
    patch.setattr(Tracker, "feed", feed)


def redaction_one_off(patch: pytest.MonkeyPatch) -> None:
    """A label takes the place of one character too few."""
    original = release_module.splice
    patch.setattr(
        release_module,
        "splice",
        lambda text, spans: original(text, [type(s)(s.start, s.end - 1, s.label, s.rule) for s in spans]),
    )


DEFECTS: tuple[Callable[[pytest.MonkeyPatch], None], ...] = (
    hold_one_short,
    boundaries_dropped,
    tail_unjudged,
    state_shared,
    right_context_ignored,
    redaction_one_off,
)


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.__name__)
def test_the_slice_notices_a_defect(
    defect: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    for made in policies():
        # Shapes hold automata with steps that were worked out without the defect.
        made.guard.plans.forget()
    defect(monkeypatch)
    assert any(result.wrong for result in the_slice())
    monkeypatch.undo()
    for made in policies():
        made.guard.plans.forget()
