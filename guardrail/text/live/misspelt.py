"""Where a misspelt entry may stand: the last words, as many as the longest entry has and one more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from guardrail.text.folding import fold
from guardrail.text.live.word_run import WordRun
from guardrail.text.requests import WordList
from guardrail.text.scanner.entries import entries_of
from guardrail.text.scanner.typos import TypoLook


class MisspeltLists:
    """The lists of a stage that ask for `typos`, immutable but for bounded memos; shared among streams."""

    __slots__ = ("firsts", "look", "most_words")

    def __init__(self, lists: Sequence[WordList]) -> None:
        split = [words for one in lists for form in one.entries if (words := _words().findall(fold(form)))]
        self.most_words = max(map(len, split), default=0)
        self.firsts = frozenset(words[0][0] for words in split)
        self.look = TypoLook(lists, tuple(entries_of(lists)))


class MisspeltWatch:
    """Holds from the first of the last words that an entry may begin with."""

    __slots__ = ("_due", "_lists", "_noted", "_run", "live")

    def __init__(self, lists: MisspeltLists) -> None:
        self._lists = lists
        self._noted = -1
        self._run = WordRun(_words())
        self._due: list[tuple[int, int]] = []
        self.live = 0

    def feed(self, chunk: str) -> int:
        """Go on with the text; returns `live`."""
        words = self._run.feed(chunk)
        reach = self._lists.most_words + 1
        suspects = self._lists.look.suspects(" ".join(word.text for word in words))
        for place, word in enumerate(words):
            if word.start > self._noted and not word.open:
                self._noted = word.start
                if word.text in suspects:
                    # An entry that it belongs to begins with it, or some words before.
                    self._due.append((words[max(0, place - reach)].start, word.start))
        begun = (word.start for word in words[-reach:] if word.text[0] in self._lists.firsts)
        self.live = next(begun, self._run.position)
        kept = words[-2 * reach :]
        self._run.forget(kept[0].start if kept else self._run.position)
        return self.live

    @property
    def is_between(self) -> bool:
        """Whether no entry can reach over this place."""
        return self.live == self._run.position

    @property
    def completed(self) -> int | None:
        """Where an entry may begin that the first suspect not looked at belongs to."""
        return min(self._due)[0] if self._due else None

    def looked(self, until: int) -> None:
        """Suspects that begin before `until` were looked at."""
        self._due = [due for due in self._due if due[1] >= until]


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+")
