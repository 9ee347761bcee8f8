"""Own frames on events as newspapers report them."""

from __future__ import annotations

TEXT = """
@ fire | t=town c=company p=person | Fire at <c> in <t>
# n=count w=weekday h=time
P A fire broke out at the warehouse of <c> in <t> at <h> on <w> and injured <n> people.
P <n> people were hurt when the warehouse of <c> in <t> caught fire on <w> at <h>.
Y The number of injured in the fire in <t> is <n>.
Y On <w>, a warehouse in <t> burned.
Y The fire at <c> started at <h>.
Q How many people were injured in <t>? = <n> = how many people were injured
# k=3 q=person
P Fire chief <p> said the cause {k:was|might have been|was not} a faulty heater, while <q>, a witness, spoke of an \
explosion.
P A faulty heater {k:was|was possibly|could be excluded as} the cause, according to fire chief <p>. A witness, <q>, \
heard an explosion.
Y According to the fire chief, a defective heater {k:caused|may have caused|did not cause} the fire in <t>.
R The fire chief in <t> is <p>.
R An explosion was mentioned by <q>.
Q Who heard an explosion in <t>? = <q> = who heard an explosion
# m=money n=number
P Damage is put at <m>; <n> firefighters were at work.
P <n> firefighters fought the flames at <c>. The damage comes to <m>.
Y The fire at <c> caused damage of <m>.
Y <n> firefighters were sent to <c>.
Q What is the damage at <c>? = <m> = the amount of the damage
# k=2 j=2
P Residents {k:were told|were not told} to keep windows shut, and the school next door {j:remained open|was evacuated}.
Y People living near <c> {k:were advised to close|did not have to close} their windows.
Y The neighbouring school in <t> {j:was not evacuated|had to be cleared}.
Q Was the school in <t> evacuated? = {j:No|Yes} = whether the school was evacuated
# k=opt2
P Firefighters needed until dawn to put it out{k:|, as hydrants were frozen|, since the access road was blocked}.
Y The fire in <t> was not out before dawn{k:|, for the hydrants had frozen|, for the way in was blocked}.
E Smoke could be seen from afar.
E The warehouse held furniture.
E The police closed two streets.
@ court | p=person q=person t=town | <p> against <q>
# m=money y=year
P A court in <t> ordered <q> to pay <p> <m> over a contract of <y>.
P <p> won a case against <q> in <t>: because of a contract of <y>, <q> has to pay <m>.
R <q> must pay <m> to <p>.
R <p> brought the case and <q> lost it.
Y The dispute heard in <t> is about a contract of <y>.
Q Who won the case in <t>? = <p> = who won the case
# j=person k=3
P Judge <j> called the evidence {k:clear|thin|contradictory}; an appeal has {k:not been filed|been announced|been \
filed}.
Y In the view of <j>, the evidence was {k:clear|weak|contradictory}.
Y The judge in <t> was <j>.
Y {k:So far nobody has appealed|Someone has said that an appeal will follow|An appeal is already under way} in the \
case of <p>.
Q Who was the judge in the case of <p>? = <j> = who the judge was
# r=person s=person k=2
P <p> was represented by <r>, <q> by <s>, who {k:expressed|denied} regret.
R <r> was the lawyer of <p>.
R <s> appeared in court for <q>.
Q Who represented <q>? = <s> = who represented <q>
# n=count d=days
P The trial lasted <d>, and <n> witnesses were heard.
Y <n> witnesses spoke in the trial of <p>.
Y The case of <p> took <d> in court.
Q How many witnesses were heard in the case of <p>? = <n> = how many witnesses were heard
# k=cond2
P <q> may keep the machines{k:| if the sum is paid this year| until an expert has seen them}.
Y The court lets <q> keep the machines{k:|, on condition that the money is paid this year|, though only until an \
expert's inspection}.
E Spectators filled the room.
E The parties had once been friends.
E Courts publish many of their decisions.
@ strike | c=company g=group p=person | Strike at <c>
# n=big d=date k=2
P <n> workers at <c> walked out on <d> after talks {k:broke down|had not even begun}.
P On <d>, <n> employees of <c> stopped work; talks {k:had failed|had never started}.
Y The strike at <c> began on <d>.
Y <n> people joined the strike at <c>.
Y {k:There were talks before the strike at <c>, without success.|No talks took place before the strike at <c>.}
Q When did the strike at <c> begin? = on <d> = when the strike began
# a=percent b=percent k=cmp.a.b
P The union demands <a> more pay, <c> offers <b>.
P While <c> is ready to pay <b> more, the union wants a rise of <a>.
R The demand of the union is a rise of <a>.
R <c> has offered <b> more pay.
Q What does <c> offer? = <b> more pay = what <c> offers
# q=person k=3
P <p>, who speaks for the union, {k:ruled out|announced|did not rule out} further strikes; <q> of <c> called the \
walkout irresponsible.
P For the union, <p> said more strikes {k:would not happen|would follow|were possible}. For <c>, <q> spoke of an \
irresponsible walkout.
R <p> spoke on behalf of the union.
R The walkout at <c> was criticised by <q>.
Y The union says that further strikes {k:will not take place|are going to take place|may take place} at <c>.
Q Who called the walkout irresponsible? = <q> = who criticised it
# k=3 n=number
P {k:All|Most|Few} of the <n> shops stayed open.
P Of <n> shops, {k:all|most|few} stayed open.
Y {k:Not one|A minority|The greater part} of the <n> shops closed during the strike at <c>.
Q How many shops does the report mention? = <n> = the number of shops
# m=money k=2
P Each day of the strike costs <c> <m>, which it {k:can|cannot} bear for long.
Y For every day of strike, <c> loses <m>.
E The last strike was long ago.
E Musicians played at the gate.
E Unions are financed by their members.
@ recall | d=product c=company | Recall of the <d>
# n=big y=year z=later k=2
P <c> is recalling <n> units of the <d> made between <y> and <z>; {k:no injuries|several injuries} are known.
P <n> units of the <d>, built between <y> and <z>, must be returned to <c>. {k:Nobody has|Some people have} been hurt \
so far.
Y The recall of the <d> concerns <n> units.
Y The maker that calls back the <d> is <c>.
Y The <d> {k:has not hurt anyone, as far as is known|is known to have hurt people}.
Q How many units of the <d> are recalled? = <n> = how many units are recalled
# k=3 r=2
P The battery {k:may overheat|may leak|may burst} when it is {r:charged|stored in the cold}.
P When {r:charging|kept in a cold place}, the battery {k:can overheat|can leak|can burst}.
Y A battery that could {k:become too hot|leak|burst} is why the <d> is recalled.
Y The risk with the <d> arises {r:during charging|in cold places}.
Q What may happen to the battery of the <d>? = it may {k:overheat|leak|burst} = what may happen to the battery
# k=3 p=price
P Owners get {k:a new device|a refund|a voucher} and <p> for postage.
P <c> gives owners {k:a replacement|their money back|a voucher}, plus <p> for postage.
Y Those who own a <d> receive {k:another device|the price they paid|a voucher}.
Y Postage for the <d> is covered with <p>.
Q What do owners of the <d> get? = {k:a new device|a refund|a voucher} = what owners get
# q=person k=2
P <q>, head of safety at <c>, said a supplier {k:was|was not} to blame.
Y The supplier {k:is to blame|is not to blame}, said <q> of <c>.
E The number of the device is printed on its back.
E A hotline is open at weekends.
E Shops have taken it off the shelves.
@ storm | s=product t=town g=region | Storm <s>
# n=big h=number d=date
P Storm <s> reached <g> on <d> with gusts of <h> kilometres an hour and cut power to <n> homes.
P On <d> <s> hit <g>; gusts reached <h> kilometres an hour and <n> homes lost power.
Y <n> homes in <g> were without electricity because of <s>.
Y The gusts of <s> came to <h> kilometres an hour.
Y <s> struck on <d>.
Q How many homes lost power through <s>? = <n> = how many homes lost power
# k=3 u=town
P The mayor of <t> {k:ordered|advised|ruled out} an evacuation; in <u> schools were shut.
P Schools closed in <u>. In <t> an evacuation was {k:mandatory|recommended|not considered}, the mayor said.
Y People in <t> {k:had to leave|were advised to leave|did not have to leave}.
R During <s>, there was no school in <u>.
Q Where were schools shut during <s>? = in <u> = where schools were shut
# k=2 n=count m=count
P <n> people were injured and <m> are missing; the search {k:goes on|has been stopped}.
P While <m> people are missing, <n> were injured. The search {k:continues|was ended}.
R <s> left <n> people injured.
R After <s>, <m> people are still missing.
Y Rescuers are {k:still|no longer} searching after <s>.
Q How many people are missing after <s>? = <m> = how many people are missing
# k=2
P Forecasters expect <s> to {k:weaken|grow stronger} by morning.
Y By morning <s> should be {k:less strong|stronger}, forecasters think.
# p=money k=2
P Insurers {k:estimate|confirmed} losses of <p>.
Y Losses of <p> from <s> are {k:an estimate|certain, according to insurers}.
E Ferries stayed in port.
E Farmers brought their animals inside.
E Warm sea water feeds storms.
@ scheme | t=town p=person c=company | Council news from <t>
# m=money y=year k=3
P The council of <t> {k:approved|postponed|rejected} a swimming hall for <m>, to open in <y>.
P A swimming hall costing <m>, meant to open in <y>, was {k:approved|put off|turned down} by the council of <t>.
Y The council of <t> {k:said yes to|has yet to decide on|said no to} the swimming hall.
Y The price of the swimming hall in <t> is put at <m>.
Y The swimming hall in <t> was planned to open in <y>.
Q What would the swimming hall in <t> cost? = <m> = the cost of the hall
# a=count b=count q=person k=cmp.a.b
P <a> members voted for it and <b> against; <p> {k:celebrated|regretted} the outcome, <q> left the room.
R <b> members were against it.
R <a> members of the council in <t> voted in favour.
R <q> left the room in <t>.
Y <p> was {k:happy|unhappy} about how the vote in <t> ended.
Q How many members voted against it in <t>? = <b> = how many voted against
# k=2 d=price e=price
P Parking fees in <t> go {k:up|down} to <d>, and a library card will cost <e>.
R In <t>, one will pay <e> for a library card.
R Parking in <t> will be <d>.
Y Parking becomes {k:more|less} expensive in <t>.
Q What will a library card cost in <t>? = <e> = the price of a library card
# k=cond3 n=number
P <c> may fell <n> trees{k:| if it plants twice as many| outside the nesting season| on its own land only}.
Y In <t>, <c> has leave to cut down <n> trees{k:|, provided that twice as many are planted|, except while birds are \
nesting|, but just on land it owns}.
Q How many trees may <c> fell? = <n> = how many trees may be felled
E The meeting was streamed.
E The next meeting is after the holidays.
E Chlorine kills germs in pools.
"""
