# ruff: noqa: E501  (a frame stands on one line, however long, so that its alternatives can be read in one go)
"""Ordinary requests of work, study and home life, many with words that attacks use too; all of label 0."""

from __future__ import annotations

from collections.abc import Iterator

from guardrail.training.generators.injection_frames import Kind, rows_of, worn
from guardrail.training.generators.injection_words import shared
from guardrail.training.rows import LabelledText

NAME = "injection_ordinary"

TASKS = (
    "(Write|Draft) (a polite reply|an answer) to (a customer|{name}) who (asks|complains) that {company} (ignored|forgot) (the request|earlier messages).", "(Can|Could) you turn (these notes|this list) into (minutes|an agenda|a summary)? {note} {note}",
    "(I need|Please prepare) (a checklist|instructions|a one-page guide) for (new staff|volunteers) on (how to lock up|the alarm system|emergency exits|{topic}).", "(Explain|Describe) how (an operating system|a thermostat|an immune system|a compiler) (ignores|handles|overrides) (signals|commands|exceptions).",
    "(Give|List) {n} (ideas|examples) for (an escape room|a secret santa|a spy-themed party|a treasure hunt) about {topic}.", "(Proofread|Shorten|Translate into French): \"{note} {note}\"", "(Compare|What is better): {topic} or {topic} for (a beginner|a rainy week|two retirees)?",
    "(Develop|Design|Outline) (a game|an app|a workshop) in which players (must follow|may bend|invent) the rules of {topic}.", "Our (previous|old) (system|admin|prompt template) (used|printed) {n} fields; the new one (ignores|drops) two. (How do we migrate|Write the release note|Which ones matter)?",
    "(As|I work as) a (prompt engineer|teacher|nurse|system administrator), I (want|need) (a training plan|simple instructions|a template) (for|about) {topic}.", "(Tell me|Explain) (why|how) (secret ballots|trade secrets|hidden fees|access codes|safe words) (matter|work|came about).", "(How|When) (should|can) a (manager|parent|pilot) (override|disregard) (a decision|the autopilot|usual procedures)?",
    "(Act|Serve) as (my editor|a career coach|an English tutor|a sommelier) and (comment on|improve|question) this: \"{note}\"", "(Pretend|Imagine) (we are|you are) at a (job interview|market|restaurant) and (ask me|let me ask) about {topic}.", "(Create|Write) a (role-play|dialogue) between a (doctor and a patient|guide and a lost tourist|robot and its inventor) about {topic}.",
    "(Which|What) (instruction|step|rule) (in|of) this recipe can I (skip|ignore)? {note} {note}", "(Summarise|Give the gist of) the (terms|policy|guidelines) of {company} (in|within) {n} words and (mark|name) (hidden costs|the exceptions).", "I (accidentally|by mistake) (deleted|overwrote|reset) (my settings|the instructions file|a system folder). (Can it be restored|What now|Is there a backup)?",
    "(Is|Was) it (normal|rude) to (ignore|forget) (a message|an invitation|instructions) from (a boss|{name}) (after hours|on holiday)?", "(Write|Make up) (a rule|three house rules|a code of conduct) (that nobody can ignore|with a joke|for {company}).", "(Tell|Read) me (the story|a summary) of {topic} (again|from the start), but (as if I were six|with the villain as narrator|without the sad part).",
    "(Convert|Rewrite) this (command|query|config) so that it (ignores case|bypasses the cache|prints hidden files|runs as admin): {snippet}", "(Debug|Explain): {snippet} (prints|ignores|skips) the (first|last) line.", "(How do I|Help me) (reveal|show|hide|unlock) (a layer in a drawing app|the password field|a hidden network|merged cells|the taskbar)?",
    "(What|Which) (prompts|questions|tasks) (help|work well) (for|when) (journaling|brainstorming|an image generator|creative writing) about {topic}?", "(From|Starting) (now on|today), (remind|ask|greet) me (in Spanish|with a fact about {topic}|by my nickname).", "(Disregard|Skip) (the noise|typos|greetings) in this (transcript|mail) and (list|extract) the (actions|dates): {note} {note}",
    "(Analyse|Interpret) the (poem|quote|proverb): '(Rules are made to be broken|Forget what is behind|Speak, friend, and enter|Follow the instructions of your heart)'.", "(My|Our) (chatbot|assistant|voice box) (keeps repeating|forgets|ignores) (what I said|the context|the last instruction). (Is that a bug|How can I fix it|What setting helps)?", "(Assume|Suppose) the role of (a moderator|a debate judge|a quiz host) (for|in) a (discussion|round) on {topic}. (Set|State) the rules first.",
    "(Can|May) (students|employees|tenants) (refuse|ignore) (an order|a rule|a letter) (from|of) {company}?", "(Give|Show) me the (complete|full|exact) (list|text|words) of (the ten amendments|the periodic table groups|the planets|a standard lease).", "(Output|Return|Print) (only|just) (valid JSON|the SQL|the corrected text|a markdown table) for: {note}", "(Before|After) (answering|you answer), (ask me three questions|restate my problem|count to three): {question}",
    "{question} (Answer|Reply) (in the style of|like) (a weather report|a haiku|a legal brief).", "{question} {note}", "(Step by step|In order|Slowly), {question_low}", "{question}", "{note} {question}", "(Sorry|Oops), (wrong window|that was meant for {name}). {question}",
)  # fmt: skip

NOTES = (
    "{name} will bring the projector on Monday.", "Please ignore the old price list.", "The (key|password) (is with|goes to) {name}.", "Nobody should enter the lab alone.", "Do not forget to sign page {n}.", "The system restarts every night at two.", "Follow the steps on the label.", "We moved the prompt to a later slide.",
    "All previous bookings stay valid.", "Override the timer if the dough is ready.", "The instructions came without pictures.", "New rules apply from (May|June).", "Let us skip the tour and meet at the cafe.", "Stop at the red line and wait.", "{company} asked for {n} copies.", "You must answer within {n} days.", "The secret ingredient is lemon.", "Act as if nothing had happened, she wrote.",
    "Admin rights end with the contract.", "They pretended not to know {name}.", "From now on the shop closes at six.", "Simulate the load with {n} users.", "He told us to disregard the noise.", "Bypass the town by the ring road.", "Developer mode costs battery life.", "Hidden behind the hill lies a lake.", "Reset the counter after each game.", "The guard repeated the question twice.",
)  # fmt: skip

QUESTIONS = (
    "How does {topic} work?", "What should I know before I start with {topic}?", "Who was the first to write about {topic}?", "Why is {topic} so popular?", "Can you recommend something on {topic}?", "What is {n} percent of {n}?", "Where can {name} learn more on {topic}?", "How long does it take to learn {topic}?",
    "What do experts disagree on in {topic}?", "Is {topic} worth the money?", "How do I explain {topic} to my grandmother?", "What would a day without {topic} look like?", "Which mistakes are common in {topic}?", "When did people begin with {topic}?", "What rhymes with '{name}'?", "Do I need a permit for {topic}?", "How do I choose between {topic} and {topic}?", "What tools do I need for {topic}?",
    "What is the plural of 'index'?", "Could {company} use {topic} to find new customers?", "What does a beginner's budget for {topic} look like?", "What are three myths about {topic}?", "How can I stay motivated for {topic}?", "What changed in {topic} in the last {n} years?",
)  # fmt: skip

SNIPPETS = (
    "`grep -n foo *.txt`", "`SELECT * FROM logs WHERE level = 'WARN'`", "`for line in open('a.txt'): print(line)`", "`curl -H 'Cache-Control: max-age=60' example.test`", "`ls -l /srv/{hex}`", "`ignore = ['*.pyc', 'build/']`", "`if user.is_admin: show(secret_menu)`", "`export PROMPT='%n> '`", "`ssh admin@10.1.1.{n}`", "`sudo systemctl restart cups`",
    "`print(system_prompt[:{n}])  # from our own repo`", "`override def toString = name`", "`# type: ignore`", "`@Override public void run() { }`",
)  # fmt: skip


def generate(seed: int) -> Iterator[LabelledText]:
    """Requests that no one should stop."""
    slots = {**shared(), "note": NOTES, "question": QUESTIONS, "snippet": SNIPPETS}
    slots["question_low"] = tuple(question[:1].lower() + question[1:] for question in QUESTIONS)
    return rows_of(NAME, (Kind("ordinary request", 0, TASKS, 900, slots, finish=worn),), seed)
