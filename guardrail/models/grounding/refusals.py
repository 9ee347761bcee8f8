"""Sentences that say that nothing can be said: the passages do not tell, or the speaker does not know or declines."""

from __future__ import annotations

import re
from functools import cache

from guardrail.models.grounding.words import is_content, stems, words

_MOST_BEFORE = 14
"""Words that may stand before the refusal (`Based on the passages provided above, …`)."""
_LEAST_CLAIM = 4
"""Content words after a comma that make a claim of their own."""

_SOURCE = (
    r"(?:passages?|texts?|documents?|contexts?|articles?|sources?|excerpts?|snippets?|paragraphs?|transcripts?"
    r"|knowledge base|(?:given|provided|available|supplied|retrieved|above) (?:information|data|records?|reports?"
    r"|reviews?|tables?|content|materials?|pages?|files?)|(?:information|content|data|material) "
    r"(?:given|provided|available|supplied|above|i have))"
)
_NOT = r"(?:(?:do|does|did) not|don't|doesn't|didn't|fails? to|cannot|can't|never)"
_MATTER = r"(?:information|mention|details?|data|answers?|context|specifics)"


def is_refusal(sentence: str, question: str = "") -> bool:
    """Whether a sentence refuses or says that the answer is not known, and claims nothing beside that.

    English, and the commonest ways of German, French, Spanish, Italian and Portuguese.

    >>> is_refusal("The documents say nothing about parking.")
    True
    >>> is_refusal("The passages do not mention a price."), is_refusal("I don't know, but it closed in 1999.")
    (True, False)
    """
    plain = sentence.replace("’", "'")
    for pattern in _speaker_patterns():
        match = pattern.search(plain)
        if match is not None:
            asked = frozenset(stems(question))
            if not _figures(plain, asked):
                return _is_all(plain, match, asked)
    for pattern in _source_patterns():
        match = pattern.search(plain)
        if match is not None:
            return _is_all(plain, match, frozenset(stems(question)))
    return False


def _is_all(sentence: str, match: re.Match[str], asked: frozenset[str]) -> bool:
    """Whether nothing is claimed before or after the refusal."""
    before, after = sentence[: match.start()], sentence[match.end() :]
    if len(words(before)) > _MOST_BEFORE or ";" in before or _figures(before, asked) or _clause_before().search(before):
        return False
    if _turn().search(after):
        return False
    clause = _break().split(after, maxsplit=1)
    if len(clause) == 1 or _aside().match(clause[1]):
        return True
    return not _figures(clause[1], asked) and sum(map(is_content, stems(clause[1]))) < _LEAST_CLAIM


def _figures(text: str, asked: frozenset[str]) -> bool:
    """Whether a text has figures that the question does not have."""
    return any(word[0].isdecimal() and word not in asked for word in stems(text))


@cache
def _speaker_patterns() -> tuple[re.Pattern[str], ...]:
    """What speakers say of themselves; with figures it may be a claim (`we cannot refund after 30 days`)."""
    parts = (
        (
            r"\A\W*(?:i'm |i am |we're |we are )?(?:very |so )?(?:sorry|afraid)\b[^.;:]{0,12}?\b(?:i|we) "
            r"(?:can't|cannot|can not|could not|couldn't|am unable|are unable|am not able|do not|don't)\b"
        ),
        r"\b(?:i|we) (?:\w+ )?(?:do not|don't) (?:\w+ )?know\b",
        (
            rf"\b(?:i|we) (?:\w+ )?(?:do not|don't|did not|didn't) (?:\w+ )?(?:have|see|find) (?:\w+ ){{0,4}}?"
            rf"(?:{_MATTER}|access)\b"
        ),
        (
            r"\b(?:i|we) (?:am |are |was |were )?(?:cannot|can't|can not|could not|couldn't|unable to|not able to)"
            r" (?:\w+ly )?(?:answer|say|tell|determine|find|know|verify|confirm|locate|conclude)\b"
        ),
        (
            r"\b(?:i|i'm|i am) (?:am )?(?:cannot|can't|can not|won't|will not|unable to|not able to|not allowed to) "
            r"(?:help|assist|provide|give|share|comply|do (?:that|this)|discuss|fulfil|fulfill|support)\b"
        ),
        r"\b(?:i'm|i am|we're|we are) (?:not sure|not certain|unsure)\b",
        r"\b(?:i|we) have no (?:\w+ )?(?:information|data|record|knowledge|idea|details?)\b",
        r"\A\W*as an ai\b",
    )
    return tuple(re.compile(part, re.IGNORECASE) for part in parts)


@cache
def _source_patterns() -> tuple[re.Pattern[str], ...]:
    """What is said of the passages, or of the matter itself."""
    parts = (
        (
            rf"\b{_SOURCE}\b[^.;:]{{0,60}}?\b{_NOT} (?:\w+ly |seem to |appear to )*(?:say|state|mention|specify"
            rf"|tell|answer"
            r"|address|discuss|reveal|explain|disclose|clarify|define|identify|elaborate)\b"
        ),
        (
            rf"\b{_SOURCE}\b[^.;:]{{0,60}}?\b{_NOT} (?:\w+ly )*(?:contain|provide|include|give|indicate|offer"
            rf"|show|have)"
            rf" (?:\w+ ){{0,6}}?(?:{_MATTER}|enough|sufficient|who|what|when|where|which|why|how|whether|if|that)\b"
        ),
        (
            rf"\b(?:there (?:is|was)|there's|{_SOURCE} (?:has|have|contains?|provides?|gives?|offers?|includes?)) "
            rf"(?:no|not enough|insufficient|too little|not any) (?:\w+ ){{0,3}}?{_MATTER}\b"
        ),
        (
            rf"\b{_SOURCE}\b (?:say|state|mention|specify|tell|contain|reveal|explain)s? nothing"
            r" (?:about|on|of|regarding|concerning)\b"
        ),
        rf"\b{_SOURCE}\b (?:are|is|remains?) silent (?:about|on)\b",
        r"\A\W*(?:no|not enough|insufficient) (?:\w+ ){0,2}?(?:information|mention|details?|data)\b",
        (
            r"\b(?:cannot|can't|can not|could not|couldn't) be (?:\w+ly )?(?:known|determined|answered|inferred"
            r"|said|told"
            r"|established|confirmed|verified|derived|concluded)\b"
        ),
        (
            r"\b(?:is|are|was|were|it's|that's) (?:not |un)(?:\w+ly )?(?:known|mentioned|stated|specified|clear"
            r"|answerable"
            r"|disclosed|answered)\b(?:\W*\Z| (?:in|by|from|anywhere|here|based|given|whether|if)\b"
            r"| (?:who|what|when|where|why|how)\b)"
        ),
        (
            r"\b(?:is|are|was|were|it's) not (?:\w+ly )?(?:given|provided|available|addressed|discussed"
            r"|indicated|covered"
            rf"|found|included|listed|described|present) (?:in|by|from|anywhere in|within)\b[^.;:]{{0,40}}?{_SOURCE}\b"
        ),
        (
            r"\A\W*(?:not (?:known|stated|mentioned|specified|given|enough info|answerable|sure|certain"
            r"|available|provided)"
            r"|unknown|unanswerable|undetermined|no answer|(?:cannot|can't) (?:answer|tell|say|determine|know)"
            r"|unclear|n/a|none given)\W*\Z"
        ),
        *_other_languages(),
    )
    return tuple(re.compile(part, re.IGNORECASE) for part in parts)


def _other_languages() -> tuple[str, ...]:
    return (
        r"\bich weiß (?:es |das )?nicht\b",
        (
            r"\b(?:der text|das dokument|die (?:dokumente|quellen|texte)) (?:sag|nenn|erwähn)t?(?:en|t)?\b[^.;:]{0,60}?"
            r"\b(?:nicht|keine?n?)\b"
        ),
        r"\bje ne (?:le )?sais pas\b",
        (
            r"\b(?:le texte|le document|les (?:textes|documents|sources)) ne (?:\w+ ){0,2}?"
            r"(?:mentionne|di|précise|indique)"
        ),
        r"\bno (?:lo )?sé\b",
        r"\b(?:el texto|el documento|los (?:textos|documentos)|las fuentes) no (?:menciona|dice|indica|especifica)",
        r"\bnon lo so\b",
        r"\b(?:il testo|il documento|i (?:testi|documenti)|le fonti) non (?:menziona|dice|dicono|indica|specifica)",
        r"\b(?:eu )?não sei\b",
        r"\b(?:o texto|o documento|os (?:textos|documentos)|as fontes) não (?:menciona|diz|indica|especifica)",
    )


@cache
def _turn() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:but|however|although|though|yet|nevertheless|instead|except|aber|jedoch|mais|pero|mas|that said"
        r"|it (?:must|probably|likely))\b|;",
        re.IGNORECASE,
    )


@cache
def _clause_before() -> re.Pattern[str]:
    """Signs that a statement comes before the refusal: `It opened early, but the text does not say where`."""
    return re.compile(
        r"\w\W+(?:but|however|yet|although|though|while)\b\W*(?:the|this|these|that)?\W*\Z", re.IGNORECASE
    )


@cache
def _break() -> re.Pattern[str]:
    return re.compile(r"[,:–—]\s+|\s+-\s+|\.\s+")


@cache
def _aside() -> re.Pattern[str]:
    """What may follow a refusal without being a claim: reasons and offers."""
    return re.compile(
        r"\s*(?:as|since|because|so (?:i|we)|nor|or|only|please|which|based|given|according|if|when|where|who|what|how"
        r"|and (?:i|we|therefore|so|it (?:is|does|cannot)))\b",
        re.IGNORECASE,
    )
