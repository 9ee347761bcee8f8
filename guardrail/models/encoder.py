"""The shared encoder: one run a window serves toxicity, injection and topics, and equal texts run once."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, Protocol

from guardrail.decision import Span
from guardrail.models import weights
from guardrail.models.allowance import Allowance
from guardrail.models.preparing import prepare
from guardrail.models.sessions import open_session
from guardrail.models.windows import MAX_TOKENS, Window, windows
from guardrail.models.wordpiece import WordPiece
from guardrail.text.requests import CheckFault

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

MODEL: Final = "guard.onnx"
HEADS: Final = (
    "toxicity", "hate", "harassment", "threat", "sexual", "profanity", "injection", "direct", "jailbreak", "indirect",
)  # fmt: skip
"""What the logits are of, in order."""

MAX_CHARACTERS: Final = 1_000_000
"""Of one text. A longer one would take minutes; a stage's `limit` keeps texts far below."""

_CACHED_TEXTS: Final = 512
_CACHED_CHARACTERS: Final = 1_000_000


class Runs(Protocol):
    """What runs the model: a `Session`, or a stand-in in tests."""

    def run(self, outputs: Sequence[str], inputs: Mapping[str, NDArray[Any]]) -> list[NDArray[Any]]:
        """The named outputs for the named inputs."""


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """What the encoder says of one window: `logits` in the order of `HEADS`, `embedding` of unit length.

    `pooled` [768] is what the toxicity and the injection heads read.

    `sentences` are spans of the prepared text.
    """

    sentences: tuple[Span, ...]
    logits: tuple[float, ...]
    embedding: NDArray[Any]
    pooled: NDArray[Any]

    def logit(self, head: str) -> float:
        """The logit of one head."""
        return self.logits[HEADS.index(head)]


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What was seen of a text, from its start. `covered`: the share of it that was looked at, 1 for all of it."""

    seen: tuple[Seen, ...]
    covered: float = 1.0


class Encoder:
    """Reads texts; immutable but for its memory of recent ones, and safe to share among threads.

    What is remembered of a text are numbers, under its hash.
    """

    __slots__ = ("_memory", "model_hash", "session", "words")

    def __init__(self, session: Runs, words: WordPiece, model_hash: str = "") -> None:
        self.session = session
        self.words = words
        self.model_hash = model_hash
        self._memory = Memory(model_hash)

    def read(self, texts: Sequence[str], max_tokens: int = MAX_TOKENS) -> list[tuple[Seen, ...]]:
        """What is seen of each text, as it came: one entry a window, none for a text without a word.

        Windows are made and run one by one, so a long text takes no more memory than a short one but for the numbers
        seen. Raises `CheckFault` for a text of over a million characters, `ModelProblem` where the model fails.
        """
        return [reading.seen for reading in self.read_within(texts, None, max_tokens)]

    def read_within(
        self, texts: Sequence[str], allowance: Allowance | None, max_tokens: int = MAX_TOKENS
    ) -> list[Reading]:
        """What is seen of each text as far as the allowance goes; all of it where there is none.

        What was seen before costs nothing, and of a text that was left half read the rest is read. Raises as `read`.
        """
        return [self._read(text, allowance, max_tokens) for text in texts]

    def _read(self, text: str, allowance: Allowance | None, max_tokens: int) -> Reading:
        key = self._memory.key(text, max_tokens)
        found = self._memory.get(key)
        if found is None or found.covered < 1.0:
            begun = found.seen if found is not None else ()
            found = self._run(text, begun, allowance, max_tokens)
            self._memory.put(key, found, len(text))
        return found

    def _run(self, text: str, begun: tuple[Seen, ...], allowance: Allowance | None, max_tokens: int) -> Reading:
        refuse_long(text)
        prepared = prepare(text)
        seen = list(begun)
        for window in islice(windows(prepared, self.words, max_tokens), len(begun), None):
            if allowance is not None and not allowance.admits(len(window.ids) / MAX_TOKENS):
                return Reading(tuple(seen), window.span[0] / len(prepared) if seen else 0.0)
            seen.append(self._see(window))
        return Reading(tuple(seen))

    def _see(self, window: Window) -> Seen:
        # One window a run: an int8 model scales its activations by the whole batch, so what is seen of a text would
        # depend on its neighbours (by 0.04 of a logit), and on one thread a batch is no faster from 64 tokens up.
        outputs = ("logits", "embedding", "pooled")
        logits, embeddings, pooled = self.session.run(outputs, {"ids": padded([window.ids])})
        return Seen(window.sentences, tuple(logits[0].tolist()), embeddings[0].copy(), pooled[0].copy())


def refuse_long(text: str) -> None:
    """Raises `CheckFault` for a text of over a million characters."""
    if len(text) > MAX_CHARACTERS:
        raise CheckFault(f"the text is longer than {MAX_CHARACTERS:,} characters")


def padded(rows: Sequence[Sequence[int]]) -> NDArray[Any]:
    """Rows of ids as one int64 array `[rows, longest]`, padded with 0."""
    import numpy

    array = numpy.zeros((len(rows), max(map(len, rows))), dtype=numpy.int64)
    for place, row in enumerate(rows):
        array[place, : len(row)] = row
    return array


class Memory:
    """What was seen of the latest texts; bounded by their number and by their characters together."""

    __slots__ = ("_characters", "_entries", "_key", "_lock")

    def __init__(self, model_hash: str) -> None:
        self._key = model_hash.encode()[:64]
        self._entries: OrderedDict[bytes, tuple[Reading, int]] = OrderedDict()
        self._characters = 0
        self._lock = Lock()

    def key(self, text: str, max_tokens: int) -> bytes:
        """What a text is known by."""
        data = text.encode("utf-8", "surrogatepass")
        return hashlib.blake2b(data, digest_size=16, key=self._key, salt=max_tokens.to_bytes(2)).digest()

    def get(self, key: bytes) -> Reading | None:
        """What was seen, or None."""
        with self._lock:
            found = self._entries.get(key)
            if found is None:
                return None
            self._entries.move_to_end(key)
            return found[0]

    def put(self, key: bytes, reading: Reading, characters: int) -> None:
        """Remember a text of so many characters; a very long one is not worth the place of many."""
        if characters > _CACHED_CHARACTERS // 4:
            return
        with self._lock:
            before = self._entries.pop(key, None)
            self._characters += characters - (before[1] if before else 0)
            self._entries[key] = reading, characters
            while len(self._entries) > _CACHED_TEXTS or self._characters > _CACHED_CHARACTERS:
                self._characters -= self._entries.popitem(last=False)[1][1]

    def __len__(self) -> int:
        return len(self._entries)


def shared_encoder() -> Encoder:
    """The encoder of this process, loaded when first asked for; raises `ModelProblem`, `ModelMissing` where absent."""
    with _LOADING:
        return _load(weights.folder())


_LOADING = Lock()


@cache
def _load(folder: Path) -> Encoder:
    model, vocabulary = weights.weight_file(MODEL), weights.weight_file("vocab.txt")
    return Encoder(open_session(model), WordPiece.load(vocabulary), weights.weight_hash(MODEL))


def logits_of(seen: Iterable[Seen], head: str) -> list[float]:
    """The logits of one head, a window each."""
    place = HEADS.index(head)
    return [one.logits[place] for one in seen]
