"""How does a part of a session come into the diary? The same from an outbox and by the API."""

from uuid import UUID

from spineward.diary import journey
from spineward.diary.journey import OpenSession, Person
from spineward.diary.trouble import Refused
from spineward.web.shell import clock
from spineward.web.shell.entries import Event, Start

ANOTHER = "One more session was open then."


def enter(person: Person, id: UUID, entry: Start | Event) -> OpenSession:
    """Begin a session, or add what happened in it; raises Refused, NotFound, Unsaved."""
    if isinstance(entry, Start):
        return _start(person, id, entry)
    event = journey.read_event(entry.event)
    return journey.record(
        person,
        entry.session,
        event,
        now=entry.at,
        client_id=id,
        after=entry.after,
        arrived=clock.now(),
    )


def _start(person: Person, id: UUID, entry: Start) -> OpenSession:
    if entry.session != id:
        raise Refused("session", str(entry.session), f"the id it was sent under, {id}")
    sent = {"at": entry.at.isoformat(), "reading": entry.reading}
    reading = journey.first_event(sent).reading
    if reading is None:
        raise Refused("reading", entry.reading, "a body chart")
    session = journey.start_session(
        person,
        tuple(entry.planned),
        reading,
        now=entry.at,
        client_id=id,
        arrived=clock.now(),
    )
    if session.id != id:
        raise Refused.said("session", ANOTHER)
    return session
