"""Which session is it, and what does its page need to know?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils.http import urlencode

from spineward.clinical.body import LEGS, leg_state
from spineward.clinical.facts import Plan, Reading
from spineward.clinical.facts.answers import Leg
from spineward.clinical.facts.session import Point, SessionState, Step
from spineward.clinical.library import movements
from spineward.diary import journey
from spineward.diary.journey import Person
from spineward.diary.trouble import NotFound
from spineward.web.session import showing
from spineward.web.session.figures import frames, pictures
from spineward.web.shell import clock, person
from spineward.web.shell.drawing.leg import leg_strip_svg
from spineward.web.shell.reasons import Reason, of

POINTS: Mapping[Step, Point] = {
    "after_set": "t1",
    "upright": "t2",
    "settle": "at_10",
    "re_ask": "at_30",
}
"""Which time point the question of a step asks about."""


STOPPING_ROWS = range(1, 8)
"""Rows of table 2.4 that stop a movement or more, whatever the person asked for."""


@dataclass(frozen=True, slots=True)
class Running:
    """One session at this moment."""

    id: UUID
    person: Person
    now: datetime
    state: SessionState
    next_id: UUID
    legs: tuple[Leg, ...]

    @property
    def base(self) -> Reading:
        """What the short answers are compared with: before the set, or right after it."""
        return self.state.t0 if self.state.step == "after_set" else self.state.last

    @property
    def leg(self) -> Leg:
        """The leg that the pictures show."""
        return self.legs[0]

    def lowest(self, reading: Reading) -> int:
        """The rank of the lowest pain in a reading, of tingling where there is no pain; or 0."""
        states = [leg_state(reading.chart, leg) for leg in self.legs]
        return max(max(s.pain, s.front_pain) or s.tingling for s in states)

    def reasons(self) -> tuple[Reason, ...]:
        """Why the last set was judged as it was."""
        return of(self.state.outcome.fired) if self.state.outcome else ()

    def asks(self) -> str:
        """The address of what this set opened and nobody answered since; empty when nothing is."""
        opened = self.state.outcome.asks if self.state.outcome else ()
        if not opened:
            return ""
        answered = journey.last_answered(self.person, now=self.now)
        since = self.state.done.started
        left = [item for item in opened if answered.get(f"item.{item}", since) <= since]
        query = urlencode({"kind": "session", "ask": left}, doseq=True)
        return f"/check-in/?{query}" if left else ""

    def context(self, form: object = None, plan: Plan | None = None) -> dict[str, Any]:
        """Everything the page of the present step shows; `plan` when it is known already."""
        state = self.state
        before, after = self.lowest(state.t0), self.lowest(state.last)
        waits, outcome = state.waits_until, state.outcome
        return {
            "here": self,
            "state": state,
            "form": form,
            "movement": state.movement,
            "pictures": pictures(state.movement, self.leg) if state.movement else (),
            "frames": frames(state.movement, self.leg) if state.movement else "",
            "before": before,
            "after": after,
            "strip": leg_strip_svg(
                after or None,
                before or None,
                "Your leg",
                f"Lowest point before: step {before} of 9. Now: step {after} of 9.",
                self.leg,
            ),
            "waiting": max(0, -(-int((waits - self.now).total_seconds()) // 60)) if waits else 0,
            "reasons": self.reasons(),
            "stopped_for_cause": outcome is not None and outcome.row in STOPPING_ROWS,
            "asks": self.asks(),
            "before_of": showing.before_of(self.base, self.legs),
            "strips": showing.strips(self.base, self.legs),
            "one_sided": bool(state.movement) and movements()[state.movement or ""].one_sided,
            **showing.offered(plan, self.person, state, self.leg, self.now),
        }


def running(id: UUID) -> Running:
    """The session of that id as it stands now; there may be none."""
    own, now = person.own(), clock.now()
    try:
        session = journey.session_state(own, id, now=now)
    except NotFound:
        raise Http404 from None
    return Running(id, own, now, session.state, session.next_id, legs(session.state))


def legs(state: SessionState) -> tuple[Leg, ...]:
    """The affected legs; without one, the legs that the last reading marks, else the right one."""
    felt = tuple(leg for leg in LEGS if leg_state(state.t0.chart, leg).symptomatic)
    return felt or ("right",)
