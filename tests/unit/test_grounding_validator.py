"""The validator: what it needs with the call, and what it reports."""

from __future__ import annotations

import pytest

from guardrail.models.grounding import scorer
from guardrail.text.requests import CheckFault
from guardrail.text.subject import Subject
from guardrail.validators.contract import Arguments, Facts, Outcome
from guardrail.validators.grounding import VALIDATOR, GroundingCheck
from tests.unit.standin_grounding import standin_scorer

PASSAGES = ("The mill was built in 1720 by the town.",)
MILL = "The mill was built in 1720. Otto Krug sold it to Rome in 1990. Otto Krug also owns 7 ships."


def run(text: str, context: tuple[str, ...] | None = PASSAGES, question: str | None = None) -> Outcome:
    return GroundingCheck(standin_scorer()).run(Subject.of_text(text), Facts("output", context, question))


def test_unsupported_sentences_are_the_matches_and_the_message_counts_them() -> None:
    found = run(MILL)
    assert found.score is not None and found.score < 0.5
    assert [MILL[match.start : match.end] for match in found.matches] == [
        "Otto Krug sold it to Rome in 1990.",
        "Otto Krug also owns 7 ships.",
    ]
    assert {match.message for match in found.matches} == {"2 of 3 statements are not supported by the passages"}


def test_a_supported_answer_has_a_high_score() -> None:
    found = run("The mill was built in 1720 by the town.")
    assert (found.score, found.matches, found.message) == (1.0, (), "")


def test_one_unsupported_statement_among_talk() -> None:
    found = run("Hello! Otto Krug sold Rome in 1990. Let me know if you need more.")
    assert [match.message for match in found.matches] == ["not supported by the passages"]


def test_passages_must_be_given() -> None:
    with pytest.raises(CheckFault, match="needs `context` to be given"):
        run(MILL, None)


def test_no_passage_supports_nothing() -> None:
    assert run("The mill is old.", ()).score == 0.0


def test_a_policy_that_names_the_question_needs_it() -> None:
    check = GroundingCheck(standin_scorer(), question_needed=True)
    with pytest.raises(CheckFault, match="needs `question` to be given"):
        check.run(Subject.of_text(MILL), Facts("output", PASSAGES))
    found = check.run(Subject.of_text("The town."), Facts("output", PASSAGES, "Who built the mill?"))
    assert found.score is not None and found.score > 0.9


def test_an_empty_answer_is_supported() -> None:
    assert run("").score == 1.0


def test_binding_reads_which_subjects_the_policy_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guardrail.validators.grounding.shared_scorer", standin_scorer)
    check = VALIDATOR.bind(Arguments({"against": "context", "question": "question"}))
    with pytest.raises(CheckFault):
        check.run(Subject.of_text(MILL), Facts("output", PASSAGES))
    assert scorer.SUPPORTED == 0.5
