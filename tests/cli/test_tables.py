"""Does `spineward rules diff` say in words which situations a change moved? H-05, H-21."""

from dataclasses import replace
from inspect import unwrap
from pathlib import Path

import pytest

from spineward.cli.__main__ import main
from spineward.clinical import tables, wire
from spineward.clinical.moves import Move
from spineward.clinical.rulebook import rulebook
from spineward.clinical.rules import soon
from spineward.clinical.rules.levels import soon as within_two_weeks

TABLE = "soon.C1"


def diff(capsys: pytest.CaptureFixture[str], code: int) -> str:
    """What the command prints of the table of C1."""
    assert main(["rules", "diff", TABLE]) == code
    return capsys.readouterr().out


@pytest.fixture
def committed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The table of C1 alone, to be changed at will."""
    path = tmp_path / f"{TABLE}.txt"
    path.write_text(tables.written(TABLE), "utf-8")
    monkeypatch.setattr(tables, "FOLDER", tmp_path)
    return path


def test_without_a_change_nothing_moved(capsys: pytest.CaptureFixture[str]) -> None:
    assert "No situation is decided otherwise" in diff(capsys, 0)


def test_more_days_to_wait_are_looser_advice(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(soon, "soon_few", within_two_weeks)
    rules = {**rulebook(), "C1": replace(rulebook()["C1"], reads=unwrap(soon.unwell))}
    monkeypatch.setattr(tables, "rulebook", lambda: rules)
    assert (
        "4 situations that were to be seen soon within 3 days now are to be seen soon "
        "within 14 days (looser)"
    ) in diff(capsys, 1)


def test_a_rule_that_is_gone_shows_what_its_situations_are_without_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    left = {id: rule for id, rule in rulebook().items() if id != "C1"}
    monkeypatch.setattr(tables, "rulebook", lambda: left)
    said = diff(capsys, 1)
    assert "soon.C1: rule C1 is no longer among the rules" in said
    assert "situations that were to be seen soon now set nothing off (looser)" in said


@pytest.mark.parametrize(
    ("was", "now"),
    [("cases: ", "cases: 1"), ("yes |", "perhaps |"), ("== C1", "=== C1"), ("axis ", "ax ")],
)
def test_a_table_that_cannot_be_read_is_said_in_one_line(
    was: str, now: str, committed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = committed.read_text("utf-8")
    assert was in text
    committed.write_text(text.replace(was, now), "utf-8")
    assert diff(capsys, 1).startswith(f"{TABLE}: ")


def test_the_file_that_pages_carry_is_compared_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "response.json"
    file.write_text(wire.FILE.read_text("utf-8").replace("STOP_SESSION", "CONTINUE"), "utf-8")
    monkeypatch.setattr(wire, "FILE", file)
    assert main(["rules", "diff", "response.back"]) == 1
    said = capsys.readouterr().out
    assert "response.json: not what the rules say" in said


@pytest.mark.parametrize(
    ("before", "now", "direction"),
    [
        ("C1 SOON EASE_ONLY 3d", "C1 SOON EASE_ONLY 14d", "looser"),
        ("C1 SOON EASE_ONLY 14d", "C1 SOON EASE_ONLY 3d", "stricter"),
        ("C1 SOON EASE_ONLY 3d", "C1 SAME_DAY BLOCK 0d", "stricter"),
        ("C1 SOON EASE_ONLY 3d", "nothing", "looser"),
        ("C1 SOON LIMITED 14d", "C1 SOON EASE_ONLY 28d", "stricter in part, looser in part"),
        ("held_back gate (M30b M32)", "held_back gate (M32)", "looser"),
        ("held_back gate (M32)", "held_back C12 (M40) + gate (M32)", "stricter"),
        ("held_back CL3 (M40)", "held_back C12 (M41)", "stricter in part, looser in part"),
        ("open M01 M02", "open M01 M02 M20", "looser"),
        ("open M01", "held_back all", "stricter"),
        (
            "EASE_ONLY until given age chart",
            "EASE_ONLY until given age",
            "the same advice for other reasons",
        ),
        ("C1 SOON FULL 3d", "C4 SOON FULL 3d", "the same advice for other reasons"),
        (
            "C1 SOON FULL 14d + C4 ROUTINE FULL 28d",
            "C1 SOON FULL 14d",
            "the same advice for other reasons",
        ),
    ],
)
def test_which_way_a_move_went(before: str, now: str, direction: str) -> None:
    assert Move(before, now, 1, ()).direction == direction
