"""What one stream runs while its text comes: the part of a stage's plan that a text can be judged by before its end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from guardrail.compiler.plan import Pipeline, Producer, Slot
from guardrail.compiler.streaming import StreamArm
from guardrail.text.live.automaton import Automaton
from guardrail.text.live.component import Component
from guardrail.text.live.letters import letter_components
from guardrail.text.live.misspelt import MisspeltLists, MisspeltWatch
from guardrail.text.live.patterns import Patterns, Watched, pattern_components
from guardrail.text.live.tracker import Tracker
from guardrail.text.live.watch import Watch
from guardrail.text.live.words import word_components
from guardrail.text.requests import WordList
from guardrail.validators.contract import Check, Facts, Stream

_BEFORE_DISGUISES = 96
_BEFORE_TYPOS = 96


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Shape:
    """The part of a stage's plan that the arms rest on which hold on one kind of request; immutable, shared by streams.

    `slots` are the slots whose answers count. `stretch` asks about the end of the text: the stage's own scanner, and
    checks of their own; `whole` about all that came; `windows` about single sentences. `before` is how many characters
    left of a match any check looks at; `from_start`: some looks at the beginning of the text.
    """

    arms: tuple[StreamArm, ...]
    pipeline: Pipeline
    slots: frozenset[int]
    stretch: tuple[Producer, ...]
    whole: tuple[Producer, ...]
    windows: tuple[Producer, ...]
    automaton: Automaton | None
    misspelt: MisspeltLists | None
    disguised: bool
    before: int
    from_start: bool

    @classmethod
    def of(cls, pipeline: Pipeline, arms: tuple[StreamArm, ...]) -> Shape:
        """The shape of a stage for the arms that are asked."""
        chosen = _chosen(pipeline, arms)
        scanned = [slot for slot in chosen[Stream.PREFIX] if slot.check is not None and slot.check.request is not None]
        direct = [slot for slot in chosen[Stream.PREFIX] if slot.check is not None and slot.check.request is None]
        windows = chosen[Stream.WINDOW]
        requests = [slot.check.request for slot in scanned if slot.check is not None and slot.check.request is not None]
        lists = tuple(dict.fromkeys(words for request in requests for words in request.lists))
        watched = tuple(dict.fromkeys(_watched(scanned)))
        components: list[Component] = [*word_components(lists), *letter_components(lists), *pattern_components(watched)]
        typos = tuple(words for words in lists if words.matching.typos)
        on_stretch = [slot for slot in direct if not _is_whole(slot)]
        return cls(
            arms=arms,
            pipeline=pipeline,
            slots=frozenset(slot.index for slot in (*scanned, *direct, *windows)),
            stretch=(*_scans(pipeline, scanned), *(_alone(pipeline, slot) for slot in on_stretch)),
            whole=tuple(_alone(pipeline, slot) for slot in direct if _is_whole(slot)),
            windows=tuple(_alone(pipeline, slot) for slot in windows),
            automaton=Automaton(components) if components else None,
            misspelt=MisspeltLists(typos) if typos else None,
            disguised=any(words.matching.disguised for words in lists),
            before=_before(scanned, direct, lists, components),
            from_start=any(isinstance(part, Patterns) and part.on_text_start for part in components),
        )

    def watches(self, facts: Facts) -> tuple[list[Watch], list[Watch]]:
        """New watches for one stream: those over stretches of it, and those that need all of it."""
        found: list[Watch] = []
        if self.automaton is not None:
            found.append(Tracker(self.automaton, letters=self.disguised))
        if self.misspelt is not None:
            found.append(MisspeltWatch(self.misspelt))
        whole: list[Watch] = []
        for producer in (*self.stretch, *self.whole):
            check = self.pipeline.slots[producer.slots.start].check
            watching = check.watching(facts) if check is not None and producer.scanner is None else None
            if watching is not None:
                (whole if watching.whole else found).append(watching.watch)
        return found, whole


def _is_whole(slot: Slot) -> bool:
    watching = None if slot.check is None else slot.check.watching(Facts(""))
    return watching is not None and watching.whole


def _chosen(pipeline: Pipeline, arms: Sequence[StreamArm]) -> Mapping[Stream, list[Slot]]:
    """The slots that the arms read, by class; one that an arm reads as `window` and another as `whole` is judged."""
    found: dict[Stream, list[Slot]] = {stream: [] for stream in Stream}
    seen: dict[int, set[Stream]] = {}
    for arm in arms:
        for place, stream in arm.classes.items():
            seen.setdefault(place, set()).add(stream)
    for place in sorted(seen):
        for stream in seen[place]:
            found[stream].append(pipeline.slots[place])
    return found


def _watched(slots: Sequence[Slot]) -> Iterator[Watched]:
    """The expressions of the checks, with what each of them looks at behind a match."""
    for slot in slots:
        check = slot.check
        reach = check.reach() if check is not None else None
        if check is None or check.request is None or reach is None:
            continue
        for place, pattern in enumerate(check.request.patterns):
            after, tail = reach.after.get(place, 1), reach.tails.get(place, "")
            for view in pattern.views:
                yield Watched(pattern.expression, view, after, tail, reach.closings.get(place, ""))


def _scans(pipeline: Pipeline, scanned: Sequence[Slot]) -> list[Producer]:
    """The stage's own scans that feed these checks, without the light checks that run beside them."""
    wanted = {slot.producer for slot in scanned}
    chosen = [producer for producer in pipeline.producers if producer.index in wanted]
    return [replace(p, slots=range(p.slots.start, p.slots.start + p.scanned)) for p in chosen]


def _alone(pipeline: Pipeline, slot: Slot) -> Producer:
    """A producer of one check that the scanner does not feed."""
    own = pipeline.producers[slot.producer]
    return Producer(own.index, slot.key, range(slot.index, slot.index + 1), slot.signature.cost)


def _before(
    scanned: Sequence[Slot], direct: Sequence[Slot], lists: Sequence[WordList], components: Sequence[Component]
) -> int:
    """How many characters left of a match any of the checks looks at."""
    found = [2]
    found += [part.before + 1 for part in components if isinstance(part, Patterns)]
    found += [_BEFORE_DISGUISES for words in lists if words.matching.disguised]
    found += [_BEFORE_TYPOS for words in lists if words.matching.typos]
    checks: list[Check] = [slot.check for slot in (*scanned, *direct) if slot.check is not None]
    for check in checks:
        reach, watching = check.reach(), check.watching(Facts(""))
        found += [reach.before] if reach is not None else []
        found += [watching.before] if watching is not None else []
    return max(found)
