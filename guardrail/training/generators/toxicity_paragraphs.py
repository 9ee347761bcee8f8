"""Long posts, letters and reports of 60 to 200 words: hateful and abusive ones, and angry, sad or sober harmless \
ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from guardrail.training.generators.toxicity_frames import Kind, make_rows
from guardrail.training.rows import LabelledText

NAME: Final = "own_paragraphs"

FILLERS: Final = {
    "hate_open": """I have kept quiet about {group} for years, but not any more.
        Let me explain, calmly and without any hate, what is wrong with {group}.
        People keep asking me why I avoid {group}, so here is the long answer.
        My parents raised me to be polite, and I tried, but {group} have cured me of it.
        You may not like this post about {group}, and that's how I know it is true.
        I grew up in a street without {group}, and I miss it.
        Nobody in politics dares to say what every family knows about {group}.
        I used to work with {group}, so don't tell me I don't know them.""",
    "hate_claim": """They take, they never give, and they laugh at those who pay.
        You cannot educate it out of them, because it is in the blood.
        Wherever they settle, the decent families move out within a year.
        They do not think as we do, and I am not sure that they think at all.
        A cuckoo behaves better in a nest than they do in ours.
        Of course there are exceptions, in the way that some wasps don't sting.
        They smile at you in the morning and plan against you in the evening.
        Their children learn to lie before they learn to read.
        It isn't chance that the trouble began on the day when they came.
        Behind every closed factory you find one of them counting money.
        They have no word for gratitude, and it shows.
        Feed them once and you will never be rid of them, like pigeons.
        The schools lower their standards so that theirs can keep up.
        Look at their faces and tell me that there is a soul behind it.
        They multiply while we can't afford a second child.
        You hear them before you see them, and you smell them before you hear them.
        Give them a finger and they take the house.
        I would sooner trust a fox with my hens than them with my purse.
        They call it culture, but there is nothing in it worth keeping.""",
    "hate_scene": """Yesterday I saw a family of them at {place}, and I turned round, because I didn't want to \
breathe the same air.
        My neighbour let a flat to {group:1}, and now nobody greets him, quite rightly.
        Last week {group:1} sat next to me, and I got up and told the whole room why.
        When {name} hired {group:1}, I took my money elsewhere and told everyone to do the same.
        My daughter brought {group:1} home, and I showed them both the door.
        At {place} they got the best seats, and we, who built this town, stood at the back.
        The clerk at {place} served {group:1} before me, and I asked in a loud voice since when animals go first.
        I saw {name} hug {group:1} in the street, and I have crossed {name} off my list.
        When {group:1} wanted to join our choir we all agreed that the place was taken, although it wasn't.""",
    "hate_call": """We should do what our grandfathers would have done and show them the way out.
        Don't rent to them, don't hire them, don't marry them.
        Give them a month to pack, and after that no mercy.
        If the state won't clean up, the people will.
        There can be no peace before the last of them is gone.
        They should be grateful that we only talk about it.
        Put them somewhere far away, with a fence around it.
        Share this before they delete it.""",
    "fair_open": """I am writing about the decision on {place}, and I am angry.
        After three months of waiting I have to get this off my chest.
        I voted for this council, and I am sorry that I did.
        This is a long complaint, so get yourself a cup of tea.
        I rarely write reviews, but the last week at {place} deserves one.
        As a nurse with twenty years of night shifts I want to say something about the reform.
        My family has run a shop near {place} since 1951, and today we closed it.
        I disagree with {name}'s article, and I'd like to explain why.""",
    "fair_point": """The figures in the plan are wrong, and nobody has corrected them although we wrote twice.
        We were promised a meeting, then a letter, then nothing at all.
        I am sick of being told that there is no money, when there is money for a new roundabout.
        {name} answered my question with a smile and a brochure.
        This policy hurts {group}, pensioners and people who work at night more than anybody else.
        It is not the fault of {group} that rents went up, it is the fault of those who stopped building.
        They lied to us about the cost, and I do not use this word lightly.
        The system is broken, the software crashes, and the staff cry in the corridor.
        I don't blame the young man at the desk, who was polite and as helpless as I was.
        I would call it a scandal if it were not so boring.
        Nobody was hurt this time, but next winter somebody could die on these stairs.
        Whoever signed this contract should resign, and I will say so at the meeting.
        I waited for two hours in the cold with a broken wrist, and then they sent me home.
        The minister should read his own report before he quotes it.
        What makes me furious is that {group} were never asked, although the whole thing is about them.
        I hate the noise, I hate the dust, and most of all I hate the silence of the office.
        My mother died in that ward, and a single phone call would have been enough for us.
        It is a stupid rule, and everybody who has to apply it knows that.""",
    "fair_end": """I expect an answer by {weekday}.
        I am not asking for the moon, only for a bus that comes.
        Let's meet at {place} and find a way.
        That said, I thank {name}, who listened.
        I will not vote for them again, and that is the end of it.
        Come to the hearing on {weekday}, bring your neighbours, and be civil.
        I hope that somebody reads this.
        Shame on those who knew, and thanks to those who spoke up.""",
    "abuse_open": """{name}, I have read your post twice and I still can't believe that something like you can type.
        Dear {name}, this letter is long overdue.
        So {name} is back, the biggest {insult} this forum has ever had to put up with.
        Everybody gather round and look at {name}, a walking argument against having children.
        To the {insult} who lives above me and knows exactly who is meant.
        I met a lot of fools in my life, {name}, but you take the cake.""",
    "abuse_point": """You have the looks of a wet sack and the wit of a doorknob.
        Your wife left because she could not stand the smell any longer, and who could blame her?
        When you talk, people look at the floor, because they are embarrassed to share a species with you.
        You failed at school, you failed at work and you will fail at whatever you are dribbling about now.
        Even your own mother crosses the road when she sees you.
        There is nothing in your head but lard and envy, you {insult}.
        You are the kind of {insult} who gets lost in a lift.
        I hope that you sit alone on your birthday, as you deserve to.
        Every time you open that mouth, I understand why people choose to live in the woods.
        A {insult} like you should pay us for the trouble of looking at you.
        You crawl before the strong and kick the weak, you slimy {insult}.
        I'd call you a pig, but pigs are clean and useful.
        Your teeth look like a burnt village and your opinions smell like one.
        You have never had a thought that you did not steal from a bigger {insult}.
        Whenever I feel bad about myself I think of you, and the feeling goes away.
        You are fat, you are lazy, and you will die without having been loved by anyone.""",
    "abuse_end": """Do us a favour and vanish.
        Now go and cry, {insult}.
        Nobody will miss you, not for a minute.
        I'd say that I pity you, but I don't.
        Crawl back under your stone, {insult}.
        See you at {place}, if you dare to show that face.""",
    "report": """Police said that a group of men had attacked {group:1} near {place} and shouted that {group} should \
leave the country.
        A spokeswoman for the victims called the attack shocking, but not surprising.
        The prosecutor asked for four years, while the defence spoke of a drunken quarrel.
        Two of the accused belong to a party which calls {group} a danger to the nation.
        {name}, a witness, told the court that one of them had a knife and that there was blood on the steps.
        On {weekday} several hundred people marched through the town, carrying candles and the names of the dead.
        The mayor condemned the violence and promised better lighting, more patrols and a fund for the families.
        In a letter to the paper the accused apologised, and the family of {name} rejected it.
        Researchers note that threats against {group} doubled after the speech, most of them online.
        The hospital confirmed that one man had died of gunshot wounds and another was stable.
        The verdict is expected next month.
        The trial reminded many of the murders of 1988, when the police had looked away.
        Schools have asked for material that helps pupils to talk about racism and revenge.
        According to the indictment the group had planned to burn down a home where {group} live.
        The fire brigade found two bodies in the cellar, and the cause of death is still unknown.
        A teacher was suspended after pupils reported remarks about {group}.
        The defendant, who had called for the killing of {group} in a chat, accepted a sentence of eighteen months.""",
    "memory": """I was eleven when the other children found out where my family comes from, and they stopped sitting \
with me.
        Somebody scratched a word into my desk, and the teacher told me not to make a fuss.
        For years I hated myself, my name and the lunch in my bag.
        My brother got into fights, and I got into books.
        Then {name} moved in next door and asked whether I wanted to build a raft.
        Last summer I met one of the boys who had spat at me, and he was ashamed.
        I don't think that I have forgiven him, but we talked until it got dark.
        My father drank, he broke things, and once he broke my arm.
        When he died I felt nothing, and after that I felt everything at once.
        Therapy taught me that being angry is not the same as being cruel.
        Today I run a club for {group} and everybody else who likes bad music.
        My daughter asked me what the word on the wall meant, and I told her the truth.
        I still look over my shoulder at {place}, mostly out of habit.
        People can change, though it takes longer than in films.
        If you are being bullied, tell somebody, and if they don't listen, tell somebody else.""",
    "harass_point": """I've been watching you at {place}, and I know you dress like that for me.
        You said that you are not interested, but your eyes say the opposite.
        I think about your body the whole day, and I'm going to write to you until you give in.
        One night with me, and you'd forget that husband of yours.
        I could make you head of department, or I could make your life very hard.
        Send me a photo in that red thing, or less, and I'll forget the mistake in your report.
        Don't play the nun, everybody knows what you are like.
        A woman with your figure has no right to say no.
        I told the lads what I would do to you in the store room, and they laughed.
        You owe me after the dinner I paid for, and you know how you can pay.""",
}

HATEFUL: Final = """
{hate_open} {hate_claim} {hate_scene} {hate_claim2} {hate_call}
{hate_open} {hate_claim} {hate_claim2} {hate_claim3} {hate_call}
{hate_scene} {hate_claim} {hate_claim2} I have nothing against people who work and obey the law, but {group} are \
something else. {hate_call}
{plain} {hate_open} {hate_claim} {plain2} {hate_scene} {hate_call}
{hate_open}\\n\\n{hate_scene} {hate_claim}\\n\\n{hate_claim2} {hate_call}
{plain} {plain2} {plain3} {hate_scene} {hate_claim} {plain4}
{hate_open} {plain} {hate_claim} {hate_scene} {hate_claim2} {plain2} {hate_claim3} {hate_call} {plain3}
{plain} {plain2} {hate_open} {hate_claim} {hate_claim2} {hate_scene} {hate_scene2} {hate_claim3} {hate_claim4} \
{hate_call} {hate_call2}
{hate_open} {hate_scene} {hate_claim} {hate_scene2} {hate_claim2} {hate_call} {plain} {plain2} {plain3}
Long post, sorry. {plain} {plain2} {hate_scene} {hate_claim} {plain3} {hate_claim2} {hate_scene2} {hate_call}
{plain} {plain2} {plain3} {plain4} {hate_open} {hate_claim} {plain5} {plain6}
{hate_open}\\n{plain}\\n{hate_scene}\\n{hate_claim}\\n{hate_claim2}\\n{hate_call}
"""

FAIR: Final = """
{fair_open} {fair_point} {fair_point2} {fair_point3} {fair_end}
{fair_open} {plain} {fair_point} {fair_point2} {fair_end}
{fair_point} {fair_point2} {fair_point3} {fair_end}
{fair_open}\\n\\n{fair_point} {fair_point2}\\n\\n{fair_point3} {fair_point4}\\n\\n{fair_end}
{plain} {fair_open} {fair_point} {fair_end} {plain2}
{fair_open} {fair_point} {fair_end}
{fair_open} {plain} {fair_point} {fair_point2} {plain2} {fair_point3} {fair_point4} {fair_end} {plain3}
{plain} {plain2} {fair_open} {fair_point} {fair_point2} {fair_point3} {fair_point4} {fair_point5} {fair_end} \
{fair_end2}
Long post, sorry. {plain} {fair_open} {plain2} {fair_point} {fair_point2} {plain3} {fair_point3} {fair_end}
{plain} {plain2} {plain3} {fair_open} {fair_point} {plain4} {plain5} {fair_end}
{fair_point} {plain} {fair_point2} {fair_point3} {fair_end} {fair_end2}
{fair_open}\\n{plain}\\n{fair_point}\\n{fair_point2}\\n{fair_end}
"""

ABUSIVE: Final = """
{abuse_open} {abuse_point} {abuse_point2} {abuse_end}
{abuse_open} {abuse_point} {abuse_point2} {abuse_point3} {abuse_end}
{plain} {abuse_open} {plain2} {abuse_point} {abuse_end}
{abuse_point} {abuse_point2} {abuse_point3} {abuse_end}
{plain} {plain2} {plain3} {abuse_open} {abuse_point} {plain4}
{abuse_open}\\n\\n{abuse_point} {abuse_point2}\\n\\n{abuse_end}
{abuse_open} {abuse_point} {plain} {abuse_point2} {abuse_point3} {abuse_point4} {abuse_point5} {abuse_end}
{plain} {plain2} {plain3} {plain4} {abuse_open} {abuse_point} {abuse_point2} {plain5} {abuse_end}
Long post, sorry. {plain} {plain2} {abuse_open} {abuse_point} {abuse_point2} {abuse_point3} {plain3} {abuse_end}
{abuse_open}\\n{abuse_point}\\n{abuse_point2}\\n{abuse_point3}\\n{abuse_end}
"""

HARASSING: Final = """
Hi {name}. {harass_point} {harass_point2} {harass_point3}
{name}. {plain} {harass_point} {harass_point2} Call me.
{plain} {plain2} By the way, {name}, one more thing. {harass_point} {harass_point2}
{harass_point} {harass_point2} {harass_point3} Don't show this to anybody.
Dear colleague. {plain} {harass_point} Think it over until {weekday}. {harass_point2}
{harass_point} {plain} {harass_point2}
"""

REPORTS: Final = """
{report} {report2} {report3} {report4}
{report} {report2} {report3} {report4} {report5} {report6}
{report} {report2} {report3}
Town news, {weekday}. {report} {report2} {report3} {plain}
{memory} {memory2} {memory3} {memory4}
{memory} {memory2} {memory3} {memory4} {memory5} {memory6}
{memory} {memory2} {memory3}
{plain} {memory} {memory2} {memory3} {plain2}
I never told anyone this. {memory} {memory2} {memory3} {memory4}
{plain} {plain2} {plain3} {plain4} {plain5}
{plain} {plain2} {plain3} {plain4} {plain5} {plain6} {plain7}
Dear {name}! {plain} {plain2} {plain3} {memory} Love, {name2}
{report} {plain} {report2} {report3} {report4} {report5} {report6} {report7} {plain2}
Long post, sorry. {plain} {memory} {memory2} {memory3} {plain2} {memory4} {memory5} {memory6} {memory7} {memory8}
{memory}\\n{memory2}\\n\\n{memory3} {memory4} {memory5}\\n{plain}
{plain} {plain2} {plain3} {plain4} {report} {report2} {report3} {plain5}
{plain} {plain2} {plain3} {plain4} {plain5} {plain6} {plain7} {plain8} {memory} {memory2}
"""

KINDS: Final = (
    Kind("hateful post", 1, 350, HATEFUL, "hate", "verbatim"),
    Kind("abusive letter", 1, 250, ABUSIVE, "harassment", "verbatim"),
    Kind("harassing message", 1, 170, HARASSING, "sexual", "verbatim"),
    Kind("fair complaint", 0, 280, FAIR, manner="verbatim"),
    Kind("report or memory", 0, 460, REPORTS, manner="verbatim"),
)


def generate(seed: int) -> Iterator[LabelledText]:
    """Rows of long hateful or abusive texts (1) and of long harmless ones (0)."""
    return make_rows(NAME, KINDS, FILLERS, seed)
