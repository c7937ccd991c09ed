"""Does a lock open with the answer, outlast everything else, and go only by its own steps?"""

from datetime import timedelta

import pytest

from spineward.clinical.facts import CareLevel, Gate
from spineward.diary import journey
from spineward.diary.models import Lock, LockRelease, Person
from tests.cases.triage import both
from tests.cast import owner, stranger
from tests.diary.life import MORNING, SCREEN, answer, day, finish, first_check_in, screen

pytestmark = pytest.mark.django_db

AN_HOUR_ON = MORNING + timedelta(hours=1)
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


def lost_foot(person: Person, **told: object) -> None:
    """Since yesterday the right foot does not lift; told an hour after the first check-in."""
    first_check_in(person)
    answers = {"item": {"A7": "yes"}, "since": {"A7": "2026-11-19"}}
    answer(person, "item.A7", {**answers, "detail": {"A7": {"right": "yes"}}, **told}, AN_HOUR_ON)


EXAMINED_TODAY = {"examined": {"A7": "2026-11-20"}, "told_ok": {"A7": "yes"}}


def test_an_examination_told_before_the_lock_leaves_the_emergency_card() -> None:
    """However often the day is looked at, and after a clean screen too."""
    person = owner()
    lost_foot(person, **EXAMINED_TODAY)
    for minutes in (0, 1, 30):
        found = journey.assessment(person, now=AN_HOUR_ON + timedelta(minutes=minutes))
        assert (found.fired, found.care_level) == (("A7",), CareLevel.EMERGENCY)
    (lock,) = journey.situation(person, now=AN_HOUR_ON).history.locks
    assert {item: day.isoformat() for item, day in lock.examined.items()} == {"A7": "2026-11-20"}
    screen(person, NEXT_DAY)
    answer(person, "item.A7", {"item": {"A7": "no"}}, NEXT_DAY)
    found = journey.assessment(person, now=NEXT_DAY)
    assert (found.fired, found.care_level) == (("A7",), CareLevel.EMERGENCY)


def test_an_examination_after_the_lock_counts_on_the_same_day() -> None:
    person = owner()
    lost_foot(person)
    assert journey.assessment(person, now=AN_HOUR_ON).care_level is CareLevel.EMERGENCY
    evening = MORNING + timedelta(hours=10)
    answer(person, "examined", EXAMINED_TODAY, evening)
    assert journey.assessment(person, now=evening).fired == ("A7 seen",)


def test_a_screen_from_before_the_examination_does_not_release_the_lock() -> None:
    person = owner()
    toilet_trouble(person)
    screen(person, NEXT_DAY)
    examined(person, "2026-11-22")
    assert journey.assessment(person, now=A_WEEK_ON).movement_gate is Gate.BLOCK
    screen(person, A_WEEK_ON)
    assert journey.assessment(person, now=A_WEEK_ON).locked is None


def test_a_weakness_found_by_the_check_alone_is_released_and_stays_known() -> None:
    """The check-in is abandoned, so that only the page of the check says since when."""
    person = owner()
    first_check_in(person)
    weak = both({"big_toe": "weaker"})
    answer(person, "strength", {"strength": weak}, AN_HOUR_ON)
    assert journey.assessment(person, now=AN_HOUR_ON).fired == ("B1",)
    seen = {"examined": {"B1": "2026-11-21"}, "told_ok": {"B1": "yes"}}
    answer(person, "examined", seen, A_WEEK_ON)
    screen(person, A_WEEK_ON)
    answer(person, "now", day(), A_WEEK_ON)
    released = finish(person, A_WEEK_ON, "weekly")
    assert (released.locked, released.fired) == (None, ("C13",))
    two_weeks_on = MORNING + timedelta(days=14)
    answer(person, "strength", {"strength": weak}, two_weeks_on)
    answer(person, "now", day(), two_weeks_on)
    assert "B1" not in finish(person, two_weeks_on).fired


def test_a_rash_that_is_still_there_waits_for_no_second_examination() -> None:
    """It was examined after its lock; the page for that comes before the fresh screen."""
    person = owner()
    first_check_in(person)
    answer(person, "item.B7", {"item": {"B7": "yes"}, "since": {"B7": "2026-11-20"}}, AN_HOUR_ON)
    assert journey.assessment(person, now=AN_HOUR_ON).fired == ("B7",)
    seen = {"examined": {"B7": "2026-11-21"}, "told_ok": {"B7": "yes"}}
    answer(person, "examined", seen, NEXT_DAY)
    assert journey.assessment(person, now=NEXT_DAY).fired == ("B7",)
    evening = NEXT_DAY + timedelta(hours=9)
    screen(person, evening)
    answer(person, "item.B7", {"item": {"B7": "no"}}, evening)
    assert journey.assessment(person, now=evening).locked is None
