"""Can a correction take back a lock or a stop? H-06 a stop that is lost, H-22 answers altered."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from spineward.clinical.facts import CareLevel, Gate
from spineward.diary import journey
from spineward.diary.models import Lock, LockRelease
from tests.cast import owner
from tests.diary.life import ABOUT, MORNING, answer, day, finish, first_check_in, screen

pytestmark = pytest.mark.django_db

LATER = MORNING + timedelta(hours=1)
NEXT_DAY = MORNING + timedelta(days=1)
SECOND_LEG = [
    {"zone": "calf_upper", "side": "right", "pain": 4},
    {"zone": "calf_upper", "side": "left", "pain": 4},
]
ONE_LEG = SECOND_LEG[:1]
UNEASED: dict[str, Any] = {"leg_now": 9, "hours_at_8": 30, "eased_by_position": "no"}


def test_correcting_unbearable_pain_to_mild_pain_opens_no_lock() -> None:
    person = owner()
    screen(person)
    answer(person, "about", ABOUT)
    answer(person, "now", {**day(9), **UNEASED})
    assert finish(person, kind="first").care_level is CareLevel.SAME_DAY
    entry = journey.diary(person).entries[0]
    milder = {"leg_now": 2, "hours_at_8": None, "eased_by_position": "yes"}
    journey.correct_check_in(person, entry.id, milder, now=LATER, client_id=uuid4())
    for moment in (LATER, NEXT_DAY):
        found = journey.assessment(person, now=moment)
        assert (found.care_level, found.movement_gate) == (CareLevel.SAME_DAY, Gate.BLOCK)
    assert Lock.objects.of(person).count() == 1
    assert LockRelease.objects.of(person).count() == 0


def test_taking_the_second_leg_off_the_chart_opens_no_lock() -> None:
    person = owner()
    first_check_in(person)
    answer(person, "now", {**day(4), "chart": SECOND_LEG}, LATER)
    answer(person, "item.A5", {"item": {"A5": "yes"}}, LATER)
    assert finish(person, LATER).care_level is CareLevel.EMERGENCY
    entry = journey.diary(person).entries[0]
    journey.correct_check_in(person, entry.id, {"chart": ONE_LEG}, now=LATER, client_id=uuid4())
    found = journey.assessment(person, now=NEXT_DAY)
    assert (found.care_level, found.movement_gate) == (CareLevel.EMERGENCY, Gate.BLOCK)


def test_nothing_of_a_session_can_be_corrected() -> None:
    """The door of the diary offers corrections of check-ins, weekly entries and notes alone."""
    corrections = {name for name in journey.__all__ if name.startswith("correct")}
    assert corrections == {"correct_check_in", "correct_note", "correct_weekly"}
