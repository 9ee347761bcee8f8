"""The reference interpreter: what a policy decides, said as plainly as it can be said.

It evaluates everything, remembers nothing and skips nothing. It is the specification that the engine is held to, next to
the page of prose in `docs/semantics.md`. It knows no validators: what checks answer comes in through an oracle.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from math import isfinite
from typing import Any, Final, Literal, TypeAlias

from guardrail.decision import Action
from guardrail.language import tree

Place: TypeAlias = str | int | None
Truth: TypeAlias = bool | frozenset[str]
"""True, false, or unknown: then the causes, `error` and `timeout`, of what could not be told."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a check holds: half-open code-point offsets into the piece `at`."""

    start: int
    end: int
    score: float | None = None
    at: Place = None


@dataclass(frozen=True, slots=True)
class Value:
    """What a check found; `score` is set by checks that score."""

    truth: bool = False
    score: float | None = None
    hits: tuple[Hit, ...] = ()


Answer: TypeAlias = Value | Literal["error", "timeout"]


@dataclass(frozen=True, slots=True)
class Check:
    """What there is to know about a call: `cheap` ones are verified again; `levels` are the scores that names stand for."""

    key: str
    returns: Literal["findings", "truth", "score"]
    cheap: bool = True
    spans: bool = False
    levels: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with its failure settings, and what the names in it lead to (None from `find_check`: it is no check)."""

    source: tree.Rule
    on_error: tree.Failure
    on_timeout: tree.TimeoutOutcome
    find_check: Callable[[tree.Call | tree.Path], Check | None] = lambda _: None
    find_text: Callable[[tree.Path], str] = lambda path: path.text
    find_list: Callable[[tree.Path], Sequence[str]] = lambda _: ()


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage after inheritance; `limit` in code points."""

    kind: tree.StageName
    rules: tuple[Rule, ...] = ()
    limit: int | None = None
    default_block: bool = False
    fields: Mapping[str, tree.Field] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Text:
    """What is judged, in pieces: the text itself at None, or the strings of a JSON value at their pointers.

    `write` makes a whole of changed pieces, `read` takes a whole apart again.
    """

    whole: str
    pieces: Mapping[Place, str]
    write: Callable[[Mapping[Place, str]], str]
    read: Callable[[str], Text]

    @classmethod
    def plain(cls, text: str) -> Text:
        """A text that is one piece."""
        return cls(text, {None: text}, lambda pieces: pieces[None], cls.plain)


@dataclass(frozen=True, slots=True)
class Call:
    """One call on a policy; `enforced` names the rules whose share (`enforce 10%`) takes it in."""

    text: Text
    request: Mapping[str, Any] = field(default_factory=dict)
    attempt: int = 1
    id: str = ""
    tool: str | None = None
    args: Any = None
    enforced: frozenset[str] = frozenset()


Oracle: TypeAlias = Callable[[Check, Text], Answer]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is decided about one text; `text` is what may be passed on of it."""

    action: Action
    by: tuple[str, ...] = ()
    text: str | None = None
    say: str | None = None
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class _Contribution:
    rule: str
    level: Action
    say: str | None = None
    hint: str | None = None
    edit: tree.Redact | tree.Edit | None = None
    words: str = ""
    hits: tuple[Hit, ...] = ()


@dataclass(frozen=True, slots=True)
class _Case:
    """A rule on a call, with what checks answer."""

    rule: Rule
    stage: Stage
    call: Call
    ask: Callable[[Check], Answer]

    @property
    def enforced(self) -> bool:
        source = self.rule.source
        return not source.shadow and (source.enforce is None or source.name in self.call.enforced)

    @property
    def applies(self) -> bool:
        when = self.rule.source.when
        return when is None or _truth(when, self) is True

    def words(self, text: tree.TextRef | None) -> str | None:
        return text if text is None else str(text.value) if isinstance(text, tree.Lit) else self.rule.find_text(text)


def decide(stage: Stage, call: Call, oracle: Oracle) -> Verdict:
    """What a stage decides about one text."""
    if stage.limit is not None and len(call.text.whole) > stage.limit:
        return _verdict(stage, [_Contribution(f"{stage.kind}.limit", Action.BLOCK)], None)
    cases = [_Case(rule, stage, call, lambda check: _ask(oracle, check, call.text)) for rule in stage.rules]
    cases = [case for case in cases if not case.rule.source.later]
    found = [contribution for case in cases for contribution in _contributions(case)]
    if stage.default_block and not any(map(_permits, cases)):
        found.append(_Contribution(f"{stage.kind}.default", Action.BLOCK))
    text = call.text.whole
    if _level(found) == Action.FIX:
        edited, inserted = _edited(call.text, found)
        found += _verified(stage, cases, oracle, edited, inserted)
        text = edited.whole
    return _verdict(stage, found, text)


def decide_parts(stage: Stage, calls: Sequence[Call], oracle: Oracle) -> tuple[Verdict, tuple[Verdict, ...]]:
    """What is decided about chat messages or passages together, and about each; the first has no text.

    A blocked passage is dropped, which is a fix of the whole, unless nothing is left.
    """
    parts = tuple(decide(stage, call, oracle) for call in calls)
    levels = [part.action for part in parts]
    if stage.kind == "retrieval" and any(level != Action.BLOCK for level in levels):
        levels = [Action.FIX if level == Action.BLOCK else level for level in levels]
    level = max(levels, default=Action.ALLOW)
    by = {name for part, own in zip(parts, levels, strict=True) if own == level for name in part.by}
    return Verdict(level, tuple(sorted(by))), parts


def _level(found: Sequence[_Contribution]) -> Action:
    return max((one.level for one in found), default=Action.ALLOW)


def _verdict(stage: Stage, found: Sequence[_Contribution], text: str | None) -> Verdict:
    level = _level(found)
    if level == Action.ALLOW:
        return Verdict(level, (), text)
    determining = [one for one in found if one.level == level]
    said = sorted((one.rule, one.say) for one in determining if one.say is not None)
    hints = sorted({(one.rule, one.hint) for one in determining if one.hint is not None})
    say = said[0][1] if said else None
    if level >= Action.REASK:
        text = say if level == Action.BLOCK and stage.kind == "output" else None
    hint = "\n".join(hint for _, hint in hints) if hints else None
    return Verdict(level, tuple(sorted({one.rule for one in determining})), text, say, hint)


# ------------------------------------------------------------------ what a rule contributes


def _contributions(case: _Case) -> list[_Contribution]:
    rule = case.rule.source
    found: list[_Contribution] = []
    conditions = [rule.when, *(arm.condition for arm in rule.arms)]
    if any(_field(name, case) is _Missing.BAD for one in conditions if one is not None for name in _fields_read(one)):
        found += _failures(case, frozenset({"error"}))
    if case.applies:
        found += [one for arm in rule.arms for one in _arm_contributions(arm, case)]
    if case.enforced:
        return found
    return [_Contribution(one.rule, min(one.level, Action.FLAG)) for one in found]


def _arm_contributions(arm: tree.Arm, case: _Case) -> Iterator[_Contribution]:
    truth = _arm_truth(arm, case)
    if truth is False:
        return
    if truth is not True:
        yield from _failures(case, truth)
        return
    bearing = list(_bearing(arm, case)) if _redacts(arm) else []
    hits = tuple(hit for holds, own in bearing if holds is True for hit in own)
    yield _action_contribution(arm.action, hits, case)
    yield from _failures(case, _causes(holds for holds, _ in bearing))


def _failures(case: _Case, causes: frozenset[str]) -> Iterator[_Contribution]:
    rule = case.rule
    for cause, outcome in (("error", rule.on_error), ("timeout", rule.on_timeout)):
        if cause in causes and outcome in ("flag", "block"):
            yield _Contribution(rule.source.name, Action(outcome), case.words(rule.source.say))


def _action_contribution(action: tree.Action, hits: tuple[Hit, ...], case: _Case) -> _Contribution:
    name, say = case.rule.source.name, case.words(case.rule.source.say)
    match action:
        case tree.Reask(maximum, hint, fallback):
            if case.call.attempt <= (maximum or 0):
                return _Contribution(name, Action.REASK, say, case.words(hint))
            return _action_contribution(fallback or tree.Verb("block"), hits, case)
        case tree.Redact(label):
            return _Contribution(name, Action.FIX, say, None, action, "[redacted]" if label is None else label, hits)
        case tree.Edit(text=text):
            return _Contribution(name, Action.FIX, say, None, action, case.words(text) or "")
        case tree.Verb(kind):
            return _Contribution(name, Action.ALLOW if kind == "permit" else Action(kind), say)


def _permits(case: _Case) -> bool:
    permits = [arm for arm in case.rule.source.arms if arm.action == tree.Verb("permit")]
    return case.enforced and case.applies and any(_arm_truth(arm, case) is True for arm in permits)


def _redacts(arm: tree.Arm) -> bool:
    action = arm.action.fallback if isinstance(arm.action, tree.Reask) else arm.action
    return isinstance(action, tree.Redact)


# ------------------------------------------------------------------ conditions


class _Missing(Enum):
    ABSENT = "an optional fact that was not given"
    BAD = "a fact that should be there, or should be another"


_COMPARE: Final = {
    ">=": operator.ge, "<=": operator.le, "==": operator.eq, "!=": operator.ne, ">": operator.gt, "<": operator.lt,
}  # fmt: skip
_MIRRORED: Final = {">=": "<=", "<=": ">=", ">": "<", "<": ">", "==": "==", "!=": "!="}
_ERROR: Final = frozenset({"error"})


def _arm_truth(arm: tree.Arm, case: _Case) -> Truth:
    truth = True if arm.condition is None else _truth(arm.condition, case)
    return not truth if arm.negated and isinstance(truth, bool) else truth


def _causes(truths: Sequence[Truth] | Iterator[Truth]) -> frozenset[str]:
    return frozenset[str]().union(*(truth for truth in truths if not isinstance(truth, bool)))
