"""What a redaction leaves: nothing of what it was to take away, in whatever rendering, and all of the rest."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import guardrail
from guardrail.decision import Decision
from guardrail.text.disguised import DisguisedView, fold_disguised
from guardrail.text.document import find_document
from guardrail.text.folding import clean, fold
from tests.unit.disguises import DISGUISES

NAMES = ("Globex", "Kestrelworks", "Lab Dynamics", "Quist of the North")
DIGITS = ("4111 1111 1111 1111", "5500-0055-5555-5559", "DE89 3704 0044 0532 0130 00", "ava.lund@globe-mail.example")
SECRETS = ("AKIAQ7RZL2MXW5TDVB3K", "ghp_a8Xk2LqR9mZt4VwYc7NbJ5HdS3FgP6eUoT1x")
LABELS = ("[name]", "[private]", "[secret]", "[number]")
WORDS = "the answer came late, so please ask again; nobody (or few) knew. Über 20 € más 東京 today: it's fine!".split()

POLICY = """\
guard 1
list names = ["Globex", "Kestrelworks", "Lab Dynamics", "Quist of the North"] \
matching whole_words, any_case, any_accent, plurals, disguised
policy p {
  on error block
  on timeout block
  on output within 60s limit 100000 chars {
    %s
  }
  on tool_call within 60s limit 100000 chars {
    %s
  }
}
"""
RULES = """rule names { redact as "[name]" if mentions(names) }
    rule a_numbers { redact as "[number]" if matches("[0-9]{4} 1111") }
    rule private { redact as "[private]" if pii(card_number, iban, email) }
    rule secret { redact as "[secret]" if secrets() }"""
SHAPE = 'rule shape { flag if not json_schema("any.json", around: prose) }'


@cache
def guard(*, json_stage: bool) -> guardrail.Guard:
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "any.json").write_text("true", "utf-8")
        rules = f"{RULES}\n    {SHAPE}" if json_stage else RULES
        (folder / "p.guard").write_text(POLICY % (rules, RULES), "utf-8")
        return guardrail.load(folder / "p.guard")


class Planted(str):
    """A text that must not be left, as it is written when it is not disguised."""


names = st.tuples(st.sampled_from(NAMES), st.sampled_from(sorted(DISGUISES)))
in_clean_view = ("6 full width", "7 mathematical bold", "12 zero-width spaces", "12 soft hyphens", "17 Hangul fillers")
others = st.tuples(st.sampled_from(DIGITS + SECRETS), st.sampled_from(("none", *in_clean_view)))
planted = st.one_of(names, others)
words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)


def disguised(value: str, disguise: str) -> str:
    return value if disguise == "none" else DISGUISES[disguise](value)


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, tuple[str, ...]]:
    """A text with values planted in it, and which."""
    values = draw(st.lists(planted, max_size=3))
    parts = ["so", draw(words)]
    for value, disguise in values:
        parts += [disguised(value, disguise), draw(words)]
    return " ".join(parts), tuple(value for value, _ in values)


def assert_nothing_left(text: str, values: tuple[str, ...]) -> None:
    shown = {text, clean(text), fold(text)}
    for value in values:
        assert not any(value in rendering or fold(value) in rendering for rendering in shown), value
        if value in NAMES:
            assert fold_disguised(value) not in DisguisedView(text).text, value
        digits = "".join(filter(str.isdigit, value))
        if len(digits) > 12:
            assert digits not in "".join(filter(str.isdigit, clean(text))), value


def assert_rest_is_kept(text: str, decision: Decision, at: str | None = None) -> None:
    """The output is the text with one of the labels for every stretch that findings cover."""
    spans = sorted(span for finding in decision.findings if finding.at == at for span in finding.spans)
    pattern, position = "", 0
    for start, end in spans:
        if start >= position:
            pattern += re.escape(text[position:start]) + f"(?:{'|'.join(map(re.escape, LABELS))})"
        position = max(position, end)
    assert re.fullmatch(pattern + re.escape(text[position:]), decision.text or "") is not None


@given(texts())
def test_no_planted_value_is_left_in_any_view_and_all_else_is_kept(case: tuple[str, tuple[str, ...]]) -> None:
    text, values = case
    for json_stage in (False, True):
        decision = guard(json_stage=json_stage).output(text)
        assert decision.action == ("fix" if values else "flag" if json_stage else "allow")
        assert_nothing_left(decision.text or "", values)
        assert_rest_is_kept(text, decision)


@st.composite
def documents(draw: st.DrawFn) -> tuple[Any, dict[str, tuple[str, ...]]]:
    """A JSON value, and by JSON pointer what is planted in its strings."""
    hidden: dict[str, tuple[str, ...]] = {}

    def node(pointer: str, depth: int) -> Any:
        kind = draw(st.sampled_from("sssnnol" if depth < 3 else "ssn"))
        if kind == "n":
            return draw(st.one_of(st.none(), st.booleans(), st.integers(-999, 999), st.sampled_from((0.5, -1e-7))))
        if kind == "o":
            keys = draw(st.lists(st.sampled_from(("id", "a/b", "m~n", "", "ключ", '"q"')), max_size=3, unique=True))
            escaped = [key.replace("~", "~0").replace("/", "~1") for key in keys]
            return {key: node(f"{pointer}/{token}", depth + 1) for key, token in zip(keys, escaped, strict=True)}
        if kind == "l":
            return [node(f"{pointer}/{place}", depth + 1) for place in range(draw(st.integers(0, 3)))]
        text, values = draw(texts())
        hidden[pointer] = values
        return text

    return {"top": node("/top", 0)}, hidden


def escaped(value: Any, chances: Iterator[int]) -> str:
    """JSON text with letters and digits inside strings escaped here and there."""
    text = json.dumps(value, ensure_ascii=False)
    letters = re.compile(r'"(?:[^"\\]|\\.)*"')

    def escape(match: re.Match[str]) -> str:
        inside = re.sub(r"\\.|[A-Za-z0-9]", one, match[0][1:-1])
        return f'"{inside}"'

    def one(match: re.Match[str]) -> str:
        return f"\\u{ord(match[0]):04x}" if len(match[0]) == 1 and next(chances) == 0 else match[0]

    return letters.sub(escape, text)


chances = st.randoms(use_true_random=False).map(lambda source: iter(lambda: source.randrange(4), -1))
SURROUNDINGS = ("{}", "```json\n{}\n```", "Here it is:\n```\n{}\n```\nAsk again.", "See {} for more.")


@given(documents(), chances, st.sampled_from(SURROUNDINGS))
def test_json_keeps_its_shape_and_every_string_that_holds_nothing(
    case: tuple[Any, dict[str, tuple[str, ...]]], chances: Iterator[int], around: str
) -> None:
    value, hidden = case
    text = around.replace("{}", escaped(value, chances))
    decision = guard(json_stage=True).output(text)
    assert decision.action == ("fix" if any(hidden.values()) else "allow")
    document = find_document(decision.text or "")
    assert document is not None
    assert_redacted(value, document.value, hidden, "")


def assert_redacted(before: Any, after: Any, hidden: dict[str, tuple[str, ...]], pointer: str) -> None:
    assert type(before) is type(after)
    if isinstance(before, dict):
        assert list(before) == list(after)
        for key in before:
            token = key.replace("~", "~0").replace("/", "~1")
            assert_redacted(before[key], after[key], hidden, f"{pointer}/{token}")
    elif isinstance(before, list):
        assert len(before) == len(after)
        for place, (one, other) in enumerate(zip(before, after, strict=True)):
            assert_redacted(one, other, hidden, f"{pointer}/{place}")
    elif hidden.get(pointer):
        assert_nothing_left(after, hidden[pointer])
    else:
        assert before == after


@given(documents(), chances)
def test_tool_arguments_keep_their_shape_given_as_a_mapping_or_as_text(
    case: tuple[Any, dict[str, tuple[str, ...]]], chances: Iterator[int]
) -> None:
    value, hidden = case
    for args in (value, escaped(value, chances)):
        decision = guard(json_stage=False).tool_call("save", args)
        assert decision.action == ("fix" if any(hidden.values()) else "allow")
        assert_redacted(value, dict(decision.args or {}), hidden, "")


@given(texts(), chances, st.sampled_from(("%s,", "%s %s", "[%s, %s]]", "{'a': %s}", '{"inner": %s, "inner": 1}')))
def test_escapes_in_what_is_not_quite_json_hide_nothing(
    case: tuple[str, tuple[str, ...]], chances: Iterator[int], broken: str
) -> None:
    text, values = case
    inner = escaped({"a": text}, chances)
    decision = guard(json_stage=True).output(broken.replace("%s", inner))
    assert decision.action == ("fix" if values else decision.action)
    assert decision.action < "reask"
    left = decision.text or ""
    assert_nothing_left(left, values)
    unescaped = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), left)
    assert_nothing_left(unescaped, values)


@given(texts(), chances)
def test_json_inside_a_json_string_hides_nothing(case: tuple[str, tuple[str, ...]], chances: Iterator[int]) -> None:
    text, values = case
    inner = escaped({"a": text}, chances)
    decision = guard(json_stage=False).tool_call("save", {"body": inner})
    assert decision.action == ("fix" if values else "allow")
    assert decision.args is not None
    assert_nothing_left(json.loads(decision.args["body"])["a"], values)
