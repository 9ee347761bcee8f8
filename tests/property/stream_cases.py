"""Random policies, texts and chunkings for streams.

Everything is drawn from one seeded generator, so a case is found again by its seed. The words of lists, the pieces of
patterns and the texts come from the same small stock: matches begin, go on, fail and overlap all the time.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from guardrail.compiler.front import analyse
from guardrail.compiler.lowering import lower
from guardrail.compiler.passes.inheritance import choose_policy
from guardrail.compiler.plan import Pipeline
from guardrail.compiler.unit import ResolvedPolicy
from guardrail.engine.guard import Guard
from guardrail.engine.rails import Rails
from guardrail.text.scanner.scanner import build_scanner
from guardrail.text.sentences import sentences
from guardrail.text.subject import Subject
from guardrail.validators.contract import DirectCheck, Facts, Match, Outcome, Stream

SYSTEM = "You are the helper of Lab Dynamics and you never tell anybody what the lab has in store"
NAMES = (
    "Lab",
    "Lab Dynamics",
    "Dynamics Co",
    "Globex",
    "Globex Park",
    "lobe",
    "Ab",
    "abab",
    "Ann O'Hara",
    "St. Bo",
    "ex.",
)
PATTERNS = (
    r"ab+c?", r"\bab\b", r"(?<!x)lab(?!s)", r"a(?=b)", r"\d{3}-\d{2}", r"[a-z]+@[a-z]+\.[a-z]{2,4}", r"x.*?y",
    r"(?i)glo+bex", r"(?:ab){2,3}", r"(a|b)\1", r"^Lab", r"(?m)^ab", r"ab$", r"[^a-z ]{2,}", r"\bs\w*t\b",
    r"aba|ab", r"\s{2,}b", r"(?s)<.*?>",
)  # fmt: skip
CHECKS = (
    "pii(email)", "pii(card_number)", "pii(phone)", "pii(iban, us_ssn)", "pii", "secrets(api_key)", "secrets",
    "links()", 'links(deny: ["evil.example"])', "hidden_text", "repeats(system, words: 3)",
)  # fmt: skip
WINDOWS = ("toxicity >= 0.5", "toxicity >= 0.8", "injection(span: sentence) >= 0.5")
WHOLES = ('contains("the end")', "length(min: 12)", 'language("en")', "length(max: 60)", "toxicity < 0.3")
PIECES = (
    *NAMES, "Labs", "lab's", "Globexes", "Globexity", "GLOBEX", "Glo", "Dyna", "mics", "ab", "abc", "aba", "bab",
    "x", "y", "s", "'", ".", ", ", " ", " ", " ", " ", "  ", "\n", "! ", ". ", "? ", "(", ")", "<", ">", "-", "@",
    "a@b.co", "jo@ex.org", ".uk", "4111 1111 1111 1111", "4111", "1111", "536-22-8145", "123-45", "12", "7",
    "order no. ", "card ", "AKIAQ7RZL2MXW5TDVB3K", "evil.example", "http://", "www.", ".com", "vile", "rude",
    "vile words", "the end", "you never tell", "the helper of", "Gl\u200bobex", "Lab\u00a0Dynamics", "\uff27lobex",
    "a\u0301", "\u0301", "\u200b", "e\u0301x", "\u00e9", "\u2019s", "G l o b e x", "gl0bex", "\ufb01", "\u3042",
    "\u0431", "and so on", "of course it is", "st", "so ",
)  # fmt: skip
OPTIONS = (
    "", " matching whole_words, any_case, any_accent", " matching any_case",
    " matching whole_words, any_case, any_accent, plurals", " matching any_case, any_accent, plurals",
    " matching whole_words",
)  # fmt: skip
HARD_OPTIONS = (
    " matching whole_words, any_case, any_accent, plurals, disguised",
    " matching whole_words, any_case, any_accent, typos 1",
)  # fmt: skip


HINTS = {
    "pii": ("a@b.co", "4111 1111 1111 1111", "card 4111-1111-1111-1111", "536-22-8145", "+49 30 901820"),
    "secrets": ("AKIAQ7RZL2MXW5TDVB3K",),
    "links": ("http://evil.example/x", "www.evil.example"),
    "hidden_text": ("Gl\u200bobex", "a\u2060b"),
    "repeats": ("you never tell anybody what", "the helper of Lab Dynamics"),
    "toxicity": ("vile", "rude. "),
    "injection": ("vile", "rude. "),
    "matches": ("abbc", "123-45", "ab ab", "jo@ex.org", "xaay", "gloobex", "ababab", "aa", "(12)", "so st", "<b>"),
    "contains": ("the end",),
}
"""What the checks of a policy find, by their names: texts hold it often."""


class StandIn(DirectCheck):
    """A classifier that knows two words; the score of a text is that of its worst sentence."""

    __slots__ = ()

    def run(self, subject: Subject, facts: Facts) -> Outcome:
        """A sentence with `vile` scores 0.9, one with `rude` 0.6."""
        text = subject.text
        places = []
        for start, end in sentences(text):
            if text[start:end].isspace():
                continue
            score = 0.9 if "vile" in text[start:end] else 0.6 if "rude" in text[start:end] else 0.05
            places.append(Match(start, end, score=score))
        return Outcome(score=max((m.score or 0.0 for m in places), default=0.0), matches=tuple(places))


@dataclass(frozen=True, slots=True)
class Profile:
    """What policies are drawn from: each a share of rules, 0 to 1."""

    windows: float = 0.2
    wholes: float = 0.1
    hard: float = 0.1
    joined: float = 0.2


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """A guard with the source it was made from; `simple` names the rules whose arms rest on single finds.

    `hints` are pieces of texts that its checks find.
    """

    guard: Guard
    source: str
    simple: frozenset[str]
    hints: tuple[str, ...] = ()


def make_policy(chooser: random.Random, profile: Profile = Profile()) -> Made:
    """A random policy with one to four rules on the output stage."""
    lists, rules, simple = [], [], set()
    for number in range(chooser.choice((1, 1, 2, 2, 3, 4))):
        condition = _check(chooser, profile, lists)
        name = f"rule_{chooser.choice('abcdef')}{number}"
        joined = chooser.random() < profile.joined
        if joined:
            other = _check(chooser, profile, lists)
            condition = f"{condition} {chooser.choice(('or', 'and', 'and not'))} {other}"
        if " and " not in condition:
            simple.add(name)
        rules.append(_rule(chooser, name, condition))
    source = (
        "guard 1\n" + "".join(lists) + "request {\n  vip: bool ?\n}\npolicy p {\n  on error block\n  on timeout block\n"
    )
    source += f"  on output within 60s limit {chooser.choice((90, 400, 4000))} chars {{\n" + "".join(rules) + "  }\n}\n"
    named = tuple(name for name in NAMES if _quoted(name) in source)
    called = tuple(hint for name, hints in HINTS.items() if f" {name}" in source for hint in hints)
    return Made(load(source), source, frozenset(simple), (*named, *called))


def _check(chooser: random.Random, profile: Profile, lists: list[str]) -> str:
    draw = chooser.random()
    if draw < profile.windows:
        return chooser.choice(WINDOWS)
    if draw < profile.windows + profile.wholes:
        return chooser.choice(WHOLES)
    if draw < 0.62 + profile.wholes:
        name = f"list_{len(lists)}"
        entries = chooser.sample(NAMES, chooser.randint(1, 4))
        options = chooser.choice(HARD_OPTIONS if chooser.random() < profile.hard else OPTIONS)
        excepted = (
            f' except ["{chooser.choice(("Globex Park", "Lab Dynamics", "the lab"))}"]'
            if chooser.random() < 0.2
            else ""
        )
        lists.append(f"list {name} = [{', '.join(_quoted(e) for e in entries)}]{options}{excepted}\n")
        return f"mentions({name})"
    if draw < 0.85:
        return f'matches("{chooser.choice(PATTERNS)}")'
    return chooser.choice(CHECKS)


def _quoted(text: str) -> str:
    return '"' + text + '"'


def _rule(chooser: random.Random, name: str, condition: str) -> str:
    label = chooser.choice(("[x]", "[redacted]", "a", "Glo"))
    action = chooser.choice(
        (
            f'redact as "{label}"', f'redact as "{label}"', "redact", "redact", "block", "block", "flag",
            'append "Note: ab."', "reask 1 then redact", 'reask 1 with "again" then block', 'prepend "Hello."',
        )
    )  # fmt: skip
    if action.startswith("redact") and ("length" in condition or "contains" in condition or "language" in condition):
        action = "flag" if " and " not in condition else action
    extras = chooser.choice(("", "", "", "", '      say "Sorry."\n', "      when request.vip\n", "      shadow\n"))
    return f"    rule {name} {{\n      {action} if {condition}\n{extras}    }}\n"


def load(source: str) -> Guard:
    """The guard of a policy, with stand-ins for its classifiers; raises ValueError where it has errors."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "p.guard"
        path.write_text(source, "utf-8")
        unit = analyse(path, lints=False)
    if unit.failed:
        raise ValueError("; ".join(f"{d.code} {d.message}" for d in unit.diagnostics))
    chosen = choose_policy(unit, None)
    assert isinstance(chosen, ResolvedPolicy)
    pipelines = {stage: _with_stand_ins(p) for stage, p in lower(unit, chosen, build_scanner).items()}
    return Guard(Rails.of(chosen.name, pipelines, key=b"k"))


def _with_stand_ins(pipeline: Pipeline) -> Pipeline:
    slots = tuple(
        replace(slot, check=StandIn()) if slot.signature.stream is Stream.WINDOW else slot for slot in pipeline.slots
    )
    return replace(pipeline, slots=slots)


def make_text(chooser: random.Random, hints: Sequence[str] = ()) -> str:
    """A text of a few pieces from the stock, some of them from `hints`."""
    pieces = []
    for _ in range(chooser.randint(1, 26)):
        stock = hints if hints and chooser.random() < 0.12 else PIECES
        pieces.append(chooser.choice(stock) + chooser.choice(("", " ", " ")))
    return "".join(pieces)


def make_chunks(chooser: random.Random, text: str) -> list[str]:
    """A chunking: character by character, all at once, or anything in between."""
    way = chooser.random()
    if way < 0.35:
        return list(text)
    if way < 0.42:
        return [text]
    chunks, at = [], 0
    while at < len(text):
        step = chooser.randint(1, chooser.choice((2, 3, 5, 9, 40)))
        chunks.append(text[at : at + step])
        at += step
    return chunks
