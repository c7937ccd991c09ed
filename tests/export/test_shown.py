"""Whatever a copy may hold that is taken in: does every page still open, and is it archived again?

Hazards: H-05.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spineward.diary.trouble import DiaryTrouble
from spineward.export.reading import Unreadable
from spineward.export.take_in import take_in
from tests.cast import owner
from tests.export.test_garbled import signed
from tests.export.weeks import archived, read, three_weeks_archived

PAGES = (
    "/",
    "/plan/",
    "/session/",
    "/diary/",
    "/progress/",
    "/report/",
    "/settings/reminders/",
    "/settings/data/records/diary.json",
    "/settings/data/tables.zip",
    "/api/v1/assessment",
)
NUMBERS = (True, 0, -1, 2**40, 1.5)
TEXTS = ("", "yes", "A1", "M10", "sole", "\x00", "started", "ended")
MOMENTS = ("1700000000", "2026-11-21", "2030-01-01T00:00:00+00:00")
ODD = st.sampled_from((None, [], {}, ["x"], {"a": 1}, *NUMBERS, *TEXTS, *MOMENTS))


@contextmanager
def undone() -> Iterator[None]:
    """What happens inside leaves no row."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def spoiled(data: st.DataObject) -> bytes:
    """The archive of three weeks with another value at one place of one line."""
    with ZipFile(BytesIO(three_weeks_archived())) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    name = data.draw(st.sampled_from(sorted(n for n in contents if n.endswith(".jsonl"))))
    lines = contents[name].splitlines(keepends=True)
    number = data.draw(st.integers(0, len(lines) - 1))
    inner: Any = json.loads(lines[number])
    whole = inner
    for _ in range(data.draw(st.integers(0, 4))):
        parts = inner.values() if isinstance(inner, dict) else inner
        deeper = [part for part in parts if isinstance(part, (dict, list)) and part]
        inner = data.draw(st.sampled_from(deeper)) if deeper else inner
    keys: list[Any] = list(inner) if isinstance(inner, dict) else list(range(len(inner)))
    inner[data.draw(st.sampled_from(keys))] = data.draw(ODD)
    lines[number] = json.dumps(whole).encode() + b"\n"
    return signed({**contents, name: b"".join(lines)})


@pytest.mark.slow
@pytest.mark.django_db
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_it_is_refused_or_every_page_opens(data: st.DataObject, open_door: Client) -> None:
    content = spoiled(data)
    with undone():
        try:
            take_in(owner(), read(content))
        except (Unreadable, DiaryTrouble):
            return
        for page in PAGES:
            assert open_door.get(page).status_code in (200, 302), page
        read(archived(owner()))


@pytest.fixture
def open_door(client: Client, settings: Any) -> Client:
    """A browser that was let in."""
    settings.TOKEN_GATE = False
    return client
