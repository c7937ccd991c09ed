"""Does each answer say whether we gave it, and is nothing lost that a browser outside sends?

Hazards: H-14, H-22.
"""

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from spineward.diary.models import Person

OURS = "X-Spineward"


@pytest.mark.parametrize("path", ["/", "/nowhere/", "/emergency/", "/outbox/pages.json"])
def test_every_answer_of_ours_says_so(client: Client, person: Person, path: str) -> None:
    assert client.get(path).headers[OURS] == "here"


def test_the_script_of_the_worker_can_be_asked_for_its_head(client: Client) -> None:
    answer = client.head("/worker.js")
    assert (answer.headers[OURS], answer.content) == ("here", b"")


def test_a_browser_outside_is_told_so_and_keeps_what_it_sent(
    client: Client, settings: Settings, person: Person
) -> None:
    settings.TOKEN_GATE = True
    answer = client.post("/diary/note/", {"note": 'stiff "today"', "csrfmiddlewaretoken": "x"})
    assert (answer.status_code, answer.headers[OURS]) == (403, "outside")
    page = answer.content.decode()
    assert 'action="/diary/note/"' in page
    assert 'name="note" value="stiff &quot;today&quot;"' in page
    assert 'value="x"' not in page


def test_a_browser_outside_that_sent_nothing_is_told_that_what_waits_is_kept(
    client: Client, settings: Settings, person: Person
) -> None:
    settings.TOKEN_GATE = True
    page = client.get("/diary/").content
    assert b"is kept, and sent then" in page
    assert b"Send them again" not in page
