"""Do the worked cases W17-W25 come out as written? To be seen today, or by the own team."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from spineward.clinical.assessment import assess
from spineward.clinical.facts import History, SpineProcedure
from tests.cases.build import days_ago, established, typical
from tests.cases.triage import (
    BLOCK,
    EASE_ONLY,
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
    locked,
    rows,
    ticked,
)

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


@rows(*TODAY)
def test_to_be_seen_today(row: Row) -> None:
    """W17-W22 and W24."""
    check(row)


@rows(*OWN_TEAM)
def test_after_an_operation_or_in_pregnancy(row: Row) -> None:
    """W23 and W25."""
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


def test_sessions_before_the_rash_do_not_open_the_gate_at_its_release() -> None:
    """W22(b): the first sessions count from the release, also in the assessment that releases."""
    rash = next(row.situation for row in TODAY if row.id == "W22b")
    earlier = established("r5:2").history
    practised = replace(rash, history=replace(earlier, locks=rash.history.locks))

    assert assess(established("r5:2")).movement_gate == FULL
    assert assess(practised).releases_lock
    assert assess(practised).movement_gate == LIMITED
    assert assess(practised).gate_reasons == ("first_sessions",)


def test_pain_killers_are_ruled_out_in_every_pregnancy() -> None:
    """W25: `nsaid` is NO."""
    for row in OWN_TEAM[-3:]:
        assert assess(row.situation).nsaid == "NO"


def test_yesterdays_screen_cannot_release_todays_lock() -> None:
    """0.5: the fresh screen has to come after the rule fired."""
    row = next(row for row in TODAY if row.id == "W22b")
    stale = replace(row.situation, screened_at=row.situation.now - timedelta(days=8))

    assert not assess(stale).releases_lock
    assert assess(stale).movement_gate == BLOCK
