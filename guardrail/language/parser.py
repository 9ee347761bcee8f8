"""Text to syntax tree: `parse` takes any text whatever, and reports all that is wrong with it at once."""

from __future__ import annotations

import re
from dataclasses import dataclass

from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.source import Source
from guardrail.language import tree
from guardrail.language.automaton import Automaton, Node
from guardrail.language.build_context import BuildContext
from guardrail.language.build_items import build_comments, build_file
from guardrail.language.tables import Tables, load_tables
from guardrail.language.tokens import UNFIT, Scan, scan

MAX_SIZE = 1024 * 1024
"""The largest policy file, in bytes of UTF-8."""


@dataclass(frozen=True, slots=True)
class ParseResult:
    """A syntax tree and what is wrong with the text.

    With errors, `file` holds the declarations, policies, rules and tests that could be read; it is None when the
    text was refused as a whole. Diagnostics are sorted by position.
    """

    file: tree.File | None
    diagnostics: tuple[Diagnostic, ...]


def parse(source: Source) -> ParseResult:
    """The syntax tree of a policy file; never raises.

    >>> parse(Source("a.guard", "guard 1\\nlist names = [\\"Globex\\"]")).file.items[0].name
    'names'
    >>> [d.message for d in parse(Source("a.guard", "guard 1\\nlst names = [\\"Globex\\"]")).diagnostics]
    ['unexpected word `lst`']
    """
    if _too_large(source.text):
        from guardrail.language.screening import too_large

        return ParseResult(None, (too_large(source, MAX_SIZE),))
    tables = load_tables()
    scanned = scan(source.text, tables)
    context = BuildContext(source)
    root = _read_clean(source, tables, scanned)
    if root is None:
        # Everything about mistakes is imported, and the text read again, only when there is one.
        from guardrail.language.recovery import read_broken

        reading = read_broken(source, tables, scanned)
        context = BuildContext(source, reading.damaged, list(reading.diagnostics))
        root = reading.root
    file = None if root is None else build_file(context, root, build_comments(context, scanned.comments))
    ordered = sorted(context.diagnostics, key=lambda found: (found.span.start, found.code))
    return ParseResult(file, tuple(ordered))


def _too_large(text: str) -> bool:
    # Encoding is needed only from a quarter of the limit, where all could be four bytes wide, to the limit.
    if len(text) * 4 <= MAX_SIZE or len(text) > MAX_SIZE:
        return len(text) > MAX_SIZE
    return len(text.encode("utf-8", "surrogatepass")) > MAX_SIZE


def _read_clean(source: Source, tables: Tables, scanned: Scan) -> Node | None:
    """The parse tree of a text without any mistake, else None."""
    tokens = scanned.tokens
    if scanned.strays or scanned.too_deep or re.search(UNFIT, source.text):
        return None
    if len(tokens) < 2 or tokens[1].text != "1" or tokens[1].first:
        return None
    automaton = Automaton(tables)
    if not all(automaton.feed(token) for token in tokens):
        return None
    root = automaton.values[0]
    assert isinstance(root, Node)
    return root
