"""The tools that an agent may call: what a `tools from` file declares, whichever way it writes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, TypeAlias

from guardrail.compiler.bounded_json import load_json
from guardrail.compiler.files import FileProblem

MAX_TOOLS = 1_000
_LONGEST_NAME = 256
_SCHEMA_KEYS = ("parameters", "input_schema", "inputSchema")
"""Where OpenAI, Anthropic and MCP keep a tool's argument schema."""

Schema: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True, eq=False)
class Tools(Mapping[str, Schema]):
    """The argument schema (JSON Schema) of each tool by its name, and the name of the file they stand in."""

    schemas: Mapping[str, Schema] = field(default_factory=dict)
    file: str = ""

    def __getitem__(self, name: str) -> Schema:
        return self.schemas[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.schemas)

    def __len__(self) -> int:
        return len(self.schemas)


def parse_tools(text: str, file: str) -> Tools:
    """Read tools in the notation of OpenAI, Anthropic or MCP, or a plain object of name to schema.

    A list of tools may stand in an object under `tools`. A tool without a schema takes no arguments. Raises
    `FileProblem`.

    >>> dict(parse_tools('[{"name": "search", "input_schema": {"type": "object"}}]', "tools.json"))
    {'search': {'type': 'object'}}
    """
    value = load_json(text)
    if isinstance(value, dict) and isinstance(value.get("tools"), list):
        value = value["tools"]
    if isinstance(value, list):
        named = [_one_tool(item, place) for place, item in enumerate(value, 1)]
    elif isinstance(value, dict):
        named = [(name, _schema(schema, f"tool `{_shown(name)}`")) for name, schema in value.items()]
    else:
        raise FileProblem("holds no tools", "write a list of tools, or an object of tool name to JSON Schema")
    if not named:
        raise FileProblem("holds no tools", "declare a tool, or remove `tools from`")
    if len(named) > MAX_TOOLS:
        raise FileProblem(f"holds more than {MAX_TOOLS:,} tools", "declare the tools that this policy is about")
    schemas: dict[str, Schema] = {}
    for name, schema in named:
        if name in schemas:
            raise FileProblem(f"declares tool `{_shown(name)}` twice", "remove one of the two")
        schemas[name] = schema
    return Tools(MappingProxyType(schemas), file)


def _one_tool(item: object, place: int) -> tuple[str, Schema]:
    if isinstance(item, dict) and isinstance(item.get("function"), dict):
        item = item["function"]
    name = item.get("name") if isinstance(item, dict) else None
    if not isinstance(item, dict) or not isinstance(name, str) or not name.strip() or len(name) > _LONGEST_NAME:
        raise FileProblem(
            f"has no name for tool {place:,}", 'give each tool a `"name"`, a string of up to 256 characters'
        )
    where = f"tool `{_shown(name)}`"
    given = [key for key in _SCHEMA_KEYS if item.get(key) is not None]
    if len(given) > 1:
        raise FileProblem(f"gives {where} two schemas", f"keep one of `{given[0]}` and `{given[1]}`")
    return name, _schema(item[given[0]], where) if given else {"type": "object", "properties": {}}


def _schema(value: object, where: str) -> Schema:
    if not isinstance(value, dict):
        raise FileProblem(f"gives {where} something that is no schema", "an argument schema is a JSON object")
    return value


def _shown(name: str) -> str:
    return name if len(name) <= 60 and name.isprintable() else ascii(name[:60])[1:-1]
