"""What came before: earlier check-ins, sessions, locks and weekly entries, oldest first."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from spineward.clinical.facts.answers import (
    AfterActivity,
    AfterHalfHour,
    Answer,
    CareLevel,
    Label,
    Leg,
    SetVerdict,
    StrengthAnswer,
    StrengthTest,
    YesNo,
)
from spineward.clinical.facts.chart import Chart


@dataclass(frozen=True, slots=True)
class CheckInRecord:
    """One finished check-in. Intensities 0-10, `hours_at_8` 0-72, `nights_broken` 0-3."""

    at: datetime
    leg_now: int | None = None
    back_now: int | None = None
    chart: Chart | None = None
    worst_24h: int | None = None
    eased_by_position: Answer | None = None
    hours_at_8: int | None = None
    can_sit_10: YesNo | None = None
    can_stand_10: YesNo | None = None
    can_walk_10: YesNo | None = None
    after_activity: AfterActivity | None = None
    nights_broken: int | None = None
    strength: Mapping[Leg, Mapping[StrengthTest, StrengthAnswer]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StrengthRecord:
    """One strength check by itself, part of a check-in or not."""

    at: datetime
    strength: Mapping[Leg, Mapping[StrengthTest, StrengthAnswer]]


@dataclass(frozen=True, slots=True)
class SetRecord:
    """One set as it was read: the deciding row of table 2.4, its label and verdict.

    `at_30` is the answer to the 30-minute re-ask of rows 3 and 4. `row` 0 = not assessed.
    """

    movement: str
    at: datetime
    row: int
    label: Label
    verdict: SetVerdict
    at_30: AfterHalfHour | None = None
    half_range: bool = False


@dataclass(frozen=True, slots=True)
class ExerciseSession:
    """One session. `t0` is its first chart; `stops` the session stops SS1-SS6 that fired."""

    started: datetime
    ended: datetime | None = None
    t0: Chart | None = None
    sets: tuple[SetRecord, ...] = ()
    stops: tuple[str, ...] = ()

    @property
    def verdict(self) -> SetVerdict:
        """The strictest set verdict; a session stop counts as STOP_SESSION."""
        worst = max((done.verdict for done in self.sets), default=SetVerdict.CONTINUE)
        return max(worst, SetVerdict.STOP_SESSION) if self.stops else worst


@dataclass(frozen=True, slots=True)
class LockRecord:
    """A lock: when and by which rules (ids without mark, `A4?` keeps it) movement was locked.

    `examined` holds the examinations of its items that were known of when it fired: they came
    before it, even those of the same day.
    """

    fired_at: datetime
    rules: tuple[str, ...]
    level: CareLevel
    released_at: datetime | None = None
    examined: Mapping[str, date] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WeeklyRecord:
    """One weekly entry. Change -3..+3, PSFS tasks and fear 0-10, RMDQ 0-24, weeks off work 0+."""

    at: datetime
    global_change: int | None = None
    psfs: tuple[int, ...] = ()
    rmdq: int | None = None
    mood_low: YesNo | None = None
    fear_moving: int | None = None
    weeks_off_work: int | None = None


@dataclass(frozen=True, slots=True)
class History:
    """Everything before now, each tuple oldest first. The current check-in is not in it.

    `strength` may tell of strength checks that no check-in holds, for one can be left unfinished.
    """

    check_ins: tuple[CheckInRecord, ...] = ()
    sessions: tuple[ExerciseSession, ...] = ()
    locks: tuple[LockRecord, ...] = ()
    weekly: tuple[WeeklyRecord, ...] = ()
    strength: tuple[StrengthRecord, ...] = ()
