"""Is each thing that the diary shows told once, calmly, and never in place of something stricter?

Hazards: H-07 H-13 H-20.
"""

from datetime import timedelta

import pytest

from spineward.clinical.catalogue import words
from spineward.diary import journey
from spineward.diary.models import Told
from tests.cast import owner, stranger
from tests.diary.life import answer, day, finish, screen
from tests.web.test_movements import SAME, did
from tests.web.walk import USUAL_A1, Walker

TITLE = "What we noticed"
N1, T7 = words()["rule.N1.why"], words()["rule.T7.why"]


@pytest.fixture
def worse_morning(walk: Walker) -> Walker:
    """A session yesterday, and more pain this morning."""
    walk.was_checked_in(pain=2)
    did(walk.clock.at + timedelta(hours=2), M10=SAME)
    walk.clock.wait(days=1)
    check_in(walk, 7)
    return walk


def check_in(walk: Walker, leg: int) -> None:
    """The questions of the day."""
    answer(owner(), "now", day(leg=leg) | {"hours_at_8": 0}, walk.clock.at)
    finish(owner(), walk.clock.at)


def read(walk: Walker) -> None:
    """I have read this."""
    rules = journey.today(owner(), now=walk.clock.at).news
    walk.send("/told/", rule=list(rules))
    walk.arrives("/")


def test_a_worse_morning_is_told_with_what_to_do_and_why(worse_morning: Walker) -> None:
    worse_morning.open("/")
    assert TITLE in worse_morning.text
    assert str(N1) in worse_morning.text
    assert str(words()["rule.N1.do"]) in worse_morning.text
    assert 'href="/how/N1/"' in worse_morning.text


def test_looking_writes_nothing_and_it_stays_until_it_was_read(worse_morning: Walker) -> None:
    for _ in range(2):
        assert TITLE in worse_morning.open("/")
    worse_morning.open("/told/")
    worse_morning.arrives("/")
    assert TITLE in worse_morning.text
    assert Told.objects.of(owner()).count() == 0
    read(worse_morning)
    assert TITLE not in worse_morning.text
    assert TITLE not in worse_morning.open("/")


def test_it_is_told_again_only_when_it_begins_to_hold_anew(worse_morning: Walker) -> None:
    walk = worse_morning
    read(walk)
    walk.clock.wait(hours=1)
    check_in(walk, 7)
    assert TITLE not in walk.open("/")
    walk.clock.wait(days=3)
    check_in(walk, 3)
    assert "N1" not in journey.told(owner())
    did(walk.clock.at + timedelta(hours=2), M10=SAME)
    walk.clock.wait(days=1)
    check_in(walk, 7)
    assert str(N1) in walk.open("/")


def test_only_what_stood_on_the_page_is_taken_as_read(worse_morning: Walker) -> None:
    worse_morning.send("/told/", rule=["T2", "A1", "moon"])
    assert Told.objects.of(owner()).count() == 0
    assert TITLE in worse_morning.text


def test_it_is_noted_in_the_diary_and_in_nobody_elses(worse_morning: Walker) -> None:
    read(worse_morning)
    assert "You read:" in worse_morning.open("/diary/")
    assert journey.told(stranger()) == {}


def test_a_lock_or_a_call_for_help_stands_alone(worse_morning: Walker) -> None:
    worse_morning.send("/check-in/item.B3/?kind=daily", answer="yes", since="0", examined="none")
    assert TITLE not in worse_morning.open("/")
    worse_morning.send("/check-in/item.A1/?kind=daily", answer="yes", **USUAL_A1)
    assert TITLE not in worse_morning.open("/")
    assert "tel:" in worse_morning.text


def test_what_the_advice_says_already_is_named_and_not_said_twice(walk: Walker) -> None:
    walk.was_checked_in()
    long_ago = (walk.clock.at - timedelta(days=100)).date().isoformat()
    answer(owner(), "about", {"leg_onset": long_ago, "episode_start": long_ago}, walk.clock.at)
    check_in(walk, 4)
    assert "T7" in journey.today(owner(), now=walk.clock.at).news
    walk.open("/")
    assert TITLE in walk.text
    assert walk.text.count(str(T7)) == 2  # beside the visit, and under its Why?
    assert walk.text.index(str(T7)) < walk.text.index(TITLE)
    read(walk)
    assert str(T7) in walk.text


def test_after_a_week_the_strength_check_is_offered_and_leads_on_to_the_feeling(
    walk: Walker,
) -> None:
    walk.was_checked_in()
    assert "You have not checked the strength" in walk.open("/")
    walk.open("/check-in/strength/?kind=daily")
    walk.send(**dict.fromkeys(walk.controls.named, "same"))
    walk.arrives("/check-in/chart/")
    walk.today()
    assert "checked your strength" not in walk.open("/")
    walk.clock.wait(days=6)
    screen(owner(), walk.clock.at)
    check_in(walk, 4)
    assert "since you checked your strength" not in walk.open("/")
    walk.clock.wait(days=1)
    check_in(walk, 4)
    assert "A week has passed since you checked your strength." in walk.open("/")
