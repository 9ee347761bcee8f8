"""The command as people run it: a process of its own, its exit status, its pipes, and inputs that mean harm."""

from __future__ import annotations

import gzip
import json
import os
import signal
import sys
import time
from pathlib import Path

import pytest

from tests.end_to_end.command import ROOT, run, start

POLICY = """\
guard 1
list competitors = ["Globex"]
request { channel: string ? in ["chat", "email"] }
policy bot {
  on error block
  on timeout block
  on output within 60s limit 400 chars {
    rule names {
      redact as "another provider" if mentions(competitors)
    }
    rule no_leaks {
      when request.channel == "chat"
      flag if repeats(system, words: 4)
    }
  }
}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a policy."""
    (tmp_path / "policy.guard").write_text(POLICY, encoding="utf-8")
    return tmp_path


def test_a_text_through_a_pipe_in_a_locale_without_utf8(folder: Path) -> None:
    status, output, _ = run(["validate", "policy.guard", "-"], folder, "Fragen Sie Globex in Köln.".encode())
    assert status == 1
    assert "Fragen Sie another provider in Köln." in output


def test_compressed_lines_and_the_statuses_of_their_outcomes(folder: Path) -> None:
    clean = [{"text": "Ask nobody."}]
    unchecked = [*clean, {"text": "Ask Globex.", "request": {"channel": "chat"}}]
    for rows, status in ((clean, 0), ([*clean, {"text": "Ask Globex."}], 1), (unchecked, 3), ([*unchecked, []], 2)):
        with gzip.open(folder / "answers.jsonl.gz", "wt", encoding="utf-8") as file:
            file.write("\n".join(json.dumps(row) for row in rows))
        assert run(["validate", "policy.guard", "answers.jsonl.gz"], folder)[0] == status


def test_a_broken_pipe_ends_quietly(folder: Path) -> None:
    (folder / "answers.jsonl").write_text('{"text": "Ask nobody."}\n' * 5000, encoding="utf-8")
    process = start(["validate", "policy.guard", "answers.jsonl", "--format", "jsonl"], folder)
    assert process.stdout is not None and process.stderr is not None
    assert process.stdout.readline().startswith(b'{"id":')
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(timeout=30) == 141
    process.stderr.close()


@pytest.mark.skipif(sys.platform == "win32", reason="process groups are POSIX")
def test_an_interrupt_ends_every_process_at_once(folder: Path) -> None:
    words = ["validate", "policy.guard", "-", "--stdin", "jsonl", "--format", "jsonl", "--jobs", "2"]
    process = start(words, folder, start_new_session=True)
    assert process.stdin is not None and process.stdout is not None
    process.stdin.write(b'{"text": "Ask nobody."}\n' * 2000)
    process.stdin.flush()
    assert process.stdout.readline().startswith(b'{"id":')
    os.killpg(process.pid, signal.SIGINT)
    asked = time.monotonic()
    _, errors = process.communicate(timeout=30)
    assert (process.returncode, errors) == (130, b"error: interrupted\n")
    assert time.monotonic() - asked < 10


def test_a_large_sparse_text_is_refused_without_being_read(folder: Path) -> None:
    for name in ("large.txt", "large.jsonl"):
        with (folder / name).open("wb") as file:
            file.truncate(100 * 1024 * 1024)
    started = time.monotonic()
    status, _, errors = run(["validate", "policy.guard", "large.txt", "large.jsonl"], folder)
    assert status == 2
    assert "`large.txt` is larger than 8 MB" in errors and "`large.jsonl:1` is longer than 8 MB" in errors
    assert time.monotonic() - started < 20


def test_a_decompression_bomb_is_given_up_early(folder: Path) -> None:
    with gzip.open(folder / "bomb.jsonl.gz", "wb") as file:
        for _ in range(100):
            file.write(b"0" * 1_000_000)
    (folder / "cut.jsonl.gz").write_bytes(gzip.compress(b'{"text": "Ask nobody."}\n' * 100)[:-20])
    status, _, errors = run(["validate", "policy.guard", "bomb.jsonl.gz", "cut.jsonl.gz"], folder)
    assert status == 2
    assert "`bomb.jsonl.gz` expands more than 200 times" in errors
    assert "cannot be decompressed from here on" in errors


def test_nested_brackets_are_one_clear_message_each(folder: Path) -> None:
    brackets = "[" * 100_000
    (folder / "nested.guard").write_text(f"guard 1\nlist x = {brackets}", encoding="utf-8")
    (folder / "nested.jsonl").write_text(f'{{"text": {brackets}}}\n', encoding="utf-8")
    (folder / "nested.txt").write_text(brackets, encoding="utf-8")
    status, output, _ = run(["check", "nested.guard"], folder)
    assert status == 1 and "nested more than 64 levels deep" in output and "1 file, 1 error" in output
    status, output, errors = run(["validate", "policy.guard", "nested.jsonl", "nested.txt"], folder)
    assert status == 2 and "levels deep, at column" in errors
    assert "block by output.limit" in output


def test_the_shipped_policies_hold_their_own_tests() -> None:
    status, output, errors = run(["test", "policies"], ROOT)
    assert status == 0, output + errors
    assert " 0 failed" in output
