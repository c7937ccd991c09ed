"""Given an assessment, what is offered, in which order and how much of it?"""

from typing import Any

import pytest

from spineward.clinical.case import Case
from spineward.clinical.catalogue import words
from spineward.clinical.facts import (
    Assessment,
    CareLevel,
    ExerciseSession,
    Finding,
    Gate,
    History,
    Offer,
    Pattern,
    Plan,
)
from spineward.clinical.plan import plan
from spineward.clinical.rules.hold_movement import exclusions
from tests.cases.build import ago, day_values, session, typical

ROOT: tuple[Pattern, ...] = ("ROOT",)


def planned(
    text: str = "r6:4",
    *sessions: ExerciseSession,
    gate: Gate = Gate.FULL,
    patterns: tuple[Pattern, ...] = ROOT,
    state: str = "CALM",
    fired: tuple[str, ...] = (),
    **changes: Any,
) -> Plan:
    """The plan of a person with daily check-ins after these sessions, oldest first."""
    history = History(check_ins=day_values(*[4] * 12), sessions=sessions)
    case = Case(typical(text, history=history, **changes))
    held = exclusions(case, gate, patterns, state, fired)
    assessment = Assessment(
        care_level=CareLevel.SELF_CARE,
        within_days=None,
        movement_gate=gate,
        pattern=patterns[0],
        patterns=patterns,
        nsaid="ASK_FIRST",
        nsaid_reasons=(),
        findings=tuple(Finding(rule) for rule in fired),
        gate_reasons=(),
        excluded=held,
        locked=None,
        missing=(),
        state=state,
    )
    return plan(case, assessment)


def suggested(today: Plan) -> list[str]:
    """The movements of the plan, in order."""
    return [one.movement for one in today.offered if one.in_plan]


def offered(today: Plan, movement: str) -> Offer:
    """The offer of one movement."""
    return next(one for one in today.offered if one.movement == movement)


def runs(movement: str, *rows: int) -> list[ExerciseSession]:
    """One session of the movement a day up to yesterday, with these rows."""
    return [
        session(ago(days=len(rows) - index), (movement, row), t0="r6:4")
        for index, row in enumerate(rows)
    ]


@pytest.mark.parametrize(
    ("patterns", "wanted"),
    [
        (("ROOT",), ["M10", "M33", "M20", "M30a"]),
        (("STENOSIS",), ["M10", "M61", "M20", "M33"]),
        (("DGS",), ["M10", "M40", "M30a", "M20"]),
        (("HIP_SI_OTHER",), ["M10", "M33", "M20", "M30a"]),
        (("UNCLEAR",), ["M10", "M33", "M20", "M30a"]),
    ],
)
def test_each_pattern_starts_in_its_order(patterns: tuple[Pattern, ...], wanted: list[str]) -> None:
    assert suggested(planned(patterns=patterns)) == wanted


def test_a_limited_day_suggests_two_movements_and_lets_swap() -> None:
    today = planned(gate=Gate.LIMITED)
    assert suggested(today) == ["M10", "M33"]
    others = [one.movement for one in today.offered if not one.in_plan and not one.ease]
    assert others == ["M20", "M30a", "M11", "M12", "M21", "M31"]
    assert offered(today, "M20").reasons == ("swap",)


def test_a_limited_day_caps_repetitions_sets_and_holds() -> None:
    today = planned(gate=Gate.LIMITED, patterns=("DGS",))
    assert (offered(today, "M10").reps, offered(today, "M10").sets) == ((5, 8), (1, 1))
    assert offered(today, "M33").reps == (8, 8)
    assert (offered(today, "M40").reps, offered(today, "M40").hold_s) == ((2, 2), (15, 15))


def test_an_ease_day_offers_only_the_ease_menu() -> None:
    today = planned(gate=Gate.EASE_ONLY)
    assert suggested(today) == ["M01", "M02", "M03", "M50"]
    assert all(one.ease for one in today.offered)
    assert offered(today, "M01").minutes == (10, 20)
    assert (today.max_sessions, today.hours_between) == (12, 1)


def test_a_blocked_day_offers_nothing() -> None:
    today = planned(gate=Gate.BLOCK)
    assert (today.offered, today.max_sessions, today.hours_between) == ((), 0, 0)
    assert {one.by for one in today.held_back} >= {"gate"}


def test_ease_items_come_last_and_are_no_part_of_a_movement_day() -> None:
    today = planned()
    assert [one.movement for one in today.offered if one.ease] == ["M01", "M02", "M03", "M50"]
    assert all(one.ease for one in today.offered[-4:])
    assert (today.max_sessions, today.hours_between) == (3, 2)


def test_what_did_the_leg_good_comes_first() -> None:
    today = planned("r6:4", *runs("M20", 12, 9), *runs("M33", 12, 12))
    assert suggested(today)[0] == "M20"
    assert offered(today, "M20").reasons[0] == "drew_up"


def test_a_movement_that_changed_nothing_three_times_is_swapped() -> None:
    today = planned("r6:4", *runs("M33", 12, 10, 12))
    assert "M33" not in suggested(today)
    assert offered(today, "M33").reasons == ("no_change",)


def test_the_stronger_glide_takes_the_place_of_the_slider() -> None:
    today = planned("r6:4", *runs("M30a", 11, 11))
    assert suggested(today) == ["M30b", "M10", "M33", "M20"]
    assert offered(today, "M30b").reps == (10, 15)
    assert offered(today, "M30b").reasons == ("next_step", "start_low")


def test_an_excluded_movement_gives_way_to_its_sibling() -> None:
    today = planned(patterns=("UNCLEAR",), floor_ok="no", clearance={"CL5": "yes"})
    assert suggested(today) == ["M10", "M33", "M21", "M30a"]
    assert offered(today, "M21").reasons[0] == "instead"


def test_without_the_floor_the_bed_and_the_chair_serve() -> None:
    today = planned(floor_ok="no")
    assert "on_bed" in offered(today, "M10").limits
    assert "on_bed" in offered(today, "M30a").limits
    assert "on_bed" in offered(today, "M01").limits
    assert "seated" in offered(today, "M33").limits
    assert "on_bed" not in offered(today, "M11").limits


def test_late_pregnancy_keeps_the_small_caps_in_any_gate() -> None:
    today = planned(pregnant="not_sure")
    assert suggested(today) == ["M11", "M33"]
    assert offered(today, "M33").reps == (8, 8)


@pytest.mark.parametrize(
    ("sessions", "wanted"),
    [
        ((11,), ((1, 1), "start_low")),
        ((11, 12), ((1, 1), "more_reps")),
        ((11, 12, 9, 11), ((1, 2), "more_sets")),
        ((11, 12, 9, 10), ((1, 1), "start_low")),
    ],
)
def test_a_movement_goes_up_one_thing_at_a_time(
    sessions: tuple[int, ...], wanted: tuple[tuple[int, int], str]
) -> None:
    tilt = offered(planned("r6:4", *runs("M10", *sessions)), "M10")
    assert (tilt.sets, tilt.reasons[1]) == wanted


def test_nothing_goes_up_while_the_morning_after_is_not_known() -> None:
    sessions = [*runs("M10", 11, 11), session(ago(hours=3), ("M10", 11))]
    assert offered(planned("r6:4", *sessions), "M10").reasons[1] == "start_low"


def test_nothing_goes_up_within_a_day_of_any_stop() -> None:
    sessions = [*runs("M10", 11, 11), session(ago(hours=5), ("M33", 7), t0="r6:4")]
    assert offered(planned("r6:4", *sessions), "M10").reasons[1] == "start_low"


@pytest.mark.parametrize(
    ("rows", "reps", "half"),
    [
        ((11, 11), (5, 10), False),
        ((11, 8), (5, 10), True),
        ((8, 8), (5, 5), True),
    ],
)
def test_a_setback_halves_the_range_and_then_the_repetitions(
    rows: tuple[int, ...], reps: tuple[int, int], half: bool
) -> None:
    tilt = offered(planned("r6:4", *runs("M10", *rows)), "M10")
    assert (tilt.reps, "half_range" in tilt.limits) == (reps, half)


def test_after_three_setbacks_the_easier_movement_is_suggested() -> None:
    today = planned("r6:4", *runs("M20", 8, 8, 8))
    assert "M21" in suggested(today)
    assert "M20" not in suggested(today)


def test_after_a_stop_the_family_comes_back_at_half_the_range() -> None:
    stopped = session(ago(hours=30), ("M30a", 7))
    assert "half_range" in offered(planned("r6:4", stopped), "M31").limits


def test_a_movement_left_alone_for_two_weeks_comes_back_at_half_the_range() -> None:
    long_ago = session(ago(days=15), ("M33", 11), t0="r6:4")
    start = ago(days=40).date()
    today = planned("r6:4", long_ago, episode_start=start, leg_onset=start)
    assert "half_range" in offered(today, "M33").limits


def test_tilts_begin_at_half_the_range() -> None:
    assert "half_range" in offered(planned(), "M10").limits
    assert "half_range" not in offered(planned(), "M20").limits


def test_elbows_are_added_only_while_it_draws_the_pain_up() -> None:
    assert "elbows" in offered(planned("r6:4", *runs("M02", 9)), "M02").limits
    assert "elbows" not in offered(planned("r6:4", *runs("M02", 11)), "M02").limits


@pytest.mark.parametrize(
    ("changes", "movement", "limit"),
    [
        ({"clearance": {"CL1": "yes"}}, "M20", "rounding_under_30"),
        ({"background": {"osteoporosis": "yes"}}, "M21", "rounding_under_30"),
        ({"clearance": {"CL2": "yes"}}, "M20", "no_hollowing"),
        ({"worse_bending": "yes"}, "M20", "no_rounding"),
        ({"clearance": {"CL3": "yes"}}, "M30a", "hip_max_80"),
        ({"clearance": {"CL5": "yes"}}, "M50", "with_aid"),
        ({"background": {"steroids_3m": "yes"}}, "M20", "rounding_under_30"),
        ({"patterns": ("STENOSIS",)}, "M20", "no_hollowing"),
        ({"patterns": ("STENOSIS",)}, "M50", "cycling"),
    ],
)
def test_a_limit_goes_with_the_movement(changes: dict[str, Any], movement: str, limit: str) -> None:
    assert limit in offered(planned(**changes), movement).limits
    assert limit not in offered(planned(), movement).limits


def test_feet_may_move_in_the_ease_position_unless_they_tingle() -> None:
    assert "ankle_pumps" in offered(planned("r6:4"), "M01").limits
    assert "ankle_pumps" not in offered(planned("r6:4 tg8:1"), "M01").limits
    assert "ankle_pumps" not in offered(planned("r6:4 nb9:1u"), "M03").limits


def test_every_reason_and_limit_has_words() -> None:
    known = words()
    for gate in (Gate.FULL, Gate.LIMITED, Gate.EASE_ONLY):
        for one in planned("r6:4", *runs("M20", 9, 9), gate=gate, floor_ok="no").offered:
            assert all(f"offer_reason.{reason}" in known for reason in one.reasons)
            assert all(f"limit.{limit}" in known for limit in one.limits)
