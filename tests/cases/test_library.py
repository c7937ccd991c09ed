"""Worked cases W36-W41: flares, patterns, clearance, and what each movement's past opens."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from spineward.clinical.assessment import assess
from spineward.clinical.facts import Assessment, CareLevel, Gate, Situation
from tests.cases.build import ago, chart, day_values, days_ago, established, session, typical
from tests.cases.plans import STENOSIS, off, offers, outcome, planned, then

EASE = {"M01", "M02", "M03", "M50"}
DGS: dict[str, Any] = dict.fromkeys(
    ("buttock_worst", "worse_sitting", "tender_buttock", "worse_crossing"), "yes"
)
IMMOBILE: dict[str, Any] = dict.fromkeys(("can_sit_10", "can_stand_10", "can_walk_10"), "no")
MOBILE: dict[str, Any] = dict.fromkeys(IMMOBILE, "yes")


# --- W36-W37: flares -------------------------------------------------------------------------


def test_w36a_a_severe_flare_leaves_the_ease_menu() -> None:
    found, today = planned(established("r6:5", age=50, **IMMOBILE))
    assert outcome(found) == (CareLevel.SELF_CARE, Gate.EASE_ONLY)
    assert found.fired == ("FLARE_SEVERE",)
    assert set(offers(today)) == EASE
    assert all(one.in_plan for one in today.offered)


def test_w36b_after_the_flare_only_the_mildest_moves() -> None:
    person = established("r6:4", age=50)
    worst = replace(person.history.check_ins[-1], at=ago(hours=28), leg_now=5, **IMMOBILE)
    calmer = replace(worst, at=ago(hours=14), leg_now=4, **MOBILE)
    calmer = replace(calmer, chart=chart("r6:4"))
    earlier = (*person.history.check_ins[:-2], worst, calmer)
    found, today = planned(replace(person, history=replace(person.history, check_ins=earlier)))
    assert outcome(found) == (CareLevel.SELF_CARE, Gate.LIMITED)
    assert found.fired == ("FLARE_MODERATE",)
    open_now = offers(today)
    assert set(open_now) == {"M10", "M11", "M12", "M33", "M20"} | EASE
    assert all("half_range" in open_now[name].limits for name in ("M10", "M11", "M12"))


def test_w36c_four_days_of_a_severe_flare_are_seen_soon() -> None:
    person = established("r6:5", age=50, **IMMOBILE)
    flare = tuple(
        replace(record, **IMMOBILE) if record.at >= ago(days=4) else record
        for record in person.history.check_ins
    )
    found, today = planned(replace(person, history=replace(person.history, check_ins=flare)))
    assert outcome(found) == (CareLevel.SOON, Gate.EASE_ONLY)
    assert found.fired == ("FLARE_LONG", "FLARE_SEVERE")
    assert set(offers(today)) == EASE


def test_w37a_a_new_person_with_6_gets_small_tilts_and_the_ankle() -> None:
    found, today = planned(typical("r7:6"))
    assert outcome(found) == (CareLevel.SELF_CARE, Gate.LIMITED)
    assert found.fired == ("FLARE_MODERATE",)
    open_now = offers(today)
    assert set(open_now) - EASE == {"M10", "M11", "M12", "M33"}
    assert all("half_range" in open_now[name].limits for name in ("M10", "M11", "M12"))


def test_w37b_a_steady_6_is_no_flare() -> None:
    found, today = planned(established("r7:6"))
    assert outcome(found) == (CareLevel.SELF_CARE, Gate.FULL)
    assert found.fired == ()
    assert "M30a" in offers(today)


def test_w37c_a_rise_from_3_to_5_is_a_flare() -> None:
    person = established("r7:5")
    before = day_values(*[3] * 10, text="r7:{}")
    found, today = planned(replace(person, history=replace(person.history, check_ins=before)))
    assert outcome(found) == (CareLevel.SELF_CARE, Gate.LIMITED)
    assert found.fired == ("FLARE_MODERATE",)
    assert not {"M30a", "M31", "M40", "M60"} & set(offers(today))


def test_w37d_slow_settling_is_a_flare() -> None:
    found, _ = planned(established("r7:3", after_activity="30_to_60"))
    assert outcome(found) == (CareLevel.SELF_CARE, Gate.LIMITED)
    assert found.fired == ("FLARE_MODERATE",)


def test_w37e_below_6_no_position_that_eases_is_no_flare() -> None:
    found, _ = planned(established("r7:4", eased_by_position="no"))
    assert outcome(found) == (CareLevel.SELF_CARE, Gate.FULL)
    assert found.fired == ()


# --- W38-W39: patterns -----------------------------------------------------------------------


def test_w38_two_patterns_bring_the_limits_of_both() -> None:
    person = established(
        "r6:4 tg6:1 back:3", age=72, features=STENOSIS, worse_bending="yes", first_ever="no"
    )
    found, today = planned(person)
    assert outcome(found) == (CareLevel.SELF_CARE, Gate.FULL)
    assert found.fired == ()
    assert (found.pattern, set(found.patterns)) == ("STENOSIS", {"STENOSIS", "ROOT"})
    assert {"M02", "M60", "M20", "M21", "M61", "M40", "M41"} <= off(found)
    left = {"M01", "M03", "M10", "M11", "M12", "M30a", "M31", "M33", "M50"}
    assert set(offers(today)) == left
    assert "cycling" in offers(today)["M50"].limits


def violinist(text: str = "r4:2 r3:4", **changes: Any) -> Assessment:
    """W39: deep buttock pain, worse on sitting and on crossing the leg."""
    features = {**DGS, **changes.pop("features", {})}
    return assess(established(text, age=29, features=features, **changes))


def test_w39a_deep_buttock_pain_alone_opens_the_figure_four() -> None:
    found = violinist()
    assert outcome(found) == (CareLevel.SELF_CARE, Gate.FULL)
    assert found.patterns == ("DGS",)
    assert not {"M40", "M41"} & off(found)


def test_w39b_worse_on_coughing_closes_it() -> None:
    found = violinist(features={"worse_cough": "yes"})
    assert found.patterns == ("ROOT",)
    assert {"M40", "M41"} <= off(found)


def test_w39c_numbness_closes_it() -> None:
    found = violinist("r4:2 r3:4 nb4:1")
    assert found.patterns == ("ROOT",)
    assert {"M40", "M41"} <= off(found)


def test_w39d_a_second_pattern_closes_it() -> None:
    found = violinist(features={"limp": "yes", "dimple_pain": "yes"})
    assert found.patterns == ("HIP_SI_OTHER", "DGS")
    assert {"M40", "M41"} <= off(found)


def test_w39e_an_operated_hip_without_the_surgeons_word_closes_it() -> None:
    found = violinist(clearance={"CL3": "yes"}, since={"CL3": days_ago(2000)})
    assert outcome(found) == (CareLevel.SELF_CARE, Gate.FULL)
    assert found.fired == ("CL3",)
    assert found.patterns == ("DGS",)
    assert {"M40", "M41"} <= off(found)


# --- W40: clearance --------------------------------------------------------------------------


def test_w40a_an_unstable_vertebra_waits_for_clearance() -> None:
    found, today = planned(established("r5:3", clearance={"CL2": "yes"}))
    assert outcome(found) == (CareLevel.ROUTINE, Gate.EASE_ONLY)
    assert found.fired == ("CL2",)
    assert set(offers(today)) == EASE


def test_w40a_after_clearance_arching_stays_off() -> None:
    person = established("r5:3", clearance={"CL2": "yes"}, cleared={"CL2": "yes"})
    found, today = planned(person)
    assert found.movement_gate is Gate.FULL
    assert "M60" in off(found)
    assert "no_hollowing" in offers(today)["M20"].limits


def test_w40b_a_healed_fracture_keeps_rounding_small() -> None:
    person = established("r5:3", clearance={"CL1": "yes"}, cleared={"CL1": "yes"})
    found, today = planned(person)
    assert outcome(found) == (CareLevel.SELF_CARE, Gate.FULL)
    assert found.fired == ("CL1",)
    assert "M61" in off(found)
    assert "rounding_under_30" in offers(today)["M20"].limits


def test_w40c_blood_pressure_out_of_control_waits_for_clearance() -> None:
    found, today = planned(typical("r5:3", clearance={"CL4": "yes"}))
    assert outcome(found) == (CareLevel.ROUTINE, Gate.EASE_ONLY)
    assert found.fired == ("CL4",)
    assert set(offers(today)) == EASE


def test_w40d_falls_leave_out_standing_tilts_and_kneeling() -> None:
    found, today = planned(established("r5:3", clearance={"CL5": "yes"}))
    assert outcome(found) == (CareLevel.SELF_CARE, Gate.FULL)
    assert found.fired == ("CL5",)
    assert {"M12", "M20"} <= off(found)
    assert "with_aid" in offers(today)["M50"].limits


def test_w40e_without_the_floor_chair_and_bed_serve() -> None:
    found, today = planned(established("r5:3", floor_ok="no"))
    assert outcome(found) == (CareLevel.SELF_CARE, Gate.FULL)
    assert found.fired == ()
    assert "M20" in off(found)
    assert {"M11", "M21", "M33"} <= set(offers(today))
    assert all("on_bed" in offers(today)[name].limits for name in ("M01", "M10", "M30a", "M31"))


# --- W41: one person, what each movement's past opens and closes -------------------------------


def root(text: str = "r6:3 back:1", **changes: Any) -> Situation:
    """W41: ROOT, used to it, bending no worse."""
    return established(text, **changes)


def test_w41a_bending_waits_in_the_first_hour() -> None:
    found, _ = planned(root(woke_at=ago(minutes=40)))
    assert found.patterns == ("ROOT",)
    assert {"M20", "M21", "M61"} <= off(found)


def test_w41b_lying_on_the_front_that_drew_up_opens_the_press() -> None:
    person = then(root(), session(ago(days=1), ("M02", 9), t0="r6:3 back:1"))
    found, today = planned(person)
    assert outcome(found) == (CareLevel.SELF_CARE, Gate.FULL)
    assert "M60" not in off(found)
    assert "elbows" in offers(today)["M02"].limits
    assert "M61" in off(found)


def test_w41c_lying_on_the_front_that_moved_down_is_off_for_a_week() -> None:
    today = then(root(), session(ago(hours=2), ("M02", 5), t0="r6:3 back:1"))
    found = assess(today)
    assert (found.fired, outcome(found)) == (
        ("FLARE_MODERATE",),
        (CareLevel.SELF_CARE, Gate.LIMITED),
    )
    assert {"M02", "M60"} <= off(found)
    day_seven = assess(replace(today, now=today.now + timedelta(days=7) - timedelta(hours=2)))
    assert (day_seven.fired, outcome(day_seven)) == ((), (CareLevel.SELF_CARE, Gate.FULL))
    assert {"M02", "M60"} <= off(day_seven)


def slider(text: str, *rows: int, movement: str = "M30a") -> Situation:
    """W41 d-g: the last sessions of a lying slider, one a day up to yesterday."""
    sessions = (
        session(ago(days=len(rows) - index), (movement, row), t0=text)
        for index, row in enumerate(rows)
    )
    return then(root(text), *sessions)


def test_w41d_two_good_slider_sessions_open_the_stronger_glide() -> None:
    found, today = planned(slider("r6:3 back:1 tg8:1", 11, 11))
    assert found.movement_gate is Gate.FULL
    assert offers(today)["M30b"].reps == (10, 15)
    assert "M61" in off(found)


def test_w41e_clear_tingling_of_the_foot_closes_it() -> None:
    found, _ = planned(slider("r6:3 back:1 tg8:2", 11, 11))
    assert "M30b" in off(found)
    assert "M30a" not in off(found)


def test_w41f_a_limited_day_closes_it() -> None:
    person = slider("r6:3 back:1 tg8:1", 11, 11)
    found, _ = planned(replace(person, age=61, first_ever="yes"))
    assert (found.fired, found.movement_gate) == (("C3",), Gate.LIMITED)
    assert "M30b" in off(found)
    assert "M30a" not in off(found)


def test_w41g_two_sessions_on_the_side_open_the_seated_slider() -> None:
    found, _ = planned(slider("r6:3 back:1", 12, 11, movement="M31"))
    assert "M32" not in off(found)
    assert "M61" in off(found)
