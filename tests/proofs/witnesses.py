"""Which situation moves when a number moves by one step? Found once, kept, and proved each time.

`python -m tests.proofs.witnesses [ID ...]` looks for one situation for each number and direction
whose outcome is another when the number is one higher or lower, and writes moved_by_one.txt. The
proof (test_numbers.py) asks only that situation. A line: number, step, table, then the value of
each axis as in the tables.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import gcd
from pathlib import Path
from typing import Any

from spineward.clinical import catalogue
from spineward.clinical.spaces import SPACES
from spineward.clinical.spaces.space import Space, Value, with_value
from spineward.clinical.tables import asking
from tests.proofs.committed import BY_ID, table

FILE = Path(__file__).with_name("moved_by_one.txt")
TRIED = 60_000
"""So many situations of one table are tried at most."""
ENOUGH_TO_SEE = 300
"""A table reads what any of so many of its situations read."""


@dataclass(frozen=True, slots=True)
class Number:
    """A limit without its bounds: what the content refuses is just what is tried."""

    value: int


@contextmanager
def moved(id: str, step: int) -> Iterator[None]:
    """While this holds, one number is one step higher or lower."""
    known = catalogue.limits
    others: dict[str, Any] = {**known(), id: Number(known()[id].value + step)}
    with _put(lambda: others):
        yield


@contextmanager
def _put(limits: Any) -> Iterator[None]:
    known = catalogue.limits
    catalogue.limits = limits
    catalogue.limit.cache_clear()
    try:
        yield
    finally:
        catalogue.limits = known
        catalogue.limit.cache_clear()


def outcome(space: Space, labels: tuple[str, ...]) -> str:
    """What the rules say now in one situation, as the table says it."""
    answers = with_value({}, Value("base", space.base))
    for axis, label in zip(space.axes, labels, strict=True):
        answers = with_value(answers, axis.values[axis.labels.index(label)])
    decides: Any = space.decides or asking(space)
    return space.said(decides(space.builds(answers)))


def labels_at(space: Space, place: int) -> tuple[str, ...]:
    """The values of each axis at a place of the table: the last axis changes fastest."""
    chosen = []
    for axis in reversed(space.axes):
        place, step = divmod(place, len(axis.values))
        chosen.append(axis.values[step].label)
    return tuple(reversed(chosen))


def place_of(space: Space, labels: tuple[str, ...]) -> int:
    """The place of a situation in its table."""
    place = 0
    for axis, label in zip(space.axes, labels, strict=True):
        place = place * len(axis.values) + axis.labels.index(label)
    return place


def written() -> dict[tuple[str, int], tuple[str, tuple[str, ...]]]:
    """Number and step -> the table and the situation that it moves."""
    found = {}
    for line in FILE.read_text("utf-8").splitlines():
        id, step, space, *labels = line.split(" | ")
        found[id, int(step)] = space, tuple(labels)
    return found


# --- the search -----------------------------------------------------------------------------


def scattered(size: int, most: int) -> Iterator[int]:
    """So many places of a table, far from each other and none twice."""
    step = max(1, size * 618 // 1000) | 1
    while gcd(step, size) > 1:
        step += 2
    yield from (place * step % size for place in range(min(size, most)))


class Noting(dict[str, Any]):
    """All limits, with a note of which are read."""

    read: set[str]

    def __getitem__(self, id: str) -> Any:
        self.read.add(id)
        return super().__getitem__(id)


def reads(space: Space) -> set[str]:
    """The numbers that some of its situations read."""
    limits = Noting(catalogue.limits())
    limits.read = set()
    with _put(lambda: limits):
        for place in scattered(space.size, ENOUGH_TO_SEE):
            catalogue.limit.cache_clear()
            outcome(space, labels_at(space, place))
    return limits.read


def found_in(space: Space, id: str, step: int) -> tuple[str, ...] | None:
    """A situation of this table that the step moves."""
    known = table(space.id)
    with moved(id, step):
        for place in scattered(space.size, TRIED):
            labels = labels_at(space, place)
            if outcome(space, labels) != known.outcomes[known.codes[place]]:
                return labels
    return None


def search(ids: list[str]) -> None:
    """Look for every number that a table reads, and keep what was found before."""
    known = written() if FILE.exists() else {}
    readers: dict[str, list[Space]] = {}
    for space in sorted(SPACES, key=lambda one: one.size):
        for id in reads(space):
            readers.setdefault(id, []).append(space)
    for id in ids or sorted(readers):
        for step in (-1, 1):
            if (id, step) in known and not ids and _still(id, step, *known[id, step]):
                continue
            known.pop((id, step), None)
            for space in readers[id]:
                if labels := found_in(space, id, step):
                    known[id, step] = space.id, labels
                    break
            else:
                sys.stdout.write(f"{id} {step:+}: no situation moves\n")
    lines = [
        " | ".join((id, f"{step:+}", *known[id, step][:1], *known[id, step][1]))
        for id, step in sorted(known)
    ]
    FILE.write_text("\n".join(lines) + "\n", "utf-8")


def _still(id: str, step: int, space: str, labels: tuple[str, ...]) -> bool:
    if space not in BY_ID:
        return False
    try:
        with moved(id, step):
            after = outcome(BY_ID[space], labels)
        return after != outcome(BY_ID[space], labels)
    except ValueError:
        return False


if __name__ == "__main__":
    search(sys.argv[1:])
