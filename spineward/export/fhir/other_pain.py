"""Which pain does an Observation from elsewhere tell? One whole number 0 to 10, and a place."""

from typing import Any, Literal

from spineward.export.fhir.codes import FOREIGN, book, system
from spineward.export.fhir.other_parts import Concept, NotUnderstood, Part

PAIN = {one["loinc"] for one in book()["fact"] if one.get("loinc")}
OWN_PAIN = ("pain", "leg_now", "back_now", "worst_24h")
UNITS = {None, "", "1", "{score}", "{#}"}
SCALE = (
    "LA6111-4 LA6112-2 LA6113-0 LA6114-8 LA6115-5 LA10137-0 LA10138-8 LA10139-6 LA10140-4 "
    "LA10141-2 LA13942-0"
).split()
"""LOINC's answers 0 to 10 of 72514-3, in order."""
MORE = ("focus", "component", "hasMember", "dataAbsentReason")
"""Parts that say more than a number does, or of whom else: what they change is not known here."""
VALUES = ("valueQuantity", "valueInteger", "valueCodeableConcept")
LONGEST_PLACE, LONGEST_NUMBER = 100, 12


class Quantity(Part):
    """A number with its unit."""

    value: float
    comparator: str | None = None
    system: str | None = None
    code: str | None = None
    unit: str | None = None


class Observation(Part):
    """What we read of an Observation."""

    resourceType: Literal["Observation"]
    status: Literal["preliminary", "final", "amended", "corrected"]
    code: Concept
    effectiveDateTime: str | None = None
    valueQuantity: Quantity | None = None
    valueInteger: int | None = None
    valueCodeableConcept: Concept | None = None
    bodySite: Concept | None = None


def pain(plain: str, names: Any) -> tuple[str | None, str]:
    """When it was, and the words for it; `names` are all parts that it has."""
    for name in names:
        if name in MORE or (name.startswith("value") and name not in VALUES):
            raise NotUnderstood(f"{name}: it says more than one number from 0 to 10")
    seen = Observation.model_validate_json(plain)
    _check_code(seen.code)
    number, where = _number(seen), _where(seen.bodySite)
    return seen.effectiveDateTime, f"pain {number} of 10{f', {where}' if where else ''}"


def _check_code(given: Concept) -> None:
    codes = {(one.system, one.code) for one in given.coding}
    known = {(FOREIGN["loinc"], code) for code in PAIN}
    known |= {(system("fact"), name) for name in OWN_PAIN}
    if not codes & known:
        raise NotUnderstood("code: only pain from 0 to 10 is read (LOINC 72514-3, 38208-5)")
    ours = {FOREIGN["loinc"], system("fact")}
    for whose, code in sorted(codes - known, key=str):
        if whose in ours:
            raise NotUnderstood(f"code: {code} is something else than pain")


def _number(seen: Observation) -> int:
    values = (seen.valueQuantity, seen.valueInteger, seen.valueCodeableConcept)
    if sum(one is not None for one in values) != 1:
        raise NotUnderstood("value: one number from 0 to 10 is needed")
    if seen.valueQuantity is not None:
        return _whole(seen.valueQuantity)
    if seen.valueCodeableConcept is not None:
        return _answered(seen.valueCodeableConcept)
    return _in_scale(seen.valueInteger or 0)


def _whole(quantity: Quantity) -> int:
    if quantity.comparator is not None:
        raise NotUnderstood(f"value: {quantity.comparator} is not one number")
    unit = quantity.code or quantity.unit
    if unit not in UNITS or quantity.system not in (None, FOREIGN["ucum"]):
        raise NotUnderstood(f"value: the unit {unit} is not that of pain")
    if not quantity.value.is_integer():
        raise NotUnderstood(f"value: {quantity.value} is not a whole number from 0 to 10")
    return _in_scale(int(quantity.value))


def _answered(concept: Concept) -> int:
    found = {
        SCALE.index(one.code)
        for one in concept.coding
        if one.system == FOREIGN["loinc"] and one.code in SCALE
    }
    if len(found) != 1:
        raise NotUnderstood("value: not one of LOINC's answers from 0 to 10")
    return found.pop()


def _in_scale(number: int) -> int:
    if not 0 <= number <= 10:
        shown = str(number)[:LONGEST_NUMBER]
        raise NotUnderstood(f"value: {shown} is not a whole number from 0 to 10")
    return number


def _where(site: Concept | None) -> str:
    if site is None:
        return ""
    shown = site.text or next((one.display for one in site.coding if one.display), "")
    return " ".join((shown or "").split())[:LONGEST_PLACE]
