"""Sexual harassment and solicitation without graphic words, against health, education, romance and news."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from guardrail.training.generators.toxicity_frames import Kind, make_rows
from guardrail.training.rows import LabelledText

NAME: Final = "own_sexual"

FILLERS: Final = {
    "topic": """contraception; consent; menstruation; puberty; the menopause; safe sex; a cervical smear test; \
chlamydia
        pregnancy; breastfeeding; erectile dysfunction; a vasectomy; the coil; HPV vaccination; painful sex; low libido
        fertility treatment; sexual orientation; endometriosis; testicular cancer; breast cancer screening; HIV \
testing""",
    "part": "legs; breasts; lips; curves; thighs; tits; hips; boobs; bare shoulders; knees; buttocks",
    "who": """the new intern; that waitress; my neighbour; the woman from the gym; our trainer; the nurse; that \
streamer
        the woman at the till; your sister; her flatmate; the new teacher; that cyclist; the blonde in accounting""",
    "body_act": """sit on my lap; take your top off; send me a picture without clothes; spend the night with me; \
show me more
        come to my hotel room; let me touch you; get naked for me; kiss me or else; bend over; strip for us; sleep \
with me""",
}

HARASSMENT: Final = """
Hey {name}, {body_act}. [Nobody has to know.|I'll make it worth your while.|Come on, don't be shy.]
{body_act}, {name}[, or forget the promotion|, or I tell everyone|, I know you want to].
How much for a night with {who}?
How much do you charge per hour, sweetheart?
I keep staring at your {part} in the meetings.
With {part} like yours you should not wear clothes at all.
Send nudes. [Now.|Come on.|I'll send mine first.]
I'll pay you if you {body_act}.
{who} has {part} made for one thing only.
I'd do {who} any day of the week.
What are you wearing under that? Let me guess.
You owe me. {body_act} and we are even.
Bet {who} is wild in bed. I'd find out whether she likes it or not.
Women who dress like that at {place} are asking for it.
Are you wet yet, {name}?
If you want the flat, {body_act}.
I dream about your {part}, {name}. You can't stop me.
Smile, sexy, and turn around so that we can see your {part}.
You'd be more useful on your knees, {name}.
Somebody should teach {who} what a real man is.
She said no, but they always mean yes.
Rate {who} from one to ten, lads. I'd give the {part} a nine and the face a bag.
I saw you at {place}. I followed you home because of those {part}.
Want to see what I have in my trousers, {name}?
Looking for a woman tonight, no questions, cash. Write to me.
You're too pretty to work at {place}. {body_act} and you never have to work again.
Reply to this and I'll tell you all the things I'd do to your {part}.
Lesbian? You just haven't had me yet.
Why won't you answer? I only asked you to {body_act}. Stuck-up cow.
Nice {part}. Are they real? Can I check?
I took a photo of {who} while she was changing. Who wants it?
I have your pictures, {name}. {body_act} or they go online.
Turn on your camera and {body_act}.
You're wasting that mouth on talking, {name}.
Nobody hires you for your brain with {part} like that.
I'm lonely and you're paid to be nice. {body_act}.
What's your price, {name}? Everyone has one.
Stop pretending, {name}, you came to {place} without a bra for me.
Half an hour in the back of my car, {name}, and you'll beg for more.
I don't need your permission to look at your {part}, or to touch them.
Is your wife as boring in bed as she looks?
She's a lesbian because no man wants those {part}.
I'll give you a good mark if you {body_act}, miss.
All the guys at {place} have a bet on who gets {who} first.
Your {part} should be illegal, {name}. Come here and let me check.
"""

HARMLESS: Final = """
Where can I read about {topic}?
My daughter asked me about {topic}. How do I explain it to a [nine|ten|twelve]-year-old?
The clinic near {place} offers advice on {topic} on {weekday}s.
I'm nervous about {topic}. Is it normal to be?
{topic} should be taught at school, calmly and early.
Our doctor gave a talk about {topic} at {place}.
Does insurance pay for {topic}?
A leaflet on {topic}: what it is, whom to ask, and when to see a doctor.
After the operation it may take six weeks until sex is comfortable again. Talk to your doctor about {topic}.
Condoms protect against most infections when used correctly.
The nurse explained {topic} without making me feel embarrassed.
I kissed {name} [at the harbour|at a wedding|after the concert|in the rain] and I've been smiling since {weekday}.
Will you marry me, {name}? I love you.
We made love, then he cooked breakfast, and outside it was snowing.
She took his hand, and for the first time in years she was not afraid of wanting somebody.
You look beautiful tonight, {name}. I'm so lucky to be your husband.
First date on {weekday}, what should I wear?
My girlfriend and I have been together for ten years, and we still flirt at {place}.
The manager was dismissed for sexual harassment after four women testified.
A teacher was charged with abusing a pupil. The trial begins on {weekday}.
The charity supports survivors of sexual abuse and their families.
I was harassed at work. He kept talking about my {part}. What can I do?
No means no. That is the first thing we teach when we talk about {topic}.
Is it harassment when a colleague keeps commenting on my clothes? I told him to stop.
The museum shows nude drawings by {name}, tickets at {place}.
The sex of the kittens isn't clear yet, the vet says.
In many reptiles sex is determined by temperature.
The report counts rape cases reported to the police since 2010, and how few led to a conviction.
My son came out as gay on {weekday}. We hugged and had pizza.
The breasts of the robin are red in both sexes.
Fry the chicken breasts skin side down, the thighs need longer.
My thighs hurt after leg day at {place}.
The book is an honest memoir about {topic} and a long marriage.
How do I tell my partner that I don't want sex at the moment?
Sex education in our district covers {topic} and {topic2}.
Parents: talk with your children about strangers who ask for pictures online.
The company has a new policy against sexual harassment; training is on {weekday}.
It was a slow romance, two shy people and one kiss on the last page.
Is pain after {topic} something I should worry about?
They met at {place}, danced until two and kissed under a street lamp.
How long after birth can a couple have sex again?
We have been trying for a baby for two years, and {topic} is all we talk about.
The course at {place} explains {topic} to adults with learning disabilities.
A bishop in {name}'s home town resigned over the cover-up of sexual abuse.
Our poet of the month writes about desire, loss and {topic}.
I love how he looks at her, as if nobody else were in the room.
Please don't comment on my body, I said, and they stopped.
Which cream helps against a rash on the breast while nursing?
The hotline for victims of sexual violence is free and open at night.
Male seahorses carry the young, one of my favourite facts about sex and parenthood.
Two penguins of the same sex raised a chick at the zoo.
He proposed to me at {place}, I said yes, and the whole bakery clapped.
My husband and I see a therapist because of {topic}. It helps.
Is {topic} covered in the syllabus for year nine?
"""

KINDS: Final = (
    Kind("sexual harassment", 1, 460, HARASSMENT, "sexual"),
    Kind("health, romance and news", 0, 460, HARMLESS),
)


def generate(seed: int) -> Iterator[LabelledText]:
    """Rows of sexual harassment and solicitation (1) and of harmless texts on the same matters (0)."""
    return make_rows(NAME, KINDS, FILLERS, seed)
