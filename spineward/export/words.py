"""What does a stored decision say? The words of spec section 0, as the diary keeps them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Level = Literal["SELF_CARE", "ROUTINE", "SOON", "SAME_DAY", "EMERGENCY"]
GateName = Literal["FULL", "LIMITED", "EASE_ONLY", "BLOCK"]
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Held:
    """A movement that is held back, and by what."""

    movement: str
    by: str


@dataclass(frozen=True, slots=True)
class Locked:
    """The lock that held, with its open steps."""

    fired_at: str
    rules: tuple[str, ...]
    level: Level
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Offered:
    """A movement that was offered, with its dose."""

    movement: str
    reps: Pair | None = None
    sets: Pair | None = None
    hold_s: Pair | None = None
    minutes: Pair | None = None
    times_a_day: Pair | None = None
    limits: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    in_plan: bool = False
    ease: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """A decision in words."""

    care_level: Level
    within_days: int | None
    movement_gate: GateName
    gate_reasons: tuple[str, ...]
    state: str
    pattern: str
    patterns: tuple[str, ...]
    nsaid: Literal["ASK_FIRST", "NO"]
    nsaid_reasons: tuple[str, ...]
    fired: tuple[str, ...]
    excluded: tuple[Held, ...]
    locked: Locked | None
    missing: tuple[str, ...]
    offered: tuple[Offered, ...]

    @property
    def offers(self) -> Mapping[str, Offered]:
        """What was offered, by movement."""
        return {one.movement: one for one in self.offered}

    @property
    def suggested(self) -> tuple[str, ...]:
        """The movements of the plan, in order; ease items are open to anyone who may move."""
        return tuple(one.movement for one in self.offered if one.in_plan and not one.ease)
