"""What do the rules ask of a situation? Dates put in order, answers read, legs told apart.

A Case is made anew for each assessment. It holds no rule: only the words of spec 0.3 (new,
unexamined, old, affected leg, day value) in one place, so that every rule means the same by them.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cached_property, wraps
from typing import Any, TypeVar

from spineward.clinical.body import LEGS, LegState, back_state, leg_state, without_usual
from spineward.clinical.catalogue import limit
from spineward.clinical.facts import Chart, CheckInRecord, History, LockRecord, Situation
from spineward.clinical.facts.answers import Leg
from spineward.clinical.timeline import Timeline

Known = TypeVar("Known")
UNKNOWN = (None, "not_sure")
HARMLESS = ("no", "no_change", "does_not_apply")


class Case:
    """One situation, read the way the rules need it."""

    def __init__(self, situation: Situation) -> None:
        self.situation = situation
        self.now: datetime = situation.now
        self.today: date = situation.now.date()
        self.history: History = situation.history
        self.memo: dict[Any, Any] = {}
        """What was worked out about this case (see `once`)."""

    # --- answers ---------------------------------------------------------------------------

    def yes(self, item: str) -> bool:
        """The item was affirmed (A4: `changed`)."""
        return self.situation.item.get(item) in ("yes", "changed")

    def unsure(self, item: str) -> bool:
        """Still unknown after the clarifying question (A4: or not told)."""
        return self.situation.item.get(item) in ("not_sure", "prefer_not_to_say")

    def clear(self, item: str) -> bool:
        """The item was answered, and the answer is harmless."""
        return self.situation.item.get(item) in HARMLESS

    def feature(self, item: str, name: str) -> bool:
        """A follow-up of a ticked item holds unless it was answered "no"."""
        return self.situation.detail.get(item, {}).get(name) != "no"

    def has_detail(self, item: str) -> bool:
        """Were any follow-ups of this item answered?"""
        return bool(self.situation.detail.get(item))

    def background(self, *keys: str) -> bool:
        """Any of these holds; unknown and missing count as yes (0.4)."""
        known = self.situation.background
        return any(known.get(key) != "no" for key in keys)

    @cached_property
    def pregnant(self) -> bool:
        """Pregnant by the person's own word; not sure is left to exclusions (0.4)."""
        return self.situation.pregnant == "yes"

    @cached_property
    def pregnant_late(self) -> bool:
        """From week 20 on, or not known to be earlier."""
        if self.situation.pregnant == "not_sure":
            return True
        week = self.situation.pregnant_week
        return self.pregnant and (week is None or week >= limit("c15.pregnant_week"))

    # --- dates -----------------------------------------------------------------------------

    @cached_property
    def episode_start(self) -> date:
        """Start of this episode; when not known, everything counts as lying in it."""
        return self.situation.episode_start or date.min

    def days_ago(self, day: date) -> int:
        """Whole days from that day to today."""
        return (self.today - day).days

    def since(self, item: str) -> date:
        """When it began; missing = today (0.2)."""
        return self.situation.since.get(item, self.today)

    def changed(self, item: str) -> date:
        """The later of `since` and `worsened` (0.3)."""
        worsened = self.situation.worsened.get(item)
        since = self.since(item)
        return max(since, worsened) if worsened else since

    def within(self, item: str, limit_id: str) -> bool:
        """It began or grew within that many days; "within n days" includes day n."""
        return self.days_ago(self.changed(item)) <= limit(limit_id)

    def in_episode(self, item: str) -> bool:
        """It began or grew in this episode."""
        return self.changed(item) >= self.episode_start

    def known_in_episode(self, day: date | None) -> bool:
        """That day is known to lie in this episode; without a start nobody knows (0.4)."""
        start = self.situation.episode_start
        return start is not None and day is not None and day >= start

    def examined_since_change(self, item: str) -> bool:
        """A clinician tested this very finding on or after its last change."""
        examined = self.situation.examined.get(item)
        return examined is not None and examined >= self.changed(item)

    def never_examined(self, item: str) -> bool:
        """No examination on or after it began, episode or not (0.3)."""
        examined = self.situation.examined.get(item)
        return examined is None or examined < self.since(item)

    def unexamined(self, item: str) -> bool:
        """It lies in this episode and nobody examined it since its last change (0.3)."""
        return self.in_episode(item) and not self.examined_since_change(item)

    def new(self, item: str) -> bool:
        """Changed within 14 days, examined or not; or in this episode and unexamined (0.3)."""
        return self.within(item, "new.days") or self.unexamined(item)

    def told_fine(self, item: str) -> bool:
        """A clinician said that exercise is fine."""
        return self.situation.told_ok.get(item) == "yes"

    def reviewed_within(self, item: str, limit_id: str) -> bool:
        """Reviewed with "exercise is fine" within that many days (1.5, trends)."""
        reviewed = self.situation.reviewed.get(item)
        return (
            reviewed is not None
            and self.told_fine(item)
            and self.days_ago(reviewed) <= limit(limit_id)
        )

    @cached_property
    def leg_day(self) -> int | None:
        """Days since `leg_onset`, None without one: trends count from here, not from install."""
        onset = self.situation.leg_onset
        return self.days_ago(onset) if isinstance(onset, date) else None

    # --- locks -----------------------------------------------------------------------------

    @cached_property
    def open_lock(self) -> LockRecord | None:
        """The latest lock that is not released."""
        still = [lock for lock in self.history.locks if lock.released_at is None]
        return still[-1] if still else None

    def locked_before(self, item: str) -> LockRecord | None:
        """The last lock that this rule set, released or not."""
        locks = [lock for lock in self.history.locks if item in lock.rules]
        return max(locks, key=lambda lock: lock.fired_at, default=None)

    # --- chart and legs --------------------------------------------------------------------

    @cached_property
    def chart(self) -> Chart:
        """Today's chart; empty when not asked (then `chart` is missing and the gate says so)."""
        return self.situation.chart or ()

    @cached_property
    def legs(self) -> Mapping[Leg, LegState]:
        """Both legs, usual marks included."""
        return {leg: leg_state(self.chart, leg) for leg in LEGS}

    @cached_property
    def new_legs(self) -> Mapping[Leg, LegState]:
        """Both legs less their usual marks."""
        fresh = without_usual(self.chart)
        if len(fresh) == len(self.chart):
            return self.legs
        return {leg: leg_state(fresh, leg) for leg in LEGS}

    @cached_property
    def leg_now(self) -> int:
        """The stronger of the number given and the chart; 0 when neither is known."""
        charted = max(state.intensity for state in self.legs.values())
        return max(self.situation.leg_now or 0, charted)

    @cached_property
    def back_now(self) -> int:
        """The stronger of the number given and the chart; 0 when neither is known."""
        return max(self.situation.back_now or 0, back_state(self.chart).intensity)

    @cached_property
    def uneased(self) -> bool:
        """No position lowers the pain; not sure counts as no (0.2)."""
        return self.situation.eased_by_position in ("no", "not_sure")

    @cached_property
    def new_numbness(self) -> bool:
        """Numbness anywhere but in usual marks."""
        return any(mark.numbness and not mark.usual for mark in self.chart)

    # --- days ------------------------------------------------------------------------------

    @cached_property
    def current(self) -> CheckInRecord:
        """Today's answers in the form of an earlier check-in."""
        now = self.situation
        known = now.leg_now is not None
        return CheckInRecord(
            at=now.checked_in_at or now.now,
            leg_now=self.leg_now if known else None,
            back_now=self.back_now if now.back_now is not None else None,
            chart=now.chart,
            eased_by_position=now.eased_by_position,
            hours_at_8=now.hours_at_8,
            can_sit_10=now.can_sit_10,
            can_stand_10=now.can_stand_10,
            can_walk_10=now.can_walk_10,
            after_activity=now.after_activity,
            nights_broken=now.nights_broken,
            strength=now.strength,
        )

    @cached_property
    def check_ins(self) -> tuple[CheckInRecord, ...]:
        """All check-ins, oldest first, today's included."""
        return (*self.history.check_ins, self.current)

    @cached_property
    def timeline(self) -> Timeline:
        """The check-ins as a course of days, today's included."""
        return Timeline(self.check_ins)


def once(reads: Callable[[Case], Known]) -> Callable[[Case], Known]:
    """Work a function of the case out once per case; kept with it, and gone with it."""

    @wraps(reads)
    def known(case: Case) -> Known:
        answer: Known
        try:
            answer = case.memo[reads]
        except KeyError:
            answer = case.memo[reads] = reads(case)
        return answer

    return known
