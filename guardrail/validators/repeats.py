"""`repeats`: the system prompt, the context or the question coming back word for word."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING

from guardrail.text.requests import CheckFault
from guardrail.text.shingles import Shingles
from guardrail.validators.contract import (
    QUIET,
    Arguments,
    Cost,
    DirectCheck,
    Facts,
    Kind,
    Match,
    Outcome,
    Parameter,
    Returns,
    Signature,
    Stream,
    Watching,
)

if TYPE_CHECKING:
    from guardrail.text.subject import Subject

_REMEMBERED = 8
"""Given texts whose shingles a check keeps: an application has few system prompts."""


class MissingText(CheckFault):
    """Raised by the check when the text it compares with was not given with the call."""


class RepeatsCheck(DirectCheck):
    """Reports each stretch of at least `words` words that the text `source` holds as well."""

    __slots__ = ("_lock", "_remembered", "source", "words")

    def __init__(self, source: str, words: int) -> None:
        super().__init__()
        self.source = source
        self.words = words
        self._remembered: OrderedDict[tuple[str, ...], Shingles] = OrderedDict()
        self._lock = Lock()

    def run(self, subject: Subject, facts: Facts) -> Outcome:
        """Compare every piece; raises `MissingText` where there is nothing to compare with."""
        shingles = self._shingles(self._given(facts))
        message = f"the {self.source} word for word"
        matches = tuple(
            Match(start, end, message, at=piece.at)
            for piece in subject.pieces
            for start, end in shingles.repeated(piece)
        )
        return Outcome(True, matches=matches) if matches else QUIET

    def watching(self, facts: Facts) -> Watching:
        """The last words that the given text also has are held; without one, the check fails at once."""
        from guardrail.text.live.repetition import RepetitionWatch

        try:
            shingles = self._shingles(self._given(facts))
        except MissingText:
            shingles = self._shingles(())
        return Watching(RepetitionWatch(shingles))

    def _given(self, facts: Facts) -> tuple[str, ...]:
        given = {"system": facts.system, "question": facts.question, "context": facts.context}[self.source]
        if given is None:
            raise MissingText(f"needs `{self.source}` to be given with the call")
        return (given,) if isinstance(given, str) else given

    def _shingles(self, texts: tuple[str, ...]) -> Shingles:
        with self._lock:
            found = self._remembered.get(texts)
            if found is not None:
                self._remembered.move_to_end(texts)
                return found
        made = Shingles.of_texts(texts, self.words)
        with self._lock:
            self._remembered[texts] = made
            if len(self._remembered) > _REMEMBERED:
                self._remembered.popitem(last=False)
        return made


class Repeats:
    """The validator."""

    signature = Signature(
        name="repeats",
        summary="The system prompt (or the context, or the question) repeated word for word",
        returns=Returns.FINDINGS,
        stream=Stream.PREFIX,
        cost=Cost.C1,
        spans=True,
        stages=frozenset({"output", "tool_call"}),
        parameters=(
            Parameter(
                "source",
                Kind.SUBJECT,
                "The text that must not come back",
                required=True,
                choices=("system", "context", "question"),
            ),
            Parameter(
                "words",
                Kind.INTEGER,
                "How many words in a row, after folding, make a repetition",
                named=True,
                default=8,
                minimum=3,
                maximum=100,
            ),
        ),
    )

    def bind(self, arguments: Arguments) -> RepeatsCheck:
        """A check against one of the texts that come with the call."""
        return RepeatsCheck(arguments["source"], arguments["words"] if "words" in arguments.values else 8)


VALIDATOR = Repeats()
