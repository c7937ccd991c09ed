"""How is an exercise session written? A Procedure, its events and its outcome as Observations.

The places of a reading are components, for a session has many readings. A set keeps its label,
its verdict, and the row of the response table that decided.
"""

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any

from spineward.clinical.facts import SetVerdict
from spineward.export.fhir.codes import CODE, Json, bare, code_of, concept, place, spelled
from spineward.export.fhir.observations import (
    DERIVED,
    GRADES,
    NOWHERE,
    SURVEY,
    Members,
    name_of,
    observed,
)
from spineward.export.fhir.parts import (
    DEVICE,
    MOMENT,
    PERSON,
    address,
    find,
    find_all,
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
    text_extension,
    text_of,
    value,
)
from spineward.export.fhir.world import World
from spineward.export.form import SessionEventLine, SessionLine, SessionSummaryLine

CODES = {
    "movement": "movement",
    "point": "answer",
    "sharp_shooting": "answer",
    "weakness": "answer",
    "at_30": "answer",
    "row": "",
    "half_range": "",
    "started": "",
    "ended": "",
}
"""Facts of one value, and whose codes they are; the others are numbers, moments or yes and no."""
SEVERAL = {
    "symptoms": ("symptom", "answer"),
    "red_flags": ("red-flag", "rule"),
    "not_sure": ("not_sure", "answer"),
    "stops": ("stop", "rule"),
}
"""Facts of several values: the fact of each, and whose codes they are."""
PAIN_ONLY = len(("zone", "side", "pain"))
NAMES = {fact: name for name, (fact, _) in SEVERAL.items()}


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
    return "stopped" if _stopped(outcome) else "completed"


def _stopped(outcome: SessionSummaryLine) -> bool:
    sets = outcome.facts.get("sets") or ()
    hard = any(one.get("verdict", 0) >= SetVerdict.STOP_SESSION for one in sets)
    return hard or bool(outcome.facts.get("stops"))


def to_session(resource: Mapping[str, Any], _members: Members) -> Json:
    """The row that a Procedure was written from."""
    return row_head(resource) | {
        "at": stamped(resource["performedPeriod"], "start"),
        "decision": row_of(resource["basedOn"][0]),
        "planned": [text_of(one) for one in find_all(resource, "planned")],
        "affected": [code_of(one) for one in resource.get("bodySite", ())],
    }


def of_event(row: SessionEventLine, known: World) -> list[Json]:
    """One thing that happened; its reading as components."""
    at = moment(row, row.facts)
    told = dict(row.facts)
    if told.get("at") == at:
        del told["at"]
    kind = told.pop("kind")
    components, unfit = _components(told)
    resource = head("session_events", row, rest(unfit)) | {
        "status": known.status("session_events", row, "final", "corrected"),
        "category": SURVEY,
        "code": concept("fact", "session-event"),
        "subject": PERSON,
        "partOf": [reference("sessions", row.session)],
        "valueCodeableConcept": concept("answer", kind),
    }
    stamp(resource, "effectiveDateTime", at)
    return [resource | {"component": components} if components else resource]


def to_event(resource: Mapping[str, Any], _members: Members) -> Json:
    """The row that an event was written from."""
    at = stamped(resource, "effectiveDateTime")
    facts = {"at": at, "kind": given(resource), **_facts(resource, "reading")}
    return row_head(resource) | {
        "at": at,
        "session": row_of(resource["partOf"][0]),
        "facts": facts | left(resource),
    }


def of_summary(row: SessionSummaryLine, known: World) -> list[Json]:
    """What a session has come to, then each of its sets; a stop once more as a DetectedIssue."""
    at, status = row.at.isoformat(), known.status("session_summaries", row, "final", "corrected")
    id = f"session-summaries-{row.id}"
    told = dict(row.facts)
    sets = _sets(told, row, id, status)
    if sets:
        del told["sets"]
    components, unfit = _components(told)
    part = [reference("sessions", row.session)]
    resource = head("session_summaries", row, rest(unfit)) | observed(
        id, "session-outcome", at, status
    )
    resource["partOf"] = part
    if components:
        resource["component"] = components
    if sets:
        resource["hasMember"] = [{"reference": f"Observation/{one['id']}"} for one in sets]
    issue = (
        _issue(row) if _stopped(row) and row.id not in known.corrected["session_summaries"] else []
    )
    return [resource, *sets, *issue]


def _sets(told: Mapping[str, Any], row: SessionSummaryLine, id: str, status: str) -> list[Json]:
    """An Observation for each set; none when one of them has no form."""
    written = []
    for number, one in enumerate(told.get("sets") or (), 1):
        plain = {k: v for k, v in one.items() if k not in ("label", "verdict", "at")}
        components, unfit = _components(plain)
        if unfit or not {"label", "verdict", "at"} <= set(one):
            return []
        verdict = concept("verdict", SetVerdict(one["verdict"]).name)
        found = observed(f"{id}.set-{number}", "set", one["at"], status) | {
            "partOf": [reference("sessions", row.session)],
            "valueCodeableConcept": concept("answer", one["label"]),
            "component": [
                {"code": concept("fact", "verdict"), "valueCodeableConcept": verdict},
                *components,
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
    facts = _facts(resource, "t0") | ({"sets": sets} if sets else {})
    return row_head(resource) | {
        "at": stamped(resource, "effectiveDateTime"),
        "session": row_of(resource["partOf"][0]),
        "facts": facts | left(resource),
    }


def _set(resource: Mapping[str, Any]) -> Json:
    told = _facts(resource, "t0")
    return told | {
        "at": stamped(resource, "effectiveDateTime"),
        "label": given(resource),
        "verdict": SetVerdict[told["verdict"]].value,
    }


def _components(told: Mapping[str, Any]) -> tuple[list[Json], Json]:
    """Everything that a component can hold, and what it cannot."""
    components: list[Json] = []
    unfit: Json = {}
    for name, said in told.items():
        found = _written(name, said)
        if found is None:
            unfit[name] = said
        else:
            components += found
    return components, unfit


def _written(name: str, said: Any) -> list[Json] | None:
    if name == "reading":
        return _reading(said)
    if name in ("t0", "chart"):
        return _places(said)
    if name == "note":
        plain = isinstance(said, str) and spelled(said) == said
        return [{"code": bare("fact", "note"), "valueString": said}] if plain else None
    if name in SEVERAL:
        fact, system = SEVERAL[name]
        fits = isinstance(said, list) and said and all(_is_code(one) for one in said)
        return [_coded(fact, system, one) for one in said] if fits else None
    return _one(name, said) if name in CODES else None


def _one(name: str, said: Any) -> list[Json] | None:
    if CODES[name]:
        return [_coded(name, CODES[name], said)] if _is_code(said) else None
    found = value(said)
    if found is None or "valueCoding" in found or "valueDate" in found:
        return None
    return [{"code": bare("fact", name), **found}]


def _is_code(said: Any) -> bool:
    return isinstance(said, str) and _fits(said)


@lru_cache(maxsize=2_000)
def _fits(text: str) -> bool:
    return CODE.fullmatch(text) is not None


@lru_cache(maxsize=2_000)
def _coded(fact: str, system: str, code: str) -> Json:
    return {"code": bare("fact", fact), "valueCodeableConcept": bare(system, code)}


def _reading(said: Any) -> list[Json] | None:
    if not isinstance(said, dict) or "chart" not in said or "reading" in said:
        return None
    components, unfit = _components(said)
    return None if unfit else components


def _places(said: Any) -> list[Json] | None:
    """A component for each place: its zone and side as code, pain as value, the rest beside it."""
    if said == []:
        return [{"code": bare("fact", "chart"), **NOWHERE}]
    if not isinstance(said, list):
        return None
    written = [_place(mark) for mark in said]
    return None if any(one is None for one in written) else [one for one in written if one]


@lru_cache(maxsize=2_000)
def _felt(zone: str, side: str, pain: int) -> Json:
    """A place with nothing but pain, as most are. Shared: never to be changed."""
    return {"code": place(zone, side), "valueInteger": pain}


def _place(mark: Any) -> Json | None:
    if not (isinstance(mark, dict) and _is_code(mark.get("zone")) and _is_code(mark.get("side"))):
        return None
    if len(mark) == PAIN_ONLY and type(mark.get("pain")) is int:
        return _felt(mark["zone"], mark["side"], mark["pain"])
    grades = {name: mark[name] for name in mark if name not in ("zone", "side", "pain")}
    if not all(name in GRADES and isinstance(grade, int) for name, grade in grades.items()):
        return None
    extensions = [{"url": address(name), **(value(grade) or {})} for name, grade in grades.items()]
    found: Json = {"code": place(mark["zone"], mark["side"])}
    if extensions:
        found["extension"] = extensions
    return found | {"valueInteger": mark["pain"]} if "pain" in mark else found


def _facts(resource: Mapping[str, Any], chart: str) -> Json:
    """The facts of the components; `chart` is where their places belong."""
    facts: Json = {}
    reading: Json = {}
    for one in resource.get("component", ()):
        name = name_of(one)
        if len(one["code"]["coding"]) == 2:
            reading.setdefault("chart", []).append(_mark(one))
        elif name == "chart":
            reading["chart"] = []
        elif NAMES.get(name) == "not_sure":
            reading.setdefault("not_sure", []).append(given(one))
        elif name in NAMES:
            facts.setdefault(NAMES[name], []).append(given(one))
        elif name in ("sharp_shooting", "weakness"):
            reading[name] = given(one)
        else:
            facts[name] = given(one)
    if reading:
        facts[chart] = reading if chart == "reading" else reading["chart"]
    return facts


def _mark(component: Mapping[str, Any]) -> Json:
    zone, side = (one["code"] for one in component["code"]["coding"])
    mark = {"zone": zone, "side": side}
    for name in GRADES[1:]:
        if extension := find(component, name):
            mark[name] = given(extension)
    return mark | ({"pain": component["valueInteger"]} if "valueInteger" in component else {})
