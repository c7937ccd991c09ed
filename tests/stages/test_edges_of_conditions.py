"""Under which condition is something asked at all? Each condition on both sides, and unknown.

Each row stands for a small change of the engine that no other test noticed.
"""

from dataclasses import replace
from typing import Any

import pytest

from spineward.clinical.conditions import When, holds, seated_check
from spineward.clinical.facts import History
from tests.cases.build import typical
from tests.cases.course import check_in

BEFORE = History(check_ins=(check_in("r6:3", hours_ago=24),))


@pytest.mark.parametrize(
    ("when", "known", "asked"),
    [
        ("", {}, True),
        ("age_60", {"age": 60}, True),
        ("age_60", {"age": 59}, False),
        ("age_60", {"age": None}, False),
        ("diabetes", {"background": {"diabetes": "yes"}}, True),
        ("diabetes", {"background": {"diabetes": "not_sure"}}, True),
        ("diabetes", {"background": {"diabetes": "no"}}, False),
        ("diabetes", {"background": {}}, False),
        ("now_8", {"leg_now": 8, "back_now": None}, True),
        ("now_8", {"leg_now": None, "back_now": 8}, True),
        ("now_8", {"leg_now": 7, "back_now": 7}, False),
        ("now_8", {"leg_now": None, "back_now": None}, False),
        ("first_leg_7", {"leg_now": 7}, True),
        ("first_leg_7", {"leg_now": 6}, False),
        ("first_leg_7", {"leg_now": None}, False),
        ("first_leg_7", {"leg_now": 7, "history": BEFORE}, False),
    ],
)
def test_something_is_asked_only_where_its_condition_is_known_to_hold(
    when: When, known: dict[str, Any], asked: bool
) -> None:
    assert holds(when, replace(typical(), **known)) is asked


@pytest.mark.parametrize(("falls", "sitting"), [("yes", True), ("not_sure", True), ("no", False)])
def test_strength_is_checked_sitting_by_who_may_fall(falls: str, sitting: bool) -> None:
    """4.6: an unsteady person does not stand on heels and toes; unsure counts as unsteady."""
    assert seated_check(typical(clearance={"CL5": falls})) is sitting


def test_strength_is_checked_standing_as_long_as_nobody_said_otherwise() -> None:
    """The clearance page comes first, so that this is never left open for long."""
    assert not seated_check(replace(typical(), clearance={}))
