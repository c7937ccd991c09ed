"""Do flares and the medicine screen come out as in worked cases W36, W37, W49d and W53?"""

from dataclasses import replace
from typing import Any

import pytest

from spineward.clinical.assessment import assess
from spineward.clinical.facts import CheckInRecord, Situation
from tests.cases.build import ago, established, session, typical
from tests.cases.course import check_in, expect, lived

# --- W36: a severe flare, its end, and its length ------------------------------------------

STUCK: dict[str, Any] = {"can_sit_10": "no", "can_stand_10": "no", "can_walk_10": "no"}


def _after_stuck(text: str, *records: CheckInRecord, **answers: Any) -> Situation:
    person = established("r6:5")
    before = tuple(r for r in person.history.check_ins if r.at < records[0].at)
    history = replace(person.history, check_ins=(*before, *records))
    return typical(text, history=history, **answers)


def test_w36a_who_cannot_sit_stand_or_walk_only_eases() -> None:
    seen = assess(established("r6:5", **STUCK))
    expect(seen, "SELF_CARE", "EASE_ONLY", "FLARE_SEVERE")


def test_w36a_who_only_cannot_sit_is_not_in_a_flare() -> None:
    seen = assess(established("r6:5", can_sit_10="no"))
    expect(seen, "SELF_CARE", "FULL")


def test_w36b_two_calm_check_ins_end_it_and_the_first_session_stays_limited() -> None:
    stuck = check_in("r6:5", hours_ago=28, **STUCK)
    calm = check_in("r6:4", hours_ago=14)
    seen = assess(_after_stuck("r6:4", stuck, calm))
    expect(seen, "SELF_CARE", "LIMITED", "FLARE_MODERATE")


def test_w36c_four_days_later_still_the_same_someone_looks_at_it() -> None:
    stuck = check_in("r6:5", hours_ago=96, **STUCK)
    seen = assess(_after_stuck("r6:5", stuck, **STUCK))
    expect(seen, "SOON", "EASE_ONLY", "FLARE_LONG", "FLARE_SEVERE")


# --- W37: moderate flare or calm -----------------------------------------------------------


def test_w37a_new_with_6_is_limited() -> None:
    expect(assess(typical("r7:6")), "SELF_CARE", "LIMITED", "FLARE_MODERATE")


def test_w37b_6_every_day_for_8_days_is_the_steady_level() -> None:
    seen = assess(lived("r7:6", *[6] * 8, at="r7:{}"))
    expect(seen, "SELF_CARE", "FULL")


def test_w37c_5_today_after_a_week_of_3_is_limited() -> None:
    seen = assess(lived("r7:5", *[3] * 10, at="r7:{}"))
    expect(seen, "SELF_CARE", "LIMITED", "FLARE_MODERATE")


def test_w37d_slow_to_settle_after_activity_is_limited() -> None:
    seen = assess(established("r7:3", after_activity="30_to_60"))
    expect(seen, "SELF_CARE", "LIMITED", "FLARE_MODERATE")


def test_w37e_no_easing_position_at_4_is_no_flare() -> None:
    seen = assess(established("r7:4", eased_by_position="no"))
    expect(seen, "SELF_CARE", "FULL")


# --- W49: too much pain in a session -------------------------------------------------------


def test_w49d_pain_of_8_in_a_session_is_a_severe_flare_from_then_on() -> None:
    person = established("r6:6")
    stopped = session(ago(minutes=30), ("M10", 7), t0="r6:6", stops=("SS4",))
    sessions = (*person.history.sessions, stopped)
    seen = assess(replace(person, history=replace(person.history, sessions=sessions)))
    expect(seen, "SELF_CARE", "EASE_ONLY", "FLARE_SEVERE")


# --- W53: medicines ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "answer", "reasons"),
    [
        pytest.param({"age": 35}, "ASK_FIRST", {"pharmacist"}, id="a: nothing"),
        pytest.param(
            {"age": 35, "medicines": {"asthma": "yes", "ssri_or_snri": "yes"}},
            "ASK_FIRST",
            {"asthma", "ssri_or_snri"},
            id="b: asthma and sertraline",
        ),
        pytest.param(
            {"age": 50, "medicines": {"ulcer_or_bleed": "yes"}},
            "NO",
            {"ulcer_or_bleed"},
            id="c: an ulcer 20 years ago",
        ),
        pytest.param(
            {"age": 50, "medicines": {"on_nsaid": "yes"}}, "NO", {"on_nsaid"}, id="d: on one"
        ),
        pytest.param(
            {"age": 30, "medicines": {"severe_heart_kidney_liver": "not_sure"}},
            "NO",
            {"severe_heart_kidney_liver"},
            id="e: not sure about the kidneys",
        ),
        pytest.param({}, "ASK_FIRST", {"pharmacist"}, id="f: asks for paracetamol"),
    ],
)
def test_w53_medicines(changes: dict[str, Any], answer: str, reasons: set[str]) -> None:
    seen = assess(typical("r5:4", **changes))
    assert seen.nsaid == answer
    assert set(seen.nsaid_reasons) == reasons
