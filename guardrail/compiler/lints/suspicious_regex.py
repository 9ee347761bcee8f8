"""G407: regular expressions that are valid and hardly mean what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guardrail.compiler.operands import call_name, calls_in
from guardrail.compiler.passes.imports import main_files
from guardrail.compiler.unit import Unit
from guardrail.diagnostics.codes.g407 import G407
from guardrail.diagnostics.record import Diagnostic, Fix
from guardrail.diagnostics.source import Source, Span
from guardrail.language import tree

_CHECKS = frozenset({"matches"})
# A doubled backslash before a letter with a meaning, where no word goes on behind it, or before an escaped sign.
_DOUBLED = re.compile(r"\\\\(?:[dDwWsSbB](?![A-Za-z])|[.+*?(){}|$^])")
_ANY_DOUBLED = re.compile(r"\\\\(?=[dDwWsSbB.+*?(){}|$^\[\]])")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\\\]])*\]")
_FLAGS = re.compile("[imsxugy]{1,3}")
_SKIPPED = re.compile(r"\\.")
_VOWELS = frozenset("aeiou")
_SHORTEST_WORD = 4
_HOST = re.compile(
    r"(?<![\w\\.\[])[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.(?:com|org|net|edu|gov|info|io|ai|co|dev|app|de|uk|fr|eu|example)\b"
    r"(?![*+?{])",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?<![\w\\.\[])\d{1,3}(?:\.\d{1,3}){3}(?![\w.])")


def run(unit: Unit) -> Unit:
    """Warn of suspicious patterns in the rules of the main files, at most one in a pattern."""
    found: list[Diagnostic] = []
    for name in main_files(unit):
        for literal, is_first in _patterns(unit.files[name]):
            problem = _problem(literal, unit.sources[name], is_first)
            if problem is not None:
                found.append(problem)
    return unit.with_diagnostics(*found)


def _patterns(file: tree.File) -> Iterator[tuple[tree.Lit, bool]]:
    """Each pattern, and whether it is the first of its call."""
    policies = (item for item in file.items if isinstance(item, tree.Policy))
    arms = (arm for policy in policies for stage in policy.stages for rule in stage.rules for arm in rule.arms)
    for arm in arms:
        for call in calls_in(arm.condition):
            if call_name(call) in _CHECKS:
                for place, argument in enumerate(call.arguments):
                    if isinstance(argument.value, tree.Lit) and isinstance(argument.value.value, str):
                        yield argument.value, place == 0


def _problem(literal: tree.Lit, source: Source, is_first: bool) -> Diagnostic | None:
    # The text between the quotes is looked at as it is written, so that places in it are places in the file.
    begin = literal.span.start + 1
    if not is_first and isinstance(literal.value, str) and _FLAGS.fullmatch(literal.value):
        return G407.flags_argument(literal.span, source.text[literal.span.start : literal.span.end], literal.value)
    written = source.text[begin : literal.span.end - 1]
    return (
        _doubled(written, source.name, begin)
        or _classes(written, source.name, begin)
        or _hosts(written, source.name, begin)
    )


def _doubled(written: str, name: str, begin: int) -> Diagnostic | None:
    first = _DOUBLED.search(written)
    if first is None:
        return None
    every = tuple(
        Fix(Span(name, begin + match.start(), begin + match.end()), "\\") for match in _ANY_DOUBLED.finditer(written)
    )
    return G407.doubled_backslash(Span(name, begin + first.start(), begin + first.end()), first.group(), every)


def _classes(written: str, name: str, begin: int) -> Diagnostic | None:
    position = 0
    while position < len(written):
        escape = _SKIPPED.match(written, position)
        found = None if escape else _CLASS.match(written, position)
        if found is not None:
            span = Span(name, begin + found.start(), begin + found.end())
            problem = _class(found.group(), span)
            if problem is not None:
                return problem
        position = (escape or found).end() if escape or found else position + 1  # type: ignore[union-attr]
    return None


def _class(written: str, span: Span) -> Diagnostic | None:
    inside = written[1:-1]
    if _is_word(inside):
        return G407.word_in_class(span, written, inside)
    if inside.endswith("$") and not inside.endswith("\\$") and ("-" in inside[1:-1] or "\\" in inside):
        rest = inside[:-1]
        single = rest if re.fullmatch(r"\\.", rest) else f"[{rest}]"
        return G407.dollar_in_class(span, written, f"({single}|$)")
    return None


def _is_word(inside: str) -> bool:
    """Whether a class holds words: letters that stand in no order, some of them vowels, or twice the same one."""
    if not re.fullmatch(r"[a-z]+(?:[| ][a-z]+)*", inside):
        return False
    letters = re.sub("[| ]", "", inside)
    if len(letters) < _SHORTEST_WORD or _VOWELS.isdisjoint(letters) or set(letters) <= _VOWELS:
        return False
    return len(set(letters)) < len(letters) or list(letters) != sorted(letters)


def _hosts(written: str, name: str, begin: int) -> Diagnostic | None:
    outside = _CLASS.sub(lambda match: "_" * len(match.group()), written)
    match = _HOST.search(outside) or _ADDRESS.search(outside)
    if match is None:
        return None
    span = Span(name, begin + match.start(), begin + match.end())
    return G407.open_dot(span, match.group(), match.group().replace(".", "x", 1))
