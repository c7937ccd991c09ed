"""How is a worked case of triage written down? A story, a situation, and the one right outcome."""

from dataclasses import dataclass
from typing import Any

import pytest

from spineward.clinical.assessment import assess
from spineward.clinical.facts import CareLevel, Gate, LockRecord, Situation
from tests.cases.build import ago, days_ago

EMERGENCY, SAME_DAY, SOON = CareLevel.EMERGENCY, CareLevel.SAME_DAY, CareLevel.SOON
ROUTINE, SELF_CARE = CareLevel.ROUTINE, CareLevel.SELF_CARE
BLOCK, EASE_ONLY, LIMITED, FULL = Gate.BLOCK, Gate.EASE_ONLY, Gate.LIMITED, Gate.FULL
DAYS = {EMERGENCY: 0, SAME_DAY: 0, SOON: 14, ROUTINE: 28, SELF_CARE: None}


@dataclass(frozen=True)
class Row:
    """One row or sub-row of the worked cases."""

    id: str
    story: str
    situation: Situation
    level: CareLevel
    gate: Gate
    fired: str = ""
    within_days: int | None = None


def rows(*given: Row) -> pytest.MarkDecorator:
    """Run a test once for each row, named after it."""
    return pytest.mark.parametrize("row", given, ids=[row.id for row in given])


def check(row: Row) -> None:
    """Care level, gate, fired rules and days are exactly those of the row.

    A row that names no days means those of its level (spec 0).
    """
    found = assess(row.situation)
    assert list(found.fired) == sorted(filter(None, row.fired.split(", "))), row.story
    assert (found.care_level, found.movement_gate) == (row.level, row.gate), row.story
    wanted = DAYS[row.level] if row.within_days is None else row.within_days
    assert found.within_days == wanted, row.story


def ticked(*items: str, **answers: str) -> dict[str, str]:
    """These items answered with yes, and others as given; the rest stays no."""
    return dict.fromkeys(items, "yes") | answers


def locked(*rules: str, days: float, level: CareLevel = CareLevel.EMERGENCY) -> LockRecord:
    """A lock that these rules set that many days ago and that is still open."""
    return LockRecord(fired_at=ago(days=days), rules=rules, level=level)


def both(leg_tests: dict[str, str], other: dict[str, str] | None = None) -> Any:
    """The strength check of the right leg; the left leg is as strong as ever unless given."""
    same = dict.fromkeys(("heel_walk", "toe_raise", "chair_rise", "big_toe"), "same")
    return {"right": same | leg_tests, "left": same | (other or {})}


def began(days: int) -> dict[str, Any]:
    """Episode and leg symptoms since that many days."""
    return {"episode_start": days_ago(days), "leg_onset": days_ago(days)}
