"""What does `assess` take? One situation: the inputs by their own names, history included."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from pydantic import Field

from spineward.cli.contract.history import HistoryIn, ThisWeekIn
from spineward.cli.contract.keys import FeatureKey, MedicineKey
from spineward.cli.contract.parts import chart
from spineward.cli.contract.person import PersonIn
from spineward.cli.contract.screen import ScreenIn, told
from spineward.cli.contract.times import Moment, MomentOrUnknown, days
from spineward.cli.contract.today import DayIn
from spineward.clinical.facts import History, Situation, SpineProcedure
from spineward.clinical.facts.answers import Answer, YesNo
from spineward.clinical.intake import InvalidInput

NOT_LATER = ("screened_at", "session_screen_at", "checked_in_at", "strength_at", "woke_at")
"""Moments of the situation that cannot lie after `now`."""


class SituationIn(DayIn, ScreenIn, PersonIn):
    """One person at one moment.

    A field that is left out (or null) was not asked; that is never read as "no", and what is
    still needed before movement can be offered comes back in `missing`. All numbers are whole.
    Should a key stand twice in an object, its last value counts.
    """

    checked_in_at: Moment | None = Field(
        None, description="when the answers of today were given; left out = just now"
    )
    strength_at: Moment | None = Field(
        None, description="when the strength check was last answered; left out = just now"
    )
    severe_most_days: YesNo | None = Field(
        None, description="leg pain 7 or more on most of the last 7 days; asked at first use"
    )
    woke_at: MomentOrUnknown | None = Field(
        None, description="when the person got up today; unknown = within the last hour"
    )
    features: dict[FeatureKey, Answer] = Field(
        default_factory=dict,
        description="pattern questions: worse_cough (cough, sneeze or strain), worse_sitting "
        "(over 20 to 30 minutes), worse_crossing (the leg, or turning the hip), both_sides "
        "(buttocks or legs), dimple_pain (pointed at the dimple of the low back), outer_hip_lying "
        "(lying on it), sit_bone_running (on running); the rest as named",
    )
    worse_bending: Answer | None = Field(None, description="is it worse on bending forward?")
    medicines: dict[MedicineKey, Answer] = Field(
        default_factory=dict, description="the medicine screen"
    )
    weekly: ThisWeekIn | None = Field(None, description="a weekly entry made today")
    history: HistoryIn | None = Field(None, description="what came before")

    def facts(self, clock: datetime) -> Situation:
        """This situation as the engine reads it. Raises InvalidInput for what cannot be."""
        now = self.now or clock
        given: dict[str, Any] = {name: getattr(self, name) for name in _AS_IT_IS}
        for name in NOT_LATER:
            at = getattr(self, name)
            if isinstance(at, datetime) and at > now:
                raise InvalidInput(name, at.isoformat(), "a moment that is not after `now`")
        for name in ("since", "worsened", "examined", "reviewed"):
            given[name] = days(getattr(self, name), now)
        past = self._past(now)
        changed = dict(given["since"])
        for id, day in given["worsened"].items():
            changed[id] = max(day, changed.get(id, day))
        return Situation(
            **given | self._pregnancy(),
            now=now,
            told_ok=told(self.told_ok, now, changed, past.locks),
            spine_procedure=self._procedures(),
            chart=chart(self.chart),
            history=past,
        )

    def _past(self, now: datetime) -> History:
        past = self.history.facts(now) if self.history else History()
        if self.weekly is None:
            return past
        return replace(past, weekly=(*past.weekly, self.weekly.facts(now)))

    def _pregnancy(self) -> dict[str, Any]:
        """The answer and the week, however they were given."""
        said, week = self.pregnant, self.pregnant_week
        if said is not None and said.week is not None:
            if week not in (None, said.week):
                raise InvalidInput("pregnant_week", week, f"{said.week}, as pregnant says")
            week = said.week
        answer = None if said is None else said.answer
        if week is not None and answer != "yes":
            raise InvalidInput("pregnant_week", week, "only together with pregnant = yes")
        return {"pregnant": answer, "pregnant_week": week}

    def _procedures(self) -> tuple[SpineProcedure, ...] | None:
        given = self.spine_procedure
        return None if given is None else tuple(one.facts() for one in given)


_OWN_WAY = {
    "now", "pregnant", "pregnant_week", "spine_procedure", "since", "worsened", "examined",
    "reviewed", "told_ok", "chart", "weekly", "history",
}  # fmt: skip
_AS_IT_IS = tuple(name for name in SituationIn.model_fields if name not in _OWN_WAY)
