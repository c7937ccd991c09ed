"""Does an archived diary come back as it was, each row once, and never into someone else's?

Hazards: H-05, H-12, H-22.
"""

import json
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from spineward.clinical.facts import Gate
from spineward.diary import deciding, erase, journey
from spineward.diary.models import Answers, Note, Person
from spineward.diary.trouble import Clash, Stranger
from spineward.export import reading
from spineward.export.reading import Archive
from spineward.export.redeciding import moments
from spineward.export.take_in import Taken, take_in
from tests.cast import owner, stranger
from tests.diary.life import MORNING, answer, first_check_in
from tests.export.weeks import Life, archived, read, three_weeks_archived

pytestmark = pytest.mark.django_db

KEPT = sorted((Path(__file__).parent / "archives").glob("*.zip"))
"""One of each form that was ever written; what reads them never goes."""


def rows_of(archive: Archive) -> int:
    """How many rows an archive holds."""
    return sum(len(lines) for lines in archive.tables.values())


def two_copies(person: Person) -> tuple[bytes, bytes]:
    """A diary after its first day, and after some more."""
    first_check_in(person)
    early = archived(person)
    life = Life(person)
    life.later(days=1)
    life.check_in(leg=3)
    life.session()
    return early, archived(person)


def calm(person: Person) -> bytes:
    """The archive of a calm first day of this person."""
    first_check_in(person)
    return archived(person)


def test_an_archive_taken_into_an_empty_diary_gives_the_same_bytes_again() -> None:
    kept = three_weeks_archived()
    person = owner()
    assert take_in(person, read(kept)) == Taken(new=rows_of(read(kept)), known=0)
    assert archived(person) == kept


def test_taken_in_twice_it_adds_nothing() -> None:
    kept = read(three_weeks_archived())
    person = owner()
    take_in(person, kept)
    assert take_in(person, kept) == Taken(new=0, known=rows_of(kept))
    assert archived(person) == three_weeks_archived()


def test_a_diary_that_has_the_first_rows_gets_the_others_as_they_were() -> None:
    early, late = two_copies(owner())
    person = stranger()
    owner().delete()
    take_in(person, read(early))
    taken = take_in(person, read(late))
    assert taken == Taken(rows_of(read(late)) - rows_of(read(early)), rows_of(read(early)))
    assert archived(person) == late


def test_an_older_copy_changes_nothing_in_a_diary_that_went_on() -> None:
    early, late = two_copies(owner())
    assert take_in(owner(), read(early)) == Taken(new=0, known=rows_of(read(early)))
    assert archived(owner()) == late


def test_two_copies_that_both_went_on_become_one_diary_in_the_order_of_entry() -> None:
    early, late = two_copies(owner())
    other = stranger()
    owner().delete()
    take_in(other, read(early))
    answer(other, "now", {"leg_now": 1}, MORNING + timedelta(days=2))
    journey.note(other, "after all that", now=MORNING + timedelta(days=2), client_id=uuid4())
    before = archived(other)
    taken = take_in(other, read(late))
    assert taken.new == rows_of(read(late)) - rows_of(read(early))
    # What came in last still is the last answer, and each decision is what it was.
    newest = Answers.objects.of(other).filter(page="now").order_by("id").last()
    assert newest is not None
    assert newest.answers == {"leg_now": 1}
    assert not [one for one in moments(read(archived(other))) if one.changes]
    # Nothing of either copy is missing.
    assert take_in(other, read(late)).new == take_in(other, read(before)).new == 0


def test_a_session_left_open_that_each_copy_ended_by_itself_counts_once() -> None:
    first_check_in(owner())
    life = Life(owner())
    life.session()
    early = archived(owner())
    here = ended_a_day_later(owner(), life.now + timedelta(days=1))
    owner().delete()
    other = stranger()
    take_in(other, read(early))
    there = ended_a_day_later(other, life.now + timedelta(days=2))
    assert end_of(here) != end_of(there)
    take_in(other, read(here))
    assert end_of(archived(other)) == end_of(there)
    past = deciding.situation(other, now=life.now + timedelta(days=3)).history
    assert len(past.sessions) == len(read(here).tables["sessions"])


def ended_a_day_later(person: Person, now: datetime) -> bytes:
    """The diary after a check-in, which ends what was left open."""
    life = Life(person)
    life.forms, life.now = now.day * 1_000, now
    life.check_in()
    return archived(person)


def end_of(kept: bytes) -> datetime:
    """When its only session was ended."""
    events = read(kept).tables["session_events"]
    (end,) = [line.at for line in events if line.facts["kind"] == "ended"]
    at: datetime = end
    return at


def test_ids_that_others_hold_are_not_taken_from_them() -> None:
    kept = three_weeks_archived()
    first_check_in(stranger())
    theirs = list(Answers.objects.values_list("id", "person", "client_id"))
    person = owner()
    take_in(person, read(kept))
    assert list(Answers.objects.exclude(person=person).values_list("id", "person", "client_id"))
    assert theirs == list(
        Answers.objects.exclude(person=person).values_list("id", "person", "client_id")
    )
    said = [one for one in moments(read(archived(person))) if one.changes]
    assert said == []
    assert take_in(person, read(kept)).new == 0


def test_a_diary_with_other_rows_is_joined_only_on_purpose() -> None:
    theirs = calm(stranger())
    answer(owner(), "now", {"leg_now": 2})
    before = archived(owner())
    with pytest.raises(Stranger):
        take_in(owner(), read(theirs))
    assert archived(owner()) == before
    assert take_in(owner(), read(theirs), join=True).new == rows_of(read(theirs))


def test_a_lock_holds_whatever_is_taken_in() -> None:
    first_check_in(owner())
    tomorrow = MORNING + timedelta(days=1)
    answer(owner(), "item.A1", {"item": {"A1": "yes"}, "since": {"A1": "2026-11-21"}}, tomorrow)
    assert journey.assessment(owner(), now=tomorrow).movement_gate == Gate.BLOCK
    other = stranger()
    first_check_in(other, tomorrow)
    take_in(owner(), read(archived(other)), join=True)
    later = journey.assessment(owner(), now=tomorrow + timedelta(hours=1))
    assert later.locked is not None
    assert later.movement_gate == Gate.BLOCK


def test_after_it_today_is_decided_by_the_rules_of_today_from_all_rows() -> None:
    person = owner()
    kept = calm(person)
    said = journey.assessment(person, now=MORNING)
    person.delete()
    again = owner()
    take_in(again, read(kept))
    assert journey.assessment(again, now=MORNING) == said


def told_otherwise(archive: Archive, table: str, **values: object) -> Archive:
    """The same archive with another first line in one table."""
    first, *rest = archive.tables[table]
    tables = {**archive.tables, table: (first.model_copy(update=values), *rest)}
    return Archive(archive.manifest, archive.person, tables)


def test_a_row_that_says_something_else_is_a_clash_and_nothing_changes() -> None:
    kept = calm(owner())
    other = told_otherwise(read(kept), "check_ins", facts={"at": MORNING.isoformat(), "leg_now": 1})
    with pytest.raises(Clash, match="check_ins"):
        take_in(owner(), other)
    assert archived(owner()) == kept


def test_a_row_twice_in_an_archive_is_a_clash() -> None:
    kept = read(calm(stranger()))
    twice = told_otherwise(kept, "answers", client_id=kept.tables["answers"][1].client_id)
    with pytest.raises(Clash, match="twice"):
        take_in(owner(), twice)
    assert Answers.objects.of(owner()).count() == 0


def test_a_note_put_right_here_and_there_in_two_ways_is_a_clash() -> None:
    person = owner()
    journey.note(person, "one", now=MORNING, client_id=uuid4())
    note = Note.objects.of(person).get().pk
    first = archived(person)
    journey.correct_note(person, note, "two", client_id=uuid4())
    corrected = archived(person)
    person.delete()
    again = owner()
    take_in(again, read(first))
    journey.correct_note(again, Note.objects.of(again).get().pk, "three", client_id=uuid4())
    with pytest.raises(Clash, match="another way"):
        take_in(again, read(corrected))


def test_settings_come_along_but_what_was_chosen_here_stays() -> None:
    person = owner()
    journey.set_emergency_number(person, "911")
    journey.note(person, "one", now=MORNING, client_id=uuid4())
    kept = read(archived(person))
    other = stranger()
    take_in(other, kept)
    assert (other.emergency_number, other.created_at) == ("911", person.created_at)
    third = stranger()
    journey.set_emergency_number(third, "112")
    take_in(third, kept)
    assert third.emergency_number == "112"


def test_the_settings_of_a_stranger_without_entries_stay_out() -> None:
    other, person = stranger(), owner()
    journey.set_emergency_number(other, "911")
    first_check_in(person)
    assert take_in(person, read(archived(other))) == Taken(new=0, known=0)
    assert person.emergency_number is None


@pytest.mark.parametrize("kept", KEPT, ids=lambda path: path.stem)
def test_every_archive_that_was_ever_written_is_taken_in_whole(kept: Path) -> None:
    archive = reading.read(kept)
    person = owner()
    assert take_in(person, archive) == Taken(new=rows_of(archive), known=0)
    again = read(archived(person))
    assert again.person == archive.person
    assert again.tables == archive.tables
    assert take_in(person, archive).new == 0
    journey.assessment(person, now=MORNING + timedelta(days=30))


@pytest.mark.django_db(transaction=True)
def test_a_diary_that_was_erased_comes_back_whole() -> None:
    kept = calm(owner())
    erase.forget(owner())
    take_in(owner(), read(kept))
    assert archived(owner()) == kept
    answer(owner(), "now", {"leg_now": 2})
    assert json.dumps({"leg_now": 2}) == json.dumps(Answers.objects.latest("id").answers)
