"""How far has a session come? Its events are replayed, each as it was last corrected."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import TextField
from django.db.models.functions import Cast

from spineward.clinical.facts.answers import Leg
from spineward.clinical.facts.session import SessionEvent as Event
from spineward.clinical.facts.session import SessionState
from spineward.clinical.session import state
from spineward.diary import convert
from spineward.diary.models import Person, Session, SessionEvent


@dataclass(frozen=True, slots=True)
class Recorded:
    """A session as it was recorded: what was planned, and all that happened, oldest first."""

    id: int
    planned: tuple[str, ...]
    affected: tuple[Leg, ...]
    events: tuple[Event, ...]
    count: int
    """How many rows there are, corrections included."""

    def at(self, now: datetime) -> SessionState:
        """Where the session stands at this time."""
        return state(self.events, self.planned, self.affected, now)


def recorded(person: Person, **which: Any) -> list[Recorded]:
    """The sessions that `which` selects (filters of Session), oldest first; one query."""
    chosen = Session.objects.of(person).filter(**which).values("id")
    rows = (
        SessionEvent.objects.of(person)
        .filter(session__in=chosen)
        .annotate(text=Cast("facts", TextField()))
        .order_by("session_id", "id")
        .values_list(
            "session_id", "session__planned", "session__affected", "id", "supersedes_id", "text"
        )
    )
    sessions: dict[int, tuple[Any, Any, list[tuple[int, int | None, str]]]] = {}
    for session, planned, affected, id, supersedes, text in rows:
        known = sessions.setdefault(session, (planned, affected, []))
        known[2].append((id, supersedes, text))
    return [
        Recorded(id, tuple(planned), tuple(affected), tuple(in_order(events)), len(events))
        for id, (planned, affected, events) in sessions.items()
    ]


def in_order(rows: Iterable[tuple[int, int | None, str]]) -> Iterable[Event]:
    """Events as last corrected, each in the place of the one that it corrects."""
    places: dict[int, int] = {}
    texts: dict[int, str] = {}
    for id, supersedes, text in rows:
        places[id] = id if supersedes is None else places[supersedes]
        texts[places[id]] = text
    return map(convert.session_event, texts.values())
