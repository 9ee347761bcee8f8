"""The cursor of the regular-expression parser: characters, repeat counts, names, layout."""

from __future__ import annotations

from dataclasses import dataclass

from guardrail.text.scanner.regex_tree import RegexProblem

Counts = tuple[int, int | None]

_SIMPLE_COUNTS: tuple[tuple[str, Counts], ...] = (("*", (0, None)), ("+", (1, None)), ("?", (0, 1)))
_LAYOUT = " \t\n\r\v\f"
_FLAGS = frozenset("aiLmsux")


@dataclass(slots=True)
class Reader:
    """An expression and how far it was read."""

    text: str
    position: int = 0

    @property
    def done(self) -> bool:
        """Whether all was read."""
        return self.position >= len(self.text)

    def peek(self) -> str:
        """The next character, not consumed; empty at the end."""
        return self.text[self.position : self.position + 1]

    def next(self) -> str:
        """The next character, consumed; raises `RegexProblem` at the end."""
        if self.done:
            raise RegexProblem("the expression ends too early", self.position)
        self.position += 1
        return self.text[self.position - 1]

    def take(self, expected: str) -> bool:
        """Consume `expected` if it stands here."""
        if self.text.startswith(expected, self.position):
            self.position += len(expected)
            return True
        return False

    def take_while(self, allowed: str, most: int) -> str:
        """Consume up to `most` characters out of `allowed`."""
        start = self.position
        while not self.done and self.position - start < most and self.text[self.position] in allowed:
            self.position += 1
        return self.text[start : self.position]

    def back_to(self, position: int) -> None:
        """Read on from `position`."""
        self.position = position

    def skip_ignored(self, verbose: bool) -> None:
        """Consume `(?#...)` comments and, when `verbose`, blanks and `#` comments."""
        while not self.done:
            if self.text.startswith("(?#", self.position):
                self._skip_past(")", required=True)
            elif verbose and self.text[self.position] in _LAYOUT:
                self.position += 1
            elif verbose and self.text[self.position] == "#":
                self._skip_past("\n", required=False)
            else:
                return

    def _skip_past(self, closing: str, *, required: bool) -> None:
        end = self.text.find(closing, self.position)
        if end < 0 and required:
            raise RegexProblem("the comment is never closed", self.position)
        self.position = len(self.text) if end < 0 else end + 1

    def at_global_flags(self) -> bool:
        """Whether `(?flags)` stands here, which holds for the whole expression."""
        if not self.text.startswith("(?", self.position):
            return False
        end = self.position + 2
        while end < len(self.text) and self.text[end] in _FLAGS:
            end += 1
        return end > self.position + 2 and self.text[end : end + 1] == ")"

    def at_counts(self, back: int = 1) -> bool:
        """Whether a counted repeat `{m,n}` stands `back` characters before here."""
        probe = Reader(self.text, self.position - back)
        return probe.take_counts() is not None

    def take_counts(self) -> Counts | None:
        """Consume `*`, `+`, `?` or `{m,n}`; None when none of them stands here (then `{` is a plain character)."""
        for sign, counts in _SIMPLE_COUNTS:
            if self.take(sign):
                return counts
        start = self.position
        if not self.take("{"):
            return None
        low = self._digits()
        comma = self.take(",")
        high = self._digits() if comma else low
        if not self.take("}") or not (low or comma):
            self.position = start
            return None
        return _count(low) or 0, _count(high)

    def name(self, closing: str, *, digits: bool = False) -> str:
        """Consume a group's name and what closes it; `digits` allows a number."""
        start = self.position
        end = self.text.find(closing, start)
        if end < 0:
            raise RegexProblem(f"the group's name is not followed by `{closing}`", start)
        name = self.text[start:end]
        number = name.isdecimal() and name.isascii()
        if not name.isidentifier() and not (digits and number):
            raise RegexProblem("a group's name must be letters, digits and `_`, not starting with a digit", start)
        self.position = end + len(closing)
        return name

    def _digits(self) -> str:
        start = self.position
        while self.peek() and self.peek() in "0123456789":
            self.position += 1
        return self.text[start : self.position]


def _count(digits: str) -> int | None:
    """A count; ten digits or more are cut, they are out of every bound anyway."""
    return int(digits[:10]) if digits else None
