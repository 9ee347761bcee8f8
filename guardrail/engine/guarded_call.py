"""What happens around one guarded model call: a generator of effects, carried out by the drivers in `around`."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from guardrail.decision import Action, Decision
from guardrail.diagnostics.errors import EngineError
from guardrail.engine.breaker import Breaker
from guardrail.engine.calls import with_text

if TYPE_CHECKING:
    from guardrail.engine.guard import Guard

MAXIMUM_ATTEMPTS: Final = 20
"""A bound on model calls of one `around`, whatever the policy's reasks add up to."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a guarded call: the text that may be shown (None for nothing) and the decision about it.

    `decision` is the input's if that was blocked, else the last answer's. `attempts` counts model calls.
    `failure` says why a fallback stands in: `timeout`, `error` or `circuit_open`.
    """

    text: str | None
    decision: Decision
    attempts: int = 0
    failure: str | None = None

    def __str__(self) -> str:
        return self.text or ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What `around` was asked for about one function; `timeout` is in seconds."""

    guard: Guard
    function: Callable[..., Any]
    signature: inspect.Signature
    prompt: str | None
    context: str | None
    request: str | Mapping[str, Any] | Callable[..., Mapping[str, Any]] | None
    system: str | None
    hint: str | None
    fallback: str | Callable[..., str] | None
    timeout: float | None
    raise_on_block: bool
    breaker: Breaker = field(default_factory=Breaker)


@dataclass(frozen=True, slots=True)
class Judge:
    """Effect: ask the guard."""

    stage: str
    arguments: tuple[Any, ...]
    options: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Call:
    """Effect: call the model."""

    arguments: inspect.BoundArguments


Flow: TypeAlias = Generator[Judge | Call, Any, Answer]


def flow(settings: Settings, bound: inspect.BoundArguments) -> Flow:
    """Everything that happens around a call with these arguments; drivers answer its effects."""
    bound.apply_defaults()
    facts = {"request": _request(settings, bound)}
    for name in (settings.prompt, settings.context):
        # What is judged must still be there when the function is called: an iterator would be used up.
        if name is not None and isinstance(bound.arguments[name], Iterator):
            bound.arguments[name] = list(bound.arguments[name])
    refused = yield from _judge_input(settings, bound, facts)
    if refused is not None:
        return refused
    return (yield from _ask(settings, bound, facts))


def _request(settings: Settings, bound: inspect.BoundArguments) -> Mapping[str, Any] | None:
    request = settings.request
    if isinstance(request, str):
        value: Mapping[str, Any] | None = bound.arguments[request]
        return value
    if callable(request):
        return request(*bound.args, **bound.kwargs)
    return request


def _judge_input(
    settings: Settings, bound: inspect.BoundArguments, facts: dict[str, Any]
) -> Generator[Judge | Call, Any, Answer | None]:
    """Input rails on the prompt, retrieval rails on the context: edited ones take the originals' place."""
    stages = settings.guard.stages
    if settings.prompt is not None and "input" in stages:
        given = bound.arguments[settings.prompt]
        prompt = {} if settings.system is None else {"system": bound.arguments[settings.system]}
        decision: Decision = yield Judge("input", (given,), {**facts, **prompt})
        if not decision.allowed:
            return Answer(decision.say, decision)
        bound.arguments[settings.prompt] = _edited(given, decision)
    if settings.context is not None and "retrieval" in stages and bound.arguments[settings.context] is not None:
        given = bound.arguments[settings.context]
        decision = yield Judge("retrieval", (given,), facts)
        if not decision.allowed:
            return Answer(decision.say, decision)
        bound.arguments[settings.context] = _kept(given, decision)
    return None


def _edited(given: Any, decision: Decision) -> Any:
    """The prompt as it may be passed on, in the shape it came in."""
    if isinstance(given, str):
        return decision.text
    changed = {part.index: part.text for part in decision.parts or () if part.action == Action.FIX}
    return [
        {**m, "content": with_text(m["content"], changed[i] or "")} if i in changed else m for i, m in enumerate(given)
    ]


def _kept(given: Any, decision: Decision) -> Any:
    """The passages that were not dropped, edited, in the shape they came in."""
    if isinstance(given, str):
        return decision.text
    texts = {part.index: part.text for part in decision.parts or () if part.text is not None}
    return [
        {**item, "text": texts[i]} if isinstance(item, Mapping) else texts[i]
        for i, item in enumerate(given)
        if i in texts
    ]


def _ask(settings: Settings, bound: inspect.BoundArguments, facts: dict[str, Any]) -> Flow:
    options = {**facts, **_output_options(settings, bound)}
    original = None if settings.prompt is None else bound.arguments[settings.prompt]
    for attempt in range(1, MAXIMUM_ATTEMPTS + 1):
        if not settings.breaker.allows():
            return (yield from _fall_back(settings, bound, options, attempt, "circuit_open", None))
        try:
            text = yield Call(bound)
        except Exception as problem:
            settings.breaker.failed()
            kind = "timeout" if isinstance(problem, TimeoutError) else "error"
            return (yield from _fall_back(settings, bound, options, attempt, kind, problem))
        except BaseException:
            # Cancelled or interrupted: that says nothing about the model.
            settings.breaker.abandoned()
            raise
        settings.breaker.succeeded()
        if not isinstance(text, str):
            raise EngineError(f"the guarded function must return a string, not {type(text).__name__}")
        decision: Decision = yield Judge("output", (text,), {**options, "attempt": attempt, "id": options.get("id")})
        options["id"] = decision.id
        if decision.action != Action.REASK:
            return Answer(decision.text, decision, attempt)
        _pass_hint(settings, bound, original, decision.hint)
    return Answer(None, decision, MAXIMUM_ATTEMPTS)


def _output_options(settings: Settings, bound: inspect.BoundArguments) -> dict[str, Any]:
    options: dict[str, Any] = {}
    if settings.context is not None:
        options["context"] = bound.arguments[settings.context]
    if settings.system is not None:
        options["system"] = bound.arguments[settings.system]
    if settings.prompt is not None and isinstance(bound.arguments[settings.prompt], str):
        options["question"] = bound.arguments[settings.prompt]
    return options


def _pass_hint(settings: Settings, bound: inspect.BoundArguments, original: Any, hint: str | None) -> None:
    if settings.hint is not None:
        bound.arguments[settings.hint] = hint
    elif hint is not None and settings.prompt is not None:
        if isinstance(original, str):
            bound.arguments[settings.prompt] = f"{original}\n\n{hint}"
        else:
            bound.arguments[settings.prompt] = [*original, {"role": "user", "content": hint}]


def _fall_back(
    settings: Settings,
    bound: inspect.BoundArguments,
    options: dict[str, Any],
    attempt: int,
    kind: str,
    problem: Exception | None,
) -> Flow:
    if settings.fallback is None:
        if problem is not None:
            raise problem
        raise EngineError("the circuit is open: the last model calls failed, and there is no fallback")
    given = settings.fallback
    text = given if isinstance(given, str) else given(*bound.args, **bound.kwargs)
    decision: Decision = yield Judge("output", (text,), {**options, "attempt": MAXIMUM_ATTEMPTS + 1})
    return Answer(decision.text, decision, attempt if kind != "circuit_open" else attempt - 1, kind)
