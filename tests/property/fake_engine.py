"""Runs one random case on the engine and on the reference: fakes are bound by hand, everything after that is real."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from guardrail.compiler.lowering import lower
from guardrail.compiler.plan import Pipeline
from guardrail.compiler.unit import BoundCall, ResolvedPolicy, ResolvedRule, ResolvedStage, Scope, Unit
from guardrail.engine.core import Options
from guardrail.engine.judging import Call as EngineCall
from guardrail.engine.judging import judge
from guardrail.engine.needs import Answers, Failure, Need
from guardrail.engine.producers import run
from guardrail.engine.schedule import Schedule
from guardrail.engine.verdict import Verdict as EngineVerdict
from guardrail.language import tree
from guardrail.reference.interpreter import decide
from guardrail.reference.values import Answer, Call, Check, Oracle, Place, Rule, Stage, Text, Verdict
from guardrail.text.document import dump_json, replace_strings
from guardrail.text.requests import WordList
from guardrail.text.scanner.scanner import build_scanner
from guardrail.text.subject import Subject
from guardrail.validators.contract import Arguments, Facts
from tests.property.fake_checks import PLACE, Fake

Result = TypeVar("Result")
NAMES = ("allow", "flag", "fix", "reask", "block")


@dataclass(frozen=True, slots=True)
class Written:
    """A rule with the failure settings that hold for it."""

    rule: tree.Rule
    on_error: tree.Failure = "block"
    on_timeout: tree.TimeoutOutcome = "block"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is judged, and what comes with it: `subject` is a text, or what a JSON text or a tool's arguments say."""

    subject: str | Mapping[str, Any] = ""
    request: Mapping[str, Any] = field(default_factory=dict)
    attempt: int = 1
    enforced: frozenset[str] = frozenset()
    tool: str | None = None


@dataclass(frozen=True, slots=True)
class World:
    """One stage of a random policy, and everything its names lead to."""

    kind: tree.StageName
    rules: tuple[Written, ...]
    fakes: tuple[Fake, ...] = ()
    limit: int | None = None
    default_block: bool = False
    fields: Mapping[str, tree.Field] = field(default_factory=dict)
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)

    def pipeline(self) -> Pipeline:
        """The stage as the compiler lowers it."""
        lists = {name: WordList(name, entries) for name, entries in self.lists.items()}
        scope = Scope(PLACE, lists=lists, texts=self.texts, fields=self.fields)
        rules = tuple(ResolvedRule(w.rule, scope, "p", w.on_error, w.on_timeout) for w in self.rules)
        stage = ResolvedStage(self.kind, rules, 50_000, self.limit, self.default_block)
        policy = ResolvedPolicy("p", tree.Policy("p"), scope, {self.kind: stage}, self.fields)
        return lower(Unit(Path(), PLACE, scope=scope, calls=self.calls()), policy, build_scanner)[self.kind]

    def calls(self) -> dict[tuple[str, int, int, str], BoundCall]:
        """The fakes, bound."""
        spans = {fake: fake.call.span for fake in self.fakes}
        return {
            (span.source, span.start, span.end, str(self.kind)): BoundCall(
                fake.name, fake.signature(), Arguments(stage=self.kind), fake.check()
            )
            for fake, span in spans.items()
        }

    def stage(self) -> Stage:
        """The stage as the reference is given it."""
        rules = tuple(
            Rule(w.rule, w.on_error, w.on_timeout, self._find_check, self._find_text, self._find_list)
            for w in self.rules
        )
        return Stage(self.kind, rules, self.limit, self.default_block, self.fields)

    def fake(self, name: str) -> Fake:
        """The fake of that name."""
        return next(fake for fake in self.fakes if fake.name == name)

    def _find_check(self, call: tree.Call | tree.Path) -> Check | None:
        name = call.name[0] if isinstance(call, tree.Call) else call.text
        return next((fake.facts() for fake in self.fakes if fake.name == name), None)

    def _find_text(self, path: tree.Path) -> str:
        return self.texts[path.text]

    def _find_list(self, path: tree.Path) -> tuple[str, ...]:
        return self.lists[path.text]


def oracle_of(world: World) -> Oracle:
    """What the fakes answer."""

    def answer(check: Check, text: Text) -> Answer:
        return world.fake(check.key).answer(text.pieces)

    return answer


def by_reference(world: World, asked: Asked) -> Verdict:
    """What the reference decides."""
    args = asked.subject if isinstance(asked.subject, Mapping) and world.kind == "tool_call" else None
    text = reference_text(subject_of(world.kind, asked.subject))
    call = Call(text, asked.request, asked.attempt, "an-id", asked.tool, args, asked.enforced)
    return decide(world.stage(), call, oracle_of(world))


def subject_of(kind: str, given: str | Mapping[str, Any]) -> Subject:
    """What the engine judges."""
    if isinstance(given, str):
        return Subject.of_text(given)
    return Subject.of_arguments(given) if kind == "tool_call" else Subject.of_json_text(dump_json(given))


def reference_text(subject: Subject) -> Text:
    """What is judged as the reference sees it: of JSON the strings and names, by JSON pointer."""
    document = subject.document
    if document is None:
        return Text.plain(subject.text)
    value, pieces = document.value, {piece.at: piece.text for piece in subject.pieces}

    def write(changed: Mapping[Place, str]) -> str:
        edits = {str(place): text for place, text in changed.items() if text != pieces[place]}
        return dump_json(replace_strings(value, edits))

    return Text(subject.text, pieces, write, lambda whole: reference_text(Subject.of_json_text(whole)))


def engine_call(world: World, asked: Asked, *, skip: bool = True) -> EngineCall:
    """A call on the engine, everything but its text."""
    schedule = Schedule.of(world.pipeline())
    args = dict(asked.subject) if isinstance(asked.subject, Mapping) and world.kind == "tool_call" else None
    values, warnings = schedule.reader.read(asked.request, "an-id")
    facts = Facts(world.kind, tool=asked.tool, args=args, attempt=asked.attempt)
    return EngineCall(schedule, values, facts, Options(skip, asked.enforced), "an-id", warnings, {}, 0)


def by_engine(world: World, asked: Asked, *, skip: bool = True) -> EngineVerdict:
    """What the engine decides."""
    return drive(world, judge(engine_call(world, asked, skip=skip), subject_of(world.kind, asked.subject)))


def drive(world: World, steps: Generator[Need, Answers, Result]) -> Result:
    """Answer every need; a fake that is to time out does so by the driver's word."""
    try:
        need = next(steps)
        while True:
            need = steps.send(_with_timeouts(world, need, run(need)))
    except StopIteration as done:
        result: Result = done.value
        return result


def _with_timeouts(world: World, need: Need, answers: Answers) -> Answers:
    texts = [piece.text for piece in need.subject.pieces]
    slow = [
        index
        for index in need.producer.slots
        if (fake := world.fake(need.pipeline.slots[index].key)).fault == "timeout" and fake.fails(texts)
    ]
    if not slow or need.subject.problem is not None:
        return answers
    return {**(answers or {}), **{index: Failure("timeout", "the fake was told to be slow") for index in slow}}


def differences(reference: Verdict, engine: EngineVerdict) -> list[str]:
    """Where the engine departs from the contract: same level, text, say and hint; `by` among the reference's."""
    found = []
    for what, wanted, got in (
        ("level", reference.action.value, NAMES[engine.level]),
        ("text", reference.text, engine.text),
        ("say", reference.say, engine.say),
        ("hint", reference.hint, engine.hint),
    ):
        if wanted != got:
            found.append(f"{what}: the reference says {wanted!r}, the engine {got!r}")
    if not set(engine.by) <= set(reference.by) or (engine.level > 0) != bool(engine.by):
        found.append(f"by: the reference says {reference.by}, the engine {engine.by}")
    return found
