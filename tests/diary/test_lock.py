"""Does a lock open with the answer, outlast everything else, and go only by its own steps?"""

from datetime import timedelta

import pytest

from spineward.clinical.facts import CareLevel, Gate
from spineward.diary import journey
from spineward.diary.models import Lock, LockRelease, Person
from tests.cast import owner, stranger
from tests.diary.life import MORNING, SCREEN, answer, day, finish, first_check_in, screen

pytestmark = pytest.mark.django_db

NEXT_DAY = MORNING + timedelta(days=1)
A_WEEK_ON = MORNING + timedelta(days=7)


def toilet_trouble(person: Person) -> None:
    """Since this morning, told and confirmed at the check-in of this morning."""
    first_check_in(person)
    answer(person, "item.A1", {"item": {"A1": "yes"}, "since": {"A1": "2026-11-20"}})
    finish(person)


def examined(person: Person, day: str) -> None:
    """Seen by a clinician on that day, who said that exercise is fine; told a week on."""
    seen = {"examined": {"A1": day}, "told_ok": {"A1": "yes"}}
    answer(person, "examined", seen, A_WEEK_ON)


def test_a_red_flag_opens_one_lock_however_often_it_is_looked_at() -> None:
    person = owner()
    toilet_trouble(person)
    for _ in range(3):
        result = journey.assessment(person, now=MORNING + timedelta(minutes=5))
    assert (result.care_level, result.movement_gate) == (CareLevel.EMERGENCY, Gate.BLOCK)
    lock = Lock.objects.of(person).get()
    assert (lock.rules, lock.level) == (["A1"], "EMERGENCY")
    assert Lock.objects.of(stranger()).count() == 0


def test_taking_the_answer_back_does_not_open_the_lock() -> None:
    person = owner()
    toilet_trouble(person)
    answer(person, "item.A1", {"item": {"A1": "no"}}, NEXT_DAY)
    result = journey.assessment(person, now=NEXT_DAY)
    assert result.movement_gate is Gate.BLOCK
    assert result.locked is not None
    assert "examined" in result.locked.steps


def test_an_examination_before_it_fired_does_not_open_the_lock() -> None:
    person = owner()
    toilet_trouble(person)
    examined(person, "2026-11-19")
    screen(person, A_WEEK_ON)
    assert journey.assessment(person, now=A_WEEK_ON).movement_gate is Gate.BLOCK
    assert LockRelease.objects.of(person).count() == 0


def test_an_examination_and_a_fresh_clean_screen_release_the_lock_by_a_row_of_its_own() -> None:
    person = owner()
    toilet_trouble(person)
    examined(person, "2026-11-21")
    assert journey.assessment(person, now=A_WEEK_ON).movement_gate is Gate.BLOCK
    screen(person, A_WEEK_ON)
    answer(person, "now", day(), A_WEEK_ON)
    result = finish(person, A_WEEK_ON, "weekly")
    assert result.locked is None
    assert result.movement_gate is Gate.LIMITED
    (record,) = journey.situation(person, now=A_WEEK_ON).history.locks
    assert record.released_at == A_WEEK_ON
    kinds = [entry.kind for entry in journey.diary(person).entries]
    assert (kinds.count("lock"), kinds.count("release")) == (1, 1)


def test_the_lock_is_kept_with_the_answers_even_when_the_check_in_is_abandoned() -> None:
    person = owner()
    answer(person, "Q1", {"item": {**SCREEN["Q1"]["item"], "A1": "yes"}})
    journey.assessment(person, now=MORNING)
    assert Lock.objects.of(person).count() == 1
    later = journey.assessment(person, now=MORNING + timedelta(days=3))
    assert later.movement_gate is Gate.BLOCK
