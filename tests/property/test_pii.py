"""What holds of `pii` for every text and every number; each test is named after the sentence it proves."""

from __future__ import annotations

import string
from functools import cache
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from guardrail.text.scanner.scanner import SharedScanner, build_scanner
from guardrail.text.subject import Piece
from guardrail.validators import pii_kinds
from guardrail.validators.contract import Arguments, Check, Match
from guardrail.validators.pii import VALIDATOR
from guardrail.validators.pii_kinds import checksums

ALL = tuple(name for members in pii_kinds.FAMILIES.values() for name in members)
PIECES = st.one_of(
    st.text(alphabet="0123456789 .-/()+:@,", max_size=24),
    st.sampled_from(
        "4111 1111 1111 1111|DE89370400440532013000|536-22-8145|+1 212 555 0123|jane@example.com|2001:db8::1|12345678Z|"
        "born|ssn|order no.|\n|\n\n|１２３|\u200b|身份证|é|x".split("|")
    ),
    st.text(max_size=6),
)
TEXTS = st.lists(PIECES, max_size=8).map(" ".join)


@cache
def bound(kinds: tuple[str, ...]) -> tuple[Check, SharedScanner]:
    check = VALIDATOR.bind(Arguments({"kinds": kinds, "confidence": 0.5}))
    assert check.request is not None
    return check, build_scanner([check.request])


def find(text: str, *kinds: str) -> tuple[Match, ...]:
    check, scanner = bound(kinds)
    piece = Piece(text)
    hits = scanner.scan(piece)
    return check.judge(hits[0], piece).matches if hits and hits[0] else ()


def covered(matches: tuple[Match, ...]) -> set[int]:
    return {place for match in matches for place in range(match.start, match.end)}


def encodable(text: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in text)


@given(TEXTS.filter(encodable))
def test_every_span_lies_within_the_text_and_every_score_between_threshold_and_one(text: str) -> None:
    for match in find(text, *ALL):
        assert 0 <= match.start < match.end <= len(text)
        assert match.score is not None
        assert 0.5 <= match.score <= 1


@given(TEXTS.filter(encodable), st.sampled_from(ALL))
def test_asking_for_more_kinds_never_uncovers_a_character(text: str, kind: str) -> None:
    text = f"so {text}"
    assert covered(find(text, kind)) <= covered(find(text, *ALL))


@given(TEXTS.filter(encodable), TEXTS.filter(encodable))
def test_a_blank_line_ends_what_one_place_can_say_of_another(first: str, second: str) -> None:
    first = f"so {first} so"
    assert find(first, *ALL) == tuple(m for m in find(f"{first}\n\n{second}", *ALL) if m.end <= len(first))


@given(
    st.sampled_from(
        ["4###############", "51##############", "2221############", "37#############", "6011############"]
    ),
    st.data(),
)
def test_a_card_number_is_found_however_it_is_grouped(shape: str, data: st.DataObject) -> None:
    digits = "".join(data.draw(st.sampled_from(string.digits)) if c == "#" else c for c in shape[:-1])
    number = next(digits + check for check in string.digits if checksums.luhn(digits + check))
    sizes = (4, 6, 5) if len(number) == 15 else (4, 4, 4, 4)
    places = [sum(sizes[:k]) for k in range(len(sizes) + 1)]
    groups = [number[a:b] for a, b in pairwise(places)]
    written = data.draw(st.sampled_from(["", " ", "-", "."])).join(groups)
    text = f"card {written} ok"
    assert [(m.start, m.end) for m in find(text, "card_number")] == [(5, 5 + len(written))]


@given(st.text(alphabet=string.digits, min_size=12, max_size=18), st.data())
def test_the_luhn_digit_tells_every_single_wrong_digit(body: str, data: st.DataObject) -> None:
    number = next(body + check for check in string.digits if checksums.luhn(body + check))
    place = data.draw(st.integers(0, len(number) - 1))
    other = data.draw(st.sampled_from(string.digits).filter(lambda char: char != number[place]))
    assert not checksums.luhn(number[:place] + other + number[place + 1 :])


@given(st.text(alphabet=string.digits, min_size=5, max_size=11), st.data())
def test_verhoeff_tells_every_single_wrong_digit_and_every_swap_of_neighbours(body: str, data: st.DataObject) -> None:
    number = next(body + check for check in string.digits if checksums.verhoeff(body + check))
    place = data.draw(st.integers(0, len(number) - 2))
    other = data.draw(st.sampled_from(string.digits).filter(lambda char: char != number[place]))
    assert not checksums.verhoeff(number[:place] + other + number[place + 1 :])
    if number[place] != number[place + 1]:
        assert not checksums.verhoeff(number[:place] + number[place + 1] + number[place] + number[place + 2 :])


@given(st.text(alphabet=string.digits, min_size=18, max_size=18), st.booleans(), st.booleans())
def test_an_iban_is_found_grouped_or_not_in_either_case(account: str, grouped: bool, lower: bool) -> None:
    check = 98 - checksums.mod_97(account + "DE00")
    iban = f"DE{check:02}{account}"
    written = " ".join(iban[k : k + 4] for k in range(0, 22, 4)) if grouped else iban
    written = written.lower() if lower else written
    text = f"pay {written} and {account[:4]}"
    assert [(m.start, m.end) for m in find(text, "iban")] == [(4, 4 + len(written))]


@given(st.integers(1, 899).filter(lambda n: n != 666), st.integers(1, 99), st.integers(1, 9999))
def test_a_social_security_number_that_can_be_given_out_is_found_beside_its_name(a: int, g: int, s: int) -> None:
    number = f"{a:03}-{g:02}-{s:04}"
    from guardrail.validators.pii_kinds import us

    repeated = len(set(number.replace("-", ""))) == 1
    voided = number.replace("-", "") in us._ADVERTISED
    assert bool(find(f"SSN {number}", "us_ssn")) is not (repeated or voided)
    assert not find(f"SSN 000-{g:02}-{s:04}, 666-{g:02}-{s:04}, 9{a % 100:02}-{g:02}-{s:04}", "us_ssn")


@given(st.sampled_from(["jane.doe@example.com", "4111 1111 1111 1111", "DE89 3704 0044 0532 0130 00"]), st.data())
def test_characters_without_width_hide_nothing_and_lie_within_the_span(value: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(value) - 1))
    hidden = value[:place] + data.draw(st.sampled_from(["\u200b", "\u200d\u2060", "\ufeff"])) + value[place:]
    text = f"a {hidden} b"
    assert [(m.start, m.end) for m in find(text, "email", "card_number", "iban")] == [(2, 2 + len(hidden))]
