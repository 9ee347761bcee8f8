"""One pattern: its translations for RE2, made when they are first needed, and its exact engine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from guardrail.text.requests import Pattern, ViewName
from guardrail.text.scanner.pattern_facts import PatternFacts, facts_of, work_out
from guardrail.text.scanner.patterns_prefilter import ascii_spans, re2_locator, text_spans

if TYPE_CHECKING:
    from guardrail.text.scanner.patterns_exact import ExactPattern, Offsets
    from guardrail.text.scanner.regex_tree import Node
    from guardrail.text.scanner.regex_widen import Translation


class SinglePattern:
    """One pattern of a matcher."""

    __slots__ = ("_exact", "_linear", "_locators", "_translations", "_tree", "expression", "facts", "views")

    def __init__(self, expression: str, views: tuple[ViewName, ...], facts: PatternFacts, *, linear: bool) -> None:
        self.expression = expression
        self.views = views
        self.facts = facts
        self._tree: Node | None = None
        self._linear = linear
        self._exact: ExactPattern | None = None
        self._translations: dict[bool, Translation] = {}
        self._locators: dict[str, Any] = {}

    @classmethod
    def build(cls, pattern: Pattern, *, linear: bool) -> SinglePattern:
        """Read a pattern; raises `RegexProblem`."""
        facts = facts_of(pattern.expression) or work_out(pattern.expression)
        return cls(pattern.expression, pattern.views, facts, linear=linear)

    @property
    def tree(self) -> Node:
        """The parsed pattern; of one with known facts it is not needed before something may match."""
        if self._tree is None:
            from guardrail.text.scanner.regex_parse import parse

            self._tree = parse(self.expression)
        return self._tree

    @property
    def exact(self) -> ExactPattern:
        """The exact engine, made when it is first asked for."""
        if self._exact is None:
            from guardrail.text.scanner.patterns_exact import ExactPattern

            self._exact = ExactPattern(self.tree)
        return self._exact

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
            from guardrail.text.scanner.regex_widen import translate

            known = self._translations[ascii_text] = translate(self.tree, ascii_text=ascii_text)
        return known

    def _locator(self, expression: str) -> Any:
        if expression not in self._locators:
            self._locators[expression] = re2_locator(expression)
        return self._locators[expression]
