"""`contains(text)`: a required text stands in the text, word for word or reworded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from guardrail.text.folding import fold
from guardrail.text.requests import ViewName
from guardrail.text.scanner.word_verify import begins_word, ends_word
from guardrail.text.sentences import sentences
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

LEAST_LENGTH = 2 / 3
"""A reworded text has at least so many words for each of the required one's, and the other way round."""

# Folded; English, German, French, Spanish, Portuguese, Italian, Dutch, Polish and Czech, Scandinavian.
_NEGATIONS = """
no not never none cannot without nicht kein keine keinen keiner keinem nie ohne ne pas non jamais sans nunca sin nao
nem sem mai senza niet geen nooit zonder bez ikke ingen aldrig aldri inte
"""

_HELD = Outcome(truth=True)


class ContainsCheck(DirectCheck):
    """Holds where the required text stands in the folded text; with `similarity` also where it stands reworded.

    One long text is found faster by itself than by the shared automaton, which would have to hand over and confirm a
    hit for nearly every answer: a required text is there most of the time.
    """

    __slots__ = ("_folded", "_required", "_sentences", "_similarity")

    def __init__(self, required: str, similarity: float | None) -> None:
        super().__init__(light=similarity is None)
        self._folded = " ".join(fold(required).split())
        self._required = words_of(required)
        self._sentences = max(1, len(sentences(required)))
        self._similarity = similarity
        if similarity is not None:
            # Loads rapidfuzz now, not within a request.
            is_reworded(self._required, self._required, similarity)

    def run(self, subject: Subject, facts: Facts) -> Outcome:
        """True where any piece holds the text; no spans."""
        for piece in subject.pieces:
            if self._stands_in(piece.view(ViewName.FOLDED).text) or self._stands_reworded_in(piece.text):
                return _HELD
        return QUIET

    def _stands_in(self, text: str) -> bool:
        if _has_words(text, self._folded):
            return True
        if "  " in text or any(blank in text for blank in _OTHER_BLANKS):
            return _has_words(" ".join(text.split()), self._folded)
        return False

    def _stands_reworded_in(self, text: str) -> bool:
        if self._similarity is None:
            return False
        windows = _windows(text, self._sentences)
        return any(is_reworded(window, self._required, self._similarity) for window in windows)


_OTHER_BLANKS = "\n\t\r\v\f"


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


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a text, apostrophes kept.

    >>> words_of("It isn\\u2019t Medical advice.")
    ('it', "isn't", 'medical', 'advice')
    """
    return tuple(_word().findall(fold(text)))


def is_reworded(found: tuple[str, ...], required: tuple[str, ...], similarity: float) -> bool:
    """Whether two texts, given as words, say the same in other words, as far as shared words can tell.

    Rapidfuzz's token-set ratio decides. It is 1.0 also for a text that is part of the other, so the lengths must
    be alike; and it weighs every word the same, so one text may not negate when the other does not, and every
    number of the required text must stand in the other.

    >>> required = words_of("This is no medical advice, please ask a doctor.")
    >>> is_reworded(words_of("Please ask a doctor: no medical advice is this."), required, 0.9)
    True
    >>> is_reworded(words_of("This is medical advice, please ask a doctor."), required, 0.9)
    False
    """
    shorter, longer = sorted((len(found), len(required)))
    if not shorter or shorter < longer * LEAST_LENGTH:
        return False
    if any(map(_negates, found)) != any(map(_negates, required)) or not _numbers(required) <= _numbers(found):
        return False
    from rapidfuzz.fuzz import token_set_ratio

    return token_set_ratio(" ".join(found), " ".join(required)) >= 100 * similarity


def _windows(text: str, length: int) -> Iterator[tuple[str, ...]]:
    """The words of each run of `length` sentences, one more or one less; of the whole text where it has fewer."""
    parts = [words_of(text[start:end]) for start, end in sentences(text)]
    for count in range(max(1, length - 1), length + 2):
        for first in range(max(1, len(parts) - count + 1)):
            yield tuple(word for part in parts[first : first + count] for word in part)


def _numbers(words: tuple[str, ...]) -> set[str]:
    return {word for word in words if any(map(str.isdigit, word))}


def _negates(word: str) -> bool:
    return word in _negations() or word.endswith("n't")


@cache
def _negations() -> frozenset[str]:
    return frozenset(_NEGATIONS.split())


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+(?:'[^\W_]+)*")


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
        """A check for the text; raises `ArgumentProblem` when there is nothing in it to look for."""
        required: str = arguments["text"]
        if not fold(required).strip():
            raise ArgumentProblem(
                "G210",
                "the required text is empty",
                parameter="text",
                help="write the text that must stand in the answer",
            )
        similarity: float | None = arguments["similarity"] if "similarity" in arguments.values else None
        return ContainsCheck(" ".join(required.split()), similarity)


VALIDATOR = Contains()
