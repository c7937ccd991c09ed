"""Is a forgotten person gone from every table and from the bytes of the file?"""

from pathlib import Path
from uuid import uuid4

import pytest
from django.apps import apps

from spineward.diary import erase, journey
from spineward.diary.models import Entry, Person
from tests.cast import owner, stranger
from tests.diary.life import MORNING, first_check_in
from tests.diary.programs import run

LIVE = """
from uuid import uuid4
from spineward.diary import database, erase, journey
from tests.diary.life import MORNING, first_check_in
database.prepare(lambda step: None)
person = journey.own_person()
first_check_in(person)
for _ in range(200):
    journey.note(person, "sentinel-7f3a " * 20, now=MORNING, client_id=uuid4())
"""
FORGET = "erase.forget(person)\n"


def all_entries(person: Person) -> int:
    """How many rows of this person there are, over all tables."""
    models = [
        model for model in apps.get_app_config("diary").get_models() if issubclass(model, Entry)
    ]
    return sum(model.objects.of(person).count() for model in models)


@pytest.mark.django_db(transaction=True)
def test_every_row_of_the_person_goes_and_every_row_of_others_stays() -> None:
    person, other = owner(), stranger()
    for one in (person, other):
        first_check_in(one)
        journey.note(one, "a note", now=MORNING, client_id=uuid4())
    rows = all_entries(other)
    assert all_entries(person) == rows > 0
    erase.forget(person)
    assert all_entries(person) == 0
    assert all_entries(other) == rows
    assert not Person.objects.filter(pk=person.pk).exists()


@pytest.mark.django_db(transaction=True)
def test_after_forgetting_the_own_diary_begins_anew() -> None:
    first_check_in(journey.own_person())
    erase.forget(journey.own_person())
    assert journey.situation(journey.own_person(), now=MORNING).age is None


@pytest.mark.slow
@pytest.mark.sqlite
@pytest.mark.parametrize(("code", "found"), [(LIVE, True), (LIVE + FORGET, False)])
def test_the_bytes_are_gone_from_the_file_too(tmp_path: Path, code: str, found: bool) -> None:
    assert run(code, tmp_path).returncode == 0
    files = list(tmp_path.glob("diary.sqlite3*"))
    assert files
    assert any(b"sentinel-7f3a" in file.read_bytes() for file in files) is found
