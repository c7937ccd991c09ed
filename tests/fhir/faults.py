"""What can be wrong with a resource of ours? Faults to plant, each into a sound resource."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from spineward.export.fhir.codes import Json


@dataclass(frozen=True)
class Fault:
    """A fault of one kind, the resource it goes into by the start of its id, and how."""

    kind: str
    into: str
    plant: Callable[[Json], Any]


def _put(*path: Any, value: Any) -> Callable[[Json], Any]:
    """Another value at this place."""

    def plant(resource: Json) -> None:
        inner: Any = resource
        for step in path[:-1]:
            inner = inner[step]
        inner[path[-1]] = value

    return plant


def _take(*path: Any) -> Callable[[Json], Any]:
    """Nothing at this place."""

    def plant(resource: Json) -> None:
        inner: Any = resource
        for step in path[:-1]:
            inner = inner[step]
        del inner[path[-1]]

    return plant


FAULTS = (
    Fault("a status that is none", "check-ins-1", _put("status", value="done")),
    Fault("a status that is none", "sessions-1", _put("status", value="finished")),
    Fault("a status that is none", "answers-1", _put("status", value="final")),
    Fault("a status that is none", "locks-1", _put("status", value="locked")),
    Fault("a severity that is none", "decisions-13.issue", _put("severity", value="deadly")),
    Fault("an intent that is none", "decisions-1", _put("intent", value="wish")),
    Fault("something required is missing", "check-ins-1.leg-now", _take("code")),
    Fault("something required is missing", "locks-1", _take("subject")),
    Fault("something required is missing", "answers-1", _take("status")),
    Fault("something required is missing", "lock-releases-1", _take("recorded")),
    Fault("something required is missing", "decisions-1", _take("subject")),
    Fault("something required is missing", "answers-1", _take("item", 0, "linkId")),
    Fault("a list where one is asked", "check-ins-1", _put("code", value=[{"text": "pain"}])),
    Fault("one where a list is asked", "sessions-1", _put("bodySite", value={"text": "leg"})),
    Fault("text for a number", "check-ins-1.leg-now", _put("valueQuantity", "value", value="4")),
    Fault("a number for text", "notes-1", _put("payload", 0, "contentString", value=4)),
    Fault("a day that is none", "check-ins-1", _put("effectiveDateTime", value="2026-13-40")),
    Fault("a moment without seconds", "notes-1", _put("sent", value="2026-11-20T09:00+01:00")),
    Fault(
        "an instant without a zone",
        "lock-releases-1",
        _put("recorded", value="2026-11-20T09:00:00"),
    ),
    Fault("two values", "check-ins-1.leg-now", _put("valueInteger", value=4)),
    Fault("two values", "session-events-1", _put("valueString", value="started")),
    Fault("a field that there is not", "weekly-1", _put("mood", value="low")),
    Fault("a field that there is not", "person", _put("phone", value="112")),
    Fault("an extension without an address", "sessions-1", _take("extension", 0, "url")),
    Fault(
        "a value beside inner extensions (ext-1)",
        "decisions-1",
        _put("extension", 1, "valueString", value="both"),
    ),
    Fault(
        "a value beside why there is none (obs-6)",
        "check-ins-1.leg-now",
        _put("dataAbsentReason", value={"text": "not asked"}),
    ),
    Fault(
        "a period that ends before it begins (per-1)",
        "sessions-1",
        _put("performedPeriod", "end", value="2020-01-01T00:00:00Z"),
    ),
    Fault(
        "a reference to what is not inside (ref-1)",
        "notes-1",
        _put("subject", value={"reference": "#nobody"}),
    ),
    Fault("a reference that is a number", "notes-1", _put("subject", value={"reference": 7})),
    Fault("two items of one name (que-2)", "Q1", lambda r: r["item"].append(dict(r["item"][0]))),
    Fault("a group that asks nothing (que-1)", "Q1", _take("item", 0, "item")),
    Fault(
        "choices for what is no choice (que-5)",
        "Q1",
        lambda r: r["item"][0].update(answerOption=[{"valueString": "old"}]),
    ),
    Fault("a wrong type of question", "Q1", _put("item", 0, "type", value="table")),
    Fault("a resource of no kind", "notes-1", _put("resourceType", value="Note")),
    Fault("an id that is none", "notes-1", _put("id", value="notes 1")),
    Fault("an empty text", "notes-1", _put("payload", 0, "contentString", value="")),
    Fault("nothing instead of a value", "notes-1", _put("payload", 0, "contentString", value=None)),
    Fault(
        "an activity of two kinds (cpl-3)",
        "decisions-1",
        _put("activity", 0, "reference", value={"reference": "Task/1"}),
    ),
)
