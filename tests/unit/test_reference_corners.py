"""Corners of the semantics, as small as they get: what the reference says of each, and that the engine agrees."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from guardrail.language import tree
from guardrail.reference.values import Verdict
from tests.property.fake_checks import Fake
from tests.property.fake_engine import Asked, World, Written, by_engine, by_reference, differences
from tests.property.policy_strategies import FIELDS

BLOCK, FLAG, PERMIT = tree.Verb("block"), tree.Verb("flag"), tree.Verb("permit")
AGE, MINOR, ATTEMPT = (tree.Path(("request", *name.split("."))) for name in ("age", "user.is_minor", "attempt"))


@dataclass(frozen=True, slots=True)
class Corner:
    """One corner: a stage, a call, and what the reference says. `differs` says how the engine departs from it."""

    name: str
    rules: tuple[Written, ...]
    fakes: tuple[Fake, ...] = ()
    subject: Any = "a b"
    kind: tree.StageName = "output"
    request: dict[str, Any] = field(default_factory=dict)
    attempt: int = 1
    limit: int | None = None
    default_block: bool = False
    enforced: frozenset[str] = frozenset()
    want: tuple[str, tuple[str, ...], str | None] = ("allow", (), "a b")
    say: str | None = None
    hint: str | None = None
    differs: str = ""

    @property
    def world(self) -> World:
        """Its stage."""
        return World(self.kind, self.rules, self.fakes, self.limit, self.default_block, FIELDS)

    @property
    def asked(self) -> Asked:
        """Its call."""
        return Asked(self.subject, self.request, self.attempt, self.enforced, "search")


def rule(name: str, *arms: tree.Arm, error: tree.Failure = "block", timeout: Any = "block", **more: Any) -> Written:
    """A rule with its failure settings."""
    return Written(tree.Rule(name, arms, **more), error, timeout)


def arm(action: tree.Action, condition: tree.Expr | None = None, *, negated: bool = False) -> tree.Arm:
    """An arm."""
    return tree.Arm(action, condition, negated)


A = Fake("f0", "find", "a")
B = Fake("f1", "find", "b")
HAS_B = Fake("f1", "truth", "b")
BROKEN = Fake("f2", "find", "a", fault="error")
SLOW = Fake("f3", "find", "a", fault="timeout")
SCORE = Fake("f4", "score", "a", cost=2, step=0.5)

CORNERS = (
    Corner("no_rule_allows", ()),
    Corner("a_true_arm_contributes_its_action", (rule("r", arm(FLAG, A.call)),), (A,), want=("flag", ("r",), "a b")),
    Corner(
        "a_failed_check_contributes_on_error",
        (rule("r", arm(FLAG, BROKEN.call)),),
        (BROKEN,),
        want=("block", ("r",), None),
    ),
    Corner(
        "a_slow_check_contributes_on_timeout",
        (rule("r", arm(FLAG, SLOW.call), timeout="flag"),),
        (SLOW,),
        want=("flag", ("r",), "a b"),
    ),
    Corner(
        "on_timeout_defer_releases",
        (rule("r", arm(FLAG, SLOW.call), timeout="defer"),),
        (SLOW,),
    ),
    Corner(
        "false_decides_and_whatever_else_failed",
        (rule("r", arm(BLOCK, tree.And((BROKEN.call, tree.Lit(False))))),),
        (BROKEN,),
    ),
    Corner(
        "true_decides_or_whatever_else_failed",
        (rule("r", arm(FLAG, tree.Or((BROKEN.call, tree.Lit(True))))),),
        (BROKEN,),
        want=("flag", ("r",), "a b"),
    ),
    Corner(
        "not_keeps_what_is_unknown",
        (rule("r", arm(FLAG, tree.Not(BROKEN.call))),),
        (BROKEN,),
        want=("block", ("r",), None),
    ),
    Corner(
        "an_unknown_arm_may_have_two_causes",
        (rule("r", arm(BLOCK, tree.And((BROKEN.call, SLOW.call))), error="allow", timeout="flag"),),
        (BROKEN, SLOW),
        want=("flag", ("r",), "a b"),
    ),
    Corner(
        "a_failing_half_of_a_redaction_does_not_leak_through_or",
        (rule("r", arm(tree.Redact(), tree.Or((A.call, BROKEN.call)))),),
        (A, BROKEN),
        want=("block", ("r",), None),
    ),
    Corner(
        "a_redaction_that_is_false_contributes_nothing_though_a_half_failed",
        (rule("r", arm(tree.Redact(), tree.And((BROKEN.call, tree.Lit(False))))),),
        (BROKEN,),
    ),
    Corner(
        "spans_are_the_union_over_the_checks_that_hold",
        (rule("r", arm(tree.Redact(), tree.Or((A.call, B.call)))),),
        (A, B),
        want=("fix", ("r",), "[redacted] [redacted]"),
    ),
    Corner(
        "spans_under_a_not_do_not_count",
        (rule("r", arm(tree.Redact("[x]"), tree.And((A.call, tree.Not(tree.And((B.call, tree.Lit(False)))))))),),
        (A, B),
        want=("fix", ("r",), "[x] b"),
    ),
    Corner(
        "two_negations_are_none",
        (rule("r", arm(tree.Redact("[x]"), tree.Not(A.call), negated=True)),),
        (A,),
        want=("fix", ("r",), "[x] b"),
    ),
    Corner(
        "places_of_a_score_count_when_they_reach_the_threshold",
        (rule("r", arm(tree.Redact("[x]"), tree.Compare(SCORE.call, ">=", tree.Lit(0.5)))),),
        (SCORE,),
        subject="a a a",
        want=("fix", ("r",), "a [x] a"),
    ),
    Corner(
        "overlapping_spans_become_one_with_the_first_rule_s_label",
        (
            rule("r2", arm(tree.Redact("[2]"), Fake("f0", "find", "ab").call)),
            rule("r1", arm(tree.Redact("[1]"), Fake("f1", "find", "bc").call)),
        ),
        (Fake("f0", "find", "ab"), Fake("f1", "find", "bc")),
        subject="xabcx",
        want=("fix", ("r1", "r2"), "x[1]x"),
    ),
    Corner(
        "touching_spans_stay_two",
        (rule("r1", arm(tree.Redact("[1]"), A.call)), rule("r2", arm(tree.Redact("[2]"), B.call))),
        (A, B),
        subject="ab",
        want=("fix", ("r1", "r2"), "[1][2]"),
    ),
    Corner(
        "replace_beats_redactions_and_stands_between_what_is_put_around",
        (
            rule("r1", arm(tree.Redact(), A.call), arm(tree.Edit("append", tree.Lit("end")))),
            rule("r2", arm(tree.Edit("replace", tree.Lit("new")))),
            rule("r3", arm(tree.Edit("prepend", tree.Lit("start")))),
        ),
        (A,),
        want=("fix", ("r1", "r2", "r3"), "start\n\nnew\n\nend"),
    ),
    Corner(
        "an_append_to_nothing_is_the_text_itself",
        (rule("r", arm(tree.Edit("append", tree.Lit("end")))),),
        subject="",
        want=("fix", ("r",), "end"),
    ),
    Corner(
        "what_the_policy_inserts_breaks_no_rule_that_finds",
        (rule("r", arm(tree.Edit("append", tree.Lit("xx")))), rule("s", arm(BLOCK, Fake("f0", "find", "xx").call))),
        (Fake("f0", "find", "xx"),),
        want=("fix", ("r",), "a b\n\nxx"),
    ),
    Corner(
        "what_stands_half_in_inserted_text_breaks_the_policy",
        (rule("r", arm(tree.Redact("b"), A.call)), rule("s", arm(BLOCK, Fake("f1", "find", "bc").call))),
        (A, Fake("f1", "find", "bc")),
        subject="ac",
        want=("block", ("s",), None),
    ),
    Corner(
        "an_edit_over_the_limit_blocks",
        (rule("r", arm(tree.Edit("append", tree.Lit("end")))),),
        limit=5,
        want=("block", ("output.limit",), None),
    ),
    Corner(
        "over_the_limit_nothing_runs",
        (rule("r", arm(FLAG, A.call)),),
        (A,),
        limit=2,
        want=("block", ("output.limit",), None),
    ),
    Corner(
        "dear_checks_keep_their_first_answer",
        (rule("r", arm(tree.Redact("[x]"), tree.Or((A.call, Fake("f1", "truth", "a", cost=2).call)))),),
        (A, Fake("f1", "truth", "a", cost=2)),
        want=("fix", ("r",), "[x] b"),
    ),
    Corner(
        "a_reask_that_is_used_up_does_what_stands_after_then",
        (rule("r", arm(tree.Reask(2, tree.Lit("again"), FLAG), A.call)),),
        (A,),
        attempt=3,
        want=("flag", ("r",), "a b"),
    ),
    Corner(
        "a_reask_without_then_blocks_in_the_end",
        (rule("r", arm(tree.Reask(2), A.call), say=tree.Lit("sorry")),),
        (A,),
        attempt=3,
        want=("block", ("r",), "sorry"),
        say="sorry",
    ),
    Corner(
        "hints_stand_in_the_order_of_the_rules_names",
        (
            rule("r2", arm(tree.Reask(2, tree.Lit("two")), A.call)),
            rule("r1", arm(tree.Reask(2, tree.Lit("one")), A.call)),
        ),
        (A,),
        want=("reask", ("r1", "r2"), None),
        hint="one\ntwo",
    ),
    Corner(
        "the_first_determining_rule_that_says_something_is_heard",
        (
            rule("r1", arm(BLOCK)),
            rule("r3", arm(BLOCK), say=tree.Lit("three")),
            rule("r2", arm(BLOCK), say=tree.Lit("two")),
            rule("r0", arm(FLAG), say=tree.Lit("none")),
        ),
        want=("block", ("r1", "r2", "r3"), "two"),
        say="two",
    ),
    Corner(
        "elsewhere_than_at_output_a_block_gives_no_text",
        (rule("r", arm(BLOCK), say=tree.Lit("sorry")),),
        kind="input",
        want=("block", ("r",), None),
        say="sorry",
    ),
    Corner(
        "default_block_blocks_what_nothing_permits",
        (rule("r", arm(PERMIT, A.call)),),
        (A,),
        kind="tool_call",
        subject={"x": "b"},
        default_block=True,
        want=("block", ("tool_call.default",), None),
    ),
    Corner(
        "a_permit_lets_through",
        (rule("r", arm(PERMIT, A.call)),),
        (A,),
        kind="tool_call",
        subject={"x": "a"},
        default_block=True,
        want=("allow", (), '{"x":"a"}'),
    ),
    Corner(
        "a_block_beats_a_permit",
        (rule("r", arm(PERMIT)), rule("s", arm(BLOCK, A.call))),
        (A,),
        kind="tool_call",
        subject={"x": "a"},
        default_block=True,
        want=("block", ("s",), None),
    ),
    Corner(
        "a_permit_of_a_shadow_rule_does_not_count",
        (rule("r", arm(PERMIT), shadow=True),),
        kind="tool_call",
        subject={"x": "a"},
        default_block=True,
        want=("block", ("tool_call.default",), None),
    ),
    Corner(
        "shadow_caps_at_a_flag",
        (rule("r", arm(BLOCK, A.call), shadow=True, say=tree.Lit("sorry")),),
        (A,),
        want=("flag", ("r",), "a b"),
    ),
    Corner(
        "shadow_caps_failures_too",
        (rule("r", arm(BLOCK, BROKEN.call), shadow=True),),
        (BROKEN,),
        want=("flag", ("r",), "a b"),
    ),
    Corner(
        "a_share_that_takes_the_call_in_enforces",
        (rule("r", arm(BLOCK, A.call), enforce=10.0),),
        (A,),
        enforced=frozenset({"r"}),
        want=("block", ("r",), None),
    ),
    Corner(
        "a_share_that_does_not_is_shadow",
        (rule("r", arm(BLOCK, A.call), enforce=10.0),),
        (A,),
        want=("flag", ("r",), "a b"),
    ),
    Corner("a_later_rule_is_not_evaluated", (rule("r", arm(FLAG, BROKEN.call), later=True),), (BROKEN,)),
    Corner(
        "a_missing_required_fact_is_an_error_of_each_rule_that_reads_it",
        (rule("r", arm(FLAG, tree.Compare(AGE, ">", tree.Lit(18))), error="flag"),),
        want=("flag", ("r",), "a b"),
    ),
    Corner(
        "a_fact_of_another_type_is_an_error_though_when_is_false_anyway",
        (rule("r", arm(FLAG), when=tree.And((tree.Lit(False), tree.Compare(AGE, "==", tree.Lit(18))))),),
        request={"age": "18"},
        want=("block", ("r",), None),
    ),
    Corner("a_bool_is_no_number", (rule("r", arm(FLAG, tree.Compare(AGE, "==", tree.Lit(1))), error="flag"),),
           request={"age": True}, want=("flag", ("r",), "a b")),
    Corner("an_absent_optional_bool_is_false", (rule("r", arm(FLAG, MINOR)),)),
    Corner(
        "an_absent_optional_fact_is_unequal_to_everything",
        (rule("r", arm(FLAG, tree.Compare(MINOR, "!=", tree.Lit(True)))),),
        want=("flag", ("r",), "a b"),
    ),
    Corner(
        "an_absent_optional_fact_is_in_nothing",
        (rule("r", arm(FLAG, tree.Member(MINOR, tree.Array((tree.Lit(True),)), negated=True))),),
        want=("flag", ("r",), "a b"),
    ),
    Corner(
        "a_fact_may_be_given_nested_or_with_dots",
        (rule("r", arm(FLAG, MINOR)),),
        request={"user": {"is_minor": True}},
        want=("flag", ("r",), "a b"),
    ),
    Corner(
        "attempt_is_a_fact_that_is_always_there",
        (rule("r", arm(FLAG, tree.Compare(ATTEMPT, ">=", tree.Lit(2)))),),
        attempt=2,
        want=("flag", ("r",), "a b"),
    ),
    Corner(
        "an_absent_tool_argument_is_a_failed_check",
        (rule("r", arm(FLAG, tree.Compare(tree.Path(("tool", "args", "amount")), "==", tree.Lit(1))), error="flag"),),
        kind="tool_call",
        subject={"x": "a"},
        want=("flag", ("r",), '{"x":"a"}'),
    ),
    Corner(
        "a_lone_surrogate_fails_every_check",
        (rule("r", arm(FLAG, A.call)),),
        (A,),
        subject="b\ud800",
        want=("block", ("r",), None),
    ),
    Corner(
        "a_redaction_in_json_is_written_anew",
        (rule("r", arm(tree.Redact('"'), A.call)),),
        (A,),
        kind="tool_call",
        subject={"x": "ab", "n": 7},
        want=("fix", ("r",), '{"x":"\\"b","n":7}'),
    ),
)  # fmt: skip

DIFFERENCES = (
    Corner(
        "a_check_that_does_not_hold_does_not_begin_to_by_its_places",
        (rule("r", arm(tree.Redact("*"), tree.Or((tree.Lit(True), Fake("f0", "claims", "a").call)))),),
        (Fake("f0", "claims", "a"),),
        subject="a",
        want=("fix", ("r",), "a"),
        differs="verification._outside takes the places for the truth of a check that said false",
    ),
    Corner(
        "a_place_without_extent_is_never_inside_inserted_text",
        (rule("r", arm(tree.Edit("prepend", tree.Lit("b")))), rule("s", arm(BLOCK, Fake("f0", "points", "b").call))),
        (Fake("f0", "points", "b"),),
        subject="",
        want=("block", ("s",), None),
        differs="verification._inserted drops a match with start == end at the edge of an inserted span",
    ),
    Corner(
        "places_below_the_threshold_do_not_break_a_redaction",
        (rule("r", arm(tree.Redact("*"), tree.Compare(Fake("f0", "score", "a").call, ">=", tree.Lit(0.5)))),),
        (Fake("f0", "score", "a", sums=True),),
        subject="aa",
        want=("fix", ("r",), "aa"),
        differs="verification._still_holds counts matches that matches_of would not redact",
    ),
    Corner(
        "the_empty_line_between_edits_is_inserted_too",
        (
            rule("r", arm(tree.Edit("append", tree.Lit("c")))),
            rule("s", arm(BLOCK, Fake("f0", "find", "\n\n").call)),
        ),
        (Fake("f0", "find", "\n\n"),),
        want=("fix", ("r",), "a b\n\nc"),
        differs="edits._surround leaves the separators out of the inserted spans",
    ),
    Corner(
        "a_place_over_two_touching_labels_is_inserted_too",
        (rule("r", arm(tree.Redact("ab"), Fake("f0", "find", "c").call)), rule("s", arm(BLOCK, Fake("f1", "find", "ba").call))),
        (Fake("f0", "find", "c"), Fake("f1", "find", "ba")),
        subject="cc",
        want=("fix", ("r",), "abab"),
        differs="verification._inserted looks into one inserted span at a time",
    ),
)  # fmt: skip


def _said(corner: Corner) -> Verdict:
    return by_reference(corner.world, corner.asked)


@pytest.mark.parametrize("corner", CORNERS + DIFFERENCES, ids=lambda corner: corner.name)
def test_the_reference_says_what_the_specification_says(corner: Corner) -> None:
    verdict = _said(corner)
    assert (verdict.action.value, verdict.by, verdict.text) == corner.want
    assert (verdict.say, verdict.hint) == (corner.say, corner.hint)


def _maybe_different(corner: Corner) -> Any:
    marks = [pytest.mark.xfail(reason=corner.differs, strict=True)] if corner.differs else []
    return pytest.param(corner, id=corner.name, marks=marks)


@pytest.mark.parametrize("corner", [_maybe_different(corner) for corner in CORNERS + DIFFERENCES])
@pytest.mark.parametrize("skip", [True, False], ids=["skip", "no_skip"])
def test_the_engine_agrees(corner: Corner, skip: bool) -> None:
    assert not differences(_said(corner), by_engine(corner.world, corner.asked, skip=skip))
