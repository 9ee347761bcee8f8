"""What the prefilter must know of a pattern, worked out once: at build for the kinds that are shipped, else at load.

Working it out takes half a millisecond a pattern, which adds up where a policy names hundreds of shipped ones. The
build writes them to `patterns.json`; a digest over the analysis makes a file that is out of date count for nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FACTS_FILE = "patterns.json"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PatternFacts:
    """RE2 expressions that match wherever the pattern does, in ASCII texts and in others, and what they look for.

    `told_by_word`: a plain word that every match has. `on_edges`: a match may depend on where the text begins or ends.
    """

    ascii: str
    beyond: str
    told_by_word: bool
    on_edges: bool


def facts_of(expression: str) -> PatternFacts | None:
    """The facts about a shipped expression, or None where they must be worked out."""
    known = _shipped().get(expression)
    return None if known is None else PatternFacts(*known)


def work_out(expression: str) -> PatternFacts:
    """The facts about any expression; raises `RegexProblem`."""
    from guardrail.text.scanner.regex_core import required_core
    from guardrail.text.scanner.regex_edges import depends_on_edges
    from guardrail.text.scanner.regex_loosen import loosen
    from guardrail.text.scanner.regex_parse import parse
    from guardrail.text.scanner.regex_widen import translate

    tree = parse(expression)
    loose = loosen(tree)
    return PatternFacts(
        translate(loose, ascii_text=True).prefilter,
        translate(loose, ascii_text=False).prefilter,
        required_core(tree) is not None,
        depends_on_edges(tree),
    )


def write_facts(expressions: Iterable[str], folder: Path) -> Path:
    """Write the facts about `expressions` into `folder`, for the build; the same expressions give the same bytes."""
    facts = {e: _row(work_out(e)) for e in sorted(set(expressions))}
    target = folder / FACTS_FILE
    document = {"analysis": analysis_digest(folder), "facts": facts}
    target.write_text(json.dumps(document, separators=(",", ":"), ensure_ascii=True) + "\n", encoding="utf-8")
    return target


def _row(facts: PatternFacts) -> list[Any]:
    return [facts.ascii, facts.beyond, facts.told_by_word, facts.on_edges]


def analysis_digest(folder: Path) -> str:
    """SHA-256 over the sources of the analysis: facts made by other sources are not used."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("regex_*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


@cache
def _shipped() -> Mapping[str, list[Any]]:
    folder = Path(__file__).parent
    try:
        document = json.loads((folder / FACTS_FILE).read_bytes())
    except FileNotFoundError:
        return {}
    if document["analysis"] != analysis_digest(folder):
        return {}
    facts: Mapping[str, list[Any]] = document["facts"]
    return facts
