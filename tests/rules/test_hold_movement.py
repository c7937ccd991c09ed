"""Which exclusion holds for which movement? Each once where it holds, once where it does not."""

from dataclasses import replace

import pytest

from spineward.clinical.case import Case
from spineward.clinical.facts import Gate, SpineProcedure
from spineward.clinical.library import EXCLUSIONS, movements
from spineward.clinical.rules.hold_movement import OF_ALL, OF_ONE, OF_PERSON, exclusions
from tests.cases.build import ago, days_ago, session, typical
from tests.rules.days import Day, after, held, person


def operated(days: int) -> tuple[SpineProcedure, ...]:
    """Spinal surgery that many days ago."""
    return (SpineProcedure("surgery", days_ago(days)),)


GLIDES_WENT_WELL = [
    session(ago(days=3), ("M30a", 11)),
    session(ago(days=1), ("M30a", 9)),
]

CASES: list[tuple[str, str, Day, Day]] = [
    ("pregnant", "M02", person(pregnant="yes", pregnant_week=8), Day()),
    (
        "pregnant_20",
        "M30a",
        person(pregnant="yes", pregnant_week=20),
        person(pregnant="yes", pregnant_week=19),
    ),
    ("pregnant_20", "M01", person(pregnant="not_sure"), person(pregnant="does_not_apply")),
    ("STENOSIS", "M02", Day(patterns=("STENOSIS", "ROOT")), Day(patterns=("ROOT",))),
    ("not_STENOSIS", "M61", Day(patterns=("ROOT",)), Day(patterns=("STENOSIS",))),
    (
        "moved_down_7d",
        "M02",
        after(session(ago(days=6, hours=23), ("M02", 5))),
        after(session(ago(days=8), ("M02", 5))),
    ),
    (
        "moved_down",
        "M60",
        after(session(ago(days=13), ("M60", 5)), session(ago(days=1), ("M60", 9))),
        after(session(ago(days=1), ("M60", 7))),
    ),
    (
        "last_down_24h",
        "M10",
        after(session(ago(hours=20), ("M10", 7))),
        after(session(ago(hours=20), ("M10", 7)), session(ago(hours=2), ("M10", 11))),
    ),
    ("CL1", "M61", person(clearance={"CL1": "yes"}), Day()),
    ("CL2", "M60", person(clearance={"CL2": "not_sure"}), Day()),
    (
        "CL3",
        "M40",
        person(clearance={"CL3": "yes"}),
        person(clearance={"CL3": "yes"}, cleared={"CL3": "yes"}),
    ),
    ("CL5", "M12", person(clearance={"CL5": "yes"}), Day()),
    ("CL6", "M61", person(background={"osteoporosis": "yes"}), Day()),
    ("C5", "M61", person(background={"steroids_3m": "yes"}), Day(fired=("C5",))),
    ("C10", "M30a", person(item={"C10": "yes"}), Day(fired=("C10",))),
    (
        "C12",
        "M41",
        person(features={"limp": "yes", "stiff_socks_shoes": "yes"}),
        Day(fired=("C12",)),
    ),
    ("floor", "M20", person(floor_ok="no"), person(floor_ok="yes")),
    (
        "waking_hour_root",
        "M20",
        Day(patterns=("ROOT",), changes={"woke_at": ago(minutes=60)}),
        Day(patterns=("ROOT",), changes={"woke_at": ago(minutes=61)}),
    ),
    (
        "waking_hour_root",
        "M21",
        Day(patterns=("ROOT",), changes={"woke_at": "unknown"}),
        Day(patterns=("DGS",), changes={"woke_at": "unknown"}),
    ),
    (
        "spine_limits",
        "M21",
        Day(patterns=("STENOSIS", "ROOT"), changes={"worse_bending": "yes"}),
        Day(patterns=("STENOSIS", "ROOT")),
    ),
    (
        "spine_limits",
        "M21",
        Day(patterns=("ROOT",), changes={"worse_bending": "yes", "clearance": {"CL2": "yes"}}),
        Day(patterns=("ROOT",), changes={"worse_bending": "yes"}),
    ),
    ("any_flare", "M31", Day(state="FLARE_MODERATE"), Day()),
    ("FLARE_SEVERE", "M33", Day(state="FLARE_SEVERE"), Day(state="FLARE_MODERATE")),
    (
        "FLARE_MODERATE",
        "M20",
        Day(state="FLARE_MODERATE"),
        after(session(ago(days=1), ("M20", 12)), state="FLARE_MODERATE"),
    ),
    ("numb_foot", "M30a", Day("r5:3 nb8:3"), Day("r5:3 nb8:2 nb6:3")),
    ("no_leg_symptom", "M30a", Day("front:4 back:3"), Day("r3:1")),
    ("gate", "M60", Day(gate=Gate.LIMITED), Day(gate=Gate.FULL)),
    ("gate", "M10", Day(gate=Gate.EASE_ONLY), Day(gate=Gate.LIMITED)),
    ("gate", "M01", Day(gate=Gate.BLOCK), Day(gate=Gate.EASE_ONLY)),
    ("locked_m30b", "M30b", after(*GLIDES_WENT_WELL[:1]), after(*GLIDES_WENT_WELL)),
    ("foot_tingling", "M30b", Day("r5:3 tg8:2"), Day("r5:3 tg8:1 tg7:3")),
    (
        "tingling_rose",
        "M30b",
        after(session(ago(days=2), ("M31", 6))),
        after(session(ago(days=2), ("M31", 6)), session(ago(days=1), ("M31", 12))),
    ),
    (
        "not_yet",
        "M32",
        after(session(ago(days=2), ("M30a", 12))),
        after(session(ago(days=2), ("M31", 12)), session(ago(days=1), ("M31", 11))),
    ),
    (
        "m02_not_up",
        "M60",
        after(session(ago(days=8), ("M02", 9))),
        after(session(ago(days=6), ("M02", 9))),
    ),
    ("not_only_DGS", "M40", Day(patterns=("HIP_SI_OTHER", "DGS")), Day(patterns=("DGS",))),
    (
        "groin_or_hip",
        "M40",
        person(features={"groin_pain": "not_sure"}),
        person(features={"groin_pain": "no"}),
    ),
    ("worse_bending", "M61", person(worse_bending="not_sure"), person(worse_bending="no")),
    (
        "family_stopped",
        "M12",
        after(session(ago(hours=23), ("M10", 7))),
        after(session(ago(hours=25), ("M10", 7))),
    ),
    (
        "team_allowed",
        "M33",
        person(spine_procedure=operated(84), team_allowed=("M10", "M50")),
        person(spine_procedure=operated(85), team_allowed=("M10", "M50")),
    ),
]


@pytest.mark.parametrize(
    ("by", "movement", "day", "other"), CASES, ids=lambda value: str(value)[:20]
)
def test_an_exclusion_holds_only_where_it_is_due(
    by: str, movement: str, day: Day, other: Day
) -> None:
    assert (movement, by) in held(day)
    assert (movement, by) not in held(other)


def test_every_exclusion_is_decided_in_one_place() -> None:
    decided = [*OF_ALL, *OF_ONE, *OF_PERSON]
    assert sorted(decided) == sorted(EXCLUSIONS)


def test_every_exclusion_is_tried_here() -> None:
    assert {case[0] for case in CASES} == set(EXCLUSIONS) - {"removed_n2"}


def test_a_movement_lists_each_of_its_exclusions_once_in_order() -> None:
    day = Day(
        gate=Gate.LIMITED,
        patterns=("STENOSIS",),
        state="FLARE_MODERATE",
        changes={"pregnant": "yes", "pregnant_week": 30, "floor_ok": "no"},
    )
    found = exclusions(Case(day.situation), day.gate, day.patterns, day.state, day.fired)
    pairs = [(one.movement, one.by) for one in found]
    assert pairs == sorted(set(pairs))
    press = [by for movement, by in pairs if movement == "M60"]
    assert press == ["STENOSIS", "any_flare", "floor", "gate", "m02_not_up", "pregnant"]


def test_unanswered_questions_hold_back_what_they_would_decide() -> None:
    now = replace(
        typical("r5:3"),
        pregnant=None,
        floor_ok=None,
        clearance={},
        background={},
        worse_bending=None,
        woke_at=None,
    )
    held_back = exclusions(Case(now), Gate.FULL, ("ROOT", "STENOSIS"), "CALM", ())
    pairs = {(one.movement, one.by) for one in held_back}
    wanted = {
        ("M01", "pregnant_20"),
        ("M20", "floor"),
        ("M60", "CL1"),
        ("M61", "CL6"),
        ("M61", "worse_bending"),
        ("M21", "waking_hour_root"),
    }
    assert wanted <= pairs


def test_a_calm_day_of_a_typical_person_leaves_twelve_movements() -> None:
    free = {one.id for one in movements().values()} - {movement for movement, _ in held(Day())}
    assert free == {
        *("M01", "M02", "M03", "M10", "M11", "M12", "M20", "M21", "M30a", "M31", "M33", "M50")
    }
