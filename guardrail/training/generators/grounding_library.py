"""The genres of each split: train and dev share no frame."""

from __future__ import annotations

from functools import cache

from guardrail.training.generators import (
    grounding_library_business,
    grounding_library_dev,
    grounding_library_news,
    grounding_library_people,
    grounding_library_places,
    grounding_library_rules,
    grounding_library_science,
    grounding_library_talks,
)
from guardrail.training.generators.grounding_frames import Genre, parse
from guardrail.training.rows import Split


@cache
def genres(split: Split) -> tuple[Genre, ...]:
    """Genres whose documents are prose or lists."""
    return tuple(genre for genre in _all(split) if not genre.key.startswith("talk"))


@cache
def talks(split: Split) -> tuple[Genre, ...]:
    """Genres that are told in turns."""
    return tuple(genre for genre in _all(split) if genre.key.startswith("talk"))


def _all(split: Split) -> tuple[Genre, ...]:
    if split == "dev":
        return parse(grounding_library_dev.TEXT)
    texts = (
        grounding_library_business.TEXT,
        grounding_library_places.TEXT,
        grounding_library_people.TEXT,
        grounding_library_rules.TEXT,
        grounding_library_science.TEXT,
        grounding_library_news.TEXT,
        grounding_library_talks.TEXT,
    )
    return tuple(genre for text in texts for genre in parse(text))
