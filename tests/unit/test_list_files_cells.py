"""Cells of a CSV list that are longer than the reader takes."""

from __future__ import annotations

import pytest

from guardrail.compiler.files import FileProblem
from guardrail.compiler.list_files import read_entries

LONG = "y" * 140_000


def _problem(text: str) -> FileProblem:
    with pytest.raises(FileProblem) as raised:
        list(read_entries(text, "names.csv", "name"))
    return raised.value


@pytest.mark.parametrize("cell", [LONG, f'"{LONG}"'], ids=["plain", "quoted"])
def test_a_long_cell_is_told_as_that(cell: str) -> None:
    problem = _problem(f"id,name\n1,Globex\n\n2,Initech\n{cell},x\n")
    assert problem.message == "has a cell of more than 131,072 characters in the row that begins on line 5"
    assert problem.help == "shorten the cell; where none is so long, a quote before it was never closed"


def test_a_quote_that_is_never_closed_points_at_the_row_it_stands_in() -> None:
    problem = _problem('id,name\n1,Globex\n2,"Initech\n' + "3,Hooli\n" * 40_000)
    assert "begins on line 3" in problem.message


def test_a_long_header_is_told_as_that() -> None:
    assert "begins on line 1" in _problem(f"{LONG},name\n").message


def test_wrong_quotes_are_told_as_those() -> None:
    problem = _problem('id,name\n1,"Glo"bex\n')
    assert (problem.message, problem.help.split(",")[0]) == ("is not CSV, as line 2 shows", "close the quotes")
