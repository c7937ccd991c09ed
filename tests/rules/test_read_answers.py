"""Is every answer that a page asks for also read, and the same wherever it is given?"""

from typing import Any

import pytest

from spineward.clinical.assessment import assess
from spineward.clinical.case import Case
from spineward.clinical.facts import (
    Assessment,
    CareLevel,
    Gate,
    Reading,
    SetContext,
    SetReadings,
    SetVerdict,
    SpineProcedure,
)
from spineward.clinical.plan import plan
from spineward.clinical.set_verdict import read_set
from tests.cases.build import ago, days_ago, established, session, typical
from tests.cases.plans import off, then

BUTTOCK: dict[str, Any] = dict.fromkeys(
    ("buttock_worst", "worse_sitting", "tender_buttock", "worse_crossing"), "yes"
)
FIGURE_FOUR = {"M40", "M41"}
CANCER_SIGNS = ("growing", "constant", "night", "straining")


# --- groin and hip ---------------------------------------------------------------------------


def test_a_groin_marked_on_the_chart_closes_the_figure_four() -> None:
    assert not off(assess(established("r3:3", features=BUTTOCK))) & FIGURE_FOUR
    marked = assess(established("r3:3 groin:2", features=BUTTOCK))
    assert {one.movement for one in marked.excluded if one.by == "groin_or_hip"} == FIGURE_FOUR


@pytest.mark.parametrize("feature", ["groin_pain", "outer_hip_lying"])
def test_groin_or_hip_pain_that_is_not_ruled_out_counts_as_pain(feature: str) -> None:
    """0.4: the stricter reading, for the exclusion and for the pattern of the hip."""
    unsure = established("r3:3", features={**BUTTOCK, feature: "not_sure"})
    assert off(assess(unsure)) >= FIGURE_FOUR
    with_limp = established("r3:3", features={**BUTTOCK, feature: "not_sure", "limp": "yes"})
    assert assess(with_limp).patterns == ("HIP_SI_OTHER", "DGS")


def test_a_groin_not_ruled_out_among_the_hip_questions_counts_too() -> None:
    hip = {"C12": {"groin_pain": "not_sure", "limp": "no", "stiff_socks_shoes": "no"}}
    assert off(assess(established("r3:3", features=BUTTOCK, detail=hip))) >= FIGURE_FOUR


# --- cancer ----------------------------------------------------------------------------------


def after_cancer(**signs: str) -> Assessment:
    """Mild back pain after cancer, told as B4, with these follow-ups and the others denied."""
    given = dict.fromkeys(CANCER_SIGNS, "no") | signs
    detail = {"B4": {name: answer for name, answer in given.items() if answer}}
    return assess(
        typical("back:3", background={"cancer": "yes"}, item={"B4": "yes"}, detail=detail)
    )


@pytest.mark.parametrize("sign", CANCER_SIGNS)
@pytest.mark.parametrize("answer", ["yes", "not_sure", ""])
def test_a_sign_after_cancer_that_is_not_denied_is_for_today(sign: str, answer: str) -> None:
    assert after_cancer(**{sign: answer}).fired == ("B4",)


def test_pain_after_cancer_with_every_sign_denied_is_for_the_next_days() -> None:
    found = after_cancer()
    assert found.fired == ("C2",)
    assert (found.care_level, found.within_days) == (CareLevel.SOON, 3)


def test_denied_signs_do_not_outweigh_what_other_answers_show() -> None:
    denied: dict[str, Any] = {
        "background": {"cancer": "yes"},
        "item": {"B4": "yes"},
        "detail": {"B4": dict.fromkeys(CANCER_SIGNS, "no")},
    }
    assert assess(typical("back:7", **denied)).fired == ("B4",)
    assert assess(typical("mid_back:2", **denied)).fired == ("B4",)
    grown = {"since": {"B4": days_ago(9)}, "worsened": {"B4": days_ago(2)}}
    assert assess(typical("back:3", **denied, **grown)).fired == ("B4",)
    told = {**denied, "background": {}}
    assert assess(typical("back:3", **told)).fired == ("C2",)


# --- after an operation, and a loose vertebra --------------------------------------------------


@pytest.mark.parametrize("days", [43, 60, 84])
def test_getting_worse_weeks_after_the_operation_is_for_the_next_days(days: int) -> None:
    """C15, even where the team allowed some movement."""
    operated: dict[str, Any] = {
        "spine_procedure": (SpineProcedure("surgery", days_ago(days)),),
        "team_allowed": ("M10",),
    }
    worse = assess(typical("r5:3", **operated, worsened={"C15": days_ago(3)}))
    assert (worse.care_level, worse.within_days) == (CareLevel.SOON, 3)
    assert worse.movement_gate is Gate.BLOCK
    before = assess(typical("r5:3", **operated, worsened={"C15": days_ago(days + 1)}))
    assert (before.care_level, before.movement_gate) == (CareLevel.ROUTINE, Gate.LIMITED)


def test_no_elbows_where_the_low_back_is_not_to_hollow() -> None:
    """CL2 after its clearance."""
    drew_up = then(established("r6:3 back:1"), session(ago(days=1), ("M02", 9), t0="r6:3 back:1"))
    loose = then(
        established("r6:3 back:1", clearance={"CL2": "yes"}, cleared={"CL2": "yes"}),
        session(ago(days=1), ("M02", 9), t0="r6:3 back:1"),
    )
    for person, raised in ((drew_up, True), (loose, False)):
        offered = {one.movement: one for one in plan(Case(person), assess(person)).offered}
        assert ("elbows" in offered["M02"].limits) is raised


# --- a set nobody answered ---------------------------------------------------------------------


def test_a_set_without_its_reading_ends_the_session_whatever_else_was_unsure() -> None:
    """0.4: t1 not given within 30 minutes."""
    unsure = SetReadings(Reading((), not_sure=("place",)), at_10=Reading(()))
    for readings in (unsure, SetReadings(Reading(()), at_10=Reading(()))):
        late = read_set(readings, SetContext(affected=("right",), minutes_since=30))
        assert late.verdict == SetVerdict.STOP_SESSION
