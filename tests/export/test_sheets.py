"""Do the tables for a spreadsheet hold a day, a set and a mark a row, and never a formula?

Hazards: H-26.
"""

import csv
from datetime import timedelta
from io import StringIO
from uuid import uuid4

import pytest

from spineward.diary import journey
from spineward.diary.models import Person
from spineward.export import sheets
from tests.cast import owner
from tests.diary.life import MORNING, answer, day, finish, first_check_in
from tests.export.weeks import three_weeks

pytestmark = pytest.mark.django_db


def sheet(person: Person, name: str) -> list[dict[str, str]]:
    """The rows of one sheet by the names of its columns."""
    text = sheets.sheets(person)[name].decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline="")))


def test_a_day_with_two_check_ins_is_one_row_with_the_later_one() -> None:
    person = owner()
    first_check_in(person, leg=4)
    later = MORNING + timedelta(hours=8)
    answer(person, "now", day(leg=2), later)
    finish(person, later)
    (row,) = sheet(person, "check-ins.csv")
    assert (row["day"], row["check_ins"], row["leg_now"]) == ("2026-11-20", "2", "2")
    assert len(sheet(person, "marks.csv")) == 4


def test_every_mark_and_every_set_has_its_row() -> None:
    person = owner()
    three_weeks(person)
    history = journey.situation(person, now=MORNING + timedelta(days=90)).history
    marks = sum(len(record.chart or ()) for record in history.check_ins)
    assert len(sheet(person, "marks.csv")) == marks > 0
    sets = [one for session in history.sessions for one in session.sets]
    assert len(sheet(person, "sets.csv")) == len(sets) > 0
    assert {row["verdict"] for row in sheet(person, "sets.csv")} == {s.verdict.name for s in sets}
    assert sheet(person, "weeks.csv")[0]["psfs"] == "5 6"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\uff1d", "\uff20"])
def test_what_a_person_wrote_is_never_a_formula(sign: str) -> None:
    person = owner()
    journey.note(person, f"{sign}1+cmd|' /C calc'!A0", now=MORNING, client_id=uuid4())
    (row,) = sheet(person, "notes.csv")
    assert row["note"] == f"'{sign}1+cmd|' /C calc'!A0"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_the_name_of_a_task_is_never_a_formula_either(sign: str) -> None:
    person = owner()
    entry = {"tasks": [f"{sign}1+1", "Walk"], "psfs": [3, 4]}
    journey.weekly(person, entry, now=MORNING, client_id=uuid4())
    (row,) = sheet(person, "weeks.csv")
    assert (row["tasks"], row["psfs"]) == (f"'{sign}1+1; Walk", "3 4")


def test_a_number_below_zero_stays_a_number() -> None:
    person = owner()
    journey.weekly(person, {"global_change": -3}, now=MORNING, client_id=uuid4())
    assert sheet(person, "weeks.csv")[0]["global_change"] == "-3"


def test_a_note_over_two_lines_with_quotes_stays_one_cell() -> None:
    person = owner()
    words = 'He said "walk",\nso I did; 2 km'
    journey.note(person, words, now=MORNING, client_id=uuid4())
    assert sheet(person, "notes.csv")[0]["note"] == words


def test_what_was_corrected_is_left_out() -> None:
    person = owner()
    first_check_in(person, leg=4)
    (entry, *_) = journey.diary(person).entries
    journey.correct_check_in(person, entry.id, {"leg_now": 3}, now=MORNING, client_id=uuid4())
    assert [row["leg_now"] for row in sheet(person, "check-ins.csv")] == ["3"]
