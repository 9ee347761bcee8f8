"""Properties of JSON documents."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from guardrail.text.document import (
    JsonProblem,
    decoded_strings,
    dump_json,
    find_document,
    locate_json,
    read_json,
    replace_strings,
)
from guardrail.text.json_problem import find_problem

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS
VALUES = st.recursive(
    SCALARS, lambda below: st.lists(below, max_size=4) | st.dictionaries(TEXTS, below, max_size=4), max_leaves=20
)
SHARDS = st.lists(
    st.sampled_from([*'{}[]",:\\ \n`~', "1", "-", "e", ".", "true", "nul", '"a"', "\\u", "d800", "```json\n", "é"]),
    max_size=30,
).map("".join)


def same(one: Any, other: Any) -> bool:
    """Equal in types too: `1`, `1.0` and `True` are three values."""
    return json.dumps(one) == json.dumps(other)


@given(VALUES, st.booleans(), st.sampled_from([None, 2]))
def test_reading_agrees_with_the_standard_library_on_valid_documents(
    value: Any, ascii_only: bool, indent: int | None
) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    document = read_json(text)
    assert same(document.value, json.loads(text))
    assert text[document.start : document.end] == text.strip(" \t\n\r")


def problem_of(text: str) -> JsonProblem | None:
    try:
        read_json(text)
    except JsonProblem as problem:
        return problem
    return None


@given(SHARDS)
def test_whatever_is_read_the_standard_library_reads_the_same(text: str) -> None:
    if problem_of(text) is None:
        assert same(read_json(text).value, json.loads(text))


@given(SHARDS)
def test_what_is_refused_has_a_place_and_a_reason(text: str) -> None:
    problem = problem_of(text)
    if problem is None:
        assert find_problem(text).message == "the text is not JSON"
    else:
        assert 0 <= problem.offset <= len(text)
        assert problem.message != "the text is not JSON"


@given(VALUES)
def test_written_documents_are_read_back_unchanged(value: Any) -> None:
    assert same(read_json(dump_json(value)).value, value)


@given(VALUES)
def test_replacing_every_string_by_itself_changes_no_string(value: Any) -> None:
    strings = decoded_strings(value)
    again = replace_strings(value, dict(strings))
    assert decoded_strings(read_json(dump_json(again)).value) == strings


@given(VALUES, TEXTS)
def test_a_replaced_string_is_found_where_it_was_put(value: Any, new: str) -> None:
    for pointer, _ in decoded_strings(value):
        if not pointer.endswith("~key"):
            assert dict(decoded_strings(replace_strings(value, {pointer: new})))[pointer] == new


@given(VALUES, st.dictionaries(st.integers(0, 40), TEXTS, max_size=8))
def test_replacing_keeps_the_number_of_values_and_names(value: Any, chosen: dict[int, str]) -> None:
    strings = decoded_strings(value)
    replacements = {strings[index][0]: new for index, new in chosen.items() if index < len(strings)}
    again = decoded_strings(replace_strings(value, replacements))
    assert len(again) == len(strings)


@given(SHARDS | TEXTS)
def test_locating_never_raises_and_finds_what_parses(text: str) -> None:
    place = locate_json(text)
    if place is not None:
        start, end = place
        found = find_document(text)
        assert found is not None
        assert 0 <= start < end <= len(text)
        read_json(text[start:end])


@given(
    st.dictionaries(TEXTS, VALUES, min_size=1, max_size=3),
    st.text("abc. \n", max_size=20),
    st.text("abc. \n", max_size=20),
)
def test_an_object_with_prose_around_it_is_found_whole(value: Any, before: str, after: str) -> None:
    written = dump_json(value)
    assert locate_json(before + written + after) == (len(before), len(before) + len(written))
    fenced = f"{before}\n```json\n{written}\n```\n{after}"
    place = locate_json(fenced)
    assert place is not None
    assert fenced[place[0] : place[1]] == written
