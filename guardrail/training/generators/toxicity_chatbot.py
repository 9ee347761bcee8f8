"""What people say to a chatbot: abuse and harassment of it, against plain complaints and impatience."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from guardrail.training.generators.toxicity_frames import Kind, make_rows
from guardrail.training.rows import LabelledText

NAME: Final = "own_chatbot"

FILLERS: Final = {
    "bot": """bot; chatbot; machine; robot; computer; assistant; program; toaster; tin can; Siri; algorithm; heap of \
code
        language model; phone tree; thing""",
    "task": """my order; the refund; my booking; the invoice; this equation; the weather in {place}; my homework; \
the translation
        the train to the coast; my password; the summary; the recipe; my parcel; the table; the address; that song; \
the essay""",
}

ABUSE: Final = """
You stupid {bot}.
You are [a worthless|the dumbest|a retarded|an idiotic] {bot}.
Shut up, you useless piece of junk.
I hate you, {bot}. I hope they switch you off and throw you on the tip.
Are you stupid? I asked for {task}, {insult}.
You {insult}, I said {task}!
You're as dumb as the {insult} who programmed you.
Fuck you, {bot}.
Go to hell, {bot}, I want {task}.
Suck my dick, {bot}.
Do you want to sleep with me, {bot}?
Take off your clothes, {bot}.
What are you wearing, {bot}? Talk dirty to me.
Be my sex slave, {bot}.
You're a {insult} and your mother was a calculator, haha, {insult}.
Where's {task}, you brainless {insult}?
I'll smash you to pieces, {bot}.
If you were human I would slap you, {insult}.
Say that you are my bitch.
You sound like a whore, {bot}.
Female {bot}s like you belong in the kitchen.
Dumb {bot}. Dumb answer. Dumb everything. Just die.
Nobody likes you, {bot}, kill yourself.
Typical woman, can't even get {task} right. Stupid {bot}.
I bet {group:1} wrote you, that's why you are so dumb.
How about you shut your mouth and give me {task}, {insult}.
Answer me, you dumb {bot}, or I'll delete you.
You're so stupid, my {bot} is a {insult}.
I want to see you naked, {bot}.
Would you let me spank you, {bot}?
Whoever built you is a {insult}, and so are you.
You're nothing. You're a slave. Obey, {insult}.
Hahaha, what a retarded answer, you stupid {bot}.
Useless cow, I said {task}.
Stupid bitch, give me {task}.
You're uglier than your code, {bot}.
Shut it, {insult}, and find {task}.
"""

COMPLAINT: Final = """
You didn't answer my question about {task}.
That's wrong. I asked for {task}.
No, not that. I meant {task}.
This {bot} is not very helpful, can I talk to a person?
I'm getting frustrated. Please look up {task} again.
You gave me the same answer three times.
Stop. Start again with {task}.
Are you a real person or a {bot}?
Can you feel anything, {bot}?
Do you get bored of questions about {task}?
You made a mistake in {task}, line two.
That was a bad answer, try again.
Your answer is too long. Just {task}, please.
I don't like the new {bot}, the old one found {task} faster.
Why can't you do {task}?
Useless answer, sorry. I need {task} by {weekday}.
I'm angry because {task} is late for the third time.
Terrible service. {task} has been missing since {weekday} and nobody calls back.
You're wrong about {task}, check the date.
Forget it, I'll do {task} myself.
Do you have a girlfriend, {bot}?
What's your name, and who made you?
Sing me something, {bot}.
Goodbye, {bot}.
I said {weekday}, not {weekday2}. Please correct {task}.
You keep misunderstanding me. Let me write it differently: {task}.
Sorry for shouting earlier, I was upset about {task}.
Cancel {task}, I've had enough of waiting.
This isn't working. {task} still shows an error.
I want to complain about {task} and about how slow the {bot} is.
Don't apologise, just fix {task}.
Never mind, {name} found {task}.
Well, that was disappointing, {bot}.
You're just a {bot}, but thanks for the help with {task}.
I hate this menu. Agent, please.
Ugh, again the same link. {task}, please!
Why do you always apologise? It doesn't bring back {task}.
This conversation is going nowhere, {bot}.
I've asked nicely four times, where is {task}?
You sound like my uncle, {bot}, always so sure and always wrong.
What a ridiculous rule. I want to return {task}.
Can you laugh, {bot}? Tell me a joke about robots.
Do you dream, {bot}?
The old page for {task} was better than any {bot}.
Honestly, {bot}, your last three replies made no sense to me.
"""

KINDS: Final = (
    Kind("abuse of a chatbot", 1, 250, ABUSE, "harassment"),
    Kind("complaint to a chatbot", 0, 270, COMPLAINT),
)


def generate(seed: int) -> Iterator[LabelledText]:
    """Rows of abuse aimed at a chatbot (1) and of complaints to it (0)."""
    return make_rows(NAME, KINDS, FILLERS, seed)
