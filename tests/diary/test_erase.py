"""Is a forgotten person gone from every table and from the bytes of the file?"""

from collections import Counter
from pathlib import Path
from uuid import uuid4

import pytest
from django.apps import apps
from pytest_django.fixtures import Settings

from spineward.diary import erase, journey, memory, traces
from spineward.diary.models import Entry, Note, Person
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


TRACES = """
import shutil
from django.conf import settings
from spineward.diary.erase import forget
{planted}
print(forget(person))
"""
COPIED = "shutil.copy(settings.DATA_DIR / 'diary.sqlite3', settings.DATA_DIR / 'copy.old')"
CLOSED = "from django.db import connection; connection.close()"
"""So that the log is in the file that is copied."""


@pytest.mark.slow
@pytest.mark.sqlite
@pytest.mark.parametrize(
    ("planted", "found"), [("", "found=()"), (f"{CLOSED}; {COPIED}", "found=('copy.old',)")]
)
def test_after_erasing_the_app_looks_itself_and_names_what_is_left(
    tmp_path: Path, planted: str, found: str
) -> None:
    done = run(LIVE + TRACES.format(planted=planted), tmp_path)
    assert done.returncode == 0, done.stderr
    assert found in done.stdout


@pytest.mark.django_db(transaction=True)
def test_an_id_is_found_however_it_is_written_and_whatever_stands_beside_it() -> None:
    person = owner()
    journey.note(person, "slept badly all night", now=MORNING, client_id=uuid4())
    left = traces.of(person)
    id = Note.objects.of(person).get().client_id
    for content in (f"2026{id.hex}00", f'"{id}"', "x slept badly all night x", person.pk.hex):
        assert left.in_bytes(content.encode()), content
    assert not left.in_bytes(f"{uuid4()} {uuid4().hex} slept well".encode())


@pytest.mark.slow
@pytest.mark.sqlite
@pytest.mark.parametrize(("code", "found"), [(LIVE, True), (LIVE + FORGET, False)])
def test_the_bytes_are_gone_from_the_file_too(tmp_path: Path, code: str, found: bool) -> None:
    assert run(code, tmp_path).returncode == 0
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert any(path.name == "diary.sqlite3" for path in files)
    assert any(b"sentinel-7f3a" in file.read_bytes() for file in files) is found


@pytest.mark.django_db(transaction=True)
def test_nothing_of_the_person_stays_in_the_memory_of_the_program() -> None:
    person, asked = owner(), Counter[str]()

    @memory.kept(10)
    def read(text: str) -> str:
        asked[text] += 1
        return text

    assert (read("a note"), read("a note"), asked["a note"]) == ("a note", "a note", 1)
    erase.forget(person)
    read("a note")
    assert asked["a note"] == 2


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("trouble", "found"), [(FileNotFoundError, ()), (OSError, ("odd",))])
def test_a_file_that_cannot_be_read_breaks_nothing_and_counts_as_left(
    tmp_path: Path,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    trouble: type[OSError],
    found: tuple[str, ...],
) -> None:
    settings.DATA_DIR = tmp_path
    (tmp_path / "odd").write_text("nothing of anyone")

    def fails(path: Path) -> bytes:
        raise trouble(path)

    monkeypatch.setattr(Path, "read_bytes", fails)
    assert erase.forget(owner()).found == found
