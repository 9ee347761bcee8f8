"""Gives the reference interpreter a compiled policy, and runs both engines on one call, under assumptions or not."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

from guardrail.compiler.lowering import find_list_entries, scope_of
from guardrail.compiler.plan import Pipeline, Slot
from guardrail.compiler.producer_plan import plan_producers
from guardrail.compiler.unit import BoundCall, ResolvedPolicy, ResolvedRule, Unit
from guardrail.decision import Decision
from guardrail.engine.loading import assemble
from guardrail.engine.needs import Answer as EngineAnswer
from guardrail.engine.needs import Answers, Failure, Need
from guardrail.engine.producers import run
from guardrail.engine.rails import Asked, Rails, Steps
from guardrail.engine.shares import is_within
from guardrail.language import tree
from guardrail.models.cards import LEVELS, threshold
from guardrail.reference.interpreter import decide, decide_parts
from guardrail.reference.values import Answer, Call, Check, Hit, Oracle, Rule, Stage, Text, Value, Verdict
from guardrail.text.scanner.scanner import build_scanner
from guardrail.text.subject import Subject
from guardrail.validators.contract import QUIET, Cost, Facts, Match, Outcome, Returns, Signature
from tests.property.fake_engine import reference_text

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Question:
    """One call on a policy: what is judged, and what comes with it.

    `subject` is a text, the messages or passages, or the arguments of `tool`. `assumed` gives, by a check's call or
    name, what it answers: a score, true or false, `fails` or `timeout`, or a mapping with `score` and `spans`.
    """

    stage: tree.StageName
    subject: Any
    request: Mapping[str, Any] = field(default_factory=dict)
    attempt: int = 1
    id: str = "an-id"
    tool: str = "search"
    history: Sequence[str] | None = None
    context: Sequence[str] = ()
    question: str | None = None
    system: str | None = None
    assumed: Mapping[str, Any] = field(default_factory=dict)

    def answer(self, key: str, signature: Signature, length: int) -> EngineAnswer | None:
        """What is assumed of a check; None where nothing is."""
        given = self.assumed.get(key, self.assumed.get(signature.name))
        if given is None:
            return None
        if given in ("fails", "timeout"):
            kind: Literal["error", "timeout"] = "timeout" if given == "timeout" else "error"
            return Failure(kind, "assumed by the case")
        told = given if isinstance(given, Mapping) else {"score": given}
        score = told.get("score", True)
        spans = told.get("spans", [[0, length]] if length else [])
        if signature.returns is Returns.SCORE:
            return Outcome(
                False, float(score), tuple(Match(s, e, score=own) for s, e, own in _with_score(spans, score))
            )
        return Outcome(bool(score), None, tuple(Match(s, e) for s, e in spans) if score else ())


def _with_score(spans: Sequence[Sequence[Any]], score: float) -> list[tuple[int, int, float]]:
    return [(span[0], span[1], span[2] if len(span) > 2 else score) for span in spans]


@dataclass(frozen=True, slots=True)
class Compiled:
    """A compiled policy for both engines."""

    unit: Unit
    policy: ResolvedPolicy
    rails: Rails

    @classmethod
    def of(cls, unit: Unit, policy: ResolvedPolicy) -> Compiled:
        """What the compiler made of a policy that has no errors."""
        return cls(unit, policy, assemble(unit, policy).rails)

    def by_engine(self, asked: Question) -> Decision:
        """What the engine decides."""
        return _drive(self._steps(asked), asked)

    def _steps(self, asked: Question) -> Steps:
        with_it = Asked(asked.request, asked.attempt, asked.id)
        match asked.stage:
            case "input":
                return self.rails.input(asked.subject, with_it, system=asked.system)
            case "output":
                return self.rails.output(
                    asked.subject, with_it, context=asked.context, question=asked.question, system=asked.system
                )
            case "retrieval":
                return self.rails.retrieval(asked.subject, with_it, question=asked.question)
            case "tool_call":
                return self.rails.tool_call(asked.tool, asked.subject, with_it, history=asked.history)
            case "tool_result":
                return self.rails.tool_result(asked.tool, asked.subject, with_it)

    def by_reference(self, asked: Question) -> Verdict:
        """What the reference decides; several messages or passages have no text together."""
        stage, oracle = self.stage(asked.stage), self.oracle(asked)
        if asked.stage == "retrieval" or (asked.stage == "input" and not isinstance(asked.subject, str)):
            texts = [one if isinstance(one, str) else one["content"] for one in asked.subject if _is_judged(one)]
            return decide_parts(stage, [self._call(asked, text) for text in texts], oracle)[0]
        return decide(stage, self._call(asked, asked.subject), oracle)

    def parts_by_reference(self, asked: Question) -> tuple[Verdict, ...]:
        """What the reference decides about each passage."""
        calls = [self._call(asked, text) for text in asked.subject]
        return decide_parts(self.stage(asked.stage), calls, self.oracle(asked))[1]

    def _call(self, asked: Question, given: Any) -> Call:
        shares = [rule.rule for rule in self.policy.stages[asked.stage].rules if rule.rule.enforce is not None]
        enforced = {r.name for r in shares if is_within(self.rails.key, r.name, asked.id, r.enforce or 0)}
        return Call(
            reference_text(self._subject(asked, given)),
            asked.request,
            asked.attempt,
            asked.id,
            asked.tool if asked.stage in ("tool_call", "tool_result") else None,
            given if asked.stage == "tool_call" else None,
            frozenset(enforced),
        )

    def _subject(self, asked: Question, given: Any) -> Subject:
        if asked.stage == "tool_call":
            return Subject.of_arguments(given)
        reads_json = self.rails.schedules[asked.stage].pipeline.reads_json
        return Subject.of_json_text(given) if reads_json else Subject.of_text(given)

    def stage(self, kind: tree.StageName) -> Stage:
        """A stage as the reference is given it."""
        stage = self.policy.stages[kind]
        rules = tuple(self._rule(rule, kind) for rule in stage.rules)
        return Stage(kind, rules, stage.limit, stage.default_block, self.policy.fields)

    def _rule(self, rule: ResolvedRule, kind: str) -> Rule:
        def find_check(call: tree.Call | tree.Path) -> Check | None:
            bound = self.unit.calls.get((call.span.source, call.span.start, call.span.end, kind))
            return None if bound is None else _facts(bound)

        def find_text(path: tree.Path) -> str:
            return scope_of(rule.scope, path.parts).texts[path.parts[-1]]

        def find_list(path: tree.Path) -> Sequence[str]:
            entries: Sequence[str] = find_list_entries(rule.scope, path.parts).entries
            return entries

        return Rule(rule.rule, rule.on_error, rule.on_timeout, find_check, find_text, find_list)

    def oracle(self, asked: Question) -> Oracle:
        """Every check run alone, or what is assumed of it."""
        calls = {call.key: call for place, call in self.unit.calls.items() if place[3] == asked.stage}
        facts = Facts(
            asked.stage,
            tuple(asked.context),
            asked.question,
            asked.system,
            asked.tool if asked.stage in ("tool_call", "tool_result") else None,
            asked.subject if asked.stage == "tool_call" else None,
            None if asked.history is None else tuple(asked.history),
            asked.attempt,
        )

        def answer(check: Check, text: Text) -> Answer:
            call = calls[check.key]
            assumed = asked.answer(check.key, call.signature, len(text.whole))
            subject = Subject.of_json_text(text.whole) if None not in text.pieces else Subject.of_text(text.whole)
            return _told(assumed or run_alone(call, subject, facts))

        return answer


def _is_judged(one: Any) -> bool:
    """Passages, and of chat messages those that the application did not write itself."""
    return isinstance(one, str) or one["role"] in ("user", "tool", "function")


def _facts(call: BoundCall) -> Check:
    signature = call.signature
    levels = {level: threshold(signature.name, level) for level in LEVELS} if signature.levels else {}
    return Check(call.key, signature.returns.value, signature.cost <= Cost.C1, signature.spans, levels)


def _told(answer: EngineAnswer) -> Answer:
    if isinstance(answer, Failure):
        return answer.kind
    hits = tuple(Hit(match.start, match.end, match.score, match.at) for match in answer.matches)
    return Value(answer.truth, answer.score, hits)


def run_alone(call: BoundCall, subject: Subject, facts: Facts) -> EngineAnswer:
    """What one check answers with no other beside it."""
    (producer,), _ = plan_producers({call.key: (call, True)}, build_scanner)
    slot = Slot(0, call.key, call.signature, call.check, 0, call.signature.returns is Returns.SCORE)
    pipeline = Pipeline("alone", "output", (slot,), (producer,), (), None, None, False, None, False)
    return (run(Need(pipeline, producer, subject, facts)) or {}).get(0, QUIET)


def _drive(steps: Generator[Need, Answers, Result], asked: Question) -> Result:
    try:
        need = next(steps)
        while True:
            need = steps.send(_answers(need, asked))
    except StopIteration as done:
        result: Result = done.value
        return result


def _answers(need: Need, asked: Question) -> Answers:
    slots = [need.pipeline.slots[index] for index in need.producer.slots]
    length = len(need.subject.text)
    assumed = {slot.index: asked.answer(slot.key, slot.signature, length) for slot in slots}
    told = {index: answer for index, answer in assumed.items() if answer is not None}
    # A mapping without answers would not mean the same as None.
    return ({**(run(need) or {}), **told} if len(told) < len(slots) else told) or None
