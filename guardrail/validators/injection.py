"""`injection`: how likely the text tries to give the model orders."""

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
        """Raises `ArgumentProblem` (G703) while its model is not installed."""
        raise ArgumentProblem(
            "G703",
            "the model `injection` is not installed",
            help="write what it assumes in policy tests (`assume injection = …`), or remove the rule",
        )


VALIDATOR: Final = _Injection()
