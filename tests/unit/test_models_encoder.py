"""The shared encoder: one window a run, equal texts once, bounds, and where it comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy
import pytest

from guardrail.models import encoder as encoders
from guardrail.models.encoder import HEADS, Encoder, Memory, shared_encoder
from guardrail.models.problems import ModelMissing
from guardrail.models.wordpiece import WordPiece
from guardrail.text.requests import CheckFault
from tests.unit.standin_models import VOCABULARY, install, write_models


class Recorder:
    """Runs nothing; remembers the batches, and answers with the number of each window's tokens."""

    def __init__(self) -> None:
        self.batches: list[tuple[int, int]] = []

    def run(self, outputs: Sequence[str], inputs: Mapping[str, Any]) -> list[Any]:
        ids = inputs["ids"]
        self.batches.append(ids.shape)
        logits = numpy.repeat((ids != 0).sum(axis=1, keepdims=True), len(HEADS), axis=1).astype(numpy.float32)
        return [logits, numpy.ones((len(ids), 384), numpy.float32), numpy.ones((len(ids), 768), numpy.float32)]


@pytest.fixture(scope="module")
def words() -> WordPiece:
    return WordPiece.load(VOCABULARY)


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_models(tmp_path_factory.mktemp("models"))


def test_each_text_gets_its_own_windows_in_order(words: WordPiece) -> None:
    encoder = Encoder(Recorder(), words)
    texts = ["one two", "", "one " * 600, "three four five"]
    found = encoder.read(texts)
    lengths = [[int(one.logits[0]) for one in seen] for seen in found]
    assert lengths[0] == [4]
    assert lengths[1] == []
    assert lengths[3] == [5]
    # One sentence of 600 words, cut every 400 characters.
    assert sum(lengths[2]) - 2 * len(lengths[2]) >= 600


def test_equal_texts_run_once(words: WordPiece) -> None:
    session = Recorder()
    encoder = Encoder(session, words)
    first = encoder.read(["same", "same", "other"])
    assert len(session.batches) == 2
    assert encoder.read(["other", "same"]) == [first[2], first[0]]
    assert len(session.batches) == 2


def test_the_length_of_windows_tells_readings_apart(words: WordPiece) -> None:
    session = Recorder()
    encoder = Encoder(session, words)
    text = "A sentence of some words. " * 20
    assert len(encoder.read([text])[0]) == 1
    assert len(encoder.read([text], 64)[0]) > 1


def test_windows_run_one_at_a_time_without_padding(words: WordPiece) -> None:
    session = Recorder()
    texts = [f"number {'and ' * (7 * place % 60)} {place}" for place in range(20)]
    found = Encoder(session, words).read(texts)
    assert session.batches == [(1, int(seen[0].logits[0])) for seen in found]


def test_a_long_text_is_run_window_by_window(words: WordPiece) -> None:
    session = Recorder()
    Encoder(session, words).read(["This is a sentence like any other. " * 2_000])
    assert len(session.batches) > 60
    assert all(rows == 1 and length <= 256 for rows, length in session.batches)


def test_a_text_of_megabytes_is_refused_before_anything_runs(words: WordPiece) -> None:
    session = Recorder()
    with pytest.raises(CheckFault, match="longer than 1,000,000 characters"):
        Encoder(session, words).read(["a" * 1_000_001])
    assert session.batches == []


def test_memory_is_bounded_in_texts_and_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoders, "_CACHED_TEXTS", 3)
    monkeypatch.setattr(encoders, "_CACHED_CHARACTERS", 100)
    memory = Memory("")
    keys = [memory.key(str(number), 256) for number in range(5)]
    for key in keys[:4]:
        memory.put(key, (), 10)
    assert len(memory) == 3
    assert memory.get(keys[0]) is None
    assert memory.get(keys[1]) == ()
    memory.put(keys[4], (), 26)
    assert memory.get(keys[4]) is None, "too long to be worth a place"
    memory.put(keys[1], (), 25)
    assert len(memory) == 3


def test_another_model_has_another_key() -> None:
    assert Memory("a").key("text", 256) != Memory("b").key("text", 256)
    assert Memory("a").key("text", 256) != Memory("a").key("text", 64)


def test_an_embedding_does_not_keep_the_whole_output(words: WordPiece) -> None:
    (seen,), *_ = Encoder(Recorder(), words).read(["one", "two"])
    assert seen.embedding.base is None


def test_the_encoder_is_loaded_once_even_by_threads(models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, models)
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: shared_encoder(), range(8)))
    assert all(one is found[0] for one in found)


def test_an_absent_model_is_asked_for_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, tmp_path / "nothing")
    for _ in range(2):
        with pytest.raises(ModelMissing):
            shared_encoder()


def test_threads_read_what_one_thread_reads(models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, models)
    texts = [f"you are {word} number {place}" for place in range(10) for word in ("stupid", "kind")]
    alone = [seen[0].logits for seen in shared_encoder().read(texts)]
    fresh = Encoder(shared_encoder().session, shared_encoder().words)
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda text: fresh.read([text])[0][0].logits, texts * 3))
    assert together == alone * 3
