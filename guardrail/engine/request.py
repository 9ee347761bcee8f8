"""Checks the request facts of a call against the policy's request block, once per call."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from guardrail.compiler.evaluation import ABSENT, BAD
from guardrail.diagnostics.errors import EngineError
from guardrail.language import tree


def need_request(request: Any) -> Mapping[str, Any]:
    """Request facts if they are a mapping with names as keys; raises EngineError otherwise."""
    if type(request) is not dict and not isinstance(request, Mapping):
        raise EngineError(f"`request` must be a mapping of fields to values, not {type(request).__name__}")
    for name in request:
        if not isinstance(name, str):
            raise EngineError(f"the fields of `request` must be strings, not {type(name).__name__}")
    facts: Mapping[str, Any] = request
    return facts


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


_TYPES: Final[dict[str, Callable[[Any], bool]]] = {
    "string": lambda value: isinstance(value, str),
    "bool": lambda value: isinstance(value, bool),
    "int": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": _is_number,
    "float": _is_number,
}


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Field:
    name: str
    steps: tuple[str, ...]
    fits: Callable[[Any], bool]
    optional: bool
    domain: frozenset[Any] | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RequestReader:
    """Reads request facts by the declared fields.

    `roots` are the names a caller may use at the top, `inner` those inside each root that has dotted fields.
    """

    fields: tuple[_Field, ...]
    roots: frozenset[str]
    inner: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, fields: Mapping[str, tree.Field]) -> RequestReader:
        """The reader for the declared fields, by dotted name."""
        made = tuple(_field(name, field) for name, field in fields.items())
        roots = frozenset(f.steps[0] for f in made) | frozenset(f.name for f in made)
        nested = {f.steps[0] for f in made if len(f.steps) > 1}
        return cls(made, roots, {root: _inside(root, made) for root in nested})

    def read(self, request: Mapping[str, Any] | None, identity: str) -> tuple[dict[str, Any], tuple[str, ...]]:
        """The value, ABSENT or BAD of each field by dotted name, and warnings about undeclared ones.

        Raises EngineError for what is no mapping of names.
        """
        values: dict[str, Any] = {"id": identity}
        if request is None and not self.fields:
            return values, ()
        given: Mapping[str, Any] = {} if request is None else need_request(request)
        for field in self.fields:
            values[field.name] = _value(field, given)
        undeclared = [name for name in given if name not in self.roots]
        for root, known in self.inner.items():
            inside = given.get(root)
            if isinstance(inside, Mapping):
                undeclared += [f"{root}.{name}" for name in inside if f"{root}.{name}" not in known]
        if not undeclared:
            return values, ()
        return values, tuple(f"the request field `{name}` is not declared" for name in sorted(undeclared))


def _inside(root: str, fields: tuple[_Field, ...]) -> frozenset[str]:
    """The dotted names that lead from a root to its fields, one step further."""
    return frozenset(f"{root}.{f.steps[1]}" for f in fields if len(f.steps) > 1 and f.steps[0] == root)


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
            if not isinstance(value, Mapping):
                return BAD
            if step not in value:
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
