"""Does a stop in a part of a session that was set aside hold back as any other stop does?

Hazards: H-06, H-11.
"""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from spineward.clinical.facts.session import SessionEvent
from spineward.diary import journey, knowing
from spineward.diary.happened import Aside
from spineward.diary.models import Person, Session, SetAside
from spineward.diary.trouble import Refused
from spineward.export.archived import ArchiveRows, Shelves
from tests.diary.life import MORNING, answer, day, finish, screen
from tests.export.weeks import archived, read
from tests.outbox.conftest import READING, START, Sender

DOWN = {**READING, "chart": [{"zone": "sole", "side": "right", "pain": 5}]}
UP = {**READING, "chart": [{"zone": "buttock", "side": "right", "pain": 2}]}
ODD = {"kind": "nonsense"}
SESSION = str(uuid4())
BEGUN = {"what": "session.start", "session": SESSION, "planned": ["M10"], "reading": READING}


def walk(sender: Sender, *facts: dict[str, Any]) -> UUID:
    """A session of M10 that begins, and goes on with these."""
    id = before = uuid4()
    sender.start(id)
    for minute, fact in enumerate(facts, 1):
        next_id = uuid4()
        sender.event(id, before, minute, next_id, **fact)
        before = next_id
    return id


def a_set(reading: dict[str, Any]) -> tuple[dict[str, Any], ...]:
    """One set and how it felt after it."""
    return {"kind": "set_done"}, {"kind": "reading", "point": "t1", "reading": reading}


def offered_next_day(person: Person) -> tuple[str, ...]:
    """What is offered after a check-in as calm as the first, a day later."""
    later = MORNING + timedelta(days=1)
    screen(person, later)
    answer(person, "now", day(), later)
    finish(person, later)
    return tuple(one.movement for one in journey.plan(person, now=later)[1].offered)


def sets(person: Person, at: datetime = START + timedelta(hours=4)) -> list[tuple[str, int]]:
    """Movement and row of every set that the rules read at that time."""
    past = journey.situation(person, now=at).history.sessions
    return [(done.movement, done.row) for one in past for done in one.sets]


def test_what_sent_pain_down_rests_though_that_part_was_set_aside(
    sender: Sender, person: Person
) -> None:
    walk(sender, ODD, *a_set(DOWN), {"kind": "stopped"})
    assert SetAside.objects.count() == 3
    assert ("M10", 5) in sets(person)
    assert "M10" not in offered_next_day(person)


def test_without_a_stop_the_same_movement_is_offered_again(sender: Sender, person: Person) -> None:
    walk(sender, ODD, *a_set(READING), {"kind": "stopped"})
    assert "M10" in offered_next_day(person)


def test_a_session_whose_start_was_refused_stops_what_it_sent_down(
    sender: Sender, person: Person
) -> None:
    walk(sender, *a_set(UP), {"kind": "stopped"})
    walk(sender, *a_set(DOWN))
    assert Session.objects.count() == 1
    assert sets(person) == [("M10", 10), ("M10", 5)]
    assert "M10" not in offered_next_day(person)


@pytest.mark.parametrize("reading", [UP, READING])
def test_what_eased_or_changed_nothing_in_it_counts_for_nothing(
    sender: Sender, person: Person, reading: dict[str, Any]
) -> None:
    walk(sender, *a_set(READING), {"kind": "stopped"})
    before = journey.situation(person, now=START + timedelta(hours=4)).history.sessions
    walk(sender, *a_set(reading))
    assert SetAside.objects.count() == 3
    after = journey.situation(person, now=START + timedelta(hours=4)).history.sessions
    assert [one.verdict for one in after if one not in before] == []


@pytest.mark.parametrize("years", [-40, 40])
def test_a_stop_told_by_a_clock_that_is_years_wrong_is_one_of_the_day_it_came(
    sender: Sender, person: Person, years: int
) -> None:
    now = datetime.now().astimezone()
    wrong, session = now + timedelta(days=365 * years), str(uuid4())
    start = {"what": "session.start", "at": wrong.isoformat(), "session": session}
    before = UUID(session)
    sender.put({**start, "planned": ["M10"], "reading": READING}, before)
    for seconds, fact in enumerate(a_set(DOWN), 60):
        at = (wrong + timedelta(seconds=seconds)).isoformat()
        part = {"what": "session.event", "at": at, "session": session, "after": str(before)}
        before = uuid4()
        assert sender.put({**part, "event": {"at": at, **fact}}, before)[0] == 202
    (stopped,) = journey.situation(person, now=now + timedelta(minutes=1)).history.sessions
    assert [(done.movement, done.row) for done in stopped.sets] == [("M10", 5)]
    assert abs(stopped.sets[0].at - now) < timedelta(minutes=1)
    assert abs(stopped.started - now) < timedelta(minutes=1)


def test_of_a_session_in_two_parts_each_set_counts_once(sender: Sender, person: Person) -> None:
    walk(sender, *a_set(DOWN), ODD, *a_set(DOWN))
    assert SetAside.objects.count() == 3
    assert sets(person) == [("M10", 5)]


def test_an_archive_tells_the_same_stops_at_the_moment_of_each_decision(
    sender: Sender, person: Person
) -> None:
    walk(sender, *a_set(UP), {"kind": "stopped"})
    walk(sender, *a_set(DOWN))
    walk(sender, ODD, *a_set(DOWN))
    offered_next_day(person)
    now = MORNING + timedelta(days=1, hours=1)
    archive = read(archived(person))
    shelves, basis = Shelves(archive), archive.tables["decisions"][-1].basis
    then = knowing.situation(ArchiveRows(shelves, basis), now, for_session=False)
    assert then == journey.situation(person, now=now)
    assert ("M10", 5) in [
        (done.movement, done.row) for s in then.history.sessions for done in s.sets
    ]
    bare = {table: last for table, last in basis.items() if table != "set_aside"}
    before = knowing.situation(ArchiveRows(shelves, bare), now, for_session=False)
    assert before.history.sessions != then.history.sessions


# --- it holds back, once, and opens nothing ----------------------------------------------------


def told(*facts: tuple[float, dict[str, Any]], **start: Any) -> Aside:
    """A session of which all was set aside: each part with its minutes since the start."""
    begun = BEGUN | {"at": START.isoformat()} | start
    parts: list[tuple[dict[str, Any], datetime]] = [(begun, START)]
    for minutes, fact in facts:
        at = (START + timedelta(minutes=minutes)).isoformat()
        event = {"what": "session.event", "session": SESSION, "event": {"at": at, **fact}}
        parts.append((event, START + timedelta(minutes=3)))
    return Aside(tuple(parts))


def rows_of(aside: Aside, *legs: Any) -> list[tuple[str, int]]:
    """What stopped in it, as read an hour later."""
    found = aside.stops(legs or ("right",), START + timedelta(hours=1))
    return [(done.movement, done.row) for done in found.sets] if found else []


A_YEAR = 400 * 24 * 60


@pytest.mark.parametrize(
    ("done", "read"), [(1, 2), (1, A_YEAR), (A_YEAR, A_YEAR + 1), (-A_YEAR, 2)]
)
def test_a_clock_that_jumps_within_a_session_loses_no_stop(done: float, read: float) -> None:
    finished, felt = a_set(DOWN)
    assert rows_of(told((done, finished), (read, felt))) == [("M10", 5)]


def test_a_movement_that_nobody_knows_hides_no_stop_of_the_one_before_it() -> None:
    finished, felt = a_set(DOWN)
    aside = told((1, finished), (2, felt), planned=["M10", "M99"])
    assert rows_of(aside) == [("M10", 5)]


def test_a_set_of_which_nobody_said_how_it_was_felt_stops_no_movement() -> None:
    assert rows_of(told((1, {"kind": "set_done"}))) == []


def test_pain_in_the_other_leg_is_read_with_the_legs_of_today_and_with_both() -> None:
    finished, felt = a_set(DOWN)
    aside = told((1, finished), (2, felt))
    assert rows_of(aside) == [("M10", 5)]
    assert {("M10", 5)} < set(rows_of(aside, "left"))


def test_what_came_days_later_counts_no_stop_of_the_diary_again(
    sender: Sender, person: Person
) -> None:
    session = walk(sender, *a_set(DOWN), ODD)
    late = {"kind": "skipped"}
    sender.event(session, SetAside.objects.get().client_id, 4 * A_YEAR, uuid4(), **late)
    assert SetAside.objects.count() == 2
    assert sets(person, START + timedelta(days=3)) == [("M10", 5)]


def test_a_session_is_the_same_however_its_id_is_spelled(sender: Sender, person: Person) -> None:
    session = uuid4()
    sender.start(session)
    for minute, fact in enumerate((ODD, *a_set(DOWN)), 1):
        at = (START + timedelta(minutes=minute)).isoformat()
        part = {"what": "session.event", "at": at, "session": str(session).upper()}
        told = sender.put({**part, "after": str(session), "event": {"at": at, **fact}}, uuid4())
        assert told[0] == 202
    assert ("M10", 5) in sets(person)


def test_a_session_with_a_part_set_aside_is_not_gone_on_with_through_any_door(
    sender: Sender, person: Person
) -> None:
    session = walk(sender, ODD, *a_set(DOWN))
    at = START + timedelta(minutes=5)
    done = SessionEvent(at=at, kind="set_done")
    with pytest.raises(Refused, match=journey.BEFORE_IT):
        journey.record(person, session, done, now=at, client_id=uuid4())
    ended = SessionEvent(at=at, kind="stopped")
    state = journey.record(person, session, ended, now=at, client_id=uuid4()).state
    assert state.step == "finished"
