"""What is the whole diary of one person as FHIR? One Bundle, each row a resource or a few."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from pydantic_core import to_json

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
from spineward.export.fhir.codes import BASE, Json
from spineward.export.fhir.people import device, patient, provenance
from spineward.export.fhir.questionnaires import questionnaires
from spineward.export.fhir.responses import WEEKLY
from spineward.export.fhir.world import World, world
from spineward.export.reading import Archive

Write = Callable[[Any, World], list[Json]]
WRITE: Mapping[str, tuple[Write, ...]] = {
    "answers": (responses.of_answers,),
    "check_ins": (observations.of_check_in,),
    "weekly": (responses.of_weekly, observations.derived_from_weekly),
    "decisions": (plans.of_decision,),
    "locks": (locks.of_lock,),
    "lock_releases": (locks.of_release,),
    "sessions": (sessions.of_session,),
    "session_events": (session_events.of_event,),
    "session_summaries": (session_summaries.of_summary,),
    "notes": (notes.of_note,),
    "told": (notes.of_told,),
    "set_aside": (notes.of_set_aside,),
}
"""What writes the rows of each table."""


def resources(archive: Archive) -> Iterable[Json]:
    """Every resource of a diary: person and program first, then the rows by table."""
    known = world(archive)
    yield device(archive)
    yield patient(archive.person)
    asked = {row.page for row in archive.tables["answers"]}
    asked |= {WEEKLY} if archive.tables["weekly"] else set()
    yield from (one for page, one in questionnaires().items() if page in asked)
    for table, rows in archive.tables.items():
        for write in WRITE[table]:
            for row in rows:
                yield from write(row, known)
    yield from provenance(archive)


MANY = 200
"""Entries that are written at once."""


def written(resources: Iterable[Json]) -> Iterator[bytes]:
    """A Bundle of these resources as a file, piece by piece: years of them fill the memory. A
    reference within it leads to the entry it means."""
    yield b'{"resourceType":"Bundle","type":"collection","entry":['
    entries = map(_entry, resources)
    first = True
    while some := list(islice(entries, MANY)):
        yield b"," * (not first) + to_json(some)[1:-1]
        first = False
    yield b"]}"


def _entry(one: Json) -> Json:
    return {"fullUrl": f"{BASE}/{one['resourceType']}/{one['id']}", "resource": one}
