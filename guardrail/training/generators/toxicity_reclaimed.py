"""Mild insults that people take back for themselves or their friends: harmless, against the same words as abuse."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from guardrail.training.generators.toxicity_frames import Kind, make_rows
from guardrail.training.rows import LabelledText

NAME: Final = "own_reclaimed"

FILLERS: Final = {
    "own": """queer; a nerd; a geek; a dyke; a crip; a fat girl; a freak; a weirdo; a redneck; a hillbilly; butch
        a proud old hag; a spinster; a bitch; mad; a witch; a feminazi, as they say; a hoe; a slut; a fairy; a tomboy
        a bookworm; a loony; a cripple; an oddball; a country bumpkin; a bad bitch; a fag; a gimp; a nutcase""",
    "ours": """bitches; queers; nerds; geeks; weirdos; freaks; dykes; hoes; rednecks; crips; hags; sluts; fatties; \
losers
        misfits; witches; spinsters; oddballs; nutters; fags""",
    "noun": """queer; dyke; crip; bitch; redneck; freak; slut; hag; witch; fag; spinster; cripple; geek; weirdo; \
fairy; hillbilly
        tramp; whore; lunatic; fatso; old cow""",
    "word": """queer; dyke; crip; bitch; fat; redneck; nerd; freak; slut; hag; witch; mad; fag; spinster; butch; \
cripple
        geek; weirdo; fairy; hillbilly""",
}

IN_GROUP: Final = """
I'm {own} and I'm proud of it.
Yes, I am {own}. [Deal with it.|And happy.|Always was.|So what?]
Happy birthday to my favourite {ours}! Love you all.
Good morning to all my {ours} [out there|and to nobody else|who have to work today].
Me and my fellow {ours} are meeting at {place} on {weekday}.
We're here, we're queer, and we brought cake.
As {own}, I love [this book|this song|seeing us on screen].
My girlfriends and I call each other {ours}; it's how we say we care.
What's up {ours}, who's coming out tonight?
I have been called {own} all my life, so I put it on a badge.
Took the word "{word}" back years ago. It's mine now.
When we say {word} among ourselves it means family.
Being {own} is the best thing about me.
Calling myself {own} took me twenty years. I have never felt so free.
Love my {ours}. You carried me through this year.
I'm not your inspiration, I'm just {own} with a bus pass.
Us {ours} have to stick together.
Looking for other {ours} to start a choir, message me!
My wife and I are two old {ours} with three cats.
From one {word} to another: you look amazing.
We {ours} throw the best parties, everyone knows it.
{name} is my bitch and I am hers, twenty years of friendship.
I reclaimed {word} because the people who used it against me don't get to keep it.
This is a space by {ours}, for {ours}.
Can't wait to march with all the other {ours} on {weekday}.
You go, bitch! That speech was perfect.
Slay, bitch, I'm so happy for you.
bitch I passed the exam!!! come celebrate
Only {own} would spend {weekday} night sorting buttons. It's me, I'm the one.
Our band is called The {ours}, and yes, we are.
Mum says I'm turning into {own} like her, best compliment ever.
I'm {own}, he's an accountant, together we are unstoppable.
The zine is called "{word}" and it's made by people who wear the word with pride.
They meant it as an insult, but honestly, I like being {own}.
To every kid who is {own} in a small town: it gets better, come find us.
Proud {word} here! Ask me anything.
Okay {ours}, group photo!
I say this as {own} myself: we need more benches at {place}.
As a lifelong spinster I can tell you: the cats are worth it.
Old hags unite! Knitting at {place}, {weekday}, bring wool.
I used to cry when they called me {own}. Today I laugh and sign autographs.
My partner calls me his little weirdo and I melt every time.
Nothing like a room full of {ours} to make you feel at home.
The {word} community gave me a family when mine threw me out.
I wrote my thesis on how {ours} turned an insult into a banner.
We call our team the {ours}, it was {name}'s idea and we voted for it.
Hello fellow {word}, nice jumper!
Ladies, gentlemen and {ours}: welcome to our show.
I'm allowed to say {word}, I am one, and I say it with love.
Signed, one tired but happy {word}.
Dear younger me: being {own} will save your life one day.
They can keep their normal. We're {ours} and we dance.
Yes, I walk with a stick, yes, I call myself a crip, no, you may not.
Finally found a gym for fat girls like me. I could cry.
Bitch, you better eat that cake, it's your birthday, I love you!
It's a {word} thing, you wouldn't understand, haha. Kidding, sit down with us.
"""

AGAINST: Final = """
Shut up, you {noun}.
Nobody wants you {ours} here.
Look at that {noun} over there, what a disgrace.
Keep your {ours} away from my kids.
{name} is nothing but a {noun} and everybody knows it.
You're a {noun}, and you will die alone.
I don't serve {ours}. Get out of my shop.
What is this {noun} doing at {place}?
All {ours} should be thrown out of {place}.
Ugh, another {noun}. They are everywhere now.
Go home, {noun}.
Only a {noun} would wear that. You look pathetic.
They let a {noun} teach our children, can you believe it?
Don't listen to {name}, just some bitter {noun}.
Your daughter is a {noun}, you must be so ashamed.
We used to chase {ours} out of this town, and we should again.
Hey {noun}, go and hide somewhere.
You {ours} make me sick.
Some {noun} at {place} looked at me. Disgusting creature.
It's always the {ours} who complain. Pathetic people.
"""

KINDS: Final = (
    Kind("reclaimed", 0, 430, IN_GROUP),
    Kind("the same words as abuse", 1, 190, AGAINST, "hate"),
)


def generate(seed: int) -> Iterator[LabelledText]:
    """Rows of in-group use of mild insults (0) and of the same words against others (1)."""
    return make_rows(NAME, KINDS, FILLERS, seed)
