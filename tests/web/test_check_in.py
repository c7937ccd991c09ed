"""Does the check-in ask what it must, keep what was entered, and stop where help is needed?

Long on purpose: one page after the other, in the order a person meets them.
"""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from spineward.clinical.assessment import assess
from spineward.diary import journey
from spineward.web.check_in import way as the_way
from tests.cast import owner
from tests.diary.life import answer, day, finish
from tests.web.walk import ABOUT, SCREEN, USUAL_A1, Walker


def known(walk: Walker) -> Any:
    """What the diary knows now."""
    return journey.situation(owner(), now=walk.clock.at)


def test_nothing_wrong_takes_seven_taps_of_red_flags(walk: Walker) -> None:
    walk.open("/")
    walk.open("/check-in/")
    walk.screen()
    assert walk.taps <= 8
    walk.arrives("/check-in/about/")


def test_a_first_check_in_leads_to_what_is_safe_today_and_why(walk: Walker) -> None:
    walk.first_check_in()
    assert "Start session" in walk.text
    assert 'href="/plan/"' in walk.text
    assert known(walk).chart[0].zone == "low_back_midline"


def test_nothing_is_filled_in_on_any_page_of_the_check_in(walk: Walker) -> None:
    pages = [*SCREEN, "QS", "about", "now", "day", "patterns", "patterns_2", "strength", "weekly"]
    pages += ["changes", "item.A1", "item.A4", "item.A8", "item.B2", "item.C8", "clarify.A1"]
    pages += ["health.blood", "health.procedure", "health.pregnant", "health.CL3", "chart"]
    for page in pages:
        walk.open(f"/check-in/{page}/")
        assert walk.status == 200, page
        assert walk.controls.filled == [], page
    walk.open("/check-in/chart/?place=calf_upper-right")
    assert walk.controls.filled == []


def test_a_draft_goes_on_where_it_was_left(walk: Walker) -> None:
    walk.open("/check-in/")
    walk.send(answer="none")
    walk.send(answer="none")
    walk.open("/")
    walk.clock.wait(hours=2)
    walk.open("/check-in/")
    walk.arrives("/check-in/Q3/")


# --- Red flags -------------------------------------------------------------------------------


def test_a_line_ticked_by_mistake_locks_nothing(walk: Walker) -> None:
    walk.open("/check-in/")
    walk.send(tick=["A1"], answer="some")
    walk.arrives("/check-in/item.A1/")
    walk.send(answer="no")
    walk.arrives("/check-in/Q2/")
    assert known(walk).history.locks == ()


def test_a_tick_left_half_way_takes_back_a_no_but_never_a_yes(walk: Walker) -> None:
    walk.was_checked_in()
    answer(owner(), "item.C11", {"item": {"C11": "yes"}}, walk.clock.at)
    walk.open("/check-in/Q2/?kind=daily")
    walk.send(tick=["B1"], answer="some")
    item = known(walk).item
    assert "B1" not in item
    assert item["C11"] == "yes"


def test_a_confirmed_emergency_shows_its_card_at_once_and_locks_movement(walk: Walker) -> None:
    walk.open("/check-in/")
    walk.send(tick=["A1"], answer="some")
    walk.send(answer="yes", **USUAL_A1)
    walk.arrives("/")
    assert "tel:112" in walk.text
    assert "Start session" not in walk.text
    assert "Someone has examined me" in walk.text
    walk.open("/session/")
    walk.arrives("/")


def test_someone_who_was_examined_is_released_by_a_fresh_screen(walk: Walker) -> None:
    walk.was_checked_in()
    walk.clock.wait(hours=1)
    walk.send("/check-in/item.A1/?kind=daily", answer="yes", **USUAL_A1)
    assert "tel:112" in walk.open("/")
    walk.clock.wait(days=1)
    walk.open("/check-in/examined/")
    day = walk.clock.at
    walk.send(day_day="1", day_month="1", day_year="2020", told_ok="yes")
    assert "after the lock" in walk.text
    assert 'value="2020"' in walk.text
    walk.send(day_day=str(day.day), day_month=str(day.month), day_year=str(day.year), told_ok="yes")
    for page in SCREEN:
        walk.arrives(f"/check-in/{page}/")
        walk.send(answer="none")
    walk.today()
    walk.arrives("/")
    assert "tel:112" not in walk.text
    assert known(walk).history.locks[0].released_at is not None


LOST_FOOT = {
    "answer": "yes",
    "detail_right": "yes",
    "detail_left": "no",
    "since": "1",
    "worsened": "never",
}


def examined_today(walk: Walker) -> None:
    """Say on the page of the lock that someone looked at it today, and that exercise is fine."""
    day = walk.clock.at
    walk.open("/check-in/examined/")
    walk.send(day_day=str(day.day), day_month=str(day.month), day_year=str(day.year), told_ok="yes")


def test_an_examination_told_with_the_finding_does_not_take_the_card_away(walk: Walker) -> None:
    """It came before the lock, and is refused as the one after it."""
    walk.was_checked_in()
    walk.clock.wait(hours=1)
    walk.send("/check-in/item.A7/?kind=daily", **LOST_FOOT, examined="0", told_ok="yes")
    for _ in range(2):
        assert "tel:112" in walk.open("/")
    examined_today(walk)
    assert "You told us of that visit before the lock" in walk.text
    assert "tel:112" in walk.open("/")


def test_an_examination_after_the_lock_counts_on_the_same_day(walk: Walker) -> None:
    """The card gives way to what was seen; movement stays locked."""
    walk.was_checked_in()
    walk.clock.wait(hours=1)
    walk.send("/check-in/item.A7/?kind=daily", **LOST_FOOT, examined="none")
    assert "tel:112" in walk.open("/")
    walk.clock.wait(hours=5)
    examined_today(walk)
    walk.open("/")
    assert journey.assessment(owner(), now=walk.clock()).fired == ("A7 seen",)


def test_not_sure_asks_one_clarifying_question_that_can_clear_it(walk: Walker) -> None:
    walk.open("/check-in/")
    walk.send(tick=["A1"], answer="unsure")
    walk.arrives("/check-in/item.A1/")
    walk.send(answer="not_sure")
    walk.arrives("/check-in/clarify.A1/")
    walk.send(answer="yes")
    walk.arrives("/check-in/Q2/")
    assert known(walk).item["A1"] == "no"


def test_still_not_sure_about_the_bladder_is_an_emergency(walk: Walker) -> None:
    walk.open("/check-in/")
    walk.send(tick=["A1"], answer="unsure")
    walk.send(answer="not_sure")
    walk.send(answer="not_sure")
    walk.arrives("/")
    assert "tel:112" in walk.text


def test_preferring_not_to_say_is_a_call_today_after_the_short_pages(walk: Walker) -> None:
    walk.open("/check-in/")
    walk.send(tick=["A4"], answer="some")
    walk.arrives("/check-in/item.A4/")
    walk.send(answer="prefer_not_to_say")
    if walk.here == "/check-in/clarify.A4/":
        walk.send(answer="not_sure")
    for page in ("Q2", "Q3", "Q4", "Q5"):
        walk.arrives(f"/check-in/{page}/")
        walk.send(answer="none")
    walk.arrives("/")
    assert "today--same_day" in walk.text
    assert "tel:" not in walk.text.replace('href="/emergency/"', "")


def test_a_confirmed_same_day_item_shows_its_card_after_the_short_pages(walk: Walker) -> None:
    walk.open("/check-in/")
    for page in ("Q1", "Q2"):
        walk.arrives(f"/check-in/{page}/")
        walk.send(answer="none")
    walk.send(tick=["B3"], answer="some")
    walk.arrives("/check-in/item.B3/")
    walk.send(answer="yes", since="0", examined="none")
    for page in ("Q4", "Q5"):
        walk.arrives(f"/check-in/{page}/")
        walk.send(answer="none")
    walk.arrives("/")
    assert "today--same_day" in walk.text
    assert known(walk).history.locks[0].rules == ("B3",)
    walk.open("/check-in/")
    walk.arrives("/check-in/Q1/")


def test_a_thought_of_self_harm_reads_its_help_lines_first(walk: Walker) -> None:
    walk.open("/check-in/")
    for _ in range(3):
        walk.send(answer="none")
    walk.send(tick=["A16"], answer="some")
    walk.arrives("/check-in/item.A16/")
    walk.send(answer="yes")
    walk.arrives("/")
    assert "today--help" in walk.text
    assert walk.text.index("116 123") < walk.text.index("tel:112")
    assert "<h1>You are not alone with this</h1>" in walk.text


def test_thoughts_that_stay_after_a_contact_still_show_people_to_talk_to(walk: Walker) -> None:
    """No doctor "has seen this", and nobody is left with a visit in some weeks alone."""
    walk.was_checked_in()
    walk.clock.wait(hours=1)
    walk.send("/check-in/item.A16/?kind=daily", answer="yes")
    walk.clock.wait(hours=5)
    examined_today(walk)
    walk.open("/")
    assert journey.assessment(owner(), now=walk.clock()).fired == ("A16 seen",)
    assert "today--locked" in walk.text
    assert "You are not alone with this" in walk.text
    assert "116 123" in walk.text
    assert "If the thoughts stay or grow, talk to someone again now." in walk.text
    assert "A doctor has seen this" not in walk.text


# --- Health lines ----------------------------------------------------------------------------


def test_a_health_line_ticked_by_mistake_is_cleared_on_its_pages(walk: Walker) -> None:
    walk.open("/check-in/")
    for _ in range(4):
        walk.send(answer="none")
    walk.send(tick=["pregnant"], answer="some")
    walk.arrives("/check-in/health.pregnant/")
    walk.send(pregnant="no")
    walk.arrives("/check-in/item.B10/")
    walk.send(answer="no")
    walk.arrives("/check-in/Q6/")
    assert known(walk).item["B10"] == "no"


def test_a_blood_thinner_asks_about_a_fall(walk: Walker) -> None:
    walk.open("/check-in/")
    for _ in range(4):
        walk.send(answer="none")
    walk.send(tick=["blood"], answer="some")
    walk.arrives("/check-in/health.blood/")
    walk.send(anticoagulant="yes", bleeding_disorder="no")
    walk.arrives("/check-in/item.A14/")


def test_a_missing_answer_keeps_each_day_under_its_question(walk: Walker) -> None:
    walk.open("/check-in/item.A3/?kind=first")
    walk.send(answer="yes")
    names = list(dict.fromkeys(re.findall(r'name="((?:since|worsened)[a-z_]*)"', walk.text)))
    assert names.index("since_day_day") < names.index("worsened") < names.index("worsened_day_day")


def test_a_clearance_line_asks_whether_someone_cleared_it(walk: Walker) -> None:
    walk.open("/check-in/health.CL2/?kind=first")
    walk.send(CL2="yes")
    assert "There is a problem" in walk.text or "Something is missing" in walk.text
    assert walk.controls.filled == [("CL2", "yes")]


# --- Later days ------------------------------------------------------------------------------


def test_the_next_day_asks_only_about_the_day(walk: Walker) -> None:
    walk.was_checked_in()
    walk.clock.wait(days=1)
    walk.open("/check-in/")
    walk.today()
    walk.arrives("/")


def test_the_same_places_as_last_time_take_one_tap(walk: Walker) -> None:
    walk.was_checked_in()
    walk.clock.wait(days=1)
    walk.open("/check-in/")
    walk.send(answer="same")
    assert "calf_upper-right.pain" in walk.controls.named


def test_checking_in_again_the_same_day_offers_the_same_places_too(walk: Walker) -> None:
    walk.was_checked_in()
    walk.open("/check-in/chart/?kind=daily")
    walk.send(answer="same")
    assert "calf_upper-right.pain" in walk.controls.named


def test_feeling_nothing_is_an_answer(walk: Walker) -> None:
    walk.was_checked_in()
    walk.clock.wait(days=1)
    walk.open("/check-in/")
    walk.send(answer="nothing")
    walk.arrives("/check-in/now/")
    assert known(walk).chart == ()


def test_a_new_mark_in_the_saddle_area_opens_its_question(walk: Walker) -> None:
    walk.was_checked_in()
    walk.clock.wait(days=1)
    walk.open("/check-in/")
    walk.send(answer="places", middle=["saddle-middle"])
    place = {
        "saddle-middle.pain": "0",
        "saddle-middle.tingling": "0",
        "saddle-middle.numbness": "2",
    }
    walk.send(**place)
    walk.arrives("/check-in/item.A3/")


def test_after_a_week_the_short_screen_the_week_and_strength_are_asked(walk: Walker) -> None:
    walk.first_check_in()
    walk.clock.wait(days=8)
    walk.open("/check-in/")
    for page in ("Q1", "Q2", "Q3", "Q4", "Q6"):
        walk.arrives(f"/check-in/{page}/")
        walk.send(answer="none")
    walk.arrives("/check-in/changes/")
    walk.send(health_changed="no")
    walk.today()
    walk.arrives("/check-in/weekly/")
    walk.send(global_change="1", psfs_1="5", mood_low="no", fear_moving="3", weeks_off_work="0")
    walk.arrives("/check-in/strength/")
    walk.send(**dict.fromkeys(walk.controls.named, "same"))
    walk.arrives("/")
    assert len(known(walk).history.weekly) == 1
    assert known(walk).strength["right"]["heel_walk"] == "same"


def test_a_change_of_health_opens_both_health_pages(walk: Walker) -> None:
    walk.was_checked_in()
    walk.clock.wait(days=8)
    walk.open("/check-in/")
    for _ in range(5):
        walk.send(answer="none")
    walk.send(health_changed="yes")
    for page in ("Q5", "Q7"):
        walk.arrives(f"/check-in/{page}/")
        walk.send(answer="none")
    walk.arrives("/check-in/chart/")


# --- What an assessment wants asked ------------------------------------------------------------


@pytest.mark.parametrize("ask", ["re_ask", "QS", "strength", "A5", "A6", "moon"])
def test_whatever_the_last_assessment_wants_asked_the_check_in_finds_its_next_page(
    walk: Walker, monkeypatch: pytest.MonkeyPatch, ask: str
) -> None:
    walk.was_checked_in()
    walk.clock.wait(days=1)
    wanted = replace(assess(known(walk)), asks=(ask,))
    monkeypatch.setattr(the_way, "assess", lambda _: wanted)
    walk.open("/check-in/")
    assert walk.status == 200
    opens = {"QS": "QS", "strength": "strength", "A5": "item.A5", "A6": "item.A6"}
    walk.arrives(f"/check-in/{opens.get(ask, 'chart')}/")


def test_pain_that_is_back_after_quiet_weeks_begins_a_new_episode(walk: Walker) -> None:
    """T8: the full screen and "since when?" are asked again, and the answer dates the episode."""
    walk.was_checked_in()
    before = known(walk).episode_start
    walk.clock.wait(days=1)
    answer(owner(), "chart", day(0, 0), walk.clock.at)
    finish(owner(), walk.clock.at)
    walk.clock.wait(days=29)
    walk.open("/check-in/")
    for _ in range(5):
        walk.send(answer="none")
    walk.send(health_changed="no")
    walk.mark()
    assert known(walk).episode_start == before
    for page in ("Q5", "Q7"):
        walk.arrives(f"/check-in/{page}/")
        walk.send(answer="none")
    walk.arrives("/check-in/about/")
    assert "8 of 15" in walk.text
    walk.send(**{**ABOUT, "episode_start": "1", "leg_onset": "1"})
    walk.arrives("/check-in/now/")
    assert known(walk).episode_start == walk.clock.at.date() - timedelta(days=1)
    found = assess(known(walk))
    assert "T8" in found.fired
    assert found.asks == ()


def test_one_weak_leg_is_a_call_today_and_no_emergency_at_first_use(walk: Walker) -> None:
    walk.open("/check-in/")
    walk.send(answer="none")
    walk.send(tick=["B1"], answer="some")
    walk.arrives("/check-in/item.B1/")
    walk.send(
        answer="yes",
        since="7",
        worsened="never",
        examined="none",
        detail_right="yes",
        detail_left="no",
    )
    for item in ("C11",):
        walk.arrives(f"/check-in/item.{item}/")
        walk.send(answer="no")
    for page in ("Q3", "Q4", "Q5"):
        walk.arrives(f"/check-in/{page}/")
        walk.send(answer="none")
    walk.arrives("/")
    assert "today--same_day" in walk.text
    assert known(walk).history.locks[0].rules == ("B1",)
