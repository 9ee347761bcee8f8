"""G605: a name that is also a word of the language."""

from __future__ import annotations

from collections.abc import Iterator

from guardrail.compiler.passes.imports import main_files
from guardrail.compiler.unit import Unit
from guardrail.diagnostics.codes.g605 import G605
from guardrail.diagnostics.source import Span
from guardrail.language import tree
from guardrail.language.tables import load_tables


def run(unit: Unit) -> Unit:
    """Note names of lists, texts, imports, policies and rules that are keywords elsewhere."""
    keywords = load_tables().keywords
    named = (named for file in main_files(unit) for item in unit.files[file].items for named in _names(item))
    return unit.with_diagnostics(*(G605.keyword(span, what, name) for what, name, span in named if name in keywords))


def _names(item: tree.Item) -> Iterator[tuple[str, str, Span]]:
    match item:
        case tree.ListDecl():
            yield "list", item.name, item.name_span
        case tree.TextDecl():
            yield "text", item.name, item.name_span
        case tree.Import():
            yield "import", item.alias, item.alias_span
        case tree.Policy():
            yield "policy", item.name, item.name_span
            for stage in item.stages:
                yield from (("rule", rule.name, rule.name_span) for rule in stage.rules)
        case tree.ToolsDecl() | tree.RequestDecl() | tree.Test():
            return
