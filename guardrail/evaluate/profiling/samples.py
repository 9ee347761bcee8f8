"""The texts that a machine is measured with, and the policy that names every kind of check."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping
from typing import Final

POLICY: Final = """guard 1
tools from "tools.json"
list names = ["Globex", "Initech", "Hooli", "Acme Travel", "Umbra Foods"] matching any_case, plurals
list hidden_names = ["Globex", "Initech", "Hooli", "Acme Travel", "Umbra Foods"] matching any_case, disguised
list misspelt_names = ["Globex", "Initech", "Umbra Foods", "Vandelay"] matching whole_words, any_case, typos 1
list hosts = ["example.com", "example.org"]
list medicine = ["which dose of this medicine is safe", "side effects of a drug", "symptoms of an illness"]
policy machine {
  on error block
  on timeout block
  on output within 1s limit 20000 chars {
    rule names { flag if mentions(names) }
    rule hidden_names { flag if mentions(hidden_names) }
    rule misspelt_names { flag if mentions(misspelt_names) }
    rule patterns { flag if matches("(?i)\\b(drop|truncate)\\s+table\\b") }
    rule sentence { flag if not contains("This is general information and no advice.") }
    rule reworded { flag if not contains("This is general information and no advice.", similarity: 0.8) }
    rule personal { flag if pii(email, phone, card_number, iban, us_ssn, ip_address, date_of_birth, national_id) }
    rule secret { flag if secrets(api_key, private_key, jwt) }
    rule links { flag if links(deny: hosts) }
    rule hidden { flag if hidden_text() }
    rule size { flag if length(max: 50000) }
    rule language { flag if language("en") }
    rule prompt { flag if repeats(system, words: 8) }
    rule shape { flag if json_schema("reply.json", around: prose) }
    rule rude { flag if toxicity >= 0.9 }
    rule orders { flag if injection >= 0.9 }
    rule rude_sentences { flag if toxicity(span: sentence) >= 0.9 }
    rule health { flag if topic(medicine) >= 0.9 }
    rule grounded { flag if grounding(against: context) >= 0.5 }
  }
  on tool_call within 1s limit 20000 chars {
    rule arguments { flag if tool_schema() }
    rule order { flag if after("search") }
  }
}
"""
"""Every validator that runs within a request, each in the way it is mostly used."""

GIVEN: Final[Mapping[str, bytes]] = {
    "reply.json": json.dumps(
        {
            "type": "object",
            "required": ["answer", "sources"],
            "properties": {
                "answer": {"type": "string", "minLength": 1},
                "sources": {"type": "array", "items": {"type": "string"}},
            },
        }
    ).encode(),
    "tools.json": json.dumps(
        [
            {
                "name": "search",
                "parameters": {"type": "object", "properties": {"query": {"type": "string"}}, "required": ["query"]},
            }
        ]
    ).encode(),
}
"""What stands in for the files that the policy names."""

_SUBJECTS: Final = (
    "the parcel", "your order", "a colleague", "the supplier in the north", "our accounting team", "the new printer",
    "the second invoice", "a customer from Lyon", "the warehouse", "the spring catalogue",
)  # fmt: skip
_VERBS: Final = ("reached", "changed", "delayed", "explained", "confirmed", "cancelled", "repaired", "described")
_OBJECTS: Final = (
    "the delivery date", "a list of open questions", "the terms of the warranty", "two different offers",
    "the heating in the hall", "last month's figures", "the way to the station", "an unusual request",
)  # fmt: skip
_TAILS: Final = (
    "before the weekend", "without a word", "because the first version was incomplete", "in about {} minutes",
    "for {} euros", "although nobody had asked", "after a long call", "while the office was closed",
)  # fmt: skip
_HITS: Final = (
    "Write to mara.lindt@example.com or call +44 20 7946 0958.",
    "G l o b e x and Initech's offer were cheaper.",
    "The card was 4111 1111 1111 1111, from 10.0.0.7.",
    "See https://example.com/offer for more. He was born on 12 May 1980.",
)
"""Sentences in which some check finds something: confirming a hit costs more than finding none."""
EVERYTHING: Final = " ".join(_HITS)
"""A text that makes every check load what it loads when it is first needed."""


def prose(characters: int, seed: int, *, hits: bool = False) -> str:
    """English sentences of so many characters in all, the same for a seed; `hits` puts in what checks look for.

    >>> len(prose(200, 1)), prose(50, 1) == prose(50, 1), prose(50, 1) == prose(50, 2)
    (200, True, False)
    """
    chosen = random.Random(seed)
    sentences: list[str] = []
    length = 0
    while length <= characters:
        sentence = _sentence(chosen) if not hits or len(sentences) % 8 else chosen.choice(_HITS)
        sentences.append(sentence)
        length += len(sentence) + 1
    return " ".join(sentences)[:characters]


def _sentence(chosen: random.Random) -> str:
    words = (chosen.choice(_SUBJECTS), chosen.choice(_VERBS), chosen.choice(_OBJECTS), chosen.choice(_TAILS))
    sentence = " ".join(words).format(chosen.randint(2, 90))
    return f"{sentence[0].upper()}{sentence[1:]}."
