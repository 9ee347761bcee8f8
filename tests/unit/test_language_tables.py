"""Our automaton and Lark read the same grammar the same way, from shipped tables and from the grammar in memory."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lark import Lark
from lark import Token as LarkToken
from lark import Tree as LarkTree

from guardrail.language import tables as tables_module
from guardrail.language.automaton import Automaton, Child, Node
from guardrail.language.generate import generate
from guardrail.language.tables import Tables, decode_tables, find_grammar, load_tables
from guardrail.language.tokens import Token, scan

ROOT = Path(__file__).parent.parent.parent
GOOD = sorted((ROOT / "tests" / "cases" / "language" / "good").glob("*.guard"))


class WholeWords:
    """Lets the contextual lexer read a name anywhere, so that `blockif` is one word."""

    always_accept = ("NAME",)

    def process(self, stream: Iterator[LarkToken]) -> Iterator[LarkToken]:
        return stream


def grammar() -> str:
    return (ROOT / "grammar" / "guard.lark").read_text(encoding="utf-8")


@cache
def lark_parser(strict: bool = False) -> Lark:
    postlex: Any = WholeWords()
    return Lark(grammar(), parser="lalr", lexer="contextual", propagate_positions=True, postlex=postlex, strict=strict)


def read(text: str, tables: Tables) -> Node:
    automaton = Automaton(tables)
    assert all(automaton.feed(token) for token in scan(text, tables).tokens)
    root = automaton.values[0]
    assert isinstance(root, Node)
    return root


def ours(child: Child) -> Any:
    if isinstance(child, Node):
        return child.name, child.start, child.end, [ours(inner) for inner in child.children]
    return None if child is None else (child.kind, child.text, child.start)


def theirs(child: Any) -> Any:
    if isinstance(child, LarkTree):
        return child.data, child.meta.start_pos, child.meta.end_pos, [theirs(inner) for inner in child.children]
    return None if child is None else (child.type, str(child), child.start_pos)


def without_parentheses_of(node: Any) -> Any:
    """Lark starts an operator's node behind the parenthesis of its first operand; we start it before."""
    if not isinstance(node, tuple) or len(node) != 4:
        return node
    return node[0], [without_parentheses_of(inner) for inner in node[3]]


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_our_trees_are_those_of_lark(path: Path) -> None:
    text = path.read_bytes().decode()
    mine, lark = ours(read(text, load_tables())), theirs(lark_parser().parse(text))
    assert without_parentheses_of(mine) == without_parentheses_of(lark)
    if "(" not in text:
        assert mine == lark


def test_shipped_tables_equal_those_made_in_memory(tmp_path: Path) -> None:
    shipped = json.loads(json.dumps(generate(grammar())))
    assert decode_tables(shipped).states == decode_tables(generate(grammar())).states
    memory, loaded = decode_tables(generate(grammar())), load_tables()
    for path in GOOD:
        text = path.read_bytes().decode()
        assert ours(read(text, memory)) == ours(read(text, loaded))


def test_the_grammar_has_no_conflict_and_no_collision() -> None:
    pytest.importorskip("interegular")
    assert lark_parser(strict=True).parse("guard 1").data == "start"


def test_the_build_hook_writes_the_same_tables_every_time(tmp_path: Path) -> None:
    pytest.importorskip("hatchling")
    spec = importlib.util.spec_from_file_location("build_tables", ROOT / "grammar" / "build_tables.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for folder in ("grammar", "guardrail/language"):
        (tmp_path / folder).mkdir(parents=True)
    for name in ("grammar/guard.lark", "guardrail/language/generate.py"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    first = module.write_tables(tmp_path).read_bytes()
    assert module.write_tables(tmp_path).read_bytes() == first
    assert json.loads(first) == json.loads(json.dumps(generate(grammar())))


def test_tables_of_another_grammar_are_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "guardrail" / "language"
    package.mkdir(parents=True)
    (tmp_path / "grammar").mkdir()
    (tmp_path / "grammar" / "guard.lark").write_text(grammar().replace('"shadow"', '"quietly"'), encoding="utf-8")
    (package / "tables.json").write_text(json.dumps(generate(grammar())), encoding="utf-8")
    monkeypatch.setattr(tables_module, "__file__", str(package / "tables.py"))
    changed = load_tables.__wrapped__()
    assert "quietly" in changed.keywords
    assert "shadow" not in changed.keywords


def test_without_tables_and_grammar_the_installation_is_blamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables_module, "__file__", str(tmp_path / "a" / "b" / "tables.py"))
    assert find_grammar(tmp_path / "a" / "b") is None
    with pytest.raises(FileNotFoundError, match="reinstall"):
        load_tables.__wrapped__()


def test_a_token_that_does_not_fit_leaves_the_stack_alone() -> None:
    automaton = Automaton(load_tables())
    tokens = scan('guard 1 list a from "x" } list', load_tables()).tokens
    fed = [automaton.feed(token) for token in tokens[:6]]
    before = list(automaton.states), list(automaton.values)
    assert fed == [True] * 6
    assert not automaton.feed(tokens[6])
    assert (automaton.states, automaton.values) == before
    assert "LIST" in automaton.accepted()
    assert automaton.try_out([Token("NAME", "list", 0, 4), Token("NAME", "b", 5, 6)]) == 2


def test_no_terminal_is_called_like_a_mistake() -> None:
    tables = load_tables()
    terminals = {*tables.keywords.values(), *tables.marks.values(), *dict(tables.patterns)}
    assert not [terminal for terminal in terminals if terminal.startswith("BAD_")]
