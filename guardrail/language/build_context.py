"""What all tree builders share: spans, literals, and the diagnostics that only a whole clause can show."""

from __future__ import annotations

from dataclasses import dataclass, field

from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.source import Source, Span
from guardrail.language.automaton import Child, Node
from guardrail.language.strings import decode_raw, decode_string
from guardrail.language.tokens import Token

_MOST_DIGITS = 30

MICROSECONDS = {"us": 1, "ms": 1_000, "s": 1_000_000}


@dataclass(slots=True)
class BuildContext:
    """One tree being built: `damaged` are offsets where recovery threw text away, `diagnostics` what building found."""

    source: Source
    damaged: tuple[int, ...] = ()
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def span(self, child: Node | Token) -> Span:
        """Where a node or token stands."""
        return Span(self.source.name, child.start, child.end)

    def is_damaged(self, node: Node) -> bool:
        """Whether part of what was written inside `node` is missing from the tree."""
        return any(node.start <= offset < node.end for offset in self.damaged)

    def string(self, token: Token, raw: bool = False) -> str:
        """A string's value; reports unknown escapes. `raw`: a backslash stands for itself."""
        if raw:
            return decode_raw(token.text)
        value, wrong = decode_string(token.text)
        for start, end in wrong:
            at = Span(self.source.name, token.start + start, token.start + end)
            # Codes are imported where they are needed: a policy without mistakes is read without them.
            from guardrail.diagnostics.codes.g007 import G007

            self.diagnostics.append(G007.unknown_escape(at, token.text[start:end]))
        return value

    def number(self, token: Token, unit: str = "") -> int | float:
        """A number's value without its unit: an int when no point is written; reports absurdly long ones."""
        digits = token.text.removesuffix(unit)
        if len(digits) > _MOST_DIGITS:
            from guardrail.diagnostics.codes.g001 import G001

            self.diagnostics.append(G001.too_long_number(self.span(token), _MOST_DIGITS))
            return 0
        return float(digits) if "." in digits else int(digits)

    def duplicated(self, second: Span, first: Span, name: str, owner: str) -> None:
        """Report that `name` stands twice in one `owner`."""
        from guardrail.diagnostics.codes.g112 import G112

        self.diagnostics.append(G112.duplicated(second, first, name, owner))

    def percent(self, token: Token) -> float:
        """`20%` as 20.0."""
        return float(self.number(token, "%"))

    def microseconds(self, token: Token) -> float:
        """`80ms` as 80000.0."""
        unit = next(unit for unit in ("us", "ms", "s") if token.text.endswith(unit))
        return float(self.number(token, unit) * MICROSECONDS[unit])


class Clauses:
    """Collects the clauses of a rule, stage or policy by keyword; a second one of a kind is G112."""

    __slots__ = ("_context", "_owner", "spans")

    def __init__(self, context: BuildContext, owner: str) -> None:
        self._context = context
        self._owner = owner
        self.spans: dict[str, Span] = {}

    def first(self, keyword: str, node: Node | Token) -> bool:
        """Note a clause; False when there is one of its kind already, which then stands."""
        span = self._context.span(node)
        earlier = self.spans.setdefault(keyword, span)
        if earlier is span:
            return True
        self._context.duplicated(span, earlier, keyword, self._owner)
        return False


def token_at(node: Node, index: int) -> Token:
    """The child at `index`, which the grammar says is a token."""
    child = node.children[index]
    assert isinstance(child, Token)
    return child


def node_at(node: Node, index: int) -> Node:
    """The child at `index`, which the grammar says is a node."""
    child = node.children[index]
    assert isinstance(child, Node)
    return child


def nodes(children: list[Child]) -> list[Node]:
    """Children of which the grammar says that all are nodes; absent ones are left out."""
    found = [child for child in children if isinstance(child, Node)]
    assert len(found) == sum(child is not None for child in children)
    return found


def tokens(children: list[Child]) -> list[Token]:
    """Children of which the grammar says that all are tokens."""
    found = [child for child in children if isinstance(child, Token)]
    assert len(found) == len(children)
    return found
