"""JSON documents: what is found in a text, what is taken out of a value and put back."""

from __future__ import annotations

import time
from types import MappingProxyType
from typing import Any

import pytest

from guardrail.text.document import (
    JsonDocument,
    JsonProblem,
    decoded_strings,
    dump_json,
    find_document,
    locate_json,
    read_json,
    replace_strings,
)
from guardrail.text.json_problem import MAX_EXPLAINED


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"a": 1}', '{"a": 1}'),
        ('Sure! {"a": "}"} Bye.', '{"a": "}"}'),
        ('```json\n{"a": 1}\n```', '{"a": 1}'),
        ('```\n[1, {"a": 2}]\n```', '[1, {"a": 2}]'),
        ('```json\n"a string"\n```', '"a string"'),
        ('```python\nx = [1]\n```\n```json\n{"a": 1}\n```', '{"a": 1}'),
        ('````\n```\n````\n{"a": 1}', '{"a": 1}'),
        ('- step:\n  ```json\n  {"a": 1}\n  ```', '{"a": 1}'),
        ('```json\r\n{"a": 1}\r\n```', '{"a": 1}'),
        ('```json {"a": 1}```', '{"a": 1}'),
        ('```json\n{"a": 1}', '{"a": 1}'),
        ('see [1] and [2, 3]: {"a": 1}', '{"a": 1}'),
        ("- [ ] todo\n- [x] done", "[ ]"),
        ("only [1, 2] here", "[1, 2]"),
        ('[see below] {"a": 1}', '{"a": 1}'),
        ('say "{" and then {"a": 1}', None),  # what looks like broken JSON is not searched
        ('{"a": 1, "a": 2} {"b": 1}', '{"b": 1}'),
        ('{"a": [1] "b": {"c": 1}}', None),
        ('{"a": {"b": 1}', None),
        ("[NaN]", None),
        ("no brackets", None),
        ('"just a string"', None),
        ("", None),
        ("```", None),
    ],
)
def test_json_is_found_in_fences_and_prose_and_never_inside_broken_json(text: str, found: str | None) -> None:
    place = locate_json(text)
    assert (text[place[0] : place[1]] if place else None) == found


def test_a_document_knows_where_it_stands_and_what_is_around() -> None:
    fenced = find_document('```json\n{"a": 1}\n```')
    assert fenced == JsonDocument({"a": 1}, 8, 16, fenced=True)
    assert fenced is not None
    assert fenced.surroundings('```json\n{"a": 1}\n```') == "fence"
    assert read_json(" [1]\n").surroundings(" [1]\n") == "nothing"
    text = 'x ```json\n{"a": 1}\n```'
    inside = find_document(text)
    assert inside is not None
    assert inside.surroundings(text) == "prose"


def test_a_second_fence_is_prose_around_the_first() -> None:
    text = "```json\n{}\n```\n```json\n[]\n```"
    document = find_document(text)
    assert document is not None
    assert document.surroundings(text) == "prose"


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 50_000, '["\\"' * 30_000, "[x" * 50_000, "```\n" * 30_000])
def test_searching_is_linear_on_hostile_texts(text: str) -> None:
    start = time.process_time()
    assert locate_json(text) is None
    assert time.process_time() - start < 2


def test_texts_over_8_mb_are_refused() -> None:
    text = '"' + "é" * (4 * 1024 * 1024) + '"'
    with pytest.raises(JsonProblem, match="larger than 8 MB"):
        read_json(text)
    assert locate_json("x" * (8 * 1024 * 1024) + "[1]") is None


def test_the_first_problem_of_a_very_long_text_is_not_searched() -> None:
    with pytest.raises(JsonProblem) as caught:
        read_json("[" + "1," * MAX_EXPLAINED + "x]")
    assert (caught.value.message, caught.value.offset) == ("the text is not JSON", 0)


def test_names_strings_and_long_numbers_have_pointers_in_document_order() -> None:
    value = {"a/b": {"~": ["x", 12345, 123456, True, None]}, "n": 4111.1111, "f": 1.5, "": "empty"}
    assert decoded_strings(value) == (
        ("/a~1b~key", "a/b"),
        ("/a~1b/~0~key", "~"),
        ("/a~1b/~0/0", "x"),
        ("/a~1b/~0/2", "123456"),
        ("/n~key", "n"),
        ("/n", "4111.1111"),
        ("/f~key", "f"),
        ("/~key", ""),
        ("/", "empty"),
    )
    assert decoded_strings("plain") == (("", "plain"),)


def test_a_name_and_a_value_never_share_a_pointer() -> None:
    value = {"a": "x", "a~key": "y", "a#": "z"}
    pointers = [pointer for pointer, _ in decoded_strings(value)]
    assert len(set(pointers)) == len(pointers) == 6


def test_values_and_names_are_replaced_and_the_original_stays() -> None:
    value = {"a": [1234567, {"b": "x"}], "c": "y"}
    new = replace_strings(value, {"/a/0": "N", "/a/1/b": "X", "/a/1/b~key": "B", "/c~key": "C"})
    assert new == {"a": ["N", {"B": "X"}], "C": "y"}
    assert list(new) == ["a", "C"]
    assert value == {"a": [1234567, {"b": "x"}], "c": "y"}
    assert replace_strings("secret", {"": "[hidden]"}) == "[hidden]"


def test_names_that_become_equal_lose_no_member() -> None:
    value = {"ann": 1, "bob": 2, "[name]": 3, "eve": 4}
    new = replace_strings(value, {"/ann~key": "[name]", "/bob~key": "[name]", "/eve~key": "ann"})
    assert new == {"[name] 2": 1, "[name] 3": 2, "[name]": 3, "ann": 4}


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({1: "a"}, "a property name is not a string"),
        ({"a": object()}, "a value is not JSON"),
        ({"a": float("nan")}, "NaN and infinities are not JSON"),
        ([10**5000], "a number has more than 4,300 digits"),
        ([[]] * 1_000_001, "more than 1,000,000 values"),
    ],
)
def test_what_is_no_json_has_no_strings(value: Any, message: str) -> None:
    with pytest.raises(JsonProblem) as caught:
        decoded_strings(value)
    assert caught.value.message == message


def test_a_value_that_holds_itself_is_refused() -> None:
    value: dict[str, Any] = {}
    value["again"] = value
    with pytest.raises(JsonProblem):
        decoded_strings(value)
    with pytest.raises(JsonProblem):
        dump_json(value)


@pytest.mark.parametrize("value", [float("inf"), {"a": {1, 2}}, b"bytes"])
def test_only_json_is_written(value: Any) -> None:
    with pytest.raises(JsonProblem):
        dump_json(value)


def test_mappings_and_tuples_are_objects_and_arrays() -> None:
    value = MappingProxyType({"a": ("x", MappingProxyType({"b": "y"}))})
    assert decoded_strings(value) == (("/a~key", "a"), ("/a/0", "x"), ("/a/1/b~key", "b"), ("/a/1/b", "y"))
    assert dump_json(value) == '{"a":["x",{"b":"y"}]}'
    assert replace_strings(value, {"/a/0": "z"}) == {"a": ["z", {"b": "y"}]}


def test_importing_reads_no_heavy_library() -> None:
    import subprocess
    import sys

    code = (
        "import sys, guardrail.text.document, guardrail.validators.json_schema, guardrail.validators.tool_schema;"
        "print(*{'jiter', 'orjson', 'jsonschema_rs', 'jsonschema', 'pydantic', 'rapidfuzz'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
