"""What does a resource need to know of the rows beside its own? Looked up once for each Bundle."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic_core import to_json

from spineward.export.fhir.codes import Json
from spineward.export.fhir.parts import reference
from spineward.export.form import DecisionLine, Line, LockReleaseLine, SessionSummaryLine
from spineward.export.reading import Archive


@dataclass(frozen=True, slots=True)
class World:
    """All rows of an archive by their tables and ids; what was corrected; what came of what."""

    known: Mapping[str, frozenset[int]]
    corrected: Mapping[str, frozenset[int]]
    releases: Mapping[int, LockReleaseLine]
    outcomes: Mapping[int, SessionSummaryLine]
    latest_plan: int
    first_plans: Mapping[int, int]
    """Each plan with the same movements as an earlier one, with the first such; not the latest."""

    def status(self, table: str, row: Line, plain: str, corrected: str) -> str:
        """The status of a row: as first written, as a correction, or as corrected since."""
        if row.id in self.corrected[table]:
            return "entered-in-error"
        return plain if row.supersedes is None else corrected

    def pointer(self, name: str, table: str, row: int) -> Json:
        """An extension that names a row, by a reference where that row is there."""
        if table in self.known and row in self.known[table]:
            return {"url": name, "valueReference": reference(table, row)}
        return {"url": name, "valueString": str(row)}


def pointed(extension: Mapping[str, Any]) -> int:
    """The row that such an extension names."""
    if "valueReference" in extension:
        return int(extension["valueReference"]["reference"].rpartition("-")[2])
    return int(extension["valueString"])


def world(archive: Archive) -> World:
    """What the rows of this archive need to know of each other."""
    tables = archive.tables
    plans = [row.id for row in tables["decisions"]]
    latest = plans[-1] if plans else 0
    return World(
        known={name: frozenset(row.id for row in rows) for name, rows in tables.items()},
        corrected={
            name: frozenset(row.supersedes for row in rows if row.supersedes is not None)
            for name, rows in tables.items()
        },
        releases={row.lock: row for row in tables["lock_releases"]},
        outcomes={row.session: row for row in tables["session_summaries"]},
        latest_plan=latest,
        first_plans=_repeated(tables["decisions"], latest),
    )


def _repeated(plans: Iterable[DecisionLine], latest: int) -> dict[int, int]:
    first: dict[bytes, int] = {}
    found: dict[int, int] = {}
    for row in plans:
        movements = to_json([row.words.get("offered"), row.words.get("excluded")])
        before = first.setdefault(movements, row.id)
        if row.id not in (before, latest):
            found[row.id] = before
    return found
