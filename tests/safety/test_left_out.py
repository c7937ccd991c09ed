"""What does an answer that is left out, or too old, open? Never more than easing.

Hazards: H-05 old answers used today, H-09 a chart not answered, H-23 answers left out.
"""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from spineward.clinical.assessment import assess
from spineward.clinical.facts import Gate
from spineward.clinical.missing import ALWAYS, required_items
from tests.cases.build import NOW, ago, established

CALM = established("r5:3")


def test_with_every_answer_given_movement_is_open() -> None:
    found = assess(CALM)
    assert (found.movement_gate, found.missing) == (Gate.FULL, ())


@pytest.mark.parametrize("name", ALWAYS)
def test_a_required_answer_left_out_leaves_easing_only_and_is_named(name: str) -> None:
    nothing: dict[str, Any] = {name: None}
    found = assess(replace(CALM, **nothing))
    assert found.movement_gate >= Gate.EASE_ONLY
    assert name in found.missing


@pytest.mark.parametrize("item", required_items())
def test_a_warning_sign_not_asked_leaves_easing_only_and_is_named(item: str) -> None:
    rest = {name: answer for name, answer in CALM.item.items() if name != item}
    found = assess(replace(CALM, item=rest))
    assert found.movement_gate >= Gate.EASE_ONLY
    assert f"item.{item}" in found.missing


@pytest.mark.parametrize(("days", "fresh"), [(7, True), (7.1, False), (-0.1, False)])
def test_a_full_screen_counts_for_a_week_and_one_from_the_future_not_at_all(
    days: float, fresh: bool
) -> None:
    found = assess(replace(CALM, screened_at=ago(days=days)))
    assert (found.movement_gate == Gate.FULL) is fresh
    assert ("screen" in found.missing) is not fresh
    assert fresh or found.movement_gate >= Gate.EASE_ONLY


@pytest.mark.parametrize(("minutes", "fresh"), [(30, True), (31, False)])
def test_the_questions_before_a_session_count_for_half_an_hour(minutes: int, fresh: bool) -> None:
    found = assess(replace(CALM, session_screen_at=NOW - timedelta(minutes=minutes)))
    assert (found.movement_gate == Gate.FULL) is fresh
    assert fresh or found.movement_gate >= Gate.EASE_ONLY
