"""Which calls a share (`enforce 10%`) takes in: by HMAC of rule and id, so every replay chooses the same."""

from __future__ import annotations


def share_of(key: bytes, rule: str, identity: str) -> float:
    """A number in [0, 1), evenly spread over ids and fixed for a key, a rule and an id.

    >>> share_of(b"k", "r", "1") == share_of(b"k", "r", "1")
    True
    """
    import hmac

    digest = hmac.digest(key, f"{rule}\0{identity}".encode("utf-8", "surrogatepass"), "sha256")
    return int.from_bytes(digest[:8], "big") / 2**64


def is_within(key: bytes, rule: str, identity: str, percent: float) -> bool:
    """Whether this id is among the `percent` of a rule."""
    return share_of(key, rule, identity) < percent / 100
