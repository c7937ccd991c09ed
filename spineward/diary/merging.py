"""How do two copies of one diary come together? One order of rows, which keeps that of either.

Ids say what came after what, so the order is what has to be kept: the latest answer counts. Between
rows that both copies hold, the rows of either follow each other as they came in.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime


class Disordered(Exception):
    """The two copies hold the same rows in another order."""


def merged(mine: Sequence[int], theirs: Sequence[int], came: Mapping[int, datetime]) -> list[int]:
    """The rows of both, each once; `came` says when a row came in. Raises Disordered."""
    shared = set(mine) & set(theirs)
    order: list[int] = []
    at_mine = at_theirs = 0
    while at_mine < len(mine) and at_theirs < len(theirs):
        one, other = mine[at_mine], theirs[at_theirs]
        if one == other:
            at_mine, at_theirs = at_mine + 1, at_theirs + 1
            order.append(one)
        elif other not in shared and (one in shared or came[other] < came[one]):
            at_theirs += 1
            order.append(other)
        elif one not in shared:
            at_mine += 1
            order.append(one)
        else:
            raise Disordered
    order += mine[at_mine:]
    order += theirs[at_theirs:]
    if len(order) != len(mine) + len(theirs) - len(shared):
        raise Disordered
    return order


@dataclass(frozen=True, slots=True)
class Numbers:
    """Which id a row has now, by the id that it had in its copy."""

    was: Sequence[int]
    now: Mapping[int, int]

    def of(self, id: int | None) -> int | None:
        """The row that a reference means; a reference to none stays one."""
        return None if id is None else self.now[id]

    def up_to(self, id: int) -> int:
        """The last row up to this id, for one that says "everything until then"; 0 for none."""
        found = self.now.get(id)
        if found is None:
            before = bisect_right(self.was, id)
            found = self.now[self.was[before - 1]] if before else 0
        return found
