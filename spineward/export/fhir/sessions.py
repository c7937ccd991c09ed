"""How is an exercise session written? A Procedure: what was planned, which legs, how it ended."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from spineward.export.fhir.codes import Json, code_of, concept
from spineward.export.fhir.observations import Members
from spineward.export.fhir.parts import (
    MOMENT,
    PERSON,
    address,
    find_all,
    head,
    reference,
    row_head,
    row_of,
    stamp,
    stamped,
    text_extension,
    text_of,
)
from spineward.export.fhir.session_summaries import stopped
from spineward.export.fhir.world import World
from spineward.export.form import SessionLine, SessionSummaryLine


def of_session(row: SessionLine, known: World) -> list[Json]:
    """The session: what was planned, which legs, and how it went as far as that is known."""
    planned = [text_extension(address("planned"), one) for one in row.planned]
    resource = head("sessions", row, planned)
    outcome = known.outcomes.get(row.id)
    period: Json = {}
    stamp(period, "start", row.at.isoformat())
    ended = outcome.facts.get("ended") if outcome else None
    if outcome and isinstance(ended, str) and MOMENT.fullmatch(ended) and outcome.at >= row.at:
        _close(period, row, ended)
    resource |= {
        "status": known.status("sessions", row, _status(outcome), _status(outcome)),
        "category": concept("fact", "session"),
        "code": concept("fact", "session"),
        "subject": PERSON,
        "performedPeriod": period,
        "basedOn": [reference("decisions", row.decision)],
    }
    if row.affected:
        resource["bodySite"] = [concept("side", leg) for leg in row.affected]
    return [resource]


def _close(period: Json, row: SessionLine, ended: str) -> None:
    if "start" in period and datetime.fromisoformat(ended) >= row.at:
        period["end"] = ended


def _status(outcome: SessionSummaryLine | None) -> str:
    if outcome is None or not outcome.facts.get("ended"):
        return "in-progress"
    return "stopped" if stopped(outcome) else "completed"


def to_session(resource: Mapping[str, Any], _members: Members) -> Json:
    """The row that a Procedure was written from."""
    return row_head(resource) | {
        "at": stamped(resource["performedPeriod"], "start"),
        "decision": row_of(resource["basedOn"][0]),
        "planned": [text_of(one) for one in find_all(resource, "planned")],
        "affected": [code_of(one) for one in resource.get("bodySite", ())],
    }
