"""What `benchmarks.peers` judges: texts, a JSON document, and the five checks; some of them also written by hand."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.names import prose

LENGTHS = (200, 2_000, 20_000)
DISCLAIMER = "This is general information and no advice: ask a professional about your own case."
SHORTEST, LONGEST = 20, 50_000
PATTERNS = (
    r"\b[A-Z]{2}\d{4}-\d{2}\b",
    r"(?i)\border\s+#\d{6,9}\b",
    r"(?i)\bdrop\s+table\b",
    r"\b\d{3}-\d{2}-\d{4}\b",
    r"\bsk_live_[0-9a-zA-Z]{24}\b",
    r"(?i)\binternal use only\b",
    r"\b10\.\d{1,3}\.\d{1,3}\.\d{1,3}\b",
    r"(?i)\bpassword\s*[:=]\s*\S+",
    r"\bCASE-\d{4}-[A-F0-9]{6}\b",
    r"(?i)\bas an ai language model\b",
)
SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["id", "status", "items", "total"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "string", "pattern": "^[a-z0-9-]{4,40}$"},
        "status": {"enum": ["open", "sent", "returned"]},
        "items": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["sku", "count", "price"],
                "properties": {
                    "sku": {"type": "string"},
                    "count": {"type": "integer", "minimum": 1},
                    "price": {"type": "number", "minimum": 0},
                    "note": {"type": "string", "maxLength": 200},
                },
            },
        },
        "total": {"type": "number", "minimum": 0},
    },
}
DOCUMENT = json.dumps(
    {
        "id": "order-1234",
        "status": "sent",
        "items": [{"sku": f"item-{n}", "count": n, "price": n * 1.5, "note": "packed by hand"} for n in range(1, 26)],
        "total": 487.5,
    }
)


def company_names() -> list[str]:
    """The 100 names."""
    lines = (Path(__file__).parent / "company_names.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


# ------------------------------------------------------------------ by hand, for what a system lacks


def names_expression() -> str:
    """All names as one expression: whole words in any letter case."""
    return rf"(?i)\b(?:{'|'.join(map(re.escape, company_names()))})\b"


def has_disclaimer(text: str) -> bool:
    """The required text, in any letter case."""
    return DISCLAIMER.lower() in text.lower()


def has_length(text: str) -> bool:
    """Within the bounds."""
    return SHORTEST <= len(text) <= LONGEST


def schema_check() -> Callable[[str], bool]:
    """JSON that conforms to the schema."""
    from jsonschema import Draft202012Validator

    validator = Draft202012Validator(SCHEMA)

    def check(document: str) -> bool:
        try:
            return bool(validator.is_valid(json.loads(document)))
        except ValueError:
            return False

    return check


@dataclass(frozen=True, slots=True)
class Texts:
    """A text that passes, and one for each check that must stop it."""

    clean: str
    wrong: dict[str, str]


def texts_of(length: int) -> Texts:
    """Texts of about `length` characters."""
    clean = f"{prose(length - len(DISCLAIMER) - 1)} {DISCLAIMER}"
    return Texts(
        clean,
        {
            "a name": f"{clean} Ask {company_names()[50]}.",
            "a pattern": f"{clean} See CASE-2026-00FFAA.",
            "no disclaimer": clean.replace(DISCLAIMER, ""),
        },
    )
