"""The settings that a child policy may tighten, and never loosen (G109): `within`, `limit`, `hold`, `keep`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from guardrail.diagnostics.codes.g109 import G109
from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.source import Span
from guardrail.language import tree

_Number = TypeVar("_Number", int, float)

_HOLDS = ("nothing", "word", "sentence", "all")
"""What a stage holds back of a stream, the tightest last."""
_KEEPS = ("full", "redacted", "nothing")
"""What a policy keeps of a text, the tightest last."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Settings:
    """The settings of a stage after inheritance; None where nobody says anything."""

    within: float | None = None
    limit: int | None = None
    default_block: bool = False
    hold: tree.Hold | None = None


def tighten(own: tree.Stage | None, inherited: Settings) -> Settings:
    """The tighter of both, setting by setting; what the parent leaves open the child may say as it likes."""
    if own is None:
        return inherited
    limit = None if own.limit is None else int(own.limit)
    return Settings(
        within=_least(own.within, inherited.within),
        limit=_least(limit, inherited.limit),
        default_block=own.default_block or inherited.default_block,
        hold=_tighter_hold(own.hold, inherited.hold),
    )


def looser_settings(own: tree.Stage, ancestors: Sequence[tree.Policy], inherited: Settings) -> Iterator[Diagnostic]:
    """What a stage says more loosely than the one it inherits; `ancestors` with the nearest first."""
    if own.within is not None and inherited.within is not None and own.within > inherited.within:
        yield _looser(own, ancestors, "within", show_duration(own.within), show_duration(inherited.within))
    if own.limit is not None and inherited.limit is not None and own.limit > inherited.limit:
        yield _looser(own, ancestors, "limit", f"{own.limit} chars", f"{inherited.limit} chars")
    hold = _tighter_hold(own.hold, inherited.hold)
    if own.hold is not None and hold is not None and hold != own.hold:
        yield _looser(own, ancestors, "hold", own.hold, hold)


def tighten_keep(own: str | None, inherited: str | None) -> str | None:
    """The tighter of two `keep` clauses: `nothing` before `redacted` before `full`."""
    if own is None or inherited is None:
        return inherited if own is None else own
    return max(inherited, own, key=_KEEPS.index)


def stated_keep(ancestors: Sequence[tree.Policy]) -> str | None:
    """The tightest `keep` that any ancestor states; None where none does."""
    kept: str | None = None
    for policy in ancestors:
        kept = tighten_keep(policy.keep, kept)
    return kept


def looser_keep(own: tree.Policy, ancestors: Sequence[tree.Policy], inherited: str | None) -> Iterator[Diagnostic]:
    """A `keep` that keeps more than the parent's."""
    kept = tighten_keep(own.keep, inherited)
    if own.keep is not None and kept is not None and kept != own.keep:
        origin = next(policy for policy in ancestors if policy.keep == kept)
        span, first = clause_span(own, "keep"), clause_span(origin, "keep")
        yield G109.looser(span, "keep", own.keep, origin.name, kept, first)


def clause_span(node: tree.Policy | tree.Stage, clause: str) -> Span:
    """Where a clause stands; where the tree does not say, the policy's name or the whole stage."""
    fallback = node.name_span if isinstance(node, tree.Policy) else node.span
    return next((span for name, span in node.clauses if name == clause), fallback)


def show_duration(microseconds: float) -> str:
    """A duration as a policy writes it.

    >>> show_duration(80_000), show_duration(1_500), show_duration(2_000_000)
    ('80ms', '1.5ms', '2s')
    """
    if microseconds >= 1_000_000 and microseconds % 1_000_000 == 0:
        return f"{microseconds / 1_000_000:g}s"
    return f"{microseconds / 1000:g}ms" if microseconds >= 1000 else f"{microseconds:g}us"


def _looser(own: tree.Stage, ancestors: Sequence[tree.Policy], clause: str, value: str, old: str) -> Diagnostic:
    for policy in ancestors:
        for stage in policy.stages:
            says = {"within": stage.within, "limit": stage.limit, "hold": stage.hold}[clause]
            if stage.kind == own.kind and says is not None:
                first = clause_span(stage, clause)
                return G109.looser(clause_span(own, clause), clause, value, policy.name, old, first)
    raise ValueError("an inherited setting is some ancestor's")


def _least(own: _Number | None, inherited: _Number | None) -> _Number | None:
    if own is None or inherited is None:
        return inherited if own is None else own
    return min(own, inherited)


def _tighter_hold(own: tree.Hold | None, inherited: tree.Hold | None) -> tree.Hold | None:
    if own is None or inherited is None:
        return inherited if own is None else own
    return max(inherited, own, key=_HOLDS.index)
