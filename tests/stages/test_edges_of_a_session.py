"""What comes next in a session, and when is it over? Each page and each time on both sides.

Each test stands for a small change of the engine that no other test noticed.
"""

from collections.abc import Callable
from typing import Any

import pytest

from spineward.clinical.facts import SessionEvent, SetVerdict
from spineward.clinical.session import state
from tests.cases.build import chart
from tests.stages.test_session import START, Told, gone_down, minute, unchanged

NUMB = "r6:4 nb6:1"


def stronger() -> Told:
    """A set after which the leg hurts more where it hurt: row 7 at minute 3."""
    return Told("r5:3").done(2).says(3, "t1", "r5:6")


def judged(text: str = "r6:4", **more: Any) -> Told:
    """A set that was read at once and upright, at minute 5."""
    return Told(**more).done(2).says(3, "t1", text).says(5, "t2", text)


# --- what fits, and what changes nothing -----------------------------------------------------


def test_a_session_begins_with_its_start_and_a_reading() -> None:
    """Without either nobody knows what a set is judged against."""
    started = Told().events[0]
    bare = SessionEvent(START, "started")
    read = SessionEvent(START, "reading", point="t0", reading=started.reading)
    with pytest.raises(ValueError, match=r"^events: empty; the first one is started$"):
        state([], ("M10",), ("right",), START)
    for first in (bare, read):
        with pytest.raises(ValueError, match="comes first; started with a reading does"):
            state([first], ("M10",), ("right",), START)


@pytest.mark.parametrize(
    "event",
    [
        {"kind": "continued"},
        {"kind": "continued", "movement": "M33"},
        {"kind": "swapped"},
        {"kind": "reading"},
        {"kind": "reading", "point": "t0"},
        {"kind": "reading", "reading": Told("r8:9").events[0].reading},
        {"kind": "reading", "point": "t1", "reading": Told("r8:9").events[0].reading},
        {"kind": "reading", "point": "at_30", "reading": Told("r8:9").events[0].reading},
    ],
)
def test_what_does_not_fit_the_page_of_a_movement_changes_nothing(event: dict[str, Any]) -> None:
    told = Told()
    before = told.now(2)
    assert told.at(1, **event).now(2) == before


@pytest.mark.parametrize("kind", ["skipped", "swapped"])
def test_a_movement_is_not_left_out_while_its_set_is_being_read(kind: str) -> None:
    told = Told().done(2).says(3, "t1", "r6:4")
    assert told.at(4, kind, movement="M33").now(4).step == "upright"


def test_a_set_is_done_once() -> None:
    """A second tap does not put off the half hour for its answer."""
    told = Told().done(2).done(20)
    assert told.now(31).step == "after_set"
    assert told.now(32).step == "finished"


def test_what_was_felt_during_a_set_may_be_told_right_after_it() -> None:
    told = Told("r5:3").done(2).says(2.5, "tdur", "r7:3")
    assert (told.now(3).step, told.now(3).done.sets[0].row) == ("settle", 5)


def test_a_swap_to_a_family_already_done_is_open_unless_it_was_stopped() -> None:
    told = unchanged(Told(planned=("M10", "M20")), 2).at(7, "swapped", movement="M11")
    assert told.now(7).movement == "M11"
    stopped = judged("r6:7", planned=("M10", "M20")).says(6, "at_10", "r6:4").at(7, "continued")
    assert stopped.at(8, "swapped", movement="M11").now(8).movement == "M20"


def test_after_the_last_set_its_outcome_stays_and_nothing_is_added() -> None:
    """There is no set any more that a symptom could belong to."""
    told = unchanged(Told(planned=("M10",)), 2)
    over = told.now(10)
    assert over.outcome is not None
    assert over.outcome.label == "NO_CHANGE"
    assert told.at(11, "symptoms", symptoms=("dizzy",)).now(11) == over


def test_an_ease_position_that_was_stopped_is_not_shown_again() -> None:
    """4.2: a stop on it takes that one alone."""
    told = Told("r5:3", planned=("M01", "M01", "M03")).done(2).says(3, "t1", "r5:6")
    told.says(6, "at_10", "r5:3").at(7, "continued")
    assert told.now(8).movement == "M03"


def test_a_back_that_ached_keeps_half_the_range_for_the_rest_of_the_session() -> None:
    """Row 8, for each movement that gave it, also when it comes back by a swap."""
    told = Told("r5:3", planned=("M10", "M20", "M33"))
    for start in (2, 12, 22, 32):
        text = "r5:3 back:4" if start in (2, 22) else "r5:3"
        told.done(start).says(start + 1, "t1", text).says(start + 3, "t2", text)
        told.says(start + 4, "t0", "r5:3").at(start + 5, "continued").says(start + 6, "t0", "r5:3")
    halves = [one.half_range for one in told.now(39).done.sets]
    assert halves == [False, True, False, True]
    assert told.at(39, "swapped", movement="M10").now(39).half_range


# --- waiting ---------------------------------------------------------------------------------


def test_only_a_page_that_waits_names_a_time() -> None:
    """Upright, settling, the rest after a sore back, and the half hour."""
    assert Told().now(1).waits_until is None
    assert Told().done(2).now(2).waits_until is None
    assert judged().now(5).waits_until is None
    assert minute(judged("r6:4 back:4").now(5).waits_until) == 10
    assert judged("r6:4 back:4").at(6, "ended").now(6).waits_until is None
    assert minute(gone_down().now(3).waits_until) == 13
    assert minute(Told().done(2).says(3, "t1", NUMB).now(3).waits_until) == 32


def test_a_question_left_open_upright_is_closed_half_an_hour_after_the_first_answer() -> None:
    told = Told().done(2).says(3, "t1", "r6:4 back:4")
    assert told.now(32.9).step == "upright"
    closed = told.now(33)
    assert (closed.step, minute(closed.waits_until)) == ("verdict", 38)


@pytest.mark.parametrize("begun", [Told, judged], ids=["before a set", "at a verdict"])
def test_a_session_left_alone_for_an_hour_is_over_and_stays_so(begun: Callable[[], Told]) -> None:
    """It ends when the hour was over, not when someone looks."""
    told = begun()
    seen = minute(told.events[-1].at) or 0
    assert told.now(seen + 59).step != "finished"
    over = told.now(seen + 60)
    assert (over.step, minute(over.done.ended)) == ("finished", seen + 60)
    later = told.at(seen + 90, "set_done").now(seen + 91)
    assert (later.step, minute(later.done.ended)) == ("finished", seen + 60)


# --- ten minutes on --------------------------------------------------------------------------


def test_a_stop_that_is_never_answered_ends_the_session_after_half_an_hour() -> None:
    """Exactly then."""
    assert stronger().now(32.9).step == "settle"
    over = stronger().now(33)
    assert (over.step, minute(over.done.ended)) == ("finished", 33)


@pytest.mark.parametrize(("when", "step"), [(12, "settle"), (13, "finished")])
def test_what_has_not_settled_by_ten_minutes_ends_the_session(when: int, step: str) -> None:
    """An earlier answer is no answer yet; at ten minutes it is."""
    assert stronger().says(when, "at_10", "r5:6").now(when).step == step
    assert gone_down().says(when, "at_10", "r7:3").now(when).step == step


def test_a_page_that_tells_nothing_new_leaves_the_settling_open() -> None:
    """Also after the ten minutes, as long as nobody said how it is."""
    assert stronger().at(15, "symptoms").now(15).step == "settle"


@pytest.mark.parametrize(
    ("text", "row", "stop"),
    [("r7:3 nb6:1", 4, None), ("r7:8", 5, "SS4"), ("r7:3 left/r3:1", 3, None)],
)
def test_something_new_and_grave_is_believed_before_the_ten_minutes_are_over(
    text: str, row: int, stop: str | None
) -> None:
    """Numbness, very strong pain or the other leg does not wait."""
    found = gone_down().says(5, "at_10", text).now(5)
    assert found.outcome is not None
    assert (found.outcome.row, found.outcome.verdict) == (row, SetVerdict.STOP_SESSION)
    assert found.step in ("finished", "re_ask")
    assert found.done.stops == ((stop,) if stop else ())


def test_dizziness_while_it_settles_ends_the_session() -> None:
    told = gone_down().at(5, "symptoms", symptoms=("dizzy",))
    assert (told.now(5).step, told.now(5).done.stops) == ("finished", ("SS1",))


# --- half an hour on -------------------------------------------------------------------------


@pytest.mark.parametrize(("when", "step"), [(31, "re_ask"), (32, "finished")])
def test_the_half_hour_counts_from_the_end_of_the_set(when: int, step: str) -> None:
    told = Told().done(2).says(3, "t1", NUMB).says(when, "at_30", "r6:4")
    assert told.now(when).step == step


def test_a_symptom_during_the_half_hour_is_added() -> None:
    told = Told().done(2).says(3, "t1", NUMB).at(10, "symptoms", symptoms=("dizzy",))
    assert (told.now(10).step, told.now(10).done.stops) == ("re_ask", ("SS1",))


def test_a_set_broken_off_by_numbness_keeps_its_time() -> None:
    """What is said half an hour later is said of then."""
    told = Told().says(1, "tdur", NUMB).says(40, "at_30", "r6:4")
    assert [minute(one.at) for one in told.now(40).done.sets] == [1]


# --- leaving ---------------------------------------------------------------------------------


def test_ending_before_a_set_leaves_no_set_behind() -> None:
    ended = Told().at(1, "ended").now(5).done
    assert (ended.sets, ended.stops, minute(ended.ended)) == ((), (), 1)


def test_stopping_at_a_verdict_keeps_the_verdict() -> None:
    """SS5 restricts nothing: the set was as it was."""
    left = judged().at(6, "stopped").now(6)
    assert left.outcome is not None
    assert (left.step, left.outcome.verdict) == ("finished", SetVerdict.CONTINUE_CAUTION)
    assert (left.done.stops, minute(left.done.ended)) == (("SS5",), 6)


def test_what_is_told_after_stopping_is_added_to_the_wish_to_stop() -> None:
    told = judged().at(6, "stopped").at(7, "symptoms", symptoms=("dizzy",))
    assert told.now(7).done.stops == ("SS1", "SS5")
    assert minute(told.now(7).done.ended) == 6


def test_ending_while_it_settles_is_not_taken_as_settled() -> None:
    """It ends now, and the stop counts as one that never settled."""
    left = gone_down().at(5, "ended").now(6)
    assert left.outcome is not None
    assert (left.step, left.outcome.verdict) == ("finished", SetVerdict.STOP_SESSION)
    assert minute(left.done.ended) == 5


def test_a_late_answer_still_opens_its_question() -> None:
    """0.4: too late to go on, and not too late to be asked about the groin."""
    told = Told().done(2).says(40, "t1", "r6:4 groin:4")
    found = told.now(40)
    assert found.outcome is not None
    assert (found.step, found.outcome.label, found.outcome.asks) == (
        "finished",
        "NOT_ASSESSED",
        ("C12",),
    )
    assert found.last.chart == chart("r6:4 groin:4")
