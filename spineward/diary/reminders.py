"""What does the person want to be reminded of, and who may read it as a calendar?

Settings, kept beside the emergency number: the newest choice is the one that counts, so nothing of
it is a row. Times are those of the clock on the wall, wherever the person is.
"""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Any

from spineward.clinical.catalogue import limit
from spineward.clinical.check_in import again_within
from spineward.clinical.facts import CareLevel, Gate
from spineward.diary.deciding import assessment, situation
from spineward.diary.models import Person
from spineward.diary.trouble import Refused, saving
from spineward.diary.writing import writing

REMINDER_HOURS = (time(6), time(22))
"""Outside of these hours nothing reminds anybody."""
REMINDER_EVERY = (20, 30, 45, 60)
"""Minutes between two breaks from sitting."""
KINDS = ("sessions", "recheck", "sitting")
SECRET_BYTES = 32

Choice = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Outlook:
    """`resting`: someone is to be seen first, or movement is locked, so no session is due.

    `weekly` is when the weekly questions are out of date, `sooner` when today asks to be told anew.
    """

    resting: bool
    weekly: datetime | None
    sooner: datetime | None


def set_reminder(person: Person, kind: str, choice: Choice, *, now: datetime) -> None:
    """Keep what was chosen for one kind, from today on; raises Refused."""
    if kind not in CHECKS:
        raise Refused("reminder", kind, f"one of {', '.join(KINDS)}")
    kept = {**CHECKS[kind](choice), "since": now.date().isoformat()}
    _keep(person, kind, kept)


def allowed(chosen: Mapping[str, Any]) -> dict[str, Any]:
    """Those of these reminders, as they are kept, that may still be chosen today."""
    return {kind: one for kind, one in chosen.items() if kind in CHECKS and _may_be(kind, one)}


def _may_be(kind: str, kept: Any) -> bool:
    try:
        date.fromisoformat(kept["since"])
        return CHECKS[kind](kept) | {"since": kept["since"]} == dict(kept)
    except (Refused, LookupError, TypeError, ValueError, AttributeError):
        return False


def drop_reminder(person: Person, kind: str) -> None:
    """Remind of this no more."""
    _keep(person, kind, None)


def open_calendar(person: Person) -> str:
    """A new secret address for the calendar; an earlier one leads nowhere from now on."""
    return _keep_secret(person, secrets.token_urlsafe(SECRET_BYTES))


def close_calendar(person: Person) -> None:
    """No address leads to the calendar any more."""
    _keep_secret(person, None)


def of_calendar(secret: str) -> Person | None:
    """Whose calendar this secret opens; None for a wrong, a renewed and a closed one alike."""
    if not secret.isprintable():  # PostgreSQL knows no text with a NUL in it
        return None
    return Person.objects.filter(calendar_secret=secret).first()


def outlook(person: Person, *, now: datetime) -> Outlook:
    """What of today decides about reminders."""
    found = assessment(person, now=now)
    known = situation(person, now=now)
    urgent = found.care_level >= CareLevel.SAME_DAY
    hours = again_within(found.state, found.fired)
    return Outlook(
        resting=urgent or found.locked is not None or found.movement_gate is Gate.BLOCK,
        weekly=_after(known.screened_at, timedelta(days=limit("screen.days"))),
        sooner=None if hours is None else _after(known.checked_in_at, timedelta(hours=hours)),
    )


def _after(moment: datetime | None, span: timedelta) -> datetime | None:
    return None if moment is None else moment + span


def _sessions(choice: Choice) -> dict[str, Any]:
    at = sorted(_time("sessions", one) for one in choice.get("at") or [])
    most, hours = limit("cap.sessions"), limit("cap.hours_between")
    if not 1 <= len(at) <= most:
        raise Refused("sessions", len(at), f"1 to {most} times a day")
    gaps = [_minutes(late) - _minutes(early) for early, late in pairwise(at)]
    if any(gap < hours * 60 for gap in gaps):
        raise Refused("sessions", choice.get("at"), f"times at least {hours} hours apart")
    return {"at": [_text(one) for one in at]}


def _recheck(choice: Choice) -> dict[str, Any]:
    return {"at": _text(_time("recheck", choice.get("at")))}


def _sitting(choice: Choice) -> dict[str, Any]:
    every = choice.get("every")
    if every not in REMINDER_EVERY:
        raise Refused("sitting", every, f"one of {', '.join(map(str, REMINDER_EVERY))} minutes")
    start = _time("sitting", choice.get("start"))
    end = _time("sitting", choice.get("end"))
    if _minutes(end) - _minutes(start) < every:
        raise Refused("sitting", _text(end), f"an end at least {every} minutes after the start")
    return {"every": every, "start": _text(start), "end": _text(end)}


CHECKS: Mapping[str, Callable[[Choice], dict[str, Any]]] = {
    "sessions": _sessions,
    "recheck": _recheck,
    "sitting": _sitting,
}
"""What may be chosen for each kind; each gives the choice as it is kept, or raises Refused."""


def _time(field: str, given: object) -> time:
    try:
        found = time.fromisoformat(str(given))
    except ValueError:
        raise Refused(field, given, "a time such as 09:00") from None
    if found.tzinfo is not None or found.second or found.microsecond:
        raise Refused(field, given, "a time such as 09:00")
    first, last = REMINDER_HOURS
    if not first <= found <= last:
        raise Refused(field, given, f"a time from {_text(first)} to {_text(last)}")
    return found


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _text(at: time) -> str:
    return f"{at:%H:%M}"


def _keep(person: Person, kind: str, choice: dict[str, Any] | None) -> None:
    """Two tabs may change two kinds at once, so what stands is read anew before."""
    with writing(person):
        person.refresh_from_db(fields=["reminders"])
        kept = {**person.reminders, kind: choice}
        person.reminders = {name: one for name, one in kept.items() if one is not None}
        person.save(update_fields=["reminders"])


def _keep_secret(person: Person, secret: str | None) -> str:
    person.calendar_secret = secret
    with saving():
        person.save(update_fields=["calendar_secret"])
    return secret or ""
