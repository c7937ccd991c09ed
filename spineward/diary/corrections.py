"""How is something noted or put right? By a new row; the old one stays, listed as corrected."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypedDict, Unpack
from uuid import UUID

from spineward.diary import check
from spineward.diary.deciding import decide
from spineward.diary.models import CheckIn, Note, Person, Session, Weekly
from spineward.diary.trouble import Refused
from spineward.diary.writing import known, row, standing, writing


class About(TypedDict, total=False):
    """What a note is about: its kind (goal, question, worse), a movement, the day it was on."""

    kind: str
    movement: str
    on: date | None


def note(
    person: Person,
    text: str,
    *,
    now: datetime,
    client_id: UUID,
    check_in: int | None = None,
    session: UUID | None = None,
    **about: Unpack[About],
) -> None:
    """Add a note on a check-in by its diary id, on a session by its id, or else on the day."""
    words = check.words(text, about.get("kind", ""))
    if movement := about.get("movement"):
        check.movement(movement)
    if (on := about.get("on")) is not None and on > now.date():
        raise Refused("on", on.isoformat(), "a day that is not in the future")
    with writing(person):
        if not known(Note, person, client_id):
            Note.objects.add(
                person,
                now=now,
                client_id=client_id,
                text=words,
                check_in=None if check_in is None else row(CheckIn, person, check_in),
                session=None if session is None else row(Session, person, client_id=session),
                **about,
            )


def correct_check_in(
    person: Person, id: int, changes: Mapping[str, Any], *, now: datetime, client_id: UUID
) -> None:
    """Put fields of a CheckInRecord right, and decide anew; raises Refused, NotFound."""
    stored = check.check_in(changes, now)
    with writing(person):
        if known(CheckIn, person, client_id):
            return
        old = standing(row(CheckIn, person, id))
        facts = {"at": old.moment.isoformat(), **(old.facts or {}), **stored}
        new = CheckIn.objects.add(
            person,
            now=old.moment,
            client_id=client_id,
            supersedes=old,
            kind=old.kind,
            last_answer=old.last_answer,
            drawing=old.drawing,
            facts={name: value for name, value in facts.items() if value is not None},
        )
        decide(person, now=now, check_in=new)


def correct_weekly(person: Person, id: int, changes: Mapping[str, Any], *, client_id: UUID) -> None:
    """Put fields of a WeeklyRecord right; raises Refused, NotFound."""
    stored = check.weekly(changes)
    with writing(person):
        if not known(Weekly, person, client_id):
            old = standing(row(Weekly, person, id))
            Weekly.objects.add(
                person,
                now=old.moment,
                client_id=client_id,
                supersedes=old,
                facts={**old.facts, **stored},
            )


def correct_note(person: Person, id: int, text: str, *, client_id: UUID) -> None:
    """Put a note into other words; raises Refused, NotFound."""
    with writing(person):
        if not known(Note, person, client_id):
            old = standing(row(Note, person, id))
            Note.objects.add(
                person,
                now=old.moment,
                client_id=client_id,
                supersedes=old,
                text=check.words(text, old.kind),
                check_in=old.check_in,
                session=old.session,
                event=old.event,
                kind=old.kind,
                movement=old.movement,
                on=old.on,
            )
