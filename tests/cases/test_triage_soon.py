"""Do the worked cases W26-W32 come out as written? To be seen soon, or in time."""

from spineward.clinical.assessment import assess
from tests.cases.build import days_ago, established, typical
from tests.cases.plans import off, offers, planned
from tests.cases.triage import (
    BLOCK,
    EASE_ONLY,
    EMERGENCY,
    FULL,
    LIMITED,
    ROUTINE,
    SAME_DAY,
    SELF_CARE,
    SOON,
    Row,
    began,
    both,
    check,
    rows,
    ticked,
)

SHAPE = {
    "onset_under_45": "yes",
    "over_3_months": "yes",
    "late_night_waking": "yes",
    "morning_stiffness": "yes",
    "better_with_exercise": "no",
    "psoriasis_bowel_eye": "no",
}
GONE = {"foot_colder": "no"}

LATER = (
    Row(
        "W26",
        "first ever, 7 kg lost in 4 months without trying",
        typical("r4:3", age=64, first_ever="yes", item=ticked("C1")),
        SOON,
        EASE_ONLY,
        "C1, C3",
        3,
    ),
    Row(
        "W27",
        "heavy only on walking, eased sitting and leaning; half the distance; night pain too",
        typical(
            "left/r5:3",
            age=70,
            **began(35),
            item=ticked("C4", "C7"),
            detail={"C7": {"shorter_distance": "yes"}},
            features={
                "worse_standing_or_walking": "yes",
                "eased_sitting": "yes",
                "eased_bending": "yes",
            },
        ),
        SOON,
        LIMITED,
        "C4, C7, T5",
        14,
    ),
    Row(
        "W28a",
        "kidney transplant 6 years ago, est., L5 r6, d12, well",
        established("r6:5", age=37, **began(12), background={"weak_immunity": "yes"}),
        ROUTINE,
        LIMITED,
        "C5",
    ),
    Row(
        "W28b",
        "also daily pain between the shoulder blades for three weeks",
        established(
            "r6:5",
            age=37,
            episode_start=days_ago(21),
            leg_onset=days_ago(12),
            background={"weak_immunity": "yes"},
            item=ticked("C5"),
            since={"C5": days_ago(21)},
            detail={"C5": {"mid_back": "yes", "new_curve": "no"}},
        ),
        SOON,
        LIMITED,
        "C5",
    ),
    Row(
        "W29",
        "heart stent; ache on brisk walking, gone after 2 min standing still, feet warm",
        typical(
            "",
            age=66,
            background={"heart_or_artery": "yes"},
            item=ticked("C6"),
            detail={"C6": GONE},
        ),
        SOON,
        LIMITED,
        "C6",
    ),
    Row(
        "W30a",
        "d300, est., started at 32, wakes in the small hours, stiff 45 min: four features",
        established("r3:1", age=33, **began(300), item=ticked("C8"), detail={"C8": SHAPE}),
        ROUTINE,
        FULL,
        "C8",
    ),
    Row(
        "W30b",
        "as (a) without the waking: three features",
        established(
            "r3:1",
            age=33,
            **began(300),
            item=ticked("C8"),
            detail={"C8": SHAPE | {"late_night_waking": "no"}},
        ),
        SELF_CARE,
        FULL,
    ),
    Row(
        "W30c",
        "buttock ache, bleeding again 14 months after her last period, new",
        typical("r3:3", age=51, item=ticked("C9"), detail={"C9": {"after_menopause": "yes"}}),
        SOON,
        LIMITED,
        "C9",
    ),
    Row(
        "W31a",
        "diabetes, d9, front of thigh burns L7 eased sitting, no thinning, strength same",
        typical(
            "front:7",
            age=66,
            **began(9),
            background={"diabetes": "yes"},
            severe_most_days="no",
            strength=both({}),
        ),
        SOON,
        EASE_ONLY,
        "C10, FLARE_SEVERE",
    ),
    Row(
        "W31a-ticked",
        "the same with the item ticked: the questions on weakness were answered with no",
        typical(
            "front:7",
            age=66,
            **began(9),
            background={"diabetes": "yes"},
            severe_most_days="no",
            item=ticked("C10"),
        ),
        SOON,
        EASE_ONLY,
        "C10, FLARE_SEVERE",
    ),
    Row(
        "W31b",
        "that thigh has tested weaker since day 3, no worse since, unexamined",
        typical(
            "front:7",
            age=66,
            **began(9),
            background={"diabetes": "yes"},
            severe_most_days="no",
            since={"B1": days_ago(6)},
            strength=both({"chair_rise": "weaker"}),
        ),
        SAME_DAY,
        BLOCK,
        "B1, C10, FLARE_SEVERE",
    ),
    Row(
        "W32a",
        "groin ache and cannot get socks on, hip stiff, est.",
        established("r3:3", age=54, features={"groin_pain": "yes", "stiff_socks_shoes": "yes"}),
        ROUTINE,
        FULL,
        "C12",
    ),
    Row(
        "W32b",
        "groin ache only",
        established("r3:3", age=54, features={"groin_pain": "yes"}),
        SELF_CARE,
        FULL,
    ),
    Row("W32c", "age 15, all clear", typical("r3:2", age=15), ROUTINE, BLOCK, "C14"),
    Row(
        "W32d",
        "same child, next day numb on wiping",
        typical("r3:2", age=15, item=ticked("A3"), since={"A3": days_ago(0)}),
        EMERGENCY,
        BLOCK,
        "A3, C14",
    ),
)


@rows(*LATER)
def test_to_be_seen_soon_or_in_time(row: Row) -> None:
    """W26-W32."""
    check(row)


def test_walking_trouble_resembles_narrowing_and_leaves_out_arching() -> None:
    """W27: STENOSIS; M02, M60 and hollowing off."""
    found, today = planned(next(row.situation for row in LATER if row.id == "W27"))

    assert found.pattern == "STENOSIS"
    assert {"M02", "M60"} <= off(found)
    assert "no_hollowing" in offers(today)["M20"].limits


def test_the_heart_and_the_age_are_both_named_for_pain_killers() -> None:
    """W29: ASK_FIRST, 65 and over, heart."""
    found = assess(next(row.situation for row in LATER if row.id == "W29"))

    assert found.nsaid == "ASK_FIRST"
    assert len(found.nsaid_reasons) == 2
