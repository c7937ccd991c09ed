"""Is the example person's life believable: better, a flare, a stop, somebody who looked at it?

Hazards: H-12.
"""

from datetime import timedelta

import pytest
from pytest_django.fixtures import Settings

from spineward.clinical.facts import CareLevel, SetVerdict
from spineward.clinical.helped import Helped, helped
from spineward.diary import example, journey
from spineward.diary.example import Weeks
from spineward.diary.example_person import NOTES, SEEN, SENDS_DOWN, STOP
from spineward.diary.models import Decision, Note, Person
from spineward.diary.trouble import Clash
from spineward.export.take_in import take_in
from tests.cast import owner, stranger
from tests.diary.life import MORNING
from tests.export.weeks import archived, read

pytestmark = pytest.mark.django_db
STOPPED = SetVerdict.STOP_MOVEMENT


@pytest.mark.slow
def test_twelve_weeks_have_a_flare_a_stop_a_review_and_end_well() -> None:
    person = owner()
    Weeks(person, MORNING).live()
    _the_rules_say_so(person)
    _a_stop_where_it_went_down_the_leg(person)
    _what_helps_and_what_does_not(person)
    _notes_of_every_kind(person)
    # What no diary could hold would not be read back.
    days = {line.at.date() for line in read(archived(person)).tables["check_ins"]}
    assert min(days) == MORNING.date() - timedelta(days=example.DAYS - 1)
    assert max(days) == MORNING.date()


def _the_rules_say_so(person: Person) -> None:
    """A flare, a hip that is told and looked at within the time that was said, and a good end."""
    said = list(Decision.objects.of(person).order_by("id"))
    fired = {rule for row in said for rule in row.words["fired"]}
    assert {"FLARE_SEVERE", "FLARE_MODERATE", "C12", "T1", "T2", "N1"} <= fired
    assert "C12" not in said[-1].words["fired"]
    first = min(row.at.date() for row in said if row.words["care_level"] == "SOON")
    seen = MORNING.date() - timedelta(days=example.DAYS - 1 - SEEN)
    assert timedelta() < seen - first <= timedelta(days=14)
    result, plan = journey.plan(person, now=MORNING)
    assert result.care_level == CareLevel.SELF_CARE
    planned = [offer.movement for offer in plan.offered if offer.in_plan]
    assert planned[:2] == ["M10", "M30a"]  # what helps comes first
    assert plan.opens_at is None


def _a_stop_where_it_went_down_the_leg(person: Person) -> None:
    """It comes on its day, and what did it is left alone until somebody has looked at it."""
    begins = MORNING.date() - timedelta(days=example.DAYS - 1)
    sets = [
        ((done.at.date() - begins).days, done)
        for session in journey.situation(person, now=MORNING).history.sessions
        for done in session.sets
    ]
    stops = [(day, done.movement, done.label) for day, done in sets if done.verdict >= STOPPED]
    assert stops == [(STOP, SENDS_DOWN, "PERIPHERALIZED")]
    again = [day for day, done in sets if done.movement == SENDS_DOWN and day > STOP]
    assert min(again) > SEEN


def _what_helps_and_what_does_not(person: Person) -> None:
    """Each heading of "What helps me" has a movement, and what is under it bears it out."""
    found: dict[str, list[Helped]] = {"helps": [], "not": [], "too_early": []}
    for one in helped(journey.situation(person, now=MORNING)):
        found[one.side].append(one)
    assert len(found["helps"]) >= 2
    for one in found["helps"]:
        assert one.better > one.same
        assert one.worse == one.stopped == 0
        assert one.mornings_not_worse > 5 * one.mornings_worse
    # By its lower end the first does good more often than not: no mere luck.
    assert found["helps"][0].interval is not None
    assert found["helps"][0].interval.low > 50
    (down,) = [one for one in found["not"] if one.further_down]
    assert (down.movement, down.further_down, down.better) == (SENDS_DOWN, 1, 0)
    assert len(found["not"]) >= 2
    assert found["too_early"] != []


def _notes_of_every_kind(person: Person) -> None:
    """All that was written is there, what made it worse also by its movement."""
    notes = list(Note.objects.of(person))
    assert {note.text for note in notes} == {words.text for words in NOTES.values()}
    assert {note.kind for note in notes} == {"", "goal", "question", "worse"}
    (down,) = [note for note in notes if note.movement]
    begins = MORNING.date() - timedelta(days=example.DAYS - 1)
    assert (down.kind, down.movement) == ("worse", SENDS_DOWN)
    assert down.on == begins + timedelta(days=STOP)


def test_the_same_moment_gives_the_same_weeks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(example, "DAYS", 12)
    first, second = owner(), stranger()
    for person in (first, second):
        Weeks(person, MORNING).live()

    def told(whose: Person) -> list[object]:
        rows = Decision.objects.filter(person=whose).order_by("id")
        return [(row.at, row.words) for row in rows]

    assert told(first) == told(second) != []


def test_its_archive_comes_into_no_real_diary(
    monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    monkeypatch.setattr(example, "DAYS", 2)
    person = stranger()
    Weeks(person, MORNING).live()
    kept = read(archived(person))
    with pytest.raises(Clash, match="example person"):
        take_in(owner(), kept, join=True)
    assert not Decision.objects.of(owner()).exists()
    settings.EXAMPLE = True
    assert take_in(person, kept).new == 0


def test_they_can_be_lived_at_any_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(example, "DAYS", 3)
    for hour in (0, 7, 23):
        person = stranger()
        now = MORNING.replace(hour=hour, minute=10)
        Weeks(person, now).live()
        assert all(row.moment <= now for row in Decision.objects.of(person))
        journey.assessment(person, now=now)
