"""What the character before a place says about matches that begin or end there, as a small set of flags."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from guardrail.text.scanner.word_verify import is_word_character

AT_START: Final = 1
"""Nothing stands before: the text begins."""
WORD: Final = 2
"""`\\w` of Python's `re`."""
NAME: Final = 4
"""A word goes on, as the word lists see it."""
LINE: Final = 8
"""A line break."""
UNDERSCORE: Final = 16


@lru_cache(maxsize=4096)
def kind_of(character: str) -> int:
    """The flags of one character.

    >>> kind_of("a") == WORD | NAME, kind_of("\\n") == LINE, kind_of("-")
    (True, True, 0)
    """
    kind = WORD if character.isalnum() or character == "_" else 0
    if is_word_character(character):
        kind |= NAME
    if character == "\n":
        kind |= LINE
    return kind | UNDERSCORE if character == "_" else kind
