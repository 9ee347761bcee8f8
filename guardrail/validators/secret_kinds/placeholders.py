"""What documentation writes where a real secret belongs, and how random a value is."""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache

_WORDS = (
    "example", "sample", "placeholder", "dummy", "redacted", "changeme", "change-me", "change_me", "replace", "insert",
    "your", "my-api", "my_api", "key_here", "key-here", "token_here", "token-here", "goes_here", "secret_here",
    "put_your",
    "some_", "todo", "foobar", "xxxx", "****", "####", "....", "____", "----", "••••", "notreal", "not-real",
    "not_real",
)  # fmt: skip


@cache
def _masks() -> re.Pattern[str]:
    """A run of what masks are made of: five of x, star, dot, hash, bullet; eight noughts."""
    return re.compile(r"(?i)x{5}|\*{3}|\.{3}|#{4}|[•●]{3}|…|0{8}|<[^>]*>|\$\{|\{\{|%\(|\[[a-z _-]+\]")


def is_placeholder(value: str) -> bool:
    """Whether the value names itself as one, or is masked.

    >>> is_placeholder("AKIAIOSFODNN7EXAMPLE"), is_placeholder("sk-xxxxxxxxxxxxxxxx"), is_placeholder("hunter2")
    (True, True, False)
    """
    lower = value.lower()
    return any(word in lower for word in _WORDS) or _masks().search(value) is not None


def entropy(value: str) -> float:
    """Shannon entropy in bits a character.

    >>> entropy("aaaa"), entropy("abcd")
    (0.0, 2.0)
    """
    size = len(value)
    shares = (count / size for count in Counter(value).values())
    return abs(sum(share * math.log2(share) for share in shares))


def has_letters_and_digits(value: str) -> bool:
    """Whether both occur: names and words rarely have digits, made keys nearly always do."""
    return any(c.isdigit() for c in value) and any(c.isalpha() for c in value)
