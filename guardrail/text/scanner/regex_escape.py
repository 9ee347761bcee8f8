"""Escapes and character classes of a regular expression."""

from __future__ import annotations

import unicodedata
from typing import Literal

from guardrail.text.scanner.regex_flags import Flags
from guardrail.text.scanner.regex_reader import Reader
from guardrail.text.scanner.regex_tree import (
    Anchor,
    At,
    Backreference,
    Category,
    Char,
    CharClass,
    ClassItem,
    Node,
    Range,
    RegexProblem,
)

_CONTROLS = {"a": "\a", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\\": "\\"}
_HEX_DIGITS = {"x": 2, "u": 4, "U": 8}
_HEX = "0123456789abcdefABCDEF"
_OCTAL = "01234567"
_ANCHORS = {"A": At.TEXT_START, "Z": At.TEXT_END, "b": At.BOUNDARY, "B": At.NOT_BOUNDARY}
_CATEGORIES: dict[str, Literal["d", "s", "w"]] = {"d": "d", "s": "s", "w": "w"}


def parse_escape(reader: Reader, flags: Flags, start: int) -> Node:
    """Read what follows a backslash outside of a class; `start` is the backslash. Raises `RegexProblem`."""
    letter = reader.peek()
    if letter in _ANCHORS and letter:
        reader.next()
        return Anchor(_ANCHORS[letter], flags.ascii)
    category = _category(reader, flags)
    if category is not None:
        return CharClass((category,), False, flags.folding)
    if letter and letter in "123456789":
        return _number(reader, flags, start)
    return Char(_character(reader, start), flags.folding)


def parse_class(reader: Reader, flags: Flags, start: int) -> CharClass:
    """Read a class; the reader stands after its opening bracket at `start`. Raises `RegexProblem`."""
    negated = reader.take("^")
    items: list[ClassItem] = []
    first = True
    while first or not reader.take("]"):
        if reader.done:
            raise RegexProblem("`[` is never closed", start)
        first = False
        items.append(_class_item(reader, flags))
    return CharClass(tuple(items), negated, flags.folding)


def _class_item(reader: Reader, flags: Flags) -> ClassItem:
    place = reader.position
    low = _class_atom(reader, flags)
    if reader.peek() != "-" or reader.text[reader.position + 1 : reader.position + 2] in ("]", ""):
        return low
    reader.next()
    high = _class_atom(reader, flags)
    if isinstance(low, Category) or isinstance(high, Category):
        raise RegexProblem("a range in `[...]` cannot start or end with a category such as `\\d`", place)
    if high.high < low.low:
        raise RegexProblem("a range in `[...]` runs backwards", place)
    return Range(low.low, high.high)


def _class_atom(reader: Reader, flags: Flags) -> ClassItem:
    place = reader.position
    char = reader.next()
    if char == "\\":
        category = _category(reader, flags)
        if category is not None:
            return category
        char = "\b" if reader.take("b") else _class_character(reader, place)
    return Range(ord(char), ord(char))


def _class_character(reader: Reader, start: int) -> str:
    if reader.peek() and reader.peek() in _OCTAL:
        return _octal(reader.take_while(_OCTAL, 3), start)
    if reader.peek() and reader.peek() in "89":
        raise RegexProblem(f"`\\{reader.peek()}` is not an escape in `[...]`", start)
    return _character(reader, start)


def _category(reader: Reader, flags: Flags) -> Category | None:
    letter = reader.peek()
    kind = _CATEGORIES.get(letter.lower()) if letter else None
    if kind is None:
        return None
    reader.next()
    return Category(kind, letter.isupper(), flags.ascii)


def _number(reader: Reader, flags: Flags, start: int) -> Node:
    """A backreference, or three octal digits."""
    digits = reader.next()
    if reader.peek() and reader.peek() in "0123456789":
        second = reader.peek()
        third = reader.text[reader.position + 1 : reader.position + 2]
        if digits in _OCTAL and second in _OCTAL and third and third in _OCTAL:
            reader.back_to(reader.position + 2)
            return Char(_octal(digits + second + third, start), flags.folding)
        digits += reader.next()
    return Backreference(int(digits), flags.folding)


def _octal(digits: str, start: int) -> str:
    value = int(digits, 8)
    if value > 0o377:
        raise RegexProblem(f"the octal escape `\\{digits}` is larger than `\\377`", start)
    return chr(value)


def _character(reader: Reader, start: int) -> str:
    """The character that an escape stands for, the reader standing after the backslash."""
    if reader.done:
        raise RegexProblem("a backslash ends the expression", start)
    letter = reader.next()
    if letter in _CONTROLS:
        return _CONTROLS[letter]
    if letter in _HEX_DIGITS:
        return _code_point(reader, letter, start)
    if letter == "0":
        return _octal("0" + reader.take_while(_OCTAL, 2), start)
    if letter == "N":
        return _named(reader, start)
    if letter.isascii() and letter.isalpha():
        raise RegexProblem(f"`\\{letter}` is not an escape of regular expressions", start)
    return letter


def _code_point(reader: Reader, letter: str, start: int) -> str:
    wanted = _HEX_DIGITS[letter]
    digits = reader.take_while(_HEX, wanted)
    if len(digits) != wanted:
        raise RegexProblem(f"`\\{letter}` needs {wanted} hexadecimal digits", start)
    value = int(digits, 16)
    if value > 0x10FFFF:
        raise RegexProblem("there is no such code point", start)
    return chr(value)


def _named(reader: Reader, start: int) -> str:
    end = reader.text.find("}", reader.position)
    if not reader.take("{") or end < 0:
        raise RegexProblem("`\\N` needs a character's name in braces", start)
    name = reader.text[reader.position : end]
    reader.back_to(end + 1)
    try:
        char = unicodedata.lookup(name)
    except KeyError:
        char = ""
    if len(char) != 1:
        raise RegexProblem("there is no character of this name", start)
    return char
