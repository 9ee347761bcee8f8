"""The rules of a child policy: its parent's, which are final unless overridable (G109), and its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from guardrail.compiler.suggest import nearest
from guardrail.compiler.unit import ResolvedPolicy, ResolvedRule, ResolvedStage, Scope
from guardrail.diagnostics.codes.g101 import G101
from guardrail.diagnostics.codes.g109 import G109
from guardrail.diagnostics.record import Diagnostic
from guardrail.language import tree


@dataclass(slots=True)
class RuleMerger:
    """Merges the rules of one policy with those of its parent, stage by stage, and reports into `diagnostics`.

    Where a rule may not replace or drop an inherited one, the inherited one stays.
    """

    scope: Scope
    policy: tree.Policy
    base: ResolvedPolicy | None
    diagnostics: list[Diagnostic]
    dropped: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        for drop in self.policy.drops:
            self._drop(drop)

    @property
    def blind(self) -> bool:
        """Whether the parent is not known, so that nothing can be said about what is inherited."""
        return self.policy.base is not None and self.base is None

    def merge(
        self, kind: tree.StageName, own: tree.Stage | None, inherited: ResolvedStage | None
    ) -> tuple[ResolvedRule, ...]:
        """The rules of one stage: the parent's in their order, replaced or dropped ones aside, then its own."""
        above = () if inherited is None else inherited.rules
        rules = {rule.name: rule for rule in above if not (rule.name in self.dropped and rule.rule.overridable)}
        known = dict(rules)
        for rule in () if own is None else own.rules:
            before = known.get(rule.name)
            if before is None:
                self._check_new(kind, rule)
                rules.setdefault(rule.name, self._resolved(rule))
            elif self._may_replace(rule, before):
                rules[rule.name] = self._resolved(rule)
            if inherited is not None and _permits(rule) and not (before is not None and _permits(before.rule)):
                self.diagnostics.append(G109.new_permit(rule.name_span, rule.name, kind, self._base_name))
        return tuple(rules.values())

    @property
    def _base_name(self) -> str:
        return "" if self.policy.base is None else self.policy.base.text

    def _resolved(self, rule: tree.Rule) -> ResolvedRule:
        # A policy without its own failure clauses is reported (G301); until then the strictest reading holds.
        on_error = rule.on_error or self.policy.on_error or "block"
        on_timeout = rule.on_timeout or self.policy.on_timeout or "block"
        return ResolvedRule(rule, self.scope, self.policy.name, on_error, on_timeout)

    def _check_new(self, kind: tree.StageName, rule: tree.Rule) -> None:
        if not rule.override or self.blind:
            return
        if self.base is None:
            self.diagnostics.append(G109.without_parent(rule.name_span, "override"))
            return
        self.diagnostics.append(
            G109.overrides_nothing(rule.name_span, rule.name, kind, self._base_name, self._help(kind, rule.name))
        )

    def _help(self, kind: str, name: str) -> str:
        stages: Mapping[str, ResolvedStage] = {} if self.base is None else dict(self.base.stages)
        names = [rule.name for rule in stages[kind].rules] if kind in stages else []
        close = nearest(name, names)
        if name in self.dropped:
            return "it is dropped above: remove `override`, or the `drop`"
        if close is not None:
            return f"did you mean `{close}`?"
        elsewhere = [stage for stage in stages.values() if any(rule.name == name for rule in stage.rules)]
        if elsewhere:
            return f"there is one on {elsewhere[0].kind}: override it there, or remove `override`"
        return "remove `override`, or name a rule that is inherited"

    def _may_replace(self, rule: tree.Rule, before: ResolvedRule) -> bool:
        first = before.rule.name_span
        if not before.rule.overridable:
            self.diagnostics.append(G109.final_rule(rule.name_span, rule.name, before.policy, first))
        elif not rule.override:
            self.diagnostics.append(G109.override_missing(rule.name_span, rule.name, before.policy, first))
        return before.rule.overridable and rule.override

    def _drop(self, drop: tree.Drop) -> None:
        if self.blind:
            return
        if self.base is None or self.policy.base is None:
            self.diagnostics.append(G109.without_parent(drop.span, "drop rule"))
            return
        *prefix, name = drop.rule.parts
        base = self.policy.base.parts
        if tuple(prefix) not in ((), base, base[:-1], base[-1:]):
            self.diagnostics.append(
                G101.dropped_elsewhere(drop.rule.span, name, ".".join(prefix), self.policy.base.text)
            )
            return
        rules = [rule for stage in self.base.stages.values() for rule in stage.rules]
        named = [rule for rule in rules if rule.name == name]
        if not named:
            names = tuple(dict.fromkeys(rule.name for rule in rules))
            self.diagnostics.append(
                G101.dropped_rule(drop.rule.span, name, self._base_name, nearest(name, names), names)
            )
        for rule in named:
            if not rule.rule.overridable:
                self.diagnostics.append(G109.final_drop(drop.rule.span, name, rule.policy, rule.rule.name_span))
        self.dropped.add(name)


def _permits(rule: tree.Rule) -> bool:
    return any(isinstance(arm.action, tree.Verb) and arm.action.kind == "permit" for arm in rule.arms)
