"""One result in full: what was decided, why, where in the text, and what may be passed on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from guardrail.cli.shell.console import BLUE, BOLD, CYAN, DIM, GREEN, MAGENTA, RED, YELLOW, Console
from guardrail.cli.shell.counting import counted
from guardrail.cli.shell.json_output import dump
from guardrail.cli.validation.reports import Run
from guardrail.cli.validation.results import Excerpt, Judged
from guardrail.cli.validation.tally import Tally
from guardrail.decision import Action, Decision, Finding
from guardrail.diagnostics.display import escape, lay_out

STYLES: Final = {
    Action.ALLOW: GREEN,
    Action.FLAG: YELLOW,
    Action.FIX: CYAN,
    Action.REASK: MAGENTA,
    Action.BLOCK: RED,
}
_MOST_LINES: Final = 40
_MOST_CHARACTERS: Final = 4000


def result_lines(result: Judged, console: Console) -> Iterator[str]:
    """The lines of one result, with an empty one at the end."""
    decision = result.decision
    place = escape(str(result.place))
    named = "" if decision.id == str(result.place) else f" ({escape(decision.id)})"
    by = f"  by {', '.join(decision.by)}" if decision.by else ""
    yield f"{console.paint(str(decision.action), STYLES[decision.action])}  {console.paint(place, BOLD)}{named}{by}"
    for finding, excerpts in zip(decision.findings, result.excerpts, strict=True):
        yield from _finding(finding, excerpts, console)
    yield from _without_findings(result)
    for error in decision.errors:
        yield f"  {console.paint('could not run', RED)}: {escape(error)}"
    yield from _outcome(decision, console)
    yield console.paint(f"  {_budget(decision)}", DIM)
    yield ""


def verdict_lines(tally: Tally, run: Run, console: Console) -> Iterator[str]:
    """The lines at the end: warnings once, counts, and whether it failed."""
    for warning in sorted(tally.warnings):
        yield f"{console.paint('warning', YELLOW)}: {escape(warning)}"
    actions = ", ".join(f"{count:,} {action}" for action, count in sorted(tally.actions.items(), reverse=True))
    yield f"{counted(tally.texts, 'text')} judged by {run.policy}.{run.stage}" + (f": {actions}" if actions else "")
    yield from failure_lines(tally, console)


def failure_lines(tally: Tally, console: Console) -> Iterator[str]:
    """Why the exit status is not 0, a line for each reason."""
    if tally.unread:
        yield f"{console.paint('not read', RED)}: {counted(tally.unread, 'input')} could not be judged"
    if tally.unchecked:
        yield f"{console.paint('not checked', RED)}: some check could not run on {counted(tally.unchecked, 'text')}"
    if tally.failed:
        yield f"{console.paint('failed', RED)}: {counted(tally.failed, 'text')} at `{tally.fail_on}` or above"


def finding_title(finding: Finding) -> str:
    """A finding in one line: rule, check, action, what it found, and how sure it is."""
    check = f" ({finding.validator})" if finding.validator else ""
    score = f" [score {finding.score:.3g}" if finding.score is not None else ""
    if score:
        score += f", threshold {finding.threshold:.3g}]" if finding.threshold is not None else "]"
    message = f": {escape(finding.message)}" if finding.message else ""
    return f"{finding.action} by {finding.rule}{check}{message}{score}"


def place_in_text(excerpt: Excerpt) -> str:
    """Where an excerpt stands, as people say it."""
    where = f"line {excerpt.line}, column {excerpt.column}"
    if excerpt.at is None:
        return where
    return f"{where} of {'part ' + str(excerpt.at) if isinstance(excerpt.at, int) else escape(excerpt.at)}"


def _finding(finding: Finding, excerpts: tuple[Excerpt, ...], console: Console) -> Iterator[str]:
    yield f"  {finding_title(finding)}"
    for excerpt in excerpts:
        number = str(excerpt.line)
        bar = console.paint(f"{' ' * len(number)} |", BLUE)
        text = ("…" if excerpt.cut_before else "") + excerpt.text + ("…" if excerpt.cut_after else "")
        shift = int(excerpt.cut_before)
        first, last = excerpt.first + shift, max(excerpt.last, excerpt.first + 1) + shift
        shown = lay_out(text, (first, last), console.width - len(number) - 7)
        start, end = shown.columns[first], shown.columns[min(last, len(shown.columns) - 1)]
        marks = console.paint("^" * max(1, end - start), STYLES[finding.action])
        yield f"    {console.paint(f'{number} |', BLUE)} {shown.text}"
        yield f"    {bar} {' ' * start}{marks} {console.paint(place_in_text(excerpt), DIM)}"
    hidden = len(finding.spans) - len(excerpts)
    if excerpts and hidden > 0:
        yield f"    … and {counted(hidden, 'place')} more"


def _without_findings(result: Judged) -> Iterator[str]:
    """Determining rules that have no finding: limits, defaults, failures."""
    told = {finding.rule for finding in result.decision.findings}
    for rule in result.decision.by:
        if rule.endswith(".limit"):
            yield f"  {result.decision.action} by {rule}: the text has {result.length:,} characters, no check ran"
        elif rule.endswith(".default"):
            yield f"  {result.decision.action} by {rule}: no rule permits it"
        elif rule not in told:
            yield f"  {result.decision.action} by {rule}"


def _outcome(decision: Decision, console: Console) -> Iterator[str]:
    if decision.parts is not None:
        for part in decision.parts:
            role = f" ({part.role})" if part.role else ""
            by = f" by {', '.join(part.by)}" if part.by else ""
            yield f"  part {part.index}{role}: {console.paint(str(part.action), STYLES[part.action])}{by}"
            if part.action == Action.FIX and part.text is not None:
                yield from _quoted(part.text, console)
    elif decision.action == Action.FIX and decision.args is None:
        yield "  passed on:"
        yield from _quoted(decision.text or "", console)
    if decision.action == Action.FIX and decision.args is not None:
        yield f"  arguments passed on: {dump(decision.args)}"
    if decision.action >= Action.REASK:
        if decision.say is not None:
            yield "  withheld, said instead:"
            yield from _quoted(decision.say, console)
        else:
            yield "  withheld"
    if decision.hint is not None:
        yield "  the model is asked again with:"
        yield from _quoted(decision.hint, console)


def _quoted(text: str, console: Console) -> Iterator[str]:
    text = text.removesuffix("\n")
    lines = text[:_MOST_CHARACTERS].split("\n")
    bar = console.paint("|", BLUE)
    for line in lines[:_MOST_LINES]:
        yield f"    {bar} {escape(line)}".rstrip()
    shown = len("\n".join(lines[:_MOST_LINES]))
    if shown < len(text):
        yield f"    … and {counted(len(text) - shown, 'character')} more"


def _budget(decision: Decision) -> str:
    budget = decision.budget
    limit = "" if budget.limit_ms is None else f" of {budget.limit_ms:g} ms"
    skipped = f"; not needed: {', '.join(map(escape, budget.skipped))}" if budget.skipped else ""
    return f"took {budget.used_ms:.1f} ms{limit}{skipped}"
