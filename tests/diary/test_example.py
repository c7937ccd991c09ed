"""Is the example person's life believable: better, a flare, a stop, somebody who looked at it?

Hazards: H-12.
"""

from datetime import timedelta

import pytest
from pytest_django.fixtures import Settings

from spineward.clinical.facts import CareLevel, SetVerdict
from spineward.diary import example, journey
from spineward.diary.example import Weeks
from spineward.diary.models import Decision, Note, Person
from spineward.diary.trouble import Clash
from spineward.export.take_in import take_in
from tests.cast import owner, stranger
from tests.diary.life import MORNING
from tests.export.weeks import archived, read

pytestmark = pytest.mark.django_db


@pytest.mark.slow
def test_twelve_weeks_have_a_flare_a_stop_a_review_and_end_well() -> None:
    person = owner()
    Weeks(person, MORNING).live()
    words = [row.words for row in Decision.objects.of(person).order_by("id")]
    fired = {rule for said in words for rule in said["fired"]}
    assert {"FLARE_SEVERE", "FLARE_MODERATE", "C12", "T1", "T2", "N1"} <= fired
    assert "C12" not in words[-1]["fired"]
    verdicts = {
        one.verdict
        for session in journey.situation(person, now=MORNING).history.sessions
        for one in session.sets
    }
    assert {SetVerdict.CONTINUE, SetVerdict.STOP_MOVEMENT} <= verdicts
    result, plan = journey.plan(person, now=MORNING)
    assert result.care_level == CareLevel.SELF_CARE
    assert any(offer.in_plan for offer in plan.offered)
    assert plan.opens_at is None
    assert {note.kind for note in Note.objects.of(person)} == {"", "goal", "question", "worse"}
    # What no diary could hold would not be read back.
    days = {line.at.date() for line in read(archived(person)).tables["check_ins"]}
    assert min(days) == MORNING.date() - timedelta(days=example.DAYS - 1)
    assert max(days) == MORNING.date()


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
