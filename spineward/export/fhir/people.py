"""Whose diary is it, and what wrote it? Patient, Device, and the Provenance of every row."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
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
from spineward.export.form import Line, Manifest, PersonLine
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


def device(manifest: Manifest) -> Json:
    """The program that wrote it, with the versions of its rules, its content and its words."""
    return {
        "resourceType": "Device",
        "id": "spineward",
        "deviceName": [{"name": "Spineward", "type": "model-name"}],
        "version": [
            {"type": {"text": name}, "value": str(getattr(manifest, name))} for name in VERSIONS
        ],
    }


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
