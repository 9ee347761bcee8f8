"""The entries of a list, cleaned and bounded, wherever they come from."""

from __future__ import annotations

from collections.abc import Iterable

MAX_ENTRIES = 1_000_000
MAX_CHARACTERS = 1_000
"""The longest entry, in code points."""


class EntryProblem(Exception):
    """A list that cannot be used: `message` completes `` `name` … ``, `place` is the offending entry's, from 0."""

    def __init__(self, message: str, help: str, place: int | None = None) -> None:
        super().__init__(message)
        self.message, self.help, self.place = message, help, place


def clean_entries(entries: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Entries without surrounding white space and without exact duplicates, in their order and spelling.

    Each comes with where it stands, in words that follow it. Raises `EntryProblem` for a list without entries, one
    with too many, and for an entry of white space alone or of more than 1,000 characters.

    >>> clean_entries([(" Globex ", " on line 1"), ("Initech", " on line 2"), ("Globex", " on line 3")])
    ('Globex', 'Initech')
    """
    kept: dict[str, None] = {}
    for place, (raw, where) in enumerate(entries):
        entry = raw.strip()
        if not entry:
            raise EntryProblem(f"has an empty entry{where}", "remove it: it would match everywhere or nowhere", place)
        if len(entry) > MAX_CHARACTERS:
            raise EntryProblem(
                f"has an entry of {len(entry):,} characters{where}",
                f"shorten it to {MAX_CHARACTERS:,} characters at most",
                place,
            )
        if place >= MAX_ENTRIES:
            raise EntryProblem(f"has more than {MAX_ENTRIES:,} entries", "split it, or match a pattern instead", place)
        kept[entry] = None
    if not kept:
        raise EntryProblem("has no entries", "give it an entry, or remove it: a rule over it would protect nothing")
    return tuple(kept)
