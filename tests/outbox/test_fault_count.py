"""Would the fault test see it? Each kind of harm is done to a diary, and the count must say so.

The fault test itself (tests/browser/test_outbox_faults.py) enters in a real browser; a count that
never finds anything would prove nothing. Hazards: H-22.
"""

import json
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from spineward.clinical.catalogue import drawing_version
from spineward.clinical.facts import SessionState
from spineward.clinical.session import state
from spineward.diary import convert
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
from tests.browser.fault_found import WRONG, Found, compare
from tests.browser.fault_ledger import Ledger
from tests.browser.fault_rows import rows
from tests.islands import engine
from tests.outbox.conftest import READING, START, Sender, event

PLANNED = ("M10",)
GRADES = {"pain": "4", "tingling": "0", "numbness": "0"}
CHART = {
    f"{place}.{name}": [grade]
    for place in ("low_back_midline-middle", "calf_upper-right")
    for name, grade in GRADES.items()
}
NOW = {"worst_24h": ["5"], "eased_by_position": ["yes"]}
ABLE = {name: ["yes"] for name in ("can_sit_10", "can_stand_10", "can_walk_10")}
DAY = {**ABLE, "after_activity": ["none"], "nights_broken": ["0"], "woke_at": ["over"]}
PLACES = "place=low_back_midline-middle&place=calf_upper-right"
FORMS: dict[str, dict[str, list[str]]] = {
    f"/check-in/chart/?kind=daily&{PLACES}": {**CHART, "drawing": [drawing_version()]},
    "/check-in/now/?kind=daily": NOW,
    "/check-in/day/?kind=daily": DAY,
    "/diary/note/": {"note": ["stiff"]},
}
TAPS: tuple[dict[str, Any], ...] = (
    {"kind": "set_done"},
    {"kind": "reading", "point": "t1", "reading": READING},
    {"kind": "stopped"},
)


class Kept:
    """A session of four events, a check-in and a note: in the diary, and in the ledger."""

    def __init__(self, sender: Sender) -> None:
        self.sender, self.ledger, self.ids = sender, Ledger(), [uuid4()]
        self.ledger.begins(rows())
        self.enter(self.ids[0], started(self.ids[0]))
        for number, facts in enumerate(TAPS):
            entry = event(self.ids[0], self.ids[-1], number + 1, **facts)
            self.ids.append(uuid4())
            self.enter(self.ids[-1], entry)
        at = (START + timedelta(hours=30)).isoformat()
        for path, fields in FORMS.items():
            self.enter(uuid4(), {"what": "form", "at": at, "path": path, "fields": fields})
        for count in range(1, len(self.ids) + 1):
            self.look(count)

    def enter(self, id: UUID, entry: dict[str, Any]) -> None:
        """One entry, told as kept and sent."""
        self.ledger.told(str(id), entry)
        assert self.sender.put(entry, id)[0] == 201

    def look(self, count: int) -> None:
        """The page shows what the engine says."""
        events = [convert.session_event(json.dumps(one)) for _, one in self.events][:count]
        now = events[-1].at
        found = state(tuple(events), PLANNED, ("right",), now)
        seen = {"session": str(self.ids[0]), "count": count, "planned": PLANNED}
        shown = {"affected": ["right"], "now": engine.millis(now), "state": plain(found)}
        self.ledger.sees(seen | shown)

    @property
    def events(self) -> list[tuple[str, dict[str, Any]]]:
        """What happened in the session, as it was entered."""
        return self.ledger.events_of(str(self.ids[0]))

    def found(self) -> Found:
        """The count of the fault test, over the diary as it is now."""
        return compare(self.ledger, json.loads(json.dumps(rows())))


def plain(found: SessionState) -> Any:
    """A state as it comes out of a page."""
    return json.loads(json.dumps(engine.state(found)))


def started(session: UUID) -> dict[str, Any]:
    """The session as it begins in the browser."""
    at, id = START.isoformat(), str(session)
    what = {"what": "session.start", "at": at, "session": id}
    return {**what, "planned": list(PLANNED), "reading": READING}


def wrong(found: Found) -> set[str]:
    """Which counts are not 0."""
    return {name for name in WRONG if getattr(found, name)}


@pytest.fixture
def kept(sender: Sender, person: Person) -> Kept:
    """A diary that has all that was entered."""
    return Kept(sender)


def again(row: Entry) -> None:
    """The same row a second time, under another id."""
    row.pk, row.client_id = None, uuid4()
    row._state.adding = True
    row.save()


def test_a_diary_that_has_all_of_it_is_without_fault(kept: Kept) -> None:
    found = kept.found()
    assert found.faults() == []
    assert found.kinds.total() == 8
    assert found.judged == 4


@pytest.mark.parametrize("model", [SessionEvent, Note, Answers])
def test_an_entry_deleted_after_it_was_kept_is_lost(kept: Kept, model: type[Entry]) -> None:
    CheckIn.objects.all().delete()
    model.objects.filter(client_id__in=kept.ledger.entries).latest("id").delete()
    assert "lost" in wrong(kept.found())


def test_a_whole_session_that_is_deleted_is_lost_event_by_event(kept: Kept) -> None:
    Session.objects.get(client_id=kept.ids[0]).delete()
    assert len(kept.found().lost) == 4


def test_a_check_in_deleted_after_its_last_page_is_lost(kept: Kept) -> None:
    CheckIn.objects.latest("id").delete()
    assert wrong(kept.found()) == {"lost"}


def test_an_entry_that_a_page_said_it_kept_and_never_sent_is_lost(kept: Kept) -> None:
    form = {"what": "form", "at": "", "path": "/diary/note/", "fields": {"note": ["gone"]}}
    kept.ledger.told(str(uuid4()), form)
    assert wrong(kept.found()) == {"lost"}


def test_an_event_that_the_diary_takes_back_is_lost(kept: Kept) -> None:
    last = SessionEvent.objects.get(client_id=kept.ids[-1])
    SessionEvent.objects.filter(pk=last.pk).update(supersedes=last.pk)
    assert "lost" in wrong(kept.found())


def test_a_tap_that_leads_to_nothing_and_is_not_explained_is_lost(kept: Kept) -> None:
    kept.ledger.tapped("session set_done", [], "")
    kept.ledger.tapped("session set_done", [], "the session is in another tab")
    assert len(kept.found().lost) == 1


def test_a_tap_that_counts_twice_is_doubled(kept: Kept) -> None:
    stop = {"uuid": str(kept.ids[-1]), "event": kept.ledger.entries[str(kept.ids[-1])]}
    kept.ledger.tapped("session stopped", [stop, stop], "")
    assert wrong(kept.found()) == {"doubled"}


@pytest.mark.parametrize("model", [Note, CheckIn])
def test_an_entry_that_stands_twice_is_doubled(kept: Kept, model: type[Entry]) -> None:
    again(model.objects.latest("id"))
    assert "doubled" in wrong(kept.found())


def test_an_entry_that_stands_in_the_diary_and_aside_is_doubled(kept: Kept) -> None:
    note = Note.objects.get()
    whole = kept.ledger.entries[str(note.client_id)]
    SetAside.objects.add(note.person, now=note.at, client_id=note.client_id, event=whole, why="")
    assert wrong(kept.found()) == {"doubled"}


def test_an_event_that_stands_twice_is_another_course(kept: Kept) -> None:
    again(SessionEvent.objects.get(client_id=kept.ids[1]))
    assert wrong(kept.found()) == {"differs"}


def test_a_page_of_answers_that_nobody_entered_is_strange(kept: Kept) -> None:
    again(Answers.objects.filter(page="now").latest("id"))
    assert wrong(kept.found()) == {"strange"}


def test_another_verdict_on_the_page_differs(kept: Kept) -> None:
    kept.ledger.shown[-1]["state"]["outcome"]["verdict"] = "PROGRESS"
    assert len(kept.found().differs) == 1


def test_another_reading_in_the_diary_differs_and_so_does_each_verdict_on_it(kept: Kept) -> None:
    row = SessionEvent.objects.filter(client_id=kept.ids[2])
    facts = row.get().facts
    facts["reading"]["chart"][0]["pain"] = 9
    row.update(facts=facts)
    assert len(kept.found().differs) == 3


def test_other_answers_in_the_diary_differ(kept: Kept) -> None:
    page = Answers.objects.filter(page="now", client_id__in=kept.ledger.entries)
    page.update(answers=page.get().answers | {"worst_24h": 4})
    assert wrong(kept.found()) == {"differs"}


def test_an_entry_set_aside_in_part_differs(kept: Kept) -> None:
    id, form = str(uuid4()), {"what": "form", "at": START.isoformat(), "path": "/forget/"}
    kept.ledger.told(id, {**form, "fields": {"sure": ["yes"]}})
    assert kept.sender.put({**form, "fields": {"sure": ["no"]}}, UUID(id))[0] == 202
    assert wrong(kept.found()) == {"differs"}


def test_an_entry_that_the_program_trips_over_is_unread(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trips(*_: object) -> None:
        raise ZeroDivisionError

    id, form = uuid4(), {"what": "form", "at": START.isoformat(), "path": "/diary/note/"}
    entry = {**form, "fields": {"note": ["late"]}}
    kept.ledger.told(str(id), entry)
    monkeypatch.setattr(placing, "send_again", trips)
    assert kept.sender.put(entry, id)[0] == 202
    assert wrong(kept.found()) == {"unread"}


def test_an_end_that_gives_way_to_what_the_phone_told_is_no_fault(
    sender: Sender, person: Person
) -> None:
    ledger, session = Ledger(), uuid4()
    ledger.begins(rows())
    ledger.told(str(session), started(session))
    sender.put(started(session), session)
    settle(person, START + timedelta(hours=3))
    stop = uuid4()
    ledger.told(str(stop), event(session, session, 2, kind="stopped"))
    assert sender.put(ledger.entries[str(stop)], stop)[0] == 201
    assert SessionEvent.objects.filter(superseded_by__isnull=False).count() == 1
    assert compare(ledger, rows()).faults() == []
