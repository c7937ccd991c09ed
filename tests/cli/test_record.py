"""Does `spineward rules record` write a change, ask for its reason, and let a clinician sign?

Hazards: H-21.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from spineward.cli import record
from spineward.cli.__main__ import main
from spineward.clinical.register.entries import FILE, Key, Register, register
from spineward.clinical.register.recording import as_toml, recorded
from spineward.clinical.register.standing import standing


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the file is written instead, with content that agrees with it."""
    monkeypatch.setattr(record, "files", lambda package: tmp_path)
    monkeypatch.setattr(record, "register", agreeing)
    monkeypatch.setattr(record, "standing", stands)
    (tmp_path / FILE).write_text(as_toml(agreeing()), "utf-8")
    return tmp_path


@cache
def stands() -> Mapping[Key, Mapping[str, Any]]:
    """What stands; read once, since all of it is looked over for that."""
    return standing()


@cache
def agreeing() -> Register:
    """A register in which all that stands is recorded."""
    first = next(iter(register().changes.values()))
    return recorded(register(), stands(), list(stands()), first)


def change(monkeypatch: pytest.MonkeyPatch, key: Key, part: str, value: object) -> None:
    """Let one part of what stands differ."""
    now: dict[Key, dict[str, Any]] = {key: dict(parts) for key, parts in stands().items()}
    now[key][part] = value
    monkeypatch.setattr(record, "standing", lambda: now)


WHY = ("--what", "Say it shorter", "--affects", "everyone with A1")


def test_a_change_is_written_with_its_reason(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    change(monkeypatch, ("rule", "A1"), "do", "Call now.")
    assert main(["rules", "record", "A1", *WHY]) == 0
    assert capsys.readouterr().out == "recorded: rule A1\n"
    text = (folder / FILE).read_text("utf-8")
    assert 'do = "Call now."' in text
    assert 'what = "Say it shorter"' in text


@pytest.mark.parametrize("said", [(), WHY[:2], WHY[2:]], ids=["nothing", "no whom", "no what"])
def test_a_change_without_reason_is_not_written(
    said: tuple[str, ...],
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    change(monkeypatch, ("rule", "A1"), "do", "Call now.")
    before = (folder / FILE).read_text("utf-8")
    assert main(["rules", "record", "A1", *said]) == 2
    assert "say --what changed and whom it --affects" in capsys.readouterr().err
    assert (folder / FILE).read_text("utf-8") == before


def test_an_unknown_id_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "record", "A99", *WHY]) == 2
    assert "there is nothing called a99 to record" in capsys.readouterr().err


def test_where_nothing_differs_nothing_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (folder / FILE).read_text("utf-8")
    assert main(["rules", "record", *WHY]) == 0
    assert "Nothing differs" in capsys.readouterr().out
    assert (folder / FILE).read_text("utf-8") == before


def test_a_clinician_signs_what_stands(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "record", "row5", "--reader", "Ada Reader, physiotherapist"]) == 0
    assert capsys.readouterr().out == "signed: rule row5\n"
    assert 'reader = "Ada Reader, physiotherapist"' in (folder / FILE).read_text("utf-8")


def test_what_changed_since_is_not_signed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    change(monkeypatch, ("rule", "A1"), "do", "Call now.")
    assert main(["rules", "record", "A1", "--reader", "Ada Reader"]) == 2
    assert "record the change first" in capsys.readouterr().err
