"""The plan as text: what reviewers read when a change is about what runs, and in which order.

It says what the compiler knows, and what time that takes by the figures that are shipped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from guardrail.compiler.budget_text import budget_lines
from guardrail.compiler.costs import Profile, reference_profile
from guardrail.compiler.plan import Arm, Pipeline, PlanRule, Producer
from guardrail.compiler.stream_text import stream_lines
from guardrail.diagnostics.display import escape
from guardrail.language.printer import print_action, print_arm, print_duration, print_expression, print_percent
from guardrail.language.tree import Reask
from guardrail.text.requests import Matching, ScanRequest

_LEVELS: Final = ("allow", "flag", "fix", "reask", "block")
_OPTIONS: Final = ("whole_words", "any_case", "any_accent", "plurals", "disguised")


def plan_text(pipeline: Pipeline, digest: str = "", machine: Profile | None = None) -> str:
    """The plan of one stage, ending in a line break; `digest` identifies the policy's files.

    Producers are named p0, p1, … in the order they are tried, gates g1, g2, …; an arm shows the level it asks for and
    its ceiling, the highest it can reach when a check fails; `verify` says whether it is asked again on edited text.
    `score` lines say what the scores of a check are compared with, `budget` lines what time the longest text
    takes on the reference machine, and on the `machine` whose figures are given; `stream` lines what a streamed answer
    holds back.
    """
    gates = _gates(pipeline)
    lines = [_head(pipeline, digest)]
    lines += [f"gate   {name}  {escape(condition)}" for condition, name in gates.items()]
    for producer in pipeline.producers:
        lines += _producer(producer, pipeline)
    lines += _thresholds(pipeline)
    lines += budget_lines(pipeline, reference_profile())
    if machine is not None:
        lines += budget_lines(pipeline, machine)
    lines += stream_lines(pipeline, gates)
    lines += _rules(pipeline, gates)
    lines += _unenforced(pipeline)
    return "\n".join(lines) + "\n"


def _head(pipeline: Pipeline, digest: str) -> str:
    parts = [f"plan {pipeline.policy}.{pipeline.stage}"]
    if digest:
        parts.append(f"policy {digest[:12]}…")
    parts.append("no within" if pipeline.within is None else f"within {print_duration(pipeline.within * 1000)}")
    parts.append("no limit" if pipeline.limit is None else f"limit {pipeline.limit:,} chars")
    if pipeline.default_block:
        parts.append("default block")
    if pipeline.hold is not None:
        parts.append(f"hold {pipeline.hold}")
    if pipeline.reads_json:
        parts.append("scans decoded JSON strings")
    if pipeline.keep != "nothing":
        parts.append(f"keep {pipeline.keep}")
    return "   ".join(parts)


def _gates(pipeline: Pipeline) -> dict[str, str]:
    """Each distinct `when` with its name."""
    conditions = [print_expression(rule.source.when) for rule in pipeline.rules if rule.source.when is not None]
    return {condition: f"g{number}" for number, condition in enumerate(dict.fromkeys(conditions), 1)}


def _producer(producer: Producer, pipeline: Pipeline) -> Iterator[str]:
    slots = [pipeline.slots[index] for index in producer.slots]
    cost = producer.cost.name
    if producer.scanner is None:
        # Checks that cost next to nothing run in one batch: each has its line.
        for slot in slots:
            yield f"check  p{producer.index}  {cost}  {escape(slot.key)}{_remarks(producer, pipeline)}"
        return
    requests = [slot.check.request for slot in slots if slot.check is not None and slot.check.request is not None]
    lists = sum(len(request.lists) for request in requests)
    entries = sum(len(words.entries) for request in requests for words in request.lists)
    patterns = sum(len(request.patterns) for request in requests)
    contents = [_counted(lists, "list") + f" with {_counted(entries, 'entry', 'entries')}"] if lists else []
    contents += [_counted(patterns, "pattern")] if patterns else []
    shown = ", ".join(contents) or "nothing to look for"
    yield f"scan   p{producer.index}  {cost}  one pass: {shown}{_remarks(producer, pipeline)}"
    for slot in slots:
        request = slot.check.request if slot.check is not None else None
        yield f"         {escape(slot.key)}: {_contents(request)}"


def _contents(request: ScanRequest | None) -> str:
    if request is None:
        return "runs beside the scan"
    parts = [
        f"{_counted(len(words.entries), 'entry', 'entries')} {_matching(words.matching)}" for words in request.lists
    ]
    parts += [_counted(len(request.patterns), "pattern")] if request.patterns else []
    return ", ".join(parts) or "nothing"


def _matching(matching: Matching) -> str:
    options = [name for name in _OPTIONS if getattr(matching, name)]
    options += [f"typos {matching.typos}"] if matching.typos else []
    return f"({', '.join(options) or 'exact'})"


def _remarks(producer: Producer, pipeline: Pipeline) -> str:
    remarks = ""
    enforcing = [arm for rule in pipeline.rules if not rule.shadow for arm in rule.arms]
    if not any(arm.slots.intersection(producer.slots) for arm in enforcing):
        remarks += "   for shadow rules alone, after the decision"
    if producer.scanner is None and pipeline.slots[producer.slots[0]].check is None:
        remarks += "   MODEL NOT INSTALLED"
    return remarks


def _thresholds(pipeline: Pipeline) -> Iterator[str]:
    """What the scores of each check are compared with: a level is a number by the installed card."""
    found: dict[str, set[float]] = {}
    for evidence in (evidence for rule in pipeline.rules for arm in rule.arms for evidence in arm.evidence):
        if evidence.threshold is not None:
            found.setdefault(pipeline.slots[evidence.slot].key, set()).add(evidence.threshold)
    for key, thresholds in found.items():
        yield f"score  {escape(key)}  compared with {', '.join(f'{number:.3g}' for number in sorted(thresholds))}"


def _rules(pipeline: Pipeline, gates: dict[str, str]) -> Iterator[str]:
    rows: list[tuple[str, ...]] = [("rule", "when", "reads", "own", "ceiling", "verify", "")]
    for rule in pipeline.rules:
        rows += _rule_rows(rule, pipeline, gates)
    if pipeline.rules:
        yield from _table(rows)
    else:
        yield "no rule: every text within the limit passes"


def _rule_rows(rule: PlanRule, pipeline: Pipeline, gates: dict[str, str]) -> Iterator[tuple[str, ...]]:
    gate = gates[print_expression(rule.source.when)] if rule.source.when is not None else "-"
    failures = f"on error {_LEVELS[rule.on_error]}, on timeout {rule.source.on_timeout or _LEVELS[rule.on_timeout]}"
    flags = [*_flags(rule), failures]
    if rule.later:
        # A deferred rule has no arms in the plan of the request: only its source says what it would do.
        yield rule.name, gate, "-", "-", "-", "-", f"[{', '.join(flags)}]"
        for deferred in rule.source.arms:
            yield "", "", "", "", "", "", escape(print_arm(deferred))
        return
    name = rule.name
    for arm in rule.arms:
        yield (
            name,
            gate,
            _reads(arm, pipeline),
            *_levels(arm),
            "yes" if arm.cheap else "-",
            escape(print_arm(arm.source)),
        )
        name = gate = ""
    yield "", "", "", "", "", "", f"[{', '.join(flags)}]"


def _levels(arm: Arm) -> tuple[str, str]:
    own = "permit" if print_action(arm.source.action) == "permit" else _LEVELS[arm.level]
    return own, _LEVELS[arm.ceiling]


def _flags(rule: PlanRule) -> Iterator[str]:
    source = rule.source
    if rule.later:
        yield "LATER"
    if rule.shadow:
        yield "SHADOW: at most a flag"
    if rule.enforce is not None:
        yield f"ENFORCED ON {print_percent(rule.enforce)}%, shadow on the rest"
    if rule.say is not None:
        yield "says something"
    if source.hold is not None:
        yield f"hold {source.hold}"
    for arm in source.arms:
        if isinstance(arm.action, Reask) and arm.action.maximum is not None:
            yield f"asks again {arm.action.maximum} times at most"


def _reads(arm: Arm, pipeline: Pipeline) -> str:
    producers = sorted({pipeline.slots[slot].producer for slot in arm.slots})
    return " ".join(f"p{producer}" for producer in producers) or "-"


def _table(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]) - 1)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row[:-1], widths, strict=True)]
        yield "  ".join([*cells, row[-1]]).rstrip()


def _unenforced(pipeline: Pipeline) -> Iterator[str]:
    """What the policy asks for and this version does not do, each on a line that cannot be missed."""
    holds = [rule.name for rule in pipeline.rules if rule.source.hold is not None]
    if pipeline.stage != "output" and (pipeline.hold is not None or holds):
        yield "NOT ENFORCED  hold: answers alone are streamed, and this stage judges whole texts"
    for rule in pipeline.rules:
        if rule.later:
            yield f"NOT ENFORCED  {rule.name} is `later`: it is not evaluated at all"
        elif rule.source.sample is not None:
            yield f"NOT ENFORCED  {rule.name} has `sample`: it runs on every call"


def _counted(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"
