"""How does a rule test say who, on which day? A day's verdicts beside the person they are about."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from spineward.clinical.case import Case
from spineward.clinical.facts import ExerciseSession, Gate, History, Situation
from spineward.clinical.rules.hold_movement import exclusions
from tests.cases.build import typical


@dataclass(frozen=True)
class Day:
    """One person on one day, with what the other rules made of it."""

    text: str = "r5:3"
    gate: Gate = Gate.FULL
    patterns: Sequence[str] = ("UNCLEAR",)
    state: str = "CALM"
    fired: Sequence[str] = ()
    sessions: Sequence[ExerciseSession] = ()
    changes: dict[str, Any] = field(default_factory=dict)

    @property
    def situation(self) -> Situation:
        """All that is known of the person."""
        return typical(self.text, history=History(sessions=tuple(self.sessions)), **self.changes)


def held(day: Day) -> set[tuple[str, str]]:
    """Every (movement, exclusion) pair of that day."""
    found = exclusions(Case(day.situation), day.gate, day.patterns, day.state, day.fired)
    return {(one.movement, one.by) for one in found}


def person(**changes: Any) -> Day:
    """A calm day of someone who differs from the typical person."""
    return Day(changes=changes)


def after(*sessions: ExerciseSession, **day: Any) -> Day:
    """A calm day after these sessions, oldest first."""
    return Day(sessions=sessions, **day)
