"""How are a lock and its release written? A Flag, and a Provenance that tells why it is over."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from spineward.export.fhir.codes import Json, coding, concept
from spineward.export.fhir.extensions import read, table
from spineward.export.fhir.parts import (
    DEVICE,
    MOMENT,
    PERSON,
    address,
    find,
    head,
    reference,
    row_head,
    row_of,
    stamp,
    stamped,
)
from spineward.export.fhir.world import World
from spineward.export.form import LockLine, LockReleaseLine

LISTS = frozenset({"rules"})


def of_lock(row: LockLine, known: World) -> list[Json]:
    """A lock: active until it is released."""
    release = known.releases.get(row.id)
    told: Json = {"rules": row.rules, "level": row.level}
    if row.examined:
        told["examined"] = row.examined
    inner, unfit = table(told)
    if unfit:
        raise ValueError(f"lock {row.id}: {', '.join(unfit)} cannot be written")
    more: list[Json] = [
        {"url": address("lock"), "extension": inner},
        {"url": address("decided-by"), "valueReference": reference("decisions", row.decision)},
    ]
    plain = "inactive" if release else "active"
    period: Json = {}
    stamp(period, "start", row.at.isoformat())
    if release:
        _end(period, row.at, release.at)
    resource = head("locks", row, more) | {
        "status": known.status("locks", row, plain, plain),
        "code": concept("fact", "lock"),
        "subject": PERSON,
        "period": period,
        "author": DEVICE,
    }
    return [resource]


def _end(period: Json, start: datetime, end: datetime) -> None:
    """A clock that was set back leaves the end open: FHIR knows no period that ends before."""
    if "start" in period and end >= start and MOMENT.fullmatch(end.isoformat()):
        period["end"] = end.isoformat()


def to_lock(resource: Mapping[str, Any]) -> Json:
    """The row that a Flag was written from."""
    told, decided = find(resource, "lock"), find(resource, "decided-by")
    if told is None or decided is None:
        raise ValueError("it does not say which rules locked, or when that was decided")
    found = read(told["extension"], LISTS)
    return row_head(resource) | {
        "at": stamped(resource["period"], "start"),
        "decision": row_of(decided["valueReference"]),
        "rules": found["rules"],
        "level": found["level"],
        "examined": found.get("examined", {}),
    }


def of_release(row: LockReleaseLine, _known: World) -> list[Json]:
    """A release: what was done to the Flag, when, and the decision that found all steps done."""
    resource = head("lock_releases", row) | {
        "target": [reference("locks", row.lock)],
        "activity": {"coding": [coding("fact", "lock-released")]},
        "agent": [{"who": DEVICE}],
        "entity": [{"role": "source", "what": reference("decisions", row.decision)}],
    }
    stamp(resource, "occurredDateTime", row.at.isoformat())
    stamp(resource, "recorded", row.recorded_at.isoformat())
    return [resource]


def to_release(resource: Mapping[str, Any]) -> Json:
    """The row that such a Provenance was written from."""
    return row_head(resource) | {
        "at": stamped(resource, "occurredDateTime"),
        "decision": row_of(resource["entity"][0]["what"]),
        "lock": row_of(resource["target"][0]),
    }
