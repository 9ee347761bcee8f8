"""The summary of many results: actions, rules, checks, examples, what could not run, and how fast it went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from guardrail.cli.shell.console import BOLD, DIM, RED, YELLOW, Console
from guardrail.cli.shell.counting import counted, share
from guardrail.cli.validation.reports import Elapsed, Run
from guardrail.cli.validation.results import Excerpt
from guardrail.cli.validation.single import STYLES, failure_lines, finding_title
from guardrail.cli.validation.tally import Example, Tally
from guardrail.decision import Action
from guardrail.diagnostics.display import escape

_MOST_MESSAGES: Final = 10


def summary_lines(tally: Tally, run: Run, elapsed: Elapsed, console: Console) -> Iterator[str]:
    """The lines of the summary."""
    yield console.paint(f"{counted(tally.texts, 'text')} judged by {run.policy}.{run.stage}", BOLD)
    yield f"policy sha256 {run.sha256[:16]}…"
    yield ""
    yield from _actions(tally, console)
    yield from _rules(tally, console)
    yield from _examples(tally, console)
    yield from _messages("could not run", tally.errors, console, RED)
    yield from _messages("not needed, the decision was clear without", tally.skipped, console, DIM)
    yield from _messages("warnings", tally.warnings, console, YELLOW)
    yield from _speed(tally, elapsed, console)
    yield from failure_lines(tally, console)
    if not (tally.unread or tally.unchecked or tally.failed):
        yield f"nothing failed: no text at `{tally.fail_on}` or above"


def table(rows: Sequence[tuple[str, ...]], console: Console) -> Iterator[str]:
    """Rows as columns, the first left and the others right aligned; the first row is the heading."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for number, row in enumerate(rows):
        cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        line = "  " + "  ".join(cells).rstrip()
        yield console.paint(line, DIM) if number == 0 else line


def _actions(tally: Tally, console: Console) -> Iterator[str]:
    rows = [("action", "texts", "share")]
    for action in Action:
        count = tally.actions[action]
        rows.append((action.value, f"{count:,}", share(count, tally.texts)))
    heading, *others = table(rows, console)
    yield heading
    for action, line in zip(Action, others, strict=True):
        yield (
            line.replace(action.value, console.paint(action.value, STYLES[action]), 1)
            if tally.actions[action]
            else line
        )
    yield ""


def _rules(tally: Tally, console: Console) -> Iterator[str]:
    if tally.rules:
        rows = [("rule", "texts", "share", "determined")]
        for name, count in sorted(tally.rules.items(), key=lambda item: (-item[1].texts, item[0])):
            rows.append((name, f"{count.texts:,}", share(count.texts, tally.texts), f"{count.determined:,}"))
        yield from table(rows, console)
        yield ""
    if tally.checks:
        rows = [("check", "texts", "share", "findings")]
        for name, check in sorted(tally.checks.items(), key=lambda item: (-item[1].texts, item[0])):
            rows.append((name, f"{check.texts:,}", share(check.texts, tally.texts), f"{check.findings:,}"))
        yield from table(rows, console)
        yield ""


def _examples(tally: Tally, console: Console) -> Iterator[str]:
    for rule in sorted(tally.rules):
        examples = tally.examples(rule)
        if examples:
            yield f"{console.paint(rule, BOLD)}, for example"
            for example in examples:
                yield from _example(example, console)
            yield ""


def _example(example: Example, console: Console) -> Iterator[str]:
    where = console.paint(escape(example.where), DIM)
    if example.excerpt is None:
        yield f"  {where}  {finding_title(example.finding)}"
        return
    room = max(20, console.width - len(example.where) - 4)
    yield f"  {where}  {marked(example.excerpt, room, console, STYLES[example.finding.action])}"


def marked(excerpt: Excerpt, room: int, console: Console, style: str) -> str:
    """A span between « and » with as much around it as there is room for."""
    hit = excerpt.text[excerpt.first : excerpt.last]
    before, after = excerpt.text[: excerpt.first].lstrip(), excerpt.text[excerpt.last :].rstrip()
    around = max(0, room - len(hit) - 4)
    kept_after = min(len(after), max(around // 2, around - len(before)))
    kept_before = min(len(before), around - kept_after)
    left = "…" if kept_before < len(before) or excerpt.cut_before else ""
    right = "…" if kept_after < len(after) or excerpt.cut_after else ""
    head, tail = before[len(before) - kept_before :], after[:kept_after]
    return f"{left}{escape(head)}{console.paint(f'«{escape(hit)}»', style)}{escape(tail)}{right}"


def _messages(title: str, messages: Counter[str], console: Console, style: str) -> Iterator[str]:
    if not messages:
        return
    yield console.paint(title, style)
    ordered = sorted(messages.items(), key=lambda item: (-item[1], item[0]))
    for message, count in ordered[:_MOST_MESSAGES]:
        yield f"  {count:>9,}  {escape(message)}"
    if len(ordered) > _MOST_MESSAGES:
        yield f"  … and {len(ordered) - _MOST_MESSAGES:,} more"
    yield ""


def _speed(tally: Tally, elapsed: Elapsed, console: Console) -> Iterator[str]:
    rate = tally.texts / elapsed.wall if elapsed.wall else 0.0
    mean = 1000 * tally.used_ms / tally.texts if tally.texts else 0.0
    yield f"{elapsed.wall:.1f} s ({rate:,.0f} texts/s), CPU {elapsed.cpu:.1f} s, {mean:,.0f} µs a text in the engine"
    for used, _, where, length in sorted(tally.slowest, reverse=True):
        yield console.paint(f"  slowest: {used:.1f} ms  {escape(where)} ({counted(length, 'character')})", DIM)
    if tally.over_budget:
        yield f"  {counted(tally.over_budget, 'text')} took longer than the stage's `within` on this machine"
    yield ""
