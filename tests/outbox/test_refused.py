"""What does the diary not take late, and is it kept aside whole, with the reason?

Hazards: H-01, H-11, H-22.
"""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from spineward.clinical.facts import CareLevel
from spineward.diary import erase, journey
from spineward.diary.models import Answers, Person, Session, SetAside
from spineward.web.shell import entering
from tests.cast import owner
from tests.diary.life import MORNING, answer
from tests.outbox.conftest import KEPT, READING, START, Sender, event, rows


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/check-in/now/?kind=daily", {"worst_24h": ["99"]}),
        ("/check-in/nowhere/", {}),
        ("/nowhere/", {}),
        ("/settings/forget/", {"sure": ["yes"]}),
        ("/settings/number/", {"number": ["911"]}),
        ("/outbox/file/", {}),
        ("https://elsewhere.example/", {}),
        ("/session/6a1f0a53-6f0a-4a5e-9a52-0a2b1d0b3c11/note/", {"note": ["hello"]}),
    ],
)
def test_a_form_that_its_page_does_not_take_is_kept_aside_whole(
    sender: Sender, person: Person, path: str, fields: dict[str, list[str]]
) -> None:
    id = uuid4()
    status, told = sender.form(path, START, id, **fields)
    assert (status, told["kept"]) == (202, "aside")
    kept = SetAside.objects.get()
    assert (kept.client_id, kept.moment, kept.why) == (id, START, told["why"])
    assert kept.event == {
        "what": "form",
        "at": START.isoformat(),
        "path": path,
        "fields": fields,
    }
    assert sender.form(path, START, id, **fields)[0] == 202
    assert rows(SetAside) == (1,)
    assert Person.objects.get().emergency_number is None


def test_a_movement_that_is_not_offered_is_kept_aside_and_told_in_the_diary(
    sender: Sender, person: Person
) -> None:
    session = uuid4()
    assert sender.start(session, ("M60",))[0] == 202
    assert sender.event(session, session, 1, uuid4(), kind="set_done")[0] == 202
    assert rows(Session, SetAside) == (0, 2)
    page = sender.client.get("/diary/").content.decode()
    assert "could not be placed" in page
    assert "a movement that is offered now" in page


@pytest.mark.parametrize(("minutes", "taken"), [(1, True), (10, True), (11, False)])
def test_a_phone_a_little_behind_loses_no_session(
    sender: Sender, person: Person, minutes: int, taken: bool
) -> None:
    session, done, swapped = uuid4(), uuid4(), uuid4()
    entry = {"what": "session.start", "session": str(session), "planned": ["M10"]}
    told = (MORNING - timedelta(minutes=minutes)).isoformat()
    sent = [sender.put({**entry, "at": told, "reading": READING}, session)[0]]
    early = -5 - minutes  # minutes of an event count from five past
    sent += [
        sender.event(session, session, early + 0.2, swapped, kind="swapped", movement="M11")[0]
    ]
    sent += [sender.event(session, swapped, early + 0.4, done, kind="set_done")[0]]
    assert sent == ([201] * 3 if taken else [202] * 3)


def test_a_phone_behind_is_judged_with_what_was_told_meanwhile(
    sender: Sender, person: Person
) -> None:
    moment = MORNING + timedelta(minutes=2)
    answer(person, "QS", {"item": {"A1": "yes"}}, moment)
    session = uuid4()
    entry = {"what": "session.start", "session": str(session), "planned": ["M10"]}
    told = (moment - timedelta(minutes=1)).isoformat()
    status, _ = sender.put({**entry, "at": told, "reading": READING}, session)
    assert status == 202


def test_a_session_beside_an_open_one_is_kept_aside(sender: Sender, person: Person) -> None:
    sender.start(uuid4())
    assert sender.start(uuid4()) == (202, {"kept": "aside", "why": entering.ANOTHER})


@pytest.mark.parametrize("number", [0, 1_700_000_000, "1700000000"])
def test_a_number_is_never_taken_for_the_moment_of_an_event(
    sender: Sender, person: Person, number: object
) -> None:
    session = uuid4()
    sender.start(session)
    entry = event(session, session, 1, kind="set_done")
    entry["event"]["at"] = number
    status, told = sender.put(entry)
    assert (status, told["kept"]) == (202, "aside")
    assert "event.at" in told["why"]
    assert sender.put({**entry, "at": number})[0] == 400


def test_help_that_a_refused_session_calls_for_is_still_recorded(
    sender: Sender, person: Person
) -> None:
    session, first, second = uuid4(), uuid4(), uuid4()
    sender.start(session, ("M60",))
    sender.event(session, session, 1, first, kind="set_done")
    alarm = {"kind": "symptoms", "red_flags": ["A1"]}
    assert sender.event(session, first, 2, second, **alarm)[0] == 202
    now = START + timedelta(minutes=5)
    assert journey.assessment(person, now=now).care_level == CareLevel.EMERGENCY
    third = uuid4()
    assert sender.event(session, second, 3, third, kind="stopped")[0] == 202
    assert Answers.objects.filter(page="session").count() == 1


@pytest.mark.parametrize(
    "facts",
    [
        {"kind": "nonsense"},
        {"kind": "set_done", "at": "2030-01-01T00:00:00+00:00"},
        {"kind": "swapped", "movement": "M99"},
        {"kind": "symptoms", "red_flags": ["Z9"]},
        {"kind": "set_done", "surprise": 1},
    ],
)
def test_an_event_that_the_diary_refuses_holds_back_nothing_after_it(
    sender: Sender, person: Person, facts: dict[str, Any]
) -> None:
    session, odd = uuid4(), uuid4()
    sender.start(session)
    status, told = sender.event(session, session, 1, odd, **facts)
    if "surprise" in facts:
        assert status == 201
        return
    assert (status, told["kept"]) == (202, "aside")
    assert sender.event(session, odd, 2, uuid4(), kind="stopped") == (201, KEPT)


@pytest.mark.django_db(transaction=True)
def test_what_was_set_aside_goes_when_the_person_is_forgotten(
    sender: Sender, person: Person
) -> None:
    sender.form("/nowhere/", START)
    assert rows(SetAside) == (1,)
    erase.forget(owner())
    assert rows(SetAside) == (0,)
