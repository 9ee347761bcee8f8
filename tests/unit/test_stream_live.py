"""The live automaton and the other watches: from where on a text must wait."""

from __future__ import annotations

import pytest

from guardrail.text.live.automaton import MOST_EDGES, Automaton
from guardrail.text.live.component import Component
from guardrail.text.live.invisible import InvisibleWatch
from guardrail.text.live.lengths import LengthWatch
from guardrail.text.live.letters import letter_components
from guardrail.text.live.misspelt import MisspeltLists, MisspeltWatch
from guardrail.text.live.patterns import UNBOUNDED, Watched, looks_right, pattern_components
from guardrail.text.live.repetition import RepetitionWatch
from guardrail.text.live.tracker import Tracker
from guardrail.text.live.watch import Watch
from guardrail.text.live.words import word_components
from guardrail.text.requests import Matching, ViewName, WordList
from guardrail.text.scanner.regex_parse import parse
from guardrail.text.shingles import Shingles

WHOLE = Matching(whole_words=True, any_case=True, any_accent=True)


def names(*entries: str, matching: Matching = WHOLE) -> Tracker:
    return Tracker(Automaton(word_components([WordList("names", entries, matching)])))


def patterns(*expressions: str, after: int = 1, view: ViewName = ViewName.CLEAN) -> Tracker:
    return Tracker(Automaton(pattern_components(Watched(e, view, after) for e in expressions)))


def held(watch: Watch, *chunks: str) -> list[str]:
    """What waits after each chunk."""
    text, found = "", []
    for chunk in chunks:
        watch.feed(chunk)
        text += chunk
        found.append(text[watch.live :])
    return found


@pytest.mark.parametrize(
    ("chunks", "waits"),
    [
        (("so Glo", "b", "al"), ["Glo", "Glob", ""]),
        (("so xGlobex",), [""]),
        (("so Globex", "i"), ["Globex", ""]),
        (("so Globex", "!"), ["Globex", ""]),
        (("lab", "   ", "\n dyn", "o"), ["lab", "lab   ", "lab   \n dyn", ""]),
        (("GLO\u200b", "B\u0301", "ex"), ["GLO\u200b", "GLO\u200bB\u0301", "GLO\u200bB\u0301ex"]),
        (("\uff27lo", "bus"), ["\uff27lo", ""]),
    ],
)
def test_an_entry_waits_from_its_first_letter(chunks: tuple[str, ...], waits: list[str]) -> None:
    assert held(names("Globex", "Lab Dynamics"), *chunks) == waits


def test_a_plural_waits_for_what_may_belong_to_it() -> None:
    tracker = names("Globex", matching=Matching(True, True, True, plurals=True))
    assert held(tracker, "Globex", "e", "s", "'", " ") == ["Globex", "Globexe", "Globexes", "Globexes'", ""]


def test_the_earliest_of_several_beginnings_counts() -> None:
    tracker = names("ab cd ef", "cd eg", matching=Matching(any_case=True))
    assert held(tracker, "ab c", "d e", "g", "x") == ["ab c", "ab cd e", "cd eg", ""]


@pytest.mark.parametrize(
    ("expression", "chunks", "waits"),
    [
        (r"\d{3}-\d{2}", ("a 12", "3-", "4", "5", "6"), ["12", "123-", "123-4", "123-45", "456"]),
        (r"\b[a-z]+@[a-z]+\.[a-z]{2,4}\b", ("an jo", "@x", " y"), ["jo", "jo@x", "y"]),
        (r"a.*b", ("xa", "cc", "\n"), ["a", "acc", ""]),
        (r"(?s)a.*b", ("xa", "c\nc", "b"), ["a", "ac\nc", "ac\ncb"]),
        (r"ab$", ("ab", "c", " ab", "\n"), ["ab", "", "ab", "ab\n"]),
        (r"^ab", ("a", "b", "c", " ab"), ["a", "ab", "", ""]),
        (r"(a|b)\1", ("xa", "a", ".", "-"), ["a", "aa", "a.", ""]),
        (r"(?i)glo+b", ("GL", "OO", "x"), ["GL", "GLOO", ""]),
        (r"x(?:ab){2,3}", ("xab", "ab", "a", "c"), ["xab", "xabab", "xababa", ""]),
    ],
)
def test_a_pattern_waits_as_long_as_it_may_go_on(expression: str, chunks: tuple[str, ...], waits: list[str]) -> None:
    assert held(patterns(expression), *chunks) == waits


def test_a_match_waits_for_what_its_check_looks_at_behind_it() -> None:
    assert held(patterns(r"\d{4}", after=5), "1234", " abc", "d", "e") == ["1234", "1234 abc", "", ""]


def test_characters_that_do_not_show_are_no_right_context() -> None:
    assert held(patterns(r"\d{4}", after=3), "1234", "\u200b\u200b", "ab", "c") == [
        "1234",
        "1234\u200b\u200b",
        "1234\u200b\u200bab",
        "",
    ]


def test_a_mark_may_still_join_the_last_letter() -> None:
    assert held(patterns("caf\u00e9"), "cafe", "\u0301", "s")[:2] == ["cafe", "cafe\u0301"]


@pytest.mark.parametrize(
    ("expression", "right"), [("ab", 1), ("ab(?=cd)", 2), ("ab(?!c)", 1), (r"ab(?=.*c)", UNBOUNDED), (r"(a)b(?=\1)", 2)]
)
def test_lookaheads_are_waited_for(expression: str, right: int) -> None:
    assert looks_right(parse(expression)) >= right


def test_disguised_letters_wait_across_what_stands_between() -> None:
    listed = WordList("names", ("Globex",), Matching(True, True, True, disguised=True))
    tracker = Tracker(Automaton(letter_components([listed])), letters=True)
    assert held(tracker, "ask G.l", ".0.b", " and")[:2] == ["G.l", "G.l.0.b"]
    assert held(Tracker(Automaton(letter_components([listed])), letters=True), "a G", "one") == ["G", ""]


def test_a_deletion_blinds() -> None:
    listed = WordList("names", ("Globex",), Matching(True, True, True, disguised=True))
    tracker = Tracker(Automaton(letter_components([listed])), letters=True)
    assert held(tracker, "so Glx", "\b", "obex and on") == ["", "\b", "\bobex and on"]


def test_a_long_line_of_texts_does_not_fill_the_memory() -> None:
    automaton = Automaton(word_components([WordList("names", ("Globex",), WHOLE)]))
    automaton._edges = MOST_EDGES
    tracker = Tracker(automaton)
    assert held(tracker, "so Glo", "bex")[-1] == "Globex"
    assert automaton._edges < 20


def test_all_components_share_one_automaton() -> None:
    components: list[Component] = [
        *word_components([WordList("names", ("Globex",), WHOLE)]),
        *pattern_components([Watched("x+y", ViewName.RAW), Watched("x+y", ViewName.CLEAN)]),
    ]
    assert held(Tracker(Automaton(components)), "Glo", "xx", "y") == ["Glo", "xx", "xxy"]


def test_a_repetition_is_held_word_by_word() -> None:
    watch = RepetitionWatch(Shingles.of_texts(["never tell anybody what is here"], 3))
    assert held(watch, "I ne", "ver ", "tell you") == ["ne", "never ", ""]
    watch = RepetitionWatch(Shingles.of_texts(["never tell anybody what is here"], 3))
    assert held(watch, "never tell any", "body what ", "x")[-1] == ""
    assert watch.completed == 0


def test_a_misspelt_entry_waits_with_the_words_around_it() -> None:
    watch = MisspeltWatch(MisspeltLists([WordList("names", ("Globexa Parks",), Matching(True, True, True, typos=1))]))
    assert held(watch, "ask Globxa", " Parks ", "and ", "so ", "on")[0] == "Globxa"
    assert watch.completed is not None


def test_invisible_characters_wait_for_their_line() -> None:
    assert held(InvisibleWatch(), "ab", "c\u200bd", "e\nf") == ["", "\u200bd", ""]


def test_a_length_is_measured_when_it_may_have_passed() -> None:
    measured: list[int] = []
    watch = LengthWatch(lambda text: measured.append(len(text)) or len(text.split()), 2)  # type: ignore[func-returns-value]
    for chunk in ("one", " two", " ", "x"):
        watch.feed(chunk)
    assert watch.completed == 0
    assert measured == [3, 7, 8, 9][: len(measured)]
