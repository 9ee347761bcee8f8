# ruff: noqa: E501  (a document stands on one line, so that it can be read in one go)
"""Short whole documents on one matter each; `\u00b6` marks where a sentence may be put in."""

from __future__ import annotations

DOCUMENTS = (
    "\u00b6The old mill at {word} was built in 17(42|68|91) to grind grain for three villages. \u00b6After a flood damaged the wheel, the owners turned it into a saw mill. \u00b6Today a small museum shows tools and letters of the (miller's family|workers). \u00b6Entry is free on the first Sunday of the month.\u00b6",
    "Hi {name},\n\n\u00b6thanks for sending the figures. I compared them with last year's and found a gap of {n} euros in travel costs. \u00b6Could it be that the trip to {word} was booked twice? \u00b6I will be in the office from Wednesday.\n\nRegards\n{person}\u00b6",
    "\u00b6Bees find flowers by colour and scent. \u00b6A scout that has found food returns to the hive and dances; the angle of the dance tells the others where to fly. \u00b6In winter the colony forms a ball around the queen and lives on stored honey.\u00b6",
    "<h1>Rooms at {company}</h1>\n<p>\u00b6All (rooms|suites) look over the lake and have a desk, a kettle and a balcony.</p>\n<p>\u00b6Check-in starts at three, and late arrivals ring the bell.</p>\n<p>\u00b6Dogs stay for {n} euros a night.</p>\u00b6",
    "\u00b6I bought this (kettle|lamp|jacket) for my (mother|flat) in March. \u00b6It does what it promises, though the (handle|switch) feels thin. \u00b6Delivery took {n} days and the box was dented. \u00b6I would buy it again at a lower price.\u00b6",
    "\u00b6def average(values):\n    \"\"\"Mean of a list; zero for an empty one.\"\"\"\n    if not values:\n        return 0.0\n    # \u00b6rounding is left to the caller\n    return sum(values) / len(values)\n# \u00b6",
    "Ticket #{n}\nFrom: {person}\n\u00b6Since the update the export button does nothing in (Firefox|Safari). \u00b6I cleared the cache and tried another account. \u00b6The console shows error {hex}.\n\u00b6",
    "\u00b6The town council of {word} voted on Tuesday to close the main street to cars on market days. \u00b6Shop owners fear fewer customers, while the school welcomes the plan. \u00b6A trial begins in (April|September) and lasts {n} weeks.\u00b6",
    "{person}\n(Baker|Nurse|Accountant|Gardener)\n\u00b6Worked {n} years at {company}, first as a trainee, later as a shift leader. \u00b6Speaks (Spanish|Polish) and some (Greek|Danish). \u00b6Interests: {topic} and choir.\u00b6",
    "\u00b6To change the battery, open the lid on the back with a coin. \u00b6Take out the old cell and wait ten seconds before you put in the new one. \u00b6The display shows {n} when all is well. \u00b6Close the lid until it clicks.\u00b6",
    "{\"id\": {n}, \"sender\": \"{person}\", \"body\": \"\u00b6The keynote moves to the big hall. \u00b6Lunch stays at noon and the bus leaves at five. \u00b6Badges are at the door.\u00b6\"}",
    "09:00 {person}: \u00b6the build is green again\n09:02 {person}: nice, was it the cache?\n09:03 {person}: \u00b6yes, the key had the wrong date\n09:10 {person}: \u00b6I will write it up after lunch\u00b6",
    "\u00b6Once a fox lived by the river {word}. \u00b6Every night she heard the owl boast about its eyes. \u00b6One evening fog covered the wood, and the owl could not find its tree. \u00b6The fox laughed softly and led it home by smell.\u00b6",
    "\u00b6Rent for the flat is {n} euros plus heating. \u00b6The tenant paints the rooms when leaving and keeps the stairs clean every second week. \u00b6Either side may end the lease with three months' notice.\u00b6",
    "Team,\n\u00b6the client from {word} liked the first draft but wants warmer colours. \u00b6{person} will adapt the logo, {person} the slides. \u00b6Next review is on Thursday at ten.\n\u00b6{person}",
    "\u00b6Glaciers shrink when more snow melts in summer than falls in winter. \u00b6Researchers measure them with stakes, radar and photographs. \u00b6The glacier above {word} lost {n} metres in ten years. \u00b6Streams below it first swell and later dry up.\u00b6",
    "product;stock;remark\nscarf;{n};\u00b6sells well in blue\nhat;{n};\u00b6supplier late again\ngloves;{n};\u00b6new sizes from May\u00b6",
    "# {word}\n\nA small library for {topic}.\n\n\u00b6It has no dependencies and runs on three platforms.\n\n## Usage\n\n\u00b6Create a table, fill it, and call `save()`. \u00b6See the examples folder for more.\n\n## Licence\n\u00b6MIT",
    "\u00b6The patient, aged {n}, came with a cough that had lasted two weeks. \u00b6There was no fever, and the lungs sounded clear. \u00b6Rest and warm drinks were advised, with a new visit after ten days.\u00b6",
    "\u00b6Our hens lay less in the dark months. \u00b6A lamp on a timer helps, but the birds need a rest too. \u00b6We mix oats with kitchen greens and add crushed shells for firm eggs.\u00b6",
    "Dear Ms {person},\n\n\u00b6your parcel {n} is waiting at the shop in {word}. \u00b6It can be collected within seven days on showing this message and your identity card. \u00b6Opening hours are nine to six.\n\nYour {company} team\u00b6",
    "\u00b6{person} scored twice as {word} beat the league leaders on Saturday. \u00b6The first goal came after a long throw, the second from the spot. \u00b6The coach praised the young keeper, who saved a late header.\u00b6",
    "\u00b6Q: How do I clean a wooden board?\nA: \u00b6Rub it with salt and half a lemon, rinse, and let it dry upright. \u00b6Oil it twice a year. \u00b6Never leave it in water.\u00b6",
    "BEGIN NOTE\n\u00b6Interview with {person}, {n} minutes\n\u00b6grew up above the bakery, learned to swim late\n\u00b6moved to {word} for the school, stayed for the sea\nEND NOTE\u00b6",
    "\u00b6The {word} line opened in 19(03|21|36) and carried slate to the harbour. \u00b6Passenger trains followed ten years later. \u00b6Volunteers now run steam trains at weekends, and the signal box serves tea.\u00b6",
    "2024-05-(11|19) 07:00:0(1|3) INFO  backup started\n2024-05-19 07:02:44 INFO  \u00b6copied {n} files\n2024-05-19 07:02:45 WARN  \u00b6skipped tmp/{hex}\n2024-05-19 07:03:00 INFO  \u00b6backup finished\u00b6",
    "\u00b6Soak the lentils for an hour. \u00b6Fry onion and cumin, add the lentils with twice as much water, and cook for {n} minutes. \u00b6Stir in lemon juice at the end. \u00b6Serves four.\u00b6",
    "\u00b6Stocks in {word} closed slightly higher on Monday. \u00b6Shares of {company} gained {n} percent after the firm raised its forecast. \u00b6Traders wait for the bank's decision on rates on Thursday.\u00b6",
    "Voicemail, 1:0(4|9)\n\u00b6Hello, it's {person} from the garage. \u00b6The brakes are done, but the left tyre is worn. \u00b6The car is ready from four, we close at six.\u00b6",
    "\u00b6In the survey, {n} people were asked how they travel to work. \u00b6Half take the bus, a third cycle, the rest drive. \u00b6Cyclists were the most content with their journey.\u00b6",
    "[forum] {word}_{n}: \u00b6my basil keeps dying, any hints?\n[forum] green{n}: \u00b6too much water, let the soil dry first\n[forum] {word}_{n}: \u00b6thanks, I moved it to the window\u00b6",
    "\u00b6The committee met in the hall at eight. \u00b6{person} reported on the roof: the quote is {n} euros. \u00b6It was agreed to ask two more firms. \u00b6The summer fete is on the last Saturday in June.\u00b6",
    "\u00b6Copper conducts heat and current well, which is why it is used for pots and cables. \u00b6In moist air it slowly turns green. \u00b6Mixed with tin it becomes bronze, known for five thousand years.\u00b6",
    "<item>\n<title>{word} opens bridge</title>\n<description>\u00b6After two years of work the bridge carries traffic again. \u00b6Engineers replaced {n} bolts and widened the path. \u00b6A fair marks the day.</description>\n</item>\u00b6",
    "Subject: garden plots\n\n\u00b6Two plots are free from March, one by the gate and one in the shade. \u00b6The fee is {n} euros a year, water included. \u00b6{person} shows them on Sundays after ten.\u00b6",
    "\u00b6Chapter {n}. \u00b6The lamp went out, and for a moment only the rain spoke. \u00b6{person} felt along the wall for the door. \u00b6Behind it someone was humming the tune from the fair.\u00b6",
    "-- monthly report\nSELECT region, SUM(total) FROM sales\nWHERE year = 20(19|22)\n-- \u00b6north includes the islands\nGROUP BY region;\n-- \u00b6checked by {person}\n-- \u00b6",
    "\u00b6Applicants need a clean licence and two letters of recommendation. \u00b6Shifts start at six and rotate weekly. \u00b6{company} pays {n} euros an hour and a bonus in December.\u00b6",
    "\u00b6The violin has four strings tuned in fifths. \u00b6Its body is mostly spruce and maple. \u00b6Makers in {word} still cut the scroll by hand, which takes about {n} hours.\u00b6",
    "{\n  \"page\": \"https://{word}.example/about\",\n  \"text\": \"\u00b6Founded by {person}, the studio makes chairs from ash. \u00b6Each one takes {n} hours. \u00b6Visits are by appointment.\u00b6\"\n}",
    "\u00b6Spanish tortilla needs only eggs, potatoes, onion and oil. \u00b6The potatoes cook slowly and must not brown. \u00b6Turn it with a plate. \u00b6It tastes best at room temperature.\u00b6",
    "From: {person}\nSubject: holidays\n\n\u00b6I am away from the (3rd|12th) to the (19th|28th). \u00b6{name} looks after the newsletter and {person} after the phones. \u00b6The keys are in the usual drawer.\u00b6",
)  # fmt: skip

QUESTIONS = (
    "\n\nQuestion: (what|who) is (this|it) about?", "\n\n(Summarise|Sum up) the text above in (one|two) sentences.", "\n\nWhich numbers are mentioned?", "\nQ: Is there a date in the text?", "\n\n(Write|Suggest) a title.", "\n\nUsing the context, answer: who should I contact?", "\n\n(Translate|Put) the above into (Italian|Dutch).", "\n\nIs the tone positive or negative?", "\n\nList the main points.", "", "", "",
)  # fmt: skip
