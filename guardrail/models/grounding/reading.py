"""The cross-encoder: what it says of a claim beside its evidence, one pair at a time."""

from __future__ import annotations

import hashlib
from array import array
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any, Protocol

from guardrail.models.grounding.pairs import Pair

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

_REMEMBERED = 1024
"""Pairs whose answer is kept: an answer is often judged again, after an edit or under a second rule."""


class Runs(Protocol):
    """What runs the model: a `Session`, or a stand-in in tests."""

    def run(self, outputs: Sequence[str], inputs: Mapping[str, NDArray[Any]]) -> list[NDArray[Any]]:
        """The named outputs for the named inputs."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the model says of a pair: the logit that the claim is unsupported, and that of each token of the claim."""

    logit: float
    tokens: tuple[float, ...]


class CrossEncoder:
    """Reads pairs; immutable but for its memory of recent ones, and safe to share among threads.

    Every pair is run alone: the int8 model scales its activations by the whole batch, so that in a batch an answer
    would depend on its neighbours. At the length of most pairs a batch is no faster on one thread.
    """

    __slots__ = ("_key", "_lock", "_memory", "_session")

    def __init__(self, session: Runs, model_hash: str = "") -> None:
        self._session = session
        self._key = model_hash.encode()[:64]
        self._memory: OrderedDict[bytes, Reading] = OrderedDict()
        self._lock = Lock()

    def read(self, pair: Pair) -> Reading:
        """What the model says of a pair; raises `ModelProblem` where it fails."""
        key = self._key_of(pair)
        with self._lock:
            known = self._memory.get(key)
            if known is not None:
                self._memory.move_to_end(key)
                return known
        made = self._run(pair)
        with self._lock:
            self._memory[key] = made
            if len(self._memory) > _REMEMBERED:
                self._memory.popitem(last=False)
        return made

    def _run(self, pair: Pair) -> Reading:
        import numpy

        ids = numpy.array([pair.ids], dtype=numpy.int64)
        segments = numpy.array([pair.segments], dtype=numpy.int64)
        logits, tokens = self._session.run(("logits", "tokens"), {"ids": ids, "segments": segments})
        return Reading(float(logits[0, 0]), tuple(tokens[0, 1 : 1 + len(pair.word_spans)].tolist()))

    def _key_of(self, pair: Pair) -> bytes:
        """Numbers alone are remembered, under a keyed hash of the pair."""
        data = array("i", [len(pair.word_spans), *pair.ids]).tobytes()
        return hashlib.blake2b(data, digest_size=16, key=self._key).digest()
