"""Where does an entry that arrives go? Into the diary by its own door, or aside with the reason.

Answered is 201 or 200 for what stands in the diary, 202 for what was set aside, 409 for what comes
before the entry it follows. Whoever sent it forgets it only after one of the first three.
"""

import logging
from dataclasses import dataclass
from typing import Any, Literal
from uuid import UUID

from django.http import Http404, HttpRequest

from spineward.diary import journey
from spineward.diary.journey import Person
from spineward.diary.trouble import DiaryTrouble, Refused, Unsaved
from spineward.web.outbox.events import Event, Form, Start
from spineward.web.outbox.forms import NotTaken, send_again
from spineward.web.shell import clock

LOG = logging.getLogger("spineward.outbox")
NO_PAGE = "That page is not there."
NOT_READ = "Something in it could not be read."
ANOTHER = "One more session was open then."


@dataclass(frozen=True, slots=True)
class Placed:
    """What became of an entry: where it is kept, and why it is aside or has to wait."""

    kept: Literal["diary", "aside", "known", "waits"]
    why: str = ""
    wait: UUID | None = None

    @property
    def status(self) -> int:
        """The same as a status of HTTP."""
        return {"diary": 201, "known": 200, "aside": 202, "waits": 409}[self.kept]


def place(
    request: HttpRequest,
    person: Person,
    id: UUID,
    entry: Start | Event | Form,
    whole: dict[str, Any],
) -> Placed:
    """Put one entry where it belongs, once; raises Unsaved when nothing could be saved."""
    if (placed := _before(person, id, entry)) is not None:
        return placed
    try:
        with journey.arriving(person, id) as is_new:
            if not is_new:
                return Placed("known")
            _into_the_diary(request, person, id, entry)
        return Placed("diary")
    except Unsaved:
        raise
    except (DiaryTrouble, NotTaken) as refused:
        why = str(refused)
    except Http404:
        why = NO_PAGE
    except Exception:
        # One entry that trips a fault of ours must not hold back all that follow it.
        LOG.exception("an entry could not be placed")
        why = NOT_READ
    journey.set_aside(person, whole, why, now=entry.at, client_id=id)
    return Placed("aside", why)


def _before(person: Person, id: UUID, entry: Start | Event | Form) -> Placed | None:
    """What is known already, or comes too early."""
    stands = journey.place(person, id)
    if stands == "diary":
        return Placed("known")
    if stands == "aside":
        return Placed("aside", "It was set aside before.")
    if isinstance(entry, Event) and not journey.place(person, entry.after):
        return Placed("waits", wait=entry.after)
    return None


def _into_the_diary(
    request: HttpRequest, person: Person, id: UUID, entry: Start | Event | Form
) -> None:
    if isinstance(entry, Form):
        send_again(request, entry, id)
    elif isinstance(entry, Start):
        _start(person, id, entry)
    else:
        event = journey.read_event(entry.event)
        journey.record(
            person,
            entry.session,
            event,
            now=entry.at,
            client_id=id,
            after=entry.after,
            arrived=clock.now(),
        )


def _start(person: Person, id: UUID, entry: Start) -> None:
    if entry.session != id:
        raise Refused("session", str(entry.session), f"the id it was sent under, {id}")
    sent = {"at": entry.at.isoformat(), "reading": entry.reading}
    reading = journey.first_event(sent).reading
    if reading is None:
        raise Refused("reading", entry.reading, "a body chart")
    session = journey.start_session(
        person, tuple(entry.planned), reading, now=entry.at, client_id=id
    )
    if session.id != id:
        raise Refused.said("session", ANOTHER)
