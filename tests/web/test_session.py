"""Does a session ask after every set, stop when it has to, and find its place again?

Long on purpose: one page after the other, in the order a person meets them.
"""

from typing import Any

import pytest

from spineward.clinical.facts import Gate
from spineward.diary import journey
from spineward.diary.models import SessionEvent
from tests.cast import owner
from tests.diary.life import answer
from tests.web.walk import Walker, known

DOWN = {"lowest_right": "8", "pain_right": "4", "new": "none"}
TESTS = [
    f"{test}_{leg}"
    for test in ("heel_walk", "toe_raise", "chair_rise", "big_toe")
    for leg in ("right", "left")
]


@pytest.fixture
def set_done(walk: Walker) -> Walker:
    """Someone who has just done the first set of a session."""
    walk.was_checked_in()
    walk.begin_session()
    walk.done()
    return walk


def step(walk: Walker) -> str:
    """Where the latest session stands."""
    opened = journey.open_session(owner(), now=walk.clock.at)
    return opened.state.step if opened else "finished"


def test_the_page_before_a_session_takes_one_tap(walk: Walker) -> None:
    walk.was_checked_in()
    walk.clock.wait(hours=1)
    walk.open("/session/")
    walk.arrives("/check-in/QS/")
    walk.taps = 0
    walk.send(answer="none")
    walk.arrives("/session/")
    assert walk.taps == 1


def test_a_session_without_a_check_in_leads_to_today(walk: Walker) -> None:
    walk.open("/session/")
    walk.send(answer="none")
    walk.open("/session/")
    walk.arrives("/")


def test_nothing_is_filled_in_on_the_pages_of_a_session(set_done: Walker) -> None:
    walk = set_done
    assert walk.controls.filled == []
    here = walk.here
    for path in (f"{here}new/?new=back&new=tingling&new=toilet&new=other_leg", f"{here}note/"):
        assert walk.open(path)
        assert walk.controls.filled == []


def test_stop_is_on_every_page_of_a_session(set_done: Walker) -> None:
    walk = set_done
    here = walk.here
    pages = ["", "new/?new=back", "swap/", "note/"]
    pages += ["strength/?new=weakness&weakness=not_sure&lowest_right=6&pain_right=4"]
    for page in pages:
        walk.open(here + page)
        assert 'class="stop"' in walk.text, page
        assert 'href="/emergency/"' in walk.text, page
    walk.open(here)
    walk.felt(answer="same")
    assert 'class="stop"' in walk.text
    walk.felt(answer="same")
    assert 'class="stop"' in walk.text


def test_a_set_that_changes_nothing_goes_on_to_the_next(set_done: Walker) -> None:
    walk = set_done
    walk.felt(answer="same")
    assert step(walk) == "upright"
    walk.felt(answer="same")
    assert step(walk) == "verdict"
    walk.go_on()
    assert step(walk) == "movement"


def test_pain_that_travels_down_stops_the_movement_at_once(set_done: Walker) -> None:
    walk = set_done
    walk.felt(**DOWN)
    assert step(walk) == "settle"
    walk.felt(answer="settled")
    assert step(walk) == "verdict"


def test_pain_that_stays_down_ends_the_session_after_ten_minutes(set_done: Walker) -> None:
    walk = set_done
    walk.felt(**DOWN)
    walk.felt(answer="still")
    assert step(walk) == "settle"
    walk.clock.wait(minutes=11)
    walk.felt(answer="still")
    assert step(walk) == "finished"
    assert journey.assessment(owner(), now=walk.clock.at).movement_gate == Gate.EASE_ONLY


def test_what_changed_again_while_it_settles_is_asked_step_by_step(set_done: Walker) -> None:
    walk = set_done
    walk.felt(**DOWN)
    here = walk.here
    walk.felt(answer="changed")
    walk.arrives(f"{here}changed/")
    walk.send(f"{here}felt/", lowest_right="9")
    assert "Choose a number from 0 to 10" in walk.text
    assert ("lowest_right", "9") in walk.controls.filled
    walk.send(f"{here}felt/", lowest_right="9", pain_right="8", new="none")
    assert step(walk) == "finished"


def test_asking_to_stop_needs_no_reason_and_closes_nothing(set_done: Walker) -> None:
    walk = set_done
    walk.send(f"{walk.here}stop/")
    assert "You stopped" in walk.text
    walk.clock.wait(hours=3)
    walk.open("/")
    assert "Start session" in walk.text


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


def test_no_set_is_shown_once_movement_is_locked(set_done: Walker) -> None:
    walk = set_done
    here = walk.here
    walk.felt(answer="same")
    walk.felt(answer="same")
    journey_answers = {"answer": "yes", "since": "0", "examined": "none"}
    walk.send("/check-in/item.B3/?kind=daily", **journey_answers)
    walk.open(here)
    walk.arrives("/")
    assert "still open" not in walk.text


def test_a_session_left_alone_is_over_and_does_not_go_on_the_next_day(set_done: Walker) -> None:
    walk = set_done
    walk.felt(answer="same")
    walk.felt(answer="same")
    walk.go_on()
    walk.clock.wait(minutes=50)
    assert step(walk) == "movement"
    walk.clock.wait(minutes=11)
    assert step(walk) == "finished"
    walk.clock.wait(days=1)
    walk.open("/session/")
    walk.open("/")
    assert "still open" not in walk.text


def test_two_tabs_that_answer_the_same_set_count_once(set_done: Walker) -> None:
    walk = set_done
    guard = walk.text.split('name="client_id" value="')[1].split('"')[0]
    for _ in range(2):
        walk.felt(answer="same", client_id=guard)
    readings = [
        event for event in SessionEvent.objects.of(owner()) if event.facts.get("kind") == "reading"
    ]
    assert len(readings) == 1
    assert step(walk) == "upright"


def test_a_movement_can_be_left_out_or_swapped(walk: Walker) -> None:
    walk.was_checked_in()
    here = walk.begin_session()
    first = walk.text
    walk.open(f"{here}swap/")
    walk.send(movement="M99")
    assert walk.here == f"{here}swap/"
    offered = walk.text.split('name="movement" value="')[1].split('"')[0]
    walk.send(movement=offered)
    walk.arrives(here)
    assert walk.text != first
    walk.send(f"{here}go-on/", answer="skip")
    assert step(walk) in ("movement", "finished")


BAD: tuple[tuple[dict[str, Any], str], ...] = (
    ({}, "Choose an answer"),
    ({"lowest_right": "99", "pain_right": "4", "new": "none"}, "99 is not an answer here"),
    ({"lowest_right": "6", "pain_right": "44", "new": "none"}, "44 is not allowed"),
    ({"lowest_right": "6", "pain_right": "four", "new": "none"}, "four is not allowed"),
    ({"lowest_right": "6", "pain_right": "4", "new": "moon"}, "moon is not an answer here"),
    ({"lowest_right": "6", "pain_right": "4", "new": ["none", "back"]}, "alone"),
    ({"lowest_right": "0", "pain_right": "4", "new": "none"}, "0 when nothing is in the leg"),
    ({"answer": "banana"}, ""),
)


@pytest.mark.parametrize(("sent", "said"), BAD)
def test_an_odd_answer_after_a_set_is_refused_by_name(
    set_done: Walker, sent: dict[str, Any], said: str
) -> None:
    walk = set_done
    walk.felt(**sent)
    assert walk.status == 200
    assert said in walk.text.replace("&#x27;", "'")
    assert step(walk) == "after_set"


@pytest.mark.parametrize(
    "query",
    [
        "new=back&lowest_right=moon&pain_right=4",
        "new=back&lowest_right=6",
        "new=back&lowest_right=6&pain_right=x",
        "new=moon",
        "",
    ],
)
def test_an_odd_address_of_the_details_page_breaks_nothing(set_done: Walker, query: str) -> None:
    walk = set_done
    walk.open(f"{walk.here}new/?{query}")
    assert walk.status == 200
    walk.send(back_pain="3")
    assert walk.status == 200


def test_a_session_that_does_not_exist_is_not_found(walk: Walker) -> None:
    walk.open("/session/1b4e28ba-2fa1-11d2-883f-0016d3cca427/")
    assert walk.status == 404


def test_a_note_in_a_session_stands_in_the_diary(set_done: Walker) -> None:
    walk = set_done
    here = walk.here
    walk.send(f"{here}note/", note="The mat helped.")
    walk.arrives(here)
    assert "The mat helped." in walk.open("/diary/")
