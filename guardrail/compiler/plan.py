"""The intermediate representation: what one stage of one policy does, ready to run and printable as text.

A `Slot` holds the value of one canonical check call; equal calls share it. A `Producer` fills slots: the shared
scanner all of its own at once, every other check its own. An `Arm` is a predicate over slots with what it asks
for. Nothing here runs anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from guardrail.compiler.evaluation import Predicate
from guardrail.language import tree
from guardrail.text.requests import Scanner
from guardrail.validators.contract import Check, Cost, Signature

ALLOW, FLAG, FIX, REASK, BLOCK = range(5)
"""Ranks of the decision lattice, as `Action.rank` has them."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Slot:
    """One canonical check call. `check` is None for a model that is not installed (tests assume its value).

    `scores`: whether its value is a number.
    """

    index: int
    key: str
    signature: Signature
    check: Check | None
    producer: int
    scores: bool


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Producer:
    """Fills `slots`, one unbroken range, when it runs.

    The first `scanned` of them are fed by `scanner`, in its order; the others are run one by one. `unasked`: places
    among the scanned ones whose checks judge even without a hit.
    """

    index: int
    name: str
    slots: range
    cost: Cost
    scanned: int = 0
    scanner: Scanner | None = None
    unasked: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class RedactAction:
    """Replace the spans of the arm's evidence by `label`."""

    label: str


@dataclass(frozen=True, slots=True)
class EditAction:
    """Append, prepend or replace by `text`."""

    kind: Literal["append", "prepend", "replace"]
    text: str


@dataclass(frozen=True, slots=True)
class VerbAction:
    """`flag`, `block` or `permit`."""

    kind: Literal["flag", "block", "permit"]


PlainAction: TypeAlias = RedactAction | EditAction | VerbAction


@dataclass(frozen=True, slots=True)
class ReaskAction:
    """Ask again while `attempt <= maximum`, then `fallback`."""

    maximum: int
    hint: str | None
    fallback: PlainAction


PlanAction: TypeAlias = PlainAction | ReaskAction


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Evidence:
    """A check that an arm's truth rests on: positive ones count when they hold, negative ones when they do not.

    `holds` is the check's own comparison (`toxicity >= likely`); `spans` says whether its spans are redacted.
    `threshold` is what its score is compared with.
    """

    slot: int
    positive: bool
    holds: Predicate
    spans: bool = False
    threshold: float | None = None
    cost: Cost = Cost.C1


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ArgumentRead:
    """A condition of an arm that reads the tool argument `name`: where it fails, that argument is why."""

    name: str
    holds: Predicate


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Arm:
    """One arm of a rule. `level` is its own rank, `ceiling` the highest it can contribute by any way.

    `visible`: whether it puts something into the outcome besides its level (an edit, a hint, a `say`).
    `cheap`: whether the verification pass evaluates it again.
    """

    action: PlanAction
    predicate: Predicate
    evidence: tuple[Evidence, ...]
    slots: frozenset[int]
    level: int
    ceiling: int
    visible: bool
    cheap: bool
    source: tree.Arm
    redacts: bool = False
    reads_attempt: bool = False
    arguments: tuple[ArgumentRead, ...] = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PlanRule:
    """One rule of a stage. `fields` are the request fields it reads anywhere; `gate` its `when`.

    `defers`: its `on timeout` is `defer`, which lets the text pass now and finishes the check later.
    """

    name: str
    arms: tuple[Arm, ...]
    gate: Predicate | None
    fields: frozenset[str]
    on_error: int
    on_timeout: int
    say: str | None
    later: bool
    shadow: bool
    enforce: float | None
    source: tree.Rule
    defers: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Pipeline:
    """The compiled plan of one stage: producers in the order they are tried, rules in name order.

    `within` is in milliseconds, `limit` in code points. `reads_json`: scanners also look at decoded strings.
    """

    policy: str
    stage: tree.StageName
    slots: tuple[Slot, ...]
    producers: tuple[Producer, ...]
    rules: tuple[PlanRule, ...]
    within: float | None
    limit: int | None
    default_block: bool
    hold: str | None
    reads_json: bool
    fields: Mapping[str, tree.Field] = field(default_factory=dict)
    keep: str = "nothing"
