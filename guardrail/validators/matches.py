"""`matches("…")`: a regular expression somewhere in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guardrail.text.requests import Pattern, ScanRequest, ViewName
from guardrail.text.scanner.regex_danger import largest_count, needs_backtracking, nests_loops
from guardrail.text.scanner.regex_parse import parse
from guardrail.text.scanner.regex_spell import spell_tree
from guardrail.text.scanner.regex_tree import Node, RegexProblem
from guardrail.text.scanner.regex_width import width
from guardrail.validators.contract import (
    ArgumentProblem,
    Arguments,
    Cost,
    Kind,
    Parameter,
    Returns,
    ScanCheck,
    Signature,
    Stream,
)

MAX_LENGTH = 2_000
MAX_COUNT = 1_000

_PARAMETER = "patterns"


class Matches:
    """The validator `matches`."""

    signature = Signature(
        name="matches",
        summary="a regular expression matches somewhere in the text, raw or with ignorable characters dropped",
        returns=Returns.FINDINGS,
        stream=Stream.PREFIX,
        cost=Cost.C1,
        parameters=(
            Parameter(
                _PARAMETER,
                Kind.PATTERN,
                "regular expressions in Python's syntax; `\\b`, `\\d` and `\\w` mean Unicode, `(?i)` ignores case",
                required=True,
                variadic=True,
            ),
        ),
        spans=True,
        examples=(
            (r'matches("(?i)\bdrop\s+table\b")', "please DROP  TABLE users", True),
            (r'matches("(?i)\bdrop\s+table\b")', "backdrop tables", False),
            (r'matches("\bINV-\d{6}\b", "\bPO-\d{6}\b")', "see PO-004711", True),
        ),
    )

    def bind(self, arguments: Arguments) -> ScanCheck:
        """Read the expressions; raises `ArgumentProblem` (G210) for one that cannot be used."""
        expressions: tuple[str, ...] = arguments[_PARAMETER]
        problems: list[ArgumentProblem] = []
        for place, expression in enumerate(expressions, start=1):
            which = "the pattern" if len(expressions) == 1 else f"pattern {place}"
            problems.extend(_warnings(_read(expression, which), which))
        views = (ViewName.RAW, ViewName.CLEAN)
        check = ScanCheck(ScanRequest(patterns=tuple(Pattern("", text, views) for text in expressions)))
        check.problems = tuple(problems)
        return check


VALIDATOR = Matches()


def _read(expression: str, which: str) -> Node:
    if not expression:
        raise _refused(f"{which} is empty", "write what is to be found, for instance `\\bconfidential\\b`")
    if len(expression) > MAX_LENGTH:
        raise _refused(
            f"{which} is longer than {MAX_LENGTH:,} characters",
            "split it into several patterns, or put the words into a `list` and use `mentions`",
        )
    try:
        tree = parse(expression)
        re.compile(spell_tree(tree))
    except RegexProblem as problem:
        raise _refused(
            f"{which} cannot be read as a regular expression: {problem.message} (at character {problem.position + 1})",
            "a character that has a meaning in regular expressions needs a backslash to stand for itself",
        ) from None
    except (re.error, OverflowError, RecursionError):
        raise _refused(f"{which} cannot be run as a regular expression", "write it more simply") from None
    if largest_count(tree) > MAX_COUNT:
        raise _refused(
            f"{which} repeats something more than {MAX_COUNT:,} times",
            f"use counts up to {MAX_COUNT:,}, nested ones multiplied, or an open repeat such as `+`",
        )
    if width(tree)[1] == 0:
        raise _refused(f"{which} can match nothing but the empty text", "let it consume at least one character")
    return tree


def _warnings(tree: Node, which: str) -> Iterator[ArgumentProblem]:
    constructs = needs_backtracking(tree)
    if not constructs:
        return
    named = " and ".join(constructs)
    yield _risky(
        f"{which} uses {named}, which no linear-time engine takes: it runs under a time limit",
        "write it without, or say with `on error` what is to happen when the limit is hit",
    )
    if nests_loops(tree):
        yield _risky(
            f"{which} repeats a repeat, as `(a+)+` does: on some texts it takes exponential time",
            "let only one of the two repeats be open",
        )


def _refused(message: str, help: str) -> ArgumentProblem:
    return ArgumentProblem("G210", message, parameter=_PARAMETER, help=help)


def _risky(message: str, help: str) -> ArgumentProblem:
    return ArgumentProblem("G406", message, parameter=_PARAMETER, help=help)
