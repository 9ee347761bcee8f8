"""`guard.around` when the model fails: fallbacks, timeouts, the breaker, `raise_on_block`."""

from __future__ import annotations

import asyncio
import contextvars
import time
from pathlib import Path
from typing import Any

import pytest

import guardrail
from guardrail import Blocked, Breaker
from tests.unit.around_policy import POLICY


@pytest.fixture
def guard(tmp_path: Path) -> guardrail.Guard:
    path = tmp_path / "p.guard"
    path.write_text(POLICY, "utf-8")
    return guardrail.load(path)


def test_a_fallback_stands_in_for_a_failing_model(guard: guardrail.Guard) -> None:
    @guard.around(prompt="question", fallback="Please try again later.")
    def answer(question: str) -> str:
        raise ConnectionError("no network")

    got = answer("What?")
    assert (got.text, got.failure) == ("Please try again later.", "error")


def test_a_fallback_is_judged_too(guard: guardrail.Guard) -> None:
    @guard.around(prompt="question", fallback="Ask Globex.")
    def answer(question: str) -> str:
        raise ConnectionError("no network")

    assert answer("What?").text == "Ask another."


def test_without_a_fallback_the_model_s_own_exception_is_raised(guard: guardrail.Guard) -> None:
    @guard.around(prompt="question")
    def answer(question: str) -> str:
        raise ConnectionError("no network")

    with pytest.raises(ConnectionError, match="no network"):
        answer("What?")


def test_a_slow_model_times_out(guard: guardrail.Guard) -> None:
    @guard.around(prompt="question", fallback="Later.", timeout=0.05)
    def answer(question: str) -> str:
        time.sleep(1)
        return "late"

    got = answer("What?")
    assert (got.text, got.failure) == ("Later.", "timeout")


def test_a_timeout_without_a_fallback_names_the_seconds(guard: guardrail.Guard) -> None:
    @guard.around(prompt="question", timeout=0.05)
    def answer(question: str) -> str:
        time.sleep(0.5)
        return "late"

    with pytest.raises(TimeoutError, match=r"^the model call took longer than its timeout of 0\.05 s$"):
        answer("What?")


async def test_an_async_timeout_names_the_seconds(guard: guardrail.Guard) -> None:
    @guard.around(prompt="question", timeout=0.05)
    async def answer(question: str) -> str:
        await asyncio.sleep(0.5)
        return "late"

    with pytest.raises(TimeoutError, match=r"^the model call took longer than its timeout of 0\.05 s$"):
        await answer("What?")


async def test_a_timeout_of_the_function_s_own_is_its_own(guard: guardrail.Guard) -> None:
    @guard.around(prompt="question", timeout=5)
    def answer(question: str) -> str:
        raise TimeoutError("the provider was slow")

    @guard.around(prompt="question", timeout=5)
    async def later(question: str) -> str:
        raise TimeoutError("the provider was slow")

    with pytest.raises(TimeoutError, match=r"^the provider was slow$"):
        answer("What?")
    with pytest.raises(TimeoutError, match=r"^the provider was slow$"):
        await later("What?")


@pytest.mark.parametrize("timeout", [0, -1, float("nan"), float("inf"), "1", True])
def test_a_timeout_that_is_no_time_is_refused(guard: guardrail.Guard, timeout: Any) -> None:
    with pytest.raises(guardrail.EngineError, match="`timeout` must be a number of seconds above 0"):
        guard.around(prompt="question", timeout=timeout)


def test_context_variables_reach_a_function_with_a_timeout(guard: guardrail.Guard) -> None:
    variable = contextvars.ContextVar("variable", default="unset")
    variable.set("set")

    @guard.around(prompt="question", timeout=5)
    def answer(question: str) -> str:
        return variable.get()

    assert answer("What?").text == "set"


def test_raise_on_block_raises(guard: guardrail.Guard) -> None:
    @guard.around(prompt="question", raise_on_block=True)
    def answer(question: str) -> str:
        return "The word is swordfish."

    with pytest.raises(Blocked) as raised:
        answer("What?")
    assert raised.value.decision.by == ("no_secret",)


def test_an_open_circuit_calls_nobody(guard: guardrail.Guard) -> None:
    calls = []

    @guard.around(prompt="question", fallback="Later.", breaker=Breaker(failures=2, reset=60))
    def answer(question: str) -> str:
        calls.append(question)
        raise ConnectionError("no network")

    failures = [answer("What?").failure for _ in range(4)]
    assert (failures, len(calls)) == (["error", "error", "circuit_open", "circuit_open"], 2)


def test_a_closed_circuit_after_a_good_trial() -> None:
    now = [0.0]
    breaker = Breaker(failures=1, reset=10, clock=lambda: now[0])
    breaker.failed()
    assert not breaker.allows()
    now[0] = 11.0
    assert breaker.allows()
    assert not breaker.allows(), "one trial at a time"
    breaker.succeeded()
    assert breaker.allows()


@pytest.mark.parametrize(
    ("failures", "reset"), [(0, 1), (-1, 1), (True, 1), (1.5, 1), (1, -1), (1, float("nan")), (1, "2")]
)
def test_a_breaker_that_makes_no_sense_is_refused(failures: Any, reset: Any) -> None:
    with pytest.raises(guardrail.EngineError, match="of a breaker must be a"):
        Breaker(failures=failures, reset=reset)


async def test_a_cancelled_trial_does_not_keep_the_circuit_open(guard: guardrail.Guard) -> None:
    now = [0.0]
    breaker = Breaker(failures=1, reset=10, clock=lambda: now[0])
    sleeping = asyncio.Event()

    @guard.around(prompt="question", breaker=breaker)
    async def answer(question: str) -> str:
        if question == "fail":
            raise ConnectionError("no network")
        if question == "wait":
            sleeping.set()
            await asyncio.sleep(60)
        return "fine"

    with pytest.raises(ConnectionError):
        await answer("fail")
    now[0] = 11.0
    trial = asyncio.create_task(answer("wait"))
    await sleeping.wait()
    trial.cancel()
    with pytest.raises(asyncio.CancelledError):
        await trial
    assert (await answer("go")).text == "fine"


def test_an_open_circuit_without_a_fallback_is_an_engine_error(guard: guardrail.Guard) -> None:
    breaker = Breaker(failures=1)
    breaker.failed()

    @guard.around(prompt="question", breaker=breaker)
    def answer(question: str) -> str:
        return "fine"

    with pytest.raises(guardrail.EngineError, match="the circuit is open"):
        answer("What?")
