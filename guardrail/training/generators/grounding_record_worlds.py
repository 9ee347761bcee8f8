"""Invented JSON records of places, devices, people and orders, with what each of their fields may be said to mean.

A kind of record opens with `R word | name kind`; `H` gives it opening hours. Its fields are `B` (yes, no or not given:
what each means), `L` (a list drawn from words), `W` (one of several words), `F` (a figure), each with the words that
state it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import TypeAlias

from guardrail.training.generators.grounding_names import WEEKDAYS, Value, draw
from guardrail.training.rows import Split

TEXT = """
R cafe | product | Business
B OutdoorSeating | has tables outside | has no tables outside
B WiFi | offers its guests WiFi | does not offer WiFi
B TakesReservations | takes reservations | does not take reservations
B DogsAllowed | lets dogs in | does not let dogs in
L Serves | coffee, cake, soup, wine, sandwiches, salads | has {} on offer
W NoiseLevel | quiet, average, loud | is described as {} when it comes to noise
W Parking | street, garage, none | lists {} for parking
F Stars | 1 5 | is rated with {} stars
F Seats | 12 90 | seats {} people
H
R workshop | company | Business
B HomeVisits | makes home visits | makes no home visits
B AcceptsCards | accepts cards | does not accept cards
B Guarantee | gives a guarantee on repairs | gives no guarantee on repairs
L Repairs | bicycles, clocks, radios, shoes, phones, furniture | repairs {}
W Languages | Dutch, Greek, Korean | can be spoken to in {}
F Employees | 2 28 | employs {} people
F HourlyRate | 18 95 | charges {} dollars an hour
H
R camera | product | Device
B Waterproof | is waterproof | is not waterproof
B Touchscreen | has a touchscreen | lacks a touchscreen
B Bluetooth | can connect by Bluetooth | cannot connect by Bluetooth
L InTheBox | strap, charger, lens cap, cable, case, battery | comes with the following in the box: {}
W Body | metal, plastic, carbon | has a body of {}
F Megapixels | 12 60 | has {} megapixels
F WeightInGrams | 180 990 | weighs {} grams
R patient | person | Person
B Smoker | smokes | does not smoke
B Insured | is insured | is not insured
B Allergies | has allergies | has no allergies
L Medication | aspirin, insulin, ibuprofen, vitamin D, iron | takes {}
W BloodType | A, B, AB, O | has blood type {}
F Age | 19 93 | is {} years old
F HeightInCm | 148 199 | is {} centimetres tall
R order | product | Order
B GiftWrap | is to be wrapped as a gift | is not to be wrapped as a gift
B Paid | has been paid | has not been paid
B Express | goes by express | does not go by express
L Items | lamp, mug, blanket, notebook, umbrella, clock | contains {}
W Status | packed, shipped, cancelled | has the status {}
F TotalInDollars | 9 480 | comes to {} dollars
F Parcels | 2 9 | is split into {} parcels
R apartment | town | Property
B Elevator | can be reached by elevator | has no elevator
B Balcony | has a balcony | has no balcony
B PetsAllowed | may be rented with pets | may not be rented with pets
L Furniture | bed, desk, sofa, wardrobe, table, stove | comes with {}
W Heating | gas, electric, district | has {} heating
F Rooms | 2 7 | has {} rooms
F RentInDollars | 400 2900 | costs {} dollars a month
"""

DEV_TEXT = """
R gym | company | Business
B Sauna | has a sauna | has no sauna
B TrialLesson | offers a trial lesson | offers no trial lesson
B Childcare | looks after children | does not look after children
L Classes | yoga, boxing, spinning, pilates, dance | gives classes in {}
W Lockers | free, paid, none | lists lockers as {}
F FeeInDollars | 15 120 | costs {} dollars a month
F Trainers | 2 25 | has {} trainers
H
R boat | product | Device
B Radio | carries a radio | carries no radio
B Kitchen | has a kitchen | has no kitchen
B Insurance | is insured | is not insured
L Equipment | anchor, ropes, flares, compass, ladder | is equipped with {}
W Hull | wood, steel, fibreglass | has a hull of {}
F Berths | 2 12 | sleeps {} people
F LengthInFeet | 14 88 | is {} feet long
"""

Cell: TypeAlias = "bool | int | str | list[str] | dict[str, str] | None"


@dataclass(frozen=True, slots=True)
class Field:
    """A field: `kind` is its letter, `phrases` what states it, `options` what it may hold."""

    kind: str
    name: str
    phrases: tuple[str, ...]
    options: tuple[str, ...] = ()
    low: int = 0
    high: int = 0


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record and its fields; `hours` says whether it has opening hours."""

    word: str
    names: str
    title: str
    fields: tuple[Field, ...]
    hours: bool


@dataclass(frozen=True, slots=True)
class Record:
    """A drawn record: a name and its cells."""

    kind: Kind
    name: str
    cells: dict[str, Cell]


@cache
def kinds(split: Split) -> tuple[Kind, ...]:
    """The kinds of records of a split."""
    made: list[Kind] = []
    for block in (DEV_TEXT if split == "dev" else TEXT).strip().split("\nR "):
        head, *lines = block.removeprefix("R ").splitlines()
        word, names, title = (part.strip() for part in head.split("|"))
        fields = tuple(_field(line) for line in lines if line != "H")
        made.append(Kind(word, names, title, fields, "H" in lines))
    return tuple(made)


def _field(line: str) -> Field:
    letter, parts = line[0], [part.strip() for part in line[1:].split("|")]
    if letter == "B":
        return Field(letter, parts[0], tuple(parts[1:]))
    if letter == "F":
        low, high = map(int, parts[1].split())
        return Field(letter, parts[0], (parts[2],), low=low, high=high)
    return Field(letter, parts[0], (parts[2],), tuple(parts[1].split(", ")))


def drawn_record(kind: Kind, random: Random, split: Split) -> Record:
    """A record with some of its fields left open."""
    taken: list[Value] = []
    cells: dict[str, Cell] = {}
    for field in kind.fields:
        if field.kind == "B":
            cells[field.name] = random.choice([True, False, True, False, None])
        elif field.kind == "F":
            cells[field.name] = random.randint(field.low, field.high)
        elif field.kind == "W":
            cells[field.name] = random.choice(field.options)
        else:
            cells[field.name] = random.sample(field.options, random.randint(2, 3))
    if kind.hours:
        cells["Hours"] = _hours(random)
    return Record(kind, draw(kind.names, random, split, taken).forms[0], cells)


def _hours(random: Random) -> dict[str, str]:
    usual = f"{random.randint(7, 11)}:00-{random.randint(16, 22)}:00"
    hours = dict.fromkeys(WEEKDAYS, usual)
    hours["Saturday"] = f"{random.randint(8, 12)}:30-{random.randint(13, 23)}:30"
    del hours[random.choice(WEEKDAYS)]
    return hours


def written(record: Record, random: Random) -> str:
    """The record as JSON or as lines of `key: value`."""
    items: list[tuple[str, Cell]] = [("Name", record.name), *record.cells.items()]
    if random.random() < 0.3:
        random.shuffle(items)
    if random.random() < 0.75:
        return json.dumps({record.kind.title: dict(items)}, ensure_ascii=False, indent=random.choice([None, None, 1]))
    return "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in items)
