"""Do the worked cases W01-W16 come out as written? Emergencies, locks, and weakness."""

from dataclasses import replace

from spineward.clinical.assessment import assess
from spineward.clinical.facts import CareLevel, Gate, History, WeeklyRecord
from tests.cases.build import ago, chart, days_ago, established, typical
from tests.cases.triage import Row, both, check, locked, rows, ticked

EMERGENCY, SAME_DAY, SOON = CareLevel.EMERGENCY, CareLevel.SAME_DAY, CareLevel.SOON
ROUTINE, SELF_CARE = CareLevel.ROUTINE, CareLevel.SELF_CARE
BLOCK, EASE_ONLY, LIMITED = Gate.BLOCK, Gate.EASE_ONLY, Gate.LIMITED

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

FOOT = {
    "since": {"A7": days_ago(0)},
    "age": 36,
    "episode_start": days_ago(3),
    "leg_onset": days_ago(3),
}
FOOT_SEEN = {
    "age": 36,
    "since": {"A7": days_ago(3)},
    "examined": {"A7": days_ago(0)},
    "told_ok": {"A7": "yes"},
    "history": History(locks=(locked("A7", days=3),)),
}
FOOT_LATER = {
    "age": 36,
    "since": {"A7": days_ago(15)},
    "examined": {"A7": days_ago(12)},
    "told_ok": {"A7": "yes"},
    "episode_start": days_ago(18),
    "history": History(locks=(locked("A7", days=15),)),
}
CANNOT_PUSH = {"strength": both({}, {"toe_raise": "cannot"})}

MOTOR = (
    Row(
        "W06a",
        "since this morning she cannot push up on the left toes even holding the table",
        typical("left/r6:2", item=ticked("A7"), **FOOT),
        EMERGENCY,
        BLOCK,
        "A7",
    ),
    Row(
        "W06a-tested",
        "the same, found by the strength check only",
        typical("left/r6:2", **FOOT, **CANNOT_PUSH),
        EMERGENCY,
        BLOCK,
        "A7",
    ),
    Row(
        "W06b",
        "day 3: examined after the alert, told exercise is fine, foot unchanged",
        typical("left/r6:2", item=ticked("A7"), **FOOT_SEEN),
        ROUTINE,
        BLOCK,
        "A7 seen",
    ),
    Row(
        "W06b-tested",
        "the same, known from the strength check only",
        typical("left/r6:2", **FOOT_SEEN, **CANNOT_PUSH),
        ROUTINE,
        BLOCK,
        "A7 seen",
    ),
    Row(
        "W06c",
        "day 15 after the change, unchanged, full screen clean: the foot is named by C13",
        typical("left/r6:2", item=ticked("C13"), **FOOT_LATER),
        SELF_CARE,
        LIMITED,
        "C13",
    ),
    Row(
        "W06c-ticked",
        "the same, the foot is still ticked under A7",
        typical("left/r6:2", item=ticked("A7"), **FOOT_LATER),
        SELF_CARE,
        LIMITED,
        "C13",
    ),
    Row(
        "W06c-tested",
        "the same, known from the strength check only",
        typical("left/r6:2", **FOOT_LATER, **CANNOT_PUSH),
        SELF_CARE,
        LIMITED,
        "C13",
    ),
    Row(
        "W16a",
        "big toe weaker, stable since week 1, never examined",
        typical(
            "r7:5",
            age=42,
            episode_start=days_ago(21),
            leg_onset=days_ago(21),
            since={"B1": days_ago(14)},
            strength=both({"big_toe": "weaker"}),
        ),
        SAME_DAY,
        BLOCK,
        "B1",
        0,
    ),
    Row(
        "W16b",
        "no leg pain at all, weak going upstairs for 8 weeks, never examined",
        typical(
            "",
            age=45,
            since={"B1": days_ago(56)},
            item=ticked("B1"),
            strength=both({"big_toe": "weaker"}),
        ),
        SOON,
        BLOCK,
        "C11",
        3,
    ),
    Row(
        "W16c",
        "as (a), examined on day 10, no worse since, told exercise is fine, est.",
        established(
            "r7:5",
            age=42,
            episode_start=days_ago(21),
            leg_onset=days_ago(21),
            since={"B1": days_ago(14)},
            examined={"B1": days_ago(11)},
            told_ok={"B1": "yes"},
            strength=both({"big_toe": "weaker"}),
        ),
        SELF_CARE,
        LIMITED,
        "C13",
    ),
    Row(
        "W16d",
        "as (c), exercise not discussed",
        established(
            "r7:5",
            age=42,
            episode_start=days_ago(21),
            leg_onset=days_ago(21),
            item=ticked("B1"),
            since={"B1": days_ago(14)},
            examined={"B1": days_ago(11)},
            told_ok={"B1": "not_discussed"},
        ),
        ROUTINE,
        EASE_ONLY,
        "C13",
    ),
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


@rows(*CAUDA)
def test_cauda_equina_signs(row: Row) -> None:
    """W01-W05."""
    check(row)


@rows(*MOTOR)
def test_weakness_from_alarm_to_known(row: Row) -> None:
    """W06 and W16."""
    check(row)


@rows(*OTHER)
def test_other_emergencies(row: Row) -> None:
    """W07-W14."""
    check(row)


def test_an_unknown_sexual_answer_is_released_without_an_examination() -> None:
    """W03(d): the later clear answer and the clean screen release the lock of A4? alone."""
    later = next(row.situation for row in CAUDA if row.id == "W03d")

    found = assess(later)

    assert found.releases_lock
    assert found.locked is None


def test_feeling_fine_does_not_release_a_seen_foot() -> None:
    """W06(b): examined and told fine, but the foot is as it was and 14 days are not over."""
    found = assess(next(row.situation for row in MOTOR if row.id == "W06b"))

    assert not found.releases_lock
    assert found.locked is not None
    assert found.locked.steps == ("fresh_screen",)


def test_the_foot_is_released_into_limited_movement() -> None:
    """W06(c)."""
    found = assess(next(row.situation for row in MOTOR if row.id == "W06c"))

    assert found.releases_lock
    assert found.locked is None


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
