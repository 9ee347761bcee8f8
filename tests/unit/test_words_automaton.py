"""The automaton's backends, and the choice among them."""

from __future__ import annotations

import pytest

from guardrail.text.scanner import automaton
from guardrail.text.scanner.automaton import Finder, build_finder, pure_finder, rust_finder

_LITERALS = ("lab", "labs", "lab dynamics", "dynamics", "abs", "amic", "ß", "東京", "x" * 40, "xx")


def _found(finder: Finder, text: str) -> list[tuple[str, int, int]]:
    return sorted((_LITERALS[place], start, end) for place, start, end in finder(text))


@pytest.mark.parametrize("backend", [rust_finder, pure_finder])
def test_every_overlapping_occurrence_is_found(backend: automaton.Backend) -> None:
    found = _found(backend(_LITERALS), "slab dynamicslabs ß東京")
    assert found == [
        ("abs", 14, 17),
        ("amic", 8, 12),
        ("dynamics", 5, 13),
        ("lab", 1, 4),
        ("lab", 13, 16),
        ("lab dynamics", 1, 13),
        ("labs", 13, 17),
        ("ß", 18, 19),
        ("東京", 19, 21),
    ]


def test_backends_agree_on_long_literals() -> None:
    text = "x" * 45
    assert _found(rust_finder(_LITERALS), text) == _found(pure_finder(_LITERALS), text)


def test_a_list_as_nested_as_can_be_builds_without_the_library() -> None:
    literals = ["a" * length for length in range(1, 400)]
    assert len(pure_finder(literals)("a" * 400)) == sum(400 - length + 1 for length in range(1, 400))


def test_no_literals_find_nothing() -> None:
    assert not build_finder([])("anything")


def test_a_missing_library_gives_the_pure_backend(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(literals: object) -> Finder:
        raise ImportError("no wheel for this platform")

    monkeypatch.setattr(automaton, "rust_finder", missing)
    assert _found(build_finder(_LITERALS), "a lab") == [("lab", 2, 5)]


def test_many_literals_become_an_nfa_and_find_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = _found(rust_finder(_LITERALS), "slab dynamicslabs")
    monkeypatch.setattr(automaton, "DFA_CHARACTERS", 0)
    assert _found(rust_finder(_LITERALS), "slab dynamicslabs") == expected
