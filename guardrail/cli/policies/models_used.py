"""Says which models a policy asks, whether they are installed, and what its levels stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from guardrail.compiler.lowering import bound_call
from guardrail.compiler.operands import calls_in
from guardrail.compiler.unit import BoundCall, ResolvedPolicy, Unit
from guardrail.models.cards import LEVELS, threshold

_HEAD: Final = (
    "It asks models. A level is a score that few of the texts reach which it is not meant for: about 5 % reach "
    "`possible`, 1 % `likely`, 0.1 % `very_likely`."
)


def model_lines(unit: Unit, policy: ResolvedPolicy) -> Iterator[str]:
    """A paragraph on the models that the policy's rules ask, with a line each; nothing where they ask none."""
    used = sorted(_asked(unit, policy).items())
    if not used:
        return
    yield ""
    yield _HEAD if any(call.signature.levels for _, call in used) else "It asks models."
    for name, call in used:
        yield f"  {name}: {_described(call)}"


def _described(call: BoundCall) -> str:
    if call.check is None:
        return "not installed"
    if not call.signature.levels:
        return "installed"
    return ", ".join(f"{level} from {_score(call, level):.2g}" for level in LEVELS)


def _score(call: BoundCall, level: str) -> float:
    own = call.arguments.models.get(call.signature.name)
    return own.card.levels[level] if own else threshold(call.signature.name, level)


def _asked(unit: Unit, policy: ResolvedPolicy) -> Mapping[str, BoundCall]:
    """A call of each model check that rules call."""
    found: dict[str, BoundCall] = {}
    for stage in policy.stages.values():
        for rule in stage.rules:
            for arm in rule.rule.arms:
                for node in calls_in(arm.condition):
                    call = bound_call(unit, node.span, stage.kind)
                    if call is not None and call.signature.model is not None:
                        found.setdefault(call.signature.name, call)
    return found
