"""One Subject a text: what is judged, in the pieces that scanners look at, each with its views."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from guardrail.text.disguised import DisguisedView
from guardrail.text.document import JsonDocument, decoded_strings, dump_json, find_document
from guardrail.text.json_escapes import EscapeMap, UnescapedView, unescape
from guardrail.text.requests import View, ViewName
from guardrail.text.views import IdentityView, clean_view, folded_view

# Asking an enumeration for a member takes as long as making an object: these are asked for on every call.
_FOLDED: Final = ViewName.FOLDED
_DISGUISED: Final = ViewName.DISGUISED
_CLEAN: Final = ViewName.CLEAN
_RAW: Final = ViewName.RAW


class Piece:
    """A stretch of text to be judged, immutable but for its views, which are made when first asked for.

    `at` says where it stands: None for the whole text, else a JSON pointer or an index. `unescaped` is set where the
    text may be JSON (`escaped`) and has escapes that nobody has decoded.

    >>> Piece("Caf\\u00e9").view(ViewName.FOLDED).text
    'cafe'
    """

    __slots__ = ("_views", "at", "is_ascii", "text", "unescaped")

    def __init__(self, text: str, at: str | int | None = None, escaped: bool = False) -> None:
        self.text = text
        self.at = at
        self.is_ascii = text.isascii()
        self.unescaped = _unescaped(text, at) if escaped and "\\" in text else None
        self._views: dict[ViewName, View] = {}

    def view(self, name: ViewName) -> View:
        """A rendering, made at most once (threads that race make it twice, equal)."""
        found = self._views.get(name)
        if found is None:
            found = self._views[name] = self._make(name)
        return found

    def disguised(self) -> DisguisedView:
        """The disguised view, with its own type."""
        found = self.view(_DISGUISED)
        assert isinstance(found, DisguisedView)
        return found

    def _make(self, name: ViewName) -> View:
        if name is _FOLDED:
            return IdentityView(self.text.lower()) if self.is_ascii else folded_view(self.text)
        if name is _DISGUISED:
            return DisguisedView(self.text)
        if name is _CLEAN:
            return self.view(_RAW) if self.is_ascii else clean_view(self.text)
        return IdentityView(self.text)


class UnescapedPiece:
    """A piece without its JSON escapes, and the way back to the text with them."""

    __slots__ = ("_escapes", "piece")

    def __init__(self, piece: Piece, escapes: EscapeMap) -> None:
        self.piece = piece
        self._escapes = escapes

    def view(self, view: View) -> View:
        """A view of `piece` whose origins lie in the text with escapes."""
        return UnescapedView(view, self._escapes)


def _unescaped(text: str, at: str | int | None) -> UnescapedPiece | None:
    found = unescape(text)
    return UnescapedPiece(Piece(found[0], at), found[1]) if found is not None else None


class Subject:
    """What is judged.

    `text` is the whole text as it came (for tool arguments their compact JSON), `whole` the piece over it, `pieces`
    what scanners look at: `whole` alone for plain text; for JSON its decoded strings and keys, at their JSON pointers,
    and before them `whole` where prose stands around the JSON. `document` is the parsed JSON.
    `problem` says why no check can judge the text (`lone surrogate`), else it is None.
    """

    __slots__ = ("_escaped", "_pieces", "document", "problem", "text")

    def __init__(self, text: str, document: JsonDocument | None = None, escaped: bool = False) -> None:
        self.text = text
        self.document = document
        self.problem = None if text.isascii() else _encoding_problem(text)
        self._escaped = escaped
        # A JSON document has many strings: they become pieces only when a scanner asks for them.
        self._pieces: tuple[Piece, ...] | None = (Piece(text, None, escaped),) if document is None else None

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What scanners look at, made when first asked for."""
        if self._pieces is None:
            self._pieces = self._make_pieces()
        return self._pieces

    @property
    def whole(self) -> Piece:
        """The piece over the whole text."""
        return self.pieces[0] if self.document is None else Piece(self.text, None, self._escaped)

    def _make_pieces(self) -> tuple[Piece, ...]:
        document = self.document
        assert document is not None
        decoded = tuple(Piece(text, pointer, True) for pointer, text in decoded_strings(document.value))
        around = document.surroundings(self.text) == "prose" or not isinstance(document.value, (dict, list))
        return (self.whole, *decoded) if around else decoded

    @classmethod
    def of_text(cls, text: str) -> Subject:
        """A plain text.

        >>> Subject.of_text("hello").problem is None
        True
        """
        return cls(text)

    @classmethod
    def of_json_text(cls, text: str) -> Subject:
        """A text that should be JSON, in a fence or with prose around it if need be; a plain text where it is not."""
        return cls(text, find_document(text), True)

    @classmethod
    def of_arguments(cls, args: Mapping[str, Any]) -> Subject:
        """The arguments of a tool call: `text` is their compact JSON, `pieces` its decoded strings and keys.

        Raises `JsonProblem` where they are no JSON values, or too many or too deep.
        """
        value = dict(args)
        text = dump_json(value)
        subject = cls(text, JsonDocument(value, 0, len(text)))
        subject._pieces = subject._make_pieces()
        return subject


def _encoding_problem(text: str) -> str | None:
    try:
        text.encode()
    except UnicodeEncodeError:
        return "lone surrogate"
    return None
