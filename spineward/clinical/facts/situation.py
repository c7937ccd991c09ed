"""Everything known about one person at one moment: the inputs of spec 0.2, by the same names."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from spineward.clinical.facts.answers import (
    AfterActivity,
    Answer,
    Examined,
    Leg,
    PregnantAnswer,
    ProcedureKind,
    SexualAnswer,
    StrengthAnswer,
    StrengthTest,
    YesNo,
)
from spineward.clinical.facts.chart import Chart, Reading
from spineward.clinical.facts.history import History


@dataclass(frozen=True, slots=True)
class SpineProcedure:
    """An operation, injection or epidural on the spine, or instrumentation, and its day."""

    kind: ProcedureKind
    on: date


@dataclass(frozen=True)
class Situation:
    """One person, now. `None` and a missing key mean "not asked" (never "no").

    `now` carries its UTC offset; a day is the calendar date of the stamp as written.
    `item` holds A1-C16; `detail[X]` its follow-up features, which can only narrow a "yes".
    `since`, `worsened` are the dates a finding began and last grew (`worsened` missing = never);
    `examined`, `reviewed`, `told_ok` follow spec 1.5. `screened_at` is when the full screen
    Q1-Q7 was last complete, None when the items were answered just now; `session_screen_at`
    the same for QS. `checked_in_at` is when the answers of today were given, `strength_at` when
    the strength check was; None when just now.
    """

    now: datetime
    # who, and since when
    age: int | None = None
    episode_start: date | None = None
    leg_onset: date | Literal["none"] | None = None
    first_ever: YesNo | None = None
    change_so_far: int | None = None
    background: Mapping[str, Answer] = field(default_factory=dict)
    pregnant: PregnantAnswer | None = None
    pregnant_week: int | None = None
    spine_procedure: tuple[SpineProcedure, ...] | None = None
    team_allowed: tuple[str, ...] | None = None
    clearance: Mapping[str, Answer] = field(default_factory=dict)
    cleared: Mapping[str, YesNo] = field(default_factory=dict)
    floor_ok: YesNo | None = None
    # the red-flag screen
    item: Mapping[str, Answer | SexualAnswer] = field(default_factory=dict)
    detail: Mapping[str, Mapping[str, Answer]] = field(default_factory=dict)
    since: Mapping[str, date] = field(default_factory=dict)
    worsened: Mapping[str, date] = field(default_factory=dict)
    examined: Mapping[str, date] = field(default_factory=dict)
    reviewed: Mapping[str, date] = field(default_factory=dict)
    told_ok: Mapping[str, Examined] = field(default_factory=dict)
    before_episode: Mapping[str, YesNo] = field(default_factory=dict)
    same_as_usual: Mapping[str, YesNo] = field(default_factory=dict)
    screened_at: datetime | None = None
    session_screen_at: datetime | None = None
    # today
    checked_in_at: datetime | None = None
    chart: Chart | None = None
    leg_now: int | None = None
    back_now: int | None = None
    worst_24h: int | None = None
    eased_by_position: Answer | None = None
    hours_at_8: int | None = None
    severe_most_days: YesNo | None = None
    can_sit_10: YesNo | None = None
    can_stand_10: YesNo | None = None
    can_walk_10: YesNo | None = None
    after_activity: AfterActivity | None = None
    nights_broken: int | None = None
    woke_at: datetime | Literal["unknown"] | None = None
    strength: Mapping[Leg, Mapping[StrengthTest, StrengthAnswer]] = field(default_factory=dict)
    strength_at: datetime | None = None
    # pattern, medicines
    features: Mapping[str, Answer] = field(default_factory=dict)
    worse_bending: Answer | None = None
    medicines: Mapping[str, Answer] = field(default_factory=dict)
    # what came before
    history: History = field(default_factory=History)


@dataclass(frozen=True, slots=True)
class SetContext:
    """What a set's reading needs to know of the session around it.

    `affected` are the affected legs (0.3; both when known bilateral). `session_t0` is the
    session's first chart. `red_flags` are A and B items ticked since the set began.
    `symptoms` are dizzy, chest, swelling or stop_asked (SS1-SS3, SS5). `stops_before` counts
    the STOP_MOVEMENT verdicts, `row5_before` the row-5 readings, `row8_before` the row-8
    readings of this movement, earlier in the session. `at_10` is the chart at up to ten minutes
    after a row 5 (SetReadings keeps it); `minutes_since` the minutes since the set ended.
    """

    affected: tuple[Leg, ...]
    session_t0: Chart | None = None
    red_flags: tuple[str, ...] = ()
    symptoms: tuple[Literal["dizzy", "chest", "swelling", "stop_asked"], ...] = ()
    stops_before: int = 0
    row5_before: int = 0
    row8_before: int = 0
    minutes_since: int = 0


@dataclass(frozen=True, slots=True)
class SetReadings:
    """The time points of one set (spec 2.3). Only t0 is always there.

    `at_10`: chart up to 10 minutes after a row 5; `at_30`: chart at the 30-minute re-ask.
    """

    t0: Reading
    tdur: Reading | None = None
    t1: Reading | None = None
    t2: Reading | None = None
    at_10: Reading | None = None
    at_30: Reading | None = None
