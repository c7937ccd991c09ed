"""What does `assess` take? One situation: the inputs by their own names, history included.

A field that is left out was not asked; it is never read as "no". What is still needed before
movement can be offered comes back in `missing`.
"""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from spineward.cli.contract.history import HistoryIn, Strength, WeeklyIn
from spineward.cli.contract.parts import ChartIn, Part, chart, whole
from spineward.cli.contract.times import Day, DayOrAgo, Moment, day_of
from spineward.clinical.facts import History, Situation, SpineProcedure
from spineward.clinical.facts.answers import (
    AfterActivity,
    Answer,
    Examined,
    PregnantAnswer,
    ProcedureKind,
    SexualAnswer,
    YesNo,
)


class ProcedureIn(Part):
    """One operation, injection or epidural on the spine, or instrumentation, and its day."""

    kind: ProcedureKind
    on: Day


class SituationIn(Part):
    """One person at one moment. Maps go by rule or key id: `{"item": {"A1": "no"}}`."""

    now: Moment | None = Field(None, description="the moment asked about; default: the clock")
    # who, and since when
    age: Annotated[int, whole("age")] | None = None
    episode_start: Day | None = Field(None, description="first day of this bout")
    leg_onset: Day | Literal["none"] | None = Field(None, description="first day in buttock or leg")
    first_ever: YesNo | None = None
    change_so_far: (
        Annotated[int, whole("change_so_far", "-3 very much worse to +3 very much better")] | None
    ) = None
    background: dict[str, Answer] = Field(default_factory=dict)
    pregnant: PregnantAnswer | None = None
    pregnant_week: Annotated[int, whole("pregnant_week")] | None = None
    spine_procedure: Literal["none"] | tuple[ProcedureIn, ...] | None = None
    team_allowed: tuple[str, ...] | None = Field(None, description="movement ids")
    clearance: dict[str, Answer] = Field(default_factory=dict, description="CL1-CL6")
    cleared: dict[str, YesNo] = Field(default_factory=dict, description="CL1-CL6: cleared by one")
    floor_ok: YesNo | None = Field(None, description="can get down to the floor and up")
    # the red-flag screen
    item: dict[str, Answer | SexualAnswer] = Field(
        default_factory=dict, description="A1-C16, after the clarifying question"
    )
    detail: dict[str, dict[str, Answer]] = Field(
        default_factory=dict, description="follow-ups of a ticked item; they can only narrow it"
    )
    since: dict[str, DayOrAgo] = Field(default_factory=dict, description="missing = today")
    worsened: dict[str, DayOrAgo] = Field(default_factory=dict, description='day, ago or "never"')
    examined: dict[str, DayOrAgo] = Field(default_factory=dict, description='day, ago or "none"')
    reviewed: dict[str, DayOrAgo] = Field(default_factory=dict, description='day, ago or "none"')
    told_ok: dict[str, Examined] = Field(default_factory=dict)
    before_episode: dict[str, YesNo] = Field(
        default_factory=dict, description="A1-A4: was it there before the back trouble?"
    )
    same_as_usual: dict[str, YesNo] = Field(
        default_factory=dict, description="A1-A4: is it exactly the same now?"
    )
    screened_at: Moment | None = Field(None, description="last full screen; default: just now")
    session_screen_at: Moment | None = Field(None, description="last QS; default: just now")
    # today
    chart: ChartIn | None = Field(None, description="empty = felt nowhere; left out = not asked")
    leg_now: Annotated[int, whole("leg_now")] | None = None
    back_now: Annotated[int, whole("back_now")] | None = None
    worst_24h: Annotated[int, whole("worst_24h")] | None = None
    eased_by_position: Answer | None = None
    hours_at_8: Annotated[int, whole("hours_at_8")] | None = None
    severe_most_days: YesNo | None = None
    can_sit_10: YesNo | None = None
    can_stand_10: YesNo | None = None
    can_walk_10: YesNo | None = None
    after_activity: AfterActivity | None = None
    nights_broken: Annotated[int, whole("nights_broken")] | None = None
    woke_at: Moment | Literal["unknown"] | None = None
    strength: Strength = Field(default_factory=dict)
    # pattern, medicines
    features: dict[str, Answer] = Field(default_factory=dict)
    worse_bending: Answer | None = None
    medicines: dict[str, Answer] = Field(default_factory=dict)
    # the past; a weekly entry of today may stand beside it
    weekly: WeeklyIn | None = None
    history: HistoryIn = Field(default_factory=HistoryIn)

    def facts(self, clock: datetime) -> Situation:
        """This situation as the engine reads it. Raises ValueError for a day that is none."""
        now = self.now or clock
        plain = {name: getattr(self, name) for name in _AS_IT_IS}
        return Situation(
            now=now,
            spine_procedure=self._procedures(),
            since=_days("since", self.since, now),
            worsened=_days("worsened", self.worsened, now),
            examined=_days("examined", self.examined, now),
            reviewed=_days("reviewed", self.reviewed, now),
            chart=chart(self.chart),
            history=self._history(),
            **plain,
        )

    def _procedures(self) -> tuple[SpineProcedure, ...] | None:
        if self.spine_procedure is None or self.spine_procedure == "none":
            return None if self.spine_procedure is None else ()
        return tuple(SpineProcedure(one.kind, one.on) for one in self.spine_procedure)

    def _history(self) -> History:
        past = self.history
        if self.weekly:
            past = past.model_copy(update={"weekly": (*past.weekly, self.weekly)})
        return past.facts()


_TRANSFORMED = {
    "now", "spine_procedure", "since", "worsened", "examined", "reviewed", "chart", "weekly",
    "history",
}  # fmt: skip
_AS_IT_IS = tuple(name for name in SituationIn.model_fields if name not in _TRANSFORMED)
_NEVER = ("none", "never")


def _days(name: str, given: dict[str, str], now: datetime) -> dict[str, date]:
    days: dict[str, date] = {}
    for key, text in given.items():
        if text in _NEVER:
            continue
        try:
            days[key] = day_of(text, now)
        except ValueError as error:
            raise ValueError(f"{name}.{key}: {error}") from None
    return days
