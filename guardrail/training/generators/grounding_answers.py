"""Putting sentences together to an answer as assistants write them: lead-ins, lists, citations, bold print, offers."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from guardrail.training.generators.grounding_frames import Piece, plain, spans_of
from guardrail.training.rows import LabelledAnswer, Split


def lead_in(random: Random, split: Split) -> str:
    """An opening which claims nothing, with its closing blank or line break; often none."""
    train = (
        "Based on the provided passages: |According to the documents: |Here is what the context says: |Sure! |"
        "Certainly. |Here's a short answer: |From the text: |In short: |Here is a summary: |To answer your question: |"
        "The sources give the following picture. |Great question! |Happy to help. |Summary:\n|"
        "Here are the main points:\n"
    )
    dev = "Going by the material: |Of course! |Here is what I found: |As far as the passages tell: |Overview:\n"
    return random.choice((dev if split == "dev" else train).split("|")) if random.random() < 0.5 else ""


def closing(random: Random, split: Split) -> str:
    """An offer or remark which claims nothing; mostly none."""
    train = (
        "Let me know if you would like more details.|I hope this helps!|Feel free to ask if anything is unclear.|"
        "Please see the passages for details.|Would you like me to go further into this?|"
        "If you need anything else, just ask."
    )
    dev = "Tell me if you want to know more.|Shall I look into another point?|Anything else I can do for you?"
    return random.choice((dev if split == "dev" else train).split("|")) if random.random() < 0.15 else ""


def joined(sentences: Sequence[tuple[list[Piece], int]], random: Random, split: Split) -> list[Piece]:
    """One answer out of (sentence, number of its passage), in a layout chosen at random."""
    layout = random.choice(["prose", "prose", "prose", "bullets", "numbers"]) if len(sentences) > 1 else "prose"
    cited, bold = random.random() < 0.25, random.random() < 0.15
    opening = lead_in(random, split)
    pieces: list[Piece] = [(opening if layout == "prose" or not opening else opening.rstrip() + "\n", False)]
    for index, (sentence, number) in enumerate(sentences):
        if layout == "bullets":
            pieces.append(("- " if not index else "\n- ", False))
        elif layout == "numbers":
            pieces.append((f"{'' if not index else chr(10)}{index + 1}. ", False))
        elif index:
            pieces.append((" ", False))
        body = _connected(sentence, random) if layout == "prose" and index else list(sentence)
        body = _bold(body, random) if bold else body
        pieces.extend(_cited(body, number) if cited and number else body)
    ending = closing(random, split)
    if ending:
        pieces.append((("\n\n" if layout != "prose" else " ") + ending, False))
    return [piece for piece in pieces if piece[0]]


def _connected(sentence: Sequence[Piece], random: Random) -> list[Piece]:
    if random.random() > 0.22:
        return list(sentence)
    text, flag = sentence[0]
    if text.split(" ", 1)[0].endswith(","):
        return list(sentence)
    word = random.choice(["Also, ", "In addition, ", "Moreover, ", "Furthermore, ", "Besides, ", "Note that "])
    opener = text.split(" ", 1)[0]
    if opener in ("The", "In", "It", "There", "A", "An", "By", "At", "For", "With", "Up", "After", "On", "Since"):
        text = text[0].lower() + text[1:]
    return [(word, False), (text, flag), *sentence[1:]]


def _bold(sentence: Sequence[Piece], random: Random) -> list[Piece]:
    inner = [at for at, (text, _) in enumerate(sentence) if 1 < len(text) < 24 and text == text.strip(" .,")]
    if not inner:
        return list(sentence)
    at = random.choice(inner)
    return [*sentence[:at], ("**", False), sentence[at], ("**", False), *sentence[at + 1 :]]


def _cited(sentence: Sequence[Piece], number: int) -> list[Piece]:
    text, flag = sentence[-1]
    if text.endswith("."):
        return [*sentence[:-1], (text[:-1], flag), (f" [{number}].", False)]
    return [*sentence, (f" [{number}]", False)]


def labelled(
    context: str,
    pieces: Sequence[Piece],
    *,
    source: str,
    split: Split,
    kind: str,
    question: str | None = None,
) -> LabelledAnswer:
    """The row of an answer given in pieces: label and spans are what the marked ones say."""
    spans = spans_of(pieces)
    return LabelledAnswer(context, plain(pieces), int(bool(spans)), source, split, question, spans, kind)
