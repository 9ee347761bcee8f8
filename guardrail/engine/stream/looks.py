"""Asks a stream's checks of class `prefix` about what came, and keeps of their answers what is settled."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace

from guardrail.engine.needs import Answers, Need
from guardrail.engine.stream.inquiry import Inquiry
from guardrail.engine.stream.window import Window
from guardrail.text.subject import Subject
from guardrail.validators.contract import Match, Outcome


def look_at_window(inquiry: Inquiry, window: Window, live: int) -> Generator[Need, Answers, int]:
    """Ask about the stretch that is kept; returns up to where the text is settled, at most `live`.

    A match is settled where it begins before that: none that begins there can change any more.
    """
    subject = Subject.of_text(window.text)
    found: list[tuple[int, Outcome, tuple[Match, ...]]] = []
    for producer in inquiry.shape.stretch:
        for slot, outcome in (yield from inquiry.ask(producer, subject)):
            matches = tuple(replace(m, start=m.start + window.base, end=m.end + window.base) for m in outcome.matches)
            found.append((slot, outcome, tuple(match for match in matches if match.start >= window.done)))
    alone = (m.start for _, _, matches in found for m in matches if _is_all_so_far(window, m))
    live = min((live, *alone))
    for slot, outcome, matches in found:
        inquiry.certainty.take(slot, outcome, tuple(match for match in matches if match.start < live))
    return live


def look_at_text(inquiry: Inquiry, text: str) -> Generator[Need, Answers, None]:
    """Ask the checks that judge all that came."""
    subject = Subject.of_text(text)
    for producer in inquiry.shape.whole:
        for slot, outcome in (yield from inquiry.ask(producer, subject)):
            inquiry.certainty.take(slot, outcome, ())


def _is_all_so_far(window: Window, match: Match) -> bool:
    """Whether nothing but blanks stands around a match: some checks are surer of what is all of a text."""
    if window.base or match.end <= match.start:
        return False
    return not window.text[: match.start].strip() and not window.text[match.end :].strip()
