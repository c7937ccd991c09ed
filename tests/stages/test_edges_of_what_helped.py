"""Which sessions, mornings and sets count for a movement, and in which order is it listed?"""

from dataclasses import replace
from datetime import timedelta

import pytest

from spineward.clinical.catalogue import limit
from spineward.clinical.facts import CheckInRecord
from spineward.clinical.helped import Helped, Interval, helped, wilson
from tests.cases.build import TODAY, ago, chart, session
from tests.stages.test_helped import lived, only, rows

ENDED = timedelta(minutes=20)


def morning(*told: CheckInRecord) -> tuple[int, int, int]:
    """Mornings worse, not worse and not told after a session of 60 hours ago."""
    line = only(lived(session(ago(hours=60), ("M10", 12), t0="r6:4"), mornings=told))
    return line.mornings_worse, line.mornings_not_worse, line.mornings_not_told


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (CheckInRecord(ago(hours=36), chart=chart("r8:6")), (1, 0, 0)),
        (CheckInRecord(ago(hours=36), chart=chart("r6:4")), (0, 1, 0)),
        (CheckInRecord(ago(hours=36), leg_now=9), (1, 0, 0)),
        (CheckInRecord(ago(hours=36), back_now=9), (0, 0, 1)),
    ],
)
def test_a_morning_is_told_by_a_chart_or_by_the_number_of_the_leg(
    told: CheckInRecord, found: tuple[int, int, int]
) -> None:
    assert morning(told) == found


@pytest.mark.parametrize(
    ("later", "told"),
    [
        (timedelta(hours=1), False),
        (timedelta(hours=12, minutes=-1), False),
        (timedelta(hours=12), True),
        (timedelta(hours=36), True),
        (timedelta(hours=36, minutes=1), False),
    ],
)
def test_a_morning_lies_12_to_36_hours_after_the_end_of_the_session(
    later: timedelta, told: bool
) -> None:
    at = ago(hours=60) + ENDED + later
    assert morning(CheckInRecord(at, leg_now=9)) == ((1, 0, 0) if told else (0, 0, 1))


def test_a_session_that_never_ended_is_followed_from_its_start() -> None:
    cut = replace(session(ago(hours=30), ("M10", 12), t0="r6:4"), ended=None)
    told = CheckInRecord(ago(hours=18), leg_now=9)
    assert only(lived(cut, mornings=(told,))).mornings_worse == 1


def test_a_check_in_before_the_session_is_not_its_morning() -> None:
    assert morning(CheckInRecord(ago(hours=70), leg_now=9)) == (0, 0, 1)


@pytest.mark.parametrize(("days", "times"), [(20, 1), (21, 0)])
def test_the_first_day_of_the_episode_is_the_first_that_counts(days: int, times: int) -> None:
    person = replace(
        lived(session(ago(days=days), ("M10", 9))), episode_start=TODAY - timedelta(days=20)
    )
    assert sum(line.times for line in helped(person)) == times


@pytest.mark.parametrize("over", [0, 1])
def test_in_a_young_episode_the_days_of_a_rest_count_too(over: int) -> None:
    days = limit("n2.off_days") + over
    person = replace(lived(session(ago(days=days), ("M10", 9))), episode_start=TODAY)
    assert sum(line.times for line in helped(person)) == 1 - over


def test_each_session_with_a_set_that_went_further_down_counts_once() -> None:
    sessions = (
        session(ago(days=3), ("M10", 9), ("M10", 5)),
        session(ago(days=2), ("M10", 5)),
        session(ago(days=1), ("M10", 9)),
    )
    line = only(lived(*sessions))
    assert (line.further_down, line.times) == (2, 3)
    assert line.sets == (1, 2)


@pytest.mark.parametrize(
    ("good", "other", "side"),
    [(3, 2, "helps"), (3, 3, "not"), (2, 3, "not"), (5, 0, "helps"), (0, 5, "not")],
)
@pytest.mark.parametrize("row", [0, 5, 12])
def test_it_helps_when_it_did_good_more_often_than_not(
    good: int, other: int, side: str, row: int
) -> None:
    assert only(lived(*rows(*[9] * good, *[row] * other))).side == side


def test_at_none_and_at_all_the_interval_ends_at_none_and_at_all() -> None:
    for times in range(1, 400):
        assert wilson(0, times).low == 0
        assert wilson(times, times).high == 100


def listed(**ends: list[int]) -> list[Helped]:
    """The lines of movements that ended in these rows, session by session."""
    longest = max(map(len, ends.values()))
    sessions = (
        session(
            ago(days=longest - n),
            *((name, rows[n]) for name, rows in ends.items() if n < len(rows)),
        )
        for n in range(longest)
    )
    return list(helped(lived(*sessions)))


def test_first_comes_what_surely_helps_last_what_it_is_too_early_to_say() -> None:
    lines = listed(
        M10=[9] * 4, M11=[12] * 5, M20=[9, 9, 9, 12, 12], M33=[9] * 6, M40=[9] * 3, M12=[9] * 4
    )
    assert [line.movement for line in lines] == ["M33", "M20", "M11", "M10", "M12", "M40"]
    assert lines[2].interval == Interval(0, 43)
    assert lines[3].interval is None


def test_of_two_that_help_as_surely_the_one_done_more_often_comes_first() -> None:
    lines = listed(M10=[12] * 5, M20=[12] * 6)
    assert [(line.movement, line.times) for line in lines] == [("M20", 6), ("M10", 5)]
