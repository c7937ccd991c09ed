"""Can a person take everything out by a tap, bring it back by another, and never by mistake?

Hazards: H-12, H-22, H-29.
"""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from spineward.diary.models import Answers
from tests.cast import owner, stranger
from tests.diary.life import first_check_in
from tests.export.weeks import archived, read
from tests.web.walk import Walker


def saved(client: Client, name: str = "diary") -> bytes:
    """The file behind the button."""
    response = client.get(f"/settings/data/{name}.zip")
    assert response.headers["Content-Type"] == "application/zip"
    assert response.headers["Content-Disposition"].startswith("attachment; filename=")
    assert response.headers["Cache-Control"] == "no-store"
    return bytes(response.content)


def bring(walk: Walker, content: bytes, **answers: Any) -> str:
    """Choose this file and press the button."""
    return walk.send("/settings/data/back/", file=SimpleUploadedFile("in.zip", content), **answers)


def test_everything_leaves_and_comes_back(walk: Walker) -> None:
    walk.was_checked_in()
    assert "Save my diary" in walk.open("/settings/data/")
    content = saved(walk.client)
    assert content == archived(owner())
    assert "All of it was here already" in bring(walk, content)
    owner().delete()
    assert "<strong" in bring(walk, content)
    assert "came back" in walk.text
    assert saved(walk.client) == content


def test_the_tables_are_a_zip_of_sheets(walk: Walker) -> None:
    walk.was_checked_in()
    with ZipFile(BytesIO(saved(walk.client, "tables"))) as file:
        assert "check-ins.csv" in file.namelist()


def test_entries_of_another_are_taken_in_only_after_a_deliberate_yes(walk: Walker) -> None:
    walk.was_checked_in()
    other = stranger()
    first_check_in(other)
    content, before = archived(other), Answers.objects.of(owner()).count()
    assert "Whose diary is it?" in bring(walk, content)
    assert walk.controls.filled == []
    assert "Choose an answer" in bring(walk, content, joining="yes")
    bring(walk, content, joining="yes", whose="other")
    walk.arrives("/settings/data/")
    assert Answers.objects.of(owner()).count() == before
    assert "came back" in bring(walk, content, joining="yes", whose="mine")
    assert Answers.objects.of(owner()).count() == before + len(read(content).tables["answers"])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "This file is empty"),
        (b"Dear diary", "Nothing was changed. It is not a zip file"),
    ],
)
def test_a_file_that_is_no_diary_is_told_plainly(walk: Walker, content: bytes, said: str) -> None:
    assert said in bring(walk, content)
    assert walk.status == 200
    assert Answers.objects.count() == 0


def test_no_file_is_told_plainly(walk: Walker) -> None:
    walk.open("/settings/data/")
    assert "Choose the file of your diary" in walk.send("/settings/data/back/")


def test_a_file_that_is_too_large_names_the_other_way(walk: Walker, settings: Any) -> None:
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 1000
    assert "spineward restore" in bring(walk, b"x" * 2000)


def test_the_address_alone_leads_to_the_page(walk: Walker) -> None:
    walk.open("/settings/data/back/")
    walk.arrives("/settings/data/")
