"""What a policy's test gives, read into the call that it makes on the rails."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from guardrail.compiler.lowering import scope_of
from guardrail.compiler.unit import Scope
from guardrail.engine.rails import Asked, Rails, Steps
from guardrail.language import tree

STAGES: Final = ("input", "output", "retrieval", "tool_call", "tool_result")
_BESIDE: Final[Mapping[str, frozenset[str]]] = {
    "input": frozenset({"system", "attempt"}),
    "output": frozenset({"context", "question", "system", "attempt"}),
    "retrieval": frozenset({"question"}),
    "tool_call": frozenset({"history", "context", "question", "system", "attempt"}),
    "tool_result": frozenset(),
}
"""What may be given beside the text at each stage; request facts always."""

GivenClause = tree.Given | tree.GivenRequest | tree.GivenAttempt


class GivenProblem(Exception):
    """A test that makes no call; `clause` is where it says something wrong, `message` what."""

    def __init__(self, message: str, clause: GivenClause | tree.Test) -> None:
        super().__init__(message)
        self.message, self.clause = message, clause


@dataclass(frozen=True, slots=True)
class Given:
    """The call that a test makes: `subject` is what its stage judges, `clause` where that stands."""

    stage: str
    clause: tree.Given
    subject: Any
    extra: Any = None
    request: Mapping[str, Any] = field(default_factory=dict)
    attempt: Any = 1
    context: Any = None
    question: Any = None
    system: Any = None
    history: Any = None

    def steps(self, rails: Rails) -> Steps:
        """The call on a policy's rails; it raises EngineError for values of a wrong type."""
        asked = Asked(self.request, self.attempt, "test")
        told = {"context": self.context, "question": self.question, "system": self.system}
        match self.stage:
            case "input":
                return rails.input(self.subject, asked, system=self.system)
            case "output":
                return rails.output(self.subject, asked, **told)
            case "retrieval":
                return rails.retrieval(self.subject, asked, question=self.question)
            case "tool_call":
                return rails.tool_call(self.subject, self.extra or {}, asked, history=self.history, **told)
            case _:
                return rails.tool_result(self.subject, self.extra, asked)


def read_given(scope: Scope, test: tree.Test) -> Given:
    """What a test gives; raises GivenProblem for a test that is not about one text, or gives what its stage ignores."""
    subject = _subject(test)
    beside: dict[str, Any] = {}
    request: dict[str, Any] = {}
    for clause in test.clauses:
        if isinstance(clause, tree.GivenRequest):
            _add_facts(request, clause, scope)
        elif isinstance(clause, (tree.Given, tree.GivenAttempt)) and clause is not subject:
            name, value = _beside(clause, scope)
            if name in beside:
                raise GivenProblem(f"`given {name}` stands here a second time", clause)
            if name not in _BESIDE[subject.kind]:
                raise GivenProblem(f"`given {name}` says nothing about `given {subject.kind}`: remove it", clause)
            beside[name] = value
    extra = None if subject.extra is None else _plain(scope, subject.extra)
    return Given(subject.kind, subject, _what_is_judged(subject, scope), extra, request, **beside)


def _subject(test: tree.Test) -> tree.Given:
    """The one clause that gives what is judged."""
    found = [clause for clause in test.clauses if isinstance(clause, tree.Given) and clause.kind in STAGES]
    if not found:
        raise GivenProblem('the test gives no text: write `given output "…"`, or another stage', test)
    subject = found[0]
    if len(found) > 1:
        message = f"a second text: the test gives `{subject.kind}` above, and a test is about one text"
        raise GivenProblem(message, found[1])
    if subject.kind == "tool_result" and subject.extra is None:
        raise GivenProblem('what the tool returned is missing: write `given tool_result "name" "…"`', subject)
    if subject.extra is not None and subject.kind not in ("tool_call", "tool_result"):
        raise GivenProblem(f"`given {subject.kind}` takes one value, and here are two", subject)
    return subject


def _what_is_judged(subject: tree.Given, scope: Scope) -> Any:
    plain = _plain(scope, subject.value)
    if subject.kind != "input" or isinstance(plain, str):
        return plain
    # A chat: strings are messages of the user, objects give the role themselves.
    return [{"role": "user", "content": item} if isinstance(item, str) else item for item in plain]


def _beside(clause: tree.Given | tree.GivenAttempt, scope: Scope) -> tuple[str, Any]:
    if isinstance(clause, tree.GivenAttempt):
        return "attempt", clause.number
    if clause.extra is not None:
        raise GivenProblem(f"`given {clause.kind}` takes one value, and here are two", clause)
    return clause.kind, _plain(scope, clause.value)


def _add_facts(request: dict[str, Any], clause: tree.GivenRequest, scope: Scope) -> None:
    for pair in clause.pairs:
        if pair.key in request:
            raise GivenProblem(f"`{pair.key}` is given a second time", clause)
        request[pair.key] = _plain(scope, pair.value)


def _plain(scope: Scope, value: Any) -> Any:
    """A value of a test as plain Python; a name is a declared text."""
    match value:
        case tree.Lit(plain):
            return plain
        case tree.Array(items):
            return [_plain(scope, item) for item in items]
        case tree.Object(pairs):
            return {pair.key: _plain(scope, pair.value) for pair in pairs}
        case _:
            return scope_of(scope, value.parts).texts[value.parts[-1]]
