"""The whole syntax tree on one page: frozen nodes, each with the span it was written at.

Spans never take part in equality, so two trees are equal exactly when they say the same. Comments stand in a
side table (`File.comments`). What a node means is written in the language reference; nothing here computes.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any, Literal, TypeAlias

from guardrail.diagnostics.source import Span

NOWHERE = Span("", 0, 0)


class Node:
    """What all nodes share. One comparison for all of them: made for each class, they cost 10 ms of every start."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and _told(self) == _told(other)

    def __hash__(self) -> int:
        return hash((type(self), _told(self)))

    def __repr__(self) -> str:
        shown = (f"{f.name}={getattr(self, f.name)!r}" for f in fields(self) if f.repr)  # type: ignore[arg-type]
        return f"{type(self).__name__}({', '.join(shown)})"


def _told(node: object) -> tuple[Any, ...]:
    """What a node says, without where it stands."""
    return tuple(getattr(node, field.name) for field in fields(node) if field.compare)  # type: ignore[arg-type]


def _span() -> Span:
    return field(default=NOWHERE, compare=False, kw_only=True, repr=False)


# ------------------------------------------------------------------ expressions


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Path(Node):
    """A dotted name: `request.channel`, `competitors`, `tool.args."odd key"`."""

    parts: tuple[str, ...]
    span: Span = _span()

    @property
    def text(self) -> str:
        """The parts joined by dots."""
        return ".".join(self.parts)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Lit(Node):
    """A string (decoded), number or boolean. A whole number is an int."""

    value: str | int | float | bool
    span: Span = _span()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Array(Node):
    """`["a", 1, true]`; objects and arrays nest in tests alone."""

    items: tuple[Value, ...]
    span: Span = _span()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Pair(Node):
    """One `key: value` of an object; a dotted key keeps its dots."""

    key: str
    value: Value
    span: Span = _span()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Object(Node):
    """`{ channel: "chat" }`."""

    pairs: tuple[Pair, ...]
    span: Span = _span()


Value: TypeAlias = Lit | Array | Object


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Argument(Node):
    """One argument of a call; `name` is None for a positional one."""

    name: str | None
    value: Path | Lit | Array
    span: Span = _span()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Call(Node):
    """`pii(email, phone)`. A bare `toxicity` in an expression stays a `Path`; the name pass tells them apart."""

    name: tuple[str, ...]
    arguments: tuple[Argument, ...]
    span: Span = _span()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Compare(Node):
    """`left op right`, op one of `>= <= == != > <`."""

    left: Expr
    op: Literal[">=", "<=", "==", "!=", ">", "<"]
    right: Expr
    span: Span = _span()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Member(Node):
    """`item in [..]`, or `item in some_list`; `negated` for `not in`."""

    item: Expr
    container: Array | Path
    negated: bool = False
    span: Span = _span()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Not(Node):
    """`not operand`."""

    operand: Expr
    span: Span = _span()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class And(Node):
    """Two operands or more."""

    operands: tuple[Expr, ...]
    span: Span = _span()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Or(Node):
    """Two operands or more."""

    operands: tuple[Expr, ...]
    span: Span = _span()


Expr: TypeAlias = And | Or | Not | Compare | Member | Call | Path | Lit
TextRef: TypeAlias = Lit | Path

# ------------------------------------------------------------------ actions and rules


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Verb(Node):
    """`flag`, `block` or `permit`."""

    kind: Literal["flag", "block", "permit"]
    span: Span = _span()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Redact(Node):
    """`redact [as "label"]`; `label` None means the default label."""

    label: str | None = None
    span: Span = _span()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Edit(Node):
    """`append`, `prepend` or `replace` with a text."""

    kind: Literal["append", "prepend", "replace"]
    text: TextRef
    span: Span = _span()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Reask(Node):
    """`reask 2 with "hint" then block`; a `maximum` of None is an error found later (G308)."""

    maximum: int | float | None = None
    hint: TextRef | None = None
    fallback: Verb | Redact | Edit | None = None
    span: Span = _span()


Action: TypeAlias = Verb | Redact | Edit | Reask


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Arm(Node):
    """`action if condition`; `action always` has condition None; `require C else A` is negated."""

    action: Action
    condition: Expr | None
    negated: bool = False
    span: Span = _span()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Sample(Node):
    """`sample 20% or near 0.1`; `percent` is 20."""

    percent: float
    near: float | None = None
    span: Span = _span()


Failure: TypeAlias = Literal["allow", "flag", "block"]
TimeoutOutcome: TypeAlias = Literal["allow", "flag", "block", "defer"]
Hold: TypeAlias = Literal["nothing", "word", "sentence", "all"]
StageName: TypeAlias = Literal["input", "output", "retrieval", "tool_call", "tool_result"]
ClauseSpans: TypeAlias = tuple[tuple[str, Span], ...]
"""The span of each clause by its keyword (`"on error"`, `"within"`, `"say"`, …): where passes point."""


def _clauses() -> ClauseSpans:
    return field(default=(), compare=False, kw_only=True, repr=False)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Rule(Node):
    """One rule: when it applies, what it does, and what is known about it."""

    name: str
    arms: tuple[Arm, ...] = ()
    when: Expr | None = None
    overridable: bool = False
    override: bool = False
    say: TextRef | None = None
    because: str | None = None
    owner: str | None = None
    tags: tuple[str, ...] = ()
    sample: Sample | None = None
    later: bool = False
    shadow: bool = False
    enforce: float | None = None
    hold: Hold | None = None
    on_error: Failure | None = None
    on_timeout: TimeoutOutcome | None = None
    name_span: Span = _span()
    clauses: ClauseSpans = _clauses()
    span: Span = _span()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Stage(Node):
    """`on output within 80ms limit 6000 chars hold sentence { … }`; `within` is in microseconds."""

    kind: StageName
    rules: tuple[Rule, ...] = ()
    within: float | None = None
    limit: int | float | None = None
    default_block: bool = False
    hold: Hold | None = None
    clauses: ClauseSpans = _clauses()
    span: Span = _span()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Drop(Node):
    """`drop rule base.x because "…"` in a child policy."""

    rule: Path
    because: str
    span: Span = _span()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Policy(Node):
    """A named set of rules, by stage."""

    name: str
    base: Path | None = None
    because: str | None = None
    on_error: Failure | None = None
    on_timeout: TimeoutOutcome | None = None
    keep: Literal["full", "redacted", "nothing"] | None = None
    drops: tuple[Drop, ...] = ()
    stages: tuple[Stage, ...] = ()
    name_span: Span = _span()
    clauses: ClauseSpans = _clauses()
    span: Span = _span()


# ------------------------------------------------------------------ declarations


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Import(Node):
    """`import "shared/baseline.guard" as base`."""

    path: str
    alias: str
    alias_span: Span = _span()
    span: Span = _span()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class InlineList(Node):
    """`= ["a", "b"]`."""

    entries: Array
    span: Span = _span()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FileList(Node):
    """`from "lists/x.csv" column "name"`."""

    path: str
    column: str | None = None
    span: Span = _span()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Option(Node):
    """One matching option: `plurals`, `typos 1`."""

    name: str
    amount: int | float | None = None
    span: Span = _span()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ListDecl(Node):
    """`list competitors from "…" matching whole_words except ["…"]`; no `matching` is an empty tuple."""

    name: str
    source: InlineList | FileList
    options: tuple[Option, ...] = ()
    exceptions: Array | None = None
    name_span: Span = _span()
    span: Span = _span()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TextDecl(Node):
    """`text disclaimer = "…"` or `text disclaimer from "texts/medical.md"`: exactly one of the two is set."""

    name: str
    value: str | None = None
    path: str | None = None
    name_span: Span = _span()
    span: Span = _span()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ToolsDecl(Node):
    """`tools from "schemas/tools.json"`."""

    path: str
    span: Span = _span()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Field(Node):
    """`user.is_minor: bool ?` in a request block."""

    path: Path
    type: str
    optional: bool = False
    domain: Array | None = None
    span: Span = _span()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RequestDecl(Node):
    """What the caller says about a request."""

    fields: tuple[Field, ...]
    span: Span = _span()


# ------------------------------------------------------------------ tests inside policies


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Given(Node):
    """`given output "…"`, `given tool_call "name" {…}`, `given context […]`; `extra` is the second value."""

    kind: Literal[
        "input", "output", "retrieval", "tool_call", "tool_result", "context", "question", "history", "system"
    ]
    value: Lit | Path | Array
    extra: Lit | Object | None = None
    span: Span = _span()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class GivenRequest(Node):
    """`given request { channel: "chat" }`."""

    pairs: tuple[Pair, ...]
    span: Span = _span()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class GivenAttempt(Node):
    """`given attempt 2`."""

    number: int | float
    span: Span = _span()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Assume(Node):
    """`assume toxicity = 0.9`, `assume injection fails`; a bare name is a `Path` and matches every call of it."""

    target: Call | Path
    value: Lit | Path | None = None
    failure: Literal["fails", "timeout"] | None = None
    span: Span = _span()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Expect(Node):
    """`expect block by no_injection`."""

    outcome: str
    by: tuple[Path, ...] = ()
    span: Span = _span()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ExpectText(Node):
    """`expect text "…"`, `expect say "…"`, `expect hint "…"`."""

    what: Literal["text", "say", "hint"]
    value: str
    span: Span = _span()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Test(Node):
    """`test "…" for policy { … }`; the clauses in the order they were written."""

    title: str
    policy: Path | None = None
    clauses: tuple[Given | GivenRequest | GivenAttempt | Assume | Expect | ExpectText, ...] = ()
    span: Span = _span()


# ------------------------------------------------------------------ the file

Item: TypeAlias = Import | ListDecl | TextDecl | ToolsDecl | RequestDecl | Policy | Test


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Comment(Node):
    """`# text`, with the offset it starts at; `own_line` when nothing stands before it on its line."""

    text: str
    own_line: bool
    span: Span = _span()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class File(Node):
    """One `.guard` file."""

    edition: int | float
    items: tuple[Item, ...] = ()
    comments: tuple[Comment, ...] = field(default=(), compare=False)
    span: Span = _span()
