"""Runs producers and turns every fault a check can have into a `Failure`.

A check that raises, returns something that is no outcome, a score that is NaN or outside [0, 1], or a span
outside its text has failed: its rule's `on error` decides. Nothing a check does reaches the caller as an exception.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, Protocol, TypeAlias, runtime_checkable

from guardrail.compiler.plan import Producer, Slot
from guardrail.engine.needs import Answer, Answers, Failure, Need
from guardrail.models.allowance import Allowance
from guardrail.text.requests import Hit, PieceLike, RequestHits, Scanner
from guardrail.text.scanner.scanner import build_scanner
from guardrail.text.subject import Subject
from guardrail.validators.contract import QUIET, Check, Facts, Outcome

Hits: TypeAlias = Mapping[int, RequestHits]
"""Hits by the place of the piece they stand in, then by the place of the check that asked for them."""

PARTLY: Final = "only part of the text was judged in time"
NO_WINDOW: Final = "not begun: the time left was too short"

_NONE: RequestHits = {}


@runtime_checkable
class Limited(Protocol):
    """A check that looks at a text window by window, and can stop after any."""

    def run_within(self, subject: Subject, facts: Facts, allowance: Allowance | None) -> tuple[Outcome, float]:
        """What was found as far as the allowance goes, and the share of the subject that was looked at.

        The score of all of it must not be lower than that of a part.
        """


def run(need: Need, allowance: Allowance | None = None) -> Answers:
    """Answer a need on the spot; with an allowance, a classifier looks at as many windows as it admits."""
    producer, subject = need.producer, need.subject
    if subject.problem is not None:
        return dict.fromkeys(producer.slots, Failure("error", subject.problem))
    slots, facts = need.pipeline.slots, need.facts
    answers = None if producer.scanner is None else _run_scan(slots, producer, subject)
    for index in producer.slots[producer.scanned :]:
        answer = _run_check(slots[index], subject, facts, allowance)
        if answer is not QUIET:
            if answers is None:
                answers = {}
            answers[index] = answer
    return answers


def _run_check(slot: Slot, subject: Subject, facts: Facts, allowance: Allowance | None) -> Answer:
    check = slot.check
    if check is None:
        return Failure("error", f"the model of `{slot.signature.name}` is not installed")
    try:
        if allowance is not None and isinstance(check, Limited):
            return _run_limited(check, slot, subject, facts, allowance)
        outcome = check.run(subject, facts)
        # What such checks mostly return, and soon vouched for: a truth without places.
        if type(outcome) is Outcome and outcome.matches == () and type(outcome.truth) is bool and not slot.scores:
            return outcome
        return _checked(outcome, slot, subject)
    except Exception as problem:
        return Failure("error", reason_of(problem))


def _run_limited(check: Limited, slot: Slot, subject: Subject, facts: Facts, allowance: Allowance) -> Answer:
    """What a classifier found in all of the text, or a timeout with what it found in a part."""
    outcome, covered = check.run_within(subject, facts, allowance)
    answer = _checked(outcome, slot, subject)
    if covered >= 1.0 or isinstance(answer, Failure):
        return answer
    return Failure("timeout", PARTLY if covered > 0 else NO_WINDOW, answer if covered > 0 else None, covered)


def _run_scan(slots: Sequence[Slot], producer: Producer, subject: Subject) -> dict[int, Answer] | None:
    scanner, pieces = producer.scanner, subject.pieces
    assert scanner is not None
    first = producer.slots.start
    try:
        if len(pieces) == 1 and not producer.unasked:
            found = scanner.scan(pieces[0])
            if found is None:
                return None
            return {first + place: _judge_piece(slots[first + place], own, subject) for place, own in found.items()}
        hits = _hits(scanner, subject)
    except Exception:
        # One pattern's fault must not become every check's: each scans alone, and only its own fault counts.
        return {index: _scan_alone(slots[index], subject) for index in producer.slots[: producer.scanned]}
    answers: dict[int, Answer] = {}
    for place in producer.unasked if hits is None else _places(hits, producer):
        slot = slots[first + place]
        answer = _judge(slot, place, hits or {}, subject)
        if answer is not QUIET:
            answers[slot.index] = answer
    return answers or None


def _judge_piece(slot: Slot, hits: tuple[Hit, ...], subject: Subject) -> Answer:
    """The usual case: one text, and a check that has hits in it."""
    assert slot.check is not None
    try:
        return _checked(slot.check.judge(hits, subject.pieces[0]), slot, subject)
    except Exception as problem:
        return Failure("error", reason_of(problem))


def _places(hits: Hits, producer: Producer) -> Iterable[int]:
    """The places of the checks that have hits, or want to be asked without."""
    if len(hits) == 1 and not producer.unasked:
        return next(iter(hits.values()))
    return sorted({place for found in hits.values() for place in found}.union(producer.unasked))


def _hits(scanner: Scanner, subject: Subject) -> Hits | None:
    pieces = subject.pieces
    if len(pieces) == 1:
        found = scanner.scan(pieces[0])
        return None if found is None else {0: found}
    hits = scanner.scan_pieces(pieces)
    if hits and 0 in hits and pieces[0].at is None:
        return _without_document(hits, subject)
    return hits


def _without_document(hits: Hits, subject: Subject) -> Hits:
    """JSON in prose is looked at twice: what stands inside the JSON counts as found in its decoded strings alone."""
    document = subject.document
    assert document is not None
    start, end = document.start, document.end
    outside = {
        place: kept
        for place, found in hits[0].items()
        if (kept := tuple(hit for hit in found if not (start <= hit.span[0] and hit.span[1] <= end)))
    }
    return {**hits, 0: outside}


def _scan_alone(slot: Slot, subject: Subject) -> Answer:
    assert slot.check is not None and slot.check.request is not None
    try:
        found = _hits(build_scanner((slot.check.request,)), subject)
    except Exception as problem:
        return Failure("error", reason_of(problem))
    return _judge(slot, 0, found or {}, subject)


def _judge(slot: Slot, place: int, hits: Hits, subject: Subject) -> Answer:
    check = slot.check
    assert check is not None
    try:
        return _checked(_judged_pieces(check, place, hits, subject.pieces), slot, subject)
    except Exception as problem:
        return Failure("error", reason_of(problem))


def _judged_pieces(check: Check, place: int, hits: Hits, pieces: Sequence[PieceLike]) -> Outcome:
    if check.judge_without_hits:
        outcomes = [check.judge(hits.get(i, _NONE).get(place, ()), piece) for i, piece in enumerate(pieces)]
    else:
        outcomes = [check.judge(found[place], pieces[i]) for i, found in hits.items() if place in found]
    telling = [outcome for outcome in outcomes if outcome is not QUIET]
    if not telling:
        return QUIET
    return telling[0] if len(telling) == 1 else _merged(telling)


def _merged(outcomes: list[Outcome]) -> Outcome:
    scores = [o.score for o in outcomes if o.score is not None]
    return Outcome(
        any(o.truth for o in outcomes),
        max(scores) if scores else None,
        tuple(match for o in outcomes for match in o.matches),
        next((o.message for o in outcomes if o.message), ""),
    )


def _checked(outcome: Any, slot: Slot, subject: Subject) -> Answer:
    if not isinstance(outcome, Outcome) or not isinstance(outcome.truth, bool):
        return Failure("error", "the check returned something that is no outcome")
    if slot.scores and not _is_score(outcome.score):
        return Failure("error", "the check returned a score that is not a number from 0 to 1")
    for match in outcome.matches:
        if not 0 <= match.start <= match.end <= _length_of(subject, match.at):
            return Failure("error", "the check returned a span outside its text")
    answer: Outcome = outcome
    return answer


def _is_score(score: Any) -> bool:
    # NaN fails both comparisons.
    return isinstance(score, (int, float)) and not isinstance(score, bool) and 0.0 <= score <= 1.0


def _length_of(subject: Subject, at: str | int | None) -> int:
    if at is None:
        return len(subject.text)
    # A validator may point at a JSON member that is no text (a schema violation): such a match has no span.
    return next((len(piece.text) for piece in subject.pieces if piece.at == at), 0)


def reason_of(problem: Exception) -> str:
    """What to say about a fault: our own exceptions' words, or only the kind of a stranger's.

    >>> reason_of(ZeroDivisionError("secret text"))
    'the check raised ZeroDivisionError'
    """
    words = getattr(problem, "reason", None)
    return words if isinstance(words, str) else f"the check raised {type(problem).__name__}"
