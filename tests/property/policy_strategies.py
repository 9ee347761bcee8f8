"""Whole random policies and calls on them: one generator, fed by a random number generator or by Hypothesis.

The texts use a small alphabet, so that checks hit often, edits overlap and inserted texts break other rules.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol, TypeVar

from hypothesis import strategies as st

from guardrail.language import tree
from tests.property.fake_checks import Fake, Fault, Kind
from tests.property.fake_engine import Asked, World, Written
from tests.property.fake_request import FIELDS, LITERALS, VALUES, VALUES_OF_ARGUMENTS

Item = TypeVar("Item")

WORDS = ("a", "b", "c", "ab", "bc")
ODD_WORDS = (*WORDS, "ba", "\n\n")
TEXTS = ("[x]", "a", "b.", "c-ab", "no", "xx")
"""What policies insert: some of it is what other rules look for."""
LABELS = (None, "[x]", "*", "b", "ab")
ODD_LABELS = (*LABELS, "a")
KINDS: tuple[Kind, ...] = ("find", "truth", "find", "pattern", "score", "truth", "list", "score", "unasked", "bare")
ODD_KINDS: tuple[Kind, ...] = (*KINDS, "claims", "points")
JSON_KINDS: tuple[Kind, ...] = ("find", "truth", "score", "bare")
LEVELS = ("possible", "likely", "very_likely")
STAGES: tuple[tree.StageName, ...] = ("input", "output", "output", "retrieval", "tool_call", "tool_result")
EDITS = {"input": ("replace",), "output": ("append", "prepend", "replace")}


class Choices(Protocol):
    """Where decisions come from."""

    def below(self, bound: int) -> int:
        """A whole number from 0, less than `bound`; 0 is the simplest."""


@dataclass(frozen=True, slots=True)
class RandomChoices:
    """Decisions from a random number generator."""

    random: random.Random

    def below(self, bound: int) -> int:
        """A whole number from 0, less than `bound`."""
        return int(self.random.random() * bound)


@dataclass(frozen=True, slots=True)
class DrawnChoices:
    """Decisions that Hypothesis draws, and shrinks."""

    draw: st.DrawFn

    def below(self, bound: int) -> int:
        """A whole number from 0, less than `bound`."""
        return self.draw(st.integers(0, bound - 1))


@st.composite
def cases(draw: st.DrawFn, *, odd: bool = True) -> tuple[World, Asked]:
    """A policy's stage and a call on it."""
    return Maker(DrawnChoices(draw), odd).case()


def random_case(seed: int, *, odd: bool = True) -> tuple[World, Asked]:
    """The case of a seed."""
    return Maker(RandomChoices(random.Random(seed)), odd).case()


class Maker:
    """Makes one case from choices; `odd` ones have checks that no sound validator is, and labels that words join."""

    def __init__(self, choices: Choices, odd: bool = True) -> None:
        self.choices = choices
        self.odd = odd
        self.kind: tree.StageName = self.one_of(STAGES)
        self.json = self.kind == "output" and self.chance(6)
        self.fakes: tuple[Fake, ...] = ()

    def one_of(self, items: Sequence[Item]) -> Item:
        """One of the items, the first being the simplest."""
        return items[self.choices.below(len(items))]

    def chance(self, of: int) -> bool:
        """True once in `of`."""
        return self.choices.below(of) == of - 1

    def several(self, least: int, most: int) -> range:
        """As many turns as a number between the two."""
        return range(least + self.choices.below(most - least + 1))

    def case(self) -> tuple[World, Asked]:
        """A policy's stage and a call on it."""
        self.fakes = tuple(self.fake(f"f{number}") for number in self.several(1, 4))
        names = [f"r{number}" for number in self.several(1, 4)]
        rules = tuple(self.rule(name) for name in names)
        if self.chance(2):
            rules = rules[::-1]
        world = World(
            self.kind,
            rules,
            self.fakes,
            limit=self.one_of((None, None, 40, 14)),
            default_block=self.chance(2 if self.kind == "tool_call" else 12),
            fields=FIELDS,
            lists={"names": ("chat", "acme")},
            texts={"long": "a note", "short": "c"},
        )
        return world, self.asked(names)

    # ------------------------------------------------------------------ the call

    def asked(self, names: Sequence[str]) -> Asked:
        """A call."""
        return Asked(
            self.arguments() if self.kind == "tool_call" or self.json else self.text(),
            self.request(),
            attempt=1 + self.choices.below(3),
            enforced=frozenset(name for name in names if self.chance(2)),
            tool=self.one_of(("search", "chat", "acme")) if self.kind in ("tool_call", "tool_result") else None,
        )

    def text(self) -> str:
        """A short text in which checks find something."""
        if self.chance(40):
            return "a\ud800"
        return "".join(self.one_of(("a", "b", "c", " ", "d", "\n\n")) for _ in self.several(0, 12))

    def arguments(self) -> dict[str, Any]:
        """The arguments of a tool call."""
        values: list[Any] = [self.text().replace("\ud800", ""), 7, True, None, 1234567, {"deep": "ab"}, ["a", "b"]]
        return {name: self.one_of(values) for name in ("amount", "note", "ab") if not self.chance(3)}

    def request(self) -> dict[str, Any]:
        """Request facts: most are as they should be."""
        given: dict[str, Any] = {}
        for name, values in VALUES.items():
            if self.chance(12):
                continue
            value = self.one_of(values if self.chance(15) else values[:2])
            if "." in name and self.chance(2):
                given["user"] = {name.split(".")[1]: value}
            else:
                given[name] = value
        return given

    # ------------------------------------------------------------------ rules

    def fake(self, name: str) -> Fake:
        """A check."""
        kind = self.one_of(JSON_KINDS if self.json else ODD_KINDS if self.odd else KINDS)
        scans = kind in ("pattern", "list", "unasked")
        words = ODD_WORDS if self.odd and kind != "list" else WORDS
        costs: tuple[Literal[0, 1, 2, 3], ...] = (2, 1, 3, 0)
        faults: tuple[Fault, ...] = ("error", "timeout", "nan", "garbage", "outside")
        return Fake(
            name,
            kind,
            self.one_of(words),
            1 if scans else self.one_of(costs),
            step=self.one_of((0.25, 0.5, 0.1, 0.9)),
            scored=self.chance(2),
            sums=self.odd and self.chance(2),
            fault=self.one_of(faults) if self.chance(4) else None,
            when=self.one_of(("", "", "a", "d", "[x]", "a note")),
        )

    def rule(self, name: str) -> Written:
        """A rule."""
        rule = tree.Rule(
            name,
            tuple(self.arm() for _ in self.several(1, 3)),
            when=self.when(2) if self.chance(4) else None,
            say=self.text_reference() if self.chance(4) else None,
            later=self.chance(20),
            shadow=self.chance(10),
            enforce=50.0 if self.chance(10) else None,
        )
        on_error = self.one_of(("flag", "block", "allow"))
        on_timeout = self.one_of(("flag", "block", "allow", "defer"))
        return Written(rule, on_error, on_timeout)  # type: ignore[arg-type]

    def text_reference(self) -> tree.TextRef:
        """A text, in place or declared."""
        if self.chance(3):
            return tree.Path((self.one_of(("short", "long")),))
        return tree.Lit(self.one_of(TEXTS))

    def arm(self) -> tree.Arm:
        """An arm."""
        condition = None if self.chance(12) else self.condition(3)
        negated = condition is not None and self.chance(6)
        return tree.Arm(self.action(), condition, negated)

    def action(self) -> tree.Action:
        """An action that the stage allows."""
        if self.kind in ("output", "tool_call") and self.chance(5):
            hint = self.text_reference() if self.chance(2) else None
            return tree.Reask(1 + self.choices.below(2), hint, self.plain_action() if self.chance(2) else None)
        if self.kind == "tool_call" and self.chance(4):
            return tree.Verb("permit")
        return self.plain_action()

    def plain_action(self) -> tree.Verb | tree.Redact | tree.Edit:
        """An action that no attempt changes."""
        edits = EDITS.get(self.kind, ())
        turn = self.choices.below(8)
        if turn < 3 or (turn < 6 and not edits):
            return tree.Redact(self.one_of(ODD_LABELS if self.odd else LABELS))
        if turn < 6:
            return tree.Edit(self.one_of(edits), self.text_reference())  # type: ignore[arg-type]
        return tree.Verb(self.one_of(("flag", "block")))

    # ------------------------------------------------------------------ conditions

    def condition(self, depth: int) -> tree.Expr:
        """The condition of an arm."""
        return self.expression(depth, self.arm_leaf)

    def when(self, depth: int) -> tree.Expr:
        """The condition of a rule."""
        return self.expression(depth, self.fact_leaf)

    def expression(self, depth: int, leaf: Any) -> tree.Expr:
        """A condition with these leaves."""
        turn = self.choices.below(8) if depth else 0
        if turn < 4:
            found: tree.Expr = leaf()
            return found
        if turn == 4:
            return tree.Not(self.expression(depth - 1, leaf))
        operands = tuple(self.expression(depth - 1, leaf) for _ in self.several(2, 3))
        return tree.Or(operands) if turn < 7 else tree.And(operands)

    def arm_leaf(self) -> tree.Expr:
        """A check, mostly."""
        if self.chance(5):
            return self.fact_leaf()
        fake = self.one_of(self.fakes)
        if fake.kind != "score":
            return fake.call
        limits: list[tree.Expr] = [
            tree.Lit(0.5),
            tree.Lit(0.25),
            tree.Path((self.one_of(LEVELS),)),
            tree.Lit(0),
            tree.Lit(1),
        ]
        limit, compare = self.one_of(limits), self.one_of((">=", ">", "<", "<="))
        if self.chance(4):
            return tree.Compare(limit, compare, fake.call)  # type: ignore[arg-type]
        return tree.Compare(fake.call, compare, limit)  # type: ignore[arg-type]

    def fact_leaf(self) -> tree.Expr:
        """A question about the request, or the tool."""
        turn = self.choices.below(10)
        if turn == 0:
            return tree.Path(("request", self.one_of(("vip",))))
        if turn == 1:
            return tree.Path(("request", "user", "is_minor"))
        if turn == 2:
            return tree.Compare(tree.Path(("request", "attempt")), self.one_of(("<=", "==", ">")), tree.Lit(2))
        if turn == 3:
            return tree.Lit(self.chance(2))
        if turn < 6 and self.kind == "tool_call":
            return self.tool_leaf()
        name = self.one_of(tuple(FIELDS))
        declared = FIELDS[name].type
        path = tree.Path(("request", *name.split(".")))
        values = LITERALS[declared]
        if self.chance(3):
            if declared == "string" and self.chance(2):
                return tree.Member(path, tree.Path(("names",)), self.chance(2))
            items = tuple(tree.Lit(self.one_of(values)) for _ in self.several(1, 2))
            return tree.Member(path, tree.Array(items), self.chance(2))
        ordered = declared in ("int", "number")
        compare = self.one_of(("==", "!=", "<", "<=", ">=", ">") if ordered else ("==", "!="))
        other: tree.Expr = tree.Lit(self.one_of(values))
        if ordered and self.chance(3):
            other = tree.Path(("request", self.one_of(("age", "ratio"))))
        return tree.Compare(path, compare, other)  # type: ignore[arg-type]

    def tool_leaf(self) -> tree.Expr:
        """A question about the tool or its arguments, which may be of any type."""
        if self.chance(3):
            return tree.Member(tree.Path(("tool", "name")), tree.Path(("names",)), self.chance(2))
        steps = self.one_of((("amount",), ("note",), ("note", "deep"), ("missing",)))
        path = tree.Path(("tool", "args", *steps))
        if self.chance(3):
            items = tuple(tree.Lit(self.one_of(VALUES_OF_ARGUMENTS)) for _ in self.several(1, 2))
            return tree.Member(path, tree.Array(items), self.chance(2))
        literal = tree.Lit(self.one_of(VALUES_OF_ARGUMENTS))
        return tree.Compare(path, self.one_of(("==", "!=", "<", ">=")), literal)
