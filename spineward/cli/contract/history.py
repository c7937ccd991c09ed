"""How is the past handed in? Earlier check-ins, sessions, locks and weekly entries."""

from datetime import datetime
from typing import Annotated, Literal, get_args

from pydantic import Field

from spineward.cli.contract.parts import ChartIn, Part, chart, whole
from spineward.cli.contract.times import Moment
from spineward.clinical.facts import (
    CareLevel,
    CheckInRecord,
    ExerciseSession,
    History,
    LockRecord,
    SetRecord,
    SetVerdict,
    WeeklyRecord,
)
from spineward.clinical.facts.answers import (
    AfterActivity,
    Answer,
    Label,
    Leg,
    StrengthAnswer,
    StrengthTest,
    YesNo,
)

VerdictName = Literal[
    "CONTINUE", "CONTINUE_CAUTION", "REGRESS", "STOP_MOVEMENT", "STOP_SESSION", "STOP_AND_ESCALATE"
]
LockLevel = Literal["SAME_DAY", "EMERGENCY"]
At30 = Literal["settled", "still", "still_one_grade", "further"]
Strength = dict[Leg, dict[StrengthTest, StrengthAnswer]]

assert set(get_args(VerdictName)) == set(SetVerdict.__members__)  # noqa: S101


class CheckInIn(Part):
    """One earlier check-in."""

    at: Moment
    leg_now: Annotated[int, whole("leg_now")] | None = None
    back_now: Annotated[int, whole("back_now")] | None = None
    worst_24h: Annotated[int, whole("worst_24h")] | None = None
    chart: ChartIn | None = None
    eased_by_position: Answer | None = None
    hours_at_8: Annotated[int, whole("hours_at_8")] | None = None
    can_sit_10: YesNo | None = None
    can_stand_10: YesNo | None = None
    can_walk_10: YesNo | None = None
    after_activity: AfterActivity | None = None
    nights_broken: Annotated[int, whole("nights_broken")] | None = None
    strength: Strength = Field(default_factory=dict)

    def facts(self) -> CheckInRecord:
        """This check-in as the engine reads it."""
        given = {name: getattr(self, name) for name in type(self).model_fields}
        return CheckInRecord(**(given | {"chart": chart(self.chart)}))


class SetIn(Part):
    """One set as `respond` judged it."""

    movement: str
    at: Moment
    row: int = Field(ge=0, le=12, description="deciding row of the verdict table; 0 not assessed")
    label: Label
    set_verdict: VerdictName
    at_30: At30 | None = Field(None, description="answer to the 30-minute re-ask, rows 3 and 4")
    half_range: bool = False

    def facts(self) -> SetRecord:
        """This set as the engine reads it."""
        verdict = SetVerdict[self.set_verdict]
        return SetRecord(
            self.movement, self.at, self.row, self.label, verdict, self.at_30, self.half_range
        )


class SessionIn(Part):
    """One earlier session; `stops` are the session stops SS1-SS6 that fired."""

    started: Moment
    ended: Moment | None = None
    t0: ChartIn | None = Field(None, description="first chart of the session")
    sets: tuple[SetIn, ...] = ()
    stops: tuple[str, ...] = ()

    def facts(self) -> ExerciseSession:
        """This session as the engine reads it."""
        sets = tuple(done.facts() for done in self.sets)
        return ExerciseSession(self.started, self.ended, chart(self.t0), sets, self.stops)


class LockIn(Part):
    """One lock; the rules that set it by their ids ("A4?" keeps its mark)."""

    fired_at: Moment
    rules: tuple[str, ...]
    level: LockLevel
    released_at: Moment | None = None

    def facts(self) -> LockRecord:
        """This lock as the engine reads it."""
        return LockRecord(self.fired_at, self.rules, CareLevel[self.level], self.released_at)


class WeeklyIn(Part):
    """One weekly entry."""

    at: Moment
    global_change: Annotated[int, whole("global_change", "-3 very much worse to +3")] | None = None
    psfs: tuple[Annotated[int, whole("psfs", "10 = fully able")], ...] = Field((), max_length=3)
    rmdq: Annotated[int, whole("rmdq")] | None = None
    mood_low: YesNo | None = None
    fear_moving: Annotated[int, whole("fear_moving")] | None = None
    weeks_off_work: Annotated[int, whole("weeks_off_work")] | None = None

    def facts(self) -> WeeklyRecord:
        """This entry as the engine reads it."""
        return WeeklyRecord(**{name: getattr(self, name) for name in type(self).model_fields})


class HistoryIn(Part):
    """What came before, in any order."""

    check_ins: tuple[CheckInIn, ...] = ()
    sessions: tuple[SessionIn, ...] = ()
    locks: tuple[LockIn, ...] = ()
    weekly: tuple[WeeklyIn, ...] = ()

    def facts(self) -> History:
        """The history as the engine reads it, oldest first."""
        return History(
            check_ins=tuple(sorted((c.facts() for c in self.check_ins), key=_at)),
            sessions=tuple(sorted((s.facts() for s in self.sessions), key=lambda s: s.started)),
            locks=tuple(sorted((k.facts() for k in self.locks), key=lambda k: k.fired_at)),
            weekly=tuple(sorted((w.facts() for w in self.weekly), key=_at)),
        )


def _at(record: CheckInRecord | WeeklyRecord) -> datetime:
    return record.at
