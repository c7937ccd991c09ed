"""Would each kind of gap between two content files be found, and named?

Each gap is planted: one id more in one place than in the other.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from spineward.clinical import content_check
from spineward.clinical.catalogue import ContentError, limits, zones
from spineward.clinical.hazards import hazards
from spineward.clinical.intake import BACKGROUND, CLEARANCES, FEATURES, MEDICINES
from spineward.clinical.library import EXCLUSIONS, movements
from spineward.clinical.open_points import open_points
from spineward.clinical.questions import Field, Form, Item, Line, Page, items
from spineward.clinical.register.differences import differences
from spineward.clinical.rulebook import rulebook

ASKED = Line("x", feeds=(), items=("A99",), background=("shoes",), clearance=("CL9",))
UNSOURCED = {
    "rulebook": {"A1": replace(rulebook()["A1"], sources=("NOBODY",), hazards=("H-99",))},
    "movements": {"M10": replace(movements()["M10"], sources=("NOBODY",))},
    "limits": {**limits(), "severe": replace(limits()["severe"], source="J NOBODY")},
}
ONE_MORE = {**items(), "A99": Item("A99")}


def _function(value: Any) -> Any:
    return value if isinstance(value, frozenset | tuple) else lambda: value


@pytest.mark.parametrize(
    ("name", "planted", "found"),
    [
        ("pages", {"Q9": Page("Q9", (ASKED,))}, "red_flags.toml: items: A99 is unknown"),
        ("pages", {"Q9": Page("Q9", (ASKED,))}, "red_flags.toml: items: A1 is never asked"),
        ("pages", {"Q9": Page("Q9", (ASKED,))}, "red_flags.toml: background: shoes is unknown"),
        ("pages", {"Q9": Page("Q9", (ASKED,))}, "red_flags.toml: clearance: CL9 is unknown"),
        ("items", ONE_MORE, "red_flags.toml: items: A99 is never asked"),
        ("items", ONE_MORE, "red_flags.toml: items: A99 is unknown"),
        ("items", ONE_MORE, "words: item.A99.question is missing"),
        (
            *("forms", {"f": Form("f", (Field("shoes", "feature"),))}),
            "check_in.toml: features: shoes is unknown",
        ),
        ("medicines", {"g": ("tea",)}, "medicines.toml: medicines: tea is unknown"),
        ("rulebook", UNSOURCED["rulebook"], "rule A1: the source NOBODY is unknown"),
        ("rulebook", UNSOURCED["rulebook"], "rule A1: the hazard H-99 is unknown"),
        ("rulebook", UNSOURCED["rulebook"], "words: rule.A2.name belongs to nothing"),
        ("movements", UNSOURCED["movements"], "movement M10: the source NOBODY is unknown"),
        ("movements", UNSOURCED["movements"], "words: movement.M11.name belongs to nothing"),
        ("limits", UNSOURCED["limits"], "limits.toml: severe: the source NOBODY is unknown"),
        ("limits", {}, "limits.toml: severe is missing; a rule uses it"),
        (
            *("limits", {"moon.days": replace(limits()["severe"], id="moon.days")}),
            "limits.toml: moon.days is used by nothing",
        ),
        ("zones", {**zones(), "moon": ()}, "words: zone.moon is missing"),
        ("EXCLUSIONS", (*EXCLUSIONS, "moon"), "words: exclusion.moon is missing"),
        ("BACKGROUND", BACKGROUND | {"moon"}, "words: background.moon is missing"),
        ("CLEARANCES", CLEARANCES | {"moon"}, "words: clearance.moon is missing"),
        ("MEDICINES", MEDICINES | {"moon"}, "words: medicine.moon is missing"),
        ("FEATURES", FEATURES | {"moon"}, "words: feature.moon is missing"),
        (
            *("open_points", {1: replace(next(iter(open_points().values())), rules=("Z9",))}),
            "the rule Z9 is unknown",
        ),
    ],
)
def test_what_one_file_names_and_the_other_does_not_is_found(
    monkeypatch: pytest.MonkeyPatch, name: str, planted: Any, found: str
) -> None:
    monkeypatch.setattr(content_check, name, _function(planted))
    of_ids = [check for check in content_check.CHECKS if check is not differences]
    assert [one for check in of_ids for one in check() if one.endswith(found)]


def _refused() -> Iterable[str]:
    raise ContentError("this cannot be read")


def test_a_file_that_cannot_be_read_is_one_finding_among_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    checks = (lambda: ["one", "two"], _refused, lambda: ["three"])
    monkeypatch.setattr(content_check, "CHECKS", checks)
    assert content_check.problems() == ["one", "two", "this cannot be read", "three"]


def test_hazards_whose_scales_cannot_be_read_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content_check, "scales", _refused)
    assert "this cannot be read" in content_check.problems()


def test_a_longer_word_is_not_taken_for_a_shorter_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is said about a zone is not the zone."""
    monkeypatch.setattr(content_check, "words", lambda: {"zone.moon.more": "Further up."})
    assert list(content_check._words("zone", ())) == []
    assert list(content_check._words("zone", ("moon",), "more")) == []
    assert list(content_check._words("zone", ("moon",))) == ["words: zone.moon is missing"]


def test_a_control_and_its_rule_that_do_not_name_each_other_are_both_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The first hazard, answered by another rule alone."""
    one = next(iter(hazards().values()))
    elsewhere = next(id for id, rule in rulebook().items() if one.id not in rule.hazards)
    planted = replace(one, controls=(replace(one.controls[0], rules=(elsewhere,)),))
    monkeypatch.setattr(content_check, "hazards", lambda: {one.id: planted})
    found = list(content_check._hazards())
    named = f"hazards.toml: {one.id}: a control names rule {elsewhere}, which does not say"
    assert [line for line in found if line.startswith(named)]
    assert [line for line in found if "and no control names that rule" in line]
