"""How is a moment or a day written? ISO 8601; a day also as "about 3 weeks ago".

Only years that a life can hold are read: then no sum of dates can run out of the calendar.
"""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Any, Literal

from pydantic import PlainValidator, WithJsonSchema

_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}\S*")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_AGO = re.compile(r"(?:about )?([0-9]{1,4}) (hour|day|week|month)s? ago")
_HOURS = {"hour": 1, "day": 24, "week": 7 * 24, "month": 30 * 24}  # week and month: spec 0.3
_YEARS = range(1900, 2200)

A_MOMENT = "a moment like 2026-11-22T09:30:00+01:00"
A_DAY = "a day like 2026-11-22"
AGO = 'or "about 3 days ago" (hours, days, weeks, months)'


def _moment(value: Any) -> datetime:
    if isinstance(value, str) and _MOMENT.fullmatch(value):
        try:
            read = datetime.fromisoformat(value)
        except ValueError:
            raise ValueError(A_MOMENT) from None
        if read.year in _YEARS:
            return read if read.tzinfo else read.replace(tzinfo=UTC)
    raise ValueError(A_MOMENT)


def _day(value: Any) -> date:
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            read = date.fromisoformat(value)
        except ValueError:
            raise ValueError(A_DAY) from None
        if read.year in _YEARS:
            return read
    raise ValueError(A_DAY)


def _day_or_none(value: Any) -> date | Literal["none"]:
    if value == "none":
        return "none"
    try:
        return _day(value)
    except ValueError:
        raise ValueError(f"{A_DAY} or none") from None


def _moment_or_unknown(value: Any) -> datetime | Literal["unknown"]:
    if value == "unknown":
        return "unknown"
    try:
        return _moment(value)
    except ValueError:
        raise ValueError(f"{A_MOMENT} or unknown") from None


def _when(value: Any, word: str = "") -> date | timedelta | None:
    """A day, how long ago, or None for the word that says there was none."""
    if word and value == word:
        return None
    if isinstance(value, str) and (match := _AGO.fullmatch(value)):
        return timedelta(hours=int(match[1]) * _HOURS[match[2]])
    try:
        return _day(value)
    except ValueError:
        raise ValueError(f"{A_DAY}, {AGO}{f', or {word}' if word else ''}") from None


def _text(about: str, **more: Any) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "description": about, **more})


def _days(word: str = "") -> WithJsonSchema:
    """The schema of a day, of how long ago it was, or of the word for never."""
    allowed = f"{_DAY.pattern}|{_AGO.pattern}" + (f"|{word}" if word else "")
    return _text(f"{A_DAY} {AGO}" + (f", or {word}" if word else ""), pattern=f"^({allowed})$")


Moment = Annotated[
    datetime,
    PlainValidator(_moment),
    _text(f"{A_MOMENT}; without an offset it is read as UTC", format="date-time"),
]
"""Date and time; one without an offset is read as UTC."""
Day = Annotated[date, PlainValidator(_day), _text(A_DAY, format="date")]
"""A calendar day."""
DayOrNone = Annotated[
    date | Literal["none"],
    PlainValidator(_day_or_none),
    WithJsonSchema({"anyOf": [{"type": "string", "format": "date"}, {"const": "none"}]}),
]
MomentOrUnknown = Annotated[
    datetime | Literal["unknown"],
    PlainValidator(_moment_or_unknown),
    WithJsonSchema({"anyOf": [{"type": "string", "format": "date-time"}, {"const": "unknown"}]}),
]
Since = Annotated[date | timedelta | None, PlainValidator(_when), _days()]
"""A day, or how long ago it was."""
SinceOrNever = Annotated[
    date | timedelta | None, PlainValidator(lambda v: _when(v, "never")), _days("never")
]
SinceOrNone = Annotated[
    date | timedelta | None, PlainValidator(lambda v: _when(v, "none")), _days("none")
]


def days(given: dict[str, date | timedelta | None], now: datetime) -> dict[str, date]:
    """The calendar days that were meant; what never was is left out."""
    return {
        key: (now - when).date() if isinstance(when, timedelta) else when
        for key, when in given.items()
        if when is not None
    }
