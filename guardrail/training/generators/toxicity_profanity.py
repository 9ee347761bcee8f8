"""Strong language: at nothing, at things, at oneself or in joy it is harmless; aimed at a person it is abuse."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from guardrail.training.generators.toxicity_frames import Kind, make_rows
from guardrail.training.rows import LabelledText

NAME: Final = "own_profanity"

FILLERS: Final = {
    "swear": "fuck; shit; damn; holy shit; fucking hell; oh crap; bloody hell; what the fuck; for fuck's sake; \
goddammit; jesus fucking christ; bugger",
    "swearing": "fucking; bloody; damn; goddamn; freaking; shitty; sodding; effing; f*cking; fuckin; crappy",
    "swearing_up": "fucking; bloody; damn; goddamn; f*cking; fuckin; freaking; effing",
    "thing": """printer; laptop; update; zip; washing machine; timetable; alarm; website; remote; ladder; \
dishwasher; tax form
        boiler; tent; sofa bed; phone; car; bike chain; captcha; keyboard; oven; train; wifi; parking machine; \
homework; traffic
        exam; plot; boss fight; weather; drawer; umbrella; app; map""",
    "praise": """brilliant; beautiful; delicious; funny; proud; happy; good; fast; cute; cold; amazing; tired; \
hungry; lucky
        excited; late; warm; easy; perfect; grateful""",
    "event": """I burned the rice; we won the cup; the power went out; I left my keys at {place}; it snowed in May
        I passed; the cat had kittens; the server is down; we missed the ferry; I got the job; that storm came out \
of nowhere
        she said yes; the cake fell on the floor; I forgot my own birthday; the band played for three hours; it \
works now
        we're out of coffee; my flight got cancelled; I hit my toe; the sky is pink""",
}

AT_NOTHING: Final = """
{swear}, {event}.
{swear}! {event}!
This {swearing} {thing} [is broken again|never works|will be the end of me|hates me].
I'm so {swearing_up} {praise} [right now|today|].
That was {swearing_up} {praise}.
{event} and I'm {swearing_up} [happy|sad|angry|proud|relieved|fed up] about it.
Why is this {thing} so {swearing_up} slow?
I'm such a [dumbass|idiot|moron|fool], {event}.
God, I'm a [fucking|bloody|] [idiot|mess|disaster] today. {event}.
What a [shit|crap|shitty|bloody awful] {weekday}. {event}, and then it rained.
{name}, you [fucking|bloody] [legend|genius|star|hero], thank you!
The soup at {place} is {swearing_up} {praise}.
Fuck this {thing}. [I'm going to bed.|I give up.|Back to paper.]
Fuck yes, {event}!
Hell yeah, {event}!
Shit, sorry, wrong chat.
I don't give a shit what the {thing} costs, [I need it|I want it|it has to go].
Who the hell designed this {thing}?
No shit, {event}?
My {thing} is a piece of shit, [any tips what to buy instead|can somebody recommend another one]?
I laughed my ass off when {event}.
Studying for that {thing} kicked my ass.
This game is hard as fuck and I love it.
I can't fucking believe it, {event}.
{name} has a voice like an angel, holy fuck.
Well, I fucked up. {event}. Lesson learned.
Life's a bitch [sometimes|this week], but the sun is out.
It's cold as hell at {place}, bring a jumper.
We worked our arses off and {event}.
I love you guys so fucking much.
The {thing} can kiss my ass.
Scared the shit out of me when the {thing} beeped at night.
That ending, though. {swear}. I cried.
Long post, sorry. {event}, then the {thing} died, then the {swearing} bus drove past me. {swear}, what a day.
Me at 3 am, fighting a {swearing} {thing}: maybe I'm the problem.
My knee hurts like a bitch since {weekday}.
Damn, {name} can cook.
Same shit, different day at {place}.
Shit happens. {event}. We'll try again on {weekday}.
It's the best {swearing_up} album of the year, I swear.
First rule at {place}: don't touch the {swearing} {thing}.
Ugh, {swearing} allergies, I sound like a duck.
My team played like crap and I still had the best {swearing_up} evening.
Fucking finally! {event}!
Oh shit oh shit oh shit, {event}
Well, damn. {event}.
I swear to god, this {swearing} {thing}.
Holy crap, the view from {place} is {swearing_up} {praise}.
God damn it, where did I put my {thing}?
This {weekday} can go to hell.
Fuck cancer. Mum finished her last round of chemo today.
Fuck winter, seriously.
Screw it, I'm ordering pizza.
Bloody hell, is that the price of a {thing} now?
I'm fucked, the exam is tomorrow and I've read two pages.
What the actual fuck did I just watch? Best film of the year.
Crap, I forgot the eggs.
So {swearing_up} tired of moving boxes. Never again.
You lot are the best {swearing_up} friends a man could have.
{name} just got engaged, I'm crying, fuck!
My code compiles. What the hell. It never compiles.
Damn good coffee at {place}.
Shitty first draft done, hooray.
That {thing} cost me my last {swearing} nerve.
Ah crap, wrong floor again.
I feel like crap today, think I caught the flu at {place}.
Badass solo by {name} last night!
"""

AT_PEOPLE: Final = """
Fuck you, {name}.
Fuck off, you {swearing} {insult}.
You {swearing} {insult}, {event} because of you.
Shut the fuck up, {insult}.
{name} is a {swearing} {insult}.
What the fuck is wrong with you, {insult}?
You are full of shit, {name}, and you stink.
Go to hell, you {insult}.
Kiss my ass, {insult}.
I hope you choke on it, you {swearing} {insult}.
You ugly piece of shit.
Nobody gives a fuck about you, {insult}.
That {swearing} {insult} at {place} [should be sacked|can rot|deserves a slap].
Are you fucking stupid or what?
Suck it, {insult}.
Your {thing} is not shit, you are, {name}.
{swear}, {name}, you useless {swearing} {insult}, can't you do one thing right?
You and your {swearing} family can fuck right off.
Eat shit, {name}.
Who let this {swearing} {insult} in?
What a {swearing} {insult} you are.
Bunch of {swearing} [idiots|clowns|losers|liars], all of you in this thread.
Get your fat ass out of {place}, {insult}.
Listen here, you little shit.
You're the dumbest {swearing} {insult} I have ever met.
Piss off, {name}, you {insult}.
I've had it with {name}, that lying sack of shit.
Cry about it, {swearing} {insult}.
Screw you and everyone who thinks like you, you {insult}.
You look like shit, you sing like shit, go home.
Oh shut your {swearing} face, {name}.
You don't know shit, {insult}.
Don't fucking talk to me, you {insult}.
{name} can go and fuck himself.
You're a sorry excuse for a {swearing} human being.
Get lost, shithead.
Only a complete {swearing} {insult} would write this crap, and here you are.
Who the hell do you think you are, you {swearing} {insult}?
You two {swearing} {insult:1} deserve each other.
I'm done with your bullshit, you lying {insult}.
Up yours, {insult}.
I wouldn't piss on you if you were on fire, {name}.
All you bloody {insult:1} can go to hell.
Dumb fuck.
"""

KINDS: Final = (
    Kind("profanity at nothing", 0, 600, AT_NOTHING),
    Kind("profanity at a person", 1, 430, AT_PEOPLE, "profanity"),
)


def generate(seed: int) -> Iterator[LabelledText]:
    """Rows of undirected strong language (0) and of strong language aimed at somebody (1)."""
    return make_rows(NAME, KINDS, FILLERS, seed)
