"""`length`: whether a text is as long as it should be, in characters, words or sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from guardrail.text.shingles import count_words
from guardrail.validators.contract import (
    ArgumentProblem,
    Arguments,
    Cost,
    DirectCheck,
    Facts,
    Kind,
    Outcome,
    Parameter,
    Returns,
    Signature,
    Stream,
    Watching,
)

if TYPE_CHECKING:
    from guardrail.text.subject import Subject

Unit = Literal["chars", "words", "sentences"]


class LengthCheck(DirectCheck):
    """True while the length lies within `[minimum, maximum]`, both inclusive, either of them open when None."""

    __slots__ = ("maximum", "minimum", "stream", "unit")

    def __init__(self, minimum: int | None, maximum: int | None, unit: Unit) -> None:
        super().__init__(light=unit == "chars")
        self.minimum = minimum
        self.maximum = maximum
        self.unit = unit
        # A text that is too long already stays so, one that is too short may go on.
        self.stream = Stream.PREFIX if minimum is None else Stream.WHOLE

    def run(self, subject: Subject, facts: Facts) -> Outcome:
        """Measure the whole text."""
        length = measure(subject.text, self.unit)
        if self.minimum is not None and length < self.minimum:
            return Outcome(message=f"{length} {self.unit}, at least {self.minimum} were expected")
        if self.maximum is not None and length > self.maximum:
            return Outcome(message=f"{length} {self.unit}, at most {self.maximum} were expected")
        return _WITHIN

    def watching(self, facts: Facts) -> Watching | None:
        """Whether a text has become too long is told at once, all else at the end."""
        from functools import partial

        from guardrail.text.live.lengths import LengthWatch

        if self.minimum is not None or self.maximum is None:
            return None
        measured = partial(measure, unit=self.unit)
        return Watching(LengthWatch(measured, self.maximum), lasting=False, whole=True, bound=0)


_WITHIN = Outcome(truth=True)


def measure(text: str, unit: Unit) -> int:
    """The length of a text: code points, words (a CJK, kana or Thai letter counts as one), or sentences.

    >>> measure("One. Two three.", "words"), measure("One. Two three.", "sentences"), measure("abc", "chars")
    (3, 2, 3)
    """
    if unit == "chars":
        return len(text)
    if unit == "words":
        return count_words(text)
    from guardrail.text.sentences import sentences

    return sum(1 for start, end in sentences(text) if not text[start:end].isspace())


class Length:
    """The validator."""

    signature = Signature(
        name="length",
        summary="True while the text has at least `min` and at most `max` characters, words or sentences",
        returns=Returns.TRUTH,
        stream=Stream.WHOLE,
        cost=Cost.C0,
        parameters=(
            Parameter("min", Kind.INTEGER, "The least that is long enough", named=True, minimum=0),
            Parameter("max", Kind.INTEGER, "The most that is not too long", named=True, minimum=0),
            Parameter(
                "unit",
                Kind.CHOICE,
                "What is counted: code points, words or sentences",
                named=True,
                choices=("chars", "words", "sentences"),
                default="chars",
            ),
        ),
        examples=(
            ("length(max: 20)", "Short enough", True),
            ("length(min: 3, unit: words)", "Too short", False),
            ("length(min: 1, max: 2, unit: sentences)", "One. Two. Three.", False),
        ),
    )

    def bind(self, arguments: Arguments) -> LengthCheck:
        """A check of the bounds; raises `ArgumentProblem` without a bound, or with bounds nothing lies between."""
        minimum: int | None = arguments["min"] if "min" in arguments.values else None
        maximum: int | None = arguments["max"] if "max" in arguments.values else None
        unit: Unit = arguments["unit"] if "unit" in arguments.values else "chars"
        if minimum is None and maximum is None:
            raise ArgumentProblem(
                "G201", "`length` needs a bound", help="write `length(max: 2000)`, `length(min: 20)`, or both"
            )
        if minimum is not None and maximum is not None and minimum > maximum:
            raise ArgumentProblem(
                "G210",
                f"no text has at least {minimum} and at most {maximum} {unit}",
                parameter="max",
                help=f"write a `max` of {minimum} or more",
            )
        return LengthCheck(minimum, maximum, unit)


VALIDATOR = Length()
