"""Is this an acute flare, and how strong? FLARE_SEVERE, FLARE_MODERATE, FLARE_LONG (section 3).

A severe flare is a state: it starts with one bad check-in and ends only after two calm ones at
least 12 hours apart. It is worked out by walking through the check-ins, oldest first.
"""

from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from spineward.clinical.case import Case, once
from spineward.clinical.catalogue import limit
from spineward.clinical.facts import CareLevel, Finding, Gate
from spineward.clinical.ledger import MOVED_DOWN
from spineward.clinical.rules.course import Worsening, worsening
from spineward.clinical.rules.next_day import n1_within
from spineward.clinical.rules.rule import RuleSet
from spineward.clinical.timeline import Moment

RULES = RuleSet()
State = Literal["CALM", "FLARE_MODERATE", "FLARE_SEVERE"]
TOO_MUCH_PAIN = "SS4"


class Severe(NamedTuple):
    """The latest severe flare: since when, and until when (None: it holds now)."""

    since: datetime
    until: datetime | None


def severe(moment: Moment) -> bool:
    """Does one check-in meet any severe criterion? What was not answered is left out here."""
    said = moment.record
    leg, back = moment.worst_leg, moment.worst_back
    uneased = said.eased_by_position in ("no", "not_sure")
    stuck = said.can_sit_10 == said.can_stand_10 == said.can_walk_10 == "no"
    nights = (said.nights_broken or 0) >= limit("flare.nights")
    return (
        leg >= limit("flare.leg_severe")
        or back >= limit("flare.back_severe")
        or (uneased and max(leg, back) >= limit("flare.uneased"))
        or stuck
        or said.after_activity == "over_60"
        or (nights and leg >= limit("flare.nights_leg"))
    )


def _calm(moment: Moment, rank_before: int | None) -> bool:
    """No severe criterion, leg pain of 6 at most, and not further down than the check-in before."""
    if moment.worst_leg > limit("flare.end_leg"):
        return False
    return moment.rank is None or rank_before is None or moment.rank <= rank_before


def _known(moment: Moment) -> bool:
    """Without leg pain or chart nobody can say that it is calm."""
    return moment.leg is not None and moment.rank is not None


@once
def severe_flares(case: Case) -> tuple[Severe, ...]:
    """Every severe flare so far, oldest first; only the last one can still hold."""
    gap = timedelta(hours=limit("flare.end_gap_hours"))
    too_much = [
        session.started
        for session in reversed(case.history.sessions)
        if TOO_MUCH_PAIN in session.stops
    ]
    flares: list[Severe] = []
    calm_since: datetime | None = None
    rank: int | None = None
    for moment in case.timeline.moments:
        while too_much and too_much[-1] <= moment.at:
            _starts(flares, too_much.pop())
            calm_since = None
        if severe(moment):
            _starts(flares, moment.at)
            calm_since = None
        elif not _calm(moment, rank):
            calm_since = None
        elif _open(flares) and _known(moment):
            calm_since = calm_since or moment.at
            if moment.at - calm_since >= gap:
                flares[-1] = flares[-1]._replace(until=moment.at)
        rank = rank if moment.rank is None else moment.rank
    if too_much:  # after the latest check-in
        _starts(flares, too_much[-1])
    return tuple(flares)


def severe_flare(case: Case) -> Severe | None:
    """The latest severe flare, if there ever was one."""
    return next(reversed(severe_flares(case)), None)


def _open(flares: list[Severe]) -> bool:
    return bool(flares) and flares[-1].until is None


def _starts(flares: list[Severe], at: datetime) -> None:
    """A flare begins, unless one holds."""
    if not _open(flares):
        flares.append(Severe(at, None))


@once
def state(case: Case) -> State:
    """The flare state at this check-in."""
    flare = severe_flare(case)
    if flare and flare.until is None:
        return "FLARE_SEVERE"
    return "FLARE_MODERATE" if _moderate(case, flare) else "CALM"


def _moderate(case: Case, flare: Severe | None) -> bool:
    return (
        _raised(case)
        or case.situation.after_activity == "30_to_60"
        or _moved_down_within(case, timedelta(hours=limit("flare.row5_hours")))
        or (flare is not None and flare.until is not None and not _moved_since(case, flare.until))
    )


def _raised(case: Case) -> bool:
    """Leg pain of 6, unless that is the steady level; or 4-5 and 2 above the week before."""
    leg = case.leg_now
    week = case.timeline.last_week_median(case.today.toordinal())
    if leg >= limit("flare.moderate_leg"):
        return not _steady(case)
    return (
        week is not None and leg >= limit("flare.rise_from") and leg - week >= limit("flare.rise")
    )


def _steady(case: Case) -> bool:
    """6 is the usual level of the last week, and no movement or morning made it worse in it."""
    line, today = case.timeline, case.today.toordinal()
    week, span = line.last_week_median(today), timedelta(days=limit("flare.window_days"))
    return (
        week is not None
        and len(line.last_week(today)) >= limit("flare.steady_values")
        and week >= limit("flare.steady_median")
        and not _moved_down_within(case, span)
        and not n1_within(case, span)
    )


def _moved_down_within(case: Case, span: timedelta) -> bool:
    """Any row 5 within that time."""
    since = case.now - span
    sets = (done for session in case.history.sessions for done in session.sets)
    return any(done.row == MOVED_DOWN and done.at >= since for done in sets)


def _moved_since(case: Case, moment: datetime) -> bool:
    """Has a session been held since then?"""
    sessions = case.history.sessions
    return any(s.ended and s.sets and s.started >= moment for s in reversed(sessions))


@RULES.rule("FLARE_SEVERE", sources="K J SEED DAHM", hazards="H-03")
def flare_severe(case: Case) -> Finding | None:
    """A severe flare: only easing until two calm check-ins at least 12 hours apart."""
    if state(case) != "FLARE_SEVERE":
        return None
    return Finding("FLARE_SEVERE", gate=Gate.EASE_ONLY)


@RULES.rule("FLARE_MODERATE", sources="ATLAS15 J", hazards="H-03")
def flare_moderate(case: Case) -> Finding | None:
    """A moderate flare: easing and at most two gentle movements."""
    if state(case) != "FLARE_MODERATE":
        return None
    return Finding("FLARE_MODERATE", gate=Gate.LIMITED)


@RULES.rule("FLARE_LONG", sources="J", hazards="H-20")
def flare_long(case: Case) -> Finding | None:
    """Only easing for over 3 days without any gain, or for over 7 days at all: seen soon."""
    since = _easing_since(case)
    if since is None or case.reviewed_within("FLARE_LONG", "review.short_days"):
        return None
    lasted = case.now - since
    over_days = lasted > timedelta(days=limit("flare.long_days"))
    over_hours = lasted > timedelta(hours=limit("flare.long_hours"))
    if over_days or (over_hours and not _less_than_at(case, since)):
        return Finding("FLARE_LONG", CareLevel.SOON, within_days=limit("within.soon"))
    return None


def _easing_since(case: Case) -> datetime | None:
    """Since when a severe flare or T2 has left only easing, one running into the other."""
    flare, worse = severe_flare(case), worsening(case)
    spells = [(flare.since, flare.until)] if flare else []
    if worse:
        spells.append(_hours(case, worse))
    running = [since for since, until in spells if until is None]
    if not running:
        return None
    first = min(running)
    touching = [since for since, until in spells if until is None or until >= first]
    return min(touching)


def _hours(case: Case, worse: Worsening) -> tuple[datetime, datetime | None]:
    """T2 from the first check-in of its first day to the last of its last."""
    at = [m.at for m in case.timeline.moments if worse.first <= m.day <= worse.last]
    return at[0], None if worse.holds else at[-1]


def _less_than_at(case: Case, since: datetime) -> bool:
    """Leg pain down by 2, or felt less far down, against the check-in the easing began with."""
    before = next((m for m in case.timeline.moments if m.at >= since), None)
    if before is None:
        return False
    now = case.timeline.moments[-1]
    less = (
        now.leg is not None
        and before.leg is not None
        and before.leg - now.leg >= limit("flare.long_drop")
    )
    nearer = now.rank is not None and before.rank is not None and now.rank < before.rank
    return less or nearer
