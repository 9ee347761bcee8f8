"""The calibration cards of toxicity and injection, made with the int8 model that ships.

The curve comes from the labelled rows that did not train; the levels from benign traffic: answers of language models
that neither trained nor judge the model, and for injection also ordinary prompts.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from guardrail.evaluate.calibration import platt
from guardrail.evaluate.card_making import Reference, make_card
from guardrail.models.encoder import HEADS, Encoder
from guardrail.models.windows import sentence_spans
from guardrail.training.given_data import read_objects, read_texts
from guardrail.training.guard_model import TOXICITY
from guardrail.training.guard_recipe import BENIGN_PROMPTS
from guardrail.training.own_data import own_injection, own_toxicity
from guardrail.training.prose_split import is_judging_prose, is_reference_prose
from guardrail.training.rows import LabelledText

_CHARACTERS: Final = 2000
"""Of a reference answer: what a screen shows, and a few windows."""
_REFERENCE: Final = 6000
_LONGEST: Final = 4000


def guard_cards(encoder: Encoder, sha256: str, data: Path, seed: int) -> dict[str, dict[str, Any]]:
    """The cards of toxicity, of its categories, and of injection, by name; `sha256` is the model file's."""
    toxicity = [row for row in (*read_texts(data, "toxicity"), *own_toxicity(seed)) if row.split == "dev"]
    injection = [row for row in (*read_texts(data, "injection"), *own_injection(seed)) if row.split == "dev"]
    prose = highest(encoder, reference_prose(data, seed))
    prompts = highest(encoder, [row.text for row in injection if row.source in BENIGN_PROMPTS and not row.label])
    seen = highest(encoder, [row.text for row in toxicity])
    answers = f"{len(prose):,} answers of language models, whole and cut to a few sentences"
    cards: dict[str, dict[str, Any]] = {}
    for place, category in enumerate(TOXICITY):
        known = [(row, own[place]) for row, own in zip(toxicity, seen, strict=True) if _is_known(row, category)]
        labels = [int(row.label and category in ("toxicity", row.category)) for row, _ in known]
        name = category if not place else f"toxicity_{category}"
        reference = Reference(answers, [own[place] for own in prose])
        cards[name] = make_card(name, sha256, platt([own for _, own in known], labels), reference)
    place = HEADS.index("injection")
    seen = highest(encoder, [row.text for row in injection])
    curve = platt([own[place] for own in seen], [row.label for row in injection])
    logits = [own[place] for own in (*prose, *prompts)]
    reference = Reference(f"{answers} and {len(prompts):,} ordinary prompts", logits)
    cards["injection"] = make_card("injection", sha256, curve, reference)
    return cards


def _is_known(row: LabelledText, category: str) -> bool:
    """Whether a row says anything of a category: a positive text of no known category says nothing of any."""
    return category == "toxicity" or not row.label or bool(row.category)


def reference_prose(data: Path, seed: int, *, judging: bool = False) -> list[str]:
    """Answers that set the levels, or with `judging` those that show what the levels flag.

    Two in three are cut to a few sentences, the first ones or some from the middle: streams and spans are judged by
    the sentence, and a model is less sure of a short text.
    """
    wanted = is_judging_prose if judging else is_reference_prose
    texts = [row["text"][:_CHARACTERS] for row in read_objects(data, "prose") if wanted(row["source"])]
    chance = random.Random(seed)
    return [_cut(text, number, chance) for number, text in enumerate(chance.sample(texts, min(_REFERENCE, len(texts))))]


def _cut(text: str, number: int, chance: random.Random) -> str:
    spans = list(sentence_spans(text))
    if number % 3 == 0 or len(spans) < 2:
        return text
    count = chance.randint(1, 3)
    first = 0 if number % 3 == 1 else chance.randrange(len(spans))
    return text[spans[first][0] : spans[min(first + count, len(spans)) - 1][1]]


def highest(encoder: Encoder, texts: Sequence[str]) -> list[tuple[float, ...]]:
    """The highest logit of each head over a text's windows; a text without a word has very low ones."""
    found: list[tuple[float, ...]] = []
    for first in range(0, len(texts), 64):
        for seen in encoder.read([text[:_LONGEST] for text in texts[first : first + 64]]):
            found.append(tuple(map(max, zip(*(one.logits for one in seen), strict=True))) or (-9.0,) * len(HEADS))
    return found
