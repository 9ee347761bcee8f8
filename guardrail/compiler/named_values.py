"""Lists and texts by the names a policy uses: the value, or what is wrong with the name."""

from __future__ import annotations

from guardrail.compiler.declarations import ROOTS
from guardrail.compiler.scopes import find_list, find_text, is_broken, scope_of
from guardrail.compiler.suggest import nearest
from guardrail.compiler.unit import Scope
from guardrail.diagnostics.codes.g103 import G103
from guardrail.diagnostics.codes.g201_foreign import ForeignOperand
from guardrail.diagnostics.record import Diagnostic
from guardrail.language import tree
from guardrail.text.requests import WordList


def named_list(path: tree.Path, scope: Scope, instead: str | None = None) -> WordList | Diagnostic | None:
    """The list of a name; None when it is known to be broken and was reported where it is declared or imported.

    `instead` is what to do where the name is that of a text.
    """
    found = find_list(scope, path.parts)
    if found is not None:
        return found if found.entries else None
    return _problem(path, scope, "list", find_text(scope, path.parts) is not None, instead)


def named_text(path: tree.Path, scope: Scope, instead: str | None = None) -> str | Diagnostic | None:
    """The text of a name; None when it is known to be broken and was reported where it is declared or imported.

    `instead` is what to do where the name is that of a list.
    """
    found = find_text(scope, path.parts)
    if found is not None:
        return found or None
    return _problem(path, scope, "text", find_list(scope, path.parts) is not None, instead)


def _problem(path: tree.Path, scope: Scope, what: str, is_the_other: bool, instead: str | None) -> Diagnostic | None:
    if is_the_other:
        return G103.other_kind(path.span, path.text, "a text" if what == "list" else "a list", f"a {what}", instead)
    if path.parts[0] in ROOTS and (len(path.parts) > 1 or path.parts[0] in ("request", "tool")):
        return ForeignOperand.fact_as_argument(path.span, path.text, f"a {what}")
    home = scope_of(scope, path.parts)
    if home is None or is_broken(scope, path.parts):
        return None
    if path.parts[-1] in home.list_declarations or path.parts[-1] in home.text_declarations:
        return None
    names = declared_names(scope, what)
    if what == "text":
        return G103.text_name(path.span, path.text, nearest(path.text, names), names)
    close = nearest(path.text, names)
    near = home.list_declarations.get(close.rpartition(".")[2]) if close is not None else None
    return G103.declared_name(path.span, what, path.text, close, names, near.name_span if near is not None else None)


def declared_names(scope: Scope, what: str) -> tuple[str, ...]:
    """The names of all lists (or texts) in reach: the file's own, and those of its imports behind their alias."""
    names = list(_own(scope, what))
    for alias, imported in scope.imports.items():
        names += (f"{alias}.{name}" for name in _own(imported, what))
    return tuple(sorted(names))


def _own(scope: Scope, what: str) -> tuple[str, ...]:
    return tuple(scope.list_declarations if what == "list" else scope.text_declarations)
