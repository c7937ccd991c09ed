"""What do others tell in FHIR that can be kept? Pain from 0 to 10, and answers to our questions.

Each becomes a note of its own day, marked as from elsewhere. No rule reads a note: what others say
never opens anything that the person's own answers hold shut. Whatever is not wholly understood is
refused with a reason.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID, uuid5

from pydantic import ValidationError

from spineward.export.fhir.other_answers import Response, said
from spineward.export.fhir.other_pain import pain
from spineward.export.fhir.other_parts import NotUnderstood, turned, whose
from spineward.export.fhir.parts import DAY, MOMENT
from spineward.export.sense import FIRST

NAMESPACE = UUID("6f1d2f52-4f0e-5d8c-9a39-5c6a1c1f6d11")
"""Ours, for ids made of what came: the same resource twice is one note."""
LONGEST = 4_000
"""Characters of a note made of what came."""


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
    except RecursionError:
        raise NotUnderstood("one thing stands in another too many times") from None


def _told(resource: Mapping[str, Any], now: datetime) -> Told:
    if turned(resource):
        raise NotUnderstood("it has a modifier extension, which may turn its meaning round")
    kind, plain = resource.get("resourceType"), json.dumps(resource, sort_keys=True)
    if kind == "Observation":
        when, words = pain(plain, resource)
        at, shown = _moment(when, now)
    elif kind == "QuestionnaireResponse":
        filled = Response.model_validate_json(plain)
        at, shown = _moment(filled.authored, now)
        words = said(filled, at)
    else:
        raise NotUnderstood("only pain Observations and answers to our questions are read")
    text = f"From elsewhere, {shown}: {words}"
    if len(text) > LONGEST:
        raise NotUnderstood(f"it is longer than {LONGEST} characters")
    return Told(at, text, uuid5(NAMESPACE, plain), whose(resource))


def _moment(text: str | None, now: datetime) -> tuple[datetime, str]:
    """When it was, and the words for it; of a day alone, no more than the day is said."""
    try:
        at, shown = _read(text or "")
    except ValueError:
        raise NotUnderstood(f"{text} is on no calendar") from None
    if at.year < FIRST:
        raise NotUnderstood(f"{text} is before {FIRST}")
    if at > now:
        raise NotUnderstood(f"{text} is in the future")
    return at, shown


def _read(text: str) -> tuple[datetime, str]:
    if DAY.fullmatch(text):
        return datetime.combine(date.fromisoformat(text), time(), tzinfo=UTC), text
    if MOMENT.fullmatch(text):
        at = datetime.fromisoformat(text)
        return at, f"{at:%Y-%m-%d %H:%M}"
    raise NotUnderstood("it does not say on which day it was")
