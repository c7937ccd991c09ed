"""Is movement changing anything? NC1 and NC2, each limit on both sides."""

from dataclasses import replace
from typing import Any

import pytest

from spineward.clinical.case import Case
from spineward.clinical.facts import ExerciseSession, History, Situation
from spineward.clinical.rules.no_change import RULES, unchanged_movements
from tests.cases.build import ago, day_values, days_ago, session, typical
from tests.cases.course import fires, reviewed


def after(*sessions: ExerciseSession, **changes: Any) -> Situation:
    steady = day_values(*[3] * 20, text="r5:{}")
    history = History(check_ins=steady, sessions=sessions)
    return typical("r5:3", history=history, **changes)


def unchanged(person: Situation) -> frozenset[str]:
    return unchanged_movements(Case(person))


def symptom_free(one: ExerciseSession) -> ExerciseSession:
    sets = tuple(replace(done, label="SYMPTOM_FREE") for done in one.sets)
    return replace(one, sets=sets)


def over(days: int, *rows: int, movement: str = "M33") -> tuple[ExerciseSession, ...]:
    """One session each of these rows, evenly from that many days ago to yesterday."""
    step = (days - 1) / max(len(rows) - 1, 1)
    return tuple(
        session(ago(days=days - step * n), (movement, row), t0="r5:3") for n, row in enumerate(rows)
    )


@pytest.mark.parametrize(
    ("rows", "swapped"),
    [
        ((12, 12, 12), True),
        ((12, 10, 12), True),
        ((12, 12), False),
        ((12, 11, 12), False),
        ((11, 12, 12, 12), True),
        ((12, 12, 12, 9), False),
        ((12, 12, 0), False),
    ],
)
def test_three_sessions_running_without_change_swap_the_movement(
    rows: tuple[int, ...], swapped: bool
) -> None:
    assert unchanged(after(*over(8, *rows))) == ({"M33"} if swapped else set())


def test_a_session_without_any_symptom_is_passed_over() -> None:
    first, second, third = over(8, 12, 12, 12)
    assert unchanged(after(first, symptom_free(second), third)) == set()
    more = session(ago(hours=20), ("M33", 12), t0="r5:3")
    assert unchanged(after(first, symptom_free(second), third, more)) == {"M33"}


@pytest.mark.parametrize(("days", "named"), [(14, True), (15, False)])
def test_a_movement_long_left_alone_is_no_longer_named(days: int, named: bool) -> None:
    sessions = tuple(
        session(ago(days=days + n, minutes=-10), ("M33", 12), t0="r5:3") for n in (4, 2, 0)
    )
    person = after(*sessions, episode_start=days_ago(40))
    assert unchanged(person) == ({"M33"} if named else set())


@pytest.mark.parametrize(
    ("days", "rows", "fired"),
    [
        (14, (12, 12, 10, 12), True),
        (13, (12, 12, 10, 12), False),
        (14, (12, 12, 10), False),
        (14, (12, 11, 10, 12, 12), False),
        (14, (12, 9, 12, 12), False),
    ],
)
def test_two_weeks_and_four_sessions_without_response_are_reviewed(
    days: int, rows: tuple[int, ...], fired: bool
) -> None:
    person = after(*over(days, *rows), episode_start=days_ago(20))
    assert ("NC2" in fires(RULES, person)) is fired


def test_a_leg_that_drew_back_counts_even_when_the_back_was_overloaded() -> None:
    sessions = over(14, 12, 8, 12, 12)
    drew_back = replace(sessions[1].sets[0], label="CENTRALIZING")
    helped = (sessions[0], replace(sessions[1], sets=(drew_back,)), *sessions[2:])
    assert "NC2" in fires(RULES, after(*sessions, episode_start=days_ago(20)))
    assert "NC2" not in fires(RULES, after(*helped, episode_start=days_ago(20)))


def test_gain_without_response_to_a_movement_keeps_nc2_silent() -> None:
    person = after(*over(14, 12, 12, 12, 12), episode_start=days_ago(20), leg_onset=days_ago(20))
    better = replace(person.history, check_ins=day_values(*[5] * 8, 3, 3, text="r5:{}"))
    assert "NC2" not in fires(RULES, replace(person, history=better))


def test_symptom_free_sessions_and_a_review_keep_nc2_silent() -> None:
    sessions = over(14, 12, 12, 12, 12)
    days = {"episode_start": days_ago(20), "leg_onset": days_ago(20)}
    free = (*sessions[:3], symptom_free(sessions[3]))
    assert "NC2" not in fires(RULES, after(*free, **days))
    assert "NC2" not in fires(RULES, after(*sessions, **days, **reviewed("NC2", 1)))
    assert "NC2" in fires(RULES, after(*sessions, **days, **reviewed("NC2", 30)))
