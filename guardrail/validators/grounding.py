"""`grounding(against: context)`: how far the passages support the answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from guardrail.models.grounding.claims import Role
from guardrail.models.grounding.scorer import Grounding, Scorer, shared_scorer
from guardrail.text.requests import CheckFault
from guardrail.validators.contract import (
    Arguments,
    Check,
    Cost,
    DirectCheck,
    Facts,
    Kind,
    Match,
    Outcome,
    Parameter,
    Returns,
    Signature,
    Stream,
)
from guardrail.validators.model_support.loading import loaded

if TYPE_CHECKING:
    from guardrail.text.subject import Subject

_SIGNATURE: Final = Signature(
    name="grounding",
    summary="how far the answer is supported by the passages it was made from: 1 is fully",
    returns=Returns.SCORE,
    stream=Stream.WHOLE,
    cost=Cost.C3,
    parameters=(
        Parameter(
            "against", Kind.SUBJECT, "what must support the answer", required=True, named=True, choices=("context",)
        ),
        Parameter("question", Kind.SUBJECT, "what the answer answers", named=True, choices=("question",)),
    ),
    stages=frozenset({"output"}),
    spans=True,
    quiet=1.0,
    model="grounding",
)


class GroundingCheck(DirectCheck):
    """The answer's support; matches are its unsupported sentences, or the least supported one.

    A question that came with the call is always used; with `question_needed` the check fails without one.
    """

    __slots__ = ("_question_needed", "_scorer")

    def __init__(self, scorer: Scorer, *, question_needed: bool = False) -> None:
        super().__init__()
        self._scorer = scorer
        self._question_needed = question_needed

    def run(self, subject: Subject, facts: Facts) -> Outcome:
        """Judge the whole text; raises `CheckFault` where the passages, or a question that is needed, are not given."""
        if facts.context is None:
            raise CheckFault("needs `context` to be given with the call")
        if self._question_needed and facts.question is None:
            raise CheckFault("needs `question` to be given with the call")
        found = self._scorer.judge(subject.text, facts.context, facts.question)
        return Outcome(score=found.support, matches=tuple(_matches(found)), message=_message(found))


def _matches(found: Grounding) -> Iterator[Match]:
    """Without scores of their own: the engine would keep the well supported ones of them."""
    message = _message(found)
    sentences = found.unsupported
    if not sentences and found.sentences and found.support < 1.0:
        sentences = (min(found.sentences, key=lambda sentence: sentence.support),)
    for sentence in sentences:
        yield Match(sentence.start, sentence.end, message)


def _message(found: Grounding) -> str:
    count = len(found.unsupported)
    all_of_them = sum(sentence.role is Role.CLAIM for sentence in found.sentences)
    if not count:
        return "" if found.support == 1.0 else "the least supported sentence"
    if all_of_them == 1:
        return "not supported by the passages"
    verb = "is" if count == 1 else "are"
    return f"{count} of {all_of_them} statements {verb} not supported by the passages"


class _Grounding:
    signature = _SIGNATURE

    def bind(self, arguments: Arguments) -> Check:
        """A check against the passages; raises `ArgumentProblem` (G703) where its model is not installed."""
        scorer = loaded("grounding", shared_scorer)
        return GroundingCheck(scorer, question_needed=arguments.values.get("question") is not None)


VALIDATOR: Final = _Grounding()
