"""Is a file that is not ours left alone, a newer diary refused, and a new one made ready?"""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from spineward.diary.database import APPLICATION_ID
from tests.diary.programs import run

pytestmark = pytest.mark.sqlite

PREPARE = """
from spineward.diary import database
from spineward.diary.trouble import DiaryTrouble
try:
    database.prepare(print)
except DiaryTrouble as error:
    print(type(error).__name__, error)
"""


def prepare(folder: Path) -> str:
    """What `spineward up` prints when it makes the diary in this folder ready."""
    return run(PREPARE, folder).stdout.strip()


def test_a_new_diary_is_made_step_by_step_and_marked_as_ours(tmp_path: Path) -> None:
    assert "Diary: step 1 of " in prepare(tmp_path)
    with closing(sqlite3.connect(tmp_path / "diary.sqlite3")) as file:
        assert file.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert file.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert prepare(tmp_path) == ""


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    assert "Diary: step 1 of " in prepare(tmp_path / "a" / "b")


def test_nobody_else_on_the_machine_may_read_the_diary(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    for _ in range(2):
        prepare(folder)
        assert not [file for file in (folder, *folder.iterdir()) if file.stat().st_mode & 0o007]
        (folder / "diary.sqlite3").chmod(0o644)


def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "diary.sqlite3"
    path.write_text("Dear diary, " * 100)
    said = prepare(tmp_path)
    assert said.startswith("NotOurs ")
    assert "is not a Spineward diary" in said
    assert path.read_text() == "Dear diary, " * 100


@pytest.mark.parametrize("mark", [0, 252006675])
def test_the_database_of_another_program_is_left_as_it_is(tmp_path: Path, mark: int) -> None:
    path = tmp_path / "diary.sqlite3"
    with closing(sqlite3.connect(path)) as file:
        file.execute("CREATE TABLE songs (title TEXT)")
        file.execute(f"PRAGMA application_id = {mark}")
    before = path.read_bytes()
    assert prepare(tmp_path).startswith("NotOurs ")
    assert path.read_bytes() == before


def test_a_diary_of_a_newer_program_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    prepare(tmp_path)
    with closing(sqlite3.connect(tmp_path / "diary.sqlite3")) as file, file:
        file.execute(
            "INSERT INTO django_migrations (app, name, applied) "
            "VALUES ('diary', '0099_from_the_future', '2030-01-01')"
        )
    said = prepare(tmp_path)
    assert said.startswith("TooNew A newer Spineward wrote this diary (step 0099_from_the_future)")
    assert said.count("\n") == 0


def test_a_folder_in_place_of_the_file_is_told_plainly(tmp_path: Path) -> None:
    (tmp_path / "diary.sqlite3").mkdir()
    said = prepare(tmp_path)
    assert said.startswith("NotReady ")
    assert "cannot be opened" in said
    assert said.count("\n") == 0


def test_a_diary_left_half_made_is_completed(tmp_path: Path) -> None:
    # The program was killed after the file was marked and before its first step.
    with closing(sqlite3.connect(tmp_path / "diary.sqlite3")) as file:
        file.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    assert "Diary: step 1 of " in prepare(tmp_path)
