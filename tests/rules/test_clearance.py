"""Who needs a clinician's word before exercise? CL1-CL6."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spineward.clinical.case import Case
from spineward.clinical.facts import CareLevel, Finding, Gate
from spineward.clinical.rules.clearance import RULES
from tests.cases.build import days_ago, typical

WAITS = (CareLevel.ROUTINE, Gate.EASE_ONLY)
NO_GATE = (CareLevel.SELF_CARE, Gate.FULL)


def found(**changes: Any) -> dict[str, tuple[CareLevel, Gate]]:
    fired: list[Finding] = RULES.fire(Case(typical(**changes)))
    return {one.id: (one.level, one.gate) for one in fired}


def test_nothing_to_clear() -> None:
    assert found() == {}


@pytest.mark.parametrize("item", ["CL1", "CL2", "CL4"])
def test_only_easing_until_cleared_and_the_item_stays_known(item: str) -> None:
    assert found(clearance={item: "yes"}) == {item: WAITS}
    assert found(clearance={item: "yes"}, cleared={item: "no"}) == {item: WAITS}
    assert found(clearance={item: "yes"}, cleared={item: "yes"}) == {item: NO_GATE}


@pytest.mark.parametrize("item", ["CL1", "CL2", "CL3", "CL4"])
def test_not_sure_counts_as_yes_and_is_marked(item: str) -> None:
    assert found(clearance={item: "not_sure"}) == {f"{item}?": WAITS}


def test_unanswered_counts_as_yes() -> None:
    person = typical()
    unanswered = {key: value for key, value in person.clearance.items() if key != "CL2"}
    case = Case(type(person)(now=person.now, clearance=unanswered, background=person.background))
    assert [one.id for one in RULES.fire(case)] == ["CL2?"]


@pytest.mark.parametrize(("days", "expected"), [(84, WAITS), (85, NO_GATE)])
def test_hip_surgery_waits_for_12_weeks(days: int, expected: tuple[CareLevel, Gate]) -> None:
    assert found(clearance={"CL3": "yes"}, since={"CL3": days_ago(days)}) == {"CL3": expected}


def test_hip_surgery_without_a_date_counts_as_recent() -> None:
    assert found(clearance={"CL3": "yes"}) == {"CL3": WAITS}


def test_a_high_risk_of_falling_closes_nothing() -> None:
    assert found(clearance={"CL5": "yes"}) == {"CL5": NO_GATE}


def test_thin_bones_are_known_from_the_health_answers() -> None:
    assert found(background={"osteoporosis": "yes"}) == {"CL6": NO_GATE}
    assert found(background={"osteoporosis": "not_sure"}) == {"CL6?": NO_GATE}
    assert found(clearance={"CL6": "yes"}) == {"CL6": NO_GATE}


def test_a_broken_spine_bone_stands_for_thin_bones_too() -> None:
    seen = found(clearance={"CL1": "yes"}, background={"osteoporosis": "yes"})
    assert seen == {"CL1": WAITS}


answers = st.sampled_from(("no", "yes", "not_sure"))


@given(
    st.sampled_from([f"CL{n}" for n in range(1, 6)]),
    st.dictionaries(st.sampled_from([f"CL{n}" for n in range(1, 6)]), answers),
)
def test_unknown_is_never_better_than_no(item: str, others: dict[str, str]) -> None:
    def gate(answer: str) -> Gate:
        return max(
            (g for _, g in found(clearance=others | {item: answer}).values()), default=Gate.FULL
        )

    assert gate("not_sure") >= gate("no")
    assert gate("not_sure") >= gate("yes")
