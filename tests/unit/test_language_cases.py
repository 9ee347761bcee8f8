"""The runner of `tests/cases/language`: mistakes with their diagnostics, good policies with their formatted text."""

from __future__ import annotations

from pathlib import Path

import pytest

from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.source import Source, Span
from guardrail.language import tree
from guardrail.language.formatter import format_file
from guardrail.language.interchange import from_json, to_json
from guardrail.language.parser import parse

CASES = Path(__file__).parent.parent / "cases" / "language"
ERRORS = sorted((CASES / "errors").glob("*.guard"))
GOOD = sorted((CASES / "good").glob("*.guard"))


def read(path: Path) -> Source:
    return Source(path.name, path.read_bytes().decode())


def check_golden(path: Path, actual: str, update: bool) -> None:
    golden = path.with_suffix(".out")
    if update:
        golden.write_bytes(actual.encode())
    assert golden.read_bytes().decode() == actual


@pytest.mark.parametrize("path", ERRORS, ids=lambda path: path.stem)
def test_mistakes_are_explained(path: Path, update_goldens: bool) -> None:
    source = read(path)
    result = parse(source)
    blocks = [_describe(source, diagnostic) for diagnostic in result.diagnostics]
    check_golden(path, "\n".join([*blocks, f"kept: {_outline(result.file)}\n"]), update_goldens)


@pytest.mark.parametrize("path", ERRORS, ids=lambda path: path.stem)
def test_safe_fixes_mend_what_they_promise(path: Path) -> None:
    text = read(path).text
    before = len(parse(Source(path.name, text)).diagnostics)
    # Mending one mistake of a rule can bring its next one to light, so it may take several rounds.
    for _ in range(before + 3):
        safe = [fix for found in parse(Source(path.name, text)).diagnostics for fix in found.fixes if fix.safe]
        for fix in sorted(safe, key=lambda fix: -fix.span.start):
            text = text[: fix.span.start] + fix.replacement + text[fix.span.end :]
    remaining = parse(Source(path.name, text)).diagnostics
    assert not any(fix.safe for found in remaining for fix in found.fixes)
    assert len(remaining) <= before


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_good_policies_are_formatted(path: Path, update_goldens: bool) -> None:
    result = parse(read(path))
    assert result.diagnostics == ()
    assert result.file is not None
    formatted = format_file(result.file)
    check_golden(path, formatted, update_goldens)
    again = parse(Source("formatted", formatted))
    assert again.file == result.file
    assert again.file is not None
    assert format_file(again.file) == formatted
    assert from_json(to_json(result.file)) == result.file


def _describe(source: Source, found: Diagnostic) -> str:
    lines = [f"{found.code} {_range(source, found.span)} {found.message}"]
    if found.primary.text:
        lines.append(f"    {found.primary.text}")
    lines += [f"    {_range(source, label.span)} {label.text}" for label in found.secondary]
    lines += [f"    note: {note}" for note in found.notes]
    lines += [f"    help: {text}" for text in found.helps]
    lines += [
        f"    fix: {_range(source, fix.span)} {fix.replacement!r}{' (safe)' if fix.safe else ''}" for fix in found.fixes
    ]
    return "\n".join(lines) + "\n"


def _range(source: Source, span: Span) -> str:
    line, column = source.position(span.start)
    end_line, end_column = source.position(span.end)
    if (line, column) == (end_line, end_column):
        return f"{line}:{column}"
    return f"{line}:{column}-{end_column if line == end_line else f'{end_line}:{end_column}'}"


def _outline(file: tree.File | None) -> str:
    if file is None:
        return "nothing"
    return ", ".join(_name(item) for item in file.items) or "no items"


def _name(item: tree.Item) -> str:
    if isinstance(item, tree.Policy):
        stages = (f"{stage.kind} {{ {' '.join(rule.name for rule in stage.rules)} }}" for stage in item.stages)
        return " ".join([f"policy {item.name}", *stages])
    if isinstance(item, tree.Test):
        return f"test {item.title!r}"
    return f"{type(item).__name__} {getattr(item, 'name', '')}".strip()
