"""Does a year of use take no more queries than a day, and is the year written as in life?"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from spineward.clinical.facts.session import SessionEvent as Event
from spineward.diary import journey
from spineward.diary.models import CheckIn, Decision, Person, SessionEvent, SessionSummary, Weekly
from tests.cast import owner, stranger
from tests.diary.life import MORNING, first_check_in
from tests.diary.year import AFTER, BEFORE, DAYS, SESSIONS, live_a_year

pytestmark = pytest.mark.django_db

STEPS: dict[str, Callable[[Person], object]] = {
    "situation": lambda person: journey.situation(person, now=MORNING),
    "assessment": lambda person: journey.assessment(person, now=MORNING),
    "plan": lambda person: journey.plan(person, now=MORNING),
    "draft": lambda person: journey.draft(person, "daily", now=MORNING),
    "open_session": lambda person: journey.open_session(person, now=MORNING),
}


def queries(step: str, person: Person) -> int:
    """How many queries this step takes for this person."""
    with CaptureQueriesContext(connection) as captured:
        STEPS[step](person)
    return len(captured)


def test_a_year_is_read_whole() -> None:
    person = owner()
    live_a_year(person, MORNING)
    history = journey.situation(person, now=MORNING).history
    assert len(history.check_ins) == DAYS
    assert len(history.sessions) == SESSIONS
    assert sum(len(session.sets) for session in history.sessions) == 4 * SESSIONS
    assert [record.at for record in history.check_ins] == sorted(r.at for r in history.check_ins)
    assert history.sessions[0].started < history.sessions[-1].started < MORNING + timedelta(1)


@pytest.mark.slow
def test_a_year_takes_no_more_queries_than_a_day() -> None:
    old, new = owner(), stranger()
    live_a_year(old, MORNING)
    first_check_in(new, MORNING - timedelta(days=1))
    for step in STEPS:
        assert 0 < queries(step, old) <= queries(step, new) + 1 <= 9, step


def shape(stored: Any) -> Any:
    """The names and the types of stored JSON, without its values."""
    if isinstance(stored, dict):
        return {name: shape(value) for name, value in sorted(stored.items())}
    return type(stored).__name__


def shapes(person: Person) -> dict[str, set[str]]:
    """The shapes of all rows of a person: what a check-in, a decision, a session's parts hold."""
    events = SessionEvent.objects.of(person)
    return {
        "check-in": {str(shape(row.facts)) for row in CheckIn.objects.of(person)},
        "decision": {str(shape(row.words)) for row in Decision.objects.of(person)},
        "event": {str((row.facts["kind"], shape(row.facts))) for row in events},
        "summary": {str(shape(row.facts)) for row in SessionSummary.objects.of(person)},
        "weekly": {str(shape(row.facts)) for row in Weekly.objects.of(person)},
    }


def live_a_day(person: Person) -> None:
    """A check-in, a weekly entry and a session of one set, through the door of the pages."""
    first_check_in(person)
    journey.weekly(
        person,
        {"psfs": [5, 6], "rmdq": 8, "mood_low": "no", "fear_moving": 3, "weeks_off_work": 0},
        now=MORNING,
        client_id=uuid4(),
    )
    session = journey.start_session(person, ("M10",), BEFORE, now=MORNING, client_id=uuid4())
    upright = MORNING + timedelta(minutes=4)
    for event in (
        Event(at=MORNING, kind="set_done"),
        Event(at=MORNING, kind="reading", point="t1", reading=AFTER),
        Event(at=upright, kind="reading", point="t2", reading=AFTER),
        Event(at=upright, kind="continued"),
    ):
        journey.record(person, session.id, event, now=event.at, client_id=uuid4())


@pytest.mark.slow
def test_the_year_is_written_as_the_journey_writes_a_day() -> None:
    year, one_day = owner(), stranger()
    live_a_year(year, MORNING)
    live_a_day(one_day)
    in_life = shapes(one_day)
    for kind, seeded in shapes(year).items():
        assert seeded, kind
        assert seeded <= in_life[kind], kind
