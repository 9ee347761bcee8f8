"""Judges of the benchmarks: a model file, shipped or another one, and the log odds it gives each row."""

from __future__ import annotations

import hashlib
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from benchmarks.model_rows import Row
from guardrail.models import weights
from guardrail.models.cards import card, log_odds
from guardrail.models.encoder import Encoder, logits_of
from guardrail.models.sessions import open_session
from guardrail.models.wordpiece import WordPiece

_AT_ONCE = 16
_WITHOUT_WORD = -20.0


class Judge(Protocol):
    """Gives each row its calibrated log odds of label 1."""

    def odds(self, rows: Sequence[Row]) -> list[float]:
        """The log odds, one a row."""


@dataclass(frozen=True, slots=True)
class TextJudge:
    """`toxicity` or `injection` by an encoder, read through the shipped card."""

    encoder: Encoder
    model: str

    def odds(self, rows: Sequence[Row]) -> list[float]:
        """The highest window's log odds."""
        shipped = card(self.model)
        seen = self.encoder.read([row.item for row in rows])
        logits = [max(logits_of(each, self.model), default=_WITHOUT_WORD) for each in seen]
        return [shipped.slope * logit + shipped.offset for logit in logits]


@dataclass(frozen=True, slots=True)
class AnswerJudge:
    """`grounding` by a scorer."""

    scorer: Any

    def odds(self, rows: Sequence[Row]) -> list[float]:
        """The log odds of unsupported content."""
        return [-log_odds(score) for score in self.scorer.scores([row.item for row in rows])]


def text_judge(model: str, file: Path | None) -> TextJudge:
    """The judge of the shipped encoder, or of the one in `file`."""
    path = file or weights.weight_file("guard.onnx")
    words = WordPiece.load(weights.weight_file("vocab.txt"))
    return TextJudge(Encoder(open_session(path), words, _hash(path)), model)


def answer_judge(file: Path | None) -> AnswerJudge:
    """The judge of the shipped cross-encoder, or of the one in `file`."""
    from guardrail.models.grounding.reading import CrossEncoder
    from guardrail.models.grounding.scorer import Scorer
    from guardrail.models.grounding.stack import shipped

    path = file or weights.weight_file("ground.onnx")
    words = WordPiece.load(weights.weight_file("vocab.txt"))
    return AnswerJudge(Scorer(words, CrossEncoder(open_session(path), _hash(path)), shipped()))


def judged(judge: Judge, rows: Sequence[Row], what: str) -> list[float]:
    """The log odds of all rows, with a line of progress on a terminal."""
    found: list[float] = []
    started = time.monotonic()
    for start in range(0, len(rows), _AT_ONCE):
        found += judge.odds(rows[start : start + _AT_ONCE])
        if sys.stderr.isatty():
            left = (time.monotonic() - started) * (len(rows) - len(found)) / len(found)
            print(f"\r\x1b[K{what}: {len(found):,} of {len(rows):,}, {left:.0f} s left", end="", file=sys.stderr)
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr)
    return found


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
