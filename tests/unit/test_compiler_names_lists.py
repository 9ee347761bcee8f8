"""What list and tools files hold, and the names that are near one another."""

from __future__ import annotations

import time

import pytest

from guardrail.compiler.entries import MAX_ENTRIES, EntryProblem, clean_entries
from guardrail.compiler.files import FileProblem
from guardrail.compiler.list_files import read_entries
from guardrail.compiler.matching import matching_of
from guardrail.compiler.suggest import nearest, valid_names_help
from guardrail.compiler.tools import Tools, parse_tools
from guardrail.language import tree
from guardrail.text.requests import DEFAULT_MATCHING, Matching


@pytest.mark.parametrize(
    ("name", "column", "text"),
    [
        ("a.txt", None, "# heading\n\n  Globex \r\nC#\nInitech\n"),
        ("a.csv", "name", 'id,name\r\n1, Globex \r\n2,"C#"\r\n,\r\n3,Initech\r\n'),
        ("a.yaml", None, "# heading\n- Globex\n- 'C#'\n- Initech\n"),
        ("a.yml", None, "[Globex, 'C#', Initech]"),
        ("a.json", None, '["Globex", "C#", "Initech"]'),
    ],
)
def test_every_format_gives_the_same_entries(name: str, column: str | None, text: str) -> None:
    assert clean_entries(read_entries(text, name, column)) == ("Globex", "C#", "Initech")


def test_entries_keep_their_spelling_and_order_and_lose_exact_duplicates_alone() -> None:
    entries = [("GLOBEX", "1"), ("Globex", "2"), ("GLOBEX ", "3"), ("Caf\u00e9", "4"), ("Cafe\u0301", "5")]
    assert clean_entries(entries) == ("GLOBEX", "Globex", "Caf\u00e9", "Cafe\u0301")


def test_more_than_a_million_entries_are_refused() -> None:
    with pytest.raises(EntryProblem, match="more than 1,000,000 entries"):
        clean_entries((str(number), "") for number in range(MAX_ENTRIES + 1))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yaml", "- &a [x, x]\n" + "".join(f"- &{c} [*a, *a, *a]\n" for c in "bcdefgh")),
        ("a.yaml", "- " + "[" * 100_000),
        ("a.yaml", "- " + "{a: " * 100_000),
        ("a.yaml", "- x\n" * 400_000),
        ("a.json", "[" * 1_000_000),
        ("a.json", '["' + '\\"' * 1_000_000),
        ("a.json", "[" + "9" * 100_000 + "]"),
    ],
)
def test_a_bomb_is_one_clear_problem_at_once(name: str, text: str) -> None:
    started = time.process_time()
    with pytest.raises(FileProblem) as raised:
        list(read_entries(text, name, None))
    assert time.process_time() - started < 2
    assert len(raised.value.message) < 100


TOOLS = {
    "openai": '[{"type": "function", "function": {"name": "search", "description": "d", "parameters": {"x": 1}}}]',
    "responses": '[{"type": "function", "name": "search", "parameters": {"x": 1}}]',
    "anthropic": '{"tools": [{"name": "search", "input_schema": {"x": 1}}]}',
    "mcp": '{"tools": [{"name": "search", "inputSchema": {"x": 1}}], "nextCursor": null}',
    "plain": '{"search": {"x": 1}}',
}


@pytest.mark.parametrize("style", TOOLS)
def test_every_notation_of_tools_gives_the_same_schemas(style: str) -> None:
    tools = parse_tools(TOOLS[style], "tools.json")
    assert isinstance(tools, Tools)
    assert dict(tools) == {"search": {"x": 1}}
    assert tools.file == "tools.json"


def test_a_tool_without_a_schema_takes_no_arguments_and_one_may_be_called_tools() -> None:
    assert parse_tools('[{"name": "now"}]', "t.json")["now"] == {"type": "object", "properties": {}}
    assert list(parse_tools('{"tools": {"type": "object"}}', "t.json")) == ["tools"]


@pytest.mark.parametrize(
    "text", ["[]", "{}", "3", '"search"', "[1]", '[{"name": " "}]', '[{"name": "a", "parameters": 1}]']
)
def test_tools_that_declare_nothing_usable_are_refused(text: str) -> None:
    with pytest.raises(FileProblem):
        parse_tools(text, "tools.json")


def test_no_matching_is_the_default_and_matching_is_exactly_what_is_named() -> None:
    assert matching_of(()) == (DEFAULT_MATCHING, ())
    options = (tree.Option("plurals"), tree.Option("typos", 1))
    assert matching_of(options) == (Matching(plurals=True, typos=1), ())


@pytest.mark.parametrize(
    ("option", "code", "help"),
    [
        (tree.Option("plural"), "G103", "did you mean `plurals`?"),
        (tree.Option("typos", 2), "G210", "write `typos 1`: one edit in entries of six letters or more"),
        (tree.Option("typos"), "G210", "write `typos 1`: one edit in entries of six letters or more"),
        (tree.Option("disguised", 1), "G210", "write `disguised`, without a number"),
    ],
)
def test_an_option_that_means_nothing_is_reported(option: tree.Option, code: str, help: str) -> None:
    _, problems = matching_of([option])
    assert [(problem.code, problem.helps) for problem in problems] == [(code, (help,))]


@pytest.mark.parametrize(
    ("name", "candidates", "near"),
    [
        ("competitrs", ["competitors", "medical"], "competitors"),
        ("comeptitors", ["competitors"], "competitors"),
        ("supprot", ["support", "report"], "support"),
        ("nonexistent", ["owner"], None),
        ("a", ["b"], None),
        ("ab", ["ac", "abc"], "abc"),
        ("", ["a"], None),
        ("x" * 10_000, ["x" * 9_999], None),
    ],
)
def test_the_nearest_name_is_within_one_edit_and_one_more_for_every_four_letters(
    name: str, candidates: list[str], near: str | None
) -> None:
    assert nearest(name, candidates) == near


def test_the_help_for_an_unknown_name_is_the_nearest_one_else_all_of_them() -> None:
    assert valid_names_help("cmpany", ["company", "mail"], "policies") == ("did you mean `company`?",)
    assert valid_names_help("zebra", ["mail", "company"], "policies") == ("valid policies are `company` and `mail`",)
