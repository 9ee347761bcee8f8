"""Rewording a sentence by rules that keep its meaning: synonyms, contractions, figures, order, voice of the report."""

from __future__ import annotations

import re
from functools import cache
from random import Random

from guardrail.training.generators.grounding_names import MONTHS, WORDS


@cache
def _synonyms() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Words and phrases that may replace each other nearly everywhere, from left to right."""
    table = (
        "a lot of=many|approximately=about|about half=around half|such as=like|however=but|in order to=to|"
        "due to=because of|because of=owing to|as well as=and also|prior to=before|began=started|started=began|"
        "begins=starts|starts=begins|located in=situated in|founded=established|established=founded|received=got|"
        "obtained=got|purchased=bought|bought=purchased|assist=help|helped=assisted|demonstrated=showed|"
        "showed=demonstrated|require=need|requires=needs|required=needed|numerous=many|large=big|huge=enormous|"
        "quickly=rapidly|rapidly=quickly|usually=normally|often=frequently|frequently=often|primary=main|"
        "main=primary|largest=biggest|biggest=largest|wrote=authored|created=made|utilize=use|utilizes=uses|"
        "film=movie|movie=film|children=kids|physicians=doctors|for example=for instance|"
        "for instance=for example|additionally=also|in addition=moreover|entire=whole|nearly=almost|"
        "almost=nearly|roughly=about|despite=in spite of|died=passed away|is known as=is called|"
        "is called=goes by the name of|according to=as stated by|consists of=is made up of|includes=comprises|"
        "contain=hold|contains=holds|the United States=the US|the United Kingdom=the UK|percent=%|is able to=can|"
        "are able to=can|was able to=could|has the ability to=can|have the ability to=can|important=significant|"
        "significant=important|shut down=closed|provide=offer|provides=offers|provided=offered|"
        "offers=provides|improve=enhance|selected=chosen|chosen=selected|ensure=make sure|"
        "difficult=hard|hard to=difficult to|completed=finished|finished=completed|sufficient=enough|"
        "build=construct|built=constructed|constructed=built|answered=replied|announced=made known|"
        "attempted=tried|attempt to=try to|tried to=attempted to|wish to=want to|want to=wish to|"
        "occurred=happened|happened=occurred|took place=happened|occurs=happens|occur=happen|remained=stayed|"
        "remains=stays|supports=backs|supported=backed|support for=backing for|discovered=found|"
        "found that=discovered that|stated that=said that|said that=stated that|noted that=remarked that|"
        "argued that=maintained that|claims that=asserts that|believed that=thought that|"
        "believes that=thinks that|explains=sets out|describes=depicts|is considered=is regarded as|"
        "regarded as=seen as|seen as=regarded as|resulted in=led to|led to=resulted in|leads to=results in|"
        "results in=leads to|caused by=brought about by|allowed=permitted|permitted=allowed|prevent=stop|"
        "prevents=stops|prevented=stopped|enables=allows|primarily=mainly|mainly=chiefly|particularly=especially|"
        "especially=particularly|typically=usually|generally=as a rule|currently=at present|initially=at first|"
        "originally=at first|eventually=in the end|immediately=at once|simultaneously=at the same time|"
        "annually=every year|each year=every year|every year=annually|each day=every day|throughout=all through|"
        "close to=near|toward=towards|although=even though|since then=from then on|therefore=for this reason|"
        "famous=well-known|well-known=famous|renowned=famous|wealthy=rich|crucial=vital|essential=vital|"
        "various=several|a number of=several|a variety of=various|a wide range of=many kinds of|multiple=several|"
        "additional=further|rapid=fast|simple=easy|easy=simple|incorrect=wrong|dangerous=hazardous|"
        "tiny=very small|vast=huge|residents=inhabitants|inhabitants=residents|individuals=people|company=firm|"
        "companies=firms|automobile=car|region=area|regions=areas|nation=country|nations=countries|goal=aim|"
        "goals=aims|method=way|methods=ways|problem=issue|problems=issues|issues=problems|advantages=benefits|"
        "benefits=advantages|drawbacks=disadvantages|income=earnings|earnings=income|disease=illness|"
        "illness=disease|doctor=physician|medication=medicine|scientists=researchers|researchers=scientists|"
        "ability=capacity|beginning=start|purchase=buy|acquire=gain|maintain=keep|obtain=get|receive=get|"
        "inform=tell|demonstrate=show|indicate=show|indicates=shows|reveals=shows|revealed=showed|"
        "expanded=extended|permit=allow|commence=begin|concluded=ended|approximately=around|in the past=formerly|"
        "at the moment=now|nowadays=today|worldwide=around the world|globally=worldwide|lack of=absence of|"
        "absence of=lack of|in charge of=responsible for|responsible for=in charge of|attended=went to|"
        "visited=went to|resides=lives|resided=lived|employees=staff members|enjoyable=pleasant|"
        "gathered=collected|collected=gathered|gather=collect|ill=sick|injured=hurt|fled=escaped|assistance=help|"
        "instruments=tools"
    )
    pairs = (pair.split("=") for pair in table.split("|"))
    return tuple((re.compile(rf"\b{re.escape(old)}\b"), new) for old, new in pairs)


_CONTRACTIONS = (
    ("is not", "isn't"), ("are not", "aren't"), ("was not", "wasn't"), ("were not", "weren't"), ("do not", "don't"),
    ("does not", "doesn't"), ("did not", "didn't"), ("cannot", "can't"), ("will not", "won't"), ("has not", "hasn't"),
    ("have not", "haven't"), ("it is", "it's"), ("that is", "that's"),
)  # fmt: skip


def reworded(sentence: str, random: Random) -> str:
    """The sentence after some of the rules; now and then it stays as it is."""
    if random.random() < 0.15:
        return sentence
    rules = [
        _with_synonyms,
        _contracted,
        _figures,
        _dated,
        _opened,
        _without_aside,
        _without_opening,
        _shortened,
    ]
    for rule in [*random.sample(rules, random.choice([4, 6, 8])), _attributed]:
        sentence = rule(sentence, random)
    return sentence


def _with_synonyms(sentence: str, random: Random) -> str:
    for pattern, new in random.sample(_synonyms(), len(_synonyms())):
        if random.random() < 0.75:
            sentence = pattern.sub(new, sentence, count=1)
            sentence = re.sub(r"(\d) %", r"\1%", sentence)
    return sentence


def _contracted(sentence: str, random: Random) -> str:
    for long, short in _CONTRACTIONS:
        sentence = re.sub(rf"\b{long}\b", short, sentence)
    return sentence


def _figures(sentence: str, random: Random) -> str:
    """`three` -> `3`, or the other way."""
    if random.random() < 0.5:
        for amount in range(2, 13):
            sentence = re.sub(rf"(?<=[a-z] ){WORDS[amount]}(?= [a-z])", str(amount), sentence)
        return sentence
    return re.sub(r"(?<=[a-z] )(1[0-2]|[2-9])(?= [a-z]{3})", lambda match: WORDS[int(match[1])], sentence)


def _dated(sentence: str, random: Random) -> str:
    """`March 3, 2019` -> `3 March 2019`."""
    months = "|".join(MONTHS)
    return re.sub(rf"\b({months}) (\d{{1,2}}), (\d{{4}})\b", r"\2 \1 \3", sentence)


def _opened(sentence: str, random: Random) -> str:
    """`In 1990, it rained.` -> `It rained in 1990.`, and back."""
    match = re.fullmatch(r"((?:In|On|By|Since|After|During|Before) [^,.;:]{3,40}), ([^;:]+)\.", sentence)
    if match and not re.match(r"which|who|and|or", match[2]) and " and " not in match[2] and "," not in match[2]:
        rest = match[2]
        return f"{rest[0].upper()}{rest[1:]} {match[1][0].lower()}{match[1][1:]}."
    match = re.fullmatch(r"(The|It|They|He|She|This)( [^,;:.]+) (in \d{4})\.", sentence)
    return f"I{match[3][1:]}, {match[1].lower()}{match[2]}." if match else sentence


def _attributed(sentence: str, random: Random) -> str:
    """A report's opening, which adds nothing to what the passage itself says."""
    openings = "As the text says, |According to the passage, |The passage notes that |We learn that |It is stated that "
    if random.random() < 0.7 or not re.match(r"(The|In|It|They|He|She|This|These|There|A|An|On|At) ", sentence):
        return sentence
    return random.choice(openings.split("|")) + sentence[0].lower() + sentence[1:]


def _without_aside(sentence: str, random: Random) -> str:
    """The sentence without what it says in brackets."""
    return re.sub(r" \([^()]{2,60}\)", "", sentence)


def _without_opening(sentence: str, random: Random) -> str:
    """The sentence without a word that only ties it to the one before."""
    tied = "However|In addition|Moreover|Furthermore|Additionally|As a result|For example|For instance|Therefore|Thus"
    tied += "|Also|Consequently|Finally|Similarly|Meanwhile|Nevertheless|Indeed|In fact|Overall|Besides"
    match = re.match(rf"(?:{tied}), (\w)", sentence)
    return match[1].upper() + sentence[match.end() :] if match else sentence


def _shortened(sentence: str, random: Random) -> str:
    """The sentence without its last clause, where what is left says no more than the whole did."""
    match = re.fullmatch(
        r"([^,;:]{25,}), (?:which|where|who|including|making|allowing|leading|and (?:it|he|she|they)) .+\.", sentence
    )
    if match and not re.search(r"\b(?:if|not|unless|only|no|never|either|neither|both)\b", match[1].lower()):
        return match[1] + "."
    return sentence
