"""The fourth pass: resolves `extends`, so that every policy of the main file stands on its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final, TypeAlias

from guardrail.compiler.inherited_rules import RuleMerger
from guardrail.compiler.passes.imports import FOLDER
from guardrail.compiler.request_fields import merge_fields
from guardrail.compiler.scopes import find_policy, main_scopes
from guardrail.compiler.suggest import nearest
from guardrail.compiler.tightening import Settings, looser_keep, looser_settings, stated_keep, tighten, tighten_keep
from guardrail.compiler.unit import ResolvedPolicy, ResolvedStage, Scope, Unit
from guardrail.diagnostics.codes.g108 import G108
from guardrail.diagnostics.codes.g110 import G110
from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.source import Span
from guardrail.language import tree

MAX_ANCESTORS = 32
STAGES: Final[tuple[tree.StageName, ...]] = ("input", "retrieval", "output", "tool_call", "tool_result")
"""The order in which a policy's stages are told of, whatever order they are written in."""

_Key: TypeAlias = tuple[str, str]
"""The file and the name of a policy."""


def run(unit: Unit) -> Unit:
    """Fill `policies` with those of the main file, or of the folder; report cycles (G108) and loosening (G109)."""
    resolver = _Resolver()
    policies: dict[str, ResolvedPolicy] = {}
    for scope in main_scopes(unit):
        for name, policy in scope.policies.items():
            policies.setdefault(name, resolver.resolve(scope, policy))
    return replace(unit, policies=policies).with_diagnostics(*resolver.diagnostics)


def choose_policy(unit: Unit, name: str | None) -> ResolvedPolicy | Diagnostic:
    """The policy called `name`, or the only one where no name is given; else the G110 that says what to name."""
    names = tuple(unit.policies)
    where = unit.root.name if unit.main == FOLDER else unit.main
    first = next((policy.declaration.name_span for policy in unit.policies.values()), Span(unit.main, 0, 0))
    if not names:
        return G110.no_policy(first, where)
    if name is None:
        return unit.policies[names[0]] if len(names) == 1 else G110.none_named(first, where, names)
    return unit.policies.get(name) or G110.unknown(first, where, name, nearest(name, names), names)


@dataclass(slots=True)
class _Resolver:
    resolved: dict[_Key, tuple[ResolvedPolicy, tuple[tree.Policy, ...]]] = field(default_factory=dict)
    """Each policy with its ancestors, the nearest first."""
    cycles: set[frozenset[_Key]] = field(default_factory=set)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def resolve(self, scope: Scope, policy: tree.Policy) -> ResolvedPolicy:
        """A policy with all that it inherits; an ancestor that cannot be reached is left out."""
        chain: list[tuple[Scope, tree.Policy]] = [(scope, policy)]
        while (above := self._next(chain)) is not None:
            chain.append(above)
        parent: ResolvedPolicy | None = None
        ancestors: tuple[tree.Policy, ...] = ()
        for scope, policy in reversed(chain):
            key = (scope.file, policy.name)
            if key not in self.resolved:
                self.resolved[key] = self._derive(scope, policy, parent, ancestors), ancestors
            parent, above_it = self.resolved[key]
            ancestors = (policy, *above_it)
        assert parent is not None, "a chain begins with the policy itself"
        return parent

    def _next(self, chain: Sequence[tuple[Scope, tree.Policy]]) -> tuple[Scope, tree.Policy] | None:
        scope, policy = chain[-1]
        if policy.base is None or (scope.file, policy.name) in self.resolved:
            return None
        found = find_policy(scope, policy.base.parts)
        keys = [(scope.file, policy.name) for scope, policy in chain]
        if found is not None and (found[0].file, found[1].name) in keys:
            self._report_cycle(chain[keys.index((found[0].file, found[1].name)) :])
            return None
        if found is not None and len(chain) > MAX_ANCESTORS:
            self.diagnostics.append(G108.too_deep(policy.base.span, MAX_ANCESTORS))
            return None
        return found

    def _report_cycle(self, circle: Sequence[tuple[Scope, tree.Policy]]) -> None:
        key = frozenset((scope.file, policy.name) for scope, policy in circle)
        if key in self.cycles:
            return
        self.cycles.add(key)
        links = [policy.base.span for _, policy in circle if policy.base is not None]
        names = [policy.name for _, policy in circle]
        self.diagnostics.append(G108.policies(links[-1], [*names, names[0]], links[:-1]))

    def _derive(
        self, scope: Scope, policy: tree.Policy, base: ResolvedPolicy | None, ancestors: Sequence[tree.Policy]
    ) -> ResolvedPolicy:
        own = {stage.kind: stage for stage in reversed(policy.stages)}
        inherited = {} if base is None else {stage.kind: stage for stage in base.stages.values()}
        merger = RuleMerger(scope, policy, base, self.diagnostics)
        stages: dict[str, ResolvedStage] = {}
        for kind in sorted({*inherited, *own}, key=STAGES.index):
            settings = self._settings(own.get(kind), inherited.get(kind), ancestors)
            rules = merger.merge(kind, own.get(kind), inherited.get(kind))
            stages[kind] = ResolvedStage(
                kind, rules, settings.within, settings.limit, settings.default_block, settings.hold
            )
        fields, problems = merge_fields(scope, stages.values())
        self.diagnostics.extend(problem for problem in problems if problem not in self.diagnostics)
        inherited_keep = stated_keep(ancestors)
        self.diagnostics.extend(looser_keep(policy, ancestors, inherited_keep))
        keep = tighten_keep(policy.keep, inherited_keep) or "nothing"
        return ResolvedPolicy(policy.name, policy, scope, stages, fields, keep)

    def _settings(
        self, own: tree.Stage | None, inherited: ResolvedStage | None, ancestors: Sequence[tree.Policy]
    ) -> Settings:
        if inherited is None:
            return tighten(own, Settings())
        settings = Settings(inherited.within, inherited.limit, inherited.default_block, inherited.hold)
        if own is not None:
            self.diagnostics.extend(looser_settings(own, ancestors, settings))
        return tighten(own, settings)
