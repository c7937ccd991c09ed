"""Whose diary is it, and what wrote it? Patient, Device, and the Provenance of every row."""

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from functools import cache
from operator import attrgetter
from typing import Any

from pydantic_core import to_json

from spineward.export.fhir.codes import BASE, FOREIGN, Json, concept
from spineward.export.fhir.parts import (
    DEVICE,
    address,
    find,
    given,
    reference,
    text_extension,
    text_of,
)
from spineward.export.form import TABLES, PersonLine
from spineward.export.reading import Archive

VERSIONS = ("format", "version", "spineward", "rules_version", "content_version", "words_version")
RULES = f"{BASE}/PlanDefinition/rules|"
MANY = 500
"""Rows that are hashed at once: one by one takes longer, and all together much memory."""
CONTENT = f"{BASE}/Library/content|"


def patient(person: PersonLine) -> Json:
    """The person: no name is kept, so none stands here."""
    extensions = [text_extension(address("created"), person.created_at.isoformat())]
    if person.emergency_number is not None:
        extensions.append(text_extension(address("emergency-number"), person.emergency_number))
    if person.reminders:
        text = json.dumps(person.reminders, sort_keys=True)
        extensions.append({"url": address("reminders"), "valueString": text})
    language = {"coding": [{"system": FOREIGN["language"], "code": person.language}]}
    return {
        "resourceType": "Patient",
        "id": "person",
        "extension": extensions,
        "communication": [{"language": language, "preferred": True}],
    }


def to_person(resource: Mapping[str, Any]) -> Json:
    """The person that a Patient was written from."""
    created, number, reminders = (
        find(resource, name) for name in ("created", "emergency-number", "reminders")
    )
    if created is None:
        raise ValueError("it does not say when the diary began")
    return {
        "created_at": text_of(created),
        "emergency_number": text_of(number) if number else None,
        "reminders": json.loads(given(reminders)) if reminders else {},
        "language": resource["communication"][0]["language"]["coding"][0]["code"],
    }


def device(archive: Archive) -> Json:
    """The program that wrote it, the versions of rules, content and words, and a seal on the rows.

    By the seal a diary that was changed on its way is known when it comes back.
    """
    manifest = archive.manifest
    return {
        "resourceType": "Device",
        "id": "spineward",
        "extension": [{"url": address("seal"), "valueString": seal(archive)}],
        "deviceName": [{"name": "Spineward", "type": "model-name"}],
        "version": [
            {"type": {"text": name}, "value": str(getattr(manifest, name))} for name in VERSIONS
        ],
    }


def seal(archive: Archive) -> str:
    """A hash of every row and of the person, by their fields: no other spelling changes it."""
    digest = hashlib.sha256()
    for name, rows in (("person", (archive.person,)), *sorted(archive.tables.items())):
        plain, inner = _fields(name)
        digest.update(name.encode() * bool(rows))
        for start in range(0, len(rows), MANY):
            some = rows[start : start + MANY]
            digest.update(to_json(list(map(plain, some))))
            said = json.dumps(list(map(inner, some)), sort_keys=True, check_circular=False)
            digest.update(said.encode())
    return digest.hexdigest()


@cache
def _fields(table: str) -> tuple[Callable[[Any], Any], Callable[[Any], Any]]:
    """The plain fields of a table, and those that hold tables or lists of their own."""
    fields = (PersonLine if table == "person" else TABLES[table]).model_fields
    inner = [name for name, one in fields.items() if re.search(r"dict|list", str(one.annotation))]
    plain = [name for name in fields if name not in inner]
    return attrgetter(*sorted(plain)), attrgetter(*sorted(inner or plain[:1]))


def sealed(resource: Mapping[str, Any]) -> str:
    """The seal that a Device carries; empty without one."""
    found = find(resource, "seal")
    return str(given(found)) if found else ""


def to_manifest(resource: Mapping[str, Any]) -> Json:
    """What the manifest of an archive says of versions."""
    found = {one["type"]["text"]: one["value"] for one in resource["version"]}
    return {name: int(found[name]) if name == "version" else found[name] for name in VERSIONS}


def provenance(archive: Archive) -> list[Json]:
    """By which rules and which content each row was written: one for each pair of versions."""
    targets: dict[tuple[str, str], list[Json]] = defaultdict(list)
    recorded: dict[tuple[str, str], datetime] = {}
    for table, rows in archive.tables.items():
        for row in rows:
            pair = (row.rules_version, row.content_version)
            targets[pair].append(reference(table, row.id))
            recorded[pair] = max(recorded.get(pair, row.recorded_at), row.recorded_at)
    return [
        {
            "resourceType": "Provenance",
            "id": f"versions-{number}",
            "target": targets[pair],
            "recorded": recorded[pair].astimezone(UTC).isoformat(),
            "policy": [f"{RULES}{pair[0]}", f"{CONTENT}{pair[1]}"],
            "activity": concept("fact", "decided"),
            "agent": [{"who": DEVICE}],
        }
        for number, pair in enumerate(sorted(targets), 1)
    ]


def versions(resources: Iterable[Mapping[str, Any]]) -> dict[str, Json]:
    """The versions of each row, by the reference to its resource."""
    found: dict[str, Json] = {}
    for one in resources:
        rules, content = one["policy"]
        stamped = {
            "rules_version": rules.removeprefix(RULES),
            "content_version": content.removeprefix(CONTENT),
        }
        found |= {target["reference"]: stamped for target in one["target"]}
    return found
