"""Is a session kept event by event, taken up after a crash, and summed up when it is over?"""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from spineward.clinical.facts import Chart, ExerciseSession, Mark, Reading, SetVerdict
from spineward.clinical.facts.session import SessionEvent
from spineward.diary import journey
from spineward.diary.journey import OpenSession
from spineward.diary.models import Person, Session, SessionSummary
from spineward.diary.models import SessionEvent as EventRow
from spineward.diary.trouble import NotFound, Refused
from tests.cast import owner, stranger
from tests.diary.life import MORNING, answer, day, finish, first_check_in

pytestmark = pytest.mark.django_db

CALF: Chart = (Mark("calf_upper", "right", 4), Mark("low_back_midline", "middle", 2))
THIGH: Chart = (Mark("thigh_back_upper", "right", 3), Mark("low_back_midline", "middle", 2))
FOOT: Chart = (Mark("sole", "right", 4), Mark("low_back_midline", "middle", 2))
BOTH_LEGS: Chart = (*CALF, Mark("calf_upper", "left", 3))
START = MORNING + timedelta(minutes=5)


def minute(count: float) -> datetime:
    """That many minutes into the session."""
    return START + timedelta(minutes=count)


def begin(person: Person, *planned: str) -> OpenSession:
    """A session of these movements, five minutes after the check-in."""
    return journey.start_session(
        person, planned or ("M10",), Reading(CALF), now=START, client_id=uuid4()
    )


def tell(person: Person, session: UUID, at: datetime, kind: Any, **more: Any) -> OpenSession:
    """Send one event as it happens."""
    event = SessionEvent(at=at, kind=kind, **more)
    return journey.record(person, session, event, now=at, client_id=uuid4())


def one_set(person: Person, session: UUID, from_minute: float, after: Chart) -> OpenSession:
    """A set that ends in this chart, at once and upright."""
    read = {"kind": "reading", "reading": Reading(after)}
    tell(person, session, minute(from_minute), "set_done")
    state = tell(person, session, minute(from_minute + 0.5), point="t1", **read)
    if state.state.step == "upright":
        state = tell(person, session, minute(from_minute + 2.5), point="t2", **read)
    return state


def only_session(person: Person, now: datetime) -> ExerciseSession:
    """The one session that the rules read."""
    (session,) = journey.situation(person, now=now).history.sessions
    return session


def test_a_session_starts_with_a_movement_that_is_offered() -> None:
    person = owner()
    first_check_in(person)
    session = begin(person)
    assert (session.state.step, session.state.movement) == ("movement", "M10")
    assert journey.open_session(person, now=START) == session


@pytest.mark.parametrize("planned", [(), ("M60",), ("M99",)])
def test_a_movement_that_is_not_offered_is_refused(planned: tuple[str, ...]) -> None:
    person = owner()
    first_check_in(person)
    with pytest.raises(Refused):
        journey.start_session(person, planned, Reading(CALF), now=START, client_id=uuid4())
    assert journey.open_session(person, now=START) is None


def test_without_a_screen_in_the_last_half_hour_only_ease_is_offered() -> None:
    person = owner()
    first_check_in(person)
    late = MORNING + timedelta(hours=2)
    with pytest.raises(Refused, match="M10"):
        journey.start_session(person, ("M10",), Reading(CALF), now=late, client_id=uuid4())


def test_a_start_sent_twice_or_from_a_second_tab_is_one_session() -> None:
    person, client_id = owner(), uuid4()
    first_check_in(person)
    for form in (client_id, client_id, uuid4()):
        journey.start_session(person, ("M10",), Reading(CALF), now=START, client_id=form)
    assert Session.objects.of(person).count() == 1


def test_a_set_that_centralizes_is_read_and_kept() -> None:
    person = owner()
    first_check_in(person)
    session = begin(person)
    state = one_set(person, session.id, 5, THIGH).state
    assert state.outcome is not None
    assert (state.outcome.row, state.outcome.label) == (9, "CENTRALIZING")
    tell(person, session.id, minute(9), "ended")
    assert journey.open_session(person, now=minute(9)) is None
    kept = only_session(person, minute(10))
    assert [(done.movement, done.row) for done in kept.sets] == [("M10", 9)]
    assert (kept.started, kept.t0) == (START, CALF)
    assert kept.ended is not None
    assert SessionSummary.objects.of(person).count() == 1


def test_a_session_goes_on_after_the_program_was_killed() -> None:
    person = owner()
    first_check_in(person)
    session = begin(person)
    tell(person, session.id, minute(5), "set_done")
    resumed = journey.open_session(journey.own_person(), now=minute(6))
    assert resumed is not None
    assert (resumed.id, resumed.state.step) == (session.id, "after_set")
    assert only_session(person, minute(6)).ended is None


def test_a_session_left_without_an_answer_ends_by_itself_and_is_kept() -> None:
    person = owner()
    first_check_in(person)
    session = begin(person)
    tell(person, session.id, minute(5), "set_done")
    tomorrow = MORNING + timedelta(days=1)
    assert journey.open_session(person, now=tomorrow) is None
    kept = only_session(person, tomorrow)
    assert kept.verdict == SetVerdict.STOP_SESSION
    assert SessionSummary.objects.of(person).count() == 0
    first_check_in(person, tomorrow)
    assert SessionSummary.objects.of(person).count() == 1
    assert only_session(person, tomorrow) == kept


def test_a_session_that_ran_out_stays_over_when_the_clock_is_set_back() -> None:
    """Hazards: H-06, H-11."""
    person = owner()
    first_check_in(person)
    session = begin(person)
    tell(person, session.id, minute(5), "set_done")
    later = MORNING + timedelta(hours=3)
    answer(person, "now", day(), later)
    finish(person, later)
    assert only_session(person, later).verdict == SetVerdict.STOP_SESSION
    read = {"kind": "reading", "reading": Reading(THIGH)}
    for count, more in ((6, {"point": "t1", **read}), (8, {"point": "t2", **read})):
        state = tell(person, session.id, minute(count), **more).state
        assert (state.step, state.movement) == ("finished", None)
    assert only_session(person, later).verdict == SetVerdict.STOP_SESSION


def test_pain_that_travels_down_stops_the_movement_and_is_never_lost() -> None:
    person = owner()
    first_check_in(person)
    session = begin(person)
    state = one_set(person, session.id, 5, FOOT).state
    assert state.outcome is not None
    assert state.outcome.verdict == SetVerdict.STOP_MOVEMENT
    assert state.step == "settle"
    assert [done.row for done in only_session(person, minute(8)).sets] == [5]


def test_the_second_leg_locks_in_the_same_step() -> None:
    person = owner()
    first_check_in(person)
    session = begin(person)
    state = one_set(person, session.id, 5, BOTH_LEGS).state
    assert state.outcome is not None
    assert state.outcome.verdict == SetVerdict.STOP_AND_ESCALATE
    known = journey.situation(person, now=minute(6))
    assert known.item["A5"] == "yes"
    assert known.since["A5"] == START.date()
    assert [lock.rules for lock in known.history.locks] == [("A5",)]
    result = journey.assessment(person, now=minute(6))
    assert (result.care_level.name, result.movement_gate.name) == ("EMERGENCY", "BLOCK")
    assert {"session", "lock", "check_in"} == {e.kind for e in journey.diary(person).entries}


def test_a_red_flag_told_in_the_middle_of_a_set_locks_in_the_same_step() -> None:
    person = owner()
    first_check_in(person)
    session = begin(person)
    state = tell(person, session.id, minute(3), "symptoms", red_flags=("A1",)).state
    assert state.step == "finished"
    assert [lock.rules for lock in journey.situation(person, now=minute(3)).history.locks] == [
        ("A1",)
    ]


def test_stop_ends_the_session_at_once() -> None:
    person = owner()
    first_check_in(person)
    session = begin(person)
    assert tell(person, session.id, minute(1), "stopped").state.step == "finished"
    assert only_session(person, minute(2)).stops == ("SS5",)
    assert journey.situation(person, now=minute(2)).history.locks == ()


def test_a_swap_to_a_movement_that_is_not_offered_is_refused() -> None:
    person = owner()
    first_check_in(person)
    session = begin(person)
    with pytest.raises(Refused, match="M60"):
        tell(person, session.id, minute(1), "swapped", movement="M60")
    assert tell(person, session.id, minute(1), "swapped", movement="M33").state.movement == "M33"


def test_a_note_stands_with_its_session() -> None:
    person = owner()
    first_check_in(person)
    session = begin(person)
    journey.note(person, "on the bed", now=minute(1), client_id=uuid4(), session=session.id)
    entry = journey.diary(person).entries[0]
    assert (entry.kind, entry.session) == ("session", session.id)
    assert [note.text for note in entry.notes] == ["on the bed"]


def test_an_event_sent_twice_or_from_two_tabs_counts_once() -> None:
    person = owner()
    first_check_in(person)
    session = begin(person)
    event = SessionEvent(at=minute(5), kind="set_done")
    states = [
        journey.record(person, session.id, event, now=minute(5), client_id=session.next_id)
        for _ in range(2)
    ]
    assert states[0] == states[1]
    assert EventRow.objects.of(person).count() == 2
    assert states[0].next_id != session.next_id


@pytest.mark.parametrize(
    "event",
    [
        {"kind": "danced"},
        {"kind": "set_done", "movement": "M99"},
        {"kind": "symptoms", "red_flags": ("C1",)},
        {"kind": "symptoms", "symptoms": ("happy",)},
        {"kind": "reading", "point": "t9", "reading": Reading(CALF)},
        {"kind": "reading", "point": "t1", "reading": Reading((Mark("wing", "right", 1),))},
    ],
    ids=str,
)
def test_an_event_that_cannot_be_is_refused(event: dict[str, Any]) -> None:
    person = owner()
    first_check_in(person)
    session = begin(person)
    with pytest.raises(Refused):
        tell(person, session.id, minute(1), **event)
    with pytest.raises(Refused, match="future"):
        journey.record(
            person,
            session.id,
            SessionEvent(at=minute(2), kind="set_done"),
            now=minute(1),
            client_id=uuid4(),
        )
    assert EventRow.objects.of(person).count() == 1


def test_a_stranger_can_neither_see_nor_change_a_session() -> None:
    person = owner()
    first_check_in(person)
    session = begin(person)
    assert journey.open_session(stranger(), now=START) is None
    with pytest.raises(NotFound):
        tell(stranger(), session.id, minute(1), "stopped")
    with pytest.raises(NotFound):
        journey.session_state(stranger(), session.id, now=START)


def test_the_answer_after_half_an_hour_joins_the_session_that_is_over() -> None:
    person = owner()
    first_check_in(person)
    session = begin(person)
    second_buttock = (*CALF, Mark("buttock", "left", 2))
    state = one_set(person, session.id, 5, second_buttock)
    assert (state.state.step, state.state.awaits_re_ask) == ("re_ask", True)
    assert [done.at_30 for done in only_session(person, minute(6)).sets] == [None]
    assert journey.open_session(person, now=minute(40)) is not None
    read = {"kind": "reading", "point": "at_30", "reading": Reading(second_buttock)}
    assert tell(person, session.id, minute(40), **read).state.step == "finished"
    assert [done.at_30 for done in only_session(person, minute(41)).sets] == ["still"]
    assert SessionSummary.objects.of(person).count() == 2
    assert [e.kind for e in journey.diary(person).entries] == ["session", "check_in"]
