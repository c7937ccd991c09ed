"""Does the frame of the pages hold? Door, headers, odd addresses, faults, late and double forms."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from pytest_django.fixtures import Settings

from spineward.diary.models import Answers
from spineward.web.check_in.forms import FieldsForm
from spineward.web.shell import token
from spineward.web.today import presenter
from tests.cast import owner
from tests.web.walk import Walker


@pytest.fixture
def door(settings: Settings, tmp_path: Path, db: None) -> str:
    """A closed door, and the token that opens it once."""
    settings.TOKEN_GATE = True
    settings.DATA_DIR = tmp_path
    return token.issue()


def test_the_token_opens_the_door_once_and_leaves_the_address(door: str) -> None:
    first, second = Client(), Client()
    response = first.get("/", {"token": door})
    assert (response.status_code, response.headers["Location"]) == (302, "/")
    assert first.get("/").status_code == 200
    assert second.get("/", {"token": door}).status_code == 403


def test_a_browser_that_came_in_before_stays_in_and_sheds_an_old_token(door: str) -> None:
    client = Client()
    client.get("/", {"token": door})
    again = client.get("/diary/", {"token": door})
    assert (again.status_code, again.headers["Location"]) == (302, "/diary/")


@pytest.mark.parametrize("path", ["/", "/diary/", "/check-in/Q1/", "/settings/forget/", "/nope/"])
def test_without_the_token_no_page_of_the_diary_opens(door: str, path: str) -> None:
    response = Client().get(path)
    assert response.status_code == 403
    assert b"This diary is locked" in response.content


def test_a_made_up_cookie_opens_nothing(door: str) -> None:
    client = Client()
    client.cookies[token.COOKIE] = "in:made-up"
    assert client.get("/").status_code == 403


def test_help_is_open_without_the_token(door: str) -> None:
    response = Client().get("/emergency/")
    assert response.status_code == 200
    assert b"tel:112" in response.content


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "[::1]:80", ""])
def test_another_host_name_is_refused_in_plain_words(client: Client, db: None, host: str) -> None:
    response = client.get("/", headers={"host": host})
    assert response.status_code == 400
    assert response.content.startswith(b"This address is not allowed.")


def test_every_answer_forbids_foreign_content_framing_and_storing(client: Client, db: None) -> None:
    for path in ("/", "/emergency/", "/nope/"):
        headers = client.get(path).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert headers["Cache-Control"] == "no-store"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"


def test_an_address_that_leads_nowhere_says_so_and_leads_back(walk: Walker) -> None:
    walk.open("/check-in/Q9/")
    assert walk.status == 404
    assert "There is no such page" in walk.text
    assert 'href="/emergency/"' in walk.text


def test_a_fault_of_ours_shows_no_traceback_and_keeps_help_open(
    walk: Walker, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk.first_check_in()
    monkeypatch.setattr(presenter, "card", lambda *_: 1 / 0)
    walk.client.raise_request_exception = False
    walk.open("/")
    assert walk.status == 500
    assert "Something went wrong on our side" in walk.text
    assert "Traceback" not in walk.text
    assert "ZeroDivision" not in walk.text
    assert 'href="/emergency/"' in walk.text


def test_a_form_from_an_old_tab_keeps_its_answers_and_can_be_sent_again(db: None) -> None:
    strict = Client(enforce_csrf_checks=True)
    response = strict.post("/check-in/now/", {"worst_24h": "7", "eased_by_position": "no"})
    page = response.content.decode()
    assert response.status_code == 403
    assert 'name="worst_24h" value="7"' in page
    assert 'name="eased_by_position" value="no"' in page
    assert 'action="/check-in/now/"' in page
    guard = strict.cookies["csrftoken"].value
    again = strict.post(
        "/check-in/now/",
        {"worst_24h": "7", "eased_by_position": "no", "csrfmiddlewaretoken": guard},
    )
    assert again.status_code == 302


@pytest.fixture
def full_disk(transactional_db: None) -> Iterator[None]:
    """A diary that cannot be written, once its person is there."""
    owner()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only = ON")
        yield
        cursor.execute("PRAGMA query_only = OFF")


@pytest.mark.sqlite
def test_a_diary_that_cannot_be_written_keeps_the_answers_on_the_page(
    full_disk: None, client: Client
) -> None:
    response = client.post("/check-in/Q1/?kind=first", {"tick": ["A1", "A2"], "answer": "some"})
    page = response.content.decode()
    assert response.status_code == 507
    assert "This is not saved" in page
    assert 'name="tick" value="A1"' in page
    assert 'name="tick" value="A2"' in page
    assert 'action="/check-in/Q1/?kind=first"' in page


@pytest.mark.sqlite
def test_help_and_today_open_although_the_diary_cannot_be_written(
    full_disk: None, client: Client
) -> None:
    for path in ("/emergency/", "/", "/diary/", "/care/", "/settings/"):
        assert client.get(path).status_code == 200


def test_the_same_form_sent_twice_is_saved_once(walk: Walker) -> None:
    sent = {"answer": "none", "client_id": "1b4e28ba-2fa1-11d2-883f-0016d3cca427"}
    for _ in range(2):
        walk.send("/check-in/Q1/?kind=first", **sent)
    assert Answers.objects.of(owner()).count() == 1


def test_a_form_without_a_sound_id_still_counts(walk: Walker) -> None:
    walk.send("/check-in/Q1/?kind=first", answer="none", client_id="not an id")
    assert Answers.objects.of(owner()).count() == 1


@pytest.mark.parametrize("path", ["/", "/plan/", "/diary/", "/care/", "/settings/", "/nope/"])
def test_the_way_to_help_is_on_the_page(walk: Walker, path: str) -> None:
    assert 'href="/emergency/"' in walk.open(path)


def test_an_answer_that_the_diary_refuses_names_what_is_allowed(
    walk: Walker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FieldsForm, "answers", lambda _: {"worst_24h": 99})
    walk.send("/check-in/now/?kind=first", worst_24h="9", eased_by_position="no")
    assert walk.status == 400
    assert "worst_24h" in walk.text
    assert 'href="/check-in/now/?kind=first"' in walk.text
    assert Answers.objects.of(owner()).count() == 0
