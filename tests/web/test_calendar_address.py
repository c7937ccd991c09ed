"""Does an address open its own calendar only, for whoever has it, until it is turned off?"""

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from tests.cast import owner
from tests.export import weeks
from tests.web.reminding import FILE, PAGE, SESSIONS, address, choose, events, read
from tests.web.walk import Walker


def test_a_calendar_app_needs_the_secret_and_no_cookie(walk: Walker, settings: Settings) -> None:
    choose(walk, sessions=SESSIONS)
    path = address(walk)
    assert len(path) > 50
    settings.TOKEN_GATE = True
    app = Client()
    assert app.get(PAGE).status_code == 403
    assert app.get(FILE).status_code == 403
    answered = app.get(path)
    assert answered["content-type"] == "text/calendar; charset=utf-8"
    assert answered["cache-control"] == "no-store"
    assert len(read(answered.content).walk("VEVENT")) == 2
    assert app.post(path).status_code == 405


@pytest.mark.parametrize("secret", ["wrong", "None", "", "x" * 43, "../settings", "%00"])
def test_a_wrong_secret_opens_nothing(walk: Walker, secret: str) -> None:
    choose(walk, sessions=SESSIONS)
    address(walk)
    answered = walk.client.get(f"/calendar/{secret}.ics")
    assert answered.status_code == 404
    assert b"BEGIN" not in answered.content


def test_a_new_address_takes_the_place_of_the_old_one(walk: Walker) -> None:
    choose(walk, sessions=SESSIONS)
    old = address(walk)
    new = address(walk)
    assert old != new
    assert walk.client.get(old).status_code == 404
    assert walk.client.get(new).status_code == 200


def test_an_address_that_was_turned_off_leads_nowhere(walk: Walker) -> None:
    choose(walk, sessions=SESSIONS)
    path = address(walk)
    walk.send(f"{PAGE}address/", address="none")
    assert walk.client.get(path).status_code == 404
    assert "Make an address" in walk.text


def test_an_address_gives_an_empty_calendar_once_nothing_is_chosen(walk: Walker) -> None:
    choose(walk, sessions=SESSIONS)
    path = address(walk)
    walk.send(f"{PAGE}sessions/off/")
    assert events(walk, path) == {}


@pytest.mark.django_db(transaction=True)
def test_being_forgotten_closes_the_calendar_and_drops_every_choice(walk: Walker) -> None:
    choose(walk, sessions=SESSIONS)
    path = address(walk)
    walk.send("/settings/forget/", sure="forget")
    assert walk.client.get(path).status_code == 404
    assert owner().reminders == {}


@pytest.mark.parametrize(
    ("host", "only_here"),
    [
        ("127.0.0.1:8000", True),
        ("localhost", True),
        ("[::1]:8000", True),
        ("diary.example.org", False),
        ("diary.example.org:8443", False),
    ],
)
def test_a_page_says_plainly_when_only_this_machine_can_reach_the_address(
    walk: Walker, settings: Settings, host: str, only_here: bool
) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    choose(walk, sessions=SESSIONS)
    page = walk.client.get(PAGE, headers={"host": host}).content.decode()
    assert ("answers on this machine only" in page) is only_here


def test_an_archive_holds_the_choices_and_not_the_secret(walk: Walker) -> None:
    choose(walk, sessions=SESSIONS)
    secret = address(walk).removeprefix("/calendar/").removesuffix(".ics")
    kept = weeks.read(weeks.archived(owner())).person
    assert kept.reminders["sessions"]["at"] == ["09:00", "17:30"]
    assert secret not in kept.model_dump_json()
