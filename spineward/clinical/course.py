"""How did the pain travel? The pain line of a day, a week or the whole episode, never an average.

Spec sections 2.2, 3 and 7. A span of days is told by its furthest and its nearest reach. A pure
stage: a situation in, a Course out; drawn and read out by the pages, the report and the exports.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Literal, NamedTuple

from spineward.clinical.body import LEGS, back_state, leg_state
from spineward.clinical.case import Case
from spineward.clinical.change import Change, leg_change, reach_change
from spineward.clinical.facts import Chart, CheckInRecord, SetVerdict, Situation
from spineward.clinical.facts.answers import Leg
from spineward.clinical.reach import Limb, Reach, Reads, limb, ranks, reach, read
from spineward.clinical.rules.flare import severe_flares
from spineward.clinical.timeline import Moment

View = Literal["day", "week", "episode"]
Step = Literal["check_in", "day", "week"]
WEEK = 7
STOPPED = SetVerdict.STOP_MOVEMENT
"""From this verdict on a set ended a movement, or the whole session."""
DAYS_AS_DAYS = 42
"""An episode longer than this is told week by week: more days than that cannot be told apart."""


@dataclass(frozen=True, slots=True)
class Point:
    """One span of the line: a check-in, a day or a week, by its first moment.

    `pain` is the reach of the worse leg, `leg` and `back` the highest pain 0-10 told; None = not
    asked.
    """

    at: datetime
    pain: Reach | None
    left: Limb
    right: Limb
    leg: int | None
    back: int | None

    @property
    def day(self) -> date:
        """Its (first) day."""
        return self.at.date()

    @property
    def rank(self) -> int | None:
        """The lowest point: the furthest rank, 0 when nothing was felt, None when not asked."""
        return None if self.pain is None else self.pain.furthest

    @property
    def tingling(self) -> bool:
        """Was tingling felt in a leg?"""
        return bool(self.left.tingling or self.right.tingling)

    @property
    def numbness(self) -> bool:
        """Was numbness felt in a leg?"""
        return bool(self.left.numbness or self.right.numbness)

    def limb(self, leg: Leg) -> Limb:
        """One of the two legs."""
        return self.left if leg == "left" else self.right


@dataclass(frozen=True, slots=True)
class SessionMark:
    """One session: how many sets, and was a movement or the whole of it stopped?"""

    at: datetime
    sets: int
    stopped: bool

    @property
    def day(self) -> date:
        """Its day."""
        return self.at.date()


@dataclass(frozen=True, slots=True)
class Span:
    """A severe flare, from one moment to another; `until` is None while it lasts."""

    since: datetime
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Course:
    """The line of one view, from its `first` day to its `last`, and what it comes to.

    `step` is what a point stands for. `legs` are those with any feeling in this view. `change` is
    that of the reach, `change_leg` that of leg pain; both count from the start of the episode.
    """

    view: View
    step: Step
    first: date
    last: date
    points: tuple[Point, ...]
    sessions: tuple[SessionMark, ...]
    flares: tuple[Span, ...]
    legs: tuple[Leg, ...]
    change: Change
    change_leg: Change

    def strength(self, point: Point, leg: Leg) -> int | None:
        """How strong pain was in one leg: the number told, where only that leg is concerned."""
        return point.limb(leg).strength if len(self.legs) > 1 else point.leg


def course(situation: Situation, view: View = "episode") -> Course:
    """The line up to now; empty when nothing was told in this view."""
    return course_case(Case(situation), view)


def course_case(case: Case, view: View = "episode") -> Course:
    """The same for a situation that is read already."""
    told = [_seen(one) for one in case.timeline.moments if _tells(one.record)]
    first, last = _edges(case, told, view)
    inside = [one for one in told if first <= one.at.date() <= last]
    if view == "day":
        inside = sorted([*inside, *_session_starts(case, first)], key=lambda one: one.at)
    step = _step(view, first, last)
    points = tuple(_points(inside, step))
    return Course(
        view=view,
        step=step,
        first=first,
        last=last,
        points=points,
        sessions=tuple(_sessions(case, first, last)),
        flares=tuple(_flares(case, first, last)),
        legs=tuple(leg for leg in LEGS if any(point.limb(leg).felt for point in points)),
        change=reach_change(case),
        change_leg=leg_change(case),
    )


class _Seen(NamedTuple):
    """What one check-in tells the line."""

    at: datetime
    chart: Chart | None
    leg: int | None
    back: int | None


def _tells(record: CheckInRecord) -> bool:
    return not (record.chart is None and record.leg_now is None and record.back_now is None)


def _seen(one: Moment) -> _Seen:
    asked = one.record.back_now is not None or one.record.chart is not None
    return _Seen(one.at, one.record.chart, one.leg, one.worst_back if asked else None)


def _session_starts(case: Case, day: date) -> Iterable[_Seen]:
    """The chart before each session of that day: it shows the day between its check-ins."""
    for session in case.history.sessions:
        if session.started.date() == day and session.t0 is not None:
            legs = (leg_state(session.t0, leg).intensity for leg in LEGS)
            back = back_state(session.t0).intensity
            yield _Seen(session.started, session.t0, max(legs), back)


def _edges(case: Case, told: Sequence[_Seen], view: View) -> tuple[date, date]:
    """The first and the last day of a view."""
    if view == "week":
        return case.today - timedelta(days=WEEK - 1), case.today
    days = [one.at.date() for one in told]
    if view == "day":
        latest = max(days, default=case.today)
        return latest, latest
    since = [day for day in days if day >= case.episode_start]
    return min(since, default=case.today), max(case.today, max(days, default=case.today))


def _step(view: View, first: date, last: date) -> Step:
    if view == "day":
        return "check_in"
    return "week" if (last - first).days >= DAYS_AS_DAYS else "day"


def _points(told: Sequence[_Seen], step: Step) -> Iterable[Point]:
    known: Reads = {}
    if step == "check_in":
        return (_point([one], known) for one in told)
    days = WEEK if step == "week" else 1
    # Weeks begin on a Monday, whose ordinal is 1 more than a multiple of 7.
    spans = groupby(told, key=lambda one: (one.at.toordinal() - 1) // days)
    return (_point(list(span), known) for _, span in spans)


def _point(told: Sequence[_Seen], known: Reads) -> Point:
    reads = [read(one.chart, known) for one in told if one.chart is not None]
    left, right = ([read[leg] for read in reads] for leg in LEGS)
    both = [max(pair) for pair in zip(ranks(left), ranks(right), strict=True)]
    return Point(
        at=told[0].at,
        pain=reach(both),
        left=limb(left),
        right=limb(right),
        leg=max((one.leg for one in told if one.leg is not None), default=None),
        back=max((one.back for one in told if one.back is not None), default=None),
    )


def _sessions(case: Case, first: date, last: date) -> Iterable[SessionMark]:
    for session in case.history.sessions:
        if first <= session.started.date() <= last:
            halted = (done.verdict >= STOPPED for done in session.sets)
            stopped = bool(session.stops) or any(halted)
            yield SessionMark(session.started, len(session.sets), stopped)


def _flares(case: Case, first: date, last: date) -> Iterable[Span]:
    """A session can begin one on a day later than the last on which anything was told."""
    for flare in severe_flares(case):
        over = flare.until or case.now
        if flare.since.date() <= last and over.date() >= first:
            yield Span(flare.since, flare.until)
