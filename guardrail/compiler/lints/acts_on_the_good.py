"""G412: a rule acts on the texts that pass its check, where it was meant for those that fail it."""

from __future__ import annotations

from collections.abc import Iterator

from guardrail.compiler.enforcement import keyword_of
from guardrail.compiler.operands import as_call, call_name
from guardrail.compiler.passes.imports import main_files
from guardrail.compiler.unit import Unit
from guardrail.diagnostics.codes.g412 import G412
from guardrail.diagnostics.record import Diagnostic
from guardrail.language import tree

_STOPPING = frozenset({"block", "reask", "replace"})
_ACTIONS = {
    "length": _STOPPING | {"flag"},
    "json_schema": _STOPPING | {"flag"},
    "tool_schema": _STOPPING | {"flag"},
    # To flag the texts in a language is a sensible wish; to block them is hardly one.
    "language": _STOPPING,
}
"""Checks that hold for the texts that are as they should be, with the actions that are odd for those."""


def run(unit: Unit) -> Unit:
    """Warn of arms whose whole condition is such a check, without `not`."""
    return unit.with_diagnostics(*(problem for file in main_files(unit) for problem in _problems(unit.files[file])))


def _problems(file: tree.File) -> Iterator[Diagnostic]:
    policies = (item for item in file.items if isinstance(item, tree.Policy))
    arms = (arm for policy in policies for stage in policy.stages for rule in stage.rules for arm in rule.arms)
    for arm in arms:
        call = as_call(arm.condition) if arm.condition is not None and not arm.negated else None
        action = keyword_of(arm.action)
        if call is not None and action in _ACTIONS.get(call_name(call), ()):
            yield G412.holds_for_the_good(arm.span, call.span, call_name(call), action, _bound(call))


def _bound(call: tree.Call) -> str | None:
    """What `length` was probably meant to ask: the other bound, if it names one alone."""
    given = {argument.name: argument.value for argument in call.arguments}
    number = given.get("max", given.get("min"))
    if call_name(call) != "length" or not isinstance(number, tree.Lit) or ("max" in given) == ("min" in given):
        return None
    return "too long" if "max" in given else "too short"
