"""What leaves an edited stream is looked at once more: an edit must not make what the policy refuses.

From the first replaced span on, the text that goes out passes through here. What may become a match across a label is
held, and a match that does not lie wholly in a label blocks, as the verification of a whole text would.
"""

from __future__ import annotations

from collections.abc import Generator

from guardrail.compiler.evaluation import TRUE
from guardrail.decision import Span
from guardrail.engine.needs import Answers, Need
from guardrail.engine.stream.inquiry import Inquiry
from guardrail.engine.stream.looks import look_at_text, look_at_window
from guardrail.engine.stream.window import Window
from guardrail.validators.contract import Match

_CONTEXT = 2_000
"""Characters that had gone out before the first edit and are looked at with it."""


class Echo:
    """One stream's edited text; places count from the first character that is looked at."""

    __slots__ = ("_inquiry", "_inserted", "_text", "_window", "is_due")

    def __init__(self, inquiry: Inquiry, released: str) -> None:
        self._inquiry = inquiry.beside(inquiry.certainty.of_what_went_out())
        self._window = Window(inquiry.shape, inquiry.facts)
        self._window.feed_whole(released[:-_CONTEXT])
        self._window.feed(released[-_CONTEXT:])
        self._window.done = self._window.end
        self._window.looked(self._window.end)
        self._inserted: list[Span] = []
        self._text = [released]
        self.is_due = False

    def take(self, text: str, inserted: tuple[Span, ...] = ()) -> str:
        """Take what would go out, with the labels in it; gives what may go out at once."""
        end = self._window.end
        self._inserted += [(start + end, stop + end) for start, stop in inserted]
        self._text.append(text)
        live = self._window.feed(text)
        self.is_due = self.is_due or self._window.is_due(live)
        return "" if self.is_due else self._window.hand_on(max(self._window.done, live))

    @property
    def is_over(self) -> bool:
        """Whether no check can see a label any more: from here on, what goes out is what came in."""
        window, shape = self._window, self._inquiry.shape
        if self.is_due or shape.whole or window.done < window.end or not window.is_between:
            return False
        return not self._inserted or window.end - self._inserted[-1][1] > shape.before

    def look(self) -> Generator[Need, Answers, str | None]:
        """Look for what is due; gives what may go out, or None where the edited text must not."""
        self.is_due = False
        window, certainty = self._window, self._inquiry.certainty
        if window.is_whole_due:
            yield from look_at_text(self._inquiry, "".join(self._text))
            window.looked_whole()
        found = set(certainty.found)
        done, window.done = window.done, window.base
        live = yield from look_at_window(self._inquiry, window, window.live)
        window.done = done
        for slot, matches in certainty.places.items():
            certainty.places[slot] = tuple(m for m in matches if m.end > done and not self._is_inserted(m))
            if not certainty.places[slot] and slot not in found:
                certainty.found.discard(slot)
        if self._is_broken():
            return None
        window.looked(live)
        return window.hand_on(max(done, live))

    def _is_broken(self) -> bool:
        certainty = self._inquiry.certainty
        return any(
            certainty.value(arm) == TRUE and (not arm.arm.redacts or certainty.matches(arm))
            for arm in self._inquiry.shape.arms
        )

    def _is_inserted(self, match: Match) -> bool:
        """Whether all of a match was put there by the policy; labels that touch are one stretch."""
        reached = match.start
        for start, end in self._inserted:
            if start <= reached < end:
                reached = end
        return match.start < match.end <= reached
