"""The canonical text of a check call: equal calls have equal keys, whatever order or spelling a policy used."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from guardrail.compiler.arguments import ResolvedCall, resolve_arguments
from guardrail.compiler.files import SHIPPED
from guardrail.compiler.operands import call_name
from guardrail.compiler.scopes import all_scopes, scope_of
from guardrail.compiler.unit import Scope, Unit
from guardrail.diagnostics.wording import show_value
from guardrail.language import tree
from guardrail.validators.contract import Kind, Parameter, Signature


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class KeyNames:
    """How keys name things in one unit.

    `owners` holds the files that declare a list or text of a name, `tools` the number of tools files: where there
    are several, a name of a file other than the main one is told apart by that file.
    """

    main: str
    owners: Mapping[str, frozenset[str]]
    tools: int = 0

    @classmethod
    def of_unit(cls, unit: Unit) -> KeyNames:
        """The names of all files in reach."""
        owners: dict[str, frozenset[str]] = {}
        tools = 0
        for file, scope in all_scopes(unit).items():
            tools += scope.tools is not None
            for name in (*scope.list_declarations, *scope.text_declarations):
                owners[name] = owners.get(name, frozenset()) | {file}
        return cls(unit.main, owners, tools)

    def declared(self, path: tree.Path, scope: Scope) -> str:
        """The name of a list or text as a key shows it."""
        home = scope_of(scope, path.parts) or scope
        name = path.parts[-1]
        ambiguous = len(self.owners.get(name, ())) > 1 and home.file != self.main
        return f"{name} of {home.file}" if ambiguous else name

    def file(self, path: str, scope: Scope) -> str:
        """A path as seen from the main file's folder."""
        if path.startswith(SHIPPED):
            return path
        if scope.file.startswith(SHIPPED):
            return SHIPPED + posixpath.normpath(posixpath.join(posixpath.dirname(scope.file[len(SHIPPED) :]), path))
        whole = posixpath.normpath(posixpath.join(posixpath.dirname(scope.file), path))
        return posixpath.relpath(whole, posixpath.dirname(self.main) or ".")


def call_key(unit: Unit, call: tree.Call, scope: Scope) -> str | None:
    """The key of a call written in `scope`, be it in a rule or in a test; None when it is not a sound call."""
    validator = scope.validators.find(call_name(call))
    if validator is None:
        return None
    resolved = resolve_arguments(call, validator.signature, scope)
    return canonical_key(resolved, validator.signature, scope, KeyNames.of_unit(unit)) if resolved.usable else None


def canonical_key(resolved: ResolvedCall, signature: Signature, scope: Scope, names: KeyNames) -> str:
    """The key of a resolved call: its arguments in the signature's order, defaults left out."""
    shown: list[str] = []
    pending: list[str] = []
    for parameter in signature.parameters:
        text = _parameter(parameter, resolved, scope, names)
        is_default = not parameter.variadic and resolved.values[parameter.name] == parameter.default
        if parameter.named:
            shown += [] if is_default or text is None else [f"{parameter.name}: {text}"]
        elif is_default:
            # A default in the middle stays: without it the next value would take its place.
            pending += [] if text is None else [text]
        elif text is not None:
            shown += [*pending, text]
            pending = []
    key = f"{signature.name}({', '.join(shown)})" if shown else signature.name
    from_other_file = signature.needs_tools and names.tools > 1 and scope.file != names.main
    return f"{key} of {scope.file}" if from_other_file else key


def _parameter(parameter: Parameter, resolved: ResolvedCall, scope: Scope, names: KeyNames) -> str | None:
    written = resolved.written.get(parameter.name, ())
    if not written:
        return None
    texts = list(dict.fromkeys(_value(argument.value, parameter, scope, names) for argument in written))
    if parameter.variadic and parameter.kind is Kind.CHOICE:
        texts.sort()
    return ", ".join(texts)


def _value(value: tree.Path | tree.Lit | tree.Array, parameter: Parameter, scope: Scope, names: KeyNames) -> str:
    match value:
        case tree.Path():
            is_declared = parameter.kind in (Kind.LIST, Kind.TEXT, Kind.STRINGS)
            return names.declared(value, scope) if is_declared else value.text
        case tree.Lit(literal):
            if parameter.kind is Kind.FILE:
                return show_value(names.file(str(literal), scope))
            return str(literal) if parameter.kind in (Kind.CHOICE, Kind.SUBJECT) else show_value(literal)
        case tree.Array(items):
            inner = ", ".join(show_value(item.value) for item in items if isinstance(item, tree.Lit))
            return f"[{inner}]"
