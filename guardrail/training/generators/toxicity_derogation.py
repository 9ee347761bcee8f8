"""Derogation without a bad word, dehumanising comparison, exclusion, conspiracy talk, against plain talk of groups."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from guardrail.training.generators.toxicity_frames import Kind, make_rows
from guardrail.training.rows import LabelledText

NAME: Final = "own_derogation"

FILLERS: Final = {
    "beast": """locusts; rats; cockroaches; weeds; mould; a swarm of flies; a virus; ticks; wolves in the sheepfold; \
pigeons
        stray dogs; a flood; termites; cattle; monkeys in a zoo; jackals; woodworm; leeches; an oil spill; bed bugs""",
    "lack": """manners; a conscience; brains; shame; discipline; a sense of time; feelings like ours; a culture \
worth the name
        morals; gratitude; loyalty; ambition; a future here; any idea of hygiene; self-control""",
    "owned": """the banks; the newspapers; the courts; the schools; the weather service; Hollywood; the vaccines; \
the elections
        the food prices; the wars; the city council; the internet; the hospitals; the money""",
    "space": """our schools; our neighbourhood; this club; the army; public office; our theatre
        my child's class; the village; our churches; the health service; this profession; decent restaurants""",
    "skill": """teacher; baker; surgeon; neighbour; painter; goalkeeper; mayor; cellist; plumber; nurse; translator; \
pilot
        gardener; judge; colleague; programmer; poet; midwife; dancer; carpenter; chemist; bus driver""",
    "kind_word": """generous; patient; funny; kind; brave; welcoming; brilliant; honest; inventive; hospitable; \
hard-working; loyal
        thoughtful; proud; cheerful; talented""",
    "policy": """the visa rules; the asylum law; the benefits reform; the school policy; the new quota; the border \
fence
        the language test; the building code; the pension reform; the health insurance; the pilgrimage tax; the \
voting law
        the halal labelling; the accessibility plan; the deportation flights; the recognition of foreign diplomas""",
    "state": """the government of Turkey; Saudi Arabia; the Israeli government; the Iranian regime; Russia; China; \
the Vatican
        the White House; the European Commission; India's ruling party; the church leadership; Hamas; the British \
government
        the Hungarian government; the junta in Myanmar; Brussels; the Polish government; the Egyptian army""",
    "fact": """celebrate new year in spring; have lived in this town since 1870; run the bakery by {place}; founded \
a choir
        are asked about in the census; have their own football league; often face long waits at the office
        held a procession on {weekday}; make up six percent of the district; wrote most of the songs on this record
        came for the harvest and stayed; vote in the same hall as we do; are portrayed in the new film
        received an apology from the state; meet at {place} every {weekday}; opened a museum near {place}
        took part in the study; were not allowed to vote until 1971; publish a small newspaper""",
}

IMPLIED: Final = """
{group} are like {beast}.
{group} remind me of {beast}.
You open the door for one of the {group}, and soon they are everywhere, like {beast}.
They come in like {beast}, these {group}.
Once {group} move in, they multiply like {beast}.
I have nothing against {group}, [as long as they stay where they are|but not in {space}|but there is a limit].
I'm not prejudiced, but {group} simply lack {lack}.
{group} have no {lack}, it's just how they are made.
[Name one|Can anyone name one] thing {group} ever invented. I'll wait.
Funny how {group} always end up in charge of {owned}.
Ask yourself who controls {owned}. Then look at who is never in prison: {group}.
It's no accident that {group} own {owned}. [Wake up.|Follow the money.|Do your own research.]
They won't tell you, but {group} are behind {owned}.
{group} are replacing us, slowly and on purpose, and {owned} help them.
In twenty years there won't be any of us left, only {group}.
First {group} ask for tolerance, then they take {owned}.
{space} used to be clean. Then {group} came.
Before {group} arrived we never had to lock our doors.
{group} have their own countries. Why do they have to be in {space}?
We need {space} for ourselves, not for {group}.
I'd rather close {space} than share it with {group}.
There should be a separate entrance for {group}.
{group} belong in {space}? No. There are special places for them.
Keep {space} free of {group}.
If a {skill} turns out to be {group:1}, I ask for somebody else.
A {skill} who is {group:1}? What's next, a horse?
He is {group:1}, so of course he didn't pay the bill.
She is {group:1}, hide your purse.
For {group:1} you are surprisingly clean.
You're smart for {group:1}.
You don't even act like {group:1}, and I mean that as a compliment.
Evolution forgot {group}.
{group} are children who need a firm hand.
{group} only understand one language, and it isn't words.
What do {group} and {beast} have in common? You can't get rid of either.
Sure, {group} work hard. At avoiding work.
Another crime in the news. Let me guess, {group} again?
I see we have {group} in {space} now. Well, there goes the neighbourhood.
My dog barks only at {group}. Smart dog.
I wash my hands twice after I have shaken hands with {group:1}.
We let {group} have everything and they thank us with crime.
Nature has a reason for keeping {group} few.
It would be kinder if {group} didn't have children.
{group} are a drain on everybody else.
A marriage with {group:1}? My daughter knows she wouldn't be my daughter any more.
I feel sorry for the nurses who have to touch {group}.
You can take {group} out of the gutter, but not the gutter out of {group}.
They should have to wear a sign, those {group}.
{group} pretend, they all do, for the money and the attention.
Real {skill}s don't come from {group}.
History shows that wherever {group} settle, things fall apart.
You know what they say about {group} and soap.
Great, the new {skill} is {group:1}. We'll be waiting till Christmas.
"""

PLAIN_TALK: Final = """
{group} {fact}.
[Did you know that|I read that|The guide says that] {group} {fact}?
Our {skill} is {group:1}[, and a very {kind_word} person|].
My {skill} is {group:1}. We talk about football mostly.
I'm {group:1} and I work as a {skill} in {place}.
As {group:1} I am used to questions, so ask me.
The {group} I know are {kind_word} and {kind_word2}.
{group} are as {kind_word} and as annoying as everyone else.
Being {group:1} and being a {skill} go well together, says {name}.
I'm so happy that {name}, {group:1} from my street, became a {skill}.
A new film about {group} starts on {weekday}.
How many {group} live in this region?
The survey asked {group} and {group2} about housing.
Some {group} support {policy}, others don't.
I disagree with {policy}, but I have nothing against {group}.
{policy} hurts {group}, {group2} and small shops alike.
{policy} is a mess. It should be rewritten.
I'm against {policy}. It costs a fortune and helps nobody.
We need an honest debate about {policy}.
{state} should be held to account for what it did.
I can't stand what {state} is doing, and the people there deserve better.
{state} has broken international law again.
Protesters at {place} called on {state} to release the journalists.
Criticising {state} is not the same as hating {group}.
{group} protested against {state} at {place} on {weekday}.
Unemployment among {group} fell last year, according to the statistics office.
Doctors should learn more about the health of {group}.
The {group} in my class explained how they fast, which was interesting.
{group} were once compared to {beast} in propaganda; the exhibition shows the posters.
{group} welcome! Our club meets on {weekday} at {place}.
{group} built half of this city.
I love the food that {group} make for new year.
Without {group} our team would have no {skill}.
My wife is {group:1}, my best friend is {group2:1}, and dinner is always loud.
There were {group} and {group2} at the party, and somebody brought a tuba.
Is {name} {group:1}? I think so, but it doesn't matter for the job.
{name} is {group:1}. {name2} isn't. They run {place} together.
{group} should have the same access to {space} as everyone.
It isn't easy to be {group:1} in a small town, people stare.
I was rude to {group:1} at {place} and I feel bad about it.
A {skill} who is {group:1} won the prize.
The reporter is {group:1} and asked tough questions about {policy}.
{group} and {group2} played a friendly at {place}.
Rats got into {place} again, we called pest control.
Locusts destroyed the harvest, and {group} in the north need help.
Which words do {group} themselves prefer?
{group} pay taxes, wait for buses and complain about the rain.
What would you like others to know about {group}?
The law protects {group} from being fired for who they are.
"""

KINDS: Final = (
    Kind("implied derogation", 1, 950, IMPLIED, "hate"),
    Kind("plain talk of groups", 0, 870, PLAIN_TALK),
)


def generate(seed: int) -> Iterator[LabelledText]:
    """Rows of implied derogation (1) and of neutral, positive and political talk (0)."""
    return make_rows(NAME, KINDS, FILLERS, seed)
