"""The tables as they are committed, each read once."""

from collections import Counter
from functools import cache
from math import gcd

from spineward.clinical.spaces import SPACES
from spineward.clinical.spaces.space import Softening, Space
from spineward.clinical.tables import Table, committed, weighed

BY_ID = {space.id: space for space in SPACES}


@cache
def table(id: str) -> Table:
    """The committed table of one space."""
    return committed(id)


def neighbours(known: Table, axis: int, milder: str, worse: str) -> Counter[tuple[int, int]]:
    """How often two outcomes stand side by side: all else alike, one sign milder, one worse."""
    labels = known.axes[axis][1]
    step = 1
    for size in known.sizes[axis + 1 :]:
        step *= size
    block = step * len(labels)
    low, high = labels.index(milder) * step, labels.index(worse) * step
    found: Counter[tuple[int, int]] = Counter()
    for start in range(0, known.size, block):
        mild = known.codes[start + low : start + low + step]
        bad = known.codes[start + high : start + high + step]
        found.update(zip(mild, bad, strict=True))
    return found


def softer(known: Table, milder: int, worse: int) -> bool:
    """Is the outcome after the worse sign less strict in any way, or more days away?"""
    return -1 in weighed(known.outcomes[milder], known.outcomes[worse])


def softenings(space: Space) -> Counter[tuple[str, str, str]]:
    """Axis, outcome before and after: how often one worse sign led to milder advice."""
    known, found = table(space.id), Counter[tuple[str, str, str]]()
    for place, axis in enumerate(space.axes):
        for milder, worse in axis.worse:
            for (a, b), count in neighbours(known, place, milder, worse).items():
                if softer(known, a, b):
                    found[axis.name, known.outcomes[a], known.outcomes[b]] += count
    return found


def unstated(space: Space) -> list[str]:
    """Softenings that the space does not state, and stated ones whose number is another."""
    left: list[str] = []
    counted: Counter[Softening] = Counter()
    for (axis, was, now), count in softenings(space).items():
        one = next((e for e in space.exceptions if e.axis == axis and e.fits(was, now)), None)
        if one is None:
            left.append(f"{count} x, a worse {axis}: {was} became {now}")
        else:
            counted[one] += count
    for one in space.exceptions:
        if counted[one] != one.cases:
            left.append(f"{one.axis}: {one.cases} stated, {counted[one]} found: {one.why}")
    return left


def pairs_of(space: Space) -> int:
    """How many pairs of cases differ in one sign, milder and worse."""
    return sum(space.size // len(axis.values) * len(axis.worse) for axis in space.axes)


def some(size: int, about: int) -> range:
    """The places of about so many cases of a table, all of them when there are no more.

    The step shares no factor with the size, so it is in step with no axis: every value of every
    axis is among them.
    """
    step = max(1, size // about)
    while gcd(step, size) > 1:
        step += 1
    return range(0, size, step)
