"""Charts for the response proofs: one mark at each place that can be told apart on one side."""

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Any, Literal

from spineward.clinical.facts import Chart, Mark, Reading, SetContext, SetOutcome, SetReadings
from spineward.clinical.facts.answers import Leg
from spineward.clinical.set_verdict import read_set
from tests.cases.build import ZONE_OF_RANK

Reach = int | Literal["front"]
REACHES: tuple[Reach, ...] = (*range(10), "front")
"""Nothing, each rank from the midline to the toes, and the front of the thigh."""
ON_A_LEG: tuple[Reach, ...] = (*range(3, 10), "front")
OTHER: dict[Leg, Leg] = {"left": "right", "right": "left"}


@cache
def reading(
    reach: Reach | None, side: Leg = "right", what: str = "pain", grade: int = 4
) -> Reading:
    """One mark that reaches so far; nothing for 0."""
    return Reading(chart(reach, side, what, grade))


@cache
def chart(reach: Reach | None, side: Leg = "right", what: str = "pain", grade: int = 4) -> Chart:
    """The same as a chart."""
    if not reach or not grade:
        return ()
    zone = "front_thigh" if reach == "front" else ZONE_OF_RANK[reach]
    felt: dict[str, Any] = {what: grade if what == "pain" else min(grade, 1)}
    return (Mark(zone, "middle" if reach == 1 else side, **felt),)


def on_leg(reach: Reach) -> int:
    """The rank on the way down the leg, 0 for the back and the front of the thigh."""
    return reach if isinstance(reach, int) and reach >= 3 else 0


def on_back(reach: Reach) -> int:
    """The rank in the back."""
    return reach if isinstance(reach, int) and reach < 3 else 0


def on_front(reach: Reach) -> int:
    """The front of the thigh, a path of its own."""
    return int(reach == "front")


def rises(first: Reach, t0: Reach, after: list[Reach]) -> bool:
    """Does any later reach lie further out than the lower of the set's and the session's start?

    The back counts only when no leg had a symptom at t0, and from the set's own t0 when pain drew
    back into it from a leg this session (2.3).
    """
    for way in (on_leg, on_front):
        if any(way(now) > min(way(first), way(t0)) for now in after):
            return True
    if on_leg(t0) or on_front(t0):
        return False
    drew_back = on_leg(first) or on_front(first)
    start = on_back(t0) if drew_back else min(on_back(first), on_back(t0))
    return any(on_back(now) > start for now in after)


def read(points: dict[str, Reading | None], *affected: Leg, **around: Any) -> SetOutcome:
    """The outcome of a set; the right leg is affected unless said otherwise."""
    given: dict[str, Any] = dict(points)
    return read_set(SetReadings(**given), SetContext(affected or ("right",), **around))


def tries(*each: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    """Every combination."""
    return product(*each)
