"""`topic(medical)`: how close the text is to a list of example phrases."""

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


class _Topic:
    signature = _SIGNATURE

    def bind(self, arguments: Arguments) -> Check:
        """Raises `ArgumentProblem` (G703) while its model is not installed."""
        raise ArgumentProblem(
            "G703",
            "the model `topic` is not installed",
            help="write what it assumes in policy tests (`assume topic = …`), or remove the rule",
        )


VALIDATOR: Final = _Topic()
