"""One automaton over many literals: every occurrence of every literal, overlapping ones included, in one pass.

Overlaps are never resolved in here: an automaton that keeps the leftmost of two overlapping hits can let one that
fails its boundary test ("sLAB DYNAMICS") hide one that passes ("DYNAMICS CORP").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

Occurrence: TypeAlias = tuple[int, int, int]
"""The literal's place in the sequence the automaton was built from, then start and end in the text."""

Finder: TypeAlias = Callable[[str], Sequence[Occurrence]]
"""All occurrences in a text, in no promised order; empty when there is none. Immutable, shared among threads."""

Backend: TypeAlias = Callable[[Sequence[str]], Finder]
"""Builds a finder from distinct literals, none of them empty; raises ImportError where its library is missing."""

DFA_CHARACTERS = 3_000_000
"""Literals of up to so many characters in all become a DFA (some 100 bytes a character, scanning at 2.6 ns a
character whatever the number of literals); more than that a contiguous NFA (6 bytes, 4 ns)."""

_HEAD = 8


def build_finder(literals: Sequence[str]) -> Finder:
    """A finder over distinct non-empty literals, from the fastest backend whose library is there.

    >>> sorted(build_finder(["lab", "labs", "abs"])("labs"))
    [(0, 0, 3), (1, 0, 4), (2, 1, 4)]
    """
    if not literals:
        return _find_nothing
    for backend in backends():
        try:
            return backend(literals)
        except ImportError:
            continue
    raise AssertionError("the last backend needs no library")


def backends() -> tuple[Backend, ...]:
    """The backends from the fastest to the one that always works; all of them find the same occurrences."""
    return (rust_finder, pure_finder)


def rust_finder(literals: Sequence[str]) -> Finder:
    """A finder by `ahocorasick_rs`; raises ImportError where there is no wheel for the platform."""
    from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

    small = sum(map(len, literals)) <= DFA_CHARACTERS
    automaton: Any = AhoCorasick(
        literals,
        matchkind=MatchKind.Standard,
        implementation=Implementation.DFA if small else Implementation.ContiguousNFA,
        store_patterns=False,
    )
    search = automaton.find_matches_as_indexes

    def find(text: str) -> list[Occurrence]:
        found: list[Occurrence] = search(text, True)
        return found

    return find


def pure_finder(literals: Sequence[str]) -> Finder:
    """A finder by the standard library alone.

    The first eight characters of all literals become a trie written as one regular expression (bounded, so that
    no list can nest it deeper than `re` takes); where it matches, the literals with that head are compared.
    """
    heads: dict[str, list[tuple[str, int]]] = {}
    for place, literal in enumerate(literals):
        heads.setdefault(literal[:_HEAD], []).append((literal, place))
    expression = re.compile(f"(?=({_trie_expression(heads)}))")

    def find(text: str) -> list[Occurrence]:
        found: list[Occurrence] = []
        for match in expression.finditer(text):
            start, longest = match.start(), match[1]
            for length in range(1, len(longest) + 1):
                for literal, place in heads.get(longest[:length], ()):
                    if text.startswith(literal, start):
                        found.append((place, start, start + len(literal)))
        return found

    return find


def _trie_expression(heads: dict[str, list[tuple[str, int]]]) -> str:
    trie: dict[str, Any] = {}
    for head in heads:
        node = trie
        for character in head:
            node = node.setdefault(character, {})
        node[""] = {}
    return _alternatives(trie)


def _alternatives(node: dict[str, Any]) -> str:
    """The longest way first: each head that is a prefix of what matched is looked up afterwards."""
    ways = [re.escape(character) + _alternatives(rest) for character, rest in node.items() if character]
    if not ways:
        return ""
    joined = ways[0] if len(ways) == 1 and "" not in node else f"(?:{'|'.join(ways)})"
    return f"{joined}?" if "" in node else joined


def _find_nothing(text: str) -> Sequence[Occurrence]:
    return ()
