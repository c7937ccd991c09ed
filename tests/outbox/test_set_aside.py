"""Does what the diary refuses still call for help, hold nothing up, and count for no wrong set?

Hazards: H-01, H-06, H-11, H-22.
"""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import DataError, IntegrityError

from spineward.clinical.facts import CareLevel, Gate
from spineward.diary import journey
from spineward.diary.models import (
    Answers,
    CheckIn,
    Lock,
    Note,
    Person,
    Session,
    SessionEvent,
    SetAside,
)
from spineward.web.outbox import placing
from spineward.web.outbox.forms import NOT_HERE
from tests.diary.life import MORNING, answer, first_check_in, screen
from tests.outbox.conftest import READING, START, Sender


def now() -> datetime:
    """The pages read the clock of the machine."""
    return datetime.now().astimezone()


@pytest.fixture
def today(person: Person) -> Person:
    """Someone who has checked in today as well, and whom nothing holds back."""
    first_check_in(person, now() - timedelta(minutes=20))
    assert journey.assessment(person, now=now()).movement_gate != Gate.BLOCK
    return person


@pytest.mark.parametrize(
    ("path", "fields", "level"),
    [
        ("/check-in/item.A1/?kind=daily", {"answer": ["yes"]}, CareLevel.EMERGENCY),
        ("/check-in/item.A4/?kind=daily", {"answer": ["changed"]}, CareLevel.EMERGENCY),
        ("/check-in/item.A1/?kind=daily", {"answer": ["not_sure"], "since": ["9"]}, None),
        ("/check-in/clarify.A1/?kind=daily", {"answer": ["perhaps"]}, CareLevel.EMERGENCY),
        ("/check-in/Q1/?kind=daily", {"tick": ["A1"], "answer": [""]}, CareLevel.EMERGENCY),
        ("/check-in/Q1/?kind=daily", {"tick": ["A2"], "answer": ["none"]}, CareLevel.EMERGENCY),
        ("/check-in/QS/?kind=session", {"tick": ["A3"], "answer": ["none"]}, CareLevel.EMERGENCY),
        ("/check-in/Q2/?kind=daily", {"tick": ["B1"], "answer": ["x"]}, CareLevel.SAME_DAY),
        ("/check-in/gone/?kind=daily", {"tick": ["A1"], "answer": ["some"]}, CareLevel.EMERGENCY),
        ("/check-in/chart/", {"saddle-middle.numbness": ["99"]}, CareLevel.EMERGENCY),
        ("/check-in/chart/?place=saddle-middle", {"middle": ["saddle-middle"]}, None),
        ("/check-in/strength/", {"heel_walk_left": ["cannot"]}, CareLevel.SAME_DAY),
    ],
)
def test_a_sign_on_a_refused_page_calls_for_help_until_it_is_answered_anew(
    sender: Sender,
    today: Person,
    path: str,
    fields: dict[str, Any],
    level: CareLevel | None,
) -> None:
    assert sender.form(path, now(), **fields)[0] == 202
    found = journey.assessment(today, now=now())
    assert found.care_level >= (level or CareLevel.EMERGENCY)
    assert found.movement_gate == Gate.BLOCK
    assert sender.client.get("/").content.count(b"/emergency/") >= 1
    assert journey.plan(today, now=now())[1].offered == ()


def test_a_refused_sign_locks_as_the_same_answer_does_when_it_is_taken(
    sender: Sender, today: Person
) -> None:
    sender.form("/check-in/Q1/?kind=daily", now(), tick=["A1"], answer=[""])
    found = journey.assessment(today, now=now()).locked
    assert found is not None
    assert (found.rules, found.steps) == (("A1",), ("examined", "fresh_screen"))
    screen(today, now())
    assert journey.situation(today, now=now()).item["A1"] == "no"


def test_a_refused_line_about_health_is_asked_again(sender: Sender, today: Person) -> None:
    sender.form("/check-in/Q5/?kind=daily", now(), tick=["blood"], answer=[""])
    assert "item.A14" in journey.assessment(today, now=now()).missing


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/check-in/now/?kind=daily", {"worst_24h": ["99"]}),
        ("/check-in/item.A1/?kind=daily", {"answer": ["no!"]}),
        ("/check-in/clarify.A1/", {"answer": ["no"], "odd": ["1"]}),
        ("/nowhere/", {"answer": ["none"]}),
    ],
)
def test_a_refused_page_without_a_sign_records_nothing(
    sender: Sender, today: Person, path: str, fields: dict[str, Any]
) -> None:
    assert sender.form(path, now(), **fields)[0] in (201, 202)
    assert not Answers.objects.filter(page="aside").exists()


def test_a_yes_that_stands_is_not_made_milder(sender: Sender, today: Person) -> None:
    answer(today, "item.A1", {"item": {"A1": "yes"}}, now())
    sender.form("/check-in/Q1/?kind=daily", now(), tick=["A1"], answer=[""])
    assert journey.situation(today, now=now()).item["A1"] == "yes"


def test_help_counts_when_only_a_later_part_of_a_session_was_set_aside(
    sender: Sender, person: Person
) -> None:
    session, first, odd, third = (uuid4() for _ in range(4))
    sender.start(session)
    sender.event(session, session, 1, first, kind="set_done")
    assert sender.event(session, first, 2, odd, kind="nonsense")[0] == 202
    alarm = {"kind": "reading", "point": "t1", "reading": READING}
    assert sender.event(session, odd, 3, uuid4(), **alarm)[0] == 202
    told = sender.event(session, odd, 4, third, kind="symptoms", red_flags=["A1"])
    assert told[0] == 202
    at = START + timedelta(minutes=5)
    assert journey.assessment(person, now=at).care_level == CareLevel.EMERGENCY
    assert Lock.objects.exists()


def test_help_counts_though_the_end_of_the_session_came_in_between(
    sender: Sender, person: Person
) -> None:
    session, odd, end = uuid4(), uuid4(), uuid4()
    sender.start(session)
    sender.event(session, session, 1, odd, kind="swapped", movement="M99")
    assert sender.event(session, odd, 2, end, kind="stopped")[0] == 201
    told = sender.event(session, end, 3, uuid4(), kind="symptoms", red_flags=["A1"])
    assert told[0] == 202
    at = START + timedelta(minutes=5)
    assert journey.assessment(person, now=at).care_level == CareLevel.EMERGENCY


@pytest.mark.parametrize(
    "odd", [{"kind": "swapped", "movement": "M99"}, {"kind": "skipped", "at": "2030-01-01T00:00Z"}]
)
def test_after_a_change_that_was_refused_no_set_counts_for_the_wrong_movement(
    sender: Sender, person: Person, odd: dict[str, Any]
) -> None:
    session, swap, done, read = (uuid4() for _ in range(4))
    down = {**READING, "chart": [{"zone": "sole", "side": "right", "pain": 5}]}
    sender.start(session, ("M10", "M11"))
    assert sender.event(session, session, 1, swap, **odd)[0] == 202
    assert sender.event(session, swap, 2, done, kind="set_done")[0] == 202
    told = sender.event(session, done, 3, read, kind="reading", point="t1", reading=down)
    assert told == (202, {"kept": "aside", "why": journey.BEFORE_IT})
    assert sender.event(session, read, 4, uuid4(), kind="stopped")[0] == 201
    at = START + timedelta(minutes=6)
    assert [
        one.label for one in journey.session_state(person, session, now=at).state.done.sets
    ] in (
        [],
        ["NOT_READ"],
    )
    assert SetAside.objects.count() == 3


@pytest.mark.parametrize("fault", [DataError, IntegrityError, ZeroDivisionError])
def test_what_cannot_even_be_set_aside_goes_back_and_holds_nothing_up(
    sender: Sender, person: Person, monkeypatch: pytest.MonkeyPatch, fault: type[Exception]
) -> None:
    def trip(*_: object, **__: object) -> None:
        raise fault("too long")

    with monkeypatch.context() as patch:
        patch.setattr(SetAside.objects, "add", trip)
        status, told = sender.form("/nowhere/", START)
    assert (status, told) == (400, {"why": NOT_HERE})
    assert sender.form("/diary/note/", START, note=["after it"])[0] == 201


def test_what_the_tables_do_not_take_is_set_aside_and_not_sent_for_ever(
    sender: Sender, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trip(*_: object, **__: object) -> None:
        raise DataError("value too long for type character varying(40)")

    monkeypatch.setattr(Note.objects, "add", trip)
    status, told = sender.form("/diary/note/", START, note=["long"])
    assert (status, told["kept"]) == (202, "aside")


def test_when_the_help_of_an_entry_cannot_be_read_every_sign_is_asked_anew(
    sender: Sender, today: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trip(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(placing, "told_signs", trip)
        assert sender.form("/check-in/Q1/", now(), tick=["A1"], answer=[""])[0] == 202
    missing = journey.assessment(today, now=now()).missing
    assert {"item.A1", "item.B1"} <= set(missing)


@pytest.mark.parametrize("years", [-40, -1, 1, 40])
def test_an_answer_of_a_clock_that_is_years_wrong_decides_nothing_but_help(
    sender: Sender, today: Person, years: int
) -> None:
    wrong = now() + timedelta(days=365 * years)
    answer(today, "item.A1", {"item": {"A1": "not_sure"}}, now())
    assert sender.form("/check-in/Q1/?kind=daily", wrong, answer=["none"])[0] == 202
    assert journey.assessment(today, now=now()).care_level == CareLevel.EMERGENCY
    kept = SetAside.objects.get()
    assert kept.event["at"] == wrong.isoformat()
    assert abs(kept.at - now()) < timedelta(minutes=1)
    assert sender.form("/check-in/item.B5/", wrong, answer=["yes"], since=["0"])[0] == 202
    assert journey.situation(today, now=now()).since["B5"] == now().date()


@pytest.mark.parametrize("years", [-40, 40])
def test_a_session_of_a_clock_that_is_years_wrong_is_set_aside_with_its_help(
    sender: Sender, person: Person, years: int
) -> None:
    session, first = uuid4(), uuid4()
    wrong = (now() + timedelta(days=365 * years)).isoformat()
    start = {"what": "session.start", "at": wrong, "session": str(session), "planned": ["M10"]}
    assert sender.put({**start, "reading": READING}, session)[0] == 202
    step = {"what": "session.event", "at": wrong, "session": str(session), "after": str(session)}
    event = {"at": wrong, "kind": "symptoms", "red_flags": ["A1"]}
    assert sender.put({**step, "event": event}, first)[0] == 202
    assert (Session.objects.count(), SessionEvent.objects.count()) == (0, 0)
    assert journey.assessment(person, now=now()).care_level == CareLevel.EMERGENCY
    assert Lock.objects.get().at <= now()


def test_a_part_of_a_session_from_before_its_start_is_set_aside(
    sender: Sender, person: Person
) -> None:
    session = uuid4()
    answer(person, "weekly", {}, MORNING - timedelta(days=90))
    sender.start(session)
    told = sender.event(session, session, -60 * 24 * 30, uuid4(), kind="set_done")
    assert told == (202, {"kept": "aside", "why": journey.BEHIND})


def test_a_first_answer_may_carry_any_day_up_to_now(sender: Sender) -> None:
    long_ago = MORNING - timedelta(days=4_000)
    assert sender.form("/check-in/Q1/?kind=first", long_ago, answer=["none"])[0] == 201
    assert CheckIn.objects.count() == 0
