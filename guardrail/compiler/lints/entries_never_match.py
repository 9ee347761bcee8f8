"""G410: entries of the lists that `mentions` looks for which no text can hold, and exceptions without an effect."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guardrail.compiler.files import FileProblem, PolicyRoot, as_text
from guardrail.compiler.list_files import read_entries
from guardrail.compiler.scopes import main_scopes
from guardrail.compiler.unit import Scope, Unit
from guardrail.diagnostics.codes.g410 import G410
from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.source import Span
from guardrail.language import tree
from guardrail.text.disguised import fold_disguised
from guardrail.text.folding import fold
from guardrail.text.requests import Matching, WordList

CASE, ACCENTS = "letter case", "accents"


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry as it is written: its text, where a policy writes it, and where it stands in a list file."""

    text: str
    span: Span
    where: str = ""


def run(unit: Unit) -> Unit:
    """Warn of entries that never match, in the lists of the main files that some `mentions` looks for."""
    # Other uses of a list compare whole values: there `Search` and `search` are two things.
    looked_for = {
        id(value)
        for call in unit.calls.values()
        if call.signature.name == "mentions"
        for value in call.arguments.values.values()
        if isinstance(value, WordList)
    }
    found: list[Diagnostic] = []
    for scope in main_scopes(unit):
        for name, declared in scope.list_declarations.items():
            words = scope.lists.get(name)
            if words is not None and id(words) in looked_for:
                found.extend(_problems(declared, words, _entries(unit, scope, declared)))
    return unit.with_diagnostics(*found)


def _entries(unit: Unit, scope: Scope, declared: tree.ListDecl) -> list[_Entry]:
    """The entries with their places; those of a file are read once more, since a word list does not keep them."""
    source = declared.source
    if isinstance(source, tree.InlineList):
        return _written(source.entries)
    try:
        file = PolicyRoot(unit.root, unit.given).read(source.path, referenced_from=scope.file)
        read = list(read_entries(as_text(file), file.name, source.column))
    except FileProblem:
        # It was sound a moment ago, and whoever changes a file meanwhile checks again.
        return []
    return [_Entry(text.strip(), source.span, where) for text, where in read]


def _written(array: tree.Array) -> list[_Entry]:
    literals = (item for item in array.items if isinstance(item, tree.Lit))
    return [_Entry(str(literal.value).strip(), literal.span) for literal in literals]


def _problems(declared: tree.ListDecl, words: WordList, entries: list[_Entry]) -> Iterator[Diagnostic]:
    matching = words.matching
    exceptions = [] if declared.exceptions is None else _written(declared.exceptions)
    excepted = {_seen(exception.text, matching): exception.span for exception in exceptions}
    seen_entries = [_seen(entry.text, matching) for entry in entries]
    first: dict[str, _Entry] = {}
    repeated: list[tuple[_Entry, _Entry]] = []
    for entry, seen in zip(entries, seen_entries, strict=True):
        if _has_surrogate(entry.text):
            yield G410.surrogate(entry.span, entry.where)
        elif not seen and not (matching.disguised and fold_disguised(entry.text)):
            yield G410.nothing(entry.span, entry.where)
        elif seen in excepted:
            yield G410.excepted(entry.span, entry.where, excepted[seen])
        elif seen in first:
            repeated.append((entry, first[seen]))
        elif seen:
            first[seen] = entry
    yield from _repetitions(declared, matching, repeated)
    if not matching.typos:
        yield from _useless(words.name, matching, exceptions, {seen for seen in seen_entries if seen})


def _repetitions(
    declared: tree.ListDecl, matching: Matching, repeated: list[tuple[_Entry, _Entry]]
) -> Iterator[Diagnostic]:
    if not repeated:
        return
    if isinstance(declared.source, tree.FileList):
        places = [(entry.where, earlier.where) for entry, earlier in repeated]
        ignored = list(dict.fromkeys(what for pair in repeated for what in _differences(*pair)))
        options = _stricter(matching, ignored)
        yield G410.repeated_in_file(declared.source.span, declared.source.path, places, " and ".join(ignored), options)
        return
    for entry, earlier in repeated:
        ignored = list(_differences(entry, earlier))
        yield G410.repeated(entry.span, earlier.span, " and ".join(ignored), _stricter(matching, ignored))


def _useless(name: str, matching: Matching, exceptions: list[_Entry], entries: set[str]) -> Iterator[Diagnostic]:
    """The exceptions in which no entry stands; `entries` are as they are looked for."""
    for exception in exceptions:
        seen = _seen(exception.text, matching)
        if any(entry in seen for entry in entries):
            continue
        letters = fold_disguised(exception.text) if matching.disguised else ""
        if not any((key := fold_disguised(entry)) and key in letters for entry in entries if letters):
            yield G410.useless_exception(exception.span, name)


def _seen(text: str, matching: Matching) -> str:
    """The text as the list's options let it be seen."""
    return " ".join(fold(text, any_case=matching.any_case, any_accent=matching.any_accent).split())


def _differences(entry: _Entry, earlier: _Entry) -> Iterator[str]:
    """What tells two entries apart that are seen alike, as people call it; nothing where it is only white space."""
    if fold(entry.text, any_case=False) != fold(earlier.text, any_case=False):
        yield CASE
    if fold(entry.text, any_accent=False) != fold(earlier.text, any_accent=False):
        yield ACCENTS


def _stricter(matching: Matching, ignored: list[str]) -> str:
    """The options with which the list would mind what it ignores; empty where there are none to name.

    >>> _stricter(Matching(whole_words=True, any_case=True, any_accent=True), [CASE])
    'whole_words, any_accent'
    """
    if not ignored or matching.disguised or matching.typos:
        return ""
    options = {
        "whole_words": matching.whole_words,
        "any_case": matching.any_case and CASE not in ignored,
        "any_accent": matching.any_accent and ACCENTS not in ignored,
        "plurals": matching.plurals,
    }
    return ", ".join(name for name, on in options.items() if on)


def _has_surrogate(text: str) -> bool:
    return not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text)
