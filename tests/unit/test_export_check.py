"""How an export is compared with the weights that it came from."""

from __future__ import annotations

import numpy

from guardrail.training.export_check import OUTPUTS, Difference, ExportCheck, differences


def test_each_output_is_compared_by_itself() -> None:
    wanted = numpy.array([[1.0, -2.0], [0.5, 3.0]])
    first, second = differences(("a", "b"), wanted, wanted + numpy.array([[0.0, 0.5], [-1.0, 0.5]]))
    assert first == Difference("a", 2, 1.0, 0.5, -0.5, 0.5)
    assert second == Difference("b", 2, 0.5, 0.5, 0.5, 0.0)


def test_the_same_logits_differ_by_nothing() -> None:
    logits = numpy.linspace(-4, 4, 20).reshape(2, 10)
    found = differences(OUTPUTS["guard"], logits, logits)
    assert len(found) == 10
    assert all(one.largest == one.mean == one.shift == one.flipped == 0.0 for one in found)


def test_the_table_has_a_line_an_output_and_graph() -> None:
    one = Difference("unsupported", 2000, 0.51234, 0.1, -0.05, 0.0125)
    table = ExportCheck("ground", {"float": (one,), "int8": (one,)}).table.splitlines()
    assert table[2] == "| unsupported | float | 2,000 | 0.5123 | 0.1000 | -0.0500 | 1.25% |"
    assert [line.split(" | ")[1] for line in table[2:]] == ["float", "int8"]
