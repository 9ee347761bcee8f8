"""Own frames that are told in turns: meetings, support chats, visits, calls, family plans."""

from __future__ import annotations

TEXT = """
@ talk_project | p=person q=person r=person s=product | Project meeting on <s>
# d=date k=2
P <p>: <q>, when can we have the first draft? <q>: You'll {k:have it by|not have it before} <d>.
P <q>: I {k:can deliver|can't deliver} the draft {k:by|before} <d>, <p>, as you asked.
R <q> is responsible for the draft.
Y The draft {k:is to be ready by|will not be ready before} <d>.
R <p> asked <q> about the draft.
Q By whom will the draft be delivered? = by <q> = who delivers the draft
# m=money n=money k=2
P <r>: The budget is <m>, and we have spent <n>. <p>: So we {k:should|shouldn't} hire a tester. <r>: Agreed.
P <r>: We've used <n> of our <m>. <p>: Then let's {k:get|not get} a tester. <r>: Fine with me.
R So far <n> has been spent on <s>.
R The budget of <s> is <m>.
Y They agreed {k:to hire|not to hire} a tester.
Q What is the budget for <s>? = <m> = the budget
# w=weekday h=time k=3
P <q>: Shall we demo on <w> at <h>? <p>: {k:Yes, let's do that.|No, that's too early.|I'd have to check first.}
Y <q> suggested <w> at <h> for the demo.
Y <p> {k:accepted|turned down|did not yet accept} the date for the demo.
Q When did <q> want to hold the demo? = on <w> at <h> = when the demo is
# k=3
P <r>: The login page {k:is finished|is nearly finished|hasn't been started}.
Y According to <r>, work on the login page {k:is complete|is close to completion|has yet to begin}.
# x=number y=number k=2
P <p>: Testers found <x> bugs in the app. <q>: And we fixed <y>. <r>: The crash {k:was one of them|wasn't one of them}.
R <y> bugs were fixed.
R Testers discovered <x> bugs in <s>.
Y The crash {k:has been|has not been} fixed.
Q How many bugs did testers find in <s>? = <x> = how many bugs were found
# k=opt3
P <q>: I'll be away next week{k:.|, I'm moving house.|, I have a course.|, my sister is getting married.}
Y Next week <q> will not be there{k:|, because of a move|, because of a course|, because of a wedding}.
@ talk_support | p=person d=product c=company | Chat with the support of <c>
# n=number k=3
P Customer: My order <n> of the <d> {k:hasn't arrived|arrived broken|is the wrong colour}. Agent: I'm sorry, let me \
look.
P Agent: How can I help? Customer: It's about order <n>. The <d> {k:never came|came broken|has the wrong colour}.
Y The customer's <d> {k:has not been delivered|was delivered in pieces|does not have the right colour}.
Y The order number is <n>.
Q What is the problem with the <d>? = it {k:has not arrived|is broken|has the wrong colour} = what the problem is
# k=3 w=days
P Agent: We can {k:send a new one|repair it|refund you}, that takes <w>. Customer: That's fine.
Y {k:A replacement|A repair|A refund} was offered by the agent and accepted.
Y It will take <w>, the agent says.
Q What does the agent offer? = {k:a new one|a repair|a refund} = what the agent offers
# m=price k=2
P Customer: Do I pay for shipping? Agent: {k:No, shipping is on us|Yes, that's} {k:and you save|} <m>.
Y The customer {k:does not pay|has to pay} for shipping.
# k=2 h=time
P Customer: Can somebody call me? Agent: {k:Yes, we'll call at|No, and our line closes at} <h>.
Y The customer {k:will|will not} get a call.
Y <h> was the time that the agent named.
Q Will somebody call the customer? = {k:Yes|No} = whether somebody will call
# k=2 j=2
P Customer: I {k:already tried|haven't tried} a restart. Agent: Is the light on? Customer: {j:Yes|No}.
Y A restart {k:was tried|was not tried} by the customer.
Y The light of the <d> is {j:on|off}.
# p2=person q=person
P Customer: I spoke to <p2> yesterday. Agent: <p2> passed it on to <q>, I'm just standing in.
R The case was handed from <p2> to <q>.
R Yesterday the customer talked to <p2>.
Q To whom was the case passed on? = to <q> = to whom the case was passed on
@ talk_doctor | p=person q=person | A visit at the practice of <q>
# w=days k=2 j=3
P <q>: What brings you here? <p>: I've had {j:a cough|back pain|a rash} for <w>. <q>: Any fever? <p>: {k:Yes|No}.
P <p>: It's this {j:cough|back pain|rash}, it began <w> ago. <q>: And fever? <p>: {k:Yes, since last night|None at all}.
Y <p> came to <q> because of {j:coughing|pain in the back|a rash}.
Y The complaint began <w> ago.
Y <p> {k:has|does not have} a fever.
Q Does <p> have a fever? = {k:Yes|No} = whether there is a fever
# m=mg h=hours k=2
P <q>: Take <m> every <h>. <p>: Can I drive? <q>: {k:Sure|Better not}.
Y <p> is to take <m> every <h>.
Y Driving is {k:all right|not advisable} for <p>, says <q>.
Q What dose is <p> to take? = <m> = the dose
# d=date k=3
P <q>: {k:Come back on|You may come back on|No need to come back on} <d>{k:.|, if it isn't better.|; the visit is \
cancelled.}
Y For <d>, a further visit {k:is planned|is planned in case there is no improvement|is no longer planned}.
# k=2 j=2
P <p>: I {k:stopped|started} smoking last year. <q>: And allergies? <p>: {j:Only to nuts|None}.
Y <p> {k:gave up smoking|took up smoking} last year.
Y <p> has {j:a nut allergy|no allergy}.
Q Does <p> have an allergy? = {j:Yes|No} = whether there is an allergy
# k=3
P <q>: It's {k:certainly|possibly|certainly not} an infection.
Y <q> {k:is sure that it is|thinks that it could be|rules out} an infection.
@ talk_flat | p=person q=person t=town | About a flat in <t>
# m=number n=count k=2
P <p>: What's the rent? <q>: <m> a month for <n> rooms, heating {k:included|not included}.
P <q>: It has <n> rooms, the rent is <m>. <p>: With heating? <q>: {k:Yes|No, that's extra}.
Y The flat in <t> has <n> rooms.
Y A month's rent is <m>.
Y Heating {k:is part of|comes on top of} the rent.
Q How many rooms does the flat in <t> have? = <n> = how many rooms it has
# d=date e=date
P <p>: When could I move in? <q>: On <d>. <p>: I must be out of mine by <e>.
R <p> can move in on <d>.
R <p> has to leave the old flat by <e>.
Q When can <p> move in? = on <d> = when <p> can move in
# k=3 j=2
P <p>: Are cats allowed? <q>: {k:Yes|No|I have to ask the owner}. <p>: And the lift? <q>: {j:Works|Out of order}.
Y {k:Cats may be kept|Cats may not be kept|It is open whether cats may be kept} in the flat in <t>.
Y The lift is {j:working|not working}.
Q Are cats allowed in the flat in <t>? = {k:Yes|No|That is open} = whether cats are allowed
# r=person k=2
P <q>: <r> lived there before and {k:left it clean|left a mess}.
Y Before, <r> lived in the flat in <t>.
Y <r> left the flat {k:in a clean state|in disorder}.
Q Who lived in the flat in <t> before? = <r> = who lived there before
# k=2
P <p>: I'll {k:take it|think about it}.
Y <p> {k:has decided to take|has not decided on} the flat.
@ talk_earnings | c=company p=person q=person | Call on the results of <c>
# a=percent b=percent
P <p>: Sales in the north grew by <a>, in the south by <b>.
R In the south, sales of <c> went up by <b>.
R <c> sold <a> more in the north.
Q By how much did sales of <c> grow in the south? = by <b> = the growth in the south
# k=3 n=number
P <q>: Will you open more shops? <p>: {k:Yes, <n> this year|Perhaps, <n> are being looked at|No, we will close <n> \
instead}.
Y <c> {k:will open <n> shops|may open <n> shops|will close <n> shops}.
R <q> asked about new shops.
Q Who asked <p> about new shops? = <q> = who asked about new shops
# m=money k=cond2
P <p>: We'll buy back shares for <m>{k:.|, once the sale of the mill is through.|, if the price stays low.}
Y <c> is going to spend <m> on its own shares{k:|, given that the mill is sold|, given that they stay cheap}.
# k=2 j=2
P <q>: Were margins hurt by wages? <p>: {k:Yes, a little|No, by energy}. And prices {j:will|won't} go up.
Y {k:Wages|Energy, not wages,} weighed on the margins of <c>.
Y Prices at <c> {j:are going to rise|are not going to rise}.
Q Will prices at <c> go up? = {j:Yes|No} = whether prices will go up
# k=3
P <p>: Demand is {k:stronger|weaker|no different} than in spring.
Y <p> sees {k:more|less|as much} demand as compared with spring.
@ talk_trip | p=person q=person t=town | Planning a trip to <t>
# d=date n=count h=time
P <p>: I booked us the train to <t> on <d> at <h>. <q>: For all <n> of us? <p>: Yes.
P <q>: Did you get tickets, <p>? <p>: Yes, <n>, for <d>, leaving at <h>.
R <p> bought the tickets to <t>.
Y The train to <t> leaves at <h>.
Y <n> people are going to travel.
Y They travel on <d>.
Q When does the train to <t> leave? = at <h> = when the train leaves
# k=3 m=price
P <q>: The guest house is <m> a night, {k:breakfast included|breakfast is extra|there's no breakfast}. <p>: OK.
Y One night costs <m>.
Y Breakfast {k:is covered by the price|costs extra|is not offered} at the guest house.
Q What does a night cost in <t>? = <m> = the price of a night
# k=2 r=person
P <p>: Is <r> coming? <q>: {k:She said she would|She can't}.
Y <r> {k:intends to come along|will not come along} to <t>.
# k=2 j=3
P <q>: I'd {k:like|hate} to go up the tower. <p>: And I want to see {j:the lake|the castle|the zoo}.
R <p> is the one who wants to see {j:the lake|the castle|the zoo}.
R <q> {k:is keen on going up the tower|does not want to go up the tower}.
Q What does <p> want to see? = {j:the lake|the castle|the zoo} = what <p> wants to see
# k=2
P <p>: Who feeds the fish? <q>: {k:My brother|The neighbour} does.
Y The fish will be looked after by {k:the brother of <q>|a neighbour}.
"""
