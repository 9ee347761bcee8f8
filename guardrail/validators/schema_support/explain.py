"""Turns the errors of the schema engine into violations with messages of our own, one small function a keyword."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Any

from guardrail.validators.schema_support import words
from guardrail.validators.schema_support.fault import SchemaFault
from guardrail.validators.schema_support.violations import Path, Violation, pointer_of

_LONGEST_NAME = 100
"""Comparing names costs the product of their lengths; nobody misspells a longer one."""


class Explainer:
    """Explains errors about one value under one schema."""

    __slots__ = ("_schema", "_value")

    def __init__(self, schema: Any, value: Any) -> None:
        self._schema, self._value = schema, value

    def explain(self, errors: Iterable[Any]) -> Iterable[Violation]:
        """The violations behind the engine's errors; raises `SchemaFault` where a pattern ran into its limit."""
        for error in errors:
            if _ran_into_limit(error):
                raise SchemaFault("the schema could not be applied: a pattern in it ran into its limit")
            yield from self._explain_one(error)

    def _explain_one(self, error: Any) -> Iterable[Violation]:
        kind = type(error.kind).__name__
        path: Path = tuple(error.instance_path)
        keyword = _keyword(error)
        if kind in {"AdditionalProperties", "UnevaluatedProperties"}:
            for name in error.kind.unexpected:
                yield Violation((*path, name), keyword, self._unknown_property(error, name))
        elif kind == "PropertyNames":
            name = error.kind.error.instance
            message = f"the property's name is not allowed: {self._message(error.kind.error, name)}"
            yield Violation((*path, name), keyword, message)
        elif kind == "Required":
            yield Violation(path, keyword, self._missing_property(error))
        else:
            yield Violation(path, keyword, self._message(error, _lookup(self._value, path)))

    def _message(self, error: Any, instance: Any) -> str:
        kind = type(error.kind).__name__
        if kind in {"AnyOf", "OneOfNotValid"}:
            return self._no_alternative(error, instance)
        if kind == "OneOfMultipleValid":
            matching = [str(number) for number, branch in enumerate(error.kind.context, 1) if not branch]
            return f"matches the alternatives {words.listed(matching, 'and')}, and only one may match"
        if kind == "Contains":
            return self._contains(error)
        if kind == "Required":
            return self._missing_property(error)
        describe = _MESSAGES.get(kind)
        return describe(error.kind, instance) if describe is not None else f"breaks {words.named(_keyword(error))}"

    def _unknown_property(self, error: Any, name: str) -> str:
        owner = _lookup(self._schema, tuple(error.schema_path[:-1]))
        known = owner.get("properties") if isinstance(owner, dict) else None
        if isinstance(owner, dict) and owner.get(error.schema_path[-1]) is not False:
            return "the schema allows no such property here"
        if not isinstance(known, dict) or not known or name in known:
            return "the schema has no such property"
        present = _lookup(self._value, tuple(error.instance_path))
        absent = [other for other in known if not isinstance(present, dict) or other not in present]
        if (near := _nearest(name, absent)) is not None:
            return f"the schema has no such property; did you mean {words.named(near)}?"
        return f"the schema has no such property; it knows {words.listed([words.named(n) for n in known], 'and')}"

    def _missing_property(self, error: Any) -> str:
        name = error.kind.property
        message = f"the property {words.named(name)} is missing"
        if error.schema_path[-1] == "required":
            return message
        dependents = _lookup(self._schema, tuple(error.schema_path))
        present = _lookup(self._value, tuple(error.instance_path))
        if isinstance(dependents, dict) and isinstance(present, dict):
            for trigger, needed in dependents.items():
                if trigger in present and isinstance(needed, list) and name in needed:
                    return f"{message}, which {words.named(trigger)} asks for"
        return message

    def _contains(self, error: Any) -> str:
        keyword = error.schema_path[-1]
        limit = _lookup(self._schema, tuple(error.schema_path))
        if keyword == "maxContains" and isinstance(limit, (int, float)):
            return f"more than {words.counted(int(limit), 'item')} of the kind that `contains` asks for"
        if keyword == "minContains" and isinstance(limit, (int, float)):
            return f"fewer than {words.counted(int(limit), 'item')} of the kind that `contains` asks for"
        return "no item of the kind that `contains` asks for"

    def _no_alternative(self, error: Any, instance: Any) -> str:
        branches = error.kind.context
        tops = [_type_error(branch, error.instance_path) for branch in branches]
        if all(top is not None for top in tops):
            wanted = [name for top in tops if top is not None for name in top.kind.types]
            return f"expected {words.types(wanted)}, got {words.type_of(instance)}"
        number, leaf = _closest(error)
        closest = self._at_leaf(leaf, error, instance)
        if len(branches) == 1:
            return closest
        return f"matches none of the {len(branches)} alternatives; the closest is number {number}: {closest}"

    def _at_leaf(self, leaf: Any, outer: Any, instance: Any) -> str:
        path: Path = tuple(leaf.instance_path)[len(outer.instance_path) :]
        kind = type(leaf.kind).__name__
        if kind in {"AdditionalProperties", "UnevaluatedProperties"}:
            message = "a property that the schema does not have"
        elif kind == "PropertyNames":
            message = "a property's name is not allowed"
        else:
            message = self._message(leaf, _lookup(instance, path))
        return f"at `{pointer_of(_public(path, leaf.evaluation_path))}`, {message}" if path else message


def _closest(error: Any) -> tuple[int, Any]:
    """The number of the alternative that the value is closest to, and what is wrong with it, alternatives below too."""
    first, leaf = 0, error
    while type(leaf.kind).__name__ in {"AnyOf", "OneOfNotValid"}:
        branches = leaf.kind.context
        if first and all(_type_error(branch, leaf.instance_path) is not None for branch in branches):
            break  # told as the types that are expected
        ranked = (
            (_distance(branch, leaf.instance_path), number) for number, branch in enumerate(branches, 1) if branch
        )
        _, number = min(ranked)
        first = first or number
        leaf = branches[number - 1][0]
    return first, leaf


def _ran_into_limit(error: Any) -> bool:
    """Whether the engine gave up on a pattern somewhere below: the value is neither valid nor invalid then."""
    waiting = [error]
    while waiting:
        kind = waiting.pop().kind
        name = type(kind).__name__
        if name in {"BacktrackLimitExceeded", "RegexEngineFailure"}:
            return True
        if name == "PropertyNames":
            waiting.append(kind.error)
        elif name in {"AnyOf", "OneOfNotValid", "OneOfMultipleValid"}:
            waiting.extend(inner for branch in kind.context for inner in branch)
    return False


def _keyword(error: Any) -> str:
    last = error.schema_path[-1] if error.schema_path else None
    name = str(error.kind.name)
    return last if isinstance(last, str) and name in {"required", "contains"} else name


def _lookup(document: Any, path: Path) -> Any:
    for token in path:
        try:
            document = document[token]
        except (KeyError, IndexError, TypeError):
            return None
    return document


def _public(path: Path, keywords: list[str | int]) -> Path:
    """The path with every name that the schema does not declare put as `*`: such names are the user's text."""
    declared = {name for before, name in pairwise(keywords) if before == "properties"}
    return tuple(token if isinstance(token, int) or token in declared else "*" for token in path)


def _type_error(branch: list[Any], path: list[str | int]) -> Any:
    found = (e for e in branch if type(e.kind).__name__ == "Type" and e.instance_path == path)
    return next(found, None)


def _distance(branch: list[Any], path: list[str | int]) -> tuple[bool, int, int]:
    """How far a value is from an alternative: another type, then other constants, then the number of errors."""
    constants = sum(type(e.kind).__name__ in {"Constant", "Enum"} for e in branch)
    return _type_error(branch, path) is not None, constants, len(branch)


def _nearest(name: str, known: list[str]) -> str | None:
    if len(name) > _LONGEST_NAME:
        return None
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extractOne

    near = extractOne(
        name,
        [other for other in known if len(other) <= _LONGEST_NAME],
        scorer=OSA.distance,
        score_cutoff=1 + len(name) // 4,
    )
    return near[0] if near is not None else None


_MESSAGES: dict[str, Callable[[Any, Any], str]] = {
    "AdditionalItems": lambda kind, _: f"expected {words.counted(kind.limit, 'item')} or fewer",
    "Constant": lambda kind, _: f"expected {words.shown(kind.expected_value)}",
    "ContentEncoding": lambda kind, _: f"expected text encoded as {words.named(kind.content_encoding)}",
    "ContentMediaType": lambda kind, _: f"expected text of the type {words.named(kind.content_media_type)}",
    "Enum": lambda kind, _: f"expected {words.listed([words.shown(option) for option in kind.options])}",
    "ExclusiveMaximum": lambda kind, _: f"expected less than {kind.limit}",
    "ExclusiveMinimum": lambda kind, _: f"expected more than {kind.limit}",
    "FalseSchema": lambda kind, _: "the schema allows nothing here",
    "Format": lambda kind, _: f"expected {words.format_name(kind.format)}",
    "MaxItems": lambda kind, _: f"expected {words.counted(kind.limit, 'item')} or fewer",
    "Maximum": lambda kind, _: f"expected {kind.limit} or less",
    "MaxLength": lambda kind, _: f"expected {words.counted(kind.limit, 'character')} or fewer",
    "MaxProperties": lambda kind, _: f"expected {words.counted(kind.limit, 'property')} or fewer",
    "MinItems": lambda kind, _: f"expected {words.counted(kind.limit, 'item')} or more",
    "Minimum": lambda kind, _: f"expected {kind.limit} or more",
    "MinLength": lambda kind, _: f"expected {words.counted(kind.limit, 'character')} or more",
    "MinProperties": lambda kind, _: f"expected {words.counted(kind.limit, 'property')} or more",
    "MultipleOf": lambda kind, _: f"expected a multiple of {kind.multiple_of}",
    "Not": lambda kind, _: "matches what the schema rules out",
    "Pattern": lambda kind, _: f"expected text that matches {words.named(kind.pattern)}",
    "Type": lambda kind, value: f"expected {words.types(kind.types)}, got {words.type_of(value)}",
    "UnevaluatedItems": lambda kind, _: f"{words.counted(len(kind.unexpected), 'item')} more than the schema has",
    "UniqueItems": lambda kind, _: "two items are equal",
}
