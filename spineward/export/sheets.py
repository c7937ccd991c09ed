"""How does a diary open in a spreadsheet? CSV files: a day, a set, a mark a row.

They are for looking and reckoning, not for bringing back: the archive is for that. What a person
wrote is never taken for a formula.
"""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from io import StringIO
from typing import Any, BinaryIO
from zipfile import ZipFile

from spineward.clinical.catalogue import words, zones
from spineward.clinical.facts import CheckInRecord
from spineward.diary import convert
from spineward.diary.models import Person
from spineward.diary.whole import Table, whole
from spineward.export.archive import add

FIELDS = {
    "check_ins": ("id", "at", "supersedes", "facts"),
    "session_summaries": ("id", "at", "supersedes", "facts"),
    "weekly": ("id", "at", "supersedes", "facts"),
    "notes": ("id", "at", "supersedes", "text"),
}
DAY = (
    "leg_now",
    "back_now",
    "worst_24h",
    "hours_at_8",
    "eased_by_position",
    "can_sit_10",
    "can_stand_10",
    "can_walk_10",
    "after_activity",
    "nights_broken",
)
WEEK = ("global_change", "psfs", "rmdq", "mood_low", "fear_moving", "weeks_off_work")
FORMULA = (*"=+-@\t\r\n", *"\uff1d\uff0b\uff0d\uff20")
"""How a cell begins that a spreadsheet would reckon, wide letters too; a quote makes it words."""
BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Tells Excel that the file is UTF-8."""
Line = Sequence[object]


def write(person: Person, file: BinaryIO) -> None:
    """All sheets of this person in one zip."""
    with ZipFile(file, "w") as archive:
        for name, content in sheets(person).items():
            add(archive, name, content)


def sheets(person: Person) -> dict[str, bytes]:
    """Each sheet by its file name. What was corrected is left out."""
    rows = {table: _standing(found) for table, found in whole(person, FIELDS).items()}
    check_ins = [(r["at"], convert.check_in_record(json.dumps(r["facts"]))) for r in _told(rows)]
    when = ("day", "time")
    return {
        "check-ins.csv": _sheet((*when, "check_ins", *DAY), _days(check_ins)),
        "marks.csv": _sheet(
            (*when, "place", "place_name", "side", "pain", "tingling", "numbness", "usual"),
            _marks(check_ins),
        ),
        "sets.csv": _sheet(
            (*when, "movement", "movement_name", "verdict", "answer", "row", "after_30_minutes"),
            _sets(rows["session_summaries"]),
        ),
        "weeks.csv": _sheet((*when, *_asked(rows["weekly"])), _weeks(rows["weekly"])),
        "notes.csv": _sheet((*when, "note"), ((*_when(r["at"]), r["text"]) for r in rows["notes"])),
    }


def _standing(rows: Table) -> Table:
    corrected = {row["supersedes"] for row in rows}
    return sorted((row for row in rows if row["id"] not in corrected), key=lambda row: row["at"])


def _told(rows: Mapping[str, Table]) -> Table:
    return [row for row in rows["check_ins"] if row["facts"] is not None]


def _when(at: datetime) -> tuple[str, str]:
    return at.date().isoformat(), f"{at:%H:%M}"


def _days(check_ins: Sequence[tuple[datetime, CheckInRecord]]) -> Iterator[Line]:
    """A day a row: its last check-in, and how many there were."""
    days: dict[date, list[tuple[datetime, CheckInRecord]]] = {}
    for at, record in check_ins:
        days.setdefault(at.date(), []).append((at, record))
    for found in days.values():
        at, last = found[-1]
        yield (*_when(at), len(found), *(getattr(last, name) for name in DAY))


def _marks(check_ins: Sequence[tuple[datetime, CheckInRecord]]) -> Iterator[Line]:
    for at, record in check_ins:
        for mark in record.chart or ():
            name = words()[f"zone.{mark.zone}"] if mark.zone in zones() else ""
            felt = (mark.pain, mark.tingling, mark.numbness, mark.usual)
            yield (*_when(at), mark.zone, name, mark.side, *felt)


def _sets(summaries: Table) -> Iterator[Line]:
    for row in summaries:
        for one in convert.exercise_session(json.dumps(row["facts"])).sets:
            name = words().get(f"movement.{one.movement}.name", "")
            said = (one.verdict.name, one.label, one.row, one.at_30)
            yield (*_when(one.at), one.movement, name, *said)


def _asked(rows: Table) -> Sequence[str]:
    """What was asked in any week."""
    told = (name for row in rows for name in row["facts"] if name != "at")
    return tuple(dict.fromkeys((*WEEK, *told)))


def _weeks(rows: Table) -> Iterator[Line]:
    for row in rows:
        yield (*_when(row["at"]), *(row["facts"].get(name) for name in _asked(rows)))


def _sheet(head: Line, lines: Iterator[Line]) -> bytes:
    file = StringIO(newline="")
    file.write(BOM)
    sheet = csv.writer(file)
    sheet.writerow(head)
    sheet.writerows([_cell(value) for value in line] for line in lines)
    return file.getvalue().encode()


def _cell(value: Any) -> object:
    """Words stay words, numbers numbers; several of them stand in one cell."""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA) else value
    if isinstance(value, (list, tuple)):
        words = any(isinstance(part, str) for part in value)
        return _cell(("; " if words else " ").join(map(str, value)))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value
