"""Which language models' answers train the classifiers, which set their levels, which judge them: by the model's name.

A model's answers are on one side alone, so that no style is judged that was trained on.
"""

from __future__ import annotations

import hashlib


def is_training_prose(name: str) -> bool:
    """Whether the answers of the model called `name` may be trained on: one model in three.

    >>> is_training_prose("some-model"), is_training_prose("third-model")
    (True, False)
    """
    return _digest(name)[0] % 3 == 0


def is_reference_prose(name: str) -> bool:
    """Whether they set the levels: half of those that did not train."""
    return not is_training_prose(name) and _digest(name)[1] % 2 == 0


def is_judging_prose(name: str) -> bool:
    """Whether they show what the levels flag: the other half."""
    return not is_training_prose(name) and not is_reference_prose(name)


def _digest(name: str) -> bytes:
    return hashlib.blake2b(name.encode(), digest_size=2).digest()
