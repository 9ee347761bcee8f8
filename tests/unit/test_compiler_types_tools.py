"""Which types a tools file gives to an argument."""

from __future__ import annotations

from typing import Any

import pytest

from guardrail.compiler.tool_types import UNTYPED, tool_argument_names, tool_argument_types

PAY: dict[str, Any] = {
    "type": "object",
    "properties": {
        "amount": {"type": ["integer", "null"]},
        "note": {"description": "free"},
        "currency": {"enum": ["EUR", 978, True, None, 1.5, [], {}]},
        "to": {"$ref": "#/$defs/account"},
        "either": {"oneOf": [{"type": "string"}, {"const": 3}]},
        "far": {"$ref": "https://example.com/x.json"},
    },
    "allOf": [{"properties": {"id": {"type": "string"}}}],
    "$defs": {"account": {"properties": {"iban": {"type": "string"}}}},
}


@pytest.mark.parametrize(
    ("path", "types"),
    [
        (("amount",), {"integer", "null"}),
        (("currency",), {"string", "integer", "boolean", "null", "number", "array", "object"}),
        (("to", "iban"), {"string"}),
        (("either",), {"string", "integer"}),
        (("id",), {"string"}),
        (("note",), set()),
        (("far",), set()),
    ],
)
def test_type_of_an_argument(path: tuple[str, ...], types: set[str]) -> None:
    assert tool_argument_types({"pay": PAY}, path) == types


def test_an_argument_of_no_tool_is_told_from_one_without_a_type() -> None:
    assert tool_argument_types({"pay": PAY}, ("absent",)) is None
    assert tool_argument_types({"pay": PAY}, ("note",)) == UNTYPED


def test_types_of_several_tools_are_joined() -> None:
    other = {"properties": {"amount": {"type": "string"}}}
    assert tool_argument_types({"pay": PAY, "ask": other}, ("amount",)) == {"integer", "null", "string"}
    assert tool_argument_names({"pay": PAY, "ask": other}) == (
        "amount", "currency", "either", "far", "id", "note", "to",
    )  # fmt: skip


def test_schemas_that_refer_to_themselves_end() -> None:
    again: dict[str, Any] = {"$ref": "#"}
    loop: dict[str, Any] = {"properties": {"a": again}, "anyOf": [dict(again) for _ in range(50)], "type": "object"}
    assert tool_argument_types({"t": loop}, ("a",) * 40) == {"object"}
