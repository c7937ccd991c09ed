"""How is the past handed in? Earlier check-ins, sessions, locks and weekly entries."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from operator import attrgetter
from typing import Annotated, Any, Literal, TypeVar

from pydantic import Field

from spineward.cli.contract.keys import MovementId, RedFlag, RuleId, StopId
from spineward.cli.contract.parts import AT_ONCE, ChartIn, Part, chart, whole
from spineward.cli.contract.times import Day, Moment
from spineward.cli.contract.today import DayIn
from spineward.clinical.facts import (
    CareLevel,
    CheckInRecord,
    ExerciseSession,
    History,
    LockRecord,
    SetRecord,
    SetVerdict,
    StrengthRecord,
    WeeklyRecord,
)
from spineward.clinical.facts.answers import (
    AfterHalfHour,
    Label,
    Leg,
    StrengthAnswer,
    StrengthTest,
    YesNo,
)
from spineward.clinical.intake import InvalidInput
from spineward.export.results import VerdictName

Moments = Iterator[tuple[str, datetime | None, datetime | None]]
"""Name, moment, and the moment before which it cannot lie."""

Record = TypeVar("Record")


class CheckInIn(DayIn):
    """One earlier check-in."""

    at: Moment = Field(description="when it was given")

    def facts(self) -> CheckInRecord:
        """This check-in as the engine reads it."""
        given = {name: getattr(self, name) for name in CheckInIn.model_fields}
        return CheckInRecord(**(given | {"chart": chart(self.chart)}))


class SetIn(Part):
    """One set as `respond` judged it."""

    movement: MovementId = Field(description="which movement")
    at: Moment = Field(description="when the set was done")
    row: int = Field(ge=0, le=12, description="deciding row of the verdict table; 0 not assessed")
    label: Label = Field(description="as `respond` printed it")
    set_verdict: VerdictName = Field(description="as `respond` printed it")
    at_30: AfterHalfHour | None = Field(
        None, description="answer to the 30-minute re-ask, rows 3 and 4"
    )
    half_range: bool = Field(False, description="was it done at half range?")

    def facts(self) -> SetRecord:
        """This set as the engine reads it."""
        verdict = SetVerdict[self.set_verdict]
        return SetRecord(
            self.movement, self.at, self.row, self.label, verdict, self.at_30, self.half_range
        )


class SessionIn(Part):
    """One earlier session."""

    started: Moment = Field(description="when it began")
    ended: Moment | None = Field(None, description="when it ended; left out = never completed")
    t0: ChartIn | None = Field(None, description="first chart of the session")
    sets: Annotated[tuple[SetIn, ...], AT_ONCE] = Field((), description="its sets in order")
    stops: Annotated[tuple[StopId, ...], AT_ONCE] = Field(
        (), description="session stops that fired"
    )

    def facts(self) -> ExerciseSession:
        """This session as the engine reads it."""
        sets = tuple(done.facts() for done in self.sets)
        return ExerciseSession(self.started, self.ended, chart(self.t0), sets, self.stops)


class LockIn(Part):
    """One lock."""

    fired_at: Moment = Field(description="when it was set")
    rules: Annotated[tuple[RedFlag, ...], AT_ONCE] = Field(
        description="the rules that set it; A4? keeps its mark"
    )
    level: Literal["SAME_DAY", "EMERGENCY"] = Field(description="care level that set it")
    released_at: Moment | None = Field(None, description="when it was released; left out = open")
    examined: dict[RuleId, Day] = Field(
        default_factory=dict,
        description="days of examinations that were known of when it was set: they came before "
        "it; left out = none",
    )

    def facts(self) -> LockRecord:
        """This lock as the engine reads it."""
        level = CareLevel[self.level]
        return LockRecord(self.fired_at, self.rules, level, self.released_at, self.examined)


class StrengthIn(Part):
    """One strength check by itself."""

    at: Moment = Field(description="when it was done")
    strength: dict[Leg, dict[StrengthTest, StrengthAnswer]] = Field(
        description="strength check by leg and test"
    )

    def facts(self) -> StrengthRecord:
        """This check as the engine reads it."""
        return StrengthRecord(self.at, self.strength)


class ThisWeekIn(Part):
    """One weekly entry."""

    at: Moment | None = Field(None, description="when it was given; left out = now")
    global_change: Annotated[
        int | None, whole("global_change", "-3 very much worse to +3 very much better")
    ] = None
    psfs: Annotated[tuple[Annotated[int, whole("psfs", "10 = fully able")], ...], AT_ONCE] = Field(
        (), max_length=3, description="1 to 3 own tasks"
    )
    rmdq: Annotated[int | None, whole("rmdq", "Roland-Morris score")] = None
    mood_low: YesNo | None = Field(None, description="low on most days for 2 weeks")
    fear_moving: Annotated[int | None, whole("fear_moving", "fear of moving, 10 highest")] = None
    weeks_off_work: Annotated[int | None, whole("weeks_off_work", "weeks off work")] = None

    def facts(self, now: datetime) -> WeeklyRecord:
        """This entry as the engine reads it."""
        given: dict[str, Any] = {name: getattr(self, name) for name in ThisWeekIn.model_fields}
        return WeeklyRecord(**(given | {"at": self.at or now}))


class WeeklyIn(ThisWeekIn):
    """One earlier weekly entry."""

    at: Moment = Field(description="when it was given")


class HistoryIn(Part):
    """What came before `now`, in any order; the check-in of now is not in it."""

    check_ins: Annotated[tuple[CheckInIn, ...], AT_ONCE] = Field(
        (), description="earlier check-ins"
    )
    sessions: Annotated[tuple[SessionIn, ...], AT_ONCE] = Field((), description="earlier sessions")
    locks: Annotated[tuple[LockIn, ...], AT_ONCE] = Field(
        (), description="locks, open and released"
    )
    weekly: Annotated[tuple[WeeklyIn, ...], AT_ONCE] = Field(
        (), description="earlier weekly entries"
    )
    strength: Annotated[tuple[StrengthIn, ...], AT_ONCE] = Field(
        (), description="earlier strength checks that no check-in holds"
    )

    def facts(self, now: datetime) -> History:
        """The history as the engine reads it, oldest first. Raises InvalidInput."""
        for name, at, earliest in self._moments():
            _possible(name, at, earliest, now)
        return History(
            check_ins=_sorted((c.facts() for c in self.check_ins), "at"),
            sessions=_sorted((s.facts() for s in self.sessions), "started"),
            locks=_sorted((k.facts() for k in self.locks), "fired_at"),
            weekly=_sorted((w.facts(now) for w in self.weekly), "at"),
            strength=_sorted((s.facts() for s in self.strength), "at"),
        )

    def _moments(self) -> Moments:
        for n, check_in in enumerate(self.check_ins):
            yield f"check_ins[{n}].at", check_in.at, None
        for n, session in enumerate(self.sessions):
            yield f"sessions[{n}].started", session.started, None
            yield f"sessions[{n}].ended", session.ended, session.started
            for m, done in enumerate(session.sets):
                yield f"sessions[{n}].sets[{m}].at", done.at, session.started
        for n, lock in enumerate(self.locks):
            yield f"locks[{n}].fired_at", lock.fired_at, None
            yield f"locks[{n}].released_at", lock.released_at, lock.fired_at
        for n, week in enumerate(self.weekly):
            yield f"weekly[{n}].at", week.at, None
        for n, tested in enumerate(self.strength):
            yield f"strength[{n}].at", tested.at, None


def _possible(name: str, at: datetime | None, earliest: datetime | None, now: datetime) -> None:
    if at is None:
        return
    if at > now:
        raise InvalidInput(f"history.{name}", at.isoformat(), "a moment that is not after `now`")
    if earliest and at < earliest:
        said = f"a moment that is not before {earliest.isoformat()}"
        raise InvalidInput(f"history.{name}", at.isoformat(), said)


def _sorted(records: Iterable[Record], by: str) -> tuple[Record, ...]:
    return tuple(sorted(records, key=attrgetter(by)))
