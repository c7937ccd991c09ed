"""Do the worked cases W01-W05 come out as written? Bladder, bowel, saddle, both legs."""

from spineward.clinical.assessment import assess
from spineward.clinical.facts import History
from tests.cases.build import days_ago, typical
from tests.cases.triage import (
    BLOCK,
    EMERGENCY,
    LIMITED,
    SAME_DAY,
    SELF_CARE,
    Row,
    check,
    locked,
    rows,
    ticked,
)

CAUDA = (
    Row(
        "W01",
        "since yesterday he pushes to start peeing and cannot tell when the bladder is full",
        typical("r6:4", age=51, item=ticked("A1"), since={"A1": days_ago(1)}),
        EMERGENCY,
        BLOCK,
        "A1",
        0,
    ),
    Row(
        "W02",
        "for two days wiping feels like touching someone else; once stool passed unfelt",
        typical(
            "r5:3",
            age=44,
            item=ticked("A2", "A3"),
            since={"A2": days_ago(2), "A3": days_ago(2)},
        ),
        EMERGENCY,
        BLOCK,
        "A2, A3",
    ),
    Row(
        "W03a",
        "no erections since week 1, not examined",
        typical(
            "r7:5",
            age=39,
            episode_start=days_ago(21),
            leg_onset=days_ago(21),
            item={"A4": "changed"},
            since={"A4": days_ago(14)},
        ),
        EMERGENCY,
        BLOCK,
        "A4",
    ),
    Row(
        "W03b",
        "A4 does not apply",
        typical("r7:5", item={"A4": "does_not_apply"}),
        SELF_CARE,
        LIMITED,
    ),
    Row(
        "W03c",
        "A4 not sure twice",
        typical("r7:5", item={"A4": "not_sure"}),
        SAME_DAY,
        BLOCK,
        "A4?",
    ),
    Row(
        "W03d",
        "next day the same person answers no change, full screen clean",
        typical(
            "r7:5",
            item={"A4": "no_change"},
            history=History(locks=(locked("A4?", days=1, level=SAME_DAY),)),
        ),
        SELF_CARE,
        LIMITED,
    ),
    Row(
        "W04",
        "left buttock ache for weeks; for four days both soles tingle, also at rest",
        typical(
            "left/r3:2 tg8:1 left/tg8:1",
            age=61,
            episode_start=days_ago(21),
            leg_onset=days_ago(21),
            item=ticked("A5"),
            since={"A5": days_ago(4)},
        ),
        EMERGENCY,
        BLOCK,
        "A5",
    ),
    Row(
        "W05",
        "the right knee gave way once on Monday, three times Wednesday, six times today",
        typical(
            "r4:3",
            age=48,
            item=ticked("A6", "B1"),
            since={"A6": days_ago(4), "B1": days_ago(4)},
        ),
        EMERGENCY,
        BLOCK,
        "A6, B1",
    ),
)


@rows(*CAUDA)
def test_cauda_equina_signs(row: Row) -> None:
    """W01-W05."""
    check(row)


def test_an_unknown_sexual_answer_is_released_without_an_examination() -> None:
    """W03(d): the later clear answer and the clean screen release the lock of A4? alone."""
    later = next(row.situation for row in CAUDA if row.id == "W03d")

    found = assess(later)

    assert found.releases_lock
    assert found.locked is None
