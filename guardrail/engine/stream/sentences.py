"""The sentences of a stream: each is judged when it has ended, and held until then."""

from __future__ import annotations

import re
from collections.abc import Generator
from dataclasses import replace
from functools import cache

from guardrail.engine.needs import Answers, Failure, Need
from guardrail.engine.stream.certainty import Certainty
from guardrail.engine.stream.shape import Shape
from guardrail.engine.stream.window import Window
from guardrail.text.sentences import MAX_SENTENCE, sentences
from guardrail.text.subject import Subject
from guardrail.validators.contract import Facts, Outcome


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

    def judge(
        self, window: Window, shape: Shape, certainty: Certainty, facts: Facts, *, last: bool = False
    ) -> Generator[Need, Answers, None]:
        """Ask about every sentence that has ended; with `last` about the one that the text ends with, too."""
        text = window.stretch(self.start, window.end)
        spans = sentences(text)
        begun = self.start
        for start, end in spans if last else spans[:-1]:
            if not text[start:end].isspace():
                yield from _judge(text[start:end], begun + start, shape, certainty, facts)
            self.start = begun + end
        self._told = _ends().search(window.stretch(self.start, window.end)) is not None


def _judge(
    sentence: str, start: int, shape: Shape, certainty: Certainty, facts: Facts
) -> Generator[Need, Answers, None]:
    subject = Subject.of_text(sentence)
    for producer in shape.windows:
        place = producer.slots.start
        answers = yield Need(shape.pipeline, producer, subject, facts)
        answer = Outcome(score=0.0) if answers is None else answers.get(place, Outcome(score=0.0))
        if isinstance(answer, Failure):
            certainty.failures.setdefault(shape.slots[place], answer)
            continue
        matches = tuple(replace(m, start=m.start + start, end=m.end + start) for m in answer.matches)
        certainty.score(shape.slots[place], answer.score or 0.0, matches)


@cache
def _ends() -> re.Pattern[str]:
    return re.compile("[.!?…。！？｡．؟۔।॥\n]")
