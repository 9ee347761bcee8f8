"""The scanner: text to tokens and comments, in one linear pass that also bounds how deeply a file nests.

What the language has no word for becomes a token of a kind that no state of the parser accepts, so that recovery
can tell what was meant: `BAD_WORD` (`Block`, `no-leaks`), `BAD_NUMBER` (`10sec`), `BAD_QUOTES` (`'text'`), `BAD_STRING`
(one without its closing quote), `BAD_REMARK` (`// note`), `BAD_FENCE` (of Markdown) and `BAD_SIGN` (any other).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from guardrail.language.tables import Tables

MAX_DEPTH = 64
"""How many brackets, parentheses, braces and `not` may be open at one place."""

CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff"
UNFIT = rf"[{CONTROL}\u2028\u2029]|\r(?!\n)"
"""What may stand nowhere: editors end a line at some of these, and show a rule where a comment goes on."""
_FOREIGN_SPACE = "\u00a0\u00ad\u034f\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff"
_QUOTES = (
    r"'[^'\n]*'",
    r"[“”„‟][^\n“”\"]*[“”\"]",
    r"[‘’‚‛][^\n‘’']*[‘’']",
    r"`[^`\n]*`",
    r"«[^»\n]*»",
    r"「[^」\n]*」",
    r"＂[^＂\n]*＂",
    r"\"[^\"\n]*[“”]",
)
_ERRORS = (
    ("BAD_FENCE", r"```[^\n]*"),
    ("BAD_NUMBER", r"-?[0-9][\w.%]*"),
    ("BAD_WORD", r"[^\W\d]\w*(?:-[^\W\d]\w*)*"),
    ("BAD_QUOTES", "|".join(_QUOTES)),
    ("BAD_STRING", r'"[^\n]*'),
    ("BAD_REMARK", r"//[^\n]*|/\*(?:[^*]|\*(?!/))*(?:\*/)?"),
    ("BAD_SPACE", f"[{_FOREIGN_SPACE}{CONTROL}]+"),
)
_OPERATORS = r"===|!==|=>|=<|<>|:=|->|&&?|\|\|?|!(?!=)"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Token:
    """A piece of the text: its terminal or error kind, its offsets, and whether it is the first on its line."""

    kind: str
    text: str
    start: int
    end: int
    first: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Scan:
    """All tokens of a text, ending with one of kind `$END`.

    `strays` are stretches of foreign white space and control characters outside strings, which separate tokens and
    nothing more. `too_deep` is the first bracket or `not` beyond `MAX_DEPTH`; the scan stops there.
    """

    tokens: tuple[Token, ...]
    comments: tuple[Token, ...] = ()
    strays: tuple[Token, ...] = ()
    too_deep: Token | None = None


def scan(text: str, tables: Tables) -> Scan:
    """Split `text` into tokens; a byte order mark at its start is skipped."""
    tokens: list[Token] = []
    comments: list[Token] = []
    strays: list[Token] = []
    depth = _Depth()
    begin = 1 if text.startswith("\ufeff") else 0
    line_begins = True
    for match in _matcher(tables).finditer(text, begin):
        kind = match.lastgroup or "BAD_SIGN"
        if kind.startswith("__"):
            line_begins = line_begins or "\n" in match.group()
            continue
        piece = match.group()
        if kind == "BAD_SIGN":
            kind = tables.marks.get(piece, kind)
        token = Token(kind, piece, match.start(), match.end(), line_begins)
        if kind == "COMMENT":
            comments.append(token)
        elif kind == "BAD_SPACE":
            strays.append(token)
        else:
            tokens.append(token)
            line_begins = False
            if depth.exceeded(token):
                return Scan(tuple(tokens), tuple(comments), tuple(strays), token)
    tokens.append(Token("$END", "", len(text), len(text), True))
    return Scan(tuple(tokens), tuple(comments), tuple(strays))


class _Depth:
    """Counts open brackets, and the `not`s before each: every one of them is a level of the tree."""

    __slots__ = ("level", "levels", "nots")

    def __init__(self) -> None:
        self.levels: list[int] = []
        self.level = 0
        self.nots = 0

    def exceeded(self, token: Token) -> bool:
        if token.kind in ("LPAR", "LSQB", "LBRACE"):
            self.levels.append(self.nots + 1)
            self.level += self.nots + 1
        elif token.kind in ("RPAR", "RSQB", "RBRACE") and self.levels:
            self.level -= self.levels.pop()
        self.nots = self.nots + 1 if token.text == "not" else 0
        return self.level + self.nots > MAX_DEPTH


@cache
def _matcher(tables: Tables) -> re.Pattern[str]:
    """One expression for all terminals of the grammar and, after them, what people write by mistake."""
    proper = dict(tables.patterns)
    # A whole word or none: `fooBar` is one mistake, not the name `foo` and a rest.
    proper["NAME"] += r"(?!\w|-[^\W\d])"
    alternatives = [("BAD_SIGN", _OPERATORS), *proper.items(), *_ERRORS]
    groups = [f"(?P<{name}>{pattern})" for name, pattern in alternatives]
    return re.compile("|".join([*groups, r"[\s\S]"]))
