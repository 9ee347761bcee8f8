"""Where the grounding model's 0.5 lies: for sentences, for answers and for words, at the prevalence of real traffic.

In training half of all claims are unsupported; in answers over retrieved passages some 6 % of the sentences are, and
a quarter to two fifths of the answers hold one. Every point here is the best F1 on a mix of that prevalence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from guardrail.evaluate.calibration import platt
from guardrail.evaluate.measures import MeasureError
from guardrail.models.grounding.stack import Stack
from guardrail.training.ground_composing import SENTENCES, composed
from guardrail.training.ground_readings import ReadAnswer
from guardrail.training.ground_stack import Weights

if TYPE_CHECKING:
    from numpy.typing import NDArray

Odds: TypeAlias = Callable[[ReadAnswer], list[float]]
"""The log odds of the claims of an answer that the model read."""

ANSWERS: Final = 0.33
RAG_LIKE: Final = frozenset(
    {"own_rag", "attribution_bench", "begin", "clapnq", "q_squared", "faithdial_audit", "summedits", "bump"}
    | {"synthetic_edits", "synthetic_passages"}
)
"""Sources whose answers are sentences over passages, as those of a system that retrieves."""
SETTLED: Final = -12.0
"""Log odds of what needs no model: a claim that stands in the passages word for word, an answer that claims nothing."""
MOST_LENGTH: Final = 0.5
"""The rows have as many good long answers as bad ones. In traffic a longer answer is more often bad: half of what its
length adds stays."""
_SURELY: Final = 30.0
_PLATEAU: Final = 0.01
"""F1 this close to the best is as good; the highest of such thresholds gives the fewest false alarms."""
_LEAST_SLOPE: Final = 0.1
_FEWEST: Final = 15
"""Rows that a label of a source is taken for at least."""


def calibrated(weights: Weights, answers: Sequence[ReadAnswer]) -> Stack:
    """The stack of `weights` with its bias, slope, offset, length and token threshold.

    Raises `MeasureError` where RAG-like answers of one label, or answers with known words, are missing.
    """
    rag = rag_like(answers)
    if {answer.label for answer in rag} != {0, 1}:
        raise MeasureError("answers like those of a system that retrieves are missing, of one label or of both")
    odds, bad, counted = sentences(weights.odds, rag)
    logit, token, *features = (float(weight) for weight in weights.by_column)
    stack = Stack(logit, token, tuple(features), weights.bias - best_threshold(odds, bad, counted))
    stack = replace(stack, length=length_share(stack, rag))
    stack = with_answer_curve(stack, [*rag, *composed(rag)])
    return replace(stack, token_threshold=token_threshold(stack, answers))


def rag_like(answers: Sequence[ReadAnswer]) -> list[ReadAnswer]:
    """The answers of the sources that are like those of a system that retrieves."""
    return [answer for answer in answers if answer.source in RAG_LIKE]


def odds_by(stack: Stack) -> Odds:
    """The log odds that a stack gives claims."""
    return lambda answer: [stack.odds(logit, token, features) for logit, token, *features in answer.read]


def sentences(odds_of: Odds, answers: Sequence[ReadAnswer]) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """Log odds, label and weight in the mix of all claims [n] whose label is known."""
    import numpy

    found: list[float] = []
    bad: list[int] = []
    groups: list[Hashable] = []
    for answer in answers:
        left = iter(odds_of(answer))
        for claim in answer.claims:
            odds = SETTLED if claim.figures is None else next(left)
            if claim.bad is not None:
                found.append(odds)
                bad.append(int(claim.bad))
                groups.append((answer.source, answer.seen))
    return numpy.array(found), numpy.array(bad), mixed(groups, bad, SENTENCES)


def length_share(stack: Stack, answers: Sequence[ReadAnswer]) -> float:
    """How much of log n the total of supported answers grows by with their number n of claims, from 0 to `MOST_LENGTH`.

    Sources differ in length and in difficulty, so that only answers of one source are compared with each other.
    """
    import numpy

    good = [answer for answer in answers if not answer.label and answer.read]
    odds_of, added = odds_by(stack), replace(stack, length=0.0)
    totals = numpy.array([added.total(odds_of(answer)) for answer in good])
    logs = numpy.log(numpy.array([len(answer.read) for answer in good]))
    for source in {(answer.source, answer.seen) for answer in good}:
        own = numpy.array([(answer.source, answer.seen) == source for answer in good])
        totals[own] -= totals[own].mean()
        logs[own] -= logs[own].mean()
    spread = float(logs @ logs)
    return min(max(float(totals @ logs) / spread, 0.0), MOST_LENGTH) if spread else 0.0


def with_answer_curve(stack: Stack, answers: Sequence[ReadAnswer]) -> Stack:
    """The stack with the slope of a calibrated probability, and the offset that puts the best F1 at 0.5."""
    import numpy

    labels = [answer.label for answer in answers]
    counted = answers_mixed(answers)
    odds = list(map(odds_by(stack), answers))
    totals = [stack.total(own) if own else SETTLED for own in odds]
    slope = max(platt(totals, labels, counted).slope, _LEAST_SLOPE)
    # An answer with an unsupported sentence is unsupported, wherever the answers' own threshold lies.
    surely = [max(own, default=SETTLED) > 0 for own in odds]
    threshold = best_threshold(numpy.where(surely, _SURELY, totals), numpy.array(labels), counted)
    return replace(stack, slope=slope, offset=-slope * min(threshold, max(totals)))


def answers_mixed(answers: Sequence[ReadAnswer]) -> NDArray[Any]:
    """What each answer weighs [n] in the mix."""
    return mixed([(one.source, one.seen) for one in answers], [one.label for one in answers], ANSWERS)


def token_threshold(stack: Stack, answers: Sequence[ReadAnswer]) -> float:
    """The token logit that marks words best within the sentences that are called unsupported, or should be.

    Raises `MeasureError` where no word is known to be unsupported.
    """
    logits, bad, counted = words(stack, answers)
    if not bad.any():
        raise MeasureError("answers whose unsupported words are known are missing")
    return best_threshold(logits, bad, counted, plateau=0.0)


def words(stack: Stack, answers: Sequence[ReadAnswer]) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """Logit, label and weight of the words [n] of sentences that are called unsupported, or should be.

    Every source weighs the same. A word that a fact check doubts is marked whatever the model says; where a sentence
    is not called unsupported none of its words is.
    """
    import numpy

    odds_of = odds_by(stack)
    logits: list[float] = []
    bad: list[int] = []
    groups: list[str] = []
    for answer in answers:
        known = [claim for claim in answer.claims if claim.figures is not None]
        for claim, odds in zip(known, odds_of(answer), strict=True):
            if odds > 0:
                logits += [_SURELY if word.doubted else word.logit for word in claim.words]
            elif claim.bad:
                logits += [-_SURELY] * len(claim.words)
            else:
                continue
            bad += [int(word.bad) for word in claim.words]
            groups += [answer.source] * len(claim.words)
    sizes = Counter(groups)
    return numpy.array(logits), numpy.array(bad), numpy.array([1 / sizes[name] for name in groups])


def best_threshold(scores: NDArray[Any], bad: NDArray[Any], counted: NDArray[Any], plateau: float = _PLATEAU) -> float:
    """The threshold of best F1 for `scores >= threshold`, all [n]: the highest of those that are nearly as good.

    >>> import numpy
    >>> best_threshold(numpy.array([2.0, 1.0, -1.0, -2.0]), numpy.array([1, 1, 0, 0]), numpy.ones(4))
    0.0
    """
    import numpy

    order = numpy.argsort(-scores, kind="stable")
    ordered = scores[order]
    hits = numpy.cumsum((counted * bad)[order])
    f1 = 2 * hits / (numpy.cumsum(counted[order]) + hits[-1])
    # A threshold lies between two different scores, or at the lowest one.
    ends = numpy.flatnonzero(numpy.append(numpy.diff(ordered) < 0, True))
    thresholds = (ordered[ends] + numpy.append(ordered, ordered[-1])[ends + 1]) / 2
    return float(thresholds[f1[ends] >= f1[ends].max() - plateau][0])


def mixed(groups: Sequence[Hashable], labels: Sequence[int], prevalence: float) -> NDArray[Any]:
    """What each row weighs [n], so that all groups weigh the same and `prevalence` of each is labelled 1."""
    import numpy

    sizes = Counter(zip(groups, labels, strict=True))
    shares = (1 - prevalence, prevalence)
    weights = [shares[key[1]] / max(sizes[key], _FEWEST) for key in zip(groups, labels, strict=True)]
    return numpy.array(weights) * len(weights) / sum(weights)
