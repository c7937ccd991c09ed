"""Is each thing in which two decisions differ told, with its direction? Hazards: H-05.

Replay misses a change of the rules when one field is not compared, so every field of a stored
decision, an offer, a session and a set is changed here by itself.
"""

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from spineward.clinical.facts import ExerciseSession, SetRecord, SetVerdict
from spineward.export.differences import direction, of_decisions, of_sessions, of_sets
from spineward.export.words import Held, Locked, Offered, Words

OFFER = Offered(
    "M10", (5, 10), (1, 2), (3, 5), (5, 10), (1, 2), ("half_range",), ("start_low",), True
)
LOCK = Locked("2026-11-20T09:00:00Z", ("A1",), "EMERGENCY", ("examined", "fresh_screen"))
WAS = Words(
    care_level="SOON",
    within_days=14,
    movement_gate="LIMITED",
    gate_reasons=("C5",),
    state="CALM",
    pattern="ROOT",
    patterns=("ROOT",),
    nsaid="NO",
    nsaid_reasons=("pregnant",),
    fired=("C5",),
    excluded=(Held("M60", "gate"),),
    locked=LOCK,
    missing=(),
    offered=(OFFER,),
)
DECISIONS: list[tuple[str, Any, str]] = [
    ("care_level", "ROUTINE", "looser"),
    ("care_level", "SAME_DAY", "stricter"),
    ("within_days", 28, "looser"),
    ("within_days", None, "looser"),
    ("within_days", 3, "stricter"),
    ("movement_gate", "FULL", "looser"),
    ("movement_gate", "BLOCK", "stricter"),
    ("gate_reasons", ("C10",), "reasons"),
    ("state", "FLARE_MODERATE", "reasons"),
    ("pattern", "DGS", "reasons"),
    ("patterns", ("ROOT", "DGS"), "reasons"),
    ("nsaid", "ASK_FIRST", "looser"),
    ("nsaid_reasons", (), "reasons"),
    ("fired", (), "reasons"),
    ("excluded", (), "reasons"),
    ("locked", None, "looser"),
    ("locked", replace(LOCK, level="SAME_DAY"), "looser"),
    ("locked", replace(LOCK, rules=("B3",)), "looser"),
    ("locked", replace(LOCK, rules=("A1", "B3")), "stricter"),
    ("locked", replace(LOCK, steps=("fresh_screen",)), "looser"),
    ("missing", ("age",), "reasons"),
    ("offered", (), "stricter"),
    ("offered", (OFFER, Offered("M20")), "looser"),
]
OFFERS: list[tuple[str, Any, str]] = [
    *((name, (20, 30), "looser") for name in ("reps", "sets", "hold_s", "minutes", "times_a_day")),
    *((name, (1, 1), "stricter") for name in ("reps", "sets", "hold_s", "minutes", "times_a_day")),
    ("reps", (8, 10), "looser"),
    ("minutes", None, "looser"),
    ("limits", (), "looser"),
    ("limits", ("half_range", "seated"), "stricter"),
    ("in_plan", False, "stricter"),
]
AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
SET = SetRecord("M10", AT, 4, "NEURO_SENSORY", SetVerdict.STOP_SESSION, "still_one_grade")
SESSION = ExerciseSession(AT, AT + timedelta(minutes=9), (), (SET,), ("SS4",))


def test_nothing_differs_from_itself() -> None:
    assert of_decisions(WAS, WAS) == []
    assert of_sets(SET, SET) == of_sets(None, None) == []
    assert of_sessions(SESSION, SESSION) == []


@pytest.mark.parametrize(("name", "now", "way"), DECISIONS)
def test_each_part_of_a_decision_is_told_with_its_direction(name: str, now: Any, way: str) -> None:
    change: dict[str, Any] = {name: now}
    assert direction(of_decisions(WAS, replace(WAS, **change))) == way


def test_no_part_of_a_decision_is_left_out() -> None:
    assert {name for name, _, _ in DECISIONS} == {one.name for one in fields(Words)}


@pytest.mark.parametrize(("name", "now", "way"), OFFERS)
def test_each_part_of_an_offer_is_told_with_its_direction(name: str, now: Any, way: str) -> None:
    change: dict[str, Any] = {name: now}
    after = replace(WAS, offered=(replace(OFFER, **change),))
    assert direction(of_decisions(WAS, after)) == way


@pytest.mark.parametrize(
    ("changes", "way"),
    [
        ({"verdict": SetVerdict.STOP_MOVEMENT}, "looser"),
        ({"verdict": SetVerdict.STOP_AND_ESCALATE}, "stricter"),
        ({"at_30": "settled"}, "looser"),
        ({"at_30": "still"}, "stricter"),
        ({"label": "REDUCED"}, "reasons"),
        ({"row": 5}, "reasons"),
    ],
)
def test_each_part_of_a_set_is_told_with_its_direction(changes: dict[str, Any], way: str) -> None:
    assert direction(of_sets(SET, replace(SET, **changes))) == way


@pytest.mark.parametrize(
    ("changes", "way"),
    [
        ({"stops": ()}, "looser"),
        ({"stops": ("SS4", "SS6")}, "stricter"),
        ({"ended": None}, "looser"),
        ({"ended": AT + timedelta(minutes=10)}, "looser"),
        ({"ended": AT + timedelta(minutes=8)}, "stricter"),
    ],
)
def test_each_part_of_a_session_is_told_with_its_direction(
    changes: dict[str, Any], way: str
) -> None:
    assert direction(of_sessions(SESSION, replace(SESSION, **changes))) == way
