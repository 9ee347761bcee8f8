"""Runs tests/cases/diagnostics: a case is a folder with `main.guard` (or several `.guard` files) and `expected.out`.

A file `policy.txt` beside them holds the name of the policy that is asked for. `pytest --update-goldens` rewrites
`expected.out`. The policy root is the case's own folder, and nothing outside of it is read. Models are stand-ins, but
for the cases of `g703`, where none is installed.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from guardrail.compiler.front import analyse
from guardrail.compiler.unit import Unit
from guardrail.diagnostics.code import Code, all_codes, find_code
from guardrail.diagnostics.record import Diagnostic, Level
from guardrail.diagnostics.source import Source, Span

CASES = Path(__file__).parent.parent / "cases" / "diagnostics"
FOLDERS = sorted({path.parent for path in CASES.glob("g*/*/*.guard")})
LOADED_ONLY = frozenset({"G701", "G702", "G703"})
"""Codes that no policy text alone can cause: a bundle or a missing model does."""


@pytest.fixture(autouse=True)
def _models(request: pytest.FixtureRequest) -> None:
    parameters = getattr(request.node, "callspec", None)
    folder = parameters.params.get("folder") if parameters is not None else None
    absent = folder is not None and folder.parent.name == "g703"
    request.getfixturevalue("absent_models" if absent else "standin_models")


def _where(span: Span, unit: Unit) -> str:
    line, column = unit.sources.get(span.source, Source(span.source, "")).position(span.start)
    return f"{span.source}:{line}:{column}"


def _written(found: Diagnostic, unit: Unit) -> str:
    lines = [f"{found.level}[{found.code}] {_where(found.span, unit)}: {found.message}"]
    if found.primary.text:
        lines.append(f"  label: {found.primary.text}")
    lines += [f"  also {_where(label.span, unit)}: {label.text}" for label in found.secondary]
    lines += [f"  note: {note}" for note in found.notes]
    lines += [f"  help: {help}" for help in found.helps]
    for fix in found.fixes:
        lines.append(f"  {'safe ' if fix.safe else ''}fix {_where(fix.span, unit)}: `{fix.replacement}`")
    return "\n".join(lines) + "\n"


def _analysed(folder: Path) -> Unit:
    named = folder / "policy.txt"
    policy = named.read_text(encoding="utf-8").strip() if named.exists() else None
    main = folder / "main.guard"
    return analyse(main, policy=policy, root=folder) if main.exists() else analyse(folder, policy=policy)


def _order(found: Diagnostic) -> tuple[str, int, int, str, str]:
    return (found.span.source, found.span.start, found.span.end, found.code, found.message)


def test_there_are_cases() -> None:
    assert len(FOLDERS) >= 80


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: f"{folder.parent.name}/{folder.name}")
def test_case_is_diagnosed_as_expected(folder: Path, update_goldens: bool) -> None:
    unit = _analysed(folder)
    written = "".join(_written(found, unit) for found in sorted(unit.diagnostics, key=_order))
    golden = folder / "expected.out"
    if update_goldens:
        golden.write_text(written, encoding="utf-8")
    assert written == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: f"{folder.parent.name}/{folder.name}")
def test_case_points_into_its_files_and_words_its_messages_by_the_rules(folder: Path) -> None:
    unit = _analysed(folder)
    for found in unit.diagnostics:
        labels = (found.primary, *found.secondary)
        assert all(0 <= label.span.start <= label.span.end for label in labels)
        assert all(label.span.end <= len(unit.sources[label.span.source].text) for label in labels)
        for sentence in (found.message, *found.helps, *found.notes, *(label.text for label in labels)):
            assert not sentence.endswith("."), sentence
            assert not sentence[:1].isupper() or sentence.split()[0].isupper(), sentence
            assert "\n" not in sentence
            assert str(unit.root) not in sentence


def _code(name: str) -> type[Code]:
    found = find_code(name)
    assert found is not None
    return found


@pytest.mark.parametrize("name", all_codes())
def test_code_explains_itself(name: str) -> None:
    code = _code(name)
    assert code.code == name
    assert code.title
    assert code.title[0].islower()
    assert not code.title.endswith(".")
    assert len(code.explanation) > 80, "what it means, why it matters, how to mend it"


@pytest.mark.parametrize("name", all_codes())
def test_code_has_an_example_that_causes_it_or_a_case(name: str) -> None:
    code = _code(name)
    has_case = any(f"[{name}]" in path.read_text(encoding="utf-8") for path in CASES.glob(f"{name.lower()}/*/*.out"))
    if not code.example:
        assert has_case or name in LOADED_ONLY
        return
    caused = {found.code for found in _analysed_text(code.example).diagnostics}
    assert name in caused or has_case or name in LOADED_ONLY


@pytest.mark.parametrize("name", [name for name in all_codes() if _code(name).repaired])
def test_repaired_example_has_no_errors(name: str) -> None:
    code = _code(name)
    assert code.repaired != code.example
    assert [found for found in _analysed_text(code.repaired).diagnostics if found.level is Level.ERROR] == []


def _analysed_text(text: str) -> Unit:
    return analyse(CASES / "example.guard", text=text, root=CASES)
