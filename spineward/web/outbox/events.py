"""Is this an entry at all? Three kinds, read strictly; anything else is named and sent back."""

import json
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

LARGEST = 100_000
"""Bytes of one entry; a body chart with every zone takes a tenth."""
FIRST, LAST = 1970, 2199
"""Years in which a diary may be kept; a clock that shows another was never set."""


class NoEntry(Exception):
    """Why something that arrived is no entry: one line that names the thing."""


class _Entry(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    at: AwareDatetime


class Start(_Entry):
    """A session begins; its id is the id of this entry."""

    what: Literal["session.start"]
    session: UUID
    planned: list[str]
    reading: dict[str, Any]


class Event(_Entry):
    """Something happened in a session, after the entry that `after` names."""

    what: Literal["session.event"]
    session: UUID
    after: UUID
    event: dict[str, Any]


class Form(_Entry):
    """A page of answers, to be sent to the very page that asked."""

    what: Literal["form"]
    path: Annotated[str, Field(max_length=2_000)]
    fields: dict[str, list[str]]


Entry = Annotated[Start | Event | Form, Field(discriminator="what")]
_ENTRY: TypeAdapter[Start | Event | Form] = TypeAdapter(Entry)


def check_size(size: int) -> None:
    """Raises NoEntry for more bytes than any page makes."""
    if size > LARGEST:
        raise NoEntry(f"larger than {LARGEST} bytes")


def read(text: bytes) -> tuple[Start | Event | Form, dict[str, Any]]:
    """The entry, and all of it as it was sent; raises NoEntry."""
    check_size(len(text))
    try:
        whole = json.loads(text, parse_constant=_no_number)
        plain = json.dumps(whole, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise NoEntry(f"no JSON: {str(error).splitlines()[0]}") from None
    try:
        entry = _ENTRY.validate_json(plain)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "entry"
        raise NoEntry(f"{where}: {first['msg']}") from None
    _stamp(entry.at)
    # PostgreSQL keeps no such character, and no page can send one.
    return entry, json.loads(plain.replace(b"\\u0000", b""))


def _no_number(text: str) -> None:
    raise ValueError(f"{text} is no number")


def _stamp(at: datetime) -> None:
    if not FIRST <= at.year <= LAST:
        raise NoEntry(f"at: {at.isoformat()} is not from {FIRST} to {LAST}")
