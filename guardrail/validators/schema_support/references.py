"""Finds the reference that leads out of a schema, to name it in a message; the engine has refused it already."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from guardrail.validators.schema_support.violations import Path, pointer_of
from guardrail.validators.schema_support.words import named

_NOT_SCHEMAS = frozenset({"const", "default", "enum", "examples"})
_REFERENCES = ("$ref", "$dynamicRef", "$recursiveRef")
_IDENTIFIERS = ("$id", "id")
_ANCHORS = ("$anchor", "$dynamicAnchor")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class UnresolvedReference:
    """A `$ref` that leads nowhere: where it stands, what is wrong with it, what to do."""

    pointer: str
    message: str
    help: str


def unresolved_reference(schema: Any) -> UnresolvedReference | None:
    """The first reference of a schema that leads out of it or to nothing; None where this simple look finds none."""
    nodes = list(schema_nodes(schema))
    identifiers = {node[key] for _, node in nodes for key in _IDENTIFIERS if isinstance(node.get(key), str)}
    anchors = {node[key] for _, node in nodes for key in _ANCHORS if isinstance(node.get(key), str)}
    roots = [node for path, node in nodes if not path or any(isinstance(node.get(key), str) for key in _IDENTIFIERS)]
    for path, node in nodes:
        for keyword in _REFERENCES:
            target = node.get(keyword)
            if isinstance(target, str) and not _leads_somewhere(target, identifiers, anchors, roots):
                return _describe((*path, keyword), target)
    return None


def schema_nodes(schema: Any) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Every object in a schema that may be a subschema, with its path, outermost first."""
    waiting: list[tuple[Path, Any]] = [((), schema)]
    while waiting:
        path, node = waiting.pop()
        if isinstance(node, dict):
            yield path, node
            waiting.extend(((*path, key), child) for key, child in reversed(node.items()) if key not in _NOT_SCHEMAS)
        elif isinstance(node, list):
            waiting.extend(((*path, index), child) for index, child in reversed(list(enumerate(node))))


def resolve_pointer(root: Any, fragment: str) -> Any:
    """What a JSON pointer (`/a/0`, as in a URI fragment) leads to inside `root`; None where it leads to nothing."""
    from urllib.parse import unquote

    for token in unquote(fragment).split("/")[1:]:
        token = token.replace("~1", "/").replace("~0", "~")
        if isinstance(root, dict) and token in root:
            root = root[token]
        elif isinstance(root, list) and token.isdecimal() and int(token) < len(root):
            root = root[int(token)]
        else:
            return None
    return root


def _leads_somewhere(target: str, identifiers: set[str], anchors: set[str], roots: list[dict[str, Any]]) -> bool:
    base, _, fragment = target.partition("#")
    if base:
        return any(name.rstrip("#").endswith(base.lstrip("./")) for name in identifiers)
    if fragment.startswith("/"):
        return any(resolve_pointer(root, fragment) is not None for root in roots)
    return fragment in anchors or target in identifiers or target == "#"


def _describe(path: Path, target: str) -> UnresolvedReference:
    if target.startswith("#"):
        return UnresolvedReference(
            pointer_of(path), f"the reference {named(target)} leads to nothing", "correct it, or add what it names"
        )
    return UnresolvedReference(
        pointer_of(path),
        f"the reference {named(target)} leads out of the file",
        "schemas are never fetched: copy it into `$defs`, under its `$id`",
    )
