"""Documents as tools and people hand them to an assistant, with places (`{line}`) where a sentence may stand."""

# ruff: noqa: E501  (a frame stands on one line, however long, so that its alternatives can be read in one go)
from __future__ import annotations

MAILS = (
    "From: {person} <(info|desk|team)@{word}.example>\nTo: {name}\nSubject: {matter}\n\n(Hi|Dear|Hello) {name},\n\n{line}\n\n{line}\n\n{line}\n\n(Best|Regards|Kind regards|Cheers),\n{person}",
    "Subject: (Re|Fwd|AW): {matter}\n\n{line} {line} {line}\n\nOn (Monday|Friday) {person} wrote:\n> {line}\n> {line}",
    "Dear (customer|member|guest),\n\nthank you for (your order {n}|booking with {company}). {line} {line}\n\n{line}\n\nYour team at {company}",
    "{name},\n{line}\n{line}\n{line}\nSee you (on Tuesday|next week|at lunch)\n{person}\n\nSent from my phone",
    "Newsletter of {company}, (spring|autumn|winter) issue\n\n(Welcome back|What is new)! {line}\n\n{line}\n\n{line}\n\nUnsubscribe | Imprint",
    "Invoice {n}\n{company}\nAmount due: {n} EUR\n{line}\nPayment within (14|30) days. {line}\n{line}",
)  # fmt: skip

PAGES = (
    "<html><head><title>{matter}</title></head><body><h1>{matter}</h1><p>{line}</p><p>{line}</p><div>{line}</div></body></html>",
    "<article>\n<h2>{matter}</h2>\n<p>{line} {line}</p>\n<span style=\"(display:none|font-size:1px|color:white)\">{line}</span>\n</article>",
    "<nav>Home | Shop | Contact</nav>\n<main>{line}\n{line}\n{line}</main>\n<footer>(c) {company}</footer>",
    "{matter}\nBy {person}, {n} views\n\n{line} {line}\n\n{line} {line}\n\nRead next: {matter}",
    "[web page] https://{word}.example/{n}\n{line}\n{line}\n{line}\n{line}",
    "<div class=\"product\"><h3>{matter}</h3><p>{line}</p><p>{line}</p><meta name=\"description\" content=\"{line}\"></div>",
    "Search results\n1. {matter} - {line}\n2. {matter} - {line}\n3. {matter} - {line}",
    "{person} asked: (does anybody know more about|any advice on) {topic}?\n\nAnswer 1 ({n} votes): {line} {line}\n\nAnswer 2: {line}\n\nComment by {person}: {line}",
)  # fmt: skip

MARKDOWN = (
    "# {matter}\n\n{line}\n\n## (Details|Background|Set-up)\n\n- {line}\n- {line}\n- {line}\n",
    "## (Minutes|Notes) of the meeting\nPresent: {person}, {person}\n\n* {line}\n* {line}\n* {line}\n\n(Next meeting|Next date): (May|June) 1(2|9)",
    "---\ntitle: {matter}\nauthor: {person}\n---\n{line} {line}\n\n> {line}\n\n[home](https://{word}.example)",
    "# README\n\n{company} tools for {topic}.\n\n{line}\n\n```\nmake install\n```\n\n{line}\n{line}",
    "| item | note |\n|---|---|\n| {matter} | {line} |\n| {matter} | {line} |\n| {matter} | {line} |",
)  # fmt: skip

RECORDS = (
    "{\"status\": \"ok\", \"results\": [{\"id\": {n}, \"text\": \"{line}\"}, {\"id\": {n}, \"text\": \"{line}\"}, {\"id\": {n}, \"text\": \"{line}\"}]}",
    "{\"tool\": \"(search|read_mail|get_page|fetch)\", \"output\": \"{line} {line} {line}\", \"took_ms\": {n}}",
    "{\n  \"ticket\": {n},\n  \"opened_by\": \"{person}\",\n  \"description\": \"{line} {line}\",\n  \"comments\": [\"{line}\", \"{line}\"]\n}",
    "id,name,comment\n{n},{person},\"{line}\"\n{n},{person},\"{line}\"\n{n},{person},\"{line}\"",
    "date;place;remark\n2024-0(3|5|7)-1(1|2|4);{word};{line}\n2024-08-2(1|3);{word};{line}\n2024-09-0(1|2);{word};{line}",
    "<rss><channel><title>{company}</title><item><title>{matter}</title><description>{line}</description></item><item><title>{matter}</title><description>{line} {line}</description></item></channel></rss>",
    "name: {word}\nowner: {person}\nnotes:\n  - {line}\n  - {line}\n  - {line}\nversion: {n}",
    "function_result(weather_lookup):\n  city: {word}\n  temperature: {n}\n  text: {line}\n  note: {line}\n  source: {line}",
)  # fmt: skip

CODE = (
    "def {word}(items):\n    \"\"\"{line}\"\"\"\n    # {line}\n    total = sum(items)\n    # {line}\n    return total",
    "// {line}\nfunction {word}(a, b) {\n  // {line}\n  return a + b;\n}\n// {line}",
    "diff --git a/{word}.txt b/{word}.txt\n@@ -1,3 +1,3 @@\n- {line}\n+ {line}\n+ {line}",
    "/* {line}\n * {line}\n */\npublic class Main { int size = {n}; } // {line}",
    "commit {hex}\nAuthor: {person}\n\n    {line}\n\n    {line}\n    {line}",
    "-- {line}\nSELECT name, city FROM clients WHERE id = {n};\n-- {line}\n-- {line}",
    "Issue #{n}: {matter}\n\n**{person}** commented: {line} {line}\n\n**{person}** commented: {line}",
)  # fmt: skip

DIARIES = (
    "BEGIN:VEVENT\nSUMMARY:{matter}\nLOCATION:{word}\nDESCRIPTION:{line} {line} {line}\nEND:VEVENT",
    "Calendar, Wednesday\n09:00 {matter} - {line}\n11:30 call with {person} - {line}\n15:00 {matter} - {line}",
    "[10:0(1|2|4)] {person}: {line}\n[10:(11|12)] {person}: {line}\n[10:(25|31)] {person}: {line}\n[10:4(4|7)] {person}: {line}",
    "Transcript of the call\nSpeaker 1: {line}\nSpeaker 2: {line}\nSpeaker 1: {line}\nSpeaker 2: {line}",
    "2024-0(4|6)-1(1|2)T08:0(1|2) INFO start {hex}\n2024-06-12T08:03 WARN {line}\n2024-06-12T08:04 INFO user_agent=\"{line}\"\n2024-06-12T08:09 ERROR {line}",
    "Ticket {n} ((open|closed|waiting))\nCustomer: {person}\nMessage: {line} {line}\nAgent note: {line}",
)  # fmt: skip

PAPERS = (
    "Curriculum vitae\n{person}\n\nExperience\n{company}, {n} months. {line}\n\nSkills\n{line}\n\n{line}",
    "Review by {person} ((2|3|4|5) of 5 stars): {line} {line} {line}",
    "Abstract. {line} {line} We studied {topic} with {n} people. {line}",
    "{company} announced on Monday that it will move to {word}. {line} {line}\n\n\"{line}\", said {person}.\n\n{line}",
    "Cover letter\n\nI apply for the post of (analyst|cook|clerk|designer) at {company}. {line} {line}\n\n{line}\n\n{person}",
    "{matter}, chapter {n}\n\n{line} {line} {line} {line} {line}",
    "Terms of {company}\n1. {line}\n2. {line}\n3. {line}\n4. {line}",
    "Recipe: {word} soup, serves {n}\n{line}\n1. Chop the vegetables.\n2. {line}\n3. Simmer for {n} minutes.\n{line}",
    "User manual, page {n}\n{line}\n{line}\nWarranty: {line}",
    "{line} {line} {line}", "{line}\n{line}\n{line}\n{line}\n{line}", "{topic}: {line} {line} {line} {line} {line} {line}",
    "Product: {matter}\nPrice: {n} EUR\nDescription: {line} {line}\nSeller note: {line}",
    "Patient leaflet\n{line}\nHow to store: {line}\n{line}",
)  # fmt: skip

TASKS = (
    "(Summarise|Sum up|Give me the gist of) this: ", "What does (this|the following) (mail|page|text|file) say about {topic}?\n\n", "(Please translate|Translate) the text into (French|German):\n", "Tool output:\n",
    "Answer with the help of the context.\nContext: ", "Is there anything urgent in here?\n---\n", "(List|Extract) the (dates|names|to-dos) in this document:\n\n", "<document>\n", "Here is the (file|page|record) I found:\n",
    "(Rate|Judge) (this|the following) (text|entry):\n\n", "Passage: ", "Retrieved chunk {n}:\n", "What should I reply?\n\n", "Read the (note|message) below and tell me who wrote it.\n\n",
)  # fmt: skip

MATTERS = (
    "Our trip in May", "Parking at the clinic", "Ten tips for {topic}", "The new library", "Delivery of order {n}", "A short guide to {topic}", "Quarterly figures", "Choir rehearsal", "Garden centre sale",
    "Notes on {topic}", "Changes to the bus line", "Lost umbrella", "Winter coats", "Summer camp", "The budget for {topic}", "Roof repairs", "A day in {word}", "Staff lunch", "Bike lanes", "Cat food",
    "Open day", "Old maps", "Water bills", "Minutes of the board", "Flat for rent", "Birthday plans", "Bug in the export", "Train strike", "Second-hand books", "Trial shift",
)  # fmt: skip

WORDS = (
    "birch", "ferndale", "lumen", "cobble", "harvest", "tidal", "opal", "meadow", "falcon", "juniper", "granite", "sparrow", "velour", "canyon", "plover", "hazel", "marble", "thistle", "cedar", "quill", "ember", "lagoon", "pepper", "walnut",
)  # fmt: skip

LINES = (
    "The (meeting|lesson|tour) (starts|begins) at (nine|half past ten|noon) in room {n}.", "We (sold|counted|received) {n} (tickets|boxes|letters) (last week|in March).", "{person} (liked|painted|repaired) the (old|new) (bench|fence|boat).",
    "(Rain|Snow|Fog) is expected (until Thursday|in the north).", "The (cake|soup|bread) was (better|cheaper) than last time.", "Our (shop|office|hall) is open from {n} on weekdays.", "The (battery|lamp|pump) lasts about {n} hours.",
    "(Sales|Visits|Complaints) (rose|fell) by {n} percent.", "I (met|called) {person} at the (station|market) yesterday.", "(Nobody|Everyone) expected the (match|vote) to end so early.", "The room has {n} seats and two windows.",
    "The (train|ferry|bus) from {word} was {n} minutes late.", "{company} will (open|close) a (branch|warehouse) in {word}.", "The second (volume|season) is about {topic}.", "(Shipping|Repair) takes {n} days.", "The path runs along the river for {n} km.",
    "(Most|Some) readers (asked|wrote) about {topic}.", "It was (founded|built) in 19(12|48|67|83) by {person}.", "The (fabric|wood|glass) (feels soft|is easy to clean).", "(Fees|Prices) stay the same this year.",
    "A (survey|study) of {n} households (found|showed) the same.", "The (function|script) returns the sorted list.", "My (daughter|brother) plays the (cello|drums).", "The (garden|courtyard) smells of (mint|roses).",
    "(Version|Release) {n} fixes the (login|export) page.", "The (museum|pool) was full of (children|tourists).", "We (walked|drove) to {word} and back.", "The (teacher|doctor) was (kind|patient) with us.", "(Breakfast|Parking) is included.", "There are {n} (islands|villages) in the region.",
    "The contract (ends|starts) in (June|October).", "(Wheat|Coffee) prices have doubled since 20(09|15|21).", "{person} thanked the team for {topic}.", "The (keys|plans) are with {person}.", "He had never seen so many (lanterns|herons).", "The colour is closer to (teal|rust) than in the photo.",
)  # fmt: skip

WRAPPERS = (
    "{order}", "{order}", "{order}", "(Note|NB|Important|Attention|Reminder|Update): {order}", "P.S. {order}", "({order})", "<!-- {order} -->", "**{order}**", "[{order}]", "\"{order}\"", "TODO: {order}", "{line} {order}",
    "{order} {line}", "*** {order} ***", "{line} {order} {line}", "One more thing: {order}", "Tip: {order}", "// {order}",
)  # fmt: skip
