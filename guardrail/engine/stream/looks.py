"""Asks a stream's checks of class `prefix` about what came, and keeps of their answers what is settled."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import replace

from guardrail.compiler.plan import Producer
from guardrail.engine.needs import Answers, Failure, Need
from guardrail.engine.stream.certainty import Certainty
from guardrail.engine.stream.shape import Shape
from guardrail.engine.stream.window import Window
from guardrail.text.subject import Subject
from guardrail.validators.contract import QUIET, Facts, Match, Outcome


def look_at_window(
    window: Window, shape: Shape, certainty: Certainty, live: int, facts: Facts
) -> Generator[Need, Answers, int]:
    """Ask about the stretch that is kept; returns up to where the text is settled, at most `live`.

    A match is settled where it begins before that: none that begins there can change any more.
    """
    subject = Subject.of_text(window.text)
    found: list[tuple[int, Outcome, tuple[Match, ...]]] = []
    for producer in shape.stretch_producers:
        for slot, outcome in (yield from _asked(shape, producer, subject, certainty, facts)):
            matches = tuple(replace(m, start=m.start + window.base, end=m.end + window.base) for m in outcome.matches)
            found.append((slot, outcome, tuple(match for match in matches if match.start >= window.done)))
    live = min((m.start for _, _, matches in found for m in matches if _is_all_so_far(window, m)), default=live)
    for slot, outcome, matches in found:
        certainty.take(slot, outcome, tuple(match for match in matches if match.start < live))
    return live


def look_at_text(shape: Shape, certainty: Certainty, text: str, facts: Facts) -> Generator[Need, Answers, None]:
    """Ask the checks that judge all that came."""
    subject = Subject.of_text(text)
    for producer in shape.whole_producers:
        for slot, outcome in (yield from _asked(shape, producer, subject, certainty, facts)):
            certainty.take(slot, outcome, ())


def _asked(
    shape: Shape, producer: Producer, subject: Subject, certainty: Certainty, facts: Facts
) -> Generator[Need, Answers, Iterator[tuple[int, Outcome]]]:
    """The outcomes by the stage's own slots; a failure is noted and no outcome."""
    answers = yield Need(shape.pipeline, producer, subject, facts)
    outcomes = []
    for place in producer.slots:
        answer = QUIET if answers is None else answers.get(place, QUIET)
        if isinstance(answer, Failure):
            certainty.failures.setdefault(shape.slots[place], answer)
        else:
            outcomes.append((shape.slots[place], answer))
    return iter(outcomes)


def _is_all_so_far(window: Window, match: Match) -> bool:
    """Whether nothing but blanks stands around a match: some checks are surer of what is all of a text."""
    if window.base or match.end <= match.start:
        return False
    return not window.text[: match.start].strip() and not window.text[match.end :].strip()
