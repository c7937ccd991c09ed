"""Is everything of one person in the archive, always in the same bytes, and nothing of others?

Hazards: H-12.
"""

import json
import os
import stat
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from spineward.diary.models import Person
from spineward.diary.versions import content_version, rules_version, words_version
from spineward.diary.whole import TABLES as MODELS
from spineward.export.beside import INDEX, MEANT, SCHEMA
from spineward.export.form import MANIFEST, REFERENCES, TABLES, VERSION, PersonLine, file_of
from tests.cast import owner, stranger
from tests.cli.contract import Validator
from tests.diary.life import first_check_in
from tests.diary.programs import run
from tests.export.weeks import archived, read, three_weeks

pytestmark = pytest.mark.django_db

MADE = """
from spineward.diary import database, journey
from tests.diary.life import first_check_in
database.prepare(lambda step: None)
first_check_in(journey.own_person())
"""
COMMAND = """
import sys
from spineward.cli.__main__ import main
sys.exit(main({asked!r}))
"""


def test_every_field_of_every_table_stands_in_the_archive() -> None:
    for table, model in MODELS.items():
        names = {field.name for field in model._meta.concrete_fields} - {"person", "utc_offset"}
        assert set(TABLES[table].model_fields) == names, table
    own = {field.name for field in Person._meta.concrete_fields} - {"id", "own", "calendar_secret"}
    assert set(PersonLine.model_fields) == own


def test_every_reference_between_tables_is_known_to_the_reader() -> None:
    for table, model in MODELS.items():
        linked = {
            field.name: next(n for n, m in MODELS.items() if m is field.related_model)
            for field in model._meta.concrete_fields
            if field.is_relation and field.related_model is not Person
        }
        assert linked == {"supersedes": table, **REFERENCES.get(table, {})}


def test_a_diary_is_written_whole_and_read_back_row_by_row() -> None:
    person = owner()
    three_weeks(person)
    archive = read(archived(person))
    for table, model in MODELS.items():
        rows = list(model.objects.of(person).order_by("id"))
        assert [line.id for line in archive.tables[table]] == [row.pk for row in rows] != []
        for line, row in zip(archive.tables[table], rows, strict=True):
            assert (line.at, line.at.utcoffset()) == (row.moment, row.moment.utcoffset())
            for field in model._meta.concrete_fields:
                if field.name not in ("at", "utc_offset", "person"):
                    assert getattr(line, field.name) == getattr(row, field.attname), field


def test_the_same_diary_gives_the_same_bytes() -> None:
    person = owner()
    three_weeks(person)
    assert archived(person) == archived(person)


def test_an_empty_diary_is_an_archive_too() -> None:
    archive = read(archived(owner()))
    assert all(lines == () for lines in archive.tables.values())


def test_nothing_of_anybody_else_stands_in_it() -> None:
    person, other = owner(), stranger()
    first_check_in(other)
    assert read(archived(person)).tables["answers"] == ()


def test_the_manifest_names_the_versions_of_form_rules_content_and_words() -> None:
    with ZipFile(BytesIO(archived(owner()))) as file:
        manifest = json.loads(file.read(MANIFEST))
        assert {entry.date_time[0] for entry in file.infolist()} == {1980}
    assert manifest["version"] == VERSION == 2
    assert manifest["rules_version"] == rules_version()
    assert manifest["content_version"] == content_version()
    assert manifest["words_version"] == words_version() != content_version()
    tables = {file_of(name) for name in (*TABLES, "person")}
    assert set(manifest["files"]) == tables | {INDEX, SCHEMA, "zones-1.svg"}


def test_beside_the_lines_lies_what_they_mean() -> None:
    person = owner()
    three_weeks(person)
    with ZipFile(BytesIO(archived(person))) as file:
        page = file.read(INDEX).decode()
        schema = json.loads(file.read(SCHEMA))
        assert file.read("zones-1.svg").startswith(b"<svg")
        for name in map(file_of, (*TABLES, "person")):
            assert f"<code>{name}</code>" in page
            shape = Validator({"$defs": schema["$defs"], **schema["properties"][name]})
            for line in file.read(name).splitlines():
                shape.validate(json.loads(line))
    assert set(MEANT) == {*TABLES, "person"}


def test_the_page_in_the_archive_speaks_plainly() -> None:
    for said in MEANT.values():
        for sentence in said.split(". "):
            assert len(sentence.split()) <= 15, sentence


def asked(*arguments: str) -> str:
    """A program that runs this command."""
    return COMMAND.format(asked=list(arguments))


@pytest.mark.slow
@pytest.mark.sqlite
def test_the_command_writes_a_file_for_its_owner_only_and_never_over_another(
    tmp_path: Path,
) -> None:
    assert run(MADE, tmp_path).returncode == 0
    file = tmp_path / "out.zip"
    done = run(asked("archive", str(file)), tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{file}: 11 rows\n"
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    before = file.read_bytes()
    again = run(asked("archive", str(file)), tmp_path)
    assert again.returncode == 1
    assert again.stderr == f"{file} is there already. It was left as it is.\n"
    assert file.read_bytes() == before
    replayed = run(asked("replay", str(file)), tmp_path)
    assert (replayed.returncode, replayed.stderr) == (0, "")
    assert replayed.stdout.startswith("1 moments decided again, 0 differ")


@pytest.mark.slow
@pytest.mark.sqlite
@pytest.mark.parametrize(
    ("file", "folder", "told"),
    [
        ("out.zip", "nowhere", "There is no folder nowhere.\n"),
        ("out.zip", ".", "There is no diary in "),
        ("no-folder/out.zip", None, "cannot be written: "),
    ],
)
def test_what_cannot_be_written_is_told_in_one_line(
    tmp_path: Path, file: str, folder: str | None, told: str
) -> None:
    other = tmp_path / "diary"
    if folder is None:
        assert run(MADE, other).returncode == 0
    more = [] if folder is None else ["--data-dir", folder.replace(".", str(tmp_path))]
    done = run(asked("archive", str(tmp_path / file), *more), other)
    assert (done.returncode, done.stdout) == (1, "")
    assert told in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / file).exists()


def test_reading_an_archive_takes_no_database_and_no_settings(tmp_path: Path) -> None:
    file = tmp_path / "diary.zip"
    person = owner()
    first_check_in(person)
    file.write_bytes(archived(person))
    code = (
        "import sys; from spineward.cli.__main__ import main; "
        f"code = main(['replay', {str(file)!r}]); from django.conf import settings; "
        "sys.exit(code or settings.configured)"
    )
    bare = {name: os.environ[name] for name in ("SYSTEMROOT", "PATH") if name in os.environ}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**bare, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
