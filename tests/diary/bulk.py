"""How are the rows of a long diary written at once? By the pages it would take minutes.

Tests compare the rows of a year with what the pages write (test_year.py).
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, NamedTuple, TypeVar
from uuid import uuid4

from spineward.clinical.assessment import assess
from spineward.clinical.case import Case
from spineward.clinical.facts import ExerciseSession, Reading
from spineward.clinical.facts.session import SessionEvent as Event
from spineward.clinical.plan import plan
from spineward.diary import convert
from spineward.diary.models import (
    Answers,
    CheckIn,
    Decision,
    Entry,
    Person,
    Session,
    SessionEvent,
    SessionSummary,
    Weekly,
)
from spineward.diary.models.entry import offset_of
from spineward.diary.versions import content_version, rules_version
from tests.cases.build import established
from tests.diary.life import SCREEN

Row = TypeVar("Row", bound=Entry)


class Lived(NamedTuple):
    """One session as it is kept: when, what was planned for which leg, all that happened in it,
    and what that came to."""

    at: datetime
    planned: Sequence[str]
    leg: str
    events: Iterable[Event]
    outcome: ExerciseSession


def entry_of(model: type[Row], person: Person, at: datetime, **values: Any) -> Row:
    """A row of this moment, not saved yet."""
    return model(
        person=person,
        at=at,
        utc_offset=offset_of(at),
        client_id=uuid4(),
        rules_version=rules_version(),
        content_version=content_version(),
        **values,
    )


def save(model: type[Row], rows: Iterable[Row]) -> list[Row]:
    """Save rows in bulk; they know their ids then."""
    saved = list(rows)
    model._default_manager.bulk_create(saved, batch_size=500)
    return saved


def screen_of(person: Person, at: datetime) -> list[Answers]:
    """The whole screen with nothing to report, not saved yet."""
    return [
        entry_of(Answers, person, at, page=page, answers=answers)
        for page, answers in SCREEN.items()
    ]


def said() -> dict[str, Any]:
    """What a decision says to somebody in the middle of such a year."""
    known = established("r6:3 back:2")
    result = assess(known)
    return convert.decision_words(result, plan(Case(known), result))


def save_check_ins(
    person: Person, days: Iterable[tuple[datetime, int, dict[str, Any]]]
) -> list[CheckIn]:
    """Check-ins by their moment, the last answer before and what the day asks; each decided."""
    rows = save(
        CheckIn,
        (
            entry_of(
                CheckIn,
                person,
                at,
                kind="daily",
                last_answer=last,
                facts=convert.daily_facts(asked, at),
            )
            for at, last, asked in days
        ),
    )
    words = said()
    save(
        Decision,
        (entry_of(Decision, person, row.moment, check_in=row, words=words) for row in rows),
    )
    return rows


def save_weeks(person: Person, weeks: Iterable[tuple[datetime, dict[str, Any]]]) -> None:
    """Weekly entries by their moment."""
    save(
        Weekly,
        (
            entry_of(Weekly, person, at, facts={"at": at.isoformat(), **facts})
            for at, facts in weeks
        ),
    )


def save_sessions(person: Person, lived: Sequence[Lived], words: dict[str, Any]) -> None:
    """Sessions with the decision before each, by these words."""
    decisions = save(Decision, (entry_of(Decision, person, one.at, words=words) for one in lived))
    sessions = save(
        Session,
        (
            entry_of(
                Session,
                person,
                one.at,
                decision=decision,
                planned=list(one.planned),
                affected=[one.leg],
            )
            for decision, one in zip(decisions, lived, strict=True)
        ),
    )
    pairs = list(zip(sessions, lived, strict=True))
    save(
        SessionEvent,
        (
            entry_of(SessionEvent, person, event.at, session=row, facts=convert.event_facts(event))
            for row, one in pairs
            for event in one.events
        ),
    )
    save(
        SessionSummary,
        (
            entry_of(
                SessionSummary,
                person,
                one.at,
                session=row,
                facts=convert.session_facts(one.outcome),
            )
            for row, one in pairs
        ),
    )


def set_of(over: datetime, after: Reading) -> list[Event]:
    """One set that feels so at once and, two minutes later, upright."""
    upright = over + timedelta(minutes=2)
    return [
        Event(at=over, kind="set_done"),
        Event(at=over, kind="reading", point="t1", reading=after),
        Event(at=upright, kind="reading", point="t2", reading=after),
        Event(at=upright, kind="continued"),
    ]


def moved(one: ExerciseSession, later: timedelta) -> ExerciseSession:
    """The same session at another time."""
    sets = tuple(replace(each, at=each.at + later) for each in one.sets)
    ended = one.ended + later if one.ended else None
    return replace(one, started=one.started + later, ended=ended, sets=sets)
