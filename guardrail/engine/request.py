"""Checks the request facts of a call against the policy's request block, once per call."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from guardrail.compiler.evaluation import ABSENT, BAD
from guardrail.language import tree


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


_TYPES: Final[dict[str, Callable[[Any], bool]]] = {
    "string": lambda value: isinstance(value, str),
    "bool": lambda value: isinstance(value, bool),
    "int": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": _is_number,
    "float": _is_number,
}


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    steps: tuple[str, ...]
    fits: Callable[[Any], bool]
    optional: bool
    domain: frozenset[Any] | None


@dataclass(frozen=True, slots=True)
class RequestReader:
    """Reads request facts by the declared fields; `roots` are the names a caller may use at the top."""

    fields: tuple[_Field, ...]
    roots: frozenset[str]

    @classmethod
    def of(cls, fields: Mapping[str, tree.Field]) -> RequestReader:
        """The reader for the declared fields, by dotted name."""
        made = tuple(_field(name, field) for name, field in fields.items())
        return cls(made, frozenset(f.steps[0] for f in made) | frozenset(f.name for f in made))

    def read(self, request: Mapping[str, Any] | None, identity: str) -> tuple[dict[str, Any], tuple[str, ...]]:
        """The value, ABSENT or BAD of each field by dotted name, and warnings about undeclared ones."""
        values: dict[str, Any] = {"id": identity}
        if not request and not self.fields:
            return values, ()
        given: Mapping[str, Any] = request or {}
        for field in self.fields:
            values[field.name] = _value(field, given)
        undeclared = [name for name in given if name not in self.roots]
        if not undeclared:
            return values, ()
        return values, tuple(f"the request field `{name}` is not declared" for name in sorted(map(str, undeclared)))


def _field(name: str, field: tree.Field) -> _Field:
    domain = None
    if field.domain is not None:
        domain = frozenset(
            (type(item.value) is bool, item.value) for item in field.domain.items if isinstance(item, tree.Lit)
        )
    return _Field(name, tuple(name.split(".")), _TYPES[field.type], field.optional, domain)


def _value(field: _Field, given: Mapping[str, Any]) -> Any:
    value: Any = given
    if len(field.steps) > 1 and field.name in given:
        value = given[field.name]
    else:
        for step in field.steps:
            if not isinstance(value, Mapping) or step not in value:
                return ABSENT if field.optional else BAD
            value = value[step]
    if value is None and field.optional:
        return ABSENT
    if not field.fits(value):
        return BAD
    # A bool equals 0 or 1 in Python: the domain keeps them apart.
    if field.domain is not None and (type(value) is bool, value) not in field.domain:
        return BAD
    return value
