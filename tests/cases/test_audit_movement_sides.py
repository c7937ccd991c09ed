"""Do the worked cases also hold in their last columns: what is offered, and what must not happen?

Each test names the row whose movement, medicine or "must not" column it reads.
"""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from spineward.clinical.assessment import assess
from spineward.clinical.care import ice_first
from spineward.clinical.case import Case
from spineward.clinical.catalogue import limit, words
from spineward.clinical.facts import Gate, History
from spineward.clinical.legs import affected_legs
from tests.cases.build import ago, days_ago, done, established, session, typical
from tests.cases.plans import off, offers, planned, then
from tests.cases.test_over_time import w50

DGS: dict[str, Any] = dict.fromkeys(
    ("buttock_worst", "worse_sitting", "tender_buttock", "worse_crossing"), "yes"
)
GLIDES = {"M30a", "M30b", "M31", "M32"}
FIGURE_FOUR = {"M40", "M41"}


def test_w04_two_legs_that_tingle_at_rest_are_no_walking_trouble() -> None:
    soles = typical(
        "left/r3:2 left/tg8:1 tg8:1",
        item={"A5": "yes", "C7": "yes"},
        since={"A5": days_ago(4), "C7": days_ago(120)},
    )
    assert assess(soles).fired == ("A5",)


def test_w29_walking_stays_below_the_level_that_brings_the_pain() -> None:
    stent = typical(
        "",
        age=66,
        background={"heart_or_artery": "yes"},
        item={"C6": "yes"},
        detail={"C6": {"foot_colder": "no"}},
    )
    found, today = planned(stent)
    assert "below_symptoms" in offers(today)["M50"].limits
    assert found.nsaid_reasons == ("age", "heart_or_artery")


def test_w31a_the_glides_stay_off_and_pain_killers_are_asked_about() -> None:
    thigh = typical(
        "front:7", age=66, background={"diabetes": "yes"}, severe_most_days="no", item={"C10": "no"}
    )
    found = assess(thigh)
    by_c10 = {one.movement for one in found.excluded if one.by == "C10"}
    assert by_c10 == GLIDES
    assert found.nsaid == "ASK_FIRST"


def test_w32a_a_stiff_hip_is_named_and_closes_the_figure_four() -> None:
    hip = {"groin_pain": "yes", "stiff_socks_shoes": "yes"}
    found = assess(established("r3:3", age=54, features=hip))
    assert found.pattern == "HIP_SI_OTHER"
    assert off(found) >= FIGURE_FOUR


def test_w32b_a_sore_groin_alone_closes_the_figure_four_in_any_pattern() -> None:
    found = assess(established("r3:3", age=54, features={**DGS, "groin_pain": "yes"}))
    assert found.patterns == ("DGS",)
    assert found.movement_gate is Gate.FULL
    assert off(found) >= FIGURE_FOUR


def test_w32c_a_child_is_shown_no_movement() -> None:
    _, today = planned(typical("r3:2", age=15))
    assert today.offered == ()


def test_w34f_a_pregnancy_not_known_leaves_out_everything_flat() -> None:
    _, today = planned(typical("r5:3", age=30, pregnant="not_sure"))
    assert set(offers(today)) == {"M03", "M11", "M12", "M21", "M31", "M33", "M50"}


def test_w36a_ice_is_listed_first_in_a_flare_and_heat_in_calm_weeks() -> None:
    stuck: dict[str, Any] = dict.fromkeys(("can_sit_10", "can_stand_10", "can_walk_10"), "no")
    first_days = limit("cc2.first_days")
    assert ice_first(assess(established("r6:5", **stuck)), 14, first_days)
    assert not ice_first(assess(established("r6:3")), 14, first_days)


def test_w41b_a_limited_day_has_no_press_up() -> None:
    person = then(
        established("r6:3 back:1", background={"weak_immunity": "yes"}),
        session(ago(days=1), ("M02", 9), t0="r6:3 back:1"),
    )
    found = assess(person)
    assert found.movement_gate is Gate.LIMITED
    assert "M60" in off(found)


def test_w43a_a_session_stopped_by_numbness_leaves_easing_for_the_day() -> None:
    person = established("r8:3")
    at = ago(hours=2)
    numb = done("M10", 4, at, at_30="settled")
    stopped = replace(session(at, t0="r8:6"), sets=(numb,))
    found, today = planned(then(person, stopped))
    assert (found.fired, found.movement_gate) == ((), Gate.EASE_ONLY)
    assert all(one.ease for one in today.offered)


def test_w44a_the_whole_family_rests_for_a_day() -> None:
    person = then(established("r4:3"), session(ago(hours=3), ("M30a", 5), t0="r4:3"))
    assert off(assess(person)) >= GLIDES
    later = replace(person, now=person.now + timedelta(hours=22))
    held = {one.movement for one in assess(later).excluded if one.by == "family_stopped"}
    assert not held & GLIDES


def test_w48_two_legs_long_known_and_examined_are_no_emergency() -> None:
    person = established(
        "r6:4 left/r4:3",
        episode_start=days_ago(60),
        leg_onset=days_ago(60),
        item={"A5": "yes"},
        since={"A5": days_ago(35)},
        examined={"A5": days_ago(21)},
        reviewed={"T6": days_ago(21)},
        told_ok={"A5": "yes", "T6": "yes"},
    )
    found = assess(person)
    assert (found.fired, found.movement_gate) == ((), Gate.FULL)
    assert affected_legs(Case(person)) == ("left", "right")


def test_w49e_who_asked_to_stop_is_not_restricted_later() -> None:
    person = then(established("r5:3"), session(ago(hours=3), t0="r5:3", stops=("SS5",)))
    found = assess(person)
    assert (found.fired, found.movement_gate) == ((), Gate.FULL)


def test_w50c_an_unanswered_morning_earns_no_further_step() -> None:
    _, today = planned(w50(9, "r5:1"))
    assert not {"more_reps", "more_sets"} & set(offers(today)["M10"].reasons)


def test_w52b_the_movement_that_changed_nothing_is_not_suggested() -> None:
    person = established("r5:3")
    sessions = tuple(
        session(ago(days=day, hours=1), ("M10", 11), ("M20", 11), ("M33", 12), t0="r5:3")
        for day in (8, 6, 4, 2)
    )
    history = History(check_ins=person.history.check_ins, sessions=sessions)
    found, today = planned(replace(person, history=history))
    assert found.fired == ("NC1",)
    assert "M33" not in {one.movement for one in today.offered if one.in_plan}


def test_w53f_paracetamol_is_ask_first_and_not_alone() -> None:
    known = words()
    said = " ".join(str(text) for id, text in known.items() if id.startswith("care.CC9."))
    assert "Alone it is not advised" in said
    assert "Ask first" in said
    assert "under 50 kg" in said
