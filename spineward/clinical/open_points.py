"""Which questions wait for a clinical reviewer, and what was answered? Frozen, in order."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from spineward.clinical.catalogue import ContentError, by_id, limits, read

FILE = "open_points.toml"


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """One default of ours that a clinician confirms or changes."""

    id: int
    now: str
    question: str
    rules: tuple[str, ...]
    answer: str = ""
    reader: str = ""
    on: date | None = None

    @property
    def numbers(self) -> tuple[str, ...]:
        """The ids of the numbers that wait for this answer."""
        return tuple(one.id for one in limits().values() if one.point == self.id)


@lru_cache(maxsize=1)
def open_points() -> Mapping[int, OpenPoint]:
    """Every point by its number; a half answer or a number without point raises ContentError."""
    rows = [point(row) for row in read(FILE)["point"]]
    table: Mapping[Any, OpenPoint] = by_id(FILE, rows)
    for one in limits().values():
        if one.point is not None and one.point not in table:
            raise ContentError(f"limits.toml: {one.id} names the point {one.point}; there is none")
    return table


def point(row: Mapping[str, Any]) -> OpenPoint:
    """One table of the file as a point."""
    try:
        one = OpenPoint(**{**row, "rules": tuple(row["rules"])})
    except (KeyError, TypeError) as error:
        raise ContentError(f"{FILE}: point {row.get('id')} is not complete: {error}") from error
    given = [bool(one.answer), bool(one.reader), one.on is not None]
    if any(given) != all(given):
        raise ContentError(f"{FILE}: point {one.id}: answer, reader and on belong together")
    return one


def points_of(rule: str) -> tuple[OpenPoint, ...]:
    """The points on which a rule rests."""
    return tuple(one for one in open_points().values() if rule in one.rules)
