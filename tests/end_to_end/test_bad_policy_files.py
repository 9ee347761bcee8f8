"""Policy files, and the lists, schemas and tools they name, that are broken or mean harm: one clear message each."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.end_to_end.command import run

MANY = 100_000
POLICY = """\
guard 1
{declared}
policy p {{
  on error block
  on timeout block
  on output within 60s limit 600000 chars {{
    rule a {{ {clause} }}
  }}
}}
"""

BROKEN_POLICIES: dict[str, tuple[str | bytes, str]] = {
    "parentheses": (POLICY.format(declared="", clause="block if " + "(" * MANY), "nested more than 64 levels deep"),
    "not": (POLICY.format(declared="", clause=f"block if {'not ' * MANY}always"), "nested more than 64 levels deep"),
    "brackets": ("guard 1\nlist x = " + "[" * MANY, "nested more than 64 levels deep"),
    "braces": ("guard 1\npolicy p " + "{" * MANY, "nested more than 64 levels deep"),
    "closing": ("guard 1\n" + "}" * MANY, "this `}` closes nothing"),
    "unknown_key": (POLICY.format(declared="", clause='block always ownr "a@corp.example"'), "unexpected word `ownr`"),
    "misspelt": (POLICY.format(declared='list n = ["a"]', clause="block if mention(n)"), "unknown check `mention`"),
    "binary": (b"guard 1\0\xff", "is a binary file, not UTF-8 text"),
    "utf16": ("guard 1".encode("utf-16"), "is UTF-16, not UTF-8"),
    "latin": (b"guard 1\n# caf\xe9", "is not UTF-8 text, as line 2 shows"),
    "surrogate": (b'guard 1\nlist n = ["\xed\xa0\x80"]', "is not UTF-8 text, as line 2 shows"),
    "surrogate_escape": ('guard 1\nlist n = ["\\u{d800}"]', "`\\u{d800}` is not a character"),
    "huge_number": (POLICY.format(declared="", clause=f"block if length(max: {'9' * 5000})"), "more than 30 digits"),
    "terminal": ("guard 1\n\x1b[31mlist n", "the control character U+001B cannot stand in a policy file"),
    "large": (b" " * (9 * 1024 * 1024), "is larger than 8 MB"),
    "count": (
        POLICY.format(declared="", clause='block if matches("((a{1,99}){1,99}){1,99}")'),
        "more than 1,000 times",
    ),
    "groups": (
        POLICY.format(declared="", clause=f'block if matches("{"(" * 400}a{")" * 400}")'),
        "nest deeper than 60",
    ),
}

LISTS: dict[str, tuple[str | bytes, str]] = {
    "deep.json": ("[" * MANY, "nests more than 64 levels deep"),
    "objects.json": ('{"a":' * MANY, "nests more than 64 levels deep"),
    "backslashes.json": ('["' + "\\" * 100_001, "is not JSON"),
    "nan.json": ("[NaN]", "has `NaN`, which is not JSON"),
    "digits.json": ("[" + "9" * 5000 + "]", "has a number that is too long"),
    "twice.json": ('{"a": 1, "a": 2}', "has an object with the same key twice"),
    "deep.yaml": ("- " * MANY + "x", "is no plain list of strings"),
    "flow.yaml": ("[" * MANY, "is not YAML"),
    "alias.yaml": ("- &a Globex\n- *a\n", "uses an anchor, alias or tag on line 1"),
    "bomb.yaml": ("a: &a [x, x]\nb: &b [*a, *a]\n", "is no plain list of strings"),
    "tag.yaml": ("- !!python/object/apply:os.system ['id']\n", "is no plain list of strings"),
    "string.yaml": ("- !!str Globex\n", "uses an anchor, alias or tag on line 1"),
    "keys.yaml": ("a: 1\na: 2\n", "is no plain list of strings"),
    "norway.yaml": ("- Globex\n- no\n", "has something else than a string on line 2"),
    "documents.yaml": ("- a\n---\n- b\n", "has a second document on line 2"),
    "blank.txt": ("\n\n  \n", "has no entries"),
    "nul.txt": (b"Glo\0bex\n", "is a binary file, not UTF-8 text"),
    "long.txt": ("x" * 100_000, "has an entry of 100,000 characters"),
    "../outside.txt": ("", "leaves the policy root"),
    "sub/../../outside.txt": ("", "leaves the policy root"),
    "/etc/hostname": ("", "is not relative"),
    "~/list.txt": ("", "is not relative"),
    "https://corp.example/list.txt": ("", "is an address, and nothing is fetched from the network"),
    "link.txt": ("", "leaves the policy root"),
    "linked/outside.txt": ("", "leaves the policy root"),
    "loop.txt": ("", "is a symbolic link that leads in a circle"),
    "device.txt": ("", "leaves the policy root"),
    "pipe.txt": ("", "is not a regular file"),
    "folder.txt": ("", "is a folder"),
    "missing.txt": ("", "does not exist"),
}

SCHEMAS: dict[str, tuple[str | bytes, str]] = {
    "deep.json": ("[" * MANY, "nested more than 254 levels deep"),
    "objects.json": ('{"a":' * MANY, "nested more than 254 levels deep"),
    "binary.json": (b"{\0\xff}", "is not UTF-8 text"),
    "nan.json": ('{"minimum": NaN}', "NaN and infinities are not JSON"),
    "infinite.json": ('{"minimum": 1e999}', "a number is too large"),
    "twice.json": ('{"type": "string", "type": "object"}', "a property is given twice in one object"),
    "remote.json": ('{"$ref": "http://corp.example/x.json"}', "leads out of the file"),
    "file.json": ('{"$ref": "file:///etc/hostname"}', "leads out of the file"),
    "count.json": ('{"pattern": "((a{1,999}){1,999}){1,999}"}', "a regular expression in it cannot be used"),
    "pipe.json": ("", "is not a regular file"),
}


def write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def checked(folder: Path) -> dict[str, str]:
    """What `guardrail check` says of each policy file of a folder, in bounded time and memory."""
    status, output, _ = run(["check", ".", "--format", "json", "--max", "100"], folder, bounded=True)
    assert status == 1
    found: dict[str, str] = {}
    for diagnostic in json.loads(output)["diagnostics"]:
        found[Path(diagnostic["file"]).stem] = found.get(Path(diagnostic["file"]).stem, "") + diagnostic["message"]
    return found


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A policy root with a secret beside it, and files in it that are no files."""
    folder = tmp_path / "policies"
    folder.mkdir()
    (folder / "guardrail.toml").touch()
    write(tmp_path / "outside.txt", "Globex\n")
    for name, target in (("link.txt", "../outside.txt"), ("linked", ".."), ("loop.txt", "loop.txt")):
        (folder / name).symlink_to(target)
    (folder / "device.txt").symlink_to("/dev/zero")
    for name in ("pipe.txt", "pipe.json"):
        os.mkfifo(folder / name)
    (folder / "folder.txt").mkdir()
    return folder


def test_broken_policies(root: Path) -> None:
    for name, (content, _) in BROKEN_POLICIES.items():
        write(root / f"{name}.guard", content)
    os.mkfifo(root / "pipe.guard")
    messages = checked(root)
    for name, (_, message) in BROKEN_POLICIES.items():
        assert message in messages[name], name
    assert "is not a regular file" in messages["pipe"]


@pytest.mark.parametrize(("table", "call"), [(LISTS, "mentions(names)"), (SCHEMAS, 'json_schema("{name}")')])
def test_broken_files_that_policies_name(root: Path, table: dict[str, tuple[str | bytes, str]], call: str) -> None:
    for number, (name, (content, _)) in enumerate(table.items()):
        if content:
            write(root / name, content)
        declared = f'list names from "{name}"' if table is LISTS else ""
        clause = "block if " + call.replace("{name}", name)
        write(root / f"n{number}.guard", POLICY.format(declared=declared, clause=clause))
    messages = checked(root)
    for number, (name, (_, message)) in enumerate(table.items()):
        assert message in messages[f"n{number}"], name
        assert "Globex" not in messages[f"n{number}"]


@pytest.mark.parametrize("name", ["pipe.guard", "device.guard", "folder.guard", "missing.guard"])
def test_a_policy_that_is_no_file(root: Path, name: str) -> None:
    os.mkfifo(root / "pipe.guard")
    (root / "device.guard").symlink_to("/dev/zero")
    (root / "folder.guard").mkdir()
    for words in (["check", name], ["validate", name, "-"], ["plan", name], ["fmt", "--check", name]):
        status, output, errors = run(words, root, b"hello", bounded=True)
        assert status in (1, 2) and "error" in output + errors, words


def test_line_ends_marks_and_empty_lines_change_nothing(root: Path) -> None:
    write(root / "names.txt", "\ufeff\r\nGlobex\r\n\r\n\r\n# a comment\r\nInitech\r\n")
    policy = POLICY.format(declared='list names from "names.txt"', clause='redact as "[name]" if mentions(names)')
    for name, text in (
        ("crlf", policy.replace("\n", "\r\n")),
        ("bom", f"\ufeff{policy}"),
    ):
        write(root / f"{name}.guard", text)
        status, output, errors = run(["validate", f"{name}.guard", "-"], root, b"Globex or initech.")
        assert status == 1 and "[name] or [name]." in output, errors


def test_a_lone_carriage_return_is_refused_since_a_comment_would_go_on_behind_it(root: Path) -> None:
    policy = POLICY.format(declared='list names = ["Globex"]', clause='redact as "[name]" if mentions(names)')
    write(root / "cr.guard", policy.replace("\n", "\r"))
    status, _, errors = run(["validate", "cr.guard", "-"], root, b"Globex")
    assert status == 2 and "the control character U+000D cannot stand in a policy file" in errors


def test_tools_nested_without_end(root: Path) -> None:
    for name, content in (("deep", '[{"a":' * MANY), ("twice", '{"a": 1, "a": 1}'), ("nul", "\0")):
        write(root / f"{name}_tools.json", content)
        text = f'guard 1\ntools from "{name}_tools.json"\n' + POLICY.format(declared="", clause="block always")[8:]
        write(root / f"{name}.guard", text.replace("on output", "on tool_call"))
    messages = checked(root)
    assert "nests more than 64 levels deep" in messages["deep"]
    assert "the same key twice" in messages["twice"]
    assert "is a binary file" in messages["nul"]
