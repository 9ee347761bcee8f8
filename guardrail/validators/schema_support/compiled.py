"""Compiles a JSON Schema once: drafts 4, 6, 7, 2019-09 and 2020-12, by `$schema`; nothing is ever fetched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NoReturn

from guardrail.validators.schema_support.effort import Effort, allows_look_around
from guardrail.validators.schema_support.fault import SchemaFault
from guardrail.validators.schema_support.references import unresolved_reference
from guardrail.validators.schema_support.violations import Violation, in_order, pointer_of

_REGEX_BYTES = 10 * 1024 * 1024
_BACKTRACKS = 100_000
_TOO_LONG = "the schema could not be applied: a text is too long for a pattern with look-around or back-references"
_NOT_JSON = "the value is not JSON: it holds a lone surrogate or something that JSON has no word for"


class SchemaProblem(Exception):
    """A JSON value is no usable schema; `message` in our words, `help` what to do, `pointer` where in the schema."""

    def __init__(self, message: str, *, pointer: str = "", help: str | None = None) -> None:
        super().__init__(message)
        self.message, self.pointer, self.help = message, pointer, help


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CompiledSchema:
    """A schema ready to judge values; immutable and safe to share among threads.

    `linear`: every pattern of it runs in the linear-time engine.
    """

    schema: Any
    effort: Effort
    validator: Any
    linear: bool = True

    def accepts(self, value: Any) -> bool:
        """Whether `value` conforms; raises `SchemaFault` where it is no JSON value, or too long for a pattern."""
        if not self.linear and not allows_look_around(value):
            raise SchemaFault(_TOO_LONG)
        try:
            return bool(self.validator.is_valid(value))
        except ValueError:
            raise SchemaFault(_NOT_JSON) from None

    def violations(self, value: Any) -> tuple[Violation, ...]:
        """What is wrong with a value that is not accepted, in document order; raises `SchemaFault`."""
        if not self.effort.allows(value):
            return (Violation((), "", "does not conform to the schema, and is too large or too deep to say where"),)
        try:
            errors = self.validator.iter_errors(value)
        except ValueError:
            raise SchemaFault(_NOT_JSON) from None
        # Most values conform: what explains the others is imported with the first of them.
        from guardrail.validators.schema_support.explain import Explainer

        found = in_order(Explainer(self.schema, value).explain(errors))
        return found or (Violation((), "", "does not conform to the schema"),)


def compile_schema(schema: Any, *, formats: bool = True) -> CompiledSchema:
    """Compile a schema; raises `SchemaProblem`.

    Without `$schema` it is read as draft 2020-12. `formats` asserts `format`; without it `format` is an annotation.
    Patterns run in a linear-time engine; those with look-around or back-references in one with a backtracking limit.

    >>> compile_schema({"type": "object", "required": ["id"]}).violations({})[0].message
    'the property `id` is missing'
    """
    from jsonschema_rs import FancyRegexOptions, RegexOptions, ValidationError, validator_for

    if not isinstance(schema, (dict, bool)):
        raise SchemaProblem("expected an object, `true` or `false`", help="a JSON Schema is one of these")
    if isinstance(schema, dict):
        _check_dialect(schema)
    linear = RegexOptions(size_limit=_REGEX_BYTES, dfa_size_limit=_REGEX_BYTES)
    limited = FancyRegexOptions(_BACKTRACKS, _REGEX_BYTES, _REGEX_BYTES)
    for options in (linear, limited):
        try:
            validator = validator_for(schema, validate_formats=formats, retriever=_refuse, pattern_options=options)
        except ValidationError as error:
            if options is limited or not _is_pattern_problem(error):
                raise _problem(schema, error) from None
        except ValueError:
            raise SchemaProblem("it holds something that is not JSON") from None
        else:
            return CompiledSchema(schema, Effort.of_schema(schema), validator, options is linear)
    raise AssertionError("the second engine either compiles or raises")


_DIALECTS = (
    "https://json-schema.org/draft/2020-12/schema",
    "https://json-schema.org/draft/2019-09/schema",
    "http://json-schema.org/draft-07/schema",
    "http://json-schema.org/draft-06/schema",
    "http://json-schema.org/draft-04/schema",
)


def _check_dialect(schema: dict[str, Any]) -> None:
    dialect = schema.get("$schema", _DIALECTS[0])
    if isinstance(dialect, str) and dialect.rstrip("#") in _DIALECTS:
        return
    known = ", ".join(f"`{name}`" for name in _DIALECTS)
    raise SchemaProblem("its `$schema` names no known draft", pointer="/$schema", help=f"use one of {known}")


def _refuse(uri: str) -> NoReturn:
    raise ValueError("schemas are never fetched")


def _is_pattern_problem(error: Any) -> bool:
    return type(error.kind).__name__ == "Format" and error.kind.format == "regex"


def _problem(schema: Any, error: Any) -> SchemaProblem:
    if type(error.kind).__name__ == "Referencing":
        reference = unresolved_reference(schema)
        if reference is None:
            return SchemaProblem("a `$ref` or `$id` in it cannot be resolved", help="correct the reference")
        return SchemaProblem(reference.message, pointer=reference.pointer, help=reference.help)
    place = pointer_of(tuple(error.instance_path))
    if _is_pattern_problem(error):
        return SchemaProblem("a regular expression in it cannot be used", pointer=place, help="correct the pattern")
    from guardrail.validators.schema_support.explain import Explainer

    try:
        found = in_order(Explainer(None, schema).explain([error]))
    except SchemaFault:
        return SchemaProblem("it breaks the rules of its draft", pointer=place)
    return SchemaProblem(
        found[0].message, pointer=found[0].pointer, help="see the keyword in the JSON Schema reference"
    )
