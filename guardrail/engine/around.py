"""`guard.around`: input rails, a model call, output rails and a bounded reask around a function, sync or async."""

from __future__ import annotations

import asyncio
import concurrent.futures
import contextvars
import functools
import inspect
import math
import threading
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from guardrail.decision import Action, Decision
from guardrail.diagnostics.errors import EngineError
from guardrail.engine.breaker import Breaker
from guardrail.engine.guarded_call import Answer, Call, Judge, Settings, flow

if TYPE_CHECKING:
    from guardrail.engine.guard import Guard

__all__ = ["Answer", "Blocked", "around"]


class Blocked(Exception):
    """Raised instead of returning a blocked answer where `raise_on_block=True` was asked for."""

    def __init__(self, decision: Decision) -> None:
        super().__init__(f"blocked by {', '.join(decision.by)}")
        self.decision = decision


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

    Raises `EngineError` for a `timeout` that is no time, and, when it decorates, for a parameter that is not there.
    """
    _need_timeout(timeout)

    def wrap(function: Callable[..., Any]) -> Callable[..., Any]:
        signature = inspect.signature(function)
        named = [n for n in (prompt, context, system, hint, request if isinstance(request, str) else None) if n]
        for name in named:
            if name not in signature.parameters:
                raise EngineError(f"`{getattr(function, '__name__', 'the function')}` has no parameter `{name}`")
        settings = Settings(
            guard, function, signature, prompt, context, request, system, hint, fallback, timeout, raise_on_block,
            breaker or Breaker(),
        )  # fmt: skip
        if inspect.iscoroutinefunction(function):
            return _wrap_async(settings)
        return _wrap_sync(settings)

    return wrap


def _need_timeout(timeout: Any) -> None:
    if timeout is None:
        return
    if isinstance(timeout, bool) or not isinstance(timeout, (int, float)) or not 0 < timeout < math.inf:
        raise EngineError("`timeout` must be a number of seconds above 0")


def _too_slow(seconds: float) -> TimeoutError:
    return TimeoutError(f"the model call took longer than its timeout of {seconds:g} s")


def _wrap_sync(settings: Settings) -> Callable[..., Answer]:
    @functools.wraps(settings.function)
    def guarded(*args: Any, **kwargs: Any) -> Answer:
        steps = flow(settings, settings.signature.bind(*args, **kwargs))
        try:
            effect = next(steps)
            while True:
                try:
                    result = _perform(settings, effect)
                except BaseException as problem:
                    effect = steps.throw(problem)
                else:
                    effect = steps.send(result)
        except StopIteration as done:
            return _finished(settings, done.value)

    return guarded


def _perform(settings: Settings, effect: Judge | Call) -> Any:
    if isinstance(effect, Judge):
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

    here = contextvars.copy_context()
    threading.Thread(target=here.run, args=(work,), daemon=True, name="guardrail-model-call").start()
    if not concurrent.futures.wait([outcome], timeout=seconds).done:
        raise _too_slow(seconds)
    return outcome.result()


def _wrap_async(settings: Settings) -> Callable[..., Any]:
    @functools.wraps(settings.function)
    async def guarded(*args: Any, **kwargs: Any) -> Answer:
        steps = flow(settings, settings.signature.bind(*args, **kwargs))
        try:
            effect = next(steps)
            while True:
                try:
                    result = await _aperform(settings, effect)
                except BaseException as problem:
                    effect = steps.throw(problem)
                else:
                    effect = steps.send(result)
        except StopIteration as done:
            return _finished(settings, done.value)

    return guarded


async def _aperform(settings: Settings, effect: Judge | Call) -> Any:
    if isinstance(effect, Judge):
        return await getattr(settings.guard, f"a{effect.stage}")(*effect.arguments, **effect.options)
    arguments = effect.arguments
    call = settings.function(*arguments.args, **arguments.kwargs)
    if settings.timeout is None:
        return await call
    try:
        async with asyncio.timeout(settings.timeout) as scope:
            return await call
    except TimeoutError:
        # The function's own TimeoutError is its own.
        if scope.expired():
            raise _too_slow(settings.timeout) from None
        raise


def _finished(settings: Settings, answer: Answer) -> Answer:
    if settings.raise_on_block and answer.decision.action == Action.BLOCK:
        raise Blocked(answer.decision)
    return answer
