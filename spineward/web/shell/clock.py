"""What time is it for the person? The one place where the pages read a clock."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

_told: ContextVar[datetime | None] = ContextVar("told", default=None)


def now() -> datetime:
    """Now, with the offset of the machine the person sits at; inside `at`, the moment told."""
    return _told.get() or datetime.now().astimezone()


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
