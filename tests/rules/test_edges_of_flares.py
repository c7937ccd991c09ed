"""Which moments begin, join and end a flare? Each to the minute (section 3).

Each test stands for a small change of the engine that no other test noticed.
Hazards: H-03, H-20.
"""

from datetime import timedelta
from typing import Any

import pytest

from spineward.clinical.case import Case
from spineward.clinical.facts import CheckInRecord, ExerciseSession, History
from spineward.clinical.rules.flare import RULES, severe, severe_flare, state
from spineward.clinical.timeline import moment
from tests.cases.build import NOW, ago, chart, done, session, typical
from tests.cases.course import check_in, fires


@pytest.mark.parametrize(
    ("nights", "leg", "bad"), [(2, 6, True), (1, 6, False), (2, 5, False), (None, 6, False)]
)
def test_two_broken_nights_with_leg_pain_of_6_are_severe(
    nights: int | None, leg: int, bad: bool
) -> None:
    assert severe(moment(CheckInRecord(at=NOW, leg_now=leg, nights_broken=nights))) is bad


def stopped(hours: float) -> ExerciseSession:
    """A session that leg pain of 8 ended, so many hours ago."""
    return session(ago(hours=hours), ("M10", 12), stops=("SS4",))


def test_after_the_check_in_the_first_stop_for_pain_is_when_it_began() -> None:
    history = History(sessions=(stopped(4), stopped(3), stopped(2)))
    found = severe_flare(Case(typical(checked_in_at=ago(hours=5), history=history)))
    assert found is not None
    assert (found.since, found.until) == (ago(hours=4), None)


def test_a_stop_for_pain_in_the_minute_of_a_check_in_comes_before_it() -> None:
    """So that check-in is the first of the two calm ones."""
    history = History(check_ins=(check_in("r5:3", hours_ago=13),), sessions=(stopped(13),))
    assert state(Case(typical("r5:3", history=history))) == "FLARE_MODERATE"


# --- moved down within a day -----------------------------------------------------------------


@pytest.mark.parametrize("ended", [True, False], ids=["ended", "no end kept"])
@pytest.mark.parametrize(("minutes", "moderate"), [(5, True), (0, True), (-5, False)])
def test_a_set_that_moved_the_pain_down_counts_for_a_day_from_the_set(
    minutes: int, moderate: bool, ended: bool
) -> None:
    """Not from when its session began or ended."""
    edge = ago(hours=24)
    long = ExerciseSession(
        started=edge - timedelta(minutes=20),
        ended=edge + timedelta(minutes=20) if ended else None,
        sets=(done("M10", 5, edge + timedelta(minutes=minutes)),),
    )
    found = state(Case(typical("r5:3", history=History(sessions=(long,)))))
    assert (found == "FLARE_MODERATE") is moderate


def test_one_set_among_others_moved_the_pain_down() -> None:
    """And a session in which none did is no flare."""
    for rows, expected in (
        ((12, 5), "FLARE_MODERATE"),
        ((5, 12), "FLARE_MODERATE"),
        ((12,), "CALM"),
    ):
        one = session(ago(hours=3), *(("M10", row) for row in rows))
        assert state(Case(typical("r5:3", history=History(sessions=(one,))))) == expected


# --- long flares -----------------------------------------------------------------------------


def easing(*, apart: float) -> Case:
    """N2 four and two days ago, then a severe flare by back pain that began `apart` hours later."""
    worse = (120, 96, 49)
    sessions = tuple(session(ago(hours=h + 16, minutes=20), ("M10", 11), t0="r5:1") for h in worse)
    severe_at = 49 - apart
    records = [check_in("r5:3", hours_ago=h) for h in worse if h != severe_at]
    records.append(check_in("r5:3 back:8", hours_ago=severe_at))
    history = History(check_ins=tuple(records), sessions=sessions)
    return Case(typical("r5:3", history=history, leg_onset=ago(days=60).date()))


@pytest.mark.parametrize(("apart", "long"), [(0, True), (37.5, False)])
def test_a_flare_that_begins_as_a_worsening_ends_is_one_time_of_easing(
    apart: float, long: bool
) -> None:
    """With the last check-in of the worsening it runs on; after it a new time begins."""
    case = easing(apart=apart)
    assert state(case) == "FLARE_SEVERE"
    assert ("FLARE_LONG" in {found.id for found in RULES.fire(case)}) is long


@pytest.mark.parametrize("began", [15, 21])
def test_a_worsening_of_14_days_is_not_forgotten_when_a_flare_runs_on(began: int) -> None:
    """Its last day is over, the flare of that day goes on: easing since the first day of both."""
    at = [24 * (began + days) for days in (9, 8, 7, 6, 5)]
    records = [check_in("r5:3", hours_ago=hours) for hours in at]
    last = 24 * (began - 14) - 4
    for hours in (24 * (began + 1), 24 * began, 24 * (began - 7)):
        records.append(check_in("r5:6", hours_ago=hours))
    records.append(check_in("r5:6 back:8", hours_ago=last))
    history = History(check_ins=tuple(records))
    person = typical("r5:4", history=history, leg_onset=ago(days=60).date())
    assert "FLARE_LONG" in fires(RULES, person)


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ({"leg_now": None, "chart": chart("r6:8")}, {"leg_now": 6}),
        ({"leg_now": 8, "chart": None}, {"leg_now": 7}),
        ({"leg_now": 8, "chart": None}, {"leg_now": None}),
    ],
    ids=["no number then", "no chart then", "no number now"],
)
def test_what_was_not_told_when_a_flare_began_is_not_known_to_be_less(
    then: dict[str, Any], now: dict[str, Any]
) -> None:
    """0.4: easing for over three days without a known gain is a long flare."""
    first = check_in("r6:8", hours_ago=80, **then)
    person = typical("r6:6", history=History(check_ins=(first,)), **now)
    assert "FLARE_LONG" in fires(RULES, person)
