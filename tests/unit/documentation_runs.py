"""Carries out what a page shows: policies are compiled and tested, Python is run, commands are run and compared.

What a block is, its info string says. `file=PATH` puts it at that place of the page's folder, whatever it is, and
`append=PATH` adds it to what stands there. A `guard` block is a whole policy file whose tests pass (`guard failing`: do
not) and whose layout is that of `guardrail fmt` (`guard as-written`: any). `guard fails=G102` is one that has exactly
these errors, `guard warns=G406` these warnings. `guard frame` holds the declarations that `guard excerpt KIND [STAGE]`
blocks of the page take for granted; KIND is `items`, `rules`, `clauses`, `conditions` or `facts`. In `python`, the
comment behind a `print` is what it prints. In a `console` block, lines with `$` are run in a shell, and a line `…` in
what they print stands for any number of lines.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from guardrail.compiler.front import analyse
from guardrail.compiler.scopes import main_scopes
from guardrail.compiler.unit import Unit
from guardrail.diagnostics.record import Level
from guardrail.diagnostics.report import Report
from guardrail.diagnostics.source import Source
from guardrail.diagnostics.terminal import render
from guardrail.evaluate.policy_tests import run_tests
from guardrail.language import tree
from guardrail.language.formatter import format_file
from guardrail.language.parser import parse
from tests.unit.documentation_pages import ROOT, Block

_PRINT: Final = re.compile(r"^\s*print\(.*\)  # (.*)$")
_INSTALL: Final = "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/"
"""What the README's first command does before: here the package is imported from the checkout."""
_VARIES: Final = (
    (re.compile(r"\d[\d.,]*(?= (?:s|ms|µs|texts/s)\b)"), "0"),
    (re.compile(r"(?m)^.*slowest: .*\n"), ""),
    (re.compile(r"(?m)^.*took longer than the stage's `within`.*\n"), ""),
    (re.compile(r"(?m)^ *took .* of .*\n"), ""),
    (re.compile(r"\b[0-9a-f]{16,64}…?"), "0"),
    (re.compile(r'"(used_ms|time)": ?("[^"]*"|[\d.]+)'), r'"\1": 0'),
)
"""What differs from run to run, and what stands in for it when outputs are compared."""
_END: Final = "-- end of a command --"


@dataclass(slots=True)
class PageRun:
    """One page's folder, names and frame; `problems` says what does not work as shown."""

    folder: Path
    frame: str = "guard 1"
    names: dict[str, Any] = field(default_factory=lambda: {"__name__": "__page__"})
    problems: list[str] = field(default_factory=list)
    outputs: dict[int, str] = field(default_factory=dict)

    def carry_out(self, block: Block) -> None:
        """Do what the block shows."""
        write_file(self.folder, block)
        if block.language == "guard":
            self._guard(block)
        elif block.language == "python":
            self._python(block)
        elif block.language == "console":
            self._console(block)

    def _guard(self, block: Block) -> None:
        if "frame" in block.words:
            self.frame = block.body
            return
        excerpt = "excerpt" in block.words
        path = self.folder / (file_of(block) or "policies/shown_on_the_page.guard")
        text = framed(self.frame, block) if excerpt else path.read_text("utf-8") if file_of(block) else block.body
        unit = analyse(path, text=text, root=self.folder if excerpt else None)
        ignored = {"G106"} if excerpt else set[str]()
        level = Level.WARNING if "warns" in block.options else Level.ERROR
        found = [d for d in unit.diagnostics if d.level is level and d.code not in ignored]
        codes = sorted({d.code for d in found})
        named = block.options.get("fails") or block.options.get("warns")
        wanted = sorted(named.split(",")) if named else []
        if codes != wanted:
            shown = render(Report(tuple(found), unit.sources), color=False, width=100)
            self.problems.append(f"{block.place}: errors {codes}, expected {wanted}\n{shown}")
        if not codes and not excerpt:
            if (
                "as-written" not in block.words
                and format_file(parse(Source("shown", text)).file or tree.File(1)) != text
            ):
                self.problems.append(f"{block.place}: `guardrail fmt` would change it")
            failed = failures(unit)
            if "failing" not in block.words:
                self.problems += [f"{block.place}: {problem}" for problem in failed]
            elif not failed:
                self.problems.append(f"{block.place}: its tests pass")

    def _python(self, block: Block) -> None:
        printed = io.StringIO()
        code = compile("\n" * block.line + block.body, str(block.page), "exec")
        try:
            with contextlib.redirect_stdout(printed), contextlib.chdir(self.folder):
                exec(code, self.names)
        except Exception as problem:
            self.problems.append(f"{block.place}: {type(problem).__name__}: {problem}")
            return
        wanted = [match[1] for line in block.body.splitlines() if (match := _PRINT.match(line))]
        if wanted and printed.getvalue().splitlines() != wanted:
            self.problems.append(f"{block.place}: printed {printed.getvalue().splitlines()}, shown {wanted}")

    def _console(self, block: Block) -> None:
        session = list(commands(block.body))
        got = run_session(self.folder, [command for command, _ in session])
        rows = [(command, shown, text) for (command, shown), text in zip(session, got, strict=True)]
        wrong = [row for row in rows if not is_as_shown(row[1], row[2])]
        self.problems += [f"{block.place}: `{c}` prints\n{text}\ninstead of\n{shown}" for c, shown, text in wrong]
        if wrong:
            self.outputs[block.line] = "".join(f"$ {command}\n{text}" for command, _, text in rows)


def file_of(block: Block) -> str | None:
    """The place in the page's folder that a block is written to."""
    return block.options.get("file") or block.options.get("append")


def write_file(folder: Path, block: Block) -> None:
    """Put the block where it says, if it does."""
    name = file_of(block)
    if name is None:
        return
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_text("utf-8") + "\n" if "append" in block.options else ""
    path.write_text(before + block.body, "utf-8")


def failures(unit: Unit) -> list[str]:
    """What the tests of a policy file's own say against it."""
    tests = [(scope, test) for scope in main_scopes(unit) for test in scope.tests]
    return [f"test `{r.test.title}`: {f.message}" for r in run_tests(unit, tests) for f in r.failures]


def framed(frame: str, block: Block) -> str:
    """The whole file that an excerpt stands for."""
    kind, stage = (*block.words[1:], "output")[:2]
    if kind == "items":
        return f"guard 1\n{block.body}"
    body = block.body
    if kind in ("conditions", "facts"):
        lines = [line for line in body.splitlines() if line.split("#")[0].strip()]
        form = "rule r{} {{ flag if {}\n}}" if kind == "conditions" else "rule r{} {{ when {}\nflag always }}"
        body = "\n".join(form.format(number, line) for number, line in enumerate(lines))
    elif kind == "clauses":
        body = f"rule shown {{\n{body}}}"
    default = " default block" if stage == "tool_call" else ""
    head = f"policy framed {{\non error block\non timeout block\non {stage} within 50ms limit 8000 chars{default} {{"
    return f"{frame}\n{head}\n{body}\n}}\n}}\n"


def commands(body: str) -> Iterator[tuple[str, str]]:
    """The commands of a console block, each with the output shown below it."""
    for part in re.split(r"(?m)^\$ ", body)[1:]:
        command, _, output = part.partition("\n")
        while command.endswith("\\"):
            more, _, output = output.partition("\n")
            command = f"{command}\n{more}"
        yield command, output


def run_session(folder: Path, typed: list[str]) -> list[str]:
    """What each command prints on either stream, run one after the other in one shell."""
    shim = folder / ".bin" / "guardrail"
    if not shim.exists():
        shim.parent.mkdir()
        shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m guardrail "$@"\n')
        shim.chmod(0o755)
    script = "".join(
        f"{command.replace(_INSTALL, '')}\nstatus=$?\necho '{_END}'\n(exit $status)\n" for command in typed
    )
    environment = {
        **os.environ,
        "PATH": f"{shim.parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "COLUMNS": "100",
        "NO_COLOR": "1",
    }
    shell = shutil.which("sh")
    assert shell is not None
    done = subprocess.run(
        [shell, "-c", f"exec 2>&1\n{script}"],
        cwd=folder,
        env=environment,
        capture_output=True,
        timeout=120,
        check=False,
    )
    return done.stdout.decode("utf-8").split(f"{_END}\n")[: len(typed)]


def is_as_shown(shown: str, printed: str) -> bool:
    """Whether a command printed what the page shows; a line `…` stands for any number of lines."""
    parts = [re.escape(part) for part in re.split(r"(?m)^…\n", masked(shown) + "\n")]
    return re.fullmatch(r"(?:.*\n)*?".join(parts), masked(printed) + "\n") is not None


def masked(text: str) -> str:
    """The text without what differs from run to run."""
    for pattern, stand_in in _VARIES:
        text = pattern.sub(stand_in, text)
    return text.strip()
