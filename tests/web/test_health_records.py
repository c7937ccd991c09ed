"""Does a diary go out as FHIR from its page, come back, and is what was left out told?

Hazards: H-12, H-22.
"""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from spineward.diary import journey
from spineward.diary.models import Answers, Note, Person
from tests.diary.life import first_check_in
from tests.fhir.test_elsewhere import PAIN

pytestmark = pytest.mark.django_db
PAGE = "/settings/data/records/"


def sent(client: Client, content: bytes, whose: str = "mine") -> str:
    """The page after this file was sent, and whose it is said to be."""
    file = SimpleUploadedFile("records.json", content)
    return client.post(PAGE, {"file": file, "whose": whose}).content.decode()


def test_the_page_says_what_becomes_of_what(client: Client) -> None:
    shown = client.get(PAGE).content.decode()
    assert "What becomes of what" in shown
    assert "Each finished check-in" in shown
    assert PAGE in client.get("/settings/data/").content.decode()


def test_a_diary_goes_out_and_comes_back(client: Client) -> None:
    person = journey.own_person()
    first_check_in(person)
    given = client.get(f"{PAGE}diary.json")
    assert given["Content-Type"] == "application/fhir+json"
    assert json.loads(given.content)["type"] == "collection"
    assert "All of it was here already" in sent(client, given.content)
    Person.objects.filter(pk=person.pk).delete()
    assert "entries came back" in sent(client, given.content)
    assert Answers.objects.of(journey.own_person()).exists()


def test_numbers_from_elsewhere_become_notes_and_the_rest_is_told(client: Client) -> None:
    old = {**PAIN, "effectiveDateTime": "2020-05-01T08:00:00+02:00"}
    entries = [{"resource": old}, {"resource": {"resourceType": "Immunization", "id": "7"}}]
    shown = sent(client, json.dumps({"resourceType": "Bundle", "entry": entries}).encode())
    assert "became a note. No rule reads it." in shown
    assert "Immunization/7" in shown
    assert [note.text for note in Note.objects.of(journey.own_person())] == [
        "From elsewhere, 2020-05-01 08:00: pain 8 of 10, Right calf"
    ]


@pytest.mark.parametrize(
    ("whose", "said"),
    [
        ("other", "Nothing was changed. Only what is about you comes in here"),
        ("", "Choose an answer: Who is the file about?"),
    ],
)
def test_nothing_of_a_file_comes_in_before_someone_said_that_it_is_theirs(
    client: Client, whose: str, said: str
) -> None:
    shown = sent(
        client,
        json.dumps({"resourceType": "Bundle", "entry": [{"resource": PAIN}]}).encode(),
        whose,
    )
    assert said in shown
    assert not Note.objects.of(journey.own_person()).exists()


def test_what_is_no_fhir_changes_nothing(client: Client) -> None:
    assert "Nothing was changed. It is not JSON" in sent(client, b"no")
    assert "Choose a file" in client.post(PAGE, {}).content.decode()
