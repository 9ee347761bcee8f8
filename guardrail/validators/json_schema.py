"""`json_schema("reply.json")`: the text is JSON that conforms to a schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from guardrail.text.document import JsonDocument, JsonProblem, find_document, read_json
from guardrail.validators.contract import (
    Arguments,
    Check,
    Cost,
    DirectCheck,
    Facts,
    Kind,
    Match,
    Outcome,
    Parameter,
    Returns,
    Signature,
    Stream,
)
from guardrail.validators.schema_support.compiled import CompiledSchema
from guardrail.validators.schema_support.files import load_schema
from guardrail.validators.schema_support.outcomes import CONFORMS, refused

if TYPE_CHECKING:
    from guardrail.text.subject import Subject

_SIGNATURE: Final = Signature(
    name="json_schema",
    summary="the text is JSON that conforms to a JSON Schema (2020-12, or the draft that `$schema` names)",
    returns=Returns.TRUTH,
    stream=Stream.WHOLE,
    cost=Cost.C1,
    parameters=(
        Parameter("file", Kind.FILE, "the schema, a JSON file below the policy's folder", required=True),
        Parameter(
            "around",
            Kind.CHOICE,
            "what may stand around the JSON: one Markdown `fence`, or any `prose`; nothing if not given",
            named=True,
            choices=("fence", "prose"),
        ),
        Parameter("formats", Kind.BOOLEAN, "whether `format` is asserted or only a note", named=True, default=True),
    ),
)

_ADVICE: Final = {
    "fence": "the JSON stands in a Markdown fence, and only JSON is allowed; `around: fence` would allow it",
    "prose": "there is text around the JSON; `around: prose` would allow it",
}


class JsonSchemaCheck(DirectCheck):
    """Judges a text against one schema."""

    __slots__ = ("_around", "_schema")

    def __init__(self, schema: CompiledSchema, around: str) -> None:
        super().__init__()
        self._schema, self._around = schema, around

    def run(self, subject: Subject, facts: Facts) -> Outcome:
        """True when the subject is JSON that conforms; otherwise every violation with its JSON pointer."""
        document = subject.document
        if document is None:
            try:
                document = read_json(subject.text)
            except JsonProblem as problem:
                document = self._find_inside(subject.text)
                if document is None:
                    return _not_json(problem)
        found = document.surroundings(subject.text)
        if not (found == "nothing" or found == self._around or self._around == "prose"):
            return Outcome(message=_ADVICE[found])
        if self._schema.accepts(document.value):
            return CONFORMS
        return refused(self._schema.violations(document.value))

    def _find_inside(self, text: str) -> JsonDocument | None:
        # where only JSON is allowed, what begins like JSON is told what is wrong with it as JSON
        begins_like_json = text.lstrip()[:1] in {"{", "[", '"'}
        return None if begins_like_json and self._around == "nothing" else find_document(text)


def _not_json(problem: JsonProblem) -> Outcome:
    if problem.message == "the text is empty":
        return Outcome(message="the text is empty, and JSON was expected")
    message = f"the text is not JSON: {problem.message}, at character {problem.offset + 1:,}"
    return Outcome(matches=(Match(problem.offset, problem.offset, message),), message=message)


class _JsonSchema:
    signature = _SIGNATURE

    def bind(self, arguments: Arguments) -> Check:
        """Read and compile the schema; raises `ArgumentProblem` (G107, G210)."""
        around = arguments.values.get("around") or "nothing"
        formats = arguments.values.get("formats") is not False
        return JsonSchemaCheck(load_schema(arguments["file"], "file", formats=formats), str(around))


VALIDATOR: Final = _JsonSchema()
