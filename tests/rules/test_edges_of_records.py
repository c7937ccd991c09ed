"""What does the engine read out of a chart, a day and a session? Each reading on both its sides.

Each test stands for a small change of the engine that no other test noticed.
"""

from dataclasses import replace
from typing import Any

import pytest

from spineward.clinical.body import BackState, LegState, back_state, leg_state
from spineward.clinical.case import Case
from spineward.clinical.dating import began, settled
from spineward.clinical.facts import (
    CareLevel,
    ExerciseSession,
    History,
    LockRecord,
    SetRecord,
    SetVerdict,
    StrengthRecord,
)
from spineward.clinical.ledger import ledger, stopped
from spineward.clinical.library import movements
from spineward.clinical.missing import required_items
from spineward.clinical.rules.hold_movement import flare_moderate
from spineward.clinical.today import Today
from tests.cases.build import NOW, ago, chart, days_ago, session, typical
from tests.rules.days import Day

STOP, END = SetVerdict.STOP_MOVEMENT, SetVerdict.STOP_SESSION


# --- a chart ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "part",
    ["pain", "tingling", "numbness", "front_pain", "front_tingling", "front_numbness"],
)
def test_anything_felt_makes_a_leg_symptomatic(part: str) -> None:
    felt: dict[str, Any] = {part: 4}
    assert LegState(**felt).symptomatic
    assert LegState(**felt).most_distal == 4
    assert not LegState().symptomatic


def test_only_the_places_that_tingle_or_are_numb_are_listed_with_their_grade() -> None:
    leg = leg_state(chart("r6:3 tg8:1 nb9:2"), "right")
    assert (leg.tingling_at, leg.numbness_at) == ({"sole": 1}, {"toes": 2})
    assert leg_state(chart("r6:3"), "left") == LegState()


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("back:2 back2:5", BackState(2, 5)),
        ("back:5 back2:2", BackState(2, 5)),
        ("back:5", BackState(1, 5)),
        ("back/tg:2", BackState(0, 0)),
        ("r3:5 groin:4", BackState(0, 0)),
    ],
)
def test_the_back_is_its_furthest_and_its_strongest_pain(text: str, state: BackState) -> None:
    assert back_state(chart(text)) == state


# --- a day -----------------------------------------------------------------------------------


def test_the_day_of_today_holds_every_answer_of_today() -> None:
    weak: Any = {"right": {"heel_walk": "weaker"}}
    told = typical("r6:3 back:2", hours_at_8=5, strength=weak, nights_broken=2, checked_in_at=NOW)
    day = Case(told).current
    assert (day.leg_now, day.back_now, day.chart, day.at) == (3, 2, told.chart, NOW)
    assert (day.hours_at_8, day.nights_broken, day.strength) == (5, 2, weak)


def test_a_number_that_was_not_told_is_not_read_off_the_chart_for_the_day() -> None:
    """A check-in under way: the chart is drawn, the page of numbers is still to come."""
    day = Case(replace(typical("r6:3 back:2"), leg_now=None, back_now=None)).current
    assert (day.leg_now, day.back_now) == (None, None)


def test_a_lock_that_was_released_is_not_open() -> None:
    shut = LockRecord(ago(days=3), ("A1",), CareLevel.EMERGENCY)
    released = LockRecord(ago(days=2), ("B7",), CareLevel.SAME_DAY, ago(days=1))
    assert Case(typical(history=History(locks=(shut, released)))).open_lock == shut
    assert Case(typical(history=History(locks=(released,)))).open_lock is None


@pytest.mark.parametrize("item", ["C2", "C3", "C15"])
@pytest.mark.parametrize(("told", "is_settled"), [("yes", True), ("no", False)])
def test_what_follows_from_who_someone_is_has_no_first_day(
    item: str, told: str, is_settled: bool
) -> None:
    """1.5: a review three days ago settles it, for it did not begin today."""
    person = typical(item={item: "yes"}, reviewed={item: days_ago(3)}, told_ok={item: told})
    assert settled(Case(person), item) is is_settled
    assert not settled(Case(replace(person, reviewed={})), item)


def test_what_follows_from_several_signs_began_with_the_last_change_of_any() -> None:
    person = typical(since={"A1": days_ago(9), "A2": days_ago(4)})
    assert began(Case(person), "C11", "A1", "A2") == days_ago(4)
    assert began(Case(person), "C11", "A1") == days_ago(9)
    assert began(Case(person), "A1", "A2") == days_ago(9)


def test_the_screen_requires_every_item_that_has_a_line_of_its_own() -> None:
    derived = {"C2", "C3", "C10", "C11"}
    every = [
        f"{kind}{n}" for kind, last in (("A", 16), ("B", 10), ("C", 12)) for n in range(1, last + 1)
    ]
    assert list(required_items()) == [item for item in every if item not in derived]


# --- a session -------------------------------------------------------------------------------


def one_set(row: int, verdict: SetVerdict, movement: str = "M10") -> SetRecord:
    """A set of half an hour ago with this verdict."""
    return SetRecord(movement, ago(minutes=30), row, "NO_CHANGE", verdict)


def of(*sets: SetRecord, stops: tuple[str, ...] = (), ended: bool = True) -> ExerciseSession:
    """A session of the last 40 minutes, ended ten minutes ago or still open."""
    over = ago(minutes=10) if ended else None
    return ExerciseSession(ago(minutes=40), over, chart("r6:4"), sets, stops)


@pytest.mark.parametrize(
    ("sets", "stops", "verdict"),
    [
        ((), (), SetVerdict.CONTINUE),
        ((one_set(7, STOP), one_set(11, SetVerdict.CONTINUE)), (), STOP),
        ((one_set(11, SetVerdict.CONTINUE), one_set(4, END)), (), END),
        ((), ("SS1",), END),
        ((one_set(2, SetVerdict.STOP_AND_ESCALATE),), ("SS1",), SetVerdict.STOP_AND_ESCALATE),
    ],
)
def test_a_session_is_as_strict_as_its_strictest_set_or_its_stop(
    sets: tuple[SetRecord, ...], stops: tuple[str, ...], verdict: SetVerdict
) -> None:
    assert of(*sets, stops=stops).verdict == verdict


@pytest.mark.parametrize(
    ("row", "verdict", "is_stopped"),
    [
        (7, STOP, True),
        (5, SetVerdict.REGRESS, False),
        (5, END, True),
        (12, END, False),
        (12, STOP, True),
    ],
)
def test_a_movement_was_stopped_by_its_own_verdict_or_by_its_row_in_the_leg(
    row: int, verdict: SetVerdict, is_stopped: bool
) -> None:
    """2.4: a mild back ache at row 5 stops nothing; dizziness stops no movement."""
    assert stopped(one_set(row, verdict)) is is_stopped


@pytest.mark.parametrize(
    ("row", "verdict", "kept"),
    [
        (7, STOP, True),
        (4, END, True),
        (5, SetVerdict.REGRESS, False),
        (8, END, False),
        (12, END, False),
    ],
)
def test_stops_are_kept_of_the_rows_that_speak_of_a_leg_or_a_red_flag(
    row: int, verdict: SetVerdict, kept: bool
) -> None:
    """Row 8 and better rows say nothing against a movement, even when the session was stopped."""
    one = one_set(row, verdict)
    found = ledger(Case(typical(history=History(sessions=(of(one),)))))
    assert found.stops == ((one,) if kept else ())


@pytest.mark.parametrize(
    ("sessions", "minutes"),
    [
        ((of(one_set(7, STOP)),), 30),
        ((of(stops=("SS1",)),), 10),
        ((of(stops=("SS1",), ended=False),), 40),
        ((of(one_set(7, STOP), stops=("SS1",)),), 10),
        ((of(one_set(7, STOP), stops=("SS1",), ended=False),), 30),
    ],
)
def test_the_last_stop_is_the_latest_set_or_end_that_was_one(
    sessions: tuple[ExerciseSession, ...], minutes: int
) -> None:
    """4.4: 24 hours without a step up are counted from it."""
    person = typical(history=History(sessions=sessions))
    assert ledger(Case(person)).last_stop == ago(minutes=minutes)


def test_the_last_stop_is_the_latest_also_of_two_sessions_that_overlap() -> None:
    """One was left open and ended after the next: an archive may hold that."""
    first = ExerciseSession(ago(hours=3), ago(minutes=5), (), (), ("SS1",))
    second = ExerciseSession(ago(hours=2), ago(hours=1), (), (), ("SS1",))
    person = typical(history=History(sessions=(first, second)))
    assert ledger(Case(person)).last_stop == ago(minutes=5)


def test_of_each_movement_the_newest_eight_sessions_are_read() -> None:
    """So that a year stays cheap; NC1 looks no further back either."""
    sessions = tuple(session(ago(days=day), ("M10", 12), t0="r6:4") for day in range(10, 0, -1))
    known = ledger(Case(typical(history=History(sessions=sessions))))
    assert [used.at for used in known.of("M10")] == [
        one.sets[0].at for one in reversed(sessions[2:])
    ]


@pytest.mark.parametrize(("row", "held"), [(8, True), (9, False), (10, False), (12, False)])
def test_in_a_moderate_flare_only_what_did_the_leg_no_harm_goes_on(row: int, held: bool) -> None:
    """Section 3: rows 9 to 12, row 10 too."""
    day = Day(sessions=(session(ago(days=2), ("M10", row), t0="r6:4"),))
    today = Today(Case(day.situation), day.gate, day.patterns, "FLARE_MODERATE", ())
    assert flare_moderate(today, movements()["M10"]) is held


def test_a_strength_check_and_a_set_begin_with_nothing_told() -> None:
    """What is not said of them is not known, and a set is a whole one."""
    assert StrengthRecord(NOW, {}).strength == {}
    assert not one_set(12, STOP).half_range
    assert LockRecord(NOW, ("A1",), CareLevel.EMERGENCY).examined == {}
