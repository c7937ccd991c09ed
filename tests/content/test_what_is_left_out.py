"""Is a hole in the content named, so that whoever writes it knows what to add? Hazards: H-21.

Each test leaves one thing out and reads what is said.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from spineward.clinical import content_check
from spineward.clinical.catalogue import words
from spineward.clinical.intake import CLEARANCES
from spineward.clinical.library import EXCLUSIONS
from spineward.clinical.rulebook import rulebook

Planted = Callable[[str, Any], None]


@pytest.fixture
def plant(monkeypatch: pytest.MonkeyPatch) -> Planted:
    """Let the check see something else under this name."""

    def put(name: str, value: Any) -> None:
        monkeypatch.setattr(content_check, name, value)

    return put


def test_content_without_a_hole_says_nothing() -> None:
    assert list(content_check._questions()) == []
    assert list(content_check._named()) == []
    assert list(content_check._rules()) == []


def test_a_clearance_that_no_page_asks_for_is_named(plant: Planted) -> None:
    plant("CLEARANCES", CLEARANCES | {"CL9"})
    found = list(content_check._questions())
    assert found == ["red_flags.toml: clearance: CL9 is never asked"]


def test_an_exclusion_without_words_is_named(plant: Planted) -> None:
    plant("EXCLUSIONS", EXCLUSIONS | {"too_windy"})
    assert list(content_check._named()) == ["words: exclusion.too_windy is missing"]


def test_a_rule_that_answers_an_unknown_hazard_is_named(plant: Planted) -> None:
    rules = {**rulebook(), "A1": replace(rulebook()["A1"], hazards=("H-99",))}
    plant("rulebook", lambda: rules)
    assert list(content_check._rules()) == ["rule A1: the hazard H-99 is unknown"]


@pytest.mark.parametrize("part", ["name", "why", "do"])
def test_a_rule_without_its_name_its_reason_or_what_to_do_is_named(
    plant: Planted, part: str
) -> None:
    known = words()
    plant("words", lambda: {id: text for id, text in known.items() if id != f"rule.A1.{part}"})
    assert list(content_check._rules()) == [f"words: rule.A1.{part} is missing"]


def test_a_number_used_deep_in_the_program_counts_as_used() -> None:
    """The check reads every folder: a rule lies two below the top."""
    assert "def fever_with_nerve_signs" in content_check._code()
