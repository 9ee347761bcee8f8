"""Which types the tools file gives to a tool argument, read off the tools' JSON schemas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

UNTYPED: Final = frozenset[str]()
"""The types of an argument that exists without a type."""


def tool_argument_types(tools: Mapping[str, Any], path: tuple[str, ...]) -> frozenset[str] | None:
    """The JSON types that `tool.args.<path>` can have in any tool; None when no tool has such an argument.

    `tools` holds each tool's schema by its name. Types are JSON Schema's (`string`, `integer`, `number`, `boolean`, …).
    """
    found: set[str] = set()
    exists = False
    for document in tools.values():
        for schema in _properties(document, path):
            exists = True
            found |= _types(schema, document)
    return frozenset(found) if exists else None


def tool_argument_names(tools: Mapping[str, Any]) -> tuple[str, ...]:
    """The names of all arguments at the top of any tool, in order."""
    names: set[str] = set()
    for document in tools.values():
        for variant in _variants(document, document):
            properties = variant.get("properties")
            if isinstance(properties, Mapping):
                names.update(properties)
    return tuple(sorted(names))


def _properties(document: Any, path: tuple[str, ...]) -> list[Any]:
    """Every schema that the argument at `path` may have to conform to."""
    level = [document]
    for step in path:
        below: dict[int, Any] = {}
        for schema in level:
            for variant in _variants(schema, document):
                properties = variant.get("properties")
                if isinstance(properties, Mapping) and step in properties:
                    below[id(properties[step])] = properties[step]
        level = list(below.values())
    return level


def _variants(schema: Any, document: Any) -> Iterator[Mapping[str, Any]]:
    """The schema and every schema that it joins or offers as an alternative, references followed, each once.

    The file is untrusted: schemas that refer to each other end here, and so do those that multiply.
    """
    waiting, seen = [schema], set[int]()
    while waiting:
        current = waiting.pop()
        if not isinstance(current, Mapping) or id(current) in seen:
            continue
        seen.add(id(current))
        yield current
        waiting.append(_target(current.get("$ref"), document))
        for keyword in ("anyOf", "oneOf", "allOf"):
            alternatives = current.get(keyword)
            if isinstance(alternatives, (list, tuple)):
                waiting.extend(alternatives)


def _target(reference: Any, document: Any) -> Any:
    """What a reference inside the document (`#/$defs/money`) points at (RFC 6901), or None."""
    if reference == "#":
        return document
    if not isinstance(reference, str) or not reference.startswith("#/"):
        return None
    target = document
    for step in reference[2:].split("/"):
        if not isinstance(target, Mapping):
            return None
        target = target.get(step.replace("~1", "/").replace("~0", "~"))
    return target


def _types(schema: Any, document: Any) -> set[str]:
    found: set[str] = set()
    for variant in _variants(schema, document):
        declared = variant.get("type")
        if isinstance(declared, str):
            found.add(declared)
        elif isinstance(declared, (list, tuple)):
            found.update(item for item in declared if isinstance(item, str))
        else:
            values = [variant["const"]] if "const" in variant else variant.get("enum")
            if isinstance(values, (list, tuple)):
                found.update(_type_of(value) for value in values)
    return found


def _type_of(value: Any) -> str:
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, (int, float)):
        return "integer" if isinstance(value, int) else "number"
    if isinstance(value, str):
        return "string"
    return "null" if value is None else "array" if isinstance(value, (list, tuple)) else "object"
