"""`toxicity`: how likely the text is hateful, harassing, threatening, sexual or profane."""

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
    name="toxicity",
    summary="how likely the text is toxic, from 0 to 1",
    returns=Returns.SCORE,
    stream=Stream.WINDOW,
    cost=Cost.C2,
    parameters=(
        Parameter(
            "category",
            Kind.CHOICE,
            "the kind of toxicity; all kinds if not given",
            named=True,
            choices=models.TOXICITY_CATEGORIES,
        ),
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
    model="toxicity",
)


class _Toxicity:
    signature = _SIGNATURE

    def bind(self, arguments: Arguments) -> Check:
        """A check of all kinds, or of one; raises `ArgumentProblem` (G703) where its model is not installed."""
        category: str | None = arguments.values.get("category")  # type: ignore[assignment]
        classifier = loaded("toxicity", partial(models.classifier, "toxicity", category, arguments.models))
        message = "toxic language" if category is None else f"toxic language: {category}"
        return ClassifierCheck(classifier, message, by_sentence=arguments.values.get("span") == "sentence")


VALIDATOR: Final = _Toxicity()
