"""Own frames on studies, medicines, animals, space missions, software and faults."""

from __future__ import annotations

TEXT = """
@ study | d=product g=group p=person | A study of <d>
# n=big w=weeks k=2
P The trial of <d> at <g> followed <n> patients for <w>; it was {k:randomised|not randomised}.
P Led by <p>, the trial of <d> enrolled <n> patients, {k:assigned at random|not assigned at random}, and lasted <w>.
Y <n> patients took part in the trial of <d>.
Y The patients on <d> were observed over <w>.
Y Assignment in the trial of <d> was {k:by chance|not by chance}.
Q How long did the trial of <d> last? = <w> = how long the trial lasted
# a=percent b=percent k=cmp.a.b
P Pain was reduced in <a> of those on <d> and in <b> of those on placebo.
P Of the patients given <d>, <a> had less pain, against <b> in the placebo group.
R Among those who took <d>, <a> felt less pain.
R In the placebo group, <b> improved.
Y {k:<d> did better than placebo|Placebo did better than <d>} in terms of pain.
Q What share of the placebo group improved? = <b> = the share in the placebo group
# k=3 j=2
P The authors {k:conclude that <d> causes|suspect that <d> causes|rule out that <d> causes} headaches, and {j:call \
for|see no need for} a larger trial.
Y That <d> leads to headaches is {k:the conclusion|a suspicion|excluded by the findings} of the authors.
Y The authors think that a bigger trial is {j:necessary|not necessary}.
Q Do the authors call for a larger trial? = {j:Yes|No} = whether a larger trial is called for
# m=mg n=mg k=2
P Adults received <m> of <d>, children <n>, {k:before|after} meals.
R Children were given <n> of <d>.
R The dose of <d> for adults was <m>.
Y <d> was taken {k:ahead of|following} meals.
Q What dose did children receive? = <n> = the dose for children
# k=cond2 r=percent
P The effect of <d> held{k: in all age groups| only in patients over 60| only in women}, with <r> of all patients \
dropping out.
Y <d> had its effect{k: regardless of age| in the over-60s alone| in women alone}.
Y <r> of the patients left the trial of <d> early.
# k=3
P The study was paid for by {k:the maker of <d>|a public fund|an association of patients}.
Y {k:The company behind <d>|Public money|A patients' association} financed the study.
E The trial was registered beforehand.
E No blood samples were kept.
E A placebo has no active substance.
@ leaflet | d=product | <d>: information for patients
# m=mg h=hours k=2
P Take <m> of <d> every <h>, {k:with|without} food.
P The usual dose of <d> is <m>, repeated after <h>. Take it {k:together with food|on an empty stomach}.
Y One dose of <d> is <m>.
Y Wait <h> between two doses of <d>.
Y <d> should {k:be taken with a meal|not be taken with a meal}.
Q How often should <d> be taken? = every <h> = how often to take it
# k=2 j=3
P <d> {k:must not be taken|may be taken} during pregnancy. It makes {j:most|some|hardly any} people drowsy.
Y Pregnant women {k:should stay away from|can use} <d>.
Y Drowsiness is {j:felt by the majority of|felt by a part of|rare among} those who take <d>.
Q May <d> be taken during pregnancy? = {k:No|Yes} = whether it may be taken in pregnancy
# k=cond3
P Patients with kidney disease can take <d>{k:| at half the dose| if a doctor agrees| for no more than a week}.
Y A person with diseased kidneys may use <d>{k:|, but only half as much|, given a doctor's consent|, though not for \
longer than a week}.
# t=degrees y=months
P Store <d> below <t> and use it within <y> of opening.
P Once opened, <d> keeps for <y>. Do not keep it above <t>.
Y The storage temperature of <d> must not exceed <t>.
Y After opening, use <d> up within <y>.
Q How long does <d> keep after opening? = <y> = how long it keeps
# a=percent b=percent
P Nausea occurs in <a> and rashes in <b> of those who take <d>.
R <b> of the users of <d> get a rash.
R <d> makes <a> of its users feel sick.
Q How many users of <d> get a rash? = <b> = how many users get a rash
E Keep out of the reach of children.
E Ask a pharmacist if anything is unclear.
E Antibiotics do not work against viruses.
@ animal | a=product g=region | The <a>, a bird of <g>
# n=big y=year k=2
P Some <n> birds were left in <y>; since then the number of <a>s has {k:risen|dropped}.
P The count of <y> found <n> <a>s. Numbers have {k:recovered|shrunk further} since.
Y In <y> there were about <n> of the <a>s.
Y The population of the <a> is {k:larger|smaller} now than in <y>.
Q How many <a>s were counted in <y>? = <n> = how many were counted
# e=count d=days k=2
P The {k:female|male} sits on <e> eggs for <d>.
P A clutch of the <a> has <e> eggs, and it takes <d> of brooding, done by the {k:mother|father} alone, until they hatch.
Y The eggs of the <a> hatch after <d>.
Y It is the {k:hen|cock} of the <a> that broods.
Y There are <e> eggs to a clutch of the <a>.
Q How long does the <a> brood? = <d> = how long it broods
# k=3 j=2
P The <a> feeds on {k:seeds|insects|small fish} and {j:migrates|does not migrate} in winter.
P {k:Seeds|Insects|Small fish} are what the <a> eats. In winter it {j:leaves|stays}.
Y The diet of the <a> is made up of {k:plant matter|insects|fish}.
Y In winter the <a> {j:is gone from|remains in} <g>.
Q Does the <a> migrate? = {j:Yes|No} = whether it migrates
# p=person y=year q=person
P It was first described by <p> in <y> and named after <q>.
P <p> described the <a> in <y> and named it in honour of <q>.
R The first description of the <a> came from <p>.
R The name of the <a> honours <q>.
Q After whom was the <a> named? = after <q> = after whom it was named
# k=2 c=colour b=colour
P Its head is <c>, its tail <b>, and its song is {k:loud|soft}.
R The <a> has a <b> tail.
R The head of the <a> is <c>.
Y One hears the <a> {k:from far away|only from close by}.
E Feathers keep birds warm.
E It nests near water.
E It is shown on a coin.
@ mission | m=product g=group | The <m> mission
# d=fulldate k=2 n=count
P <m> was launched by <g> on <d> with <n> instruments; the launch had {k:never been|twice been} postponed.
P On <d>, after {k:no delay|two delays}, <g> sent <m> up, carrying <n> instruments.
Y The launch of <m> was on <d>.
Y <m> carries <n> instruments.
Y The launch of <m> took place {k:as scheduled|later than first scheduled}.
Q When was <m> launched? = on <d> = when it was launched
# a=kg b=watts
P <m> weighs <a> and its solar panels supply <b>.
Y <b> come from the solar panels of <m>.
Y The mass of <m> is <a>.
Q How heavy is <m>? = <a> = how heavy it is
# k=3 p=person
P Its director, <p>, said the probe {k:had found|might find|had not found} traces of ice.
P Director <p> reported that the probe {k:had found|could still find|had found no} traces of ice.
Y According to <p>, ice traces {k:have been detected|could be detected|were not detected} by <m>.
Y <p> directs the <m> mission.
Q Who directs the <m> mission? = <p> = who directs it
# k=opt3 y=year
P Contact was lost in <y>{k:| after a solar storm| because of a software error| when its battery froze}.
Y In <y>, <m> stopped answering{k:| following a solar storm| owing to an error in its software| as its battery had \
frozen}.
Q When was contact with <m> lost? = in <y> = when contact was lost
# x=money y=money k=cmp.x.y
P The mission cost <x>; its successor is to cost <y>.
R <g> has spent <x> on <m>.
R The follow-up to <m> is planned at <y>.
Y The successor of <m> is to be {k:cheaper|more expensive} than <m>.
E Signals take minutes to arrive.
E A model of it hangs in the lobby.
E Solar panels turn light into electricity.
@ release | s=product c=company | Release notes of <s>
# d=date v=count w=count
P Version <v> of <s> was released on <d> and fixes <w> security holes.
P On <d>, <c> published version <v> of <s>, which closes <w> security holes.
Y The release date of version <v> of <s> is <d>.
Y <w> security problems are solved in version <v> of <s>.
Q How many security holes does the release of <s> fix? = <w> = how many security holes are fixed
# k=2 j=2
P Old configuration files {k:still work|no longer work}, and dark mode is {j:on|off} by default.
P In <s>, dark mode is now {j:enabled|disabled} unless you change it. Configuration files of older versions {k:are \
still read|are rejected}.
Y With <s>, you {k:can keep|have to replace} your old configuration files.
Y Without any change, dark mode of <s> is {j:active|inactive}.
Q Do old configuration files still work with <s>? = {k:Yes|No} = whether old files work
# g=gigabytes h=gigabytes
P The server needs <g> of memory and <h> of disk space.
R <s> takes up <h> on the disk.
R To run the server of <s>, <g> of memory are needed.
Q How much memory does the server of <s> need? = <g> = how much memory is needed
# k=3 m=month
P The export button will {k:be removed|be moved to the menu|stay} in the release planned for <m>.
P For the version due in <m>, the plan is to {k:drop the export button|put the export button into the menu|keep the \
export button as it is}.
Y In <m>, users of <s> will find the export button {k:gone|in the menu|where it is today}.
Y The next release of <s> is planned for <m>.
# k=cond2
P The plug-in for spreadsheets works{k:| on desktop computers only| only for paying users}.
Y <s> users can use the spreadsheet plug-in{k:|, provided that they sit at a desktop computer|, provided that they pay}.
E Thanks to all who reported problems.
E Make a backup before you update.
E The documentation has a new search.
@ outage | c=company p=person | Incident report of <c>
# h=morning i=evening w=weekday
P The service of <c> was down on <w> from <h> to <i>.
P On <w> at <h> the service of <c> failed; it was back at <i>.
R It was <h> when the outage at <c> began.
R By <i>, customers of <c> could use the service again.
Y The incident at <c> happened on a <w>.
Q When did the outage at <c> end? = at <i> = when the outage ended
# k=3 q=person
P The cause was {k:a wrong setting|a broken disk|an expired certificate}, found by <q>, while <p> informed customers.
P <q> traced the failure to {k:a wrong setting|a broken disk|an expired certificate}; customers were told by <p>.
R <q> found out what was wrong.
R Customers of <c> heard from <p>.
Y {k:A mistake in the settings|A defective disk|A certificate that had run out} led to the outage at <c>.
Q What caused the outage at <c>? = {k:a wrong setting|a broken disk|an expired certificate} = what caused the outage
# n=big k=3
P {k:All|About half of the|None of the} <n> customers lost data.
P Of the <n> customers of <c>, {k:every one|roughly every second one|not one} lost data.
Y Data loss hit {k:each customer|around half of the customers|no customer} of <c>.
Y <c> has <n> customers.
Q Did customers of <c> lose data? = {k:Yes, all of them|Yes, about half of them|No} = whether data was lost
# k=2 d=days
P A second power supply {k:has been|will be} installed within <d>.
Y The additional power supply of <c> {k:is in place already|is not in place yet}.
E The status page was updated every quarter of an hour.
E Backups are stored in two buildings.
E Certificates prove the identity of a server.
"""
