"""Does what was entered without a network come into the diary once, in order, as of its own moment?

Hazards: H-06, H-11, H-14, H-22.
"""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from spineward.diary import journey
from spineward.diary.deciding import settle
from spineward.diary.models import Answers, CheckIn, Note, Person, Session, SessionEvent, SetAside
from tests.diary.life import MORNING, SCREEN, answer
from tests.outbox.conftest import KEPT, READING, START, Sender, event, rows


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
