"""The reference interpreter: what a policy decides, said as plainly as it can be said.

It evaluates everything, remembers nothing and skips nothing. It is the specification that the engine is held to, next
to the page of prose in `docs/semantics.md`. It knows no validators: what checks answer comes in through an oracle.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from guardrail.decision import Action
from guardrail.language import tree
from guardrail.reference.conditions import ERROR, Case, Truth, bad_facts, causes, checks_in, finders, truth_of
from guardrail.reference.edits import Edit, Inserted, apply, is_inserted, unplaced
from guardrail.reference.values import Answer, Call, Check, Hit, Oracle, Stage, Text, Verdict


@dataclass(frozen=True, slots=True)
class _Contribution:
    rule: str
    level: Action
    say: str | None = None
    hint: str | None = None
    edit: Edit | None = None


def decide(stage: Stage, call: Call, oracle: Oracle) -> Verdict:
    """What a stage decides about one text."""
    if stage.limit is not None and len(call.text.whole) > stage.limit:
        return _verdict(stage, [_Contribution(f"{stage.kind}.limit", Action.BLOCK)], "")
    rules = [rule for rule in stage.rules if not rule.source.later]
    cases = [Case(rule, stage, call, lambda check: _ask(oracle, check, call.text)) for rule in rules]
    found = [contribution for case in cases for contribution in _contributions(case)]
    if stage.default_block and not any(map(_permits, cases)):
        found.append(_Contribution(f"{stage.kind}.default", Action.BLOCK))
    text = call.text.whole
    if _level(found) == Action.FIX:
        edits = [one.edit for one in found if one.edit is not None]
        edited, inserted = apply(call.text, edits)
        found += _broken(stage, cases, oracle, edited, inserted, unplaced(call.text, edits))
        text = edited.whole
    return _verdict(stage, found, text)


def decide_parts(stage: Stage, calls: Sequence[Call], oracle: Oracle) -> tuple[Verdict, tuple[Verdict, ...]]:
    """What is decided about chat messages or passages together (without a text), and about each.

    A blocked passage is dropped, which is a fix of the whole, unless nothing is left.
    """
    parts = tuple(decide(stage, call, oracle) for call in calls)
    levels = [part.action for part in parts]
    if stage.kind == "retrieval" and any(level != Action.BLOCK for level in levels):
        levels = [Action.FIX if level == Action.BLOCK else level for level in levels]
    level = max(levels, default=Action.ALLOW)
    determining = [part for part, own in zip(parts, levels, strict=True) if own == level]
    by = {name for part in determining for name in part.by}
    said_by, say = min(
        ((part.said_by, part.say) for part in determining if part.said_by is not None), default=(None, None)
    )
    return Verdict(level, tuple(sorted(by)), None, say, None, said_by), parts


def _ask(oracle: Oracle, check: Check, text: Text) -> Answer:
    lone_surrogate = any("\ud800" <= character <= "\udfff" for character in text.whole)
    return "error" if lone_surrogate else oracle(check, text)


def _level(found: Iterable[_Contribution]) -> Action:
    return max((one.level for one in found), default=Action.ALLOW)


def _verdict(stage: Stage, found: Sequence[_Contribution], text: str) -> Verdict:
    level = _level(found)
    if level == Action.ALLOW:
        return Verdict(level, (), text)
    determining = [one for one in found if one.level == level]
    by = tuple(sorted({one.rule for one in determining}))
    said_by, say = min(((one.rule, one.say) for one in determining if one.say is not None), default=(None, None))
    if level < Action.REASK:
        return Verdict(level, by, text, say, None, said_by)
    hints = sorted({(one.rule, one.hint) for one in determining if one.hint is not None})
    shown = say if level == Action.BLOCK and stage.kind == "output" else None
    return Verdict(level, by, shown, say, "\n".join(hint for _, hint in hints) if hints else None, said_by)


# ------------------------------------------------------------------ what a rule contributes


def _is_enforced(case: Case) -> bool:
    source = case.rule.source
    return not source.shadow and (source.enforce is None or source.name in case.call.enforced)


def _applies(case: Case) -> bool:
    when = case.rule.source.when
    return when is None or truth_of(when, case) is True


def _permits(case: Case) -> bool:
    arms = [arm for arm in case.rule.source.arms if arm.action == tree.Verb("permit")]
    return _is_enforced(case) and _applies(case) and any(_arm_truth(arm, case) is True for arm in arms)


def _contributions(case: Case) -> list[_Contribution]:
    found = list(_failures(case, ERROR)) if bad_facts(case) else []
    if _applies(case):
        found += [one for arm in case.rule.source.arms for one in _arm_contributions(arm, case)]
    if _is_enforced(case):
        return found
    return [_Contribution(one.rule, min(one.level, Action.FLAG)) for one in found]


def _arm_contributions(arm: tree.Arm, case: Case) -> Iterator[_Contribution]:
    truth = _arm_truth(arm, case)
    if truth is True:
        places = _places(arm, case)
        yield _asked(arm.action, tuple(hit for holds, hits in places if holds is True for hit in hits), case)
        # A failing half must not leak through `or`: it is answered for beside the redaction.
        truth = causes(holds for holds, _ in places)
    if truth is not False:
        yield from _failures(case, truth)


def _arm_truth(arm: tree.Arm, case: Case) -> Truth:
    condition = tree.Lit(True) if arm.condition is None else arm.condition
    return truth_of(tree.Not(condition) if arm.negated else condition, case)


def _places(arm: tree.Arm, case: Case) -> list[tuple[Truth, tuple[Hit, ...]]]:
    """For a redact arm, what each check that can say where answers; nothing for any other."""
    if not _redacts(arm) or arm.condition is None:
        return []
    return [(holds, hits) for _, holds, hits in finders(arm.condition, case, positive=not arm.negated)]


def _redacts(arm: tree.Arm) -> bool:
    action = arm.action.fallback if isinstance(arm.action, tree.Reask) else arm.action
    return isinstance(action, tree.Redact)


def _asked(action: tree.Action, hits: tuple[Hit, ...], case: Case) -> _Contribution:
    """What an action asks for; a reask that is used up asks for what stands after `then`."""
    name, say = case.rule.source.name, _words(case.rule.source.say, case)
    match action:
        case tree.Reask(maximum, hint, fallback):
            if case.call.attempt <= (maximum or 0):
                return _Contribution(name, Action.REASK, say, _words(hint, case))
            return _asked(fallback or tree.Verb("block"), hits, case)
        case tree.Redact(label):
            edit = Edit(name, "redact", "[redacted]" if label is None else label, hits)
            return _Contribution(name, Action.FIX, say, None, edit)
        case tree.Edit(kind, text):
            return _Contribution(name, Action.FIX, say, None, Edit(name, kind, _words(text, case) or ""))
        case tree.Verb(kind):
            return _Contribution(name, Action.ALLOW if kind == "permit" else Action(kind), say)


def _now(action: tree.Action, case: Case) -> tree.Action:
    """The action that is asked for at this attempt."""
    if isinstance(action, tree.Reask) and case.call.attempt > (action.maximum or 0):
        return action.fallback or tree.Verb("block")
    return action


def _failures(case: Case, why: frozenset[str]) -> Iterator[_Contribution]:
    for cause, outcome in (("error", case.rule.on_error), ("timeout", case.rule.on_timeout)):
        if cause in why and outcome in ("flag", "block"):
            yield _Contribution(case.rule.source.name, Action(outcome), _words(case.rule.source.say, case))


def _words(text: tree.TextRef | None, case: Case) -> str | None:
    return text if text is None else str(text.value) if isinstance(text, tree.Lit) else case.rule.find_text(text)


# ------------------------------------------------------------------ the verification of edits


def _broken(
    stage: Stage, cases: Sequence[Case], oracle: Oracle, edited: Text, inserted: Inserted, unplaced: Sequence[str]
) -> Iterator[_Contribution]:
    """What the edited text still breaks, `unplaced` naming the rules whose redaction could not be carried out."""
    if stage.limit is not None and len(edited.whole) > stage.limit:
        yield _Contribution(f"{stage.kind}.limit", Action.BLOCK)
        return
    yield from (_Contribution(name, Action.BLOCK) for name in unplaced)
    for case in cases:
        if _is_enforced(case) and _applies(case):
            again = _looked_at_again(case, oracle, edited, inserted)
            yield from (one for arm in case.rule.source.arms for one in _breaks(arm, again))


def _looked_at_again(case: Case, oracle: Oracle, edited: Text, inserted: Inserted) -> Case:
    """The case on the edited text: cheap checks look at it again, dear ones keep their first answer."""

    def ask(check: Check) -> Answer:
        return _outside(_ask(oracle, check, edited), check, inserted) if check.cheap else case.ask(check)

    return replace(case, ask=ask)


def _outside(answer: Answer, check: Check, inserted: Inserted) -> Answer:
    """The answer without what lies wholly inside inserted text."""
    if isinstance(answer, str) or check.returns != "findings" or not answer.hits:
        return answer
    hits = tuple(hit for hit in answer.hits if not is_inserted(hit, inserted))
    return replace(answer, truth=answer.truth and bool(hits), hits=hits)


def _breaks(arm: tree.Arm, case: Case) -> Iterator[_Contribution]:
    asked = _asked(arm.action, (), case)
    if asked.level < Action.REASK and not isinstance(_now(arm.action, case), tree.Redact):
        return
    if arm.condition is None or not any(check.cheap for check in checks_in(arm.condition, case)):
        return
    truth = _arm_truth(arm, case)
    if truth is True:
        if not isinstance(_now(arm.action, case), tree.Redact) or _is_found_again(arm, case):
            yield _Contribution(case.rule.source.name, Action.BLOCK, _words(case.rule.source.say, case))
    elif truth is not False:
        yield from (one for one in _failures(case, truth) if one.level == Action.BLOCK)


def _is_found_again(arm: tree.Arm, case: Case) -> bool:
    """Whether a cheap check still finds something to redact: a dear one's places are those of the first text."""
    if arm.condition is None:
        return False
    found = finders(arm.condition, case, positive=not arm.negated)
    return any(check.cheap and holds is True and bool(hits) for check, holds, hits in found)
