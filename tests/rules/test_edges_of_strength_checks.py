"""What does a strength check in a set add, and was there pain with a weakness? (0.4, 1.6)

Each test stands for a small change of the engine that no other test noticed.
"""

from dataclasses import replace
from typing import Any

import pytest

from spineward.clinical.case import Case
from spineward.clinical.facts import CheckInRecord, History
from spineward.clinical.weakness import Weakness, had_pain, said_by_tests
from tests.cases.build import ago, chart, days_ago, typical
from tests.cases.triage import both

WEAK: dict[str, Any] = {"big_toe": "weaker"}
LOST: dict[str, Any] = {"heel_walk": "cannot"}

# --- what a check during a set says ----------------------------------------------------------


ALL_SAME = both({})


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        (ALL_SAME, {}, "none"),
        ({"right": ALL_SAME["right"]}, {}, "not_sure"),
        (both({"heel_walk": "not_tried"}), {}, "not_sure"),
        ({"left": {"heel_walk": "same"}, "right": ALL_SAME["right"]}, {}, "not_sure"),
        (both(WEAK), {}, "new_or_more"),
        (both({}, WEAK), {}, "new_or_more"),
        (both(LOST), {}, "new_or_more"),
        (both(WEAK), both(WEAK), "none"),
        (both(WEAK), both({}, WEAK), "new_or_more"),
        (both({"big_toe": "cannot"}), both(WEAK), "new_or_more"),
        (both(WEAK), both({"big_toe": "cannot"}), "none"),
        (both(WEAK), both({"big_toe": "never_could"}), "none"),
        (both({"big_toe": "cannot"}), both({"big_toe": "never_could"}), "none"),
        (both({"big_toe": "never_could"}), both({"big_toe": "cannot"}), "none"),
        (both({"big_toe": "never_could"}), {}, "new_or_more"),
        (both({}, {"big_toe": "never_could"}), {}, "new_or_more"),
        (both({"big_toe": "never_could"}, {"big_toe": "never_could"}), {}, "none"),
        (both({"heel_walk": "never_could"}, {"heel_walk": "never_could"}), {}, "none"),
        (both({"big_toe": "not_tried"}), {}, "none"),
        (both(WEAK), both({"big_toe": "not_tried"}), "new_or_more"),
    ],
)
def test_a_check_in_a_set_says_more_only_of_what_was_not_known_as_bad(
    now: Any, before: Any, said: str
) -> None:
    """0.4: unclear until both foot tests are done in both legs; never on both sides is no loss."""
    assert said_by_tests(Case(typical(strength=before)), now) == said


# --- was there pain with it ------------------------------------------------------------------


def pain_with(unknown: bool, *past: CheckInRecord, **answers: Any) -> bool:
    """Had the right leg pain since it grew weak 20 days ago?"""
    day = days_ago(20)
    weak = Weakness("part", ("right",), True, "B1", day, day, False, None)
    calm = typical("", history=History(check_ins=past), detail=answers.pop("detail", {}))
    person = replace(calm, **answers)
    return had_pain(Case(person), weak, unknown=unknown)


@pytest.mark.parametrize(
    ("answers", "sure", "possible"),
    [
        ({}, False, False),
        ({"chart": chart("r6:2")}, True, True),
        ({"chart": chart("left/r6:2"), "leg_now": 2}, False, False),
        ({"detail": {"C11": {"no_pain": "no"}}}, True, True),
        ({"detail": {"C11": {"no_pain": "yes"}}}, False, False),
        ({"chart": None}, False, True),
        ({"leg_now": None}, False, True),
        ({"leg_now": 2}, False, True),
    ],
)
def test_pain_of_today_is_known_or_possible(
    answers: dict[str, Any], sure: bool, possible: bool
) -> None:
    """1.6: what is not known counts as asked for."""
    found = (pain_with(False, **answers), pain_with(True, **answers))
    assert found == (sure, possible)


@pytest.mark.parametrize(
    ("days", "leg", "text", "sure", "possible"),
    [
        (20, 3, "r6:3", True, True),
        (21, 3, "r6:3", False, False),
        (5, 3, None, False, True),
        (5, 0, None, False, False),
        (5, None, None, False, False),
        (5, 3, "", False, False),
        (5, 3, "left/r6:3", False, False),
        (5, 0, "", False, False),
    ],
)
def test_earlier_pain_counts_from_the_day_on_which_it_grew_weak(
    days: int, leg: int | None, text: str | None, sure: bool, possible: bool
) -> None:
    """A number without a chart may be of either leg; one with a chart is where the chart says."""
    marks = None if text is None else chart(text)
    record = CheckInRecord(at=ago(days=days), leg_now=leg, chart=marks)
    assert (pain_with(False, record), pain_with(True, record)) == (sure, possible)
