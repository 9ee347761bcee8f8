"""`topic(medical)`: how close the text is to a list of example phrases."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from guardrail.models import topics as models
from guardrail.models.allowance import Allowance
from guardrail.text.requests import WordList
from guardrail.validators.contract import (
    ArgumentProblem,
    Arguments,
    Check,
    Cost,
    DirectCheck,
    Facts,
    Kind,
    Outcome,
    Parameter,
    Returns,
    Signature,
    Stream,
)
from guardrail.validators.model_support.coverage import coverage
from guardrail.validators.model_support.loading import loaded
from guardrail.validators.model_support.texts import texts_of

if TYPE_CHECKING:
    from guardrail.text.subject import Subject

MOST_PHRASES: Final = 2_000

_SIGNATURE: Final = Signature(
    name="topic",
    summary="how likely the text is about what a list of example phrases is about, from 0 to 1",
    returns=Returns.SCORE,
    stream=Stream.WHOLE,
    cost=Cost.C2,
    parameters=(Parameter("examples", Kind.LIST, "a list of phrases on the topic", required=True),),
    levels=True,
    quiet=0.0,
    model="topic",
)


class TopicCheck(DirectCheck):
    """Holds the topic's phrases as embeddings."""

    __slots__ = ("_topic",)

    def __init__(self, topic: models.Topic) -> None:
        super().__init__()
        self._topic = topic

    def run(self, subject: Subject, facts: Facts) -> Outcome:
        """The highest score of the subject's texts, 0 where there is no word; no spans."""
        return self.run_within(subject, facts, None)[0]

    def run_within(self, subject: Subject, facts: Facts, allowance: Allowance | None) -> tuple[Outcome, float]:
        """What was found as far as the allowance goes, and the share of the subject that was looked at."""
        asked = texts_of(subject)
        found = self._topic.scores_within([one.text for one in asked], allowance)
        covered = coverage([(len(one.text), share) for one, (_, share) in zip(asked, found, strict=True)])
        return Outcome(score=max((score for score, _ in found), default=0.0)), covered


class _Topic:
    signature = _SIGNATURE

    def bind(self, arguments: Arguments) -> Check:
        """A check for the list's topic; raises `ArgumentProblem`: G703 where its model is not installed, G210."""
        examples: WordList | None = arguments.values.get("examples")  # type: ignore[assignment]
        phrases = examples.entries if examples is not None else ()
        if len(phrases) > MOST_PHRASES:
            raise ArgumentProblem(
                "G210",
                f"the list has {len(phrases):,} entries; a topic takes {MOST_PHRASES:,}",
                parameter="examples",
                help="keep the phrases that differ most: a topic is found by what comes near them",
            )
        return TopicCheck(loaded("topic", partial(models.topic, phrases)))


VALIDATOR: Final = _Topic()
