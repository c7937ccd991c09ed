"""What is in a FHIR file? A diary of ours, things told elsewhere, and what is refused.

Every resource ends in one of the three, and each that is refused has its reason.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from spineward.diary import journey
from spineward.diary.models import Person
from spineward.diary.trouble import Refused
from spineward.diary.writing import writing
from spineward.export.fhir.codes import Json
from spineward.export.fhir.elsewhere import Told, told
from spineward.export.fhir.other_parts import NotUnderstood
from spineward.export.fhir.people import sealed
from spineward.export.fhir.responses import page_of
from spineward.export.fhir.returning import (
    BROKEN,
    NotOurs,
    archive_from,
    is_derived,
    table_of,
)
from spineward.export.reading import LARGEST, Archive, Unreadable
from spineward.export.take_in import take_in

OWN = ("Device/spineward", "Patient/person")
SILENT = ("Patient", "Questionnaire", "Practitioner", "Organization", "Device", "Provenance")
"""From elsewhere these say who and how, and tell nothing to keep."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A diary of ours if there is one, what others tell, and what is refused, by name."""

    archive: Archive | None = None
    elsewhere: Mapping[str, Told] = field(default_factory=dict)
    refused: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Taken:
    """How many rows and notes were new, how many were known, and what was refused."""

    new: int
    known: int
    notes: int
    refused: Mapping[str, str]


def read(text: bytes, now: datetime) -> Incoming:
    """What is in this file; raises Unreadable when it is no FHIR at all."""
    named = _named(text)
    refused = {name: one for name, one in named.items() if isinstance(one, str)}
    found = {name: one for name, one in named.items() if not isinstance(one, str)}
    try:
        own = _own(found)
        archive = archive_from(own.values()) if own else None
    except NotOurs as trouble:
        return Incoming(refused=refused | dict(trouble.reasons))
    except BROKEN as error:
        why = f"it is not as Spineward writes it ({type(error).__name__})"
        return Incoming(refused=refused | {"Bundle": why})
    elsewhere, more = _elsewhere({n: one for n, one in found.items() if n not in own}, now)
    return Incoming(archive, elsewhere, refused | more)


def _own(found: Mapping[str, Json]) -> dict[str, Json]:
    """The resources of a diary of ours; none in a file of others."""
    if not sealed(found.get("Device/spineward", {})):
        return {}
    return {name: one for name, one in found.items() if _is_own(name, one)}


def _named(text: bytes) -> dict[str, Json | str]:
    """The resources by type and id; for one that is none, why."""
    if len(text) > LARGEST:
        raise Unreadable(f"more than {LARGEST} bytes")
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise Unreadable("it is not JSON") from None
    if not isinstance(found, dict) or not isinstance(found.get("resourceType"), str):
        raise Unreadable("it is not FHIR: no resourceType")
    if found["resourceType"] != "Bundle":
        return {_name(found, 1): found}
    entries = found.get("entry", [])
    if not isinstance(entries, list):
        raise Unreadable("entry: it is not a list")
    named: dict[str, Json | str] = {}
    for number, entry in enumerate(entries, 1):
        one = entry.get("resource") if isinstance(entry, dict) else None
        if not isinstance(one, dict) or not isinstance(one.get("resourceType"), str):
            named[f"entry {number}"] = "it holds no resource"
            continue
        name = _name(one, number)
        named[f"{name} (entry {number})" if name in named else name] = one
    return named


def _name(resource: Mapping[str, Any], number: int) -> str:
    id = resource.get("id")
    name = f"{resource['resourceType']}/{id if isinstance(id, str) else f'entry {number}'}"
    return "".join(letter if letter.isprintable() else "?" for letter in name)


def _is_own(name: str, one: Json) -> bool:
    """Is it part of the diary that a Bundle of ours holds?"""
    kind, _, id = name.partition("/")
    if name in OWN or table_of(name) or is_derived(one) or name.startswith("Provenance/versions-"):
        return True
    if kind == "Questionnaire":
        return bool(page_of(str(one.get("url", ""))))
    return kind == "Observation" and bool(table_of(f"{kind}/{id.partition('.')[0]}")) and "." in id


def _elsewhere(
    foreign: Mapping[str, Json], now: datetime
) -> tuple[dict[str, Told], dict[str, str]]:
    kept: dict[str, Told] = {}
    refused: dict[str, str] = {}
    for name, one in foreign.items():
        if one["resourceType"] in SILENT:
            continue
        try:
            kept[name] = told(one, now)
        except NotUnderstood as why:
            refused[name] = str(why)
    if len({one.subject for one in kept.values()}) > 1:
        why_not = "several people are told of in this file; whose it is cannot be known"
        return {}, refused | dict.fromkeys(kept, why_not)
    return kept, refused


def bring_in(person: Person, incoming: Incoming, *, join: bool = False) -> Taken:
    """Take a diary and notes in, all together. Raises Clash and Stranger, as for an archive, and
    Unsaved."""
    new = known = notes = 0
    refused = dict(incoming.refused)
    with writing(person):
        if incoming.archive:
            rows = take_in(person, incoming.archive, join=join)
            new, known = rows.new, rows.known
        for name, one in incoming.elsewhere.items():
            if journey.place(person, one.client_id) == "diary":
                known += 1
                continue
            try:
                journey.note(person, one.text, now=one.at, client_id=one.client_id)
            except Refused as trouble:
                refused[name] = str(trouble)
                continue
            notes += 1
    return Taken(new, known, notes, refused)
