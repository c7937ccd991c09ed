"""What time is it for the person? The one place where the pages read a clock."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

_told: ContextVar[datetime | None] = ContextVar("told", default=None)


def now() -> datetime:
    """Now, with the offset of the machine the person sits at; inside `at`, the moment told."""
    return _told.get() or datetime.now().astimezone()


def sit_in(zone: str | None) -> None:
    """Take the zone of this process from `zone`, as TZ names it; from the machine where that is
    None. Programs that this one starts have it too."""
    if zone is None:
        os.environ.pop("TZ", None)
    else:
        os.environ["TZ"] = zone
    if hasattr(time, "tzset"):  # Windows has none, and there Django changes nothing
        time.tzset()


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """What happens inside happened at this moment: an entry made while there was no network."""
    if moment.utcoffset() is None:
        raise ValueError(f"at: {moment!r} is not allowed; a moment with its UTC offset")
    before = _told.set(moment)
    try:
        yield
    finally:
        _told.reset(before)
