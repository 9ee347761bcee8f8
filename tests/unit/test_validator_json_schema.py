"""`json_schema`: golden cases of violations, parse problems and unusable schemas; what may stand around."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from guardrail.text.document import read_json
from guardrail.text.subject import Subject
from guardrail.validators.contract import ArgumentProblem, Arguments, BoundFile, Check, Facts, Outcome
from guardrail.validators.json_schema import VALIDATOR
from guardrail.validators.schema_support.compiled import compile_schema
from guardrail.validators.schema_support.explain import SchemaFault

CASES = Path(__file__).parents[1] / "cases" / "json_schema"
FACTS = Facts("output")


def bind(schema: Any, **arguments: Any) -> Check:
    content = schema if isinstance(schema, str) else json.dumps(schema)
    return VALIDATOR.bind(Arguments({"file": BoundFile("s.json", None, content.encode()), **arguments}))


def judge(schema: Any, text: str, **arguments: Any) -> Outcome:
    return bind(schema, **arguments).run(Subject.of_text(text), FACTS)


def golden(path: Path, update: bool, compute: Any) -> None:
    data = json.loads(path.read_text(encoding="utf-8"))
    given = [
        {key: value for key, value in case.items() if key in {"value", "text", "schema"}} for case in data["cases"]
    ]
    wanted = {**data, "cases": [{**case, **compute(data, case)} for case in given]}
    if update:
        path.write_text(json.dumps(wanted, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    assert data == wanted or update
    assert data["cases"]


@pytest.mark.parametrize("name", sorted(p.stem for p in (CASES / "violations").glob("*.json")))
def test_violations_are_told_in_our_words(name: str, update_goldens: bool) -> None:
    def compute(data: dict[str, Any], case: dict[str, Any]) -> dict[str, Any]:
        outcome = judge(data["schema"], json.dumps(case["value"]))
        return {"holds": outcome.truth, "violations": [f"{m.at}: {m.message}" for m in outcome.matches]}

    golden(CASES / "violations" / f"{name}.json", update_goldens, compute)


@pytest.mark.parametrize("name", sorted(p.stem for p in (CASES / "violations").glob("*.json")))
def test_verdicts_and_places_agree_with_the_oracle(name: str) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    data = json.loads((CASES / "violations" / f"{name}.json").read_text(encoding="utf-8"))
    if name == "recursive":
        data["cases"] = data["cases"][:1]  # the oracle needs exponential time for the deep one
    if name == "values":
        data["schema"]["properties"].pop("p")  # the oracle does not know `\p`
    oracle = jsonschema.validators.validator_for(data["schema"], jsonschema.Draft202012Validator)(data["schema"])
    schema = compile_schema(data["schema"], formats=False)
    for case in data["cases"]:
        value = json.loads(json.dumps(case["value"]))
        wanted = {tuple(error.absolute_path) for error in oracle.iter_errors(value)}
        found = schema.violations(value) if not schema.accepts(value) else ()
        # an unknown, badly named or forbidden property is shown at the property itself, the oracle says its object
        at_object = {"additionalProperties", "unevaluatedProperties", "propertyNames", "falseSchema"}
        got = {v.path[:-1] if v.keyword in at_object else v.path for v in found}
        if not {"contentEncoding", "contentMediaType"} & {v.keyword for v in found}:  # the oracle takes these for notes
            assert got == wanted


@pytest.mark.parametrize("name", sorted(p.stem for p in (CASES / "parsing").glob("*.json")))
def test_parse_problems_say_what_and_where(name: str, update_goldens: bool) -> None:
    def compute(data: dict[str, Any], case: dict[str, Any]) -> dict[str, Any]:
        outcome = judge(True, case["text"])
        return {"holds": outcome.truth, "message": outcome.message}

    golden(CASES / "parsing" / f"{name}.json", update_goldens, compute)


def test_unusable_schemas_are_refused_at_load(update_goldens: bool) -> None:
    def compute(data: dict[str, Any], case: dict[str, Any]) -> dict[str, Any]:
        with pytest.raises(ArgumentProblem) as caught:
            bind(case["schema"])
        assert caught.value.parameter == "file"
        return {"code": caught.value.code, "message": caught.value.message, "help": caught.value.help}

    golden(CASES / "schemas" / "unusable.json", update_goldens, compute)


REPLY = {"type": "object", "required": ["a"]}


@pytest.mark.parametrize(
    ("text", "nothing", "fence", "prose"),
    [
        ('{"a": 1}', True, True, True),
        (' \n{"a": 1}\r\n', True, True, True),
        ('```json\n{"a": 1}\n```', False, True, True),
        ('~~~\n{"a": 1}\n~~~\n', False, True, True),
        ('```json\n{"a": 1}', False, True, True),
        ('Here:\n```json\n{"a": 1}\n```\nDone.', False, False, True),
        ('Here you are: {"a": 1}. Bye', False, False, True),
        ('As [1] says: {"a": 1}', False, False, True),
        ("no JSON at all", False, False, False),
        ("", False, False, False),
    ],
)
def test_what_may_stand_around_the_json(text: str, nothing: bool, fence: bool, prose: bool) -> None:
    for subject in (Subject.of_text(text), Subject.of_json_text(text)):
        got = [
            bind(REPLY).run(subject, FACTS).truth,
            bind(REPLY, around="fence").run(subject, FACTS).truth,
            bind(REPLY, around="prose").run(subject, FACTS).truth,
        ]
        assert got == [nothing, fence, prose]


def test_advice_names_the_parameter_that_would_allow_it() -> None:
    assert "around: fence" in judge(REPLY, '```\n{"a": 1}\n```').message
    assert "around: prose" in judge(REPLY, 'so: {"a": 1}', around="fence").message


def test_empty_text_is_false_and_says_so() -> None:
    assert judge(True, "") == Outcome(message="the text is empty, and JSON was expected")


def test_the_message_counts_what_else_is_wrong() -> None:
    outcome = judge({"required": ["a", "b", "c"]}, "{}")
    assert outcome.message == "the property `a` is missing (and 2 more)"
    assert len(outcome.matches) == 3


def test_at_most_100_violations_are_told() -> None:
    outcome = judge({"items": {"type": "string"}}, json.dumps(list(range(500))))
    assert [m.at for m in outcome.matches] == [f"/{index}" for index in range(100)]


def test_large_refused_documents_are_not_listed() -> None:
    outcome = judge({"items": {"type": "string"}}, json.dumps([1] * 60_000))
    assert [m.message for m in outcome.matches] == [
        "does not conform to the schema, and is too large or too deep to say where"
    ]


def test_formats_can_be_mere_notes() -> None:
    assert not judge({"format": "email"}, '"nobody"').truth
    assert judge({"format": "email"}, '"nobody"', formats=False).truth


def test_patterns_run_in_linear_time() -> None:
    assert not judge({"pattern": "^(a+)+$"}, json.dumps("a" * 5000 + "!")).truth


@pytest.mark.parametrize("around", [{}, {"not": None}, {"anyOf": None}, {"patternProperties": None}])
def test_a_pattern_at_its_limit_is_a_failed_check_and_no_verdict(around: dict[str, Any]) -> None:
    pattern = r"^((a)\2?)+b$"
    text = "a" * 60
    schema: dict[str, Any] = {"pattern": pattern}
    if "not" in around:
        schema = {"not": schema}
    if "anyOf" in around:
        schema = {"anyOf": [schema, {"type": "integer"}]}
    if "patternProperties" in around:
        schema = {"patternProperties": {pattern: False}}
    value: Any = {text: 1} if "patternProperties" in around else text
    with pytest.raises(SchemaFault):
        judge(schema, json.dumps(value))


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("a schema was fetched")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    with pytest.raises(ArgumentProblem) as caught:
        bind({"$ref": "http://127.0.0.1:9/s.json"})
    assert "leads out of the file" in caught.value.message


def test_values_that_are_no_json_are_a_failed_check() -> None:
    schema = compile_schema({"properties": {"a": {"type": "string"}}})
    with pytest.raises(SchemaFault):
        schema.accepts({"a": object()})
    with pytest.raises(SchemaFault):
        schema.violations({"a": object()})
    with pytest.raises(SchemaFault):
        schema.accepts("\ud800")


def test_the_subjects_document_is_used_without_parsing_again() -> None:
    subject = Subject.of_json_text('{"a": 1}')
    assert subject.document == read_json('{"a": 1}')
    assert bind(REPLY).run(subject, FACTS).truth


def test_a_schema_comes_from_a_pydantic_model() -> None:
    pydantic = pytest.importorskip("pydantic")
    from guardrail.validators.schema_support.model import schema_from_model

    model = pydantic.create_model("Reply", text=(str, ...), score=(float | None, None))
    schema = compile_schema(schema_from_model(model))
    assert schema.accepts({"text": "hello", "score": None})
    assert [v.message for v in schema.violations({"score": "x"})] == [
        "the property `text` is missing",
        "expected a number or null, got a string",
    ]
    with pytest.raises(TypeError):
        schema_from_model(dict)
