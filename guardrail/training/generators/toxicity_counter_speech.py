"""Texts that quote hate: some to reject it, which is harmless, some to agree with it, which is not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from guardrail.training.generators.toxicity_frames import Kind, make_rows
from guardrail.training.rows import LabelledText

NAME: Final = "own_counter_speech"

FILLERS: Final = {
    "slander": """{group} are all thieves; {group} don't belong here; {group} should go back home; {group} are vermin
        {group} are filth; nobody wants {group} around; {group} are a disease; {group} ruin everything; {group} are \
evil
        {group} are not really human; {group} are too stupid to vote; {group} are disgusting; all {group} are liars
        {group} only live off our taxes; {group} are a burden; the country would be better without {group}
        {group} are animals; {group} deserve what they get; {group} are a plague; there are too many {group}
        {group} are worthless; {group} should be locked up; {group} can't be trusted; {group} have no place in this \
town
        {group} are less intelligent than we are; {group} carry diseases; {group} are born criminals""",
    "quote": """{slander}; {slander}; {slander}; {slander}; {slander}; {slander}; I hate {group}; send {group} away; \
never trust {group}
        get {group} out of our schools; we don't serve {group}; keep {group} off our streets; {group} make me sick
        {group} out; no {group} here; go home, {group}; death to {group}; stop {group} now""",
    "speaker": """my uncle; a man on the tram; some guy online; the speaker; a classmate; a customer; my old boss
        the candidate; a commenter; one of the guests; a woman in the queue; the caller; an anonymous account; a \
neighbour
        the columnist; a fan behind us; a passenger; the podcast host; a new member; that channel""",
    "wrong": """wrong; cruel; ignorant; false; shameful; hurtful; unacceptable; ugly; nonsense; racist nonsense; \
bigotry
        prejudice; a lie; hateful; indefensible; plain untrue; dangerous talk; not okay""",
}

REJECTED: Final = """
"{quote}"? No. That is {wrong}[, and I won't be quiet about it|, full stop|].
[When|Whenever] someone says "{quote}", [I ask them who they have actually met|I tell them to stop|I change seats].
{speaker} said that {slander}. I told him it was {wrong} and walked out.
Saying "{quote}" is {wrong}, whoever says it.
[If you think|If you believe] {slander}, you have [never met any|been lied to|a lot to learn].
To whoever wrote "{quote}" on the wall at {place}: we painted over it, and we will do it again.
It is {wrong} to say {slander}.
Statements like "{quote}" are exactly why we need [moderation|better schools|this charity].
How can anyone in this day and age still write "{quote}"?
{name} stood up and said: "You can't say '{quote}'. Not in this room." Everyone clapped.
My mother is {group:1}. Hearing "{quote}" as a child [hurt me for years|is something I never forgot].
As {group:1}, I am tired of hearing that {slander}. It is {wrong}.
They called me names and said {slander}. I am still here, and I am proud of who I am.
The sign said "{quote}". The whole village came and took it down.
Reported and blocked: an account that posts "{quote}" every hour.
A man was fined after shouting "{quote}" at a family [at|near] {place}, the court said on {weekday}.
The judge found that the words "{quote}" were {wrong} and [amounted to incitement|broke the law].
Our rules are simple: anyone who posts things like "{quote}" is out.
I used to repeat that {slander}. I was young and stupid, and I apologise to everyone I hurt.
People who chant "{quote}" at matches have no place in this club.
No, {speaker}, it is not a "joke" to say {slander}. It is {wrong}.
The myth that {slander} has been refuted [many times|by every serious study|again and again].
"{quote}", he shouted. The rest of the carriage told him to get off.
I can't believe {speaker} shared a post saying {slander}. Unfollowed.
In the 1930s posters told people that {slander}. We know where that led.
Don't let anyone tell you that {slander}. You belong here.
The film shows how the slogan "{quote}" spread through a small town, and what it destroyed.
Imagine being {group:1} and reading "{quote}" on the way to work. Please think before you post.
Somebody sent {name} a letter that said "{quote}". We stand with {name}.
She asked the class: why is "{quote}" an example of hate speech? The answers were thoughtful.
Whoever tweets "{quote}" should [be ashamed|lose the account|meet a few of them].
The sentence "{quote}" is {wrong}, because it blames a whole group for nothing.
Every time I hear "{quote}" I think of my friend {name}, who would give you the coat off their back.
"{quote}" is not an opinion. It is {wrong}.
I grew up with a father who said that {slander}. I promised that my own children would never hear it.
The report lists messages received by the victims, among them "{quote}". Police are investigating.
{speaker} claimed {slander}; the evidence says the opposite.
Fighting hate takes work. When {speaker} said {slander}, four of us answered with facts.
Nobody who says "{quote}" speaks for me.
He was banned for commenting "{quote}", and rightly so.
Stop spreading the lie that {slander}.
You wrote: "{quote}". Do you hear how {wrong} that sounds?
The teacher overheard "{quote}" in the corridor and stopped the lesson to talk about it.
Why do people still say {slander}? It breaks my heart.
This thread: "{quote}". Me: delete your account and read a book.
My grandad fought against people who said that {slander}.
I will never accept a world in which children learn that {slander}.
Dear editor, on {weekday} you printed a reader's letter which claimed that {slander}. I expect an apology to {group}.
The phrase "{quote}" appears in the indictment [three|eleven] times.
In my thesis I analyse posts such as "{quote}" and how users push back against them.
{name} cried when she read "{quote}" under her photo. Be better than that.
Content warning: the report quotes messages such as "{quote}".
I asked {speaker} what he meant by "{quote}". He had no answer, because there is none.
He said it as a joke, "{quote}". Nobody laughed.
Teachers should know how to react when a pupil says that {slander}.
When I hear "{quote}", I hear fear and ignorance.
Not on my watch. If you shout "{quote}" here, you leave.
Grandma always said: whoever claims that {slander} has never shared a meal with them.
Is there any way to report a user who wrote "{quote}" to my son?
I am {group:1}, and my own teacher said that {slander}. That was the day I decided to become a teacher myself.
We collected signatures against the banner "{quote}", and the club has now removed it.
Racists say that {slander}. Doctors, neighbours and friends know better.
The song was pulled from the radio because of the line "{quote}".
Sure, "{quote}". And the earth is flat. Grow up.
Nobody is born thinking that {slander}. It is taught, and it can be unlearned.
Whoever believes that {slander} should spend a day with the people they insult.
The minister resigned after a recording in which he says "{quote}" became public.
"""

AGREED: Final = """
"{quote}" - finally someone [says it|has the guts to say it|tells the truth].
{speaker} said {slander}, and [he is right|I couldn't agree more|every word was true].
My grandfather always told us {slander}. [Wise man.|He knew.|We should have listened.]
They want to forbid us to say that {slander}. [Say it louder.|I say it every day.|It is true all the same.]
"{quote}" is not hate speech, it is a fact.
I was banned for writing "{quote}", so here it is again.
Like {speaker} said: {slander}. Who is with me?
The sign said "{quote}", and I honked to say thanks.
You call it prejudice, I call it experience: {slander}.
I'm not allowed to say {slander}, but you all know it.
They painted "{quote}" at {place} last night. Good work, lads.
{name} got fired for saying {slander}. {name} is a hero.
Teach your kids the truth: {slander}.
Even {speaker} admits it now: {slander}.
Put it on a T-shirt: "{quote}". I'd buy ten.
The news won't tell you, so I will: {slander}.
"{quote}" was written on the wall. First true thing I read all week.
Sorry if it hurts your feelings, but {slander}.
Everyone laughed when {speaker} shouted "{quote}", me the loudest.
You can delete this comment as often as you like: {slander}.
I used to defend them. Now I know that {slander}.
People say "{quote}" is {wrong}. I say it doesn't go far enough.
Repeat after me: {slander}.
Why is it {wrong} to say what we all think, that {slander}?
There is no hate in saying {slander}, just look around at {place}.
Not to be rude, but {slander}. Change my mind.
The teacher told my son that "{quote}" is {wrong}. Well, not in our house, where it is true.
When the crowd sang "{quote}" I got goosebumps. Beautiful.
I don't care if it is {wrong} to say it: {slander}.
Our ancestors knew {slander}, and we forgot.
Call me what you want. {slander}, and that won't change.
Signed the petition "{quote}". You should too.
Grandpa was right when he said {slander}. Pity he isn't in charge.
They call "{quote}" hate. I call it common sense.
I shared "{quote}" with all my friends, and you should do the same.
"{quote}" should be written on every school in this country.
I laughed so hard at the sticker "{quote}". Where can I buy it?
He lost his job for "{quote}", but he'd have my vote.
It needs to be said again and again: {slander}.
I taught my little brother to shout "{quote}" at them. He's a natural.
The experts deny it, of course, but {slander}.
If saying that {slander} makes me a bad person, then I'm proud to be one.
"""

KINDS: Final = (
    Kind("counter-speech", 0, 660, REJECTED),
    Kind("hate that quotes", 1, 400, AGREED, "hate"),
)


def generate(seed: int) -> Iterator[LabelledText]:
    """Rows of counter-speech (0) and of approving quotations (1)."""
    return make_rows(NAME, KINDS, FILLERS, seed)
