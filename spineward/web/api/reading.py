"""How is the body of a request read? Strictly, as what arrives from an outbox is."""

import re
from datetime import datetime
from typing import Annotated, Any, TypeVar
from uuid import UUID

from django.http import HttpRequest
from pydantic import BaseModel, ConfigDict, PlainValidator, TypeAdapter
from pydantic import WithJsonSchema as Described

from spineward.diary import journey
from spineward.diary.journey import Person
from spineward.diary.trouble import Refused
from spineward.web.api.problems import Halt
from spineward.web.shell import clock
from spineward.web.shell.entries import LARGEST, Moment, check_year, fit, plain

MEDIA_TYPE = "application/json"
AN_ID = f"an id like {UUID(int=0x0B54B0F26C5A4D5A8F6E3C8F8F0F4D11)}"
ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
Shape = TypeVar("Shape")


def _id(value: Any) -> UUID:
    """An id in the one way to write it."""
    if isinstance(value, str) and re.fullmatch(ID, value):
        return UUID(value)
    raise ValueError(AN_ID)


Id = Annotated[
    UUID,
    PlainValidator(_id),
    Described({"type": "string", "format": "uuid", "pattern": f"^{ID}$"}),
]


class Sent(BaseModel):
    """What every entry may tell: when it was made; left out = now."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    at: Moment | None = None


def read(
    request: HttpRequest, shape: TypeAdapter[Shape], described: TypeAdapter[Any] | None = None
) -> Shape:
    """The body in its shape; raises NoEntry, or Halt for what is no JSON or too much of it.

    `described` is the shape that the document tells, where it is closer than the one that is read:
    a phone without a network is heard whatever it adds, but a script is told of a misspelt name.
    """
    if request.content_type != MEDIA_TYPE:
        raise Halt(415, f"Content-Type: {request.content_type!r} is not allowed; {MEDIA_TYPE}")
    # Asked before the body is read: of a larger one Django itself would say nothing in JSON.
    if int(request.headers.get("Content-Length") or 0) > LARGEST:
        raise Halt(413, f"The entry is larger than {LARGEST} bytes.")
    text = plain(request.body)
    if described is not None:
        fit(described, text)
    return fit(shape, text)


def moment(person: Person, sent: Sent) -> datetime:
    """When an entry was made: as it says, or now; raises Refused for what cannot be."""
    now = clock.now()
    if sent.at is None:
        return now
    check_year("at", sent.at)
    if sent.at > now:
        raise Refused("at", sent.at.isoformat(), "a moment that is not in the future")
    journey.check_clock(person, sent.at, None, arrived=now)
    return sent.at
