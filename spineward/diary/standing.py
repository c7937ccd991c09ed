"""What stands here that a copy may not undo? As plain ids and facts, for whoever takes one in."""

from collections import defaultdict
from typing import Any
from uuid import UUID

from spineward.diary.models import Lock, Person, SessionEvent, SessionSummary


def events(person: Person) -> dict[UUID, list[UUID]]:
    """What happened in each session, in the order in which it came in."""
    found: dict[UUID, list[UUID]] = defaultdict(list)
    rows = SessionEvent.objects.of(person).order_by("id")
    for session, event in rows.values_list("session__client_id", "client_id"):
        found[session].append(event)
    return found


def open_locks(person: Person) -> set[UUID]:
    """The locks that nothing has released."""
    return set(Lock.objects.of(person).filter(release=None).values_list("client_id", flat=True))


def summed_up(person: Person) -> dict[UUID, dict[str, Any]]:
    """The facts of each summary that no later one corrects."""
    rows = SessionSummary.objects.of(person).filter(superseded_by=None)
    return dict(rows.values_list("client_id", "facts"))
