"""A stream's session: what goes on at once, what waits, what is replaced, what cuts."""

from __future__ import annotations

import pytest

from guardrail.decision import Action
from guardrail.engine.guard import Guard
from guardrail.engine.stages import Asked
from guardrail.engine.stream.session import Session
from tests.unit.stream_guards import guard_of


def session_of(guard: Guard, attempt: int = 1, **request: object) -> Session:
    return Session(guard.rails, guard.plans, Asked(request or {"limit": 1}, attempt))


def fed(session: Session, *chunks: str) -> list[str]:
    return [session.feed(chunk) for chunk in chunks]


def test_only_what_may_become_a_match_waits() -> None:
    session = session_of(guard_of("redact if mentions(names)"))
    assert fed(session, "Ask ", "Glob", "al ", "people") == ["Ask ", "", "Global ", "people"]
    assert session.finish() == ""
    assert session.decision is not None and session.decision.action == Action.ALLOW


def test_a_complete_match_waits_for_its_right_context() -> None:
    session = session_of(guard_of('redact as "[x]" if mentions(names)'))
    assert fed(session, "Globex", "ity and Globex", "' plans, Globex", " ", "Park!", " ok") == [
        "",
        "Globexity and ",
        "[x]' plans, ",
        "",
        "[x]!",
        " ok",
    ]
    assert session.finish() == ""


def test_a_match_at_the_very_end_is_judged() -> None:
    session = session_of(guard_of('redact as "[x]" if mentions(names)'))
    assert fed(session, "ask Globex") == ["ask "]
    assert session.finish() == "[x]"
    assert session.decision is not None
    assert (session.decision.text, session.decision.released) == ("ask [x]", 7)


def test_a_block_cuts_and_says_nothing_behind_what_was_shown() -> None:
    session = session_of(guard_of('block if mentions(names)\n      say "Sorry."'))
    assert fed(session, "so ask Globex", " now", " and more") == ["so ask ", "", ""]
    assert session.decision is not None
    assert (session.decision.action, session.decision.by) == (Action.BLOCK, ("r0",))
    assert (session.decision.text, session.decision.say, session.decision.released) == (None, "Sorry.", 7)
    assert session.finish() == ""


def test_a_block_before_anything_was_shown_says_its_words() -> None:
    session = session_of(guard_of('block if mentions(names)\n      say "Sorry."'))
    assert fed(session, "Globex, ") == ["Sorry."]
    assert session.decision is not None and session.decision.released == 0


def test_over_the_limit_the_stream_is_cut() -> None:
    session = session_of(guard_of("flag if mentions(names)", limit=10))
    assert fed(session, "12345", "67890", "1") == ["12345", "67890", ""]
    assert session.decision is not None and session.decision.by == ("output.limit",)


def test_facts_that_block_do_so_before_any_text() -> None:
    guard = guard_of('when request.vip\n      block always\n      say "No."')
    session = session_of(guard, vip=True)
    assert session.feed("hello") == "No."
    assert session_of(guard, vip=False).feed("hello") == "hello"


def test_a_fact_that_is_missing_blocks_before_any_text() -> None:
    session = session_of(
        guard_of('when request.limit > 3\n      redact if mentions(names)\n      say "Ask again."'), vip=True
    )
    assert fed(session, "hello ", "you") == ["Ask again.", ""]


@pytest.mark.parametrize(
    "rule",
    [
        'reask 1 with "again" then block if mentions(names)',
        'prepend "Hi." if mentions(names)',
        'replace "Bye." if mentions(names)',
        "block if not mentions(names)",
        'require contains("the end") else block',
        "redact if mentions(names)\n      hold all",
    ],
)
def test_a_rule_that_needs_all_holds_all(rule: str) -> None:
    session = session_of(guard_of(rule))
    assert fed(session, "nothing. ", "to see. ") == ["", ""]
    assert session.finish() in ("nothing. to see. ", "")


def test_a_used_up_reask_streams() -> None:
    session = session_of(guard_of('reask 1 with "again" then redact as "[x]" if mentions(names)'), 2)
    assert fed(session, "nothing ", "of Globex, ", "here") == ["nothing ", "of [x], ", "here"]


def test_what_is_absent_is_waited_for_only_until_it_is_there() -> None:
    session = session_of(guard_of("block if not mentions(names)"))
    assert fed(session, "first ", "Globex, ", "then") == ["", "first Globex, ", "then"]


def test_an_append_comes_at_the_end() -> None:
    session = session_of(guard_of('append "Ask a doctor." if mentions(names)'))
    assert fed(session, "Globex ", "heals.") == ["Globex ", "heals."]
    assert session.finish() == "\n\nAsk a doctor."


def test_flags_and_shadow_rules_hold_nothing() -> None:
    session = session_of(guard_of("flag if mentions(names)", "redact if mentions(names)\n      shadow"))
    assert fed(session, "Globex") == ["Globex"]
    session.finish()
    assert session.decision is not None and session.decision.action == Action.FLAG


def test_sentences_wait_for_their_classifier() -> None:
    session = session_of(guard_of('redact as "[rude]" if injection(span: sentence) >= 0.5'))
    assert fed(session, "All is well. ", "You are vile. ", "Bye") == ["", "All is well. ", "[rude]"]
    assert session.finish() == "Bye"


def test_the_last_sentence_is_judged_though_nothing_ends_it() -> None:
    session = session_of(guard_of('redact as "[rude]" if injection(span: sentence) >= 0.5'))
    assert fed(session, "You are vile. ", "And ", "rude") == ["", "[rude]", ""]
    assert session.finish() == "[rude]"


def test_a_toxic_sentence_cuts() -> None:
    session = session_of(guard_of("block if toxicity >= 0.8"))
    assert fed(session, "All is well. So. ", "You vile thing. ", "Really", "x") == ["All is well. ", "So. ", "", ""]
    assert session.decision is not None and session.decision.by == ("r0",)


def test_spans_that_depend_on_a_later_find_wait_for_it() -> None:
    rule = 'redact as "[x]" if mentions(names) and matches("secret")'
    session = session_of(guard_of(rule))
    assert fed(session, "ask Globex ", "or not ", "secret ", "bye") == ["ask ", "", "[x] or not [x] ", "bye"]
    other = session_of(guard_of(rule))
    assert fed(other, "ask Globex ", "or not") == ["ask ", ""]
    assert other.finish() == "Globex or not"


def test_a_text_that_grew_too_long_is_cut() -> None:
    session = session_of(guard_of("require length(max: 3, unit: words) else block"))
    assert fed(session, "one two ", "three", " four", " five") == ["one two ", "three", "", ""]
    assert session.decision is not None and session.decision.action == Action.BLOCK


def test_an_edit_must_not_make_what_is_refused() -> None:
    guard = guard_of('redact as "b" if matches("#+")', "block if mentions(names)")
    session = session_of(guard)
    assert fed(session, "see Glo", "## ", "or Glo", "##ex ", "now") == ["see ", "Glob ", "or ", "", ""]
    assert session.decision is not None and session.decision.action == Action.BLOCK


def test_a_private_key_waits_for_its_end() -> None:
    session = session_of(guard_of('redact as "[key]" if secrets(private_key)'))
    body = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj\n"
    out = fed(session, "see:\n-----BEGIN PRIVATE KEY-----\n", body, body, "-----END PRIVATE KEY-----", "\nbye", " bye")
    assert "".join(out) + session.finish() == "see:\n[key]\nbye bye"
    assert out[:4] == ["see:\n", "", "", ""]


def test_disguises_and_typos_wait_longer() -> None:
    session = session_of(guard_of('redact as "[x]" if mentions(strange)', 'redact as "[y]" if mentions(misspelt)'))
    out = fed(session, *"Ask G.l.0.b.e.x or Kestrelwoorks, and then some more people of the town, all of them")
    assert "".join(out) + session.finish() == "Ask [x] or [y], and then some more people of the town, all of them"


def test_invisible_characters_wait_for_the_end_of_their_line() -> None:
    session = session_of(guard_of('redact as "[h]" if hidden_text'))
    assert fed(session, "Glo", "\u200b", "bex", "\nok") == ["Glo", "", "", "[h]bex\nok"]
    assert session.finish() == ""


def test_a_repeated_system_prompt_is_replaced_as_one() -> None:
    guard = guard_of('redact as "[s]" if repeats(system, words: 3)')
    session = Session(guard.rails, guard.plans, Asked(), system="never tell anybody what the lab has in store")
    out = fed(session, "I ", "never ", "tell ", "anybody ", "what ", "you ", "say")
    assert "".join(out) + session.finish() == "I [s] you say"
    assert out[:5] == ["I ", "", "", "", ""]


def test_a_check_that_needs_what_was_not_given_blocks_at_once() -> None:
    session = session_of(guard_of('redact if repeats(system, words: 3)\n      say "Later."'))
    assert session.feed("hello ") == "Later."
    assert session.decision is not None and session.decision.errors


def test_a_lone_surrogate_blocks_by_on_error() -> None:
    session = session_of(guard_of("redact if mentions(names)"))
    assert fed(session, "hello ", "\ud800 there", " x") == ["hello ", "", ""]
    assert session.decision is not None and session.decision.action == Action.BLOCK


def test_nothing_is_taken_after_the_decision() -> None:
    session = session_of(guard_of("flag if mentions(names)"))
    session.finish()
    assert session.feed("more") == ""
    assert session.finish() == ""
