"""`guard.around`: input rails, a model call, output rails and a bounded reask around a function, sync or async.

The flow is one generator of effects; two drivers carry them out, one with `await`.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import functools
import inspect
import threading
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from guardrail.decision import Action, Decision
from guardrail.diagnostics.errors import EngineError
from guardrail.engine.breaker import Breaker

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


class Blocked(Exception):
    """Raised instead of returning a blocked answer where `raise_on_block=True` was asked for."""

    def __init__(self, decision: Decision) -> None:
        super().__init__(f"blocked by {', '.join(decision.by)}")
        self.decision = decision


@dataclass(frozen=True, slots=True)
class _Settings:
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
class _Judge:
    """Effect: ask the guard."""

    stage: str
    arguments: tuple[Any, ...]
    options: dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Call:
    """Effect: call the model."""

    arguments: inspect.BoundArguments


_Flow: TypeAlias = Generator[_Judge | _Call, Any, Answer]


def around(
    guard: Guard,
    *,
    prompt: str | None = None,
    context: str | None = None,
    request: str | Mapping[str, Any] | Callable[..., Mapping[str, Any]] | None = None,
    system: str | None = None,
    hint: str | None = None,
    fallback: str | Callable[..., str] | None = None,
    timeout: float | None = None,
    raise_on_block: bool = False,
    breaker: Breaker | None = None,
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """A decorator for a function that calls a model and returns its text; the wrapped one returns an `Answer`.

    `prompt`, `context`, `system` and `hint` name parameters of the function: the user's text or chat messages,
    the passages, the system prompt, and where a reask's hint is passed (without one it is added to the prompt).
    `request` is the facts, a function of the call's arguments that gives them, or a parameter's name. `timeout`
    bounds one model call in seconds. When the call fails, times out or the circuit is open, `fallback` (a text,
    or a function of the call's arguments) stands in and is judged like an answer; without one the call's own
    exception, TimeoutError or EngineError is raised.
    """

    def wrap(function: Callable[..., Any]) -> Callable[..., Any]:
        signature = inspect.signature(function)
        named = [n for n in (prompt, context, system, hint, request if isinstance(request, str) else None) if n]
        for name in named:
            if name not in signature.parameters:
                raise EngineError(f"`{getattr(function, '__name__', 'the function')}` has no parameter `{name}`")
        settings = _Settings(
            guard, function, signature, prompt, context, request, system, hint, fallback, timeout, raise_on_block,
            breaker or Breaker(),
        )  # fmt: skip
        if inspect.iscoroutinefunction(function):
            return _wrap_async(settings)
        return _wrap_sync(settings)

    return wrap


def _wrap_sync(settings: _Settings) -> Callable[..., Answer]:
    @functools.wraps(settings.function)
    def guarded(*args: Any, **kwargs: Any) -> Answer:
        flow = _flow(settings, settings.signature.bind(*args, **kwargs))
        try:
            effect = next(flow)
            while True:
                try:
                    result = _perform(settings, effect)
                except Exception as problem:
                    effect = flow.throw(problem)
                else:
                    effect = flow.send(result)
        except StopIteration as done:
            return _finished(settings, done.value)

    return guarded


def _perform(settings: _Settings, effect: _Judge | _Call) -> Any:
    if isinstance(effect, _Judge):
        return getattr(settings.guard, effect.stage)(*effect.arguments, **effect.options)
    arguments = effect.arguments
    if settings.timeout is None:
        return settings.function(*arguments.args, **arguments.kwargs)
    return _call_within(settings.timeout, lambda: settings.function(*arguments.args, **arguments.kwargs))


def _call_within(seconds: float, call: Callable[[], Any]) -> Any:
    """Run `call` in a thread of its own; a thread that outlasts the time is left to end by itself."""
    outcome: concurrent.futures.Future[Any] = concurrent.futures.Future()

    def work() -> None:
        try:
            outcome.set_result(call())
        except BaseException as problem:
            outcome.set_exception(problem)

    threading.Thread(target=work, daemon=True, name="guardrail-model-call").start()
    return outcome.result(timeout=seconds)


def _wrap_async(settings: _Settings) -> Callable[..., Any]:
    @functools.wraps(settings.function)
    async def guarded(*args: Any, **kwargs: Any) -> Answer:
        flow = _flow(settings, settings.signature.bind(*args, **kwargs))
        try:
            effect = next(flow)
            while True:
                try:
                    result = await _aperform(settings, effect)
                except Exception as problem:
                    effect = flow.throw(problem)
                else:
                    effect = flow.send(result)
        except StopIteration as done:
            return _finished(settings, done.value)

    return guarded


async def _aperform(settings: _Settings, effect: _Judge | _Call) -> Any:
    if isinstance(effect, _Judge):
        return await getattr(settings.guard, f"a{effect.stage}")(*effect.arguments, **effect.options)
    arguments = effect.arguments
    call = settings.function(*arguments.args, **arguments.kwargs)
    return await (call if settings.timeout is None else asyncio.wait_for(call, settings.timeout))


def _finished(settings: _Settings, answer: Answer) -> Answer:
    if settings.raise_on_block and answer.decision.action == Action.BLOCK:
        raise Blocked(answer.decision)
    return answer


def _flow(settings: _Settings, bound: inspect.BoundArguments) -> _Flow:
    bound.apply_defaults()
    facts = {"request": _request(settings, bound)}
    refused = yield from _judge_input(settings, bound, facts)
    if refused is not None:
        return refused
    return (yield from _ask(settings, bound, facts))


def _request(settings: _Settings, bound: inspect.BoundArguments) -> Mapping[str, Any] | None:
    request = settings.request
    if isinstance(request, str):
        value: Mapping[str, Any] | None = bound.arguments[request]
        return value
    if callable(request):
        return request(*bound.args, **bound.kwargs)
    return request


def _judge_input(
    settings: _Settings, bound: inspect.BoundArguments, facts: dict[str, Any]
) -> Generator[_Judge | _Call, Any, Answer | None]:
    """Input rails on the prompt, retrieval rails on the context: edited ones take the originals' place."""
    stages = settings.guard.stages
    if settings.prompt is not None and "input" in stages:
        given = bound.arguments[settings.prompt]
        decision: Decision = yield _Judge("input", (given,), facts)
        if not decision.allowed:
            return Answer(decision.say, decision)
        bound.arguments[settings.prompt] = _edited(given, decision)
    if settings.context is not None and "retrieval" in stages:
        decision = yield _Judge("retrieval", (bound.arguments[settings.context],), facts)
        if not decision.allowed:
            return Answer(decision.say, decision)
        bound.arguments[settings.context] = [p.text for p in decision.parts or () if p.text is not None]
    return None


def _edited(given: Any, decision: Decision) -> Any:
    if isinstance(given, str):
        return decision.text
    changed = {part.index: part.text for part in decision.parts or () if part.action == Action.FIX}
    return [{**m, "content": changed[i]} if i in changed else m for i, m in enumerate(given)]


def _ask(settings: _Settings, bound: inspect.BoundArguments, facts: dict[str, Any]) -> _Flow:
    options = {**facts, **_output_options(settings, bound)}
    original = None if settings.prompt is None else bound.arguments[settings.prompt]
    for attempt in range(1, MAXIMUM_ATTEMPTS + 1):
        if not settings.breaker.allows():
            return (yield from _fall_back(settings, bound, options, attempt, "circuit_open", None))
        try:
            text = yield _Call(bound)
        except Exception as problem:
            settings.breaker.failed()
            kind = "timeout" if isinstance(problem, TimeoutError) else "error"
            return (yield from _fall_back(settings, bound, options, attempt, kind, problem))
        settings.breaker.succeeded()
        if not isinstance(text, str):
            raise EngineError(f"the guarded function must return a string, not {type(text).__name__}")
        decision: Decision = yield _Judge("output", (text,), {**options, "attempt": attempt, "id": options.get("id")})
        options["id"] = decision.id
        if decision.action != Action.REASK:
            return Answer(decision.text, decision, attempt)
        _pass_hint(settings, bound, original, decision.hint)
    return Answer(None, decision, MAXIMUM_ATTEMPTS)


def _output_options(settings: _Settings, bound: inspect.BoundArguments) -> dict[str, Any]:
    options: dict[str, Any] = {}
    if settings.context is not None:
        options["context"] = bound.arguments[settings.context]
    if settings.system is not None:
        options["system"] = bound.arguments[settings.system]
    if settings.prompt is not None and isinstance(bound.arguments[settings.prompt], str):
        options["question"] = bound.arguments[settings.prompt]
    return options


def _pass_hint(settings: _Settings, bound: inspect.BoundArguments, original: Any, hint: str | None) -> None:
    if settings.hint is not None:
        bound.arguments[settings.hint] = hint
    elif hint is not None and settings.prompt is not None:
        if isinstance(original, str):
            bound.arguments[settings.prompt] = f"{original}\n\n{hint}"
        else:
            bound.arguments[settings.prompt] = [*original, {"role": "user", "content": hint}]


def _fall_back(
    settings: _Settings,
    bound: inspect.BoundArguments,
    options: dict[str, Any],
    attempt: int,
    kind: str,
    problem: Exception | None,
) -> _Flow:
    if settings.fallback is None:
        if problem is not None:
            raise problem
        raise EngineError("the circuit is open: the last model calls failed, and there is no fallback")
    given = settings.fallback
    text = given if isinstance(given, str) else given(*bound.args, **bound.kwargs)
    decision: Decision = yield _Judge("output", (text,), {**options, "attempt": MAXIMUM_ATTEMPTS + 1})
    return Answer(decision.text, decision, attempt if kind != "circuit_open" else attempt - 1, kind)
