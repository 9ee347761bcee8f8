"""Random policies over real checks, printed as source and compiled as a person's would be."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

from guardrail.compiler.front import analyse
from guardrail.compiler.unit import Unit
from guardrail.diagnostics.record import Level
from guardrail.engine.loading import choose
from guardrail.language import tree
from guardrail.language.formatter import format_file
from tests.property.fake_request import FIELDS, VALUES
from tests.property.policy_strategies import Maker, RandomChoices
from tests.property.reference_adapter import Compiled, Question

ROOT = Path("/nowhere")
WORDS = ("ab", "b", "Cab", "a@b.co", "x", "+49 30 901820", "ａb", "d")


def _call(name: str, *given: tree.Path | tree.Lit, **named: int) -> tree.Call:
    arguments = [tree.Argument(None, value) for value in given]
    arguments += [tree.Argument(key, tree.Lit(value)) for key, value in named.items()]
    return tree.Call((name,), tuple(arguments))


FINDERS = (
    _call("mentions", tree.Path(("plain",))),
    _call("mentions", tree.Path(("loose",))),
    _call("matches", tree.Lit("a+b?")),
    _call("matches", tree.Lit(r"\bb\b")),
    _call("pii", tree.Path(("email",))),
)
TRUTHS = (_call("contains", tree.Lit("ab")), _call("length", max=9), _call("length", min=3))
DECLARED: tuple[tree.Item, ...] = (
    tree.ListDecl("plain", tree.InlineList(tree.Array((tree.Lit("ab"), tree.Lit("d"))))),
    tree.ListDecl(
        "loose", tree.InlineList(tree.Array((tree.Lit("cab"),))), (tree.Option("any_case"), tree.Option("disguised"))
    ),
    tree.ListDecl("names", tree.InlineList(tree.Array((tree.Lit("chat"), tree.Lit("acme"))))),
    tree.TextDecl("long", "a note"),
    tree.TextDecl("short", "c"),
    tree.RequestDecl(tuple(FIELDS.values())),
)


class SourceMaker(Maker):
    """Makes policies over real checks, and questions to them."""

    def arm(self) -> tree.Arm:
        """An arm as the grammar has it: a `permit` stands before an `if` alone."""
        arm = super().arm()
        if arm.action == tree.Verb("permit"):
            return tree.Arm(arm.action, arm.condition or self.condition(1))
        return arm

    def arm_leaf(self) -> tree.Expr:
        """A real check, mostly."""
        if self.chance(5):
            return self.fact_leaf()
        turn = self.choices.below(8)
        if turn < 5:
            return self.one_of(FINDERS)
        if turn < 7:
            return self.one_of(TRUTHS)
        model = tree.Path((self.one_of(("toxicity", "injection")),))
        limits: tuple[tree.Expr, ...] = (tree.Lit(0.5), tree.Path(("likely",)), tree.Path(("possible",)))
        return tree.Compare(model, self.one_of((">=", ">")), self.one_of(limits))

    def file(self) -> tree.File:
        """A policy file with one stage."""
        written = [self.rule(f"r{number}") for number in self.several(1, 4)]
        rules = tuple(
            replace(w.rule, because="it is so", on_error=w.on_error, on_timeout=w.on_timeout) for w in written
        )
        stage = tree.Stage(
            self.kind, rules, 900_000, self.one_of((400, 40, 14)), self.kind == "tool_call" and self.chance(2)
        )
        policy = tree.Policy("p", None, "it is so", "block", "block", stages=(stage,))
        return tree.File(1, (*DECLARED, policy))

    def question(self, *, faultless: bool = False) -> Question:
        """A call, and what is assumed of checks: models answer by assumption alone."""
        asked = self.asked([])
        request = {name: values[0] for name, values in VALUES.items()} if faultless else asked.request
        text = " ".join(self.one_of(WORDS) for _ in self.several(0, 5))
        subject: Any = {"note": text, "amount": 7} if self.kind == "tool_call" else text
        if self.kind == "retrieval":
            subject = [text]
        scores: dict[str, Any] = {
            model: self.one_of((0.1, 0.6, 0.9, {"score": 0.9, "spans": [[0, min(2, len(text)), 0.9]]}))
            for model in ("toxicity", "injection")
        }
        for name in ("mentions", "pii", "length", "contains", "toxicity", "matches"):
            if not faultless and self.chance(12):
                scores[name] = self.one_of(("fails", "timeout"))
        # Passages and tool results are asked about once: their calls have no attempt.
        attempt = 1 if self.kind in ("retrieval", "tool_result") else asked.attempt
        return Question(self.kind, subject, request, attempt, assumed=scores)


def compile_text(text: str) -> Unit:
    """A policy's source, compiled."""
    return analyse(ROOT / "p.guard", text=text, root=ROOT)


UNWISE = frozenset({"G106", "G204", "G206", "G209", "G303", "G304", "G305", "G306", "G307"})
"""What makes a policy useless or unwise, and random ones often are, but not unsound."""


def random_question(seed: int, *, faultless: bool = False) -> tuple[str, Compiled | None, Question]:
    """The source of a seed's policy, the policy compiled (None where it is refused), and a question to it."""
    maker = SourceMaker(RandomChoices(random.Random(seed)))
    maker.json = False
    source = format_file(maker.file())
    unit = compile_text(source)
    errors = [d for d in unit.diagnostics if d.level is Level.ERROR and d.code not in UNWISE]
    question = maker.question(faultless=faultless)
    if errors:
        return source, None, question
    sound = replace(unit, diagnostics=())
    return source, Compiled.of(sound, choose(sound, None)), question
