"""The `hidden_text` validator."""

from __future__ import annotations

from guardrail.text.subject import Subject
from guardrail.validators.contract import QUIET, Arguments, Facts, Outcome
from guardrail.validators.hidden_text import VALIDATOR

FACTS = Facts("input")


def run(text: str, *kinds: str) -> Outcome:
    return VALIDATOR.bind(Arguments({"kinds": kinds})).run(Subject.of_text(text), FACTS)


def test_a_clean_text_shares_the_quiet_outcome() -> None:
    assert run("plain") is QUIET
    assert run("café ❤️") is QUIET


def test_findings_have_spans_and_kinds_and_never_what_was_hidden() -> None:
    outcome = run("hi \U000e0041\U000e0042 x\u200by")
    assert outcome.truth
    assert [(match.start, match.end, match.label) for match in outcome.matches] == [
        (3, 5, "tags"),
        (7, 8, "zero_width"),
    ]
    assert "AB" not in " ".join(match.message for match in outcome.matches)


def test_only_the_named_kinds_are_looked_for() -> None:
    text = "hi \U000e0041 x\u200by ab\b"
    assert [match.label for match in run(text, "tags", "deletions").matches] == ["tags", "deletions"]
    assert run(text, "bidi") is QUIET


def test_no_named_kind_means_all() -> None:
    check = VALIDATOR.bind(Arguments())
    assert check.run(Subject.of_text("a\u200bb"), FACTS).truth


def test_decoded_strings_are_looked_at_where_they_stand() -> None:
    outcome = VALIDATOR.bind(Arguments()).run(Subject.of_json_text('{"a": "x\\u200by"}'), FACTS)
    assert [(match.at, match.start, match.end) for match in outcome.matches] == [("/a", 1, 2)]
