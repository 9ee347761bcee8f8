"""Labelled sets as teams write them: what is read, and the one message that names every fault.

A case is a folder of `tests/cases/labelled`: `rows.jsonl`, and `expected` with what came of it.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from guardrail.evaluate import labelled
from guardrail.evaluate.labelled import Labelled, LabelledProblem, read_labelled_answers, read_labelled_texts

CASES = Path(__file__).parent.parent / "cases" / "labelled"


@pytest.mark.parametrize("name", sorted(folder.name for folder in CASES.iterdir()))
def test_a_labelled_file_is_read_or_refused_as_expected(
    name: str, monkeypatch: pytest.MonkeyPatch, update_goldens: bool
) -> None:
    monkeypatch.chdir(CASES / name)
    read: Callable[[Path], Sequence[Labelled]] = read_labelled_texts
    if name.startswith("answers"):
        read = read_labelled_answers
    got = shown(read)
    if update_goldens:
        (CASES / name / "expected").write_text(got, "utf-8")
    assert got == (CASES / name / "expected").read_text("utf-8")


def shown(read: Callable[[Path], Sequence[Labelled]]) -> str:
    try:
        return "".join(f"{row}\n" for row in read(Path("rows.jsonl")))
    except LabelledProblem as problem:
        return f"{problem.message}\nhelp: {problem.help}\n"


def test_a_compressed_file_reads_as_the_plain_one(tmp_path: Path) -> None:
    plain = CASES / "good" / "rows.jsonl"
    packed = tmp_path / "rows.jsonl.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    assert read_labelled_texts(packed) == read_labelled_texts(plain)


def test_a_damaged_archive_an_absent_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    damaged = tmp_path / "cut.jsonl.gz"
    damaged.write_bytes(gzip.compress(b'{"text": "a", "label": 0}\n' * 1000)[:60])
    for path, words in ((damaged, "decompressed"), (tmp_path / "none.jsonl", "not exist"), (tmp_path, "be read")):
        with pytest.raises(LabelledProblem, match=words):
            read_labelled_texts(path)


def test_sizes_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text('{"text": "a", "label": 0}\n' * 20, "utf-8")
    monkeypatch.setattr(labelled, "MAX_ROWS", 10)
    with pytest.raises(LabelledProblem, match="more than 10 rows"):
        read_labelled_texts(file)
    monkeypatch.setattr(labelled, "MAX_BYTES", 100)
    with pytest.raises(LabelledProblem, match="larger than"):
        read_labelled_texts(file)


def test_a_line_that_is_too_long_is_named_and_the_next_one_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(labelled, "_MAX_LINE", 50)
    file = tmp_path / "rows.jsonl"
    file.write_text(f'{{"text": "{"a" * 500}", "label": 0}}\n{{"text": "b", "label": 7}}\n', "utf-8")
    with pytest.raises(LabelledProblem) as caught:
        read_labelled_texts(file)
    assert "longer than 8 MB (line 1); no `label` that is 0 or 1 (line 2)" in caught.value.message
