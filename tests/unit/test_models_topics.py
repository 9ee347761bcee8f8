"""Topics: the similarity as a pure function, and lists over stand-in models."""

from __future__ import annotations

import json
from pathlib import Path

import numpy
import pytest

from guardrail.models import topics, weights
from guardrail.models.cards import Card
from guardrail.models.encoder import Encoder, shared_encoder
from guardrail.models.topic_embeddings import FILE, embedded, made
from guardrail.models.topics import Weighing, similarity, topic
from tests.unit.standin_models import CARDS, install, write_manifest, write_models


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_models(tmp_path_factory.mktemp("models"))


def row(*values: float) -> numpy.ndarray:
    vector = numpy.array([values], dtype=numpy.float32)
    return vector / numpy.linalg.norm(vector)


def test_phrases_weigh_more_the_nearer_they_are() -> None:
    phrases = numpy.concatenate([row(1, 0), row(0, 1), row(-1, 0)])
    kind = Weighing(concentration=2.0)
    expected = numpy.log((numpy.exp(2) + 1 + numpy.exp(-2)) / 3)
    assert similarity(row(1, 0), phrases, weighing=kind) == pytest.approx(expected, abs=1e-6)
    assert similarity(row(1, 1), phrases, weighing=kind) < expected


def test_how_many_phrases_there_are_does_not_matter() -> None:
    once, often = row(1, 0), numpy.concatenate([row(1, 0)] * 9)
    assert similarity(row(1, 2), once, row(0, 1)) == pytest.approx(similarity(row(1, 2), often, row(0, 1)))


def test_the_highest_stretch_counts() -> None:
    both = numpy.concatenate([row(0, 1), row(1, 0)])
    assert similarity(both, row(1, 0)) == similarity(row(1, 0), row(1, 0))


def test_a_text_between_a_phrase_and_a_near_miss_is_as_likely_either() -> None:
    phrases, near = row(1, 0), row(0, 1)
    assert similarity(row(1, 1), phrases, near) == pytest.approx(0, abs=1e-6)
    assert similarity(row(3, 1), phrases, near) > 0 > similarity(row(1, 3), phrases, near)


def test_ordinary_phrases_count_by_their_share() -> None:
    phrases, near, ordinary = row(1, 0, 0), row(0, 1, 0), row(0, 0, 1)
    kind = Weighing(concentration=3.0, ordinary=0.25)
    text = row(2, 1, 3)
    x, y, z = numpy.exp(3 * text[0])
    expected = numpy.log(x / (0.75 * y + 0.25 * z))
    assert similarity(text, phrases, near, ordinary, kind) == pytest.approx(expected, abs=1e-6)
    assert similarity(text, phrases, None, ordinary, kind) == pytest.approx(numpy.log(x / z), abs=1e-6)


def test_without_a_stretch_or_a_phrase_nothing_is_similar() -> None:
    empty = numpy.zeros((0, 0))
    assert similarity(empty, row(1, 0)) == -numpy.inf
    assert similarity(row(1, 0), empty) == -numpy.inf
    assert similarity(row(1, 0), row(1, 0), empty, empty) == pytest.approx(12)


def test_figures_come_from_the_card() -> None:
    own = Card("topic", 1, 0, {}, {"concentration": 5.0, "chance": 0.1})
    assert Weighing.of(own) == Weighing(concentration=5.0, chance=0.1)


def test_a_text_that_is_a_phrase_is_on_the_topic(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, folder)
    found = topic(["my head hurts badly", "which pills help"])
    on, off, empty = found.scores(["which pills help", "quarterly revenue grew", ""])
    assert on > 0.99 > 0.5 > off
    assert empty == 0.0
    long = "Quarterly revenue grew. " * 30 + "Which pills help"
    assert found.scores([long])[0] > off


def test_a_shipped_list_brings_its_near_misses_and_card(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = write_models(tmp_path / "models")
    shipped = tmp_path / "topics"
    shipped.mkdir()
    (shipped / "medical.txt").write_text("# phrases\n\nmy head hurts badly\nwhich pills help\n", "utf-8")
    (shipped / "medical.near.txt").write_text("my laptop has a virus\n", "utf-8")
    install(monkeypatch, mine)
    monkeypatch.setattr(topics, "folder", lambda: shipped)
    phrases = ["my head hurts badly", "which pills help"]
    assert topics.shipped_name(tuple(reversed(phrases))) == "medical"
    assert topics.shipped_name(("my laptop has a virus",)) is None
    own = topic([*phrases, "another phrase of a team"])
    medical = topic(phrases)
    text = ["my laptop has a virus"]
    assert medical.scores(text)[0] < own.scores(text)[0]
    assert medical.scores(phrases) == pytest.approx(own.scores(phrases))
    levels = {"possible": 0.1, "likely": 0.2, "very_likely": 0.3}
    (mine / "cards" / "topic_medical.json").write_text(json.dumps({**CARDS["topic"], "levels": levels}), "utf-8")
    carded = topic(phrases)
    # On its own card the score is higher, so on the common scale it is too.
    assert carded.scores(["my laptop hurts"])[0] > medical.scores(["my laptop hurts"])[0]


def test_embeddings_that_come_with_the_weights_are_read_not_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = write_models(tmp_path)
    install(monkeypatch, mine)
    encoder = shared_encoder()
    known, other = ("my head hurts badly", "which pills help"), ("a dog that barks",)
    numpy.savez_compressed(mine / "weights" / FILE, **made(encoder, [known]))
    write_manifest(mine / "weights")
    again = tmp_path / "again"
    mine.joinpath("weights").rename(again)
    monkeypatch.setattr(weights, "folder", lambda: again)

    class Refusing:
        def run(self, outputs, inputs):  # type: ignore[no-untyped-def]
            raise AssertionError("runs")

    fresh = Encoder(Refusing(), encoder.words, encoder.model_hash)
    expected = embedded(encoder, known)
    assert numpy.allclose(embedded(fresh, known[::-1]), expected, atol=1e-3)
    with pytest.raises(AssertionError, match="runs"):
        embedded(fresh, other)


def test_the_shipped_topics_are_known_by_their_phrases() -> None:
    for path in topics.folder().glob("*.txt"):
        if not path.name.endswith(".near.txt"):
            assert topics.shipped_name(topics._lines(path)) == path.stem
