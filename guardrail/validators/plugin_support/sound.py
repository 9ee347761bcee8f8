"""A validator from elsewhere, held to the contract: whatever it does wrong is told, or fails its check alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from guardrail.text.requests import CheckFault, Hit, PieceLike, ScanRequest
from guardrail.validators.contract import (
    ALL_STAGES,
    ArgumentProblem,
    Arguments,
    Check,
    Cost,
    Facts,
    Match,
    Outcome,
    Parameter,
    Returns,
    Signature,
    Stream,
)

if TYPE_CHECKING:
    from guardrail.text.subject import Subject

PROBLEM_CODE = "G113"
_NAME = re.compile(r"[a-z][a-z0-9_]*")


class UnsoundPlugin(Exception):
    """A plugin that is no validator; the message completes `the plugin …`."""


class PluginValidator:
    """A plugin's validator: its signature is read once, and what it binds is a check that can only fail as one."""

    __slots__ = ("_bind", "signature")

    def __init__(self, signature: Signature, bind: Callable[[Arguments], Any]) -> None:
        self.signature = signature
        self._bind = bind

    @classmethod
    def of(cls, plugin: Any) -> PluginValidator:
        """The validator that `plugin` is; raises `UnsoundPlugin` where it is none."""
        try:
            signature, bind = plugin.signature, plugin.bind
        except (Exception, SystemExit):
            raise UnsoundPlugin("has no `signature` and `bind`") from None
        if not isinstance(signature, Signature) or not callable(bind):
            raise UnsoundPlugin("has a `signature` that is no `Signature`, or a `bind` that cannot be called")
        problem = _signature_problem(signature)
        if problem is not None:
            raise UnsoundPlugin(problem)
        # There is no calibration card for the scores of others: policies compare them with numbers.
        return cls(replace(signature, levels=False), bind)

    def bind(self, arguments: Arguments) -> Check:
        """The plugin's check; raises `ArgumentProblem`, its own or one that says what is wrong with the check."""
        name = self.signature.name
        try:
            check = self._bind(arguments)
        except SystemExit:
            raise _problem(name, "ended the program") from None
        try:
            sound = PluginCheck(name, check)
        except (Exception, SystemExit):
            raise _problem(name, "gave something that is no check") from None
        if sound.request is not None:
            _try_out(name, sound.request)
        return sound


def _signature_problem(signature: Any) -> str | None:
    """What is wrong with a signature, completing `the plugin …`; None for a sound one."""
    if not isinstance(signature.name, str) or not _NAME.fullmatch(signature.name):
        return "has a name that no policy can write: lower-case letters, digits and underscores"
    if not isinstance(signature.returns, Returns) or not isinstance(signature.stream, Stream):
        return "has a signature that does not say what it returns, or which stream class it has"
    if not isinstance(signature.cost, Cost):
        return "has a signature that does not say its cost"
    if not signature.stages or not ALL_STAGES.issuperset(signature.stages):
        return "has a signature with unknown stages"
    parameters = signature.parameters
    if not isinstance(parameters, tuple) or not all(isinstance(one, Parameter) for one in parameters):
        return "has parameters that are no tuple of `Parameter`"
    return None


class PluginCheck:
    """A plugin's check; raises `CheckFault` where the plugin answers with something that is no outcome."""

    __slots__ = ("_check", "_name", "judge_without_hits", "light", "problems", "request")

    def __init__(self, name: str, check: Any) -> None:
        self._name = name
        self._check = check
        self.request: ScanRequest | None = check.request
        self.judge_without_hits = bool(check.judge_without_hits)
        self.light = bool(check.light)
        self.problems: Sequence[ArgumentProblem] = tuple(check.problems)
        if not isinstance(self.request, ScanRequest | None) or not callable(check.judge) or not callable(check.run):
            raise TypeError(name)
        if not all(isinstance(problem, ArgumentProblem) for problem in self.problems):
            raise TypeError(name)

    def judge(self, hits: tuple[Hit, ...], piece: PieceLike) -> Outcome:
        """What the plugin makes of the hits in one piece."""
        return self._answer(self._check.judge, hits, piece)

    def run(self, subject: Subject, facts: Facts) -> Outcome:
        """What the plugin makes of the whole subject."""
        return self._answer(self._check.run, subject, facts)

    def reach(self) -> None:
        """None: in a stream a plugin waits for the end, whatever it would say of what it looks at."""

    def watching(self, facts: Facts) -> None:
        """None, as `reach`."""

    def _answer(self, ask: Callable[..., Any], *about: Any) -> Outcome:
        try:
            outcome = ask(*about)
        except SystemExit:
            raise CheckFault(f"the plugin `{self._name}` tried to end the program") from None
        if not _is_sound(outcome):
            raise CheckFault(f"the plugin `{self._name}` answered with something that is no outcome")
        answer: Outcome = outcome
        return answer


def _is_sound(outcome: Any) -> bool:
    """Whether everything in an outcome has its type: places and scores out of range are told by the engine."""
    return (
        isinstance(outcome, Outcome)
        and isinstance(outcome.message, str)
        and isinstance(outcome.matches, tuple)
        and all(isinstance(match, Match) and _is_sound_match(match) for match in outcome.matches)
    )


def _is_sound_match(match: Match) -> bool:
    places = type(match.start) is int and type(match.end) is int and isinstance(match.at, str | int | None)
    scored = match.score is None or type(match.score) in (int, float)
    return places and scored and isinstance(match.message, str) and isinstance(match.label, str)


def _try_out(name: str, request: ScanRequest) -> None:
    """Raise `ArgumentProblem` where the scanner cannot look for what a plugin asks for."""
    from guardrail.text.scanner.scanner import build_scanner

    try:
        build_scanner((request,))
    except Exception:  # A plugin may have put anything into its request, and every fault in there is the plugin's.
        raise _problem(name, "asks for words or patterns that cannot be looked for") from None


def _problem(name: str, what: str) -> ArgumentProblem:
    return ArgumentProblem(PROBLEM_CODE, f"the plugin `{name}` {what}", help="report it to whoever makes the plugin")
