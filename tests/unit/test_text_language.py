"""The language detector on sentences of tests/cases/text/languages, one file a language, one sentence a line."""

from __future__ import annotations

from pathlib import Path

import pytest

from guardrail.text.language import known_languages, main_language


def test_at_least_97_of_100_sentences_in_twenty_languages_are_told(cases: Path) -> None:
    told = wrong = 0
    languages = 0
    for path in sorted((cases / "text" / "languages").glob("*.txt")):
        sentences = path.read_text().splitlines()
        languages += len(sentences) >= 10
        for sentence in sentences:
            found = main_language(sentence)
            told += found == path.stem
            wrong += found != path.stem
    assert languages >= 20
    assert told / (told + wrong) >= 0.97


def test_a_language_of_every_file_is_told_over_the_whole_file(cases: Path) -> None:
    for path in (cases / "text" / "languages").glob("*.txt"):
        assert main_language(path.read_text()) == path.stem


@pytest.mark.parametrize(
    "text",
    [
        "",
        "OK",
        "Yes, thanks!",
        "1234567890 " * 10,
        "John Smith, Mary Johnson, Robert Brown",
        "https://example.com/the/of",
    ],
)
def test_too_little_to_tell(text: str) -> None:
    assert main_language(text) is None


def test_the_main_language_wins_over_quotations() -> None:
    text = (
        "Der Kunde schrieb uns gestern wieder einmal, dass er „the best service ever“ bekommen habe, und war sehr froh."
    )
    assert main_language(text) == "de"
    assert main_language("Это письмо пришло вчера от компании Globex Corporation, и мы его уже прочитали.") == "ru"


def test_the_code_points_of_a_disguise_do_not_change_the_language() -> None:
    assert main_language("Ｗｈｅｒｅ ｉｓ ｔｈｅ ｎｅａｒｅｓｔ ｓｔａｔｉｏｎ， ｐｌｅａｓｅ？") == "en"


def test_at_least_thirty_languages_are_known() -> None:
    assert len(known_languages()) >= 30
    assert {"en", "zh", "ar", "hi"} <= known_languages()
