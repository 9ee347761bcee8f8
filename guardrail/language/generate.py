"""From the grammar to parse tables as plain data: the one place that uses Lark, at build time or in a checkout.

Nothing here imports the package, so that the build hook can load this file alone.
"""

from __future__ import annotations

import hashlib
from typing import Any, TypeAlias

FORMAT = 1
"""Raised whenever the layout below changes, so that older tables are never read as newer ones."""

Json: TypeAlias = dict[str, Any]


def grammar_hash(grammar: str) -> str:
    """The SHA-256 of a grammar in hex, the same whatever line endings the checkout uses.

    >>> grammar_hash("a\\r\\nb") == grammar_hash("a\\nb")
    True
    """
    return hashlib.sha256(grammar.replace("\r\n", "\n").encode()).hexdigest()


def generate(grammar: str) -> Json:
    """The LALR(1) tables of `grammar` as JSON-able data.

    `patterns` are `[terminal, regular expression]` in the order they are tried, `literals` maps a keyword or a
    punctuation mark to its terminal. A rule is `[origin, node name, size, single, children]`: `children` are the
    kept places of the right side, `null` for an absent optional part, and `-1 - place` where a child's own children
    are spliced in; `single` nodes vanish when they have one child. A state is a flat list of symbol, action pairs:
    an action of zero or more shifts to that state, a negative one reduces by rule `-1 - action`. Raises
    `lark.exceptions.GrammarError` when the grammar is wrong.
    """
    from lark import Lark
    from lark.grammar import Rule
    from lark.lexer import TerminalDef

    lark = Lark(grammar, parser="lalr", lexer="contextual", maybe_placeholders=True)
    data, memo = lark.memo_serialize([TerminalDef, Rule])
    parser = data["parser"]
    table = parser["parser"]
    references = [reference["@"] for reference in data["rules"]]
    place = {reference: index for index, reference in enumerate(references)}
    states = {
        state: {table["tokens"][symbol]: -1 - place[to["@"]] if kind == 1 else to for symbol, (kind, to) in row.items()}
        for state, row in table["states"].items()
    }
    symbols = sorted(table["tokens"].values())
    start = table["start_states"]["start"]
    order = _order(states, start)
    return {
        "format": FORMAT,
        "grammar": grammar_hash(grammar),
        **_terminals([memo[reference["@"]] for reference in parser["lexer_conf"]["terminals"]]),
        "symbols": symbols,
        "rules": [_rule(memo[reference]) for reference in references],
        "states": [_flat(states[state], symbols, order) for state in order],
        "start": order[start],
        "end": order[table["end_states"]["start"]],
    }


def _terminals(definitions: list[Json]) -> Json:
    patterns = [d for d in definitions if d["pattern"]["__type__"] == "PatternRE"]
    literals = [d for d in definitions if d["pattern"]["__type__"] == "PatternStr"]
    patterns.sort(key=lambda d: (-d["priority"], -len(d["pattern"]["value"]), d["name"]))
    return {
        "patterns": [[d["name"], d["pattern"]["value"]] for d in patterns],
        "literals": {d["pattern"]["value"]: d["name"] for d in sorted(literals, key=lambda d: str(d["name"]))},
    }


def _rule(rule: Json) -> list[Any]:
    options = rule["options"]
    expansion = rule["expansion"]
    gaps = _gaps(options["empty_indices"], len(expansion))
    children: list[int | None] = []
    for index, symbol in enumerate(expansion):
        children += [None] * gaps[index]
        if symbol["__type__"] == "NonTerminal":
            children.append(-1 - index if symbol["name"].startswith("_") else index)
        elif options["keep_all_tokens"] or not symbol["filter_out"]:
            children.append(index)
    children += [None] * gaps[-1]
    origin = str(rule["origin"]["name"])
    single = bool(options["expand1"]) and not rule["alias"]
    return [origin, rule["alias"] or origin, len(expansion), single, children]


def _gaps(empty: list[bool], size: int) -> list[int]:
    """How many absent optional parts stand before each place of the right side, and after the last."""
    if not empty:
        return [0] * (size + 1)
    return [len(run) for run in "".join("1" if missing else "0" for missing in empty).split("0")]


def _order(states: dict[int, dict[str, int]], start: int) -> dict[int, int]:
    """New numbers for the states, breadth first: Lark's own differ from run to run, and builds must not."""
    order = {start: 0}
    queue = [start]
    for state in queue:
        for _, target in sorted(states[state].items()):
            if target >= 0 and target not in order:
                order[target] = len(order)
                queue.append(target)
    return order


def _flat(row: dict[str, int], symbols: list[str], order: dict[int, int]) -> list[int]:
    flat: list[int] = []
    for symbol, target in sorted(row.items()):
        flat += [symbols.index(symbol), order[target] if target >= 0 else target]
    return flat
