"""The log of records: one line a decision, whatever is in it, and no exception, whatever becomes of the file."""

from __future__ import annotations

import json
import logging
import threading
from pathlib import Path
from typing import Any

import pytest

import guardrail
from guardrail.engine.ports import Trace
from guardrail.observe.log import JsonlLog
from tests.unit.record_cases import CALLS, HOSTILE, KEY, load, validator


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUARDRAIL_KEY", KEY.decode())


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The records of a log, each line by itself."""
    return [json.loads(line) for line in path.read_bytes().decode("ascii").splitlines()]


def test_every_decision_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "logs" / "decisions.jsonl"
    guard = load(tmp_path, "full", path)
    decisions = [call(guard) for _, call in CALLS]
    records = read_lines(path)
    assert [record["id"] for record in records] == [decision.id for decision in decisions]
    assert all(validator().is_valid(record) for record in records)
    kept = {record["id"]: record["texts"][0]["text"] for record in records if record["texts"]}
    assert kept[HOSTILE] == HOSTILE and kept["日本"] == "Grüße, 你好 👩‍👩‍👧, שלום"


def test_threads_do_not_interleave_lines(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    guard = load(tmp_path, log=path)
    started = threading.Barrier(8)

    def work(number: int) -> None:
        started.wait()
        for turn in range(50):
            guard.output("Globex " * 10, id=f"{number}-{turn}", system="Be kind to people.")

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    ids = [record["id"] for record in read_lines(path)]
    assert sorted(ids) == sorted(f"{number}-{turn}" for number in range(8) for turn in range(50))


def test_two_logs_on_one_file_append(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    guards = [load(tmp_path, log=path) for _ in range(2)]
    for turn in range(20):
        guards[turn % 2].output("x", id=str(turn))
    assert [record["id"] for record in read_lines(path)] == [str(turn) for turn in range(20)]


def test_a_closed_log_counts_and_never_raises(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    log = JsonlLog(tmp_path / "decisions.jsonl")
    guard = load(tmp_path, log=log)
    with log:
        guard.output("x")
    with caplog.at_level(logging.ERROR, "guardrail"):
        assert [guard.output("Globex", system="Be kind to people.").action for _ in range(3)] == ["flag"] * 3
    assert log.failures == 3
    assert [record.getMessage() for record in caplog.records] == ["a decision record could not be written (ValueError)"]
    assert len(read_lines(log.path)) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the device of a full disk is Linux's")
def test_a_full_disk_counts_and_never_raises(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    log = JsonlLog(Path("/dev/full"))
    guard = load(tmp_path, log=log)
    with caplog.at_level(logging.ERROR, "guardrail"):
        assert [guard.output("x", system="Be kind to people.").action for _ in range(3)] == ["allow"] * 3
    assert log.failures == 3 and len(caplog.records) == 1
    log.close()


class TornFile:
    """A file on a disk that fills up in the midst of its second line."""

    def __init__(self) -> None:
        self.written = b""
        self.room = 1

    def write(self, data: bytes) -> int:
        """Write what there is room for."""
        if self.room == 0:
            piece = data[: len(data) // 2]
            self.written += piece
            self.room = -1
            return len(piece)
        if self.room == -1:
            self.room = 5
            raise OSError(28, "No space left on device")
        self.room -= 1
        self.written += data
        return len(data)

    def close(self) -> None:
        """Nothing to close."""


def test_a_line_that_was_torn_does_not_spoil_the_next(tmp_path: Path) -> None:
    log = JsonlLog(tmp_path / "decisions.jsonl")
    log.close()
    torn = TornFile()
    log._file = torn  # type: ignore[assignment]
    guard = load(tmp_path, log=log)
    for turn in range(4):
        guard.output("x", id=str(turn))
    lines = torn.written.splitlines()
    assert log.failures == 1 and len(lines) == 4
    assert [json.loads(lines[place])["id"] for place in (0, 2, 3)] == ["0", "2", "3"]


def test_a_log_that_cannot_be_opened_is_an_engine_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    for path in (tmp_path, tmp_path / "file" / "below.jsonl", tmp_path / "a\0b"):
        with pytest.raises(guardrail.EngineError, match="cannot be opened for writing"):
            load(tmp_path, log=path)


def test_a_sink_that_raises_does_not_undo_the_decision(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    class Broken:
        def record(self, decision: guardrail.Decision, trace: Trace) -> None:
            raise KeyError("SECRET")

    guard = load(tmp_path, log=Broken())
    with caplog.at_level(logging.ERROR, "guardrail"):
        assert guard.input("Globex").action == "block"
        assert guard.retrieval(["plain"]).action == "allow"
    assert {record.getMessage() for record in caplog.records} == {
        "the log of decisions raised KeyError: the decision stands"
    }
