"""How is one thing that happened in a session written? As an Observation with its reading."""

from collections.abc import Mapping
from typing import Any

from spineward.export.fhir.codes import Json, concept
from spineward.export.fhir.observations import SURVEY, Members
from spineward.export.fhir.parts import (
    PERSON,
    given,
    head,
    left,
    moment,
    reference,
    rest,
    row_head,
    row_of,
    stamp,
    stamped,
)
from spineward.export.fhir.session_parts import components, facts_of
from spineward.export.fhir.world import World
from spineward.export.form import SessionEventLine


def of_event(row: SessionEventLine, known: World) -> list[Json]:
    """One thing that happened; its reading as components."""
    at = moment(row, row.facts)
    told = dict(row.facts)
    if told.get("at") == at:
        del told["at"]
    kind = told.pop("kind")
    written, unfit = components(told)
    resource = head("session_events", row, rest(unfit)) | {
        "status": known.status("session_events", row, "final", "corrected"),
        "category": SURVEY,
        "code": concept("fact", "session-event"),
        "subject": PERSON,
        "partOf": [reference("sessions", row.session)],
        "valueCodeableConcept": concept("answer", kind),
    }
    stamp(resource, "effectiveDateTime", at)
    return [resource | {"component": written} if written else resource]


def to_event(resource: Mapping[str, Any], _members: Members) -> Json:
    """The row that an event was written from."""
    at = stamped(resource, "effectiveDateTime")
    facts = {"at": at, "kind": given(resource), **facts_of(resource, "reading")}
    return row_head(resource) | {
        "at": at,
        "session": row_of(resource["partOf"][0]),
        "facts": facts | left(resource),
    }
