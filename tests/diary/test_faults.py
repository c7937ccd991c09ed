"""Is nothing lost, and the person told plainly, when the disk is full or the program is killed?"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection

from spineward.diary import journey
from spineward.diary.models import Answers, CheckIn, Decision
from spineward.diary.trouble import Unsaved
from tests.cast import owner
from tests.diary.life import MORNING, answer, day, first_check_in, screen
from tests.diary.programs import run

pytestmark = pytest.mark.sqlite


@contextmanager
def full_disk() -> Iterator[None]:
    """The file cannot grow by a single page any more."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        (pages,) = cursor.fetchone()
        cursor.execute(f"PRAGMA max_page_count = {pages}")
        try:
            yield
        finally:
            cursor.execute("PRAGMA max_page_count = 1073741823")


@pytest.mark.django_db(transaction=True)
def test_a_full_disk_is_told_plainly_and_nothing_is_half_saved() -> None:
    person = owner()
    first_check_in(person)
    rows = Answers.objects.of(person).count()
    long = {"team_allowed": ["M10" * 100_000]}
    with full_disk(), pytest.raises(Unsaved, match="the disk is full"):
        answer(person, "team", long)
    assert Answers.objects.of(person).count() == rows
    answer(person, "age", {"age": 46})
    assert journey.situation(person, now=MORNING).age == 46


@pytest.mark.django_db(transaction=True)
def test_an_emergency_is_shown_even_when_its_lock_cannot_be_saved() -> None:
    person = owner()
    first_check_in(person)
    answer(person, "item.A1", {"item": {"A1": "yes"}})
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only = ON")
        try:
            result = journey.assessment(person, now=MORNING)
        finally:
            cursor.execute("PRAGMA query_only = OFF")
    assert result.care_level.name == "EMERGENCY"
    assert journey.situation(person, now=MORNING).history.locks == ()
    journey.assessment(person, now=MORNING)
    (lock,) = journey.situation(person, now=MORNING).history.locks
    assert lock.rules == ("A1",)


@pytest.mark.django_db(transaction=True)
def test_a_diary_that_may_not_be_written_is_told_plainly() -> None:
    person = owner()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only = ON")
        try:
            with pytest.raises(Unsaved, match="cannot be written to"):
                answer(person, "age", {"age": 46})
        finally:
            cursor.execute("PRAGMA query_only = OFF")


@pytest.mark.django_db
def test_a_decision_that_fails_takes_its_check_in_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    person = owner()
    screen(person)
    answer(person, "now", day())

    def breaks(*_: object, **__: object) -> None:
        raise RuntimeError("in the middle of it")

    monkeypatch.setattr(Decision.objects, "add", breaks)
    with pytest.raises(RuntimeError):
        journey.finish_check_in(person, "daily", now=MORNING, client_id=uuid4())
    assert CheckIn.objects.of(person).count() == 0


KILLED = """
import os, signal
from spineward.diary import database, journey
database.prepare(lambda step: None)
from spineward.diary.models import Decision
from tests.diary.life import MORNING, answer, day, finish, screen
person = journey.own_person()
screen(person)
answer(person, "now", day())
Decision.objects.add = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)
finish(person)
"""
RESUMED = """
from spineward.diary import journey
from spineward.diary.models import CheckIn, Decision
from tests.diary.life import MORNING, finish
person = journey.own_person()
print(CheckIn.objects.of(person).count(), sorted(journey.answered(person, now=MORNING)))
finish(person)
print(CheckIn.objects.of(person).count(), Decision.objects.of(person).count())
"""


@pytest.mark.slow
def test_a_program_killed_while_saving_loses_no_answer_and_keeps_no_half_decision(
    tmp_path: Path,
) -> None:
    assert run(KILLED, tmp_path).returncode == -signal.SIGKILL
    resumed = run(RESUMED, tmp_path)
    assert resumed.stdout.splitlines() == [
        "0 ['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6', 'Q7', 'now']",
        "1 1",
    ], resumed.stderr
