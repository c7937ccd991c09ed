"""What is let in at the door of the outbox? An entry from a page of ours; nothing else is kept.

Hazards: H-22, H-29.
"""

from uuid import uuid4

import pytest
from django.db import DatabaseError
from django.test import Client

from spineward.diary.models import Note, Person, SetAside
from spineward.web.outbox import placing
from tests.diary.life import MORNING
from tests.outbox.conftest import KEPT, START, Sender, rows


@pytest.mark.parametrize(
    ("entry", "named"),
    [
        (b" ", "no JSON"),
        (b"{", "no JSON"),
        (b'{"at": NaN}', "NaN is no number"),
        (b"[" * 50_000, "no JSON"),
        (b'"\\ud800"', "no JSON"),
        (b'{"x": "' + b"a" * 100_000 + b'"}', "larger than"),
        (b'{"x": "' + b"a" * 300_000 + b'"}', "larger than"),
        ([], "entry"),
        ({}, "entry"),
        ({"what": "dance"}, "dance"),
        ({"what": "form", "at": "yesterday", "path": "/", "fields": {}}, "form.at"),
        ({"what": "form", "at": "2026-11-20T08:00:00", "path": "/", "fields": {}}, "form.at"),
        ({"what": "form", "at": "9999-11-20T08:00:00Z", "path": "/", "fields": {}}, "2199"),
        ({"what": "form", "at": MORNING.isoformat(), "path": "/", "fields": {"a": "b"}}, "fields"),
        ({"what": "form", "at": MORNING.isoformat(), "path": "/", "fields": {}, "z": 1}, "z"),
        ({"what": "session.start", "at": MORNING.isoformat(), "session": "x"}, "session"),
    ],
)
def test_what_is_no_entry_is_refused_by_name_and_not_kept(
    sender: Sender, entry: object, named: str
) -> None:
    status, told = sender.put(entry)
    assert status == 400
    assert named in told["why"]
    assert rows(SetAside) == (0,)


@pytest.mark.parametrize(
    ("headers", "content_type"),
    [
        ({"Sec-Fetch-Site": "cross-site"}, "application/json"),
        ({"Sec-Fetch-Site": "same-site"}, "application/json"),
        ({"Sec-Fetch-Site": "none"}, "application/json"),
        ({"Origin": "https://elsewhere.example"}, "application/json"),
        ({}, "application/json"),
        ({"Sec-Fetch-Site": "same-origin"}, "text/plain"),
        ({"Sec-Fetch-Site": "same-origin"}, "application/x-www-form-urlencoded"),
    ],
)
def test_no_page_of_another_site_can_put_anything_in(
    sender: Sender, headers: dict[str, str], content_type: str
) -> None:
    planted = {"note": ["planted"]}
    entry = {"what": "form", "at": START.isoformat(), "path": "/diary/note/", "fields": planted}
    status, _ = sender.put(entry, headers=headers, content_type=content_type)
    assert status == 403
    assert rows(Note, SetAside) == (0, 0)


def test_a_browser_that_names_our_origin_is_let_in_on_plain_http(sender: Sender) -> None:
    mine = {"note": ["mine"]}
    entry = {"what": "form", "at": START.isoformat(), "path": "/diary/note/", "fields": mine}
    assert sender.put(entry, headers={"Origin": "http://testserver"}) == (201, KEPT)


def test_any_other_way_of_asking_is_refused(client: Client, db: None) -> None:
    for way in (client.get, client.post, client.delete):
        assert way(f"/outbox/{uuid4()}/").status_code == 405


def test_a_diary_that_cannot_be_written_asks_to_send_it_again(
    sender: Sender, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise DatabaseError("database or disk is full")

    id = uuid4()
    with monkeypatch.context() as patch:
        patch.setattr(Note.objects, "add", full)
        status, told = sender.form("/diary/note/", START, id, note=["later"])
    assert status == 503
    assert "the disk is full" in told["why"]
    assert sender.form("/diary/note/", START, id, note=["later"]) == (201, KEPT)


def test_a_fault_of_ours_holds_back_nothing(
    sender: Sender, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trip(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(placing, "send_again", trip)
    status, told = sender.form("/diary/note/", START, note=["odd"])
    assert (status, told) == (202, {"kept": "aside", "why": placing.NOT_READ})
