"""`toxicity`: how likely the text is hateful, harassing, threatening, sexual or profane."""

from __future__ import annotations

from typing import Final

from guardrail.validators.contract import (
    ArgumentProblem,
    Arguments,
    Check,
    Cost,
    Kind,
    Parameter,
    Returns,
    Signature,
    Stream,
)

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
            choices=("hate", "harassment", "threat", "sexual", "profanity"),
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
        """Raises `ArgumentProblem` (G703) while its model is not installed."""
        raise ArgumentProblem(
            "G703",
            "the model `toxicity` is not installed",
            help="write what it assumes in policy tests (`assume toxicity = …`), or remove the rule",
        )


VALIDATOR: Final = _Toxicity()
