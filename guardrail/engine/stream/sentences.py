"""The sentences of a stream: each is judged when it has ended, and held until then."""

from __future__ import annotations

import re
from collections.abc import Generator
from dataclasses import replace
from functools import cache

from guardrail.engine.needs import Answers, Need
from guardrail.engine.stream.inquiry import Inquiry
from guardrail.engine.stream.window import Window
from guardrail.text.sentences import MAX_SENTENCE, sentences
from guardrail.text.subject import Subject


class SentenceWatch:
    """`start` is where the first sentence begins that has not been judged, as a place in the text."""

    __slots__ = ("_told", "start")

    def __init__(self) -> None:
        self.start = 0
        self._told = False

    def feed(self, window: Window, chunk: str) -> bool:
        """Whether a sentence has ended with `chunk`, which `window` was fed before."""
        self._told = self._told or _ends().search(chunk) is not None
        if not self._told and window.end - self.start <= MAX_SENTENCE:
            return False
        return len(sentences(window.stretch(self.start, window.end))) > 1

    def judge(self, inquiry: Inquiry, window: Window, *, last: bool = False) -> Generator[Need, Answers, None]:
        """Ask about every sentence that has ended; with `last` about the one that the text ends with, too."""
        text = window.stretch(self.start, window.end)
        spans = sentences(text)
        begun = self.start
        for start, end in spans if last else spans[:-1]:
            if not text[start:end].isspace():
                yield from _judge(inquiry, text[start:end], begun + start)
            self.start = begun + end
        self._told = _ends().search(window.stretch(self.start, window.end)) is not None


def _judge(inquiry: Inquiry, sentence: str, start: int) -> Generator[Need, Answers, None]:
    subject = Subject.of_text(sentence)
    inquiry.begin_unit()
    for producer in inquiry.shape.windows:
        for slot, outcome in (yield from inquiry.ask(producer, subject)):
            matches = tuple(replace(m, start=m.start + start, end=m.end + start) for m in outcome.matches)
            inquiry.certainty.score(slot, outcome.score or 0.0, matches)


@cache
def _ends() -> re.Pattern[str]:
    return re.compile("[.!?…。！？｡．؟۔।॥\n]")
