"""How does a course over days become a Situation, and how is its outcome read?"""

from dataclasses import replace
from typing import Any

from spineward.clinical.case import Case
from spineward.clinical.facts import Assessment, CareLevel, CheckInRecord, Gate, Situation
from spineward.clinical.rules.rule import RuleSet
from tests.cases.build import ago, day_values, days_ago, established, typical


def lived(text: str, *values: int, at: str = "r6:{}", **changes: Any) -> Situation:
    """An established person with these day values up to yesterday, oldest first."""
    person = established(text, **changes)
    history = replace(person.history, check_ins=day_values(*values, text=at))
    return replace(person, history=history)


def went(text: str, *values: int, at: str = "r6:{}", **changes: Any) -> Situation:
    """Someone with these day values up to yesterday, oldest first, who has not moved yet."""
    person = typical(text, **changes)
    return replace(person, history=replace(person.history, check_ins=day_values(*values, text=at)))


def check_in(text: str, *, hours_ago: float, **answers: Any) -> CheckInRecord:
    """One earlier check-in; calm unless the answers say otherwise."""
    person = typical(text, **answers)
    return replace(Case(person).current, at=ago(hours=hours_ago))


def since(days: int) -> dict[str, Any]:
    """Episode and leg symptoms began that many days ago."""
    return {"episode_start": days_ago(days), "leg_onset": days_ago(days)}


def reviewed(rule: str, days: int) -> dict[str, Any]:
    """A clinician assessed it that many days ago and said that exercise is fine."""
    return {"reviewed": {rule: days_ago(days)}, "told_ok": {rule: "yes"}}


def fires(rules: RuleSet, situation: Situation) -> set[str]:
    """The ids of the rules of one file that fire."""
    return {found.id for found in rules.fire(Case(situation))}


def expect(seen: Assessment, level: str, gate: str, *fired: str) -> None:
    """Care level, gate and every fired rule, exactly."""
    assert seen.care_level == CareLevel[level]
    assert seen.movement_gate == Gate[gate]
    assert seen.fired == tuple(sorted(fired))
