"""Own frames on people and their works: scientists, athletes, bands, novels, inventions."""

from __future__ import annotations

TEXT = """
@ scientist | p=person t=town g=group | <p>
# d=fulldate s=subject k=2
P <p> (born <d> in <t>) is known for work in <s>{k:, having turned down a career in law|, having given up a career in \
law}.
P Born in <t> on <d>, <p> became known for research in <s> after {k:rejecting an offer to practise law|some years as \
a lawyer}.
Y <p> was born on <d>.
Y The birthplace of <p> is <t>.
Y <p> made a name in the field of <s>.
Y <p> {k:never worked in law|worked in law for a time}.
Q When was <p> born? = on <d> = when <p> was born
# q=person r=person y=year
P At <g>, <p> studied under <q> and later supervised <r>, who took a doctorate in <y>.
P <p>, a student of <q> at <g>, was in turn the supervisor of <r>, whose doctorate dates from <y>.
R <q> was the teacher of <p>.
R <r> was supervised by <p>.
Y <r> became a doctor in <y>.
Q Who supervised <r>? = <p> = who supervised <r>
# y=year z=later k=2
P <p> was nominated for the Lantern Prize in <y> {k:but did not receive it|and received it} and retired in <z>.
P In <y> <p> was up for the Lantern Prize, {k:which went to someone else|and won}. Retirement came in <z>.
Y <p> {k:did not get|got} the Lantern Prize.
R <p> was a candidate for the Lantern Prize in <y>.
R <p> stopped working in <z>.
Q Did <p> win the Lantern Prize? = {k:No|Yes} = whether <p> won the prize
# n=number q=person k=3
P <p> wrote <n> papers, {k:most of them alone|most of them with <q>|none of them with <q>}.
Y There are <n> papers by <p>.
Y <q> {k:was not needed for most of the papers of|co-wrote the bulk of the papers of|shares no paper with} <p>.
Q How many papers did <p> write? = <n> = how many papers <p> wrote
# q=person n=count y=year
P In <y> <p> married <q>, with whom <p> had <n> children.
P <p> and <q> were married in <y> and raised <n> children.
Y The marriage of <p> and <q> took place in <y>.
Y <q> was the spouse of <p>.
Y <n> children came from the marriage of <p>.
Q To whom was <p> married? = <q> = to whom <p> was married
E A street near the harbour bears this name.
E The family archive was lost.
E Scientists publish results in journals.
E Colleagues remember a dry sense of humour.
@ athlete | p=person m=team | <p>, player
# u=team y=year f=money
P <p> moved from <u> to <m> in <y> for <f>.
P <m> signed <p> from <u> in <y>, paying <f>.
R <p> left <u> for <m>.
R <m> took <p> on in <y>.
R <u> received <f> for <p>.
Q From which club did <p> come to <m>? = <u> = the former club of <p>
# n=number a=number k=2
P In all, <p> scored <n> goals in <a> matches, {k:more|fewer} than any other player of the club.
P With <n> goals in <a> matches, <p> has scored the {k:most|fewest} goals of all the club's players.
R <p> played <a> matches.
R <p> has <n> goals to show.
Y In the club, {k:nobody has scored more|nobody has scored fewer} goals than <p>.
Q How many goals did <p> score? = <n> = how many goals <p> scored
# k=3 w=weeks
P <p> missed <w> of the season because of {k:a knee injury|a suspension|an illness}.
P {k:A knee injury|A suspension|An illness} kept <p> out for <w>.
Y <p> was absent for <w>.
Y The absence of <p> was due to {k:an injured knee|a ban|being ill}.
Q Why did <p> miss part of the season? = because of {k:a knee injury|a suspension|an illness} = why <p> was absent
# q=person k=2 y=year
P Coach <q> made <p> captain in <y>; the team {k:won|lost} the final that year.
P The team {k:won|lost} the final of <y>, the year in which <q>, the coach, chose <p> as captain.
R <p> was named captain by <q>.
Y In <y>, the final {k:was won by|slipped away from} the team of <p>.
Q Who made <p> captain? = <q> = who made <p> captain
# k=cond2 y=year
P The contract of <p> runs until <y>{k:|, with an option to extend it| unless the club is relegated}.
Y <p> is under contract to <m> until <y>{k:|, and it can be extended| as long as the club is not relegated}.
E The number on the shirt is the same as in youth days.
E Training takes place twice a day.
E A football match lasts ninety minutes.
@ band | b=work p=person q=person | The band behind "<b>"
# y=year t=town
P <p> and <q> formed the band in <t> in <y>; <p> sings and <q> plays the drums.
P The band was formed in <y> in <t> by the singer <p> and the drummer <q>.
R <p> is the singer of the band that recorded "<b>".
R On the drums, one hears <q>.
Y The group comes from <t>.
Y It has existed since <y>.
Q Who plays the drums in the band behind "<b>"? = <q> = who plays the drums
# n=big y=year z=number
P "<b>" came out in <y>, sold <n> copies and reached number <z>.
P Released in <y>, "<b>" sold <n> copies. It peaked at number <z>.
Y "<b>" found <n> buyers.
Y "<b>" was released in <y>.
Y The best position of "<b>" was <z>.
Q How many copies of "<b>" were sold? = <n> = how many copies were sold
# k=2 r=person j=3
P Producer <r> {k:wanted|did not want} strings on "<b>", and critics called it {j:dull|brilliant|uneven}.
P Critics found "<b>" {j:dull|brilliant|uneven}. The use of strings was {k:the wish|against the will} of its producer \
<r>.
Y <r> was {k:in favour of|opposed to} strings on "<b>".
Y {j:Reviews were negative for|Reviews were enthusiastic about|Reviewers had praise and blame for} "<b>".
Y "<b>" was produced by <r>.
Q Who produced "<b>"? = <r> = who produced it
# k=opt3 y=year s=number
P A tour of <s> concerts was called off in <y>{k:| because <p> was ill| after a quarrel| for lack of money}.
Y In <y>, <s> concerts had to be cancelled{k:| owing to an illness| as a consequence of a quarrel| because there was \
not enough money}.
Q How many concerts were called off? = <s> = how many concerts were called off
E Fans trade old posters.
E One song is in a foreign language.
E The cover was drawn by a friend.
@ novel | w=work p=person | <w>
# q=person r=person k=2
P In <w> by <p>, the clockmaker <q> hides a map that <r>, a smuggler, {k:steals|fails to steal}.
P <w>, a novel by <p>, is about the clockmaker <q>, who hides a map, and the smuggler <r>, who {k:gets hold of \
it|tries in vain to get hold of it}.
R In <w>, the clockmaker is called <q>.
R <r> is the smuggler in <w>.
Y The map {k:ends up in the smuggler's hands|does not fall into the smuggler's hands} in <w>.
Y <w> was written by <p>.
Q Who hides the map in <w>? = <q> = who hides the map
# q=person k=2 j=2
P At the end the heroine <q> {k:leaves|stays in} the village and {j:forgives|does not forgive} her brother.
Y In the closing pages, the brother of <q> {j:is forgiven|is not forgiven}.
Y The heroine <q> {k:goes away|does not go away} at the end of the story.
Q Does the heroine forgive her brother? = {j:Yes|No} = whether the heroine forgives her brother
# y=year z=later n=number
P Published in <y>, <w> has <n> pages and was filmed in <z>.
P <w> (<n> pages) came out in <y>; a film followed in <z>.
R <w> appeared in <y>.
R The film of <w> dates from <z>.
Y <w> is <n> pages long.
Q When was <w> filmed? = in <z> = when it was filmed
# k=3 q=person
P The critic <q> called <w> {k:a masterpiece|a failure|neither good nor bad}.
P For <q>, a critic, <w> was {k:a masterpiece|a failure|neither good nor bad}.
Y <q> {k:thought highly of|thought little of|was undecided about} <w>.
Y The judgement of <q> on <w> was {k:positive|negative|mixed}.
# k=2 n=count
P <w> is told by {k:one narrator|several narrators} in <n> parts.
P It has <n> parts and {k:a single narrator|more than one narrator}.
Y There are <n> parts in <w>.
Y In <w>, {k:a single voice tells|different voices tell} the story.
E The manuscript was typed on blue paper.
E The village in the book does not exist.
E Novels are often first printed in hard covers.
@ bridge | b=river a=person t=town | The bridge over <b> at <t>
# y=year z=later m=metres
P Designed by <a>, the bridge at <t> was begun in <y>, finished in <z> and is <m> long.
P The bridge at <t> is <m> long. <a> designed it; building began in <y> and ended in <z>.
R Work on the bridge at <t> started in <y>.
R The bridge at <t> was completed in <z>.
Y The plans for the bridge at <t> are by <a>.
Q How long is the bridge at <t>? = <m> = how long the bridge is
# n=money o=money k=cmp.n.o
P It cost <n> instead of the <o> that had been planned, so it was {k:dearer|cheaper} than planned.
P The plan had been to spend <o> on the bridge at <t>; in the end it was <n>.
R The final cost of the bridge at <t> was <n>.
R The budget for the bridge at <t> had been <o>.
Y The bridge at <t> turned out {k:more|less} expensive than planned.
Q What did the bridge at <t> cost in the end? = <n> = the final cost
# k=2 v=big j=2
P About <v> vehicles cross each day; lorries are {k:banned|admitted} and a toll is {j:charged|not charged}.
P Each day some <v> vehicles use it. There is {j:a toll|no toll}, and lorries {k:must take another route|may use it}.
Y The traffic on the bridge at <t> amounts to about <v> vehicles a day.
Y Crossing the bridge at <t> {j:costs money|is free of charge}.
Y Lorries {k:are not allowed|are allowed} on the bridge at <t>.
Q Is there a toll on the bridge at <t>? = {j:Yes|No} = whether there is a toll
# y=year k=opt3
P In <y> it was closed for repairs{k:| after an inspection| because a ship had hit a pillar| when cracks were found}.
Y Repairs closed the bridge at <t> in <y>{k:|, an inspection having taken place before|, a ship having run into it|, \
cracks having been discovered}.
Q When was the bridge at <t> closed for repairs? = in <y> = when it was closed
E Fishermen gather beneath the arches.
E It appears on local stamps.
E Steel expands when it gets warm.
"""
