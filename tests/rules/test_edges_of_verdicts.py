"""How do several findings, or several rows of a set, come to one? Each joint on both sides.

Each test stands for a small change of the engine that no other test noticed. Spec section 0,
combining; 2.4.
"""

from typing import Any

import pytest

from spineward.clinical.facts import (
    CareLevel,
    Finding,
    Gate,
    SetContext,
    SetOutcome,
    SetReadings,
    SetVerdict,
)
from spineward.clinical.facts.chart import Reading
from spineward.clinical.set_verdict import ended, read_set, worst
from spineward.clinical.verdict import deciding, gate, within_days
from tests.cases.build import chart

SOON, TODAY = CareLevel.SOON, CareLevel.SAME_DAY


# --- findings --------------------------------------------------------------------------------


def test_the_fewest_days_of_the_winning_level_are_the_days() -> None:
    """A milder finding with fewer days does not hurry, nor does one without days."""
    found = [
        Finding("C1", SOON, within_days=14),
        Finding("C2", SOON, within_days=7),
        Finding("C4", SOON),
        Finding("C3", CareLevel.ROUTINE, within_days=3),
    ]
    assert within_days(found) == 7
    assert within_days(found[3:]) == 3


@pytest.mark.parametrize(
    ("level", "shut"), [(CareLevel.EMERGENCY, True), (TODAY, True), (SOON, False)]
)
def test_what_is_to_be_seen_today_shuts_the_gate_by_itself(level: CareLevel, shut: bool) -> None:
    """Combining 4, also where the rule names no gate; and it is named as what shut it."""
    found = [Finding("B1", level), Finding("C1", SOON, Gate.LIMITED)]
    assert gate(found) == (Gate.BLOCK if shut else Gate.LIMITED)
    assert deciding(found, gate(found)) == (("B1",) if shut else ("C1",))


def test_a_rule_that_shuts_the_gate_without_hurry_is_named_as_what_shut_it() -> None:
    found = [Finding("B1", TODAY), Finding("C10", SOON, Gate.BLOCK), Finding("C1", SOON)]
    assert deciding(found, Gate.BLOCK) == ("B1", "C10")
    assert deciding(found, Gate.FULL) == ("C1",)


# --- rows of a set ---------------------------------------------------------------------------


def row(verdict: SetVerdict, number: int = 7, **more: Any) -> SetOutcome:
    """One row of the table that matched."""
    return SetOutcome("WORSE_IN_PLACE", verdict, number, (f"row {number}",), **more)


def test_of_two_stopped_movements_the_longer_wait_counts() -> None:
    """Combining: the strictest; a milder row that waits longer is no part of it."""
    ten = row(SetVerdict.STOP_MOVEMENT, 5, re_ask_minutes=10)
    thirty = row(SetVerdict.STOP_MOVEMENT, 7, re_ask_minutes=30)
    hour = row(SetVerdict.REGRESS, 8, re_ask_minutes=60)
    assert worst([ten, thirty, hour]).re_ask_minutes == 30
    assert worst([thirty, ten, hour]).re_ask_minutes == 30
    assert worst([row(SetVerdict.STOP_SESSION, 3), hour]).re_ask_minutes is None


def test_a_stopped_movement_that_nobody_says_more_about_asks_nothing_more() -> None:
    """2.4: then the session is over, and only easing is left for the day."""
    found = ended(row(SetVerdict.STOP_MOVEMENT, 5, re_ask_minutes=10))
    assert (found.verdict, found.gate, found.re_ask_minutes) == (
        SetVerdict.STOP_SESSION,
        Gate.EASE_ONLY,
        None,
    )


@pytest.mark.parametrize(
    ("before", "after", "asked"),
    [
        ("r5:3", ("r5:3 groin:4", "r5:3"), ("C12",)),
        ("r5:3", ("r5:3", "r5:3 groin:4"), ("C12",)),
        ("r5:3 groin:2", ("r5:3 groin:4", "r5:3"), ()),
        ("r5:3 groin:0", ("r5:3 groin:4", "r5:3"), ("C12",)),
        ("r5:3", ("r5:3 groin:0", "r5:3"), ()),
        ("r5:3", ("r5:3 saddle/nb:1 groin:4", "r5:3"), ("A3", "C12")),
    ],
)
def test_a_new_mark_off_the_path_opens_its_question_and_one_that_was_there_does_not(
    before: str, after: tuple[str, str], asked: tuple[str, ...]
) -> None:
    """2.2: felt at any reading of the set; a mark with nothing in it is no mark."""
    t1, t2 = (Reading(chart(text)) for text in after)
    found = read_set(SetReadings(t0=Reading(chart(before)), t1=t1, t2=t2), SetContext(("right",)))
    assert found.asks == asked
