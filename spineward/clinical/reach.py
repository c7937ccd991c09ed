"""How far from the spine was it felt in one span? Each leg by itself, from the charts of the span.

Ranks are ordinal: a span is told by its furthest and its nearest, never by an average.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from spineward.clinical.body import LEG_RANK, LEGS, LegState, back_state, leg_state
from spineward.clinical.facts import Chart
from spineward.clinical.facts.answers import Leg


@dataclass(frozen=True, slots=True)
class Reach:
    """How far from the spine pain was felt in one span: ranks 1-9, 0 = nowhere.

    `furthest` and `nearest` of its charts; equal where there was one chart.
    """

    furthest: int
    nearest: int


@dataclass(frozen=True, slots=True)
class Limb:
    """One leg in one span: how far down pain reached, the back (1-2) included; None = not asked.

    `strength` is the highest pain 0-10 marked in this leg itself. `tingling`, `numbness`: the
    furthest rank 3-9 at which it was felt in this leg, else 0.
    """

    pain: Reach | None = None
    strength: int = 0
    tingling: int = 0
    numbness: int = 0

    @property
    def felt(self) -> bool:
        """Is anything felt in the leg itself? Ranks 1 and 2 belong to the back."""
        far = self.pain is not None and self.pain.furthest >= LEG_RANK
        return far or bool(self.tingling or self.numbness)


class Read(NamedTuple):
    """One leg in one chart: the furthest pain (the back included), its strength, and the rest."""

    rank: int
    strength: int
    tingling: int
    numbness: int


Reads = dict[Chart, dict[Leg, Read]]
"""The charts of one course; the same chart comes again on many days, and is read once."""


def read(chart: Chart, known: Reads) -> dict[Leg, Read]:
    """Both legs in one chart; `known` are those read before."""
    found = known.get(chart)
    if found is None:
        back = back_state(chart).pain
        found = known[chart] = {leg: _of_leg(leg_state(chart, leg), back) for leg in LEGS}
    return found


def _of_leg(state: LegState, back: int) -> Read:
    return Read(
        rank=max(state.pain, state.front_pain) or back,
        strength=state.intensity,
        tingling=max(state.tingling, state.front_tingling),
        numbness=max(state.numbness, state.front_numbness),
    )


def ranks(reads: Iterable[Read]) -> list[int]:
    """How far down pain reached in each chart."""
    return [read.rank for read in reads]


def reach(ranks: Sequence[int]) -> Reach | None:
    """The furthest and the nearest of several charts; None without any."""
    return Reach(max(ranks), min(ranks)) if ranks else None


def limb(reads: Sequence[Read]) -> Limb:
    """One leg over all charts of a span."""
    return Limb(
        pain=reach(ranks(reads)),
        strength=max((one.strength for one in reads), default=0),
        tingling=max((one.tingling for one in reads), default=0),
        numbness=max((one.numbness for one in reads), default=0),
    )
