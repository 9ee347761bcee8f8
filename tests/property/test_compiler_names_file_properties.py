"""Files that nobody vouches for: whatever a list or tools file holds, it is read or refused, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from guardrail.compiler.entries import EntryProblem, clean_entries
from guardrail.compiler.files import FileProblem, PolicyRoot
from guardrail.compiler.list_files import read_entries
from guardrail.compiler.suggest import nearest
from guardrail.compiler.tools import Tools, parse_tools

MARKS = st.text(alphabet='[]{}&*!-:,"\\#\n a1', max_size=60)
WORDS = st.text(alphabet=st.characters(categories=["L", "N"]), min_size=1, max_size=12)


@given(MARKS | st.text(max_size=60), st.sampled_from([".txt", ".csv", ".yaml", ".json"]))
def test_any_text_is_a_list_or_a_file_problem(text: str, suffix: str) -> None:
    try:
        entries = clean_entries(read_entries(text, f"list{suffix}", "a" if suffix == ".csv" else None))
    except (FileProblem, EntryProblem):
        return
    assert entries
    assert all(entry == entry.strip() != "" for entry in entries)


@given(MARKS | st.text(max_size=60))
def test_any_text_is_tools_or_a_file_problem(text: str) -> None:
    try:
        tools = parse_tools(text, "tools.json")
    except FileProblem:
        return
    assert isinstance(tools, Tools)
    assert len(tools) > 0


@given(st.lists(WORDS, min_size=1, max_size=8, unique=True))
def test_a_list_reads_the_same_from_every_format(words: list[str]) -> None:
    quoted = [json.dumps(word, ensure_ascii=False) for word in words]
    forms = {
        "a.txt": "\n".join(words),
        "a.csv": "id,name\n" + "".join(f"1,{word}\n" for word in quoted),
        "a.json": json.dumps(words),
        "a.yaml": "".join(f"- {word}\n" for word in quoted),
    }
    for name, text in forms.items():
        assert clean_entries(read_entries(text, name, "name" if name == "a.csv" else None)) == tuple(words)


@given(st.text(alphabet="./ab\\:~", max_size=30))
def test_no_path_reads_anything_outside_the_root(path: str) -> None:
    root = Path(__file__).parent.parent / "cases" / "diagnostics"
    try:
        read = PolicyRoot(root).read(path, referenced_from="g107/missing/main.guard")
    except FileProblem:
        return
    assert read.path.is_relative_to(root.resolve())


@given(WORDS, st.lists(WORDS, max_size=6))
def test_a_known_name_is_its_own_nearest(name: str, others: list[str]) -> None:
    assert name in others or nearest(name, [*others, name]) == name
