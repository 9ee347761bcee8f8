"""The stretch of a stream that is still looked at: what is held, and enough before it to judge it exactly.

A stretch is judged as the whole text would be if no match reaches over its beginning, and if all that a check looks at
left of a match lies in it. So it begins at a place that no match reaches over, and there is a second such place, as far
behind it as any check looks, before anything that is still to be judged.
"""

from __future__ import annotations

from collections.abc import Sequence

from guardrail.engine.stream.shape import Shape
from guardrail.text.live.tracker import Tracker
from guardrail.text.live.watch import Watch
from guardrail.validators.contract import Facts

_APART = 16
"""Places that no match reaches over are noted at least so many characters apart."""
_KEPT = 512
"""Characters beyond what must be kept that are let pile up before they are cut off."""


class Window:
    """One stream's text from `base` to `end`; `done` is how far it was judged and handed on: all places in the text.

    `tracker` is the only watch, where that is all there is.
    """

    __slots__ = ("_between", "_next", "_shape", "_watches", "_whole", "base", "done", "end", "text", "tracker")

    def __init__(self, shape: Shape, facts: Facts) -> None:
        self._shape = shape
        watches, self._whole = shape.watches(facts)
        self._watches: Sequence[Watch] = watches
        only = watches[0] if len(watches) == 1 and not self._whole else None
        self.tracker = only if isinstance(only, Tracker) else None
        self._between: list[int] = [0]
        self._next = _APART
        self.text = ""
        self.base = 0
        self.done = 0
        self.end = 0

    def feed(self, chunk: str) -> int:
        """Go on with the text; returns `live`."""
        self.text += chunk
        self.end += len(chunk)
        if self.tracker is not None:
            live = self.tracker.feed(chunk)
        else:
            live = min([watch.feed(chunk) for watch in self._watches], default=self.end)
            for watch in self._whole:
                watch.feed(chunk)
        if self.end >= self._next and self.is_between:
            self._note()
        return live

    def feed_whole(self, text: str) -> None:
        """Show a text that came before to those watches that need all of it."""
        for watch in self._whole:
            watch.feed(text)

    @property
    def live(self) -> int:
        """Where the earliest match begins that may still come about or change; `end` if there is none."""
        return min((watch.live for watch in self._watches), default=self.end)

    def is_due(self, live: int) -> bool:
        """Whether a match came about, before `live`, that is to be looked for now."""
        return self.is_whole_due or any(
            watch.completed is not None and watch.completed < live for watch in self._watches
        )

    @property
    def is_whole_due(self) -> bool:
        """Whether something came about that all of the text is to be looked at for."""
        return any(watch.completed is not None for watch in self._whole)

    def looked(self, until: int) -> None:
        """All that begins before `until` was looked for."""
        for watch in self._watches:
            watch.looked(until)

    def looked_whole(self) -> None:
        """All of the text was looked at."""
        for watch in self._whole:
            watch.looked(self.end)

    def stretch(self, start: int, end: int) -> str:
        """A part of what is kept."""
        return self.text[start - self.base : end - self.base]

    def hand_on(self, until: int) -> str:
        """What was judged now, up to `until`."""
        text = self.text[self.done - self.base : until - self.base]
        self.done = until
        return text

    @property
    def is_between(self) -> bool:
        """Whether no match can reach over the end of what came."""
        if self.tracker is not None:
            return self.tracker.is_between
        return all(watch.is_between for watch in self._watches)

    def _note(self) -> None:
        """Note a place that no match reaches over, and cut off what nothing looks at any more."""
        self._between.append(self.end)
        self._next = self.end + _APART
        if self.done - self.base > _KEPT + 2 * self._shape.before and not self._shape.from_start:
            self._cut()

    def _cut(self) -> None:
        later = [place for place in self._between if place <= self.done]
        if not later:
            return
        nearest = later[-1]
        for place in reversed(later):
            if nearest - place >= self._shape.before and self._shows(place, nearest):
                self.text = self.text[place - self.base :]
                self.base = place
                self._between = [kept for kept in self._between if kept >= place]
                return

    def _shows(self, start: int, end: int) -> bool:
        """Whether enough stands there that a check can see, blanks apart."""
        text = self.stretch(start, end)
        return bool(text.strip()) and (text.isascii() or sum(map(_is_seen, text)) >= self._shape.before)


def _is_seen(character: str) -> bool:
    from guardrail.text.characters import is_ignorable

    return not is_ignorable(character)
