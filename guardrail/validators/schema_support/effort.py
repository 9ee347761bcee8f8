"""Bounds what explaining a refused value costs: the verdict is fast on any value, a list of all its errors is not.

The engine lists every error before it hands out the first, each with a copy of the value it is about. Where a schema
refers to itself from several alternatives (a syntax tree, say), it tries all of them at every level, so that the cost
is exponential in the depth of the value, which an attacker chooses.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from guardrail.validators.schema_support.references import resolve_pointer, schema_nodes

MAX_EFFORT = 50_000
"""Errors that the engine may come to list, at some 8 microseconds each."""
MAX_EXPANDED = 1_000_000
"""Subschemas after writing out every reference."""
MAX_SQUARES = 100_000_000
"""Squared lengths of all strings that patterns outside the linear engine may run over: a look-ahead may read to the
end of a string from each of its places, at some 1.5 nanoseconds a character."""

_COPIED_CHARACTERS = 4096
"""Characters that are copied in the time that an error takes."""
_COPIED_VALUES = 64
"""Values that are copied in the time that an error takes."""
_COMBINATORS = ("allOf", "anyOf", "oneOf")
_DYNAMIC = ("$dynamicRef", "$recursiveRef")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Effort:
    """What a schema makes of a value, read off the schema once.

    `alternatives`: how many of them lead back to one another at each level; `branches`: how many there are in all;
    `required`: names that one object may lack at most; `expanded`: the schema's full size.
    """

    alternatives: int
    branches: int
    required: int
    expanded: int

    @classmethod
    def of_schema(cls, schema: Any) -> Effort:
        """Read off a schema.

        >>> tree = {"anyOf": [{"properties": {"l": {"$ref": "#"}}}, {"properties": {"r": {"$ref": "#"}}}, {}]}
        >>> Effort.of_schema(tree).alternatives
        2
        """
        nodes = [node for _, node in schema_nodes(schema)]
        children = {id(node): [id(child) for child in _children(node, schema)] for node in nodes}
        sizes = _expanded_sizes(children)
        alternatives = branches = required = 1
        for node in nodes:
            required = max(required, _required(node))
            for listed in (node.get(keyword) for keyword in _COMBINATORS):
                if isinstance(listed, list):
                    again = sum(isinstance(branch, dict) and id(branch) not in sizes for branch in listed)
                    alternatives += max(0, again - 1)
                    branches += max(0, len(listed) - 1)
        return cls(alternatives, branches, required, max(sizes.values(), default=0))

    def allows(self, value: Any) -> bool:
        """Whether all errors of `value` may be listed."""
        if self.expanded > MAX_EXPANDED:
            return False
        effort = 0
        waiting = [(value, self.branches, 0)]
        while waiting:
            # `copies`: the errors about what the node stands in, each of which holds a copy of the node.
            node, visits, copies = waiting.pop()
            errors = visits * (self.required if isinstance(node, dict) else 1)
            copies += errors
            effort += errors + copies // _COPIED_VALUES + copies * _characters(node) // _COPIED_CHARACTERS
            if effort > MAX_EFFORT:
                return False
            if isinstance(node, dict):
                waiting.extend((child, visits * self.alternatives, copies) for child in node.values())
            elif isinstance(node, (list, tuple)):
                waiting.extend((child, visits * self.alternatives, copies) for child in node)
        return True


def allows_look_around(value: Any) -> bool:
    """Whether patterns outside the linear engine may run over the strings and names of `value`.

    >>> allows_look_around(["x" * 1000] * 10), allows_look_around({"x" * 30_000: 1})
    (True, False)
    """
    squares = 0
    waiting = [value]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            squares += len(node) * len(node)
        elif isinstance(node, dict):
            squares += sum(len(name) * len(name) for name in node)
            waiting.extend(node.values())
        elif isinstance(node, (list, tuple)):
            waiting.extend(node)
        if squares > MAX_SQUARES:
            return False
    return True


def _required(node: dict[str, Any]) -> int:
    """How many names an object may lack by one subschema."""
    dependents = [node.get(keyword) for keyword in ("dependentRequired", "dependencies")]
    lists = [
        node.get("required"),
        *(names for found in dependents if isinstance(found, dict) for names in found.values()),
    ]
    return sum(len(names) for names in lists if isinstance(names, list))


def _characters(node: Any) -> int:
    if isinstance(node, str):
        return len(node)
    return sum(map(len, node)) if isinstance(node, dict) else 0


def _children(node: dict[str, Any], schema: Any) -> Iterator[dict[str, Any]]:
    for value in node.values():
        if isinstance(value, dict):
            yield value
        elif isinstance(value, list):
            yield from (item for item in value if isinstance(item, dict))
    reference = node.get("$ref")
    if isinstance(reference, str):
        base, _, fragment = reference.partition("#")
        # a target found by name is taken for the whole schema: too many alternatives are counted, never too few
        target = resolve_pointer(schema, fragment) if not base and fragment.startswith("/") else schema
        if isinstance(target, dict):
            yield target
    if any(keyword in node for keyword in _DYNAMIC) and isinstance(schema, dict):
        yield schema


def _expanded_sizes(children: dict[int, list[int]]) -> dict[int, int]:
    """The full size of every node that leads to no cycle, leaves first; nodes that lead to one are left out."""
    parents: dict[int, list[int]] = {}
    open_children = dict.fromkeys(children, 0)
    for node, below in children.items():
        known = [child for child in below if child in children]
        open_children[node] = len(known)
        for child in known:
            parents.setdefault(child, []).append(node)
    sizes: dict[int, int] = {}
    ready = [node for node, count in open_children.items() if count == 0]
    while ready:
        node = ready.pop()
        sizes[node] = 1 + sum(sizes.get(child, 0) for child in children[node])
        for parent in parents.get(node, ()):
            open_children[parent] -= 1
            if open_children[parent] == 0:
                ready.append(parent)
    return sizes
