"""`mentions(list)`."""

from __future__ import annotations

import pytest

from guardrail.text.requests import WordList
from guardrail.text.scanner.scanner import build_scanner
from guardrail.text.subject import Piece
from guardrail.validators.contract import ArgumentProblem, Arguments, Match, Returns, Stream
from guardrail.validators.registry import find


def test_its_signature() -> None:
    validator = find("mentions")
    assert validator is not None
    assert validator.signature.returns is Returns.FINDINGS
    assert validator.signature.stream is Stream.PREFIX
    assert validator.signature.spans


def test_every_hit_is_a_match_in_the_original() -> None:
    validator = find("mentions")
    assert validator is not None
    check = validator.bind(Arguments({"list": WordList("rivals", ("Globex",))}))
    assert check.request is not None
    piece = Piece("ＧLOBEX and globex", "/answer")
    found = build_scanner([check.request]).scan(piece)
    assert found is not None
    outcome = check.judge(found[0], piece)
    assert outcome.truth
    assert outcome.matches == (Match(0, 6, at="/answer"), Match(11, 17, at="/answer"))


@pytest.mark.parametrize("entries", [(), ("",), (" ", "\t")])
def test_a_list_without_entries_is_refused(entries: tuple[str, ...]) -> None:
    validator = find("mentions")
    assert validator is not None
    with pytest.raises(ArgumentProblem, match="`rivals` has no entry") as problem:
        validator.bind(Arguments({"list": WordList("rivals", entries)}))
    assert (problem.value.code, problem.value.parameter) == ("G410", "list")
