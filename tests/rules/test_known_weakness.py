"""What remains of a weakness that is known, seen or half examined? (1.6, C11, C13)

Each test stands for a small change of the engine that no other test noticed.
Hazards: H-18.
"""

from dataclasses import replace
from typing import Any

import pytest

from spineward.clinical.case import Case
from spineward.clinical.facts import CareLevel, Finding, Gate, History, Situation, StrengthRecord
from spineward.clinical.rules.strength import RULES
from tests.cases.build import ago, days_ago, typical
from tests.cases.triage import both, locked, ticked

WEAK, LOST = {"big_toe": "weaker"}, {"heel_walk": "cannot"}
RIGHT = {"right": "yes", "left": "no"}


def fired(person: Situation) -> dict[str, Finding]:
    """Every rule on weakness that says something."""
    return {found.rule: found for found in RULES.fire(Case(person))}


def examined(alarm: str, *checks: StrengthRecord, **told: Any) -> Situation:
    """Someone with a lock of 6 days ago, examined 5 days ago and told that it is fine."""
    return typical(
        examined={alarm: days_ago(5)},
        told_ok={alarm: "yes"},
        history=History(locks=(locked(alarm, days=6),), strength=checks),
        **told,
    )


def check(days: int, tests: Any) -> StrengthRecord:
    """A strength check that many days ago."""
    return StrengthRecord(ago(days=days), tests)


# --- A6 and A7 -------------------------------------------------------------------------------


def test_two_weak_legs_seen_to_are_seen() -> None:
    """By the checks on record, without any date told."""
    found = fired(examined("A6", check(8, both(WEAK, WEAK)), strength=both(WEAK, WEAK)))
    assert found["A6"].mark == "seen"


def test_a_second_leg_weak_only_since_the_examination_is_an_emergency() -> None:
    """That one leg was seen to is of no use, nor that A6 has an older date."""
    checks = check(8, both(WEAK))
    for since in ({}, {"A6": days_ago(8)}):
        person = examined("A6", checks, strength=both(WEAK, WEAK), since=since)
        assert fired(person)["A6"].mark == ""


def test_two_weak_legs_told_today_are_new_whatever_a6_was_before() -> None:
    """An old A6 that was examined does not cover what is weak in both legs now."""
    person = typical(
        item=ticked("A6", "B1"),
        since={"A6": days_ago(100), "B1": days_ago(5)},
        examined={"A6": days_ago(50)},
        detail={"B1": {"left": "yes", "right": "yes"}},
    )
    assert fired(person)["A6"].level == CareLevel.EMERGENCY


def test_two_weak_legs_are_as_old_as_a6_or_else_as_the_latest_weakness() -> None:
    """Examined 5 days ago; what changed 4 days ago was not seen to."""
    legs: dict[str, Any] = {"detail": {"B1": {"left": "yes", "right": "yes"}}}
    old, new = {"B1": days_ago(8)}, {"A6": days_ago(4), "A7": days_ago(4)}
    told = ticked("B1")
    assert fired(examined("A6", item=told, since=old, **legs))["A6"].mark == "seen"
    dated = {**old, "A6": new["A6"]}
    assert fired(examined("A6", item=told, since=dated, **legs))["A6"].mark == ""
    lost = {**old, "A7": new["A7"]}
    assert fired(examined("A6", item=ticked("B1", "A7"), since=lost, **legs))["A6"].mark == ""


def test_a_foot_told_as_lost_without_a_date_is_as_old_as_the_checks_show() -> None:
    person = examined("A7", check(8, both(LOST)), item=ticked("A7"), strength=both(LOST))
    assert fired(person)["A7"].mark == "seen"


def test_of_two_lost_feet_the_later_one_says_whether_they_were_seen() -> None:
    """That another examination saw the second foot is not an examination of A7."""
    person = examined("A7", check(8, both(LOST)), check(4, both(LOST, LOST)))
    again = replace(
        person, strength=both(LOST, LOST), examined={**person.examined, "C13": days_ago(3)}
    )
    assert fired(again)["A7"].mark == ""


def test_a_lost_foot_seen_to_is_seen() -> None:
    """By the checks on record, without any date told."""
    found = fired(examined("A7", check(8, both(LOST)), strength=both(LOST)))
    assert found["A7"].mark == "seen"


# --- C11 -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sign", "tests", "fires"),
    [
        ("twitching", WEAK, True),
        ("twitching", {}, False),
        ("thinner_leg", {}, True),
        ("no_pain", {}, True),
    ],
)
def test_twitching_counts_with_a_weakness_that_only_a_test_shows(
    sign: str, tests: dict[str, str], fires: bool
) -> None:
    detail = dict.fromkeys(("twitching", "thinner_leg", "no_pain"), "no") | {sign: "yes"}
    person = typical(item=ticked("C11"), detail={"C11": detail}, strength=both(tests))
    assert ("C11" in fired(person)) is fires


# --- C13 -------------------------------------------------------------------------------------

OLD: dict[str, Any] = {"item": ticked("A6"), "since": {"A6": days_ago(100)}}
KNOWN: dict[str, Any] = {"item": ticked("B1"), "since": {"B1": days_ago(100)}}
TESTED: dict[str, Any] = {"examined": {"B1": days_ago(50)}}
FINE: dict[str, Any] = {"told_ok": {"B1": "yes"}}
OF_RIGHT: dict[str, Any] = {"detail": {"A6": RIGHT, "B1": RIGHT}}
TWO: dict[str, Any] = {"item": OLD["item"] | KNOWN["item"], "since": OLD["since"] | KNOWN["since"]}


@pytest.mark.parametrize(
    ("told", "level", "gate", "days"),
    [
        (KNOWN | TESTED | FINE, CareLevel.SELF_CARE, Gate.LIMITED, None),
        (KNOWN | TESTED, CareLevel.ROUTINE, Gate.EASE_ONLY, 28),
        (OLD, CareLevel.SOON, Gate.LIMITED, 14),
        (TWO | TESTED | FINE, CareLevel.SOON, Gate.LIMITED, 14),
        (TWO | TESTED, CareLevel.SOON, Gate.EASE_ONLY, 14),
    ],
    ids=["fine", "not told fine", "never examined", "fine and never", "not told fine and never"],
)
def test_of_several_known_weaknesses_the_strictest_level_and_gate_count(
    told: dict[str, Any], level: CareLevel, gate: Gate, days: int | None
) -> None:
    found = fired(typical("r5:3", **told, **OF_RIGHT))["C13"]
    assert found == Finding("C13", level, gate, days)


def test_a_review_of_c11_makes_every_known_weakness_fine() -> None:
    """1.5: reviewed in this episode and told that exercise is fine."""
    told = TWO | TESTED
    review = {"reviewed": {"C11": days_ago(3)}, "told_ok": {"C11": "yes"}}
    found = fired(typical("r5:3", **told, **OF_RIGHT, **review))["C13"]
    assert found == Finding("C13", CareLevel.SELF_CARE, Gate.LIMITED)


def test_without_any_weakness_nothing_is_known() -> None:
    review = {"reviewed": {"C11": days_ago(3)}, "told_ok": {"C11": "yes"}}
    assert fired(typical("r5:3", **review)) == {}
