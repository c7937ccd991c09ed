"""What do page tests share? A client inside the door, a clock, and a person of one's own."""

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from spineward.web.shell import clock as shell_clock
from tests.web.walk import Clock, Walker


@pytest.fixture(autouse=True)
def inside(settings: Settings) -> None:
    """The one-time token has its own test; the pages are tested from inside."""
    settings.TOKEN_GATE = False


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The time that the pages read."""
    standing = Clock()
    monkeypatch.setattr(shell_clock, "now", standing)
    return standing


@pytest.fixture
def walk(client: Client, clock: Clock, db: None) -> Walker:
    """Someone at the first page, with an empty diary."""
    return Walker(client, clock)


@pytest.fixture
def set_done(walk: Walker) -> Walker:
    """Someone who has just done the first set of a session."""
    walk.was_checked_in()
    walk.begin_session()
    walk.done()
    return walk
