"""Does the command write and read FHIR, and say in plain lines what it did?

Hazards: H-12, H-22.
"""

import json
import os
import stat
from pathlib import Path

import pytest

from spineward.cli.__main__ import main
from tests.diary.programs import run
from tests.export.test_archive import MADE, asked

pytestmark = [pytest.mark.slow, pytest.mark.sqlite]


def test_a_diary_goes_out_and_comes_back_into_another_folder(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    assert run(MADE, here).returncode == 0
    file = tmp_path / "diary.json"
    done = run(asked("fhir", "export", str(file)), here)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{file}: 34 resources\n"
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    again = run(asked("fhir", "export", str(file)), here)
    assert (again.returncode, again.stderr) == (
        1,
        f"{file} is there already. It was left as it is.\n",
    )
    back = run(asked("fhir", "import", str(file), "--data-dir", str(there)), there)
    assert (back.returncode, back.stdout) == (
        0,
        "11 rows are new, 0 were known, 0 notes from elsewhere\n",
    )
    twice = run(asked("fhir", "import", str(file)), there)
    assert twice.stdout == "0 rows are new, 11 were known, 0 notes from elsewhere\n"


def test_what_was_refused_is_told_with_code_1(tmp_path: Path) -> None:
    file = tmp_path / "odd.json"
    file.write_text(json.dumps({"resourceType": "Immunization", "id": "1"}), "utf-8")
    done = run(asked("fhir", "import", str(file)), tmp_path / "diary")
    assert done.returncode == 1
    assert "Immunization/1 was refused: only pain Observations" in done.stderr
    file.write_text("no", "utf-8")
    done = run(asked("fhir", "import", str(file)), tmp_path / "diary")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.endswith(f"{file}: it is not JSON.\n")


def test_the_rules_need_no_diary(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "rules.json"
    assert main(["fhir", "rules", str(file)]) == 0
    bundle = json.loads(file.read_text("utf-8"))
    assert capsys.readouterr().out == f"{file}: {len(bundle['entry'])} resources\n"
    assert main(["fhir", "rules", str(file)]) == 1
    assert "is there already" in capsys.readouterr().err
