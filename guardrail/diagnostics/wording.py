"""Words that several codes share: suggestions, lists of names, values as a policy would write them."""

from __future__ import annotations

from collections.abc import Sequence

_MOST_NAMES = 20
_LONGEST_VALUE = 60


def show_value(value: str | int | float | bool) -> str:
    """A literal as a policy writes it.

    >>> show_value("email"), show_value(True), show_value(0.5), show_value(100)
    ('"email"', 'true', '0.5', '100')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return f"{value:.12g}"


def shown(value: str | int | float | bool) -> str:
    """A literal inside a message: as a policy writes it, long ones cut, in backticks.

    >>> shown("email"), shown("x" * 100) == "`" + '"' + "x" * 58 + "…`"
    ('`"email"`', True)
    """
    text = show_value(value)
    return f"`{text}`" if len(text) <= _LONGEST_VALUE else f"`{text[: _LONGEST_VALUE - 1]}…`"


def name_list(names: Sequence[str], last: str = "and") -> str:
    """Names in backticks, joined as a sentence joins them, cut after twenty.

    >>> name_list(["a", "b", "c"], "or")
    '`a`, `b` or `c`'
    """
    quoted = [f"`{name}`" for name in names]
    if len(quoted) > _MOST_NAMES:
        return f"{', '.join(quoted[:_MOST_NAMES])} and {len(quoted) - _MOST_NAMES} more"
    if len(quoted) < 2:
        return "".join(quoted)
    return f"{', '.join(quoted[:-1])} {last} {quoted[-1]}"


def suggestion_help(suggestion: str | None, valid: Sequence[str], what: str) -> tuple[str, ...]:
    """One line of help for an unknown name: the nearest one, else all that would do; `what` is their plural.

    >>> suggestion_help(None, ["chat", "email"], "values")
    ('valid values are `chat` and `email`',)
    >>> suggestion_help("chat", ["chat", "email"], "values")
    ('did you mean `chat`?',)
    >>> suggestion_help(None, [], "lists")
    ('there are no lists here',)
    """
    if suggestion is not None:
        return (f"did you mean `{suggestion}`?",)
    if not valid:
        return (f"there are no {what} here",)
    return (f"valid {what} are {name_list(sorted(valid))}",)
