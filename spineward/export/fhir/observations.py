"""How is a check-in written as Observations? Each number, answer and place by itself, in one panel.

Pain of the leg and of the back, 0 to 10; what is possible; strength by leg; and each place of the
body map with its side. Places are listed in the order of the map.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from spineward.clinical.body import LEGS
from spineward.export.fhir.codes import FOREIGN, Json, coding, concept, facts, foreign, place
from spineward.export.fhir.parts import (
    LARGEST,
    PERSON,
    address,
    find,
    given,
    head,
    left,
    moment,
    rest,
    row_head,
    stamp,
    stamped,
    text_extension,
    text_of,
    value,
)
from spineward.export.fhir.world import World, pointed
from spineward.export.form import CheckInLine, WeeklyLine

SURVEY = [foreign("category", "survey")]
NOWHERE = {"valueCodeableConcept": concept("answer", "felt_nowhere")}
SITES: Mapping[str, Json] = {
    "leg": {"text": "The leg that hurts more"},
    "back": {"text": "The back"},
}
GRADES = ("pain", "tingling", "numbness", "usual")
Members = Mapping[str, Json]
"""The resources of a Bundle by type and id."""


def observed(id: str, name: str, at: str, status: str = "final") -> Json:
    """An Observation of one thing, still without its value."""
    resource: Json = {
        "resourceType": "Observation",
        "id": id,
        "status": status,
        "category": SURVEY,
        "code": concept("fact", name),
        "subject": PERSON,
    }
    stamp(resource, "effectiveDateTime", at)
    return resource


def measured(name: str, given: Any) -> Json | None:
    """A number with its unit, or an answer as a code; None where it has no form."""
    if isinstance(given, int) and not isinstance(given, bool) and abs(given) < LARGEST:
        unit = facts()[name].unit or "1"
        return {
            "valueQuantity": {"value": given, "system": FOREIGN["ucum"], "code": unit, "unit": unit}
        }
    found = value(given) if isinstance(given, str) else None
    if found and "valueCoding" in found:
        return {"valueCodeableConcept": {"coding": [found["valueCoding"]]}}
    return None


def marked(mark: Mapping[str, Any], drawing: str = "") -> Json | None:
    """A place with its grades: body site and components; None where it has no form."""
    zone, side = value(mark.get("zone")), value(mark.get("side"))
    if zone is None or side is None or not {"valueCoding"} == set(zone) == set(side):
        return None
    grades = {name: mark[name] for name in mark if name not in ("zone", "side")}
    written = []
    for name, grade in grades.items():
        found = value(grade) if name in GRADES and isinstance(grade, int) else None
        if found is None:
            return None
        written.append({"code": concept("fact", name), **found})
    site = {"bodySite": place(mark["zone"], mark["side"], drawing)}
    return {**site, "component": written} if written else site


def mark_of(resource: Mapping[str, Any]) -> Json:
    """The mark that a place was written from."""
    zone, side = (one["code"] for one in resource["bodySite"]["coding"])
    grades = {name_of(one): given(one) for one in resource.get("component", ())}
    return {"zone": zone, "side": side, **grades}


def name_of(resource: Mapping[str, Any]) -> str:
    """What is observed, by our own code."""
    return str(resource["code"]["coding"][-1]["code"])


def of_check_in(row: CheckInLine, known: World) -> list[Json]:
    """The panel first, then all that it holds."""
    told = row.facts or {}
    at, status = moment(row, told), known.status("check_ins", row, "final", "corrected")
    panel_id = f"check-ins-{row.id}"
    members, unfit = _members(told, panel_id, at, status, row.drawing)
    more = [known.pointer(address("last-answer"), "answers", row.last_answer), *rest(unfit)]
    if row.drawing:
        more.append(text_extension(address("drawing"), row.drawing))
    panel = head("check_ins", row, more) | observed(panel_id, "check-in", at, status)
    kind = value(row.kind)
    if kind and "valueCoding" in kind:
        panel["component"] = [
            {"code": concept("fact", "kind"), "valueCodeableConcept": concept("answer", row.kind)}
        ]
    else:
        panel["extension"].append(text_extension(address("kind"), row.kind))
    if row.facts is None:
        panel["dataAbsentReason"] = foreign("absent", "not-asked")
    if members:
        panel["hasMember"] = [{"reference": f"Observation/{one['id']}"} for one in members]
    return [panel, *members]


def _members(
    told: Mapping[str, Any], id: str, at: str, status: str, drawing: str
) -> tuple[list[Json], Json]:
    """An Observation for each thing told, and what has no form."""
    members: list[Json] = []
    unfit: Json = {}
    for name, said in told.items():
        if name == "at":
            written: list[Json] | None = [] if said == at else None
        elif name == "chart":
            written = _chart(said, id, at, status, drawing)
        elif name == "strength":
            written = _strength(said, id, at, status)
        else:
            written = _plain(name, said, id, at, status)
        if written is None:
            unfit[name] = said
        else:
            members += written
    return members, unfit


def _plain(name: str, said: Any, id: str, at: str, status: str) -> list[Json] | None:
    found = measured(name, said) if name in facts() else None
    if found is None:
        return None
    resource = observed(f"{id}.{name.replace('_', '-')}", name, at, status) | found
    if facts()[name].site:
        resource["bodySite"] = SITES[facts()[name].site]
    return [resource]


def _chart(said: Any, id: str, at: str, status: str, drawing: str) -> list[Json] | None:
    if said == []:
        return [observed(f"{id}.chart", "chart", at, status) | NOWHERE]
    if not isinstance(said, list):
        return None
    written = [marked(mark, drawing) for mark in said]
    places = [one for one in written if one is not None]
    if len(places) != len(written):
        return None
    return [
        observed(f"{id}.mark-{number}", "mark", at, status) | one
        for number, one in enumerate(places, 1)
    ]


def _strength(said: Any, id: str, at: str, status: str) -> list[Json] | None:
    if not isinstance(said, dict) or not all(said.values()) or not said:
        return None
    written = []
    for leg, tests in said.items():
        for test, answer in tests.items():
            found = measured(test, answer) if leg in LEGS and test in facts() else None
            if found is None:
                return None
            name = f"{id}.{leg}-{test.replace('_', '-')}"
            site = {"bodySite": concept("side", leg)}
            written.append(observed(name, test, at, status) | found | site)
    return written


def to_check_in(resource: Mapping[str, Any], members: Members) -> Json:
    """The row that a panel was written from."""
    at = stamped(resource, "effectiveDateTime")
    drawing, kind = find(resource, "drawing"), find(resource, "kind")
    absent = "dataAbsentReason" in resource
    last = find(resource, "last-answer")
    if last is None:
        raise ValueError("it does not say which answers it took in")
    told = {"at": at, **_told(_held(resource, members)), **left(resource)}
    return row_head(resource) | {
        "at": at,
        "kind": text_of(kind) if kind else given(resource["component"][0]),
        "last_answer": pointed(last),
        "facts": None if absent else told,
        "drawing": text_of(drawing) if drawing else "",
    }


def _held(resource: Mapping[str, Any], members: Members) -> Iterable[Json]:
    for one in resource.get("hasMember", ()):
        if one["reference"] not in members:
            raise ValueError(f"{one['reference']} is not in the Bundle")
        yield members[one["reference"]]


def _told(held: Iterable[Mapping[str, Any]]) -> Json:
    told: Json = {}
    for one in held:
        name = name_of(one)
        if name == "mark":
            told.setdefault("chart", []).append(mark_of(one))
        elif name == "chart":
            told["chart"] = []
        elif "bodySite" in one and "coding" in one["bodySite"]:
            leg = one["bodySite"]["coding"][0]["code"]
            told.setdefault("strength", {}).setdefault(leg, {})[name] = given(one)
        else:
            told[name] = given(one)
    return told


def derived_from_weekly(row: WeeklyLine, known: World) -> list[Json]:
    """The numbers of a weekly entry once more, for those who read Observations only."""
    at, status = row.at.isoformat(), known.status("weekly", row, "final", "corrected")
    written = []
    for name, said in row.facts.items():
        several = said if isinstance(said, list) else [said]
        for number, one in enumerate(several, 1):
            found = measured(name, one) if name in facts() else None
            if found is None:
                continue
            id = f"weekly-{row.id}.{name.replace('_', '-')}"
            id = f"{id}-{number}" if isinstance(said, list) else id
            resource = observed(id, name, at, status) | found
            resource["derivedFrom"] = [{"reference": f"QuestionnaireResponse/weekly-{row.id}"}]
            resource["meta"] = DERIVED
            written.append(resource)
    return written


DERIVED = {"tag": [coding("role", "derived")]}
"""Says again what another resource says; passed over when a Bundle comes back."""
