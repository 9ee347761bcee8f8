"""One stream's place in the live automaton: where the earliest match that may still become one begins."""

from __future__ import annotations

from guardrail.text.characters import is_accent, is_follower, is_ignorable
from guardrail.text.live.automaton import CLEARED, FRESH, NEW, Automaton, Change, Kinds, Owned, State, renderings
from guardrail.text.live.component import Rendering

_REVEALED = frozenset("\b\x7f\u2062\u2064")


class Tracker:
    """Follows one text, chunk by chunk; positions count the characters of the whole text.

    `pending` are the beginnings of matches that came about and were not yet looked for. `blind`: from here on the
    automaton cannot tell, and everything behind it must wait.
    """

    __slots__ = (
        "_automaton", "_cluster", "_letters", "_plain", "_snapshot", "_starts", "_state", "_waits", "blind", "pending",
        "position",
    )  # fmt: skip

    def __init__(self, automaton: Automaton, *, letters: bool = False) -> None:
        self._automaton = automaton
        self._state: State = automaton.start
        self._starts: list[int] = []
        self._waits: list[tuple[int, int, int]] = []
        self.pending: list[int] = []
        self._letters = letters
        # Neither marks nor hidden letters can change what an ASCII chunk says.
        self._plain = not letters and not automaton.sensitive
        self._cluster = ""
        self._snapshot: tuple[State, list[int], int] = (self._state, [], 0)
        self.position = 0
        self.blind: int | None = None

    def feed(self, chunk: str) -> int:
        """Go on with the text; returns `live`."""
        if not chunk.isascii() or (self._letters and not chunk.isprintable()):
            self._feed_slowly(chunk)
            return self.live
        state, starts, position = self._state, self._starts, self.position
        first = state, starts, position
        for character in chunk:
            state, change = state[character]
            if change is not None:
                kind, mapping, accepts = change
                if kind == CLEARED:
                    starts = []
                elif kind == FRESH:
                    starts = [position]
                else:
                    if accepts:
                        self._accept(accepts, starts, position)
                    starts = [position if place == NEW else starts[place] for place in mapping]
            position += 1
        self._state, self._starts, self.position = state, starts, position
        self._snapshot = first
        self._cluster = chunk
        if self._waits:
            self._waits = [wait for wait in self._waits if wait[0] > position]
        elif self._plain:
            return starts[0] if starts else position
        return self.live

    @property
    def live(self) -> int:
        """Where the earliest match begins that may still come about or change; the end of the text if there is none."""
        live = self._starts[0] if self._starts else self.position
        for _, start, _ in self._waits:
            live = min(live, start)
        if self.blind is not None:
            live = min(live, self.blind)
        return min(live, self._before_last()) if self._automaton.sensitive else live

    @property
    def is_between(self) -> bool:
        """Whether no match can reach over this place."""
        return not self._starts

    @property
    def completed(self) -> int | None:
        """Where the first match begins that came about and was not yet looked for; None if there is none."""
        return min(self.pending) if self.pending else None

    def looked(self, until: int) -> None:
        """Every match that begins before `until` was looked for."""
        self.pending = [start for start in self.pending if start >= until]

    def _accept(
        self, accepts: tuple[tuple[int, int], ...], starts: list[int], position: int, *, slowly: bool = False
    ) -> None:
        """Note matches that were whole before the character at `position`; `slowly`: it may be no right context."""
        for place, tail in accepts:
            start = position if place == NEW else starts[place]
            tail_length = self._automaton.tails[tail]
            closed = self._automaton.closes.get(tail)
            if closed is not None:
                waiting = [wait for wait in self._waits if wait[2] == closed]
                self._waits = [wait for wait in self._waits if wait[2] != closed]
                self._waits += [(position + tail_length, begun, tail) for _, begun, _ in waiting]
                continue
            if start not in self.pending:
                self.pending.append(start)
            if tail_length > 1 or slowly:
                self._waits.append((position + tail_length, start, tail))

    # ------------------------------------------------------------------ beyond ASCII

    def _feed_slowly(self, chunk: str) -> None:
        self._split_cluster()
        for character in chunk:
            if self._letters and self.blind is None and _reveals(character, self._cluster):
                self.blind = self.live
            if is_follower(character) or is_accent(character):
                self._join(character)
            elif is_ignorable(character):
                self._step(character)
                self._cluster += character
            else:
                self._snapshot = self._state, self._starts, self.position
                self._cluster = character
                self._step(character)
            if not renderings(character)[Rendering.FOLDED.value]:
                self._pass_unseen()
        self._waits = [wait for wait in self._waits if wait[0] > self.position]

    def _split_cluster(self) -> None:
        """After an ASCII chunk the last cluster is its last character: find the state before that again."""
        if len(self._cluster) > 1 and self._cluster.isascii():
            state, starts, position = self._snapshot
            for character in self._cluster[:-1]:
                state, change = state[character]
                starts = _moved(change, starts, position)
                position += 1
            self._snapshot = state, starts, position
            self._cluster = self._cluster[-1]

    def _step(self, character: str) -> None:
        self._state, change = self._state[character]
        if change is not None and change[2]:
            self._accept(change[2], self._starts, self.position, slowly=True)
        self._starts = _moved(change, self._starts, self.position)
        self.position += 1

    def _pass_unseen(self) -> None:
        """What shows nothing is no right context: all that waits, waits a character longer."""
        self._waits = [(until + 1, start, tail) for until, start, tail in self._waits]

    def _join(self, mark: str) -> None:
        """A mark joins the cluster before it: what renderings show of that is shown anew, from its beginning on."""
        state, starts, begun = self._snapshot
        self._cluster += mark
        folded, clean, _ = renderings(self._cluster)
        automaton = self._automaton
        rendering = [component.rendering for component in automaton.components]
        before = {t: starts[p] for t, p in _owners(state).items() if rendering[t[0]] is not Rendering.RAW}
        again, accepts, shown_kinds = automaton.advance(before, state.kinds, (folded, clean, ""), begun)
        now = {t: self._starts[p] for t, p in _owners(self._state).items() if rendering[t[0]] is Rendering.RAW}
        raw, raw_accepts, raw_kinds = automaton.advance(now, self._state.kinds, ("", "", mark), self.position)
        threads = {t: p for t, p in again.items() if rendering[t[0]] is not Rendering.RAW}
        threads |= {t: p for t, p in raw.items() if rendering[t[0]] is Rendering.RAW}
        kinds = (shown_kinds[0], shown_kinds[1], raw_kinds[2])
        self._state, self._starts = self._encode(threads, kinds)
        for start, tail in (*accepts, *raw_accepts):
            self._accept(((0, tail),), [start], self.position, slowly=True)
        self.position += 1

    def _encode(self, threads: dict[Owned, int], kinds: Kinds) -> tuple[State, list[int]]:
        starts = sorted(set(threads.values()))
        groups = tuple(frozenset(t for t, start in threads.items() if start == own) for own in starts)
        return self._automaton.state(groups, kinds), starts

    def _before_last(self) -> int:
        """The earliest beginning, had the last character not come: a mark may still make another one of it."""
        self._split_cluster()
        _, starts, begun = self._snapshot
        return min(starts[0], begun) if starts else begun


def _moved(change: Change | None, starts: list[int], position: int) -> list[int]:
    if change is None:
        return starts
    return [position if place == NEW else starts[place] for place in change[1]]


def _owners(state: State) -> dict[Owned, int]:
    return {thread: place for place, group in enumerate(state.groups) for thread in group}


def _reveals(character: str, cluster: str) -> bool:
    """Whether a character may carry hidden letters, or strike some out: the disguised view then reads another text."""
    if character in _REVEALED or "\U000e0000" <= character <= "\U000e01ef":
        return True
    if "\ufe00" <= character <= "\ufe0f":
        return any("\ufe00" <= c <= "\ufe0f" for c in cluster)
    hidden = "\u200b\u200c\u200d\u2060\u2061\u2063\ufeff"
    return character in hidden and sum(c in hidden for c in cluster) >= 7
