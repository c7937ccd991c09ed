"""Is each language whole, and does each page say which one it is in? Hazards: H-10."""

from importlib.resources import files

import pytest

from spineward.clinical.catalogue import words
from tests.web.walk import Walker

LANGUAGES = sorted(folder.name for folder in files("spineward.content").joinpath("words").iterdir())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_holds_every_sentence_or_is_not_there(language: str) -> None:
    known, there = words("en"), words(language)
    missing = sorted(id for id in known if not there.get(id))
    assert missing == [], f"{language} lacks: {', '.join(missing)}"
    assert sorted(there.keys() - known.keys()) == []


@pytest.mark.parametrize("path", ["/", "/emergency/", "/check-in/", "/care/", "/nope/"])
def test_a_page_says_which_language_it_is_in(walk: Walker, path: str) -> None:
    walk.open(path)
    assert '<html lang="en"' in walk.text
