"""Where does an entry that arrives go? Into the diary by its own door, or aside with the reason.

Answered is 201 or 200 for what stands in the diary, 202 for what was set aside, 409 for what comes
before the entry it follows, 400 for what can be kept nowhere here. Whoever sent it forgets it only
after one of the first three.
"""

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from django.http import Http404, HttpRequest

from spineward.diary import journey
from spineward.diary.journey import Person
from spineward.diary.trouble import DiaryTrouble, NotFound, Unfit, Unsaved
from spineward.web.outbox.forms import NotTaken, send_again
from spineward.web.outbox.signs import SIGNS, told_signs
from spineward.web.shell import clock
from spineward.web.shell.entering import enter
from spineward.web.shell.entries import Event, Form, Start

LOG = logging.getLogger("spineward.outbox")
NO_PAGE = "That page is not there."
NOT_READ = "Something in it could not be read."


@dataclass(frozen=True, slots=True)
class Placed:
    """What became of an entry: where it is kept, and why it is aside or has to wait."""

    kept: Literal["diary", "aside", "known", "waits", "unread"]
    why: str = ""
    wait: UUID | None = None

    @property
    def status(self) -> int:
        """The same as a status of HTTP."""
        return {"diary": 201, "known": 200, "aside": 202, "waits": 409, "unread": 400}[self.kept]


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
    arrived = told = clock.now()
    try:
        _check_clock(person, entry, arrived)
        told = entry.at
        with journey.arriving(person, id) as is_new:
            if not is_new:
                return Placed("known")
            _into_the_diary(request, person, id, entry)
        return Placed("diary")
    except Unfit:
        why = NOT_READ
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
    return aside(person, id, entry, whole, why, told=told)


def aside(
    person: Person,
    id: UUID,
    entry: Start | Event | Form,
    whole: dict[str, Any],
    why: str,
    *,
    told: datetime,
) -> Placed:
    """Keep an entry aside, with the help that it calls for. `told` is its moment, as far as its
    clock can be believed. What cannot even be kept goes back, and stays where it came from."""
    if not isinstance(entry, Form):
        whole = whole | {"session": str(entry.session)}  # however its id was spelled
    for call in (_calls, _calls_all):
        try:
            with journey.arriving(person, id):
                journey.set_aside(person, whole, why, now=told, client_id=id)
                call(person, entry, told)
            return Placed("aside", why)
        except Exception as fault:
            # No room, or no diary any more: this is to be sent again.
            if isinstance(fault, (Unsaved, NotFound)) and not isinstance(fault, Unfit):
                raise
            LOG.exception("an entry could not be set aside")
    return Placed("unread", why)


def _calls(person: Person, entry: Start | Event | Form, told: datetime) -> None:
    """What is refused still calls for help; a sign on a page is asked about from now on."""
    if isinstance(entry, Form):
        now = clock.now()
        signs = told_signs(entry, journey.situation(person, now=now))
        journey.form_calls(person, signs.fired, signs.reopened, now=now)
    elif isinstance(entry, Event):
        journey.session_calls(person, entry.session, now=told)


def _calls_all(person: Person, entry: Start | Event | Form, told: datetime) -> None:
    """What it calls for cannot be said: every sign is asked about anew."""
    journey.form_calls(person, (), SIGNS, now=clock.now())


def _check_clock(person: Person, entry: Start | Event | Form, arrived: datetime) -> None:
    """A note decides nothing, and may carry any day."""
    if not isinstance(entry, Form):
        journey.check_clock(person, entry.at, entry.session, arrived=arrived)
    elif "/note/" not in entry.path:
        journey.check_clock(person, entry.at, None, arrived=arrived)


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
    else:
        enter(person, id, entry)
