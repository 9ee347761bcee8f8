"""Edits that put one unsupported detail into a sentence of a given passage, with the place marked."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from random import Random
from typing import TypeAlias

from guardrail.training.generators.grounding_frames import Piece
from guardrail.training.generators.grounding_names import MONTHS, WEEKDAYS, WORDS

Change: TypeAlias = tuple[int, int, str]
"""Half-open code-point offsets in the sentence, and what to write there."""
Edit: TypeAlias = Callable[[str, str, Random], Change | None]


def edited(sentence: str, context: str, random: Random) -> tuple[str, list[Piece]] | None:
    """(kind of edit, the sentence with one edit), or None where no edit fits. `context` holds what may be confused."""
    edits: tuple[Edit, ...] = (
        number, number, date, date, name, name, negation, quantifier, direction, modality, attribution, unit, exchanged,
        conjunct,
    )  # fmt: skip
    order = random.sample(edits, len(edits))
    # Every sentence takes an addition, so additions would crowd out the other kinds.
    for edit in [added, *order] if random.random() < 0.1 else order:
        change = edit(sentence, context, random)
        if change is None:
            continue
        start, end, new = change
        return edit.__name__, [(sentence[:start], False), (new, True), (sentence[end:], False)]
    return None


def number(sentence: str, context: str, random: Random) -> Change | None:
    """Another figure: one that the passage has elsewhere, or a neighbour."""
    found = list(re.finditer(r"(?<![\w.,-])\d{1,3}(?:,\d{3})*(?:\.\d+)?(?![\w,-]|\.\d)", sentence))
    if not found:
        return None
    match = random.choice(found)
    others = [
        each
        for each in re.findall(r"(?<![\w.,-])\d{1,3}(?:,\d{3})*(?:\.\d+)?(?![\w,-]|\.\d)", context)
        if each not in sentence
    ]
    size = float(match[0].replace(",", ""))
    others = [each for each in others if size / 12 <= float(each.replace(",", "")) <= 12 * size]
    if others and random.random() < 0.5:
        return match.start(), match.end(), random.choice(others)
    plain = match[0].replace(",", "")
    whole = int(plain.split(".")[0])
    new = whole + random.choice([1, 2, 3, 5, 10, whole, 10 * whole or 4])
    text = f"{new:,}" if "," in match[0] else str(new)
    text += "." + plain.split(".")[1] if "." in plain else ""
    return None if text in context else (match.start(), match.end(), text)


def date(sentence: str, context: str, random: Random) -> Change | None:
    """Another year, month or weekday."""
    found = list(re.finditer(rf"\b(?:1[5-9]\d\d|20[0-2]\d|{'|'.join([*MONTHS, *WEEKDAYS])})\b", sentence))
    found = [match for match in found if match[0] != "May"]
    if not found:
        return None
    match = random.choice(found)
    if match[0].isdigit():
        others = [year for year in re.findall(r"\b(?:1[5-9]\d\d|20[0-2]\d)\b", context) if year not in sentence]
        near = [str(int(match[0]) + step) for step in (-10, -3, -2, -1, 1, 2, 3, 10)]
        new = random.choice(others if others and random.random() < 0.5 else near)
        return None if new in sentence else (match.start(), match.end(), new)
    options = MONTHS if match[0] in MONTHS else WEEKDAYS
    return match.start(), match.end(), random.choice([each for each in options if each not in context] or [options[0]])


_NAME = r"(?<!^)(?<![.:!?\"'] )\b[A-Z][a-z]+(?: (?:of |de |van )?[A-Z][a-z]+)*\b(?!')"


def _names(text: str) -> list[re.Match[str]]:
    skipped = {*MONTHS, *WEEKDAYS, "I", "The", "In", "On", "Mr", "Mrs", "Dr", "Ms", "This", "That", "It"}
    after = r"\s*(?:[,.;:)]|(?:and|in|was|is|has|had|were|by|to|for|from|on|at|with|as|who|of)\b)"
    return [
        match
        for match in re.finditer(_NAME, text)
        if match[0].split()[0].removesuffix("s") not in skipped
        and re.match(after, text[match.end() :])
        # The end of a longer name is no name.
        and not re.search(r"[A-Z][\w.'-]* (?:of )?$", text[: match.start()])
    ]


def _place_like(text: str, match: re.Match[str]) -> bool:
    return bool(re.search(r"\b(?:in|at|from|to|near|of) (?:the )?$", text[: match.start()]))


def name(sentence: str, context: str, random: Random) -> Change | None:
    """Another name of the passage, with as many words."""
    found = _names(sentence)
    if not found:
        return None
    match = random.choice(found)
    size = len(match[0].split())
    others = [
        other[0]
        for other in _names(context)
        if len(other[0].split()) == size
        and other[0] not in sentence
        and _place_like(context, other) == _place_like(sentence, match)
    ]
    return (match.start(), match.end(), random.choice(others)) if others else None


def exchanged(sentence: str, context: str, random: Random) -> Change | None:
    """Two names around a verb change places."""
    match = re.match(
        r"([A-Z][a-z]+(?: [A-Z][a-z]+)*) ((?:[a-z]+ ){0,2}?(?:beat|defeated|bought|acquired|replaced|succeeded|married"
        r"|followed|joined|invited|met|hired|founded|called|told|asked|left|led|owns|signed|attacked|preceded)"
        r"(?: (?:by|with|to|in))?) ((?:[A-Z][a-z]+)(?: [A-Z][a-z]+)*)",
        sentence,
    )
    if match is None or match[2].split()[-1] in ("met", "married", "with", "in"):
        return None
    return match.start(), match.end(), f"{match[3]} {match[2]} {match[1]}"


def negation(sentence: str, context: str, random: Random) -> Change | None:
    """A negation put in or taken out."""
    match = re.search(r"\b(?:is|are|was|were|has|have|can|could|will|would|should|does|did|do) (not)\b ?", sentence)
    if match:
        start = match.start()
        verb = match[0].split()[0]
        return start, match.end(), f"{verb} " if verb not in ("does", "did", "do") else "indeed "
    match = re.search(r"\b(is|are|was|were|can|could|will|would|should)\b(?! not|n't| no | never)", sentence)
    if match is None:
        return None
    return match.start(), match.end(), f"{match[0]} {random.choice(['not', 'not', 'never'])}"


def _swapped(sentence: str, pairs: dict[str, str], random: Random) -> Change | None:
    """One word of `pairs` replaced: no part of a name, and no opening such as `First,`."""
    found = [
        match
        for match in re.finditer(r"\b[A-Za-z]+\b", sentence)
        if match[0].lower() in pairs
        and (match[0].islower() or match.start() == 0)
        and not (match.start() == 0 and sentence[match.end() :].startswith(","))
        and not re.match(r" [A-Z]|-", sentence[match.end() :])
    ]
    if not found:
        return None
    match = random.choice(found)
    new = pairs[match[0].lower()]
    return match.start(), match.end(), new[0].upper() + new[1:] if match[0][0].isupper() else new


@cache
def _pairs(kind: str) -> dict[str, str]:
    tables = {
        "quantifier": "all=no|some=all|many=few|most=few|few=many|several=all|always=never|never=always|often=always"
        "|sometimes=always|usually=rarely|rarely=usually|both=neither|none=all|majority=minority|half=all"
        "|largely=entirely|mostly=entirely|partly=entirely|each=none|frequently=never|generally=rarely",
        "direction": "increased=decreased|decreased=increased|rose=fell|fell=rose|more=less|less=more|higher=lower"
        "|lower=higher|before=after|after=before|above=below|below=above|first=last|last=first|largest=smallest"
        "|smallest=largest|north=south|south=north|east=west|west=east|won=lost|lost=won|older=younger|early=late"
        "|late=early|best=worst|increase=decrease|reduce=increase|reduces=increases|improve=worsen|improved=worsened"
        "|accepted=rejected|rejected=accepted|agreed=refused|allowed=forbidden|success=failure|successful=unsuccessful"
        "|begin=end|began=ended|opened=closed|closed=opened|inside=outside|longer=shorter|shorter=longer|hot=cold"
        "|cold=hot|old=new|new=old|major=minor|minor=major|common=rare|rare=common|positive=negative"
        "|support=oppose|supported=opposed|easy=difficult|difficult=easy|safe=dangerous|western=eastern|male=female",
        "modality": "may=will|might=will|could=did|can=must|should=must|likely=certain|possibly=certainly"
        "|probably=certainly|expected=certain|suggests=proves|suggest=prove|potential=proven|seems=is"
        "|appears=is|alleged=proven|proposed=adopted",
    }
    return dict(pair.split("=") for pair in tables[kind].split("|"))


def quantifier(sentence: str, context: str, random: Random) -> Change | None:
    """`all` for `some` and the like."""
    return _swapped(sentence, _pairs("quantifier"), random)


def direction(sentence: str, context: str, random: Random) -> Change | None:
    """The opposite of a direction, comparison or outcome."""
    return _swapped(sentence, _pairs("direction"), random)


def modality(sentence: str, context: str, random: Random) -> Change | None:
    """What may be becomes what is."""
    return _swapped(sentence, _pairs("modality"), random)


def attribution(sentence: str, context: str, random: Random) -> Change | None:
    """Another source for a report."""
    match = re.search(r"\b(?:[Aa]ccording to|said|says|claimed|argued|believes|reported)\b", sentence)
    found = _names(sentence)
    return name(sentence, context, random) if match and found else None


def unit(sentence: str, context: str, random: Random) -> Change | None:
    """The same figure in another unit."""
    units = (
        "days=weeks|weeks=months|months=years|years=months|hours=days|minutes=hours|miles=kilometers|million=billion"
    )
    units += "|billion=million|thousand=million|meters=feet|feet=meters|percent=percentage points|pounds=tons|km=miles"
    pairs = dict(pair.split("=") for pair in units.split("|"))
    found = [match for match in re.finditer(r"(?<=\d )[a-z]+|(?<=[a-z] )[a-z]+", sentence) if match[0] in pairs]
    found = [match for match in found if re.search(rf"(?:\d|{'|'.join(WORDS[1:])}) $", sentence[: match.start()])]
    match = random.choice(found) if found else None
    return (match.start(), match.end(), pairs[match[0]]) if match else None


def added(sentence: str, context: str, random: Random) -> Change | None:
    """A cause, purpose, place or judgement that the passage does not give."""
    options = [extra for extra in additions() if extra not in context]
    return len(sentence) - 1, len(sentence) - 1, random.choice(options)


@cache
def additions() -> tuple[str, ...]:
    """Details that a sentence may end with."""
    extras = (
        ", mainly because of financial pressure|, largely for political reasons|, which came as a surprise to experts"
        "|, according to recent research|, especially in rural areas|, thanks to new technology"
        "|, despite heavy criticism"
        "|, with the support of local volunteers|, in order to reduce costs|, as a result of public pressure"
        "|, making it the first of its kind|, for safety reasons|, particularly among young people|, at great expense"
        "|, as later studies confirmed|, and experts expect this to continue|, and it has won several awards since"
        "|, which is the highest figure on record|, following a long legal dispute|, under strict supervision"
        "|, and it remains popular today|, due to bad weather|, in cooperation with a partner abroad"
        "|, without giving any reasons|, which many consider a mistake|, for the second time in a row"
    )
    return tuple(extras.split("|"))


def conjunct(sentence: str, context: str, random: Random) -> Change | None:
    """A member of a list replaced by a name or noun from elsewhere in the passage."""
    match = re.search(r"(?<=, )[a-z]+(?=,? and )", sentence)
    if match is None:
        return None
    others = [
        each
        for each in re.findall(r"(?<=, )[a-z]{4,}(?=,)", context)
        if each not in sentence and not each.endswith("ly")
    ]
    return (match.start(), match.end(), random.choice(others)) if others else None
