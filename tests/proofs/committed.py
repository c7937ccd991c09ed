"""The tables as they are committed, each read once."""

from collections import Counter
from functools import cache

from spineward.clinical.spaces import SPACES
from spineward.clinical.spaces.space import Space
from spineward.clinical.tables import Table, committed, severity

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
    """Is the outcome after the worse sign less strict in any way?"""
    before, after = severity(known.outcomes[milder]), severity(known.outcomes[worse])
    return any(now < was for was, now in zip(before, after, strict=True))


def softenings(space: Space) -> dict[str, int]:
    """For each axis the number of pairs in which one worse sign led to milder advice."""
    known, found = table(space.id), {}
    for place, axis in enumerate(space.axes):
        count = sum(
            number
            for milder, worse in axis.worse
            for (a, b), number in neighbours(known, place, milder, worse).items()
            if softer(known, a, b)
        )
        if count:
            found[axis.name] = count
    return found
