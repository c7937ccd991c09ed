"""Was it worse the morning after a session? N1-N3, and what they take off the menu (spec 2.6)."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from spineward.clinical.body import LEGS, BackState, LegState, back_state, leg_state
from spineward.clinical.case import Case, once
from spineward.clinical.catalogue import limit
from spineward.clinical.facts import (
    CareLevel,
    Chart,
    CheckInRecord,
    ExerciseSession,
    Finding,
    Gate,
)
from spineward.clinical.facts.answers import Leg
from spineward.clinical.rules.rule import RuleSet

RULES = RuleSet()
Legs = Mapping[Leg, LegState]


class WorseMorning(NamedTuple):
    """One check-in that was worse than before yesterday's session(s), and what was done there."""

    at: datetime
    movements: frozenset[str]


@once
def recent_sessions(case: Case) -> list[ExerciseSession]:
    """The sessions that a next-morning rule or a rest can still reach, oldest first."""
    reach = timedelta(days=limit("n2.off_days") + limit("n2.days"), hours=limit("t24.to_hours"))
    oldest = case.now - reach
    found = []
    for session in reversed(case.history.sessions):
        if session.started < oldest:
            break
        found.append(session)
    return found[::-1]


@once
def _answered(case: Case) -> list[CheckInRecord]:
    """The check-ins since the oldest of these sessions that say how the legs are."""
    sessions = recent_sessions(case)
    found = []
    for record in reversed(case.check_ins):
        if record.at < sessions[0].started:
            break
        if record.chart is not None or record.leg_now is not None:
            found.append(record)
    return found[::-1]


def next_morning(case: Case, session: ExerciseSession) -> CheckInRecord | None:
    """t24: the first check-in 12-36 h after the session; None when there was none."""
    over = session.ended or session.started
    first = over + timedelta(hours=limit("t24.from_hours"))
    last = over + timedelta(hours=limit("t24.to_hours"))
    return next((r for r in _answered(case) if first <= r.at <= last), None)


def after_the_night(case: Case, session: ExerciseSession) -> CheckInRecord | None:
    """The first check-in with a chart from 12 h after the session on, however late."""
    first = (session.ended or session.started) + timedelta(hours=limit("t24.from_hours"))
    return next((r for r in _answered(case) if first <= r.at and r.chart is not None), None)


def _worse_in_leg(before: LegState, after: LegState) -> bool:
    return (
        after.pain > before.pain
        or after.tingling > before.tingling
        or after.numbness > before.numbness
        or after.front_pain > before.front_pain
        or after.front_tingling > before.front_tingling
        or after.front_numbness > before.front_numbness
        or after.intensity - before.intensity >= limit("t24.leg_up")
    )


def _worse_in_back(before: BackState, after: BackState) -> bool:
    """Read only without leg symptoms; a mild new back ache alone is let pass as in row 5."""
    mild = not before.pain and after.intensity <= limit("set.back_quiet")
    return after.pain > before.pain and not mild


def worse(before: Chart, after: CheckInRecord) -> bool:
    """Any of Dp, Dt, Dn up, or leg pain up by 2, in either leg, against the session's first t0."""
    legs: Legs = {leg: leg_state(before, leg) for leg in LEGS}
    if after.chart is None:
        strongest = max(state.intensity for state in legs.values())
        return (after.leg_now or 0) - strongest >= limit("t24.leg_up")
    if any(_worse_in_leg(legs[leg], leg_state(after.chart, leg)) for leg in LEGS):
        return True
    if any(state.symptomatic for state in legs.values()):
        return False
    return _worse_in_back(back_state(before), back_state(after.chart))


@once
def worse_mornings(case: Case) -> list[WorseMorning]:
    """Every worse morning still within reach, oldest first; two sessions, one morning."""
    found: dict[datetime, WorseMorning] = {}
    for session in recent_sessions(case):
        morning = next_morning(case, session)
        if morning is None or session.t0 is None or not worse(session.t0, morning):
            continue
        used = frozenset(done.movement for done in session.sets)
        known = found.get(morning.at)
        found[morning.at] = WorseMorning(morning.at, used | known.movements if known else used)
    return [found[at] for at in sorted(found)]


@once
def _pairs(case: Case) -> list[WorseMorning]:
    """Each second worse morning within 7 days of another; the movements used before both."""
    mornings = worse_mornings(case)
    return [
        WorseMorning(second.at, first.movements & second.movements)
        for place, second in enumerate(mornings)
        for first in mornings[:place]
        if (second.at.date() - first.at.date()).days <= limit("n2.days")
    ]


def n2_moments(case: Case) -> list[datetime]:
    """When N2 fired, oldest first."""
    return sorted({pair.at for pair in _pairs(case)})


def n2_holds(case: Case) -> bool:
    """N2 fired within 48 h."""
    span = timedelta(hours=limit("n2.hours"))
    return any(case.now - at <= span for at in n2_moments(case))


def n1_within(case: Case, span: timedelta) -> bool:
    """Was a morning worse within that time?"""
    return any(case.now - morning.at <= span for morning in worse_mornings(case))


@once
def removed_by_n2(case: Case) -> frozenset[str]:
    """Movements used before both of two worse mornings: off for 14 days."""
    off = limit("n2.off_days")
    return frozenset(
        movement
        for pair in _pairs(case)
        if case.days_ago(pair.at.date()) <= off
        for movement in pair.movements
    )


@RULES.rule("N1", sources="J", hazards="H-02 H-20")
def n1(case: Case) -> Finding | None:
    """The morning after a session was worse than before it: only easing for 24 hours."""
    if n1_within(case, timedelta(hours=limit("n1.hours"))):
        return Finding("N1", gate=Gate.EASE_ONLY)
    return None


@RULES.rule("N2", sources="J", hazards="H-02 H-20")
def n2(case: Case) -> Finding | None:
    """Two mornings within 7 days were worse: T2 holds for 48 hours, and what was done before both
    is off for 14 days."""
    return Finding("N2", gate=Gate.EASE_ONLY) if n2_holds(case) else None


@RULES.rule("N3", sources="J", hazards="H-20")
def n3(case: Case) -> Finding | None:
    """Three mornings within 14 days were worse: someone looks at it soon."""
    span = limit("n3.days")
    count = sum(case.days_ago(m.at.date()) <= span for m in worse_mornings(case))
    if count < limit("n3.mornings") or case.reviewed_within("N3", "review.short_days"):
        return None
    return Finding("N3", CareLevel.SOON, within_days=limit("within.soon"))
