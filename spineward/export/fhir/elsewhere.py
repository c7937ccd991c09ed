"""What do others tell in FHIR that can be kept? Pain from 0 to 10, and answers to our questions.

Each becomes a note of its own day, marked as from elsewhere. No rule reads a note: what others say
never opens anything that the person's own answers hold shut. Whatever is not wholly understood is
refused with a reason.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Annotated, Any, Literal
from uuid import UUID, uuid5

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from spineward.diary import check
from spineward.diary.trouble import Refused
from spineward.export.fhir.codes import FOREIGN, Json, book, system
from spineward.export.fhir.items import answers
from spineward.export.fhir.parts import DAY, MOMENT
from spineward.export.fhir.questionnaires import questionnaires
from spineward.export.fhir.responses import WEEKLY, page_of

NAMESPACE = UUID("6f1d2f52-4f0e-5d8c-9a39-5c6a1c1f6d11")
"""Ours, for ids made of what came: the same resource twice is one note."""
PAIN = {one["loinc"] for one in book()["fact"] if one.get("loinc")}
OWN_PAIN = ("pain", "leg_now", "back_now", "worst_24h")
UNITS = {None, "", "1", "{score}", "{#}"}
SCALE = (
    "LA6111-4 LA6112-2 LA6113-0 LA6114-8 LA6115-5 LA10137-0 LA10138-8 LA10139-6 LA10140-4 "
    "LA10141-2 LA13942-0"
).split()
"""LOINC's answers 0 to 10 of 72514-3, in order."""
LONGEST = 4_000
"""Characters of a note made of what came."""


class Part(BaseModel):
    """A part of a resource from elsewhere: what we read of it is read strictly."""

    model_config = ConfigDict(strict=True, frozen=True, allow_inf_nan=False)

    modifierExtension: tuple[Any, ...] = ()


class Coding(Part):
    """A code, and whose."""

    system: str | None = None
    code: str | None = None
    display: str | None = None


class Concept(Part):
    """Codes for one thing, and its words."""

    coding: tuple[Coding, ...] = ()
    text: str | None = None


class Quantity(Part):
    """A number with its unit."""

    value: float
    comparator: str | None = None
    code: str | None = None
    unit: str | None = None


class Reference(Part):
    """Whom it is about."""

    reference: str | None = None


class Observation(Part):
    """What we read of an Observation."""

    resourceType: Literal["Observation"]
    status: Literal["preliminary", "final", "amended", "corrected"]
    code: Concept
    subject: Reference | None = None
    effectiveDateTime: str | None = None
    valueQuantity: Quantity | None = None
    valueInteger: int | None = None
    valueCodeableConcept: Concept | None = None
    bodySite: Concept | None = None


class Response(Part):
    """What we read of a QuestionnaireResponse; its items go through the checks of a page."""

    resourceType: Literal["QuestionnaireResponse"]
    status: Literal["completed", "amended"]
    questionnaire: str
    subject: Reference | None = None
    authored: str | None = None
    item: Annotated[tuple[dict[str, Any], ...], Field(min_length=1)]


class NotUnderstood(Exception):
    """Why a resource from elsewhere is not kept."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a resource from elsewhere says: a moment, some words, and the id of its note."""

    at: datetime
    text: str
    client_id: UUID
    subject: str


def told(resource: Mapping[str, Any], now: datetime) -> Told:
    """What it says; raises NotUnderstood."""
    try:
        return _told(resource, now)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise NotUnderstood(f"{where}: {first['msg']}") from None


def _told(resource: Mapping[str, Any], now: datetime) -> Told:
    kind = resource.get("resourceType")
    if _modified(resource):
        raise NotUnderstood("it has a modifier extension, which may turn its meaning round")
    plain = json.dumps(resource, sort_keys=True)
    if kind == "Observation":
        seen = Observation.model_validate_json(plain)
        when, said, whose = seen.effectiveDateTime, _pain(seen), seen.subject
    elif kind == "QuestionnaireResponse":
        filled = Response.model_validate_json(plain)
        when, whose = filled.authored, filled.subject
        said = _answers(filled, _moment(when, now)[0])
    else:
        raise NotUnderstood("only pain Observations and answers to our questions are read")
    at, shown = _moment(when, now)
    text = f"From elsewhere, {shown}: {said}"
    if len(text) > LONGEST:
        raise NotUnderstood(f"it is longer than {LONGEST} characters")
    subject = whose.reference if whose and whose.reference else ""
    return Told(at, text, uuid5(NAMESPACE, plain), subject)


def _modified(part: Any) -> bool:
    """Is there a modifier extension anywhere in it?"""
    if isinstance(part, Mapping):
        return "modifierExtension" in part or any(map(_modified, part.values()))
    return isinstance(part, list) and any(map(_modified, part))


def _moment(text: str | None, now: datetime) -> tuple[datetime, str]:
    """When it was, and the words for it; of a day alone, no more than the day is said."""
    if text is not None and DAY.fullmatch(text):
        at = datetime.combine(date.fromisoformat(text), time(), tzinfo=UTC)
        shown = text
    elif text is not None and MOMENT.fullmatch(text):
        at = datetime.fromisoformat(text)
        shown = f"{at:%Y-%m-%d %H:%M}"
    else:
        raise NotUnderstood("it does not say on which day it was")
    if at > now:
        raise NotUnderstood(f"{text} is in the future")
    return at, shown


def _pain(seen: Observation) -> str:
    codes = {(one.system, one.code) for one in seen.code.coding}
    ours = {(system("fact"), name) for name in OWN_PAIN}
    if not codes & ({(FOREIGN["loinc"], code) for code in PAIN} | ours):
        raise NotUnderstood("code: only pain from 0 to 10 is read (LOINC 72514-3, 38208-5)")
    number = _number(seen)
    where = _where(seen.bodySite)
    return f"pain {number} of 10{f', {where}' if where else ''}"


def _number(seen: Observation) -> int:
    values = (seen.valueQuantity, seen.valueInteger, seen.valueCodeableConcept)
    if sum(one is not None for one in values) != 1:
        raise NotUnderstood("value: one number from 0 to 10 is needed")
    if seen.valueQuantity is not None:
        return _whole(seen.valueQuantity)
    if seen.valueCodeableConcept is not None:
        return _answered(seen.valueCodeableConcept)
    return _in_scale(seen.valueInteger)


def _whole(quantity: Quantity) -> int:
    if quantity.comparator is not None:
        raise NotUnderstood(f"value: {quantity.comparator} is not one number")
    if quantity.code not in UNITS or (quantity.code is None and quantity.unit not in UNITS):
        raise NotUnderstood(f"value: the unit {quantity.code or quantity.unit} is not that of pain")
    if quantity.value != int(quantity.value):
        raise NotUnderstood(f"value: {quantity.value} is not a whole number from 0 to 10")
    return _in_scale(int(quantity.value))


def _answered(concept: Concept) -> int:
    for one in concept.coding:
        if one.system == FOREIGN["loinc"] and one.code in SCALE:
            return SCALE.index(one.code)
    raise NotUnderstood("value: none of LOINC's answers from 0 to 10")


def _in_scale(number: int | None) -> int:
    if number is None or not 0 <= number <= 10:
        raise NotUnderstood(f"value: {number} is not a whole number from 0 to 10")
    return number


def _where(site: Concept | None) -> str:
    if site is None:
        return ""
    shown = site.text or next((one.display for one in site.coding if one.display), "")
    return " ".join((shown or "").split())[:100]


def _answers(filled: Response, at: datetime) -> str:
    page = page_of(filled.questionnaire.partition("|")[0])
    if page not in questionnaires():
        raise NotUnderstood(f"questionnaire: {filled.questionnaire} is none of ours")
    asked = dict(_texts(questionnaires()[page]["item"]))
    try:
        said = list(_lines(filled.item, asked))
        given = answers(filled.item)
        stored = check.weekly(given) if page == WEEKLY else check.answers(given, at)
    except Refused as refused:
        raise NotUnderstood(str(refused)) from None
    except (LookupError, TypeError, ValueError, AttributeError, StopIteration) as error:
        raise NotUnderstood(f"item: not as it is asked ({type(error).__name__})") from None
    if not stored or not said:
        raise NotUnderstood("item: nothing is answered")
    return "; ".join([questionnaires()[page]["title"], *said])


def _texts(asked: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, Json]]:
    for item in asked:
        yield item["linkId"], dict(item)
        yield from _texts(item.get("item", ()))


def _lines(given: Iterable[Any], asked: Mapping[str, Json]) -> Iterator[str]:
    """Each answer with its question, in words."""
    for item in given:
        link = str(item.get("linkId")) if isinstance(item, dict) else "an item"
        if link not in asked:
            raise NotUnderstood(f"item: {link} is not asked on that page")
        yield from _lines(item.get("item", ()), asked)
        for one in item.get("answer", ()):
            yield f"{asked[link].get('text', link)} {_shown(one)}"


def _shown(answer: Any) -> str:
    if not isinstance(answer, dict) or len(answer) != 1:
        raise NotUnderstood("item: one value for each answer is needed")
    (value,) = answer.values()
    if isinstance(value, dict):
        return str(value.get("display") or value.get("code"))
    return str(value)
