"""The last of the passes over names: lists, texts, imports and files that nothing uses (G106)."""

from __future__ import annotations

from collections.abc import Iterator

from guardrail.compiler.passes.imports import FOLDER
from guardrail.compiler.references import Role, references
from guardrail.compiler.scopes import is_broken, main_scopes
from guardrail.compiler.unit import Scope, Unit
from guardrail.diagnostics.codes.g106 import G106
from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.source import Span
from guardrail.language import tree


def run(unit: Unit) -> Unit:
    """Report what the main file, or the files of the folder, declare and nobody uses.

    A list that another file of the folder reads through an import is used. A file without policies and tests is
    there to be imported: what it declares is for others.
    """
    scopes = main_scopes(unit)
    used = {name for scope in scopes for name in _used_names(unit, scope)}
    used |= _meant_names(unit)
    imported = {inner.file for scope in scopes for inner in scope.imports.values()}
    found: list[Diagnostic] = []
    for scope in scopes:
        library = not scope.policies and not scope.tests
        if library and unit.main == FOLDER and scope.file not in imported:
            found.append(G106.file(Span(scope.file, 0, 0), scope.file))
        found.extend(_unused(unit.files[scope.file], scope, used, library))
    return unit.with_diagnostics(*found)


def _used_names(unit: Unit, scope: Scope) -> Iterator[tuple[str, str]]:
    """The file and name of each list, text and import on the way of every name that is mentioned."""
    for item in unit.files[scope.file].items:
        for role, path in references(item):
            inner: Scope | None = scope
            # The last part of a policy's or rule's name may well be that of a list, and uses none.
            parts = path.parts[:-1] if role in (Role.POLICY, Role.RULE) else path.parts
            for part in parts:
                if inner is None:
                    break
                yield inner.file, part
                inner = inner.imports.get(part)


def _meant_names(unit: Unit) -> set[tuple[str, str]]:
    # A name that was misspelt where it is used is complained about there: one mistake, one diagnostic.
    fixes = [fix for found in unit.diagnostics for fix in found.fixes]
    return {(fix.span.source, part) for fix in fixes for part in fix.replacement.split(".")}


def _unused(file: tree.File, scope: Scope, used: set[tuple[str, str]], library: bool) -> Iterator[Diagnostic]:
    for item in file.items:
        match item:
            case tree.ListDecl() if not library and (scope.file, item.name) not in used:
                yield G106.declaration(item.name_span, "list", item.name)
            case tree.TextDecl() if not library and (scope.file, item.name) not in used:
                yield G106.declaration(item.name_span, "text", item.name)
            case tree.Import() if (scope.file, item.alias) not in used and not is_broken(scope, (item.alias, "")):
                yield G106.declaration(item.alias_span, "import", item.alias)
            case _:
                pass
