"""The parts of the command line that goldens do not reach: sampling, merging, progress, processes, completion."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from guardrail.cli.main import main
from guardrail.cli.shell import catalogue
from guardrail.cli.shell.completions import script
from guardrail.cli.shell.console import Console
from guardrail.cli.shell.json_output import dump
from guardrail.cli.shell.parsing import build_parser
from guardrail.cli.validation.entries import Entry, Place, Unread
from guardrail.cli.validation.inputs import Input
from guardrail.cli.validation.reading import Meter, read_entries
from guardrail.cli.validation.results import Excerpt, Judged, excerpt
from guardrail.cli.validation.summary import marked
from guardrail.cli.validation.tally import MOST_DISTINCT, OTHERS, Tally
from guardrail.decision import Action, Budget, Decision, Finding
from tests.unit.cli_runner import mask, run_words

POLICY = """\
guard 1
list competitors = ["Globex"]
policy bot {
  on error block
  on timeout block
  on output within 60s limit 400 chars {
    rule names {
      redact as "another provider" if mentions(competitors)
    }
  }
}
"""


def judged(number: int, *findings: Finding, errors: tuple[str, ...] = (), used: float = 1.0) -> Judged:
    """A result with the given findings."""
    action = max((finding.action for finding in findings), default=Action.ALLOW)
    by = tuple(sorted({finding.rule for finding in findings}))
    decision = Decision(action, "text", by, findings, Budget(50.0, used), errors=errors)
    return Judged(number, Place("a.jsonl", number + 1), decision, tuple(() for _ in findings))


def test_examples_are_spread_over_the_texts_and_the_same_every_time() -> None:
    finding = Finding("names", "mentions", Action.FIX, ((0, 1),))
    tallies = [Tally(Action.FIX, 5) for _ in range(2)]
    for number in range(2000):
        tallies[0].add(judged(number, finding))
    for number in reversed(range(2000)):
        tallies[1].add(judged(number, finding))
    where = [int(example.where.split(":")[1]) for example in tallies[0].examples("names")]
    assert where == sorted(where) and len(where) == 5
    assert where[0] < 1000 < where[-1]
    assert tallies[0].examples("names") == tallies[1].examples("names")


def test_a_tally_holds_no_more_than_so_many_different_messages() -> None:
    tally = Tally(Action.FIX)
    for number in range(MOST_DISTINCT + 50):
        tally.add(judged(number, errors=(f"reason {number}",)))
    assert len(tally.errors) == MOST_DISTINCT + 1
    assert tally.errors[OTHERS] == 50


def test_the_slowest_texts_are_kept_and_those_over_budget_counted() -> None:
    tally = Tally(Action.FIX)
    for number in range(20):
        tally.add(judged(number, used=float(number * 5)))
    assert [used for used, *_ in sorted(tally.slowest, reverse=True)] == [95.0, 90.0, 85.0]
    assert tally.over_budget == 9


@pytest.mark.parametrize(
    ("unread", "errors", "action", "status"),
    [
        (False, (), Action.FLAG, 0),
        (False, (), Action.FIX, 1),
        (False, ("a check failed",), Action.FIX, 3),
        (True, ("a check failed",), Action.BLOCK, 2),
    ],
)
def test_what_cannot_be_read_goes_before_what_was_not_checked_and_that_before_what_failed(
    unread: bool, errors: tuple[str, ...], action: Action, status: int
) -> None:
    tally = Tally(Action.FIX)
    tally.add(judged(0, Finding("names", "mentions", action), errors=errors))
    if unread:
        tally.add(Unread(Place("a.txt"), "does not exist"))
    assert tally.status() == status


def test_no_text_at_all_is_no_success() -> None:
    assert Tally(Action.FIX).status() == 2


def test_an_excerpt_is_cut_around_its_span_and_stays_on_its_line() -> None:
    text = "first\n" + "a" * 500 + "Globex" + "b" * 500 + "\nlast"
    found = excerpt(text, None, (506, 512))
    assert (found.line, found.column) == (2, 501)
    assert found.text[found.first : found.last] == "Globex"
    assert found.cut_before and found.cut_after and "\n" not in found.text and len(found.text) < 400


def test_a_span_over_several_lines_ends_with_its_first() -> None:
    found = excerpt("key\nBEGIN\nbody\nEND", None, (4, 17))
    assert (found.text, found.first, found.last) == ("BEGIN", 0, 5)


def test_a_marked_excerpt_fits_its_room_and_shows_its_span() -> None:
    plain = Console(color=False, error_color=False, width=100)
    found = Excerpt(None, 1, 51, "x" * 50 + "Globex" + "y" * 50, 50, 56)
    shown = marked(found, 40, plain, "1")
    assert "«Globex»" in shown and len(shown) <= 42
    assert shown.startswith("…x") and shown.endswith("y…")


def test_printed_json_is_json_and_hides_nothing() -> None:
    value = {"text": "caf\u00e9 \u202e \ud800 \U000e0041 \x9b \ufe0f 日本", "large": 10**40}
    line = dump(value)
    assert json.loads(line) == value
    assert "café" in line and "日本" in line
    assert not any(hidden in line for hidden in "\u202e\ud800\U000e0041\x9b\ufe0f")


def test_a_line_longer_than_its_bound_is_passed_over_and_the_next_one_read(tmp_path: Path) -> None:
    path = tmp_path / "long.jsonl"
    with path.open("wb") as file:
        file.write(b'{"text": "' + b"x" * (9 * 1024 * 1024) + b'"}\n{"text": "short"}\n')
    reads = list(read_entries([Input(path, "long.jsonl", "lines", path.stat().st_size)], Meter()))
    assert [str(read.place) for read in reads] == ["long.jsonl:1", "long.jsonl:2"]
    assert isinstance(reads[0], Unread) and "longer than 8 MB" in reads[0].message
    assert isinstance(reads[1], Entry) and reads[1].content == '{"text": "short"}\n'


def test_every_command_is_found_by_its_file_and_shows_examples() -> None:
    assert catalogue.names() == (
        "bench", "calibrate", "check", "completion", "explain", "fmt", "plan", "test", "train", "validate",
    )  # fmt: skip
    for name in catalogue.names():
        command = catalogue.find(name)
        assert command is not None and command.summary
        text = build_parser(command).format_help()
        assert command.examples and all(example.line in text for example in command.examples)
    assert not set(catalogue.COMING) & set(catalogue.names())


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_knows_every_command_and_option(shell: str) -> None:
    text = script(shell)
    assert all(name in text for name in catalogue.names())
    assert "fail-on" in text and "flag fix reask block" in text
    path = shutil.which(shell)
    if path is not None:
        checked = subprocess.run([path, "-n"], input=text, capture_output=True, text=True, timeout=20, check=False)
        assert checked.returncode == 0, checked.stderr


def test_the_version_is_told_without_importing_anything_dear() -> None:
    code = (
        "import sys; from guardrail.cli.main import main; status = main(['--version']); "
        "dear = {'argparse', 'dataclasses', 'inspect', 'asyncio', 'guardrail.cli.shell'} & set(sys.modules); "
        "sys.exit(status or len(dear))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=20, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("guardrail ")


def test_help_for_a_command_imports_no_engine() -> None:
    code = (
        "import sys; from guardrail.cli.main import main; main(['validate', '--help']); "
        "sys.exit('guardrail.engine' in sys.modules or 'guardrail.compiler.front' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=20, check=False)
    assert done.returncode == 0


def test_several_processes_print_what_one_prints(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("policy.guard").write_text(POLICY, encoding="utf-8")
    lines = [json.dumps({"text": f"Ask Globex {n}." if n % 3 == 0 else "Ask nobody."}) for n in range(200)]
    lines[70] = "not json"
    Path("answers.jsonl").write_text("\n".join(lines), encoding="utf-8")
    words = ["validate", "policy.guard", "answers.jsonl", "--format", "jsonl"]
    alone = run_words([*words, "--log", "one.log"], monkeypatch)
    spread = run_words([*words, "--log", "two.log", "--jobs", "2"], monkeypatch)
    assert mask(alone.output) == mask(spread.output)
    assert (alone.errors, alone.status) == (spread.errors, spread.status) and alone.status == 2
    ids = [[json.loads(line)["id"] for line in Path(log).read_text().splitlines()] for log in ("one.log", "two.log")]
    assert ids[0] == ids[1] and len(ids[0]) == 199


def test_colours_are_for_terminals_unless_they_are_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("policy.guard").write_text(POLICY, encoding="utf-8")
    words = ["validate", "policy.guard"]
    plain = run_words(words, monkeypatch, b"Ask Globex.")
    painted = run_words([*words, "--color", "always"], monkeypatch, b"Ask Globex.")
    assert "\x1b[" not in plain.output and "\x1b[1;36mfix\x1b[0m" in painted.output


def test_a_fault_of_our_own_is_told_by_its_place_without_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("guardrail.compiler.front.analyse", fail)
    outcome = run_words(["check", __file__], monkeypatch)
    assert outcome.status == 2
    assert "guardrail itself failed: ZeroDivisionError in test_cli_parts.py" in outcome.errors
    assert "Traceback" not in outcome.errors


def test_main_takes_its_words_from_the_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["guardrail", "--version"])
    assert main() == 0
    assert capsys.readouterr().out.startswith("guardrail ")
