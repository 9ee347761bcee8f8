"""Own frames on rules, offers and instructions: insurance, baggage, accounts, courses, jobs, recipes, history."""

from __future__ import annotations

TEXT = """
@ insurance | i=product c=company | <i> household insurance
# m=money d=price
P <i> pays up to <m> for damage by water; the customer bears the first <d>.
P For water damage, <c> pays no more than <m> under <i>, less <d> which the customer bears.
Y Water damage is covered by <i> up to a limit of <m>.
Y With <i>, the first <d> of a loss is one's own business.
Q Up to what sum does <i> cover water damage? = <m> = the limit for water damage
# k=2 j=2
P Bicycles are {k:insured|not insured} outside the home, and floods are {j:covered|excluded}.
P Damage by floods is {j:part of|left out of} <i>. Bicycles {k:are protected|lose their protection} once they leave \
the home.
Y A bicycle stolen in the street is {k:a case for|no case for} <i>.
Y After a flood, <i> {j:pays|does not pay}.
Q Does <i> cover floods? = {j:Yes|No} = whether floods are covered
# d=days e=days
P A theft must be reported to the police within <d> and to <c> within <e>.
R Customers of <i> have <e> to tell <c> about a theft.
R The police must hear of a theft within <d> under the terms of <i>.
Q Within what time must a theft be reported to <c>? = <e> = the time for reporting a theft
# k=cond3 p=percent
P Customers get <p> back at the end of the year{k:| if they made no claim| in the first two years| when they pay \
yearly}.
Y <c> returns <p> of the price of <i> at the end of a year{k:|, provided that no claim was made|, though only during \
the first two years|, on condition of yearly payment}.
# k=3
P The contract {k:renews by itself|ends after a year|can be ended at any time}.
Y <i> {k:goes on unless it is cancelled|is over after twelve months|may be left whenever one likes}.
E Photos of valuables are helpful.
E A policy is a contract.
E Water expands when it freezes.
@ baggage | c=company | Baggage on flights of <c>
# a=kg b=kg
P On <c>, a cabin bag may weigh <a> and a checked bag <b>.
P <c> allows <b> of checked baggage and <a> in the cabin.
R The limit for a checked bag is <b> on <c>.
R You may take <a> into the cabin with <c>.
Q How heavy may a cabin bag be on <c>? = <a> = the limit for cabin bags
# p=price q=price
P A second bag costs <p> online and <q> at the airport.
R Those who book their second bag at the airport pay <q> to <c>.
R When booked online, a second bag on <c> is <p>.
Q What does <c> charge for a second bag at the airport? = <q> = the airport price of a second bag
# k=2 j=3
P Skis are carried {k:free of charge|for a fee}; pets are accepted {j:on all flights|on short flights only|on no \
flights}.
Y <c> takes skis {k:without charging for them|only against payment}.
Y {j:Pets can come along on every flight|Pets can come along on short flights but no others|Pets cannot come along} \
with <c>.
Q Does <c> charge for skis? = {k:No|Yes} = whether skis cost extra
# d=days k=cond2
P Damage must be reported within <d>{k:| by letter| at the counter}.
Y Claims for damage to baggage reach <c> in time if made within <d>{k:|, in the form of a letter|, at the counter}.
# k=2 h=hours
P Online check-in opens <h> before departure and {k:is required|is optional}.
Y <c> opens its online check-in <h> ahead of a flight.
Y Passengers of <c> {k:must|need not} check in online.
E Batteries belong in the cabin.
E Labels with an address help to find lost bags.
E Seats cannot be moved.
@ account | c=company a=product | The <a> account of <c>
# p=price m=big
P The <a> account costs <p> a month, nothing with an income of at least <m> dollars.
P For <a>, <c> charges <p> a month; with monthly earnings from <m> dollars it is free.
Y Without enough income, the <a> account comes at <p> a month.
Y From earnings of <m> dollars on, one does not pay for <a>.
Q What does the <a> account cost a month? = <p> = the monthly cost
# a2=percent b=percent k=cmp.a2.b
P Savings earn <a2> in the first year and <b> afterwards.
R Interest on <a> is <a2> in the first year.
R After the first year, savings on <a> bring <b>.
Y The interest on <a> {k:goes down|goes up} after a year.
Q What interest does <a> pay after the first year? = <b> = the interest after the first year
# n=count q=price k=2
P <n> withdrawals a month are free, each further one costs <q>; abroad they are {k:free|charged}.
Y Beyond <n> withdrawals a month, <c> takes <q> for each.
Y Taking out money in other countries {k:costs nothing|is not free} with <a>.
# k=2 d=days
P Customers {k:can|cannot} overdraw the account; it can be closed with <d> notice.
Y An overdraft {k:is possible|is not possible} with <a>.
Y Closing <a> takes <d> notice.
Q Can <a> be overdrawn? = {k:Yes|No} = whether it can be overdrawn
# k=cond2
P The card is insured against theft{k:| up to the age of 30| while travelling}.
Y Theft of the <a> card is insured{k:|, for people under 30|, during travels}.
E The app shows every payment at once.
E Branches close at noon on Fridays.
E Interest is paid by borrowers.
@ course | s=subject g=group p=person | Evening course in <s> at <g>
# w=weekday h=evening n=count
P The course in <s>, given by <p>, takes place on <n> <w>s at <h>.
P <p> teaches <s> at <g> on <n> <w>s, starting at <h>.
Y There are <n> sessions in the course in <s>.
Y People learn <s> from <p> in this course.
Y The course in <s> is on <w>s.
Q Who teaches <s> at <g>? = <p> = who teaches the course
# f=price r=price
P It costs <f>, for students <r>.
R Students pay <r> for the course in <s>.
R The regular fee of the course in <s> is <f>.
Q What do students pay for the course in <s>? = <r> = what students pay
# k=2 j=3
P No earlier knowledge is {k:needed|enough: a test must be passed}; the certificate is {j:recognised by \
all|recognised by some|recognised by none} of the universities.
Y {k:Beginners can join|Beginners cannot simply join} the course in <s>.
Y {j:Every university|Part of the universities|No university} accepts the certificate in <s>.
# n=number q=person
P <n> places are left, said <q>, who handles enrolment.
Y To enrol for <s>, one turns to <q>.
Y The course in <s> has <n> free places.
Q How many places are left in the course in <s>? = <n> = how many places are left
# k=opt2
P The first evening is moved to the library{k:| because of building works| as the heating is out of order}.
Y The course in <s> starts in the library{k:|, since there are building works|, since the heating has failed}.
E Paper and pens are provided.
E Coffee can be bought in the hall.
E Adults learn in many ways.
@ recipe | r=product p=person | <r>, a stew by <p>
# a=minutes b=hours n=count
P Fry the onions for <a>, then let <r> simmer for <b>; it serves <n>.
P <r> serves <n>. After <a> of frying the onions it simmers for <b>.
Y <r> is enough for <n> people.
Y The simmering of <r> takes <b>.
Y Onions for <r> are fried for <a>.
Q How long does <r> simmer? = <b> = how long it simmers
# k=3 j=2
P <p> uses {k:butter|olive oil|lard} and adds the salt {j:at the start|at the end}.
Y The fat in <r> is {k:butter|olive oil|lard}.
Y In <r>, salt goes in {j:first|last}.
Q What fat does <p> use for <r>? = {k:butter|olive oil|lard} = what fat is used
# k=2 d=days
P It {k:can|cannot} be frozen and keeps for <d> in the fridge.
Y Freezing <r> {k:is possible|is not advised}.
Y <r> stays good for <d> when kept cool.
# m=degrees n=degrees
P The oven is set to <m> at first and then to <n>.
R At the beginning the oven for <r> is at <m>.
R Later on the oven is set to <n> for <r>.
Q To what is the oven set at first? = to <m> = the first oven temperature
# k=cond2
P Leave out the beans{k:| if you cook for children| when tomatoes are ripe}.
Y <r> is to be made without beans{k:|, when it is for children|, when there are ripe tomatoes}.
E The pot should have a heavy bottom.
E Neighbours will ask for the recipe.
E Onions contain sulphur.
@ siege | t=town p=person q=person | The siege of <t>
# y=year m=months n=big
P In <y>, <p> besieged <t>, which <q> defended with <n> men, for <m>.
P <q> held <t> with <n> men against <p>, whose siege began in <y> and lasted <m>.
R <p> led those who attacked <t>.
R The defence of <t> was led by <q>.
Y The siege of <t> went on for <m>.
Y <n> men defended <t>.
Q Who defended <t>? = <q> = who defended the town
# k=3 r=person
P The town {k:fell|held out|was handed over by treaty}; <r>, a chronicler, called it a miracle.
Y In the end <t> {k:was taken|was not taken|changed hands by agreement}.
Y <r> thought of it as a miracle.
Q Who called the outcome in <t> a miracle? = <r> = who called it a miracle
# k=3
P According to later historians the plague {k:decided|perhaps decided|did not decide} the outcome.
Y Later historians {k:see the plague as the deciding factor|think the plague may have been the deciding factor|do not \
think that the plague was decisive} at <t>.
# a=number b=number
P The attackers had <a> guns, the defenders <b>.
R There were <b> guns on the walls of <t>.
R Those outside <t> had <a> guns.
Q How many guns did the defenders of <t> have? = <b> = how many guns the defenders had
# k=2 c=material
P A monument of <c> was {k:put up|planned but never built} on the market square.
Y On the market square of <t>, {k:there is a monument|a monument was intended} made of <c>.
E Farmers had fled behind the walls.
E The winter was mild.
E Gunpowder contains saltpetre.
"""
