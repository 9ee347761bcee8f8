"""One mistake gets one message: what only follows from another diagnostic is not told."""

from __future__ import annotations

from pathlib import Path

import pytest

from guardrail.compiler.consequences import overlap, without_consequences, without_repetitions
from guardrail.compiler.front import analyse
from guardrail.diagnostics.codes.g001 import G001
from guardrail.diagnostics.codes.g103 import G103
from guardrail.diagnostics.codes.g201 import G201
from guardrail.diagnostics.codes.g204 import G204
from guardrail.diagnostics.record import Diagnostic, Level
from guardrail.diagnostics.source import Span


def unknown(start: int, name: str = "x") -> Diagnostic:
    return G103.declared_name(Span("a", start, start + 1), "list", name, "y", ["y"])


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [((0, 4), (3, 6), True), ((0, 4), (4, 6), False), ((2, 2), (0, 4), True), ((0, 4), (4, 4), False)],
)
def test_overlapping_places(left: tuple[int, int], right: tuple[int, int], expected: bool) -> None:
    assert overlap(Span("a", *left), Span("a", *right)) is expected
    assert overlap(Span("a", *right), Span("a", *left)) is expected
    assert not overlap(Span("a", *left), Span("b", *right))


def test_what_stands_on_a_syntax_error_is_not_told() -> None:
    syntax = G001.superfluous(Span("a", 10, 12), ";")
    on_it = G201.level_alone(Span("a", 8, 14), "likely")
    beside = G201.level_alone(Span("a", 20, 26), "likely")
    assert without_consequences([syntax, on_it, beside]) == (syntax, beside)


def test_what_is_missing_waits_until_the_syntax_is_right() -> None:
    syntax = G001.superfluous(Span("a", 10, 12), ";")
    missing = [unknown(40), G204.value(Span("a", 50, 51), "request.a", "b", None, ["c"])]
    assert without_consequences([syntax, *missing]) == (syntax,)
    assert without_consequences(missing) == tuple(missing)


def test_what_is_said_twice_is_told_twice_and_more_often_once_with_all_places() -> None:
    twice = (unknown(1), unknown(5))
    assert without_repetitions(twice) == twice
    often = (unknown(9), unknown(1), unknown(5), unknown(7, "z"))
    joined, other = without_repetitions(often)
    assert [label.span.start for label in (joined.primary, *joined.secondary)] == [1, 5, 9]
    assert [fix.span.start for fix in joined.fixes] == [1, 5, 9]
    assert other == often[3]


def test_a_path_that_a_caller_names_is_not_explained_as_one_of_a_policy(tmp_path: Path) -> None:
    unit = analyse(tmp_path / "nope.guard")
    assert [found.message for found in unit.diagnostics] == ["`nope.guard` does not exist"]
    assert "working directory" in unit.diagnostics[0].helps[0]
    (tmp_path / "shop.guard").write_text("guard 1\n")
    assert analyse(tmp_path / "shp.guard").diagnostics[0].helps == ("did you mean `shop.guard`?",)


def test_below_a_marked_root_the_help_names_the_mark(tmp_path: Path) -> None:
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / "guardrail.toml").touch()
    text = (
        'guard 1\nimport "../shop.guard" as shop\npolicy p extends shop.p {\n  on error block\n  on timeout block\n}\n'
    )
    unit = analyse(tmp_path / "policies" / "p.guard", text=text)
    assert [found.code for found in unit.diagnostics] == ["G107"]
    assert "the folder with the `guardrail.toml`" in unit.diagnostics[0].helps[0]


def test_stages_are_told_of_in_the_order_in_which_a_text_passes_them() -> None:
    stage = "  on {} within 50ms limit 400 chars {{\n    rule a {{\n      flag always\n    }}\n  }}\n"
    kinds = ("tool_result", "output", "tool_call", "retrieval", "input")
    body = "".join(stage.format(kind) for kind in kinds)
    text = f"guard 1\npolicy p {{\n  on error block\n  on timeout block\n{body}}}\n"
    unit = analyse(Path("/nowhere/p.guard"), text=text, root=Path("/nowhere"))
    assert not any(found.level is Level.ERROR for found in unit.diagnostics)
    assert list(unit.policies["p"].stages) == ["input", "retrieval", "output", "tool_call", "tool_result"]
