"""Do the small commands say what they are asked: help, version, rules, schema, content?"""

import json
import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import spineward
from spineward.cli import explained
from spineward.cli.__main__ import COMMANDS, main
from spineward.clinical.explain import explain
from spineward.clinical.hazards import hazards
from spineward.clinical.open_points import open_points
from spineward.clinical.register import last_change
from spineward.clinical.rulebook import limits_of, rulebook
from tests.cli.program import EXAMPLES, ask, run


def said(capsys: pytest.CaptureFixture[str], *asked: str, code: int = 0) -> str:
    """What the command prints, on standard output or, when it refuses, on standard error."""
    assert main(list(asked)) == code
    out, err = capsys.readouterr()
    return err if code else out


def test_asked_for_nothing_it_tells_what_can_be_asked(capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys)
    assert told.startswith("usage: spineward")
    for command in COMMANDS:
        assert re.search(rf"^    {command} ", told, re.MULTILINE)


def test_it_tells_its_version() -> None:
    done = run("--version")
    assert (done.returncode, done.stdout.decode()) == (0, f"spineward {spineward.__version__}\n")


@pytest.mark.parametrize("asked", [["nonsense"], ["assess", "--line"], ["schema", "x"], ["rules"]])
def test_what_is_no_command_is_refused_with_code_2(asked: list[str]) -> None:
    done = run(*asked)
    assert done.returncode == 2
    assert b"error: " in done.stderr
    assert done.stdout == b""


def test_the_example_of_each_command_is_answered() -> None:
    assessed = run("assess", str(EXAMPLES / "situation.json"))
    assert list(json.loads(assessed.stdout)) == [
        "care_level",
        "within_days",
        "movement_gate",
        "pattern",
        "patterns",
        "nsaid",
        "nsaid_reasons",
        "fired",
        "excluded",
        "locked",
        "missing",
        "offered",
    ]
    responded = run("respond", given=(EXAMPLES / "set.json").read_bytes())
    assert json.loads(responded.stdout) == {
        "label": "PERIPHERALIZED",
        "set_verdict": "STOP_MOVEMENT",
        "fired": ["row 5"],
    }


def test_a_refused_input_ends_with_code_2_and_one_line() -> None:
    for command in ("assess", "respond"):
        done = ask(command, given="[]")
        assert (done.returncode, done.stdout) == (2, b"")
        told = f"spineward {command}: input: [] is not allowed; an object\n"
        assert done.stderr.decode() == told


def test_every_rule_is_listed_on_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    lines = said(capsys, "rules", "list").splitlines()
    assert [line.split()[0] for line in lines] == list(rulebook())
    assert all(len(line.split()) >= 2 for line in lines)


@pytest.mark.parametrize("id", sorted(rulebook()))
def test_every_rule_is_explained(id: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, "rules", "explain", id)
    assert told.replace(" ", "", 1).startswith(id.replace(" ", ""))
    assert rulebook()[id].statement in told
    assert "Shown to the person: " in told
    assert "What to do: " in told
    for source in rulebook()[id].sources:
        assert f"Source  {source}: " in told
    for hazard in rulebook()[id].hazards:
        assert f"Hazard  {hazard}: {hazards()[hazard].title}" in told
    for number in limits_of(rulebook()[id]):
        assert f"Number  {number} = " in told
    assert f"Changed {last_change(id).on}: {last_change(id).what}" in told


def test_an_explanation_shows_each_number_with_its_bounds_and_source(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = said(capsys, "rules", "explain", "A1")
    assert "Number  new.days = 14 days (14 to 90)" in told
    assert "[BMJBP: We checked the text or a summary]" in told


def test_an_explanation_shows_the_question_that_waits_for_a_clinician(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = said(capsys, "rules", "explain", "A4")
    assert f"Point   1: {open_points()[1].now} {open_points()[1].question} open\n" in told


def test_an_explanation_names_who_read_the_rule_and_answered_its_point(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = "P. Reader, physiotherapist"
    rule = explain("B2")
    point = replace(rule.points[0], answer="Confirmed", reader=reader, on=date(2027, 1, 31))
    told = replace(rule, points=(point,), change=replace(rule.change, reader=reader))
    monkeypatch.setattr(explained, "explain", lambda id: told)
    printed = said(capsys, "rules", "explain", "B2")
    assert f"{point.question} Confirmed ({reader}, 2027-01-31)\n" in printed
    assert printed.endswith(f"Read by {reader}\n")


@pytest.mark.parametrize(
    ("written", "id"),
    [("a1", "A1"), ("A4?", "A4"), ("A7 seen", "A7"), ("A1 muted", "A1"), ("row 5", "row 5")],
)
def test_an_id_is_found_as_it_stands_in_an_answer(
    written: str, id: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(capsys, "rules", "explain", written).startswith(f"{id}  ")


def test_an_id_that_is_no_rule_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, "rules", "explain", "A\n99", code=2)
    assert told == (
        'spineward rules: there is no rule "A\\n99"; `spineward rules list` shows them\n'
    )


def test_the_content_is_sound(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "content", "check") == "content: sound\n"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package whose content a test may spoil."""
    package = tmp_path / "spineward"
    ignored = shutil.ignore_patterns("static", "__pycache__", "migrations")
    shutil.copytree(Path(spineward.__file__).parent, package, ignore=ignored)
    return package


def _spoil(file: Path, before: str, after: str) -> None:
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), "utf-8")


@pytest.mark.parametrize(
    ("name", "before", "after", "told"),
    [
        ("limits.toml", "value = 14", "value = 1400", "is not allowed;"),
        ("zones.toml", "[[zone]]", "[[zone", "zones.toml: "),
        ("words/en/zones.toml", "sole =", "soles =", "sole"),
    ],
)
def test_content_that_is_not_sound_is_named(
    copy: Path, name: str, before: str, after: str, told: str
) -> None:
    _spoil(copy / "content" / name, before, after)
    done = run("content", "check", PYTHONPATH=str(copy.parent), PYTHONSAFEPATH="1")
    assert done.returncode == 1
    assert told in done.stderr.decode()
    assert "sound" not in done.stdout.decode()


def test_no_command_runs_on_content_that_cannot_be_read(copy: Path) -> None:
    _spoil(copy / "content" / "zones.toml", "[[zone]]", "[[zone")
    done = run("assess", given="{}", PYTHONPATH=str(copy.parent), PYTHONSAFEPATH="1")
    assert done.returncode == 1
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("spineward: the content is not sound: zones.toml: ")
