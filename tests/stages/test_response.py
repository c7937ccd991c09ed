"""Does the short page after a set become the right full reading?

Hazards: H-02 a lowest point further down must never be lost; H-04 sides; H-08 no symptom is
invented that nobody reported.
"""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spineward.clinical.body import leg_state
from spineward.clinical.facts import Chart, Reading, SetContext, SetReadings, SetVerdict
from spineward.clinical.facts.answers import Leg
from spineward.clinical.response import AfterSet, Felt, read_set, reading_after
from tests.cases.build import chart

BEFORE = "back:2 r4:3 r6:5 tg6:1 nb8:1"


def after(text: str = BEFORE, **answers: Any) -> Chart:
    """The chart after a set, from the chart before it in words and the answers of the page."""
    return reading_after(Reading(chart(text)), AfterSet(**answers)).chart


def felt(marks: Chart) -> set[tuple[str, str, int, int, int]]:
    """What a chart says, without order."""
    return {(m.zone, m.side, m.pain, m.tingling, m.numbness) for m in marks}


def test_just_as_before_is_one_tap_and_changes_nothing() -> None:
    """No answer at all: the same marks, and no weakness asked."""
    reading = reading_after(Reading(chart(BEFORE), "no", "none"), AfterSet())

    assert felt(reading.chart) == {
        ("low_back_midline", "middle", 2, 0, 0),
        ("thigh_back_upper", "right", 3, 0, 0),
        ("calf_upper", "right", 5, 1, 0),
        ("sole", "right", 0, 0, 1),
    }
    assert (reading.sharp_shooting, reading.weakness) == ("no", None)


def test_pain_that_drew_back_is_gone_below_the_new_lowest_point() -> None:
    """Calf to thigh with pain 2: the calf keeps its tingling, the foot its numbness."""
    marks = after(lowest={"right": 4}, leg_pain={"right": 2})

    assert ("thigh_back_upper", "right", 2, 0, 0) in felt(marks)
    assert ("calf_upper", "right", 0, 1, 0) in felt(marks)
    assert ("sole", "right", 0, 0, 1) in felt(marks)


def test_pain_that_drew_back_to_a_rank_without_a_mark_gets_one_there() -> None:
    """Calf to buttock: the buttock hurts as strongly as said."""
    state = leg_state(after("r6:5", lowest={"right": 3}, leg_pain={"right": 3}), "right")

    assert (state.pain, state.intensity) == (3, 3)


def test_pain_that_went_down_is_marked_there_and_the_rest_stays() -> None:
    """Calf to foot: row 5 can see it."""
    marks = after(lowest={"right": 8})

    assert leg_state(marks, "right").pain == 8
    assert ("calf_upper", "right", 5, 1, 0) in felt(marks)
    assert ("sole", "right", 5, 0, 1) in felt(marks), "the zone of that rank that was marked"


def test_pain_that_went_down_counts_even_when_called_zero() -> None:
    """Something is felt there: strength 0 is read as 1."""
    assert leg_state(after(lowest={"right": 8}, leg_pain={"right": 0}), "right").pain == 8


def test_a_leg_drawn_back_into_the_back_leaves_a_mark_there() -> None:
    """W46a in the short page: lowest point one-sided low back, back pain 2."""
    marks = after("r7:5", lowest={"right": 2}, leg_pain={"right": 0}, back_pain=2)

    assert felt(marks) == {("low_back", "right", 2, 0, 0)}


def test_a_back_drawn_back_to_the_middle_leaves_its_side() -> None:
    """Rank 2 to rank 1."""
    assert felt(after("back2:3", lowest={"right": 1})) == {("low_back_midline", "middle", 3, 0, 0)}


def test_nothing_in_the_leg_any_more_clears_its_pain_only() -> None:
    """Lowest point 0: tingling and numbness are asked for on their own."""
    state = leg_state(after(lowest={"right": 0}), "right")

    assert (state.pain, state.tingling, state.numbness) == (0, 6, 8)


def test_pain_gone_where_it_still_tingles_is_pain_gone() -> None:
    """Lowest point unchanged, strength 0: only the tingling is left there."""
    state = leg_state(after(lowest={"right": 6}, leg_pain={"right": 0}), "right")

    assert (state.pain, state.intensity, state.tingling) == (0, 0, 6)


def test_the_lowest_point_of_a_tingling_leg_is_not_read_as_pain() -> None:
    """Tingling to the foot, pain in the thigh: naming the foot changes nothing."""
    assert felt(after("r4:3 tg8:1", lowest={"right": 8})) == felt(chart("r4:3 tg8:1"))


def test_the_front_of_the_thigh_is_a_place_of_its_own() -> None:
    """New pain in front is marked in front and stops the movement."""
    t0 = Reading(chart("r4:3"))
    t1 = reading_after(t0, AfterSet(lowest={"right": "front"}))

    assert leg_state(t1.chart, "right").front_pain == 4
    assert read_set(SetReadings(t0, t1=t1), SetContext(("right",))).fired == ("row 5",)


def test_front_pain_that_was_there_before_is_not_doubled() -> None:
    """Just the strength changes."""
    marks = after("front:4", lowest={"right": "front"}, leg_pain={"right": 3})

    assert felt(marks) == {("front_thigh", "right", 3, 0, 0)}


def test_new_pain_in_the_other_leg_is_marked_on_that_side() -> None:
    """H-04: the left buttock, not the right."""
    assert ("buttock", "left", 2, 0, 0) in felt(after(lowest={"left": 3}, leg_pain={"left": 2}))


def test_pain_in_a_leg_without_a_place_starts_at_the_buttock() -> None:
    """Strength without a lowest point: the nearest zone of the leg."""
    assert felt(after("", leg_pain={"right": 3})) == {("buttock", "right", 3, 0, 0)}


def test_stronger_pain_is_stronger_at_the_lowest_point() -> None:
    """The strongest pain given is the leg's intensity, and no other mark is above it."""
    marks = after(leg_pain={"right": 7})
    weaker = after("r4:6 r6:5", leg_pain={"right": 2})

    assert leg_state(marks, "right").intensity == 7
    assert {mark.pain for mark in weaker} == {2}


def test_no_leg_pain_any_more_clears_both_marks() -> None:
    """Strength 0 and no place named."""
    assert leg_state(after(leg_pain={"right": 0}), "right").intensity == 0


@pytest.mark.parametrize(("before", "now"), [("back:2 back2:4", 3), ("", 2), ("back:3", 0)])
def test_the_back_pain_given_is_the_strongest_of_the_back(before: str, now: int) -> None:
    """Raised, new, or gone."""
    assert max((mark.pain for mark in after(before, back_pain=now)), default=0) == now


def test_tingling_and_numbness_change_only_where_the_person_says_so() -> None:
    """A new numb heel and less tingling in the calf."""
    marks = after(
        felt=(Felt("heel", "right", "numbness", 2), Felt("calf_upper", "right", "tingling", 0))
    )

    assert ("heel", "right", 0, 0, 2) in felt(marks)
    assert ("calf_upper", "right", 5, 0, 0) in felt(marks)


def test_two_marks_of_one_place_are_joined() -> None:
    """Pain and tingling noted apart are not lost."""
    assert felt(after("r6:4 tg6:1 nb6:2 r6:2")) == {("calf_upper", "right", 4, 1, 2)}


def test_a_usual_mark_stays_usual() -> None:
    """It was there before this bout, and still is."""
    assert all(mark.usual for mark in after("left/nb8:1u"))


def test_sharp_pain_weakness_and_doubt_go_through_as_said() -> None:
    """They belong to the reading, not to the chart."""
    reading = reading_after(
        Reading(chart("r5:3"), "no"),
        AfterSet(sharp_shooting="yes", weakness="not_sure", not_sure=("numbness",)),
    )

    assert reading == Reading(chart("r5:3"), "yes", "not_sure", ("numbness",))


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ({"lowest": {"right": 10}}, "lowest.right: 10 is not allowed; 0 to 9 or front"),
        ({"lowest": {"left": -1}}, "lowest.left: -1 is not allowed"),
        (
            {"lowest": {"right": 2}, "leg_pain": {"right": 4}},
            "leg_pain.right: 4 is not allowed; 0 when nothing is in the leg",
        ),
    ],
)
def test_an_answer_that_cannot_be_is_refused_by_name(answers: Any, message: str) -> None:
    """The message names the field, the value and what is allowed."""
    with pytest.raises(ValueError, match=message):
        after(**answers)


@given(
    st.integers(0, 9),
    st.integers(0, 10),
    st.integers(0, 9),
    st.none() | st.integers(1, 10),
    st.sampled_from(["", " nb8:1", " back:2"]),
)
@settings(max_examples=200, deadline=None)
def test_a_lowest_point_further_down_always_stops_the_movement(
    rank: int, pain: int, lowest: int, now: int | None, more: str
) -> None:
    """H-02: whatever the strength, a lower lowest point is at least STOP_MOVEMENT."""
    before = Reading(chart((f"r{rank}:{pain}" if rank > 2 and pain else "") + more))
    reached = leg_state(before.chart, "right").pain
    if lowest <= max(reached, 2):
        return
    strength: dict[Leg, int] = {} if now is None else {"right": now}
    t1 = reading_after(before, AfterSet(lowest={"right": lowest}, leg_pain=strength))

    outcome = read_set(SetReadings(before, t1=t1), SetContext(("right",)))

    assert outcome.verdict >= SetVerdict.STOP_MOVEMENT
    assert leg_state(t1.chart, "right").pain == lowest
