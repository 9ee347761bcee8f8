"""Words and plain sentences that several toxicity generators share; a generator's own lists stand in its own file."""

from __future__ import annotations

from functools import cache
from typing import Final

GROUPS: Final = """
Sikhs~a Sikh; Roma~a Roma woman; Muslims~a Muslim; Jews~a Jewish man; Hindus~a Hindu; Buddhists~a Buddhist
Catholics~a Catholic; Mormons~a Mormon; Jehovah's Witnesses~a Jehovah's Witness; Quakers~a Quaker; Copts~a Copt
Yazidis~a Yazidi; Kurds~a Kurd; Armenians~an Armenian; Turks~a Turk; Poles~a Pole; Romanians~a Romanian
Albanians~an Albanian; Somalis~a Somali; Eritreans~an Eritrean; Nigerians~a Nigerian; Ghanaians~a Ghanaian
Ethiopians~an Ethiopian; Moroccans~a Moroccan; Algerians~an Algerian; Egyptians~an Egyptian; Syrians~a Syrian
Iraqis~an Iraqi; Afghans~an Afghan; Pakistanis~a Pakistani; Indians~an Indian; Bangladeshis~a Bangladeshi
Nepalis~a Nepali; Tamils~a Tamil; Sri Lankans~a Sri Lankan; Filipinos~a Filipino; Vietnamese people~a Vietnamese man
Chinese people~a Chinese woman; Koreans~a Korean; Japanese people~a Japanese woman; Mongolians~a Mongolian
Uyghurs~an Uyghur; Tibetans~a Tibetan; Rohingya~a Rohingya man; Indonesians~an Indonesian; Maori~a Maori woman
Samoans~a Samoan; Aboriginal people~an Aboriginal man; Inuit~an Inuit woman; Sami~a Sami man; Mexicans~a Mexican
Guatemalans~a Guatemalan; Hondurans~a Honduran; Venezuelans~a Venezuelan; Colombians~a Colombian; Haitians~a Haitian
Cubans~a Cuban; Jamaicans~a Jamaican; Brazilians~a Brazilian; Bolivians~a Bolivian; Peruvians~a Peruvian
Black people~a Black man; white people~a white man; Asians~an Asian woman; Arabs~an Arab; Latinos~a Latino
mixed-race people~a mixed-race girl; Native Americans~a Native American; Irish Travellers~an Irish Traveller
Russians~a Russian; Ukrainians~a Ukrainian; Serbs~a Serb; Georgians~a Georgian; Greeks~a Greek; Italians~an Italian
Portuguese people~a Portuguese man; Hungarians~a Hungarian; Lithuanians~a Lithuanian; Palestinians~a Palestinian
Israelis~an Israeli; Lebanese people~a Lebanese woman; Saudis~a Saudi; Yemenis~a Yemeni; women~a woman; men~a man
girls~a girl; mothers~a mother; single mothers~a single mother; stay-at-home dads~a stay-at-home dad
gay people~a gay man; lesbians~a lesbian; bisexual people~a bisexual man; trans people~a trans person
trans women~a trans woman; trans men~a trans man; non-binary people~a non-binary person; asexual people~an asexual man
queer teenagers~a queer teenager; deaf people~a deaf person; blind people~a blind person
wheelchair users~a wheelchair user; autistic people~an autistic person; people with Down syndrome~a man with Down \
syndrome
dyslexic people~a dyslexic boy; people who stutter~a woman who stutters; amputees~an amputee; dwarfs~a man with \
dwarfism
people with epilepsy~a girl with epilepsy; people with schizophrenia~a man with schizophrenia
people with bipolar disorder~a woman with bipolar disorder; people with HIV~a man with HIV; fat people~a fat woman
old people~an old man; teenagers~a teenager; refugees~a refugee; asylum seekers~an asylum seeker
immigrants~an immigrant; migrant workers~a migrant worker; undocumented people~an undocumented man
foreign students~a foreign student; homeless people~a homeless man; people on benefits~a woman on benefits
former prisoners~a former prisoner; people in care homes~a woman from a care home; atheists~an atheist
pagans~a pagan; converts~a convert; nuns~a nun; adopted children~an adopted child; orphans~an orphan
"""

PEOPLE: Final = """
Adaeze; Bram; Chidi; Dagny; Emeka; Farid; Greta; Hamza; Ines; Jorge; Keiko; Lorenzo; Mireille; Nkechi; Oskar; Priya
Quentin; Rashid; Saskia; Tomas; Ulla; Vikram; Wanda; Ximena; Yusuf; Zofia; Anneke; Bilal; Cosima; Dmitri; Esther
Fionn; Gulsen; Henrik; Ivana; Jamal; Katrin; Leopold; Maryam; Niamh; Olga; Pedro; Rosalind; Sibusiso; Tamar; Darren
"""

PLACES: Final = """
the library; the sports hall; the corner shop; the swimming pool; the canteen; the market
the staff room; the town square; the playground; the clinic; the harbour; the allotments; the cinema; the train station
the community garden; the bakery; the car park; the concert hall; the school gate; the campsite; the gym
"""

INSULTS: Final = """
prick~pricks; bitch~bitches; moron~morons; creep~creeps; clown~clowns; jerk~jerks; arsehole~arseholes
parasite~parasites; scumbag~scumbags; bastard~bastards; rat~rats; pig~pigs; dipshit~dipshits; snake~snakes
worm~worms; loser~losers; sad little man~sad little men; cretin~cretins; waste of space~wastes of space
lowlife~lowlifes; embarrassment~embarrassments; muppet~muppets; disgrace~disgraces; weasel~weasels
coward~cowards; plank~planks; knob~knobs; fool~fools; asshole~assholes; hypocrite~hypocrites; dickhead~dickheads
wanker~wankers; halfwit~halfwits; numbskull~numbskulls; degenerate~degenerates; idiot~idiots; dumbass~dumbasss
simpleton~simpletons; nobody~nobodies; tosser~tossers; twat~twats; piece of trash~pieces of trash
laughing stock~laughing stocks; imbecile~imbeciles
"""

PLAIN: Final = """
The bus was twenty minutes late again.
We had soup and bread for lunch.
It has been raining since {weekday}.
My sister is visiting at the weekend.
I finally fixed the kitchen tap.
{name} sent the pictures from the trip this morning.
The new timetable starts next month.
I read this on my phone on the way home.
There were about thirty people at {place}.
Somebody left the lights on at {place}.
The meeting went on for two hours.
I have followed this page for a few years now.
We moved here in the spring.
The coffee machine is working again.
My shift starts at six tomorrow.
They are digging up the road by {place}.
Parking near {place} costs more than it used to.
I had a long day and wanted to write this down.
The dog woke me up at five.
The second episode was better than the first.
I don't post here often.
You can read the whole report on the council's page.
The match was moved to {weekday} because of the storm.
I was talking to {name} about this at {place}.
Our printer still does not work.
We are out of milk.
The comments under that article were closed after an hour.
The film starts at eight.
I bought new boots last week.
The garden looks good after the rain.
Dinner is nearly ready here.
My cousin plays in the local brass band.
There is a sale on at {place}.
The committee meets on {weekday}.
I have an exam next week, so I should be studying.
Trains were cancelled again all evening.
This thread is from last year, but it came up again.
The photos turned out better than expected.
We took the long way round past {place}.
The neighbours are repainting their fence.
I learned to bake bread last winter and now I cannot stop.
The view from the bridge near {place} is worth the climb.
{name} asked me to water the plants until {weekday}.
Nobody knew the answer, so we looked it up.
It was our first holiday in three years.
The new neighbours have a piano and two small children.
I hope the weather holds until {weekday}.
My old phone takes better pictures than the new one.
I am writing this from the waiting room.
They played the song twice, and everyone sang along.
The report is forty pages long and has many tables.
I paid nine euros for a sandwich, which is a lot.
She wrote to the editor, and he printed the letter.
There is a long queue in front of {place} every morning.
I disagree with some of the comments above.
Thanks to everybody who replied to my last question.
We voted early and went for a walk.
The lecture on water pumps was more interesting than I thought.
The museum is closed on {weekday}s.
I lost my umbrella again, so please look out for a green one.
My parents have been married for forty years.
You will find the key under the flower pot.
The score was two to two at half-time.
I moved to this country when I was nine.
Our class is going to {place} on {weekday}.
"""

FILLERS: Final = {
    "group": GROUPS,
    "name": PEOPLE,
    "place": PLACES,
    "insult": INSULTS,
    "plain": PLAIN,
    "weekday": "Monday; Tuesday; Wednesday; Thursday; Friday; Saturday; Sunday",
    "handle": "marlow_77; theo.k; user; river_ann; jj90; quietfox; mod_team; bluebird; tallpaul; kitty_m; oldtimer; \
nina22",
    "opener": """honestly,; ok so; look,; well,; just saying,; not gonna lie,; I mean,; right,; hot take:; so,; oh and
        by the way,; tbh; seriously,; for the record,; to be clear,; update:; fun fact:; yeah,; sorry but; as I \
said,""",
    "closer": """That's all I have to say.; Anyway.; Good night.; Think about that.; Just my opinion.; End of story.
        I said what I said.; Have a nice {weekday}.; lol; haha; smh; There, I said it.; Moving on.; Peace.; More later.
        You heard it here first.; Bye.; My two cents.""",
    "greeting": """hi,; hello,; hey,; good morning,; please help:; quick question:; hi there,; sorry to bother you,
        hello assistant,; question for you:; ok,; thanks in advance,""",
    "purpose": """[Thanks!|Thank you.]; It's for a class.; Keep it short, please.; Please answer in simple words.
        I need it by {weekday}.; Please give me [three|four|five] options.; Use plain English.; It should be about \
200 words.
        Explain step by step.; My friend {name} asked me this.; I couldn't find a good answer online.; No rush.""",
}


@cache
def proper_words() -> frozenset[str]:
    """The capitalised words of the groups and people, which keep their capital inside a sentence."""
    text = (GROUPS + PEOPLE).replace(";", " ").replace("~", " ")
    return frozenset(word for word in text.split() if word[:1].isupper())
