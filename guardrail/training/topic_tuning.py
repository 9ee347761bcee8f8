"""`python -m guardrail.training.topic_tuning --data DIR`: what topics need of a new encoder.

Makes the embeddings of the shipped phrases, and the cards: the curve of a topic comes from its tuning cases, the levels
from ordinary traffic. Run it whenever `guard.onnx` or a list of phrases changed. Without `--data` it only reports.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from guardrail.diagnostics.errors import EngineError
from guardrail.models import cards, topics, weights
from guardrail.models.cards import LEVELS, Card
from guardrail.models.encoder import MODEL, Encoder, shared_encoder
from guardrail.models.problems import ModelProblem
from guardrail.models.topic_embeddings import FILE, made
from guardrail.training.topic_cases import (
    FOLDER,
    Case,
    OwnList,
    mentions_any,
    read_cases,
    read_ordinary,
    read_own_lists,
    read_words,
)
from guardrail.training.topic_reference import KINDS, ReferenceText, read_reference

if TYPE_CHECKING:
    from numpy.typing import NDArray

_EVEN: Final = Card("even", 1.0, 0.0, {"possible": 0.4, "likely": 0.5, "very_likely": 0.6}, asdict(topics.Weighing()))
"""Before there is a card: a score is the sigmoid of the value."""


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """A text with its stretches, `[stretches, size]`."""

    text: str
    rows: NDArray[Any]


@dataclass(frozen=True, slots=True, eq=False)
class Traffic:
    """The reference set as the encoder reads it."""

    texts: tuple[ReferenceText, ...]
    read: tuple[Read, ...]

    def elsewhere(self, words: Sequence[str]) -> list[tuple[str, Read]]:
        """The kind and the reading of every text that uses none of a topic's words where it begins."""
        pairs = zip(self.texts, self.read, strict=True)
        return [(one.kind, own) for one, own in pairs if len(own.rows) and not mentions_any(one.text[:400], words)]


def ship_embeddings(encoder: Encoder, where: Path) -> Path:
    """Write the embeddings of all shipped phrases into a folder of weights, and enter them in its manifest."""
    import numpy

    from guardrail.training.shipping import enter

    shipped = topics.shipped_topics()
    lists = [topics.ordinary_phrases(), *shipped.values(), *map(topics.near_misses, shipped)]
    arrays: Mapping[str, Any] = made(encoder, [phrases for phrases in lists if phrases])
    numpy.savez_compressed(where / FILE, **arrays)
    enter(where, FILE)
    return where / FILE


def topic_cards(encoder: Encoder, sha256: str, data: Path, cases: Path, seed: int = 7) -> dict[str, dict[str, Any]]:
    """The card that all topics share, and those of the shipped ones, by name."""
    traffic = _read_traffic(encoder, data, seed)
    found = {"topic": _common_card(encoder, sha256, read_own_lists(cases), read_ordinary(cases), traffic)}
    for name, phrases in topics.shipped_topics().items():
        topic = topics.Topic(encoder, phrases, topics.near_misses(name), _EVEN, _EVEN)
        tuning = read_cases(cases, name)
        values = [topic.value(own.text, own.rows) for own in _read(encoder, [case.text for case in tuning])]
        elsewhere = traffic.elsewhere(read_words(cases, name))
        labels = [int(case.about) for case in tuning]
        reference = [(kind, topic.value(own.text, own.rows)) for kind, own in elsewhere]
        found[f"topic_{name}"] = _card(f"topic_{name}", sha256, values, labels, reference)
    return found


def _common_card(
    encoder: Encoder, sha256: str, lists: Sequence[OwnList], ordinary: Sequence[str], traffic: Traffic
) -> dict[str, Any]:
    values: list[float] = []
    labels: list[int] = []
    reference: list[tuple[str, float]] = []
    for own in lists:
        topic = topics.Topic(encoder, own.phrases, (), _EVEN, _EVEN)
        others = [*ordinary, *(text for other in lists if other is not own for text in other.about)]
        read = _read(encoder, [*own.about, *others])
        values += [topic.value(one.text, one.rows) for one in read]
        labels += [1] * len(own.about) + [0] * len(others)
        reference += [(kind, topic.value(one.text, one.rows)) for kind, one in traffic.elsewhere(own.words)]
    return _card("topic", sha256, values, labels, reference)


def _card(
    name: str, sha256: str, values: Sequence[float], labels: Sequence[int], reference: Sequence[tuple[str, float]]
) -> dict[str, Any]:
    from guardrail.evaluate.calibration import platt
    from guardrail.evaluate.card_making import Reference, make_card

    counted = Counter(kind for kind, _ in reference)
    what = ", ".join(f"{counted[kind]:,} {kind}" for kind in KINDS)
    card = make_card(
        name,
        sha256,
        platt(values, labels),
        Reference(f"ordinary traffic that is about something else: {what}", [value for _, value in reference]),
    )
    return {**card, "options": asdict(topics.Weighing())}


def report(encoder: Encoder, cases: Path) -> list[str]:
    """How the installed cards do on the tuning cases, a line a topic and level."""
    return [
        line
        for name, phrases in topics.shipped_topics().items()
        for line in quality(topics.topic(phrases), read_cases(cases, name), name)
    ]


def quality(topic: topics.Topic, cases: Sequence[Case], name: str) -> list[str]:
    """How many cases of a topic are found and falsely found at each level, a line a level."""
    scores = topic.scores([case.text for case in cases])
    about = sum(case.about for case in cases)
    lines = []
    for level in LEVELS:
        found = Counter(
            case.about for case, score in zip(cases, scores, strict=True) if score >= cards.threshold("topic", level)
        )
        right = found[True] + len(cases) - about - found[False]
        lines.append(
            f"{name:<10} {level:<12} found {found[True]} of {about}, falsely {found[False]} of {len(cases) - about}, "
            f"right {right / len(cases):.1%}"
        )
    return lines


def nearest_traffic(encoder: Encoder, data: Path, cases: Path, count: int, seed: int = 7) -> list[str]:
    """Of each shipped topic the highest texts of its reference set, for the eye: none should be about it."""
    traffic = _read_traffic(encoder, data, seed)
    lines = []
    for name, phrases in topics.shipped_topics().items():
        topic = topics.Topic(encoder, phrases, topics.near_misses(name), _EVEN, _EVEN)
        values = [(topic.value(own.text, own.rows), own.text) for _, own in traffic.elsewhere(read_words(cases, name))]
        lines += [f"{name} {value:+.2f} {' '.join(text.split())[:100]}" for value, text in sorted(values)[-count:]]
    return lines


def _read_traffic(encoder: Encoder, data: Path, seed: int) -> Traffic:
    texts = tuple(read_reference(data, seed))
    return Traffic(texts, tuple(_read(encoder, [one.text for one in texts])))


def _read(encoder: Encoder, texts: Iterable[str]) -> list[Read]:
    return [Read(text, topics.stretches(encoder, [text])[0]) for text in texts]


def main(words: Sequence[str] | None = None) -> int:
    """Refit with `--data`, look at the reference set with `--look`, then report."""
    given = _parser().parse_args(words)
    try:
        for line in _run(given):
            print(line)
    except (EngineError, ModelProblem) as problem:
        print(f"error: {problem}", file=sys.stderr)
        return 2
    return 0


def _run(given: argparse.Namespace) -> Iterable[str]:
    encoder = shared_encoder()
    if given.look:
        return nearest_traffic(encoder, given.data, given.cases, given.look)
    if given.data is None:
        return report(encoder, given.cases)
    return _refit(encoder, given.data, given.cases)


def _refit(encoder: Encoder, data: Path, cases: Path) -> Iterable[str]:
    from guardrail.evaluate.card_making import write_card

    fitted: Mapping[str, Any] = topic_cards(encoder, weights.weight_hash(MODEL), data, cases)
    for name, card in fitted.items():
        path = cards.folder() / f"{name}.json"
        write_card(path, card)
        yield str(path)
    # Last: a process trusts the manifest that it read first.
    yield str(ship_embeddings(encoder, weights.folder()))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m guardrail.training.topic_tuning", description="fit the topics to the installed encoder"
    )
    parser.add_argument("--data", type=Path, help="the folder of labelled data; without it only a report is made")
    parser.add_argument("--cases", type=Path, default=FOLDER, help=f"the folder of tuning cases (default {FOLDER})")
    parser.add_argument("--look", type=int, metavar="N", help="print the N highest texts of each topic's reference set")
    return parser


if __name__ == "__main__":
    sys.exit(main())
