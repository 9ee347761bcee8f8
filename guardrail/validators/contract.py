"""What a validator is: a signature that every tool reads, and `bind`, which turns arguments into a check at load."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from guardrail.text.requests import Hit, PieceLike, ScanRequest, WordList

if TYPE_CHECKING:
    from guardrail.models.own_models import OwnModels
    from guardrail.text.live.watch import Watch
    from guardrail.text.subject import Subject

ALL_STAGES = frozenset({"input", "output", "retrieval", "tool_call", "tool_result"})


class Returns(str, Enum):
    """What a call is in an expression."""

    FINDINGS = "findings"
    """True or false, with spans when true: may stand in a `redact` arm."""
    TRUTH = "truth"
    """True or false, without spans."""
    SCORE = "score"
    """A number in [0, 1], compared with a level or a number; may carry spans."""


class Stream(str, Enum):
    """How much of a stream the check must see: see the language reference under Streaming."""

    PREFIX = "prefix"
    WINDOW = "window"
    WHOLE = "whole"


class Cost(IntEnum):
    """C0 next to nothing; C1 automaton, regex, schema (up to 1 ms); C2 shared encoder; C3 cross-encoder, remote."""

    C0 = 0
    C1 = 1
    C2 = 2
    C3 = 3


class Kind(str, Enum):
    """The type of a parameter."""

    LIST = "list"
    """The name of a declared list; bound as a `WordList`."""
    TEXT = "text"
    """A declared text's name or a string; bound as a `str`."""
    STRING = "string"
    PATTERN = "pattern"
    """A string in which a backslash is literal."""
    FILE = "file"
    """A path below the policy root; bound as a `BoundFile`."""
    NUMBER = "number"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    CHOICE = "choice"
    """One of `choices`, written as a bare name; bound as a `str`."""
    SUBJECT = "subject"
    """A root such as `context` or `system`, written as a bare name; one of `choices`; bound as a `str`."""
    STRINGS = "strings"
    """A declared list's name or an array of strings; bound as a `tuple[str, ...]`."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Parameter:
    """One parameter. `variadic` ones take any number of positional arguments and are bound as a tuple.

    A parameter with `named=True` must be given by name (`words: 8`); others are positional only.
    """

    name: str
    kind: Kind
    summary: str
    required: bool = False
    variadic: bool = False
    named: bool = False
    choices: tuple[str, ...] = ()
    default: Any = None
    minimum: float | None = None
    maximum: float | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Signature:
    """Everything the type checker, help, plan, streaming, tests and generators need to know about a validator.

    `examples` are `(expression, text, holds)` triples shown in the reference and run as tests; `quiet` is
    the value that an un-assumed model check takes in policy tests (None: the real check runs). `model` names
    the model it needs. `levels`: whether `possible`/`likely`/`very_likely` may be compared with it.
    """

    name: str
    summary: str
    returns: Returns
    stream: Stream
    cost: Cost
    parameters: tuple[Parameter, ...] = ()
    stages: frozenset[str] = ALL_STAGES
    spans: bool = False
    levels: bool = False
    later_only: bool = False
    quiet: float | bool | None = None
    model: str | None = None
    needs_tools: bool = False
    examples: tuple[tuple[str, str, bool], ...] = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class BoundFile:
    """A file named by an argument, read at load through the policy root's guard."""

    name: str
    path: Path | None
    content: bytes


Bound: TypeAlias = WordList | str | int | float | bool | BoundFile | tuple[Any, ...] | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Arguments:
    """A call's arguments, resolved and type-checked; `tools` is the parsed `tools from` file where there is one.

    `models` are the deployment's own cards and heads, which go before the shipped ones.
    """

    values: Mapping[str, Bound] = field(default_factory=dict)
    tools: Any = None
    stage: str = "output"
    models: OwnModels = field(default_factory=dict)

    def __getitem__(self, name: str) -> Any:
        return self.values[name]


class ArgumentProblem(Exception):
    """Raised by `bind` when an argument cannot be used; the compiler turns it into a diagnostic of `code`.

    `parameter` names the argument to point at. `warning` problems are collected through `Check.problems`.
    """

    def __init__(self, code: str, message: str, *, parameter: str | None = None, help: str | None = None) -> None:
        super().__init__(message)
        self.code, self.message, self.parameter, self.help = code, message, parameter, help


@dataclass(frozen=True, slots=True)
class Match:
    """One place where a check holds: a span of the piece `at`. A `label` names the kind (`email`)."""

    start: int
    end: int
    message: str = ""
    score: float | None = None
    label: str = ""
    at: str | int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a check found: `truth` for findings and truths, `score` for scores; `message` explains one without spans."""

    truth: bool = False
    score: float | None = None
    matches: tuple[Match, ...] = ()
    message: str = ""


QUIET = Outcome()
"""The outcome of a check that found nothing; shared, so that clean texts allocate nothing."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What came with the call besides the text: everything but the request facts. None is "not given"."""

    stage: str
    context: tuple[str, ...] | None = None
    question: str | None = None
    system: str | None = None
    tool: str | None = None
    args: Any = None
    history: tuple[str, ...] | None = None
    attempt: int = 1


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Reach:
    """How far around what the scanner found a check looks, in characters of the view.

    `before`: characters before a match. By the place of a pattern in the check's request, `after` are characters behind
    its match, the next one included (1 where none is given), `tails` expressions for what may stand there instead,
    and `closings` expressions behind which nothing is looked at any more.
    """

    before: int = 2
    after: Mapping[int, int] = field(default_factory=dict)
    tails: Mapping[int, str] = field(default_factory=dict)
    closings: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Watching:
    """How a check that is not fed by the scanner follows one stream.

    `before`: characters left of a match that it looks at. `lasting`: the truth that no further text can change.
    `whole`: it judges all that came, not a stretch. `bound`: the most characters that wait for it, None without one.
    """

    watch: Watch
    before: int = 2
    lasting: bool = True
    whole: bool = False
    bound: int | None = None


class Check(Protocol):
    """A bound check. Immutable, shared among threads. Faults may raise: the engine turns them into `on error`.

    A check with `request` set is fed by the shared scanner: `judge` gets its hits, and is called only when
    there are any (or always, with `judge_without_hits`). A check without one overrides `run`; a `light` one costs
    less than asking for it does, and runs together with the scan. One of class `prefix` says what it needs to judge a
    text that still goes on: `reach` if it is fed by the scanner, `watching` if not; without, it waits for the end.
    """

    request: ScanRequest | None
    judge_without_hits: bool
    light: bool
    problems: Sequence[ArgumentProblem]

    def judge(self, hits: tuple[Hit, ...], piece: PieceLike) -> Outcome:
        """What the hits in one piece amount to."""

    def run(self, subject: Subject, facts: Facts) -> Outcome:
        """Judge the whole subject."""

    def reach(self) -> Reach | None:
        """What a scan check looks at around its hits; None where it may be anything."""

    def watching(self, facts: Facts) -> Watching | None:
        """What follows one stream for a check without hits; None where only the whole text can be judged."""


class ScanCheck:
    """Base of checks that the shared scanner feeds."""

    __slots__ = ("judge_without_hits", "light", "problems", "request")

    def __init__(self, request: ScanRequest, *, judge_without_hits: bool = False) -> None:
        self.request: ScanRequest | None = request
        self.judge_without_hits = judge_without_hits
        self.light = False
        self.problems: Sequence[ArgumentProblem] = ()

    def judge(self, hits: tuple[Hit, ...], piece: PieceLike) -> Outcome:
        """Every hit is a match; override where a hit must be confirmed."""
        if not hits:
            return QUIET
        return Outcome(True, None, tuple(Match(*hit.span, at=piece.at) for hit in hits))

    def run(self, subject: Subject, facts: Facts) -> Outcome:
        """Never called: the engine feeds scan checks from the shared scanner."""
        raise TypeError("a scan check is fed by the scanner")

    def reach(self) -> Reach | None:
        """Nothing around its hits; unknown where a subclass confirms them by rules of its own and does not say."""
        return Reach() if type(self).judge is ScanCheck.judge else None

    def watching(self, facts: Facts) -> Watching | None:
        """None: the shared scanner's hits are followed."""
        return None


class DirectCheck:
    """Base of checks that look at the subject themselves; override `run`."""

    __slots__ = ("judge_without_hits", "light", "problems", "request")

    def __init__(self, *, light: bool = False) -> None:
        self.request: ScanRequest | None = None
        self.judge_without_hits = False
        self.light = light
        self.problems: Sequence[ArgumentProblem] = ()

    def judge(self, hits: tuple[Hit, ...], piece: PieceLike) -> Outcome:
        """Never called: a direct check asks nothing of the scanner."""
        raise TypeError("a direct check is not fed by the scanner")

    def run(self, subject: Subject, facts: Facts) -> Outcome:
        """Judge the whole subject."""
        raise TypeError("a direct check must override `run`")

    def reach(self) -> Reach | None:
        """None: it has no hits."""
        return None

    def watching(self, facts: Facts) -> Watching | None:
        """None: it is judged at the end; override where a text that goes on can be judged."""
        return None


class Validator(Protocol):
    """One per file in `guardrail/validators/`, as the module attribute `VALIDATOR`."""

    @property
    def signature(self) -> Signature:
        """Its name, parameters, stages, cost and stream class."""

    def bind(self, arguments: Arguments) -> Check:
        """Turn resolved arguments into a check; raises `ArgumentProblem`."""
