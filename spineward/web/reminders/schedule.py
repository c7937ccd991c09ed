"""When is which reminder due? The person's choices as a few series of times, none of them more.

Times carry no zone: nine o'clock is nine on the clock that the person looks at, also on a journey.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Literal

from spineward.diary.journey import Outlook

Rhythm = Literal["once", "daily", "workdays", "weekly"]
Said = Literal["session", "recheck", "recheck_resting", "sitting"]
"""The words of a reminder: reminder.<said>.title and .text."""
SATURDAY = 5
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Series:
    """One reminder that comes back. `key` stays when times move; `words` names its text."""

    key: str
    words: Said
    first: datetime
    rhythm: Rhythm

    def on(self, day: date) -> datetime | None:
        """When it is due on that day, if it is."""
        if day < self.first.date():
            return None
        later = (day - self.first.date()).days
        comes = {
            "once": later == 0,
            "daily": True,
            "workdays": day.weekday() < SATURDAY,
            "weekly": later % 7 == 0,
        }
        return datetime.combine(day, self.first.time()) if comes[self.rhythm] else None


def series(chosen: Mapping[str, Any], outlook: Outlook, now: datetime) -> tuple[Series, ...]:
    """All that was chosen and is due at all today; session times rest while movement is closed."""
    found: list[Series] = []
    if "sessions" in chosen and not outlook.resting:
        found += _sessions(chosen["sessions"])
    if "recheck" in chosen:
        found += _rechecks(chosen["recheck"], outlook, now)
    if "sitting" in chosen:
        found += _breaks(chosen["sitting"])
    return tuple(found)


def breaks(sitting: Mapping[str, Any]) -> Iterator[time]:
    """The times of a day's breaks: the first one step after the start, the last by the end."""
    step = timedelta(minutes=sitting["every"])
    # Any day will do: only its times are looked at.
    at = datetime.combine(date.min, time.fromisoformat(sitting["start"])) + step
    end = datetime.combine(date.min, time.fromisoformat(sitting["end"]))
    while at <= end:
        yield at.time()
        at += step


def _sessions(chosen: Mapping[str, Any]) -> Iterator[Series]:
    since = date.fromisoformat(chosen["since"])
    for number, at in enumerate(chosen["at"], 1):
        first = datetime.combine(since, time.fromisoformat(at))
        yield Series(f"session-{number}", "session", first, "daily")


def _breaks(chosen: Mapping[str, Any]) -> Iterator[Series]:
    since = date.fromisoformat(chosen["since"])
    while since.weekday() >= SATURDAY:
        since += DAY
    for at in breaks(chosen):
        yield Series(f"sitting-{at:%H%M}", "sitting", datetime.combine(since, at), "workdays")


def _rechecks(chosen: Mapping[str, Any], outlook: Outlook, now: datetime) -> Iterator[Series]:
    words: Said = "recheck_resting" if outlook.resting else "recheck"
    at = time.fromisoformat(chosen["at"])
    here = now.replace(tzinfo=None)
    weekly = _last_by(at, _as_here(outlook.weekly or now, now), here)
    if outlook.sooner:
        sooner = _last_by(at, _as_here(outlook.sooner, now), here)
        if sooner < weekly:
            yield Series("recheck-soon", words, sooner, "once")
    yield Series("recheck", words, weekly, "weekly")


def _as_here(moment: datetime, now: datetime) -> datetime:
    """The moment as the clock of now shows it, without its zone."""
    return moment.astimezone(now.tzinfo).replace(tzinfo=None)


def _last_by(at: time, end: datetime, now: datetime) -> datetime:
    """The last such time by the end; when that is over, or there is none, the next from now."""
    last = datetime.combine(end.date(), at)
    if last > end:
        last -= DAY
    next_one = datetime.combine(now.date(), at)
    if next_one <= now:
        next_one += DAY
    return max(last, next_one)
