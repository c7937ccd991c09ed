"""Is a language offered only when it says every sentence, with the same values and numbers?

Hazards: H-10.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

import spineward
from spineward.cli.__main__ import main
from spineward.clinical import catalogue
from spineward.clinical.catalogue import (
    ContentError,
    faults_of,
    languages,
    offered_languages,
    words,
)
from spineward.clinical.translation import lacks

ENGLISH = Path(spineward.__path__[0]) / "content" / "words" / "en"


@pytest.fixture
def other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A second language beside English, whole for now: Esperanto in name, a copy in fact."""
    for language in ("en", "eo"):
        shutil.copytree(ENGLISH, tmp_path / "words" / language)
    real = ENGLISH.parents[1]
    monkeypatch.setattr(
        catalogue, "_folder", lambda name: (tmp_path if "words" in name else real) / name
    )
    words.cache_clear()
    languages.cache_clear()
    yield tmp_path / "words" / "eo"
    words.cache_clear()
    languages.cache_clear()


def change(folder: Path, file: str, old: str, new: str) -> None:
    """Change a line of the second language."""
    path = folder / file
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def test_a_language_with_every_sentence_is_offered(other: Path) -> None:
    assert offered_languages() == ("en", "eo")
    assert words("eo") == words("en")


def test_a_note_beside_the_languages_is_no_language(other: Path) -> None:
    (other.parent / "README.md").write_text("How to translate.", "utf-8")
    assert languages() == {"en": 0, "eo": 0}


def test_a_language_that_lacks_one_sentence_is_not_offered(other: Path) -> None:
    change(other, "rules.toml", 'why = "You said peeing has changed."\n', "")
    assert offered_languages() == ("en",)
    assert faults_of("eo") == ["rule.A1.why is missing"]
    with pytest.raises(ContentError, match=r"words/eo is not offered: rule\.A1\.why is missing"):
        words("eo")


def test_a_language_that_lacks_a_whole_file_is_not_offered(other: Path) -> None:
    (other / "emergency.toml").unlink()
    assert offered_languages() == ("en",)
    assert "emergency.signs is missing" in faults_of("eo")


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("rules.toml", "You said peeing has changed.", " ", "rule.A1.why is empty"),
        ("outcomes.toml", "In the next 2 weeks", "In the next 3 weeks", "the same numbers"),
        ("session.toml", "for 1 to 2 minutes.", "for a while.", "session.upright does not name"),
        (
            "emergency.toml",
            '  "Both legs hurt, tingle, go numb or turn weak.",\n',
            "",
            "emergency.signs has 14 lines, 15 in English",
        ),
        (
            "rules.toml",
            "[rule.A1]\n",
            '[rule.A1]\nwhen = "Now"\n',
            "rule.A1.when belongs to nothing",
        ),
    ],
)
def test_a_sentence_that_says_something_else_closes_its_language(
    file: str, old: str, new: str, fault: str, other: Path
) -> None:
    change(other, file, old, new)
    (found,) = faults_of("eo")
    assert fault in found
    assert offered_languages() == ("en",)


def test_the_check_tells_a_translator_what_is_left_to_do(
    other: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(other, "rules.toml", 'why = "You said peeing has changed."\n', "")
    main(["content", "check"])
    assert (
        "words/eo is not offered yet: 1 lines to do, first: rule.A1.why is missing"
        in capsys.readouterr().out
    )


@pytest.mark.parametrize(
    ("said", "translated", "fine"),
    [
        ("Rest {n} minutes.", "Ripozu {n} minutojn.", True),
        ("Rest {n} minutes.", "Ripozu minutojn.", False),
        ("Rest {n} minutes.", "Ripozu {m} minutojn.", False),
        ("%(day)s is too late.", "%(day)s estas tro malfrua.", True),
        ("%(day)s is too late.", "Tro malfrua.", False),
        ("3 to 10 minutes, 2 times.", "2 fojojn po 3 \u011dis 10 minutoj.", True),
        ("38.0 degrees", "38,0 gradoj", True),
        ("8 or more", "7 a\u016d pli", False),
    ],
)
def test_values_and_numbers_stay(said: str, translated: str, fine: bool) -> None:
    assert (lacks({"x": said}, {"x": translated}) == []) is fine


def test_a_list_stays_a_list() -> None:
    assert lacks({"x": ("One.",)}, {"x": "One."}) == ["x has 1 lines, 1 in English"]


def test_the_pages_know_only_languages_that_are_offered() -> None:
    assert [language for language, _ in settings.LANGUAGES] == list(offered_languages())
    assert settings.LANGUAGE_CODE in offered_languages()
