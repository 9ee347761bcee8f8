"""`--request name=value`: values on the command line, typed by the policy's request block."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from math import isfinite

from guardrail.cli.shell.command import UsageProblem
from guardrail.compiler.suggest import valid_names_help
from guardrail.diagnostics.wording import name_list, show_value
from guardrail.language import tree

_WHAT = {"bool": "`true` or `false`", "int": "a whole number", "float": "a number", "number": "a number"}


def read_request(
    pairs: Sequence[str], fields: Mapping[str, tree.Field]
) -> tuple[tuple[str, str | int | float | bool], ...]:
    """The typed values by dotted field name; raises UsageProblem that names the field, its type and its domain."""
    values: dict[str, str | int | float | bool] = {}
    for pair in pairs:
        name, sign, text = pair.partition("=")
        if not sign:
            raise UsageProblem(f"`--request {pair}` has no value", "write `--request name=value`")
        field = fields.get(name)
        if field is None:
            raise UsageProblem(
                f"the policy declares no request field `{name}`", *valid_names_help(name, fields, "request fields")
            )
        if name in values:
            raise UsageProblem(f"`--request {name}` is given twice", "give each field once")
        values[name] = _typed(name, text, field)
    return tuple(values.items())


def describe_field(name: str, field: tree.Field) -> str:
    """A field as a sentence names it.

    >>> field = tree.Field(tree.Path(("channel",)), "string", domain=tree.Array((tree.Lit("chat"), tree.Lit("email"))))
    >>> describe_field("channel", field)
    '`channel` (string, one of `"chat"` and `"email"`)'
    """
    domain = _domain(field)
    allowed = f", one of {name_list([show_value(value) for value in domain])}" if domain is not None else ""
    return f"`{name}` ({field.type}{allowed})"


def required_warning(names: Iterable[str], fields: Mapping[str, tree.Field]) -> tuple[str, str]:
    """What to say once when required fields are not given: a message and its help."""
    listed = ", ".join(describe_field(name, fields[name]) for name in names)
    first = next(iter(names))
    return (
        f"required request fields are not given: {listed}; each rule that reads one answers with its `on error`",
        f"give them, as in `--request {first}={_sample(fields[first])}`, or in a line's `request`",
    )


def _typed(name: str, text: str, field: tree.Field) -> str | int | float | bool:
    value = _converted(text, field.type)
    domain = _domain(field)
    if value is None:
        raise UsageProblem(
            f"`--request {name}={text}`: the field {describe_field(name, field)} takes {_WHAT[field.type]}",
            f"write `--request {name}={_sample(field)}`",
        )
    if domain is not None and not any(type(value) is type(known) and value == known for known in domain):
        known = [str(item) if isinstance(item, str) else show_value(item) for item in domain]
        raise UsageProblem(
            f"`--request {name}={text}` is outside the domain of {describe_field(name, field)}",
            *valid_names_help(text, known, "values"),
        )
    return value


def _converted(text: str, kind: str) -> str | int | float | bool | None:
    if kind == "string":
        return text
    if kind == "bool":
        return {"true": True, "false": False}.get(text)
    if kind == "int":
        return int(text) if re.fullmatch(r"[+-]?[0-9]{1,18}", text) else None
    if not re.fullmatch(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?", text):
        return None
    number = float(text)
    if not isfinite(number):
        return None
    return int(number) if re.fullmatch(r"[+-]?[0-9]{1,15}", text) else number


def _domain(field: tree.Field) -> list[str | int | float | bool] | None:
    if field.domain is None:
        return None
    return [item.value for item in field.domain.items if isinstance(item, tree.Lit)]


def _sample(field: tree.Field) -> str:
    domain = _domain(field)
    if domain:
        return str(domain[0]) if isinstance(domain[0], str) else show_value(domain[0])
    return {"bool": "true", "int": "1", "float": "0.5", "number": "0.5"}.get(field.type, "…")
