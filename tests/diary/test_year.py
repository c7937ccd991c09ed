"""Does a year of use take no more queries than the first day?"""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from spineward.diary import journey
from spineward.diary.models import Person
from tests.cast import owner, stranger
from tests.diary.life import MORNING, first_check_in
from tests.diary.year import DAYS, SESSIONS, live_a_year

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


@pytest.mark.parametrize("step", STEPS)
def test_a_year_takes_no_more_queries_than_a_day(step: str) -> None:
    old, new = owner(), stranger()
    live_a_year(old, MORNING)
    first_check_in(new, MORNING - timedelta(days=1))
    assert 0 < queries(step, old) <= queries(step, new) + 1 <= 9
