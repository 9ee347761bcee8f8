"""How far passages support an answer: every sentence is read beside its evidence, and the answer is their sum."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

from guardrail.decision import Span
from guardrail.models import weights
from guardrail.models.grounding.claims import MOST_QUESTION, Claim, Role, claims
from guardrail.models.grounding.evidence import Evidence, Passages
from guardrail.models.grounding.features import Context, Measured, measure
from guardrail.models.grounding.pairs import Pair, WordPieces, encode_pair
from guardrail.models.grounding.reading import CrossEncoder, Reading
from guardrail.models.grounding.stack import Stack, shipped, support
from guardrail.models.grounding.words import is_content, stems
from guardrail.models.sessions import open_session
from guardrail.models.wordpiece import WordPiece
from guardrail.text.requests import CheckFault

MODEL = "ground.onnx"
SUPPORTED = 0.5
"""A sentence with less support than this is unsupported."""
_NO_TOKEN = -10.0
_LEAST_VERBATIM = 4
"""Content words that a sentence must have for its standing in the passages word for word to settle it."""


@dataclass(frozen=True, slots=True)
class SentenceSupport:
    """One sentence of an answer; offsets are code points of the answer.

    `support` is in [0, 1], 1 for what claims nothing. `unsupported` are the words that the passages do not bear out,
    the whole sentence where no word stands out, none where it is supported. `passage` is the place of the passage
    that supports it, `source` the span there (for passages given as one text: its paragraph, and the span in the
    text); None where none does.
    """

    start: int
    end: int
    role: Role
    support: float
    unsupported: tuple[Span, ...] = ()
    passage: int | None = None
    source: Span | None = None


@dataclass(frozen=True, slots=True)
class Grounding:
    """What was found: `support` of the whole answer in [0, 1], never above its least supported sentence's."""

    support: float
    sentences: tuple[SentenceSupport, ...] = ()

    @property
    def unsupported(self) -> tuple[SentenceSupport, ...]:
        """The sentences that are not supported."""
        return tuple(sentence for sentence in self.sentences if sentence.support < SUPPORTED)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The words that are not supported, in the answer."""
        return tuple(span for sentence in self.sentences for span in sentence.unsupported)


@dataclass(frozen=True, slots=True)
class ClaimReading:
    """A claim with all that is known of it before it is weighed."""

    claim: Claim
    evidence: Evidence
    pair: Pair
    reading: Reading
    measured: Measured

    @property
    def own_words(self) -> Iterator[tuple[int, int, float]]:
        """The start, the end and the logit of the word of each token of the sentence, as offsets in the sentence."""
        offset = self.claim.offset
        for (start, end), logit in zip(self.pair.word_spans.values(), self.reading.tokens, strict=True):
            if start >= offset:
                yield start - offset, end - offset, logit

    @property
    def highest(self) -> float:
        """The highest logit of a token of the sentence itself."""
        return max((logit for _, _, logit in self.own_words), default=_NO_TOKEN)


class Scorer:
    """Judges answers; immutable but for the model's memory of recent pairs, and safe to share among threads."""

    __slots__ = ("_model", "_stack", "_words")

    def __init__(self, words: WordPieces, model: CrossEncoder, stack: Stack) -> None:
        self._words = words
        self._model = model
        self._stack = stack

    def judge(self, answer: str, passages: str | Sequence[str] | None, question: str | None = None) -> Grounding:
        """Judge an answer by the passages it was made from.

        Passages that are empty support nothing. Raises `CheckFault` where none were given (None) or they are too
        large, `ModelProblem` where the model fails.
        """
        return self._judge(answer, _context_of(passages), question)

    def scores(self, items: Sequence[Mapping[str, Any]]) -> list[float]:
        """The support of many answers, of mappings with `answer`, `context` and perhaps `question`."""
        found: list[float] = []
        passages: Any = None
        context: Context | None = None
        for item in items:
            if context is None or item["context"] != passages:
                passages = item["context"]
                context = _context_of(passages)
            found.append(self._judge(item["answer"], context, item.get("question")).support)
        return found

    def read(self, claim: Claim, context: Context, question: str | None = None) -> ClaimReading | None:
        """What is known of a claim; None where the passages have it word for word, which settles it.

        `question` is what was asked, at most the last `MOST_QUESTION` code points. Raises `ModelProblem`.
        """
        if _is_verbatim(claim, context.passages):
            return None
        evidence = context.passages.choose(claim.text, hint=claim.hint)
        pair = encode_pair(self._words, claim.text, evidence)
        measured = measure(claim.sentence, evidence, context, question)
        return ClaimReading(claim, evidence, pair, self._model.read(pair), measured)

    def _judge(self, answer: str, context: Context, question: str | None) -> Grounding:
        question = question[-MOST_QUESTION:] if question else None
        found: list[SentenceSupport] = []
        odds: list[float] = []
        nothing_known = False
        for claim in claims(answer, question):
            if claim.role is not Role.CLAIM:
                found.append(SentenceSupport(claim.start, claim.end, claim.role, 1.0))
            elif not context.passages.units:
                nothing_known = True
                span = (claim.start, claim.end)
                found.append(SentenceSupport(*span, claim.role, 0.0, (span,)))
            elif (read := self.read(claim, context, question)) is None:
                found.append(_verbatim(claim, context.passages))
            else:
                odds.append(self._stack.odds(read.reading.logit, read.highest, read.measured.values))
                found.append(self._sentence(read, odds[-1]))
        return Grounding(0.0 if nothing_known else self._stack.answer_support(odds), tuple(found))

    def _sentence(self, read: ClaimReading, odds: float) -> SentenceSupport:
        claim, best = read.claim, read.evidence.best
        supported = support(odds)
        if supported < SUPPORTED:
            return SentenceSupport(claim.start, claim.end, claim.role, supported, self._unsupported(read))
        source = (best.passage, (best.start, best.end)) if best is not None and best.weight else (None, None)
        return SentenceSupport(claim.start, claim.end, claim.role, supported, (), *source)

    def _unsupported(self, read: ClaimReading) -> tuple[Span, ...]:
        """The words whose tokens reach the threshold and the facts that are not in the passages, as answer spans."""
        claim = read.claim
        whole = (claim.start, claim.end)
        if not claim.is_literal:
            return (whole,)
        spans = [(fact.start, fact.end) for fact in read.measured.doubtful]
        spans += [(start, end) for start, end, logit in read.own_words if logit >= self._stack.token_threshold]
        merged = _merged(spans, claim.sentence)
        return tuple((claim.start + start, claim.start + end) for start, end in merged) or (whole,)


def judge(answer: str, passages: str | Sequence[str] | None, question: str | None = None) -> Grounding:
    """Judge an answer with the shipped model; raises as `Scorer.judge`, and `ModelMissing` where there is none."""
    return shared_scorer().judge(answer, passages, question)


def score_answers(items: Sequence[Mapping[str, Any]]) -> list[float]:
    """The support in [0, 1] of many answers with the shipped model, in order; raises as `judge`.

    Items are mappings with `context` (a text or a list of passages), `answer` and perhaps `question`.
    """
    return shared_scorer().scores(items)


def shared_scorer() -> Scorer:
    """The scorer of this process, loaded when first asked for; raises `ModelMissing`, `ModelProblem`."""
    with _LOADING:
        return _load(weights.folder())


_LOADING = Lock()


@cache
def _load(folder: Path) -> Scorer:
    model, vocabulary = weights.weight_file(MODEL), weights.weight_file("vocab.txt")
    cross_encoder = CrossEncoder(open_session(model), weights.weight_hash(MODEL))
    return Scorer(WordPiece.load(vocabulary), cross_encoder, shipped())


def _context_of(passages: str | Sequence[str] | None) -> Context:
    if passages is None:
        raise CheckFault("needs the passages to be given with the call")
    return Context.of(Passages(passages))


def _is_verbatim(claim: Claim, passages: Passages) -> bool:
    """Whether a sentence needs no model: the passages have it as it is, and it is more than a name or a yes."""
    if claim.offset or sum(map(is_content, stems(claim.sentence))) < _LEAST_VERBATIM:
        return False
    return passages.has(claim.sentence)


def _verbatim(claim: Claim, passages: Passages) -> SentenceSupport:
    best = passages.choose(claim.sentence).best
    source = (best.passage, (best.start, best.end)) if best is not None else (None, None)
    return SentenceSupport(claim.start, claim.end, claim.role, 1.0, (), *source)


def _merged(spans: list[Span], text: str) -> list[Span]:
    """Spans in order, those that touch or have only white space between them made one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and (start <= found[-1][1] or not text[found[-1][1] : start].strip()):
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
