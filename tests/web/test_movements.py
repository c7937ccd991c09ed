"""Does "What helps me" count what followed each move, and leave the plan as the rules made it?

Hazards: H-02 H-09.
"""

from datetime import datetime, timedelta

import pytest
from django.utils.html import escape

from spineward.clinical.facts import ExerciseSession, Mark, Reading, SetRecord, SetVerdict
from spineward.clinical.facts.answers import Label
from spineward.clinical.facts.session import SessionEvent as Event
from spineward.clinical.helped import helped
from spineward.diary import convert, journey
from spineward.diary.models import Decision, Session, SessionEvent, SessionSummary
from spineward.web.shell.reasons import of_exclusions
from tests.cast import owner
from tests.diary.life import first_check_in
from tests.web.walk import Walker

GOOD, SAME, DOWN = 9, 12, 5
LABELS: dict[int, Label] = {GOOD: "CENTRALIZING", SAME: "NO_CHANGE", DOWN: "PERIPHERALIZED"}
CALF = (Mark("calf_upper", "right", 4), Mark("low_back_midline", "middle", 2))
PAGE = "/progress/movements/"


def did(at: datetime, **ends: int) -> None:
    """A session of long ago or lately in which these movements ended in these rows."""
    person = owner()
    decision = Decision.objects.of(person).first()
    session = Session.objects.add(
        person, now=at, decision=decision, planned=list(ends), affected=["right"]
    )
    sets = tuple(
        SetRecord(
            movement,
            at + timedelta(minutes=5),
            row,
            LABELS[row],
            SetVerdict.STOP_MOVEMENT if row == DOWN else SetVerdict.CONTINUE,
        )
        for movement, row in ends.items()
    )
    events = (
        Event(at=at, kind="started", reading=Reading(CALF)),
        Event(at=at + timedelta(minutes=20), kind="ended"),
    )
    for event in events:
        facts = convert.event_facts(event)
        SessionEvent.objects.add(person, now=event.at, session=session, facts=facts)
    done = ExerciseSession(at, at + timedelta(minutes=20), CALF, sets)
    SessionSummary.objects.add(person, now=at, session=session, facts=convert.session_facts(done))


@pytest.fixture
def weeks(walk: Walker) -> Walker:
    """Eight days with a session each: M10 did good, M20 sent the pain down."""
    start = walk.clock.at
    first_check_in(owner(), start)
    for days in range(8):
        did(start + timedelta(days=days, hours=1), M10=GOOD, M20=DOWN if days % 2 else GOOD)
    did(start + timedelta(days=7, hours=3), M33=GOOD)
    walk.clock.wait(days=8)
    first_check_in(owner(), walk.clock.at)
    return walk


def test_an_empty_ledger_says_so(walk: Walker) -> None:
    walk.was_checked_in()
    assert "Nothing to count yet" in walk.open(PAGE)


def test_each_move_says_how_often_it_did_good_and_how_sure_that_is(weeks: Walker) -> None:
    weeks.open(PAGE)
    assert "What helps you so far" in weeks.text
    assert "8 of 8</strong> times" in weeks.text
    assert "68 to 100</span> in 100" in weeks.text
    assert "further down the leg after" in weeks.text
    assert "What has not clearly helped" in weeks.text
    assert "Too early to say" in weeks.text
    assert "Wilson score" in weeks.text


def test_the_page_says_that_it_decides_nothing_and_what_holds_a_move_back_today(
    weeks: Walker,
) -> None:
    weeks.open(PAGE)
    assert "This page only counts." in weeks.text
    assert "Held back today" in weeks.text
    held = journey.plan(owner(), now=weeks.clock.at)[1].held_back
    why = [one.why for one in of_exclusions(held, "M20")]
    assert why
    assert [text for text in why if escape(text) not in weeks.text] == []


def test_looking_at_it_changes_nothing_in_the_plan(weeks: Walker) -> None:
    before = journey.plan(owner(), now=weeks.clock.at)
    weeks.open(PAGE)
    assert journey.plan(owner(), now=weeks.clock.at) == before


def test_no_count_overrules_a_rule_or_the_order_of_the_last_response(weeks: Walker) -> None:
    did(weeks.clock.at - timedelta(hours=20), M10=SAME)
    best = [one.movement for one in helped(journey.situation(owner(), now=weeks.clock.at))]
    assert best[0] == "M10"
    plan = journey.plan(owner(), now=weeks.clock.at)[1]
    offered = [one.movement for one in plan.offered if not one.ease]
    # M33 did good once, and that was its last time; M10 did good eight times, but not the last.
    assert offered.index("M33") < offered.index("M10")
    assert "M20" in {one.movement for one in plan.held_back} - set(offered)


def test_while_movement_is_closed_the_page_points_to_today_first(weeks: Walker) -> None:
    weeks.send("/check-in/item.B3/?kind=daily", answer="yes", since="0", examined="none")
    weeks.open(PAGE)
    assert "Moving is held back now." in weeks.text
    assert weeks.text.index("Moving is held back now.") < weeks.text.index("What helps you so far")
