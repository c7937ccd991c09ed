"""Is an entry that is sent a second time known, and one that tells something else refused?

Hazards: H-05, H-12.
"""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from spineward.clinical.catalogue import drawing_version
from spineward.diary.models import Entry
from tests.api.conftest import Script, happened, nothing
from tests.cast import owner
from tests.diary.life import day, first_check_in

Sent = dict[str, Any]
BEFORE = {"chart": day()["chart"]}
LESS = {"chart": [{**day()["chart"][0], "pain": 0}]}


def rows() -> int:
    """All rows of every table."""
    return sum(model.objects.count() for model in Entry.__subclasses__())


def once_only(script: Script, path: str, sent: Sent, *others: Sent) -> None:
    """Sent twice it is known; with anything else in it, refused; nothing is added by either."""
    assert script.put(path, sent)[0] == 201
    before = rows()
    assert script.put(path, sent)[0] == 200
    for other in others:
        assert script.put(path, {**sent, **other})[0] == 409, other
    assert rows() == before


@pytest.fixture
def minute(script: Script) -> str:
    """A minute ago."""
    return (script.clock.at - timedelta(minutes=1)).isoformat()


def test_the_answers_of_a_page(script: Script, minute: str) -> None:
    sent = {"page": "Q1", "answers": nothing("Q1"), "ticked": ["changed"]}
    turned = {"item": {**nothing("Q1")["item"], "A1": "yes"}}
    once_only(
        script,
        f"check-in/answers/{uuid4()}",
        sent,
        {"answers": turned},
        {"page": "Q2"},
        {"ticked": []},
        {"drawing": drawing_version()},
        {"at": minute},
    )


def test_the_end_of_a_check_in(script: Script, minute: str) -> None:
    script.answer("now", day())
    path = f"check-ins/{uuid4()}"
    once_only(script, path, {"kind": "daily"}, {"kind": "weekly"}, {"at": minute})


def test_a_weekly_entry(script: Script, minute: str) -> None:
    entry = {"psfs": [3], "tasks": ["Walk to work"], "rmdq": None}
    once_only(
        script,
        f"weeks/{uuid4()}",
        {"entry": entry},
        {"entry": {**entry, "psfs": [4]}},
        {"entry": {**entry, "mood_low": "yes"}},
        {"entry": {}},
        {"at": minute},
    )


@pytest.fixture
def session(script: Script) -> UUID:
    """The id of a session that may begin now."""
    first_check_in(owner(), script.clock.at)
    script.answer("QS", nothing("QS"))
    return uuid4()


def test_the_start_of_a_session(script: Script, session: UUID, minute: str) -> None:
    sent = {
        "what": "session.start",
        "at": script.clock.at.isoformat(),
        "session": str(session),
        "planned": ["M10"],
        "reading": BEFORE,
    }
    more = {"planned": ["M10", "M10"]}
    once_only(script, f"sessions/{session}", sent, more, {"reading": LESS}, {"at": minute})


def test_what_happens_in_a_session(script: Script, session: UUID) -> None:
    assert script.start(session, BEFORE, "M10")[0] == 201
    script.clock.wait(minutes=2)
    id, now = uuid4(), script.clock.at
    sent = happened(session, session, now, kind="set_done")
    path = f"sessions/{session}/events/{id}"
    once_only(script, path, sent, {"event": {**sent["event"], "kind": "ended"}})
    other = uuid4()
    status, _ = script.put(f"sessions/{other}/events/{id}", sent | {"session": str(other)})
    assert status == 409
