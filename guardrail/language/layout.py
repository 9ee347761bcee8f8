"""Pieces of a formatted file and the comments that go with them: knows blocks and lines, not what they mean."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from guardrail.diagnostics.source import Span
from guardrail.language.tree import Comment

INDENT = "  "


@dataclass(slots=True)
class Piece:
    """A clause, or with `children` a block in braces; `lines` are its text or its header, `gap` asks for a blank line.

    The rest are comments: above it, behind its (first) line, in front of its closing brace, and behind that.
    """

    lines: list[str]
    span: Span
    children: list[Piece] | None = None
    gap: bool = False
    above: list[str] = field(default_factory=list)
    behind: str = ""
    inside: list[str] = field(default_factory=list)
    behind_brace: str = ""


def attach(comments: tuple[Comment, ...], root: Piece) -> None:
    """Give every comment to the piece it was written for."""
    order: dict[int, tuple[list[int], list[Piece]]] = {}
    for comment in comments:
        _attach_one(comment, root, order)


def _attach_one(comment: Comment, block: Piece, order: dict[int, tuple[list[int], list[Piece]]]) -> None:
    while True:
        starts, pieces = _in_source_order(block, order)
        after = bisect_right(starts, comment.span.start)
        before = pieces[after - 1] if after else None
        following = pieces[after] if after < len(pieces) else None
        if before is None or comment.span.start >= before.span.end:
            break
        if before.children is None:
            before.above.append(comment.text)
            return
        block = before
    if not comment.own_line and _put_behind(comment, block, before):
        return
    (block.inside if following is None else following.above).append(comment.text)


def _put_behind(comment: Comment, block: Piece, before: Piece | None) -> bool:
    """Put a comment at the end of the line it was written on, unless one stands there already."""
    if before is None:
        free = not block.behind
        block.behind = block.behind or comment.text
    elif before.children is None:
        free = not before.behind
        before.behind = before.behind or comment.text
    else:
        free = not before.behind_brace
        before.behind_brace = before.behind_brace or comment.text
    return free


def _in_source_order(block: Piece, order: dict[int, tuple[list[int], list[Piece]]]) -> tuple[list[int], list[Piece]]:
    """The children as they were written, which need not be how they are printed."""
    known = order.get(id(block))
    if known is None:
        pieces = sorted(block.children or [], key=lambda piece: piece.span.start)
        known = order[id(block)] = [piece.span.start for piece in pieces], pieces
    return known


def render(root: Piece) -> str:
    """The text of all pieces in `root`, which itself has no header."""
    lines = [line for piece in root.children or [] for line in _render(piece, 0)]
    return "\n".join([*lines, *root.inside]) + "\n"


def _render(piece: Piece, depth: int) -> Iterator[str]:
    indent = INDENT * depth
    if piece.gap:
        yield ""
    yield from (indent + comment for comment in piece.above)
    if piece.children is None:
        yield from (indent + line for line in piece.lines[:-1])
        yield _with_comment(indent + piece.lines[-1], piece.behind)
        return
    if not piece.children and not piece.inside and not piece.behind:
        yield _with_comment(f"{indent}{piece.lines[0]} {{}}", piece.behind_brace)
        return
    yield _with_comment(f"{indent}{piece.lines[0]} {{", piece.behind)
    for child in piece.children:
        yield from _render(child, depth + 1)
    yield from (indent + INDENT + comment for comment in piece.inside)
    yield _with_comment(indent + "}", piece.behind_brace)


def _with_comment(line: str, comment: str) -> str:
    return f"{line}  {comment}" if comment else line
