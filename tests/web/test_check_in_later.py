"""What does a check-in of a later day ask? The day; once a week more; and what is asked for."""

from dataclasses import replace
from datetime import timedelta

import pytest

from spineward.clinical.assessment import assess
from spineward.web.check_in import way as the_way
from tests.cast import owner
from tests.diary.life import answer, day, finish
from tests.web.walk import ABOUT, Walker, known


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
