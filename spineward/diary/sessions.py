"""How is a session started, recorded event by event, and taken up again? Also after a crash.

Every event is saved as it happens; the state is a replay of the events. A set that calls for help
answers its red-flag items as well, so that the same rules decide and lock as in a check-in.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from spineward.clinical.case import Case
from spineward.clinical.facts import CareLevel, Plan, Reading
from spineward.clinical.facts.session import SessionEvent as Event
from spineward.clinical.facts.session import SessionState
from spineward.clinical.legs import affected_legs
from spineward.clinical.plan import plan as plan_for
from spineward.diary import check, convert
from spineward.diary.arrived import check_order, decided_at
from spineward.diary.deciding import (
    decide,
    end_by_itself,
    kept_over,
    plan,
    situation,
    summarize,
)
from spineward.diary.happened import Recorded
from spineward.diary.knowing import OVER
from spineward.diary.models import Answers, Person, Session, SessionEvent
from spineward.diary.replay import recorded
from spineward.diary.trouble import NotFound, Refused
from spineward.diary.writing import known, row, writing

PAGE = "session"
"""The page under which a set's red flags are kept among the answers."""


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A session by its id, and where it stands.

    `next_id` is the form id of the next event: two tabs at the same step share it, so that the
    second one sent adds nothing.
    """

    id: UUID
    state: SessionState
    next_id: UUID


@dataclass(frozen=True, slots=True)
class SessionEvents:
    """What was planned in a session, and all its events as stored, each with its form id."""

    planned: tuple[str, ...]
    affected: tuple[str, ...]
    events: tuple[tuple[UUID, Mapping[str, Any]], ...]


def start_session(
    person: Person,
    planned: tuple[str, ...],
    t0: Reading,
    *,
    now: datetime,
    client_id: UUID,
    arrived: datetime | None = None,
) -> OpenSession:
    """Begin a session with one movement per set; raises Refused when one is not offered now,
    or when the last session is too near. `arrived`: when an entry made elsewhere came in.

    While a session is open, that one is returned and nothing is added.
    """
    first = Event(at=now, kind="started", reading=t0)
    check.event(first, now)
    if not planned:
        raise Refused("planned", planned, "at least one movement")
    with writing(person):
        if (running := open_session(person, now=now)) is not None:
            return running
        if not known(Session, person, client_id):
            moment = decided_at(person, now, arrived)
            decision, result = decide(person, now=moment, for_session=True)
            case = Case(situation(person, now=moment, for_session=True))
            today = plan_for(case, result)
            if today.opens_at is not None:
                raise Refused("started", now.isoformat(), f"{today.opens_at:%H:%M} or later")
            _offered(today, planned)
            session = Session.objects.add(
                person,
                now=now,
                client_id=client_id,
                decision=decision,
                planned=list(planned),
                affected=list(affected_legs(case)),
            )
            _add(person, session, first, client_id=first_id(client_id))
    return session_state(person, client_id, now=now)


def first_id(session: UUID) -> UUID:
    """The id of the event that begins a session: it is sent with the session itself."""
    return uuid5(session, "0")


def open_session(person: Person, *, now: datetime) -> OpenSession | None:
    """The latest session as long as something is still to be done or answered in it."""
    last = Session.objects.of(person).order_by("-id").values_list("client_id", flat=True).first()
    if last is None:
        return None
    session = session_state(person, last, now=now)
    return None if session.state.step == "finished" else session


def session_state(person: Person, id: UUID, *, now: datetime) -> OpenSession:
    """One session by its id, open or over; raises NotFound."""
    return _state(id, _recorded(person, client_id=id), now)


def session_events(person: Person, id: UUID) -> SessionEvents:
    """All that happened in one session, oldest first, for a page that replays it by itself."""
    session = Session.objects.of(person).filter(client_id=id).first()
    if session is None:
        raise NotFound("There is no such session in this diary.")
    rows = SessionEvent.objects.of(person).filter(session=session, superseded_by=None)
    rows = rows.order_by("id")
    events = tuple(rows.values_list("client_id", "facts"))
    return SessionEvents(tuple(session.planned), tuple(session.affected), events)


def record(
    person: Person,
    id: UUID,
    event: Event,
    *,
    now: datetime,
    client_id: UUID,
    after: UUID | None = None,
    arrived: datetime | None = None,
) -> OpenSession:
    """Add what happened to a session, and say where it stands now; raises Refused, NotFound.

    A set that calls for help opens the lock in the same step; a session that is over is summed up.
    `after` is the event that whoever sends this knew as the last one, `arrived` the moment when it
    came in. When the diary has ended the session by itself meanwhile, for want of the answers that
    arrive only now, that end gives way: a stop that was told without a network must count (H-06).
    """
    check.event(event, now)
    check_order(person, id, event)
    if event.kind == "swapped":
        moment = decided_at(person, now, arrived)
        _offered(plan(person, now=moment)[1], (event.movement or "",))
    with writing(person):
        session = _recorded(person, client_id=id)
        if not known(SessionEvent, person, client_id):
            whole = row(Session, person, session.id)
            end = None if after is None else _unknown_end(person, whole, session, after)
            _add(person, whole, event, client_id=client_id, supersedes=end)
            session = _follow(person, session, now)
            if end is not None and arrived is not None:
                # Summed up again at once, since what the diary made of it before is now too mild.
                summarize(person, kept_over(person, session, arrived), arrived)
        return _state(id, session, now)


def _offered(today: Plan, wanted: Iterable[str]) -> None:
    offered = {offer.movement for offer in today.offered}
    for movement in wanted:
        if movement not in offered:
            raise Refused("movement", movement, "a movement that is offered now")


def _recorded(person: Person, **which: object) -> Recorded:
    found = recorded(person, **which)
    if not found:
        raise NotFound("There is no such session in this diary.")
    return found[0]


def _state(id: UUID, session: Recorded, now: datetime) -> OpenSession:
    return OpenSession(id, session.at(now), uuid5(id, str(len(session.events))))


def _add(
    person: Person,
    session: Session,
    event: Event,
    *,
    client_id: UUID,
    supersedes: SessionEvent | None = None,
) -> None:
    SessionEvent.objects.add(
        person,
        now=event.at,
        client_id=client_id,
        session=session,
        supersedes=supersedes,
        facts=convert.event_facts(event),
    )


def _unknown_end(
    person: Person, session: Session, known_now: Recorded, after: UUID
) -> SessionEvent | None:
    """The diary's own end of this session, unless the sender knew of it."""
    ends = [end_by_itself(session.client_id, n) for n in range(len(known_now.events))]
    rows = SessionEvent.objects.of(person).filter(session=session, superseded_by=None)
    return rows.filter(client_id__in=ends).exclude(client_id=after).first()


def _follow(person: Person, before: Recorded, now: datetime) -> Recorded:
    """What follows from the event just added: help, the end of the session, or nothing."""
    session = _recorded(person, id=before.id)
    was, is_now = before.at(now), session.at(now)
    summarize(person, session, now)
    found = is_now.outcome
    if found is not None and found != was.outcome and found.level >= CareLevel.SAME_DAY:
        answers = convert.escalation(found.fired, situation(person, now=now))
        Answers.objects.add(person, now=now, page=PAGE, answers=answers)
        decide(person, now=now)
    elif is_now.step in OVER and was.step not in OVER:
        decide(person, now=now)
    return session
