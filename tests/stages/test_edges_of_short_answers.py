"""What do the few answers after a set make of the chart? Each of them mark by mark (2.3).

Each test stands for a small change of the engine that no other test noticed.
"""

from typing import Any

import pytest

from spineward.clinical.facts import Mark, Reading
from spineward.clinical.response import AfterSet, Felt, reading_after
from tests.cases.build import chart
from tests.stages.test_response import after, felt


def marked(text: str) -> set[tuple[str, str, int, int, int]]:
    """What a chart in words says, without order."""
    return felt(reading_after(Reading(chart(text)), AfterSet()).chart)


def test_a_page_without_any_answer_is_an_empty_one() -> None:
    assert AfterSet() == AfterSet(lowest={}, leg_pain={})


# --- the lowest point of a leg ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "lowest", "now"),
    [
        ("r6:4", 6, "r6:4"),
        ("r6:4 tg8:1", 6, "r6:4 tg8:1"),
        ("r6:4 tg8:1", 7, "r6:4 tg8:1"),
        ("r6:4 tg8:1", 8, "r6:4 tg8:1"),
        ("r6:4 tg8:1", 9, "r6:4 r9:4 tg8:1"),
        ("r6:4", 5, "r5:4"),
        ("r6:4 r4:2", 4, "r4:4"),
        ("r6:4", 3, "r3:4"),
        ("r3:4", 3, "r3:4"),
        ("r6:4 left/r6:2", 5, "r5:4 left/r6:2"),
        ("r6:4 r3:2", "front", "r3:2 front:4"),
        ("front:4 r6:2", "front", "front:4"),
        ("front:2 r6:4", "front", "front:2"),
        ("r4:6 r6:2", 6, "r4:6 r6:2"),
        ("r4:4", "front", "r4:4 front:4"),
        ("r6:4 front:2", 6, "r6:4 front:2"),
        ("front:2", 4, "front:2 r4:2"),
        ("nb8:1", 5, "nb8:1 r5:1"),
    ],
)
def test_the_lowest_point_takes_the_pain_along_and_leaves_the_rest(
    before: str, lowest: Any, now: str
) -> None:
    """In that leg alone; where it tingles already, it is no new pain."""
    assert felt(after(before, lowest={"right": lowest})) == marked(now)


@pytest.mark.parametrize(
    ("before", "strongest", "now"),
    [
        ("r4:3 r6:5", 2, "r4:2 r6:2"),
        ("r4:1 r6:5", 3, "r4:1 r6:3"),
        ("r3:5 r6:3", 2, "r3:2 r6:2"),
        ("r3:2 r5:4 r7:3", 2, "r3:2 r5:2 r7:2"),
        ("r3:2 r5:4 r7:3", 6, "r3:2 r5:4 r7:6"),
        ("r4:3 r6:5", 0, ""),
        ("nb8:1", 3, "nb8:1 r8:3"),
        ("tg6:1", 3, "tg6:1 r6:3"),
        ("", 3, "r3:3"),
        ("left/r6:4", 2, "left/r6:4 r3:2"),
        ("back:4 r5:2", 3, "back:4 r5:3"),
        ("r3:4", 2, "r3:2"),
    ],
)
def test_how_strong_it_is_now_is_that_of_the_furthest_mark(
    before: str, strongest: int, now: str
) -> None:
    """No other mark of that leg is above it; where only a tingle was, the pain stands there."""
    assert felt(after(before, leg_pain={"right": strongest})) == marked(now)


@pytest.mark.parametrize(
    ("before", "lowest", "strongest", "now"),
    [
        ("r4:3 r6:5", 6, 0, "r4:1 r6:1"),
        ("r4:3 r6:5", 5, 0, "r4:1 r5:1"),
        ("r6:5", 4, 2, "r4:2"),
        ("r6:2", 7, 5, "r6:2 r7:5"),
        ("r6:5 tg6:1", 6, 0, "tg6:1"),
        ("r6:5 r4:2 thigh_outer_upper:3", 4, 7, "r4:7 thigh_outer_upper:7"),
    ],
)
def test_a_place_that_is_named_hurts_at_least_a_little_unless_it_only_tingles(
    before: str, lowest: int, strongest: int, now: str
) -> None:
    answers: dict[str, Any] = {"lowest": {"right": lowest}, "leg_pain": {"right": strongest}}
    assert felt(after(before, **answers)) == marked(now)


# --- the back --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "pain", "now"),
    [
        ("back:2 back2:4", 3, "back:2 back2:3"),
        ("back:2 back2:4", 1, "back:1 back2:1"),
        ("back:2 back2:4", 6, "back:2 back2:6"),
        ("back:4 back2:4", 6, "back:6 back2:6"),
        ("back:2", 0, ""),
        ("r6:5", 3, "r6:5 back:3"),
        ("r6:5 back2/tg:1", 3, "r6:5 back2/tg:1 back:3"),
        ("r6:5 groin:4 back:2", 3, "r6:5 groin:4 back:3"),
        ("r6:5", 0, "r6:5"),
    ],
)
def test_the_strongest_of_the_back_is_the_pain_given_and_no_other_is_above_it(
    before: str, pain: int, now: str
) -> None:
    """Nothing else on the chart moves; without any it stands in the middle."""
    assert felt(after(before, back_pain=pain)) == marked(now)


@pytest.mark.parametrize(
    ("before", "lowest", "pain", "now"),
    [
        ("r6:5", 2, None, "back2:1"),
        ("r6:5 back:3", 2, None, "back:3 back2:3"),
        ("r6:5 back2:3", 2, None, "back2:3"),
        ("r6:5 back2/tg:1", 2, None, "back2:1 back2/tg:1"),
        ("r6:5 back:3", 2, 2, "back:2 back2:2"),
        ("r6:5", 2, 4, "back2:4"),
        ("r6:5 back:3", 2, 5, "back:3 back2:5"),
        ("r6:5", 1, None, "back:1"),
        ("r6:5 back2:3", 1, None, "back:3"),
        ("r6:5 back2:3 back:1", 1, None, "back:1"),
        ("r6:5 left/back2:3", 1, None, "back:3 left/back2:3"),
        ("r6:5 back2:3 back2/tg:1", 1, None, "back:3 back2/tg:1"),
        ("r6:5 left/back2:3", 2, None, "left/back2:3 back2:3"),
    ],
)
def test_pain_that_draws_into_the_back_stands_there_on_its_side_or_in_the_middle(
    before: str, lowest: int, pain: int | None, now: str
) -> None:
    """As strong as the back was or is said to be, and at least a little; the other side stays."""
    assert felt(after(before, lowest={"right": lowest}, back_pain=pain)) == marked(now)


# --- marks -----------------------------------------------------------------------------------


def test_two_marks_of_one_place_are_joined_whichever_is_the_stronger() -> None:
    weak, strong = Mark("sole", "right", 2, 1, 3), Mark("sole", "right", 5, 2, 1)
    for both in ((weak, strong), (strong, weak)):
        joined = reading_after(Reading(both), AfterSet()).chart
        assert felt(joined) == {("sole", "right", 5, 2, 3)}


@pytest.mark.parametrize(
    ("what", "grade", "now"),
    [
        ("tingling", 2, ("sole", "right", 3, 2, 1)),
        ("numbness", 2, ("sole", "right", 3, 1, 2)),
        ("tingling", 0, ("sole", "right", 3, 0, 1)),
        ("numbness", 0, ("sole", "right", 3, 1, 0)),
    ],
)
def test_tingling_and_numbness_of_a_place_are_told_apart(
    what: Any, grade: int, now: tuple[Any, ...]
) -> None:
    """The one that is not named stays as it was."""
    t0 = Reading((Mark("sole", "right", 3, 1, 1),))
    answers = AfterSet(felt=(Felt("sole", "right", what, grade),))
    assert felt(reading_after(t0, answers).chart) == {now}
