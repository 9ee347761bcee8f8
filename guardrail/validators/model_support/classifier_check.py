"""The check of `toxicity` and `injection`: every text of the subject is scored, and places carry the scores."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from guardrail.models.allowance import Allowance
from guardrail.models.classifiers import Classifier, Verdict
from guardrail.validators.contract import DirectCheck, Facts, Match, Outcome
from guardrail.validators.model_support.coverage import coverage
from guardrail.validators.model_support.texts import Asked, texts_of

if TYPE_CHECKING:
    from guardrail.text.subject import Subject


class ClassifierCheck(DirectCheck):
    """Scores are those of the highest text. Matches are sentences; without `by_sentence` they may be whole windows.

    The engine keeps the matches that reach a rule's threshold, so each has the score that it answers for.
    """

    __slots__ = ("_by_sentence", "_classifier", "_message")

    def __init__(self, classifier: Classifier, message: str, *, by_sentence: bool) -> None:
        super().__init__()
        self._classifier = classifier
        self._message = message
        self._by_sentence = by_sentence

    def run(self, subject: Subject, facts: Facts) -> Outcome:
        """The highest score, 0 for a subject without a word; `CheckFault` for a text of over a million characters."""
        return self.run_within(subject, facts, None)[0]

    def run_within(self, subject: Subject, facts: Facts, allowance: Allowance | None) -> tuple[Outcome, float]:
        """What was found as far as the allowance goes, and the share of the subject that was looked at.

        The score of all of it can only be higher. Raises as `run`.
        """
        asked = texts_of(subject)
        verdicts = self._verdicts(asked, allowance)
        matches = tuple(
            match for one, verdict in zip(asked, verdicts, strict=True) for match in self._matches(one, verdict)
        )
        outcome = Outcome(score=max((verdict.score for verdict in verdicts), default=0.0), matches=matches)
        return outcome, coverage([(len(one.text), v.covered) for one, v in zip(asked, verdicts, strict=True)])

    def _verdicts(self, asked: list[Asked], allowance: Allowance | None) -> list[Verdict]:
        if self._by_sentence:
            return [self._classifier.judge_sentences(one.text, allowance) for one in asked]
        return self._classifier.judge([one.text for one in asked], allowance)

    def _matches(self, asked: Asked, verdict: Verdict) -> Iterator[Match]:
        for place in verdict.places:
            yield Match(*asked.origin(place.start, place.end), self._message, place.score, at=asked.at)
