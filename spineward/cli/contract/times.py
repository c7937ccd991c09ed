"""How is a moment or a day written? ISO 8601; a day also as "about 3 weeks ago"."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

_AGO = re.compile(r"about (\d{1,4}) (hour|day|week|month)s? ago")
_HOURS = {"hour": 1, "day": 24, "week": 7 * 24, "month": 30 * 24}  # week and month: spec 0.3


def _text(value: Any) -> Any:
    """Numbers are no dates: without this, 0 would be read as 1 January 1970."""
    if not isinstance(value, str | date | datetime):
        raise ValueError("a date or time is written as text, like 2026-11-22")
    return value


def _with_offset(value: datetime) -> datetime:
    return value if value.tzinfo else value.replace(tzinfo=UTC)


Moment = Annotated[datetime, BeforeValidator(_text), AfterValidator(_with_offset)]
"""Date and time with offset, 2026-11-22T09:30:00+01:00; without an offset it is read as UTC."""

Day = Annotated[date, BeforeValidator(_text)]
"""A calendar day, 2026-11-22."""

DayOrAgo = Annotated[
    str,
    WithJsonSchema(
        {
            "type": "string",
            "description": 'a day (2026-11-22) or "about n hours, days, weeks or months ago"',
        }
    ),
]
"""A day, or how long ago it was; `day_of` turns it into a day."""


def day_of(text: str, now: datetime) -> date:
    """The calendar day that was meant. Raises ValueError naming what is allowed."""
    if match := _AGO.fullmatch(text.strip().lower()):
        return (now - timedelta(hours=int(match[1]) * _HOURS[match[2]])).date()
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        raise ValueError(
            f'{text!r} is not allowed; a day like 2026-11-22, or "about 3 days ago" '
            "(hours, days, weeks, months)"
        ) from None
