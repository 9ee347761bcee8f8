"""What the reference interpreter is given, and what it gives back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from guardrail.decision import Action
from guardrail.language import tree

Place: TypeAlias = str | int | None


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a check holds: half-open code-point offsets into the piece `at`."""

    start: int
    end: int
    score: float | None = None
    at: Place = None


@dataclass(frozen=True, slots=True)
class Value:
    """What a check found; `score` is set by checks that score."""

    truth: bool = False
    score: float | None = None
    hits: tuple[Hit, ...] = ()


Answer: TypeAlias = Value | Literal["error", "timeout"]


@dataclass(frozen=True, slots=True)
class Check:
    """What is known about a call: `cheap` ones are verified again, `levels` are the scores that names stand for."""

    key: str
    returns: Literal["findings", "truth", "score"]
    cheap: bool = True
    spans: bool = False
    levels: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with its failure settings, and what the names in it lead to (`find_check`: None for what is no check)."""

    source: tree.Rule
    on_error: tree.Failure
    on_timeout: tree.TimeoutOutcome
    find_check: Callable[[tree.Call | tree.Path], Check | None] = lambda _: None
    find_text: Callable[[tree.Path], str] = lambda path: path.text
    find_list: Callable[[tree.Path], Sequence[str]] = lambda _: ()


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage after inheritance: `limit` in code points, `fields` of the request by dotted name."""

    kind: tree.StageName
    rules: tuple[Rule, ...] = ()
    limit: int | None = None
    default_block: bool = False
    fields: Mapping[str, tree.Field] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Text:
    """What is judged, in pieces: the text itself at None, or the strings of a JSON value at their pointers.

    `write` makes a whole of changed pieces, `read` takes a whole apart again.
    """

    whole: str
    pieces: Mapping[Place, str]
    write: Callable[[Mapping[Place, str]], str]
    read: Callable[[str], Text]

    @classmethod
    def plain(cls, text: str) -> Text:
        """A text that is one piece."""
        return cls(text, {None: text}, lambda pieces: pieces[None], cls.plain)


@dataclass(frozen=True, slots=True)
class Call:
    """One call on a policy; `enforced` names the rules whose share (`enforce 10%`) takes it in."""

    text: Text
    request: Mapping[str, Any] = field(default_factory=dict)
    attempt: int = 1
    id: str = ""
    tool: str | None = None
    args: Any = None
    enforced: frozenset[str] = frozenset()


Oracle: TypeAlias = Callable[[Check, Text], Answer]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is decided about one text.

    `text` is what may be passed on of it, `by` the determining rules in name order, `said_by` whose `say` it is.
    """

    action: Action
    by: tuple[str, ...] = ()
    text: str | None = None
    say: str | None = None
    hint: str | None = None
    said_by: str | None = None
