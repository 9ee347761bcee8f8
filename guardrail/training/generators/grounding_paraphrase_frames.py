"""Own frames whose conclusions share few words with what the passage says."""

from __future__ import annotations

TEXT = """
@ story | p=person c=company t=town |
# k=2
P The bakery in <t> {k:raised|cut} what it asks for a loaf.
P A loaf from the bakery in <t> {k:has gone up|has come down} in price.
Y In <t>, customers have to spend {k:more|less} on bread than they used to.
Y Bread got {k:dearer|cheaper} in <t>.
# k=2
P <p> {k:handed in a resignation|was given notice} at <c> in spring.
P In spring <p> {k:quit|was dismissed from} a job at <c>.
Y <p> {k:chose to leave|was made to leave} <c>.
Y <c> and <p> parted ways, and the decision was {k:the employee's|the employer's}.
# k=2
P Once more, the football pitch in <t> was under water {k:all spring|for one afternoon}.
P Floods covered the football pitch in <t> {k:throughout the spring|for just an afternoon}.
Y Playing on the ground in <t> was impossible for {k:months|only a few hours}.
# k=2
P <p> speaks {k:no language but|, besides Finnish, also} Dutch.
P Dutch is {k:the sole language|one of two languages} that <p> can speak.
Y <p> is {k:monolingual|bilingual}.
# k=2
P <c> {k:doubled|halved} its staff within twelve months.
P Within a year, <c> had {k:twice as many employees as|half the employees it had} before.
Y The workforce of <c> {k:grew strongly|shrank considerably} over a year.
Y There are {k:far more|far fewer} people on the payroll of <c> than a year ago.
# k=2
P <p> {k:can't stand|adores} jazz.
P Jazz is something <p> {k:hates|loves}.
Y You would {k:annoy|please} <p> with that kind of music.
# k=2
P The lake near <t> was frozen {k:from shore to shore|only along its edges}.
P Ice covered {k:the whole lake|just the rim of the lake} near <t>.
Y By the water at <t>, {k:no open water was left|there was still open water in the middle}.
# k=2
P <p> got {k:full marks|not a single point} in the exam.
P In the test <p> answered {k:every question correctly|every question wrongly}.
Y The result of <p> could not have been {k:better|worse}.
# k=2
P Since the bypass was built, {k:hardly any lorries|even more lorries} pass through <t>.
P The bypass {k:took nearly all lorries out of|brought additional lorries to} <t>.
Y Heavy traffic in <t> has {k:dwindled|increased} thanks to a new road.
# k=2
P <p> was born {k:into a wealthy family|to parents who could barely pay the rent}.
P The parents of <p> were {k:rich|poor}.
Y <p> grew up {k:with plenty of money|in modest circumstances}.
# k=3
P The judges gave the prize to <p> {k:without a dissenting vote|by three votes to two|only after drawing lots}.
Y {k:Everyone on the jury wanted|A slim majority of the jury wanted|Chance had to decide that it went to} <p>.
# k=2
P <p> had {k:never been on a plane before|flown dozens of times} when the crew asked for volunteers.
Y Air travel was {k:new to|nothing new to} <p>.
# k=2
P The cellar of the house in <t> stays {k:cool even in August|warm even in January}.
Y {k:Hot weather|Cold weather} does not reach the basement of the house in <t>.
# k=2 d=days
P The parcel for <p> arrived <d> {k:later|sooner} than promised.
P <p> got the parcel <d> {k:after|ahead of} the date that had been named.
Y Delivery to <p> was {k:overdue|early}.
# k=2
P <c> {k:makes its own|buys in all} parts.
P All the parts that <c> uses come from {k:its own workshops|other firms}.
Y <c> {k:does not depend|depends} on suppliers for components.
# k=2
P <p> wrote the speech {k:without any help|together with three colleagues}.
Y The text is the work of {k:a single author|several authors}.
# k=2
P The theatre in <t> {k:plays to full houses|is half empty most nights}.
P Most nights, {k:there is no free seat|every second seat is free} in the theatre of <t>.
Y Tickets for the stage in <t> are {k:hard|easy} to get.
# k=2
P <p> {k:took back|stood by} what the interview had quoted.
P After the interview, <p> {k:withdrew|repeated} the statement.
Y <p> {k:no longer upholds|continues to uphold} what was said to the press.
# k=2
P The machine at <c> runs {k:day and night|two hours a week}.
Y The equipment of <c> is {k:in constant use|idle most of the time}.
# k=2
P <p> {k:forgot the keys and waited outside|had the keys and went straight in}.
Y <p> was {k:locked out|able to enter}.
# k=2
P It took the people of <t> {k:a generation|a few weeks} to clear the rubble.
Y Removing the debris in <t> was done {k:slowly|fast}.
# k=2
P <p> {k:outlived|died before} every one of the brothers.
Y Of the siblings, <p> was the {k:last|first} to pass away.
# k=2
P The new law {k:obliges|permits} shops in <t> to close at six.
P Under the new law, shops in <t> {k:have to|can} close at six.
Y Staying open past six is {k:against the rules|up to the owners} for shopkeepers in <t>.
# k=2
P The children of <p> {k:have all left home|still live at home}.
Y <p> {k:no longer shares|shares} a roof with the kids.
# k=2
P <c> {k:owes its banks nothing|is deep in debt}.
Y The company {k:is free of liabilities towards lenders|has borrowed heavily}: that is the state of <c>.
# k=2
P Nobody but <p> {k:noticed|failed to notice} the smell.
P <p> alone {k:became aware|was not aware} of the smell.
Y The odour {k:escaped everyone else|was perceived by all the others}.
# k=2
P The well in <t> has {k:never run dry|run dry again}.
Y There {k:has always been|is no} water in the well of <t>.
# k=2
P <p> arrived {k:in the nick of time|when it was all over}.
Y <p> {k:just about made it|missed it}.
# k=2
P The painting, sold as a work of <p>, turned out to be {k:genuine|a forgery}.
Y <p> {k:really was|was not} the one who created the picture.
# k=2
P <c> {k:turned down|said yes to} the offer from abroad.
P The foreign offer was {k:declined|accepted} by <c>.
Y A deal with a partner in another country {k:did not come about|was agreed} for <c>.
# k=2
P <p> can read {k:without glasses|only with a magnifying glass}.
Y The eyesight of <p> is {k:fine|poor}.
# k=2
P After the operation <p> {k:was walking within a day|could not get up for weeks}.
Y Recovery was {k:swift|slow} in the case of <p>.
# k=2
P The roof of the station in <t> {k:lets the rain in|keeps the rain out}.
Y Travellers waiting in <t> {k:get wet|stay dry} in bad weather.
# k=2
P The road to <t> is {k:closed to cars|open to cars as well as buses}.
Y One {k:cannot|can} drive there oneself: so much is true of <t>.
# k=2
P <p> paid {k:the whole sum at once|in twelve instalments}.
Y The debt of <p> was settled {k:in one go|bit by bit}.
# k=2
P <p> {k:kept the promise|broke the promise} made to the neighbours.
Y The neighbours {k:could rely on|were let down by} <p>.
# k=2
P {k:More babies are born|More people die} in <t> than {k:people die|babies are born}.
Y Births {k:exceed|fall short of} deaths in <t>.
# k=2
P <c> ships {k:worldwide|only to addresses in its own country}.
Y Customers overseas {k:can|cannot} order from <c>.
# k=2
P The choir in <t> {k:takes anyone who likes to sing|picks its singers in an audition}.
Y To join the singers of <t>, {k:no test has to be passed|one has to pass a test}.
# k=2
P The dog of <p> {k:would not hurt a fly|has bitten the postman twice}.
Y <p> owns {k:a harmless|an aggressive} animal.
# k=2
P <p> {k:founded the firm and still runs it|inherited the firm and sold it}.
Y {k:To this day <p> is in charge of|<p> has given up} the business.
# k=2
P Its critics say that <c> {k:acts too late|acts too hastily}.
Y <c> is accused of being {k:slow|rash}.
# k=2
P The tunnel under <t> is {k:wide enough for two trains|so narrow that only one train fits}.
Y Trains {k:can|cannot} pass each other below <t>.
# k=2
P <p> {k:eats no meat|eats meat every day}.
Y <p> {k:is a vegetarian|is not a vegetarian}.
"""

DEV_TEXT = """
@ tale | p=person c=company t=town |
# k=2
P <p> {k:turned the heating off|turned the heating up} before going to bed.
Y At night it was {k:colder|warmer} in the home of <p>.
# k=2
P The harbour of <t> is {k:too shallow|deep enough} for large ships.
Y Big vessels {k:cannot|can} dock in <t>.
# k=2
P <c> {k:hires only graduates|hires people without a degree, too}.
Y A university diploma is {k:a must|not needed} for those who want to work at <c>.
# k=2
P <p> {k:lost the election by a handful of votes|won the election by a handful of votes}.
Y It was close, and <p> {k:was beaten|came out on top}.
# k=2
P The book by <p> {k:is out of print|can be had in every shop}.
Y Finding a copy of what <p> wrote is {k:difficult|simple}.
# k=2
P The clinic in <t> treats {k:patients of any age|children alone}.
Y Adults {k:are accepted|are not accepted} there: that holds for the clinic in <t>.
# k=2
P <p> {k:has never smoked|smokes a packet a day}.
Y <p> {k:is a non-smoker|is a heavy smoker}.
# k=2
P The bus to <t> is {k:free of charge|not cheap}.
Y You {k:don't need any money|need a good deal of money} for the ride to <t>.
"""
