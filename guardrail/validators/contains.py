"""`contains(text)`: a required text stands in the text, word for word or reworded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from guardrail.models.problems import ModelProblem
from guardrail.text.folding import fold
from guardrail.text.requests import ViewName
from guardrail.text.scanner.word_verify import begins_word, ends_word
from guardrail.validators.contains_support.rewording import Rewording
from guardrail.validators.contract import (
    QUIET,
    ArgumentProblem,
    Arguments,
    Check,
    Cost,
    DirectCheck,
    Facts,
    Kind,
    Outcome,
    Parameter,
    Returns,
    Signature,
    Stream,
)

if TYPE_CHECKING:
    from guardrail.text.subject import Subject

_HELD: Final = Outcome(truth=True)


class ContainsCheck(DirectCheck):
    """Holds where the required text stands in the folded text; with `rewording` also where it stands reworded.

    One long text is found faster by itself than by the shared automaton, which would have to hand over and confirm a
    hit for nearly every answer: a required text is there most of the time.
    """

    __slots__ = ("_folded", "_rewording", "cost")

    def __init__(self, required: str, rewording: Rewording | None) -> None:
        super().__init__(light=rewording is None)
        self._folded = " ".join(fold(required).split())
        self._rewording = rewording
        self.cost = Cost.C2 if rewording is not None and rewording.reads_meaning else Cost.C1

    def run(self, subject: Subject, facts: Facts) -> Outcome:
        """True where any piece holds the text; no spans."""
        for piece in subject.pieces:
            if self._stands_in(piece.view(ViewName.FOLDED).text):
                return _HELD
        rewording = self._rewording
        if rewording is not None and any(rewording.stands_in(piece.text) for piece in subject.pieces):
            return _HELD
        return QUIET

    def _stands_in(self, text: str) -> bool:
        if _has_words(text, self._folded):
            return True
        if "  " in text or any(blank in text for blank in _OTHER_BLANKS):
            return _has_words(" ".join(text.split()), self._folded)
        return False


_OTHER_BLANKS: Final = "\n\t\r\v\f"


def _has_words(text: str, words: str) -> bool:
    """Whether `words` stand in `text`, not as parts of longer words.

    >>> _has_words("some advice.", "advice"), _has_words("advices", "advice")
    (True, False)
    """
    start = text.find(words)
    while start >= 0:
        if begins_word(text, start) and ends_word(text, start + len(words)):
            return True
        start = text.find(words, start + 1)
    return False


class Contains:
    """Requires a text: exact but for case, accents and white space, or up to `similarity` reworded."""

    signature = Signature(
        name="contains",
        summary="a required text stands in the text, word for word or, with `similarity`, reworded",
        returns=Returns.TRUTH,
        stream=Stream.WHOLE,
        cost=Cost.C1,
        parameters=(
            Parameter("text", Kind.TEXT, "the required text, or the name of a declared one", required=True),
            Parameter(
                "similarity",
                Kind.NUMBER,
                "how alike a reworded text must be, from 0 to 1; without it only the exact text counts",
                named=True,
                minimum=0,
                maximum=1,
            ),
        ),
        examples=(
            ('contains("This is no medical advice.")', "Rest. THIS IS NO\nMEDICAL ADVICE. Ask a doctor.", True),
            ('contains("This is no medical advice.")', "This is medical advice.", False),
            (
                'contains("Please talk to a doctor before you take it.", similarity: 0.8)',
                "Before you take it, please talk to a doctor.",
                True,
            ),
            (
                'contains("This is no medical advice.", similarity: 0.8)',
                "This is medical advice.",
                False,
            ),
        ),
    )

    def bind(self, arguments: Arguments) -> Check:
        """A check for the text; raises `ArgumentProblem`: G210 when there is nothing to look for, G703."""
        required: str = arguments["text"]
        if not fold(required).strip():
            raise ArgumentProblem(
                "G210",
                "the required text is empty",
                parameter="text",
                help="write the text that must stand in the answer",
            )
        required = " ".join(required.split())
        similarity: float | None = arguments.values.get("similarity")  # type: ignore[assignment]
        return ContainsCheck(required, None if similarity is None else _rewording(required, similarity))


def _rewording(required: str, similarity: float) -> Rewording:
    # Most required texts are wanted word for word: those need no encoder.
    from guardrail.models.likeness import likeness

    try:
        return Rewording(required, similarity, likeness(required))
    except ModelProblem as problem:
        raise ArgumentProblem(
            "G703", f"the model that compares meanings cannot be used: {problem.reason}", help=problem.help
        ) from None


VALIDATOR = Contains()
