"""What becomes of an entry that arrives later than it was made? Known, placed, or set aside.

Nothing that arrives is lost: what the diary refuses is kept whole. If a session is refused and a
set of it calls for help, that help is still recorded, as it would be in the session (H-01).
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import ValidationError

from spineward.clinical.case import Case
from spineward.clinical.facts import CareLevel
from spineward.clinical.facts.session import SessionEvent as Event
from spineward.clinical.legs import affected_legs
from spineward.diary import check, convert
from spineward.diary.deciding import decide, situation
from spineward.diary.knowing import Recorded
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
from spineward.diary.sessions import PAGE
from spineward.diary.trouble import Refused
from spineward.diary.writing import known, writing

Place = Literal["diary", "aside", ""]
ARRIVE: tuple[type[Entry], ...] = (Answers, CheckIn, Weekly, Note, Session, SessionEvent)
"""The tables in which an entry with an id of its own can come to stand."""


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
    """Keep what was refused, whole; a call for help in it is recorded as well."""
    with writing(person):
        if known(SetAside, person, client_id):
            return
        SetAside.objects.add(person, now=now, client_id=client_id, event=dict(event), why=why)
        if event.get("what") == "session.event":
            _call_for_help(person, str(event.get("session")), now)


def _call_for_help(person: Person, session: str, now: datetime) -> None:
    """Read the refused session so far like any other, and record what calls for help in it."""
    rows = SetAside.objects.of(person).filter(event__session=session).order_by("id")
    found = _recorded(person, [row.event for row in rows], now)
    if found is None:
        return
    outcome, before = found.at(now).outcome, replace(found, events=found.events[:-1])
    if outcome is None or outcome == before.at(now).outcome:
        return
    if outcome.level >= CareLevel.SAME_DAY:
        answers = convert.escalation(outcome.fired, situation(person, now=now))
        Answers.objects.add(person, now=now, page=PAGE, answers=answers)
        decide(person, now=now)


def _recorded(person: Person, sent: list[dict[str, Any]], now: datetime) -> Recorded | None:
    """The session as it was sent; None when its start is not there or says nothing readable."""
    start = next((one for one in sent if one.get("what") == "session.start"), None)
    if start is None:
        return None
    try:
        events = tuple(_events(start, sent))
        for movement in start["planned"]:
            check.movement(movement)
    except (Refused, ValidationError, TypeError, KeyError):
        return None
    legs = affected_legs(Case(situation(person, now=now)))
    return Recorded(0, tuple(start["planned"]), legs, events)


def _events(start: Mapping[str, Any], sent: list[dict[str, Any]]) -> Iterator[Event]:
    yield first_event(start)
    for one in sent:
        if one.get("what") == "session.event":
            event = read_event(one["event"])
            check.event(event, event.at)
            yield event


def first_event(start: Mapping[str, Any]) -> Event:
    """The event that begins a session, from what was sent; raises Refused."""
    event = read_event({"at": start["at"], "kind": "started", "reading": start["reading"]})
    check.event(event, event.at)
    return event


def read_event(facts: Mapping[str, Any]) -> Event:
    """An event of a session from what was sent; raises Refused."""
    try:
        return convert.session_event(json.dumps(facts))
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        where = ".".join(["event", *map(str, first["loc"])])
        raise Refused.said(where, f"{where}: {first['msg']}") from error
