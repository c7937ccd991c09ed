"""Are answers kept as sent, merged by the latest, and closed into check-ins?"""

from datetime import timedelta
from typing import cast
from uuid import uuid4

import pytest

from spineward.clinical.check_in import Kind
from spineward.clinical.facts import Mark
from spineward.diary import journey
from spineward.diary.models import Answers, CheckIn, Decision
from spineward.diary.trouble import NotFound, Refused
from tests.cast import owner, stranger
from tests.diary.life import MORNING, SCREEN, answer, day, finish, first_check_in, screen

pytestmark = pytest.mark.django_db


def test_a_new_diary_knows_nothing() -> None:
    known = journey.situation(owner(), now=MORNING)
    assert known.age is None
    assert known.chart is None
    assert known.item == {}
    assert known.screened_at is None
    assert known.history.check_ins == ()


def test_answers_come_back_as_the_engine_takes_them() -> None:
    person = owner()
    first_check_in(person)
    known = journey.situation(person, now=MORNING)
    assert known.age == 45
    assert known.leg_now == 4
    assert known.episode_start is not None
    assert known.episode_start.isoformat() == "2026-11-02"
    assert known.chart == (Mark("calf_upper", "right", 4), Mark("low_back_midline", "middle", 2))
    assert known.item["A4"] == "no_change"
    assert known.spine_procedure == ()
    assert known.screened_at == MORNING
    assert known.now.utcoffset() == timedelta(hours=1)


def test_the_latest_answer_under_each_key_wins() -> None:
    person = owner()
    answer(person, "Q1", SCREEN["Q1"])
    answer(person, "item.A1", {"item": {"A1": "yes"}, "since": {"A1": "2026-11-19"}})
    known = journey.situation(person, now=MORNING)
    assert (known.item["A1"], known.item["A2"]) == ("yes", "no")
    assert known.since["A1"].isoformat() == "2026-11-19"
    answer(person, "Q1", SCREEN["Q1"])
    assert journey.situation(person, now=MORNING).item["A1"] == "no"


def test_a_ticked_line_that_is_not_yet_answered_is_neither_yes_nor_no() -> None:
    person = owner()
    answer(person, "Q1", SCREEN["Q1"])
    answer(person, "Q1", {"item": {**SCREEN["Q1"]["item"], "A1": None}})
    assert "A1" not in journey.situation(person, now=MORNING).item


def test_a_form_sent_twice_adds_one_row_and_keeps_the_first_answer() -> None:
    person, client_id = owner(), uuid4()
    journey.answer(person, "age", {"age": 45}, now=MORNING, client_id=client_id)
    journey.answer(person, "age", {"age": 54}, now=MORNING, client_id=client_id)
    assert Answers.objects.of(person).count() == 1
    assert journey.situation(person, now=MORNING).age == 45


def test_the_last_button_pressed_twice_closes_one_check_in() -> None:
    person, client_id = owner(), uuid4()
    screen(person)
    answer(person, "now", day())
    results = [
        journey.finish_check_in(person, "daily", now=MORNING, client_id=client_id) for _ in range(2)
    ]
    assert results[0] == results[1]
    assert CheckIn.objects.of(person).count() == Decision.objects.of(person).count() == 1


def test_two_tabs_that_finish_the_same_check_in_close_it_once() -> None:
    person = owner()
    first_check_in(person)
    finish(person, MORNING + timedelta(minutes=1))
    assert CheckIn.objects.of(person).count() == 1


def test_several_check_ins_a_day_are_all_kept_and_the_last_is_the_present_one() -> None:
    person = owner()
    first_check_in(person, leg=4)
    evening = MORNING + timedelta(hours=10)
    answer(person, "now", day(leg=7), evening)
    finish(person, evening)
    known = journey.situation(person, now=evening)
    assert known.leg_now == 7
    assert [record.leg_now for record in known.history.check_ins] == [4]
    assert known.history.check_ins[0].at == MORNING


def test_yesterdays_pain_is_history_and_not_todays() -> None:
    person = owner()
    first_check_in(person, leg=4)
    tomorrow = MORNING + timedelta(days=1)
    known = journey.situation(person, now=tomorrow)
    assert known.leg_now is None
    assert known.chart is None
    assert known.age == 45
    assert [record.leg_now for record in known.history.check_ins] == [4]
    assert "leg_now" in journey.assessment(person, now=tomorrow).missing


def test_passing_time_is_no_second_check_in() -> None:
    person = owner()
    evening = MORNING - timedelta(hours=22)
    first_check_in(person, evening, leg=8)
    answer(person, "now", day(leg=3), evening + timedelta(hours=12))
    finish(person, evening + timedelta(hours=12))
    answer(person, "now", day(leg=3), MORNING)
    finish(person, MORNING)
    # Two calm check-ins ten hours apart do not end a severe flare (they must lie 12 hours apart).
    assert journey.assessment(person, now=MORNING).state == "FLARE_SEVERE"
    assert journey.assessment(person, now=MORNING + timedelta(hours=5)).state == "FLARE_SEVERE"


def test_a_check_in_just_before_midnight_still_counts_just_after() -> None:
    person = owner()
    late = MORNING.replace(hour=23, minute=50)
    first_check_in(person, late)
    assert journey.situation(person, now=late + timedelta(minutes=30)).leg_now == 4


def test_a_day_is_the_date_on_the_persons_own_clock() -> None:
    person = owner()
    first_check_in(person, MORNING.replace(hour=0, minute=30))
    # By UTC the check-in lies on the day before.
    assert journey.situation(person, now=MORNING.replace(hour=20)).leg_now == 4


def test_a_check_in_left_unfinished_since_this_morning_is_not_taken_up_in_the_evening() -> None:
    person = owner()
    answer(person, "now", day())
    assert set(journey.draft(person, "daily", now=MORNING).answered) == {"now"}
    evening = MORNING + timedelta(hours=10)
    assert journey.draft(person, "daily", now=evening).answered == {}
    assert journey.situation(person, now=evening).leg_now is None


def test_a_red_flag_counts_at_once_even_if_the_check_in_is_never_finished() -> None:
    person = owner()
    answer(person, "item.A1", {"item": {"A1": "yes"}})
    assert (
        journey.assessment(person, now=MORNING + timedelta(days=2)).care_level.name == "EMERGENCY"
    )


def test_pages_answered_before_the_last_finish_belong_to_that_check_in() -> None:
    person = owner()
    first_check_in(person)
    assert journey.answered(person, now=MORNING) == {}
    assert journey.last_answered(person, now=MORNING)["Q1"] == MORNING


def test_a_check_in_under_way_remembers_pages_and_ticked_lines() -> None:
    person = owner()
    answer(person, "patterns", {"worse_bending": "no"})
    later = MORNING + timedelta(days=3)
    journey.answer(person, "Q1", {}, now=later, client_id=uuid4(), ticked=["A1"])
    draft = journey.draft(person, "weekly", now=later, asks=("Q2",))
    assert draft.answered == {"patterns": MORNING, "Q1": later}
    assert draft.ticked == {"Q1": frozenset({"A1"})}
    assert (draft.kind, draft.asks) == ("weekly", ("Q2",))


def test_the_full_screen_is_as_old_as_its_oldest_page() -> None:
    person = owner()
    screen(person)
    later = MORNING + timedelta(days=6)
    for page in ("Q1", "Q2", "Q3", "Q4"):
        answer(person, page, SCREEN[page], later)
    assert journey.situation(person, now=later).screened_at == MORNING


def test_one_page_on_changes_stands_in_for_health_and_clearance_each_week() -> None:
    person = owner()
    screen(person)
    later = MORNING + timedelta(days=7)
    for page in ("Q1", "Q2", "Q3", "Q4", "Q6"):
        answer(person, page, SCREEN[page], later)
    answer(person, "changes", {}, later)
    assert journey.situation(person, now=later).screened_at == later


def test_the_screen_before_a_session_is_asked_only_for_a_session() -> None:
    person = owner()
    first_check_in(person)
    later = MORNING + timedelta(hours=2)
    assert journey.situation(person, now=later).session_screen_at is None
    assert journey.situation(person, now=later, for_session=True).session_screen_at == MORNING
    answer(person, "QS", {"item": {"A1": "no"}}, later)
    assert journey.situation(person, now=later, for_session=True).session_screen_at == later


def test_not_knowing_when_one_woke_means_no_later_than_the_answer() -> None:
    person = owner()
    answer(person, "woke", {"woke_at": "unknown"})
    assert journey.situation(person, now=MORNING + timedelta(hours=3)).woke_at == MORNING
    assert journey.situation(person, now=MORNING + timedelta(days=1)).woke_at is None


def test_a_decision_is_kept_in_words_with_the_versions_that_made_it() -> None:
    person = owner()
    result = first_check_in(person)
    row = Decision.objects.of(person).get()
    assert row.words["care_level"] == result.care_level.name
    assert row.words["movement_gate"] == result.movement_gate.name
    assert row.words["fired"] == list(result.fired)
    assert row.check_in is not None
    assert row.check_in.kind == "first"
    assert len(row.rules_version) == len(row.content_version) == 12
    assert row.moment.isoformat() == MORNING.isoformat()


def test_rows_are_added_and_never_edited() -> None:
    person = owner()
    answer(person, "age", {"age": 45})
    row = Answers.objects.of(person).get()
    row.answers = {"age": 46}
    with pytest.raises(TypeError, match="added, not edited"):
        row.save()


def test_a_stranger_in_the_same_database_sees_nothing_of_it() -> None:
    first_check_in(owner())
    known = journey.situation(stranger(), now=MORNING)
    assert known.age is None
    assert known.history.check_ins == ()


def test_the_same_form_id_from_two_people_is_two_answers() -> None:
    client_id = uuid4()
    for person, age in ((owner(), 45), (stranger(), 54)):
        journey.answer(person, "age", {"age": age}, now=MORNING, client_id=client_id)
        assert journey.situation(person, now=MORNING).age == age


def test_a_diary_that_was_erased_meanwhile_takes_no_more_answers() -> None:
    person = stranger()
    person.delete()
    with pytest.raises(NotFound):
        answer(person, "age", {"age": 45})


def test_a_weekly_entry_joins_the_history() -> None:
    person, client_id = owner(), uuid4()
    for _ in range(2):
        journey.weekly(person, {"psfs": [4, 6], "mood_low": "no"}, now=MORNING, client_id=client_id)
    (entry,) = journey.situation(person, now=MORNING).history.weekly
    assert (entry.psfs, entry.mood_low, entry.rmdq) == ((4, 6), "no", None)
    with pytest.raises(Refused, match="rmdq: 25"):
        journey.weekly(person, {"rmdq": 25}, now=MORNING, client_id=uuid4())


def test_a_check_in_is_first_daily_weekly_or_before_a_session() -> None:
    with pytest.raises(Refused, match="kind: 'hourly' is not allowed"):
        finish(owner(), kind=cast("Kind", "hourly"))


def test_the_emergency_number_is_asked_for_and_then_kept() -> None:
    person = journey.own_person()
    assert person.emergency_number is None
    journey.set_emergency_number(person, "1 1 2")
    assert journey.own_person().emergency_number == "112"
    with pytest.raises(Refused, match="emergency_number"):
        journey.set_emergency_number(person, "help")
