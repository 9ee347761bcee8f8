"""The guard of the policy root: what it reads, and what it never does."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from guardrail.compiler import files
from guardrail.compiler.files import FileProblem, PolicyRoot, as_text, root_for, shown_path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A policy root with a policy, a list and a secret beside the root."""
    (tmp_path / "secret.txt").write_text("hunter2\n")
    folder = tmp_path / "policies"
    (folder / "lists").mkdir(parents=True)
    (folder / "teams").mkdir()
    (folder / "support.guard").write_text("guard 1\n")
    (folder / "lists" / "names.txt").write_text("Globex\n")
    return folder


def _problem(root: Path, relative: str, referenced_from: str = "support.guard") -> FileProblem:
    with pytest.raises(FileProblem) as raised:
        PolicyRoot(root).read(relative, referenced_from=referenced_from)
    assert "hunter2" not in raised.value.message + raised.value.help
    assert str(root) not in raised.value.message + raised.value.help
    return raised.value


def test_a_path_is_relative_to_the_file_that_names_it(root: Path) -> None:
    read = PolicyRoot(root).read("../lists/names.txt", referenced_from="teams/mail.guard")
    assert read.name == "lists/names.txt"
    assert read.content == b"Globex\n"
    assert read.sha256 == hashlib.sha256(b"Globex\n").hexdigest()
    assert read.path == (root / "lists" / "names.txt").resolve()


@pytest.mark.parametrize("relative", ["../secret.txt", "lists/../../secret.txt", "../policies/../secret.txt"])
def test_a_path_never_leaves_the_root(root: Path, relative: str) -> None:
    assert _problem(root, relative).message == "leaves the policy root"


def test_a_link_out_of_the_root_is_refused(root: Path) -> None:
    (root / "lists" / "linked.txt").symlink_to(root.parent / "secret.txt")
    (root / "outside").symlink_to(root.parent)
    assert _problem(root, "lists/linked.txt").message == "leaves the policy root"
    assert _problem(root, "outside/secret.txt").message == "leaves the policy root"


def test_a_link_inside_the_root_is_followed_and_named_by_its_target(root: Path) -> None:
    (root / "names.txt").symlink_to(root / "lists" / "names.txt")
    assert PolicyRoot(root).read("names.txt", referenced_from="support.guard").name == "lists/names.txt"


def test_a_link_in_a_circle_is_refused(root: Path) -> None:
    (root / "a.txt").symlink_to(root / "b.txt")
    (root / "b.txt").symlink_to(root / "a.txt")
    assert "circle" in _problem(root, "a.txt").message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_is_refused_without_waiting_for_it(root: Path) -> None:
    os.mkfifo(root / "pipe.txt")
    assert _problem(root, "pipe.txt").message == "is not a regular file"


def test_a_folder_and_a_file_above_8_mb_are_refused(root: Path) -> None:
    assert _problem(root, "lists").message == "is a folder"
    with (root / "large.txt").open("wb") as stream:
        stream.truncate(files.MAX_BYTES + 1)
    assert _problem(root, "large.txt").message == "is larger than 8 MB"


@pytest.mark.parametrize(
    ("relative", "message"),
    [
        ("", "is no path"),
        ("lists/\0names.txt", "is no path"),
        ("x" * 5_000, "is no path"),
        ("x" * 900, "cannot be read"),
        ("/etc/hosts", "is not relative"),
        ("C:/names.txt", "is not relative"),
        ("~/names.txt", "is not relative"),
        ("lists\\names.txt", "has backslashes"),
        ("https://example.com/names.txt", "is an address, and nothing is fetched from the network"),
        ("lists/names.txt/more.txt", "does not exist"),
        ("guardrail:../secret", "is no name of a shipped file"),
        ("guardrail:", "is no name of a shipped file"),
    ],
)
def test_an_odd_path_is_refused(root: Path, relative: str, message: str) -> None:
    assert _problem(root, relative).message == message


def test_a_missing_file_suggests_its_neighbour(root: Path) -> None:
    assert _problem(root, "lists/name.txt").help == "did you mean `lists/names.txt`?"
    assert _problem(root, "../list/x.txt", "teams/a.guard").message == "does not exist"


def test_a_shipped_file_is_found_by_its_name_without_a_suffix(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = root.parent / "shipped"
    (shipped / "topics").mkdir(parents=True)
    (shipped / "topics" / "medical.md").write_text("about\n")
    (shipped / "topics" / "medical.txt").write_text("dose\n")
    (shipped / "base.guard").write_text("guard 1\n")
    monkeypatch.setattr(files, "shipped_folder", lambda: shipped)
    policy_root = PolicyRoot(root)
    assert (
        policy_root.read("guardrail:topics/medical", referenced_from="a.guard").name == "guardrail:topics/medical.txt"
    )
    beside = policy_root.read("topics/medical.md", referenced_from="guardrail:base.guard")
    assert beside.name == "guardrail:topics/medical.md"
    base = policy_root.read("guardrail:base", referenced_from="a.guard", suffixes=(".guard",))
    assert base.name == "guardrail:base.guard"
    assert _problem(root, "guardrail:topics/medicl").help == "did you mean `guardrail:topics/medical`?"
    assert _problem(root, "../secret.txt", "guardrail:base.guard").message == "leaves the policy root"


def test_the_root_is_the_named_folder_else_the_nearest_marked_one_else_the_files_own(root: Path) -> None:
    policy = root / "teams" / "mail.guard"
    assert root_for(root) == root.resolve()
    assert root_for(policy) == root.resolve() / "teams"
    (root / "guardrail.toml").write_text("")
    assert root_for(policy) == root.resolve()


def test_a_name_is_shown_relative_to_the_working_directory(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root.parent)
    assert shown_path(root, "lists/names.txt") == "policies/lists/names.txt"
    monkeypatch.chdir(root / "teams")
    assert shown_path(root, "lists/names.txt") == "lists/names.txt"


def test_text_is_utf_8_without_its_byte_order_mark(root: Path) -> None:
    (root / "bom.txt").write_bytes(b"\xef\xbb\xbfGlobex")
    assert as_text(PolicyRoot(root).read("bom.txt", referenced_from="support.guard")) == "Globex"
    (root / "latin.txt").write_bytes(b"Globex\nCaf\xe9")
    with pytest.raises(FileProblem, match="line 2"):
        as_text(PolicyRoot(root).read("latin.txt", referenced_from="support.guard"))
