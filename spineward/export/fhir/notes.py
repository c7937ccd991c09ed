"""How are the person's own words written, what they were told, and what had no place?

Each is a Communication: from the person, to the person, or one that never took place.
"""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from spineward.export.fhir.codes import Json, code_of, concept, spelled, unspelled
from spineward.export.fhir.parts import (
    DEVICE,
    PERSON,
    address,
    find,
    given,
    head,
    reference,
    row_head,
    row_of,
    stamp,
    stamped,
    text_extension,
    text_of,
)
from spineward.export.fhir.world import World
from spineward.export.form import NoteLine, SetAsideLine, ToldLine

LINKS = {"check_in": "check_ins", "session": "sessions", "event": "session_events"}
DAY = "day"
"""The kind of a note that has none: it belongs to its day."""


def of_note(row: NoteLine, known: World) -> list[Json]:
    """A note, with what it is about."""
    more: list[Json] = []
    if row.movement:
        more.append(text_extension(address("movement"), row.movement))
    if row.on is not None:
        more.append({"url": address("on"), "valueDate": row.on.isoformat()})
    resource = head("notes", row, more) | {
        "status": known.status("notes", row, "completed", "completed"),
        "category": [concept("fact", row.kind or DAY)],
        "subject": PERSON,
        "sender": PERSON,
        "payload": [{"contentString": spelled(row.text)}],
    }
    stamp(resource, "sent", row.at.isoformat())
    about = [
        reference(table, getattr(row, name))
        for name, table in LINKS.items()
        if getattr(row, name) is not None
    ]
    return [resource | {"about": about} if about else resource]


def to_note(resource: Mapping[str, Any]) -> Json:
    """The row that a note was written from."""
    kind = code_of(resource["category"][0])
    movement, on = find(resource, "movement"), find(resource, "on")
    return row_head(resource) | {
        "at": stamped(resource, "sent"),
        "text": unspelled(resource["payload"][0]["contentString"]),
        "kind": "" if kind == DAY else kind,
        "movement": text_of(movement) if movement else "",
        "on": date.fromisoformat(given(on)).isoformat() if on else None,
        **dict.fromkeys(LINKS),
        **_links(resource),
    }


def _links(resource: Mapping[str, Any]) -> Json:
    names = {reference(table, 0)["reference"].removesuffix("0"): n for n, table in LINKS.items()}
    found: Json = {}
    for one in resource.get("about", ()):
        before, dash, _ = one["reference"].rpartition("-")
        found[names[before + dash]] = row_of(one)
    return found


def of_told(row: ToldLine, known: World) -> list[Json]:
    """A rule that the person was told of, or that it is over."""
    resource = head("told", row, [{"url": address("over"), "valueBoolean": row.over}]) | {
        "status": known.status("told", row, "completed", "completed"),
        "category": [concept("fact", "told")],
        "subject": PERSON,
        "sender": DEVICE,
        "recipient": [PERSON],
        "reasonCode": [concept("rule", row.rule)],
    }
    stamp(resource, "sent", row.at.isoformat())
    return [resource]


def to_told(resource: Mapping[str, Any]) -> Json:
    """The row that it was written from."""
    over = find(resource, "over")
    return row_head(resource) | {
        "at": stamped(resource, "sent"),
        "rule": code_of(resource["reasonCode"][0]),
        "over": bool(over and given(over)),
    }


def of_set_aside(row: SetAsideLine, _known: World) -> list[Json]:
    """An entry that had no place: all of it as JSON, and why."""
    why = spelled(row.why)
    resource = head("set_aside", row) | {
        "status": "not-done",
        "statusReason": {"text": why},
        "category": [concept("fact", "set-aside")],
        "subject": PERSON,
        "sender": PERSON,
        "payload": [{"contentString": json.dumps(row.event, sort_keys=True)}],
    }
    stamp(resource, "sent", row.at.isoformat())
    return [resource]


def to_set_aside(resource: Mapping[str, Any]) -> Json:
    """The row that it was written from."""
    return row_head(resource) | {
        "at": stamped(resource, "sent"),
        "event": json.loads(resource["payload"][0]["contentString"]),
        "why": unspelled(resource["statusReason"]["text"]),
    }
