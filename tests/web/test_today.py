"""Does the first page name the one thing to do now, and the plan say why?"""

import re
from datetime import timedelta

import pytest

from spineward.diary import journey
from tests.cast import owner
from tests.diary.life import answer, day, finish
from tests.web.walk import USUAL_A1, Walker


def test_someone_new_is_welcomed_with_one_thing_to_do(walk: Walker) -> None:
    walk.open("/")
    assert "Start" in walk.text
    assert 'href="/check-in/"' in walk.text


def test_after_a_check_in_it_names_the_moves_of_today(walk: Walker) -> None:
    walk.first_check_in()
    assert "Start session" in walk.text
    assert "Held back today" in walk.text


def test_today_and_the_session_say_the_same_number_of_minutes(walk: Walker) -> None:
    walk.was_checked_in()
    said = re.search(r">(\d+) min<", walk.text)
    page = walk.client.get("/session/").content.decode()
    handed = re.search(r'"planned": .*?"minutes": (\d+)', page)
    assert said
    assert handed
    assert said[1] == handed[1]


def test_the_next_day_a_check_in_comes_first(walk: Walker) -> None:
    walk.first_check_in()
    walk.clock.wait(days=1)
    walk.open("/")
    assert "Start session" not in walk.text
    assert 'href="/check-in/"' in walk.text


def test_a_locked_day_says_what_opens_it(walk: Walker) -> None:
    walk.first_check_in()
    walk.send("/check-in/item.B3/?kind=daily", answer="yes", since="0", examined="none")
    walk.open("/")
    assert "Someone has examined me" in walk.text
    assert "Start session" not in walk.text
    walk.open("/plan/")
    assert "Start session" not in walk.text


def test_the_emergency_number_of_the_person_is_the_one_shown(walk: Walker) -> None:
    walk.first_check_in()
    walk.send("/settings/number/", number="999")
    walk.send("/check-in/item.A1/?kind=daily", answer="yes", **USUAL_A1)
    walk.open("/")
    assert "tel:999" in walk.text
    assert "tel:999" in walk.open("/emergency/")


def test_a_severe_flare_asks_for_the_next_check_in_and_holds_movement_back(walk: Walker) -> None:
    walk.was_checked_in()
    walk.clock.wait(days=1)
    answer(owner(), "now", day(leg=8) | {"hours_at_8": 2}, walk.clock.at)
    finish(owner(), walk.clock.at)
    walk.open("/")
    assert walk.status == 200
    assert journey.assessment(owner(), now=walk.clock.at).state == "FLARE_SEVERE"
    walk.clock.wait(hours=3)
    assert journey.assessment(owner(), now=walk.clock.at).state == "FLARE_SEVERE"


def test_a_plan_without_a_check_in_leads_to_today(walk: Walker) -> None:
    walk.open("/plan/")
    walk.arrives("/")


def test_every_line_of_the_plan_says_why_and_leads_to_its_rule(walk: Walker) -> None:
    walk.first_check_in()
    walk.open("/plan/")
    assert "Start session" in walk.text
    leads = {part.split('"')[0] for part in walk.text.split('href="/why/')[1:]}
    assert len(leads) > 5
    for id in leads:
        walk.open(f"/why/{id}")
        assert walk.status == 200, id


def test_every_held_back_move_gives_a_reason(walk: Walker) -> None:
    walk.first_check_in()
    walk.open("/plan/")
    held = walk.text.split('class="held-back"')[1]
    assert "<li></li>" not in held
    assert '<ul class="nhsuk-list"></ul>' not in held


@pytest.mark.parametrize("hours", [1, 9, 30, 24 * 40])
def test_today_opens_however_long_ago_the_last_visit_was(walk: Walker, hours: int) -> None:
    walk.was_checked_in()
    walk.clock.at += timedelta(hours=hours)
    walk.open("/")
    assert walk.status == 200


def test_a_clock_set_back_breaks_nothing(walk: Walker) -> None:
    walk.was_checked_in()
    walk.clock.at -= timedelta(days=3)
    for path in ("/", "/plan/", "/diary/", "/check-in/", "/session/"):
        walk.open(path)
        assert walk.status == 200, path
