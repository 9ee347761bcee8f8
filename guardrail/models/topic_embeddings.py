"""Embeddings of example phrases: those of shipped topics come with the weights, a team's own are made at load."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from guardrail.models import weights
from guardrail.models.encoder import Encoder
from guardrail.models.problems import ModelMissing

if TYPE_CHECKING:
    from numpy.typing import NDArray

FILE: Final = "topics.npz"
"""Arrays `[phrases, size]` of float16 by `key_of` what they were made from; listed in the manifest like a model."""


def embedded(encoder: Encoder, phrases: Sequence[str]) -> NDArray[Any]:
    """The embeddings of phrases, float32 `[phrases, size]`, in alphabetical order; those without a word are left out.

    Made once a process for a list. A phrase takes about a millisecond: the many of shipped topics are read, not made.
    """
    return _embedded(encoder, tuple(sorted(set(phrases))))


def made(encoder: Encoder, lists: Sequence[Sequence[str]]) -> Mapping[str, NDArray[Any]]:
    """What `topics.npz` holds for these lists; to be made anew for every model and every change of a list."""
    import numpy

    ordered = [tuple(sorted(set(phrases))) for phrases in lists]
    return {key_of(encoder.model_hash, phrases): _run(encoder, phrases).astype(numpy.float16) for phrases in ordered}


def key_of(model_hash: str, phrases: tuple[str, ...]) -> str:
    """What the embeddings of a list by one model are called."""
    return hashlib.blake2b("\n".join((model_hash, *phrases)).encode(), digest_size=16).hexdigest()


@lru_cache(maxsize=64)
def _embedded(encoder: Encoder, phrases: tuple[str, ...]) -> NDArray[Any]:
    import numpy

    found = _shipped(weights.folder()).get(key_of(encoder.model_hash, phrases))
    return _run(encoder, phrases) if found is None else found.astype(numpy.float32)


def _run(encoder: Encoder, phrases: Sequence[str]) -> NDArray[Any]:
    import numpy

    rows = [one.embedding for seen in encoder.read(phrases) for one in seen]
    return numpy.stack(rows) if rows else numpy.zeros((0, 0), dtype=numpy.float32)


@cache
def _shipped(where: Path) -> Mapping[str, NDArray[Any]]:
    """What comes with the weights in `where`; nothing where the manifest does not list it."""
    import numpy

    try:
        path = weights.weight_file(FILE)
    except ModelMissing:
        return {}
    with numpy.load(path, allow_pickle=False) as arrays:
        return {name: arrays[name] for name in arrays.files}
