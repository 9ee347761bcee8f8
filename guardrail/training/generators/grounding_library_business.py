"""Own frames on companies, their products, rules and services."""

from __future__ import annotations

TEXT = """
@ company | c=company p=person t=town | <c>
# y=year q=person n=count
P <c> was founded in <y> by <p> and <q>, who started with <n> employees in a garage in <t>.
P In <y>, <p> and <q> set up <c> in <t>. There were <n> employees at first.
Y <c> goes back to <y>.
Y Two people started <c>: <p> and <q>.
Y When it was set up, <c> had a staff of <n>.
Y The origins of <c> lie in <t>.
Q When was <c> founded? = <y> = when <c> was founded
Q How many employees did <c> start with? = <n> = how many employees <c> started with
# b=company y=year m=money k=2
P <c> bought <b> in <y> for <m>, {k:and the brand was kept|but the brand was dropped a year later}.
P In a deal worth <m>, <b> was taken over by <c> in <y>. The acquired brand {k:is still in use|no longer exists}.
R <c> acquired <b> in <y>.
R <b> has been owned by <c> since <y>.
R <c> paid <m> for <b>.
Y After the takeover the name <b> {k:survived|disappeared}.
Q Which firm did <c> buy in <y>? = <b> = which firm <c> bought in <y>
Q How much did <c> pay for <b>? = <m> = what <c> paid for <b>
# a=big z=number k=3
P <c> employs <a> people at <z> sites, {k:all|most|only a few} of which are outside its home country.
P The workforce of <c> numbers <a>, spread over <z> locations; {k:every one|the majority|just a handful} of them lies \
abroad.
Y <a> people work for <c>.
Y <c> operates <z> sites, {k:all|most|a few} of them in foreign countries.
Y {k:None|A minority|The bulk} of the sites of <c> can be found at home.
Q How many people work for <c>? = <a> = how many people <c> employs
# q=person y=year r=person k=2
P <q> succeeded <r> as chief executive of <c> in <y>; <r> {k:remains on the board|left the firm altogether}.
P In <y> <r> handed over the post of chief executive of <c> to <q>, {k:staying on as a board member|cutting all ties}.
R <q> took over from <r> at the head of <c> in <y>.
R <r> was the predecessor of <q> as chief executive of <c>.
Y <r> {k:still has a seat on the board of <c>|has nothing more to do with <c>}.
Y The change at the top of <c> happened in <y>.
Q Who leads <c>? = <q> = who leads <c>
# k=2 y=year f=opt3
P <c> {k:plans to open|may open} a plant in <t> by <y>{f:| if the council approves it| to be closer to its customers| \
with state aid}.
Y A plant in <t> {k:is planned by|is being considered by} <c>{f:| if the council agrees| in order to be nearer to its \
customers| with the help of public money}.
Y <c> {k:intends to|might} start production in <t> by <y>.
Q By when could <c> have a plant in <t>? = <y> = by when the plant in <t> could open
E The company's canteen is open to neighbours on weekdays.
E The company publishes a report on its energy use every spring.
E Its shares are not traded on any exchange.
E The company's logo shows a heron.
E It has won several awards for its training scheme.
@ quarter | c=company p=person | Quarterly report of <c>
# m=money n=money k=cmp.m.n
P Revenue of <c> {k:rose|fell} to <m> in the third quarter from <n> a year earlier.
P <c> took in <m> in the third quarter, {k:more|less} than the <n> of the same quarter of the previous year.
R In the third quarter, revenue at <c> came to <m>, against <n> a year before.
Y Sales of <c> {k:went up|went down} year on year.
Y The third quarter was {k:better|worse} for <c> than the one a year earlier in terms of revenue.
Q What was the revenue of <c> in the third quarter? = <m> = the third-quarter revenue of <c>
# a=percent b=percent
P The gross margin of <c> was <a>, while its operating margin reached <b>.
P <c> reported a gross margin of <a> and an operating margin of <b>.
R <c> had an operating margin of <b>.
R At <a>, the gross margin of <c> was reported alongside an operating margin of <b>.
R The gross margin stood at <a> for <c>.
Q What was the operating margin of <c>? = <b> = the operating margin of <c>
# m=money k=3 r=opt3
P <c> {k:expects|does not expect|could not say whether it expects} a profit for the full year{r:|, citing high \
freight costs|, citing new orders|, citing the weak currency}.
Y <c> {k:forecasts|rules out|left open} a full-year profit{r:|, pointing to expensive freight|, pointing to recent \
orders|, pointing to the currency}.
Y {k:A profit for the year is expected by <c>.|<c> does not think it will make a profit this year.|It is unclear \
whether <c> will be profitable this year.}
# d=price e=price k=cmp.d.e q=month
P The board of <c> proposed a dividend of <d> per share, {k:up|down} from <e>, payable in <q>.
P Shareholders of <c> are to get <d> a share in <q>; the year before it was <e>.
R The proposed dividend of <c> is <d> per share, compared with <e> previously.
Y The dividend of <c> is due in <q>.
Y Holders of <c> shares can expect a {k:higher|lower} dividend than the year before.
Q What dividend does <c> propose? = <d> per share = what dividend <c> proposes
# p2=person k=2 j=number
P Finance chief <p2> said <c> {k:had cut|would cut} <j> jobs in its sales team.
P <p2>, who runs the finances of <c>, said that <j> sales jobs {k:had gone|were going to go}.
Y According to <p2>, <j> positions in sales {k:have already been|are going to be} eliminated at <c>.
Y Job cuts at <c> {k:have taken place|are still ahead}, said <p2>.
Q How many jobs are affected at <c>? = <j> = how many jobs are affected
E The report was published on the company's website.
E The figures have not been audited.
E Analysts were invited to a call in the afternoon.
@ appliance | d=product c=company | <d>: user manual
# w=watts l=litres
P The <d> draws <w> and holds <l> of water.
P Power consumption of the <d>: <w>. Tank volume: <l>.
Y Up to <l> of water fit into the <d>.
Y The <d> consumes <w>.
Q How much water does the <d> hold? = <l> = how much water the <d> holds
# m=minutes n=minutes
P Heat the <d> for <m> before first use and let it cool for <n> before cleaning.
P Before first use, the <d> must warm up for <m>; before cleaning, it must cool down for <n>.
R Clean the <d> only once it has cooled for <n>.
R The first time you use the <d>, warm it up for <m>.
Y Cooling takes <n> before you may clean the <d>.
Q How long must the <d> cool before cleaning? = <n> = how long the <d> must cool
# k=2 j=2
P The lid of the <d> {k:is|is not} dishwasher safe; the base {j:may|must not} be put into water.
P You {k:can|cannot} put the lid of the <d> into a dishwasher. Immersing the base in water is {j:allowed|forbidden}.
Y Washing the <d> lid by machine is {k:fine|not possible}.
Y {j:There is no problem with immersing the base of the <d>.|Keep the base of the <d> out of water.}
Q Can the lid of the <d> go into the dishwasher? = {k:Yes|No} = whether the lid is dishwasher safe
# a=colour b=colour
P A <a> light on the <d> means that the filter is full; a <b> light means that the door is open.
P When the filter of the <d> is full a <a> light comes on, and when the door is open a <b> one.
R A <a> light tells you that the filter of the <d> needs emptying.
R If you see <b>, the door of the <d> has not been closed.
Q What does a <b> light on the <d> mean? = the door is open = what the <b> light means
# y=years z=years k=cond2
P <c> gives a warranty of <y> on the motor of the <d> and <z> on other parts{k:|, provided that it was registered \
online|, provided that it is used at home only}.
R The motor of the <d> is under warranty for <y>{k:|, as long as you registered the appliance online|, as long as it \
is only used at home}.
R Parts other than the motor of the <d> are covered for <z>{k:|, but only after online registration|, but only in \
home use}.
Q How long is the motor of the <d> under warranty? = <y> = the warranty period of the motor
E Keep this manual for later use.
E Do not pull on the cord.
E The packaging can be recycled.
E Boiling water kills most germs.
@ returns | c=company | Returns and refunds at <c>
# d=days e=days
P Customers of <c> can return goods within <d> of delivery; electronics must come back within <e>.
P At <c> the return window is <d> from delivery, for electronics <e>.
R You have <d> after delivery to send ordinary goods back to <c>.
R Electronic items bought at <c> have to be returned within <e>.
Q How long do I have to return electronics to <c>? = <e> = the return window for electronics
# k=2 p=price
P Return shipping is {k:free|not free}; parcels that weigh over 10 kg cost <p> to send back to <c>.
P <c> {k:pays|does not pay} for return shipping. For heavy parcels of more than 10 kg a fee of <p> applies.
Y Ordinary returns to <c> {k:cost nothing|are at the customer's expense}.
Y Sending back a heavy parcel to <c> costs <p>.
Q Is return shipping free at <c>? = {k:Yes|No} = whether return shipping is free
# h=hours i=days k=3
P Refunds are issued within <i> {k:to the original means of payment|as store credit|by bank transfer}.
P Once goods have arrived, <c> refunds the price {k:to the original means of payment|as store credit|by bank \
transfer} within <i>.
Y You get your money back from <c> {k:the same way you paid|in the form of store credit|by bank transfer}.
Y It takes up to <i> until <c> issues the refund.
Q How quickly are refunds issued by <c>? = within <i> = how quickly refunds are issued
# k=3 j=2
P {k:All|Some|No} sale items can be exchanged, and gift cards {j:can|cannot} be returned.
Y With sale items, an exchange is {k:always|sometimes|never} possible at <c>.
Y <c> {j:takes gift cards back|does not take gift cards back}.
Q Can gift cards be returned to <c>? = {j:Yes|No} = whether gift cards can be returned
# k=cond3 q=weekday
P Opened software can be returned{k:| only if it is faulty| only with the receipt| only by members}.
Y <c> accepts opened software back{k:|, but only when it is defective|, but only with the receipt|, but only from \
members}.
E A label can be printed in any of the shops.
E Please do not send goods without the form.
E Under consumer law in many countries, online purchases can be cancelled.
@ plans | s=product c=company | <s> subscription plans
# a=price b=price n=number m=number
P The Basic plan of <s> costs <a> a month for <n> users, the Team plan <b> a month for <m> users.
P <s> has two plans: Basic (<a> per month, up to <n> users) and Team (<b> per month, up to <m> users).
R With the Basic plan, <s> is <a> a month.
R The Team plan of <s> allows <m> users.
R Up to <n> people can use the Basic plan of <s>, and up to <m> the Team plan.
Q What does the Team plan of <s> cost? = <b> a month = the price of the Team plan
# g=gigabytes h=gigabytes
P Storage in <s> is <g> with Basic and <h> with Team.
R Team users of <s> get <h> of storage.
R The storage that comes with Basic is <g> in <s>, with Team it is <h>.
Q How much storage comes with the Basic plan of <s>? = <g> = how much storage Basic has
# k=3 d=days
P Single sign-on is included in {k:both plans|Team only|neither plan}. A trial of <s> lasts <d>.
P <s> can be tried for <d>. It offers single sign-on {k:in both plans|in the Team plan alone|in none of its plans}.
Y You can test <s> for <d>.
Y Single sign-on {k:comes with Basic and Team alike|comes with Team but not with Basic|is not available} in <s>.
Q How long is the trial of <s>? = <d> = how long the trial is
# k=2 d=days
P Subscriptions to <s> {k:renew automatically|do not renew by themselves} and can be cancelled up to <d> before the \
end of the term.
Y Unless you act, your <s> subscription {k:continues|ends} when the term is over.
Y To cancel <s>, give notice at least <d> before the term ends.
Q Does a subscription to <s> renew automatically? = {k:Yes|No} = whether subscriptions renew
# p=percent k=cond2
P Schools get <p> off the price of <s>{k:| in the first year| on yearly plans}.
Y There is a discount of <p> for schools on <s>{k:|, limited to the first year|, limited to yearly plans}.
Q What discount do schools get on <s>? = <p> = the discount for schools
E Prices do not include taxes.
E The service is run from data centres on two continents.
E Many teams start with a small pilot project.
@ leave | c=company | Staff handbook of <c>: leave
# n=number d=days e=days
P Full-time staff at <c> get <d> of paid leave a year, part-time staff <e>.
R People who work full time at <c> are entitled to <d> of paid holiday every year.
R Part-timers at <c> have <e> of paid leave a year.
Q How much paid leave do part-time staff get at <c>? = <e> a year = the paid leave of part-time staff
# d=days k=2
P Up to <d> of unused leave {k:can|cannot} be carried over into the next year.
P Unused leave at <c> {k:may be carried over, up to <d>|lapses at the end of the year, apart from what the law demands}.
Y At <c>, leave that was not taken {k:is not lost when the year ends|is not carried over}.
Q Can unused leave be carried over at <c>? = {k:Yes|No} = whether unused leave can be carried over
# w=weeks x=weeks
P Parental leave at <c> is <w> on full pay, followed by <x> on half pay.
R For <w>, new parents at <c> are paid in full.
R Parents at <c> get half pay for <x> after the time on full pay.
Q For how long do new parents get full pay at <c>? = <w> = how long parents get full pay
# k=2 d=days q=person
P Requests for leave go to {k:the line manager|the personnel office} at least <d> in advance.
Y Whoever wants leave at <c> has to ask {k:their line manager|the personnel office}.
Y Leave at <c> must be requested no later than <d> ahead.
Q How early must leave be requested at <c>? = <d> in advance = how early leave must be requested
# k=cond2 d=days
P Staff can take <d> of study leave a year{k:| after their probation| with the consent of a director}.
Y <d> of leave a year are available for studying at <c>{k:|, once probation is over|, given a director's consent}.
E Public holidays are not counted as leave.
E The handbook is reviewed every autumn.
E Rest is important for concentration.
"""
