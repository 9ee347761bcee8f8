"""`secrets(kinds…)`: API keys, tokens, private keys, passwords; no message ever shows one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from guardrail.text.requests import Hit, Pattern, PieceLike, ScanRequest
from guardrail.validators import secret_kinds
from guardrail.validators.contract import (
    QUIET,
    Arguments,
    Check,
    Cost,
    Kind,
    Outcome,
    Parameter,
    Reach,
    Returns,
    ScanCheck,
    Signature,
    Stream,
)

if TYPE_CHECKING:
    from guardrail.validators.secret_kinds.kind import SecretKind

__all__ = ["VALIDATOR", "Secrets", "SecretsCheck"]


class SecretsCheck(ScanCheck):
    """The kinds of one call over the shared scanner; `_kinds` holds the kind of each pattern of the request."""

    __slots__ = ("_kinds",)

    def __init__(self, kinds: Sequence[SecretKind]) -> None:
        pairs = [(kind, expression) for kind in kinds for expression in kind.patterns]
        super().__init__(ScanRequest(patterns=tuple(Pattern(kind.name, expression) for kind, expression in pairs)))
        self._kinds = tuple(kind for kind, _ in pairs)

    def judge(self, hits: tuple[Hit, ...], piece: PieceLike) -> Outcome:
        """Confirm each hit; of two kinds in one place the surer one stands."""
        from guardrail.validators.pii_kinds.overlaps import Candidate, resolve
        from guardrail.validators.secret_kinds.kind import BEFORE

        found = []
        for hit in hits:
            kind, text = self._kinds[hit.index], hit.view.text
            start, end = self._value(hit)
            if kind.extend is not None:
                end = kind.extend(text, start, end)
            confidence = kind.confirm(text[start:end], text[max(0, start - BEFORE) : start].lower())
            if confidence > 0:
                found.append(Candidate(*hit.view.origin(start, end), kind, confidence))
        if not found:
            return QUIET
        return Outcome(True, None, tuple(candidate.match(piece.at) for candidate in resolve(found)))

    def reach(self) -> Reach:
        """The words before a value; all of a block of which the pattern sees the beginning alone."""
        from guardrail.validators.secret_kinds.kind import BEFORE

        blocks = {place: kind for place, kind in enumerate(self._kinds) if kind.extend is not None}
        after = {place: kind.longest for place, kind in blocks.items()}
        closings = {place: kind.closing for place, kind in blocks.items() if kind.closing}
        return Reach(before=BEFORE + 1, after=after, closings=closings)

    def _value(self, hit: Hit) -> tuple[int, int]:
        """The secret's own offsets in the view: the first group of its pattern, or the whole match."""
        assert self.request is not None
        pattern = _compiled(self.request.patterns[hit.index].expression)
        if not pattern.groups:
            return hit.start, hit.end
        match = pattern.match(hit.view.text, hit.start)
        return match.span(1) if match else (hit.start, hit.end)


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    """Compiled when a text first has a hit: most patterns of a policy never are."""
    return re.compile(expression)


class Secrets:
    """The validator."""

    signature = Signature(
        name="secrets",
        summary="Credentials: API keys and tokens of many providers, private keys, web tokens, passwords, random "
        "strings.",
        returns=Returns.FINDINGS,
        stream=Stream.PREFIX,
        cost=Cost.C1,
        spans=True,
        parameters=(
            Parameter(
                "kinds",
                Kind.CHOICE,
                "What to look for; `api_key` stands for every provider's keys. Without any: "
                + ", ".join(f"`{name}`" for name in secret_kinds.DEFAULT_KINDS)
                + ".",
                variadic=True,
                choices=secret_kinds.names(),
                default=(),
            ),
        ),
        examples=(
            ("secrets(jwt)", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI3In0.c2lnbmF0dXJl", True),
            ("secrets(password)", 'password = "tr0ub4dor&3"', True),
            ("secrets(password)", 'password = "${DB_PASSWORD}"', False),
            ("secrets(aws_access_key)", "The documentation writes AKIAIOSFODNN7EXAMPLE.", False),
            ("secrets", "Keep your api key secret: never paste it into a chat.", False),
        ),
    )

    def bind(self, arguments: Arguments) -> Check:
        """Load the families of the kinds that are asked for, and no other."""
        named = arguments.values.get("kinds")
        chosen = tuple(str(name) for name in named) if isinstance(named, tuple) else ()
        return SecretsCheck([secret_kinds.find(name) for name in secret_kinds.expand(chosen)])


VALIDATOR = Secrets()
