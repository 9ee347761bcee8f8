"""Fake checks for whole random policies: each says by a formula what it finds, for the engine and the oracle alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, cast

from guardrail.diagnostics.source import Span
from guardrail.language import tree
from guardrail.models.cards import LEVELS, threshold
from guardrail.reference.values import Answer, Check, Hit, Place, Value
from guardrail.text.requests import Hit as ScanHit
from guardrail.text.requests import Matching, Pattern, PieceLike, ScanRequest, ViewName, WordList
from guardrail.text.subject import Subject
from guardrail.validators.contract import Check as BoundCheck
from guardrail.validators.contract import Cost as CostClass
from guardrail.validators.contract import (
    DirectCheck,
    Facts,
    Match,
    Outcome,
    Returns,
    ScanCheck,
    Signature,
    Stream,
)

Kind = Literal["find", "pattern", "list", "unasked", "truth", "bare", "claims", "points", "score"]
Fault = Literal["error", "timeout", "nan", "garbage", "outside"]
PLACE = "fakes.guard"


@dataclass(frozen=True, slots=True)
class Fake:
    """A check called `name` that looks for `word`.

    Its kinds: `find` gives every place of the word, `pattern` and `list` the same through the shared scanner
    (`unasked`: a truth that the scanner feeds, which holds where the word is missing), `truth` tells whether it is
    there. Odd ones: `bare`
    holds without a place, `claims` gives places while it does not hold, `points` gives places without extent.
    `score` counts `step` for each place, at most 1; where it is `scored` places carry their own score, the text
    that of the best, unless it `sums` them up. With a `fault` it fails in that way, where `when` stands in the text.
    """

    name: str
    kind: Kind
    word: str
    cost: Literal[0, 1, 2, 3] = 1
    step: float = 0.25
    scored: bool = True
    sums: bool = False
    fault: Fault | None = None
    when: str = ""

    @property
    def returns(self) -> Returns:
        """What a call of it is."""
        if self.kind == "score":
            return Returns.SCORE
        return Returns.TRUTH if self.kind in ("truth", "unasked") else Returns.FINDINGS

    @property
    def call(self) -> tree.Call:
        """A call of it, at the place where the unit knows it."""
        return tree.Call((self.name,), (), span=Span(PLACE, int(self.name[1:]), int(self.name[1:]) + 1))

    def facts(self) -> Check:
        """What the reference is told of it."""
        levels = {level: threshold(self.name, level) for level in LEVELS}
        return Check(self.name, self.returns.value, self.cost <= 1, self.kind == "score", levels)

    def signature(self) -> Signature:
        """What the compiler is told of it."""
        return Signature(
            self.name,
            "a fake",
            self.returns,
            Stream.WHOLE,
            CostClass(self.cost),
            spans=self.kind == "score" or self.returns is Returns.FINDINGS,
        )

    def check(self) -> BoundCheck:
        """The check that the engine runs."""
        if self.kind in ("pattern", "list"):
            return _Scan(self)
        return _Unasked(self) if self.kind == "unasked" else _Direct(self)

    def fails(self, texts: Iterable[str]) -> bool:
        """Whether the fault shows on a text that is made of these; the scanner asks nothing where nothing was hit."""
        asked = [text for text in texts if self.kind not in ("pattern", "list") or self.word in text]
        return self.fault is not None and any(self.when in text for text in asked)

    def answer(self, pieces: Mapping[Place, str]) -> Answer:
        """What it answers on a text, as the reference hears it: every fault but a timeout is an error."""
        if self.fails(pieces.values()):
            return "timeout" if self.fault == "timeout" else "error"
        outcome = self.outcome(pieces)
        hits = tuple(Hit(match.start, match.end, match.score, match.at) for match in outcome.matches)
        return Value(outcome.truth, outcome.score, hits)

    def outcome(self, pieces: Mapping[Place, str]) -> Outcome:
        """What it finds when it does not fail."""
        spans = [(place, start) for place, text in pieces.items() for start in occurrences(text, self.word)]
        matches = tuple(Match(start, start + len(self.word), at=place) for place, start in spans)
        match self.kind:
            case "unasked":
                return Outcome(len({place for place, _ in spans}) < len(pieces))
            case "truth" | "bare":
                return Outcome(bool(matches))
            case "claims":
                return Outcome(False, None, matches)
            case "points":
                return Outcome(bool(matches), None, tuple(Match(m.start, m.start, at=m.at) for m in matches))
            case "score":
                return self._scores(matches)
            case _:
                return Outcome(bool(matches), None, matches)

    def _scores(self, matches: tuple[Match, ...]) -> Outcome:
        if not self.scored:
            return Outcome(False, min(1.0, self.step * len(matches)), matches)
        own = [self.step if number % 2 else self.step / 2 for number in range(len(matches))]
        scored = tuple(replace(match, score=score) for match, score in zip(matches, own, strict=True))
        whole = self.step * len(matches) if self.sums else max(own, default=0.0)
        return Outcome(False, min(1.0, whole), scored)


def occurrences(text: str, word: str) -> Iterator[int]:
    """Where `word` stands in `text`, one behind the other."""
    position = text.find(word)
    while position >= 0:
        yield position
        position = text.find(word, position + len(word))


class _Direct(DirectCheck):
    __slots__ = ("fake",)

    def __init__(self, fake: Fake) -> None:
        super().__init__()
        self.fake = fake

    def run(self, subject: Subject, facts: Facts) -> Outcome:
        pieces = {piece.at: piece.text for piece in subject.pieces}
        return _faulty(self.fake, pieces.values(), self.fake.outcome(pieces), len(subject.text))


def _faulty(fake: Fake, texts: Iterable[str], outcome: Outcome, length: int) -> Outcome:
    if not fake.fails(texts):
        return outcome
    match fake.fault:
        case "error":
            raise ZeroDivisionError("the fake was told to fail")
        case "nan" if fake.kind == "score":
            return Outcome(score=float("nan"), matches=outcome.matches)
        case "garbage":
            return cast(Outcome, "no outcome")
        case "outside":
            return Outcome(True, 0.5, (Match(0, length + 1000),))
        case "timeout":
            return outcome  # The driver says so, as no check can.
        case _:
            raise ValueError("the fake was told to fail")


class _Scan(ScanCheck):
    __slots__ = ("fake",)

    def __init__(self, fake: Fake, *, judge_without_hits: bool = False) -> None:
        if fake.kind == "list":
            request = ScanRequest(lists=(WordList("words", (fake.word,), Matching(any_case=True)),))
        else:
            request = ScanRequest(patterns=(Pattern("word", fake.word, (ViewName.RAW,)),))
        super().__init__(request, judge_without_hits=judge_without_hits)
        self.fake = fake

    def judge(self, hits: tuple[ScanHit, ...], piece: PieceLike) -> Outcome:
        found = Outcome(bool(hits), None, tuple(Match(*hit.span, at=piece.at) for hit in hits))
        return _faulty(self.fake, (piece.text,), found, len(piece.text))


class _Unasked(_Scan):
    __slots__ = ()

    def __init__(self, fake: Fake) -> None:
        super().__init__(fake, judge_without_hits=True)

    def judge(self, hits: tuple[ScanHit, ...], piece: PieceLike) -> Outcome:
        return _faulty(self.fake, (piece.text,), Outcome(not hits), len(piece.text))
