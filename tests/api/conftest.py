"""What do tests of the API share? A script that sends JSON, and a clock that stands."""

import json
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from spineward.clinical.facts import Situation
from spineward.clinical.questions import pages
from spineward.web.check_in import screen
from spineward.web.shell import clock as shell_clock
from tests.diary.life import MORNING
from tests.web.walk import Clock


@pytest.fixture(autouse=True)
def inside(settings: Settings) -> None:
    """The door has its own test."""
    settings.TOKEN_GATE = False


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The time that the API reads."""
    standing = Clock(MORNING)
    monkeypatch.setattr(shell_clock, "now", standing)
    return standing


def nothing(page: str) -> dict[str, Any]:
    """The answers of a page of the screen on which no line was ticked."""
    known = Situation(now=MORNING)
    return screen.answers(pages()[page], frozenset(), known, unsure=False)


class Script:
    """A script that speaks with the API."""

    def __init__(self, client: Client, clock: Clock) -> None:
        self.client, self.clock = client, clock

    def get(self, path: str) -> Any:
        """What stands there."""
        answer = self.client.get(f"/api/v1/{path}")
        assert answer.status_code == 200, answer.content
        return json.loads(answer.content)

    def put(self, path: str, body: object, **more: Any) -> tuple[int, Any]:
        """Send one entry; the status and what is told."""
        text = body if isinstance(body, bytes) else json.dumps(body)
        kind = more.pop("content_type", "application/json")
        answer = self.client.put(f"/api/v1/{path}", text, content_type=kind, **more)
        return answer.status_code, json.loads(answer.content)

    def answer(self, page: str, answers: dict[str, Any], id: UUID | None = None) -> tuple[int, Any]:
        """Answer one page."""
        sent = {"page": page, "answers": answers}
        return self.put(f"check-in/answers/{id or uuid4()}", sent)

    def start(self, session: UUID, reading: object, *planned: str) -> tuple[int, Any]:
        """Begin a session now."""
        sent = {
            "what": "session.start",
            "at": self.clock.at.isoformat(),
            "session": str(session),
            "planned": list(planned),
            "reading": reading,
        }
        return self.put(f"sessions/{session}", sent)

    def happens(self, session: UUID, after: UUID, id: UUID, **facts: Any) -> tuple[int, Any]:
        """Something happens in it now."""
        return self.put(
            f"sessions/{session}/events/{id}", happened(session, after, self.clock.at, **facts)
        )


def happened(session: UUID, after: UUID, at: datetime, **facts: Any) -> dict[str, Any]:
    """An event of a session as it is sent."""
    return {
        "what": "session.event",
        "at": at.isoformat(),
        "session": str(session),
        "after": str(after),
        "event": {"at": at.isoformat(), **facts},
    }


@pytest.fixture
def script(client: Client, clock: Clock, db: None) -> Script:
    """A script that is let in, and an empty diary."""
    return Script(client, clock)
