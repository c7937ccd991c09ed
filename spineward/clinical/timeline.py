"""How has it gone, day by day? Day values, medians and bands of the check-ins (spec section 7).

One pass over the check-ins; everything a trend asks about a day is then a look-up. Days are
ordinals (date.toordinal), because windows of days are only additions then.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cached_property
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
        rank, band = max(rank, zone.rank), max(band, zone.band)
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


class Timeline:
    """The check-ins as a course of days."""

    def __init__(self, check_ins: Sequence[CheckInRecord]) -> None:
        self._check_ins = check_ins

    @cached_property
    def moments(self) -> list[Moment]:
        """Every check-in, oldest first; the last one is now."""
        return [moment(record) for record in self._check_ins]

    @cached_property
    def legs(self) -> Mapping[int, int]:
        """Day value: the day's highest leg pain."""
        return self._highest([(m.day, m.leg) for m in self.moments])

    @cached_property
    def bands(self) -> Mapping[int, int]:
        """The day's furthest band."""
        return self._highest([(m.day, m.band) for m in self.moments])

    @staticmethod
    def _highest(values: list[tuple[int, int | None]]) -> Mapping[int, int]:
        days: dict[int, int] = {}
        for day, value in values:
            if value is not None and value >= days.get(day, 0):
                days[day] = value
        return days

    @cached_property
    def days(self) -> list[int]:
        """The days with a leg value or a chart, in order, the day of now always included."""
        return sorted(self.legs.keys() | self.bands.keys() | {self.moments[-1].day})

    def short_median(self, day: int) -> Middle:
        """3-day median of leg pain: the day and the 2 days before."""
        return self._median(day, limit("trend.window"))

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
        wanted = limit("trend.baseline")
        first = self._first(self.legs, onset, day)
        if not first:
            return None
        if len(first) >= wanted:
            return median(first)
        return next(m.leg for m in self.moments if m.day >= onset and m.leg is not None)

    def baseline_band(self, onset: int, day: int) -> int | None:
        """The same for the band."""
        first = self._first(self.bands, onset, day)
        if len(first) >= limit("trend.baseline"):
            return median_low(first)
        return first[0] if first else None

    def _first(self, values: Mapping[int, int], onset: int, day: int) -> list[int]:
        wanted = limit("trend.baseline")
        found: list[int] = []
        for known in values:  # filled oldest first
            if known > day or len(found) == wanted:
                break
            if known >= onset:
                found.append(values[known])
        return found

    def _median(self, last: int, days: int) -> Middle:
        values = _window(self.legs, last, days)
        return median(values) if len(values) >= limit("trend.values") else None


def _window(values: Mapping[int, int], last: int, days: int) -> list[int]:
    return [values[day] for day in range(last - days + 1, last + 1) if day in values]
