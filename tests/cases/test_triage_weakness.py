"""Do the worked cases W06 and W16 come out as written? A lost foot, and a weak big toe."""

from dataclasses import replace
from typing import Any

from spineward.clinical.assessment import assess
from spineward.clinical.facts import CheckInRecord, History, Situation
from tests.cases.build import ago, chart, days_ago, established, typical
from tests.cases.triage import (
    BLOCK,
    EASE_ONLY,
    EMERGENCY,
    LIMITED,
    ROUTINE,
    SAME_DAY,
    SELF_CARE,
    SOON,
    Row,
    both,
    check,
    locked,
    rows,
    ticked,
)

FOOT = {
    "since": {"A7": days_ago(0)},
    "age": 36,
    "episode_start": days_ago(3),
    "leg_onset": days_ago(3),
}
FOOT_SEEN = {
    "age": 36,
    "since": {"A7": days_ago(3)},
    "examined": {"A7": days_ago(0)},
    "told_ok": {"A7": "yes"},
    "history": History(locks=(locked("A7", days=3),)),
}
FOOT_LATER = {
    "age": 36,
    "since": {"A7": days_ago(15)},
    "examined": {"A7": days_ago(12)},
    "told_ok": {"A7": "yes"},
    "episode_start": days_ago(18),
    "history": History(locks=(locked("A7", days=15),)),
}
NO_PUSH: dict[str, Any] = {"toe_raise": "cannot"}


def found_by_test(person: dict[str, Any], days: int) -> dict[str, Any]:
    """The same answers, but nobody said since when: the strength check of that day found it."""
    then = CheckInRecord(at=ago(days=days), strength=both({}, NO_PUSH))
    history = replace(person["history"], check_ins=(then,))
    return {**person, "since": {}, "history": history}


CANNOT_PUSH = {"strength": both({}, NO_PUSH)}

MOTOR = (
    Row(
        "W06a",
        "since this morning she cannot push up on the left toes even holding the table",
        typical("left/r6:2", item=ticked("A7"), **FOOT),
        EMERGENCY,
        BLOCK,
        "A7",
    ),
    Row(
        "W06a-tested",
        "the same, found by the strength check only",
        typical("left/r6:2", **FOOT, **CANNOT_PUSH),
        EMERGENCY,
        BLOCK,
        "A7",
    ),
    Row(
        "W06b",
        "day 3: examined after the alert, told exercise is fine, foot unchanged",
        typical("left/r6:2", item=ticked("A7"), **FOOT_SEEN),
        ROUTINE,
        BLOCK,
        "A7 seen",
    ),
    Row(
        "W06b-tested",
        "the same, known from the strength check only",
        typical("left/r6:2", **FOOT_SEEN, **CANNOT_PUSH),
        ROUTINE,
        BLOCK,
        "A7 seen",
    ),
    Row(
        "W06b-tested-undated",
        "the same, and nobody was asked since when",
        typical("left/r6:2", **found_by_test(FOOT_SEEN, 3), **CANNOT_PUSH),
        ROUTINE,
        BLOCK,
        "A7 seen",
    ),
    Row(
        "W06c",
        "day 15 after the change, unchanged, full screen clean: the foot is named by C13",
        typical("left/r6:2", item=ticked("C13"), **FOOT_LATER),
        SELF_CARE,
        LIMITED,
        "C13",
    ),
    Row(
        "W06c-ticked",
        "the same, the foot is still ticked under A7",
        typical("left/r6:2", item=ticked("A7"), **FOOT_LATER),
        SELF_CARE,
        LIMITED,
        "C13",
    ),
    Row(
        "W06c-tested",
        "the same, known from the strength check only",
        typical("left/r6:2", **FOOT_LATER, **CANNOT_PUSH),
        SELF_CARE,
        LIMITED,
        "C13",
    ),
    Row(
        "W06c-tested-undated",
        "the same, and nobody was asked since when",
        typical("left/r6:2", **found_by_test(FOOT_LATER, 15), **CANNOT_PUSH),
        SELF_CARE,
        LIMITED,
        "C13",
    ),
    Row(
        "W16a",
        "big toe weaker, stable since week 1, never examined",
        typical(
            "r7:5",
            age=42,
            episode_start=days_ago(21),
            leg_onset=days_ago(21),
            since={"B1": days_ago(14)},
            strength=both({"big_toe": "weaker"}),
        ),
        SAME_DAY,
        BLOCK,
        "B1",
        0,
    ),
    Row(
        "W16b",
        "no leg pain at all, weak going upstairs for 8 weeks, never examined",
        typical(
            "",
            age=45,
            since={"B1": days_ago(56)},
            item=ticked("B1"),
            strength=both({"big_toe": "weaker"}),
        ),
        SOON,
        BLOCK,
        "C11",
        3,
    ),
    Row(
        "W16c",
        "as (a), examined on day 10, no worse since, told exercise is fine, est.",
        established(
            "r7:5",
            age=42,
            episode_start=days_ago(21),
            leg_onset=days_ago(21),
            since={"B1": days_ago(14)},
            examined={"B1": days_ago(11)},
            told_ok={"B1": "yes"},
            strength=both({"big_toe": "weaker"}),
        ),
        SELF_CARE,
        LIMITED,
        "C13",
    ),
    Row(
        "W16d",
        "as (c), exercise not discussed",
        established(
            "r7:5",
            age=42,
            episode_start=days_ago(21),
            leg_onset=days_ago(21),
            item=ticked("B1"),
            since={"B1": days_ago(14)},
            examined={"B1": days_ago(11)},
            told_ok={"B1": "not_discussed"},
        ),
        ROUTINE,
        EASE_ONLY,
        "C13",
    ),
)


TOE = both({"big_toe": "weaker"})
TOE_FOUND = CheckInRecord(at=ago(days=14), leg_now=5, back_now=0, chart=chart("r7:5"), strength=TOE)


def after_check(person: Situation) -> Situation:
    """The same person, whose strength check of two weeks ago found the weak toe."""
    history = replace(person.history, check_ins=(TOE_FOUND, *person.history.check_ins))
    return replace(person, history=history)


TOE_EXAMINED: dict[str, Any] = {
    "age": 42,
    "episode_start": days_ago(21),
    "leg_onset": days_ago(21),
    "examined": {"B1": days_ago(11)},
    "strength": TOE,
}
UNDATED = (
    Row(
        "W16a-undated",
        "big toe weaker at the strength checks since week 1, never examined",
        after_check(typical("r7:5", **{**TOE_EXAMINED, "examined": {}})),
        SAME_DAY,
        BLOCK,
        "B1",
        0,
    ),
    Row(
        "W16c-undated",
        "examined on day 10, no worse since, told exercise is fine, est.",
        after_check(established("r7:5", **TOE_EXAMINED, told_ok={"B1": "yes"})),
        SELF_CARE,
        LIMITED,
        "C13",
    ),
    Row(
        "W16d-undated",
        "as (c), exercise not discussed",
        after_check(established("r7:5", **TOE_EXAMINED, told_ok={"B1": "not_discussed"})),
        ROUTINE,
        EASE_ONLY,
        "C13",
    ),
)


@rows(*UNDATED)
def test_weakness_that_only_the_strength_check_dates(row: Row) -> None:
    """W16 without a "since when": the first check that found it stands for it."""
    check(row)


@rows(*MOTOR)
def test_weakness_from_alarm_to_known(row: Row) -> None:
    """W06 and W16."""
    check(row)


def test_feeling_fine_does_not_release_a_seen_foot() -> None:
    """W06(b): examined and told fine, but the foot is as it was and 14 days are not over."""
    found = assess(next(row.situation for row in MOTOR if row.id == "W06b"))

    assert not found.releases_lock
    assert found.locked is not None
    assert found.locked.steps == ("fresh_screen",)


def test_the_foot_is_released_into_limited_movement() -> None:
    """W06(c)."""
    found = assess(next(row.situation for row in MOTOR if row.id == "W06c"))

    assert found.releases_lock
    assert found.locked is None
