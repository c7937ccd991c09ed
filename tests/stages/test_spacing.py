"""Sessions lie hours apart, and there are only so many in a day (spec section 4, caps)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from spineward.clinical.case import Case
from spineward.clinical.facts import ExerciseSession, Gate, History
from spineward.clinical.spacing import opens_at
from tests.cases.build import NOW, ago, session, typical


def after(*sessions: ExerciseSession) -> Case:
    """A calm person with these earlier sessions."""
    return Case(typical("r5:3", history=History(sessions=sessions)))


def test_without_an_earlier_session_the_first_may_start_at_once() -> None:
    assert opens_at(after(), Gate.FULL) is None


def test_a_session_that_ended_two_hours_ago_is_far_enough_back() -> None:
    assert opens_at(after(session(ago(minutes=140), ("M10", 12))), Gate.FULL) is None


def test_a_session_that_ended_a_minute_less_ago_is_too_near() -> None:
    near = after(session(ago(minutes=139), ("M10", 12)))
    assert opens_at(near, Gate.FULL) == NOW + timedelta(minutes=1)


def test_after_three_sessions_the_next_one_waits_for_tomorrow() -> None:
    three = [session(ago(hours=hours), ("M10", 12)) for hours in (9, 6, 3)]
    opens = opens_at(after(*three), Gate.FULL)
    assert opens is not None
    assert (opens.date() - NOW.date()).days == 1
    assert opens.hour == 0


def test_three_sessions_of_yesterday_close_nothing_today() -> None:
    three = [session(ago(days=1, hours=hours), ("M10", 12)) for hours in (3, 2, 1)]
    assert opens_at(after(*three), Gate.FULL) is None


@pytest.mark.parametrize("movement", ["M01", "M03", "M50"])
def test_ease_items_do_not_count_as_a_session_of_movement(movement: str) -> None:
    assert opens_at(after(session(ago(minutes=30), (movement, 12))), Gate.FULL) is None


def test_where_ease_is_the_plan_it_comes_an_hour_apart() -> None:
    eased = after(session(ago(minutes=50), ("M01", 12)))
    assert opens_at(eased, Gate.EASE_ONLY) == NOW + timedelta(minutes=30)


def test_a_blocked_person_is_told_of_no_time_at_all() -> None:
    assert opens_at(after(session(ago(minutes=30), ("M10", 12))), Gate.BLOCK) is None


def test_the_hours_count_from_the_latest_end_whichever_session_began_last() -> None:
    long = session(ago(minutes=100), ("M10", 12))
    inside = replace(session(ago(minutes=95), ("M10", 5)), ended=None)
    assert opens_at(after(long, inside), Gate.FULL) == NOW + timedelta(minutes=40)
