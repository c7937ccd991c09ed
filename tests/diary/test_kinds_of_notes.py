"""May a note say what it is about, and is it known of which rules the person has read?"""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from spineward.diary import journey
from spineward.diary.models import Told
from spineward.diary.past import DECIDE
from spineward.diary.trouble import Refused
from tests.cast import owner, stranger
from tests.diary.life import MORNING, first_check_in

pytestmark = pytest.mark.django_db


def test_goals_and_questions_are_kept_apart_newest_first_as_last_corrected() -> None:
    person = owner()
    for hours, kind, text in ((0, "goal", "cycle"), (1, "question", "Why?"), (2, "goal", "garden")):
        now = MORNING + timedelta(hours=hours)
        journey.note(person, text, now=now, client_id=uuid4(), kind=kind)
    journey.note(stranger(), "sing", now=MORNING, client_id=uuid4(), kind="goal")
    (latest, first) = journey.notes_of(person, "goal")
    assert (latest.text, first.text) == ("garden", "cycle")
    journey.correct_note(person, first.id, "cycle to work", client_id=uuid4())
    assert [one.text for one in journey.notes_of(person, "goal")] == ["garden", "cycle to work"]
    assert [one.text for one in journey.notes_of(person, "question")] == ["Why?"]
    assert journey.notes_of(person, "worse") == ()


def test_what_made_it_worse_needs_no_words_and_keeps_movement_and_day_when_corrected() -> None:
    person, yesterday = owner(), MORNING.date() - timedelta(days=1)
    journey.note(
        person, "", now=MORNING, client_id=uuid4(), kind="worse", movement="M10", on=yesterday
    )
    (kept,) = journey.notes_of(person, "worse")
    journey.correct_note(person, kept.id, "in the calf", client_id=uuid4())
    (now,) = journey.notes_of(person, "worse")
    assert (now.text, now.movement, now.on) == ("in the calf", "M10", yesterday)
    assert [entry.notes[0].kind for entry in journey.diary(person).entries] == ["worse", "worse"]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("x", {"kind": "wish"}),
        ("", {"kind": "goal"}),
        ("x", {"kind": "worse", "movement": "M99"}),
        ("x", {"kind": "worse", "on": MORNING.date() + timedelta(days=1)}),
    ],
)
def test_a_note_about_nothing_known_is_refused(text: str, about: journey.About) -> None:
    with pytest.raises(Refused):
        journey.note(owner(), text, now=MORNING, client_id=uuid4(), **about)
    assert journey.diary(owner()).entries == ()


def test_a_rule_that_was_read_stays_read_until_a_decision_finds_that_it_is_over() -> None:
    person = owner()
    first_check_in(person)
    journey.tell(person, ["T2", "T7"], now=MORNING, client_id=UUID(int=7))
    journey.tell(person, ["T2", "T7"], now=MORNING, client_id=UUID(int=7))
    assert Told.objects.of(person).count() == 2
    assert set(journey.told(person)) == {"T2", "T7"}
    assert journey.told(stranger()) == {}
    journey.answer(
        person, "now", {"leg_now": 2}, now=MORNING + timedelta(hours=1), client_id=uuid4()
    )
    later = MORNING + timedelta(hours=2)
    journey.finish_check_in(person, "daily", now=later, client_id=uuid4())
    assert journey.told(person) == {}
    journey.tell(person, ["T2"], now=later, client_id=uuid4())
    assert journey.told(person) == {"T2": later}
    assert [one.kind for one in journey.diary(person).entries].count("told") == 3


def test_no_decision_reads_a_note_or_what_was_told() -> None:
    assert not {"notes", "told"} & DECIDE.keys()
