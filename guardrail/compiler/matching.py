"""The options after `matching`, read into a `Matching`."""

from __future__ import annotations

from collections.abc import Sequence

from guardrail.compiler.suggest import nearest
from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.source import Span
from guardrail.language import tree
from guardrail.text.requests import DEFAULT_MATCHING, Matching

SWITCHES = ("whole_words", "any_case", "any_accent", "plurals", "disguised")
"""Options that stand alone; `typos` takes an edit distance."""
OPTIONS = (*SWITCHES, "typos")

_ELSEWHERE = {
    **dict.fromkeys(("ignore_case", "case_insensitive", "nocase", "icase", "insensitive"), "any_case"),
    **dict.fromkeys(("word", "words", "word_boundary", "word_boundaries", "exact", "full_words"), "whole_words"),
    **dict.fromkeys(("accents", "ignore_accents", "ascii", "diacritics"), "any_accent"),
    **dict.fromkeys(("fuzzy", "typo", "misspelt", "misspelled", "edit_distance"), "typos 1"),
    **dict.fromkeys(("leet", "leetspeak", "obfuscated", "obfuscation", "homoglyphs", "lookalikes"), "disguised"),
    **dict.fromkeys(("stem", "stems", "stemming", "inflections", "possessive"), "plurals"),
}
"""What options are called elsewhere."""


def matching_of(options: Sequence[tree.Option]) -> tuple[Matching, tuple[Diagnostic, ...]]:
    """Exactly the options that are named, or the default ones where none is; and what is wrong with them.

    >>> matching_of([tree.Option("plurals")])[0] == Matching(plurals=True)
    True
    """
    if not options:
        return DEFAULT_MATCHING, ()
    problems: list[Diagnostic] = []
    named: dict[str, Span] = {}
    for option in options:
        problem = _problem(option, named)
        if problem is None:
            named[option.name] = option.span
        else:
            problems.append(problem)
    switches = {name: name in named for name in SWITCHES}
    return Matching(**switches, typos=1 if "typos" in named else 0), tuple(problems)


def _problem(option: tree.Option, named: dict[str, Span]) -> Diagnostic | None:
    from guardrail.diagnostics.codes.g103 import G103
    from guardrail.diagnostics.codes.g105 import G105
    from guardrail.diagnostics.codes.g210 import G210

    name, amount = option.name, option.amount
    if name not in OPTIONS:
        return G103.option(option.span, name, _ELSEWHERE.get(name) or nearest(name, OPTIONS), OPTIONS)
    if name in named:
        return G105.option_twice(option.span, name, named[name])
    written = name if amount is None else f"{name} {amount:g}"
    if name == "typos" and (amount is None or amount != 1):
        return G210.out_of_range(option.span, written, "`typos 1`: one edit in entries of six letters or more")
    if name != "typos" and amount is not None:
        return G210.out_of_range(option.span, written, f"`{name}`, without a number")
    return None
