"""Is what a person sees decided by today's rules, and never by bad content? H-05, H-21.

A decision is stored as a record. What is shown follows from the answers each time.
"""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

import spineward
from spineward.clinical.catalogue import limit
from spineward.clinical.rules import flare
from spineward.diary import journey
from tests.cast import owner
from tests.cli.program import run
from tests.diary.life import MORNING, first_check_in


@pytest.mark.django_db
def test_a_changed_number_changes_what_is_shown_at_the_next_look(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    person = owner()
    assert first_check_in(person).state == "CALM"
    monkeypatch.setattr(flare, "limit", lambda id: 4 if id == "flare.leg_severe" else limit(id))
    later = MORNING + timedelta(minutes=10)
    found = journey.assessment(person, now=later)
    assert (found.state, found.movement_gate.name) == ("FLARE_SEVERE", "EASE_ONLY")


@pytest.mark.slow
@pytest.mark.parametrize(
    "command", [("assess",), ("rules", "list"), ("up", "--no-browser", "--port", "0")]
)
def test_nothing_runs_with_a_number_out_of_its_bounds(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    package = tmp_path / "spineward"
    ignored = shutil.ignore_patterns("static", "__pycache__")
    shutil.copytree(Path(spineward.__file__).parent, package, ignore=ignored)
    limits = package / "content" / "limits.toml"
    text = limits.read_text("utf-8")
    assert 'id = "new.days"' in text
    head, tail = text.split('id = "new.days"')
    limits.write_text(f'{head}id = "new.days"{tail.replace("value = 14", "value = 1400", 1)}')
    done = run(
        *command,
        given="{}",
        PYTHONPATH=str(tmp_path),
        PYTHONSAFEPATH="1",
        SPINEWARD_DATA_DIR=str(tmp_path / "diary"),
    )
    assert done.returncode != 0
    assert "new.days = 1400 is not allowed" in done.stderr.decode()
