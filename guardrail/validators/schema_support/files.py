"""Reads a schema file; what is wrong with it becomes an `ArgumentProblem`."""

from __future__ import annotations

from guardrail.text.document import JsonProblem, read_json
from guardrail.validators.contract import ArgumentProblem, BoundFile
from guardrail.validators.schema_support.compiled import CompiledSchema, SchemaProblem, compile_schema


def load_schema(file: BoundFile, parameter: str, *, formats: bool = True) -> CompiledSchema:
    """Compile the schema in `file`; raises `ArgumentProblem` G107 (no JSON) or G210 (no usable schema)."""
    try:
        text = file.content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ArgumentProblem(
            "G107", f"`{file.name}` is not UTF-8 text", parameter=parameter, help="save it as UTF-8"
        ) from None
    try:
        schema = read_json(text).value
    except JsonProblem as problem:
        line = text.count("\n", 0, problem.offset) + 1
        raise ArgumentProblem(
            "G107",
            f"`{file.name}` is not JSON: line {line:,}: {problem.message}",
            parameter=parameter,
            help="a schema is written in JSON, without comments",
        ) from None
    try:
        return compile_schema(schema, formats=formats)
    except SchemaProblem as problem:
        place = f" at `{problem.pointer}`" if problem.pointer else ""
        raise ArgumentProblem(
            "G210",
            f"`{file.name}` is no usable schema{place}: {problem.message}",
            parameter=parameter,
            help=problem.help,
        ) from None
