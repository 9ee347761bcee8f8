"""One argument of a call: the value it is bound as, or what is wrong with it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

from guardrail.compiler.named_values import named_list, named_text
from guardrail.compiler.suggest import nearest
from guardrail.compiler.unit import Scope
from guardrail.diagnostics.codes.g103 import G103
from guardrail.diagnostics.codes.g201 import G201
from guardrail.diagnostics.codes.g210 import G210
from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.wording import name_list, show_value, shown
from guardrail.language import tree
from guardrail.validators.contract import Bound, Kind, Parameter

_WANTS: Final[Mapping[Kind, str]] = {
    Kind.LIST: "the name of a list",
    Kind.TEXT: "a text's name or a string",
    Kind.STRING: "a string",
    Kind.PATTERN: "a regular expression in quotes",
    Kind.FILE: "a path in quotes",
    Kind.NUMBER: "a number",
    Kind.INTEGER: "a whole number",
    Kind.BOOLEAN: "`true` or `false`",
    Kind.CHOICE: "one of its choices",
    Kind.SUBJECT: "a subject",
    Kind.STRINGS: "a list's name or an array of strings",
}

_WITHOUT_FORMAT: Final = frozenset(
    {"name", "names", "person", "person_name", "first_name", "last_name", "address", "location", "organization"}
)
"""What people look for with `pii`, and what has no format to be found by."""


def wanted(parameter: Parameter) -> str:
    """What a parameter takes, with its article."""
    if parameter.kind in (Kind.CHOICE, Kind.SUBJECT) and 0 < len(parameter.choices) <= 4:
        return " or ".join(f"`{choice}`" for choice in parameter.choices)
    return _WANTS[parameter.kind]


def example(parameter: Parameter) -> str:
    """An argument as a policy might write it, with its name where it is given by name."""
    examples = {
        Kind.LIST: "names",
        Kind.STRINGS: '["…"]',
        Kind.NUMBER: "0.8",
        Kind.INTEGER: "8",
        Kind.BOOLEAN: "true",
    }
    value = parameter.choices[0] if parameter.choices else examples.get(parameter.kind, '"…"')
    return f"{parameter.name}: {value}" if parameter.named else value


class ArgumentValue:
    """One argument of a call to `check`, resolved.

    `bound` is its value. `known` is False where a list or text could not be read, which was reported elsewhere.
    `problems` are what is wrong with it.
    """

    __slots__ = ("argument", "bound", "check", "known", "parameter", "problems", "scope")

    def __init__(self, check: str, parameter: Parameter, argument: tree.Argument, scope: Scope) -> None:
        self.check, self.parameter, self.argument, self.scope = check, parameter, argument, scope
        self.bound: Bound = None
        self.known = True
        self.problems: list[Diagnostic] = []
        self._resolve()

    def _resolve(self) -> None:
        match self.parameter.kind:
            case Kind.LIST:
                self._list(as_strings=False)
            case Kind.STRINGS:
                self._strings()
            case Kind.TEXT:
                self._text()
            case Kind.STRING | Kind.PATTERN | Kind.FILE:
                self._string()
            case Kind.NUMBER | Kind.INTEGER:
                self._number()
            case Kind.BOOLEAN:
                self._boolean()
            case Kind.CHOICE | Kind.SUBJECT:
                self._choice()

    def _wrong(self) -> None:
        value, parameter = self.argument.value, self.parameter
        got = _shown(value)
        help_text, fix = _argument_help(self.check, parameter, value)
        problem = G201.argument(value.span, self.check, parameter.name, wanted(parameter), got, help_text, fix)
        self.problems.append(problem)

    def _list(self, *, as_strings: bool) -> None:
        value = self.argument.value
        if not isinstance(value, tree.Path):
            self._wrong()
            return
        found = named_list(value, self.scope, f"write `contains({value.text})`" if self.check == "mentions" else None)
        if isinstance(found, Diagnostic):
            self.problems.append(found)
        elif found is None:
            self.known = False
        else:
            self.bound = found.entries if as_strings else found

    def _strings(self) -> None:
        value = self.argument.value
        if not isinstance(value, tree.Array):
            self._list(as_strings=True)
            return
        items = [item.value for item in value.items if isinstance(item, tree.Lit) and isinstance(item.value, str)]
        if len(items) == len(value.items):
            self.bound = tuple(items)
        else:
            self._wrong()

    def _text(self) -> None:
        value = self.argument.value
        if isinstance(value, tree.Path):
            instead = f"write `mentions({value.text})`" if self.check == "contains" else None
            found = named_text(value, self.scope, instead)
            if isinstance(found, Diagnostic):
                self.problems.append(found)
            self.known = found is not None
            self.bound = found if isinstance(found, str) else None
        elif isinstance(value, tree.Lit) and isinstance(value.value, str):
            self.bound = value.value
            if not value.value.strip():
                self._out_of_range("a text that is not empty")
        else:
            self._wrong()

    def _string(self) -> None:
        value = self.argument.value
        if not isinstance(value, tree.Lit) or not isinstance(value.value, str):
            self._wrong()
            return
        self.bound = value.value
        self._one_of(value.value)

    def _number(self) -> None:
        value, parameter = self.argument.value, self.parameter
        number = value.value if isinstance(value, tree.Lit) else None
        if number is None or isinstance(number, (bool, str)):
            self._wrong()
            return
        self.bound = number
        low = -math.inf if parameter.minimum is None else parameter.minimum
        high = math.inf if parameter.maximum is None else parameter.maximum
        whole = parameter.kind is Kind.NUMBER or isinstance(number, int) or number.is_integer()
        if not whole or not low <= number <= high:
            self._out_of_range(_range_words(parameter))
        elif parameter.kind is Kind.INTEGER:
            self.bound = int(number)

    def _boolean(self) -> None:
        value = self.argument.value
        if isinstance(value, tree.Lit) and isinstance(value.value, bool):
            self.bound = value.value
        else:
            self._wrong()

    def _choice(self) -> None:
        value = self.argument.value
        if isinstance(value, tree.Path):
            self.bound = value.text
        elif isinstance(value, tree.Lit) and isinstance(value.value, str):
            self.bound = value.value
        else:
            self._wrong()
            return
        self._one_of(self.bound)

    def _one_of(self, value: str) -> None:
        choices = self.parameter.choices
        if choices and value not in choices:
            span = self.argument.value.span
            if self.check == "pii" and value in _WITHOUT_FORMAT:
                self.problems.append(G103.no_format(span, value))
                return
            self.problems.append(G103.choice(span, self.check, value, nearest(value, choices), choices))

    def _out_of_range(self, allowed: str) -> None:
        value, name = self.argument.value, self.parameter.name
        self.problems.append(G210.argument(value.span, self.check, name, _shown(value), allowed))


def _argument_help(
    check: str, parameter: Parameter, value: tree.Path | tree.Lit | tree.Array
) -> tuple[str, str | None]:
    """What to write for an argument of the wrong kind; with what belongs in its place where that is certain."""
    match parameter.kind, value:
        case Kind.STRINGS, tree.Lit(str() as text):
            return f"put it in brackets: `[{show_value(text)}]`", f"[{show_value(text)}]"
        case Kind.LIST, tree.Lit(str() as text):
            return f"declare `list names = [{shown(text).strip('`')}]`, and write `{check}(names)`", None
        case ((Kind.LIST | Kind.STRINGS), _):
            return f'declare `list names = ["…"]` at the top of the file, and write `{check}(names)`', None
        case ((Kind.STRING | Kind.PATTERN | Kind.FILE), tree.Path()):
            return f"put it in double quotes: `{show_value(value.text)}`", show_value(value.text)
        case ((Kind.STRING | Kind.PATTERN | Kind.FILE), tree.Array()) if parameter.variadic:
            return f'write them without brackets: `{check}("…", "…")`', None
        case Kind.NUMBER, _:
            return f"write a number: `{_given(parameter, '0.8')}`", None
        case Kind.INTEGER, _:
            return f"write a whole number: `{_given(parameter, '8')}`", None
        case Kind.BOOLEAN, _:
            return f"write `{_given(parameter, 'true')}` or `{_given(parameter, 'false')}`", None
        case ((Kind.CHOICE | Kind.SUBJECT), _):
            return f"write a choice, such as {name_list(parameter.choices[:4], 'or')}", None
        case _:
            return f"write `{check}({_given(parameter, '…')})` with a text in double quotes", None


def _given(parameter: Parameter, value: str) -> str:
    return f"{parameter.name}: {value}" if parameter.named else value


def _range_words(parameter: Parameter) -> str:
    kind = "a whole number" if parameter.kind is Kind.INTEGER else "a number"
    low, high = parameter.minimum, parameter.maximum
    if low is not None and high is not None:
        return f"{kind} from {show_value(low)} to {show_value(high)}"
    if low is not None:
        return f"{kind} of at least {show_value(low)}"
    return kind if high is None else f"{kind} of at most {show_value(high)}"


def _shown(value: tree.Path | tree.Lit | tree.Array) -> str:
    match value:
        case tree.Path():
            return f"`{value.text}`"
        case tree.Lit(literal):
            return shown(literal)
        case tree.Array():
            return "an array"
