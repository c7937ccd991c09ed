"""How is a decision written as a CarePlan? Its words as extensions, its movements as activities.

What is offered is an activity with its dose; what is held back is one not to perform, with the
reason. Movements that are the same as in an earlier plan stand there once; the latest has its own.
Rules that fired stand once more as a DetectedIssue, for whoever looks for warnings.
"""

import json
from collections.abc import Mapping
from typing import Any

from pydantic_core import to_json

from spineward.diary.memory import kept
from spineward.export.fhir.codes import Json, code_of, concept
from spineward.export.fhir.extensions import pair, pair_of, read, table, written
from spineward.export.fhir.observations import DERIVED, Members
from spineward.export.fhir.parts import (
    DEVICE,
    PERSON,
    address,
    find,
    find_all,
    head,
    left,
    reference,
    rest,
    row_head,
    row_of,
    stamp,
    stamped,
)
from spineward.export.fhir.world import World, pointed
from spineward.export.form import DecisionLine

DOSES = ("reps", "sets", "hold_s", "minutes", "times_a_day")
LISTS = frozenset(
    "gate_reasons patterns nsaid_reasons fired missing rules steps limits reasons".split()
)
ABSENT = ("within_days", "locked")
"""Entries of a decision that are null when there is nothing to say."""
ALARMING = ("SOON", "SAME_DAY", "EMERGENCY")
SEVERITY = {"EMERGENCY": "high", "SAME_DAY": "high", "SOON": "moderate"}


def of_decision(row: DecisionLine, known: World) -> list[Json]:
    """The plan that a decision led to."""
    extensions, activities, unfit = _said(to_json(row.words))
    more = [
        {"url": address("decision"), "extension": extensions},
        *_basis(row, known),
        *rest(unfit),
    ]
    if (first := known.first_plans.get(row.id)) and activities:
        activities = []
        same = {"url": address("movements-of"), "valueReference": reference("decisions", first)}
        more.append(same)
    if row.check_in is not None:
        more.append({"url": address("of"), "valueReference": reference("check_ins", row.check_in)})
    resource = head("decisions", row, more if extensions else more[1:])
    plain = "active" if row.id == known.latest_plan else "completed"
    resource |= {
        "status": known.status("decisions", row, plain, plain),
        "intent": "plan",
        "category": [concept("fact", "daily-plan")],
        "subject": PERSON,
        "author": DEVICE,
    }
    stamp(resource, "created", row.at.isoformat())
    if activities:
        resource["activity"] = activities
    return [resource, *_issue(row)]


def _basis(row: DecisionLine, known: World) -> list[Json]:
    if not row.basis:
        return []
    named = [known.pointer(name, name, last) for name, last in row.basis.items()]
    return [{"url": address("basis"), "extension": named}]


@kept(2_000)
def _said(text: bytes) -> tuple[list[Json], list[Json], Json]:
    """The extensions and activities of a decision's words: most days say the same."""
    words: Json = json.loads(text)
    activities, unfit = _activities(words)
    plain = {k: v for k, v in words.items() if k not in ("excluded", "offered", *unfit)}
    spoken = {k: v for k, v in plain.items() if v is not None or k not in ABSENT}
    extensions, left_over = table(spoken)
    return extensions, activities, unfit | left_over


def _activities(words: Mapping[str, Any]) -> tuple[list[Json], Json]:
    activities: list[Json] = []
    unfit: Json = {}
    for name, write in (("offered", _offered), ("excluded", _excluded)):
        if name not in words:
            continue
        found = [write(one) for one in words[name]]
        if any(one is None for one in found):
            unfit[name] = words[name]
        else:
            activities += [one for one in found if one]
    return activities, unfit


def _offered(offer: Any) -> Json | None:
    doses = [pair(name, offer[name]) for name in DOSES if name in offer]
    plain = {k: v for k, v in offer.items() if k not in (*DOSES, "movement", "reasons")}
    flags, unfit = table(plain)
    if unfit or any(one is None for one in doses) or not isinstance(offer.get("movement"), str):
        return None
    reasons = written("reasons", offer["reasons"]) if "reasons" in offer else []
    if reasons is None:
        return None
    extensions = [*(one for one in doses if one), *flags, *reasons]
    detail = {"code": concept("movement", offer["movement"]), "status": "not-started"}
    inner = {"url": address("offer"), "extension": extensions}
    return {"detail": {**({"extension": [inner]} if extensions else {}), **detail}}


def _excluded(held: Any) -> Json | None:
    if set(held) != {"movement", "by"}:
        return None
    return {
        "detail": {
            "code": concept("movement", held["movement"]),
            "reasonCode": [concept("rule", held["by"])],
            "status": "not-started",
            "doNotPerform": True,
        }
    }


def _issue(row: DecisionLine) -> list[Json]:
    """The rules that fired, where they ask for somebody to look soon."""
    level, fired = row.words.get("care_level"), row.words.get("fired")
    if level not in ALARMING or not fired:
        return []
    issue: Json = {
        "resourceType": "DetectedIssue",
        "id": f"decisions-{row.id}.issue",
        "meta": DERIVED,
        "status": "final",
        "code": concept("fact", "red-flag"),
        "severity": SEVERITY[str(level)],
        "patient": PERSON,
        "author": DEVICE,
        "evidence": [{"code": [concept("rule", rule)]} for rule in fired],
        "implicated": [reference("decisions", row.id)],
    }
    stamp(issue, "identifiedDateTime", row.at.isoformat())
    return [issue]


def to_decision(resource: Mapping[str, Any], members: Members) -> Json:
    """The row that a plan was written from."""
    said, basis, of = (find(resource, name) for name in ("decision", "basis", "of"))
    words: Json = dict.fromkeys(ABSENT) | (read(said["extension"], LISTS) if said else {})
    words |= {"offered": [], "excluded": []}
    same = find(resource, "movements-of")
    holder = members[same["valueReference"]["reference"]] if same else resource
    for activity in holder.get("activity", ()):
        detail = activity["detail"]
        if detail.get("doNotPerform"):
            words["excluded"].append(_held_back(detail))
        else:
            words["offered"].append(_offer(detail))
    return row_head(resource) | {
        "at": stamped(resource, "created"),
        "check_in": row_of(of["valueReference"]) if of else None,
        "words": words | left(resource),
        "basis": {one["url"]: pointed(one) for one in basis["extension"]} if basis else {},
    }


def _held_back(detail: Mapping[str, Any]) -> Json:
    return {"movement": code_of(detail["code"]), "by": code_of(detail["reasonCode"][0])}


def _offer(detail: Mapping[str, Any]) -> Json:
    offer: Json = {"movement": code_of(detail["code"])}
    for found in find_all(detail, "offer"):
        inner = found["extension"]
        offer |= {one["url"]: pair_of(one) for one in inner if "valueRange" in one}
        offer |= read([one for one in inner if "valueRange" not in one], LISTS)
    return offer
