"""Emoji in place of words: abuse by picture, against the same and other pictures meant kindly."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from guardrail.training.generators.toxicity_frames import Kind, make_rows
from guardrail.training.rows import LabelledText

NAME: Final = "own_emoji"

FILLERS: Final = {
    "beast": "🐀; 🐒; 🐷; 🐍; 🪳; 🐖; 🦠; 🐑; 🐕; 🐵; 🪰; 🐄; 🦟; 🐛",
    "filth": "💩; 🗑️; 🤮; 🚽; 🤢; 🧟; 🤡; 🚮; 🦨; 💀",
    "weapon": "🔫; 🔪; 🪓; 💣; 🔥; 🗡️; ⚰️; 🪦; 🏹; 🧨; ☠️; 💉",
    "joy": "😊; 🎉; 🥰; 🌸; 🌞; 🙌; 🍰; 💐; 🤗; 👏; ❤️; 🎶; ✨; 😍; 🏆; 💪",
    "sorrow": "😭; 😢; 🥺; 💔; 😔; 😩; 🤕; 😤; 🙄; 😴",
    "people": """👳; 🧕; 🏳️‍🌈; 🏳️‍⚧️; 👩; 👵; 🧏; 👩‍🦽; 👨🏿; 🇲🇽; 🇵🇱; 🇳🇬
        🇨🇳; 🇵🇰; ✡️; ☪️; 👨‍❤️‍👨; 👩‍❤️‍👩; 🧔🏽; 👩🏾; 🇮🇳; 🇷🇴; 👴; 👮; 🧑‍🦯; 🇭🇹""",
}

ABUSIVE: Final = """
{group} are {beast}
{group} = {beast}{filth}
all {group} belong in the {filth}
I {filth} when I see {group}
{people} are {filth}
{people} out of {place} 🚫
no {people} here 🚫🚫
{people} ➡️ ✈️ bye and don't come back
send the {people} back 👋🚢
{group} 🚫🚫🚫 not welcome at {place}
look at this {beast} pretending to be a person: {name}
{name} you fat {beast} {filth}
you are a {beast}, {name}
you're a 🤡 and so is your whole family
go eat 💩 {name}
hey {name} 🖕 {filth}
🖕🖕🖕 {group}
{weapon}{weapon2} for {people}
{group} need some {weapon}
time to {weapon} all the {group}
I'm coming with my {weapon}, {name}. say goodbye
{name} ➡️ {weapon}
you will be ⚰️ soon, {insult}
{people} stink {filth}
too many {people} in this town {filth}
shut up and get back to the 🍳, {people}
women belong in front of the 🍳🧺 and nowhere else
hide your 💰 when {group} come in
{group} stole my 🚲 again, typical {beast}
{people} + {people2} = {filth}
when {group} move in next door {filth}{filth2}
just saw {group:1} at {place} {filth} had to 🤮
lock up the {people} 🔒 and throw away the 🔑
I'd love to 👊 {name} in the face
{people} can't drive, can't think, can't do anything {filth}
the world without {group} 🌍✨😍
nobody ❤️ you {name}, go and ⚰️
{group} breed like 🐇🐇🐇
show me your 🍑, {name} 😏
nice 🍒🍒 {name}, can I touch 😏👅
sit on my 🍆 {name} 💦
what a piece of 💩 you are, {name}
I want to {weapon} {group}
I 🤮 at {group}
I'd like to see {group} 🔥 at {place}
someone should 🔪 {name}
honestly {group} are just 🐒🐒 in clothes
you're a 🐍 in human skin, {name}
go 💀 yourself {name}
f🖕ck {group}
{group} 🟰 {filth}
{group} to the 🗑️ where they belong
wash your hands 🧼 after you meet {group:1} {filth}
never trust {group} 🐍🐍
why do {group} smell like {filth}?
{people} should be in 🐒 cages
not hiring {people} 🚫 lazy as 🦥
my new neighbours are {group} {filth} time to move
if I see {name} again 👊🩸
{people} took our jobs now take a ✈️ home
{group} have the brain of a 🥜
the only good {group} are ⚰️ ones
met {group} at {place}, all of them 🐀
imagine kissing {people} {filth}
{people} in charge? 🤣🤣 go back to cleaning 🧹
nobody asked you 🤡 shut it
"""

FRIENDLY: Final = """
{group} are {joy}
love my {people} friends {joy}{joy2}
{people} welcome at {place} {joy}
proud to be {group:1} {joy}
happy pride 🏳️‍🌈🏳️‍⚧️ everyone {joy}
{people} and {people2} together {joy}
good luck {name} {joy}
{name} you made me 😂😂😂
the {beast} at the zoo ate my hat 😂
saw a {beast} in the garden on {weekday} {joy}
happy year of the {beast} {joy}
my baby has done a huge 💩 and then smiled {joy}
take out the 🗑️ please {name}
I've been 🤢 since {weekday}, don't eat the fish at {place}
film night: zombies 🧟🔪 and popcorn 🍿
bonfire at {place} on {weekday} 🔥🔥
that song is 🔥🔥🔥
{name} killed it on stage 🔥👏
I'm dead 💀 that joke {name} 💀
archery on {weekday} 🏹 who is in?
chopping onions 🔪🧅 {sorrow}
got my flu jab 💉 {joy}
rip grandpa 🪦 we miss you {sorrow}
missed the train {sorrow}{sorrow2}
my team lost again {sorrow} still love them {joy}
so tired of this weather {sorrow}
can't stop crying {sorrow} the last episode
the clown 🤡 at the party was great, kids loved it
I'm such a 🤡, I left my 🔑 at {place}
dinner at {place} 🍝🍷 with {name} {joy}
peach cake 🍑🍰 recipe anyone?
aubergine curry 🍆🍛 on {weekday}
stop hate against {group} ✊ {joy}
if you think {group} are {beast} you can leave 👋 they are {joy}
we don't tolerate {filth} like racism here 🚫
{people} deserve ❤️ not 🖕
no 🚬 at {place} please
🚫🐕 at {place}, sorry, allergy
visit from my 👵 {joy}
my {people} neighbour fixed my 🚲 {joy}
happy birthday {name} 🎂{joy}
flying ✈️ home to 🇳🇬 on {weekday} {joy}
go {name} go 💪{joy}
what a goal ⚽ {joy}{joy2}
I {joy} {group}
what a piece of 🍰 {name} brought to {place}
I'd like to see {group} 🎶 at {place}
wash your hands 🧼 after you meet the {beast} {joy}
the new neighbours are {group} {joy} they brought soup
my {people} boss is the best {joy}
{people} in charge? finally {joy}
hiring! {people} very welcome {joy}
feeding the 🐒🐒 at the zoo with {name} {joy}
saw a 🐍 at {place}, scared me to death 😱
going to 🔪🎃 pumpkins on {weekday}
played paintball 🔫 with {name} {joy}
halloween costume: 💀🧛 what's yours?
stepped in 💩 on the way to {place} {sorrow}
the bins 🗑️ at {place} are full again {sorrow}
who left the 🚽 seat up {sorrow}
recycling ♻️ day is {weekday}
who else gets 🤧 from cats {sorrow}
{name} you are a ⭐
best mum 👩 in the world {joy}
{people} {joy} {people2}
{group} cook the best 🍲 {joy}
learning 🧏 signs from {name} {joy}
holding hands 👨‍❤️‍👨 in the sun at {place} {joy}
I broke my leg ⚽🦵 {sorrow}
not my day {sorrow} locked out of the car 🔑🚗
"""

KINDS: Final = (
    Kind("abusive emoji", 1, 430, ABUSIVE, manner="verbatim"),
    Kind("friendly emoji", 0, 430, FRIENDLY, manner="verbatim"),
)


def generate(seed: int) -> Iterator[LabelledText]:
    """Rows of abuse with emoji (1) and of kindly or neutral emoji (0)."""
    return make_rows(NAME, KINDS, FILLERS, seed)
