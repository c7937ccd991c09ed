"""Do the worked cases W17-W35 come out as written? Same day, soon, unknown answers, muted ones."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from spineward.clinical.assessment import assess
from spineward.clinical.facts import CareLevel, Gate, History, SpineProcedure
from tests.cases.build import days_ago, established, typical
from tests.cases.triage import Row, both, check, locked, rows, ticked

EMERGENCY, SAME_DAY, SOON = CareLevel.EMERGENCY, CareLevel.SAME_DAY, CareLevel.SOON
ROUTINE, SELF_CARE = CareLevel.ROUTINE, CareLevel.SELF_CARE
BLOCK, EASE_ONLY, LIMITED, FULL = Gate.BLOCK, Gate.EASE_ONLY, Gate.LIMITED, Gate.FULL


def began(days: int) -> dict[str, Any]:
    """Episode and leg symptoms since that many days."""
    return {"episode_start": days_ago(days), "leg_onset": days_ago(days)}


TODAY = (
    Row(
        "W17",
        "on dialysis, no fever; bk7 for a week, same by day and night, no position helps",
        typical(
            "back:7",
            age=69,
            leg_onset="none",
            background={"dialysis": "yes"},
            eased_by_position="no",
        ),
        SAME_DAY,
        BLOCK,
        "B2, FLARE_SEVERE",
        0,
    ),
    Row(
        "W18",
        "hip replaced 3 weeks ago, left thigh swollen and tight for two days",
        typical(
            "left/r4:3",
            age=55,
            item=ticked("B3"),
            since={"B3": days_ago(2), "CL3": days_ago(21)},
            clearance={"CL3": "yes"},
        ),
        SAME_DAY,
        BLOCK,
        "B3, CL3",
    ),
    Row(
        "W19a",
        "kidney cancer 3 years ago; growing pain between the shoulder blades on most days",
        typical(
            "mid_back:4",
            age=63,
            **began(16),
            background={"cancer": "yes"},
            item=ticked("B4", "C5"),
            since={"B4": days_ago(16), "C5": days_ago(16)},
        ),
        SAME_DAY,
        BLOCK,
        "B4, C5",
    ),
    Row(
        "W19b",
        "the same history, buttock to thigh L4, bk0, nights good, not growing",
        typical("r4:4", age=63, **began(10), background={"cancer": "yes"}),
        SOON,
        EASE_ONLY,
        "C2",
        3,
    ),
    Row(
        "W19c",
        "the only cancer was a basal-cell skin cancer, removed: no cancer history",
        typical("r4:4", age=63, **began(10)),
        SELF_CARE,
        LIMITED,
    ),
    Row(
        "W20",
        "known osteoporosis, sneezed two days ago: sudden midline pain, lying eases",
        typical(
            "back:7",
            age=58,
            leg_onset="none",
            episode_start=days_ago(2),
            background={"osteoporosis": "yes"},
            item=ticked("B5"),
            since={"B5": days_ago(2)},
        ),
        SAME_DAY,
        BLOCK,
        "B5, CL6",
    ),
    Row(
        "W21",
        "L9 for 30 h, no position helps, carried to the toilet",
        typical(
            "r6:9",
            age=41,
            eased_by_position="no",
            hours_at_8=30,
            severe_most_days="no",
            can_sit_10="no",
            can_walk_10="no",
        ),
        SAME_DAY,
        BLOCK,
        "B6, FLARE_SEVERE",
    ),
    Row(
        "W22a",
        "burning from buttock to knee, a row of blisters on the same buttock since yesterday",
        typical("r5:5", age=49, **began(5), item=ticked("B7"), since={"B7": days_ago(1)}),
        SAME_DAY,
        BLOCK,
        "B7",
    ),
    Row(
        "W22b",
        "seen that day, treated, told movement is fine; a week later the screen is clean",
        typical(
            "r5:2",
            age=49,
            **began(12),
            since={"B7": days_ago(8)},
            examined={"B7": days_ago(7)},
            told_ok={"B7": "yes"},
            history=History(locks=(locked("B7", days=7, level=SAME_DAY),)),
        ),
        SELF_CARE,
        LIMITED,
    ),
    Row(
        "W24",
        "last week the big toe was numb, now also top of foot and shin; strength equal",
        typical(
            "r6:4 nb9:1 nb8:1 shin_upper/nb:1",
            age=46,
            item=ticked("B9"),
            since={"B9": days_ago(7)},
            strength=both({}),
        ),
        SAME_DAY,
        BLOCK,
        "B9",
    ),
)

DISC: dict[str, Any] = {"age": 38, "episode_start": days_ago(70), "leg_onset": "none"}


def operated(days: int) -> dict[str, Any]:
    """A disc operation that many days ago."""
    return {**DISC, "spine_procedure": (SpineProcedure("surgery", days_ago(days)),)}


OWN_TEAM = (
    Row(
        "W23a",
        "day 16, wound weeping, leg no worse",
        typical("r4:2", **operated(16), item=ticked("B8"), since={"B8": days_ago(1)}),
        SAME_DAY,
        BLOCK,
        "B8, C15",
    ),
    Row("W23b", "day 35, healing", typical("r4:2", **operated(35)), ROUTINE, BLOCK, "C15"),
    Row(
        "W23c",
        "day 50, team allowed M10 and M50",
        typical("r4:2", **operated(50), team_allowed=("M10", "M50")),
        ROUTINE,
        LIMITED,
        "C15",
    ),
    Row(
        "W23d",
        "day 50, team named nothing",
        typical("r4:2", **operated(50), team_allowed=()),
        ROUTINE,
        BLOCK,
        "C15",
    ),
    Row(
        "W23e",
        "day 60, leg pain growing again",
        typical(
            "r4:2",
            **operated(60),
            team_allowed=("M10", "M50"),
            item=ticked("B8"),
            since={"B8": days_ago(1)},
        ),
        SOON,
        BLOCK,
        "C15",
        3,
    ),
    Row(
        "W25a",
        "week 22, cramps and bleeding",
        typical("r4:2", age=29, pregnant="yes", pregnant_week=22, item=ticked("B10")),
        SAME_DAY,
        BLOCK,
        "B10",
    ),
    Row(
        "W25b",
        "twins, week 13, well",
        typical("r4:2", age=38, pregnant="yes", pregnant_week=13),
        ROUTINE,
        LIMITED,
        "C15",
    ),
    Row(
        "W25c",
        "the same woman at week 21, d60, first use, clearly better",
        typical("r4:2", age=38, **began(60), change_so_far=2, pregnant="yes", pregnant_week=21),
        ROUTINE,
        LIMITED,
        "C15, T1",
    ),
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
                "worse_standing_walking": "yes",
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

COMMON = "r6:5 back:2 tg8:1 nb9:1u"
SLOW: dict[str, Any] = {
    "age": 69,
    "item": ticked("A1"),
    "since": {"A1": days_ago(1460)},
    "before_episode": {"A1": "yes"},
    "same_as_usual": {"A1": "yes"},
}

UNSURE = (
    Row(
        "W33a",
        "typical, new: numb big toe is usual from an earlier bout",
        typical(COMMON, age=45, **began(18)),
        SELF_CARE,
        LIMITED,
    ),
    Row("W33b", "typical, est.", established(COMMON, age=45, **began(18)), SELF_CARE, FULL),
    Row("W34a", "A1 unsure, then felt it as before", typical("r5:3"), SELF_CARE, LIMITED),
    Row(
        "W34b",
        "A6 unsure, clarifier unsure",
        typical("r5:3", item={"A6": "not_sure"}),
        EMERGENCY,
        BLOCK,
        "A6?",
    ),
    Row(
        "W34c",
        "foot lift unsure, too painful standing, seated version unclear",
        typical(
            "r5:3",
            item={"A7": "not_sure"},
            strength=both({"heel_walk": "not_tried", "toe_raise": "not_tried"}),
        ),
        SAME_DAY,
        BLOCK,
        "B1?",
    ),
    Row(
        "W34d",
        "B3 unsure twice",
        typical("r5:3", item={"B3": "not_sure"}),
        SOON,
        EASE_ONLY,
        "B3?",
        3,
    ),
    Row("W34e", "C4 unsure", typical("r5:3", item={"C4": "not_sure"}), SELF_CARE, LIMITED),
    Row(
        "W34f", "pregnant unsure", typical("r5:3", age=30, pregnant="not_sure"), SELF_CARE, LIMITED
    ),
    Row(
        "W35a",
        "slow stream for 4 years, both confirmations yes, first use",
        typical("r5:4", **SLOW),
        SELF_CARE,
        LIMITED,
        "A1 muted",
    ),
    Row(
        "W35b",
        "next week: slower since Monday",
        typical("r5:4", **SLOW, worsened={"A1": days_ago(4)}),
        EMERGENCY,
        BLOCK,
        "A1",
    ),
    Row(
        "W35b-told",
        "the same, told as not exactly the same",
        typical("r5:4", **{**SLOW, "same_as_usual": {"A1": "no"}}),
        EMERGENCY,
        BLOCK,
        "A1",
    ),
    Row(
        "W35c",
        "instead a new numb saddle",
        typical("r5:4", **{**SLOW, "item": ticked("A1", "A3")}),
        EMERGENCY,
        BLOCK,
        "A1 muted, A3",
    ),
)


@rows(*TODAY)
def test_to_be_seen_today(row: Row) -> None:
    """W17-W22 and W24."""
    check(row)


@rows(*OWN_TEAM)
def test_after_an_operation_or_in_pregnancy(row: Row) -> None:
    """W23 and W25."""
    check(row)


@rows(*LATER)
def test_to_be_seen_soon_or_in_time(row: Row) -> None:
    """W26-W32."""
    check(row)


@rows(*UNSURE)
def test_unsure_usual_and_muted_answers(row: Row) -> None:
    """W33-W35."""
    check(row)


def test_numbness_that_spread_is_seen_from_the_charts_alone() -> None:
    """W24: nobody ticked it, but last week's chart had only the toe."""
    before = established("nb9:1 r6:4").history.check_ins[-7:]
    now = typical("nb9:1 nb8:1 shin_upper/nb:1 r6:4", history=History(check_ins=before))

    assert assess(now).fired == ("B9",)


def test_the_rash_lock_is_released_after_the_visit() -> None:
    """W22(b): not FULL at once, the first sessions are limited again."""
    found = assess(next(row.situation for row in TODAY if row.id == "W22b"))

    assert found.releases_lock
    assert found.locked is None


def test_pain_killers_are_ruled_out_in_every_pregnancy() -> None:
    """W25 and W34(f): `nsaid` is NO."""
    for row in OWN_TEAM[-3:] + tuple(row for row in UNSURE if row.id == "W34f"):
        assert assess(row.situation).nsaid == "NO"


def test_the_heart_and_the_age_are_both_named_for_pain_killers() -> None:
    """W29: ASK_FIRST, 65 and over, heart."""
    found = assess(next(row.situation for row in LATER if row.id == "W29"))

    assert found.nsaid == "ASK_FIRST"
    assert len(found.nsaid_reasons) == 2


def test_yesterdays_screen_cannot_release_todays_lock() -> None:
    """0.5: the fresh screen has to come after the rule fired."""
    row = next(row for row in TODAY if row.id == "W22b")
    stale = replace(row.situation, screened_at=row.situation.now - timedelta(days=8))

    assert not assess(stale).releases_lock
    assert assess(stale).movement_gate == BLOCK
