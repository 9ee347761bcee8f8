"""Scopes: what each file declares, and how a dotted name finds it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from guardrail.compiler.passes.imports import FOLDER, import_targets, main_files
from guardrail.compiler.unit import Scope, Unit
from guardrail.language import tree
from guardrail.text.requests import WordList

_MOST_ANCESTORS = 64
_BROKEN = ""
"""The `Scope.file` of an import that could not be read: its names are unknown, and were complained about once."""


def build_scopes(unit: Unit) -> Scope | None:
    """The scope of the main file with those of its imports inside; of a folder, one that imports each file by name.

    Where a name is declared twice the first declaration holds. An import that closes a cycle, or could not be
    read, leads to a broken scope.
    """
    built: dict[str, Scope] = {}
    mains = {name: _build(unit, name, built, frozenset()) for name in main_files(unit)}
    if unit.main != FOLDER:
        return mains.get(unit.main)
    policies: dict[str, tree.Policy] = {}
    for scope in mains.values():
        for name, policy in scope.policies.items():
            policies.setdefault(name, policy)
    tests = tuple(test for scope in mains.values() for test in scope.tests)
    return Scope(FOLDER, policies=policies, tests=tests, imports=mains, validators=unit.validators)


def main_scopes(unit: Unit) -> tuple[Scope, ...]:
    """The scopes of the files that were asked for: one, or a folder's."""
    if unit.scope is None:
        return ()
    return tuple(unit.scope.imports.values()) if unit.scope.file == FOLDER else (unit.scope,)


def all_scopes(unit: Unit) -> Mapping[str, Scope]:
    """Every scope in reach of the main files by the name of its file, main files first."""
    found: dict[str, Scope] = {}
    waiting = list(main_scopes(unit))
    while waiting:
        scope = waiting.pop(0)
        if scope.file != _BROKEN and scope.file not in found:
            found[scope.file] = scope
            waiting.extend(scope.imports.values())
    return found


def map_scopes(scope: Scope, change: Callable[[Scope], Scope]) -> Scope:
    """The same scopes with `change` applied to each file's once; it must leave `imports` alone."""
    changed: dict[str, Scope] = {}

    def visit(scope: Scope) -> Scope:
        if scope.file not in changed:
            imports = {alias: visit(imported) for alias, imported in scope.imports.items()}
            changed[scope.file] = replace(change(scope), imports=imports)
        return changed[scope.file]

    return visit(scope)


def scope_of(scope: Scope, parts: tuple[str, ...]) -> Scope | None:
    """The scope that the last part of a dotted name is to be looked up in, or None where an alias is unknown."""
    found: Scope | None = scope
    for alias in parts[:-1]:
        found = found.imports.get(alias) if found else None
    return found


def is_broken(scope: Scope, parts: tuple[str, ...]) -> bool:
    """Whether a dotted name leads into an import that could not be read: nothing more is to be said about it then."""
    found: Scope | None = scope
    for alias in parts[:-1]:
        if found is None or found.file == _BROKEN:
            break
        found = found.imports.get(alias)
    return found is not None and found.file == _BROKEN


def find_list(scope: Scope, parts: tuple[str, ...]) -> WordList | None:
    """The list that a name in `scope` leads to; without entries when they could not be read."""
    found = scope_of(scope, parts)
    return found.lists.get(parts[-1]) if found else None


def find_text(scope: Scope, parts: tuple[str, ...]) -> str | None:
    """The declared text that a name in `scope` leads to; empty when it could not be read."""
    found = scope_of(scope, parts)
    return found.texts.get(parts[-1]) if found else None


def find_policy(scope: Scope, parts: tuple[str, ...]) -> tuple[Scope, tree.Policy] | None:
    """The policy that a name in `scope` leads to, and the scope it was written in."""
    found = scope_of(scope, parts)
    policy = found.policies.get(parts[-1]) if found else None
    return (found, policy) if found and policy else None


def lineage(scope: Scope, policy: tree.Policy) -> Iterator[tree.Policy]:
    """The policy and everything it extends, the nearest first, as far as it can be followed."""
    for _ in range(_MOST_ANCESTORS):
        yield policy
        found = find_policy(scope, policy.base.parts) if policy.base is not None else None
        if found is None:
            return
        scope, policy = found


def is_blind(scope: Scope, policy: tree.Policy) -> bool:
    """Whether some ancestor could not be found: then nobody knows what the policy inherits."""
    *_, last = lineage(scope, policy)
    return last.base is not None


def policy_names(scope: Scope) -> tuple[str, ...]:
    """The names by which policies can be reached from `scope`, those of imports dotted."""
    imported = (f"{alias}.{name}" for alias, found in scope.imports.items() for name in found.policies)
    return (*scope.policies, *imported)


def _build(unit: Unit, name: str, built: dict[str, Scope], open_names: frozenset[str]) -> Scope:
    if name in built:
        return built[name]
    imports: dict[str, Scope] = {}
    for alias, target in import_targets(unit, name).items():
        if target is None or target in open_names or target == name:
            imports[alias] = Scope(_BROKEN)
        else:
            imports[alias] = _build(unit, target, built, open_names | {name})
    built[name] = _declared(name, unit, imports)
    return built[name]


def _declared(name: str, unit: Unit, imports: Mapping[str, Scope]) -> Scope:
    file = unit.files[name]
    lists: dict[str, tree.ListDecl] = {}
    texts: dict[str, tree.TextDecl] = {}
    fields: dict[str, tree.Field] = {}
    policies: dict[str, tree.Policy] = {}
    for item in file.items:
        match item:
            case tree.ListDecl():
                lists.setdefault(item.name, item)
            case tree.TextDecl():
                texts.setdefault(item.name, item)
            case tree.Policy():
                policies.setdefault(item.name, item)
            case tree.RequestDecl():
                for declared in item.fields:
                    fields.setdefault(declared.path.text, declared)
            case tree.Import() | tree.ToolsDecl() | tree.Test():
                pass
    return Scope(
        name,
        list_declarations=lists,
        text_declarations=texts,
        fields=fields,
        policies=policies,
        tests=tuple(item for item in file.items if isinstance(item, tree.Test)),
        imports=imports,
        validators=unit.validators,
    )
