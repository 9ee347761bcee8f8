"""Takes what the first texts would wait for out of the first request: for guards that are loaded once and stay.

RE2 makes the states of its automata when a text first needs them, and the set for texts beyond ASCII is compiled
with the first of those. Measured with every kind of `pii` and `secrets`: the first text with a typographic quote
takes 85 ms, of which 60 are spent here instead; the states that further texts need are too many to foresee. A command
that judges one text and ends would pay for both, so nothing is warmed unless it is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from guardrail.text.requests import ScanRequest
from guardrail.text.scanner.scanner import SharedScanner, build_scanner

ORDINARY_TEXT: Final = """\
Hello Anna, thanks for your order 48213 of 12 March 2024: we sent it to 17 Example Road, Springfield (see
https://www.example.com/a?b=1). "It's 3.50 each", e-mail x.y@example.org or call +1 555 0100; the ID is AB-12/9.
{"name": ["value", 1.5e3, true]} * item | 50% ~ $20 <b>bold</b> \\n & key_7 = 0x3f # passport, password? No!
"""
"""What texts are made of: words, numbers, addresses, punctuation, markup."""

BEYOND_ASCII: Final = "Café naïve “quoted” – it’s 20 € … über señor Zürich"


def build_warm_scanner(requests: Sequence[ScanRequest]) -> SharedScanner:
    """A scanner as `build_scanner` makes it, with its automata tried out on short texts.

    >>> build_warm_scanner([ScanRequest()]).requests
    1
    """
    scanner = build_scanner(requests)
    if scanner.patterns is not None:
        scanner.patterns.try_out(ORDINARY_TEXT)
        scanner.patterns.try_out(BEYOND_ASCII)
    return scanner
