"""How far has a set come, what counts of the sets before it, and when is an answer too late?

Each test stands for a small change of the engine that no other test noticed.
"""

from datetime import timedelta
from typing import Any

import pytest

from spineward.clinical.facts import Gate, Reading, SetRecord, SetVerdict
from spineward.clinical.open_set import OpenSet, longest_pause
from tests.cases.build import NOW, chart, done

BEFORE = NOW - timedelta(hours=1)


def opened(text: str = "r5:3", *past: SetRecord, minutes: float | None = None) -> OpenSet:
    """A set of M10 for the right leg; done so many minutes ago, or still running."""
    over = None if minutes is None else NOW - timedelta(minutes=minutes)
    return OpenSet("M10", Reading(chart(text)), chart(text), ("right",), past, over=over)


def told(text: str, minutes: float, t0: str = "r5:3", *past: SetRecord) -> OpenSet:
    """A set that was done that long ago and is answered now with this chart, upright too."""
    one = opened(t0, *past, minutes=minutes)
    one.add("t1", Reading(chart(text)), NOW)
    one.add("t2", Reading(chart(text)), NOW)
    return one


def test_a_set_begins_with_nothing_but_its_first_reading() -> None:
    one = opened()
    assert (one.half_range, one.over, one.given, one.given_at) == (False, None, {}, {})
    assert (one.symptoms, one.red_flags, one.last, one.minutes_since(NOW)) == ((), (), one.t0, 0)


def test_the_newest_reading_is_the_last_one() -> None:
    """2.3: it is where the next set begins; readings in another order do not matter."""
    one, texts = opened("r5:3"), {"t1": "r5:4", "t2": "r5:5", "at_10": "r5:6"}
    points: tuple[Any, ...] = ("t1", "t2", "at_10")
    for point in points:
        one.add(point, Reading(chart(texts[point])), NOW)
        assert one.last.chart == chart(texts[point])


# --- what counts of the sets before ----------------------------------------------------------


@pytest.mark.parametrize(
    ("movement", "row", "stops", "down", "ached"),
    [
        ("M20", 5, 1, 1, 0),
        ("M20", 6, 1, 0, 0),
        ("M20", 7, 1, 0, 0),
        ("M10", 8, 0, 0, 1),
        ("M20", 8, 0, 0, 0),
        ("M10", 4, 0, 0, 0),
        ("M10", 9, 0, 0, 0),
        ("M10", 12, 0, 0, 0),
    ],
)
def test_stopped_movements_are_counted_and_the_aching_back_of_this_one(
    movement: str, row: int, stops: int, down: int, ached: int
) -> None:
    """Rows 5-7 stop a movement, of whichever family; row 8 halves its own range."""
    around = opened("r5:3", done(movement, row, BEFORE))._context(NOW)
    assert (around.stops_before, around.row5_before, around.row8_before) == (stops, down, ached)


def test_a_leg_row_that_stopped_nothing_is_no_stop() -> None:
    """A mild new back ache is of row 5, and the session went on (2.4)."""
    mild = SetRecord("M20", BEFORE, 5, "BACK_OVERLOAD", SetVerdict.REGRESS)
    around = opened("r5:3", mild)._context(NOW)
    assert (around.stops_before, around.row5_before) == (0, 0)


# --- too late --------------------------------------------------------------------------------


@pytest.mark.parametrize(("minutes", "late"), [(29, False), (30, True), (31, True)])
def test_an_answer_after_half_an_hour_is_late(minutes: int, late: bool) -> None:
    """0.4; a set that still runs is never late, nor one that was not answered."""
    assert told("r5:3", minutes).late is late
    running = opened()
    running.add("t1", Reading(chart("r5:3")), NOW)
    assert running.late is False
    assert opened(minutes=40).late is False


@pytest.mark.parametrize(
    ("text", "label", "row", "again"),
    [
        ("r5:3", "NOT_ASSESSED", 0, None),
        ("r3:3", "NOT_ASSESSED", 0, None),
        ("r5:3 back:6", "NOT_ASSESSED", 0, None),
        ("r6:3", "PERIPHERALIZED", 5, None),
        ("r5:6", "WORSE_IN_PLACE", 7, None),
        ("r5:3 nb6:1", "NEURO_SENSORY", 4, 30),
    ],
)
def test_a_late_answer_ends_the_session_and_only_what_stops_is_believed(
    text: str, label: str, row: int, again: int | None
) -> None:
    """What would let it go on counts as not assessed; a stop that asks again still does."""
    found = told(text, 31).outcome(NOW)
    assert (found.label, found.row, found.re_ask_minutes) == (label, row, again)
    assert (found.verdict, found.gate) == (SetVerdict.STOP_SESSION, Gate.EASE_ONLY)


def test_a_late_answer_still_opens_the_question_of_a_new_mark() -> None:
    found = told("r5:3 groin:4", 31).outcome(NOW)
    assert (found.label, found.asks) == ("NOT_ASSESSED", ("C12",))


def test_a_late_call_for_help_stays_one() -> None:
    one = told("r5:3", 31)
    one.red_flags = ("A1",)
    assert one.outcome(NOW).verdict == SetVerdict.STOP_AND_ESCALATE


def test_the_diary_keeps_when_the_set_was_over_not_when_it_was_answered() -> None:
    """A set that was broken off has no end of its own: then it is now."""
    kept = told("r5:3", 5).record(NOW)
    assert kept is not None
    assert kept.at == NOW - timedelta(minutes=5)
    running = opened()
    running.add("tdur", Reading(chart("r6:3")), NOW)
    broken = running.record(NOW)
    assert broken is not None
    assert (broken.at, broken.row) == (NOW, 5)


def test_a_pause_is_longer_than_an_answer_may_take() -> None:
    assert longest_pause() > timedelta(minutes=30)
