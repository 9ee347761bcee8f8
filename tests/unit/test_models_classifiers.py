"""Classifiers over stand-in models: scores, levels, and which sentences carry them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from guardrail import models
from guardrail.models.cards import sigmoid, threshold
from guardrail.models.classifiers import TOXICITY_CATEGORIES, Classifier, Verdict, classifier
from guardrail.models.encoder import HEADS, Encoder, Reading, shared_encoder
from guardrail.models.problems import ModelMissing
from guardrail.text.requests import CheckFault
from tests.unit.standin_models import install, write_models

BENIGN = "The shop opens at nine. "


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_models(tmp_path_factory.mktemp("models"))


@pytest.fixture
def toxicity(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Classifier:
    install(monkeypatch, folder)
    return classifier("toxicity")


def carried(text: str, verdict: Verdict, level: str) -> list[str]:
    least = threshold("toxicity", level)
    return [text[place.start : place.end] for place in verdict.places if place.score >= least]


def test_the_score_is_calibrated(toxicity: Classifier) -> None:
    assert toxicity.scores(["you are stupid", "hello", "", "..."]) == pytest.approx(
        [sigmoid(3.0), sigmoid(-6.0), 0.0, sigmoid(-6.0)]
    )


def test_the_highest_window_counts(toxicity: Classifier) -> None:
    text = BENIGN * 80 + "You are stupid. " + BENIGN * 80
    assert toxicity.scores([text]) == pytest.approx([sigmoid(3.0)])


def test_only_the_sentence_that_carries_the_score_is_marked(toxicity: Classifier) -> None:
    for text in (f"{BENIGN}You are stupid. {BENIGN}", BENIGN * 80 + "You are stupid. " + BENIGN * 80):
        (verdict,) = toxicity.judge([text])
        assert verdict.score == pytest.approx(sigmoid(3.0))
        assert carried(text, verdict, "likely") == ["You are stupid."]


def test_every_sentence_that_reaches_the_threshold_is_marked(toxicity: Classifier) -> None:
    text = f"{BENIGN}You are stupid. {BENIGN}I will hurt you. Damn."
    (verdict,) = toxicity.judge([text])
    assert carried(text, verdict, "likely") == ["You are stupid.", "I will hurt you."]
    assert carried(text, verdict, "very_likely") == ["You are stupid."]
    assert carried(text, verdict, "possible") == ["You are stupid.", "I will hurt you.", "Damn."]


def test_the_place_is_the_disguised_one(toxicity: Classifier) -> None:
    text = f"{BENIGN}You are s t u\u200b p i d!!!!! {BENIGN}"
    (verdict,) = toxicity.judge([text])
    assert carried(text, verdict, "likely") == ["You are s t u\u200b p i d!!!!!"]


def test_sentences_judged_for_themselves(toxicity: Classifier) -> None:
    text = f"{BENIGN}You are stupid.\n{BENIGN}I will hurt you."
    verdict = toxicity.judge_sentences(text)
    assert verdict.score == pytest.approx(sigmoid(3.0))
    assert carried(text, verdict, "likely") == ["You are stupid.", "I will hurt you."]
    assert toxicity.judge_sentences("") == Verdict(0.0)


def test_no_place_scores_higher_than_its_text(toxicity: Classifier) -> None:
    texts = [f"{BENIGN * count}You are stupid. I will hurt you." for count in (0, 3, 90)]
    for verdict in toxicity.judge([*texts, BENIGN, BENIGN * 90, "", "..."]):
        assert max((place.score for place in verdict.places), default=0.0) == verdict.score


def test_a_text_of_megabytes_is_refused_sentence_by_sentence_too(toxicity: Classifier) -> None:
    with pytest.raises(CheckFault, match="longer than"):
        toxicity.judge_sentences("a. " * 400_000)


def test_what_sentences_say_only_together_marks_all_of_them(toxicity: Classifier) -> None:
    class Together(Encoder):
        """A window of two sentences is toxic, each alone is not."""

        def read_within(self, texts, allowance, max_tokens=256):  # type: ignore[no-untyped-def]
            found = super().read_within(texts, allowance, max_tokens)
            return [
                Reading(
                    tuple(
                        replace(one, logits=(4.0 if len(one.sentences) > 1 else -6.0,) * len(HEADS))
                        for one in reading.seen
                    )
                )
                for reading in found
            ]

    known = shared_encoder()
    together = Classifier(Together(known.session, known.words), "toxicity", toxicity._card, toxicity._card)
    text = "Everyone like you. Should leave."
    (verdict,) = together.judge([text])
    assert carried(text, verdict, "likely") == ["Everyone like you.", "Should leave."]


def test_equal_texts_and_both_heads_share_one_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, folder)
    known = shared_encoder()
    runs: list[int] = []

    class Counting:
        def run(self, outputs, inputs):  # type: ignore[no-untyped-def]
            runs.append(len(inputs["ids"]))
            return known.session.run(outputs, inputs)

    encoder = Encoder(Counting(), known.words)
    heads = [Classifier(encoder, head, *[classifier(head)._card] * 2) for head in ("toxicity", "injection")]
    for head in heads:
        head.scores(["a text that nobody has seen", "a text that nobody has seen"])
    assert runs == [1]


@pytest.mark.parametrize("category", TOXICITY_CATEGORIES)
def test_a_category_is_put_on_the_scale_of_its_validator(
    category: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, folder)
    (low,) = classifier("toxicity", category).scores(["nothing at all"])
    assert low < threshold("toxicity", "possible")
    (threat,) = classifier("toxicity", "threat").scores(["I will hurt you"])
    assert threat >= threshold("toxicity", "very_likely")


def test_without_weights_or_cards_the_model_is_missing(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, tmp_path)
    with pytest.raises(ModelMissing):
        classifier("toxicity")
    half = write_models(tmp_path / "half")
    (half / "cards" / "injection.json").unlink()
    install(monkeypatch, half)
    assert classifier("toxicity")
    with pytest.raises(ModelMissing):
        classifier("injection")


# ------------------------------------------------------------------ guardrail.models.score


def test_score_takes_texts_in_any_number(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, folder)
    texts = [f"{word} {number}" for number in range(70) for word in ("stupid", "ignore")]
    assert models.score("toxicity", texts) == pytest.approx([sigmoid(3.0), sigmoid(-6.0)] * 70)
    assert models.score("injection", texts) == pytest.approx([sigmoid(-6.0), sigmoid(4.0)] * 70)
    assert models.score("toxicity", []) == []


@pytest.mark.parametrize(
    ("name", "items", "kind"),
    [
        ("toxic", ["a"], ValueError),
        ("toxicity", "a", TypeError),
        ("toxicity", [1], TypeError),
        ("grounding", ["a"], TypeError),
        ("grounding", [{"answer": "a"}], TypeError),
    ],
)
def test_score_refuses_what_it_cannot_take(name: str, items: object, kind: type[Exception]) -> None:
    with pytest.raises(kind):
        models.score(name, items)  # type: ignore[arg-type]
