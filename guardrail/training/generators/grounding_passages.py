"""Given passages with answers made of their sentences: reworded ones are supported, edited or orphaned ones are not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from random import Random

from guardrail.training.generators.grounding_answers import joined, labelled
from guardrail.training.generators.grounding_edits import additions, edited
from guardrail.training.generators.grounding_frames import Piece
from guardrail.training.generators.grounding_rewording import reworded
from guardrail.training.rows import LabelledAnswer, Split

NAME = "own_passages"

ROWS_AT_MOST = 2800
WORDS_AT_MOST = 420


def generate(seed: int, passages: Sequence[tuple[str, Split]]) -> Iterator[LabelledAnswer]:
    """Two rows a passage, one supported and one not, until there are enough; each keeps its passage's split."""
    random = Random(f"{NAME} {seed}")
    for split, most in (("train", ROWS_AT_MOST * 9 // 20), ("dev", ROWS_AT_MOST // 20)):
        texts = dict.fromkeys(_cut(text) for text, side in passages if side == split)
        usable = [text for text in texts if len(sentences_of(text)) >= 3]
        chosen = random.sample(usable, min(len(usable), most))
        for index, context in enumerate(chosen):
            foreign = random.choice(sentences_of(chosen[index - 1]))
            side: Split = "dev" if split == "dev" else "train"
            yield from _rows(context, side, foreign, random)


def _cut(text: str) -> str:
    """The opening of a text, whole sentences up to the limit of words."""
    if len(text.split()) <= WORDS_AT_MOST:
        return text.strip()
    kept: list[str] = []
    for line in re.split(r"(?<=[.!?])\s+", text):
        if sum(len(each.split()) for each in kept) + len(line.split()) > WORDS_AT_MOST:
            break
        kept.append(line)
    return " ".join(kept)


def sentences_of(text: str) -> list[str]:
    """The declarative sentences of `text` that stand by themselves: no markup, no half of a quotation or bracket."""
    found = (each.strip() for each in re.split(r"(?<=[.!?])\s+(?=[A-Z\"'])|\n+", text))
    return [each for each in found if 6 <= len(each.split()) <= 45 and _stands_alone(each)]


def _stands_alone(sentence: str) -> bool:
    if not re.fullmatch(r"[A-Z].*[a-z0-9)]\.", sentence) or re.search(
        r"\*\*|\d\. |[.!?] \d+\.$|[{}\[\]<>`|]", sentence
    ):
        return False
    if sentence.count('"') % 2 or sentence.count("(") != sentence.count(")"):
        return False
    return not re.match(r"(?:I|We|You|Dear|Please|Let|Here|Sure|If|Your|My|Our|But|And|So)\b", sentence)


def _alike(one: str, other: str) -> bool:
    """Whether another sentence may say the same, judged by shared words."""
    words = [set(re.findall(r"[a-z]{4,}|\d+", each.lower())) for each in (one, other)]
    return len(words[0] & words[1]) * 2 > len(words[0])


def _rows(context: str, split: Split, foreign: str, random: Random) -> Iterator[LabelledAnswer]:
    sentences = sentences_of(context)
    at = sorted(random.sample(range(len(sentences)), min(random.choice([1, 1, 2, 2, 3, 4]), len(sentences))))
    chosen: list[tuple[list[Piece], int]] = [([(reworded(sentences[index], random), False)], 0) for index in at]
    spot = random.randrange(len(at))
    made = _spoiled(sentences[at[spot]], sentences, context, foreign, random)
    if made is None:
        return
    yield _supported(context, chosen, [sentences[index] for index in at], split, random)
    context, kind, pieces = made
    chosen[spot] = (pieces, 0)
    yield labelled(context, joined(chosen, random, split), source=NAME, split=split, kind=kind)


def _supported(
    context: str, chosen: Sequence[tuple[list[Piece], int]], originals: Sequence[str], split: Split, random: Random
) -> LabelledAnswer:
    chosen = list(chosen)
    first = originals[0]
    if random.random() < 0.06 and context.count(first) == 1:
        # The additions that spoil other answers are in the passage here.
        addition = random.choice(additions())
        context = context.replace(first, first[:-1] + addition + ".")
        chosen[0] = ([(reworded(first, random).removesuffix(".") + addition + ".", False)], 0)
    return labelled(context, joined(chosen, random, split), source=NAME, split=split, kind="reworded")


def _spoiled(
    sentence: str, sentences: Sequence[str], context: str, foreign: str, random: Random
) -> tuple[str, str, list[Piece]] | None:
    """(context, kind, the sentence made unsupported)."""
    chance = random.random()
    if chance < 0.08 and not any(_alike(foreign, each) for each in sentences):
        return context, "foreign sentence", [(reworded(foreign, random), True)]
    if chance < 0.24 and len(set(re.findall(r"\d+|[A-Z]\w+", sentence))) >= 2:
        rest = re.sub(r"  +", " ", context.replace(sentence, "", 1)).strip()
        others = re.split(r"(?<=[.!?])\s+|\n+", rest)
        if len(rest.split()) > 25 and not any(_alike(sentence, each) for each in others):
            return rest, "removed source", [(reworded(sentence, random), True)]
    made = edited(reworded(sentence, random) if random.random() < 0.7 else sentence, context, random)
    return (context, *made) if made else None
