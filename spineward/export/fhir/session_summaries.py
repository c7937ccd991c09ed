"""How is what a session came to written? An Observation, one for each set, and a stop once more.

A set keeps its label, its verdict, and the row of the response table that decided.
"""

from collections.abc import Mapping
from typing import Any

from spineward.clinical.facts import SetVerdict
from spineward.export.fhir.codes import Json, concept
from spineward.export.fhir.observations import DERIVED, Members, observed
from spineward.export.fhir.parts import (
    DEVICE,
    PERSON,
    given,
    head,
    left,
    reference,
    rest,
    row_head,
    row_of,
    stamp,
    stamped,
)
from spineward.export.fhir.session_parts import components, facts_of
from spineward.export.fhir.world import World
from spineward.export.form import SessionSummaryLine


def stopped(outcome: SessionSummaryLine) -> bool:
    """Did a set or a sign end it?"""
    sets = outcome.facts.get("sets") or ()
    hard = any(one.get("verdict", 0) >= SetVerdict.STOP_SESSION for one in sets)
    return hard or bool(outcome.facts.get("stops"))


def of_summary(row: SessionSummaryLine, known: World) -> list[Json]:
    """What a session has come to, then each of its sets; a stop once more as a DetectedIssue."""
    at, status = row.at.isoformat(), known.status("session_summaries", row, "final", "corrected")
    id = f"session-summaries-{row.id}"
    told = dict(row.facts)
    sets = _sets(told, row, id, status)
    if sets:
        del told["sets"]
    written, unfit = components(told)
    part = [reference("sessions", row.session)]
    resource = head("session_summaries", row, rest(unfit)) | observed(
        id, "session-outcome", at, status
    )
    resource["partOf"] = part
    if written:
        resource["component"] = written
    if sets:
        resource["hasMember"] = [{"reference": f"Observation/{one['id']}"} for one in sets]
    issue = (
        _issue(row) if stopped(row) and row.id not in known.corrected["session_summaries"] else []
    )
    return [resource, *sets, *issue]


def _sets(told: Mapping[str, Any], row: SessionSummaryLine, id: str, status: str) -> list[Json]:
    """An Observation for each set; none when one of them has no form."""
    written = []
    for number, one in enumerate(told.get("sets") or (), 1):
        plain = {k: v for k, v in one.items() if k not in ("label", "verdict", "at")}
        more, unfit = components(plain)
        if unfit or not {"label", "verdict", "at"} <= set(one):
            return []
        verdict = concept("verdict", SetVerdict(one["verdict"]).name)
        found = observed(f"{id}.set-{number}", "set", one["at"], status) | {
            "partOf": [reference("sessions", row.session)],
            "valueCodeableConcept": concept("answer", one["label"]),
            "component": [
                {"code": concept("fact", "verdict"), "valueCodeableConcept": verdict},
                *more,
            ],
        }
        written.append(found)
    return written


def _issue(row: SessionSummaryLine) -> list[Json]:
    found: Json = {
        "resourceType": "DetectedIssue",
        "id": f"session-summaries-{row.id}.issue",
        "meta": DERIVED,
        "status": "final",
        "code": concept("fact", "stop"),
        "patient": PERSON,
        "author": DEVICE,
        "implicated": [reference("sessions", row.session)],
    }
    stops = row.facts.get("stops") or ()
    if stops:
        found["evidence"] = [{"code": [concept("rule", stop)]} for stop in stops]
    stamp(found, "identifiedDateTime", row.at.isoformat())
    return [found]


def to_summary(resource: Mapping[str, Any], members: Members) -> Json:
    """The row that an outcome was written from."""
    sets = [_set(members[one["reference"]]) for one in resource.get("hasMember", ())]
    facts = facts_of(resource, "t0") | ({"sets": sets} if sets else {})
    return row_head(resource) | {
        "at": stamped(resource, "effectiveDateTime"),
        "session": row_of(resource["partOf"][0]),
        "facts": facts | left(resource),
    }


def _set(resource: Mapping[str, Any]) -> Json:
    told = facts_of(resource, "t0")
    return told | {
        "at": stamped(resource, "effectiveDateTime"),
        "label": given(resource),
        "verdict": SetVerdict[told["verdict"]].value,
    }
