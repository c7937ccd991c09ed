"""Does a refusal name the thing, and say what is allowed?"""

import json
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from spineward.diary.models import Entry, SessionEvent
from spineward.web.api.problems import MEDIA_TYPE
from tests.api.conftest import Script, happened, nothing
from tests.cast import owner
from tests.diary.life import MORNING, SCREEN, day, first_check_in

ANSWERS = f"check-in/answers/{uuid4()}"
Q1 = {"page": "Q1", "answers": SCREEN["Q1"]}


@pytest.mark.parametrize(
    ("body", "status", "field", "said"),
    [
        (Q1 | {"at": 0}, 400, "at", "2026-11-22T09:30:00+01:00"),
        (Q1 | {"at": "2026-11-20"}, 400, "at", "2026-11-22T09:30:00+01:00"),
        (Q1 | {"at": "2026-11-20T07:00:00"}, 400, "at", "2026-11-22T09:30:00+01:00"),
        (Q1 | {"at": "0001-01-01T00:00:00Z"}, 400, "at", "1970"),
        (Q1 | {"at": "2026-11-20T23:00:00+01:00"}, 422, "at", "not in the future"),
        (Q1 | {"page": "Q99"}, 400, "page", "openapi.json"),
        (Q1 | {"ticked": ["nothing"]}, 400, "ticked.0", "openapi.json"),
        (Q1 | {"extra": 1}, 400, "extra", "not permitted"),
        ({"page": "Q1"}, 400, "answers", "required"),
        (b"{", 400, None, "no JSON"),
        (b"[NaN]", 400, None, "NaN"),
        (b"\xff", 400, None, "no JSON"),
        ({"page": "now", "answers": {"leg_now": 11}}, 422, "leg_now", "0 to 10"),
        ({"page": "now", "answers": {"leg_now": "4"}}, 422, "leg_now", "integer"),
        ({"page": "now", "answers": {"pain": 4}}, 422, "pain", "a field that can be answered"),
        ({"page": "Q1", "answers": {"item": {"A99": "no"}}}, 422, "item", "A1"),
    ],
)
def test_a_bad_answer_is_named(
    script: Script, body: Any, status: int, field: str | None, said: str
) -> None:
    got, told = script.put(ANSWERS, body)
    assert (got, told["status"], told["field"]) == (status, status, field), told
    assert said in told["detail"]
    assert not any(model.objects.exists() for model in Entry.__subclasses__())


def test_a_whole_number_may_be_written_with_a_point(script: Script) -> None:
    assert script.put(ANSWERS, {"page": "now", "answers": {"leg_now": 4.0}})[0] == 201
    assert script.get("situation")["leg_now"] == 4


def test_too_much_is_refused(script: Script) -> None:
    assert script.put(ANSWERS, b"[" + b"1," * 60_000 + b"1]")[0] == 413


def test_only_json_is_read(script: Script) -> None:
    status, told = script.put(ANSWERS, b"page=Q1", content_type="text/plain")
    assert status == 415
    assert "application/json" in told["detail"]


@pytest.mark.parametrize(
    "path", ["nothing", "sessions/1", "check-in?kind=never", "progress?view=x"]
)
def test_an_address_that_leads_nowhere_says_so_in_json(script: Script, path: str) -> None:
    answer = script.client.get(f"/api/v1/{path}")
    assert answer.status_code in (400, 404)
    assert answer.headers["Content-Type"] == MEDIA_TYPE
    assert json.loads(answer.content)["status"] == answer.status_code


def test_a_way_to_ask_that_is_not_offered_says_which_are(client: Client) -> None:
    answer = client.delete("/api/v1/situation")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET")


@pytest.mark.parametrize("number", [0, 1_700_000_000, 1.5, True, "1700000000"])
def test_a_number_is_never_taken_for_a_moment(script: Script, number: Any) -> None:
    session = uuid4()
    entry = happened(session, session, MORNING, kind="set_done")
    path = f"sessions/{session}/events/{uuid4()}"
    status, told = script.put(path, entry | {"at": number})
    assert (status, told["field"]) == (400, "at")


def test_a_session_of_another_address_is_refused(script: Script) -> None:
    session = uuid4()
    entry = happened(session, session, MORNING, kind="set_done")
    status, told = script.put(f"sessions/{uuid4()}/events/{uuid4()}", entry)
    assert (status, told["field"]) == (422, "session")


def test_a_movement_that_is_not_offered_is_refused(script: Script) -> None:
    status, told = script.start(uuid4(), {"chart": []}, "M10")
    assert status == 422
    assert "offered now" in told["detail"]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"kind": "readng"}, "event.kind"),
        ({"poin": "t1"}, "event.poin"),
        ({"reading": {"chart": [], "sharp": "yes"}}, "event.reading.sharp"),
        ({"at": 0}, "event.at"),
        ({"at": "1700000000"}, "event.at"),
    ],
)
def test_a_misspelt_event_is_named(script: Script, wrong: Any, field: str) -> None:
    first_check_in(owner(), script.clock.at)
    session = uuid4()
    script.answer("QS", nothing("QS"))
    assert script.start(session, {"chart": day()["chart"]}, "M10")[0] == 201
    entry = happened(session, session, MORNING, kind="set_done")
    path = f"sessions/{session}/events/{uuid4()}"
    status, told = script.put(path, entry | {"event": entry["event"] | wrong})
    assert status in (400, 422)
    assert told["field"] == field
    assert SessionEvent.objects.count() == 1
