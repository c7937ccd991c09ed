"""Does what was entered without a network come into the diary once, in order, and never get lost?

Hazards: H-01, H-11, H-14, H-22.
"""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError
from django.test import Client

from spineward.clinical.facts import CareLevel
from spineward.diary import erase, journey
from spineward.diary.deciding import settle
from spineward.diary.models import (
    Answers,
    CheckIn,
    Entry,
    Note,
    Person,
    Session,
    SessionEvent,
    SetAside,
)
from spineward.web.outbox import placing
from spineward.web.shell import entering
from tests.cast import owner
from tests.diary.life import MORNING, SCREEN, answer
from tests.outbox.conftest import READING, START, Sender, event

KEPT = {"kept": "diary"}
FOOT = {"chart": [{"zone": "sole", "side": "right", "pain": 4}]}


def rows(*models: type[Entry]) -> tuple[int, ...]:
    """How many rows these tables hold."""
    return tuple(model.objects.count() for model in models)


def walk_a_set(sender: Sender, session: UUID) -> list[tuple[int, Any]]:
    """A session with one set, each entry sent once; what was told."""
    ids = [session, uuid4(), uuid4(), uuid4()]
    facts: list[dict[str, Any]] = [
        {"kind": "set_done"},
        {"kind": "reading", "point": "t1", "reading": READING},
        {"kind": "stopped"},
    ]
    told = [sender.start(session)]
    for number, fact in enumerate(facts):
        told.append(sender.event(session, ids[number], number + 1, ids[number + 1], **fact))
    return told


def test_a_session_done_without_a_network_stands_in_the_diary(
    sender: Sender, person: Person
) -> None:
    session = uuid4()
    assert walk_a_set(sender, session) == [(201, KEPT)] * 4
    done = journey.session_state(person, session, now=START + timedelta(hours=1)).state.done
    assert done.started == START
    assert [one.movement for one in done.sets] == ["M10"]
    assert rows(Session, SessionEvent, SetAside) == (1, 4, 0)


def test_a_stop_told_without_a_network_counts_after_the_diary_ended_the_session_by_itself(
    sender: Sender, person: Person
) -> None:
    """H-06: another page was opened hours later, before the phone had its network back."""
    session, down = uuid4(), {**READING, "chart": [{"zone": "sole", "side": "right", "pain": 5}]}
    sender.start(session)
    journey.assessment(person, now=START + timedelta(hours=3))
    settle(person, START + timedelta(hours=3))
    assert journey.session_state(person, session, now=START).state.step == "finished"
    first, second = uuid4(), uuid4()
    assert sender.event(session, session, 1, first, kind="set_done")[0] == 201
    assert sender.event(session, first, 2, second, kind="reading", point="t1", reading=down) == (
        201,
        KEPT,
    )
    done = journey.session_state(person, session, now=START + timedelta(hours=3)).state.done
    assert [made.label for made in done.sets] == ["PERIPHERALIZED"]
    kept = journey.situation(person, now=START + timedelta(hours=4)).history.sessions
    assert [made.label for made in kept[-1].sets] == ["PERIPHERALIZED"]


def test_an_entry_sent_twice_counts_once(sender: Sender, person: Person) -> None:
    session, id = uuid4(), uuid4()
    sender.start(session)
    assert sender.start(session) == (200, KEPT)
    assert sender.event(session, session, 1, id, kind="set_done") == (201, KEPT)
    assert sender.event(session, session, 1, id, kind="set_done") == (200, KEPT)
    assert rows(Session, SessionEvent) == (1, 2)


def test_an_entry_that_comes_too_early_waits_for_the_one_before(
    sender: Sender, person: Person
) -> None:
    session, first, second = uuid4(), uuid4(), uuid4()
    read = {"kind": "reading", "point": "t1", "reading": READING}
    assert sender.event(session, first, 2, second, **read) == (409, {"wait": str(first)})
    assert sender.event(session, session, 1, first, kind="set_done") == (
        409,
        {"wait": str(session)},
    )
    assert rows(Session, SessionEvent, SetAside) == (0, 0, 0)
    sender.start(session)
    assert sender.event(session, session, 1, first, kind="set_done") == (201, KEPT)
    assert sender.event(session, first, 2, second, **read) == (201, KEPT)


def test_a_check_in_made_without_a_network_is_that_of_its_own_moment(sender: Sender) -> None:
    id = uuid4()
    told = sender.form("/check-in/Q1/?kind=first", MORNING, id, answer=["none"])
    assert told == (201, KEPT)
    row = Answers.objects.get()
    assert (row.moment, row.client_id, row.page) == (MORNING, id, "Q1")
    assert row.answers == SCREEN["Q1"]
    assert sender.form("/check-in/Q1/?kind=first", MORNING, id, answer=["none"]) == (200, KEPT)
    assert rows(Answers) == (1,)


def test_a_form_that_reached_the_diary_before_its_answer_was_lost_counts_once(
    sender: Sender,
) -> None:
    id = uuid4()
    sender.client.post("/diary/note/", {"note": "stiff", "client_id": str(id)})
    told = sender.form("/diary/note/", MORNING, id, note=["stiff"], client_id=[str(id)])
    assert told == (200, KEPT)
    assert rows(Note) == (1,)


def test_the_last_page_of_a_check_in_ends_it(sender: Sender, person: Person) -> None:
    later = MORNING + timedelta(hours=30)
    answer(person, "chart", {"chart": [], "leg_now": 0, "back_now": 0}, later)
    answer(person, "now", {"worst_24h": 2, "eased_by_position": "yes"}, later)
    fields: dict[str, Any] = {
        "can_sit_10": ["yes"],
        "can_stand_10": ["yes"],
        "can_walk_10": ["yes"],
        "after_activity": ["none"],
        "nights_broken": ["0"],
        "woke_at": ["over"],
    }
    told = sender.form("/check-in/day/?kind=daily", later + timedelta(minutes=1), **fields)
    assert told == (201, KEPT)
    assert rows(CheckIn) == (2,)


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


@pytest.mark.parametrize("words", ["a\x00b", "a\\u0000b"])
def test_words_with_a_letter_that_no_database_keeps_come_in(
    sender: Sender, person: Person, words: str
) -> None:
    session = uuid4()
    sender.start(session)
    entry = event(session, session, 1, kind="set_done", note=words)
    assert sender.put(entry) == (201, {"kept": "diary"})
    kept = SessionEvent.objects.order_by("-id").first()
    assert kept is not None
    assert kept.facts["note"] == words.replace("\x00", "")


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


def test_an_entry_of_a_clock_that_ran_ahead_keeps_its_stamp(sender: Sender, person: Person) -> None:
    ahead = datetime.now(MORNING.tzinfo) + timedelta(days=400)
    assert sender.form("/diary/note/", ahead, note=["from tomorrow"]) == (201, KEPT)
    assert Note.objects.get().moment == ahead
    entry = {**event(uuid4(), uuid4(), 0), "what": "session.start", "planned": ["M10"]}
    session = UUID(entry["session"])
    del entry["after"], entry["event"]
    entry |= {"at": ahead.isoformat(), "reading": READING}
    assert sender.put(entry, session)[0] in (201, 202)
    assert sum(rows(Session, SetAside)) == 1
    for path in ("/", "/diary/", "/session/", "/plan/"):
        assert sender.client.get(path).status_code in (200, 302)


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


@pytest.mark.django_db(transaction=True)
def test_what_was_set_aside_goes_when_the_person_is_forgotten(
    sender: Sender, person: Person
) -> None:
    sender.form("/nowhere/", START)
    assert rows(SetAside) == (1,)
    erase.forget(owner())
    assert rows(SetAside) == (0,)
