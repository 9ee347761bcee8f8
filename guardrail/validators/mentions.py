"""`mentions(list)`: any entry of a list stands in the text."""

from __future__ import annotations

from guardrail.text.requests import ScanRequest, WordList
from guardrail.validators.contract import (
    ArgumentProblem,
    Arguments,
    Check,
    Cost,
    Kind,
    Parameter,
    Returns,
    ScanCheck,
    Signature,
    Stream,
)


class Mentions:
    """Finds the entries of a declared list by its own matching options."""

    signature = Signature(
        name="mentions",
        summary="any entry of a list, matched as the list's options say",
        returns=Returns.FINDINGS,
        stream=Stream.PREFIX,
        cost=Cost.C1,
        spans=True,
        parameters=(Parameter("list", Kind.LIST, "the name of a declared list", required=True),),
    )

    def bind(self, arguments: Arguments) -> Check:
        """A check over the list; raises `ArgumentProblem` when it has no entry that could match."""
        words: WordList = arguments["list"]
        if not any(entry.strip() for entry in words.entries):
            raise ArgumentProblem(
                "G410",
                f"list `{words.name}` has no entry that could match",
                parameter="list",
                help="give the list an entry, or remove the rule",
            )
        return ScanCheck(ScanRequest(lists=(words,)))


VALIDATOR = Mentions()
