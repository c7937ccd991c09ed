"""Does a check-in, a session and the progress by the API come to the same as by the pages?"""

import json
from typing import Any
from uuid import UUID, uuid4

from spineward.clinical.facts import Mark, Reading
from spineward.diary import convert, journey
from spineward.diary.models import Answers, CheckIn, Decision, Person, Session, SessionEvent
from spineward.export.output import assessed
from tests.api.conftest import Script, nothing
from tests.cast import owner, stranger
from tests.diary.life import ABOUT, SCREEN, day, first_check_in
from tests.web.walk import Walker

WORSE = {
    "chart": [
        {"zone": "calf_upper", "side": "right", "pain": 7},
        {"zone": "foot_top", "side": "right", "pain": 4},
    ]
}


def decided(person: Person) -> list[tuple[Any, ...]]:
    """Every decision of a diary: when, what, and whether a check-in led to it."""
    rows = Decision.objects.of(person).order_by("id")
    return [(one.at, one.words, one.check_in_id is not None) for one in rows]


def sent_again(script: Script, rows: list[Answers], check_ins: list[CheckIn]) -> None:
    """Send what the pages stored, in its order and as of its moments."""
    for row in rows:
        script.clock.at = row.moment
        sent = {
            "page": row.page,
            "answers": row.answers,
            "ticked": row.ticked,
            "drawing": row.drawing,
            "at": row.moment.isoformat(),
        }
        status, said = script.put(f"check-in/answers/{row.client_id}", sent)
        assert status == 201, said
        for done in check_ins:
            if done.last_answer == row.id:
                script.clock.at = done.moment
                told = {"kind": done.kind, "at": done.moment.isoformat()}
                assert script.put(f"check-ins/{done.client_id}", told)[0] == 201


def test_a_check_in_and_a_session_come_to_the_same_decisions(script: Script) -> None:
    walk = Walker(script.client, script.clock)
    walk.first_check_in()
    walk.clock.wait(minutes=2)
    walk.begin_session()
    walk.clock.wait(minutes=3)
    walk.done()
    walk.felt(answer="same")
    walk.clock.wait(minutes=1)
    walk.felt(lowest_right="8", pain_right="7", new="none")
    by_pages = owner()
    wanted = decided(by_pages)
    line = script.get("progress?view=day")
    counted = script.get("progress/movements")
    answers = list(Answers.objects.of(by_pages).order_by("id"))
    check_ins = list(CheckIn.objects.of(by_pages).order_by("id"))
    session = Session.objects.of(by_pages).get()
    events = list(SessionEvent.objects.of(by_pages).filter(session=session).order_by("id"))
    state = script.get(f"sessions/{session.client_id}")
    end = script.clock.at
    by_pages.own = None
    Person.objects.filter(pk=by_pages.pk).update(own=None)

    own_answers = [row for row in answers if row.page != "session"]
    sent_again(script, own_answers, check_ins)
    script.clock.at = session.moment
    started = convert.event_facts(journey.read_event(events[0].facts))
    assert script.start(session.client_id, started["reading"], *session.planned)[0] == 201
    after: UUID = session.client_id
    for row in events[1:]:
        script.clock.at = row.moment
        facts = {key: value for key, value in row.facts.items() if key != "at"}
        assert script.happens(session.client_id, after, row.client_id, **facts)[0] == 201
        after = row.client_id

    script.clock.at = end
    assert script.get(f"sessions/{session.client_id}") == state
    assert decided(owner()) == wanted
    assert script.get("progress?view=day") == line
    assert script.get("progress/movements") == counted


def test_a_check_in_from_the_first_page_to_the_plan(script: Script) -> None:
    asked = script.get("check-in")
    assert (asked["kind"], asked["next"]) == ("first", "Q1")
    calm = {page: nothing(page) for page in SCREEN}
    for page, answers in (*calm.items(), ("about", ABOUT), ("day", day())):
        assert script.answer(page, answers)[0] == 201
    status, told = script.put(f"check-ins/{uuid4()}", {"kind": "first"})
    other = stranger()
    first_check_in(other, script.clock.at)
    by_the_diary = assessed(*journey.plan(other, now=script.clock.at))
    assert status == 201
    assert script.get("assessment") == told == json.loads(json.dumps(by_the_diary))
    assert script.get("plan")["offered"] == told["offered"]
    assert script.get("situation")["leg_now"] == day()["leg_now"]


def test_a_set_that_travels_down_stops_the_session(script: Script) -> None:
    first_check_in(owner(), script.clock.at)
    session, done, felt = uuid4(), uuid4(), uuid4()
    before = {"chart": day()["chart"]}
    assert script.answer("QS", nothing("QS"))[0] == 201
    status, told = script.start(session, before, "M10")
    assert status == 201, told
    assert script.get("sessions/open")["id"] == str(session)
    script.clock.wait(minutes=2)
    script.happens(session, session, done, kind="set_done")
    status, told = script.happens(session, done, felt, kind="reading", point="t1", reading=WORSE)
    assert status == 201, told
    assert told["outcome"]["set_verdict"] in ("STOP_MOVEMENT", "STOP_SESSION")


def test_an_entry_sent_twice_counts_once(script: Script) -> None:
    id = uuid4()
    assert script.answer("Q1", SCREEN["Q1"], id)[0] == 201
    assert script.answer("Q1", SCREEN["Q1"], id)[0] == 200
    assert Answers.objects.count() == 1


def test_an_id_that_another_entry_has_is_refused(script: Script) -> None:
    id = uuid4()
    script.answer("Q1", SCREEN["Q1"], id)
    status, told = script.answer("Q2", SCREEN["Q2"], id)
    assert (status, told["status"]) == (409, 409)
    assert str(id) in told["detail"]
    status, told = script.put(f"check-ins/{id}", {"kind": "first"})
    assert status == 409
    assert (Answers.objects.count(), CheckIn.objects.count()) == (1, 0)


def test_a_weekly_entry_comes_in_once(script: Script) -> None:
    id, entry = uuid4(), {"psfs": [3], "tasks": ["Walk to work"], "walk_minutes": 20}
    assert script.put(f"weeks/{id}", {"entry": entry})[0] == 201
    assert script.put(f"weeks/{id}", {"entry": entry})[0] == 200
    week = journey.weeks(owner())[0]
    assert (week.tasks, week.walk_minutes) == (("Walk to work",), 20)


def test_an_event_that_comes_too_early_says_what_it_waits_for(script: Script) -> None:
    session, nowhere = uuid4(), uuid4()
    status, told = script.happens(session, nowhere, uuid4(), kind="set_done")
    assert (status, told["field"]) == (409, "after")


def test_nothing_is_finished_where_nothing_was_answered(script: Script) -> None:
    assert script.put(f"check-ins/{uuid4()}", {"kind": "daily"})[0] == 409


def test_a_stranger_is_never_seen(script: Script) -> None:
    other = stranger()
    first_check_in(other, script.clock.at)
    owner()
    assert script.get("situation")["item"] == {}
    assert script.get("check-in")["answered"] == {}
    assert script.get("progress")["points"] == []
    assert b"calf_upper" not in script.client.get("/api/v1/exports/fhir").content
    t0 = Reading((Mark("calf_upper", "right", pain=4),))
    now = script.clock.at
    session = journey.start_session(other, ("M10",), t0, now=now, client_id=uuid4())
    assert script.client.get(f"/api/v1/sessions/{session.id}").status_code == 404
    assert script.happens(session.id, session.id, uuid4(), kind="set_done")[0] == 409
