"""The request fields that a policy reads, joined over every file that a rule of it was written in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from guardrail.compiler.unit import ResolvedStage, Scope
from guardrail.diagnostics.codes.g105 import G105
from guardrail.diagnostics.record import Diagnostic
from guardrail.language import tree


def merge_fields(
    own: Scope, stages: Iterable[ResolvedStage]
) -> tuple[Mapping[str, tree.Field], tuple[Diagnostic, ...]]:
    """The fields by their dotted name, the own file's first, and those that two files cannot agree on (G105).

    A field that several files declare is optional only where all say so, and has the values that all allow.
    """
    scopes = {own.file: own}
    for stage in stages:
        for rule in stage.rules:
            scopes.setdefault(rule.scope.file, rule.scope)
    fields: dict[str, tree.Field] = {}
    problems: list[Diagnostic] = []
    for scope in scopes.values():
        for name, declared in scope.fields.items():
            known = fields.get(name)
            if known is None:
                fields[name] = declared
            elif known.type != declared.type:
                problems.append(
                    G105.field_types_differ(known.path.span, name, known.type, declared.type, declared.path.span)
                )
            else:
                fields[name], shared = _join(known, declared)
                if not shared:
                    problems.append(G105.field_domains_differ(known.path.span, name, declared.path.span))
    return fields, tuple(problems)


def _join(one: tree.Field, other: tree.Field) -> tuple[tree.Field, bool]:
    optional = one.optional and other.optional
    if one.domain is None or other.domain is None:
        return replace(one, optional=optional, domain=one.domain or other.domain), True
    items = tuple(item for item in one.domain.items if item in other.domain.items)
    return replace(one, optional=optional, domain=replace(one.domain, items=items or one.domain.items)), bool(items)
