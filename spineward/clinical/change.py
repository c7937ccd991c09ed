"""Has it changed by more than the scale can tell apart? Reach and leg pain, against the start.

Spec section 7: leg pain by the numbers of T1, by where it started; the reach by one band that is
kept for two days. Ranks are ordinal: the middle one of three days is read, never an average.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from statistics import median_low
from typing import Literal

from spineward.clinical.case import Case
from spineward.clinical.catalogue import limit, zones
from spineward.clinical.rules.course import least_drop, onset

Kind = Literal["better", "worse", "less_than_scale", "too_early"]


@dataclass(frozen=True, slots=True)
class Change:
    """How it stands against the start of this episode, and on which days that was read.

    `was` and `now` are ranks 0-9 or leg pain 0-10; None while it is too early to say. `least` is
    what the scale can tell apart: points of leg pain, or bands of the body map.
    """

    kind: Kind = "too_early"
    was: int | float | None = None
    now: int | float | None = None
    since: date | None = None
    until: date | None = None
    least: int = 1

    @property
    def days(self) -> int:
        """How many days lie between the two readings."""
        return (self.until - self.since).days if self.until and self.since else 0


def reach_change(case: Case) -> Change:
    """Has the furthest pain come nearer to the spine, or gone further down?"""
    began, ranks = _began(case), _furthest(case)
    days = [day for day in sorted(ranks) if day >= began]
    first, kept = limit("trend.baseline"), limit("t2.band_days")
    if len(days) < first + kept:
        return Change()
    was = median_low(ranks[day] for day in days[:first])
    last = [ranks[day] for day in days[-kept:]]
    before, bands = band_of(was), [band_of(rank) for rank in last]
    kind: Kind = "less_than_scale"
    now = last[-1]
    if max(bands) < before:
        kind, now = "better", max(last)
    elif min(bands) > before:
        kind, now = "worse", min(last)
    return Change(kind, was, now, date.fromordinal(days[0]), date.fromordinal(days[-1]))


def leg_change(case: Case) -> Change:
    """Has leg pain changed by as much as T1 asks for, in points and in percent?"""
    line, began = case.timeline, _began(case)
    days = [day for day in sorted(line.legs) if day >= began]
    if len(days) < limit("trend.baseline") + limit("t2.band_days"):
        return Change()
    was, now = line.baseline(began, days[-1]), line.short_median(days[-1], began)
    if was is None or now is None:
        return Change()
    least, moved = least_drop(was), now - was
    enough = abs(moved) >= least and abs(moved) * 100 >= was * limit("t1.percent")
    kind: Kind = "less_than_scale"
    if enough:
        kind = "better" if moved < 0 else "worse"
    return Change(kind, was, now, date.fromordinal(days[0]), date.fromordinal(days[-1]), least)


def band_of(rank: int) -> int:
    """The band that a rank lies in; 0 when nothing is felt."""
    return _bands()[rank]


@lru_cache(maxsize=1)
def _bands() -> Mapping[int, int]:
    """Rank and band 0 are those of the places that belong to no leg, such as the trunk."""
    return {zone.rank: zone.band for zone in zones().values()}


def _began(case: Case) -> int:
    """The first day that counts: of the leg symptoms, or of the episode if that came later."""
    return max(onset(case) or 0, case.episode_start.toordinal())


def _furthest(case: Case) -> dict[int, int]:
    """The furthest rank of each day that has a chart."""
    ranks: dict[int, int] = {}
    for moment in case.timeline.moments:
        if moment.rank is not None:
            ranks[moment.day] = max(moment.rank, ranks.get(moment.day, 0))
    return ranks
