"""Where a text may be repeating a given one word for word."""

from __future__ import annotations

from bisect import bisect_left

from guardrail.text.live.word_run import SeenWord, WordRun
from guardrail.text.shingles import Shingles
from guardrail.text.shingles import _words as words_expression


class RepetitionWatch:
    """Holds the last words that the given text also has, as many as make no repetition yet, and whole repetitions."""

    __slots__ = ("_due", "_hits", "_known", "_run", "_shingles", "_size", "live")

    def __init__(self, shingles: Shingles) -> None:
        self._shingles = shingles
        self._size = max(shingles.grams, default=0)
        self._known = sorted(shingles.vocabulary)
        self._run = WordRun(words_expression())
        self._due: list[int] = []
        self.live = 0

    def feed(self, chunk: str) -> int:
        """Go on with the text; returns `live`."""
        words = self._run.feed(chunk)
        position = self._run.position
        if not self._size:
            self.live = position
            self._run.forget(position)
            return position
        whole = words[:-1] if words and words[-1].open else words
        last = words[-1] if len(whole) < len(words) else None
        stretches = self._stretches([word.text for word in whole])
        first = self._first_held(whole, last)
        if stretches and stretches[-1][1] > first:
            first = stretches[-1][0]
        kept = words[first].start if first < len(words) else position
        self._due += [s for a, _ in stretches if (s := whole[a].start) not in self._due]
        self.live = kept
        self._run.forget(min(kept, last.start) if last is not None else kept)
        return kept

    def _first_held(self, whole: list[SeenWord], last: SeenWord | None) -> int:
        """The place of the first word that the words to come may still make part of a repetition."""
        if last is not None and not self._may_be_known(last.text):
            return len(whole) + 1
        first = len(whole)
        while first and len(whole) - first < self._size - 1 and whole[first - 1].text in self._shingles.vocabulary:
            first -= 1
        return first

    def _stretches(self, words: list[str]) -> list[tuple[int, int]]:
        """The maximal runs of words, as places, that repeat shingles."""
        numbers = [self._shingles.vocabulary.get(word, -1) for word in words]
        found: list[tuple[int, int]] = []
        for start in range(len(numbers)):
            for length, grams in self._shingles.grams.items():
                if start + length <= len(numbers) and tuple(numbers[start : start + length]) in grams:
                    if found and start < found[-1][1]:
                        found[-1] = found[-1][0], max(found[-1][1], start + length)
                    else:
                        found.append((start, start + length))
        return found

    def _may_be_known(self, begun: str) -> bool:
        place = bisect_left(self._known, begun)
        return place < len(self._known) and self._known[place].startswith(begun)

    @property
    def is_between(self) -> bool:
        """Whether no repetition can reach over this place."""
        return self.live == self._run.position

    @property
    def completed(self) -> int | None:
        """Where the first repetition begins that was not looked for."""
        return min(self._due) if self._due else None

    def looked(self, until: int) -> None:
        """Repetitions that begin before `until` were looked for."""
        self._due = [start for start in self._due if start >= until]
