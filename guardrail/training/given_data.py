"""Reads the labelled data that a training command is given: `NAME.jsonl` or `NAME.jsonl.gz` in one folder."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from guardrail.diagnostics.errors import EngineError
from guardrail.training.rows import LabelledAnswer, LabelledText


def read_objects(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    """The objects of `name.jsonl.gz` or `name.jsonl` in `folder`; raises `EngineError` where there is neither."""
    import orjson

    packed, plain = folder / f"{name}.jsonl.gz", folder / f"{name}.jsonl"
    if not packed.is_file() and not plain.is_file():
        raise EngineError(f"`{folder}` has no `{name}.jsonl.gz`; name the folder of labelled data with --data")
    with gzip.open(packed, "rb") if packed.is_file() else plain.open("rb") as lines:
        for line in lines:
            if line.strip():
                yield orjson.loads(line)


def read_texts(folder: Path, name: str) -> list[LabelledText]:
    """Labelled texts for the toxicity or injection head."""
    return [
        LabelledText(
            row["text"], int(row["label"]), row["source"], row["split"], row.get("category") or "", category_of(row)
        )
        for row in read_objects(folder, name)
    ]


def read_answers(folder: Path, name: str = "grounding") -> list[LabelledAnswer]:
    """Labelled answers with their passages."""
    return [
        LabelledAnswer(
            row["context"],
            row["answer"],
            int(row["label"]),
            row["source"],
            row["split"],
            row.get("question"),
            _spans(row),
            row.get("detail") or row.get("task") or "",
        )
        for row in read_objects(folder, name)
    ]


def category_of(row: dict[str, Any]) -> str:
    """The head's category that a positive row of the given data belongs to, where its own words say so.

    >>> category_of({"label": 1, "category": "sexism: threats, plans to harm and incitement"})
    'threat'
    >>> category_of({"label": 0, "category": "hate"})
    ''
    """
    if not row["label"]:
        return ""
    words = f"{row.get('category') or ''} {row['source']}".lower()
    return next((name for mark, name in _MARKS if mark in words), "")


_MARKS = (
    ("threat", "threat"),
    ("sex_harassment", "sexual"),
    ("sexual", "sexual"),
    ("explicit", "sexual"),
    ("profanity", "profanity"),
    ("obscene", "profanity"),
    ("abuse of a person", "harassment"),
    ("intellectual", "harassment"),
    ("insult", "harassment"),
    ("offensive", "profanity"),
    ("sexis", "hate"),
    ("hate", "hate"),
    ("hatemoji", "hate"),
    ("stormfront", "hate"),
    ("fox_comments", "hate"),
    ("stereotype", "hate"),
    ("toxigen", "hate"),
    ("racist", "hate"),
    ("homophobic", "hate"),
    ("ableist", "hate"),
    ("identity", "hate"),
    ("indirect", "indirect"),
    ("hidden in", "indirect"),
    ("trustllm_jailbreak", "jailbreak"),
    ("jailbreak", "jailbreak"),
    ("gptfuzz", "jailbreak"),
    ("persona", "jailbreak"),
    ("direct", "direct"),
    ("delimiter", "direct"),
    ("obfuscated", "direct"),
    ("extraction", "direct"),
    ("hijacking", "direct"),
)


def _spans(row: dict[str, Any]) -> tuple[tuple[int, int], ...] | None:
    spans = row.get("spans")
    return None if spans is None else tuple((int(span["start"]), int(span["end"])) for span in spans)
