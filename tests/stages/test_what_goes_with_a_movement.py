"""Which limits go with which movement, and which with none? Each movement of the library asked.

What the plan would not offer is asked too, for a limit is no matter of what else holds. Each test
stands for a small change of the engine that no other test noticed.
"""

from typing import Any

import pytest

from spineward.clinical.case import Case
from spineward.clinical.dose import offer
from spineward.clinical.facts import ExerciseSession, Gate, History, Offer
from spineward.clinical.library import movements
from spineward.clinical.today import Today
from tests.cases.build import ago, day_values, session, typical
from tests.stages.test_plan import runs

CALM = {
    **{"M01": "ankle_pumps breathing", "M02": "breathing", "M03": "ankle_pumps breathing"},
    **dict.fromkeys(("M10", "M11", "M12"), "half_range"),
}
"""Positions go with breathing, tilts begin at half the range; a walk has no limit of its own."""
ON_BED = {
    "M01": "on_bed ankle_pumps breathing",
    "M02": "on_bed breathing",
    "M03": "on_bed ankle_pumps breathing",
    "M10": "on_bed half_range",
    **dict.fromkeys(("M30a", "M30b", "M31"), "on_bed"),
    "M33": "seated",
}
STILL_FEET = {"M01": "breathing", "M03": "breathing"}
GLIDES = dict.fromkeys(("M30a", "M30b", "M31", "M32"), "hip_max_80")


def asked(
    *sessions: ExerciseSession,
    text: str = "r6:4",
    gate: Gate = Gate.FULL,
    patterns: tuple[str, ...] = ("UNCLEAR",),
    state: str = "CALM",
    **changes: Any,
) -> dict[str, Offer]:
    """Every movement as it would be offered to this person after these sessions, in the plan."""
    history = History(check_ins=day_values(*[4] * 12), sessions=sessions)
    case = Case(typical(text, history=history, **changes))
    today = Today(case, gate, patterns, state, ())
    return {id: offer(today, one, "why", in_plan=True) for id, one in movements().items()}


def limits(*sessions: ExerciseSession, **changes: Any) -> dict[str, str]:
    """The limits of each movement that has any."""
    found = asked(*sessions, **changes)
    return {id: " ".join(one.limits) for id, one in found.items() if one.limits}


@pytest.mark.parametrize(
    ("changes", "more"),
    [
        ({}, {}),
        ({"floor_ok": "no"}, ON_BED),
        ({"pregnant": "yes", "pregnant_week": 25}, {"M33": "seated"}),
        ({"clearance": {"CL3": "yes"}}, GLIDES),
        ({"clearance": {"CL5": "yes"}}, {"M50": "with_aid"}),
        ({"text": "nb8:2"}, STILL_FEET),
        ({"text": "tg9:1"}, STILL_FEET),
        (
            {"background": {"osteoporosis": "yes"}},
            dict.fromkeys(("M20", "M21"), "rounding_under_30"),
        ),
        (
            {
                "background": {"osteoporosis": "yes"},
                "patterns": ("ROOT",),
                "worse_bending": "yes",
            },
            dict.fromkeys(("M20", "M21"), "no_rounding"),
        ),
    ],
)
def test_each_movement_has_the_limits_of_its_kind_and_no_others(
    changes: dict[str, Any], more: dict[str, str]
) -> None:
    """Sections 3, 4, 4.2 and 4.6."""
    assert limits(**changes) == CALM | more


@pytest.mark.parametrize(
    ("changes", "elbows"),
    [
        ({}, True),
        ({"gate": Gate.LIMITED}, True),
        ({"gate": Gate.EASE_ONLY}, False),
        ({"state": "FLARE_MODERATE"}, False),
        ({"clearance": {"CL2": "yes"}}, False),
    ],
)
def test_on_the_elbows_only_on_a_calm_day_with_movement(
    changes: dict[str, Any], elbows: bool
) -> None:
    """Section 3, M02; no other movement is ever done on the elbows."""
    found = limits(*runs("M02", 9), **changes)
    assert ("elbows" in found["M02"]) is elbows
    others = limits(*(one for id in ("M01", "M60") for one in runs(id, 9)), **changes)
    assert [id for id, given in others.items() if "elbows" in given] == []


@pytest.mark.parametrize("ease", ["M01", "M02", "M03", "M50"])
def test_an_ease_position_or_a_walk_is_not_halved_after_it_was_stopped(ease: str) -> None:
    """Section 3: it rests, and comes back as it is; it has no pace."""
    stopped = session(ago(hours=30), (ease, 7), t0="r6:4")
    found = asked(stopped)[ease]
    assert "half_range" not in found.limits
    assert found.reasons == ("why",)


def test_a_movement_whose_sibling_was_stopped_loses_what_it_had_earned() -> None:
    """4.4: none of the steps up, and half the range, after a stop in the family."""
    calm = [session(ago(days=day), ("M10", 11), t0="r6:4") for day in (6, 5, 4, 3)]
    assert asked(*calm)["M10"].sets == (1, 2)
    after = asked(*calm, session(ago(hours=30), ("M11", 7), t0="r6:4"))["M10"]
    assert (after.sets, after.reasons) == ((1, 1), ("why", "start_low"))
    assert "half_range" in after.limits


@pytest.mark.parametrize(
    ("movement", "gate", "pace"),
    [
        ("M10", Gate.FULL, "more_sets"),
        ("M10", Gate.LIMITED, "more_reps"),
        ("M30a", Gate.FULL, "more_reps"),
    ],
)
def test_more_sets_are_promised_only_where_there_are_more(
    movement: str, gate: Gate, pace: str
) -> None:
    """Where one set is the most, what was earned are repetitions."""
    calm = runs(movement, 11, 12, 9, 11)
    assert asked(*calm, gate=gate)[movement].reasons == ("why", pace)


def test_only_what_is_done_on_the_floor_may_move_to_a_bed() -> None:
    """4.2: `bed` says that the floor is not needed; what needs none never says it."""
    assert {one.needs for one in movements().values() if one.bed} == {"floor"}
