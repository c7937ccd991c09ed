"""How long does an answer last, and how much is at most offered? Each number on both sides.

Each test stands for a number that could move by one without any other test failing.
Hazards: H-05, H-19, H-21.
"""

from datetime import timedelta

import pytest

from spineward.clinical.check_in import Draft, again_within
from spineward.clinical.facts import Gate
from spineward.clinical.library import movements
from spineward.clinical.open_set import longest_pause
from tests.cases.build import NOW
from tests.stages.test_plan import offered, planned, runs

A_MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("page", "lasts"), [("Q1", timedelta(hours=4)), ("patterns", timedelta(days=30))]
)
def test_a_page_once_answered_holds_so_long_and_no_minute_longer(
    page: str, lasts: timedelta
) -> None:
    """The pages of an unfinished check-in hold for hours; what makes it better, for a month."""
    just = Draft("daily", {page: NOW - lasts})
    over = Draft("daily", {page: NOW - lasts - A_MINUTE})
    assert page in just.done(NOW)
    assert page not in over.done(NOW)


def test_a_turn_for_the_worse_leaves_two_days_for_the_next_check_in_and_no_more() -> None:
    """Section 7, T2: ask again in 24-48 h."""
    assert again_within("CALM", ("T2",)) == 48


def test_a_session_may_be_left_alone_for_an_hour() -> None:
    """Between two sets; after that what was felt before it is too old to compare with."""
    assert longest_pause() == timedelta(hours=1)


@pytest.mark.parametrize(("gate", "sets"), [(Gate.FULL, (1, 2)), (Gate.LIMITED, (1, 1))])
def test_a_second_set_that_was_earned_waits_while_movement_is_limited(
    gate: Gate, sets: tuple[int, int]
) -> None:
    """Section 4: one set in LIMITED, whatever went well before."""
    earned = runs("M10", 11, 12, 9, 11)
    assert offered(planned("r6:4", *earned, gate=gate), "M10").sets == sets


def test_no_movement_is_written_with_more_than_two_sets() -> None:
    """Section 4: two sets at most; so the cap has nothing to cut, and stays a second lock."""
    assert max(one.dose.sets[1] for one in movements().values()) == 2
