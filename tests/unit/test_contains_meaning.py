"""`contains(text, similarity:)` with the encoder: when it is asked, and what it then decides."""

from __future__ import annotations

from pathlib import Path

import pytest

from guardrail.models.likeness import Likeness, likeness
from guardrail.text.subject import Subject
from guardrail.validators.contains import ContainsCheck
from guardrail.validators.contains_support.rewording import MOST_READ, Rewording
from guardrail.validators.contract import ArgumentProblem, Arguments, Cost, Facts
from guardrail.validators.registry import find
from tests.unit.standin_models import install, write_models

REQUIRED = "Please talk to a doctor before you take it."
SAME_WORDS = "Rest well. Before you take it, please talk to a doctor."
LIKE_WORDS = "Please talk to a lawyer before you sign it."
OTHER_WORDS = "Tomatoes need plenty of sun from May on."


class Meanings(Likeness):
    """Says the same of every text, and remembers what it was asked."""

    __slots__ = ("answer", "asked")

    def __init__(self, answer: float) -> None:
        self.answer = answer
        self.asked: list[str] = []

    def of(self, text: str) -> float:
        self.asked.append(text)
        return self.answer


def holds(text: str, meaning: Meanings | None, similarity: float = 0.8) -> bool:
    check = ContainsCheck(REQUIRED, Rewording(REQUIRED, similarity, meaning))
    return check.run(Subject.of_text(text), Facts("output")).truth


@pytest.mark.parametrize("text", [REQUIRED.upper(), SAME_WORDS])
def test_meaning_is_not_asked_where_words_say_yes(text: str) -> None:
    meaning = Meanings(-1.0)
    assert holds(text, meaning)
    assert meaning.asked == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        OTHER_WORDS,
        "Please talk to a doctor.",
        "Please do not talk to a doctor before you take it.",
    ],
    ids=["empty", "other words", "too short", "negated"],
)
def test_meaning_is_not_asked_where_words_say_no(text: str) -> None:
    meaning = Meanings(1.0)
    assert not holds(text, meaning)
    assert meaning.asked == []


def test_meaning_decides_between() -> None:
    assert [holds(LIKE_WORDS, Meanings(score)) for score in (0.2, 0.79, 0.8)] == [False, False, True]
    assert holds(LIKE_WORDS, None), "without the encoder the shared words are all there is"


def test_a_higher_similarity_never_lets_more_pass() -> None:
    for text in (REQUIRED, SAME_WORDS, LIKE_WORDS, OTHER_WORDS):
        held = [holds(text, Meanings(0.85), similarity / 20) for similarity in range(21)]
        assert held == sorted(held, reverse=True)


def test_numbers_must_stand_in_the_other_text_whatever_it_means() -> None:
    required = "Returns are free within 30 days of delivery."
    rewording = Rewording(required, 0.8, Meanings(1.0))
    assert rewording.stands_in("You can send it back for free in 30 days.") == rewording.stands_in(required)
    assert not rewording.stands_in("Returns are possible within 14 days of delivery.")


def test_few_stretches_of_a_long_text_are_read() -> None:
    meaning = Meanings(0.0)
    assert not holds(f"{LIKE_WORDS} " * 50, meaning)
    assert len(meaning.asked) == MOST_READ


def test_the_encoder_compares_texts(standin_models: None) -> None:
    compared = likeness(REQUIRED)
    assert compared is not None
    assert compared.of(REQUIRED) == pytest.approx(1.0, abs=1e-5)
    assert compared.of(SAME_WORDS.removeprefix("Rest well. ")) > compared.of(OTHER_WORDS)
    assert compared.of("") == -1.0


def test_what_is_longer_than_a_window_or_has_no_word_is_compared_by_words(standin_models: None) -> None:
    assert likeness(" ".join(f"Sentence {number} says something else." for number in range(200))) is None
    assert likeness("") is None


def _bound(**values: object) -> ContainsCheck:
    validator = find("contains")
    assert validator is not None
    check = validator.bind(Arguments({"text": REQUIRED, **values}))  # type: ignore[arg-type]
    assert isinstance(check, ContainsCheck)
    return check


def test_a_check_is_dearer_only_where_it_may_ask_the_encoder(standin_models: None) -> None:
    assert [_bound().cost, _bound(similarity=0.8).cost] == [Cost.C1, Cost.C2]
    assert _bound().light


def test_without_weights_words_decide(absent_models: None) -> None:
    check = _bound(similarity=0.8)
    assert check.cost == Cost.C1
    assert check.run(Subject.of_text(SAME_WORDS), Facts("output")).truth


def test_a_damaged_encoder_is_said_to_be_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_models(tmp_path)
    (folder / "weights" / "guard.onnx").write_bytes(b"broken")
    install(monkeypatch, folder)
    assert not _bound().run(Subject.of_text(OTHER_WORDS), Facts("output")).truth
    with pytest.raises(ArgumentProblem, match="the model that compares meanings cannot be used") as caught:
        _bound(similarity=0.8)
    assert caught.value.code == "G703"
