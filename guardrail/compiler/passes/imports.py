"""The first pass: reads and parses the policy file (or each one of a folder) and everything it imports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from guardrail.compiler.files import RELATIVE, FileProblem, PolicyRoot, as_text
from guardrail.compiler.unit import Unit
from guardrail.diagnostics.codes.g107 import G107
from guardrail.diagnostics.codes.g108 import G108
from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.source import Source, Span
from guardrail.language import tree

MAX_FILES = 64
"""How many policy files one compilation may read; no chain of imports can be deeper."""
FOLDER = "."
"""`Unit.main` when a whole folder is compiled."""
SUFFIX = ".guard"
CALLER_HELP = "name a policy file, or a folder of them; a relative path starts at the working directory"


def run(unit: Unit) -> Unit:
    """Fill `files`, `sources` and `hashes`; a source that is already there (an unsaved text) is not read again."""
    loader = _Loader(PolicyRoot(unit.root), dict(unit.sources), dict(unit.hashes))
    here = Span(unit.main, 0, 0)
    if unit.main == FOLDER:
        names = _policy_files(unit.root)
        loader.sources.setdefault(FOLDER, Source(FOLDER, ""))
        if not names:
            loader.report(
                G107.file(here, unit.root.name, f"holds no `{SUFFIX}` file", "name the folder of your policies")
            )
    else:
        names = (unit.main,)
    for name in names:
        if name in unit.sources:
            loader.parse(unit.sources[name])
        else:
            loader.load(name, referenced_from="", span=Span(name, 0, 0))
    filled = replace(unit, files=loader.files, sources=loader.sources, hashes=loader.hashes)
    return filled.with_diagnostics(*loader.diagnostics)


def main_files(unit: Unit) -> tuple[str, ...]:
    """The names of the files that were asked for: the main file, or those directly in the folder, in order."""
    if unit.main != FOLDER:
        return (unit.main,) if unit.main in unit.files else ()
    return tuple(sorted(name for name in unit.files if "/" not in name and ":" not in name))


def import_targets(unit: Unit, name: str) -> Mapping[str, str | None]:
    """For each alias of a file the name of the file it imports, or None where that one could not be read."""
    root = PolicyRoot(unit.root)
    targets: dict[str, str | None] = {}
    for item in unit.files[name].items:
        if isinstance(item, tree.Import):
            targets.setdefault(item.alias, _target(root, item.path, name, unit.files))
    return targets


def _target(root: PolicyRoot, path: str, name: str, files: Mapping[str, tree.File]) -> str | None:
    try:
        target, _ = root.locate(path, referenced_from=name, suffixes=(SUFFIX,))
    except FileProblem:
        return None
    return target if target in files else None


def _policy_files(folder: Path) -> tuple[str, ...]:
    return tuple(sorted(path.name for path in folder.glob(f"*{SUFFIX}") if not path.is_dir()))


@dataclass(slots=True)
class _Loader:
    root: PolicyRoot
    sources: dict[str, Source]
    hashes: dict[str, str]
    files: dict[str, tree.File] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    done: set[str] = field(default_factory=set)
    chain: list[tuple[str, Span]] = field(default_factory=list)

    def report(self, found: Diagnostic) -> None:
        self.diagnostics.append(found)
        # Every span that is reported needs a source to be shown in, even that of a file which was never read.
        self.sources.setdefault(found.span.source, Source(found.span.source, ""))

    def load(self, path: str, *, referenced_from: str, span: Span) -> None:
        """Read, parse and follow one file; `span` is where problems with it are shown."""
        try:
            if referenced_from and not path.endswith(SUFFIX) and ":" not in path:
                raise FileProblem(
                    f"is no `{SUFFIX}` file", "lists are declared with `list x from …`, texts with `text x from …`"
                )
            name, _ = self.root.locate(path, referenced_from=referenced_from, suffixes=(SUFFIX,))
            if any(name == open_name for open_name, _ in self.chain):
                self._report_cycle(name, span)
                return
            if name in self.done:
                return
            if len(self.done) + len(self.chain) >= MAX_FILES:
                self.report(G107.too_many_files(span, MAX_FILES))
                return
            read = self.root.read(path, referenced_from=referenced_from, suffixes=(SUFFIX,))
            text = as_text(read)
        except FileProblem as problem:
            help_text = problem.help if referenced_from or problem.help != RELATIVE else CALLER_HELP
            self.report(G107.file(span, path, problem.message, help_text))
            return
        self.hashes[name] = read.sha256
        self.parse(Source(name, text), span)

    def parse(self, source: Source, span: Span | None = None) -> None:
        """Parse a source and load what it imports."""
        from guardrail.language.parser import parse

        self.sources[source.name] = source
        parsed = parse(source)
        self.diagnostics.extend(parsed.diagnostics)
        if parsed.file is not None:
            self.files[source.name] = parsed.file
            self.chain.append((source.name, span or Span(source.name, 0, 0)))
            for item in parsed.file.items:
                if isinstance(item, tree.Import):
                    self.load(item.path, referenced_from=source.name, span=item.span)
            self.chain.pop()
        self.done.add(source.name)

    def _report_cycle(self, name: str, span: Span) -> None:
        start = next(i for i, (open_name, _) in enumerate(self.chain) if open_name == name)
        names = [open_name for open_name, _ in self.chain[start:]]
        links = [link for _, link in self.chain[start + 1 :]]
        self.report(G108.imports(span, [*names, name], links))
