"""How is what was told of a set written as components, and read back? A place is one too.

Zone and side are its code, pain its value, the rest stands beside it.
"""

from collections.abc import Mapping
from typing import Any

from spineward.diary.memory import kept
from spineward.export.fhir.codes import CODE, Json, bare, place, spelled
from spineward.export.fhir.observations import GRADES, NOWHERE, name_of
from spineward.export.fhir.parts import address, find, given, value

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


def components(told: Mapping[str, Any]) -> tuple[list[Json], Json]:
    """Everything that a component can hold, and what it cannot."""
    written: list[Json] = []
    unfit: Json = {}
    for name, said in told.items():
        found = _written(name, said)
        if found is None:
            unfit[name] = said
        else:
            written += found
    return written, unfit


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


@kept(2_000)
def _fits(text: str) -> bool:
    return CODE.fullmatch(text) is not None


@kept(2_000)
def _coded(fact: str, system: str, code: str) -> Json:
    return {"code": bare("fact", fact), "valueCodeableConcept": bare(system, code)}


def _reading(said: Any) -> list[Json] | None:
    if not isinstance(said, dict) or "chart" not in said or "reading" in said:
        return None
    inner, unfit = components(said)
    return None if unfit else inner


def _places(said: Any) -> list[Json] | None:
    """A component for each place: its zone and side as code, pain as value, the rest beside it."""
    if said == []:
        return [{"code": bare("fact", "chart"), **NOWHERE}]
    if not isinstance(said, list):
        return None
    written = [_place(mark) for mark in said]
    return None if any(one is None for one in written) else [one for one in written if one]


@kept(2_000)
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


def facts_of(resource: Mapping[str, Any], chart: str) -> Json:
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
