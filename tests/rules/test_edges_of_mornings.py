"""From which minute to which does a session reach into the days after it? (2.4, 2.5, 2.6)

Each test stands for a small change of the engine that no other test noticed.
Hazards: H-01, H-02, H-18, H-20.
"""

from datetime import timedelta
from typing import Any

import pytest

from spineward.clinical.case import Case
from spineward.clinical.facts import (
    CheckInRecord,
    ExerciseSession,
    History,
    SetRecord,
    SetVerdict,
    Situation,
)
from spineward.clinical.rules import next_day, no_change, rests
from tests.cases.build import NOW, ago, chart, days_ago, done, session, typical
from tests.cases.course import fires


def held(*sessions: ExerciseSession, **changes: Any) -> set[str]:
    """The rests that hold after these sessions."""
    return {found.rule for found in rests.rests(Case(after(*sessions, **changes)))}


def after(*sessions: ExerciseSession, **changes: Any) -> Situation:
    """Someone after these sessions."""
    return typical("r6:3", history=History(sessions=sessions), **changes)


def of_one_set(
    row: int, hours: float, *, lasting: float | None = 0, **answer: Any
) -> ExerciseSession:
    """A session that began so many hours ago and ended in that row; `lasting` None: no end."""
    at = ago(hours=hours)
    end = None if lasting is None else at + timedelta(hours=lasting)
    return ExerciseSession(at, end, chart("r6:3"), (done("M10", row, at, **answer),))


# --- which sessions still count --------------------------------------------------------------


@pytest.mark.parametrize(("minutes", "open_"), [(0, True), (1, False)])
def test_a_question_left_open_is_asked_for_22_and_a_half_days(minutes: int, open_: bool) -> None:
    """As far back as any rule of the next morning looks; then the session is history."""
    old = of_one_set(3, (14 + 7) * 24 + 36 + minutes / 60)
    assert ("re_ask_open" in held(old)) is open_


@pytest.mark.parametrize(
    ("started", "lasting", "rest"),
    [(12.5, 1.0, True), (12.5, 0.25, False), (11.5, None, True), (12.5, None, False)],
    ids=["past midnight", "before midnight", "no end, today", "no end, yesterday"],
)
def test_a_stopped_session_counts_for_the_day_on_which_it_ended(
    started: float, lasting: float | None, rest: bool
) -> None:
    """Now is noon. Where no end was kept, the start stands for it."""
    stopped = of_one_set(4, started, lasting=lasting, at_30="settled")
    assert ("stopped_today" in held(stopped)) is rest


def test_first_sessions_are_counted_no_further_than_needed() -> None:
    """Two are enough; a year of them is not read."""
    good = [session(ago(days=days), ("M10", 11)) for days in (4, 3, 2, 1)]
    assert [rests.sessions_since(Case(after(*good[:n])), None) for n in (0, 1, 2, 4)] == [
        0,
        1,
        2,
        2,
    ]


# --- the next morning ------------------------------------------------------------------------


def check(hours: float, text: str | None = "r6:3", leg: int | None = 3) -> CheckInRecord:
    """A check-in so many hours ago."""
    return CheckInRecord(
        at=ago(hours=hours), leg_now=leg, chart=None if text is None else chart(text)
    )


@pytest.mark.parametrize(
    ("lasting", "hours", "counts"),
    [(2, 16, True), (2, 16.1, False), (None, 18, True), (None, 18.1, False)],
)
def test_the_morning_counts_from_12_hours_after_the_session_ended(
    lasting: float | None, hours: float, counts: bool
) -> None:
    """The session began 30 hours ago. Without an end it counts from the start."""
    one = of_one_set(11, 30, lasting=lasting)
    answered = check(hours)
    case = Case(
        typical("", leg_now=None, chart=None, history=History((answered,), sessions=(one,)))
    )
    assert (next_day.next_morning(case, one) == answered) is counts
    assert (next_day.after_the_night(case, one) == answered) is counts


@pytest.mark.parametrize(
    ("before", "text", "leg", "worse"),
    [
        ("r5:3", None, None, False),
        ("r5:3", None, 5, True),
        ("r5:3", None, 4, False),
        ("back:2", "back2:2", 0, True),
        ("", "back2:2", 0, False),
        ("", "back2:3", 0, True),
    ],
)
def test_a_morning_is_worse_only_by_what_was_told(
    before: str, text: str | None, leg: int | None, worse: bool
) -> None:
    """Nothing told is nothing worse; a mild ache is let pass only in a back that did not hurt."""
    assert next_day.worse(chart(before), check(0, text, leg)) is worse


# --- rows 2 and 4 ----------------------------------------------------------------------------


@pytest.mark.parametrize("item", ["A6", "A7", "B1", "C13"])
@pytest.mark.parametrize(("examined", "open_"), [(2, False), (4, True)])
def test_a_leg_that_grew_weaker_in_a_set_is_seen_to_once_any_weakness_was_tested(
    item: str, examined: int, open_: bool
) -> None:
    weaker = of_one_set(2, 3 * 24)
    case = Case(after(weaker, examined={item: days_ago(examined)}))
    assert ("B1" in {found.rule for found in rests.escalations(case)}) is open_


def test_numbness_after_a_session_without_a_first_chart_is_all_new() -> None:
    """0.4: what was not known before the session does not excuse what is there now."""
    at = ago(hours=20)
    blind = ExerciseSession(at, at, None, (done("M10", 4, at, at_30="still_one_grade"),))
    case = Case(typical("r6:3 nb8:1", history=History(sessions=(blind,))))
    assert [found.rule for found in rests.escalations(case)] == ["B9"]


# --- no change -------------------------------------------------------------------------------


def test_a_movement_given_up_long_ago_hides_none_that_changes_nothing_now() -> None:
    old = session(ago(days=20), ("M10", 12))
    new = [session(ago(days=days), ("M20", 12)) for days in (3, 2, 1)]
    mixed = session(ago(hours=20), ("M33", 11))
    case = Case(after(old, *new, mixed, episode_start=days_ago(40)))
    assert no_change.unchanged_movements(case) == {"M20"}


def test_what_was_done_just_before_the_last_two_weeks_hides_nothing_done_in_them() -> None:
    """A session may begin before the 14 days and end in them."""
    edge = ago(days=14)
    sets = (
        done("M10", 12, edge - timedelta(minutes=5)),
        done("M20", 12, edge + timedelta(minutes=5)),
    )
    across = ExerciseSession(sets[0].at, sets[1].at, sets=sets)
    old = [session(ago(days=days), ("M20", 12)) for days in (17, 16)]
    case = Case(after(*old, across, episode_start=days_ago(40)))
    assert no_change.unchanged_movements(case) == {"M20"}


def test_a_session_in_which_only_the_first_set_was_felt_was_felt() -> None:
    """NC2 counts the sessions in which anything was felt."""
    felt = [
        ExerciseSession(
            at,
            at,
            sets=(
                done("M10", 12, at),
                SetRecord("M20", at, 12, "SYMPTOM_FREE", SetVerdict.CONTINUE),
            ),
        )
        for at in (ago(days=days) for days in (18, 12, 6, 1))
    ]
    person = after(*felt, episode_start=days_ago(40), leg_onset=days_ago(40))
    assert "NC2" in fires(no_change.RULES, person)


def test_the_clock_of_these_tests_stands_at_noon() -> None:
    """What is said above of midnight holds for this hour."""
    assert (NOW.hour, NOW.minute) == (12, 0)
