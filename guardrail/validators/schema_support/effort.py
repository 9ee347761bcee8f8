"""Bounds what explaining a refused value costs: the verdict is fast on any value, a list of all its errors is not.

Where a schema refers to itself from several alternatives (a syntax tree, say), an explanation tries all of them at
every level, so its cost is exponential in the depth of the value, which an attacker chooses.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from guardrail.validators.schema_support.references import resolve_pointer, schema_nodes

MAX_EFFORT = 50_000
"""Visits of a value under a subschema; each may cost some 10 microseconds."""
MAX_EXPANDED = 1_000_000
"""Subschemas after writing out every reference."""

_COMBINATORS = ("allOf", "anyOf", "oneOf")
_DYNAMIC = ("$dynamicRef", "$recursiveRef")


@dataclass(frozen=True, slots=True)
class Effort:
    """`alternatives`: how many of them lead back to one another at each level; `expanded`: the schema's full size."""

    alternatives: int
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
        alternatives = 1
        for node in nodes:
            for branches in (node.get(keyword) for keyword in _COMBINATORS):
                if isinstance(branches, list):
                    again = sum(isinstance(branch, dict) and id(branch) not in sizes for branch in branches)
                    alternatives += max(0, again - 1)
        return cls(alternatives, max(sizes.values(), default=0))

    def allows(self, value: Any) -> bool:
        """Whether all errors of `value` may be listed."""
        if self.expanded > MAX_EXPANDED:
            return False
        effort = 0
        waiting = [(value, 1)]
        while waiting:
            node, visits = waiting.pop()
            effort += visits
            if effort > MAX_EFFORT:
                return False
            if isinstance(node, dict):
                waiting.extend((child, visits * self.alternatives) for child in node.values())
            elif isinstance(node, (list, tuple)):
                waiting.extend((child, visits * self.alternatives) for child in node)
        return True


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
