"""What diary does a Bundle of ours hold? Each resource back to its row; nothing is guessed.

It comes back whole or not at all: a diary with a hole would be decided on as if the hole were
calm. Each resource that cannot be read is named with its reason.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from spineward.export.fhir import (
    locks,
    notes,
    observations,
    plans,
    responses,
    session_events,
    session_summaries,
    sessions,
)
from spineward.export.fhir.codes import Json, system
from spineward.export.fhir.parts import TYPES
from spineward.export.fhir.people import seal, sealed, to_manifest, to_person, versions
from spineward.export.form import ADDED_LATER, MANIFEST, PERSON, TABLES, file_of
from spineward.export.reading import Archive, Unreadable, read_from

Members = Mapping[str, Json]
READ: Mapping[str, Callable[[Json, Members], Json]] = {
    "answers": lambda one, _: responses.to_answers(one),
    "check_ins": observations.to_check_in,
    "weekly": lambda one, _: responses.to_weekly(one),
    "decisions": plans.to_decision,
    "locks": lambda one, _: locks.to_lock(one),
    "lock_releases": lambda one, _: locks.to_release(one),
    "sessions": sessions.to_session,
    "session_events": session_events.to_event,
    "session_summaries": session_summaries.to_summary,
    "notes": lambda one, _: notes.to_note(one),
    "told": lambda one, _: notes.to_told(one),
    "set_aside": lambda one, _: notes.to_set_aside(one),
}
"""What reads the resources of each table."""
TABLE = {f"{TYPES[table]}/{table.replace('_', '-')}": table for table in TYPES}
DERIVED = system("role")
BROKEN = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    StopIteration,
    ArithmeticError,
    RecursionError,
)
"""What reading raises for a resource that is not as we write it."""


class NotOurs(Exception):
    """Why this is no diary as we write it: a reason for each resource."""

    def __init__(self, reasons: Mapping[str, str]) -> None:
        super().__init__("; ".join(f"{name}: {why}" for name, why in reasons.items()))
        self.reasons = reasons


def table_of(name: str) -> str:
    """The table whose row a resource of ours stands for; empty for parts of one and for others."""
    before, dash, number = name.rpartition("-")
    return TABLE.get(before, "") if dash and number.isdecimal() else ""


def is_derived(resource: Mapping[str, Any]) -> bool:
    """Does it only say again what another resource says?"""
    tags = resource.get("meta", {}).get("tag", ())
    return any(tag.get("system") == DERIVED for tag in tags)


def archive_from(given: Iterable[Json]) -> Archive:
    """The diary that these resources of ours were written from; raises NotOurs."""
    by_name = {f"{one['resourceType']}/{one['id']}": one for one in given}
    zipped = _zipped(*_rows(by_name))
    try:
        archive = read_from(BytesIO(zipped))
    except Unreadable as trouble:
        raise NotOurs({"Bundle": str(trouble)}) from None
    if seal(archive) != sealed(by_name["Device/spineward"]):
        raise NotOurs({"Bundle": "something in it was changed or left out since it was written"})
    return archive


def _rows(by_name: Members) -> tuple[Json, Json, dict[str, list[Json]]]:
    """Manifest, person and rows by table."""
    reasons: dict[str, str] = {}
    stamps = _try(reasons, "Provenance", lambda: versions(_decided(by_name)))
    manifest = _try(reasons, "Device/spineward", lambda: to_manifest(by_name["Device/spineward"]))
    person = _try(reasons, "Patient/person", lambda: to_person(by_name["Patient/person"]))
    tables: dict[str, list[Json]] = {table: [] for table in TABLES}
    for name, one in by_name.items():
        if table := table_of(name):
            tables[table].append(_try(reasons, name, _reader(name, table, one, by_name, stamps)))
    if reasons:
        raise NotOurs(reasons)
    return manifest, person, tables


def _reader(
    name: str, table: str, one: Json, by_name: Members, stamps: Mapping[str, Json]
) -> Callable[[], Json]:
    def read() -> Json:
        if name not in stamps:
            raise ValueError("no Provenance says by which rules it was written")
        return READ[table](one, by_name) | stamps[name]

    return read


def _decided(by_name: Members) -> list[Json]:
    return [one for name, one in by_name.items() if name.startswith("Provenance/versions-")]


def _try(reasons: dict[str, str], name: str, read: Callable[[], Json]) -> Json:
    try:
        return read()
    except BROKEN as error:
        reasons[name] = f"not as Spineward writes it ({type(error).__name__}: {error})"
        return {}


def _zipped(manifest: Json, person: Json, tables: Mapping[str, list[Json]]) -> bytes:
    """The rows as an archive, so that they go through the same strict door as an archive."""
    contents = {file_of(PERSON): [person]}
    for table, rows in tables.items():
        if rows or table not in ADDED_LATER:
            contents[file_of(table)] = sorted(rows, key=lambda row: int(row["id"]))
    texts = {
        name: "".join(json.dumps(row) + "\n" for row in rows).encode()
        for name, rows in contents.items()
    }
    told = {
        name: {"lines": len(contents[name]), "sha256": hashlib.sha256(text).hexdigest()}
        for name, text in texts.items()
    }
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr(MANIFEST, json.dumps({**manifest, "files": told}))
        for name, text in texts.items():
            archive.writestr(name, text)
    return file.getvalue()
