"""Own grounding rows: the same for the same seed, labelled on both sides, with spans that lie where the errors are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from random import Random

import pytest

from guardrail.training.generators import (
    grounding_entailment,
    grounding_paraphrase,
    grounding_passages,
    grounding_rag,
    grounding_records,
    grounding_refusals,
    grounding_short,
    grounding_summaries,
    grounding_tables,
)
from guardrail.training.generators.grounding_edits import edited
from guardrail.training.generators.grounding_frames import parse, plain, render, slots_of, spans_of
from guardrail.training.generators.grounding_library import genres, talks
from guardrail.training.generators.grounding_names import Value, belongs_to, draw, drawers, with_other_unit
from guardrail.training.generators.grounding_rewording import reworded
from guardrail.training.generators.grounding_table_statements import statement
from guardrail.training.generators.grounding_table_worlds import Column, Schema, Table
from guardrail.training.rows import LabelledAnswer, Split

MILL = (
    "The mill in Harlow was built in 1871 and burned down in 1903. It employed 40 people, all of them from the "
    "village. After the fire the owner, Edith Marsh, sold the land to the railway. The company planned a station "
    "there, but it may never open."
)
PUFFINS = (
    "Puffins nest in burrows on the cliffs of the island. Each pair raises a single chick, which is fed for about six "
    "weeks. In winter the birds live at sea, often 300 miles from land. Rangers count the burrows in May."
)
FERRY = (
    "The ferry to Lund takes 25 minutes. It runs every hour from Monday to Saturday, but not on Sundays. Bicycles can "
    "be taken along for 2 euros. In storms the ferry stays in port and a bus replaces it."
)
PASSAGES: list[tuple[str, Split]] = [(MILL, "train"), (PUFFINS, "train"), (FERRY, "dev")]

Made = Callable[[int], Iterator[LabelledAnswer]]

GENERATORS: dict[str, Made] = {
    grounding_entailment.NAME: grounding_entailment.generate,
    grounding_paraphrase.NAME: grounding_paraphrase.generate,
    grounding_rag.NAME: grounding_rag.generate,
    grounding_records.NAME: grounding_records.generate,
    grounding_refusals.NAME: grounding_refusals.generate,
    grounding_short.NAME: grounding_short.generate,
    grounding_summaries.NAME: grounding_summaries.generate,
    grounding_tables.NAME: grounding_tables.generate,
    grounding_passages.NAME: lambda seed: grounding_passages.generate(seed, PASSAGES),
}


@pytest.fixture(scope="module", params=sorted(GENERATORS))
def rows(request: pytest.FixtureRequest) -> tuple[str, list[LabelledAnswer]]:
    return request.param, list(GENERATORS[request.param](11))


def test_the_same_seed_gives_the_same_rows(rows: tuple[str, list[LabelledAnswer]]) -> None:
    name, made = rows
    assert list(islice(GENERATORS[name](11), 40)) == made[:40]


def test_both_labels_are_about_equally_frequent(rows: tuple[str, list[LabelledAnswer]]) -> None:
    labels = [row.label for row in rows[1]]
    assert 0.4 <= sum(labels) / len(labels) <= 0.6


def test_both_splits_are_there(rows: tuple[str, list[LabelledAnswer]]) -> None:
    name, made = rows
    share = sum(row.split == "dev" for row in made) / len(made)
    assert 0 < share <= (0.15 if name != grounding_passages.NAME else 0.6)


def test_spans_lie_in_the_answer_and_say_what_the_label_says(rows: tuple[str, list[LabelledAnswer]]) -> None:
    for row in rows[1]:
        assert row.spans is not None
        assert bool(row.spans) == bool(row.label)
        for start, end in row.spans:
            assert 0 <= start < end <= len(row.answer)
            assert row.answer[start:end] == row.answer[start:end].strip()


def test_answers_and_contexts_are_of_bounded_size(rows: tuple[str, list[LabelledAnswer]]) -> None:
    for row in rows[1]:
        assert len(row.context.split()) <= 540
        assert len(row.answer.split()) <= 260
        assert row.answer.strip()


def test_no_slot_is_left_unfilled(rows: tuple[str, list[LabelledAnswer]]) -> None:
    name, made = rows
    for row in made:
        assert not set("<>{}|") & set(row.answer + (row.question or ""))
        # Tables and records are written with these marks.
        assert name in (grounding_tables.NAME, grounding_records.NAME) or not set("<>{}|") & set(row.context)


def test_train_and_dev_share_no_frame() -> None:
    lines: dict[Split, set[str]] = {
        split: {line for genre in (*genres(split), *talks(split)) for frame in genre.frames for line in frame.says}
        for split in ("train", "dev")
    }
    assert not lines["train"] & lines["dev"]
    assert len(lines["train"]) > 250


def test_every_slot_of_a_line_is_declared() -> None:
    for split in ("train", "dev"):
        for genre in (*genres(split), *talks(split)):
            for frame in genre.frames:
                known = {**genre.subjects, **frame.slots}
                lines = [*frame.says, *frame.follows, *(part for ask in frame.asks for part in ask)]
                assert frame.says and frame.follows, genre.key
                assert {slot for line in lines for slot in slots_of(line)} <= set(known), (genre.key, lines)
                kinds = {
                    kind for kind in known.values() if kind[0].isalpha() and not kind.startswith(("opt", "cond", "cmp"))
                }
                assert kinds <= {*drawers(), "later"}


def test_choices_have_as_many_wordings_as_the_slot_declares() -> None:
    for split in ("train", "dev"):
        for genre in (*genres(split), *talks(split)):
            for frame in genre.frames:
                for line in [*frame.says, *frame.follows]:
                    for piece in line.split("{")[1:]:
                        slot, _, rest = piece.partition(":")
                        kind = frame.slots[slot]
                        digits = "".join(filter(str.isdigit, kind.partition(".")[0])) or "2"
                        expected = int(digits) + (not kind.isdigit() and not kind.startswith("cmp"))
                        assert rest.split("}")[0].count("|") + 1 == expected, (genre.key, line)


def test_names_of_train_and_dev_are_apart() -> None:
    random = Random(3)
    for split, other in (("train", "dev"), ("dev", "train")):
        name = draw("company", random, split, []).loose[0]  # type: ignore[arg-type]
        assert belongs_to(name, split) and not belongs_to(name, other)  # type: ignore[arg-type]


def test_a_wrong_setting_is_marked_where_it_stands() -> None:
    genre = parse("@ k | c=company | <c>\n# y=year k=2\nP <c> opened in <y>.\nY <c> {k:did|did not} open in <y>.")[0]
    frame = genre.frames[0]
    state = {"c": Value("company", ("Velo Foods",)), "y": Value("year", ("1990",)), "k": 0}
    pieces = render(frame.follows[0], state, Random(1), wrong={"k": 1})
    assert plain(pieces) == "Velo Foods did not open in 1990."
    assert spans_of(pieces) == ((11, 18),)


def test_a_line_of_no_known_letter_is_refused() -> None:
    with pytest.raises(ValueError, match="opens no kind of line"):
        parse("@ k | c=company | <c>\n# y=year\nZ what")


def test_units_are_exchanged_with_the_figure_kept() -> None:
    other = with_other_unit(Value("days", ("30 days", "30 calendar days")), Random(2))
    assert other is not None
    assert other.forms[0] in ("30 weeks", "30 hours")


def test_edits_change_the_sentence_where_they_say() -> None:
    context = MILL
    sentence = "The mill in Harlow was built in 1871 and burned down in 1903."
    for seed in range(40):
        made = edited(sentence, context, Random(seed))
        assert made is not None
        kind, pieces = made
        assert plain(pieces) != sentence, kind
        assert spans_of(pieces), kind


def test_rewording_keeps_figures_and_names() -> None:
    sentence = "In 1871, approximately 40 people started a mill in Harlow (see below)."
    for seed in range(30):
        made = reworded(sentence, Random(seed))
        assert "1871" in made and "40" in made and "Harlow" in made


def test_table_statements_hold_exactly_when_they_say_so() -> None:
    column = Column("depth (m)", "is {} metres deep", "deeper", "shallower", 1, 99)
    worded = Column("swimming", "has {} under swimming", options=("yes", "no"))
    schema = Schema("lakes", "lake", "lakes", "town", (column, worded))
    cells: dict[str, dict[str, int | str]] = {
        "Ava": {"depth (m)": 10, "swimming": "yes"},
        "Bor": {"depth (m)": 20, "swimming": "no"},
        "Cim": {"depth (m)": 30, "swimming": "no"},
    }
    table = Table(schema, cells, "Dor")
    seen: set[str] = set()
    for seed in range(400):
        random = Random(seed)
        false = bool(seed % 2)
        kind, pieces = statement(table, random, false=false)
        seen.add(kind)
        assert any(flag for _, flag in pieces) == false
        text = plain(pieces)
        if kind == "rows":
            assert ("three" in text or "3" in text) != false
        if kind == "extreme" and ("highest" in text or "largest" in text or "maximum" in text):
            assert ("Cim" in text) != false
        if kind == "only":
            assert (text == "Ava is the only lake with yes as swimming.") != false
    assert len(seen) > 14
