"""Do the worked cases W33-W35 come out as written? The typical person, unsure and muted answers."""

from typing import Any

from spineward.clinical.assessment import assess
from tests.cases.build import days_ago, established, typical
from tests.cases.triage import (
    BLOCK,
    EASE_ONLY,
    EMERGENCY,
    FULL,
    LIMITED,
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


@rows(*UNSURE)
def test_unsure_usual_and_muted_answers(row: Row) -> None:
    """W33-W35."""
    check(row)


def test_pain_killers_are_ruled_out_when_a_pregnancy_is_not_known() -> None:
    """W34(f): `nsaid` is NO."""
    row = next(row for row in UNSURE if row.id == "W34f")

    assert assess(row.situation).nsaid == "NO"
