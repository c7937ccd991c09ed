"""What of a stopped session still holds? Rests, the re-ask, and the first sessions."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from spineward.clinical.assessment import assess
from spineward.clinical.case import Case
from spineward.clinical.facts import (
    CareLevel,
    ExerciseSession,
    Gate,
    History,
    LockRecord,
    SetVerdict,
    Situation,
)
from spineward.clinical.questions import FULL_SCREEN
from spineward.clinical.rules.rests import escalations, first_sessions, rests
from tests.cases.build import ago, day_values, days_ago, done, session, typical
from tests.cases.course import check_in


def held(situation: Situation) -> dict[str, Gate]:
    return {found.rule: found.gate for found in rests(Case(situation))}


def found(situation: Situation) -> dict[str, CareLevel]:
    return {one.rule: one.level for one in escalations(Case(situation))}


def stopped(row: int, at: datetime, t0: str = "r6:3", **answer: Any) -> ExerciseSession:
    """A session whose one set ended in that row, with what the re-ask said."""
    return ExerciseSession(at, at, typical(t0).chart, (done("M10", row, at, **answer),))


def after(*sessions: ExerciseSession, text: str = "r6:3", **changes: Any) -> Situation:
    return typical(text, history=History(sessions=sessions), **changes)


# --- the rest of the day -------------------------------------------------------------------


def test_a_stopped_session_leaves_only_easing_for_the_rest_of_the_day() -> None:
    assert held(after(stopped(4, ago(hours=3), at_30="settled"))) == {
        "stopped_today": Gate.EASE_ONLY
    }
    assert held(after(stopped(4, ago(hours=13), at_30="settled"))) == {}


@pytest.mark.parametrize(
    ("now", "stopped_at"),
    [
        ("2026-11-20T06:31-05:00", "2026-11-21T00:30+13:00"),
        ("2026-11-21T10:31+12:00", "2026-11-20T23:30+01:00"),
        ("2026-11-18T09:00+01:00", "2026-11-20T08:00+01:00"),
    ],
    ids=["flown west", "flown east", "clock set back"],
)
def test_another_clock_does_not_end_the_rest_of_the_day(now: str, stopped_at: str) -> None:
    """Hazards: H-11."""
    over = datetime.fromisoformat(stopped_at)
    known = after(stopped(4, over, at_30="settled"), now=datetime.fromisoformat(now))
    assert held(known) == {"stopped_today": Gate.EASE_ONLY}


def test_a_set_nobody_answered_counts_as_a_stopped_session() -> None:
    assert "stopped_today" in held(after(stopped(0, ago(hours=3))))


@pytest.mark.parametrize(
    ("stops", "rests_today"), [(("SS1",), True), (("SS6",), True), (("SS5",), False)]
)
def test_only_the_persons_own_wish_to_stop_restricts_nothing(
    stops: tuple[str, ...], rests_today: bool
) -> None:
    one = session(ago(hours=3), ("M10", 11), t0="r6:3", stops=stops)
    assert ("stopped_today" in held(after(one))) is rests_today


def test_a_stopped_movement_alone_does_not_end_the_day() -> None:
    assert held(after(stopped(5, ago(hours=3)))) == {}


# --- numbness, row 4 -----------------------------------------------------------------------


def test_no_session_until_the_re_ask_is_answered() -> None:
    for row in (3, 4):
        assert held(after(stopped(row, ago(days=3))))["re_ask_open"] == Gate.EASE_ONLY


def test_one_grade_more_numbness_rests_until_the_next_morning_is_answered() -> None:
    one_grade = stopped(4, ago(hours=11), t0="nb9:1", at_30="still_one_grade")
    assert held(after(one_grade, text="nb9:2")) == {
        "stopped_today": Gate.EASE_ONLY,
        "numbness_rest": Gate.EASE_ONLY,
    }
    late = stopped(4, ago(days=3), t0="nb9:1", at_30="still_one_grade")
    assert "numbness_rest" in held(after(late, chart=None))


def test_answers_from_before_the_session_do_not_end_the_rest() -> None:
    one_grade = stopped(4, ago(hours=14), t0="nb9:1", at_30="still_one_grade")
    asked_before = after(one_grade, text="nb9:1", checked_in_at=ago(hours=15))
    assert "numbness_rest" in held(asked_before)


def test_w43b_back_to_usual_next_morning_ends_the_rest() -> None:
    one_grade = stopped(4, ago(hours=20), t0="nb9:1", at_30="still_one_grade")
    assert held(after(one_grade, text="nb9:1")) == {}
    assert found(after(one_grade, text="nb9:1")) == {}


def test_w43c_still_up_next_morning_is_b9() -> None:
    one_grade = stopped(4, ago(hours=20), t0="nb9:1", at_30="still_one_grade")
    assert found(after(one_grade, text="nb9:2")) == {"B9": CareLevel.SAME_DAY}


def test_a_late_answer_is_read_as_the_next_morning() -> None:
    one_grade = stopped(4, ago(days=3), t0="nb9:1", at_30="still_one_grade")
    assert found(after(one_grade, text="nb9:2")) == {"B9": CareLevel.SAME_DAY}


def test_numbness_that_stayed_or_spread_at_the_re_ask_is_b9_until_examined() -> None:
    spread = stopped(4, ago(hours=20), at_30="still")
    assert found(after(spread)) == {"B9": CareLevel.SAME_DAY}
    assert found(after(spread, examined={"B9": days_ago(0)})) == {}
    assert found(after(spread, examined={"B9": days_ago(2)})) == {"B9": CareLevel.SAME_DAY}


@pytest.mark.parametrize(("days", "open_"), [(14, True), (15, False)])
def test_an_old_finding_is_left_to_its_lock(days: int, open_: bool) -> None:
    assert bool(found(after(stopped(4, ago(days=days), at_30="still")))) is open_


# --- second leg, row 3 ---------------------------------------------------------------------


@pytest.mark.parametrize(("hours", "rest"), [(24, True), (25, False)])
def test_a_second_buttock_still_sore_rests_24_hours_and_asks_a5(hours: int, rest: bool) -> None:
    person = after(stopped(3, ago(hours=hours), at_30="still"))
    assert ("second_leg_rest" in held(person)) is rest
    if rest:
        asked = [one.asks for one in rests(Case(person)) if one.rule == "second_leg_rest"]
        assert asked == [("A5",)]


def test_w42d_further_down_the_second_leg_at_the_re_ask_is_an_emergency() -> None:
    assert found(after(stopped(3, ago(hours=1), at_30="further"))) == {"A5": CareLevel.EMERGENCY}


# --- an alarm that left no lock, rows 1 and 2 ----------------------------------------------


def test_a_leg_that_grew_weaker_in_a_set_is_for_today_until_it_is_examined() -> None:
    weaker = stopped(2, ago(hours=26))
    assert found(after(weaker)) == {"B1": CareLevel.SAME_DAY}
    asked = [one.asks for one in escalations(Case(after(weaker)))]
    assert asked == [("A6", "A7")]
    assert found(after(weaker, examined={"A7": days_ago(0)})) == {}
    assert found(after(weaker, examined={"B1": days_ago(2)})) == {"B1": CareLevel.SAME_DAY}


def test_a_red_flag_that_nobody_named_is_for_today_and_all_is_asked() -> None:
    flagged = after(stopped(1, ago(hours=26)))
    seen = assess(flagged)
    assert seen.fired == ("row 1",)
    assert (seen.care_level, seen.movement_gate) == (CareLevel.SAME_DAY, Gate.BLOCK)
    assert seen.asks == FULL_SCREEN
    assert (seen.locked, seen.opens_lock) == (None, ())


def test_an_examination_of_any_red_flag_since_then_answers_it() -> None:
    flagged = stopped(1, ago(hours=26))
    assert assess(after(flagged, examined={"A3": days_ago(1)})).fired == ()
    assert assess(after(flagged, examined={"A3": days_ago(3)})).fired == ("row 1",)
    assert assess(after(flagged, examined={"C1": days_ago(1)})).fired == ("row 1",)


def test_a_red_flag_that_was_named_speaks_for_itself() -> None:
    flagged = stopped(1, ago(hours=26))
    assert assess(after(flagged, item={"B7": "yes"}, since={"B7": days_ago(1)})).fired == ("B7",)
    older = assess(after(flagged, item={"B7": "yes"}, since={"B7": days_ago(2)}))
    assert older.fired == ("B7", "row 1")


@pytest.mark.parametrize("row", [1, 2])
def test_an_alarm_with_its_lock_is_left_to_the_lock(row: int) -> None:
    at = ago(hours=26)
    alarm = stopped(row, at)
    lock = LockRecord(at, ("B1",), CareLevel.SAME_DAY, released_at=ago(hours=1))
    for kept, quiet in ((lock, True), (replace(lock, fired_at=ago(hours=27)), False)):
        person = typical("r6:3", history=History(sessions=(alarm,), locks=(kept,)))
        assert (assess(person).care_level < CareLevel.SAME_DAY) is quiet


@pytest.mark.parametrize(("row", "days", "open_"), [(1, 14, True), (2, 14, True), (1, 15, False)])
def test_an_alarm_of_a_set_holds_for_fourteen_days(row: int, days: int, open_: bool) -> None:
    level = assess(after(stopped(row, ago(days=days)))).care_level
    assert (level == CareLevel.SAME_DAY) is open_


# --- first sessions ------------------------------------------------------------------------

GOOD = session(ago(days=2), ("M10", 11))
LATER = session(ago(days=1), ("M10", 12))


@pytest.mark.parametrize(
    ("sessions", "limited"),
    [
        ((), True),
        ((GOOD,), True),
        ((GOOD, LATER), False),
        ((GOOD, session(ago(days=1), ("M10", 5))), False),
        ((GOOD, stopped(4, ago(days=1), at_30="settled")), True),
        ((GOOD, replace(LATER, stops=("SS1",))), True),
        ((GOOD, replace(LATER, stops=("SS5",))), True),
        ((GOOD, replace(LATER, ended=None)), True),
        ((GOOD, replace(LATER, sets=())), True),
    ],
)
def test_two_completed_sessions_open_the_gate(
    sessions: tuple[ExerciseSession, ...], limited: bool
) -> None:
    assert first_sessions(Case(after(*sessions))) is limited


def test_a_released_lock_starts_the_count_again() -> None:
    lock = LockRecord(ago(days=9), ("B7",), CareLevel.SAME_DAY, released_at=ago(hours=36))
    person = typical(history=History(sessions=(GOOD, LATER), locks=(lock,)))
    assert first_sessions(Case(person))
    earlier = replace(lock, released_at=ago(days=3))
    assert not first_sessions(
        Case(typical(history=History(sessions=(GOOD, LATER), locks=(earlier,))))
    )


def test_a_relapse_starts_the_count_again() -> None:
    quiet = day_values(*[0] * 40)[:-3]
    back = check_in("r5:3", hours_ago=60)
    before = tuple(session(ago(days=day), ("M10", 11)) for day in (60, 58, 56))
    history = History(check_ins=(*quiet, back), sessions=before)
    assert first_sessions(Case(typical(history=history)))
    history = replace(history, sessions=(*before, GOOD, LATER))
    assert not first_sessions(Case(typical(history=history)))


def test_an_escalated_set_does_not_count_as_completed() -> None:
    assert stopped(2, ago(days=1)).verdict == SetVerdict.STOP_AND_ESCALATE
    assert first_sessions(Case(after(GOOD, stopped(2, ago(days=1)))))
