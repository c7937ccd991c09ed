"""What are our resources made of? Stamps, references, extensions, and the way back from each.

Written and read side by side, so that one line shows that nothing is lost. Text is kept as it is:
what FHIR does not take for a moment or a code goes where FHIR takes any text.
"""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from spineward.export.fhir.codes import (
    BASE,
    CODE,
    FOREIGN,
    Json,
    code_of,
    coding,
    spelled,
    unspelled,
)
from spineward.export.form import Line

PERSON = {"reference": "Patient/person"}
DEVICE = {"reference": "Device/spineward"}
TYPES = {
    "answers": "QuestionnaireResponse",
    "check_ins": "Observation",
    "weekly": "QuestionnaireResponse",
    "decisions": "CarePlan",
    "locks": "Flag",
    "lock_releases": "Provenance",
    "sessions": "Procedure",
    "session_events": "Observation",
    "session_summaries": "Observation",
    "notes": "Communication",
    "told": "Communication",
    "set_aside": "Communication",
}
"""The resource that stands for a row, by its table."""
_NAMES = {table: table.replace("_", "-") for table in TYPES}
DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
MOMENT = re.compile(
    DAY.pattern + r"T([01]\d|2[0-3]):[0-5]\d:([0-5]\d)(\.\d+)?(Z|[+-]((0\d|1[0-3]):[0-5]\d|14:00))"
)
LARGEST = 2**31


def address(name: str) -> str:
    """The address of an extension of ours."""
    return f"{BASE}/StructureDefinition/{name}"


def id_of(table: str, row: int) -> str:
    """The id of the resource that stands for a row."""
    return f"{_NAMES[table]}-{row}"


def reference(table: str, row: int) -> Json:
    """A reference to the resource that stands for a row."""
    return {"reference": f"{TYPES[table]}/{_NAMES[table]}-{row}"}


def row_of(found: Mapping[str, Any]) -> int:
    """The row that such a reference names."""
    return int(found["reference"].rpartition("-")[2])


def value(given: Any, system: str = "answer") -> Json | None:
    """One plain value as FHIR's value[x]; None where it has no form for it."""
    if isinstance(given, bool):
        return {"valueBoolean": given}
    if isinstance(given, int):
        return {"valueInteger": given} if -LARGEST <= given < LARGEST else None
    if not isinstance(given, str):
        return None
    if DAY.fullmatch(given):
        return {"valueDate": given}
    if MOMENT.fullmatch(given):
        return {"valueDateTime": given}
    if CODE.fullmatch(given):
        return {"valueCoding": coding(system, given)}
    return {"valueString": given} if spelled(given) == given else None


def given(element: Mapping[str, Any]) -> Any:
    """The value that stands in an element, whichever of FHIR's forms it has."""
    found = next(part for name, part in element.items() if name.startswith("value"))
    if isinstance(found, dict):
        if "coding" in found or "text" in found:
            return code_of(found)
        return found["value"] if "value" in found else found["code"]
    return found


def text_extension(name: str, text: str) -> Json:
    """An extension with any text."""
    return {"url": name, "valueString": spelled(text)}


def text_of(element: Mapping[str, Any]) -> str:
    """The text of such an extension."""
    return unspelled(element["valueString"])


def stamp(resource: Json, name: str, text: str) -> None:
    """Put a moment into a resource; a clock that FHIR does not know goes into an extension."""
    if MOMENT.fullmatch(text):
        resource[name] = text
    else:
        extension = {"url": address("as-written"), "valueString": text}
        resource[f"_{name}"] = {"extension": [extension]}


def stamped(resource: Mapping[str, Any], name: str) -> str:
    """The moment that was put there."""
    if name in resource:
        return str(resource[name])
    return str(resource[f"_{name}"]["extension"][0]["valueString"])


def moment(row: Line, facts: Mapping[str, Any]) -> str:
    """When a row was, spelled as its facts spell it (`Z` or `+00:00`) if they say the same."""
    told, written = facts.get("at"), row.at.isoformat()
    if told == written or not isinstance(told, str):
        return written
    if MOMENT.fullmatch(told):
        found = datetime.fromisoformat(told)
        if found == row.at and found.utcoffset() == row.at.utcoffset():
            return told
    return written


def rest(left: Mapping[str, Any]) -> list[Json]:
    """What has no place of its own, as one extension; nothing when nothing is left."""
    if not left:
        return []
    text = json.dumps(left, sort_keys=True, default=str)
    return [{"url": address("rest"), "valueString": text}]


def find(resource: Mapping[str, Any], name: str) -> Json | None:
    """The extension of this name."""
    return next(iter(find_all(resource, name)), None)


def find_all(resource: Mapping[str, Any], name: str) -> list[Json]:
    """All extensions of this name."""
    wanted = (address(name), name)
    return [one for one in resource.get("extension", ()) if one["url"] in wanted]


def left(resource: Mapping[str, Any]) -> Json:
    """What the extension for the rest holds."""
    found = find(resource, "rest")
    return dict(json.loads(found["valueString"])) if found else {}


def head(table: str, row: Line, more: Iterable[Json] = ()) -> Json:
    """What every resource of a row begins with: its id, when it was recorded, what it corrects."""
    recorded = row.recorded_at.isoformat()
    kind = "valueInstant" if MOMENT.fullmatch(recorded) else "valueString"
    extensions: list[Json] = [{"url": address("recorded"), kind: recorded}]
    if row.supersedes is not None:
        corrected = {"valueReference": reference(table, row.supersedes)}
        extensions.append({"url": address("supersedes"), **corrected})
    resource: Json = {
        "resourceType": TYPES[table],
        "id": id_of(table, row.id),
        "extension": [*extensions, *more],
    }
    sent = f"urn:uuid:{row.client_id}"
    if TYPES[table] == "Provenance":  # the one of these types without a place for it
        resource["extension"].append({"url": address("sent-as"), "valueUri": sent})
    elif TYPES[table] == "QuestionnaireResponse":
        resource["identifier"] = {"system": FOREIGN["uri"], "value": sent}
    else:
        resource["identifier"] = [{"system": FOREIGN["uri"], "value": sent}]
    return resource


def row_head(resource: Mapping[str, Any]) -> Json:
    """The fields of a row that `head` wrote."""
    supersedes = find(resource, "supersedes")
    recorded = find(resource, "recorded")
    if recorded is None:
        raise ValueError("it does not say when it was recorded")
    return {
        "id": int(resource["id"].rpartition("-")[2]),
        "recorded_at": given(recorded),
        "client_id": str(UUID(_sent(resource).removeprefix("urn:uuid:"))),
        "supersedes": row_of(supersedes["valueReference"]) if supersedes else None,
    }


def _sent(resource: Mapping[str, Any]) -> str:
    found = resource.get("identifier")
    if found is None:
        extension = find(resource, "sent-as")
        if extension is None:
            raise ValueError("it has no identifier")
        return str(extension["valueUri"])
    return str((found[0] if isinstance(found, list) else found)["value"])
