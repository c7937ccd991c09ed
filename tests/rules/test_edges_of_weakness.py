"""Whose weakness, since when, and tested by whom? Each edge of the dates of a weak leg (0.3, 1.6).

Each test stands for a small change of the engine that no other test noticed.
"""

from dataclasses import replace
from typing import Any

import pytest

from spineward.clinical.case import Case
from spineward.clinical.facts import CareLevel, CheckInRecord, History, LockRecord, StrengthRecord
from spineward.clinical.weak_since import Dates, of_items, of_test, speaks_of
from spineward.clinical.weakness import weaknesses
from tests.cases.build import TODAY, ago, days_ago, typical
from tests.cases.triage import both, ticked

WEAK: dict[str, Any] = {"big_toe": "weaker"}
LOST: dict[str, Any] = {"heel_walk": "cannot"}
UNTRIED: dict[str, Any] = {"big_toe": "not_tried", "toe_raise": "not_tried"}
LEFT: Any = {"left": "yes", "right": "no"}
RIGHT: Any = {"left": "no", "right": "yes"}


def check(days: float, tests: Any) -> StrengthRecord:
    """A strength check that many days ago."""
    return StrengthRecord(ago(days=days), tests)


def of_toe(*checks: StrengthRecord, dated_by: str = "B1", **answers: Any) -> Dates:
    """The dates of a right big toe that is weaker today, after these checks."""
    person = typical("r6:3", history=History(strength=checks), **answers)
    return of_test(
        Case(person), "right", "big_toe", "weaker", dated_by=(dated_by,), examined_by=(dated_by,)
    )


def of_foot(*locks: LockRecord, **answers: Any) -> Dates:
    """The dates of a right foot that could not lift 25 days ago either; A6 is what was told."""
    past = History(strength=(check(25, both(LOST)),), locks=locks)
    return of_test(
        Case(typical("r6:3", history=past, **answers)),
        "right",
        "heel_walk",
        "cannot",
        dated_by=("A7",),
        examined_by=("A7", "C13", "A6"),
    )


def lock(days: float, *rules: str) -> LockRecord:
    """A lock that many days ago."""
    return LockRecord(ago(days=days), rules, CareLevel.EMERGENCY)


# --- which leg an item speaks of -------------------------------------------------------------


@pytest.mark.parametrize(
    ("detail", "right", "left"),
    [
        ({}, True, True),
        ({"right": "yes"}, True, False),
        ({"right": "no"}, False, True),
        ({"left": "yes"}, False, True),
        ({"left": "yes", "right": "yes"}, True, True),
        ({"left": "no", "right": "no"}, False, False),
        ({"left": "not_sure", "right": "not_sure"}, True, True),
    ],
)
def test_an_item_speaks_of_a_leg_unless_the_other_was_named_instead(
    detail: dict[str, str], right: bool, left: bool
) -> None:
    case = Case(typical(detail={"B1": detail}))
    assert (speaks_of(case, "B1", "right"), speaks_of(case, "B1", "left")) == (right, left)


@pytest.mark.parametrize(
    ("detail", "legs", "sure"),
    [
        ({}, ("left", "right"), False),
        ({"left": "no"}, ("right",), False),
        ({"left": "no", "right": "no"}, ("left", "right"), False),
        ({"right": "yes"}, ("right",), True),
    ],
)
def test_a_told_weakness_is_in_the_leg_named_or_in_any_that_was_not_denied(
    detail: dict[str, str], legs: tuple[str, ...], sure: bool
) -> None:
    (weak,) = weaknesses(Case(typical(item=ticked("B1"), detail={"B1": detail})))
    assert (weak.legs, weak.sure, weak.degree, weak.tested) == (legs, sure, "part", False)


@pytest.mark.parametrize(("item", "degree"), [("A6", "part"), ("A7", "complete"), ("C13", "part")])
def test_each_item_of_weakness_names_one(item: str, degree: str) -> None:
    (weak,) = weaknesses(Case(typical(item=ticked(item), since={item: days_ago(9)})))
    assert (weak.source, weak.degree, weak.began) == (item, degree, days_ago(9))
    assert (weak.tested, weak.examined, weak.told) == (False, False, None)


# --- whose dates it takes --------------------------------------------------------------------


@pytest.mark.parametrize("of", ["A7", "A6", "B1", "C11"])
def test_a_known_weakness_without_a_date_takes_that_of_what_it_was(of: str) -> None:
    """C13 has no dates of its own, unless some were given; and not those of the other leg."""
    told = typical(item=ticked("C13"), since={of: days_ago(50)})
    named = replace(told, detail={"C13": RIGHT, of: RIGHT})
    other = replace(told, detail={"C13": RIGHT, of: LEFT})
    own = replace(told, since={of: days_ago(10), "C13": days_ago(20)})
    assert [weaknesses(Case(one))[0].began for one in (told, named, other, own)] == [
        days_ago(50),
        days_ago(50),
        TODAY,
        days_ago(20),
    ]


@pytest.mark.parametrize(
    ("tests", "by"),
    [
        ({"big_toe": "weaker"}, {"B1", "C13", "A7", "A6", "C11"}),
        ({"chair_rise": "cannot"}, {"B1", "A7", "C13", "A6"}),
        ({"heel_walk": "cannot"}, {"A7"}),
    ],
)
def test_a_test_is_dated_by_what_speaks_of_a_weakness_as_bad(
    tests: dict[str, str], by: set[str]
) -> None:
    """1.6: a foot that does not lift was not known as long as only something milder was."""
    dated = {
        item
        for item in ("B1", "C13", "A7", "A6", "C11", "C10")
        for weak in weaknesses(Case(typical(strength=both(tests), since={item: days_ago(50)})))
        if weak.began == days_ago(50)
    }
    assert dated == by


@pytest.mark.parametrize(
    ("item", "counts"), [("A7", True), ("C13", True), ("A6", True), ("B1", False)]
)
def test_an_examination_of_a_weakness_as_bad_was_of_the_lost_foot_too(
    item: str, counts: bool
) -> None:
    """Once a test has shown it."""
    past = History(strength=(check(25, both(LOST)),))
    person = typical(strength=both(LOST), history=past, examined={item: days_ago(10)})
    assert weaknesses(Case(person))[-1].examined is counts


def test_of_several_untested_items_the_one_that_changed_last_dates_it() -> None:
    """With what was said of exercise."""
    since = {"B1": days_ago(10), "C13": days_ago(50), "A6": days_ago(30)}
    case = Case(typical(since=since, told_ok={"B1": "no"}))
    assert of_items(case, ("C13", "B1", "A6")) == Dates(since["B1"], since["B1"], told="no")


# --- since when a test shows it --------------------------------------------------------------


def test_a_check_that_could_not_be_tried_neither_ends_nor_begins_a_weakness() -> None:
    """Nor does a check-in without a strength check, or one at the very same moment."""
    untried = check(5, both({"big_toe": "not_tried"}))
    silent = CheckInRecord(at=ago(days=8), leg_now=3)
    again = CheckInRecord(at=ago(days=5), leg_now=3, strength=both(UNTRIED))
    past = History(strength=(check(12, both(WEAK)), untried), check_ins=(silent, again))
    person = typical("r6:3", strength=both(WEAK), history=past)
    assert weaknesses(Case(person))[-1].began == days_ago(12)


@pytest.mark.parametrize(
    ("checks", "known"),
    [
        ((), True),
        ((check(35, both({}, WEAK)),), True),
        ((check(30, both({}, WEAK)),), False),
        ((check(20, both({}, LOST)), check(10, both({}))), False),
    ],
)
def test_when_no_leg_was_named_the_other_leg_being_weak_since_takes_the_date(
    checks: tuple[StrengthRecord, ...], known: bool
) -> None:
    """Nobody knows whose date it is, from the day of the item on; earlier checks say nothing."""
    seen = tuple(replace(one, strength={**one.strength, "right": {}}) for one in checks)
    found = of_toe(*seen, since={"B1": days_ago(30)})
    assert (found.began == days_ago(30)) is known


def test_a_leg_that_was_named_keeps_its_date_though_the_other_is_weak_too() -> None:
    answers: dict[str, Any] = {"since": {"B1": days_ago(30)}, "strength": both(WEAK, WEAK)}
    named = of_toe(detail={"B1": {"right": "yes", "left": "yes"}}, **answers)
    assert (named.began, of_toe(**answers).began) == (days_ago(30), TODAY)


# --- tested by a clinician -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changed", "examined", "counts"),
    [(None, 20, True), (None, 25, False), (10, 20, False), (20, 20, True), (22, 20, True)],
)
def test_an_examination_counts_after_the_day_of_the_first_test_and_of_the_last_change(
    changed: int | None, examined: int, counts: bool
) -> None:
    since = {} if changed is None else {"A6": days_ago(changed)}
    assert of_foot(examined={"A6": days_ago(examined)}, since=since).examined is counts


@pytest.mark.parametrize(
    ("locks", "counts"),
    [
        ((), False),
        ((lock(22, "A6"),), True),
        ((lock(25, "A6"),), True),
        ((lock(26, "A6"),), False),
        ((lock(22, "B1"),), False),
    ],
)
def test_where_the_item_names_the_other_leg_only_a_lock_tells_what_was_examined(
    locks: tuple[LockRecord, ...], counts: bool
) -> None:
    """Also when that other leg has changed since."""
    answers: dict[str, Any] = {"examined": {"A6": days_ago(20)}, "detail": {"A6": LEFT}}
    assert of_foot(*locks, **answers).examined is counts
    assert of_foot(*locks, **answers, since={"A6": days_ago(3)}).examined is counts
