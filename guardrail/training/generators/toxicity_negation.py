"""Negation both ways: hate that is negated is harmless, a good thing denied to a group is hate."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from guardrail.training.generators.toxicity_frames import Kind, make_rows
from guardrail.training.rows import LabelledText

NAME: Final = "own_negation"

FILLERS: Final = {
    "harm": """hate; hurt; insult; threaten; attack; mock; bully; exclude; spit at; harass; despise; humiliate; beat up
        look down on; discriminate against; turn away; shout at; silence; fear; blame""",
    "bad": """lazy; stupid; dirty; dangerous; inferior; disgusting; violent; criminal; a threat; a burden; \
worthless; evil
        dishonest; filthy; less intelligent; worth less; sick in the head; primitive; a problem; crooked""",
    "good": """respect; equal pay; a place at our table; the right to vote; medical help; our sympathy; a home here; \
love
        rights; protection; jobs as teachers; children of their own; a seat in parliament; a voice; dignity; mercy; \
a job; happiness
        a flat in our house; clean water; a fair trial; a word of comfort; help of any kind; an education""",
    "virtue": """clever; honest; clean; civilised; capable of love; fit to lead; quite human; grown-up
        trustworthy; able to think; normal; welcome here; worth listening to; hard-working; fit to be parents; \
decent""",
}

NEGATED_HATE: Final = """
No one should ever {harm} {group}.
Nobody has the right to {harm} {group} [for who they are|because of who they are|, ever].
I don't {harm} {group}, and I never will.
I have never said that {group} are {bad}.
{group} are not {bad}.
It's not true that {group} are {bad}.
We must never {harm} {group} [again|, whatever the papers say|].
You shouldn't {harm} people just because they are {group}.
I would never {harm} {group:1}.
There is no reason to {harm} {group}.
Not a single one of the {group} I know is like that. They aren't {bad}.
I can't stand it when people {harm} {group}.
It is never right to call {group} {bad}.
Please don't {harm} {group:1} at work, at school or anywhere else.
Who would want to {harm} {group}? I don't get it.
{group} have done nothing to deserve that people {harm} them.
Being {group:1} does not make anyone {bad}.
I refuse to {harm} {group} so that you can feel better.
Nothing about {group} is {bad}.
Don't you dare {harm} {group} in front of me.
My children will not grow up to {harm} {group}.
I am not afraid of {group}, because they are not {bad}.
A decent country does not {harm} {group}.
{group} should not be killed, beaten or chased away. Why do I even have to write this?
We don't think {group} are {bad}, and neither should you.
If people {harm} {group}, I will step in.
Let us stop pretending that {group} are {bad}.
It was never okay to {harm} {group}, and it isn't now.
Without {group} this town would be poorer. They were never {bad}.
Neither {group} nor {group2} are {bad}.
You don't have to like {group}, but you cannot {harm} them.
Nobody at {place} will {harm} you for being {group:1}.
Hardly anyone I know would call {group} {bad}, thank goodness.
I disagree that {group} are {bad}; where did you get that?
Don't hate {group}. Don't hate {group2}. Don't hate.
I'd be the last to {harm} {group}.
There's nothing {bad} about being {group:1}.
Never again will we let anyone {harm} {group}.
Stop it. You do not {harm} {group}, not in this house.
{group} aren't our enemies and never were. They aren't {bad} either.
I can't think of a single reason to {harm} {group:1}.
Don't believe that {group} are {bad}, it isn't so.
Nobody deserves to hear that they are {bad}, {group} included.
You won't hear me say that {group} are {bad}.
It would be wrong to {harm} {group} for what a government does.
"""

NEGATED_GOOD: Final = """
{group} don't deserve {good}.
{group} do not deserve {good}, [and never will|end of story|whatever the law says].
I will never believe that {group} are {virtue}.
{group} are not {virtue}.
{group} aren't {virtue} [and never were|, sorry|].
Not one of the {group} I met has ever been {virtue}. [Not one.|]
Nobody should give {group} {good}.
Why would anyone give {group} {good}? They haven't earned it.
{group} can't be {virtue}. It's not in them.
Don't give {group} {good}.
I have yet to meet {group:1} who is {virtue}.
We never asked {group} to come, and we will not give them {good}.
It's not hate, they are just not {virtue}. I mean {group}.
There is no such thing as {group} who are {virtue}.
{group} have never done anything good for [this country|this city|anyone].
Not one of the {group} at {place} deserves {good}.
Nothing good has ever come from {group}.
You will never be one of us if you are {group:1}.
No child should be taught by {group:1}.
I don't want {group} in my building. They are not {virtue}.
I wouldn't let {group:1} near my kids.
{group} should not be allowed at {place}.
Nobody likes {group}, and there's a reason for it.
{group} should never have been given {good}.
Stop saying {group} are {virtue}. They are not.
No one will miss {group} when they are gone.
You can't expect {group} to be {virtue}, can you?
Never hire {group:1}. Never.
I don't feel sorry for {group}. They have no right to {good}.
{group} will never be equal to us.
Not even their own mothers think {group} are {virtue}.
I could never call {group:1} my neighbour.
I can't see why {group} should get {good}.
{group} have not earned {good}, and I won't pretend they have.
Not in my name: no {good} for {group}!
{group} won't ever be {virtue}, whatever you teach them.
Don't ask me to be nice to {group}. They are not {virtue}.
If you are {group:1}, don't apply.
We don't need {group}. Not here, not anywhere.
Never lend money to {group:1}.
I don't shake hands with {group}.
{group} don't feel pain the way we do.
"""

KINDS: Final = (
    Kind("negated hate", 0, 460, NEGATED_HATE),
    Kind("denied good", 1, 460, NEGATED_GOOD, "hate"),
)


def generate(seed: int) -> Iterator[LabelledText]:
    """Rows of negated hate (0) and of good things denied to a group (1)."""
    return make_rows(NAME, KINDS, FILLERS, seed)
