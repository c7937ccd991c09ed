"""Does `spineward restore` bring a diary back from a file, and say plainly when it cannot?

Hazards: H-12, H-22.
"""

from pathlib import Path

import pytest

from tests.diary.programs import run
from tests.export.test_archive import MADE, asked

pytestmark = [pytest.mark.slow, pytest.mark.sqlite]


def test_a_diary_moves_to_another_machine_and_back_without_loss(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    first, second = tmp_path / "first.zip", tmp_path / "second.zip"
    assert run(MADE, here).returncode == 0
    assert run(asked("archive", str(first)), here).returncode == 0
    done = run(asked("restore", str(first), "--data-dir", str(there)), there)
    assert (done.returncode, done.stdout) == (
        0,
        f"{first}: 11 rows came back, 0 were there already\n",
    )
    assert run(asked("archive", str(second)), there).returncode == 0
    assert first.read_bytes() == second.read_bytes()
    again = run(asked("restore", str(first)), there)
    assert again.stdout == f"{first}: 0 rows came back, 11 were there already\n"


def test_into_another_diary_only_with_join(tmp_path: Path) -> None:
    here, there, file = tmp_path / "here", tmp_path / "there", tmp_path / "out.zip"
    assert run(MADE, here).returncode == run(MADE, there).returncode == 0
    assert run(asked("archive", str(file)), here).returncode == 0
    done = run(asked("restore", str(file)), there)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.endswith("With --join both become one diary.\n")
    assert done.stderr.count("\n") == 1
    joined = run(asked("restore", str(file), "--join"), there)
    assert joined.stdout == f"{file}: 11 rows came back, 0 were there already\n"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "No such file or directory"),
        (b"Dear diary", "it is not a zip file, or it was cut short"),
    ],
)
def test_what_is_no_archive_is_told_in_one_line_and_makes_no_diary(
    tmp_path: Path, content: bytes | None, told: str
) -> None:
    file, folder = tmp_path / "in.zip", tmp_path / "diary"
    if content is not None:
        file.write_bytes(content)
    done = run(asked("restore", str(file), "--data-dir", str(folder)), folder)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("This archive cannot be read: ")
    assert done.stderr.endswith(f"{told}\n")
    assert not (folder / "diary.sqlite3").exists()
