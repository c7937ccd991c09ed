"""Does a review stand when the answer it was about has changed since?

What follows from another answer has no date of its own: the change of that answer is its change
(1.5). Hazards: H-01 H-05.
"""

from dataclasses import replace
from typing import Any

import pytest

from spineward.clinical.assessment import assess
from spineward.clinical.facts import Situation
from tests.cases.build import days_ago, typical
from tests.cases.triage import ticked

ONE_SIGN = {"trunk_band": "yes", "unsteady": "no", "clumsy_hands": "no", "neck_shock": "no"}
NO_SIGN = dict.fromkeys(("growing", "constant", "night", "straining"), "no")
CAUSES: dict[str, dict[str, Any]] = {
    "C16 of A8": {"item": ticked("A8"), "detail": {"A8": ONE_SIGN}},
    "C2 of B4": {"item": ticked("B4"), "detail": {"B4": NO_SIGN}},
    "C5 of B5": {"item": ticked("B5"), "age": 50},
}


def found(case: str, began: int, reviewed: int, **more: Any) -> set[str]:
    """Which rules fire, when the cause began and the rule was reviewed so many days ago?"""
    rule, _, cause = case.partition(" of ")
    person: Situation = typical(
        "r5:3",
        **CAUSES[case],
        episode_start=days_ago(100),
        since={cause: days_ago(began)},
        reviewed={rule: days_ago(reviewed)},
        told_ok={rule: "yes"},
        **more,
    )
    return {one.rule for one in assess(person).findings}


@pytest.mark.parametrize("case", CAUSES)
def test_a_review_counts_only_from_the_last_change_of_the_cause(case: str) -> None:
    rule = case.partition(" ")[0]
    assert rule not in found(case, began=50, reviewed=50)
    assert rule in found(case, began=50, reviewed=51)


@pytest.mark.parametrize("case", CAUSES)
def test_a_cause_that_is_not_as_usual_ends_the_review(case: str) -> None:
    rule, _, cause = case.partition(" of ")
    assert not {rule, cause} & found(case, began=50, reviewed=10, same_as_usual={cause: "yes"})
    assert {rule, cause} & found(case, began=50, reviewed=10, same_as_usual={cause: "no"})


def test_muted_bladder_trouble_does_not_hide_an_unanswered_cancer_question() -> None:
    """Cancer not asked adds nothing to an emergency; long-standing trouble is none."""
    person: dict[str, Any] = {
        "detail": {"A8": ONE_SIGN | {"trunk_band": "no", "unsteady": "yes"}},
        "since": {"A1": days_ago(150)},
        "before_episode": {"A1": "yes"},
        "same_as_usual": {"A1": "yes"},
    }
    for items in (("A8",), ("A8", "A1")):
        one = typical("r5:3", item=ticked(*items), **person)
        asked = {key: said for key, said in one.background.items() if key != "cancer"}
        assert "A8" in assess(replace(one, background=asked)).fired
