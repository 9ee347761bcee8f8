"""The name of a head on the command line."""

from __future__ import annotations

import argparse
import re


def head_name(text: str) -> str:
    """The name itself; raises `argparse.ArgumentTypeError` for what could be no name in a policy.

    >>> head_name("insider_talk")
    'insider_talk'
    """
    if re.fullmatch(r"[a-z][a-z0-9_]{0,63}", text):
        return text
    raise argparse.ArgumentTypeError(
        f"`{text}` is no name: write small letters, digits and `_`, such as `insider_talk`"
    )
