"""Which shape do the outputs have? Typed dictionaries, for schemas and for the type checker."""

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, with_config

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
_CLOSED = with_config(ConfigDict(extra="forbid"))


def _about(text: str) -> Any:
    return Field(description=text)


@_CLOSED
class Excluded(TypedDict):
    """A movement that is not for this person today, and what removed it."""

    movement: Annotated[str, _about("movement id")]
    by: Annotated[str, _about("the rule or exclusion that removed it")]


@_CLOSED
class Locked(TypedDict):
    """The open lock and the steps that still have to be done before it is released."""

    fired_at: Annotated[str, _about("when it was set")]
    rules: Annotated[list[str], _about("the rules that set it")]
    level: Annotated[CareLevelName, _about("the care level that set it")]
    open_steps: Annotated[list[str], _about("examined, crisis_contact, fresh_screen")]


@_CLOSED
class Offered(TypedDict):
    """One movement with its dose; pairs are lowest and highest."""

    movement: Annotated[str, _about("movement id")]
    reps: Annotated[Pair | None, _about("repetitions of a set")]
    sets: Annotated[Pair, _about("sets of a session")]
    hold_s: Annotated[Pair | None, _about("seconds to hold")]
    minutes: Annotated[Pair | None, _about("minutes of a set")]
    times_a_day: Annotated[Pair, _about("times a day")]
    limits: Annotated[list[str], _about("restrictions that go with it")]
    in_plan: Annotated[bool, _about("one of the suggested few; the others may be swapped in")]
    ease: Annotated[bool, _about("an ease position or walk")]


@_CLOSED
class Assessed(TypedDict):
    """What `assess` prints."""

    care_level: Annotated[CareLevelName, _about("how soon to be seen")]
    within_days: Annotated[int | None, _about("seen within so many days; 0 = now or today")]
    movement_gate: Annotated[GateName, _about("how much movement is open today")]
    pattern: Annotated[Pattern, _about("the leading pattern; never a diagnosis")]
    patterns: Annotated[list[Pattern], _about("all patterns that are true")]
    nsaid: Annotated[Nsaid, _about("anti-inflammatory medicine; there is no better value")]
    nsaid_reasons: Annotated[list[str], _about("why")]
    fired: Annotated[list[str], _about("sorted rule ids; ? = on an unknown answer")]
    excluded: Annotated[list[Excluded], _about("what is not for this person today")]
    locked: Annotated[Locked | None, _about("the lock that holds")]
    missing: Annotated[list[str], _about("required inputs still unanswered")]
    offered: Annotated[list[Offered], _about("movements in order of offer, with their dose")]


@_CLOSED
class Responded(TypedDict):
    """What `respond` prints."""

    label: Annotated[Label, _about("what the set did")]
    set_verdict: Annotated[VerdictName, _about("what follows from it")]
    fired: Annotated[list[str], _about("sorted rows, stops and items")]
