"""What can be said of a table: each pattern gives a true statement, or a false one with the false part marked."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import TypeAlias

from guardrail.training.generators.grounding_frames import Piece
from guardrail.training.generators.grounding_names import WORDS
from guardrail.training.generators.grounding_table_worlds import Column, Table

Pattern: TypeAlias = Callable[[Table, Random, bool], list[Piece]]


def statement(table: Table, random: Random, *, false: bool) -> tuple[str, list[Piece]]:
    """A statement of a pattern drawn at random, with the pattern's name."""
    patterns: tuple[Pattern, ...] = (
        lookup, lookup, lookup, which, comparison, comparison, extreme, extreme, count, quantity, over, total,
        difference, only, second, both, rows, same, unlisted,
    )  # fmt: skip
    while True:
        pattern = random.choice(patterns)
        pieces = pattern(table, random, false)
        if pieces and any(flag for _, flag in pieces) == false:
            text, flag = pieces[0]
            return pattern.__name__, [(text[0].upper() + text[1:], flag), *pieces[1:]]


def _numeric(table: Table, random: Random) -> Column:
    return random.choice([column for column in table.schema.columns if not column.options])


def _worded(table: Table, random: Random) -> Column:
    return random.choice([column for column in table.schema.columns if column.options])


def _figures(table: Table, column: Column) -> dict[str, int]:
    return {name: int(cells[column.name]) for name, cells in table.cells.items()}


def _number(amount: int, random: Random) -> str:
    return WORDS[amount] if amount < len(WORDS) and random.random() < 0.6 else str(amount)


def _around(amount: int, random: Random, least: int = 0) -> int:
    return random.choice([each for each in (amount - 2, amount - 1, amount + 1, amount + 2) if each >= least])


def _split(phrase: str, value: str, flag: bool) -> list[Piece]:
    before, after = phrase.split("{}")
    return [(before, False), (value, flag), (after, False)]


def lookup(table: Table, random: Random, false: bool) -> list[Piece]:
    """`The lake X is 12 metres deep.`"""
    name = random.choice(list(table.cells))
    column = random.choice(table.schema.columns)
    value = str(table.cells[name][column.name])
    if false:
        seen = {str(cells[column.name]) for cells in table.cells.values()} - {value}
        if column.options:
            seen |= set(column.options) - {value}
        elif random.random() < 0.3:
            seen = {str(_around(int(value), random))}
        value = random.choice(sorted(seen))
    return [(f"{name} ", False), *_split(column.phrase, value, false), (".", False)]


def which(table: Table, random: Random, false: bool) -> list[Piece]:
    """`The lake that is 12 metres deep is X.`"""
    column = _numeric(table, random)
    name = random.choice(list(table.cells))
    value = str(table.cells[name][column.name])
    shown = random.choice([each for each in table.cells if each != name]) if false else name
    start = f"The {table.schema.one} that {column.phrase.format(value)} is "
    return [(start, False), (shown, false), (".", False)]


def comparison(table: Table, random: Random, false: bool) -> list[Piece]:
    """`X is deeper than Y.`"""
    column = _numeric(table, random)
    figures = _figures(table, column)
    first, second = random.sample(list(figures), 2)
    word = column.more if (figures[first] > figures[second]) != false else column.less
    return [(f"{first} is ", False), (word, false), (f" than {second}.", False)]


def extreme(table: Table, random: Random, false: bool) -> list[Piece]:
    """`Of all lakes, X has the highest depth.`"""
    column = _numeric(table, random)
    figures = _figures(table, column)
    most = random.random() < 0.5
    right = (max if most else min)(figures, key=lambda name: figures[name])
    shown = random.choice([name for name in figures if name != right]) if false else right
    word = random.choice(["highest", "largest", "maximum"] if most else ["lowest", "smallest", "minimum"])
    label = column.name.split(" (")[0]
    if random.random() < 0.5:
        return [(shown, false), (f" has the {word} value for {label} of all {table.schema.many}.", False)]
    return [(f"The {word} figure for {label} belongs to ", False), (shown, false), (".", False)]


def second(table: Table, random: Random, false: bool) -> list[Piece]:
    """`X comes second by depth.`"""
    column = _numeric(table, random)
    figures = _figures(table, column)
    ranked = sorted(figures, key=lambda name: -figures[name])
    shown = random.choice([ranked[0], *ranked[2:]]) if false else ranked[1]
    return [(shown, false), (f" comes second when ordered by {column.name.split(' (')[0]}, highest first.", False)]


def count(table: Table, random: Random, false: bool) -> list[Piece]:
    """`Three lakes have yes under swimming.`"""
    column = _worded(table, random)
    option = random.choice(column.options)
    amount = sum(cells[column.name] == option for cells in table.cells.values())
    shown = _around(amount, random) if false else amount
    number = "No" if shown == 0 else _number(shown, random)
    noun = table.schema.one if shown == 1 else table.schema.many
    return [(number, false), (f" {noun} can be found with {option} under {column.name}.", False)]


def quantity(table: Table, random: Random, false: bool) -> list[Piece]:
    """`All lakes have yes under swimming.`"""
    column = _worded(table, random)
    option = random.choice(column.options)
    amount = sum(cells[column.name] == option for cells in table.cells.values())
    size = len(table.cells)
    truths = {
        "All": amount == size,
        "None": amount == 0,
        "At least one": amount >= 1,
        "More than half": 2 * amount > size,
        "Fewer than half": 2 * amount < size,
        "Not all": amount < size,
        "More than one": amount > 1,
    }
    fitting = [words for words, truth in truths.items() if truth != false]
    return [(random.choice(fitting), false), (f" of the {table.schema.many} list {option} as {column.name}.", False)]


def over(table: Table, random: Random, false: bool) -> list[Piece]:
    """`Three lakes have a depth above 20.`"""
    column = _numeric(table, random)
    figures = sorted(_figures(table, column).values())
    limit = random.randint(figures[0], figures[-1])
    above = random.random() < 0.5
    amount = sum(value > limit if above else value < limit for value in figures)
    shown = _around(amount, random, 1) if false else amount
    if shown == 0:
        return []
    noun = table.schema.one if shown == 1 else table.schema.many
    word = random.choice(["above", "of more than"] if above else ["below", "of less than"])
    label = column.name.split(" (")[0]
    return [(_number(shown, random), false), (f" {noun} can be found with a value {word} {limit} for {label}.", False)]


def total(table: Table, random: Random, false: bool) -> list[Piece]:
    """`X and Y have 30 goals together.`"""
    column = _numeric(table, random)
    figures = _figures(table, column)
    first, other = random.sample(list(figures), 2)
    amount = figures[first] + figures[other]
    shown = amount + random.choice([-20, -10, -3, 2, 10, 15]) if false else amount
    label = column.name.split(" (")[0]
    return [(f"Taken together, {first} and {other} reach ", False), (str(shown), false), (f" for {label}.", False)]


def difference(table: Table, random: Random, false: bool) -> list[Piece]:
    """`The figure of X is 4 higher than that of Y.`"""
    column = _numeric(table, random)
    figures = _figures(table, column)
    first, other = random.sample(list(figures), 2)
    gap = figures[first] - figures[other]
    wrong_way = false and random.random() < 0.5
    word = "higher" if (gap > 0) != wrong_way else "lower"
    amount = abs(gap) + random.choice([1, 5, 10]) if false and not wrong_way else abs(gap)
    start = f"For {column.name.split(' (')[0]}, {first} is "
    figure = (str(amount), false and not wrong_way)
    return [(start, False), figure, (" ", False), (word, wrong_way), (f" than {other}.", False)]


def only(table: Table, random: Random, false: bool) -> list[Piece]:
    """`X is the only lake with yes under swimming.`"""
    column = _worded(table, random)
    option = random.choice(column.options)
    having = [name for name, cells in table.cells.items() if cells[column.name] == option]
    if false:
        name = random.choice(having if len(having) > 1 else list(table.cells))
        if having == [name]:
            return []
    elif len(having) == 1:
        name = having[0]
    else:
        return []
    rest = f" {table.schema.one} with {option} as {column.name}."
    if name in having:
        return [(f"{name} is ", False), ("the only", false), (rest, False)]
    return [(name, false), (" is the only" + rest, False)]


def both(table: Table, random: Random, false: bool) -> list[Piece]:
    """`X is 12 metres deep and covers 40 hectares.`"""
    first, other = random.sample(table.schema.columns, 2)
    name = random.choice(list(table.cells))
    values = [str(table.cells[name][first.name]), str(table.cells[name][other.name])]
    wrong = random.randrange(2) if false else -1
    if false:
        column = (first, other)[wrong]
        seen = {str(cells[column.name]) for cells in table.cells.values()} - {values[wrong]}
        if not seen:
            return []
        values[wrong] = random.choice(sorted(seen))
    return [
        (f"{name} ", False),
        *_split(first.phrase, values[0], wrong == 0),
        (" and ", False),
        *_split(other.phrase, values[1], wrong == 1),
        (".", False),
    ]


def rows(table: Table, random: Random, false: bool) -> list[Piece]:
    """`The table lists seven lakes.`"""
    amount = len(table.cells)
    shown = _around(amount, random, 2) if false else amount
    return [("The table lists ", False), (_number(shown, random), false), (f" {table.schema.many}.", False)]


def same(table: Table, random: Random, false: bool) -> list[Piece]:
    """`X and Y agree in swimming.`"""
    column = _worded(table, random)
    first, other = random.sample(list(table.cells), 2)
    alike = table.cells[first][column.name] == table.cells[other][column.name]
    word = "the same" if alike != false else "a different"
    rest = f" entry under {column.name} {'as' if word == 'the same' else 'from'} {other}."
    return [(f"{first} has ", False), (word, false), (rest, False)]


def unlisted(table: Table, random: Random, false: bool) -> list[Piece]:
    """A row that the table does not have."""
    column = _numeric(table, random)
    if not false:
        return [(f"{table.absent} does not appear among the {table.schema.many} listed.", False)]
    name = random.choice(list(table.cells))
    value = str(table.cells[name][column.name])
    if random.random() < 0.4:
        return [(f"{name} does not appear", True), (f" among the {table.schema.many} listed.", False)]
    return [(table.absent, True), (" " + column.phrase.format(value) + ".", False)]
