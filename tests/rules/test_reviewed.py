"""What stays after a review? Level and gate end, the limits on movement do not (spec 1.5)."""

from typing import Any

import pytest

from spineward.clinical.assessment import assess
from spineward.clinical.case import Case
from spineward.clinical.facts import CareLevel, Gate, Offer, Situation
from spineward.clinical.plan import plan
from tests.cases.build import days_ago, established
from tests.cases.plans import STENOSIS

BUTTOCK: dict[str, Any] = dict.fromkeys(
    ("buttock_worst", "worse_sitting", "tender_buttock", "worse_crossing"), "yes"
)


def reviewed(rule: str, text: str, **more: Any) -> Situation:
    """Someone whose finding a clinician assessed two days ago, and said exercise is fine."""
    dated: dict[str, Any] = {"since": {rule: days_ago(10)}} if "item" in more else {}
    review: dict[str, Any] = {"reviewed": {rule: days_ago(2)}, "told_ok": {rule: "yes"}}
    return established(text, **dated, **review, **more)


def offered(person: Situation) -> dict[str, Offer]:
    """What may be done on this day, which is as open as it can be."""
    found = assess(person)
    assert (found.care_level, found.movement_gate) == (CareLevel.SELF_CARE, Gate.FULL)
    return {one.movement: one for one in plan(Case(person), found).offered}


def test_soft_bones_keep_the_back_from_rounding_far() -> None:
    steroids = {"steroids_3m": "yes"}
    today = offered(reviewed("C5", "r5:3", age=60, features=STENOSIS, background=steroids))
    assert "M61" not in today
    assert "rounding_under_30" in today["M20"].limits


def test_a_diabetic_thigh_keeps_the_glides_away() -> None:
    thigh = {"C10": {"thinner_thigh": "yes", "weak_thigh": "no"}}
    today = offered(
        reviewed(
            "C10", "front:4 r4:2", background={"diabetes": "yes"}, item={"C10": "yes"}, detail=thigh
        )
    )
    assert not today.keys() & {"M30a", "M30b", "M31", "M32"}


def test_poor_circulation_keeps_the_walk_below_the_pain() -> None:
    today = offered(reviewed("C6", "r5:2", background={"smoked": "yes"}, item={"C6": "yes"}))
    assert "below_symptoms" in today["M50"].limits


def test_a_stiff_hip_keeps_the_figure_four_away() -> None:
    hip = {"C12": {"groin_pain": "no", "limp": "yes", "stiff_socks_shoes": "yes"}}
    person = reviewed("C12", "r4:4", features=BUTTOCK, item={"C12": "yes"}, detail=hip)
    held = {one.movement for one in assess(person).excluded if one.by == "C12"}
    assert held == {"M40", "M41"}
    assert not offered(person).keys() & held


@pytest.mark.parametrize("answer", ["no", "not_sure"])
def test_what_never_held_limits_nothing(answer: str) -> None:
    items = dict.fromkeys(("C6", "C10", "C12"), answer)
    today = offered(established("r5:2", item=items))
    assert "below_symptoms" not in today["M50"].limits
    assert "M30a" in today


@pytest.mark.parametrize(
    "rule", ["C2", "C3", "C15"], ids=["pain after cancer", "first bout late", "pregnant"]
)
def test_what_grew_after_its_review_counts_again(rule: str) -> None:
    people: dict[str, dict[str, Any]] = {
        "C2": {"background": {"cancer": "yes"}},
        "C3": {"age": 70, "first_ever": "yes"},
        "C15": {"pregnant": "yes", "pregnant_week": 10},
    }
    before = assess(reviewed(rule, "r5:3", **people[rule], worsened={rule: days_ago(3)}))
    assert rule not in {one.rule for one in before.findings if one.level}
    after = assess(reviewed(rule, "r5:3", **people[rule], worsened={rule: days_ago(1)}))
    assert rule in {one.rule for one in after.findings if one.level}
