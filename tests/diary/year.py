"""What does a year of use look like in the database? 365 check-ins and 700 sessions of four sets.

Rows are written in bulk: by the pages it would take minutes.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo
from functools import cache
from typing import Any, TypeVar
from uuid import uuid4

from spineward.clinical.assessment import assess
from spineward.clinical.case import Case
from spineward.clinical.facts import ExerciseSession, Mark, Reading
from spineward.clinical.facts.session import SessionEvent as Event
from spineward.clinical.plan import plan
from spineward.clinical.session import state
from spineward.diary import convert
from spineward.diary.models import (
    Answers,
    CheckIn,
    Decision,
    Entry,
    Note,
    Person,
    Session,
    SessionEvent,
    SessionSummary,
    Weekly,
)
from spineward.diary.models.entry import offset_of
from spineward.diary.versions import content_version, rules_version
from tests.cases.build import established
from tests.diary.life import ABOUT, SCREEN, day

DAYS = 365
SESSIONS = 700
SETS = ("M10", "M33", "M20", "M11")
BACK = Mark("low_back_midline", "middle", 2)
BEFORE = Reading((Mark("calf_upper", "right", 3), BACK), "no", "none")
AFTER = Reading((Mark("calf_upper", "right", 1), BACK), "no", "none")

Row = TypeVar("Row", bound=Entry)


def live_a_year(person: Person, now: datetime) -> None:
    """A year that ends with a check-in and two sessions yesterday; the last screen is fresh."""
    start = now - timedelta(days=DAYS)
    mornings = [start + timedelta(days=count) for count in range(DAYS)]
    _answers(person, start, mornings)
    last = Answers.objects.of(person).order_by("-id").values_list("id", flat=True)[0]
    words = said()
    check_ins = save(
        CheckIn,
        [
            entry_of(
                CheckIn,
                person,
                at,
                kind="daily",
                last_answer=last,
                facts=convert.daily_facts(day(leg=2 + count % 3), at),
            )
            for count, at in enumerate(mornings)
        ],
    )
    save(
        Decision,
        [entry_of(Decision, person, row.moment, check_in=row, words=words) for row in check_ins],
    )
    save(
        Note, [entry_of(Note, person, row.moment, check_in=row, text="slept") for row in check_ins]
    )
    weeks = mornings[::7]
    facts = {"psfs": [5, 6], "rmdq": 8, "mood_low": "no", "fear_moving": 3, "weeks_off_work": 0}
    save(
        Weekly,
        [entry_of(Weekly, person, at, facts={"at": at.isoformat(), **facts}) for at in weeks],
    )
    half_day = timedelta(days=DAYS) / SESSIONS
    _sessions(person, [start + half_day * count + timedelta(hours=1) for count in range(SESSIONS)])


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


def save(model: type[Row], rows: Sequence[Row]) -> list[Row]:
    """Save rows in bulk; they know their ids then."""
    model._default_manager.bulk_create(rows, batch_size=500)
    return list(rows)


def _answers(person: Person, start: datetime, mornings: list[datetime]) -> None:
    rows = [entry_of(Answers, person, start, page="about", answers=ABOUT)]
    for count, at in enumerate(mornings):
        rows.append(entry_of(Answers, person, at, page="now", answers=day()))
        if count % 7 == 0 or at == mornings[-1]:
            rows += [
                entry_of(Answers, person, at, page=page, answers=answers)
                for page, answers in SCREEN.items()
            ]
    save(Answers, rows)


def said() -> dict[str, Any]:
    """What a decision says to somebody in the middle of such a year."""
    known = established("r6:3 back:2")
    result = assess(known)
    return convert.decision_words(result, plan(Case(known), result))


def _sessions(person: Person, starts: list[datetime]) -> None:
    words = said()
    decisions = save(Decision, [entry_of(Decision, person, at, words=words) for at in starts])
    sessions = save(
        Session,
        [
            entry_of(
                Session, person, row.moment, decision=row, planned=list(SETS), affected=["right"]
            )
            for row in decisions
        ],
    )
    events = []
    for row in sessions:
        events += [
            entry_of(SessionEvent, person, event.at, session=row, facts=convert.event_facts(event))
            for event in _events(row.moment)
        ]
    save(SessionEvent, events)
    save(
        SessionSummary,
        [
            entry_of(
                SessionSummary,
                person,
                row.moment,
                session=row,
                facts=convert.session_facts(_done(row.moment)),
            )
            for row in sessions
        ],
    )


def _events(at: datetime) -> list[Event]:
    """Four sets, one of each movement; the pain eases with the first and stays so."""
    events = [Event(at=at, kind="started", reading=BEFORE)]
    for count in range(len(SETS)):
        over = at + timedelta(minutes=5 * count + 2)
        upright = over + timedelta(minutes=2)
        events += [
            Event(at=over, kind="set_done"),
            Event(at=over, kind="reading", point="t1", reading=AFTER),
            Event(at=upright, kind="reading", point="t2", reading=AFTER),
            Event(at=upright, kind="continued"),
        ]
    return events


def _done(at: datetime) -> ExerciseSession:
    """What these events come to: the first session's outcome, at another time."""
    first = _first(at.tzinfo)
    later = at - first.started
    sets = tuple(replace(one, at=one.at + later) for one in first.sets)
    ended = first.ended + later if first.ended else None
    return replace(first, started=at, ended=ended, sets=sets)


@cache
def _first(clock: tzinfo | None) -> ExerciseSession:
    """One session by the same replay as in life; 700 of them would take seconds."""
    at = datetime(2026, 1, 1, 9, tzinfo=clock)
    return state(tuple(_events(at)), SETS, ("right",), at + timedelta(hours=1)).done
