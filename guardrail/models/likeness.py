"""How much alike two short texts are in meaning: the cosine of their sentence embeddings."""

from __future__ import annotations

from guardrail.models.encoder import Encoder, shared_encoder
from guardrail.models.problems import ModelMissing


class Likeness:
    """Compares texts with one that is given beforehand; immutable and safe to share among threads."""

    __slots__ = ("_embedding", "_encoder")

    def __init__(self, encoder: Encoder, text: str) -> None:
        """`text` has a word, and fits into one window of the encoder: ValueError otherwise."""
        seen = encoder.read([text])[0]
        if len(seen) != 1:
            raise ValueError("a text to compare with is one window")
        self._encoder = encoder
        self._embedding = seen[0].embedding

    def of(self, text: str) -> float:
        """The highest cosine of the text's windows with the given text, in [-1, 1]; -1 for a text without a word.

        One run of the encoder a window. Raises `CheckFault` for a text of over a million characters, `ModelProblem`.
        """
        return max((float(seen.embedding @ self._embedding) for seen in self._encoder.read([text])[0]), default=-1.0)


def likeness(text: str) -> Likeness | None:
    """The comparison with `text` by the shipped encoder.

    None where the encoder is not installed, and where the text has no word or is longer than a window: one embedding
    says too little of so much. Raises `ModelProblem` where the encoder cannot be used.
    """
    try:
        return Likeness(shared_encoder(), text)
    except (ModelMissing, ValueError):
        return None
