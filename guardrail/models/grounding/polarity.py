"""Yes and no: negation, words of opposite meaning, and words that claim more than others."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from guardrail.models.grounding.words import stem

_NEGATIONS = """
not no never none nobody nothing nowhere neither nor without cannot barely scarcely t dont doesnt didnt isnt wasnt arent
werent wont cant couldnt nicht kein keine lack lacks lacked fail fails failed unable deny denied refuse refused absent
avoid avoided exclude excluded
"""
"""Words that turn a sentence into its opposite; `t` is what is left of `isn't` when its words are split."""

_STRENGTH = """
all every only always must entirely exclusively sole never any each both most best worst largest smallest highest lowest
biggest oldest guaranteed completely
"""
"""Words that make a sentence say more than it would without them."""

_OPPOSITES = """
increase increased rise rose risen grow grew grown gain climb climbed surge improve | decrease fall fell fallen drop
decline lose lost shrink shrank reduce worsen
more greater above exceed over most | less fewer below under least
high higher highest | low lower lowest
large larger largest big bigger biggest | small smaller smallest little
before earlier prior | after later following
first | last
begin began start started open opened | end ended finish finished close closed
win won winner victory | lose lost loser defeat
accept accepted approve approved allow allowed permit permitted legal | reject rejected refuse refused forbid
forbidden ban banned prohibit illegal
support supported favour favor agree agreed | oppose opposed disagree disagreed against
buy bought purchase purchased import imported | sell sold export exported
north northern | south southern
east eastern | west western
left | right
up upward | down downward
male man men boy he father son brother husband king | female woman women girl she mother daughter sister wife queen
old older oldest | new newer newest young younger youngest
always | never sometimes
all every everyone | none nobody some
many | few
majority | minority
include included with | exclude excluded without
present available | absent unavailable missing
possible able | impossible unable
positive profit profitable | negative loss
succeed succeeded success successful | fail failed failure
safe | dangerous unsafe
public | private
hot warm | cold cool
fast faster quick | slow slower
strong stronger | weak weaker
maximum max | minimum min
same similar alike | different unlike
true correct | false incorrect wrong
rich | poor
full | empty
early | late
alive living born | dead died death
arrive arrived | depart departed leave left
borrow | lend
push | pull
inside indoor | outside outdoor
lead led ahead | trail behind
good better best | bad worse worst
free | paid
easy | difficult hard
often | rarely seldom
permanent | temporary
win | draw
"""


def negations(stems: Iterable[str]) -> int:
    """How many words of a text negate.

    >>> negations(["it", "is", "not", "never", "late"])
    2
    """
    negating = _stemmed(_NEGATIONS)
    return sum(1 for word in stems if word in negating)


def strength(stems: Iterable[str]) -> frozenset[str]:
    """The words of a text that claim much (`only`, `all`, `largest`)."""
    return _stemmed(_STRENGTH).intersection(stems)


def opposed(said: frozenset[str], known: frozenset[str]) -> frozenset[str]:
    """The stems of `said` whose opposite is in `known`, where `known` has none of their own side.

    >>> sorted(opposed(frozenset({"it", "fell"}), frozenset({"it", "increas"})))
    ['fell']
    """
    found: set[str] = set()
    for word in said - known:
        for own, other in _sides().get(word, ()):
            if not other.isdisjoint(known) and own.isdisjoint(known) and other.isdisjoint(said):
                found.add(word)
    return frozenset(found)


@cache
def _stemmed(words: str) -> frozenset[str]:
    return frozenset(map(stem, words.split()))


@cache
def _sides() -> dict[str, tuple[tuple[frozenset[str], frozenset[str]], ...]]:
    """For each stem the sets of those that mean about the same and the opposite."""
    table: dict[str, tuple[tuple[frozenset[str], frozenset[str]], ...]] = {}
    lines: list[str] = []
    for line in _OPPOSITES.strip().splitlines():
        if "|" in line:
            lines.append(line)
        else:
            lines[-1] += " " + line
    for line in lines:
        one, other = (frozenset(map(stem, side.split())) for side in line.split("|"))
        for own, against in ((one, other), (other, one)):
            for word in own:
                table[word] = (*table.get(word, ()), (own, against))
    return table
