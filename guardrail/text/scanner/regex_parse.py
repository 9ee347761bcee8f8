"""Reads a regular expression into a tree.

A parser of our own, not `re._parser`: that one is private, and its errors are a library's words. What it takes
and what it refuses is what Python's `re` does (tested against it), with bounds on length, depth and repeats.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from guardrail.text.scanner import regex_width
from guardrail.text.scanner.regex_escape import parse_class, parse_escape
from guardrail.text.scanner.regex_flags import NO_FLAGS, Flags, parse_flags
from guardrail.text.scanner.regex_reader import Reader
from guardrail.text.scanner.regex_tree import (
    Anchor,
    AnyChar,
    At,
    Atomic,
    Backreference,
    Char,
    Choice,
    Conditional,
    Group,
    Look,
    Mode,
    Node,
    RegexProblem,
    Repeat,
    Sequence,
)

MAX_LENGTH = 20_000
MAX_DEPTH = 60
MAX_REPEAT = 65_535
MAX_GROUPS = 1_000

_QUANTIFIERS = "*+?{"


def parse(expression: str) -> Node:
    """The tree of `expression`.

    Raises `RegexProblem` when it is not a regular expression, or too long, too deep or repeats too often.

    >>> parse("a|b")
    Choice(options=(Char(char='a', folding=<Folding.NONE: 'none'>), Char(char='b', folding=<Folding.NONE: 'none'>)))
    """
    if len(expression) > MAX_LENGTH:
        raise RegexProblem(f"it is longer than {MAX_LENGTH:,} characters", MAX_LENGTH)
    parser = _Parser(Reader(expression))
    tree = parser.alternatives(NO_FLAGS, depth=0)
    if not parser.reader.done:
        raise RegexProblem("`)` closes a parenthesis that was never opened", parser.reader.position)
    parser.check_conditionals()
    return tree


@dataclass(slots=True)
class _Parser:
    reader: Reader
    groups: dict[int, regex_width.Width | None] = field(default_factory=dict)
    """The widths of the groups by number; None while a group is still open."""
    names: dict[str, int] = field(default_factory=dict)
    conditionals: list[tuple[int, int]] = field(default_factory=list)
    lookbehind_groups: list[int] = field(default_factory=list)
    """For each lookbehind being read, the number of groups there were before it."""

    def alternatives(self, flags: Flags, depth: int) -> Node:
        if depth > MAX_DEPTH:
            raise RegexProblem(f"its parentheses nest deeper than {MAX_DEPTH}", self.reader.position)
        first, flags = self.sequence(flags, depth, may_set_flags=depth == 0)
        options = [first]
        while self.reader.take("|"):
            option, _ = self.sequence(flags, depth, may_set_flags=False)
            options.append(option)
        return options[0] if len(options) == 1 else Choice(tuple(options))

    def sequence(self, flags: Flags, depth: int, may_set_flags: bool) -> tuple[Node, Flags]:
        items: list[Node] = []
        reader = self.reader
        while True:
            reader.skip_ignored(flags.verbose)
            if reader.done or reader.peek() in "|)":
                break
            if reader.at_global_flags():
                if items or not may_set_flags:
                    raise RegexProblem("flags for the whole expression must stand at its start", reader.position)
                flags = parse_flags(reader, flags).flags
                continue
            items.append(self.quantified(self.item(flags, depth), flags))
        return (items[0] if len(items) == 1 else Sequence(tuple(items))), flags

    def item(self, flags: Flags, depth: int) -> Node:
        """One item without its quantifier."""
        reader = self.reader
        start = reader.position
        char = reader.next()
        if char == "(":
            return self.group(flags, depth, start)
        if char == "[":
            return parse_class(reader, flags, start)
        if char == "\\":
            return self.backreference_or(parse_escape(reader, flags, start), start)
        if char in _QUANTIFIERS and (char != "{" or reader.at_counts()):
            raise RegexProblem(f"there is nothing for `{char}` to repeat", start)
        if char == ".":
            return AnyChar(flags.dotall)
        if char == "^":
            return Anchor(At.LINE_START if flags.multiline else At.TEXT_START)
        if char == "$":
            return Anchor(At.LINE_END if flags.multiline else At.LAST_LINE_END)
        return Char(char, flags.folding)

    def backreference_or(self, node: Node, start: int) -> Node:
        if isinstance(node, Backreference):
            self.check_reference(node.number, start)
        return node

    def check_reference(self, number: int, start: int) -> None:
        if number not in self.groups:
            raise RegexProblem(f"there is no group {number} before this reference", start)
        if self.groups[number] is None:
            raise RegexProblem(f"group {number} is referred to inside itself", start)
        if self.lookbehind_groups and number > self.lookbehind_groups[-1]:
            raise RegexProblem("a group cannot be referred to in the lookbehind that opens it", start)

    def quantified(self, item: Node, flags: Flags) -> Node:
        reader = self.reader
        reader.skip_ignored(flags.verbose)
        place = reader.position
        counts = reader.take_counts()
        if counts is None:
            return item
        if isinstance(item, Anchor):
            raise RegexProblem("an anchor cannot be repeated", place)
        minimum, maximum = counts
        if maximum is not None and maximum < minimum:
            raise RegexProblem("the repeat's smaller count must come first", place)
        if max(minimum, maximum or 0) > MAX_REPEAT:
            raise RegexProblem(f"it repeats more than {MAX_REPEAT:,} times", place)
        mode = Mode.LAZY if reader.take("?") else Mode.POSSESSIVE if reader.take("+") else Mode.GREEDY
        reader.skip_ignored(flags.verbose)
        if not reader.done and reader.peek() in _QUANTIFIERS and (reader.peek() != "{" or reader.at_counts(0)):
            raise RegexProblem("a repeat cannot be repeated; put it in parentheses", reader.position)
        return Repeat(item, minimum, maximum, mode)

    def group(self, flags: Flags, depth: int, start: int) -> Node:
        reader = self.reader
        if not reader.take("?"):
            return self.capture(flags, depth, start, name=None)
        if reader.take(":"):
            return _enclosed(self.closed(flags, depth, start))
        if reader.take(">"):
            return Atomic(self.closed(flags, depth, start))
        if reader.take("P"):
            return self.named(flags, depth, start)
        if reader.take("("):
            return self.conditional(flags, depth, start)
        for sign, ahead, negated in (("<=", False, False), ("<!", False, True), ("=", True, False), ("!", True, True)):
            if reader.take(sign):
                return self.look(flags, depth, start, ahead, negated)
        reader.back_to(start)
        scoped = parse_flags(reader, flags)
        return _enclosed(self.closed(scoped.flags, depth, start))

    def closed(self, flags: Flags, depth: int, start: int) -> Node:
        body = self.alternatives(flags, depth + 1)
        if not self.reader.take(")"):
            raise RegexProblem("`(` is never closed", start)
        return body

    def capture(self, flags: Flags, depth: int, start: int, name: str | None) -> Node:
        number = len(self.groups) + 1
        if number > MAX_GROUPS:
            raise RegexProblem(f"it has more than {MAX_GROUPS:,} groups", start)
        if name is not None:
            if name in self.names:
                raise RegexProblem("two groups have the same name", start)
            self.names[name] = number
        self.groups[number] = None
        body = self.closed(flags, depth, start)
        self.groups[number] = regex_width.width(body, self.closed_groups())
        return Group(body, number)

    def closed_groups(self) -> dict[int, regex_width.Width]:
        return {number: known for number, known in self.groups.items() if known is not None}

    def named(self, flags: Flags, depth: int, start: int) -> Node:
        reader = self.reader
        if reader.take("<"):
            return self.capture(flags, depth, start, reader.name(">"))
        if reader.take("="):
            name = reader.name(")")
            number = self.names.get(name)
            if number is None:
                raise RegexProblem("no group of this name stands before this reference", start)
            self.check_reference(number, start)
            return Backreference(number, flags.folding)
        raise RegexProblem("`(?P` must be followed by `<name>` or `=name`", start)

    def look(self, flags: Flags, depth: int, start: int, ahead: bool, negated: bool) -> Node:
        if not ahead:
            self.lookbehind_groups.append(self.lookbehind_groups[-1] if self.lookbehind_groups else len(self.groups))
        body = self.closed(flags, depth, start)
        if ahead:
            return Look(body, ahead, negated)
        self.lookbehind_groups.pop()
        shortest, longest = regex_width.width(body, self.closed_groups())
        if shortest != longest:
            raise RegexProblem("a lookbehind must have one fixed width", start)
        return Look(body, ahead, negated, shortest)

    def conditional(self, flags: Flags, depth: int, start: int) -> Node:
        name = self.reader.name(")", digits=True)
        if name.isdecimal():
            number = int(name)
            if not 0 < number <= MAX_GROUPS:
                raise RegexProblem(f"there is no group {number}", start)
            self.conditionals.append((number, start))
        elif name in self.names:
            number = self.names[name]
        else:
            raise RegexProblem("no group of this name stands before this condition", start)
        if self.lookbehind_groups and number > self.lookbehind_groups[-1]:
            raise RegexProblem("a group cannot be asked for in the lookbehind that opens it", start)
        body = self.closed(flags, depth, start)
        if not isinstance(body, Choice):
            return Conditional(number, body, Sequence(()))
        if len(body.options) > 2:
            raise RegexProblem("a conditional has more than two branches", start)
        return Conditional(number, body.options[0], body.options[1])

    def check_conditionals(self) -> None:
        for number, start in self.conditionals:
            if number not in self.groups:
                raise RegexProblem(f"there is no group {number}", start)


def _enclosed(body: Node) -> Node:
    """An anchor in parentheses may be repeated, a bare one may not."""
    return Sequence((body,)) if isinstance(body, Anchor) else body
