"""List entries as the matcher sees them, and what a look at one view of a text finds of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from guardrail.decision import Span
from guardrail.text.requests import View, WordList

EXCEPTION = -1


@dataclass(frozen=True, slots=True)
class Entry:
    """One spelling of an entry. `list` is the place of its word list, `place` its own in the list's entries.

    An exception phrase has place -1; `form` is the spelling: the entry as written, or its plural in -ies.
    """

    list: int
    place: int
    form: str

    @property
    def kind(self) -> tuple[int, bool]:
        """Its list, and whether it is an exception there."""
        return self.list, self.place == EXCEPTION


class Found(NamedTuple):
    """A confirmed occurrence of an entry: `start`/`end` in `view`, `span` in the original text."""

    entry: Entry
    view: View
    start: int
    end: int
    span: Span


def entries_of(lists: Sequence[WordList]) -> Iterator[Entry]:
    """Every spelling of every entry and exception of the lists, blank ones left out."""
    for number, words in enumerate(lists):
        plurals = words.matching.plurals
        for place, form in enumerate(words.entries):
            if not form.isspace() and form:
                yield Entry(number, place, form)
                if plurals and (plural := plural_in_ies(form)):
                    yield Entry(number, place, plural)
        for form in words.exceptions:
            if not form.isspace() and form:
                yield Entry(number, EXCEPTION, form)


def plural_in_ies(form: str) -> str | None:
    """`company` -> `companies`, or None where no plural in -ies is formed.

    >>> plural_in_ies("Company"), plural_in_ies("Bay"), plural_in_ies("CITY")
    ('Companies', None, 'CITIES')
    """
    if len(form) < 3 or form[-1] not in "yY" or not form[-2].isalpha() or form[-2] in "aeiouAEIOU":
        return None
    return form[:-1] + ("IES" if form[-1] == "Y" else "ies")
