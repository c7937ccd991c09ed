"""Which leg is the second, when are both known, and did it grow? Both sides of each edge.

Each test stands for a small change of the engine that no other test noticed.
"""

from dataclasses import replace
from typing import Any

import pytest

from spineward.clinical.case import Case
from spineward.clinical.facts import (
    CareLevel,
    CheckInRecord,
    History,
    LockRecord,
    Mark,
    Situation,
)
from spineward.clinical.legs import affected_legs, known_bilateral, second_leg, sensation_grew
from tests.cases.build import TODAY, ago, chart, days_ago, typical
from tests.cases.course import check_in


def with_past(text: str, *past: tuple[int, str], **changes: Any) -> Case:
    """Today's chart, after check-ins of so many days ago."""
    told = tuple(check_in(chart_then, hours_ago=24 * days) for days, chart_then in past)
    return Case(typical(text, history=History(check_ins=told), **changes))


# --- the affected leg ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("past", "legs"),
    [
        ([(5, "left/r8:3 r4:3")], ("left",)),
        ([(5, "left/r4:3 r8:3")], ("right",)),
        ([(5, "left/r6:3 r6:3")], ("left", "right")),
        ([(20, "left/r6:3")], ("right",)),
        ([(14, "left/r6:3")], ("left",)),
        ([(5, "back:3"), (3, "left/r6:3")], ("left",)),
        ([], ("right",)),
    ],
)
def test_the_affected_leg_is_the_one_that_was_felt_further_at_first(
    past: list[tuple[int, str]], legs: tuple[str, ...]
) -> None:
    """0.3: at the first time a leg was felt in this episode, which began 14 days ago."""
    assert affected_legs(with_past("r6:3", *past)) == legs


# --- both legs known -------------------------------------------------------------------------


@pytest.mark.parametrize(("walking", "known"), [("yes", True), ("no", False)])
def test_both_legs_for_long_are_known_once_walking_brings_them(walking: str, known: bool) -> None:
    """0.3: never examined, so still new by its dates; what sends it to C7 makes it known."""
    person = typical(
        item={"A5": "yes", "C7": walking},
        since={"A5": days_ago(200)},
        episode_start=days_ago(300),
    )
    assert known_bilateral(Case(person)) is known


def released(rule: str, *days: int) -> History:
    """Locks of this rule, set eleven days ago and released so many days ago."""
    locks = [LockRecord(ago(days=11), (rule,), CareLevel.EMERGENCY, ago(days=day)) for day in days]
    return History(locks=tuple(locks))


@pytest.mark.parametrize(
    ("history", "since", "known"),
    [
        (released("A5", 3), 4, True),
        (released("A5", 3), 3, True),
        (released("A5", 3), 2, False),
        (released("A5", 10, 2), 5, True),
        (released("A5", 2, 10), 5, True),
        (released("B7", 3), 5, False),
        (History(), 5, False),
    ],
)
def test_both_legs_are_known_after_their_own_lock_was_released_and_nothing_changed(
    history: History, since: int, known: bool
) -> None:
    person = typical(item={"A5": "yes"}, since={"A5": days_ago(since)}, history=history)
    assert known_bilateral(Case(person)) is known


# --- the second leg --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "mark",
    [
        Mark("thigh_back_upper", "left", pain=1),
        Mark("buttock", "left", tingling=1),
        Mark("buttock", "left", numbness=1),
        Mark("front_thigh", "left", pain=1),
        Mark("front_thigh", "left", tingling=1),
        Mark("front_thigh", "left", numbness=1),
    ],
)
def test_the_other_leg_is_the_second_by_anything_but_an_ache_in_the_buttock(mark: Mark) -> None:
    """A5: pain from rank 4 on, tingling or numbness from rank 3 on, or the front of the thigh."""
    person = with_past("r6:3", (3, "r6:3")).situation
    assert second_leg(Case(replace(person, chart=(*chart("r6:3"), mark))))
    assert not second_leg(Case(replace(person, chart=chart("r6:3 left/r3:3"))))
    assert not second_leg(Case(replace(person, chart=(*chart("r6:3"), replace(mark, usual=True)))))


@pytest.mark.parametrize(("weak", "second"), [("left", True), ("right", False)])
def test_a_newly_weak_other_leg_is_the_second_though_nothing_is_felt_in_it(
    weak: str, second: bool
) -> None:
    case = with_past("back:2", (3, "r6:3"), strength={weak: {"heel_walk": "cannot"}})
    assert second_leg(case) is second


@pytest.mark.parametrize(
    ("past", "today", "second"),
    [
        ([], "left/r3:3 tg3:1", True),
        ([], "left/r3:3 r3:3", False),
        ([(3, "left/r3:3 r3:3")], "left/tg3:1", False),
        ([(3, "left/r3:3 r3:3")], "left/tg3:1 tg3:1", True),
        ([], "back:3", False),
    ],
)
def test_two_legs_alike_are_a_two_leg_sign_by_one_at_first_and_by_both_later(
    past: list[tuple[int, str]], today: str, second: bool
) -> None:
    assert second_leg(with_past(today, *past)) is second


# --- did it grow -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("today", "before", "grew"),
    [
        ("tg8:2", "tg8:2", False),
        ("tg8:2", "tg8:1", True),
        ("nb8:2", "nb8:1", True),
        ("tg8:1", "r8:3", True),
        ("nb8:1", "r8:3", True),
        ("tg8:1", "r6:3", True),
        ("nb8:1", "r6:3", True),
        ("tg8:1 tg9:1", "tg8:1", True),
        ("r8:9", "tg8:1", False),
    ],
)
def test_what_is_felt_grew_when_any_place_shows_more_of_it(
    today: str, before: str, grew: bool
) -> None:
    """Pain is no sensation; a new place counts from its first grade on."""
    assert sensation_grew(with_past(today, (5, before)), days_ago(3)) is grew


def test_it_is_compared_with_the_last_chart_up_to_that_day() -> None:
    """Later charts, and check-ins without one, are passed over."""
    case = with_past("tg8:2", (6, "tg8:1"), (5, "tg8:2"), (1, "tg8:1"))
    empty = CheckInRecord(at=ago(days=4))
    told = (*case.history.check_ins[:2], empty, case.history.check_ins[2])
    person: Situation = replace(case.situation, history=History(check_ins=told))
    assert sensation_grew(Case(person), days_ago(3)) is False
    assert sensation_grew(Case(person), TODAY) is True
    assert sensation_grew(Case(person), days_ago(5)) is False
    assert sensation_grew(Case(person), days_ago(6)) is True
    assert sensation_grew(Case(person), days_ago(7)) is None
