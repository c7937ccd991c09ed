"""What happens in a session, and what is shown next? Its events and its state."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from spineward.clinical.facts.chart import Reading
from spineward.clinical.facts.decisions import SetOutcome
from spineward.clinical.facts.history import ExerciseSession

Point = Literal["t0", "tdur", "t1", "t2", "at_10", "at_30"]
"""The time points of a set (spec 2.3), and the re-asks after 10 and 30 minutes."""
Symptom = Literal["dizzy", "chest", "swelling", "stop_asked"]
"""What can end a session by itself: SS1, SS2, SS3, SS5."""
EventKind = Literal[
    "started",
    "set_done",
    "reading",
    "symptoms",
    "continued",
    "skipped",
    "swapped",
    "stopped",
    "ended",
]
Step = Literal["movement", "after_set", "upright", "settle", "verdict", "re_ask", "finished"]


@dataclass(frozen=True, slots=True)
class SessionEvent:
    """One thing that happened.

    `started` carries the chart before the session in `reading`; `reading` a time point of the
    current set; `symptoms` what was noticed, `red_flags` the A and B items affirmed; `swapped`
    the new movement; `continued` leaves a verdict, or the upright wait without an answer.
    `note` is the person's own words and decides nothing.
    """

    at: datetime
    kind: EventKind
    movement: str | None = None
    point: Point | None = None
    reading: Reading | None = None
    symptoms: tuple[Symptom, ...] = ()
    red_flags: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class SessionState:
    """What to show now, and what the session has come to.

    `movement` is None when finished; `set_number` counts the sets of this movement from 1.
    `outcome` is that of the current set, once there is one. `waits_until`: the earliest time of
    the next question. `t0` is the reading before the current set, `last` the latest one: the short
    answers of the next page build on them. `awaits_re_ask`: no new session until the
    30-minute question is answered.
    """

    step: Step
    movement: str | None
    set_number: int
    half_range: bool
    outcome: SetOutcome | None
    done: ExerciseSession
    waits_until: datetime | None
    awaits_re_ask: bool
    remaining: tuple[str, ...]
    t0: Reading
    last: Reading
