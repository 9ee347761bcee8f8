"""What a team's own head reads of a text: the frozen encoder's outputs, side by side, one row a window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

from guardrail.models.encoder import HEADS, Runs, padded, refuse_long, shared_encoder
from guardrail.models.preparing import prepare
from guardrail.models.windows import windows
from guardrail.models.wordpiece import WordPiece

if TYPE_CHECKING:
    from numpy.typing import NDArray

WIDTHS: Final = {"logits": len(HEADS), "pooled": 768, "embedding": 384}
"""The parts of a row, in order: what the shipped heads say, what they read, the sentence embedding."""
WIDTH: Final = sum(WIDTHS.values())

Progress = Callable[[int], None]
"""Called with how many texts are done."""


class FeatureReader:
    """Reads rows of features; immutable, safe to share among threads."""

    __slots__ = ("_session", "_words")

    def __init__(self, session: Runs, words: WordPiece) -> None:
        self._session = session
        self._words = words

    def read(self, texts: Sequence[str], progress: Progress | None = None) -> list[NDArray[Any]]:
        """A float32 array [windows, 1162] for each text; one without a word has no window.

        Windows are run one by one: the int8 model scales its numbers by the whole batch, so that in a batch a text's
        features would depend on its neighbours. Raises `CheckFault` for a text of over a million characters,
        `ModelProblem` where the model fails.
        """
        found = []
        for number, text in enumerate(texts, start=1):
            found.append(self._read(text))
            if progress is not None:
                progress(number)
        return found

    def _read(self, text: str) -> NDArray[Any]:
        import numpy

        refuse_long(text)
        rows = [
            numpy.concatenate([part[0] for part in self._session.run(tuple(WIDTHS), {"ids": padded([window.ids])})])
            for window in windows(prepare(text), self._words)
        ]
        return numpy.stack(rows).astype(numpy.float32) if rows else numpy.zeros((0, WIDTH), numpy.float32)


def shared_reader() -> FeatureReader:
    """A reader on the encoder of this process; raises `ModelMissing`, `ModelProblem`."""
    encoder = shared_encoder()
    return FeatureReader(encoder.session, encoder.words)
