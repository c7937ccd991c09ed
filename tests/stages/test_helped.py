"""Does the ledger tell what followed each movement, and no more than so few times can say?"""

from dataclasses import replace
from datetime import date, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spineward.clinical.catalogue import limit
from spineward.clinical.facts import CheckInRecord, ExerciseSession, History, SetVerdict, Situation
from spineward.clinical.helped import Helped, Interval, helped, wilson
from tests.cases.build import ago, done, session, typical
from tests.cases.course import check_in

LEAST = limit("helped.least_times")


def lived(*sessions: ExerciseSession, mornings: tuple[CheckInRecord, ...] = ()) -> Situation:
    """Someone with pain in the calf who did these sessions."""
    return typical("r6:4", history=History(check_ins=mornings, sessions=sessions))


def only(person: Situation) -> Helped:
    """The one line there is."""
    (line,) = helped(person)
    return line


def rows(*ends: int) -> tuple[ExerciseSession, ...]:
    """Sessions a day apart in which M10 ended in these rows."""
    count = len(ends)
    return tuple(session(ago(days=count - n), ("M10", row)) for n, row in enumerate(ends))


@pytest.mark.parametrize(
    ("good", "times", "interval"),
    [(7, 9, (45, 94)), (0, 5, (0, 43)), (5, 5, (57, 100)), (5, 10, (24, 76)), (50, 100, (40, 60))],
)
def test_the_interval_is_the_score_interval_of_wilson(
    good: int, times: int, interval: tuple[int, int]
) -> None:
    assert wilson(good, times) == Interval(*interval)


@given(st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_holds_the_share_and_mirrors_and_narrows(pair: tuple[int, int]) -> None:
    good, times = pair
    one, other = wilson(good, times), wilson(times - good, times)
    assert 0 <= one.low <= round(100 * good / times) <= one.high <= 100
    assert abs(one.low - (100 - other.high)) <= 1
    more = wilson(good * 4, times * 4)
    assert more.high - more.low <= one.high - one.low


def test_below_a_stated_number_of_times_it_is_too_early_to_say() -> None:
    line = only(lived(*rows(*[9] * (LEAST - 1))))
    assert (line.times, line.better, line.interval, line.side) == (4, 4, None, "too_early")
    line = only(lived(*rows(*[9] * LEAST)))
    assert (line.interval, line.side) == (Interval(57, 100), "helps")


@pytest.mark.parametrize(
    ("row", "counted"),
    [
        *((row, "worse") for row in range(1, 8)),
        *((row, "same") for row in (8, 10, 12)),
        *((row, "better") for row in (9, 11)),
        (0, "stopped"),
    ],
)
def test_each_row_of_the_verdict_table_counts_as_one_thing(row: int, counted: str) -> None:
    line = only(lived(*rows(row)))
    counts = {name: getattr(line, name) for name in ("better", "same", "worse", "stopped", "quiet")}
    assert counts == dict.fromkeys(counts, 0) | {counted: 1}
    assert line.further_down == (row == 5)


def test_one_set_that_made_it_worse_outweighs_all_that_eased_it_in_that_session() -> None:
    line = only(lived(session(ago(days=1), ("M10", 9), ("M10", 5), ("M10", 9))))
    assert (line.times, line.sets, line.worse, line.better) == (1, (3, 3), 1, 0)


def test_a_stop_for_another_reason_is_neither_better_nor_worse() -> None:
    whole = session(ago(days=1), ("M10", 12))
    cut = replace(whole, sets=(replace(whole.sets[0], verdict=SetVerdict.STOP_MOVEMENT),))
    assert only(lived(cut)).stopped == 1


def test_a_mild_new_back_ache_alone_is_not_further_down() -> None:
    whole = session(ago(days=1), ("M10", 5))
    mild = replace(whole.sets[0], label="BACK_OVERLOAD", verdict=SetVerdict.REGRESS)
    ache = replace(whole, sets=(mild,))
    line = only(lived(ache))
    assert (line.further_down, line.worse, line.same) == (0, 0, 1)


def test_times_without_pain_before_and_after_say_nothing() -> None:
    sessions = rows(9, 9, 9, 9, 12)
    free = replace(sessions[-1].sets[0], label="SYMPTOM_FREE")
    line = only(lived(*sessions[:-1], replace(sessions[-1], sets=(free,))))
    assert (line.times, line.quiet, line.judged, line.interval) == (5, 1, 4, None)


def test_half_the_range_is_a_dose_of_its_own() -> None:
    whole = session(ago(days=2), ("M10", 9), ("M10", 9))
    half = ExerciseSession(
        ago(days=1), sets=(replace(done("M10", 12, ago(days=1)), half_range=True),)
    )
    lines = {line.half_range: line for line in helped(lived(whole, half))}
    assert (lines[False].sets, lines[True].sets) == ((2, 2), (1, 1))
    assert (lines[False].better, lines[True].same) == (1, 1)


def test_the_next_morning_is_read_as_the_rules_read_it() -> None:
    sessions = tuple(session(ago(days=days), ("M10", 12), t0="r6:4") for days in (6, 4, 2))
    mornings = (check_in("r6:4", hours_ago=6 * 24 - 20), check_in("r7:4", hours_ago=4 * 24 - 20))
    line = only(lived(*sessions, mornings=mornings))
    told = (line.mornings_not_worse, line.mornings_worse, line.mornings_not_told)
    assert told == (1, 1, 1)


def test_mornings_after_the_same_chart_are_told_apart_by_all_that_is_compared() -> None:
    """With a chart or by the number alone, at any offset of the clock."""
    sessions = tuple(session(ago(days=n), ("M10", 12), t0="r6:4") for n in (12, 10, 8, 6, 4))
    nights = [n * 24 - 20 for n in (12, 10, 8, 6, 4)]
    said = [check_in("r6:4", hours_ago=hours) for hours in nights]
    said[1] = replace(said[1], chart=None, leg_now=4)
    said[2] = replace(said[2], chart=None, leg_now=9)
    said[3] = replace(said[3], at=said[3].at.astimezone(timezone(timedelta(hours=9))))
    said[4] = replace(said[4], chart=None, leg_now=None)
    line = only(lived(*sessions, mornings=tuple(said)))
    told = (line.mornings_not_worse, line.mornings_worse, line.mornings_not_told)
    assert told == (3, 1, 1)


def test_a_session_of_an_earlier_episode_says_nothing_about_this_one() -> None:
    old = session(ago(days=60), ("M10", 9))
    assert helped(lived(old)) == ()
    assert only(typical("r6:4", episode_start=None, history=History(sessions=(old,)))).times == 1


def test_it_is_listed_by_what_it_surely_does_and_the_latest_response_changes_no_count() -> None:
    sessions = [
        session(ago(days=9 - n), ("M20", 9 if n < 3 else 12), ("M10", 9), ("M33", 5))
        for n in range(6)
    ]
    assert [line.movement for line in helped(lived(*sessions))] == ["M10", "M20", "M33"]
    assert [line.side for line in helped(lived(*sessions))] == ["helps", "not", "not"]


@given(st.lists(st.integers(0, 12), min_size=1, max_size=12))
def test_every_time_is_counted_once(ends: list[int]) -> None:
    line = only(lived(*rows(*ends)))
    parts = line.better + line.same + line.worse + line.stopped + line.quiet
    assert parts == line.times == len(ends)
    assert line.mornings_worse + line.mornings_not_worse + line.mornings_not_told == line.times
    assert line.sets == (1, 1)


def test_the_first_day_of_the_episode_counts_and_the_days_of_a_rest_before_it() -> None:
    today = ago().date()
    person = replace(lived(session(ago(days=10), ("M10", 9))), episode_start=today)
    assert only(person).times == 1
    early = replace(person, episode_start=today - timedelta(days=1))
    assert isinstance(early.episode_start, date)
    assert only(early).times == 1
