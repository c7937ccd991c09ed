"""What holds once a sign was examined and nobody said that exercise is fine? Only easing.

The clinical specification says so for weakness alone (C13 (b)); the other A items follow it.
"""

from typing import Any

import pytest

from spineward.clinical.assessment import assess
from spineward.clinical.facts import Assessment, CareLevel, Examined, Gate
from spineward.clinical.rules.levels import NERVES
from tests.cases.build import days_ago, established


def examined(item: str, told: Examined | None, days: int = 20, **more: Any) -> Assessment:
    """This sign began so many days ago and was examined a day later, with this word on exercise."""
    answer = "changed" if item == "A4" else "yes"
    return assess(
        established(
            "r5:3",
            episode_start=days_ago(21),
            leg_onset=days_ago(21),
            item={item: answer},
            since={item: days_ago(days)},
            examined={item: days_ago(days - 1)},
            told_ok={} if told is None else {item: told},
            **more,
        )
    )


@pytest.mark.parametrize("item", NERVES)
@pytest.mark.parametrize("told", ["no", "not_discussed", None])
def test_who_was_not_told_that_exercise_is_fine_only_eases(
    item: str, told: Examined | None
) -> None:
    found = examined(item, told)
    assert found.fired == (f"{item} not_fine",)
    assert (found.care_level, found.movement_gate) == (CareLevel.ROUTINE, Gate.EASE_ONLY)
    assert found.within_days == 28


@pytest.mark.parametrize("item", NERVES)
def test_who_was_told_so_moves_freely(item: str) -> None:
    found = examined(item, "yes")
    assert (found.fired, found.movement_gate) == ((), Gate.FULL)


def test_within_fourteen_days_the_emergency_stays() -> None:
    assert examined("A5", "no", days=14).care_level == CareLevel.EMERGENCY


@pytest.mark.parametrize("told", ["no", "not_discussed"])
def test_a_weakness_is_read_by_its_own_rule(told: Examined) -> None:
    found = examined("A7", told)
    assert found.fired == ("C13",)
    assert (found.care_level, found.movement_gate) == (CareLevel.ROUTINE, Gate.EASE_ONLY)


@pytest.mark.parametrize(("told", "gate"), [("no", Gate.EASE_ONLY), (None, Gate.FULL)])
def test_where_exercise_is_not_asked_about_only_a_word_against_it_counts(
    told: Examined | None, gate: Gate
) -> None:
    assert examined("A13", told).movement_gate is gate
