"""Models that stop in time: as many windows as an allowance admits, with the share of the text that they cover."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy
import pytest

from guardrail.engine.costs import WindowEstimate
from guardrail.engine.deadline import WindowAllowance
from guardrail.models.classifiers import Classifier, classifier
from guardrail.models.encoder import HEADS, Encoder, shared_encoder
from guardrail.models.topics import Topic, topic
from guardrail.models.wordpiece import WordPiece
from guardrail.text.subject import Subject
from guardrail.validators.contract import Facts
from guardrail.validators.model_support.classifier_check import ClassifierCheck
from tests.unit.budget_stage import MS, Hands
from tests.unit.standin_models import VOCABULARY, install, write_models

SENTENCE = "The shop on the corner opens at nine and closes at six. "
LONG = "".join(f"{number} of them: {SENTENCE}" for number in range(100))


class Some:
    """Admits so many windows."""

    def __init__(self, windows: int) -> None:
        self.left = windows
        self.shares: list[float] = []

    def admits(self, share: float) -> bool:
        self.shares.append(share)
        self.left -= 1
        return self.left >= 0


class Recorder:
    """Runs nothing, and counts."""

    def __init__(self) -> None:
        self.runs = 0

    def run(self, outputs: Sequence[str], inputs: Mapping[str, Any]) -> list[Any]:
        self.runs += 1
        widths = {"logits": len(HEADS)}
        return [numpy.ones((1, widths.get(output, 4)), dtype=numpy.float32) for output in outputs]


@pytest.fixture(scope="module")
def words() -> WordPiece:
    return WordPiece.load(VOCABULARY)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_models(tmp_path_factory.mktemp("models"))


def _count(words: WordPiece, text: str) -> int:
    return len(Encoder(Recorder(), words).read([text])[0])


def test_as_many_windows_run_as_are_admitted(words: WordPiece) -> None:
    session = Recorder()
    (reading,) = Encoder(session, words).read_within([LONG], Some(2))
    assert (len(reading.seen), session.runs) == (2, 2)
    whole = _count(words, LONG)
    assert whole > 4
    assert reading.covered == pytest.approx(2 / whole, abs=0.1)


def test_nothing_is_covered_without_a_window_and_all_with_all(words: WordPiece) -> None:
    whole = _count(words, LONG)
    for admitted, covered in ((0, 0.0), (whole, 1.0), (whole + 5, 1.0)):
        (reading,) = Encoder(Recorder(), words).read_within([LONG], Some(admitted))
        assert reading.covered == covered


def test_the_share_of_a_window_is_how_full_it_is(words: WordPiece) -> None:
    allowance = Some(100)
    Encoder(Recorder(), words).read_within([LONG, "two words"], allowance)
    assert all(0.5 < share <= 1.0 for share in allowance.shares[:-2])
    assert allowance.shares[-1] == 4 / 256


def test_a_text_without_a_word_is_covered(words: WordPiece) -> None:
    (reading,) = Encoder(Recorder(), words).read_within([" "], Some(0))
    assert (reading.seen, reading.covered) == ((), 1.0)


def test_what_was_seen_before_costs_nothing_and_the_rest_is_read_later(words: WordPiece) -> None:
    session = Recorder()
    encoder = Encoder(session, words)
    whole = _count(words, LONG)
    (first,) = encoder.read_within([LONG], Some(2))
    (second,) = encoder.read_within([LONG], Some(1))
    assert (len(first.seen), len(second.seen), session.runs) == (2, 3, 3)
    (again,) = encoder.read_within([LONG], Some(0))
    assert len(again.seen) == 3
    assert again.covered == second.covered
    assert len(encoder.read([LONG])[0]) == session.runs == whole
    (complete,) = encoder.read_within([LONG], Some(0))
    assert complete.covered == 1.0


@pytest.fixture
def toxicity(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Classifier:
    """With an encoder that has seen nothing yet."""
    install(monkeypatch, folder)
    known = classifier("toxicity")
    return Classifier(Encoder(shared_encoder().session, shared_encoder().words), "toxicity", known._card, known._scale)


def test_a_part_has_the_score_of_what_was_seen(toxicity: Classifier) -> None:
    text = LONG + "You are stupid. " + LONG
    (verdict,) = toxicity.judge([text], Some(2))
    assert verdict.score < 0.1
    assert 0 < verdict.covered < 0.5
    (verdict,) = toxicity.judge([text])
    assert verdict.score > 0.9
    assert verdict.covered == 1.0


def test_a_window_whose_sentences_nobody_has_time_for_carries_its_score_everywhere(toxicity: Classifier) -> None:
    text = f"{SENTENCE}You are stupid. {SENTENCE}"
    (verdict,) = toxicity.judge([text], Some(1))
    assert verdict.covered == 1.0, "the window was judged: only where it lies is not known"
    assert [text[place.start : place.end] for place in verdict.places if place.score > 0.5] == [
        SENTENCE.strip(),
        "You are stupid.",
        SENTENCE.strip(),
    ]


def test_sentences_judged_for_themselves_stop_in_time(toxicity: Classifier) -> None:
    text = f"One {SENTENCE}You are stupid. Two {SENTENCE}"
    verdict = toxicity.judge_sentences(text, Some(2))
    assert verdict.covered == pytest.approx((len(SENTENCE) + 4 + 16) / len(text))
    assert verdict.score > 0.9
    assert toxicity.judge_sentences(text).covered == 1.0


@pytest.mark.parametrize("by_sentence", [False, True])
def test_the_check_tells_its_coverage(toxicity: Classifier, by_sentence: bool) -> None:
    check = ClassifierCheck(toxicity, "rude", by_sentence=by_sentence)
    outcome, covered = check.run_within(Subject.of_text("You are stupid. " + LONG), Facts("output"), Some(2))
    assert 0 < covered < 0.9
    assert outcome.score is not None
    assert outcome.score > 0.9
    assert check.run_within(Subject.of_text("hello"), Facts("output"), None)[1] == 1.0


def test_of_several_texts_the_shares_are_weighed_by_length(toxicity: Classifier) -> None:
    check = ClassifierCheck(toxicity, "rude", by_sentence=False)
    subject = Subject.of_arguments({"first": "short and read", "second": LONG})
    _, covered = check.run_within(subject, Facts("tool_call"), Some(3))
    assert 0 < covered < 0.1


def test_a_topic_stops_in_time(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, folder)
    own: Topic = topic(("the shop opens at nine",))
    texts = [LONG + "unlike any other"]
    ((_, covered),) = own.scores_within(texts, Some(1))
    assert 0 < covered < 0.5
    ((score, covered),) = own.scores_within(texts, None)
    assert covered == 1.0
    assert own.scores(texts) == [score]


def test_an_allowance_admits_what_fits_and_then_nothing_more() -> None:
    clock = Hands()
    allowance = WindowAllowance(clock, 100 * MS, WindowEstimate(40_000))
    assert allowance.admits(1.0)
    clock.pass_by(40)
    assert allowance.admits(1.0)
    clock.pass_by(40)
    assert not allowance.admits(1.0)
    assert not allowance.admits(0.1), "a shorter window would fit, but what was left out comes before it"
    assert (allowance.run, allowance.stopped) == (2, True)


def test_windows_are_learnt_by_how_full_they_are() -> None:
    clock, estimate = Hands(), WindowEstimate(40_000)
    allowance = WindowAllowance(clock, float("inf"), estimate)
    for _ in range(500):
        assert allowance.admits(0.5)
        clock.pass_by(5)
    allowance.close()
    assert estimate.bound(1.0) == pytest.approx(40 * MS * 0.9975**500, rel=0.2)
    before = estimate.bound(0.5)
    assert allowance.admits(0.5)
    clock.pass_by(50)
    allowance.close()
    assert estimate.bound(0.5) == pytest.approx(1.25 * before)
