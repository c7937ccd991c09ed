"""How did the body answer a set? The short page after a set becomes a full reading, then a verdict.

After a set nobody fills in a chart again. The page asks for the lowest point, how strong it is,
and what is new; `reading_after` writes that into a copy of the chart from before the set.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from spineward.clinical.body import LEG_RANK, LEGS, back_state, leg_state
from spineward.clinical.catalogue import zones
from spineward.clinical.facts import Mark, Reading, Side, YesNo
from spineward.clinical.facts.answers import Leg, Unsure, Weakness
from spineward.clinical.set_verdict import read_set

__all__ = ["AfterSet", "Felt", "LowestPoint", "read_set", "reading_after"]

LowestPoint = int | Literal["front"]
"""Rank 0-9 of the lowest point with pain or tingling, or "front" for the front of the thigh."""


@dataclass(frozen=True, slots=True)
class Felt:
    """Tingling or numbness in one zone as it is now, grade 0-3."""

    zone: str
    side: Side
    what: Literal["tingling", "numbness"]
    grade: int


@dataclass(frozen=True, slots=True)
class AfterSet:
    """The answers of the page after a set. Whatever is left out is "just as before".

    `lowest` and `leg_pain` (strongest, 0-10) are per leg, `back_pain` is the strongest in the
    back, 0-10. `felt` names every zone where tingling or numbness is not as before. `not_sure`
    is what the person cannot tell.
    """

    lowest: Mapping[Leg, LowestPoint] = field(default_factory=dict)
    leg_pain: Mapping[Leg, int] = field(default_factory=dict)
    back_pain: int | None = None
    felt: tuple[Felt, ...] = ()
    sharp_shooting: YesNo | None = None
    weakness: Weakness | None = None
    not_sure: tuple[Unsure, ...] = ()


def reading_after(t0: Reading, answers: AfterSet) -> Reading:
    """The full reading after a set, from the reading before it and the short answers.

    Raises ValueError for a lowest point that does not exist, or leg pain that contradicts it.
    """
    marks: Marks = {}
    for mark in t0.chart:
        marks[mark.zone, mark.side] = _joined(marks.get((mark.zone, mark.side)), mark)
    for leg in LEGS:
        lowest, strongest = answers.lowest.get(leg), answers.leg_pain.get(leg)
        if lowest is not None:
            _check(leg, lowest, strongest)
            _move(marks, leg, lowest, strongest)
        if strongest is not None:
            _scale_leg(marks, leg, strongest, lowest)
        if lowest is not None and lowest in BACK_RANKS:
            _reach_back(marks, leg, lowest, answers.back_pain)
    if answers.back_pain is not None:
        _scale_back(marks, answers.back_pain)
    for felt in answers.felt:
        _feel(marks, felt)
    chart = tuple(mark for mark in marks.values() if mark.pain or mark.tingling or mark.numbness)
    sharp = t0.sharp_shooting if answers.sharp_shooting is None else answers.sharp_shooting
    return Reading(chart, sharp, answers.weakness, answers.not_sure)


Marks = dict[tuple[str, Side], Mark]
BACK_RANKS = range(1, LEG_RANK)


def _joined(one: Mark | None, other: Mark) -> Mark:
    """Two marks of the same place are one, the stronger in every quality."""
    if one is None:
        return other
    return replace(
        one,
        pain=max(one.pain, other.pain),
        tingling=max(one.tingling, other.tingling),
        numbness=max(one.numbness, other.numbness),
    )


def _check(leg: Leg, lowest: LowestPoint, strongest: int | None) -> None:
    if lowest == "front":
        return
    ranks = {zone.rank for zone in zones().values()}
    if lowest not in ranks:
        raise ValueError(f"lowest.{leg}: {lowest} is not allowed; 0 to {max(ranks)} or front")
    if lowest < LEG_RANK and strongest:
        raise ValueError(
            f"leg_pain.{leg}: {strongest} is not allowed; 0 when nothing is in the leg"
        )


def _rank(zone: str) -> int:
    return zones()[zone].rank


def _leg_pain(marks: Marks, leg: Leg) -> list[Mark]:
    """The painful marks of one leg, nearest first."""
    own = [m for m in marks.values() if m.side == leg and m.pain and _rank(m.zone) >= LEG_RANK]
    return sorted(own, key=lambda mark: _rank(mark.zone))


def _set_pain(marks: Marks, zone: str, side: Side, pain: int) -> None:
    known = marks.get((zone, side)) or Mark(zone, side)
    marks[zone, side] = replace(known, pain=pain)


def _move(marks: Marks, leg: Leg, lowest: LowestPoint, strongest: int | None) -> None:
    """Move the pain of a leg to its new lowest point; tingling and numbness stay as they are."""
    front = next(zone for zone in zones().values() if zone.path == "anterior")
    before = leg_state(tuple(marks.values()), leg)
    pain = max(before.intensity if strongest is None else strongest, 1)
    reach = front.rank if lowest == "front" else lowest
    for mark in _leg_pain(marks, leg):
        if _rank(mark.zone) > reach:
            _set_pain(marks, mark.zone, leg, 0)
    if lowest == "front":
        if not before.front_pain:
            _set_pain(marks, front.id, leg, pain)
    elif lowest >= LEG_RANK and (
        lowest < before.pain or lowest > max(before.pain, before.tingling)
    ):
        _set_pain(marks, _zone_at(marks, leg, lowest), leg, pain)


def _zone_at(marks: Marks, leg: Leg, rank: int) -> str:
    """A zone of that rank: one already marked in this leg, else the first of the body map."""
    level = [zone.id for zone in zones().values() if zone.rank == rank and zone.path == "sciatic"]
    return next((zone for zone in level if (zone, leg) in marks), level[0])


def _scale_leg(marks: Marks, leg: Leg, strongest: int, lowest: LowestPoint | None) -> None:
    """The furthest painful mark becomes the strongest pain given; no other mark is above it.

    Pain 0 clears the leg when the lowest point is not named or only tingles; otherwise something
    is felt there, and it counts as 1.
    """
    painful = _leg_pain(marks, leg)
    tingling = leg_state(tuple(marks.values()), leg).tingling
    if strongest == 0 and (lowest is None or lowest == tingling):
        for mark in painful:
            _set_pain(marks, mark.zone, leg, 0)
        return
    if not painful and strongest:
        reached = leg_state(tuple(marks.values()), leg).most_distal or LEG_RANK
        _set_pain(marks, _zone_at(marks, leg, reached), leg, strongest)
    for mark in painful[:-1]:
        _set_pain(marks, mark.zone, leg, max(min(mark.pain, strongest), 1))
    for mark in painful[-1:]:
        _set_pain(marks, mark.zone, leg, max(strongest, 1))


def _reach_back(marks: Marks, leg: Leg, rank: LowestPoint, pain: int | None) -> None:
    """The lowest point of a leg lies in the back: a mark stands there, and none beyond it."""
    chart = tuple(marks.values())
    level = next(zone for zone in zones().values() if zone.rank == rank)
    beyond = [m for m in chart if m.side == leg and m.pain and _rank(m.zone) == LEG_RANK - 1]
    side: Side = leg if leg in level.sides else "middle"
    there = marks.get((level.id, side))
    if there is None or not there.pain:
        known = back_state(chart).intensity if pain is None else pain
        _set_pain(marks, level.id, side, max(known, 1))
    if side == "middle":
        for mark in beyond:
            _set_pain(marks, mark.zone, leg, 0)


def _scale_back(marks: Marks, pain: int) -> None:
    """The strongest painful mark of the back becomes the pain given; no other is above it."""
    painful = [m for m in marks.values() if m.pain and _rank(m.zone) in BACK_RANKS]
    if not painful and pain:
        midline = next(zone for zone in zones().values() if zone.rank == 1)
        _set_pain(marks, midline.id, "middle", pain)
    highest = max((mark.pain for mark in painful), default=0)
    for mark in painful:
        strongest = mark.pain == highest
        _set_pain(marks, mark.zone, mark.side, pain if strongest else min(mark.pain, pain))


def _feel(marks: Marks, felt: Felt) -> None:
    known = marks.get((felt.zone, felt.side)) or Mark(felt.zone, felt.side)
    tingling = felt.grade if felt.what == "tingling" else known.tingling
    numbness = felt.grade if felt.what == "numbness" else known.numbness
    marks[felt.zone, felt.side] = replace(known, tingling=tingling, numbness=numbness)
