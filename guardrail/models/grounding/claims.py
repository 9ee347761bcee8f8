"""What an answer claims: which of its sentences can be true or false, and what each is read together with.

Refusals and honest "the documents do not say" claim nothing, nor do greetings, questions and offers of help. An
answer like `Paris` or `Yes` claims something only together with its question.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache

from guardrail.models.grounding.refusals import is_refusal
from guardrail.models.grounding.splitting import Sentence, read
from guardrail.models.grounding.words import is_content, stems, words

MAX_LEAD = 240
"""Code points of a question, or of the line above a list, that are read with a sentence; the last ones are kept."""
MOST_QUESTION = 2_000
"""Code points of a question that are looked at, the last ones: a prompt may hold the whole conversation."""
_ELLIPTICAL_WORDS = 6
_ANSWERS = frozenset(
    {"yes", "no", "yeah", "nope", "neither", "both", "none", "all", "true", "false", "never", "always"}
)
"""Words that answer a question although they name nothing."""
_TALK_WORDS = 25
_LABEL_WORDS = 14


class Role(str, Enum):
    """What a sentence does in its answer."""

    CLAIM = "claim"
    """It states something: it needs support."""
    REFUSAL = "refusal"
    """It says that the passages do not tell, or declines."""
    TALK = "talk"
    """A greeting, a question, an offer, a heading."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What the model reads for one sentence: `text` is the sentence from `offset` on, what it is read with before it.

    `start`, `end` are the sentence's offsets in the answer; `hint` is what stands around it, for the choice of
    evidence.
    """

    text: str
    offset: int = 0
    start: int = 0
    end: int = 0
    role: Role = Role.CLAIM
    hint: str = ""

    @property
    def sentence(self) -> str:
        """The sentence alone."""
        return self.text[self.offset :]

    @property
    def is_literal(self) -> bool:
        """Whether offsets in the sentence are offsets in the answer, from `start` on: not in an answer that is JSON."""
        return len(self.text) - self.offset == self.end - self.start


def claims(answer: str, question: str | None = None) -> tuple[Claim, ...]:
    """The sentences of an answer, each with its role and with what it is read together with.

    >>> [(c.text, c.role.value) for c in claims("Sure! It is Paris. Anything else?", "What is the capital?")]
    [('Sure!', 'talk'), ('What is the capital? It is Paris.', 'claim'), ('Anything else?', 'talk')]
    """
    found: list[Claim] = []
    sentences = read(answer)
    question = question[-MOST_QUESTION:] if question else None
    previous = ""
    for sentence in sentences:
        role = role_of(sentence, question, alone=len(sentences) == 1)
        text, offset = _reading(sentence, question) if role is Role.CLAIM else (sentence.text, 0)
        hint = f"{question or ''} {previous}".strip()
        found.append(Claim(text, offset, sentence.start, sentence.end, role, hint))
        if role is Role.CLAIM:
            previous = sentence.text
    return tuple(found)


def claim_of(sentence: str, question: str | None = None) -> Claim:
    """What the model reads for a sentence: the question before it where it is too short to stand alone.

    >>> claim_of("Paris", "What is the capital?")
    Claim(text='What is the capital? Paris', offset=21, start=0, end=0, role=<Role.CLAIM: 'claim'>, hint='')
    """
    lead = _tail(question or "") if is_elliptical(sentence) else ""
    return Claim(f"{lead} {sentence}", len(lead) + 1) if lead else Claim(sentence)


def is_elliptical(sentence: str) -> bool:
    """Whether a sentence is an answer that means nothing without its question: up to six words, or yes and no."""
    found = words(sentence)
    return len(found) <= _ELLIPTICAL_WORDS or found[0].lower() in _ANSWERS


def role_of(sentence: Sentence, question: str | None = None, *, alone: bool = False) -> Role:
    """What a sentence does. `alone` says that it is the whole answer: then a line ending in a colon is a claim.

    >>> [role_of(Sentence(t, 0, len(t))).value for t in ("The text does not say.", "Let me know!", "It is 5 km.")]
    ['refusal', 'talk', 'claim']
    """
    text = sentence.text.replace("’", "'")
    if is_refusal(text, question or ""):
        return Role.REFUSAL
    if _is_talk(text) or (not alone and _is_label(sentence)):
        return Role.TALK
    return Role.CLAIM


def _reading(sentence: Sentence, question: str | None) -> tuple[str, int]:
    if sentence.lead:
        lead = _tail(sentence.lead)
        return f"{lead} {sentence.text}", len(lead) + 1
    claim = claim_of(sentence.text, question)
    return claim.text, claim.offset


def _tail(text: str) -> str:
    """The last `MAX_LEAD` code points, from a word's start on, on one line."""
    text = " ".join(text.split())
    if len(text) <= MAX_LEAD:
        return text
    return text[-MAX_LEAD:].partition(" ")[2] or text[-MAX_LEAD:]


def _is_label(sentence: Sentence) -> bool:
    """Whether it is a heading, or a line that announces what follows, and states no figure."""
    text = sentence.text
    if any(c.isdecimal() for c in text):
        return False
    return sentence.heading or (text.endswith(":") and len(words(text)) <= _LABEL_WORDS)


def _is_talk(text: str) -> bool:
    """Whether it is talk, as far as that goes without figures: `Did you know that it was built in 1900?` is not."""
    if len(text) > 300 or any(c.isdecimal() for c in text):
        return False
    count = len(words(text))
    if count > _TALK_WORDS:
        return False
    if text.rstrip("\"')” ").endswith("?"):
        return _question().match(text) is not None or (count <= 4 and not _tag().search(text))
    if _talk().fullmatch(text.strip()) is not None:
        return True
    return not any(word in _ANSWERS or is_content(word) for word in stems(text))


@cache
def _question() -> re.Pattern[str]:
    """A question that asks; one that tells (`did you know`, `isn't it?`) is none."""
    return re.compile(
        r"(?:(?:so|and|but|well|now|also|or)[, ]+)?"
        r"(?:(?:wh(?:at|ich|o|om|ose|ere|en|y)|how)\b"
        r"|(?:do|does|did|can|could|would|will|shall|should|may|have|are|is|were)\s+(?:you|we|i|there|that|this|it)\b"
        r"(?!\s+(?:know|knew|aware|heard))"
        r"|(?:anything|something)\s+else\b|any\s+(?:other|more|further)\b|need\b|want\b|would\b|shall\b)"
        r"(?!.*,\s*(?:right|isn't|aren't|wasn't|doesn't|didn't|correct)\b)",
        re.IGNORECASE,
    )


@cache
def _tag() -> re.Pattern[str]:
    return re.compile(r"\b(?:right|correct|isn't it|no|yes)\?\W*\Z", re.IGNORECASE)


@cache
def _talk() -> re.Pattern[str]:
    """Whole sentences that state nothing about the passages' matter."""
    rest = r"[^.;:]{0,140}"
    return re.compile(
        r"(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day))\b[^.;:]{0,40}"
        r"|(?:thanks|thank you|you're welcome|you are welcome|no problem|my pleasure|great question|good question"
        r"|sure|sure thing|certainly|of course|absolutely|gladly|okay|ok|got it|understood|no worries)\b[^.;:,]{0,20}"
        rf"|(?:please )?(?:let me know|feel free|don't hesitate|do not hesitate|reach out|get back to me)\b{rest}"
        rf"|if you (?:have|need|want|would like|'d like)\b.{{0,80}}?\b(?:let me know|feel free|ask|happy to){rest}"
        rf"|(?:i hope|hope) (?:this|that|it|you)\b{rest}"
        rf"|(?:i'm|i am|i'd be|i would be|we're|we are|always|i'll be|i will be) "
        rf"(?:happy|glad|here|pleased|available) to\b{rest}"
        r"|(?:have|enjoy) (?:a|an|your) [^.;:]{1,30}"
        rf"|(?:sure|certainly|of course|okay|ok|absolutely)?[,!. ]*"
        rf"(?:here(?:'s| is| are)|below (?:is|are)|the following is) "
        rf"(?:a|an|the|your|some|my|what)\b[^.;]{{0,80}}:)[.!:\s]*",
        re.IGNORECASE,
    )
