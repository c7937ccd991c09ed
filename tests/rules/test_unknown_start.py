"""What if nobody knows when it began? It is read as new, and no visit covers it (0.4).

The start of the episode, and the leg symptoms after an injection or operation (A14).
"""

from dataclasses import replace
from typing import Any

import pytest

from spineward.clinical.assessment import assess
from spineward.clinical.case import Case
from spineward.clinical.facts import (
    CareLevel,
    CheckInRecord,
    History,
    LockRecord,
    Situation,
    SpineProcedure,
)
from spineward.clinical.legs import known_bilateral
from tests.cases.build import ago, chart, days_ago, typical
from tests.cases.triage import EMERGENCY

CANCER: dict[str, Any] = {"background": {"cancer": "yes"}}
EPIDURAL = (SpineProcedure("injection_or_epidural", days_ago(5)),)


def unknown_start(text: str, **more: Any) -> Situation:
    """Someone who never said when this bout began."""
    return typical(text, episode_start=None, **more)


# --- the start of the episode ----------------------------------------------------------------


def test_back_pain_after_cancer_is_not_covered_by_a_visit_of_unknown_episode() -> None:
    """B4."""
    seen = {"examined": {"B4": days_ago(1)}}
    assert "B4" in assess(unknown_start("back:7", **CANCER, **seen)).fired
    assert "B4" not in assess(typical("back:7", **CANCER, **seen)).fired


def test_leg_pain_after_cancer_is_neither_examined_nor_reviewed_then() -> None:
    """C2."""
    examined = {"examined": {"C2": days_ago(1)}}
    reviewed = {"reviewed": {"C2": days_ago(1)}, "told_ok": {"C2": "yes"}}
    for known in (examined, reviewed):
        assert "C2" in assess(unknown_start("r5:3", **CANCER, **known)).fired
        assert "C2" not in assess(typical("r5:3", **CANCER, **known)).fired


@pytest.mark.parametrize("dated", [{}, {"since": {"C4": days_ago(10)}}])
def test_a_review_settles_nothing_in_an_episode_that_has_no_start(dated: dict[str, Any]) -> None:
    """1.5 holds for this episode only."""
    night = {"item": {"C4": "yes"}, "reviewed": {"C4": days_ago(0)}, "told_ok": {"C4": "yes"}}
    assert "C4" in assess(unknown_start("r5:3", **night, **dated)).fired
    assert "C4" not in assess(typical("r5:3", **night, **dated)).fired


def test_a_released_lock_of_an_unknown_episode_makes_no_leg_known() -> None:
    """0.3: "known bilateral" is a matter of this episode."""
    lock = LockRecord(ago(days=5), ("A5",), CareLevel.EMERGENCY, released_at=ago(days=1))
    history = History(locks=(lock,))
    assert not known_bilateral(Case(unknown_start("r5:3 left/r5:3", history=history)))
    assert known_bilateral(Case(typical("r5:3 left/r5:3", history=history)))


# --- after an injection or operation (A14) ---------------------------------------------------


def numb_foot(**more: Any) -> Situation:
    """A numb foot five days after an epidural, with nothing ticked."""
    return typical("r5:3 nb8:2", spine_procedure=EPIDURAL, **more)


@pytest.mark.parametrize("onset", [days_ago(2), days_ago(5), "none"])
def test_a_foot_numb_since_the_epidural_is_an_emergency_at_first_use(onset: object) -> None:
    found = assess(numb_foot(episode_start=days_ago(30), leg_onset=onset))
    assert found.fired == ("A14",)
    assert found.care_level == EMERGENCY


def test_a_foot_numb_for_nobody_knows_how_long_is_one_too() -> None:
    assert "A14" in assess(replace(numb_foot(), leg_onset=None)).fired


def test_leg_symptoms_from_before_the_epidural_are_not_new() -> None:
    assert assess(numb_foot(episode_start=days_ago(30), leg_onset=days_ago(6))).fired == ()


def test_a_chart_from_before_the_epidural_says_more_than_the_onset() -> None:
    known = CheckInRecord(at=ago(days=6), leg_now=3, back_now=0, chart=chart("r5:3 nb8:2"))
    history = History(check_ins=(known,))
    person = numb_foot(episode_start=days_ago(30), leg_onset=days_ago(2), history=history)
    assert "A14" not in assess(person).fired
