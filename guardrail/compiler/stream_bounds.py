"""How many characters of a stream a check may hold back at most."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from guardrail.compiler.plan import Slot
from guardrail.text.live.letters import letter_components
from guardrail.text.live.patterns import Watched, takes, widest
from guardrail.text.live.words import word_components
from guardrail.text.requests import WordList
from guardrail.text.scanner.regex_parse import parse
from guardrail.text.scanner.regex_tree import AnyChar, Char, CharClass, Leaf, Repeat, walk
from guardrail.text.sentences import MAX_SENTENCE
from guardrail.validators.contract import Check, Facts, Stream


def bound_of(slot: Slot, stream: Stream) -> int | None:
    """The widest match with what it waits for, in characters that show; None where only the text's end is a bound.

    A run of white space counts as the one blank that an entry has there.
    """
    if stream is Stream.WINDOW:
        return MAX_SENTENCE
    check = slot.check
    if check is None or stream is Stream.WHOLE:
        return None
    if check.request is None:
        watching = check.watching(Facts(""))
        return None if watching is None else watching.bound
    bounds = [*_list_bounds(check.request.lists), *_pattern_bounds(check)]
    known = [bound for bound in bounds if bound is not None]
    return max(known, default=0) if len(known) == len(bounds) else None


def _list_bounds(lists: tuple[WordList, ...]) -> Iterator[int | None]:
    for words in word_components(lists):
        yield words.widest + 1
    for letters in letter_components(lists):
        yield letters.widest + max(letters.tails)
    if any(words.matching.typos for words in lists):
        yield None


def _pattern_bounds(check: Check) -> Iterator[int | None]:
    assert check.request is not None
    reach = check.reach()
    for place, pattern in enumerate(check.request.patterns):
        if reach is None:
            yield None
            continue
        after, tail = reach.after.get(place, 1), reach.tails.get(place, "")
        yield widest(Watched(pattern.expression, pattern.views[0], after, tail, reach.closings.get(place, "")))


def goes_over_words(expression: str) -> Literal["line", "answer"] | None:
    """Whether a match may go on over blanks without end: to the end of its line, or of the answer.

    >>> goes_over_words("a.*b"), goes_over_words("(?s)a.*b"), goes_over_words(r"\\w+@\\w+")
    ('line', 'answer', None)
    """
    found: Literal["line", "answer"] | None = None
    for node in walk(parse(expression)):
        if not isinstance(node, Repeat) or node.maximum is not None:
            continue
        leaves = [leaf for leaf in walk(node.body) if isinstance(leaf, Char | CharClass | AnyChar)]
        if _takes(leaves, " ") and _takes(leaves, "a"):
            if _takes(leaves, "\n"):
                return "answer"
            found = "line"
    return found


def _takes(leaves: Iterable[Leaf], character: str) -> bool:
    return any(takes(leaf, character) for leaf in leaves)
