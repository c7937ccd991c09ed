"""Which shape do the outputs have? Typed dictionaries, for the schema and for the type checker."""

from typing import Literal

# pydantic reads typed dictionaries from here on Python 3.11; it depends on this package itself.
from typing_extensions import TypedDict

from spineward.clinical.facts.answers import Label, Nsaid, Pattern

CareLevelName = Literal["SELF_CARE", "ROUTINE", "SOON", "SAME_DAY", "EMERGENCY"]
GateName = Literal["FULL", "LIMITED", "EASE_ONLY", "BLOCK"]
VerdictName = Literal[
    "CONTINUE", "CONTINUE_CAUTION", "REGRESS", "STOP_MOVEMENT", "STOP_SESSION", "STOP_AND_ESCALATE"
]
Pair = tuple[int, int]
"""Lowest and highest."""


class Excluded(TypedDict):
    """A movement that is not for this person today, and what removed it."""

    movement: str
    by: str


class Locked(TypedDict):
    """The open lock and the steps that still have to be done before it is released."""

    fired_at: str
    rules: list[str]
    level: CareLevelName
    open_steps: list[str]


class Offered(TypedDict):
    """One movement with its dose; seconds and minutes as named."""

    movement: str
    reps: Pair | None
    sets: Pair
    hold_s: Pair | None
    minutes: Pair | None
    times_a_day: Pair
    limits: list[str]
    in_plan: bool
    ease: bool


class Assessed(TypedDict):
    """What `assess` prints."""

    care_level: CareLevelName
    within_days: int | None
    movement_gate: GateName
    pattern: Pattern
    patterns: list[Pattern]
    nsaid: Nsaid
    nsaid_reasons: list[str]
    fired: list[str]
    excluded: list[Excluded]
    locked: Locked | None
    missing: list[str]
    offered: list[Offered]


class Responded(TypedDict):
    """What `respond` prints."""

    label: Label
    set_verdict: VerdictName
    fired: list[str]
