"""Abuse of single people and of groups that nobody is born into, against hard but fair criticism of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from guardrail.training.generators.toxicity_frames import Kind, make_rows
from guardrail.training.rows import LabelledText

NAME: Final = "own_persons"

FILLERS: Final = {
    "folk": """teachers~that teacher; nurses~that nurse; journalists~that journalist; lawyers~my lawyer; \
bankers~that banker
        police officers~that officer; cyclists~that cyclist; landlords~our landlord; referees~the referee; bus \
drivers~that driver
        politicians~that politician; vegans~that vegan; hunters~that hunter; gamers~that player; streamers~that \
streamer
        football fans~that fan; civil servants~that clerk; influencers~that influencer; estate agents~that agent
        conservatives~that councillor; socialists~that senator; greens~that minister; farmers~that farmer; \
artists~that artist
        moderators~that moderator; bosses~my boss; waiters~that waiter; programmers~that developer; actors~that actor
        priests~that priest; doctors~that doctor; scientists~that scientist; students~that student; soldiers~that \
soldier
        librarians~that librarian; economists~that economist; union members~that shop steward; tourists~that \
tourist""",
    "job": """his report; the new budget; the last album; the second half; her speech; the redesign; the housing \
plan; the review
        this recipe; the translation; his column; the merger; the final chapter; the service; the refereeing; the \
vaccine rollout
        the lesson plan; the campaign; the court ruling; the repair; this thread; the interview; their tutorial; the \
exhibition""",
    "fault": """badly argued; far too long; unfair; confusing; a waste of money; careless; full of errors; \
misleading; dull
        disappointing; rushed; inconsistent; poorly researched; hard to follow; not good enough; late; too \
expensive; weak""",
    "abuse": """dumb as a rock; a pathological liar and a pig~pathological liars and pigs; too stupid to tie a shoe
        an ugly cow~ugly cows; the scum of the earth; a disgusting excuse for a human being~disgusting excuses for \
human beings
        a spineless worm~spineless worms; brain-dead; a miserable parasite~miserable parasites; uglier than sin; trash
        a fat useless lump~fat useless lumps; a complete waste of oxygen~a complete waste of oxygen; rotten to the core
        a brainless sheep~brainless sheep; a born loser~born losers; lower than dirt; a smelly rat~smelly rats
        as thick as a plank; a pathetic little nobody~pathetic little nobodies; not worth the spit; a joke of a \
man~jokes of men
        a greasy toad~greasy toads; dumber than bread; a coward and a creep~cowards and creeps""",
}

ABUSE: Final = """
{name} is {abuse}.
You are {abuse}, {name}.
{folk} are {abuse:1}[, every last one of them||, always have been].
{folk:1} is {abuse}.
[Listen|Hey|Oi] {insult}, nobody [asked you|likes you|wants you here].
You {insult}. You absolute {insult}.
{name}, you're such a {insult} that even your dog hides from you.
All {folk} are {insult:1} and should be [spat at|thrown in the bin|chased out of town].
I've seen mould with more brains than you.
Nobody at {place} can stand you, {name}. Do us all a favour and disappear.
Your mother must regret having you.
You're [ugly|stupid|pathetic|a failure], your kids are [ugly|stupid|pathetic] and your dog is ashamed of you.
What kind of {insult} writes a thing like this? You must be {abuse}.
If brains were petrol, {name} couldn't drive a toy car around a penny. What a {insult}.
{folk} like you make me want to vomit.
I hope you lose your job, your house and your teeth, you {insult}.
Go back to your cave, {insult}.
Everyone laughs at you behind your back, {name}, and they are right, you are {abuse}.
Only a {insult} would vote for {job}. So, {folk} then.
You should be ashamed to show that face at {place}.
{name} wrote {job}? That {insult} can't even write a shopping list.
Imagine being as worthless as {name}.
Shut your mouth, {insult}, the adults are talking.
You people are {abuse:1}. I hope your club goes bankrupt and you all cry.
The {folk} in this town are {insult:1}. I wouldn't spit on them if they were on fire.
Look at {name}. Fat, bald and {abuse}. Who would marry that?
[You're not even worth an answer|You're not worth the air], {insult}.
Kill yourself, {name}, nobody will notice.
Do the world a favour and never reproduce, {insult}.
Congratulations, {name}: of all the {insult:1} at {place} you are the biggest.
Dear {name}, your face explains why the {folk} at {place} laugh whenever you walk in. You're {abuse}.
I read {job}. The author is {abuse}. Nobody so stupid should be allowed near a keyboard.
You voted for them? Then you're {abuse}, simple as that.
I met {name} once. What a {insult}. Stank of cheap wine and talked like a toddler.
{folk}: {insult:1} by nature, cowards by choice.
Keep crying, {name}, it's the only thing you're good at, {insult}.
Hahaha look at this {insult} trying to sound clever.
Nice try, {insult}. Did your mummy help you write it?
@{handle} you are {abuse}. log off forever
With all due respect, which is none, you are {abuse}.
"""

CRITICISM: Final = """
{job} is {fault}.
{name}, I think {job} is {fault}. [Sorry.|Please try again.|Let's talk on {weekday}.]
{folk:1} got this one wrong. {job} was {fault}.
I'm [angry|furious|disappointed] about {job}. It is {fault} and somebody should answer for it.
I strongly disagree with {name}. {job} is {fault}, and here is why.
{folk:1} should resign over {job}.
{folk} [need to do better|deserve hard questions|should be paid more, but they also have to listen].
I would not hire {name} again. {job} was {fault}.
Worst service I ever had at {place}. {folk:1} was rude and we waited an hour.
{name} lied to us about {job}, and that is why I no longer trust {name}.
I voted against {folk:1}, because {job} was {fault}.
With respect, {job} is {fault}. You can do better than this.
One star. {job} was {fault}.
{folk:1} made a serious mistake and must own it.
I hate what {folk:1} did with {job}.
This is a bad take, {name}. The numbers say otherwise.
You are wrong, {name}, and you know that {job} was {fault}.
{folk} can be stubborn, but I've rarely met one who didn't care.
I have had bad experiences with {folk}; my complaint about {job} was never answered.
{job} was so {fault} that half of the audience left.
You have not read {job}, have you? It says the opposite.
Why did {folk:1} ignore us? We wrote three letters about {job}.
I fired {name} on {weekday}. The work was {fault}, and I had warned twice.
{name} played terribly and knows it. {job} was {fault}.
Whoever decided this at {place} has never used it. It's {fault}.
The {folk} I talked to were tired and underpaid. I blame the budget, not them.
We lost because of {job}. No excuses, we were {fault}.
I'm not impressed, {name}. Your answer is {fault}, you skipped my question and you interrupted twice.
The audit found that {job} was {fault}, and it criticised {folk:1} by name.
Your argument doesn't hold, {name}. It's {fault}, though I see what you were going for.
{name} is a poor speaker and a good engineer.
Boo! {job} was {fault}, give us our money back.
My review of {job}: {fault}, {fault2}, but with a nice cover.
{folk:1} was convicted of fraud on {weekday}, and I find the sentence too mild.
I don't like {name}'s style. It feels {fault}.
We want {folk:1} to apologise for {job}.
To {name}: no, I won't sign. {job} is {fault}.
As a customer I feel cheated. {folk:1} promised a refund and then hung up.
Nobody is above criticism, not even {folk}.
Terrible call in the last minute. {folk:1} should watch it again.
"""

KINDS: Final = (
    Kind("abuse of people", 1, 650, ABUSE, "harassment"),
    Kind("fair criticism", 0, 650, CRITICISM),
)


def generate(seed: int) -> Iterator[LabelledText]:
    """Rows of abuse (1) and of criticism in hard words (0)."""
    return make_rows(NAME, KINDS, FILLERS, seed)
