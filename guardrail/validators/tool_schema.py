"""`tool_schema()`: the called tool exists and its arguments conform to its schema in the tools file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from guardrail.text.requests import CheckFault
from guardrail.validators.contract import (
    ArgumentProblem,
    Arguments,
    Check,
    Cost,
    DirectCheck,
    Facts,
    Outcome,
    Returns,
    Signature,
    Stream,
)
from guardrail.validators.schema_support.compiled import CompiledSchema, SchemaProblem, compile_schema
from guardrail.validators.schema_support.outcomes import CONFORMS, refused

if TYPE_CHECKING:
    from guardrail.text.subject import Subject

_SIGNATURE: Final = Signature(
    name="tool_schema",
    summary="the tool is one of the policy's `tools from` file, and its arguments conform to its schema there",
    returns=Returns.TRUTH,
    stream=Stream.WHOLE,
    cost=Cost.C1,
    stages=frozenset({"tool_call"}),
    needs_tools=True,
)


class ToolSchemaCheck(DirectCheck):
    """Judges a tool call against the schemas of all known tools."""

    __slots__ = ("_schemas",)

    def __init__(self, schemas: Mapping[str, CompiledSchema]) -> None:
        super().__init__()
        self._schemas = schemas

    def run(self, subject: Subject, facts: Facts) -> Outcome:
        """True when the arguments conform; otherwise every violation with its JSON pointer."""
        if facts.tool is None:
            raise CheckFault("needs the name of the called tool, and none was given")
        schema = self._schemas.get(facts.tool)
        if schema is None:
            return Outcome(message="the tools file has no tool of this name")
        if schema.accepts(facts.args):
            return CONFORMS
        return refused(schema.violations(facts.args))


class _ToolSchema:
    signature = _SIGNATURE

    def bind(self, arguments: Arguments) -> Check:
        """Compile the schema of every tool; raises `ArgumentProblem` (G210)."""
        if arguments.tools is None:
            raise ArgumentProblem(
                "G210", "`tool_schema` needs a tools file", help='add `tools from "tools.json"` at the top of the file'
            )
        return ToolSchemaCheck({name: _compile(name, schema) for name, schema in arguments.tools.items()})


def _compile(name: str, schema: Any) -> CompiledSchema:
    try:
        return compile_schema(schema)
    except SchemaProblem as problem:
        place = f" at `{problem.pointer}`" if problem.pointer else ""
        raise ArgumentProblem(
            "G210", f"the schema of tool `{name}` is not usable{place}: {problem.message}", help=problem.help
        ) from None


VALIDATOR: Final = _ToolSchema()
