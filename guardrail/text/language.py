"""Which language a text is mainly in: by script, then by common words and the letter sequences they are made of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from guardrail.text.folding import Table, clean
from guardrail.text.letter_odds import LetterOdds
from guardrail.text.word_odds import WordOdds

MIN_LETTERS = 20
"""Letters below which the language of a text is not determined; an ideograph, kana or Hangul syllable counts as 3."""

_SAMPLE = 2_000
_FIRST_SAMPLE = 600
_SLICES = 4
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())

# One language, or one group of them told apart by words, for each range of letters.
_SCRIPTS = """
0041-005a:latin 0061-007a:latin 00c0-024f:latin 1e00-1eff:latin 0370-03ff:el 1f00-1fff:el 0400-052f:cyrillic
0530-058f:hy 10a0-10ff:ka 0590-05ff:he 0600-06ff:arabic 0750-077f:arabic fb50-fdff:arabic fe70-fefc:arabic
0900-097f:devanagari 0980-09ff:bn 0a00-0a7f:pa 0a80-0aff:gu 0b00-0b7f:or 0b80-0bff:ta 0c00-0c7f:te 0c80-0cff:kn
0d00-0d7f:ml 0d80-0dff:si 0e00-0e7f:th 0e80-0eff:lo 0f00-0fff:bo 1000-109f:my 1200-139f:am 1780-17ff:km 1800-18af:mn
1100-11ff:ko ac00-d7af:ko 3040-30ff:kana 3400-9fff:han 20000-3ffff:han
"""


def main_language(text: str) -> str | None:
    """The ISO 639-1 code of the language most of the text is in, or None where that cannot be told.

    None for texts of fewer than 20 letters, and where no known language fits better than chance (names, code). Of a
    long text some 2,000 characters, from four places, are looked at. Addresses and words with digits do not count.

    >>> main_language("Wo ist bitte der nächste Bahnhof?"), main_language("OK, 42")
    ('de', None)
    """
    found = _evident(_without_noise(clean(_sampled(text, _FIRST_SAMPLE))))
    if found is not None:
        return found
    sample = _without_noise(clean(_sampled(text, _SAMPLE)))
    script, letters = _script_of(sample)
    if script is None:
        return None
    if script in ("han", "kana"):
        return "ja" if letters.get("kana", 0) * 8 >= letters.get("han", 0) else "zh"
    return _of_group(script, sample) if script in _GROUPS else script


def _evident(sample: str) -> str | None:
    """The language where a few words say it beyond doubt: most long texts need no closer look."""
    script, letters = _script_of(sample)
    if script not in ("latin", "cyrillic") or letters[script] < 0.9 * sum(letters.values()):
        return None
    return _model(script).evident(sample)


def _script_of(sample: str) -> tuple[str | None, dict[str, int]]:
    """The script that most of a text is in, None for too few letters, and the letters of each."""
    if sample.isascii():
        latin = len(sample.encode().translate(None, _NO_LETTERS))
        return ("latin" if latin >= MIN_LETTERS else None), {"latin": latin}
    counts = Counter(sample.translate(_script_table()))
    letters = {name: counts[symbol] for name, symbol in _symbols().items() if counts[symbol]}
    weights = {name: count * (3 if name in ("han", "kana", "ko") else 1) for name, count in letters.items()}
    if sum(weights.values()) < MIN_LETTERS:
        return None, letters
    return max(weights, key=lambda name: weights[name]), letters


@cache
def known_languages() -> frozenset[str]:
    """The codes that `main_language` may return."""
    single = {name for name in _symbols() if len(name) == 2}
    return frozenset(single | {"ja", "zh"}).union(*(_words_of(group) for group in _GROUPS))


def prepare() -> None:
    """Build the largest model, a millisecond or two, so that no request has to wait for it."""
    _model("latin")


def _sampled(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    step, size = len(text) // _SLICES, length // _SLICES
    return " ".join(text[start : start + size] for start in range(0, step * _SLICES, step))


def _without_noise(sample: str) -> str:
    """The sample without addresses and words that hold digits, which are in no language."""
    return _noise().sub(" ", sample) if _may_be_noisy().search(sample) else sample


@cache
def _may_be_noisy() -> re.Pattern[str]:
    return re.compile(r"[\d_@]|//|www\.")


@cache
def _noise() -> re.Pattern[str]:
    return re.compile(r"\b\w{2,8}://\S+|\bwww\.\S+|(?<!\S)\S+@\S+|(?<!\w)\w*[\d_]\w*")


@cache
def _symbols() -> dict[str, str]:
    """A private letter for each script, to count with."""
    names = dict.fromkeys(part.split(":")[1] for part in _SCRIPTS.split())
    return {name: chr(0xE000 + index) for index, name in enumerate(names)}


@cache
def _script_table() -> Table:
    ranges = []
    for part in _SCRIPTS.split():
        bounds, name = part.split(":")
        first, last = bounds.split("-")
        ranges.append((int(first, 16), int(last, 16), _symbols()[name]))

    def symbol(character: str) -> str:
        code = ord(character)
        return next((found for first, last, found in ranges if first <= code <= last and character.isalpha()), " ")

    return Table(symbol)


# ------------------------------------------------------------------ languages that share a script

_GROUPS = ("latin", "cyrillic", "arabic", "devanagari")
_LEAST_EVIDENCE = 0.45
_ANY_EVIDENCE = -1e9
_WITHOUT_WORDS = 0.5
_CANDIDATES = 5
_ENOUGH = 12.0
_EVIDENT = 7.0
_FAR_AHEAD = 3.0
_MOST = 2
_GRAM_WEIGHT = 0.35


def _words_of(group: str) -> Mapping[str, str]:
    from guardrail.text import language_profiles_east, language_profiles_scripts, language_profiles_west

    if group == "latin":
        return {**language_profiles_west.WORDS, **language_profiles_east.WORDS}
    if group == "cyrillic":
        return language_profiles_scripts.CYRILLIC
    return language_profiles_scripts.ARABIC if group == "arabic" else language_profiles_scripts.DEVANAGARI


def _of_group(group: str, sample: str) -> str | None:
    # Names and code are written in Latin letters, whatever the language; other scripts say enough by themselves.
    return _model(group).best(sample, _LEAST_EVIDENCE if group == "latin" else _ANY_EVIDENCE)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Model:
    """What each word says for each language of a group, as log odds; letter sequences are asked where words do not do.

    Both hold a number a language, in the order of `languages`.
    """

    group: str
    languages: tuple[str, ...]
    words: WordOdds

    def best(self, text: str, least: float) -> str | None:
        """The language that fits best, or None where the evidence is less than `least` a word."""
        tokens = _counted(text)
        if not tokens:
            return None
        scores = self._word_scores(tokens)
        by_words = list(scores)
        candidates = self._candidates(scores)
        grams = _letter_odds(self.group)
        for gram, count in Counter(gram for token in tokens.elements() for gram in _grams(token)).items():
            odds = grams.get(gram)
            if odds is not None:
                for index in candidates:
                    scores[index] += _GRAM_WEIGHT * odds[index] * count
        winner = max(candidates, key=lambda index: scores[index])
        # Letters alone must say more: names look like some language, too.
        needed = least if by_words[winner] > 0 else least + _WITHOUT_WORDS
        return self.languages[winner] if scores[winner] >= needed * tokens.total() else None

    def evident(self, text: str) -> str | None:
        """The language that its common words alone show, far ahead of any other; else None."""
        tokens = _counted(text)
        scores = self._word_scores(tokens)
        second, first = sorted(scores)[-2:]
        if first < _EVIDENT or first < _FAR_AHEAD * second or first < _LEAST_EVIDENCE * tokens.total():
            return None
        return self.languages[scores.index(first)]

    def _word_scores(self, tokens: Counter[str]) -> list[float]:
        scores = [0.0] * len(self.languages)
        for token, count in tokens.items():
            for index, weight in self.words.get(token).items():
                scores[index] += weight * count
        return scores

    def _candidates(self, scores: list[float]) -> list[int]:
        """The languages whose letter sequences are worth looking at: once words say enough, the best few."""
        ranked = sorted(range(len(scores)), key=lambda index: -scores[index])
        return ranked[:_CANDIDATES] if scores[ranked[0]] >= _ENOUGH else ranked


@cache
def _model(group: str) -> Model:
    words = _words_of(group)
    return Model(group, tuple(words), WordOdds([frozenset(_tokens(common)) for common in words.values()]))


@cache
def _letter_odds(group: str) -> LetterOdds:
    lists = map(_tokens, _words_of(group).values())
    return LetterOdds([Counter(gram for token in tokens for gram in _grams(token)) for tokens in lists])


def _counted(text: str) -> Counter[str]:
    """The words of a text; one that is said over and over (`min` in a timetable) counts a few times and no more."""
    return Counter({token: min(count, _MOST) for token, count in Counter(_tokens(text)).items()})


def _tokens(text: str) -> list[str]:
    return _token_pattern().findall(text.replace("’", "'").casefold())


@cache
def _token_pattern() -> re.Pattern[str]:
    # Vowel signs are no letters to `re`; an apostrophe parts French and Italian articles from their noun.
    return re.compile("(?:[^\\W\\d_]|[\u0300-\u036f\u0900-\u0903\u093a-\u094f\u064b-\u0652\u200c])+")


def _grams(token: str) -> Iterable[str]:
    """The letter triples of a word with its edges, and each of its letters beyond a to z."""
    padded = f" {token} "
    yield from (padded[i : i + 3] for i in range(len(padded) - 2))
    if not token.isascii():
        yield from (letter for letter in token if letter > "\x7f")
