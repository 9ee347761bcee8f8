"""What checks cost: the figures of a machine, and what they make of a text's length.

A figure is linear: a start, so much a character, so much a window of the encoder. The reference profile is shipped,
slower than most machines, and the one that compiling goes by, so that a policy means the same wherever it is compiled.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final, Protocol

from guardrail.validators.contract import Check, Signature

SCAN: Final = "scan"
"""What every shared scan costs, whatever is looked for."""
CLOSING: Final = "closing"
"""From the last check to the decision: edits, findings, the record."""

_VERSION: Final = 1
_MAX_BYTES: Final = 1024 * 1024
_LEAST_SHARE: Final = 1 / 16
_WINDOW_CHARACTERS: Final = 1_000


class ProfileProblem(Exception):
    """A profile that cannot be used; the message says why, in our words."""


class Priced(Protocol):
    """A check call that has a cost: a slot of a pipeline, or a bound call of the compiler."""

    @property
    def key(self) -> str:
        """The call, printed canonically."""

    @property
    def signature(self) -> Signature:
        """What is called."""

    @property
    def check(self) -> Check | None:
        """The bound check; None for a model that is not installed."""


@dataclass(frozen=True, slots=True)
class Figures:
    """A time as a function of the text: microseconds at the start and a window, nanoseconds a character.

    >>> (Figures(100, 50, 20_000) + Figures(window_us=5_000)).milliseconds(2_000)
    50.2
    """

    fixed_us: float = 0.0
    character_ns: float = 0.0
    window_us: float = 0.0

    def __add__(self, other: Figures) -> Figures:
        return Figures(
            self.fixed_us + other.fixed_us, self.character_ns + other.character_ns, self.window_us + other.window_us
        )

    def milliseconds(self, characters: float) -> float:
        """The time that a text of so many code points takes."""
        plain = self.fixed_us / 1e3 + characters * self.character_ns / 1e6
        return plain + windows_of(characters) * self.window_us / 1e3


NOTHING: Final = Figures()


def windows_of(characters: float) -> float:
    """How many full windows of the encoder a text fills, about; what is nearly empty costs a sixteenth of one."""
    return max(_LEAST_SHARE, characters / _WINDOW_CHARACTERS)


@dataclass(frozen=True, slots=True)
class Cost:
    """What one check costs: usually (the median), and with bad luck (the 99th percentile).

    `runs` name the windows that it shares with others, which run once for all of them; those are no part of it.
    """

    usual: Figures = NOTHING
    bound: Figures = NOTHING
    runs: tuple[str, ...] = ()

    def __add__(self, other: Cost) -> Cost:
        runs = (*self.runs, *(run for run in other.runs if run not in self.runs))
        return Cost(self.usual + other.usual, self.bound + other.bound, runs)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Profile:
    """The figures of one machine, where `threads` checks run at once.

    `costs` maps a kind of check (`mentions disguised`), a shared run (`encoder`) or a whole call (`pii(email)`) to its
    cost. A kind that it does not know costs what its class costs (`C0` to `C3`).
    """

    name: str
    threads: int
    costs: Mapping[str, Cost] = field(default_factory=dict)

    def of(self, call: Priced) -> Cost:
        """The cost of a check call: of itself where it was measured, of its kind otherwise."""
        known = (self.costs.get(name) for name in (call.key, kind_of(call), call.signature.name))
        return next(filter(None, known), None) or self.costs.get(call.signature.cost.name) or Cost()

    def named(self, name: str) -> Cost:
        """The cost of a shared run, `SCAN` or `CLOSING`; nothing where it was not measured."""
        return self.costs.get(name) or Cost()

    def shared(self, cost: Cost) -> Cost:
        """What the runs that a cost shares cost together."""
        return sum(map(self.named, cost.runs), Cost())

    def of_producer(self, calls: Iterable[Priced]) -> Cost:
        """The cost of checks that run together, with the scan they share, without the windows they share."""
        calls = tuple(calls)
        scans = any(call.check is not None and call.check.request is not None for call in calls)
        total = self.named(SCAN) if scans else Cost()
        for call in calls:
            total += self.of(call)
        return total


def kind_of(call: Priced) -> str:
    """What a call's cost is known under: its validator, with what makes it dear."""
    check = call.check
    lists = () if check is None or check.request is None else check.request.lists
    if any(words.matching.disguised for words in lists):
        return f"{call.signature.name} disguised"
    if any(words.matching.typos for words in lists):
        return f"{call.signature.name} typos"
    dear = next((option for option in ("similarity", "span") if f"{option}: " in call.key), "")
    return f"{call.signature.name} {dear}".rstrip()


@cache
def reference_profile() -> Profile:
    """The figures that are shipped, and that compiling goes by."""
    return read_profile((Path(__file__).parent / "reference_profile.json").read_bytes())[0]


def read_profile(content: bytes) -> tuple[Profile, ...]:
    """The profiles that a file holds, one for each number of threads, fewest first; raises `ProfileProblem`.

    Its shape: `{"version": 1, "machine": NAME, "threads": {"1": {KIND: {"usual": FIGURES, "bound": FIGURES}}}}`.
    """
    if len(content) > _MAX_BYTES:
        raise ProfileProblem("it is larger than 1 MB")
    try:
        given = json.loads(content)
    except (ValueError, RecursionError):
        raise ProfileProblem("it is no JSON") from None
    if not isinstance(given, dict) or given.get("version") != _VERSION:
        raise ProfileProblem("it was written by another version")
    name, threads = given.get("machine"), given.get("threads")
    if not isinstance(name, str) or not isinstance(threads, dict) or not threads:
        raise ProfileProblem("it has no figures")
    profiles = [Profile(name, _count(number), _costs(costs)) for number, costs in threads.items()]
    return tuple(sorted(profiles, key=lambda profile: profile.threads))


def profile_json(profiles: Iterable[Profile]) -> dict[str, Any]:
    """What `read_profile` reads, as JSON values; the profiles are of one machine."""
    profiles = tuple(profiles)
    return {
        "version": _VERSION,
        "machine": profiles[0].name,
        "threads": {str(profile.threads): _written(profile.costs) for profile in profiles},
    }


def _written(costs: Mapping[str, Cost]) -> dict[str, Any]:
    return {
        name: {
            "usual": _figures_json(cost.usual),
            "bound": _figures_json(cost.bound),
            **({"runs": list(cost.runs)} if cost.runs else {}),
        }
        for name, cost in sorted(costs.items())
    }


def _figures_json(figures: Figures) -> dict[str, float]:
    values = {name: getattr(figures, name) for name in ("fixed_us", "character_ns", "window_us")}
    return {name: round(value, 3) for name, value in values.items() if value}


def _count(number: str) -> int:
    if not number.isdecimal() or not 1 <= int(number[:5]) <= 4096:
        raise ProfileProblem("a number of threads is none")
    return int(number[:5])


def _costs(given: Any) -> dict[str, Cost]:
    if not isinstance(given, dict):
        raise ProfileProblem("its figures are no object")
    return {name: _cost(name, value) for name, value in given.items()}


def _cost(name: str, given: Any) -> Cost:
    if not isinstance(given, dict) or not {"usual", "bound"} <= given.keys() <= {"usual", "bound", "runs"}:
        raise ProfileProblem(f"`{name}` does not have `usual` and `bound`")
    runs = given.get("runs", [])
    if not isinstance(runs, list) or not all(isinstance(run, str) for run in runs):
        raise ProfileProblem(f"the `runs` of `{name}` are no names")
    usual, bound = (_figures(name, given[which]) for which in ("usual", "bound"))
    return Cost(usual, bound, tuple(runs))


def _figures(name: str, given: Any) -> Figures:
    known = ("fixed_us", "character_ns", "window_us")
    if not isinstance(given, dict) or not given.keys() <= set(known):
        raise ProfileProblem(f"`{name}` has figures that are unknown")
    values = [given.get(figure, 0.0) for figure in known]
    for value in values:
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value < math.inf:
            raise ProfileProblem(f"`{name}` has a figure that is no time")
    return Figures(*map(float, values))
