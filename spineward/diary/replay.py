"""How far has a session come? Its events are replayed; what was read in it is never taken back."""

from typing import Any

from django.db.models import TextField
from django.db.models.functions import Cast

from spineward.clinical.facts.session import SessionEvent as Event
from spineward.diary import convert
from spineward.diary.happened import Recorded
from spineward.diary.models import Person, Session, SessionEvent


def recorded(person: Person, **which: Any) -> list[Recorded]:
    """The sessions that `which` selects (filters of Session), oldest first; one query."""
    chosen = Session.objects.of(person).filter(**which).values("id")
    rows = (
        SessionEvent.objects.of(person)
        .filter(session__in=chosen, superseded_by=None)
        .annotate(text=Cast("facts", TextField()))
        .order_by("session_id", "id")
        .values_list("session_id", "session__planned", "session__affected", "text")
    )
    sessions: dict[int, tuple[Any, Any, list[Event]]] = {}
    for session, planned, affected, text in rows:
        known = sessions.setdefault(session, (planned, affected, []))
        known[2].append(convert.session_event(text))
    return [
        Recorded(id, tuple(planned), tuple(affected), tuple(events))
        for id, (planned, affected, events) in sessions.items()
    ]
