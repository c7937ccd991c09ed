"""Whatever was set aside, can every page be opened, and does it only ever hold back?

What was refused may be anything, the more so when it came in with a copy.
Hazards: H-06, H-11, H-22.
"""

from datetime import timedelta
from itertools import product
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spineward.clinical.facts import SetVerdict
from spineward.diary.happened import Aside, asides
from spineward.diary.models import Person, SetAside
from tests.outbox.conftest import READING, START, Sender
from tests.outbox.test_stops_set_aside import BEGUN, DOWN, ODD, UP, a_set, sets, walk

FACTS: list[dict[str, Any]] = [
    *a_set(DOWN),
    *a_set(UP),
    {"kind": "stopped"},
    {"kind": "skipped"},
    {"kind": "half_range"},
    {"kind": "swapped", "movement": "M33"},
    {"kind": "swapped", "movement": "M99"},
    {"kind": "symptoms", "symptoms": ["stop_asked"]},
    {"kind": "symptoms", "red_flags": ["A1"]},
    {"kind": "reading", "point": "t2", "reading": DOWN},
    {"kind": "reading", "point": "at_10", "reading": {}},
    {"kind": "ended"},
    {"kind": "started", "reading": READING},
    {"kind": 7},
    ODD,
]
MINUTES = st.sampled_from([-(10**8), -60, 0, 1, 2, 12, 40, 3000, 10**8])
PARTS = st.lists(st.tuples(st.sampled_from(FACTS), MINUTES), max_size=8)


def sent(parts: list[tuple[dict[str, Any], int]], begun: bool) -> list[tuple[dict[str, Any], Any]]:
    """These parts as they were sent, the start first."""
    session = str(uuid4())
    start = {"what": "session.start", "session": session, "planned": ["M10", "M11"]}
    told: list[tuple[dict[str, Any], Any]] = []
    if begun:
        told.append(({**start, "at": START.isoformat(), "reading": READING}, START))
    for fact, minutes in parts:
        at = START + timedelta(minutes=minutes)
        event = {**fact, "at": at.isoformat()}
        told.append(({"what": "session.event", "session": session, "event": event}, START))
    return told


@given(PARTS, st.booleans())
def test_whatever_was_sent_it_can_be_read_and_only_holds_back(
    parts: list[tuple[dict[str, Any], int]], begun: bool
) -> None:
    now = START + timedelta(hours=1)
    for aside in asides(sent(parts, begun), lambda _: {}):
        found = aside.stops(("right",), now)
        if found is not None:
            assert found.ended is None
            assert found.stops or found.sets
            assert all(done.verdict >= SetVerdict.STOP_MOVEMENT for done in found.sets)
            assert max((found.started, *(done.at for done in found.sets))) <= now


@pytest.mark.parametrize("id", ["", "7", None, 7, {"a": 1}])
def test_a_part_of_no_session_that_could_be_named_is_left_out(id: Any) -> None:
    assert asides([({"what": "session.event", "session": id}, START)], lambda _: {}) == []
    assert asides([({"what": "form", "session": str(uuid4())}, START)], lambda _: {}) == []
    assert Aside((({"what": "session.start"}, START),)).stops(("right",), START) is None


YEAR_1, YEAR_9999 = "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"


PAGES = "/ /plan/ /diary/ /progress/ /progress/movements/ /report/ /report/page.pdf".split()
STARTS: list[dict[str, Any]] = [
    *({}, {"reading": None}, {"planned": "M10"}, {"planned": [["M10"], 7]})
]
ODD_PARTS: list[Any] = ["x", [], None, {}, {"at": YEAR_1, "kind": "set_done"}]


@pytest.mark.parametrize("at", [START.isoformat(), YEAR_1, YEAR_9999, "soon", 7, None])
def test_whatever_came_with_a_copy_every_page_still_opens(
    sender: Sender, person: Person, caplog: pytest.LogCaptureFixture, at: Any
) -> None:
    read = {"kind": "reading", "point": "t1", "reading": DOWN}
    events: list[Any] = ["x", [], 7, {"what": ["session.event"]}]
    for start, odd in product(STARTS, ODD_PARTS):
        session = str(uuid4())
        parts = (odd, {"at": at, "kind": "set_done"}, {"at": at, **read}, {"at": YEAR_9999, **read})
        events.append(BEGUN | {"at": at, "session": session} | start)
        events += [{"what": "session.event", "session": session, "event": one} for one in parts]
    for event in events:
        SetAside.objects.add(person, now=START, event=event, why="")
    for page in PAGES:
        assert sender.client.get(page).status_code == 200, page
    assert set(sets(person)) <= {("M10", 5)}
    assert "cannot be read" not in caplog.text


def test_a_fault_in_reading_what_was_refused_closes_no_page(
    sender: Sender,
    person: Person,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    walk(sender, ODD, *a_set(DOWN))

    def trip(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Aside, "stops", trip)
    assert sender.client.get("/").status_code == 200
    assert "cannot be read" in caplog.text
