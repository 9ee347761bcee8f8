"""Counts what a run came to, in memory that does not grow with the number of texts."""

from __future__ import annotations

import heapq
import zlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from guardrail.cli.shell.command import Exit
from guardrail.cli.validation.entries import Unread
from guardrail.cli.validation.results import Excerpt, Judged, Result
from guardrail.decision import Action, Finding
from guardrail.engine.shortfalls import is_shortfall

MOST_DISTINCT: Final = 200
"""Different messages that are counted one by one; the rest is counted together under OTHERS."""
OTHERS: Final = "(others)"
SLOWEST: Final = 3
MOST_UNREAD: Final = 20


@dataclass(frozen=True, slots=True)
class Example:
    """A finding to show: where it stands and what it points at."""

    where: str
    finding: Finding
    excerpt: Excerpt | None


@dataclass(slots=True)
class RuleCount:
    """How many texts a rule had anything to say about, and how many it determined the action of."""

    texts: int = 0
    determined: int = 0


@dataclass(slots=True)
class CheckCount:
    """How many texts a check had findings in, and how many findings."""

    texts: int = 0
    findings: int = 0


@dataclass(slots=True)
class Tally:
    """The counts of a run. `examples` keeps up to `most_examples` findings a rule, spread evenly over the texts."""

    fail_on: Action
    most_examples: int = 0
    texts: int = 0
    failed: int = 0
    unread: int = 0
    unchecked: int = 0
    over_budget: int = 0
    actions: Counter[Action] = field(default_factory=Counter)
    rules: dict[str, RuleCount] = field(default_factory=dict)
    checks: dict[str, CheckCount] = field(default_factory=dict)
    errors: Counter[str] = field(default_factory=Counter)
    warnings: Counter[str] = field(default_factory=Counter)
    skipped: Counter[str] = field(default_factory=Counter)
    slowest: list[tuple[float, int, str, int]] = field(default_factory=list)
    used_ms: float = 0.0
    missing: set[str] = field(default_factory=set)
    _samples: dict[str, list[tuple[int, int, Example]]] = field(default_factory=dict)

    def add(self, result: Result) -> None:
        """Count one result."""
        if isinstance(result, Unread):
            self.unread += 1
            return
        decision = result.decision
        self.texts += 1
        self.actions[decision.action] += 1
        self.failed += decision.action >= self.fail_on
        self.unchecked += bool(decision.errors)
        self.used_ms += decision.budget.used_ms
        limit = decision.budget.limit_ms
        self.over_budget += limit is not None and decision.budget.used_ms > limit
        _count(self.errors, decision.errors)
        _count(self.warnings, decision.warnings)
        # What timed out stands among the errors already.
        _count(self.skipped, (name for name in decision.budget.skipped if not is_shortfall(name)))
        self._add_findings(result)
        self._add_time(result)

    def status(self) -> Exit:
        """The exit status: what cannot be read goes before what was not checked, and that before what failed."""
        if self.unread or not self.texts:
            return Exit.UNUSABLE
        if self.unchecked:
            return Exit.UNCHECKED
        return Exit.FAILED if self.failed else Exit.OK

    def examples(self, rule: str) -> list[Example]:
        """The examples of a rule in the order of the texts."""
        kept = sorted(self._samples.get(rule, ()), key=lambda sample: sample[1])
        return [example for _, _, example in kept]

    def _add_findings(self, result: Judged) -> None:
        decision = result.decision
        seen: set[tuple[str, str]] = set()
        for place, finding in enumerate(decision.findings):
            check = self.checks.setdefault(finding.validator, CheckCount()) if finding.validator else None
            if check is not None:
                check.findings += max(1, len(finding.spans))
                check.texts += ("check", finding.validator) not in seen
                seen.add(("check", finding.validator))
            if ("rule", finding.rule) not in seen:
                seen.add(("rule", finding.rule))
                self.rules.setdefault(finding.rule, RuleCount()).texts += 1
                self._sample(result, finding, place)
        for rule in decision.by:
            count = self.rules.setdefault(rule, RuleCount())
            count.determined += 1
            count.texts += ("rule", rule) not in seen

    def _sample(self, result: Judged, finding: Finding, place: int) -> None:
        """Keep the texts whose number hashes lowest: the same ones every time, in whatever order they come."""
        if not self.most_examples:
            return
        rank = -zlib.crc32(f"{finding.rule}\0{result.number}".encode())
        kept = self._samples.setdefault(finding.rule, [])
        if len(kept) >= self.most_examples and rank <= kept[0][0]:
            return
        excerpts = result.excerpts[place] if place < len(result.excerpts) else ()
        sample = (rank, result.number, Example(str(result.place), finding, excerpts[0] if excerpts else None))
        if len(kept) < self.most_examples:
            heapq.heappush(kept, sample)
        else:
            heapq.heapreplace(kept, sample)

    def _add_time(self, result: Judged) -> None:
        entry = (result.decision.budget.used_ms, -result.number, str(result.place), result.length)
        if len(self.slowest) < SLOWEST:
            heapq.heappush(self.slowest, entry)
        elif entry > self.slowest[0]:
            heapq.heapreplace(self.slowest, entry)


def _count(counter: Counter[str], messages: Iterable[str]) -> None:
    for message in messages:
        counter[message if message in counter or len(counter) < MOST_DISTINCT else OTHERS] += 1
