"""Says in sentences what a policy does, stage by stage and rule by rule."""

from __future__ import annotations

from collections.abc import Iterator

from guardrail.cli.policies.diagnostics import shown_name
from guardrail.cli.policies.loading import choose_policy_of
from guardrail.cli.policies.models_used import model_lines
from guardrail.cli.shell.command import Exit
from guardrail.cli.shell.console import BOLD, CYAN, Console
from guardrail.compiler.unit import ResolvedPolicy, ResolvedRule, ResolvedStage, Unit
from guardrail.diagnostics.display import escape
from guardrail.diagnostics.wording import show_value
from guardrail.language import tree
from guardrail.language.printer import print_duration, print_expression, print_percent, print_text

_SUBJECTS = {
    "input": "what a user sends",
    "output": "what the model answers",
    "retrieval": "each retrieved passage",
    "tool_call": "each tool call before it is made",
    "tool_result": "what a tool returned",
}
_BLOCKS = {
    "input": "refuses the text",
    "output": "withholds the answer",
    "retrieval": "drops the passage",
    "tool_call": "denies the call",
    "tool_result": "hides the result",
}


def explain_policy(path: str, policy: str | None, console: Console) -> Exit:
    """Print what a policy does; raises PolicyError where it has errors."""
    unit, chosen = choose_policy_of(path, policy)
    console.write("\n".join(policy_lines(unit, chosen, console)) + "\n")
    return Exit.OK


def policy_lines(unit: Unit, policy: ResolvedPolicy, console: Console) -> Iterator[str]:
    """The description, a paragraph for each stage with an entry for each rule, and one on the models."""
    declaration = policy.declaration
    yield f"{console.paint(policy.name, BOLD)} ({escape(shown_name(unit.root, policy.scope.file))})"
    if declaration.because is not None:
        yield escape(declaration.because)
    if declaration.base is not None:
        yield f"It has every rule of {declaration.base.text}, and its own."
    for drop in declaration.drops:
        yield f"It drops the rule {drop.rule.text}: {escape(drop.because)}"
    yield _failures(declaration.on_error, declaration.on_timeout, "blocks") + " A rule may say otherwise."
    if policy.fields:
        yield "It reads from the request:"
        yield from (f"  {_field(name, field)}" for name, field in policy.fields.items())
    for stage in policy.stages.values():
        yield ""
        yield from _stage(stage, policy, console)
    yield from model_lines(unit, policy)


def _stage(stage: ResolvedStage, policy: ResolvedPolicy, console: Console) -> Iterator[str]:
    yield f"{console.paint(f'on {stage.kind}', BOLD)}: {_SUBJECTS[stage.kind]}"
    if stage.limit is not None:
        yield f"  A text of more than {stage.limit:,} characters is blocked unread."
    if stage.within is not None:
        yield f"  The checks take at most {print_duration(stage.within)}: one that would take longer is too slow."
    if stage.default_block:
        yield "  Whatever no rule permits is blocked."
    if not stage.rules:
        yield "  There is no rule: everything passes."
    for rule in sorted(stage.rules, key=lambda rule: rule.name):
        yield from _rule(rule, stage, policy, console)


def _rule(rule: ResolvedRule, stage: ResolvedStage, policy: ResolvedPolicy, console: Console) -> Iterator[str]:
    source = rule.rule
    inherited = f" (from {rule.policy})" if rule.policy != policy.name else ""
    yield f"  {console.paint(rule.name, CYAN)}{inherited}"
    for arm in source.arms:
        yield f"    {_arm(arm, source.when, stage)}"
    if source.say is not None:
        yield f"    Says {escape(print_text(source.say))}."
    yield from (f"    {sentence}" for sentence in _lane(source))
    if (rule.on_error, rule.on_timeout) != (policy.declaration.on_error, policy.declaration.on_timeout):
        yield f"    {_failures(rule.on_error, rule.on_timeout, _BLOCKS[stage.kind])}"
    if source.because is not None:
        yield f"    Why: {escape(source.because)}"
    if source.owner is not None:
        yield f"    Owner: {escape(source.owner)}"


def _arm(arm: tree.Arm, when: tree.Expr | None, stage: ResolvedStage) -> str:
    if arm.condition is None:
        condition = "always"
    else:
        condition = f"{'unless' if arm.negated else 'if'} {_condition(arm.condition)}"
    circumstances = condition if when is None else f"when {_condition(when)}, {condition}"
    return f"{circumstances[0].upper()}{circumstances[1:]}: {_action(arm.action, stage)}."


def _action(action: tree.Action, stage: ResolvedStage) -> str:
    match action:
        case tree.Verb("block"):
            return _BLOCKS[stage.kind]
        case tree.Verb("permit"):
            return "permits the call"
        case tree.Verb():
            return "flags it"
        case tree.Redact(label):
            return f"replaces what is found by {escape(show_value('[redacted]' if label is None else label))}"
        case tree.Edit(kind, text):
            what = {
                "append": "adds {} at the end",
                "prepend": "adds {} at the start",
                "replace": "replaces all of it by {}",
            }
            return what[kind].format(escape(print_text(text)))
        case tree.Reask(maximum, hint, fallback):
            times = "once" if maximum == 1 else f"up to {maximum} times"
            told = f", telling it {escape(print_text(hint))}" if hint is not None else ""
            return f"asks the model again {times}{told}; then {_action(fallback or tree.Verb('block'), stage)}"


def _condition(condition: tree.Expr) -> str:
    return f"`{escape(print_expression(condition))}`"


def _lane(rule: tree.Rule) -> Iterator[str]:
    if rule.later:
        yield "It is judged later, off the request; this version does not do that yet, so it is not judged at all."
    if rule.shadow:
        yield "It only watches: whatever it would do is a flag."
    if rule.enforce is not None:
        yield f"It is enforced on {print_percent(rule.enforce)} % of requests, and watches the rest."
    if rule.sample is not None:
        yield (
            f"It is meant for {print_percent(rule.sample.percent)} % of requests; "
            "this version does not sample, so it judges all."
        )


def _failures(on_error: str | None, on_timeout: str | None, block: str) -> str:
    words = {"allow": "lets it pass", "flag": "flags it", "defer": "lets it pass and judges it later"}
    error, timeout = words.get(on_error or "", block), words.get(on_timeout or "", block)
    if error == timeout:
        return f"Where a check fails or is too slow: {error}."
    return f"Where a check fails: {error}; where one is too slow: {timeout}."


def _field(name: str, field: tree.Field) -> str:
    optional = ", may be absent" if field.optional else ""
    domain = ""
    if field.domain is not None:
        values = [show_value(item.value) for item in field.domain.items if isinstance(item, tree.Lit)]
        domain = f", one of {escape(', '.join(values))}"
    return f"{name}: {field.type}{domain}{optional}"
