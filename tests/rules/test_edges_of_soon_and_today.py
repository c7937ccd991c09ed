"""Which mark, date or answer alone makes a rule of today or of a few days fire? (1.2, 1.3, 5)

Each test stands for a small change of the engine that no other test noticed.
Hazards: H-17, H-18, H-19.
"""

from itertools import combinations
from typing import Any

import pytest

from spineward.clinical.case import Case
from spineward.clinical.facts import CareLevel, CheckInRecord, Finding, Gate, History, Situation
from spineward.clinical.facts import SpineProcedure as Procedure
from spineward.clinical.rules import bounds, patterns, same_day, soon
from spineward.clinical.rules.rule import RuleSet
from tests.cases.build import ago, chart, days_ago, typical
from tests.cases.course import went
from tests.cases.triage import began, both, ticked

CANCER = {"background": {"cancer": "yes"}}
DIABETES = {"background": {"diabetes": "yes"}}
BONES = {"background": {"steroids_3m": "yes"}}


def found(rules: RuleSet, person: Situation) -> dict[str, Finding]:
    """What these rules say of someone."""
    return {one.id: one for one in rules.fire(Case(person))}


# --- C15 -------------------------------------------------------------------------------------

PREGNANT: dict[str, Any] = {"pregnant": "yes", "pregnant_week": 30}
REVIEWED: dict[str, Any] = {"reviewed": {"C15": days_ago(3)}, "told_ok": {"C15": "yes"}}


def operated(days: int, **more: Any) -> dict[str, Any]:
    return {"spine_procedure": (Procedure("surgery", days_ago(days)),), **more}


@pytest.mark.parametrize(
    ("told", "level", "gate", "days"),
    [
        (PREGNANT, CareLevel.ROUTINE, Gate.LIMITED, 28),
        (PREGNANT | REVIEWED, CareLevel.SELF_CARE, Gate.LIMITED, None),
        (operated(20), CareLevel.ROUTINE, Gate.BLOCK, 28),
        (operated(60, team_allowed=("M10",)), CareLevel.ROUTINE, Gate.LIMITED, 28),
        (operated(60, worsened={"C15": days_ago(9)}), CareLevel.SOON, Gate.BLOCK, 3),
        (operated(60, item=ticked("B8")), CareLevel.SOON, Gate.BLOCK, 3),
        (PREGNANT | REVIEWED | operated(20), CareLevel.ROUTINE, Gate.BLOCK, 28),
    ],
)
def test_pregnant_or_operated_is_one_finding(
    told: dict[str, Any], level: CareLevel, gate: Gate, days: int | None
) -> None:
    """The stricter of the two, under the one id."""
    assert found(bounds.RULES, typical(**told)) == {"C15": Finding("C15", level, gate, days)}


# --- B4, B8, B9 ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "fires"), [("mid_back:1", True), ("mid_back/tg:1", False), ("mid_back:1u", False)]
)
def test_after_cancer_new_pain_in_the_mid_back_is_for_today_and_tingling_is_not(
    text: str, fires: bool
) -> None:
    assert ("B4" in found(same_day.RULES, typical(text, **CANCER))) is fires


@pytest.mark.parametrize(("procedures", "fires"), [(None, True), ((), True)])
def test_worse_after_a_procedure_that_nobody_dated_is_for_today(
    procedures: tuple[Procedure, ...] | None, fires: bool
) -> None:
    person = typical(item=ticked("B8"), spine_procedure=procedures)
    assert ("B8" in found(same_day.RULES, person)) is fires


def test_numbness_that_came_and_went_and_came_again_has_grown() -> None:
    """Once in two weeks the toes were not numb while the sole was."""
    past = [(10, "nb8:1 nb9:1"), (5, "nb8:1")]
    records = tuple(
        CheckInRecord(at=ago(days=days), leg_now=3, chart=chart(f"r5:3 {text}"))
        for days, text in past
    )
    again = typical("r5:3 nb8:1 nb9:1", history=History(check_ins=records))
    assert "B9" in found(same_day.RULES, again)
    assert "B9" not in found(same_day.RULES, typical("r5:3 nb8:1", history=again.history))


@pytest.mark.parametrize(
    ("since", "examined", "fires"),
    [
        ({}, 3, False),
        ({}, 7, True),
        ({"B9": days_ago(9)}, 8, False),
        ({"B9": days_ago(9)}, 10, True),
    ],
)
def test_a_dead_foot_is_as_old_as_the_charts_or_the_person_say(
    since: dict[str, Any], examined: int, fires: bool
) -> None:
    """Whichever is the older; densely numb on the charts for 6 days."""
    record = CheckInRecord(at=ago(days=6), leg_now=3, chart=chart("r5:3 nb8:3"))
    person = typical(
        "r5:3 nb8:3",
        since=since,
        examined={"B9": days_ago(examined)},
        history=History(check_ins=(record,)),
    )
    assert ("B9" in found(same_day.RULES, person)) is fires


# --- C2, C3, C4, C5 --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "told", "fires"),
    [
        ("", {"leg_now": 1}, True),
        ("", {"back_now": 1}, True),
        ("groin:1", {}, True),
        ("", {}, False),
    ],
)
def test_after_cancer_any_pain_is_seen_soon(text: str, told: dict[str, Any], fires: bool) -> None:
    """A number without a mark is enough, and a mark without a number."""
    assert ("C2" in found(soon.RULES, typical(text, **CANCER, **told))) is fires


@pytest.mark.parametrize(
    ("age", "day", "level"),
    [(59, 30, None), (60, 30, CareLevel.SOON), (60, 27, CareLevel.ROUTINE)],
)
def test_a_first_bout_late_in_life(age: int, day: int, level: CareLevel | None) -> None:
    first = went("r5:4", 4, 4, 4, age=age, first_ever="yes", **began(day))
    seen = found(soon.RULES, first)
    assert (seen["C3"].level if "C3" in seen else None) == level


@pytest.mark.parametrize(
    ("told", "level"),
    [
        (BONES, CareLevel.ROUTINE),
        (BONES | {"back_now": 6}, CareLevel.ROUTINE),
        (BONES | {"back_now": 7}, CareLevel.SOON),
        (BONES | {"item": ticked("C4")}, CareLevel.SOON),
    ],
)
def test_soft_bones_are_less_urgent_alone_and_with_little_pain(
    told: dict[str, Any], level: CareLevel
) -> None:
    assert found(soon.RULES, typical(**told))["C5"].level == level


HIP = {"features": {"groin_pain": "yes", "limp": "yes"}}
LATE = {"age": 65, "first_ever": "yes"}


@pytest.mark.parametrize(
    ("other", "more"),
    [
        *((item, {}) for item in ("C1", "C2", "C6", "C7", "C8", "C9", "C10", "C11", "C16")),
        ("C3", LATE),
        ("C5", BONES),
        ("C12", HIP),
    ],
)
def test_night_pain_with_any_other_of_these_is_seen_sooner(
    other: str, more: dict[str, Any]
) -> None:
    """C4 alone is routine."""
    alone = typical(item=ticked("C4"))
    with_it = typical(item=ticked("C4", other), **more)
    assert found(soon.RULES, alone)["C4"].level == CareLevel.ROUTINE
    assert found(soon.RULES, with_it)["C4"].level == CareLevel.SOON


# --- C10 -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "fires"), [("front:7", True), ("front:6", False), ("r8:9 front:2", False)]
)
def test_with_diabetes_severe_pain_counts_on_the_front_of_the_thigh(text: str, fires: bool) -> None:
    assert ("C10" in found(soon.RULES, typical(text, **DIABETES))) is fires


@pytest.mark.parametrize(
    ("tests", "level"),
    [({}, CareLevel.SOON), ({"big_toe": "weaker"}, CareLevel.SAME_DAY)],
    ids=["the one examined", "another one besides"],
)
def test_a_weak_thigh_is_seen_to_when_every_weakness_was_examined(
    tests: dict[str, str], level: CareLevel
) -> None:
    """One that nobody tested keeps it for today."""
    person = typical(
        item=ticked("C10", "B1"),
        since={"B1": days_ago(9)},
        examined={"B1": days_ago(5)},
        detail={"C10": {"weak_thigh": "yes"}, "B1": {"left": "yes", "right": "no"}},
        strength=both(tests),
    )
    assert found(soon.RULES, person)["C10"].level == level


# --- patterns --------------------------------------------------------------------------------


@pytest.mark.parametrize("pair", [*combinations(patterns.HIP, 2)], ids="+".join)
def test_any_two_signs_of_the_hip_name_the_pattern(pair: tuple[str, str]) -> None:
    assert "HIP_SI_OTHER" in patterns.patterns(Case(typical(features=dict.fromkeys(pair, "yes"))))
    one = Case(typical(features={pair[0]: "yes"}))
    assert "HIP_SI_OTHER" not in patterns.patterns(one)


def test_the_signs_of_the_hip_are_seven() -> None:
    assert set(patterns.HIP) == {
        *("groin_pain", "limp", "stiff_socks_shoes", "dimple_pain"),
        *("outer_hip_lying", "sit_bone_running", "numb_outer_thigh"),
    }
