"""Where does each red flag begin and end? For every limit the last that counts, the first that not.

Numbers are written out here on purpose: they are those of the specification, not of limits.toml.
"""

from typing import Any

import pytest

from spineward.clinical.assessment import assess
from spineward.clinical.facts import Assessment, CareLevel, Gate, SpineProcedure
from tests.cases.build import days_ago, typical
from tests.cases.triage import both, ticked

LONG: dict[str, Any] = {"episode_start": days_ago(200), "leg_onset": days_ago(10)}
"""A long episode with young leg symptoms: no trend rule speaks."""


def told(item: str, days: int, examined: int | None = None, **more: Any) -> Assessment:
    """This item ticked, so many days old, in a long episode; examined so many days ago or never."""
    seen = {} if examined is None else {"examined": {item: days_ago(examined)}}
    answer = "changed" if item == "A4" else "yes"
    return assess(
        typical("r5:3", **LONG, item={item: answer}, since={item: days_ago(days)}, **seen, **more)
    )


@pytest.mark.parametrize("item", ["A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A11", "A14"])
def test_an_examined_finding_is_new_for_fourteen_days(item: str) -> None:
    """BMJBP: examined or not, day 14 still counts; day 15 does not."""
    assert item in told(item, 14, examined=0).fired
    assert item not in told(item, 15, examined=0).fired


@pytest.mark.parametrize("item", ["A1", "A5", "A6", "A7", "A8", "A11", "A12", "A14"])
def test_an_unexamined_finding_is_new_for_the_whole_episode(item: str) -> None:
    """0.3, wider on purpose; and a visit before the last change is no examination of it."""
    assert item in told(item, 100).fired
    assert item in told(item, 100, examined=101).fired


@pytest.mark.parametrize("item", ["A9", "A15", "A16"])
def test_what_is_still_going_on_does_not_fade(item: str) -> None:
    """H-16, H-17: while it is answered with yes it is an emergency, however long."""
    assert told(item, 100, examined=1).care_level == CareLevel.EMERGENCY


def test_chest_pain_that_was_assessed_is_quiet() -> None:
    """A13: not assessed since."""
    assert "A13" in told("A13", 3).fired
    assert "A13" not in told("A13", 3, examined=2).fired


def test_a_big_injury_counts_for_six_weeks_then_as_an_old_one() -> None:
    """A10 to day 42, C5 (d) from day 43; examined it is neither."""
    assert told("A10", 42).fired == ("A10",)
    assert told("A10", 43).fired == ("C5",)
    assert told("A10", 42, examined=1).fired == ()
    assert told("A10", 43, examined=1).fired == ()


def test_a_fall_that_leaves_someone_unable_to_stand_always_counts() -> None:
    """A10: any fall and cannot bear weight."""
    unable: dict[str, Any] = {"detail": {"A10": {"cannot_bear_weight": "yes"}}}

    assert "A10" in told("A10", 60, **unable).fired


@pytest.mark.parametrize(("age", "fires"), [(69, False), (70, True)])
def test_a_small_bump_counts_from_seventy(age: int, fires: bool) -> None:
    """B5: age 70, or thin bones, or steroid tablets."""
    assert ("B5" in told("B5", 2, age=age).fired) is fires
    assert "B5" in told("B5", 2, background={"steroids_3m": "yes"}).fired


def test_a_small_bump_counts_for_six_weeks() -> None:
    """B5 to day 42, C5 (d) from day 43."""
    assert "B5" in told("B5", 42, age=75).fired
    assert told("B5", 43, age=75).fired == ("C5",)


@pytest.mark.parametrize(("days", "fires"), [(14, True), (15, False)])
def test_a_rash_counts_for_fourteen_days(days: int, fires: bool) -> None:
    """B7."""
    assert ("B7" in told("B7", days).fired) is fires


@pytest.mark.parametrize(("days", "fires"), [(14, True), (15, False)])
def test_an_examined_swollen_leg_counts_for_fourteen_days(days: int, fires: bool) -> None:
    """B3."""
    assert ("B3" in told("B3", days, examined=1).fired) is fires


@pytest.mark.parametrize(("back", "fires"), [(6, False), (7, True)])
def test_constant_back_pain_with_an_infection_risk_counts_from_seven(
    back: int, fires: bool
) -> None:
    """B2 (b): fever is absent in almost half of spine infections."""
    found = assess(typical(f"back:{back}", eased_by_position="no", background={"dialysis": "yes"}))
    assert ("B2" in found.fired) is fires


@pytest.mark.parametrize(("days", "fires"), [(90, True), (91, False)])
def test_a_spine_injection_is_an_infection_risk_for_three_months(days: int, fires: bool) -> None:
    """B2 (b)."""
    found = assess(
        typical(
            "back:7",
            eased_by_position="no",
            spine_procedure=(SpineProcedure("injection_or_epidural", days_ago(days)),),
        )
    )
    assert ("B2" in found.fired) is fires


@pytest.mark.parametrize(("back", "rule"), [(6, "C2"), (7, "B4")])
def test_back_pain_after_cancer_is_for_today_from_seven(back: int, rule: str) -> None:
    """B4 and C2 exclude each other."""
    found = assess(typical(f"back:{back}", background={"cancer": "yes"}))
    assert {"B4", "C2"} & set(found.fired) == {rule}


@pytest.mark.parametrize(("hours", "fires"), [(23, False), (24, True), (None, True)])
def test_severe_pain_counts_after_a_day(hours: int | None, fires: bool) -> None:
    """B6: 24 hours at 8 that nothing eases; hours not given count as too long."""
    found = assess(typical("r5:8", eased_by_position="no", hours_at_8=hours))
    assert ("B6" in found.fired) is fires


@pytest.mark.parametrize(
    ("pain", "eased", "fires"), [(8, "no", True), (7, "no", False), (8, "yes", False)]
)
def test_severe_pain_counts_from_eight_and_uneased(pain: int, eased: str, fires: bool) -> None:
    """B6."""
    found = assess(typical(f"r5:{pain}", eased_by_position=eased, hours_at_8=30))
    assert ("B6" in found.fired) is fires


@pytest.mark.parametrize(
    ("days", "fired"), [(42, ("B8", "C15")), (43, ("C15",)), (84, ("C15",)), (85, ("C15",))]
)
def test_getting_worse_after_an_operation(days: int, fired: tuple[str, ...]) -> None:
    """B8 to day 42; later C15 takes it, within a few days and shut."""
    found = told("B8", 1, spine_procedure=(SpineProcedure("surgery", days_ago(days)),))

    assert found.fired == fired
    assert found.movement_gate == Gate.BLOCK
    assert found.care_level == (CareLevel.SAME_DAY if days <= 42 else CareLevel.SOON)


@pytest.mark.parametrize(
    ("days", "gate"), [(41, Gate.BLOCK), (42, Gate.LIMITED), (84, Gate.LIMITED)]
)
def test_movement_after_an_operation_opens_on_day_42(days: int, gate: Gate) -> None:
    """C15, with movements the team allowed."""
    found = assess(
        typical(
            "r4:2",
            spine_procedure=(SpineProcedure("surgery", days_ago(days)),),
            team_allowed=("M10",),
        )
    )
    assert (found.fired, found.movement_gate) == (("C15",), gate)


def test_an_operation_12_weeks_ago_is_over() -> None:
    """C15 ends after day 84."""
    surgery = (SpineProcedure("surgery", days_ago(85)),)

    assert assess(typical("r4:2", spine_procedure=surgery)).fired == ()


@pytest.mark.parametrize(("grade", "fires"), [(2, False), (3, True)])
def test_a_foot_that_feels_nothing(grade: int, fires: bool) -> None:
    """B9: dense numbness at rank 8-9, other than the usual, unexamined."""
    assert ("B9" in assess(typical(f"r6:3 nb8:{grade}")).fired) is fires
    assert "B9" not in assess(typical(f"r6:3 nb8:{grade}u")).fired
    assert "B9" not in assess(typical(f"r6:3 nb7:{grade}")).fired


@pytest.mark.parametrize(("age", "fires"), [(59, False), (60, True)])
def test_a_first_bout_from_sixty(age: int, fires: bool) -> None:
    """C3."""
    assert ("C3" in assess(typical(age=age, first_ever="yes")).fired) is fires


@pytest.mark.parametrize(("days", "level"), [(27, CareLevel.ROUTINE), (28, CareLevel.SOON)])
def test_a_first_bout_without_gain_is_sooner_from_day_28(days: int, level: CareLevel) -> None:
    """C3."""
    start: dict[str, Any] = {"episode_start": days_ago(days), "leg_onset": days_ago(days)}
    found = assess(typical(age=64, first_ever="yes", **start))

    assert "C3" in found.fired
    assert found.care_level == level


@pytest.mark.parametrize(("back", "level"), [(6, CareLevel.ROUTINE), (7, CareLevel.SOON)])
def test_soft_bones_alone_are_routine_below_seven(back: int, level: CareLevel) -> None:
    """C5 (c)."""
    found = assess(typical(f"back:{back}", background={"steroids_3m": "yes"}))

    assert (found.fired, found.care_level) == (("C5",), level)


@pytest.mark.parametrize(("pain", "fires"), [(4, False), (5, True)])
def test_marked_mid_back_pain_counts_from_five(pain: int, fires: bool) -> None:
    """C5 (a) from the chart."""
    assert ("C5" in assess(typical(f"mid_back:{pain}")).fired) is fires


@pytest.mark.parametrize(("pain", "fires"), [(6, False), (7, True)])
def test_front_thigh_pain_in_diabetes_counts_from_seven(pain: int, fires: bool) -> None:
    """C10."""
    found = assess(typical(f"front:{pain}", background={"diabetes": "yes"}, severe_most_days="no"))
    assert ("C10" in found.fired) is fires


@pytest.mark.parametrize(("age", "fires"), [(17, True), (18, False)])
def test_under_eighteen(age: int, fires: bool) -> None:
    """C14."""
    assert ("C14" in assess(typical(age=age)).fired) is fires


@pytest.mark.parametrize(("days", "rule"), [(41, "B1"), (42, "C11")])
def test_weakness_without_pain_changes_its_card_at_42_days(days: int, rule: str) -> None:
    """B1 under 42 days, C11 from then on."""
    found = assess(typical("", item=ticked("B1"), since={"B1": days_ago(days)}))
    assert found.fired == (rule,)


@pytest.mark.parametrize(("days", "fired"), [(2, ("A7",)), (3, ("B1",))])
def test_strength_lost_within_two_days_is_sudden(days: int, fired: tuple[str, ...]) -> None:
    """A7: chair or big toe not possible, and it came within 48 hours."""
    found = assess(
        typical("r6:3", since={"B1": days_ago(days)}, strength=both({"big_toe": "cannot"}))
    )
    assert fired[0] in found.fired
    assert ("A7" in found.fired) is (days == 2)


@pytest.mark.parametrize(("months", "muted"), [(90, True), (89, False)])
def test_old_bladder_trouble_can_be_muted_from_three_months_before(
    months: int, muted: bool
) -> None:
    """1.4: both questions yes, and 90 days before the episode."""
    found = assess(
        typical(
            item=ticked("A1"),
            since={"A1": days_ago(14 + months)},
            before_episode={"A1": "yes"},
            same_as_usual={"A1": "yes"},
        )
    )
    assert found.fired == (("A1 muted",) if muted else ("A1",))


@pytest.mark.parametrize(("days", "fired"), [(90, "A5"), (91, "C7")])
def test_two_legs_on_walking_only_are_known_after_three_months(days: int, fired: str) -> None:
    """A5 goes to C7 when over three months unchanged, upright only, eased by sitting."""
    found = assess(
        typical(
            "r5:3 left/r5:3",
            **LONG,
            item=ticked("A5", "C7"),
            since={"A5": days_ago(days)},
            detail={"C7": {"shorter_distance": "no"}},
        )
    )
    assert found.fired == (fired,)
