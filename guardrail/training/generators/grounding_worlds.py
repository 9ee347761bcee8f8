"""A world: invented documents about one or more subjects, and true and false claims about them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from random import Random

from guardrail.training.generators.grounding_frames import Frame, Genre, Piece, Setting, plain, render, slots_of
from guardrail.training.generators.grounding_names import Value, draw, with_other_unit
from guardrail.training.rows import Split

WORDS_AT_MOST = 470
"""Of a context."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One frame filled in: `number` is the passage that says it, 0 where none does."""

    frame: Frame
    genre: Genre
    state: dict[str, Setting]
    said: str
    tail: str
    number: int


@dataclass(slots=True)
class World:
    """The passages with what they say (`facts`), what they could have said (`missing`), and both kinds of extras."""

    split: Split
    passages: list[tuple[str, list[str]]] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    missing: list[Fact] = field(default_factory=list)
    extras: list[str] = field(default_factory=list)
    absent_extras: list[str] = field(default_factory=list)
    taken: list[Value] = field(default_factory=list)
    spoken: set[str] = field(default_factory=set)


@cache
def tails(split: Split) -> tuple[str, ...]:
    """Details that a sentence may end with; the same ones stand in documents and in answers that invent them."""
    train = (
        ", which surprised many observers|, largely because of rising demand|, for the first time in its history|"
        ", after months of preparation|, despite early doubts|, in part thanks to a local grant|"
        ", to the delight of regular visitors|, following a review by outside experts|, with no complaints so far|"
        ", as part of a wider plan|, mainly to save costs|, at the request of its users|, much to the relief of staff|"
        ", earlier than expected|, later than planned|, owing to a shortage of trained staff|, under a new law|"
        ", because of safety concerns|, although some disagreed|, with help from volunteers|, on a trial basis|"
        ", making it one of the most popular of its kind|, in response to feedback|, by a narrow margin|"
        ", in line with international standards|, against the advice of consultants|, with strong public support|"
        ", in order to attract younger people|, due to a change of ownership|, without any public announcement"
    )
    dev = (
        ", which drew praise from experts|, because older methods had failed|, after a long debate|"
        ", thanks to a private donation|, even though funds were short|, as an experiment|, sooner than anyone hoped|"
        ", to comply with new rules|, following several complaints|, with mixed reactions"
    )
    return tuple((dev if split == "dev" else train).split("|"))


def with_tail(pieces: list[Piece], tail: str, *, flag: bool) -> list[Piece]:
    """The sentence with `tail` before its final period."""
    text, last = pieces[-1]
    if not text.endswith("."):
        return pieces
    return [*pieces[:-1], (text[:-1], last), (tail, flag), (".", False)]


def _setting(kind: str, state: dict[str, Setting], random: Random, world: World) -> Setting:
    if kind.startswith("cmp"):
        first, second = (amount_of(state[name]) for name in kind.split(".")[1:])
        return 0 if first > second else 1
    if kind == "later":
        before = max(amount_of(value) for value in state.values() if isinstance(value, Value) and value.kind == "year")
        return Value("year", (str(int(before) + random.randint(1, 24)),))
    if kind.isdigit():
        return random.randrange(int(kind))
    if kind.startswith(("opt", "cond")):
        most = int(kind.removeprefix("opt").removeprefix("cond"))
        return random.choice([0, random.randint(1, most)]) if kind.startswith("opt") else random.randint(0, most)
    return draw(kind, random, world.split, world.taken)


def amount_of(setting: Setting) -> float:
    """The first figure in a value's main form. Raises TypeError for a choice, IndexError without a figure."""
    if not isinstance(setting, Value):
        raise TypeError("a choice has no figure")
    form = setting.forms[-1] if setting.kind == "count" else setting.forms[0]
    return float(re.findall(r"\d+(?:\.\d+)?", form)[0])


def _fact(world: World, genre: Genre, frame: Frame, subjects: dict[str, Setting], random: Random, number: int) -> Fact:
    state = dict(subjects)
    for name, kind in frame.slots.items():
        state[name] = _setting(kind, state, random, world)
    spoken = genre.key.startswith("talk")
    line = random.choice(frame.says)
    pieces = render(line, state, random)
    if not spoken and subjects.keys().isdisjoint(slots_of(line)) and random.random() < 0.7:
        # A sentence picked out of its passage still has to say whom it is about.
        pieces.insert(0, (plain(render(f"<{next(iter(subjects))}>: ", subjects, random)), False))
    tail = random.choice(tails(world.split)) if number and not spoken and random.random() < 0.1 else ""
    if tail and not plain(pieces).endswith("."):
        tail = ""
    said = plain(with_tail(pieces, tail, flag=False) if tail else pieces)
    return Fact(frame, genre, state, said, tail, number)


def add_subject(world: World, genre: Genre, random: Random, facts: int) -> None:
    """Adds a passage on a new subject of `genre`, with at most `facts` facts, the genre's others being missing."""
    subjects: dict[str, Setting] = {
        name: draw(kind, random, world.split, world.taken) for name, kind in genre.subjects.items()
    }
    frames = list(genre.frames)
    if genre.key.startswith("talk"):
        chosen = set(random.sample(range(len(frames)), min(facts, len(frames))))
        order = [*sorted(chosen), *sorted(set(range(len(frames))) - chosen)]
        frames = [frames[index] for index in order]
    else:
        random.shuffle(frames)
    number = len(world.passages) + 1
    told = [_fact(world, genre, frame, subjects, random, number) for frame in frames[:facts]]
    lines = [fact.said for fact in told]
    extras = [plain(render(line, subjects, random)) for line in genre.extras]
    random.shuffle(extras)
    kept = random.randint(0, min(2, len(extras)))
    for extra in extras[:kept]:
        lines.insert(random.randint(1, len(lines)), extra)
    title = plain(render(genre.title, subjects, random))
    words = sum(len(line.split()) for _, rest in world.passages for line in rest)
    if world.passages and words + sum(len(line.split()) for line in lines) > WORDS_AT_MOST:
        return
    world.passages.append((title, lines))
    if genre.key.startswith("talk"):
        world.spoken.add(title)
    world.facts.extend(told)
    world.missing.extend(_fact(world, genre, frame, subjects, random, 0) for frame in frames[facts:])
    world.extras.extend(extras[:kept])
    world.absent_extras.extend(extras[kept:])


def build(random: Random, split: Split, genres: Sequence[Genre], passages: int, facts: int = 6) -> World:
    """A world of up to `passages` passages: often two subjects of one genre, so that their facts can be confused."""
    world = World(split)
    chosen: list[Genre] = []
    while len(chosen) < passages:
        genre = random.choice(genres)
        chosen.extend([genre] * random.choice([1, 2, 2]))
    random.shuffle(chosen)
    for genre in chosen[:passages]:
        add_subject(world, genre, random, random.randint(max(2, facts - 3), facts))
    return world


def context_of(world: World, random: Random) -> str:
    """The world's passages as one text, in one of the usual layouts."""
    layout = random.randrange(7)
    blocks: list[str] = []
    for number, (title, lines) in enumerate(world.passages, 1):
        head = {0: f"[{number}] {title}", 1: f"Passage {number}: {title}", 2: f"# {title}", 3: title}.get(layout, title)
        if layout == 4:
            head = f"Document {number}: {title}"
        if title in world.spoken:
            body = "\n".join(lines)
        elif layout == 5 or (layout == 3 and random.random() < 0.3):
            body = "\n".join(f"- {line}" for line in lines)
            head = title
        else:
            body = " ".join(lines)
        blocks.append(f"{head}\n{body}".strip())
    return "\n\n".join(blocks)


def supported(fact: Fact, random: Random) -> list[Piece]:
    """A sentence that follows from what the fact's passage says: reworded, or now and then copied."""
    if random.random() < (0.5 if fact.tail else 0.12) and ": " not in fact.said:
        return [(fact.said, False)]
    line = random.choice(fact.frame.follows)
    state = dict(fact.state)
    for slot in slots_of(line):
        if fact.frame.slots.get(slot, "").startswith("opt") and random.random() < 0.3:
            state[slot] = 0
    return render(line, state, random, loose=random.random() < 0.5)


def unsupported(world: World, fact: Fact, random: Random) -> tuple[list[Piece], str] | None:
    """A sentence with one thing in it that the passages do not say, and the kind of error; None if none was found."""
    line = random.choice(fact.frame.follows)
    options = _edits(world, fact, line, random)
    if random.random() < 0.08:
        others = [tail for tail in tails(world.split) if tail != fact.tail]
        return with_tail(render(line, fact.state, random), random.choice(others), flag=True), "invented detail"
    random.shuffle(options)
    for kind, wrong in options:
        right = plain(render(line, fact.state, Random(0)))
        pieces = render(line, fact.state, random, wrong=wrong, loose=random.random() < 0.4)
        if plain(render(line, fact.state, Random(0), wrong=wrong)) == right:
            continue
        if not any(flag for _, flag in pieces):
            pieces = [(text, True) for text, _ in pieces]
        return pieces, kind
    return None


def _edits(world: World, fact: Fact, line: str, random: Random) -> list[tuple[str, dict[str, Setting]]]:
    """Every kind of error that the line can be given: (kind, what replaces the true settings)."""
    found: list[tuple[str, dict[str, Setting]]] = []
    slots = slots_of(line)
    values = {slot: fact.state[slot] for slot in slots}
    for slot, value in values.items():
        if isinstance(value, int):
            wrong = _other_choice(fact.frame.slots[slot], value, random)
            kind = fact.frame.slots[slot]
            named = "detail" if kind.startswith("opt") else "condition" if kind.startswith("cond") else "choice"
            found.extend([(named, {slot: wrong})] * 2 if wrong is not None else [])
            continue
        if slot in fact.genre.subjects:
            found.extend(_other_subject(world, fact, line, slot))
            continue
        found.extend([("value", {slot: draw(value.kind, random, world.split, list(world.taken))})])
        elsewhere = _elsewhere(world, fact, value)
        if elsewhere:
            found.extend([("value of another fact", {slot: random.choice(elsewhere)})] * 2)
        unit = with_other_unit(value, random)
        if unit and random.random() < 0.5:
            found.append(("unit", {slot: unit}))
    if line in fact.frame.swaps:
        found.extend(_exchanged(values) * 2)
    return found


def _exchanged(values: dict[str, Setting]) -> list[tuple[str, dict[str, Setting]]]:
    names = [(slot, value) for slot, value in values.items() if isinstance(value, Value)]
    return [
        ("roles", {slot: other, second: value})
        for index, (slot, value) in enumerate(names)
        for second, other in names[index + 1 :]
        if value.kind == other.kind
    ]


def _elsewhere(world: World, fact: Fact, value: Value) -> list[Value]:
    own = [setting for setting in fact.state.values() if isinstance(setting, Value)]
    return [
        other
        for told in world.facts
        for other in told.state.values()
        if isinstance(other, Value) and other.kind == value.kind and other not in own
    ]


def _other_choice(kind: str, value: int, random: Random) -> int | None:
    if kind.isdigit() or kind.startswith("cmp"):
        options = [other for other in range(int(kind) if kind.isdigit() else 2) if other != value]
    else:
        lowest = 1 if kind.startswith("opt") else 0
        most = int(kind.removeprefix("opt").removeprefix("cond"))
        options = [other for other in range(lowest, most + 1) if other != value]
    return random.choice(options) if options else None


def _other_subject(world: World, fact: Fact, line: str, slot: str) -> list[tuple[str, dict[str, Setting]]]:
    """The subject replaced by another of the same genre, where the claim does not hold of that one too."""
    mine = fact.state[slot]
    shared = [name for name in slots_of(line) if name not in fact.genre.subjects]
    if not shared:
        return []
    found: list[tuple[str, dict[str, Setting]]] = []
    for told in world.facts:
        other = told.state.get(slot)
        if told.genre is not fact.genre or other is None or other == mine:
            continue
        twin = next((each for each in world.facts if each.state.get(slot) == other and each.frame is fact.frame), None)
        if twin is None or any(twin.state[name] != fact.state[name] for name in shared):
            found.append(("wrong subject", {slot: other}))
    return found[:1]
