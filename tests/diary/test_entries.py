"""Does the diary list everything, newest first, with corrections and notes, for its owner only?"""

from datetime import timedelta
from uuid import uuid4

import pytest
from pytest_django import DjangoAssertNumQueries

from spineward.clinical.facts import CheckInRecord
from spineward.diary import journey
from spineward.diary.listing import PAGE
from spineward.diary.models import CheckIn
from spineward.diary.trouble import NotFound, Refused
from tests.cast import owner, stranger
from tests.diary.life import MORNING, answer, day, finish, first_check_in

pytestmark = pytest.mark.django_db

LATER = MORNING + timedelta(hours=1)


def leg_values() -> list[int | None]:
    """The leg values that the rules would read tomorrow."""
    history = journey.situation(owner(), now=MORNING + timedelta(days=1)).history
    return [record.leg_now for record in history.check_ins]


def test_a_check_in_is_listed_with_what_was_said_and_decided() -> None:
    first_check_in(owner(), leg=4)
    (entry,) = journey.diary(owner()).entries
    assert entry.kind == "check_in"
    assert entry.at.isoformat() == MORNING.isoformat()
    assert isinstance(entry.facts, CheckInRecord)
    assert entry.facts.leg_now == 4
    assert entry.words["care_level"] == "SELF_CARE"


def test_a_correction_is_a_new_row_that_the_rules_read_and_the_old_one_is_still_listed() -> None:
    person = owner()
    first_check_in(person, leg=8)
    (entry,) = journey.diary(person).entries
    journey.correct_check_in(person, entry.id, {"leg_now": 3}, now=LATER, client_id=uuid4())
    assert leg_values() == [3]
    new, old = journey.diary(person).entries
    assert (old.id, old.corrected, old.corrects) == (entry.id, True, None)
    assert (new.corrects, new.corrected, new.at) == (entry.id, False, MORNING)
    assert journey.situation(person, now=LATER).leg_now == 3


def test_a_correction_sent_from_an_old_tab_corrects_the_latest_correction() -> None:
    person = owner()
    first_check_in(person, leg=8)
    (entry,) = journey.diary(person).entries
    for leg in (3, 2):
        journey.correct_check_in(person, entry.id, {"leg_now": leg}, now=LATER, client_id=uuid4())
    assert leg_values() == [2]


def test_strength_is_not_corrected_but_answered_anew() -> None:
    person = owner()
    first_check_in(person)
    (entry,) = journey.diary(person).entries
    softer = {"strength": {"right": {"heel_walk": "same"}}}
    with pytest.raises(Refused, match="strength"):
        journey.correct_check_in(person, entry.id, softer, now=LATER, client_id=uuid4())


def test_a_correction_sent_twice_is_one_row() -> None:
    person, client_id = owner(), uuid4()
    first_check_in(person)
    (entry,) = journey.diary(person).entries
    for _ in range(2):
        journey.correct_check_in(person, entry.id, {"leg_now": 3}, now=LATER, client_id=client_id)
    assert CheckIn.objects.of(person).count() == 2


def test_a_value_can_be_taken_back_by_a_correction() -> None:
    person = owner()
    first_check_in(person)
    (entry,) = journey.diary(person).entries
    journey.correct_check_in(person, entry.id, {"leg_now": None}, now=LATER, client_id=uuid4())
    assert leg_values() == [None]


def test_nobody_corrects_or_annotates_the_diary_of_somebody_else() -> None:
    first_check_in(owner())
    (entry,) = journey.diary(owner()).entries
    with pytest.raises(NotFound):
        journey.correct_check_in(stranger(), entry.id, {}, now=LATER, client_id=uuid4())
    with pytest.raises(NotFound):
        journey.note(stranger(), "x", now=LATER, client_id=uuid4(), check_in=entry.id)
    assert journey.diary(stranger()).entries == ()


def test_a_note_stands_with_its_check_in_and_can_be_put_right() -> None:
    person = owner()
    first_check_in(person)
    (entry,) = journey.diary(person).entries
    journey.note(person, " slept on the left ", now=LATER, client_id=uuid4(), check_in=entry.id)
    (entry,) = journey.diary(person).entries
    (note,) = entry.notes
    assert note.text == "slept on the left"
    journey.correct_note(person, note.id, "slept on the right", client_id=uuid4())
    (entry,) = journey.diary(person).entries
    assert [(n.text, n.corrected) for n in entry.notes] == [
        ("slept on the left", True),
        ("slept on the right", False),
    ]


def test_a_note_without_a_check_in_belongs_to_its_day() -> None:
    person, client_id = owner(), uuid4()
    for _ in range(2):
        journey.note(person, "long drive", now=MORNING, client_id=client_id)
    (entry,) = journey.diary(person).entries
    assert entry.kind == "note"
    assert [note.text for note in entry.notes] == ["long drive"]
    with pytest.raises(Refused, match="note"):
        journey.note(person, "  ", now=MORNING, client_id=uuid4())


def test_a_weekly_entry_is_listed_and_can_be_put_right() -> None:
    person = owner()
    journey.weekly(person, {"rmdq": 12, "mood_low": "no"}, now=MORNING, client_id=uuid4())
    (entry,) = journey.diary(person).entries
    journey.correct_weekly(person, entry.id, {"rmdq": 2}, client_id=uuid4())
    (record,) = journey.situation(person, now=LATER).history.weekly
    assert (record.rmdq, record.mood_low, record.at) == (2, "no", MORNING)
    assert [entry.corrected for entry in journey.diary(person).entries] == [False, True]


def test_the_newest_entry_comes_first_and_pages_follow_each_other() -> None:
    person = owner()
    for count in range(PAGE + 2):
        journey.note(
            person, f"note {count}", now=MORNING + timedelta(minutes=count), client_id=uuid4()
        )
    first, second = journey.diary(person), journey.diary(person, 2)
    texts = [note.text for entry in (*first.entries, *second.entries) for note in entry.notes]
    assert texts == [f"note {count}" for count in reversed(range(PAGE + 2))]
    assert (first.more, second.more) == (True, False)


def test_listing_takes_the_same_number_of_queries_however_long_the_diary_is(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    person = owner()
    first_check_in(person)
    for count in range(1, 4):
        now = MORNING + timedelta(hours=4 * count)
        answer(person, "now", day(), now)
        finish(person, now)
    with django_assert_num_queries(4):
        journey.diary(person)
