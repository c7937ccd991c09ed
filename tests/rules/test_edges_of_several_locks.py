"""Several locks, or a lock beside what fires today: which level, which day, and is each said once?

Each test stands for a small change of the engine that no other test noticed.
"""

from datetime import datetime
from typing import Any

import pytest

from spineward.clinical.assessment import assess
from spineward.clinical.facts import CareLevel, Gate, History, LockRecord
from tests.cases.build import ago, days_ago, established, typical
from tests.cases.triage import locked, ticked
from tests.rules.test_not_fine import examined

USUAL: dict[str, Any] = {
    "item": ticked("A1"),
    "since": {"A1": days_ago(400)},
    "before_episode": {"A1": "yes"},
    "same_as_usual": {"A1": "yes"},
}
"""Trouble from long before, and the same now: muted (1.4)."""
MILD = CareLevel.SAME_DAY


@pytest.mark.parametrize("levels", [(MILD, CareLevel.EMERGENCY), (CareLevel.EMERGENCY, MILD)])
def test_of_two_locks_by_one_rule_the_worse_level_and_the_later_day_count(
    levels: tuple[CareLevel, CareLevel],
) -> None:
    first, second = (
        locked("A1", days=day, level=level) for day, level in zip((5, 3), levels, strict=True)
    )
    found = assess(typical(history=History(locks=(first, second))))
    assert found.care_level == CareLevel.EMERGENCY
    assert found.locked is not None
    assert (found.locked.fired_at, found.locked.level) == (ago(days=3), CareLevel.EMERGENCY)


@pytest.mark.parametrize(
    ("seen", "screened", "opened"),
    [
        (3, ago(days=3, hours=1), False),
        (3, ago(days=2, hours=23), True),
        (1, ago(days=2), False),
        (1, ago(hours=20), True),
    ],
)
def test_a_screen_opens_two_locks_when_it_follows_both_and_both_examinations(
    seen: int, screened: datetime, opened: bool
) -> None:
    """0.5: the later lock is three days old, its examination so many; the earlier came before."""
    locks = (locked("B7", days=9, level=MILD), locked("B9", days=3, level=MILD))
    person = established(
        examined={"B7": days_ago(3), "B9": days_ago(seen)},
        told_ok={"B7": "yes", "B9": "yes"},
        screened_at=screened,
        history=History(locks=locks),
    )
    assert assess(person).releases_lock is opened


def test_a_lock_that_is_released_now_limits_the_first_sessions_whatever_was_done_before() -> None:
    """0.5: two sessions without a stop are counted from the release on, which is now."""
    before = established()
    assert assess(before).movement_gate == Gate.FULL
    shut = (locked("B7", days=5, level=MILD),)
    person = established(
        examined={"B7": days_ago(2)},
        told_ok={"B7": "yes"},
        history=History(before.history.check_ins, before.history.sessions, shut),
    )
    found = assess(person)
    assert (found.releases_lock, found.movement_gate) == (True, Gate.LIMITED)
    assert found.gate_reasons == ("first_sessions",)


def test_what_a_lock_keeps_up_is_said_beside_what_fires_today() -> None:
    found = assess(typical(item=ticked("A10"), history=History(locks=(locked("A1", days=3),))))
    assert found.fired == ("A1", "A10")
    kept = next(one for one in found.findings if one.rule == "A1")
    assert (kept.level, kept.gate) == (CareLevel.EMERGENCY, Gate.BLOCK)


@pytest.mark.parametrize("level", [MILD, CareLevel.EMERGENCY])
def test_what_fires_today_by_itself_is_not_said_twice(level: CareLevel) -> None:
    history = History(locks=(locked("A1", days=3, level=level),))
    found = assess(typical(item=ticked("A1"), since={"A1": days_ago(4)}, history=history))
    assert [one.id for one in found.findings] == ["A1"]


def test_a_milder_finding_of_today_stands_beside_what_the_lock_keeps_up() -> None:
    """A4 was an emergency, and now is not told: both are true, the worse decides."""
    history = History(locks=(locked("A4", days=3),))
    found = assess(typical(item={"A4": "prefer_not_to_say"}, history=history))
    assert (found.fired, found.care_level) == (("A4", "A4?"), CareLevel.EMERGENCY)


def test_what_is_muted_is_not_said_while_its_own_lock_is_open() -> None:
    assert assess(typical(**USUAL)).fired == ("A1 muted",)
    shut = History(locks=(locked("A1", days=3),))
    assert assess(typical(history=shut, **USUAL)).fired == ("A1",)


def test_what_nobody_called_fine_is_not_said_twice_while_its_lock_is_open() -> None:
    shut = History(locks=(LockRecord(ago(days=20), ("A5",), CareLevel.EMERGENCY),))
    assert examined("A5", "no", history=shut).fired == ("A5",)


@pytest.mark.parametrize(
    ("changes", "reasons"),
    [
        ({"age": None}, ("incomplete",)),
        ({"history": History(locks=(locked("A1", days=3),))}, ("A1", "lock")),
        ({}, ("first_sessions",)),
    ],
)
def test_what_closes_the_gate_without_being_a_rule_is_named(
    changes: dict[str, Any], reasons: tuple[str, ...]
) -> None:
    assert assess(typical(**changes)).gate_reasons == reasons


def test_an_open_gate_has_no_reasons_whatever_fires() -> None:
    found = assess(established(**USUAL))
    assert (found.fired, found.movement_gate, found.gate_reasons) == (("A1 muted",), Gate.FULL, ())
