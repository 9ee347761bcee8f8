"""The patterns of own entailment rows: premise, conclusions that follow (Y), conclusions that do not (N).

Premises separated by `||` share their conclusions. Letters in braces are filled with people (A, B, C), verbs (t, v),
objects (o), clauses (s), groups (p), what groups did (a), places (w), times (d), qualities (x), figures (n < n2). What
does not follow stands in square brackets.
"""

from __future__ import annotations

TEXT = """
P {A} {t} {B} {d}. || {d}, {A} {t} {B}. || It was {A} who {t} {B} {d}. || {B} was {t} by {A} {d}.
Y {B} was {t} by {A}.
Y {A} {t} {B}.
Y {d}, {B} was {t} by {A}.
Y Someone {t} {B}.
N [{B}] {t} [{A}].
N {A} was {t} [by {B}].
N [{B}] was the one who {t} [{A}].
N {A} {t} {B} [{d2}].
P {A}, who {t} {B}, {v} {o}. || {A} {t} {B} and {v} {o}. || Having {v} {o}, {A} was seen with {B}, whom {A} {t}.
Y {A} {v} {o}.
Y {o} was what {A} {v}.
Y {A} {t} {B}.
N [{B}] {v} {o}.
N [{B}] {t} [{A}].
N {A} {v} [{o2}].
P {A} and {B} {v} {o} together.
Y {A} took part when {B} {v} {o}.
Y {B} {v} {o} with {A}.
N {A} {v} {o} [alone].
N {A} {v} {o} [without the help of {B}].
P {A} {v} {o}, but {B} {v} {o2}. || While {B} {v} {o2}, {A} {v} {o}.
Y {B} {v} {o2}.
Y {A} {v} {o}.
Y {o} was not all that was {v}: so was {o2}.
N {A} {v} [{o2}].
N [{B}] {v} {o}.
N {A} and {B} {v} [the same thing].
P {A} claimed that {s}. || According to {A}, {s}. || {A} believed that {s}. || {A} was told that {s}. || {A} feared \
that {s}.
Y It is not stated whether {s}; it is only what {A} said, thought or heard.
Y That {s} comes from {A} or was something in the mind of {A}.
N [{s}].
N It is certain that [{s}].
N {A} [knew that {s}].
P {A} knew that {s}. || {A} regretted that {s}. || {A} forgot that {s}. || {A} noticed that {s}. || {A} proved that {s}.
Y {s}.
Y It is a fact that {s}.
N It is [not true] that {s}.
N [{B}] noticed that {s}.
P {A} denied that {s}. || {A} doubted that {s}. || {A} did not say that {s}.
Y {A} did not confirm that {s}.
N {A} [confirmed] that {s}.
N {A} [was sure] that {s}.
N [{s}].
P If {s}, {A} would leave. || {A} would leave in case {s}. || Unless {s}, {A} will not leave.
Y Whether {A} leaves has to do with whether {s}.
N [{s}].
N {A} [has left].
N {A} left [because {s}].
P {A} left because {s}. || Since {s}, {A} left. || That {s} made {A} leave.
Y {s}.
Y {A} left.
Y {A} left for the reason that {s}.
N {A} left [although {s}].
N {A} [would have left] if {s}.
N {A} [did not leave].
P Although {s}, {A} {v} {o}. || {A} {v} {o} even though {s}.
Y {s}.
Y {A} {v} {o}.
Y It did not keep {A} from acting that {s}.
N {A} {v} {o} [because {s}].
N {A} [did not act], as {s}.
P {A} {v} {o} before {B} {v} {o2}. || Only after {A} {v} {o}, {B} {v} {o2}.
Y {B} {v} {o2} later than {A} {v} {o}.
Y First {A} {v} {o}, then {B} {v} {o2}.
N {A} {v} {o} [after] {B} {v} {o2}.
N First [{B} {v} {o2}], then [{A} {v} {o}].
N {A} and {B} acted [at the same moment].
P All {p} {a}. || Every one of the {p} {a}.
Y Some of the {p} {a}.
Y Most {p} {a}.
Y {p} who {a} were no exception.
N [Not all] {p} {a}.
N [None] of the {p} {a}.
N [Only a few] of the {p} {a}.
P Some {p} {a}. || A few of the {p} {a}. || At least one of the {p} {a}.
Y There were {p} who {a}.
Y It is not true that none of the {p} {a}.
N [All] the {p} {a}.
N [Most] of the {p} {a}.
N [None] of the {p} {a}.
P Most {p} {a}. || The majority of the {p} {a}. || More than half of the {p} {a}.
Y Some {p} {a}.
Y Fewer than half of the {p} did otherwise; the others {a}.
N [All] {p} {a}.
N [Less than half] of the {p} {a}.
N [Hardly any] {p} {a}.
P No {p} {a}. || None of the {p} {a}. || Not a single one of the {p} {a}.
Y It is wrong to say that some {p} {a}.
Y Not all of the {p} {a}.
N [Some] {p} {a}.
N [A minority] of the {p} {a}.
P Not all {p} {a}. || Not every one of the {p} {a}.
Y It is wrong to say that each of the {p} {a}.
N [All] {p} {a}.
N [No] {p} {a}.
P Exactly {n} {p} {a}. || Of the {p}, {n} {a} and the others did not.
Y {n} {p} {a}.
Y The number of {p} who {a} was {n}.
Y Fewer than {n2} {p} {a}.
N [{n2}] {p} {a}.
N [More than {n2}] {p} {a}.
N [All] {p} {a}.
P At least {n2} {p} {a}. || {n2} {p} or more {a}.
Y More than {n} {p} {a}.
Y No fewer than {n2} {p} {a}.
N [Exactly {n2}] {p} {a}.
N [At most {n}] {p} {a}.
P At most {n} {p} {a}. || No more than {n} {p} {a}.
Y Fewer than {n2} {p} {a}.
N [At least {n2}] {p} {a}.
N [Exactly {n}] {p} {a}.
P Only {A} {v} {o}. || Nobody but {A} {v} {o}. || {A} alone {v} {o}.
Y {A} {v} {o}.
Y {B} was not the one who {v} {o}.
N [{B} also] {v} {o}.
N {A} [and {B}] {v} {o}.
P {A} {v} only {o}. || {A} {v} {o} and nothing else.
Y {A} {v} {o}.
Y {A} did not touch {o2}.
N {A} {v} {o} [and {o2}].
P {A} is more {x} than {B}. || {B} is less {x} than {A}. || {B} is not as {x} as {A}.
Y {A} is more {x} than {B}.
Y {B} is less {x} than {A}.
N {B} is [more] {x} than {A}.
N {A} is [less] {x} than {B}.
N {A} and {B} are [equally] {x}.
P {A} is more {x} than {B}, and {B} is more {x} than {C}.
Y {A} is more {x} than {C}.
Y The least {x} of the three is {C}.
N [{C}] is more {x} than {A}.
N The most {x} of the three is [{B}].
P {A} either {v} {o} or {v} {o2}. || {A} {v} {o} or {o2}. || It was {o} or {o2} that {A} {v}.
Y {A} {v} at least one of two things.
Y Whether {A} {v} {o} or {o2} is not said.
N {A} {v} [{o2}].
N {A} {v} {o} [and {o2}].
P {A} {v} neither {o} nor {o2}. || {A} {v} no object, be it {o} or {o2}.
Y It is not the case that {A} {v} {o}.
N {A} {v} [{o}].
N {A} {v} [{o2} but not {o}].
P {A} tried to be on time. || {A} hoped to be on time. || {A} promised to be on time. || {A} was asked to be on time.
Y It is not said whether {A} was on time.
N {A} [was] on time.
N {A} [was late].
P {A} managed to be on time. || {A} remembered to be on time. || {A} did not fail to be on time.
Y {A} was on time.
N {A} [was late].
N {A} [was not] on time.
P {A} failed to be on time. || {A} forgot to be on time. || {A} refused to be on time.
Y {A} was not on time.
N {A} [was] on time.
P {A} may sell {o}. || Perhaps {A} sells {o}. || {A} is considering whether to sell {o}. || It is possible that {A} \
sells {o}.
Y A sale of {o} by {A} is possible.
N {A} [will] sell {o}.
N {A} [has sold] {o}.
N {A} [will not] sell {o}.
P {A} has agreed to sell {o} to {B}. || {B} is going to get {o} from {A} for money, both have agreed.
Y {A} and {B} have come to terms over {o}.
Y {B} is to be the buyer of {o}.
N {A} is to [buy] {o} from {B}.
N {o} [has already changed hands].
P {A} owns a {g}. || There is a {g} which belongs to {A}. || {A} bought a {g} and still has it.
Y A {general} is among the things of {A}.
Y {A} owns a {g}.
N {A} owns [two] of the kind: a {g} and another one.
N [{B}] owns a {g}.
P {A} owns a {general}; what sort is not known.
Y {A} has some {general}.
N {A} has a [{g}].
P No visitor brought a {general}. || Visitors came without any {general}.
Y No visitor brought a {g}.
N [Some] visitor brought a {g}.
N [Every] visitor brought a {general}.
P No visitor brought a {g}.
Y It is not the case that some visitor brought a {g}.
N No visitor brought [any {general}].
N [A] visitor brought a {g}.
P {A} lent {o} to {B}. || {B} borrowed {o} from {A}. || {o} was lent to {B} by {A}.
Y {B} got {o} from {A}.
Y {o} was borrowed by {B}.
N {A} got {o} [from {B}].
N {B} lent {o} [to {A}].
P {A} taught {B} to swim, and {B} taught {C}. || {C} learned to swim from {B}, who had learned it from {A}.
Y {B} learned to swim from {A}.
Y {C} was taught by {B}.
N {C} was taught by [{A}].
N {B} learned to swim from [{C}].
P {A} almost {v} {o}. || {A} came close to having {v} {o}, but did not do it.
Y {A} did not go through with it: {o} was not {v} by {A}.
N {A} {v} [{o}].
P {A} stopped smoking. || {A} gave up smoking. || {A} no longer smokes.
Y {A} used to smoke.
Y {A} does not smoke now.
N {A} has [never smoked].
N {A} [still smokes].
P {A} was not the first to have {v} {o}.
Y Someone had {v} {o} before {A}.
N {A} was the [first] to have {v} {o}.
N [Nobody] had {v} {o} before {A}.
P {o} {w} was {v} by {A}, while {o2} was left alone.
Y {A} {v} {o}.
Y {o2} was not touched.
N {A} {v} [{o2}].
N {o} was [left alone].
P {A} wondered whether {s}. || {A} asked if {s}. || {A} checked whether {s}.
Y {A} was interested in whether {s}.
N [{s}].
N {A} [said] that {s}.
P {A} told {B} that {C} had {v} {o}. || {B} heard from {A} that {C} had {v} {o}.
Y {A} spoke to {B} about {C}.
Y {B} was told something about {o}.
N {B} told [{A}] that {C} had {v} {o}.
N {A} told {B} that [{B}] had {v} {o}.
P The friend of {A} {t} {B}. || {B} was {t} by a friend of {A}.
Y A friend of {A} {t} {B}.
N [{A}] {t} {B}.
N {B} was {t} [by {A}].
N A friend [of {B}] {t} {A}.
"""

DEV_TEXT = """
P {A} was seen {w} by {B} {d}. || {B} saw {A} {w} {d}.
Y {B} saw {A}.
Y {A} was {w} {d}.
N {A} saw [{B}].
N {A} was seen {w} [{d2}].
P {A} said nothing about whether {s}, but {B} confirmed that {s}.
Y {B} confirmed that {s}.
Y {A} did not comment.
N {A} [confirmed] that {s}.
N {B} [denied] that {s}.
P Rumour has it that {s}. || It was reported, though never confirmed, that {s}. || {A} dreamt that {s}.
Y It is not established whether {s}.
N [{s}].
N It has been [confirmed] that {s}.
P Every second one of the {p} {a}. || Half of the {p} {a}.
Y Some {p} {a}, others did not.
N [All] of the {p} {a}.
N [None] of the {p} {a}.
P {A} {v} {o} without telling {B}. || Unknown to {B}, {A} {v} {o}.
Y {A} did not tell {B} about it.
Y {A} {v} {o}.
N {B} [knew] that {A} {v} {o}.
N [{B}] {v} {o}.
P {A} would have {v} {o} if {B} had agreed, but {B} did not. || Had {B} agreed, {A} would have {v} {o}; {B} said no.
Y {B} did not agree.
N {B} [agreed].
N {A} {v} [{o}].
P Instead of {o}, {A} {v} {o2}. || {A} {v} {o2} rather than {o}.
Y {A} {v} {o2}.
N {A} {v} [{o}].
N {A} {v} {o2} [as well as {o}].
P Both {A} and {B} are older than {C}. || {C} is younger than {A} and younger than {B}.
Y {C} is the youngest of the three.
Y {B} is older than {C}.
N {C} is [older] than {B}.
N {A} is older than [{B}].
N The oldest is [{C}].
"""
