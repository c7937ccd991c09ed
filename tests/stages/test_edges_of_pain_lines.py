"""What belongs to a line, to a point of it, and to a leg: the first and last of each kind."""

from dataclasses import replace
from datetime import timedelta, timezone
from typing import Any

import pytest

from spineward.clinical.case import Case
from spineward.clinical.course import Course, course, course_case
from spineward.clinical.facts import CheckInRecord, ExerciseSession, History, Situation
from spineward.clinical.reach import Limb, Reach, Read, limb
from tests.cases.build import ago, chart, days_ago, session, typical
from tests.cases.course import since
from tests.stages.test_course import ranks, walked


def after(*told: CheckInRecord, now: str = "r5:3", days: int = 9) -> Course:
    """The line of someone who told this in an episode of so many days, and feels that now."""
    return course(typical(now, history=History(check_ins=told), **since(days)))


def moved(person: Situation, *sessions: ExerciseSession) -> Situation:
    """The same, with these sessions."""
    return replace(person, history=replace(person.history, sessions=sessions))


def test_without_being_told_which_a_line_is_that_of_the_episode() -> None:
    person = walked("r5:3")
    assert course(person).view == course_case(Case(person)).view == "episode"


@pytest.mark.parametrize(("days", "step"), [(41, "day"), (42, "week")])
def test_from_six_weeks_between_first_and_last_day_on_a_point_is_a_week(
    days: int, step: str
) -> None:
    assert course(walked(*["r5:3"] * (days + 1))).step == step


@pytest.mark.parametrize(
    ("told", "leg", "back"),
    [
        (CheckInRecord(ago(days=1), leg_now=4), 4, None),
        (CheckInRecord(ago(days=1), back_now=2), None, 2),
        (CheckInRecord(ago(days=1), leg_now=4, back_now=0), 4, 0),
        (CheckInRecord(ago(days=1), chart=chart("back:3")), None, 3),
        (CheckInRecord(ago(days=1), chart=chart("r6:5")), None, 0),
        (CheckInRecord(ago(days=1), back_now=2, chart=chart("back:3")), None, 3),
    ],
)
def test_whatever_was_told_is_on_the_line_and_what_was_not_asked_is_no_zero(
    told: CheckInRecord, leg: int | None, back: int | None
) -> None:
    first = after(told).points[0]
    assert (first.day, first.leg, first.back) == (days_ago(1), leg, back)


def test_a_check_in_that_tells_nothing_of_pain_is_not_on_the_line() -> None:
    assert len(after(CheckInRecord(ago(days=1), nights_broken=1)).points) == 1


def test_a_day_is_told_by_the_strongest_of_what_was_told_in_it() -> None:
    told = (
        CheckInRecord(ago(hours=30), leg_now=6, back_now=1),
        CheckInRecord(ago(hours=28), leg_now=3),
        CheckInRecord(ago(hours=27), back_now=2),
        CheckInRecord(ago(hours=26), leg_now=2, back_now=5),
        CheckInRecord(ago(hours=25), chart=chart("r6:1")),
    )
    first = after(*told).points[0]
    assert (first.leg, first.back, first.rank) == (6, 5, 6)


@pytest.mark.parametrize("leg", ["", "left/"])
def test_tingling_and_numbness_count_in_either_leg(leg: str) -> None:
    (tingles,) = course(walked(f"{leg}tg6:1")).points
    assert (tingles.tingling, tingles.numbness) == (True, False)
    (numb,) = course(walked(f"{leg}nb6:1")).points
    assert (numb.tingling, numb.numbness) == (False, True)


@pytest.mark.parametrize(
    ("leg", "felt"),
    [
        (Limb(), False),
        (Limb(Reach(2, 2)), False),
        (Limb(Reach(3, 1)), True),
        (Limb(tingling=3), True),
        (Limb(numbness=3), True),
        (Limb(Reach(0, 0), tingling=3, numbness=3), True),
    ],
)
def test_a_leg_is_felt_from_the_buttock_down_or_by_tingling_or_numbness(
    leg: Limb, felt: bool
) -> None:
    assert leg.felt is felt


def test_a_leg_of_which_nothing_was_told_is_empty() -> None:
    assert limb([]) == Limb(None, 0, 0, 0) == Limb()


@pytest.mark.parametrize("turn", [1, -1])
def test_a_leg_over_several_charts_is_told_by_its_furthest_and_strongest(turn: int) -> None:
    reads = [Read(rank=8, strength=2, tingling=3, numbness=9), Read(4, 6, 7, 0), Read(6, 3, 5, 4)]
    assert limb(reads[::turn]) == Limb(Reach(8, 4), strength=6, tingling=7, numbness=9)


def test_the_chart_before_a_session_is_on_the_line_of_its_own_day_only() -> None:
    person = moved(
        walked("r6:4", "r6:4", "r5:4"),
        session(ago(days=2, hours=1), ("M10", 12), t0="r9:4"),
        session(ago(days=1), ("M10", 12), t0="r9:4"),
        session(ago(hours=3), ("M10", 12), t0="left/r8:2 r7:6"),
        ExerciseSession(ago(hours=2)),
    )
    assert ranks(course(person)) == [6, 6, 5]
    day = course(person, "day")
    assert ranks(day) == [8, 5]
    assert [point.leg for point in day.points] == [6, 4]


def test_a_session_begun_with_a_check_in_comes_after_it() -> None:
    person = moved(walked("r5:4"), session(ago(), ("M10", 12), t0="r7:4"))
    assert ranks(course(person, "day")) == [5, 7]


def test_sessions_are_on_the_line_from_its_first_day_to_its_last() -> None:
    person = moved(
        walked(*["r5:3"] * 12),
        *(session(ago(days=days), ("M10", 12)) for days in (11, 8, 7, 6, 1)),
    )
    assert [mark.day for mark in course(person, "week").sessions] == [days_ago(6), days_ago(1)]
    late = replace(person, episode_start=days_ago(7))
    assert [mark.day for mark in course(late).sessions] == [days_ago(7), days_ago(6), days_ago(1)]


@pytest.mark.parametrize(("row", "stopped"), [(8, False), (7, True), (5, True), (12, False)])
def test_a_session_says_stopped_once_a_movement_was(row: int, stopped: bool) -> None:
    person = moved(walked("r5:3"), session(ago(hours=2), ("M10", row)))
    assert [mark.stopped for mark in course(person).sessions] == [stopped]


def test_a_flare_that_was_over_before_the_view_is_not_marked() -> None:
    days = ["r6:9", *["r5:3"] * 12]
    assert [flare.until for flare in course(walked(*days)).flares] == [ago(days=10)]
    assert course(walked(*days), "week").flares == ()


def test_a_flare_that_a_session_began_later_is_not_marked_on_an_earlier_day() -> None:
    past = History(
        check_ins=(CheckInRecord(ago(days=1), leg_now=3, chart=chart("r5:3")),),
        sessions=(session(ago(hours=3), ("M10", 12), stops=("SS4",)),),
    )
    untold: dict[str, Any] = {"chart": None, "leg_now": None, "back_now": None}
    person = replace(typical(history=past, **since(9)), **untold)
    day = course(person, "day")
    assert (day.last, day.flares) == (days_ago(1), ())
    assert [flare.since for flare in course(person).flares] == [ago(hours=3)]


def test_a_day_told_by_a_clock_ahead_of_now_is_still_on_the_line() -> None:
    ahead = CheckInRecord(ago(hours=2).astimezone(timezone(timedelta(hours=14))), leg_now=4)
    seen = after(CheckInRecord(ago(days=1), leg_now=3), ahead)
    assert seen.last == ahead.at.date() > days_ago(0)
    assert [point.leg for point in seen.points] == [3, 4, 3]
