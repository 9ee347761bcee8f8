"""The third pass: reads what lists, texts and tools files hold into the scopes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from guardrail.compiler.entries import EntryProblem, clean_entries
from guardrail.compiler.files import FileProblem, PolicyRoot, ReadFile, as_text
from guardrail.compiler.list_files import read_entries
from guardrail.compiler.matching import matching_of
from guardrail.compiler.scopes import map_scopes
from guardrail.compiler.tools import Tools, parse_tools
from guardrail.compiler.unit import Scope, Unit
from guardrail.diagnostics.codes.g107 import G107
from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.source import Span
from guardrail.language import tree
from guardrail.text.requests import WordList


def run(unit: Unit) -> Unit:
    """Fill `lists`, `texts` and `tools` of every scope, and add the files read to `hashes`.

    What cannot be read is reported (G107) and stays empty, so that the names still lead somewhere.
    """
    if unit.scope is None:
        return unit
    reader = _Reader(PolicyRoot(unit.root, unit.given), unit.files, dict(unit.hashes))
    scope = map_scopes(unit.scope, reader.fill)
    return replace(unit, scope=scope, hashes=reader.hashes).with_diagnostics(*reader.diagnostics)


@dataclass(slots=True)
class _Reader:
    root: PolicyRoot
    files: Mapping[str, tree.File]
    hashes: dict[str, str]
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def fill(self, scope: Scope) -> Scope:
        """The scope with what its declarations read."""
        if scope.file not in self.files:
            return scope
        lists = {name: self._list(declared, scope.file) for name, declared in scope.list_declarations.items()}
        texts = {name: self._text(declared, scope.file) for name, declared in scope.text_declarations.items()}
        tools = [item for item in self.files[scope.file].items if isinstance(item, tree.ToolsDecl)]
        return replace(scope, lists=lists, texts=texts, tools=self._tools(tools[0], scope.file) if tools else None)

    def _list(self, declared: tree.ListDecl, file: str) -> WordList:
        if isinstance(declared.source, tree.FileList):
            entries = self._file_entries(declared.source, file)
        else:
            entries = self._inline_entries(declared.source.entries, declared.name)
        exceptions = () if declared.exceptions is None else self._inline_entries(declared.exceptions, declared.name)
        matching, problems = matching_of(declared.options)
        self.diagnostics.extend(problems)
        return WordList(declared.name, entries, matching, exceptions)

    def _file_entries(self, source: tree.FileList, file: str) -> tuple[str, ...]:
        try:
            read = self._read(source.path, file)
            return clean_entries(read_entries(as_text(read), read.name, source.column))
        except (FileProblem, EntryProblem) as problem:
            self._report(source.span, source.path, problem)
            return ()

    def _inline_entries(self, entries: tree.Array, name: str) -> tuple[str, ...]:
        try:
            return clean_entries(_strings(entries))
        except EntryProblem as problem:
            span = entries.span if problem.place is None else entries.items[problem.place].span
            self.diagnostics.append(G107.entries(span, name, problem.message, problem.help))
            return ()

    def _text(self, declared: tree.TextDecl, file: str) -> str:
        if declared.path is None:
            return declared.value or ""
        try:
            text = as_text(self._read(declared.path, file)).rstrip()
            if not text:
                raise FileProblem("is empty", "write the text into it")
        except FileProblem as problem:
            self._report(declared.span, declared.path, problem)
            return ""
        return text

    def _tools(self, declared: tree.ToolsDecl, file: str) -> Tools | None:
        try:
            read = self._read(declared.path, file)
            return parse_tools(as_text(read), read.name)
        except FileProblem as problem:
            self._report(declared.span, declared.path, problem)
            return None

    def _read(self, path: str, file: str) -> ReadFile:
        read = self.root.read(path, referenced_from=file)
        self.hashes[read.name] = read.sha256
        return read

    def _report(self, span: Span, path: str, problem: FileProblem | EntryProblem) -> None:
        self.diagnostics.append(G107.file(span, path, problem.message, problem.help))


def _strings(entries: tree.Array) -> Iterator[tuple[str, str]]:
    for place, item in enumerate(entries.items):
        if not isinstance(item, tree.Lit) or not isinstance(item.value, str):
            raise EntryProblem("has an entry that is not a string", "put it in double quotes", place)
        yield item.value, ""
