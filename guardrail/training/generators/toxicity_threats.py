"""Threats, open and veiled, against what merely sounds like them: games, kitchens, sport, idioms, news."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from guardrail.training.generators.toxicity_frames import Kind, make_rows
from guardrail.training.rows import LabelledText

NAME: Final = "own_threats"

FILLERS: Final = {
    "will_hurt": """kill you; break your legs; burn your house down; cut you up; smash your face in; make you bleed
        put a bullet in you; bury you; beat you until you stop moving; run you over; set your car on fire; hurt your \
kids
        throw you off the roof; break every bone you have; finish you; poison your dog; stab you; strangle you""",
    "harm_group": """shot; hanged; burned out of their homes; beaten in the street; drowned; run over; put against a \
wall
        wiped out; driven into the sea; hunted down; taught a lesson with fists; blown up; rounded up and dealt \
with""",
    "game": """level nine; the dragon; the last boss; the zombie horde; the goblin king; the other team; the spider \
queen
        the final wave; the pirate captain; the robot army; the sniper; the swamp witch; the castle guard""",
    "food": """the onions; the garlic; the chicken; the lobster; the cream; the eggs; the dough; the carrots; the fish
        the potatoes; the herbs; the steak; the pumpkin; the nuts""",
    "town": """Leeds; Porto; Lyon; Turku; Graz; Tulsa; Bergen; Ghent; Kochi; Cork; Split; Denver; Perth; Lima; \
Gdansk""",
}

OPEN: Final = """
I will {will_hurt}[, {name}|, you {insult}||].
[I'm going to|I'm gonna|Imma] {will_hurt}.
If you [come near me|talk to her|show up at {place}|post that] again, I'll {will_hurt}.
I swear I will {will_hurt}.
One of these days somebody will {will_hurt}, and I'd love it to be me.
When I find you I will {will_hurt}.
Sleep with one eye open, {name}. I'll {will_hurt}.
We are coming to {place} on {weekday} to {will_hurt}.
You have until {weekday}, {name}. After that we {will_hurt}.
I'm outside your house. Come out or I {will_hurt}.
{group} should be {harm_group}.
All {group} must be {harm_group}, starting on {weekday}.
Somebody ought to {will_hurt}, {name}.
Let's go to {place} and get {group} {harm_group}.
Next time I see {group:1} on my street, there will be blood.
I hope someone will {will_hurt}.
I'll bring a [knife|bat|gun] to {place} and then {name} will learn.
Delete the video or I {will_hurt}, I'm not joking.
Tell {name} that I will find out where he lives, and then he's dead.
You'll be dead before {weekday}.
Say that to my face and I'll {will_hurt}.
I know people who will {will_hurt} for fifty quid.
Watch yourself, {insult}, I'll {will_hurt} and enjoy it.
To the {insult} who took my parking space: do it again and I'll {will_hurt}.
{group} in {town}: leave, or be {harm_group}.
Your whole family is going to pay. I'll {will_hurt}.
I'm going to make you wish you were never born, {name}.
Someone hold me back before I {will_hurt}.
If the police won't do it, I will {will_hurt} myself.
You think you're safe at {place}? I'll {will_hurt} there.
Your time is up, {insult}. On {weekday} I {will_hurt}.
We'll {will_hurt}, {name}, and your brother too.
Let's hunt {group} through {town} tonight. Who has a car?
I've bought the petrol. The home for {group} in {town} burns on {weekday}.
The next {insult} who touches my bike ends up in hospital.
"""

VEILED: Final = """
Nice [house|family|shop|car] you have, {name}. Would be a shame if something happened to it.
I know where your kids go to school.
I know which bus you take on {weekday}, {name}.
Accidents happen, {name}. Especially to people who talk.
Better check your brakes before you drive home.
You looked lovely at {place} yesterday. You didn't see me, did you?
Enjoy your last quiet {weekday}, {insult}.
People who do what you did tend to disappear around here.
Keep writing articles like that and see what happens to you.
Your sister walks home alone from {place}, doesn't she?
Wear a bulletproof vest next time you come to {place}, {name}.
We have your address now, {name}. See you soon.
I'd be very careful on dark roads if I were you.
It would be so easy to reach you at {place}. Think about that before you testify.
The last one who crossed us eats through a straw.
You have pretty windows. They break easily.
Somebody should show {name} what happens to snitches.
Don't worry, {name}, when we come you won't feel a thing.
I hope your insurance covers fire.
Remember what happened to {name}? You're next.
A rope and a tree is all we need for {group}.
There are enough lamp posts in {town} for all the {group}.
We still have room in the river for {group}.
Bring your bats, lads, {group} are meeting at {place} on {weekday}.
Snitches end up in hospital, {name}. Just so you know.
It's a long way home from {place}, {name}. Lots of dark corners.
Funny thing, gas leaks. They can happen to anyone, {name}.
You have a lovely daughter. What time does she finish at {place}?
Talk to the police and you'll find out how long our arms are.
If I were {group:1}, I wouldn't sleep so well in {town}.
One phone call, {name}. That's all it takes, and you know whom I'd call.
I'd hate for you to fall down those stairs, {name}.
You can change your number, {name}, but you can't change your face. We'll find it.
{group} who open a shop in {town} should know how well shops burn.
"""

ALIKE: Final = """
I killed {game} with [two arrows|one hit|a spoon] last night.
How do I kill {game}? My sword does no damage.
We got slaughtered by {game} three times, then {name} found the trick.
I'm going to destroy you at chess on {weekday}, {name}.
We will crush {town} in the final, bring your scarves!
{town} murdered us five to nil. Proud of the lads anyway.
Chop {food}, beat {food2} and throw everything into a very hot pan.
Whip {food} until stiff, then knock the air out of the dough.
Stab {food} with a fork before roasting, or it explodes.
Mum will kill me if I forget {food}.
I could murder a sandwich right now.
My feet are killing me after the walk to {place}.
You're killing it, {name}! Best set of the evening.
This heat will be the death of me.
If you don't stop being funny I will die, {name}.
I'd kill for a decent coffee near {place}.
That bass line blew me away.
The deadline is going to kill us unless {name} helps.
{name} dropped a bomb at the meeting: we're moving to {town}.
She shot the winner from thirty metres, the keeper had no chance.
Break a leg tonight, {name}!
A man was shot near {place} in {town} on {weekday}; police are asking for witnesses.
The court in {town} heard how the accused threatened to burn the shop.
Two people were stabbed at {place}. Both are out of danger, the hospital says.
The bomb from the war was defused at {place} on {weekday}.
In chapter twelve the duke threatens to hang the miller, and his daughter overhears it.
In the film the widow says "I will kill you", and then they dance.
The novel opens with a body in {place}.
He told the police that {name} had threatened him. We are helping him to get a restraining order.
I was threatened on the way home and I don't know whom to tell. Any advice?
Please kill the lights when you leave {place}.
We shoot the wedding on {weekday}, bring the long lens.
Fire {food} at high heat and let it rest.
My dog attacked the postman's shoelaces again, the little monster.
I will hunt you down if you don't return my casserole dish, {name}, haha.
Time to beat the eggs, not the clock.
The virus would kill the plant within days, so we burned the infected branches.
Our goal is to wipe out polio.
They executed the plan perfectly and took the town without a fight, in the game that is.
Headshot! {game} is finally down.
The vet had to put our old cat down on {weekday}. We miss her.
I've got you in my sights, {name}: paintball, {weekday}, {place}.
Burn it! The recipe, I mean. {food} tasted of soap.
You'd better run, {name}. The marathon starts in an hour.
Watch out for the step at {place}, or you'll break your neck.
{name} was beaten at school and now the parents want to talk to us.
The strikers will hit the buses on {weekday}, so take a bike.
I know where you live now, so I'll bring the sofa over on {weekday}.
I am watching you on TV right now, {name}! So proud.
See you soon, {name}, we have your new address. The parcel comes on {weekday}.
My knee is killing me, I can hardly get up the stairs at {place}.
That exam killed me.
{name} got away with murder again and didn't do the dishes.
She threatened to leave him if he bought another drum kit.
The storm threatens the harvest near {town}.
I'm dying to see the new place, {name}!
The axe murderer in episode three was the postman all along.
In the ballad the brothers drown their rival, and the mill wheel sings.
The defendant said he would shoot the officer. The jury saw the video.
A teenager was arrested for a bomb threat against a school in {town}, which turned out to be a hoax.
We'll bury the time capsule at {place} on {weekday}.
Kill the engine, I can hear the owls.
I slammed the door in a rage, then I baked a cake and apologised to {name}.
You will die laughing at the new show in {town}.
Boil {food}, crush {food2} and burn the sugar slightly.
Aim for the head: that's where {game} is weak.
They bombed at the festival, but the second gig was great.
Hit me with your best recipe for {food}.
He was hit by a car near {place} and broke both legs. Get well soon, {name}.
Make sure the victims get help before you talk to the press, said the trainer.
I want to strangle my printer.
One more email like this and I move to a cabin in the woods.
Punch a hole in the lid, or the jar explodes.
The gun in the first act must go off in the third, as they say.
"""

KINDS: Final = (
    Kind("open threat", 1, 400, OPEN, "threat"),
    Kind("veiled threat", 1, 220, VEILED, "threat"),
    Kind("not a threat", 0, 630, ALIKE),
)


def generate(seed: int) -> Iterator[LabelledText]:
    """Rows of threats (1) and of look-alikes (0)."""
    return make_rows(NAME, KINDS, FILLERS, seed)
