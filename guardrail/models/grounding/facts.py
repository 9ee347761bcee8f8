"""What a sentence states that can be looked up: numbers, dates and names, and whether the passages have them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from guardrail.models.grounding.dates import MomentIndex, moments
from guardrail.models.grounding.names import NameIndex, names
from guardrail.models.grounding.numerals import QuantityIndex, Standing, quantities
from guardrail.models.grounding.words import stems


class Doubt(str, Enum):
    """What is wrong with a fact."""

    NUMBER = "number"
    """The figure is not in the passages."""
    SMALL_NUMBER = "small number"
    """A spelled number up to ten, or an ordinal, is not: it may have been counted."""
    UNIT = "unit"
    """The figure is there, of something else."""
    DATE = "date"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A stretch of a sentence, in code points of it, that states a fact which is not in the passages."""

    kind: Doubt
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Known:
    """The facts of some texts."""

    numbers: QuantityIndex
    moments: MomentIndex
    names: NameIndex


def known(texts: Iterable[str], vocabulary: frozenset[str] | None = None) -> Known:
    """The facts of some texts; `vocabulary` is the set of their stems, where the caller has it."""
    texts = tuple(texts)
    if vocabulary is None:
        vocabulary = frozenset(word for text in texts for word in stems(text))
    found = [quantity for text in texts for quantity in quantities(text)]
    years = [quantity.raw for quantity in found if 1000 <= quantity.raw < 2200]
    dates = [moment for text in texts for moment in moments(text)]
    return Known(QuantityIndex(found), MomentIndex(dates, years), NameIndex(texts, vocabulary))


@lru_cache(maxsize=64)
def known_question(question: str) -> Known:
    """The facts of a question, remembered."""
    return known((question,))


def doubtful(sentence: str, passages: Known, question: Known | None = None) -> tuple[Doubtful, ...]:
    """The facts of a sentence that neither the passages nor the question have, in order.

    >>> held = known(["The shop opened on 3 March 2020 with 1,000 visitors; Ann Lee paid 5 %."])
    >>> text = "On March 3 Ann Lee met one thousand visitors in Oslo, 6 percent."
    >>> [(d.kind.value, text[d.start : d.end]) for d in doubtful(text, held)]
    [('name', 'Oslo'), ('number', '6 percent')]
    """
    found: list[Doubtful] = []
    dated: list[tuple[int, int]] = []
    for moment in moments(sentence):
        dated.append((moment.start, moment.end))
        if not passages.moments.knows(moment) and not (question and question.moments.knows(moment)):
            found.append(Doubtful(Doubt.DATE, moment.start, moment.end))
    for quantity in quantities(sentence):
        if any(start <= quantity.start < end for start, end in dated):
            continue
        standing = passages.numbers.standing(quantity)
        if standing is Standing.KNOWN or (question and question.numbers.standing(quantity) is Standing.KNOWN):
            continue
        kind = Doubt.UNIT if standing is Standing.OTHER_UNIT else Doubt.SMALL_NUMBER if quantity.small else Doubt.NUMBER
        found.append(Doubtful(kind, quantity.start, quantity.end))
    for name in names(sentence):
        if not passages.names.knows(name) and not (question and question.names.knows(name)):
            found.append(Doubtful(Doubt.NAME, name.start, name.end))
    return tuple(sorted(found, key=lambda fact: fact.start))
