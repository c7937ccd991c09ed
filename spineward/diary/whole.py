"""What is everything that the diary holds of one person? Every row of every table, as it stands."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from spineward.diary.models import (
    Answers,
    CheckIn,
    Decision,
    Entry,
    Lock,
    LockRelease,
    Note,
    Person,
    Session,
    SessionEvent,
    SessionSummary,
    SetAside,
    Told,
    Weekly,
)
from spineward.diary.models.entry import as_written
from spineward.diary.writing import writing

TABLES: dict[str, type[Entry]] = {
    "answers": Answers,
    "check_ins": CheckIn,
    "weekly": Weekly,
    "decisions": Decision,
    "locks": Lock,
    "lock_releases": LockRelease,
    "sessions": Session,
    "session_events": SessionEvent,
    "session_summaries": SessionSummary,
    "notes": Note,
    "set_aside": SetAside,
    "told": Told,
}
"""The tables by the names under which they are archived."""

Table = list[dict[str, Any]]


def whole(person: Person, fields: Mapping[str, Sequence[str]]) -> dict[str, Table]:
    """These fields of all rows by table, oldest first, all of the same moment."""
    with writing(person):
        return {table: list(_rows(person, table, names)) for table, names in fields.items()}


def _rows(person: Person, table: str, names: Sequence[str]) -> Iterator[dict[str, Any]]:
    rows = TABLES[table].objects.of(person).order_by("id")
    for row in rows.values(*names, "utc_offset"):
        yield {**row, "at": as_written(row["at"], row.pop("utc_offset"))}
