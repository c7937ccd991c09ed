"""Does a lived diary replay as it was decided, and is a changed rule told with its direction?

Hazards: H-05.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from spineward.cli.__main__ import main
from spineward.clinical import catalogue
from spineward.clinical.rules import flare, same_day, set_rows
from spineward.clinical.rules.rule import RulesOf
from spineward.diary import knowing
from spineward.diary.versions import rules_version
from spineward.export import reading
from spineward.export.archived import ArchiveRows, Shelves
from spineward.export.differences import Change, direction
from tests.cast import owner
from tests.diary.life import ABOUT
from tests.export.weeks import Life, archived, three_weeks_archived

pytestmark = pytest.mark.django_db
KEPT = Path(__file__).parent / "archives" / "version-1.zip"
"""Three weeks as the first program with archives wrote them; never to be written anew."""
ROWS = {
    "answers": 45,
    "check_ins": 8,
    "weekly": 1,
    "decisions": 17,
    "locks": 1,
    "lock_releases": 1,
    "sessions": 5,
    "session_events": 26,
    "session_summaries": 6,
    "notes": 1,
    "set_aside": 0,
    "told": 0,
}


@pytest.fixture
def weeks(tmp_path: Path) -> Path:
    """The archive of three lived weeks."""
    file = tmp_path / "weeks.zip"
    file.write_bytes(three_weeks_archived())
    return file


@pytest.fixture
def moved(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, int], None]]:
    """Gives one number another value for the length of a test."""
    known = dict(catalogue.limits())

    def move(id: str, value: int) -> None:
        changed = known | {id: replace(known[id], value=value)}
        monkeypatch.setattr(catalogue, "limits", lambda: changed)
        catalogue.limit.cache_clear()

    yield move
    monkeypatch.undo()
    catalogue.limit.cache_clear()


def off(monkeypatch: pytest.MonkeyPatch, rules: RulesOf[Any, Any], id: str) -> None:
    """Switch one rule off."""
    left = [rule for rule in rules.rules if rule.id != id]
    assert len(left) == len(rules.rules) - 1
    monkeypatch.setattr(rules, "rules", left)


def replayed(file: Path, capsys: pytest.CaptureFixture[str], code: int) -> list[str]:
    """The lines that the command prints."""
    assert main(["replay", str(file)]) == code
    out, error = capsys.readouterr()
    assert error == ""
    return out.splitlines()


def as_json(file: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """What the command prints with --json."""
    main(["replay", str(file), "--json"])
    printed: dict[str, Any] = json.loads(capsys.readouterr().out)
    return printed


def test_three_lived_weeks_are_decided_again_as_they_were(
    weeks: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    *differences, summary, versions = replayed(weeks, capsys, 0)
    assert differences == []
    assert summary == (
        "28 moments decided again, 0 differ: 0 looser, 0 stricter, 0 only in reasons"
    )
    assert f"Rules then: {rules_version()}; today: {rules_version()}." in versions
    told = as_json(weeks, capsys)
    assert (told["moments"], told["differ"], told["differences"]) == (28, 0, [])


def test_a_set_row_switched_off_is_told_as_looser(
    weeks: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    off(monkeypatch, set_rows.WORSE, "row 5")
    session, one_set, summary, _ = replayed(weeks, capsys, 1)
    assert session == "LOOSER    21 Nov 2026 09:11, session: ended 09:44, now 10:19"
    assert one_set == (
        "LOOSER    21 Nov 2026 09:14, set of M10: was STOP_SESSION (row 5, PERIPHERALIZED), "
        "now CONTINUE_CAUTION (row 12, NO_CHANGE)"
    )
    assert "28 moments decided again, 2 differ: 2 looser, 0 stricter" in summary


def test_a_rule_switched_off_behind_a_stricter_one_changes_reasons_only(
    weeks: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    off(monkeypatch, flare.RULES, "FLARE_SEVERE")
    first, *_, summary, _ = replayed(weeks, capsys, 1)
    assert first == (
        "reasons   22 Nov 2026 09:19, check-in: FLARE_SEVERE no longer fires; the gate was closed "
        "by FLARE_SEVERE, N1, incomplete, now by N1, incomplete"
    )
    assert summary.endswith("5 differ: 0 looser, 0 stricter, 5 only in reasons")


def test_a_red_flag_switched_off_opens_the_gate_and_the_lock(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    life = Life(owner())
    life.screen()
    life.answer("about", ABOUT)
    life.answer("item.B7", {"item": {"B7": "yes"}, "since": {"B7": "2026-11-20"}})
    life.check_in("first")
    file = tmp_path / "rash.zip"
    file.write_bytes(archived(life.person))
    off(monkeypatch, same_day.RULES, "B7")
    (difference, *_) = replayed(file, capsys, 1)
    assert difference == (
        "LOOSER    20 Nov 2026 08:00, check-in: was BLOCK (B7, lock), now LIMITED "
        "(first_sessions); care level was SAME_DAY, now SELF_CARE; no lock any more; "
        "B7 no longer fires"
    )
    (told,) = as_json(file, capsys)["differences"]
    assert told["direction"] == "looser"
    changed = {change["what"]: (change["was"], change["now"]) for change in told["changes"]}
    assert changed["movement_gate"] == ("BLOCK", "LIMITED")
    assert changed["care_level"] == ("SAME_DAY", "SELF_CARE")


@pytest.mark.parametrize(
    ("limit", "value", "told", "way"),
    [
        ("screen.days", 1, "was LIMITED (first_sessions), now EASE_ONLY (incomplete)", "stricter"),
        ("t5.day", 42, "care level was ROUTINE, now SELF_CARE", "looser"),
        ("within.routine", 14, "to be seen within 28 days, now 14", "stricter"),
        ("cap.limited_movements", 1, "the plan was M10, M33, now M10", "stricter"),
        ("cap.limited_movements", 3, "the plan was M10, M33, now M10, M33, M30a", "looser"),
    ],
)
def test_a_number_that_is_moved_is_told_with_its_direction(
    weeks: Path,
    capsys: pytest.CaptureFixture[str],
    moved: Callable[[str, int], None],
    limit: str,
    value: int,
    told: str,
    way: str,
) -> None:
    moved(limit, value)
    said = as_json(weeks, capsys)
    assert said["differ"] == len(said["differences"]) > 0
    assert {one["direction"] for one in said["differences"] if told in one["said"]} == {way}


def test_what_is_stricter_and_looser_at_once_counts_as_looser() -> None:
    changes = [
        Change("movement_gate", "FULL", "LIMITED", "stricter", ""),
        Change("care_level", "SOON", "ROUTINE", "looser", ""),
        Change("fired", "C1", None, "reasons", ""),
    ]
    assert direction(changes) == "looser"
    assert direction(changes[::2]) == "stricter"
    assert direction(changes[2:]) == "reasons"


def test_an_archive_of_version_1_is_read_for_ever(capsys: pytest.CaptureFixture[str]) -> None:
    archive = reading.read(KEPT)
    assert archive.manifest.version == 1
    assert {table: len(lines) for table, lines in archive.tables.items()} == ROWS
    assert main(["replay", str(KEPT)]) in (0, 1)
    assert "28 moments decided again, " in capsys.readouterr().out


def test_of_version_2_a_decision_also_read_what_was_set_aside(
    capsys: pytest.CaptureFixture[str],
) -> None:
    archive = reading.read(KEPT.with_name("version-2.zip"))
    assert archive.manifest.version == 2
    assert len(archive.tables["set_aside"]) == 4
    last = archive.tables["decisions"][-1]
    assert last.basis["set_aside"] == 4
    shelves = Shelves(archive)
    for basis, sets in ((last.basis, [10, 5]), (last.basis | {"set_aside": 0}, [10])):
        known = knowing.situation(ArchiveRows(shelves, basis), last.at, for_session=False)
        assert [done.row for one in known.history.sessions for done in one.sets] == sets
    assert main(["replay", str(KEPT.with_name("version-2.zip"))]) in (0, 1)
    assert "decided again, " in capsys.readouterr().out
