"""Does nothing that waits on one device come back after all was erased on another?

Hazards: H-22, and the right to be forgotten.
"""

from uuid import uuid4

import pytest
from django.test import Client

from spineward.diary import erase
from spineward.diary.models import Note, Person, SetAside
from spineward.web.shell import epoch
from tests.cast import owner
from tests.outbox.conftest import START, Sender

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def left(sender: Sender, person: Person) -> Sender:
    """A device that has written for a diary which was then erased elsewhere."""
    assert sender.form("/diary/note/", START, note=["before"])[0] == 201
    assert sender.client.cookies[epoch.COOKIE].value == epoch.name_of(person)
    Client().post("/settings/forget/", {"sure": "forget"})
    return sender


def test_what_waited_for_an_erased_diary_stays_where_it_is(left: Sender) -> None:
    told = left.form("/diary/note/", START, note=["old"])
    assert told == (410, {"erased": epoch.ERASED})
    assert left.client.get("/outbox/pages.json").status_code == 200
    assert left.form("/diary/note/", START, note=["old"])[0] == 410
    assert (Note.objects.count(), SetAside.objects.count()) == (0, 0)


def test_the_person_is_asked_and_may_send_it_to_the_new_diary(left: Sender) -> None:
    assert b"Your diary was erased" in left.client.get("/outbox/").content
    left.client.post("/outbox/", {"erased": "send"})
    assert b"Your diary was erased" not in left.client.get("/outbox/").content
    assert left.form("/diary/note/", START, note=["mine"])[0] == 201
    assert Note.objects.get().text == "mine"


def test_the_person_may_delete_it_in_the_browser(left: Sender) -> None:
    gone = left.client.post("/outbox/", {"erased": "delete"})
    assert gone.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert b"data-forget" in gone.content
    assert left.form("/diary/note/", START, note=["new"])[0] == 201


def test_a_browser_in_which_nothing_waits_is_asked_nothing(left: Sender) -> None:
    left.client.get("/outbox/pages.json?nothing-waits")
    assert left.form("/diary/note/", START, note=["new"])[0] == 201


def test_the_device_that_erases_begins_anew_at_once(sender: Sender, person: Person) -> None:
    sender.form("/diary/note/", START, note=["before"])
    sender.client.post("/settings/forget/", {"sure": "forget"})
    assert sender.form("/diary/note/", START, uuid4(), note=["after"])[0] == 201


def test_a_browser_that_has_written_for_no_diary_is_let_in(sender: Sender, person: Person) -> None:
    erase.forget(person)
    assert sender.form("/diary/note/", START, note=["first"])[0] == 201
    assert sender.client.cookies[epoch.COOKIE].value == epoch.name_of(owner())
