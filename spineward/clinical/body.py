"""How far from the spine is it felt? Ranks, intensities and grades read off a chart, leg by leg.

Ranks are ordinal: they are compared, never averaged. Zones and ranks: content/zones.toml.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from spineward.clinical.catalogue import zones
from spineward.clinical.facts.answers import Leg
from spineward.clinical.facts.chart import Chart

LEGS: tuple[Leg, Leg] = ("left", "right")
LEG_RANK = 3
"""From this rank on a mark belongs to a leg; ranks 1-2 belong to the person."""
FOOT_BAND = 4
"""The band of ranks 8 and 9 in content/zones.toml."""


@dataclass(frozen=True, slots=True)
class LegState:
    """One leg in one chart.

    `pain`, `tingling`, `numbness`: highest rank (3-9, else 0) on the sciatic path with grade >= 1
    (Dp, Dt, Dn); `front_*`: the same on the front of the thigh (4, else 0). `intensity`: highest
    pain 0-10 on either path (Lint). `tingling_at`, `numbness_at`: grade 1-3 by zone of that side,
    on the paths and off them.
    """

    pain: int = 0
    tingling: int = 0
    numbness: int = 0
    front_pain: int = 0
    front_tingling: int = 0
    front_numbness: int = 0
    intensity: int = 0
    tingling_at: Mapping[str, int] = field(default_factory=dict)
    numbness_at: Mapping[str, int] = field(default_factory=dict)

    @property
    def symptomatic(self) -> bool:
        """Is anything felt in this leg at all, on either path?"""
        return bool(
            self.pain
            or self.tingling
            or self.numbness
            or self.front_pain
            or self.front_tingling
            or self.front_numbness
        )

    @property
    def most_distal(self) -> int:
        """The highest rank of anything felt in this leg."""
        return max(
            self.pain,
            self.tingling,
            self.numbness,
            self.front_pain,
            self.front_tingling,
            self.front_numbness,
        )


@dataclass(frozen=True, slots=True)
class BackState:
    """The back in one chart: highest rank with pain (0-2) and its highest pain 0-10 (Bint)."""

    pain: int
    intensity: int


def leg_state(chart: Chart, leg: Leg) -> LegState:
    """What is felt in one leg (ranks 3-9 and front thigh); an unknown zone raises KeyError."""
    side = [mark for mark in chart if mark.side == leg]
    if not side:
        return _NOTHING
    known = zones()
    furthest = {"sciatic": [0, 0, 0], "anterior": [0, 0, 0]}
    intensity = 0
    tingling_at: dict[str, int] = {}
    numbness_at: dict[str, int] = {}
    for mark in side:
        if mark.tingling:
            tingling_at[mark.zone] = max(mark.tingling, tingling_at.get(mark.zone, 0))
        if mark.numbness:
            numbness_at[mark.zone] = max(mark.numbness, numbness_at.get(mark.zone, 0))
        zone = known[mark.zone]
        if zone.rank < LEG_RANK:
            continue
        intensity = max(intensity, mark.pain)
        ranks = furthest[zone.path]
        for place, grade in enumerate((mark.pain, mark.tingling, mark.numbness)):
            if grade and zone.rank > ranks[place]:
                ranks[place] = zone.rank
    pain, tingling, numbness = furthest["sciatic"]
    front_pain, front_tingling, front_numbness = furthest["anterior"]
    return LegState(
        pain,
        tingling,
        numbness,
        front_pain,
        front_tingling,
        front_numbness,
        intensity,
        tingling_at,
        numbness_at,
    )


def back_state(chart: Chart) -> BackState:
    """What is felt in the back (ranks 1-2), which belongs to the person and not to a leg."""
    known = zones()
    own = [m for m in chart if m.pain and 0 < known[m.zone].rank < LEG_RANK]
    return BackState(
        pain=max((known[m.zone].rank for m in own), default=0),
        intensity=max((m.pain for m in own), default=0),
    )


def without_usual(chart: Chart) -> Chart:
    """The chart less the marks that were there before this episode and have not changed."""
    return tuple(mark for mark in chart if not mark.usual)


_NOTHING = LegState()
