"""One pattern: its translations for RE2, made when they are first needed, and its exact engine."""

from __future__ import annotations

from typing import Any

from guardrail.text.requests import Pattern, ViewName
from guardrail.text.scanner.patterns_exact import ExactPattern, Offsets
from guardrail.text.scanner.patterns_prefilter import ascii_spans, re2_locator, text_spans
from guardrail.text.scanner.regex_core import required_core
from guardrail.text.scanner.regex_loosen import loosen
from guardrail.text.scanner.regex_parse import parse
from guardrail.text.scanner.regex_tree import Node
from guardrail.text.scanner.regex_widen import Translation, translate


class SinglePattern:
    """One pattern of a matcher."""

    __slots__ = ("_exact", "_linear", "_locators", "_translations", "tree", "views")

    def __init__(self, tree: Node, views: tuple[ViewName, ...], *, linear: bool) -> None:
        self.tree = tree
        self.views = views
        self._linear = linear
        self._exact: ExactPattern | None = None
        self._translations: dict[bool, Translation] = {}
        self._locators: dict[str, Any] = {}

    @classmethod
    def build(cls, pattern: Pattern, *, linear: bool) -> SinglePattern:
        """Read a pattern; raises `RegexProblem`."""
        return cls(parse(pattern.expression), pattern.views, linear=linear)

    @property
    def exact(self) -> ExactPattern:
        """The exact engine, made when it is first asked for."""
        if self._exact is None:
            self._exact = ExactPattern(self.tree)
        return self._exact

    @property
    def is_told_by_word(self) -> bool:
        """Whether the prefilter looks for a plain word that every match has."""
        return required_core(self.tree) is not None

    def prefilter(self, ascii_text: bool) -> str:
        """An RE2 expression that matches in every text in which the pattern does."""
        return translate(loosen(self.tree), ascii_text=ascii_text).prefilter

    def spans(self, text: str, data: bytes, ascii_text: bool) -> list[Offsets]:
        """All matches that are not empty; `data` is the text in UTF-8. Raises `PatternFault`."""
        if not self._linear or self.exact.nullable:
            return self.exact.spans(text, None)
        translation = self._translation(ascii_text)
        decides = translation.decisive is not None and (translation.any_ending or not text.endswith("\n"))
        locator = self._locator(translation.decisive if decides and translation.decisive else translation.prefilter)
        if locator is None:
            return self.exact.spans(text, None)
        candidates = ascii_spans(locator, data) if ascii_text else text_spans(locator, data)
        return candidates if decides else self.exact.spans(text, candidates)

    def _translation(self, ascii_text: bool) -> Translation:
        known = self._translations.get(ascii_text)
        if known is None:
            known = self._translations[ascii_text] = translate(self.tree, ascii_text=ascii_text)
        return known

    def _locator(self, expression: str) -> Any:
        if expression not in self._locators:
            self._locators[expression] = re2_locator(expression)
        return self._locators[expression]
