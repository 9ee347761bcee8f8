"""Own frames on towns, museums, parks, transport, restaurants and festivals."""

from __future__ import annotations

TEXT = """
@ town | t=town r=river g=region | <t>
# n=big y=year k=2
P <t> had <n> inhabitants in <y>; the population has been {k:growing|shrinking} since.
P In <y>, <n> people lived in <t>. Since then the number has {k:gone up|gone down}.
Y <t> was home to <n> people in <y>.
Y Since <y>, <t> has {k:gained|lost} inhabitants.
Q How many people lived in <t> in <y>? = <n> = how many people lived in <t>
# u=town d=km k=3
P <t> lies <d> {k:north|south|east} of <u>, on the banks of <r>.
P From <u> it is <d> to <t>, which lies {k:north|south|east} of it on <r>.
R <t> can be found <d> {k:to the north|to the south|to the east} of <u>.
R <u> is {k:south|north|west} of <t>.
Y The river that passes <t> is <r>.
Q On which river does <t> lie? = <r> = on which river <t> lies
# y=year z=later m=material
P The town hall of <t>, made of <m>, was finished in <y> and burned down in <z>.
P Completed in <y>, the <m> town hall of <t> was destroyed by fire in <z>.
R Fire destroyed the town hall of <t> in <z>.
R <t> got its town hall in <y>.
Y The town hall of <t> was built of <m>.
Q When did the town hall of <t> burn down? = <z> = when the town hall burned down
# p=person q=person y=year k=2
P <p> beat <q> in the <y> election for mayor of <t> {k:by a narrow margin|by a wide margin}.
P In <y>, <q> lost the election for mayor of <t> to <p>; the result was {k:close|far from close}.
R <p> was elected mayor of <t> in <y>, defeating <q>.
R The loser of the <y> vote in <t> was <q>, the winner <p>.
Y The outcome of the election in <t> was {k:tight|clear}.
Q Who became mayor of <t> in <y>? = <p> = who became mayor
# w=weekday h=morning i=evening k=2
P A market is held in <t> every <w> from <h> to <i>, {k:also|except} in winter.
R The <w> market in <t> opens at <h> and closes at <i>.
Y Market day in <t> is <w>.
Y In the cold season the market of <t> {k:takes place as well|does not take place}.
Q On which day is market held in <t>? = <w> = on which day the market is
E The coat of arms shows two keys.
E Most visitors come in summer.
E The oldest houses stand near the church.
E Rivers carry sediment to the sea.
@ museum | m=group t=town | Visiting <m>
# h=morning i=evening w=weekday
P <m> is open from <h> to <i> and closed on <w>s.
P Doors of <m> open at <h> and close at <i>; on <w>s it stays shut.
R Visitors can enter <m> from <h>.
R <m> shuts its doors at <i>.
Y Don't come on a <w>, when <m> is closed.
Q When does <m> close? = at <i> = when <m> closes
# a=price b=price k=2
P Adults pay <a>, students <b>; children {k:get in free|pay the student price}.
P Tickets for <m> cost <a> for adults and <b> for students, and for children {k:nothing|as much as for students}.
R A student ticket for <m> costs <b>.
R The full price of admission to <m> is <a>.
Y Children {k:don't need to pay|pay as much as students} at <m>.
Q What do adults pay at <m>? = <a> = the price for adults
# n=big y=year p=person
P The collection of <m> holds <n> objects, most of them given by <p> in <y>.
P Most of the <n> objects that <m> holds were a gift from <p> in <y>.
Y <m> owns <n> objects.
Y The greater part of the collection of <m> comes from <p>.
Y <p> made the large donation to <m> in <y>.
Q Who gave most of the objects to <m>? = <p> = who gave most of the objects
# k=2 j=3
P Photography is {k:allowed|forbidden}; flash is {j:never|always|in some rooms} permitted.
P In <m> you {k:may|may not} take pictures. Flash may be used {j:nowhere|everywhere|in some rooms}.
Y Taking pictures {k:is fine|is prohibited} in <m>.
Q May visitors take photos in <m>? = {k:Yes|No} = whether photos may be taken
# a=person b=person y=year
P The building of <m> was designed by <a>; its extension of <y> is by <b>.
P <a> was the architect of <m>, and <b> added an extension in <y>.
R <a> drew up the plans for the original building of <m>.
R The extension of <m> was the work of <b>.
Y <m> was enlarged in <y>.
Q Who designed the extension of <m>? = <b> = who designed the extension
E Lockers are near the entrance.
E The shop sells postcards and books.
E Guided tours can be booked by phone.
E Museums often show only a part of what they own.
@ park | g=region | National park in <g>
# y=year a=big
P The park in <g> was created in <y> and covers <a> hectares.
P Covering <a> hectares, the park in <g> has existed since <y>.
Y It was in <y> that <g> became a national park.
Y The area of the park in <g> is <a> hectares.
Q When was the park in <g> created? = <y> = when the park was created
# k=3 d=km e=km
P The Ridge Trail is <d> long, the Lake Trail <e>; dogs are {k:allowed on both|allowed on the Lake Trail only|not \
allowed on either}.
R Hikers on the Ridge Trail in <g> walk <d>.
R The Lake Trail in <g> is <e> long.
Y {k:You can take a dog along on either trail|A dog may come along on the Lake Trail but not on the Ridge Trail|Dogs \
have to stay away from both trails} in <g>.
Q How long is the Lake Trail in <g>? = <e> = how long the Lake Trail is
# m=month n=month k=2
P Camping is possible from <m> to <n>, and fires are {k:banned all year|permitted at marked places}.
R The camping season in <g> starts in <m>.
R In <g>, the last month in which one can camp is <n>.
Y Campfires in <g> are {k:never permitted|permitted at certain places}.
Q When does the camping season in <g> start? = in <m> = when the camping season starts
# n=number b=2
P Rangers counted <n> breeding pairs of cranes in <g>, {b:more|fewer} than the year before.
P The number of breeding crane pairs in <g> {b:grew|dropped} to <n>, rangers say.
Y There were <n> crane pairs in <g> according to the rangers.
Y Compared with the year before, {b:more|fewer} cranes bred in <g>.
Q How many crane pairs breed in <g>? = <n> = how many crane pairs breed there
# k=cond3 p=price
P A permit at <p> is needed for climbing{k:| on weekends| for groups| north of the river}.
Y Climbers in <g> have to buy a permit for <p>{k:|, but only at weekends|, but only when they come in a group|, but \
only north of the river}.
Q What does a climbing permit cost in <g>? = <p> = the price of a permit
E Weather can change within minutes.
E There is no shop inside the park.
E The visitor centre was renovated lately.
E Cranes are large wading birds.
@ line | t=town u=town c=company | The <t> to <u> railway
# d=km y=year s=count
P The line from <t> to <u> is <d> long, opened in <y> and has <s> intermediate stations.
P Opened in <y>, the <d> railway between <t> and <u> calls at <s> stations on the way.
Y Trains between <t> and <u> travel <d>.
Y There are <s> stops in between <t> and <u>.
Y The railway from <t> to <u> dates from <y>.
Q How long is the line from <t> to <u>? = <d> = how long the line is
# a=minutes b=minutes k=2
P Express trains take <a>, stopping trains <b>; express trains {k:run on Sundays too|do not run on Sundays}.
R By express it takes <a> to get from <t> to <u>.
R The stopping train needs <b> for the trip to <u>.
Y There are {k:also|no} express trains on Sundays between <t> and <u>.
Q How long does the express take from <t> to <u>? = <a> = how long the express takes
# p=price q=price
P A single ticket from <t> to <u> costs <p>, a day pass <q>.
R With <q> you can ride between <t> and <u> for a whole day.
R One way from <t> to <u> is <p>.
Q What does a day pass cost between <t> and <u>? = <q> = the price of a day pass
# y=year b=company k=2
P <c> took the line over from <b> in <y> {k:and|but has not} electrified it.
R <b> ran the line until <c> took over in <y>.
R Today <c> runs the railway, which was formerly run by <b>.
Y The line from <t> to <u> {k:has been electrified by|was not electrified by} <c>.
Q Who runs the line today? = <c> = who runs the line
# k=2 j=2
P Bicycles {k:can|cannot} be taken along, and a seat reservation is {j:required|optional}.
Y Travellers with bikes are {k:welcome|not admitted} on the trains to <u>.
Y Passengers to <u> {j:must reserve a seat|can travel without reserving a seat}.
Q Do I need to reserve a seat to <u>? = {j:Yes|No} = whether a reservation is needed
E Stations have no ticket machines.
E The scenery near the second tunnel is well known.
E The trains are painted in two colours.
@ festival | f=work t=town | <f>, a festival in <t>
# y=year n=big p=person
P The festival was first held in <y>, when <p> invited friends to <t>; last year <n> people came.
P Started by <p> in <y>, the festival drew <n> visitors to <t> last year.
Y The festival in <t> owes its existence to <p>.
Y Last year, <n> people attended the festival in <t>.
Y The first edition in <t> took place in <y>.
Q How many people came to the festival in <t> last year? = <n> = how many people came
# a=date b=date s=count
P This time it runs from <a> to <b> on <s> stages.
P There will be <s> stages when it takes place between <a> and <b>.
R The first day of the festival in <t> is <a>.
R In <t>, the last concerts will be on <b>.
Y Acts will perform on <s> stages in <t>.
Q When does the festival in <t> end? = on <b> = when the festival ends
# x=person z=person k=2
P <x> will open the programme and <z> will close it, {k:both for the first time|as they did before}.
R The opening concert in <t> is given by <x>.
R <z> will be the last to perform at the festival in <t>.
Y <x> and <z> {k:have not played|have played} at the festival in <t> before.
Q Who opens the programme in <t>? = <x> = who opens the programme
# p=price k=2
P A ticket for all days costs <p>; day tickets are {k:sold out|still on sale}.
P The pass costs <p>. Day tickets {k:are gone|can still be had}.
Y You can see everything at the festival in <t> for <p>.
Y Day tickets for the festival in <t> are {k:no longer available|available}.
Q Are day tickets for the festival in <t> still on sale? = {k:No|Yes} = whether day tickets are available
# k=opt3 m=2
P The {m:jazz|folk} evening was moved indoors{k:| because of the wind| because of noise complaints| because the stage \
was damaged}.
Y The {m:jazz|folk} evening of the festival in <t> will be indoors{k:|, the reason being the wind|, the reason being \
complaints about noise|, the reason being damage to the stage}.
E Visitors should bring their own cups.
E The organisers advise coming by train.
E Most acts come from the region.
@ restaurant | r=product t=town p=person | <r>, <t>
# a=year k=3 q=person
P <p> has cooked at <r> since <a>; the menu is {k:vegetarian|mostly fish|a mix of local and Asian dishes}, and <q> \
looks after the wine.
P <r> serves {k:vegetarian food|mainly fish|local and Asian dishes}. <p> has been its cook since <a>, and <q> is in \
charge of wine.
R At <r>, the kitchen is run by <p>, and <q> takes care of the wine.
Y People who eat {k:no meat|fish|Asian food} will find something at <r>.
Y <p> joined <r> in <a>.
Q Who is the cook at <r>? = <p> = who the cook is
# n=number m=number
P There are <n> seats inside and <m> on the terrace.
R On the terrace of <r>, <m> guests can sit.
R <r> can seat <n> people indoors.
Q How many seats does <r> have outside? = <m> = how many seats are outside
# k=2 j=2
P Cards are {k:accepted|not accepted}; reservations are {j:required|not needed} on weekends.
Y Paying by card {k:works|does not work} at <r>.
Y On weekends you {j:must book a table|don't have to book a table} at <r>.
Q Can I pay by card at <r>? = {k:Yes|No} = whether cards are accepted
# a=price b=price
P The lunch menu costs <a>, the dinner menu <b>.
R Dinner at <r> comes to <b> for the menu.
R For <a> you can have the lunch menu at <r>.
Q What does the lunch menu at <r> cost? = <a> = the price of the lunch menu
# w=weekday h=time k=2
P The kitchen closes at <h> and is shut on <w>s. Critics {k:liked|disliked} the desserts.
Y <r> does not serve food on <w>s.
Y Reviewers were {k:positive|negative} about what <r> offers for dessert.
Y You can order food at <r> until <h>.
Q On which day is the kitchen of <r> shut? = <w> = on which day the kitchen is shut
E Parking is difficult in the evening.
E The room was once a bakery.
E The music can be loud.
E Families with children are regular guests.
"""
