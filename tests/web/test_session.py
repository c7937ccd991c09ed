"""Does a session ask after every set, stop when it has to, and find its place again?"""

from typing import Any

import pytest

from spineward.clinical.facts import Gate
from spineward.diary import journey
from spineward.diary.models import SessionEvent
from tests.cast import owner
from tests.web.walk import Walker, step

DOWN = {"lowest_right": "8", "pain_right": "4", "new": "none"}


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
