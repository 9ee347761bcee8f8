"""`grounding(against: context)`: how far the passages support the answer."""

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


class _Grounding:
    signature = _SIGNATURE

    def bind(self, arguments: Arguments) -> Check:
        """Raises `ArgumentProblem` (G703) while its model is not installed."""
        raise ArgumentProblem(
            "G703",
            "the model `grounding` is not installed",
            help="write what it assumes in policy tests (`assume grounding = …`), or remove the rule",
        )


VALIDATOR: Final = _Grounding()
