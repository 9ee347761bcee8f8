"""Invented tables: what they are about, drawn cells, and the layouts they are written in."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from random import Random

from guardrail.training.generators.grounding_names import Value, draw
from guardrail.training.rows import Split

TEXT = """
T products of a shop | product | products | product
N price | 5 400 | costs {} dollars | more expensive | cheaper
N stock | 0 90 | is in stock {} times | stocked in larger numbers | stocked in smaller numbers
C colour | red, green, blue, black | comes in {}
T lakes of the district | lake | lakes | town
N depth (m) | 3 140 | is {} metres deep | deeper | shallower
N area (ha) | 10 900 | covers {} hectares | larger | smaller
C swimming | yes, no | is marked with {} under swimming
T runners of the city race | runner | runners | person
N age | 18 71 | is {} years old | older | younger
N time (min) | 38 95 | needed {} minutes | slower | faster
C club | Harriers, Swifts, none | has {} as the club
T branches of the bank | branch | branches | town
N staff | 4 88 | has a staff of {} | more strongly staffed | less strongly staffed
N opened | 1921 2019 | opened in {} | younger | older
C manager | yes, acting, vacant | has {} in the manager column
T films of the studio | film | films | work
N length (min) | 71 189 | runs for {} minutes | longer | shorter
N budget (millions) | 2 120 | had a budget of {} million | more costly | less costly
C genre | drama, comedy, thriller, documentary | is a {}
T teams of the league | team | teams | team
N points | 8 84 | has {} points | better placed by points | worse placed by points
N goals | 14 96 | scored {} goals | ahead in goals | behind in goals
C home ground | grass, artificial | plays on {} at home
T planets of the game | planet | planets | product
N moons | 0 31 | has {} moons | richer in moons | poorer in moons
N radius | 900 9800 | has a radius of {} | bigger | smaller
C air | none, thin, dense | has {} for air
T courses of the college | course | courses | subject
N hours | 12 96 | takes {} hours | longer in hours | shorter in hours
N fee | 80 990 | has a fee of {} | dearer | less dear
C level | beginner, middle, advanced | is taught at {} level
T servers of the site | server | servers | product
N memory (GB) | 8 512 | has {} gigabytes of memory | better equipped with memory | worse equipped with memory
N load (%) | 3 97 | has a load of {} percent | busier | less busy
C status | up, down, maintenance | shows the status {}
T bridges over the river | bridge | bridges | town
N span (m) | 22 870 | spans {} metres | longer | shorter
N built | 1688 2015 | was built in {} | newer | older
C material | steel, stone, timber | is made of {}
T employees of the office | employee | employees | person
N salary | 2100 8900 | earns {} | better paid | worse paid
N years | 1 33 | has been there for {} years | longer in service | shorter in service
C department | sales, design, legal | works in {}
T flights of today | flight | flights | town
N delay (min) | 0 170 | is delayed by {} minutes | later behind schedule | closer to schedule
N passengers | 21 310 | carries {} passengers | fuller | emptier
C gate | A, B, C | leaves from gate {}
T drugs of the trial | drug | drugs | product
N dose (mg) | 5 400 | is given at {} milligrams | more highly dosed | less highly dosed
N responders (%) | 8 91 | has {} percent responders | more effective by responders | less effective by responders
C sponsor | university, company | is paid for by a {}
T farms of the valley | farm | farms | town
N cows | 0 180 | keeps {} cows | richer in cows | poorer in cows
N land (ha) | 5 460 | farms {} hectares | bigger | smaller
C organic | certified, in transition, no | has {} in the organic column
T songs of the album | song | songs | work
N length (s) | 121 420 | lasts {} seconds | longer | shorter
N plays (thousands) | 3 900 | has {} thousand plays | more popular by plays | less popular by plays
C singer | Mira, Otto, both | is sung by {}
T elections of the council | district | districts | town
N turnout (%) | 24 89 | had a turnout of {} percent | more eager to vote | less eager to vote
N votes | 800 9900 | counted {} votes | stronger in votes | weaker in votes
C winner | Civic List, Green Bloc, Farmers | was won by {}
"""

DEV_TEXT = """
T ships of the harbour | ship | ships | product
N length (m) | 18 340 | is {} metres long | longer | shorter
N crew | 3 95 | has a crew of {} | more heavily crewed | less heavily crewed
C cargo | grain, cars, containers | is loaded with {}
T hotels on the coast | hotel | hotels | company
N rooms | 8 420 | offers {} rooms | larger by rooms | smaller by rooms
N rating (of 100) | 31 98 | is rated {} | better rated | worse rated
C breakfast | included, extra, none | lists breakfast as {}
T experiments of the group | experiment | experiments | product
N samples | 6 480 | used {} samples | broader in samples | narrower in samples
N yield (%) | 2 96 | gave a yield of {} percent | more productive | less productive
C result | positive, negative, unclear | is noted as {}
"""


@dataclass(frozen=True, slots=True)
class Column:
    """`options` are the words of a column of words, empty for figures between `low` and `high`."""

    name: str
    phrase: str
    more: str = ""
    less: str = ""
    low: int = 0
    high: int = 0
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Schema:
    """What a table is about: the kind of its row names and its columns."""

    title: str
    one: str
    many: str
    kind: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A drawn table: `cells[row name][column name]`."""

    schema: Schema
    cells: dict[str, dict[str, int | str]]
    absent: str


@cache
def schemas(split: Split) -> tuple[Schema, ...]:
    """The tables of a split; they share no subject with the other's."""
    made: list[Schema] = []
    for block in (DEV_TEXT if split == "dev" else TEXT).strip().split("\nT "):
        head, *lines = block.removeprefix("T ").splitlines()
        title, one, many, kind = (part.strip() for part in head.split("|"))
        made.append(Schema(title, one, many, kind, tuple(_column(line) for line in lines)))
    return tuple(made)


def _column(line: str) -> Column:
    letter, parts = line[0], [part.strip() for part in line[1:].split("|")]
    if letter == "C":
        return Column(parts[0], parts[2], options=tuple(parts[1].split(", ")))
    low, high = map(int, parts[1].split())
    return Column(parts[0], parts[2], parts[3], parts[4], low, high)


def drawn_table(schema: Schema, random: Random, split: Split) -> Table:
    """A table of three to ten rows whose figures are all different within a column."""
    size = min(random.randint(3, 10), 8 if schema.kind == "subject" else 10)
    taken: list[Value] = []
    names = [draw(schema.kind, random, split, taken).forms[0] for _ in range(size + 1)]
    cells: dict[str, dict[str, int | str]] = {name: {} for name in names[:size]}
    for column in schema.columns:
        if column.options:
            for name in cells:
                cells[name][column.name] = random.choice(column.options)
            continue
        for name, value in zip(cells, random.sample(range(column.low, column.high + 1), size), strict=True):
            cells[name][column.name] = value
    return Table(schema, cells, names[size])


def written(table: Table, random: Random) -> str:
    """The table as JSON, Markdown, separated values or a list of records."""
    schema = table.schema
    columns = [column.name for column in schema.columns]
    rows = list(table.cells.items())
    layout = random.choice(["json", "json", "markdown", "values", "list", "sentences"])
    if layout == "json":
        records = [{schema.one: name, **{key: str(value) for key, value in cells.items()}} for name, cells in rows]
        return json.dumps({"title": schema.title, "rows": records}, ensure_ascii=False)
    lines = [schema.title]
    if layout == "sentences":
        for name, cells in rows:
            said = ", ".join(column.phrase.format(cells[column.name]) for column in schema.columns)
            lines.append(f"{name} {said}.")
    elif layout == "list":
        lines.extend(
            f"- {name}: " + "; ".join(f"{key} {value}" for key, value in cells.items()) for name, cells in rows
        )
    else:
        joint, edge = (" | ", "| ") if layout == "markdown" else (random.choice([",", "\t", ";"]), "")
        lines.append(edge + joint.join([schema.one, *columns]) + edge[::-1])
        if edge:
            lines.append("|" + "---|" * (len(columns) + 1))
        for name, cells in rows:
            lines.append(edge + joint.join([name, *(str(cells[key]) for key in columns)]) + edge[::-1])
    return "\n".join(lines)
