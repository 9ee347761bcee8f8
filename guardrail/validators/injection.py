"""`injection`: how likely the text tries to give the model orders."""

from __future__ import annotations

from functools import partial
from typing import Final

from guardrail.models import classifiers as models
from guardrail.validators.contract import (
    Arguments,
    Check,
    Cost,
    Kind,
    Parameter,
    Returns,
    Signature,
    Stream,
)
from guardrail.validators.model_support.classifier_check import ClassifierCheck
from guardrail.validators.model_support.loading import loaded

_SIGNATURE: Final = Signature(
    name="injection",
    summary="how likely the text tries to override the model's instructions, from 0 to 1",
    returns=Returns.SCORE,
    stream=Stream.WINDOW,
    cost=Cost.C2,
    parameters=(
        Parameter(
            "span",
            Kind.CHOICE,
            "what a finding marks: each `sentence` that reaches the threshold",
            named=True,
            choices=("sentence",),
        ),
    ),
    spans=True,
    levels=True,
    quiet=0.0,
    model="injection",
)


class _Injection:
    signature = _SIGNATURE

    def bind(self, arguments: Arguments) -> Check:
        """A check of all kinds of attack; raises `ArgumentProblem` (G703) where its model is not installed."""
        classifier = loaded("injection", partial(models.classifier, "injection", None, arguments.models))
        by_sentence = arguments.values.get("span") == "sentence"
        return ClassifierCheck(classifier, "orders to the model", by_sentence=by_sentence)


VALIDATOR: Final = _Injection()
