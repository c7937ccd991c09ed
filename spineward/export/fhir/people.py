"""Whose diary is it, and what wrote it? Patient, Device, and the Provenance of every row."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from spineward.export.fhir.codes import BASE, FOREIGN, Json, concept
from spineward.export.fhir.parts import (
    DEVICE,
    MOMENT,
    address,
    find,
    given,
    reference,
    text_extension,
    text_of,
)
from spineward.export.form import Line, Part, PersonLine
from spineward.export.reading import Archive

VERSIONS = ("format", "version", "spineward", "rules_version", "content_version", "words_version")
RULES = f"{BASE}/PlanDefinition/rules|"
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
    digest = hashlib.sha256(_canonical(archive.person))
    for table, rows in sorted(archive.tables.items()):
        if rows:
            digest.update(table.encode())
        for row in rows:
            digest.update(_canonical(row))
    return digest.hexdigest()


def _canonical(part: Part) -> bytes:
    return json.dumps(vars(part), sort_keys=True, default=_text).encode()


def _text(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


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
    recorded: dict[tuple[str, str], str] = {}
    for table, rows in archive.tables.items():
        for row in rows:
            pair = (row.rules_version, row.content_version)
            targets[pair].append(reference(table, row.id))
            recorded[pair] = max(recorded.get(pair, ""), _utc(row))
    return [
        {
            "resourceType": "Provenance",
            "id": f"versions-{number}",
            "target": targets[pair],
            "recorded": recorded[pair],
            "policy": [f"{RULES}{pair[0]}", f"{CONTENT}{pair[1]}"],
            "activity": concept("fact", "decided"),
            "agent": [{"who": DEVICE}],
        }
        for number, pair in enumerate(sorted(targets), 1)
    ]


def _utc(row: Line) -> str:
    """When a row was recorded, as one clock shows it, so that the latest can be told."""
    text = row.recorded_at.isoformat()
    return text if MOMENT.fullmatch(text) else "1970-01-01T00:00:00Z"


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
