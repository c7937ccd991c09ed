"""Do the worked cases W07-W15 come out as written? Cord, fever, injury, vessels, medicines."""

from dataclasses import replace

from spineward.clinical.assessment import assess
from spineward.clinical.facts import History, WeeklyRecord
from tests.cases.build import ago, chart, days_ago, typical
from tests.cases.triage import (
    BLOCK,
    EASE_ONLY,
    EMERGENCY,
    SOON,
    Row,
    check,
    rows,
    ticked,
)

OTHER = (
    Row(
        "W07a",
        "for a week a tight band round the lower ribs, nothing else",
        typical("r4:2", age=57, item=ticked("C16"), since={"C16": days_ago(7)}),
        SOON,
        EASE_ONLY,
        "C16",
        3,
    ),
    Row(
        "W07a-counted",
        "the same, ticked under A8 with its one sign",
        typical(
            "r4:2",
            age=57,
            item=ticked("A8"),
            since={"A8": days_ago(7)},
            detail={
                "A8": {
                    "trunk_band": "yes",
                    "unsteady": "no",
                    "clumsy_hands": "no",
                    "neck_shock": "no",
                }
            },
        ),
        SOON,
        EASE_ONLY,
        "C16",
        3,
    ),
    Row(
        "W07b",
        "also clumsy doing up buttons",
        typical(
            "r4:2",
            age=57,
            item=ticked("A8"),
            since={"A8": days_ago(7)},
            detail={
                "A8": {
                    "trunk_band": "yes",
                    "unsteady": "no",
                    "clumsy_hands": "yes",
                    "neck_shock": "no",
                }
            },
        ),
        EMERGENCY,
        BLOCK,
        "A8",
    ),
    Row(
        "W08",
        "shivering fits since Sunday, right foot began to tingle yesterday",
        typical("back:6 tg8:1", age=52, item=ticked("B2"), since={"B2": days_ago(4)}),
        EMERGENCY,
        BLOCK,
        "A9, B2",
    ),
    Row(
        "W09",
        "fell 4 m from a scaffold two days ago, seen by nobody",
        typical(
            "back:7 r3:2",
            age=33,
            episode_start=days_ago(2),
            leg_onset=days_ago(2),
            item=ticked("A10"),
            since={"A10": days_ago(2)},
        ),
        EMERGENCY,
        BLOCK,
        "A10",
    ),
    Row(
        "W10",
        "known aneurysm, new flank and low back pain since last night, not faint",
        typical(
            "back:6",
            age=74,
            episode_start=days_ago(1),
            leg_onset="none",
            background={"aneurysm": "yes"},
        ),
        EMERGENCY,
        BLOCK,
        "A11",
    ),
    Row(
        "W11",
        "woke with the right leg blue and cold to the knee, L8 for 2 h, lying no better",
        typical(
            "r6:8",
            age=66,
            item=ticked("A12"),
            hours_at_8=2,
            eased_by_position="no",
            severe_most_days="no",
        ),
        EMERGENCY,
        BLOCK,
        "A12, FLARE_SEVERE",
    ),
    Row(
        "W12",
        "chest tight and short of breath on one flight of stairs since morning",
        typical("r5:3", age=59, item=ticked("A13"), since={"A13": days_ago(0)}),
        EMERGENCY,
        BLOCK,
        "A13",
    ),
    Row(
        "W13",
        "on warfarin, slipped on ice yesterday, back pain since, strength and feeling as before",
        typical(
            "back:5",
            age=58,
            background={"anticoagulant": "yes"},
            item=ticked("A14"),
            since={"A14": days_ago(1)},
        ),
        EMERGENCY,
        BLOCK,
        "A14",
    ),
    Row(
        "W13-derived",
        "the same, told as a small bump and a blood thinner",
        typical(
            "back:5",
            age=58,
            background={"anticoagulant": "yes"},
            item=ticked("B5"),
            since={"B5": days_ago(1)},
        ),
        EMERGENCY,
        BLOCK,
        "A14",
    ),
    Row(
        "W14",
        "own naproxen for a week, black sticky stools for two days",
        typical(
            "r6:4",
            age=47,
            background={"takes_nsaid_or_aspirin": "yes"},
            item=ticked("A15"),
            since={"A15": days_ago(2)},
        ),
        EMERGENCY,
        BLOCK,
        "A15",
    ),
)


@rows(*OTHER)
def test_other_emergencies(row: Row) -> None:
    """W07-W14."""
    check(row)


def test_the_fever_page_alone_is_enough_for_both_rules() -> None:
    """W08 with A9 ticked as well gives the same outcome."""
    row = next(row for row in OTHER if row.id == "W08")
    asked = replace(row.situation, item={**row.situation.item, "A9": "yes"})

    assert assess(asked).fired == ("A9", "B2")


def test_bleeding_and_stomach_harm_rule_out_pain_killers() -> None:
    """W13 and W14: `nsaid` is NO."""
    for name in ("W13", "W14"):
        row = next(row for row in OTHER if row.id == name)
        medicines = {**row.situation.medicines}
        if name == "W14":
            medicines["on_nsaid"] = "yes"
        assert assess(replace(row.situation, medicines=medicines)).nsaid == "NO"


def test_thoughts_of_ending_life_show_the_crisis_line() -> None:
    """W15: d150, low most days, thoughts of ending her life: the lock waits for a contact."""
    found = assess(
        typical(
            "r6:5",
            age=28,
            episode_start=days_ago(150),
            leg_onset=days_ago(150),
            item=ticked("A16"),
            history=History(weekly=(WeeklyRecord(ago(days=1), mood_low="yes"),)),
        )
    )

    assert (found.care_level, found.movement_gate) == (EMERGENCY, BLOCK)
    assert found.fired == ("A16", "T7", "T9")
    assert found.locked is not None
    assert found.locked.steps == ("crisis_contact", "fresh_screen")


def test_a_band_round_the_trunk_is_not_read_from_pain_down_the_leg() -> None:
    """W07: shooting leg pain is no cord sign."""
    shooting = typical("r9:6", features={"worse_cough": "yes"})

    assert "C16" not in assess(shooting).fired
    assert chart("r9:6") == shooting.chart
