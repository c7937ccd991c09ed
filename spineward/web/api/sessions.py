"""How does a session run by the API? The same entries as those of an outbox, under the same ids."""

from typing import Any

from django.http import HttpRequest
from ninja import Router
from ninja.responses import Status

from spineward.diary import convert, journey
from spineward.diary.journey import OpenSession, Person
from spineward.diary.trouble import Refused
from spineward.export.output import responded
from spineward.web.api.document import taking
from spineward.web.api.problems import Halt
from spineward.web.api.reading import Id, read
from spineward.web.api.shapes import EVENT, SENT, START, SessionNow
from spineward.web.shell import clock, person
from spineward.web.shell.entering import enter
from spineward.web.shell.entries import Event, Start, check_year

router = Router(tags=["sessions"])
NONE_OPEN = "No session is open."
WAITS = "the entry before it is not in the diary yet, so send that first"


@router.get("/sessions/open", response=SessionNow, summary="The session under way")
def open_session(request: HttpRequest) -> dict[str, Any]:
    """The latest session, as long as something is still to be done or answered in it."""
    found = journey.open_session(person.own(), now=clock.now())
    if found is None:
        raise Halt(404, NONE_OPEN)
    return _told(found)


@router.get("/sessions/{id}", response=SessionNow, summary="One session")
def session(request: HttpRequest, id: Id) -> dict[str, Any]:
    """A session by its id, open or over."""
    return _told(journey.session_state(person.own(), id, now=clock.now()))


@router.put("/sessions/{id}", summary="Start a session", **taking("Start", SessionNow))
def start(request: HttpRequest, id: Id) -> Status[Any]:
    """Begin a session with one movement for each set. Its id is the id of this entry."""
    return _place(id, read(request, START, SENT["Start"]))


@router.put(
    "/sessions/{session}/events/{id}",
    summary="Add what happened in a session",
    **taking("Event", SessionNow),
)
def event(request: HttpRequest, session: Id, id: Id) -> Status[Any]:
    """Add one thing that happened, after the entry that `after` names; the verdict comes back."""
    sent = read(request, EVENT, SENT["Event"])
    if sent.session != session:
        raise Refused("session", str(sent.session), f"the session of the address, {session}")
    return _place(id, sent)


def _place(id: Id, entry: Start | Event) -> Status[Any]:
    own, now = person.own(), clock.now()
    check_year("at", entry.at)
    journey.check_clock(own, entry.at, entry.session, arrived=now)
    if isinstance(entry, Event) and not journey.place(own, entry.after):
        raise Halt(409, f"after: {entry.after} is not allowed; {WAITS}", "after")
    with journey.arriving(own, id) as is_new:
        if is_new:
            enter(own, id, entry)
        else:
            _again(own, id, entry)
    return Status(201 if is_new else 200, _told(journey.session_state(own, entry.session, now=now)))


def _again(own: Person, id: Id, entry: Start | Event) -> None:
    """Raises Differs unless this very entry stands there."""
    event: Any
    if isinstance(entry, Start):
        event = journey.first_event({"at": entry.at.isoformat(), "reading": entry.reading})
        journey.again(own, id, "session", planned=entry.planned)
        id = journey.first_id(id)
    else:
        event = journey.read_event(entry.event)
    facts = convert.event_facts(event)
    journey.again(own, id, "event", facts=facts, session__client_id=entry.session)


def _told(found: OpenSession) -> dict[str, Any]:
    state = found.state
    return {
        "id": found.id,
        "step": state.step,
        "movement": state.movement,
        "set_number": state.set_number,
        "half_range": state.half_range,
        "outcome": responded(state.outcome) if state.outcome else None,
        "waits_until": state.waits_until,
        "awaits_re_ask": state.awaits_re_ask,
        "remaining": list(state.remaining),
    }
