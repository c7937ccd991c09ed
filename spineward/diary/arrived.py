"""What becomes of an entry that arrives later than it was made? Known, placed, or set aside.

Nothing that arrives is lost: what the diary refuses is kept whole. What in it calls for help still
counts (calling.py), and so does every stop (happened.py).
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any, Literal
from uuid import UUID

from django.db.models import Min

from spineward.clinical.facts.session import SessionEvent as Event
from spineward.diary.happened import ENDS, SKEW
from spineward.diary.models import (
    Answers,
    CheckIn,
    Entry,
    Note,
    Person,
    Session,
    SessionEvent,
    SetAside,
    Weekly,
)
from spineward.diary.trouble import Refused
from spineward.diary.writing import known, writing

Place = Literal["diary", "aside", ""]
ARRIVE: tuple[type[Entry], ...] = (Answers, CheckIn, Weekly, Note, Session, SessionEvent)
"""The tables in which an entry with an id of its own can come to stand."""
A_LITTLE = timedelta(minutes=10)
"""So far a clock may be behind ours without anyone noticing."""
BEFORE_IT = "A part of this session before it had no place."
AHEAD = "The clock of that device was ahead by more than a day."
BEHIND = "The clock of that device said a day before this began."


def place(person: Person, client_id: UUID) -> Place:
    """Where an entry stands by its id: in the diary, aside, or nowhere yet; two queries."""
    first, *rest = (
        model.objects.of(person).filter(client_id=client_id).order_by().values("client_id")
        for model in ARRIVE
    )
    if first.union(*rest).exists():
        return "diary"
    return "aside" if known(SetAside, person, client_id) else ""


@contextmanager
def arriving(person: Person, client_id: UUID) -> Iterator[bool]:
    """What is saved inside is saved together; False when the entry stands in the diary already."""
    with writing(person):
        yield place(person, client_id) != "diary"


def set_aside(
    person: Person, event: Mapping[str, Any], why: str, *, now: datetime, client_id: UUID
) -> None:
    """Keep what was refused, whole. What calls for help in it is judged next (calling.py)."""
    with writing(person):
        if not known(SetAside, person, client_id):
            SetAside.objects.add(person, now=now, client_id=client_id, event=dict(event), why=why)


def check_order(person: Person, session: UUID, event: Event) -> None:
    """Raises Refused for what would count for the wrong set: an event of this session before it
    was set aside, so that the replay stands elsewhere than the person did.

    The end is let in, for it counts for no set.
    """
    aside = SetAside.objects.of(person).filter(event__session=str(session))
    if event.kind not in ENDS and aside.exists():
        raise Refused.said("session", BEFORE_IT)


def check_clock(person: Person, at: datetime, session: UUID | None, *, arrived: datetime) -> None:
    """Raises Refused for a moment that cannot be: before the diary or the session began, or after
    the entry arrived. A clock that runs a day wrong is let be: a day is told wrong more easily.

    As a moment it could make a lock too old, or an answer too fresh (H-11).
    """
    if at > arrived + SKEW:
        raise Refused.said("at", AHEAD)
    first = Answers.objects.of(person).aggregate(first=Min("at"))["first"]
    own = Session.objects.of(person).filter(client_id=session) if session else None
    begun = own.values_list("at", flat=True).first() if own else None
    if any(at < began - SKEW for began in (first, begun) if began is not None):
        raise Refused.said("at", BEHIND)


def decided_at(person: Person, at: datetime, arrived: datetime | None) -> datetime:
    """When is it decided whether a movement of that moment is offered? Mostly then.

    A phone a little behind tells of a start before the answers that opened it. It is then decided
    at the moment of these: later than told, with all that the diary knew, and never after arrival.
    """
    newest = Answers.objects.of(person).order_by("-id").values_list("at", flat=True).first()
    if arrived is None or newest is None or not at < newest <= min(at + A_LITTLE, arrived):
        return at
    return newest.astimezone(at.tzinfo)
