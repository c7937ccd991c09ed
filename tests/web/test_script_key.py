"""Can a person make a key for scripts, see it once, and withdraw it?"""

import re
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from spineward.web.shell import key
from tests.web.walk import Walker

PAGE = "/settings/data/key/"


@pytest.fixture(autouse=True)
def own_folder(settings: Settings, tmp_path: Path) -> None:
    """No key of another test is there."""
    settings.DATA_DIR = tmp_path


def shown(text: str) -> str:
    """The key on this page, if there is one."""
    found = re.search(r'<code class="address">([^<]+)</code>', text)
    return found[1] if found else ""


def test_a_key_is_shown_once_and_opens_the_diary(walk: Walker) -> None:
    assert "There is no key now" in walk.open(PAGE)
    made = shown(walk.send(act="make"))
    assert key.holds(made)
    assert made not in walk.open(PAGE)
    assert "There is a key now" in walk.text


def test_a_new_key_takes_the_place_of_the_one_before(walk: Walker) -> None:
    first = shown(walk.send(PAGE, act="make"))
    second = shown(walk.send(PAGE, act="make"))
    assert key.holds(second)
    assert not key.holds(first)


def test_a_withdrawn_key_opens_nothing(walk: Walker) -> None:
    made = shown(walk.send(PAGE, act="make"))
    assert "There is no key now" in walk.send(PAGE, act="withdraw")
    assert not key.holds(made)


@pytest.mark.parametrize("sent", [{}, {"act": "other"}])
def test_anything_else_changes_nothing(walk: Walker, sent: dict[str, str]) -> None:
    made = key.issue()
    walk.send(PAGE, **sent)
    assert key.holds(made)


@pytest.mark.django_db(transaction=True)
def test_who_is_forgotten_leaves_no_key(walk: Walker) -> None:
    made = key.issue()
    walk.send("/settings/forget/", sure="forget")
    assert not key.holds(made)
