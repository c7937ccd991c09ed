"""Against what is a set judged, and what does a session leave behind? Each edge on both sides.

Each test stands for a small change of the engine that no other test noticed.
Hazards: H-02 slow creep; H-03 too much in a flare; H-09 nothing is invented or lost;
H-20 easing that goes on unnoticed.
"""

from typing import Any

import pytest

from spineward.clinical.case import Case
from spineward.clinical.facts import CheckInRecord, Gate, History, SetVerdict, Situation
from spineward.clinical.ledger import ledger
from spineward.clinical.rules import flare
from tests.cases.build import ago, chart, session, typical
from tests.cases.course import check_in, fires, since
from tests.stages.test_plan import offered, planned, runs
from tests.stages.test_response import after, felt
from tests.stages.test_session import Told, gone_down

STUCK: dict[str, Any] = dict.fromkeys(("can_sit_10", "can_stand_10", "can_walk_10"), "no")


def one_more(told: Told, start: float, text: str) -> Told:
    """One more set that ends with this chart, at once and upright."""
    return told.done(start).says(start + 1, "t1", text).says(start + 3, "t2", text)


# --- against what a set is judged ------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second", "rows"),
    [("r6:4", "r6:5", [12, 7]), ("r6:4", "r6:4", [12, 12]), ("r6:3", "r6:4", [12, 12])],
)
def test_pain_that_creeps_up_over_two_sets_is_judged_against_the_first_chart(
    first: str, second: str, rows: list[int]
) -> None:
    """2.3: from 3 to 4 to 5 no single set adds 2, the session does: row 7, stop this movement."""
    told = one_more(Told("r6:3"), 2, first).at(6, "continued")
    done = one_more(told, 8, second).now(11).done.sets
    assert [one.row for one in done] == rows
    assert (done[-1].verdict == SetVerdict.STOP_MOVEMENT) is (rows[-1] == 7)


def test_pain_that_was_less_in_between_is_judged_against_the_lower_chart() -> None:
    """2.3: up is against the lower of both, so from 6 to 3 and back to 5 is up by 2."""
    told = one_more(Told("r6:6"), 2, "r6:3").at(6, "continued")
    assert [one.row for one in one_more(told, 8, "r6:5").now(9).done.sets] == [11, 7]


def test_what_had_settled_after_ten_minutes_is_where_the_next_set_begins() -> None:
    """2.3: a set that changes nothing must not look good against the pain before it settled."""
    told = gone_down().says(7, "at_10", "r4:3").at(8, "continued")
    assert told.now(8).last.chart == chart("r4:3")
    assert [one.label for one in one_more(told, 10, "r4:3").now(13).done.sets] == [
        "PERIPHERALIZED",
        "NO_CHANGE",
    ]


# --- the short page after a set --------------------------------------------------------------


def test_a_new_place_of_unknown_strength_counts_as_the_least_pain() -> None:
    """The place is told, how strong it is is not: 1, and no more is invented."""
    assert felt(after("tg6:1", lowest={"right": 8})) == {
        ("calf_upper", "right", 0, 1, 0),
        ("heel", "right", 1, 0, 0),
    }


def test_pain_that_leaves_the_leg_for_the_back_leaves_the_groin_as_it_is() -> None:
    """2.2: the groin is off the path; what the leg does says nothing about it."""
    assert felt(after("r6:4 groin:3 back2:2", lowest={"right": 1})) == {
        ("groin", "right", 3, 0, 0),
        ("low_back_midline", "middle", 2, 0, 0),
    }


# --- what a session leaves behind ------------------------------------------------------------


@pytest.mark.parametrize(
    ("stops", "counts"),
    [(("SS1", "SS5"), True), (("SS1",), True), (("SS5",), False), ((), False)],
)
def test_only_a_wish_to_stop_leaves_no_stop_behind(stops: tuple[str, ...], counts: bool) -> None:
    """4.5: SS5 alone restricts nothing; dizzy and then asked to stop is a stop."""
    person = typical(
        history=History(sessions=(session(ago(days=1), ("M10", 12), t0="r5:3", stops=stops),))
    )
    assert (ledger(Case(person)).last_stop is not None) is counts


@pytest.mark.parametrize("row", [5, 11])
def test_an_ease_position_is_never_asked_for_at_half_the_range(row: int) -> None:
    """Section 3: a position has no range to halve, whatever it did last time."""
    today = planned("r6:4", *runs("M01", row))
    ease = [one for one in today.offered if one.ease]
    assert ease
    assert [one.movement for one in ease if "half_range" in one.limits] == []


@pytest.mark.parametrize(("row", "elbows"), [(9, True), (11, False)])
def test_on_the_elbows_on_a_limited_day_too_while_it_draws_the_pain_up(
    row: int, elbows: bool
) -> None:
    """Section 3, M02: it is the last response that decides, in LIMITED as in FULL."""
    today = planned("r6:4", *runs("M02", row), gate=Gate.LIMITED)
    assert ("elbows" in offered(today, "M02").limits) is elbows


# --- easing that goes on ---------------------------------------------------------------------


def eased_for(worse_from: int, *, stuck_from: int = 4) -> Situation:
    """Leg pain of 6 from one day to day -4 after a week of 3, then 4; since another day no
    position and no walk is possible for ten minutes."""
    levels = {day: 3 if day > worse_from else 6 if day >= 4 else 4 for day in range(16, 0, -1)}
    past: tuple[CheckInRecord, ...] = tuple(
        check_in(f"r6:{leg}", hours_ago=24 * day, **(STUCK if day <= stuck_from else {}))
        for day, leg in levels.items()
    )
    return typical("r6:4", history=History(check_ins=past), **STUCK, **since(30))


def test_a_turn_for_the_worse_that_runs_into_a_flare_counts_for_how_long_it_is_eased() -> None:
    """Section 3: eased for over 7 days in all is a SOON, although the flare alone is 4 days old
    and has become less."""
    assert "FLARE_LONG" in fires(flare.RULES, eased_for(10))
    assert "FLARE_LONG" not in fires(flare.RULES, eased_for(5))
