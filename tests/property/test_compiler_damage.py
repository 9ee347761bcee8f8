"""What is said about policies that were sound until something small happened to them."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

from guardrail.compiler.front import analyse
from guardrail.compiler.unit import Unit
from guardrail.diagnostics.record import Diagnostic, Level
from guardrail.diagnostics.source import Span

POLICIES = Path(__file__).parents[2] / "policies"
NAMES = ("agent.guard", "baseline.guard", "rag.guard", "support.guard")
EDITS = 240
MOST = 3
NEAR = 2
"""Lines between an edit and what is said about it: a block that lost its brace ends some lines further on."""
WORDS = (
    *(
        "if",
        "block",
        "{",
        "}",
        "(",
        ")",
        "[",
        "]",
        ",",
        ":",
        "=",
        '"',
        "and",
        "or",
        "not",
        "rule",
        "on",
        "output",
        "say",
    ),
    *("foo", "3", "10ms", ">=", "then", "else", "require", "always", "test", "given", "expect", "request", "."),
)
LETTERS = 'abz_{}()[]",:=;.!?&|1 \n'


def damaged(choices: random.Random) -> tuple[str, int, str]:
    """The name of a shipped policy, the offset of an edit, and the text after it."""
    name = choices.choice(NAMES)
    text = (POLICIES / name).read_text("utf-8")
    place = choices.randrange(len(text) - 1)
    words = list(re.finditer(r'[\w.]+|[{}()\[\],:=>]+|"[^"\n]*"', text))
    word = choices.choice(words)
    match choices.randrange(6):
        case 0:
            return name, place, text[:place] + text[place + 1 :]
        case 1:
            return name, place, text[:place] + choices.choice(LETTERS) + text[place:]
        case 2:
            return name, place, text[:place] + text[place + 1] + text[place] + text[place + 2 :]
        case 3:
            return name, word.start(), text[: word.start()] + text[word.end() :]
        case 4:
            return name, word.start(), f"{text[: word.start()]}{choices.choice(WORDS)} {text[word.start() :]}"
        case _:
            return name, word.start(), text[: word.start()] + choices.choice(WORDS) + text[word.end() :]


def errors(name: str, text: str) -> tuple[Unit, list[Diagnostic]]:
    unit = analyse(POLICIES / name, text=text, root=POLICIES)
    return unit, [found for found in unit.diagnostics if found.level is Level.ERROR]


def places(found: Diagnostic, name: str) -> Iterator[Span]:
    spans = (found.span, *(label.span for label in found.secondary))
    return (span for span in spans if span.source == name)


def test_a_single_edit_is_told_in_few_messages_near_it_and_each_says_what_to_do() -> None:
    choices = random.Random(20)
    broken = many = far = 0
    for _ in range(EDITS):
        name, offset, text = damaged(choices)
        unit, found = errors(name, text)
        if not found:
            continue
        broken += 1
        many += len(found) > MOST
        assert all(problem.helps for problem in found), [problem.message for problem in found if not problem.helps]
        source = unit.sources[name]
        edited = source.position(offset)[0]
        spans = [span for problem in found for span in places(problem, name)]
        lines = [(source.position(span.start)[0], source.position(span.end)[0]) for span in spans]
        far += not any(first - NEAR <= edited <= last + NEAR for first, last in lines)
    assert broken > EDITS // 2
    assert many <= broken * 0.02, f"{many} of {broken} edits give more than {MOST} messages"
    assert far <= broken * 0.04, f"{far} of {broken} edits are told somewhere else"
