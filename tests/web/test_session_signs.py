"""Does a new sign in a set, or a weak leg, come to help or to a call, and never to another set?

Hazards: H-01, H-18.
"""

import pytest

from tests.cast import owner
from tests.diary.life import answer
from tests.web.walk import Walker, known, step

TESTS = [
    f"{test}_{leg}"
    for test in ("heel_walk", "toe_raise", "chair_rise", "big_toe")
    for leg in ("right", "left")
]


def test_a_red_flag_in_a_set_is_help_now_and_reaches_the_answers(set_done: Walker) -> None:
    walk = set_done
    walk.felt(lowest_right="6", pain_right="4", new="toilet")
    assert walk.here.endswith("/new/")
    walk.send(A1="yes", A2="no", A3="no")
    assert "Read what to do now" in walk.text
    assert known(walk).item["A1"] == "yes"
    assert known(walk).history.locks[0].rules == ("A1",)
    walk.open("/")
    assert "tel:112" in walk.text


def test_someone_not_sure_of_a_weakness_does_the_strength_check_first(set_done: Walker) -> None:
    walk = set_done
    here = walk.here
    walk.felt(lowest_right="6", pain_right="4", new="weakness")
    walk.send(weakness="not_sure")
    walk.arrives(f"{here}strength/")
    assert step(walk) == "after_set"
    walk.send(**dict.fromkeys(TESTS, "same"))
    assert step(walk) == "upright"
    assert known(walk).strength["left"]["big_toe"] == "same"


@pytest.mark.parametrize(("falls", "seated"), [("yes", True), ("not_sure", True), ("no", False)])
def test_with_a_risk_of_falls_the_strength_check_is_done_sitting(
    set_done: Walker, falls: str, seated: bool
) -> None:
    """CL5 (4.6): on the page of a check-in as on that of a session."""
    walk = set_done
    answer(owner(), "Q7", {"clearance": {"CL5": falls}}, walk.clock.at)
    ask = "strength/?new=weakness&weakness=not_sure&lowest_right=6&pain_right=4"
    for page in (walk.here + ask, "/check-in/strength/"):
        walk.open(page)
        assert "Pull the front of one foot up" in walk.text
        assert ("Take 5 steps on your heels" in walk.text) is not seated
        assert ("Not steady? Do it sitting" in walk.text) is not seated
        assert ("Stay on a firm chair" in walk.text) is seated


def test_a_weak_foot_in_the_strength_check_stops_and_asks_for_a_call_today(
    set_done: Walker,
) -> None:
    walk = set_done
    walk.felt(lowest_right="6", pain_right="4", new="weakness")
    walk.send(weakness="not_sure")
    walk.send(**{**dict.fromkeys(TESTS, "same"), "heel_walk_right": "weaker"})
    assert "Read what to do now" in walk.text
    assert known(walk).item["B1"] == "yes"
    walk.open("/")
    assert "today--same_day" in walk.text
    assert "Answer it now" in walk.text
    walk.open("/check-in/")
    walk.arrives("/check-in/item.A6/")


def test_a_strength_check_that_stays_unclear_counts_as_a_weak_leg(set_done: Walker) -> None:
    walk = set_done
    walk.felt(lowest_right="6", pain_right="4", new="weakness")
    walk.send(weakness="not_sure")
    walk.send()
    assert "Choose an answer" in walk.text
    walk.send(**{**dict.fromkeys(TESTS, "same"), "toe_raise_left": "not_tried"})
    assert known(walk).item["B1"] == "not_sure"
    assert known(walk).history.locks != ()


def test_numbness_in_the_saddle_area_opens_its_question_before_anything_else(
    set_done: Walker,
) -> None:
    walk = set_done
    here = walk.here
    walk.felt(lowest_right="6", pain_right="4", new="numbness")
    walk.send(numbness_where="saddle-middle", numbness_grade="1")
    if step(walk) == "upright":
        walk.felt(answer="same")
    assert "one more question first" in walk.text
    assert 'value="next"' not in walk.text
    walk.clock.wait(minutes=1)
    walk.open("/check-in/?kind=session&ask=A3")
    walk.arrives("/check-in/item.A3/")
    walk.send(answer="no")
    walk.arrives(here)
    assert "one more question first" not in walk.text


def test_new_pain_in_the_other_buttock_is_asked_again_from_today_after_half_an_hour(
    set_done: Walker,
) -> None:
    walk = set_done
    here = walk.here
    walk.felt(lowest_right="6", pain_right="4", new="other_leg")
    walk.send(lowest_other="3", pain_other="3")
    assert step(walk) == "re_ask"
    walk.open("/")
    assert 'href="/session/"' in walk.text
    walk.clock.wait(minutes=31)
    walk.open("/session/")
    walk.arrives(here)
    walk.felt(answer="settled")
    assert step(walk) == "finished"


def test_dizziness_ends_the_session_and_asks_about_belly_and_heart(set_done: Walker) -> None:
    walk = set_done
    walk.felt(lowest_right="6", pain_right="4", new="dizzy")
    walk.send()
    assert step(walk) == "finished"
    assert "ask=A11" in walk.text
    walk.open("/check-in/?kind=session&ask=A11&ask=A13")
    walk.arrives("/check-in/item.A11/")
    walk.send(answer="no")
    walk.arrives("/check-in/item.A13/")
    walk.send(answer="no")
    walk.arrives("/")
