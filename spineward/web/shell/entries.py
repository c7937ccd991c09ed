"""Is this an entry at all? Three kinds, read strictly; anything else is named and sent back."""

import json
from datetime import datetime
from typing import Annotated, Any, Literal, TypeVar
from uuid import UUID

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    PlainValidator,
    TypeAdapter,
    ValidationError,
    WithJsonSchema,
)

from spineward.diary import journey

Shape = TypeVar("Shape")
LARGEST = 100_000
"""Bytes of one entry; a body chart with every zone takes a tenth."""
FIRST, LAST = 1970, 2199
"""Years in which a diary may be kept; a clock that shows another was never set."""


class NoEntry(Exception):
    """Why something that arrived is no entry: one line that names the thing, and which `field`."""

    def __init__(self, field: str, why: str) -> None:
        super().__init__(f"{field}: {why}" if field else why)
        self.field = field


def _moment(value: Any) -> datetime:
    """A moment as text, with its offset; a number is never taken for one."""
    if isinstance(value, datetime) and value.utcoffset() is not None:
        return value  # of our own: what is sent is JSON, which holds none
    if isinstance(value, str) and journey.MOMENT.fullmatch(value):
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            raise ValueError(journey.A_MOMENT) from None
    raise ValueError(journey.A_MOMENT)


Moment = Annotated[
    datetime,
    PlainValidator(_moment),
    WithJsonSchema(
        {"type": "string", "format": "date-time", "pattern": f"^{journey.MOMENT.pattern}$"}
    ),
]


class _Entry(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    at: Moment


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
        raise NoEntry("", f"larger than {LARGEST} bytes")


def read(text: bytes) -> tuple[Start | Event | Form, dict[str, Any]]:
    """The entry, and all of it as it was sent; raises NoEntry."""
    whole = plain(text)
    entry = fit(_ENTRY, whole)
    check_year("at", entry.at)
    return entry, json.loads(whole)


def plain(text: bytes) -> bytes:
    """The same JSON without what no JSON or no database may hold; raises NoEntry."""
    check_size(len(text))
    try:
        whole = _tidy(json.loads(text, parse_constant=_no_number))
        return json.dumps(whole, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise NoEntry("", f"no JSON: {str(error).splitlines()[0]}") from None


def fit(shape: TypeAdapter[Shape], text: bytes) -> Shape:
    """The JSON in its shape; raises NoEntry."""
    try:
        return shape.validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "entry"
        raise NoEntry(where, first["msg"].removeprefix("Value error, ")) from None


def _tidy(value: Any) -> Any:
    """Without the letter that PostgreSQL keeps not, and no page can send; 3.0 is the number 3."""
    if isinstance(value, str):
        return value.replace("\x00", "")
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, list):
        return [_tidy(one) for one in value]
    if isinstance(value, dict):
        return {_tidy(key): _tidy(one) for key, one in value.items()}
    return value


def _no_number(text: str) -> None:
    raise ValueError(f"{text} is no number")


def check_year(field: str, at: datetime) -> None:
    """Raises NoEntry for a moment of a clock that was never set."""
    if not FIRST <= at.year <= LAST:
        raise NoEntry(field, f"{at.isoformat()} is not from {FIRST} to {LAST}")
