"""Texts and command lines that mean harm: told or judged, in bounded time and memory, and never with a traceback."""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end.command import run, start

MANY = 100_000
MEGABYTE = 1024 * 1024
POLICY = """\
guard 1
list names = ["Globex", "Lab Dynamics"] matching whole_words, any_case, any_accent, plurals, disguised
request {{ channel: string ? }}
policy bot {{
  on error block
  on timeout block
  on output within 60s limit {limit} chars {{
    rule names {{ redact as "[name]" if mentions(names) }}
    rule cards {{ redact as "[card]" if pii(card_number) }}
    {rule}
  }}
  on tool_call within 60s limit {limit} chars {{
    rule names {{ redact as "[name]" if mentions(names) }}
  }}
}}
"""
SHAPE = 'rule shape { flag if not json_schema("any.json", around: prose) }'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a policy whose stage reads JSON."""
    write_policy(tmp_path, SHAPE)
    (tmp_path / "any.json").write_text("true", "utf-8")
    return tmp_path


def write_policy(folder: Path, rule: str, limit: int = 600_000) -> None:
    (folder / "p.guard").write_text(POLICY.format(limit=limit, rule=rule), "utf-8")


def judged(folder: Path, *rows: object, stage: str = "output") -> list[dict[str, object]]:
    """One result for each row, whichever it is; a string is written as it stands."""
    lines = (row if isinstance(row, str) else json.dumps(row) for row in rows)
    data = "\n".join(lines).encode("utf-8", "surrogatepass")
    words = ["validate", "p.guard", "-", "--stdin", "jsonl", "--stage", stage, "--format", "jsonl"]
    _, output, _ = run(words, folder, data, bounded=True)
    return [json.loads(line) for line in output.splitlines()]


# ------------------------------------------------------------------ what is no text


def test_what_is_named_is_no_text(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    os.mkfifo(folder / "pipe.jsonl")
    (folder / "endless.jsonl").symlink_to("/dev/zero")
    (folder / "binary.txt").write_bytes(b"Glo\0bex")
    (folder / "empty").mkdir()
    with (folder / "large.txt").open("wb") as file:
        file.write(b"Ask nobody. " * (100 * MEGABYTE // 12))
    names = ["pipe.txt", "pipe.jsonl", "endless.jsonl", "binary.txt", "empty", "large.txt", "gone.txt"]
    status, _, errors = run(["validate", "p.guard", *names, "--stage", "output"], folder, bounded=True)
    assert status == 2
    for name, message in zip(
        names,
        ("not a regular file",) * 3 + ("a binary file", "holds no .txt", "is larger than 8 MB", "does not exist"),
        strict=True,
    ):
        assert re.search(rf"error: `{name}` .*{message}", errors), name


def test_files_that_options_name_are_no_files(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    for option, message in (("--system=@pipe", "is not a regular file"), ("--log=pipe", "cannot be opened")):
        status, _, errors = run(["validate", "p.guard", "-", "--stage", "output", option], folder, b"hello")
        assert status == 2 and message in errors
    (folder / "p2.guard").write_bytes((folder / "p.guard").read_bytes())
    os.mkfifo(folder / "pipe.guard")
    assert run(["fmt", "--check", "pipe.guard"], folder)[0] == 2


@pytest.mark.skipif(sys.platform != "linux", reason="the device exists on Linux alone")
def test_output_that_takes_nothing_more(folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        process = start(["validate", "p.guard", "-", "--stage", "output"], folder, stdout=full)
        _, errors = process.communicate(b"hello", timeout=30)
    assert (process.returncode, errors.splitlines()[0]) == (2, b"error: standard output cannot be written")
    status, _, errors_text = run(
        ["validate", "p.guard", "-", "--stage", "output", "--log", "/dev/full"], folder, b"hello"
    )
    assert status == 2 and "the log `/dev/full` cannot be opened for writing" in errors_text


def test_gzip_that_expands_without_end(folder: Path) -> None:
    with gzip.open(folder / "bomb.jsonl.gz", "wb", compresslevel=1) as file:
        for _ in range(120):
            file.write(b" " * MEGABYTE + b"\n")
    status, _, errors = run(["validate", "p.guard", "bomb.jsonl.gz", "--stage", "output"], folder, bounded=True)
    assert status == 2 and "expands more than 200 times" in errors


# ------------------------------------------------------------------ JSON


def test_json_that_is_broken_or_without_end_is_judged_as_it_stands(folder: Path) -> None:
    name = r"Gl\u006fbex"
    texts = [
        "[" * MANY + f'"{name}"' + "]" * MANY,
        '{"a":' * MANY + f'"{name}"',
        "[" * 254 + f'"{name}"' + "]" * 254,
        f'{{"a": "{name}", "a": 1}}',
        f'{{"a": "{name}", "b": NaN}}',
        f'{{"a": "{name}", "b": 1e999}}',
        f'{{"a": "{name}", "b": {"9" * 5000}}}',
        f'{{"a": "{name}"}}\n{{"b": "{name}"}}',
        f'{{"a": "{name}',
        json.dumps({"a": json.dumps({"b": "Globex"}).replace("o", r"\u006f", 1)}),
    ]
    for text, result in zip(texts, judged(folder, *({"text": text} for text in texts)), strict=True):
        assert result["action"] == "fix", text[:80]
        left = str(result["text"])
        assert name not in left and "Globex" not in left and len(left) > len(text) - 60, text[:80]


def test_numbers_come_back_as_they_were(folder: Path) -> None:
    value = (
        r'{"n": "Gl\u006fbex", "a": 1.0, "b": 1, "c": 12345678901234567890123, "d": 1e2, "e": -0.5, "f": [true, null]}'
    )
    result = judged(folder, {"text": value})[0]
    before, after = json.loads(value), json.loads(str(result["text"]))
    assert after == {**before, "n": "[name]"}
    assert [type(item) for item in after.values()] == [type(item) for item in before.values()]
    assert judged(folder, {"text": f'{{"card": 4111111111111111, "x": {10**400}}}'})[0]["action"] == "fix"


def test_lines_that_nothing_can_be_made_of(folder: Path) -> None:
    results = judged(
        folder,
        '{"text": ' + "[" * MANY,
        '{"text": "a\\ud800b"}',
        '{"text": "a\ud800b"}',
        '{"text": "a", "text": "b"}',
        '{"text": NaN}',
        '{"text": "Globex", "id": 1e999}',
        {"text": "Ask Globex."},
    )
    assert [result["action"] for result in results] == [None] * 6 + ["fix"]
    calls = judged(
        folder,
        '{"tool": "t", "args": ' + '{"a":' * MANY,
        {"tool": "t", "args": {"a": "Globex"}},
        {"tool": "t", "args": json.dumps({"a": "Globex"}).replace("o", r"\u006f")},
        '{"tool": "t", "args": {"a": "\\ud800"}}',
        stage="tool_call",
    )
    assert [call["action"] for call in calls] == [None, "fix", "fix", None]
    assert calls[2]["args"] == {"a": "[name]"}


# ------------------------------------------------------------------ texts


def test_a_limit_is_exact(tmp_path: Path) -> None:
    write_policy(tmp_path, "", limit=40)
    fits, over = "Globex " + "é" * 33, "Globex " + "é" * 34
    results = judged(tmp_path, {"text": fits}, {"text": over}, {"text": "🏳️‍🌈" * 10}, {"text": "🏳️‍🌈" * 10 + "a"})
    assert [(result["action"], result["by"]) for result in results] == [
        ("fix", ["names"]),
        ("block", ["output.limit"]),
        ("allow", []),
        ("block", ["output.limit"]),
    ]


def test_what_a_zero_width_space_breaks_is_redacted_whole(folder: Path) -> None:
    text = "card 4111 1111\u200b 1111 1111 of Glo\u200bbex\u200b, or G.l.o.b.e.x"
    result = judged(folder, {"text": text})[0]
    assert result["text"] == "card [card] of [name]\u200b, or [name]"
    spans = {finding["rule"]: finding["spans"] for finding in result["findings"]}  # type: ignore[attr-defined]
    assert spans["cards"] == [[5, 25]] and [text[a:b] for a, b in spans["names"]] == ["Glo\u200bbex", "G.l.o.b.e.x"]


EVIL_PATTERNS = (
    r"(a+)+$",
    r"(a|a)*!",
    r"(?:a?){500}a{500}!",
    r"(x+x+)+y",
    r"^(\w+\s?)*!$",
    r"(.*)(.*)(.*)(.*)!",
    r"(a+)+\1y",
    r"(?=(a+)+y)a",
    r"(?:(?=(\w+))\1)+!",
    "[ab]" * 499 + "!",
    "(?i)" + "s" * 1900,
)


def test_no_pattern_runs_away_on_half_a_megabyte(tmp_path: Path) -> None:
    write_policy(
        tmp_path,
        "\n    ".join(
            f'rule evil_{number} {{ flag if matches("{pattern}") }}' for number, pattern in enumerate(EVIL_PATTERNS)
        ),
    )
    # The marks at the start are what some patterns end with: no shortcut may spare the search for them.
    texts = [{"text": "!y" + unit * (499_900 // len(unit))} for unit in ("a", "ab", "word ", "ſ")]
    results = judged(tmp_path, *texts)
    assert any("took too long" in str(result["errors"]) for result in results)
    for result in results:
        assert float(result["budget"]["used_ms"]) < 15_000  # type: ignore[index]


def test_a_pattern_of_a_schema_gives_up_on_a_long_text(tmp_path: Path) -> None:
    (tmp_path / "look.json").write_text('{"properties": {"a": {"pattern": "(?=(a+)+$)b"}}}', "utf-8")
    write_policy(tmp_path, 'rule shape { require json_schema("look.json") else block }')
    results = judged(tmp_path, *({"text": json.dumps({"a": "a" * length})} for length in (10, 500_000)))
    assert [len(result["errors"]) for result in results] == [0, 1]  # type: ignore[arg-type]
    assert [result["action"] for result in results] == ["block", "block"]


def test_a_schema_with_many_ways_to_fail_says_less_of_a_large_value(tmp_path: Path) -> None:
    required = [f"p{number}" for number in range(50)]
    (tmp_path / "wide.json").write_text(json.dumps({"items": {"required": required}}), "utf-8")
    write_policy(tmp_path, 'rule shape { require json_schema("wide.json") else block }')
    few, many = judged(tmp_path, *({"text": json.dumps([{}] * count)} for count in (2, 40_000)))
    assert "is missing" in str(few["findings"]) and "too large or too deep to say where" in str(many["findings"])
    assert float(many["budget"]["used_ms"]) < 5000  # type: ignore[index]


# ------------------------------------------------------------------ what people see

EVIL = "\x1b[31m\r\n::error::pwned\u202e\u2028\x9b\u200b"
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028\u202e]|^::error::pwned", re.MULTILINE)


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "github"])
def test_no_file_name_and_no_text_is_obeyed_by_who_reads_the_output(folder: Path, form: str) -> None:
    name, lines = f"t{EVIL}.txt", f"l{EVIL}.jsonl"
    (folder / name).write_text(f"Ask Globex {EVIL}", "utf-8")
    rows = [
        {"id": EVIL, "text": f"Globex {EVIL}", "request": {EVIL: EVIL}},
        {"id": EVIL, "other": EVIL},
        {"text": EVIL},
    ]
    (folder / lines).write_text("\n".join(map(json.dumps, rows)) + "\n" + EVIL.replace("\n", ""), "utf-8")
    for words in ([name], [lines], [name, lines] * 5, [f"gone{EVIL}"]):
        _, output, errors = run(["validate", "p.guard", *words, "--stage", "output", "--format", form], folder)
        assert OBEYED.search(output.replace("\n::error file", "\n")) is None
        assert OBEYED.search(errors) is None


def test_no_argument_is_obeyed_by_who_reads_the_messages(folder: Path) -> None:
    for words in (
        [EVIL],
        ["validate", EVIL],
        ["explain", EVIL],
        ["validate", "p.guard", "-", "--stage", EVIL],
        ["validate", "p.guard", "-", "--stage", "output", "--request", f"channel={EVIL}"],
        ["validate", "p.guard", "-", "--stage", "output", "--log", f"{EVIL}/x"],
        ["check", f"gone{EVIL}.guard"],
    ):
        _, output, errors = run(words, folder, b"hello")
        assert OBEYED.search(output) is None and OBEYED.search(errors) is None, words


def test_a_full_disk_takes_no_version_either() -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "guardrail", "--version"], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert done.stderr == b"error: standard output cannot be written\n"
