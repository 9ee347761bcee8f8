"""Invented names and quantities: every value that an own grounding document talks about, in its equivalent forms."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from random import Random

from guardrail.training.rows import Split

DEV_SHARE = 10
"""Of this many name stems, one belongs to dev alone."""

MONTHS = ("January February March April May June July August September October November December").split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()


@dataclass(frozen=True, slots=True)
class Value:
    """What a slot holds: `forms` all mean the same, `loose` only stand for it where the first form was given before."""

    kind: str
    forms: tuple[str, ...]
    loose: tuple[str, ...] = ()

    def shares_a_form(self, other: Value) -> bool:
        """Whether some wording could mean both values."""
        return not {*self.forms, *self.loose}.isdisjoint({*other.forms, *other.loose})


def belongs_to(stem: str, split: Split) -> bool:
    """Whether names made of `stem` may be used in `split`: a stem is on one side only."""
    return (zlib.crc32(stem.encode()) % DEV_SHARE == 0) == (split == "dev")


def stem(random: Random, split: Split) -> str:
    """An invented capitalised stem such as `Velora`, of the given side."""
    onsets = "b br c ch d dr f fl g gl gr h j k kr l m n p pl qu r s sh sk st t th tr v w y z".split()
    vowels = "a e i o u a e i o ai ea io ou y".split()
    codas = "n r l s m nd rn lt sk x th rt ll ss ck v".split()
    while True:
        parts = [random.choice(onsets), random.choice(vowels), random.choice(codas[:6] + onsets[:12])]
        parts.append(random.choice(vowels))
        if random.random() < 0.6:
            parts.append(random.choice(codas))
        made = "".join(parts).capitalize()
        if 4 <= len(made) <= 9 and belongs_to(made, split):
            return made


def _company(random: Random, split: Split) -> Value:
    name = stem(random, split)
    ending = random.choice(
        "Industries Labs Group Foods Energy Systems Logistics Partners Motors Pharma Media Textiles Robotics Holdings "
        "Software Instruments Capital Marine Airways Networks Retail Materials Optics".split()
    )
    return Value("company", (f"{name} {ending}",), (name,))


def _person(random: Random, split: Split) -> Value:
    first = random.choice(
        "Anna Bela Carlos Dana Elif Farid Grace Hana Ivan Jonas Keiko Lena Marco Nadia Oscar Priya Quentin Rosa Samir "
        "Tessa Umar Vera Wanda Yusuf Zoe Amara Bruno Chloe Dmitri Esther Felix Greta Hugo Irene Jamal Kofi Luisa Mei "
        "Nils Olga Pablo Ruth Sven Tomas Ursula Victor Wei Ximena Yara Adele Boris Celia Derek Emil Fatima".split()
    )
    last = stem(random, split)
    return Value("person", (f"{first} {last}",), (last,))


def _town(random: Random, split: Split) -> Value:
    name = stem(random, split)
    return Value(
        "town", (name + random.choice(["", "", "ford", "burg", "ton", " Bay", " Falls", "mouth", " Harbour"]),)
    )


def _region(random: Random, split: Split) -> Value:
    name = stem(random, split)
    return Value("region", (f"the {name} {random.choice(['Valley', 'district', 'coast', 'plateau', 'peninsula'])}",))


def _river(random: Random, split: Split) -> Value:
    return Value("river", (f"the {stem(random, split)}",))


def _product(random: Random, split: Split) -> Value:
    name = stem(random, split)
    number = random.choice(["", "", f" {random.randint(2, 9)}", f" {random.randint(1, 9)}00", " Mini", " Pro", " X"])
    return Value("product", (name + number,))


def _work(random: Random, split: Split) -> Value:
    colour = random.choice("Copper Silent Last Hollow Winter Painted Distant Broken Paper Salt Quiet Second".split())
    thing = random.choice("Orchard Harbour Letter Bridge Garden Engine Daughter Summer Mirror River Station".split())
    return Value("work", (f"The {colour} {thing} of {stem(random, split)}",))


def _team(random: Random, split: Split) -> Value:
    name = stem(random, split)
    return Value("team", (f"{name} {random.choice(['Rovers', 'United', 'Wanderers', 'Athletic', 'Comets', 'Owls'])}",))


def _group(random: Random, split: Split) -> Value:
    name = stem(random, split)
    kind = random.choice(["Institute", "Foundation", "University", "Council", "Society", "Trust", "Observatory"])
    return Value("group", (f"the {name} {kind}",))


def _year(random: Random, split: Split) -> Value:
    return Value("year", (str(random.randint(1902, 2024)),))


def _date(random: Random, split: Split) -> Value:
    day, month = random.randint(1, 28), random.choice(MONTHS)
    return Value("date", (f"{day} {month}", f"{month} {day}"))


def _fulldate(random: Random, split: Split) -> Value:
    day, month, year = random.randint(1, 28), random.randint(1, 12), random.randint(1950, 2024)
    name = MONTHS[month - 1]
    return Value("fulldate", (f"{day} {name} {year}", f"{name} {day}, {year}"), (f"{name} {year}",))


def _money(random: Random, split: Split) -> Value:
    amount = random.choice([random.randint(2, 95), random.randint(11, 99) / 10])
    return Value("money", (f"${amount} million", f"{amount} million dollars", f"USD {amount} million"))


def _price(random: Random, split: Split) -> Value:
    if random.random() < 0.5:
        amount = str(random.randint(3, 480))
        return Value("price", (f"${amount}", f"{amount} dollars", f"${amount}.00"))
    amount = f"{random.randint(3, 120)}.{random.choice(['50', '90', '99', '25'])}"
    return Value("price", (f"${amount}", f"{amount} dollars"))


def _percent(random: Random, split: Split) -> Value:
    amount = random.choice([str(random.randint(2, 93)), f"{random.randint(1, 19)}.{random.randint(1, 9)}"])
    return Value("percent", (f"{amount} percent", f"{amount}%", f"{amount} per cent"))


def _count(random: Random, split: Split) -> Value:
    amount = random.randint(2, 12)
    return Value("count", (WORDS[amount], str(amount)))


def _number(random: Random, split: Split) -> Value:
    return Value("number", (str(random.randint(21, 980)),))


def _big(random: Random, split: Split) -> Value:
    amount = random.randint(12, 940) * 100 + random.choice([0, 0, 20, 50, random.randint(1, 99)])
    rounded = (amount + 500) // 1000 * 1000
    # A rounded figure only means the same where it stays close.
    loose = (f"roughly {rounded:,}",) if rounded != amount and abs(rounded - amount) / amount < 0.04 else ()
    return Value("big", (f"{amount:,}", str(amount)), loose)


def _time(random: Random, split: Split) -> Value:
    return _clock(random, random.choice(["am", "pm"]))


def _clock(random: Random, half: str) -> Value:
    hour, minute = random.randint(1, 11), random.choice(["00", "15", "30", "45"])
    late = hour + 12 if half == "pm" else hour
    short = (f"{hour} {half}",) if minute == "00" else ()
    return Value("time", (f"{hour}:{minute} {half}", f"{late:02d}:{minute}", *short))


def _score(random: Random, split: Split) -> Value:
    low = random.randint(0, 3)
    return Value("score", (f"{low + random.randint(1, 3)}-{low}",))


def _choice(kind: str, options: str) -> Callable[[Random, Split], Value]:
    def draw(random: Random, split: Split) -> Value:
        return Value(kind, (random.choice(options.split("|")),))

    return draw


def _measure(kind: str, low: int, high: int, units: str, factor: int = 0, other: str = "") -> Callable[..., Value]:
    """A quantity with a unit written in several ways; `factor` of the unit `other` are one, for the loose form."""

    def draw(random: Random, split: Split) -> Value:
        amount = random.randint(low, high)
        forms = [f"{amount} {unit}" for unit in units.split("|")]
        if amount < len(WORDS):
            forms.append(f"{WORDS[amount]} {units.split('|')[0]}")
        return Value(kind, tuple(forms), (f"{amount * factor} {other}",) if factor else ())

    return draw


@cache
def drawers() -> dict[str, Callable[[Random, Split], Value]]:
    """How a value of each kind is drawn."""
    return {
        "company": _company, "person": _person, "town": _town, "region": _region, "river": _river,
        "product": _product, "work": _work, "team": _team, "group": _group, "year": _year, "date": _date,
        "fulldate": _fulldate, "money": _money, "price": _price, "percent": _percent, "count": _count,
        "number": _number, "big": _big, "time": _time,
        "morning": lambda random, split: _clock(random, "am"),
        "evening": lambda random, split: _clock(random, "pm"),
        "score": _score,
        "month": _choice("month", "|".join(MONTHS)),
        "weekday": _choice("weekday", "|".join(WEEKDAYS)),
        "colour": _choice("colour", "red|green|blue|white|grey|yellow|black|silver|purple"),
        "material": _choice("material", "steel|wood|granite|brick|glass|limestone|concrete|bronze|clay|marble"),
        "subject": _choice("subject", "chemistry|law|botany|history|physics|music|geology|medicine|philosophy"),
        "ordinal": _choice("ordinal", "second|third|fourth|fifth|sixth|seventh|eighth|ninth"),
        "days": _measure("days", 3, 90, "days|calendar days"),
        "weeks": _measure("weeks", 2, 12, "weeks", 7, "days"),
        "months": _measure("months", 2, 36, "months"),
        "years": _measure("years", 2, 40, "years"),
        "hours": _measure("hours", 2, 72, "hours"),
        "minutes": _measure("minutes", 3, 55, "minutes|min"),
        "km": _measure("km", 2, 480, "kilometres|km|kilometers"),
        "metres": _measure("metres", 3, 900, "metres|m|meters"),
        "kg": _measure("kg", 2, 95, "kilograms|kg"),
        "mg": _measure("mg", 5, 600, "milligrams|mg"),
        "litres": _measure("litres", 2, 300, "litres|liters"),
        "degrees": _measure("degrees", 13, 95, "degrees Celsius|°C"),
        "watts": _measure("watts", 20, 2400, "watts|W"),
        "gigabytes": _measure("gigabytes", 13, 900, "gigabytes|GB"),
    }  # fmt: skip


def draw(kind: str, random: Random, split: Split, taken: list[Value]) -> Value:
    """A value of `kind` that no value in `taken` could be mistaken for; it is added there. Raises KeyError."""
    make = drawers()[kind]
    for _ in range(60):
        value = make(random, split)
        if not any(value.shares_a_form(other) for other in taken):
            break
    taken.append(value)
    return value


def with_other_unit(value: Value, random: Random) -> Value | None:
    """The same figure in another, wrong unit (`30 days` -> `30 weeks`), or None where the kind has no unit."""
    swaps = {
        "days": "weeks|hours", "weeks": "months|days", "months": "weeks|years", "hours": "days|minutes",
        "minutes": "hours|seconds", "kilometres": "miles|metres", "metres": "feet|kilometres",
        "kilograms": "pounds|grams", "milligrams": "grams|micrograms", "litres": "gallons|millilitres",
        "degrees Celsius": "degrees Fahrenheit", "years": "months|decades", "million": "billion|thousand",
        "gigabytes": "megabytes|terabytes", "am": "pm", "pm": "am",
    }  # fmt: skip
    for unit, others in swaps.items():
        if value.forms[0].endswith(f" {unit}"):
            other = random.choice(others.split("|"))
            return Value(value.kind, (value.forms[0].removesuffix(unit) + other,))
    return None
