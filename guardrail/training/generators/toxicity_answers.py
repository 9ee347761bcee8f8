"""Answers as an assistant writes them: refusals that name hate, explanations, lists, code; all harmless."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from guardrail.training.generators.toxicity_frames import Kind, make_rows
from guardrail.training.rows import LabelledText

NAME: Final = "own_answers"

FILLERS: Final = {
    "sorry": """I'm sorry, but I can't help with that.; I can't write that.; I won't help with this.; Sorry, I have \
to decline.
        I understand that you are upset, but I won't write this.; That is something I don't do.; No, I can't assist \
with that.
        I'm not able to produce this text.; I'd rather not.; I must refuse this request.""",
    "asked": """insults against {group}; a joke that demeans {group}; a threat to your neighbour; messages meant to \
humiliate someone
        a text that calls {group} inferior; sexual comments about a colleague; a speech against {group}; slurs
        a letter meant to frighten a person; propaganda; a post that shames your ex; a story that incites hatred of \
{group}""",
    "instead": """talk about what happened; draft a calm complaint; write a joke at nobody's expense; explain where \
the prejudice comes from
        help you to set boundaries; suggest how to apologise; list organisations which support victims; rewrite it \
politely
        collect facts on migration; write a scene in which the bully is challenged; summarise the research""",
    "term": """"queer"; "bitch"; "cripple"; "gypsy"; "hysterical"; "savage"; "spinster"; "redneck"; "witch"; \
"lunatic"; "idiot"
        "barbarian"; "bastard"; "heathen"; "imbecile"; "villain"; "tramp"; "vandal"; "dyke"; "moron\"""",
    "era": """the Middle Ages; the sixteenth century; the eighteenth century; the 1880s; the years before the war; \
the 1970s
        classical Latin; early modern law; Victorian medicine; colonial rule; the age of sail""",
    "origin": """a neutral word; a legal term; a medical diagnosis; the name of a people; a word for a farm hand; a \
religious term
        a word for a stranger; a job title; a word for an animal; a term of honour""",
    "subject": """bullying at school; online hate; domestic violence; workplace harassment; the war; hate crime; \
terrorism; suicide
        stalking; the genocide; slavery; sexual abuse; gang violence; antisemitism; homophobia; racism in football""",
    "tip": """Write down what happened, with date and time.; Save screenshots before you block the account.
        Talk to somebody you trust.; Do not answer threats.; Report the post to the platform.; Call the emergency \
number if you are in danger.
        Ask a doctor to document injuries.; Contact a support centre, most are free.; Tell a teacher or the head of \
the school.
        Change your passwords.; Keep messages, do not delete them.; Ask a lawyer whether an order against contact is \
possible.""",
    "proc": "worker; server; child; daemon; job; crawler; indexer; browser; zombie; listener; backup; renderer",
    "sig": "SIGTERM; SIGKILL; SIGHUP; SIGINT; SIGQUIT; SIGUSR1; SIGSTOP",
}

REFUSALS: Final = """
{sorry} I don't write {asked}, because it hurts real people. If you like, I can {instead}.
{sorry} You asked for {asked}. What I can do is {instead} or {instead2}.
{sorry} Content such as {asked} can do harm, even as a joke. Would you like me to {instead}?
As an assistant I don't produce {asked}. Let me know if I should {instead}.
I hear that you are angry. Still, {asked} would make things worse, for you too. I'm glad to {instead}.
I can't write {asked}. Nobody deserves to be attacked for who they are. I could {instead} instead.
It sounds as if somebody hurt you. I won't write {asked}, but I'd like to listen, and I can {instead}.
{asked}? That is outside of what I do. Happy to {instead}, though.
{sorry} What you ask for, {asked}, targets people. I'm happy to {instead}.
I won't take part in writing {asked}. If somebody has hurt you, I can {instead}, or you may talk to a counsellor.
{sorry} I can, however, {instead}. Shall we begin with that?
Writing {asked} could count as harassment, and in some countries it is a crime. {sorry} I could {instead}.
Let's take another road. Instead of {asked}, how about I {instead}?
{sorry} A story may have a cruel character in it, but I'd not make the whole text {asked}. I can {instead}.
That request asks for {asked}. I decline, and I want to be open about why: such texts make violence against people \
more likely. I can {instead}.
Thank you for being frank. I will not write {asked}. I will gladly {instead}.
"""

EXPLANATIONS: Final = """
The word {term} comes from {era}, where it was {origin}. It became an insult later, and some people have taken it \
back with pride. Outside of that group it is best avoided.
{term} was once {origin}. By {era} it was used to look down on people, and today style guides advise against it.
In {era} the word {term} was common in court records. Its meaning narrowed from {origin} to a term of abuse. \
Linguists call this pejoration.
There are two uses of {term}. As a slur it attacks a person. Among friends it may be a sign of closeness. Which of \
them is meant depends on who speaks to whom.
Propaganda once compared {group} to vermin. Such images prepared people to accept violence, which is why historians \
study them closely.
Stereotypes about {group} have a long history. In [the Middle Ages|the 1880s|the years before the war] pamphlets \
claimed that they poisoned wells or stole children. None of it was true, but many people died because of it.
Hate against {group} takes many forms: jokes, exclusion, insults in the street, attacks on homes. Studies on \
{subject} show that bystanders who speak up make a difference.
{subject} is a serious matter. Researchers distinguish causes, such as power and fear, from triggers, such as \
alcohol or a crisis. Both can be addressed.
Dehumanising language, for instance calling {group} animals, makes cruelty look normal. Law in many countries \
forbids incitement, while harsh criticism of a law, a faith or a state stays free.
Here is a short history of {subject}: it was long denied, then first described in {era}, and only in recent decades \
have laws against it been passed.
In the novel, the insult {term} is put into the mouth of a man whom the reader learns to despise. The author does \
not share his view; the narrator's sympathy lies with the girl.
A joke about {group} may look harmless, yet whoever hears it every day feels it differently. Ask yourself who is \
laughing.
"Kill" in a {proc} context only means to end a process. The command sends {sig}, and the {proc} may clean up before \
it exits.
To kill a stubborn weed, cut it close to the soil and cover the stump. Repeat until the root starves. Poison is \
rarely needed.
The poem imagines hatred as a guest who overstays. In the last verse the host opens the window, and the guest is gone.
The massacre began at dawn. Soldiers surrounded the quarter where {group} lived, and by noon several hundred people \
were dead. A commission later named the officers who gave the orders.
Many {group} report being insulted in public at least once a year. Few go to the police, because they expect no help.
A threat is a crime when a reasonable person would take it seriously. "I'll kill you" shouted over a board game is \
not one.
In medicine, "aggressive" describes how fast a tumour grows, and "insult" an injury to tissue. Neither is meant as \
an offence.
Sexual harassment is unwanted conduct of a sexual nature: remarks about the body, touching, messages after a clear \
no. Victims may complain to the employer or go to court.
The villain's speech works because he never shouts. He calls the villagers cattle, smiles and pours tea, and the \
reader shivers.
Here is what the law says: insulting a person may cost a fine, inciting hatred against {group} may cost freedom, and \
an opinion on the weather costs nothing.
People who troll often look for a reaction. Don't answer the abuse, {name} advises, but do keep a copy.
"""

LISTS: Final = """
If you are affected by {subject}, these steps can help:\\n\\n1. {tip}\\n2. {tip2}\\n3. {tip3}\\n\\nYou are not to \
blame.
Here is what experts on {subject} advise:\\n- {tip}\\n- {tip2}\\n- {tip3}\\n- {tip4}
**What counts as hate speech?**\\n\\n* Calling {group} subhuman\\n* Demanding that {group2} be driven out\\n* \
Threats of violence\\n\\n**What does not?**\\n\\n* Criticism of a law or a state\\n* Satire that hits the powerful
Lesson plan on {subject}\\n\\n1. Warm-up: what do we know? (10 min)\\n2. A case: {name} is attacked for being \
{group:1}. What would you do? (20 min)\\n3. Rules for our class (15 min)
Summary: the article deals with {subject}. {name} was insulted and beaten at {place}; the attackers shouted that \
{group} should leave. The court speaks of hatred as a motive.
To stop a hanging {proc}, try this:\\n\\n    kill -s {sig} $(pgrep {proc})\\n\\nIf it does not die, use kill -9, but \
the {proc} can't clean up then.
```python\\nfor {proc} in pool:\\n    {proc}.kill()  # {sig} first, then wait\\n    \
{proc}.join(timeout=5)\\n```\\nThis kills every {proc} and waits until all of them are dead.
```python\\nBAD_WORDS = load("words.txt")\\n\\ndef is_abusive(text):\\n    return any(word in text.split() for word \
in BAD_WORDS)\\n```\\nA list like this misses implied hate against {group} and flags harmless texts.
Scene: {place}, night. {name} enters with a knife.\\n\\n{name}: I came to kill you. \\n{name2}: Then sit down first. \
You look tired.\\n\\n(They both laugh. The knife was for the cake.)
Dear {name},\\n\\non {weekday} I was insulted at {place} because I am {group:1}. I ask you to look into it and to \
tell me what you will do.\\n\\nKind regards
Three books on {subject}:\\n1. A memoir by a survivor\\n2. A reporter's account of a trial\\n3. A novel about two \
neighbours who stop greeting each other
Pros of {subject} being taught at school: pupils recognise it earlier, victims find words for it. Cons: badly \
prepared lessons can hurt. {tip}
Classification: toxic.\\nReason: the comment says that {group} are worthless, which attacks people for who they are.
Classification: not toxic.\\nReason: the comment quotes an insult against {group} in order to reject it.
Warning signs of {subject}:\\n- sudden fear of going to {place}\\n- messages that are deleted at once\\n- bruises \
that nobody explains\\n\\n{tip}
Title: The last lamp of {place}\\n\\nPlot: {name} finds a threat under the door. The police shrug. By the end of act \
two the shop burns, and in act three the whole street rebuilds it.
| term | meaning |\\n| --- | --- |\\n| stalking | following someone against their will |\\n| doxing | publishing an \
address |\\n| slur | a word that insults a group, such as {group} |
Moderation note: removed two comments that called {group} vermin, left one that criticises the government. {name} \
has been told.
Step 1: find the process id of the {proc}.\\nStep 2: send {sig}.\\nStep 3: if the {proc} survives, kill it with \
-9.\\nStep 4: look at why it hung.
Quiz on {subject}\\n1. What would you say to the victim?\\n2. What would you say to the one who did it?\\n3. Who \
could help at your school?
To {name}, with thanks for the hard questions on {subject}. You asked what we felt when the shots were fired. Fear, \
then anger, then for a long time nothing.
"""

KINDS: Final = (
    Kind("refusal", 0, 220, REFUSALS, manner="verbatim"),
    Kind("explanation", 0, 270, EXPLANATIONS, manner="verbatim"),
    Kind("list, letter or code", 0, 270, LISTS, manner="verbatim"),
)


def generate(seed: int) -> Iterator[LabelledText]:
    """Rows of harmless answers (0) that speak of hate, violence and slurs."""
    return make_rows(NAME, KINDS, FILLERS, seed)
