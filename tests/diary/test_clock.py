"""What still counts when the clock was wrong? H-11: what is from the future is of unknown age."""

from datetime import timedelta
from uuid import uuid4

import pytest

from spineward.clinical.check_in import due
from spineward.diary import journey
from spineward.diary.models import LockRelease
from tests.cast import owner
from tests.diary.life import MORNING, SCREEN, answer, day, finish, first_check_in, screen

pytestmark = pytest.mark.django_db

DAYS_BEFORE = MORNING - timedelta(days=5)
WEEK_ON = MORNING + timedelta(days=7)


def test_after_a_clock_is_set_back_the_screen_is_asked_again_and_then_holds() -> None:
    person = owner()
    first_check_in(person)
    known = journey.situation(person, now=DAYS_BEFORE)
    assert due(known) == "weekly"
    assert "screen" in journey.assessment(person, now=DAYS_BEFORE).missing
    screen(person, DAYS_BEFORE)
    assert "screen" not in journey.assessment(person, now=DAYS_BEFORE).missing


def test_a_check_in_of_a_day_to_come_says_nothing_of_today() -> None:
    person = owner()
    first_check_in(person)
    assert journey.situation(person, now=DAYS_BEFORE).leg_now is None
    assert journey.situation(person, now=MORNING).leg_now == 4


def test_an_unfinished_page_of_a_day_to_come_is_asked_again() -> None:
    person = owner()
    answer(person, "now", day())
    assert journey.answered(person, now=DAYS_BEFORE) == {}
    assert journey.situation(person, now=DAYS_BEFORE).chart is None


def test_the_questions_before_a_session_are_asked_again_once() -> None:
    person = owner()
    first_check_in(person)
    asked = journey.assessment(person, now=DAYS_BEFORE, for_session=True).missing
    assert "session_screen" in asked
    answer(person, "QS", {"item": {"A1": "no"}}, DAYS_BEFORE)
    asked = journey.assessment(person, now=DAYS_BEFORE, for_session=True).missing
    assert "session_screen" not in asked


def test_a_screen_of_a_clock_that_ran_ahead_opens_no_lock() -> None:
    person = owner()
    screen(person, WEEK_ON)
    answer(person, "about", {"age": 45}, MORNING)
    answer(person, "item.A1", {"item": {"A1": "yes"}, "since": {"A1": "2026-11-20"}})
    journey.assessment(person, now=MORNING)
    told = {"item": {"A1": "no"}, "examined": {"A1": "2026-11-21"}, "told_ok": {"A1": "yes"}}
    next_day = MORNING + timedelta(days=1)
    answer(person, "examined", told, next_day)
    assert journey.assessment(person, now=next_day).locked is not None
    assert LockRelease.objects.of(person).count() == 0


def test_health_that_has_changed_leaves_the_screen_open_until_it_is_told() -> None:
    person = owner()
    screen(person)
    for page in ("Q1", "Q2", "Q3", "Q4", "Q6"):
        answer(person, page, SCREEN[page], WEEK_ON + timedelta(days=1))
    later = WEEK_ON + timedelta(days=1)
    journey.answer(person, "changes", {}, now=later, client_id=uuid4(), ticked=("changed",))
    assert "screen" in journey.assessment(person, now=later).missing
    for page in ("Q5", "Q7"):
        answer(person, page, SCREEN[page], later)
    finish(person, later, "weekly")
    assert "screen" not in journey.assessment(person, now=later).missing
