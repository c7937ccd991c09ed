"""What happened in one set? Its readings part by part, up and down told apart (spec 2.3).

A set is read in three parts: the left leg, the right leg, and the back, which belongs to the
person. "Up" is judged against the lower of the set's own t0 and the session's first t0, so that
slow creep counts; "down" against the set's own t0.
"""

from collections.abc import Mapping
from functools import reduce
from typing import NamedTuple

from spineward.clinical.body import LEG_RANK, LegState, leg_state
from spineward.clinical.catalogue import limit, zones
from spineward.clinical.facts import Chart, Mark, SetContext, SetReadings
from spineward.clinical.facts.answers import Unsure
from spineward.clinical.signs import Part


class View(NamedTuple):
    """One chart, part by part. `back` is read like a leg, on every zone below rank 3."""

    left: LegState
    right: LegState
    back: LegState

    def part(self, part: Part) -> LegState:
        """The state of one part."""
        return self.left if part == "left" else self.right if part == "right" else self.back

    @property
    def legs_symptomatic(self) -> bool:
        """Anything felt at rank 3 or further, or in front of the thigh."""
        return self.left.symptomatic or self.right.symptomatic


_NOTHING = LegState()


def _back(chart: Chart) -> LegState:
    known = zones()
    chart = tuple([mark for mark in chart if known[mark.zone].rank < LEG_RANK])
    if not chart:
        return _NOTHING
    pain = tingling = intensity = 0
    tingling_at: dict[str, int] = {}
    numbness_at: dict[str, int] = {}
    for mark in chart:
        rank = known[mark.zone].rank
        if mark.tingling:
            tingling_at[mark.zone] = max(mark.tingling, tingling_at.get(mark.zone, 0))
            tingling = max(tingling, rank)
        if mark.numbness:
            numbness_at[mark.zone] = max(mark.numbness, numbness_at.get(mark.zone, 0))
        if mark.pain and rank:
            pain = max(pain, rank)
            intensity = max(intensity, mark.pain)
    return LegState(
        pain=pain,
        tingling=tingling,
        intensity=intensity,
        tingling_at=tingling_at,
        numbness_at=numbness_at,
    )


def _lower_grades(one: Mapping[str, int], other: Mapping[str, int]) -> Mapping[str, int]:
    return {zone: min(grade, other[zone]) for zone, grade in one.items() if zone in other}


def _higher_grades(one: Mapping[str, int], other: Mapping[str, int]) -> Mapping[str, int]:
    if not one or not other:
        return one or other
    return {zone: max(one.get(zone, 0), other.get(zone, 0)) for zone in (*one, *other)}


def _lower(one: LegState, other: LegState) -> LegState:
    """The lower of two states in every quantity; ranks are compared, never averaged."""
    if one is other:
        return one
    return LegState(
        pain=min(one.pain, other.pain),
        tingling=min(one.tingling, other.tingling),
        numbness=min(one.numbness, other.numbness),
        front_pain=min(one.front_pain, other.front_pain),
        front_tingling=min(one.front_tingling, other.front_tingling),
        front_numbness=min(one.front_numbness, other.front_numbness),
        intensity=min(one.intensity, other.intensity),
        tingling_at=_lower_grades(one.tingling_at, other.tingling_at),
        numbness_at=_lower_grades(one.numbness_at, other.numbness_at),
    )


def _higher(one: LegState, other: LegState) -> LegState:
    """The higher of two states in every quantity."""
    if one is other:
        return one
    return LegState(
        pain=max(one.pain, other.pain),
        tingling=max(one.tingling, other.tingling),
        numbness=max(one.numbness, other.numbness),
        front_pain=max(one.front_pain, other.front_pain),
        front_tingling=max(one.front_tingling, other.front_tingling),
        front_numbness=max(one.front_numbness, other.front_numbness),
        intensity=max(one.intensity, other.intensity),
        tingling_at=_higher_grades(one.tingling_at, other.tingling_at),
        numbness_at=_higher_grades(one.numbness_at, other.numbness_at),
    )


def felt(mark: Mark) -> bool:
    """Anything at all in this zone."""
    return bool(mark.pain or mark.tingling or mark.numbness)


def grade_up(before: Mapping[str, int], now: Mapping[str, int]) -> bool:
    """A grade rose in a zone, or a zone is new."""
    return bool(now) and any(grade > before.get(zone, 0) for zone, grade in now.items())


def further(before: LegState, now: LegState) -> bool:
    """Pain or tingling reaches further on either path (Dp or Dt up)."""
    return (
        now.pain > before.pain
        or now.tingling > before.tingling
        or now.front_pain > before.front_pain
        or now.front_tingling > before.front_tingling
    )


class SetPart(NamedTuple):
    """One part of the body in one set: own t0, what "up" is judged against, what followed.

    `peak` is the highest of tdur, t1 and t2 in every quantity (`base` when none was given); `later`
    the same with the re-asks `at_10` and `at_30`.
    """

    set: "SetCase"
    part: Part
    t0: LegState
    base: LegState
    peak: LegState
    t1: LegState | None
    t2: LegState | None
    at_10: LegState | None
    at_30: LegState | None
    later: LegState

    @property
    def second_leg(self) -> bool:
        """A leg that is not affected. With no affected leg both count as affected (0.3)."""
        affected = self.set.context.affected
        return self.part != "back" and bool(affected) and self.part not in affected

    def distal(self, now: LegState) -> int:
        """How far it reaches for rows 9-11: pain, or tingling when t0 had tingling but no pain."""
        if not self.t0.intensity and (self.t0.tingling or self.t0.front_tingling):
            return max(now.tingling, now.front_tingling)
        return max(now.pain, now.front_pain)

    def nearer(self, now: LegState | None) -> bool:
        """It reaches less far than at the set's own t0."""
        return now is not None and self.distal(now) < self.distal(self.t0)

    def less(self) -> bool:
        """At t1 and t2 pain is clearly less, or the same zone tingles or is numb a grade less."""
        if self.t1 is None or self.t2 is None:
            return False
        t0, after = self.t0, (self.t1, self.t2)
        if t0.intensity - max(now.intensity for now in after) >= limit("set.leg_down"):
            return True
        return any(
            all(now.tingling_at.get(zone, 0) < grade for now in after)
            for zone, grade in t0.tingling_at.items()
        ) or any(
            all(now.numbness_at.get(zone, 0) < grade for now in after)
            for zone, grade in t0.numbness_at.items()
        )


class SetCase:
    """One set, read the way the rows and session stops need it. It holds no rule.

    `given` are all readings there are, `views` their charts part by part in the same order; `t0`
    the set's own, `first` the session's (the set's own when there is none earlier). `parts` are
    left leg, right leg, back. `unsure` is what the person could not tell at any reading up to ten
    minutes after the set, `weakness` every answer about strength.
    """

    def __init__(self, readings: SetReadings, context: SetContext) -> None:
        self.readings = readings
        self.context = context
        known = readings
        points = (known.t0, known.tdur, known.t1, known.t2, known.at_10, known.at_30)
        self.given = tuple([reading for reading in points if reading is not None])
        self._views: dict[int, View] = {}
        at = [None if reading is None else self._view(reading.chart) for reading in points]
        self.views = tuple([view for view in at if view is not None])
        self.t0 = self.views[0]
        first = context.session_t0
        self.first = self.t0 if first is None else self._view(first)
        doubts = [r.not_sure for r in self.given if r.not_sure and r is not known.at_30]
        self.unsure: frozenset[Unsure] = frozenset().union(*doubts)
        self.weakness = frozenset([reading.weakness for reading in self.given])
        self.parts = (self._part("left", at), self._part("right", at), self._part("back", at))

    def _view(self, chart: Chart) -> View:
        """A chart part by part; one that serves at several points is read once."""
        view = self._views.get(id(chart))
        if view is None:
            view = View(leg_state(chart, "left"), leg_state(chart, "right"), _back(chart))
            self._views[id(chart)] = view
        return view

    def _base(self, part: Part) -> LegState:
        own = self.t0.part(part)
        lower = _lower(own, self.first.part(part))
        if part != "back" or lower is own or not self.first.legs_symptomatic:
            return lower
        # Pain that drew back from a leg into the back this session has not moved outward since.
        return LegState(
            pain=own.pain,
            tingling=own.tingling,
            intensity=lower.intensity,
            tingling_at=lower.tingling_at,
            numbness_at=lower.numbness_at,
        )

    def _part(self, part: Part, at: list[View | None]) -> SetPart:
        states = [None if view is None else view.part(part) for view in at]
        during = [now for now in states[1:4] if now is not None]
        base = self._base(part)
        peak = reduce(_higher, during) if during else base
        later = reduce(_higher, [now for now in states[4:] if now is not None], peak)
        t1, t2, at_10, at_30 = states[2:]
        return SetPart(self, part, self.t0.part(part), base, peak, t1, t2, at_10, at_30, later)

    @property
    def sharp(self) -> bool:
        """Sharp or shooting leg pain that was not there at t0."""
        known = self.readings
        return known.t0.sharp_shooting != "yes" and any(
            reading.sharp_shooting == "yes"
            for reading in (known.tdur, known.t1, known.t2)
            if reading
        )

    @property
    def overdue(self) -> bool:
        """The awaited answer has not come in time (0.4)."""
        return self.context.minutes_since >= limit("set.answer_minutes")

    @property
    def settled(self) -> bool:
        """At the ten-minute re-ask nothing is further, stronger or sharper than at t0."""
        reading = self.readings.at_10
        if reading is None or reading.not_sure:
            return False
        if reading.sharp_shooting == "yes" and self.readings.t0.sharp_shooting != "yes":
            return False
        return not any(self._still_worse(part, part.at_10) for part in self.parts if part.at_10)

    def _still_worse(self, part: SetPart, now: LegState | None) -> bool:
        if now is None:
            return True
        if grade_up(part.base.tingling_at, now.tingling_at):
            return True
        if part.part == "back":
            return not self.t0.legs_symptomatic and further(part.base, now)
        stronger = now.intensity - part.base.intensity >= limit("set.leg_up")
        return stronger or further(part.base, now)
