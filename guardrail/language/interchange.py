"""The syntax tree as JSON: versioned, for programs that write policies, and read back as if it came from a stranger.

A node is an object with its kind under `node` and its fields by name; fields that have their default are left out.
Places and comments are not part of it: `format_file` prints what was read.
"""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import Any

from guardrail.language import tree
from guardrail.language.interchange_shapes import InterchangeError, node_shapes, read_node

__all__ = ["VERSION", "InterchangeError", "from_json", "to_json"]

VERSION = 1
"""Raised when a document of before could be read as something else."""


def to_json(file: tree.File) -> dict[str, Any]:
    """A tree as JSON-able data: `{"guardrail_ast": 1, "file": {...}}`.

    >>> to_json(tree.File(1, (tree.ToolsDecl("tools.json"),)))["file"]["items"]
    [{'node': 'ToolsDecl', 'path': 'tools.json'}]
    """
    return {"guardrail_ast": VERSION, "file": _write(file)}


def _write(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_write(item) for item in value]
    kind = type(value).__name__
    shape = node_shapes().get(kind)
    if shape is None:
        return value
    written: dict[str, Any] = {"node": kind}
    defaults = {field.name: field.default for field in fields(value) if field.default is not MISSING}
    for name in shape.fields:
        content = getattr(value, name)
        if name not in defaults or content != defaults[name]:
            written[name] = _write(content)
    return written


def from_json(document: Any) -> tree.File:
    """The tree of a JSON document made by `to_json` or by another program.

    Raises `InterchangeError`, which names the place, for anything else: another version, an unknown node or field,
    a value of the wrong type, a name that is no name, nesting beyond what a policy may have.

    >>> from_json({"guardrail_ast": 1, "file": {"node": "File", "edition": 1}})
    File(edition=1, items=(), comments=())
    """
    if not isinstance(document, dict):
        raise InterchangeError("", "an object with `guardrail_ast` and `file`")
    version = document.get("guardrail_ast")
    if type(version) is not int or version != VERSION:
        raise InterchangeError("/guardrail_ast", f"the version {VERSION}")
    unknown = sorted(str(key) for key in document if key not in ("guardrail_ast", "file"))
    if unknown:
        raise InterchangeError(f"/{unknown[0]}", "nothing of this name")
    file = read_node(document.get("file"), "/file", 0, ("File",))
    assert isinstance(file, tree.File)
    return file
