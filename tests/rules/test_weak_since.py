"""Whose weakness is it, since when, and was it this one that was examined? H-04, H-18."""

from dataclasses import replace
from typing import Any

import pytest

from spineward.clinical.assessment import assess
from spineward.clinical.facts import (
    CareLevel,
    CheckInRecord,
    Gate,
    History,
    LockRecord,
    StrengthRecord,
)
from tests.cases.build import NOW, ago, chart, days_ago, typical
from tests.cases.triage import both, locked, ticked

KNOWN_LEFT: dict[str, Any] = {
    "since": {"B1": days_ago(30)},
    "examined": {"B1": days_ago(20)},
    "told_ok": {"B1": "yes"},
    "detail": {"B1": {"left": "yes", "right": "no"}},
    "episode_start": days_ago(40),
    "leg_onset": days_ago(20),
}


def known(id: str, **answers: Any) -> dict[str, Any]:
    """This weakness since 30 days, examined 20 days ago, exercise is fine."""
    return {
        "since": {id: days_ago(30)},
        "examined": {id: days_ago(20)},
        "told_ok": {id: "yes"},
        "episode_start": days_ago(40),
        "leg_onset": days_ago(20),
        **answers,
    }


def checked(days: float, right: dict[str, str], left: dict[str, str] | None = None) -> Any:
    """A check-in with this strength check."""
    return CheckInRecord(
        at=ago(days=days), leg_now=3, back_now=0, chart=chart("r6:3"), strength=both(right, left)
    )


def past(*check_ins: CheckInRecord, locks: tuple[LockRecord, ...] = ()) -> History:
    """These strength checks and locks."""
    return History(check_ins=check_ins, locks=locks)


# --- Which leg -------------------------------------------------------------------------------


def test_a_new_weakness_of_the_other_leg_does_not_pass_as_the_known_one() -> None:
    """B1 was about the left leg; now the right big toe is weaker."""
    found = assess(typical("left/r6:3", strength=both({"big_toe": "weaker"}), **KNOWN_LEFT))

    assert found.care_level == CareLevel.EMERGENCY
    assert {"A5", "B1"} <= set(found.fired)


def test_the_known_weakness_of_the_named_leg_stays_known() -> None:
    """The same person with the left toe weaker."""
    found = assess(typical("left/r6:3", strength=both({}, {"big_toe": "weaker"}), **KNOWN_LEFT))

    assert (found.fired, found.movement_gate) == (("C13",), Gate.LIMITED)


def test_the_other_foot_that_cannot_push_off_is_new() -> None:
    """A7 was about the left foot."""
    answers = known("A7", detail={"A7": {"left": "yes", "right": "no"}})
    tests = both({"toe_raise": "cannot"}, {"heel_walk": "cannot"})

    assert {"A5", "A7"} <= set(assess(typical("left/r6:3", strength=tests, **answers)).fired)


def test_when_no_leg_was_named_and_both_are_weak_both_are_new() -> None:
    """Nobody knows whose dates they are; also when the other leg was weak at an earlier check."""
    weak = {"big_toe": "weaker"}
    now = assess(typical("r6:3", strength=both(weak, weak), **known("B1")))
    before = past(checked(25, {}, weak))
    then = assess(typical("r6:3", strength=both(weak), history=before, **known("B1")))

    assert "A6" in now.fired
    assert "B1" in then.fired


# --- How weak --------------------------------------------------------------------------------


@pytest.mark.parametrize("item", ["A6", "B1", "C13"])
@pytest.mark.parametrize("test", ["heel_walk", "toe_raise"])
def test_a_foot_that_cannot_lift_is_new_when_only_something_milder_was_known(
    item: str, test: str
) -> None:
    """1.6: `cannot`, not known before, is A7."""
    found = assess(typical("r6:3", strength=both({test: "cannot"}), **known(item)))

    assert "A7" in found.fired
    assert found.care_level == CareLevel.EMERGENCY


def test_a_foot_that_cannot_lift_is_new_though_a_known_weakness_is_ticked() -> None:
    """C13 without a date says "known and not worse" of what it was then."""
    answers = known("C13", item=ticked("C13"), since={})

    assert "A7" in assess(typical("r6:3", strength=both({"heel_walk": "cannot"}), **answers)).fired


def test_a_foot_that_could_not_lift_before_it_was_examined_is_known() -> None:
    """1.6: `cannot` that matches an old, examined finding."""
    lost = {"heel_walk": "cannot"}
    before = past(checked(25, lost))
    known_foot = assess(typical("r6:3", strength=both(lost), history=before, **known("A6")))
    after = past(checked(15, lost))
    too_late = assess(typical("r6:3", strength=both(lost), history=after, **known("A6")))

    assert known_foot.fired == ("C13",)
    assert "A7" in too_late.fired


# --- Since when ------------------------------------------------------------------------------

TOLD: dict[str, Any] = {"examined": {"B1": days_ago(19)}, "told_ok": {"B1": "yes"}}
MONTH: dict[str, Any] = {"episode_start": days_ago(30), "leg_onset": days_ago(14)}
WEAK: dict[str, Any] = {"big_toe": "weaker"}
TOE_LOCK = locked("B1", days=20, level=CareLevel.SAME_DAY)


def test_a_weakness_known_from_the_test_alone_is_released_by_both_steps() -> None:
    """It dates from the first check that found it, not from today for ever."""
    before = past(checked(20, WEAK), locks=(TOE_LOCK,))
    found = assess(typical("r6:3", strength=both(WEAK), history=before, **TOLD, **MONTH))

    assert found.releases_lock
    assert (found.fired, found.movement_gate) == (("C13",), Gate.LIMITED)


def test_it_counts_from_the_check_itself_when_no_check_in_was_finished() -> None:
    """The answer lasts; `strength_at` says since when."""
    before = past(locks=(TOE_LOCK,))
    answers: dict[str, Any] = {"strength": both(WEAK), "history": before, **TOLD, **MONTH}

    assert assess(typical("r6:3", strength_at=ago(days=20), **answers)).releases_lock
    assert "B1" in assess(typical("r6:3", **answers)).fired


def test_a_check_that_no_check_in_holds_counts_too() -> None:
    """The check-in of that day was never finished; the toe is tested again now."""
    alone = replace(past(locks=(TOE_LOCK,)), strength=(StrengthRecord(ago(days=20), both(WEAK)),))
    found = assess(typical("r6:3", strength=both(WEAK), history=alone, **TOLD, **MONTH))

    assert found.releases_lock


def test_a_better_check_in_between_begins_it_anew() -> None:
    """The run of that answer is broken: the examination was of the time before."""
    before = past(checked(20, WEAK), checked(10, {}), checked(3, WEAK), locks=(TOE_LOCK,))
    found = assess(typical("r6:3", strength=both(WEAK), history=before, **TOLD, **MONTH))

    assert found.fired == ("B1",)


def test_what_was_worse_the_day_before_does_not_take_old_dates_again() -> None:
    """A toe got weak in the morning of yesterday; B1 is from long before."""
    before = past(checked(21, {}), checked(1, WEAK))
    found = assess(typical("r6:3", strength=both(WEAK), history=before, **known("B1")))

    assert "B1" in found.fired


def test_found_and_examined_on_one_day_counts_only_after_its_lock() -> None:
    """Dates do not tell which came first; the lock does."""
    seen_today = {"B1": days_ago(0)}
    answers: dict[str, Any] = {"examined": seen_today, "told_ok": {"B1": "yes"}, **MONTH}
    lock = LockRecord(ago(hours=3), ("B1",), CareLevel.SAME_DAY)
    noted = LockRecord(ago(hours=3), ("B1",), CareLevel.SAME_DAY, examined=seen_today)
    first = typical("r6:3", strength=both(WEAK), strength_at=ago(hours=4), **answers)
    after, before = (replace(first, history=past(locks=(one,))) for one in (lock, noted))

    assert assess(first).fired == ("B1",)
    assert assess(after).releases_lock
    assert assess(before).fired == ("B1",)
    assert assess(replace(after, strength_at=ago(hours=1))).fired == ("B1",)


def test_a_second_weak_leg_of_the_day_of_release_is_new() -> None:
    """The lock was released before this leg was tested."""
    lock = LockRecord(ago(hours=6), ("B1",), CareLevel.SAME_DAY, released_at=ago(hours=2))
    answers: dict[str, Any] = {"examined": {"B1": NOW.date()}, "told_ok": {"B1": "yes"}}
    before = past(checked(0.2, WEAK), locks=(lock,))
    tests = both(WEAK, WEAK)
    found = assess(typical("r6:3", strength=tests, history=before, **answers, **MONTH))

    assert found.care_level == CareLevel.EMERGENCY
    assert "B1" in found.fired


def test_a_seen_foot_does_not_hide_the_other_one_that_was_never_tested() -> None:
    """A7 locked and examined; the left foot is lost on the day of the examination."""
    lost = {"heel_walk": "cannot"}
    before = past(checked(2, lost), locks=(locked("A7", days=2),))
    answers: dict[str, Any] = {"examined": {"A7": days_ago(0)}, "told_ok": {"A7": "yes"}}
    one = assess(typical("r6:3", strength=both(lost), history=before, **answers))
    two = assess(typical("r6:3", strength=both(lost, lost), history=before, **answers))

    assert one.fired == ("A7 seen",)
    assert {"A5", "A6", "A7"} <= set(two.fired)


# --- Examined, and said to differ ---------------------------------------------------------------


def test_a_thinner_leg_that_was_examined_is_soon_again_once_it_is_no_longer_as_usual() -> None:
    """Found by the complete table: the review limited, and a change after it set nothing off."""
    seen = known("C11", item={"C11": "yes"}, detail={"C11": {"thinner_leg": "yes"}})
    assert "C11" not in assess(typical("r6:3", **seen)).fired
    changed = assess(typical("r6:3", **seen, same_as_usual={"C11": "no"}))
    assert "C11" in changed.fired
    assert (changed.care_level, changed.movement_gate) == (CareLevel.SOON, Gate.BLOCK)
