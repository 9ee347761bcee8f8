"""The frames of dev alone: hotels, libraries, ships, scholarships, a club's evening."""

from __future__ import annotations

TEXT = """
@ hotel | h=product t=town p=person | Hotel <h>
# n=number y=year d=minutes
P Hotel <h> in <t> opened in <y>, has <n> rooms and is <d> on foot from the beach.
P The <n> rooms of Hotel <h> in <t> have welcomed guests since <y>. It is a walk of <d> to the beach.
Y Hotel <h> offers <n> rooms.
Y Guests of Hotel <h> walk <d> to get to the beach.
Y Hotel <h> has been in business since <y>.
Q How many rooms does Hotel <h> have? = <n> = how many rooms the hotel has
# i=evening o=morning k=2
P Check-in starts at <i>, check-out ends at <o>; late check-out is {k:free|charged}.
P At Hotel <h>, rooms are ready from <i> and must be left by <o>, later {k:at no cost|for a fee}.
R Guests of Hotel <h> have to be out of their rooms by <o>.
R From <i> on, one can check in at Hotel <h>.
Y Leaving late {k:costs nothing|costs extra} at Hotel <h>.
Q By when must guests of Hotel <h> check out? = by <o> = the time of check-out
# a=price b=price k=3
P A single costs <a>, a double <b>; breakfast is {k:included|not included|served on weekends only}.
R Two people pay <b> for a double at Hotel <h>.
R A single room at Hotel <h> is <a>.
Y At Hotel <h> you get breakfast {k:without paying extra|only by paying for it separately|on weekends alone}.
Q What does a double room cost at Hotel <h>? = <b> = the price of a double
# k=2 j=2
P The pool is {k:heated|unheated}, and pets are {j:allowed|refused}.
Y The water in the pool of Hotel <h> {k:is warmed|is not warmed}.
Y Hotel <h> {j:takes|does not take} guests with pets.
Q Are pets allowed at Hotel <h>? = {j:Yes|No} = whether pets are allowed
# q=person y=year
P <p> sold the house to <q> in <y> but still manages it.
P In <y>, <q> bought Hotel <h> from <p>, who has remained its manager.
R <q> is the owner of Hotel <h>.
R Hotel <h> is managed by <p>.
Y Hotel <h> changed hands in <y>.
Q Who manages Hotel <h>? = <p> = who manages the hotel
E The lobby smells of wood.
E Taxis wait at the corner.
E Sea air contains salt.
@ library | l=group p=person | Rules of the library of <l>
# n=number w=weeks v=weeks
P Members of <l> may borrow <n> books for <w>; films are lent for <v>.
R Books from <l> have to be returned after <w>.
R <l> lends films for <v>.
Y Up to <n> books can be taken home from <l>.
Q For how long are films lent by <l>? = for <v> = how long films are lent
# f=price k=cond2
P A fee of <f> is due for late items at <l>{k:| after a second reminder| unless the member is a child}.
Y Those who bring things back late to <l> owe <f>{k:|, once they were reminded twice|, children excepted}.
Q What is the late fee of <l>? = <f> = the late fee
# k=3 j=2
P {k:All|Some|None} of the reading rooms have power sockets, and food is {j:tolerated|banned}.
Y One can plug in a computer in {k:each|part|none} of the reading rooms of <l>.
Y Eating is {j:accepted|not accepted} at <l>.
Q May one eat at <l>? = {j:Yes|No} = whether eating is accepted
# k=2 m=month
P Cards {k:expire every|never expire; they were last redesigned in} <m>.
Y A card of <l> {k:has to be renewed each year|stays valid for good}.
# h=morning i=morning
P <l> opens at <h> on weekdays and at <i> on Saturdays.
R The doors of <l> open at <i> on Saturdays.
R From Monday to Friday, <l> opens at <h>.
Q When does <l> open on Saturdays? = at <i> = when it opens on Saturdays
E The oldest book is kept in a glass case.
E Paper yellows in sunlight.
E The stairs creak.
@ ship | s=work p=person | The ship <s>
# y=year t=town m=metres
P Built in <t> in <y>, the ship <s> measured <m>.
P <s> was a ship of <m> that left the yard of <t> in <y>.
Y The yard that built <s> was in <t>.
Y The length of <s> was <m>.
Y <s> dates from <y>.
Q Where was <s> built? = in <t> = where the ship was built
# q=person y=year k=2
P Under Captain <p> she sank in <y>; her first mate <q> {k:survived|drowned}.
P <s> went down in <y> with <p> as captain. The first mate, <q>, {k:was rescued|died}.
R The captain of <s> was <p>.
R <q> served as first mate on <s>.
Y <q> {k:lived through|did not live through} the sinking of <s>.
Q Who was first mate of <s>? = <q> = who the first mate was
# k=3 n=number
P Of <n> on board, {k:all|more than half|none} were saved.
P There were <n> people on board; {k:every one|the majority|not one} was saved.
Y {k:Everyone|Most|Nobody} of the <n> people on <s> was rescued.
Q How many people were on board of <s>? = <n> = how many people were on board
# k=opt3
P The ship struck a reef{k:| in thick fog| while overtaking another ship| with its engine failing}.
Y <s> ran onto a reef{k:|, the fog being thick|, in the course of overtaking|, its engine having failed}.
# k=2 j=person
P The wreck {k:was found|is still being looked for} by <j>.
Y <j> {k:located|is searching for} the wreck of <s>.
E Sailors tell stories about her.
E A model of her can be seen.
E Salt water rusts iron.
@ talk_club | p=person q=person r=person | Evening of the chess club
# n=count w=weekday
P <p>: How many boards do we need on <w>? <q>: <n>. <p>: I'll bring them.
P <q>: We need <n> boards for <w>. <p>: Leave that to me.
R <p> takes care of the boards.
Y <n> boards are needed on <w>.
R The number of boards was named by <q>.
Q Who brings the boards? = <p> = who brings the boards
# a=price b=price
P <r>: The fee should go from <a> to <b>. <q>: I'm against it.
R <r> wants the fee to be <b>.
R At present the fee is <a>.
R <q> does not agree with the proposal of <r>.
Q Who opposes the new fee? = <q> = who opposes the new fee
# k=3 d=date
P <p>: Is the hall free on <d>? <r>: {k:It is|It isn't|No answer yet}.
Y For <d>, the hall {k:is available|is not available|may or may not be available}.
# k=2
P <q>: I {k:won|lost} my last game. <r>: Bravo anyway.
Y <q> came out of the last game as {k:the winner|the loser}.
# k=2 t=town
P <r>: The trip to <t> is {k:on|off}.
Y The trip to <t> {k:will|will not} take place.
"""
