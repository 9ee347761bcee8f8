"""`extends` only tightens: whatever a child policy says, what it inherits holds."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Literal

from hypothesis import given
from hypothesis import strategies as st

from guardrail.compiler.passes.inheritance import run
from guardrail.compiler.unit import ResolvedPolicy, Scope, Unit
from guardrail.language import tree

HOLDS = ["nothing", "word", "sentence", "all"]
KEEPS = ["full", "redacted", "nothing"]
NAMES = ("a", "b", "c")
RULES = st.builds(
    tree.Rule,
    st.sampled_from(NAMES),
    arms=st.sampled_from([(), (tree.Arm(tree.Verb("permit"), None),)]),
    overridable=st.booleans(),
    override=st.booleans(),
    because=st.sampled_from(["one", "two", "three"]),
)
STAGES = st.builds(
    tree.Stage,
    st.sampled_from(["input", "output"]),
    rules=st.lists(RULES, max_size=4, unique_by=lambda rule: rule.name).map(tuple),
    within=st.none() | st.floats(1, 1e6),
    limit=st.none() | st.integers(1, 10_000),
    default_block=st.booleans(),
    hold=st.none() | st.sampled_from(HOLDS),
)
DROPS = st.builds(tree.Drop, st.sampled_from(NAMES).map(lambda name: tree.Path((name,))), st.just("because"))


@st.composite
def policies(draw: st.DrawFn) -> list[tree.Policy]:
    """A chain of policies, each one extending the one before it."""
    chain: list[tree.Policy] = []
    for number in range(draw(st.integers(2, 4))):
        keep: Literal["full", "redacted", "nothing"] | None = draw(st.none() | st.sampled_from(KEEPS))
        chain.append(
            tree.Policy(
                f"p{number}",
                base=tree.Path((f"p{number - 1}",)) if number else None,
                keep=keep,
                drops=tuple(draw(st.lists(DROPS, max_size=2))),
                stages=tuple(draw(st.lists(STAGES, max_size=2, unique_by=lambda stage: stage.kind))),
            )
        )
    return chain


def _resolved(chain: list[tree.Policy]) -> list[ResolvedPolicy]:
    scope = Scope("main.guard", policies={policy.name: policy for policy in chain})
    unit = Unit(Path(), "main.guard", files={"main.guard": tree.File(1)}, scope=scope)
    return list(run(unit).policies.values())


@given(policies())
def test_a_final_rule_is_in_every_descendant(chain: list[tree.Policy]) -> None:
    resolved = _resolved(chain)
    for parent, child in pairwise(resolved):
        for kind, stage in parent.stages.items():
            final = [rule for rule in stage.rules if not rule.rule.overridable]
            assert [rule for rule in child.stages[kind].rules if rule in final] == final


@given(policies())
def test_no_setting_of_a_descendant_is_looser(chain: list[tree.Policy]) -> None:
    resolved = _resolved(chain)
    for parent, child in pairwise(resolved):
        for kind, above in parent.stages.items():
            below = child.stages[kind]
            assert above.within is None or (below.within is not None and below.within <= above.within)
            assert above.limit is None or (below.limit is not None and below.limit <= above.limit)
            assert above.hold is None or (below.hold is not None and HOLDS.index(below.hold) >= HOLDS.index(above.hold))
            assert below.default_block or not above.default_block
        stated = any(policy.keep for policy in chain[: resolved.index(parent) + 1])
        assert not stated or KEEPS.index(child.keep) >= KEEPS.index(parent.keep)
