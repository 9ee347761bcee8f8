"""What a file declares, held against itself: names given twice (G105), and names the language keeps (G111)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from guardrail.diagnostics.codes.g105 import G105
from guardrail.diagnostics.codes.g111 import G111
from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.source import Span
from guardrail.language import tree
from guardrail.validators import registry

ROOTS = frozenset({"input", "output", "context", "question", "system", "tool", "history", "request"})
"""The names that every expression may begin with."""
RESERVED = ROOTS | {"always", "true", "false", "possible", "likely", "very_likely"}
"""Names that nothing may be declared under."""
CALL_ARGUMENTS = frozenset({"attempt", "id"})
"""Request facts that come with the call and are never declared."""


def declaration_problems(file: tree.File) -> Iterator[Diagnostic]:
    """Duplicate and reserved names among the declarations, policies, rules and tests of one file."""
    yield from _shared_names(file)
    yield from _tools(file)
    yield from _fields(file)
    policies = [item for item in file.items if isinstance(item, tree.Policy)]
    yield from _duplicates("policy", ((policy.name, policy.name_span) for policy in policies))
    for policy in policies:
        for stage in policy.stages:
            yield from _rules(stage)
    tests = (item for item in file.items if isinstance(item, tree.Test))
    yield from _duplicates("test", ((test.title, test.span) for test in tests))


def _shared_names(file: tree.File) -> Iterator[Diagnostic]:
    taken: dict[str, tuple[str, Span]] = {}
    for item in file.items:
        match item:
            case tree.ListDecl():
                what, article, name, span = "list", "a list", item.name, item.name_span
            case tree.TextDecl():
                what, article, name, span = "text", "a text", item.name, item.name_span
            case tree.Import():
                what, article, name, span = "import", "an import", item.alias, item.alias_span
            case _:
                continue
        yield from _reserved(article, name, span, check=what != "import")
        if name not in taken:
            taken[name] = (article, span)
            continue
        other, first = taken[name]
        if other == article:
            yield G105.declared_twice(span, what, name, first)
        else:
            yield G105.declared_as_other(span, what, name, first, other)


def _reserved(what: str, name: str, span: Span, *, check: bool = False) -> Iterator[Diagnostic]:
    if name in RESERVED:
        yield G111.word(span, what, name)
    elif check and name in registry.names():
        yield G111.check(span, what, name)


def _tools(file: tree.File) -> Iterator[Diagnostic]:
    declared = [item for item in file.items if isinstance(item, tree.ToolsDecl)]
    for extra in declared[1:]:
        yield G105.second_tools(extra.span, declared[0].span)


def _fields(file: tree.File) -> Iterator[Diagnostic]:
    fields = [field for item in file.items if isinstance(item, tree.RequestDecl) for field in item.fields]
    yield from _duplicates("request field", ((field.path.text, field.path.span) for field in fields))
    for field in fields:
        first = field.path.parts[0]
        if len(field.path.parts) == 1 and first in CALL_ARGUMENTS:
            yield G111.call_argument(field.path.span, first)
        else:
            yield from _reserved("a request field", first, field.path.span)
    values = {field.path.parts: field.path.span for field in fields}
    for field in fields:
        parts = field.path.parts
        for length in range(1, len(parts)):
            if parts[:length] in values:
                yield G105.value_and_group(field.path.span, ".".join(parts[:length]), values[parts[:length]])


def _rules(stage: tree.Stage) -> Iterator[Diagnostic]:
    yield from _duplicates("rule", ((rule.name, rule.name_span) for rule in stage.rules), where=f"on {stage.kind}")
    for rule in stage.rules:
        yield from _reserved("a rule", rule.name, rule.name_span)


def _duplicates(what: str, named: Iterable[tuple[str, Span]], *, where: str = "") -> Iterator[Diagnostic]:
    first: dict[str, Span] = {}
    for name, span in named:
        if name in first:
            yield G105.declared_twice(span, what, name, first[name], where=where)
        first.setdefault(name, span)
