"""What does the first sentence of the progress page say, and does it say how sure it is?"""

import pytest

from spineward.clinical.course import course
from spineward.clinical.facts import Situation
from spineward.web.shell.drawing.pain_change import amount, headline, judged
from tests.cases.build import NOW
from tests.cases.lives import life
from tests.stages.test_course import walked


def said(*charts: str) -> tuple[str, ...]:
    """The first sentence and the others, after these days."""
    seen = course(walked(*charts))
    return headline(seen), *judged(seen)


def test_pain_that_moved_up_is_told_first_with_its_days() -> None:
    days = ["r8:4"] * 3 + ["r6:4"] * 8 + ["r5:4"] * 2
    assert said(*days) == (
        "Pain has moved up from foot to thigh in 12 days.",
        "Leg pain is the same as at the start: 4 of 10.",
    )


def test_pain_that_moved_down_is_told_as_plainly() -> None:
    assert said("r5:4", "r5:4", "r5:4", "r8:7", "r8:7", "r8:7") == (
        "Pain has moved down from thigh to foot in 5 days.",
        "Leg pain is stronger too: 4, then 7 of 10.",
    )


def test_strength_that_went_the_other_way_is_never_told_as_if_it_went_along() -> None:
    assert said(*["r5:7"] * 3, *["r8:3"] * 3) == (
        "Pain has moved down from thigh to foot in 5 days.",
        "Leg pain is weaker: 7, then 3 of 10. How far down it reaches counts first.",
    )
    assert said(*["r8:3"] * 3, *["r5:7"] * 3) == (
        "Pain has moved up from foot to thigh in 5 days.",
        "But leg pain is stronger: 3, then 7 of 10.",
    )


def test_weaker_pain_in_the_same_place_is_told_by_its_numbers() -> None:
    assert said(*["r8:6"] * 3, *["r8:3"] * 3) == (
        "Leg pain has gone down from 6 to 3 in 5 days.",
        "How far down it reaches is the same: foot.",
    )


def test_a_small_step_is_less_than_the_scale_can_tell_apart() -> None:
    assert said(*["r8:6"] * 3, *["r9:5"] * 3) == (
        "No change yet that the scale can tell apart.",
        "How far down it reaches: foot, then toes. That is less than the scale can tell apart.",
        "Leg pain was 6 and is 5 of 10. That is less than the scale can tell apart.",
    )


def test_pain_that_is_gone_is_told_to_be_felt_nowhere() -> None:
    first, *_ = said(*["r8:6"] * 3, "", "", "")
    assert first == "Pain reached the foot. Now it is felt nowhere."
    first, *_ = said("", "", "", *["r8:6"] * 3)
    assert first == "Pain was felt nowhere. Now it reaches the foot."


def test_the_first_days_are_too_early_to_say() -> None:
    assert said("r8:6", "r4:2") == (
        "It is too early to say.",
        "A first change can show after 5 days with a check-in.",
    )
    nobody = course(Situation(now=NOW))
    assert headline(nobody) == "Nothing is told yet."


@pytest.mark.parametrize(
    ("days", "how_long"), [(21, "20 days"), (91, "12 weeks"), (1095, "35 months")]
)
def test_a_long_time_is_told_in_larger_units(days: int, how_long: str) -> None:
    assert headline(course(life(days))).endswith(f"to back in {how_long}.")


def test_numbers_have_no_decimals_that_the_scale_does_not_have() -> None:
    assert [amount(value) for value in (3, 3.0, 3.5, None)] == ["3", "3", "3 to 4", "not known"]
