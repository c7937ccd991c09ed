"""Who may use the API? Nobody without the cookie or the key, and no other site by a cookie.

Hazards: H-22, H-29.
"""

import json
from pathlib import Path
from uuid import uuid4

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from spineward.diary.models import Answers
from spineward.web.api.urls import api
from spineward.web.shell import key, token
from tests.diary.life import SCREEN

BODY = json.dumps({"page": "Q1", "answers": SCREEN["Q1"]})


@pytest.fixture(autouse=True)
def locked(settings: Settings, tmp_path: Path) -> None:
    """The door is shut, and nobody has a key yet."""
    settings.TOKEN_GATE = True
    settings.DATA_DIR = tmp_path


def every_address() -> list[tuple[str, str]]:
    """Each operation of the document with its path."""
    paths = api.get_openapi_schema(path_prefix="/api/v1/")["paths"]
    return [(method, path) for path, methods in paths.items() for method in methods]


def answered(client: Client, **headers: str) -> int:
    """The status when a page is answered."""
    path = f"/api/v1/check-in/answers/{uuid4()}"
    sent = client.put(path, BODY, content_type="application/json", headers=headers)
    assert sent.status_code in (201, 401, 403), sent.content
    if sent.status_code != 201:
        assert json.loads(sent.content)["status"] == sent.status_code
    return sent.status_code


@pytest.mark.parametrize(("method", "path"), every_address())
def test_nothing_is_open_without_cookie_or_key(
    client: Client, db: None, method: str, path: str
) -> None:
    address = path.replace("{id}", str(uuid4())).replace("{session}", str(uuid4()))
    answer = getattr(client, method)(address)
    assert answer.status_code == 401
    assert "spineward up" in json.loads(answer.content)["detail"]


def test_a_key_opens_it_until_it_is_withdrawn(client: Client, db: None) -> None:
    first = key.issue()
    assert answered(client, Authorization=f"Bearer {first}") == 201
    second = key.issue()
    assert answered(client, Authorization=f"Bearer {first}") == 401
    assert answered(client, Authorization=f"Bearer {second}") == 201
    key.withdraw()
    assert answered(client, Authorization=f"Bearer {second}") == 401
    assert not key.is_there()


def test_of_a_key_only_its_hash_is_kept(tmp_path: Path) -> None:
    made = key.issue()
    kept = (tmp_path / "api-key").read_text("ascii")
    assert made not in kept
    assert (tmp_path / "api-key").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("given", ["", "Bearer", "Bearer ", "Basic abc", "Bearer \xff"])
def test_what_is_no_key_opens_nothing(client: Client, db: None, given: str) -> None:
    key.issue()
    assert answered(client, Authorization=given) == 401


def test_a_garbled_file_opens_nothing(client: Client, db: None, tmp_path: Path) -> None:
    made = key.issue()
    for name in ("api-key", "token"):
        (tmp_path / name).write_bytes(b"\xff" * 64)
    assert answered(client, Authorization=f"Bearer {made}") == 401
    assert client.get("/", {"token": made}).status_code == 403


def test_a_cookie_reads_but_does_not_write_without_the_form_token(db: None) -> None:
    client = Client(enforce_csrf_checks=True)
    client.cookies[token.COOKIE] = token.cookie()
    assert client.get("/api/v1/check-in").status_code == 200
    assert answered(client) == 403
    client.cookies["csrftoken"] = form = "a" * 32
    assert answered(client, **{"X-CSRFToken": form}) == 201
    assert Answers.objects.count() == 1


def test_the_document_holds_nothing_of_anyone_and_is_open(client: Client) -> None:
    document = json.loads(client.get("/api/v1/openapi.json").content)
    assert document["openapi"] == "3.1.0"
