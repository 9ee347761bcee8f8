"""The request block of random policies, and what callers say for it: most of it as it should be."""

from __future__ import annotations

from typing import Any

from guardrail.language import tree


def _field(name: str, kind: str, *domain: Any, optional: bool = False) -> tree.Field:
    values = tree.Array(tuple(tree.Lit(value) for value in domain)) if domain else None
    return tree.Field(tree.Path(tuple(name.split("."))), kind, optional, values)


FIELDS = {
    found.path.text: found
    for found in (
        _field("channel", "string", "chat", "email"),
        _field("tenant", "string", optional=True),
        _field("age", "int"),
        _field("tier", "int", 1, 2, optional=True),
        _field("ratio", "number", optional=True),
        _field("user.is_minor", "bool", optional=True),
        _field("vip", "bool"),
    )
}
VALUES: dict[str, tuple[Any, ...]] = {
    "channel": ("chat", "email", "fax", 1),
    "tenant": ("acme", "", None, 3),
    "age": (3, 18, 18.0, True, "18", 2**70),
    "tier": (1, 2, 1.0, 3, True),
    "ratio": (0.5, 1, float("nan"), float("inf"), "x"),
    "user.is_minor": (True, False, 1),
    "vip": (True, False, "yes"),
}
VALUES_OF_ARGUMENTS: tuple[str | int | float | bool, ...] = (7, "ab", 100, True, 1.5)
LITERALS: dict[str, tuple[Any, ...]] = {
    "string": ("chat", "acme", ""), "int": (1, 3, 18, 2.5), "number": (0.5, 1, -1), "bool": (True, False),
}  # fmt: skip
