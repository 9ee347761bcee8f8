"""The live automaton never lets go of what becomes a match, and never holds more than the plan says."""

from __future__ import annotations

import random
from functools import cache
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from guardrail.compiler.stream_bounds import bound_of
from guardrail.engine.guard import Guard
from guardrail.engine.stages import Asked
from guardrail.engine.stream.session import Session
from guardrail.text.characters import is_ignorable
from guardrail.text.live.automaton import Automaton
from guardrail.text.live.component import Component
from guardrail.text.live.letters import letter_components
from guardrail.text.live.patterns import Watched, pattern_components
from guardrail.text.live.tracker import Tracker
from guardrail.text.live.words import word_components
from guardrail.text.requests import Matching, Pattern, ScanRequest, ViewName, WordList
from guardrail.text.scanner.scanner import build_scanner
from guardrail.text.subject import Piece
from guardrail.validators.contract import Stream
from tests.property.stream_cases import NAMES, PATTERNS, PIECES
from tests.unit.stream_guards import guard_of

texts = st.lists(st.sampled_from(PIECES), max_size=16).map("".join)
matchings = st.builds(Matching, st.booleans(), st.just(True), st.booleans(), st.booleans())
lists = st.builds(
    WordList, st.just("names"), st.lists(st.sampled_from(NAMES), min_size=1, max_size=4).map(tuple), matchings
)


@given(text=texts, words=lists, expressions=st.lists(st.sampled_from(PATTERNS), max_size=3, unique=True))
def test_whatever_becomes_a_match_was_live_from_its_first_character_on(
    text: str, words: WordList, expressions: list[str]
) -> None:
    views = (ViewName.RAW, ViewName.CLEAN)
    patterns = tuple(Pattern("", expression, views) for expression in expressions)
    hits = (build_scanner([ScanRequest((words,), patterns)]).scan(Piece(text)) or {}).get(0, ())
    components: list[Component] = [
        *word_components([words]),
        *pattern_components(Watched(pattern.expression, view) for pattern in patterns for view in views),
    ]
    tracker = Tracker(Automaton(components))
    live = []
    for character in text:
        tracker.feed(character)
        live.append(tracker.live)
    for hit in hits:
        start, end = hit.span
        assert all(live[place] <= start for place in range(start, end)), hit.text
        assert end == len(text) or any(place <= start for place in tracker.pending), "it was noticed"


@given(text=texts, name=st.sampled_from(NAMES))
def test_whatever_is_found_in_disguise_was_live(text: str, name: str) -> None:
    words = WordList("names", (name,), Matching(True, True, True, disguised=True))
    hits = (build_scanner([ScanRequest((words,))]).scan(Piece(text)) or {}).get(0, ())
    tracker = Tracker(Automaton([*word_components([words]), *letter_components([words])]), letters=True)
    live = []
    for character in text:
        tracker.feed(character)
        live.append(tracker.live)
    for hit in hits:
        assert all(live[place] <= hit.span[0] for place in range(*hit.span)), hit.text


@cache
def _automaton() -> Automaton:
    return Automaton(
        [
            *word_components([WordList("names", NAMES)]),
            *pattern_components(Watched(expression, ViewName.CLEAN) for expression in PATTERNS),
        ]
    )


@given(text=texts, cuts=st.lists(st.integers(0, 200), max_size=8))
def test_chunks_do_not_change_what_is_live(text: str, cuts: list[int]) -> None:
    automaton = _automaton()
    one, other = Tracker(automaton), Tracker(automaton)
    for character in text:
        one.feed(character)
    places = sorted({cut for cut in cuts if cut < len(text)} | {0, len(text)})
    for start, end in pairwise(places):
        other.feed(text[start:end])
    assert (one.live, one.completed, one.position) == (other.live, other.completed, other.position)


RULES = ("mentions(names)", "pii(email, card_number)", 'matches("a{2,5}b", "\\d{3}-\\d{2}")', "secrets(jwt)")


@cache
def _guard(rule: str) -> Guard:
    return guard_of(f"redact if {rule}")


@settings(max_examples=60)
@given(seed=st.integers(0, 2**32), rule=st.sampled_from(RULES))
def test_no_more_waits_than_the_plan_says(seed: int, rule: str) -> None:
    guard = _guard(rule)
    pipeline = guard.rails.schedules["output"].pipeline
    bounds = [bound_of(slot, Stream.PREFIX) for slot in pipeline.slots]
    bound = max((b for b in bounds if b is not None), default=0) if None not in bounds else 10**6
    chooser = random.Random(seed)
    session = Session(guard.rails, guard.plans, Asked())
    window = session._window
    assert window is not None
    for _ in range(20):
        session.feed(chooser.choice(PIECES))
        waiting = window.text[window.live - window.base :]
        shown = " ".join("".join(c for c in waiting if not is_ignorable(c)).split())
        assert len(shown) <= bound + 1
