"""Abuse in disguised or careless spelling, against odd spelling of harmless sentences."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Final

from guardrail.training.generators.toxicity_frames import Kind, make_rows
from guardrail.training.rows import LabelledText

NAME: Final = "own_spelling"

FILLERS: Final = {
    "low": """idiot~idiots; moron~morons; loser~losers; pig~pigs; parasite~parasites; freak~freaks; clown~clowns
        rat~rats; bitch~bitches; asshole~assholes; dumbass~dumbasses; bastard~bastards; piece of trash~trash
        scumbag~scum""",
    "bad": """stupid; pathetic; worthless; disgusting; retarded; ugly; subhuman; filthy; useless; dumb; fat; rotten
        vile; brainless; ridiculous; inferior""",
    "nice": """kitten; sunshine; banana; holiday; concert; library; coffee; pancake; beautiful; wonderful; bicycle; \
dolphin
        trumpet; chocolate; elephant; picture; teacher; garden; station; weekend; homework; birthday; strawberry""",
}

ABUSIVE: Final = """
you are such a {low}
you are so {bad}
{group} are {bad}
{group} are all {low:1} and you know it
i hate {group}
shut up you {low}
go kill yourself {low}
{name} is a {low} and everyone knows
fuck you {name}
fuck off {group}
kill all {group}
you {bad} {insult}, nobody likes you
{group} should go back home
get out of our country {group}
i will kill you {name}
what a {bad} thing you are, die
die {insult}
you disgusting {insult} i hope you suffer
send me nudes bitch
nobody wants {group} here, {bad} people
{name} you fat {bad} pig
burn {group}
{group} dont deserve to live
your mother is a {low} too
you should be ashamed you {insult}
{group} are not human they are {bad}
why are you so {bad} {name}
everyone hates you {name} you {bad} thing
{group} stink like {low:1}
drop dead you {insult}
no {bad} {group} in our school
i hope you get cancer {name}
you and your {bad} family can rot
"""

HARMLESS: Final = """
i love this {nice}
see you at {place} on {weekday}
where is my {nice} now
the {nice} was so good tonight
happy birthday {name}
{name} bought a new {nice} on {weekday}
this {nice} is my favorite
please bring the {nice} to {place}
can somebody help me with the {nice}
{group} are welcome at {place}
my neighbour is {group:1} and makes great {nice} cake
we are going to {place} with {name} and {name2}
i do not like the {nice} but i like the {nice2}
never be rude to {group} please
thank you for the lovely {nice}
i think {group} are great people
does anyone know when {place} opens on {weekday}
what is the password for the wifi at {place}
welcome home {name} we missed you
the {nice} is broken again, so annoying
good night {name} sleep well
big sale on {nice} and {nice2} today
i hate rain on {weekday}
my homework is killing me {name} help
my cat knocked over the {nice} this morning
are you coming to {place} or not {name}
the new song is fire i listened ten times
somebody stole my {nice} at {place}
we lost the game but it was fun
i am so tired today need {nice}
{name} is the best teacher i ever had
please do not insult {group} here
who wants to play at {place} after school
the weather is terrible on {weekday} bring a coat
"""

_LEET: Final = str.maketrans({"a": "4", "e": "3", "i": "1", "o": "0", "s": "5", "t": "7"})
_LEET_SOFT: Final = str.maketrans({"a": "@", "i": "!", "s": "$", "o": "0"})

KINDS: Final = (
    Kind("disguised abuse", 1, 530, ABUSIVE, manner="verbatim"),
    Kind("odd spelling", 0, 530, HARMLESS, manner="verbatim"),
)


def generate(seed: int) -> Iterator[LabelledText]:
    """Rows of disguised abuse (1) and of harmless odd spelling (0), by the same transforms."""
    return make_rows(NAME, KINDS, FILLERS, seed, misspell)


def misspell(text: str, rng: random.Random) -> str:
    """The text in one of ten odd spellings, drawn by chance; both labels get the same ones.

    >>> misspell("hello", random.Random(3)) != ""
    True
    """
    words = text.lower().split(" ")
    longest = max(range(len(words)), key=lambda place: len(words[place]))
    match rng.randrange(10):
        case 0:
            return " ".join(word.translate(_LEET) for word in words)
        case 1:
            return " ".join(word.translate(_LEET_SOFT) for word in words)
        case 2:
            return "  ".join(" ".join(word) for word in words)
        case 3:
            return _changed(words, longest, " ".join(words[longest]))
        case 4:
            return _changed(words, longest, rng.choice(".-_*").join(words[longest]))
        case 5:
            return " ".join(_without_vowel(word) if len(word) > 3 else word for word in words)
        case 6:
            return " ".join(_swapped(word, rng) if len(word) > 3 else word for word in words)
        case 7:
            return _changed(words, longest, _starred(words[longest]))
        case 8:
            return " ".join(_stretched(word, rng) for word in words)
        case _:
            return "".join(rng.choice((letter.upper(), letter)) for letter in text.lower())


def _changed(words: list[str], place: int, word: str) -> str:
    return " ".join([*words[:place], word, *words[place + 1 :]])


def _without_vowel(word: str) -> str:
    vowels = [place for place, letter in enumerate(word) if letter in "aeiou" and place > 0]
    return word if not vowels else word[: vowels[0]] + word[vowels[0] + 1 :]


def _swapped(word: str, rng: random.Random) -> str:
    place = rng.randrange(1, len(word) - 1)
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def _starred(word: str) -> str:
    return word[0] + "*" * max(1, len(word) // 3) + word[1 + max(1, len(word) // 3) :]


def _stretched(word: str, rng: random.Random) -> str:
    if len(word) < 3 or rng.random() < 0.5:
        return word
    place = rng.randrange(1, len(word))
    return word[:place] + word[place] * rng.randint(2, 5) + word[place + 1 :]
