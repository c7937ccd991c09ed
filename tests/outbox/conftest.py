"""What do outbox tests share? A client inside the door that sends as a page of ours does."""

import json
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from spineward.diary.models import Entry, Person
from tests.cast import owner
from tests.diary.life import MORNING, first_check_in

START = MORNING + timedelta(minutes=5)
READING = {
    "chart": [
        {"zone": "calf_upper", "side": "right", "pain": 4},
        {"zone": "low_back_midline", "side": "middle", "pain": 2},
    ]
}

KEPT = {"kept": "diary"}


def rows(*models: type[Entry]) -> tuple[int, ...]:
    """How many rows these tables hold."""
    return tuple(model.objects.count() for model in models)


@pytest.fixture(autouse=True)
def inside(settings: Settings) -> None:
    """The one-time token has its own test."""
    settings.TOKEN_GATE = False


class Sender:
    """A browser with a network again."""

    def __init__(self, client: Client) -> None:
        self.client = client

    def put(self, entry: object, id: UUID | None = None, **more: Any) -> tuple[int, dict[str, Any]]:
        """Send one entry; the status and what is told."""
        text = entry if isinstance(entry, bytes) else json.dumps(entry)
        headers = more.pop("headers", {"Sec-Fetch-Site": "same-origin"})
        answer = self.client.put(
            f"/outbox/{id or uuid4()}/",
            text,
            content_type=more.pop("content_type", "application/json"),
            headers=headers,
        )
        return answer.status_code, json.loads(answer.content)

    def start(self, session: UUID, planned: tuple[str, ...] = ("M10",)) -> tuple[int, Any]:
        """A session begins."""
        entry = {
            "what": "session.start",
            "at": START.isoformat(),
            "session": str(session),
            "planned": list(planned),
            "reading": READING,
        }
        return self.put(entry, session)

    def event(
        self, session: UUID, after: UUID, minute: float, id: UUID, **facts: Any
    ) -> tuple[int, Any]:
        """Something happens in it."""
        return self.put(event(session, after, minute, **facts), id)

    def form(
        self, path: str, at: datetime = START, id: UUID | None = None, **fields: list[str]
    ) -> tuple[int, Any]:
        """A page of answers."""
        entry = {"what": "form", "at": at.isoformat(), "path": path, "fields": fields}
        return self.put(entry, id)


def event(session: UUID, after: UUID, minute: float, **facts: Any) -> dict[str, Any]:
    """An event of a session as it is sent."""
    at = (START + timedelta(minutes=minute)).isoformat()
    return {
        "what": "session.event",
        "at": at,
        "session": str(session),
        "after": str(after),
        "event": {"at": at, **facts},
    }


@pytest.fixture
def sender(client: Client, db: None) -> Sender:
    """A browser with a network again, and an empty diary."""
    return Sender(client)


@pytest.fixture
def person(sender: Sender) -> Person:
    """Someone who did a first check-in before the network went."""
    found = owner()
    first_check_in(found)
    return found
