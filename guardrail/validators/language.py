"""`language`: whether a text is mainly in one of some languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guardrail.text.language import known_languages, main_language, prepare
from guardrail.validators.contract import (
    ArgumentProblem,
    Arguments,
    Cost,
    DirectCheck,
    Facts,
    Kind,
    Outcome,
    Parameter,
    Returns,
    Signature,
    Stream,
)

if TYPE_CHECKING:
    from guardrail.text.subject import Subject

_FITS = Outcome(truth=True)
_SAME = {"nb": "no", "nn": "no", "ms": "id", "bs": "hr"}
"""Codes of languages that the detector does not tell from a close relative."""


class LanguageCheck(DirectCheck):
    """True when the main language is one of `languages`, and when it cannot be told."""

    __slots__ = ("languages",)

    def __init__(self, languages: frozenset[str]) -> None:
        super().__init__()
        self.languages = languages

    def run(self, subject: Subject, facts: Facts) -> Outcome:
        """Judge the whole text."""
        found = main_language(subject.text)
        if found is None or found in self.languages:
            return _FITS
        return Outcome(message=f"the text is mainly in another language (`{found}`)")


class Language:
    """The validator."""

    signature = Signature(
        name="language",
        summary=(
            "True while the text is mainly in one of the languages; also where that cannot be told, "
            "as in texts of fewer than 20 letters, names and code"
        ),
        returns=Returns.TRUTH,
        stream=Stream.WHOLE,
        cost=Cost.C1,
        parameters=(
            Parameter("languages", Kind.STRING, "ISO 639-1 codes, such as `en` or `de`", required=True, variadic=True),
        ),
        examples=(
            ('language("en", "de")', "Wo ist bitte der nächste Bahnhof?", True),
            ('language("en")', "Wo ist bitte der nächste Bahnhof?", False),
            ('language("en")', "Ja, gerne", True),
        ),
    )

    def bind(self, arguments: Arguments) -> LanguageCheck:
        """A check for languages that the detector knows; raises `ArgumentProblem` for any other code."""
        languages: tuple[str, ...] = arguments["languages"]
        known = known_languages() | _SAME.keys()
        for code in languages:
            if code not in known:
                raise ArgumentProblem(
                    "G204",
                    f"`{code}` is not a language that can be told",
                    parameter="languages",
                    help=f"use one of {', '.join(f'`{name}`' for name in sorted(known))}",
                )
        prepare()
        return LanguageCheck(frozenset(_SAME.get(code, code) for code in languages))


VALIDATOR = Language()
