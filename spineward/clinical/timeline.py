"""How has it gone, day by day? Day values, medians and bands of the check-ins (spec section 7).

One pass over the check-ins; everything a trend asks about a day is then a look-up. Days are
ordinals (date.toordinal), because windows of days are only additions then.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import islice
from statistics import median, median_low
from typing import NamedTuple

from spineward.clinical.body import LEG_RANK
from spineward.clinical.catalogue import limit, zones
from spineward.clinical.facts import Chart, CheckInRecord

Middle = int | float | None
"""A median, or None when the window holds too few day values to be read (0.4)."""


class Moment(NamedTuple):
    """One check-in: `worst_leg` and `worst_back` are the stronger of number and chart, as far as
    known; `leg` the same, but None when no number was given; `rank`, `band` None without chart."""

    at: datetime
    day: int
    leg: int | None
    worst_leg: int
    worst_back: int
    rank: int | None
    band: int | None
    record: CheckInRecord


def furthest(chart: Chart) -> tuple[int, int, int, int]:
    """Rank and band of the most distal pain of either leg (Dp; ranks 1-2 included), the strongest
    pain in a leg and in the back."""
    known = zones()
    rank = band = leg = back = 0
    for mark in chart:
        if not mark.pain:
            continue
        zone = known[mark.zone]
        if zone.rank > rank:
            rank, band = zone.rank, zone.band
        if zone.rank >= LEG_RANK:
            leg = max(leg, mark.pain)
        elif zone.rank:
            back = max(back, mark.pain)
    return rank, band, leg, back


def moment(record: CheckInRecord) -> Moment:
    """Read one check-in."""
    rank = band = None
    leg = back = 0
    if record.chart is not None:
        rank, band, leg, back = furthest(record.chart)
    leg, back = max(record.leg_now or 0, leg), max(record.back_now or 0, back)
    value = None if record.leg_now is None else leg
    return Moment(record.at, record.at.toordinal(), value, leg, back, rank, band, record)


class Start(NamedTuple):
    """The first days with a value, and their median once there are enough of them."""

    days: list[int]
    middle: Middle


class Timeline:
    """The check-ins as a course of days.

    `moments`: every check-in, oldest first, the last one is now. `legs`: day value, the day's
    highest leg pain. `bands`: the day's furthest band. `days`: those with either, and today.
    """

    def __init__(self, check_ins: Sequence[CheckInRecord]) -> None:
        self.moments = [moment(record) for record in check_ins]
        self.legs: dict[int, int] = {}
        self.bands: dict[int, int] = {}
        for seen in self.moments:
            if seen.leg is not None and seen.leg >= self.legs.get(seen.day, 0):
                self.legs[seen.day] = seen.leg
            if seen.band is not None and seen.band >= self.bands.get(seen.day, 0):
                self.bands[seen.day] = seen.band
        self.days = sorted(self.legs.keys() | self.bands.keys() | {self.moments[-1].day})
        self._starts: dict[tuple[str, int], Start] = {}

    def short_median(self, day: int, onset: int = 0) -> Middle:
        """3-day median of leg pain: the day and the 2 days before, none before `onset`."""
        return self._median(day, min(limit("trend.window"), day - onset + 1))

    def week_median(self, day: int) -> Middle:
        """7-day median of leg pain: the day and the 6 days before."""
        return self._median(day, limit("trend.week"))

    def prior_median(self, day: int) -> Middle:
        """Prior 7-day median of leg pain: the 7 days before the short window."""
        return self._median(day - limit("trend.window"), limit("trend.week"))

    def prior_band(self, day: int) -> int | None:
        """Prior 7-day median band; of an even count the lower of the two (T2)."""
        values = _window(self.bands, day - limit("trend.window"), limit("trend.week"))
        return median_low(values) if len(values) >= limit("trend.values") else None

    def last_week(self, day: int) -> list[int]:
        """The leg day values of the 7 days before that day (section 3)."""
        return _window(self.legs, day - 1, limit("flare.window_days"))

    def last_week_median(self, day: int) -> Middle:
        """Its median."""
        return self._median(day - 1, limit("flare.window_days"))

    def baseline(self, onset: int, day: int) -> Middle:
        """B as it stood on that day: median of the first 3 day values since `onset`, the first
        leg pain given until there are 3."""
        days, middle = self._start("leg", self.legs, onset)
        if middle is not None and day >= days[-1]:
            return middle
        if not days or day < days[0]:
            return None
        return next(m.leg for m in self.moments if m.day >= onset and m.leg is not None)

    def baseline_band(self, onset: int, day: int) -> Middle:
        """The same for the band, the first one until there are 3."""
        days, middle = self._start("band", self.bands, onset)
        if middle is not None and day >= days[-1]:
            return middle
        return self.bands[days[0]] if days and day >= days[0] else None

    def _start(self, kind: str, values: Mapping[int, int], onset: int) -> Start:
        """The first 3 days since `onset` with a value, and its median once there are 3."""
        known = self._starts.get((kind, onset))
        if known is None:
            wanted = limit("trend.baseline")
            days = list(islice((day for day in values if day >= onset), wanted))
            full = len(days) == wanted
            known = Start(days, median(values[day] for day in days) if full else None)
            self._starts[kind, onset] = known
        return known

    def _median(self, last: int, days: int) -> Middle:
        values = _window(self.legs, last, days)
        return median(values) if len(values) >= limit("trend.values") else None


def _window(values: Mapping[int, int], last: int, days: int) -> list[int]:
    return [values[day] for day in range(last - days + 1, last + 1) if day in values]
