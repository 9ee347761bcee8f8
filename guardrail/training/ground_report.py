"""What the grounding model's last step is worth: each source judged by a fit that did not see it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING, Final

from guardrail.evaluate.measures import MeasureError, roc_auc, wilson_interval
from guardrail.models.grounding.scorer import SUPPORTED
from guardrail.models.grounding.stack import Stack
from guardrail.training.ground_calibration import (
    ANSWERS,
    RAG_LIKE,
    SETTLED,
    answers_mixed,
    odds_by,
    rag_like,
    sentences,
    words,
)
from guardrail.training.ground_composing import SENTENCES, composed
from guardrail.training.ground_readings import ReadAnswer
from guardrail.training.ground_stack import BY_HAND, COLUMNS, STRENGTH, claim_table, fit_weights

if TYPE_CHECKING:
    from guardrail.evaluate.measures import Numbers

_WAYS: Final[Mapping[str, tuple[Sequence[str], float]]] = {
    "logit": (("logit",), 1e-4),
    "lexical": (COLUMNS[2:], 1e-2),
    "stack": (COLUMNS, STRENGTH),
}
"""The columns of each way to judge, and the strength of its ridge."""
_AREAS: Final = """\
ROC area, each source judged by a fit to all others; sources that the model never trained on are marked \\*. It has seen
the others in training, so that its logit looks better here than on a stranger's answers."""
_UNSEEN: Final = " \\*"
_POINTS: Final = f"""\
At support 0.5, RAG-like sources mixed so that {ANSWERS:.0%} of the answers and {SENTENCES:.0%} of the sentences are
unsupported. The points were chosen on these rows, hence the figures are a little optimistic. Composed answers have 2 to
12 sentences of one source, each unsupported with that probability:"""
_PLAIN: Final = Stack(1.0, 0.0, (), 0.0)


def report(answers: Sequence[ReadAnswer], stack: Stack) -> str:
    """Markdown: areas by source, what 0.5 does, how length counts, and the weights."""
    parts = [
        _AREAS,
        _areas_table(areas_left_out(answers)),
        _POINTS,
        _points_table(stack, answers),
        "Supported answers of RAG-like sources that are called unsupported all the same, by their number of claims:",
        _length_table(stack, answers),
        "Weights of the log odds that a sentence is unsupported:",
        _weights_table(stack),
    ]
    return "\n\n".join(parts) + "\n"


@dataclass(frozen=True, slots=True)
class SourceAreas:
    """ROC areas of one source by ways of judging, over answers and over sentences; None where one label is absent."""

    source: str
    seen: bool
    answers: int
    by_answer: Mapping[str, float | None]
    by_sentence: Mapping[str, float | None]


def areas_left_out(
    answers: Sequence[ReadAnswer], ways: Mapping[str, tuple[Sequence[str], float]] = _WAYS
) -> list[SourceAreas]:
    """The ROC areas of every source, each by fits to the other sources alone."""
    found = []
    for source, seen in sorted({(answer.source, answer.seen) for answer in answers}):
        own = [answer for answer in answers if (answer.source, answer.seen) == (source, seen)]
        rest = [answer for answer in answers if answer.source != source]
        table = claim_table(rest)
        by_answer: dict[str, float | None] = {}
        by_sentence: dict[str, float | None] = {}
        for way, (columns, strength) in ways.items():
            weights = fit_weights(table, columns, strength)
            totals = [_PLAIN.total(odds) if (odds := weights.odds(answer)) else SETTLED for answer in own]
            by_answer[way] = _area(totals, [answer.label for answer in own])
            by_sentence[way] = _area(*sentences(weights.odds, own)[:2])
        found.append(SourceAreas(source, seen, len(own), by_answer, by_sentence))
    return found


def _areas_table(found: Sequence[SourceAreas]) -> str:
    lines = [f"| source | answers | {' | '.join(f'{w}, answers | {w}, sentences' for w in _WAYS)} |"]
    lines.append("|---" * (2 + 2 * len(_WAYS)) + "|")
    for one in found:
        areas = [f"{_figure(one.by_answer[way])} | {_figure(one.by_sentence[way])}" for way in _WAYS]
        lines.append(f"| {one.source}{'' if one.seen else _UNSEEN} | {one.answers:,} | {' | '.join(areas)} |")
    for name, part in _PARTS.items():
        own = [one for one in found if part(one)]
        if own:
            means = [f"{_mean(o.by_answer[w] for o in own)} | {_mean(o.by_sentence[w] for o in own)}" for w in _WAYS]
            lines.append(f"| **mean, {name}** | {sum(one.answers for one in own):,} | {' | '.join(means)} |")
    return "\n".join(lines)


_PARTS: Final[Mapping[str, Callable[[SourceAreas], bool]]] = {
    "all": lambda one: True,
    "RAG-like": lambda one: one.source in RAG_LIKE,
    "not trained on": lambda one: not one.seen,
}


def _points_table(stack: Stack, answers: Sequence[ReadAnswer]) -> str:
    rag = rag_like(answers)
    odds, bad, counted = sentences(odds_by(stack), rag)
    logits, bad_words, counted_words = words(stack, answers)
    made = composed(rag)
    lines = ["| what | counted | precision | recall | F1 |", "|---|---|---|---|---|"]
    for name, calls, labels, weights in (
        ("answers", _called(stack, rag), [answer.label for answer in rag], answers_mixed(rag)),
        ("composed answers", _called(stack, made), [answer.label for answer in made], answers_mixed(made)),
        ("sentences", odds > 0, bad, counted),
        (
            "words of unsupported sentences, all sources with spans",
            logits >= stack.token_threshold,
            bad_words,
            counted_words,
        ),
    ):
        precision, recall, f1 = _rates(calls, labels, weights)
        lines.append(f"| {name} | {len(labels):,} | {precision:.3f} | {recall:.3f} | {f1:.3f} |")
    return "\n".join(lines)


def _rates(calls: Numbers, labels: Numbers, counted: Numbers) -> tuple[float, float, float]:
    """Precision, recall and F1, each row weighing `counted`."""
    import numpy

    weights, called, wanted = numpy.asarray(counted), numpy.asarray(calls, bool), numpy.asarray(labels, bool)
    hits, all_called, all_wanted = (float(weights[rows].sum()) for rows in (called & wanted, called, wanted))
    return hits / (all_called or 1.0), hits / (all_wanted or 1.0), 2 * hits / (all_called + all_wanted or 1.0)


def _called(stack: Stack, answers: Sequence[ReadAnswer]) -> list[bool]:
    return [stack.answer_support(odds_by(stack)(answer)) < SUPPORTED for answer in answers]


def _length_table(stack: Stack, answers: Sequence[ReadAnswer]) -> str:
    lines = [
        "| claims | answers | called unsupported | composed answers | called unsupported |",
        "|---|---|---|---|---|",
    ]
    rag = rag_like(answers)
    for name, fewest, most in (("1", 1, 1), ("2 or 3", 2, 3), ("4 to 6", 4, 6), ("7 or more", 7, 10**6)):
        cells = [name]
        for rows in (rag, composed(rag)):
            own = [answer for answer in rows if not answer.label and fewest <= len(answer.claims) <= most]
            called = sum(_called(stack, own))
            low, high = wilson_interval(called, len(own))
            cells += [f"{len(own):,}", f"{called / len(own):.1%} ({low:.1%} to {high:.1%})" if own else "-"]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _weights_table(stack: Stack) -> str:
    weights = (stack.logit, stack.token, *stack.features)
    lines = ["| figure | weight | by hand |", "|---|---|---|"]
    lines += [f"| {n} | {w:.3f} | {BY_HAND.get(n, 0.0):.2f} |" for n, w in zip(COLUMNS, weights, strict=True) if w]
    return "\n".join(lines)


def _area(scores: Numbers, labels: Numbers) -> float | None:
    try:
        return roc_auc(scores, labels)
    except MeasureError:
        return None


def _figure(area: float | None) -> str:
    return "-" if area is None else f"{area:.3f}"


def _mean(areas: Iterable[float | None]) -> str:
    known = [area for area in areas if area is not None]
    return f"{fmean(known):.3f}" if known else "-"
