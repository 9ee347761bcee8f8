"""`judge("rubric.md")`: a large model judges the text by a rubric, afterwards."""

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
    name="judge",
    summary="a large model finds that the text passes a rubric; in `later` rules alone",
    returns=Returns.TRUTH,
    stream=Stream.WHOLE,
    cost=Cost.C3,
    parameters=(Parameter("rubric", Kind.FILE, "what to judge by, a text file", required=True),),
    later_only=True,
    quiet=True,
    model="judge",
)


class _Judge:
    signature = _SIGNATURE

    def bind(self, arguments: Arguments) -> Check:
        """Raises `ArgumentProblem` (G703) while its model is not installed."""
        raise ArgumentProblem(
            "G703",
            "the model `judge` is not installed",
            help="write what it answers in policy tests (`assume judge = true`), or remove the rule",
        )


VALIDATOR: Final = _Judge()
