"""The second pass: builds every file's scope, and looks up the policies, imports and texts that it names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from guardrail.compiler.declarations import ROOTS, declaration_problems
from guardrail.compiler.passes.imports import FOLDER
from guardrail.compiler.references import Role, references
from guardrail.compiler.scopes import (
    all_scopes,
    build_scopes,
    find_list,
    find_policy,
    find_text,
    is_broken,
    main_scopes,
    policy_names,
    scope_of,
)
from guardrail.compiler.suggest import nearest
from guardrail.compiler.unit import Scope, Unit
from guardrail.diagnostics.codes.g101 import G101
from guardrail.diagnostics.codes.g105 import G105
from guardrail.diagnostics.codes.g110 import G110
from guardrail.diagnostics.record import Diagnostic
from guardrail.language import tree

__all__ = ["all_scopes", "find_list", "find_policy", "find_text", "is_broken", "main_scopes", "run"]


def run(unit: Unit) -> Unit:
    """Fill `scope`; report names that are double (G105), reserved (G111) or unknown (G101), and vague tests (G110)."""
    unit = replace(unit, scope=build_scopes(unit))
    scopes = all_scopes(unit)
    found: list[Diagnostic] = []
    for name, file in unit.files.items():
        found.extend(declaration_problems(file))
        # A file that stands in a cycle of imports is in `files`, yet may be reachable through the cycle alone.
        if name in scopes:
            found.extend(problem for item in file.items for problem in _unknown_names(item, scopes[name]))
    found.extend(_policies_of_folder(unit))
    found.extend(problem for scope in main_scopes(unit) for problem in _tests(unit, scope))
    return unit.with_diagnostics(*found)


def _unknown_names(item: tree.Item, scope: Scope) -> Iterator[Diagnostic]:
    for role, path in references(item):
        if is_broken(scope, path.parts):
            continue
        if role is Role.POLICY:
            yield from _unknown_policy(path, scope, item)
        elif role in (Role.TEXT, Role.CONTAINER, Role.ARGUMENT, Role.VALUE) and path.parts[0] not in ROOTS:
            yield from _unknown_alias(path, scope)


def _unknown_policy(path: tree.Path, scope: Scope, item: tree.Item) -> Iterator[Diagnostic]:
    if find_policy(scope, path.parts) is not None:
        return
    if scope_of(scope, path.parts) is None:
        yield from _unknown_alias(path, scope)
        return
    own = item.name if isinstance(item, tree.Policy) else ""
    names = tuple(name for name in policy_names(scope) if name != own)
    yield G101.policy(path.span, path.text, nearest(path.text, names), names)


def _unknown_alias(path: tree.Path, scope: Scope) -> Iterator[Diagnostic]:
    for length in range(1, len(path.parts)):
        if scope_of(scope, path.parts[: length + 1]) is None:
            inside = scope_of(scope, path.parts[:length])
            aliases = tuple(inside.imports) if inside else ()
            alias = path.parts[length - 1]
            yield G101.alias(path.span, path.text, alias, nearest(alias, aliases), aliases)
            return


def _policies_of_folder(unit: Unit) -> Iterator[Diagnostic]:
    if unit.scope is None or unit.scope.file != FOLDER:
        return
    for scope in main_scopes(unit):
        for name, policy in scope.policies.items():
            first = unit.scope.policies[name]
            if first is not policy:
                yield G105.declared_twice(policy.name_span, "policy", name, first.name_span, where="in this folder")


def _tests(unit: Unit, scope: Scope) -> Iterator[Diagnostic]:
    tested = {main.file for main in main_scopes(unit)}
    for test in scope.tests:
        if test.policy is None:
            if len(scope.policies) != 1:
                yield G110.test(test.span, tuple(scope.policies))
        elif (found := find_policy(scope, test.policy.parts)) is not None and found[0].file not in tested:
            yield G101.tested_elsewhere(test.policy.span, test.policy.text, found[0].file)
