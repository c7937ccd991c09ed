"""What are resources of others made of, as far as we read them? Read strictly."""

import json
import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict

PATIENT = "Patient"
TYPE = re.compile(r"(?:^|/)([A-Z][A-Za-z]+)/[^/]+(?:/_history/[^/]+)?$")
"""The kind of resource that a reference names, where it names one."""
TURNING = frozenset({"modifierExtension", "implicitRules"})
"""Parts that may turn the meaning of all the others round: FHIR says not to read past them."""


class NotUnderstood(Exception):
    """Why a resource from elsewhere is not kept."""


class Part(BaseModel):
    """A part of a resource from elsewhere: what we read of it is read strictly."""

    model_config = ConfigDict(strict=True, frozen=True, allow_inf_nan=False)


class Coding(Part):
    """A code, and whose."""

    system: str | None = None
    code: str | None = None
    display: str | None = None


class Concept(Part):
    """Codes for one thing, and its words."""

    coding: tuple[Coding, ...] = ()
    text: str | None = None


def turned(part: Any) -> bool:
    """Is there anywhere in it what may turn its meaning round?"""
    if isinstance(part, Mapping):
        return not TURNING.isdisjoint(part) or any(map(turned, part.values()))
    return isinstance(part, list) and any(map(turned, part))


def whose(resource: Mapping[str, Any]) -> str:
    """Whom it is about, so that two people are told apart; raises NotUnderstood for no person.

    A contained one is known by all that is said of it: "#p" may be somebody else in each resource.
    """
    subject = resource.get("subject")
    if not subject:
        return ""
    if not isinstance(subject, dict) or not isinstance(subject.get("reference", ""), str):
        raise NotUnderstood("subject: it is no reference")
    named = subject.get("reference", "")
    if named.startswith("#"):
        subject = _contained(resource, named.removeprefix("#"))
        kind, named = subject.get("resourceType"), ""
    else:
        found = TYPE.search(named)
        kind = found[1] if found else subject.get("type", PATIENT)
    if kind != PATIENT:
        raise NotUnderstood("subject: it is not about one person")
    return named or json.dumps(subject, sort_keys=True)


def _contained(resource: Mapping[str, Any], id: str) -> dict[str, Any]:
    several = resource.get("contained")
    for one in several if isinstance(several, list) else ():
        if isinstance(one, dict) and one.get("id") == id:
            return one
    raise NotUnderstood(f"subject: #{id} is not in it")
