"""Explains diagnostic codes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from guardrail.cli.shell.command import Exit, UsageProblem
from guardrail.cli.shell.console import BOLD, RED, YELLOW, Console
from guardrail.compiler.suggest import nearest
from guardrail.diagnostics.code import Code, all_codes, find_code
from guardrail.diagnostics.record import Level

_GROUPS: Final = {
    "G0": "syntax",
    "G1": "names and files",
    "G2": "types and values",
    "G3": "decisions",
    "G4": "analyses",
    "G5": "streaming",
    "G6": "style",
    "G7": "bundles and models",
}
_MOST_NEIGHBOURS: Final = 12


def explain_code(name: str, console: Console) -> Exit:
    """Print what a code means, with its example and that example mended; raises UsageProblem for an unknown one."""
    code = find_code(name)
    if code is None:
        raise UsageProblem(f"there is no code `{name}`", _help(name))
    console.write("\n".join(_page(code)) + "\n")
    return Exit.OK


def list_codes(console: Console) -> Exit:
    """Print every code with its level and title, by group."""
    for group, names in groupby(all_codes(), key=lambda name: name[:2]):
        console.line(console.paint(f"{group}xx {_GROUPS.get(group, 'others')}", BOLD))
        for name in names:
            code = find_code(name)
            assert code is not None
            style = {Level.ERROR: RED, Level.WARNING: YELLOW}.get(code.level, "")
            level = f"{code.level:<7}"
            console.line(f"  {name}  {console.paint(level, style) if style else level}  {code.title}")
        console.line()
    console.line("`guardrail explain CODE` says what one means and how to mend it")
    return Exit.OK


def _page(code: type[Code]) -> Iterator[str]:
    yield f"# {code.code}: {code.title} ({code.level})"
    yield ""
    yield code.explanation.strip()
    if code.example:
        yield from _policy("For example, this policy has it:", code.example)
    if code.repaired:
        yield from _policy("And this one does not:", code.repaired)


def _policy(heading: str, text: str) -> Iterator[str]:
    yield from ("", heading, "", "```guard", text.strip("\n"), "```")


def _help(name: str) -> str:
    codes = all_codes()
    close = nearest(name.upper(), codes)
    if close is not None:
        return f"did you mean `{close}`? `guardrail explain` lists all codes"
    group = [code for code in codes if code.startswith(name[:2].upper())] if name[:1] in "Gg" else []
    if group and len(group) <= _MOST_NEIGHBOURS:
        return f"codes of its group are {', '.join(f'`{code}`' for code in group)}"
    return "`guardrail explain` lists all codes; for a policy, name its file"
