"""String literals: what is written between double quotes, and how a value is written there."""

from __future__ import annotations

import re

_ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]{1,6})\}|([\s\S]))")
_PLAIN = {"\\": "\\", '"': '"', "n": "\n", "t": "\t"}
_TO_ESCAPE = re.compile('[\\\\"\x00-\x1f\x7f-\x9f\u2028\u2029]')
_RAW_PIECE = re.compile(r'\\"|\\.|[^\\]')
_BACKWARDS = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def decode_string(literal: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    r"""The value of a literal with its quotes, and the places `(start, end)` in it of escapes that do not exist.

    Known are `\\`, `\"`, `\n`, `\t` and `\u{…}` with one to six hexadecimal digits of a Unicode scalar value. An
    unknown escape stands for itself.

    >>> decode_string(r'"a \"b\" \u{e9}"'), decode_string(r'"\d"')
    (('a "b" é', ()), ('\\d', ((1, 3),)))
    """
    wrong: list[tuple[int, int]] = []

    def value(match: re.Match[str]) -> str:
        code, letter = match.groups()
        if code is not None and (scalar := _scalar(code)) is not None:
            return scalar
        if letter in _PLAIN:
            return _PLAIN[letter]
        wrong.append((match.start() + 1, match.end() + 1))
        return match.group()

    return _ESCAPE.sub(value, literal[1:-1]), tuple(wrong)


def decode_raw(literal: str) -> str:
    r"""The value of a literal in which a backslash stands for itself; only `\"` is a quote.

    >>> print(decode_raw(r'"\bdrop\s+\"x\""'))
    \bdrop\s+"x"
    """
    return "".join('"' if piece == '\\"' else piece for piece in _RAW_PIECE.findall(literal[1:-1]))


def encode_string(value: str) -> str:
    r"""The literal of a value, with its quotes.

    >>> print(encode_string('say "hi"\n'))
    "say \"hi\"\n"
    """
    return '"' + _TO_ESCAPE.sub(lambda match: _BACKWARDS.get(match[0], f"\\u{{{ord(match[0]):x}}}"), value) + '"'


def encode_raw(value: str) -> str:
    r"""The raw literal of a value; a value that has none gives one that decodes to something else.

    >>> print(encode_raw(r'\d"'))
    "\d\""
    """
    return '"' + value.replace('"', '\\"') + '"'


def _scalar(code: str) -> str | None:
    number = int(code, 16)
    return None if number > 0x10FFFF or 0xD800 <= number <= 0xDFFF else chr(number)
