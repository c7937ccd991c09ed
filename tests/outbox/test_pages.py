"""What does a phone keep for a time without a network, and is it never weaker than the server?

Hazards: H-01, H-05, H-14, H-29.
"""

import json
import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django.fixtures import Settings

from spineward.clinical.assessment import assess
from spineward.clinical.facts import CareLevel, Situation
from spineward.clinical.questions import Line, pages
from spineward.diary import journey
from spineward.diary.models import Answers, Entry, Note, Person, SetAside
from spineward.web.outbox import strictest
from tests.cases.build import typical
from tests.cast import owner
from tests.diary.life import ABOUT, answer, first_check_in
from tests.outbox.conftest import START, Sender

LEVELS = {
    "call": CareLevel.EMERGENCY,
    "today": CareLevel.SAME_DAY,
    "soon": CareLevel.SOON,
    "": CareLevel.SELF_CARE,
}
LINES = [(page.id, line) for page in pages().values() for line in page.lines]


def now() -> datetime:
    """The pages read the clock of the machine."""
    return datetime.now().astimezone()


@pytest.fixture
def kept(sender: Sender) -> dict[str, Any]:
    """What the worker is told after a first check-in of today."""
    first_check_in(owner(), now())
    told: dict[str, Any] = json.loads(sender.client.get("/outbox/pages.json").content)
    return told


def ticked(line: Line) -> dict[str, Any]:
    """Everything that a tick on this line can turn out to mean, at its worst: new since today."""
    today = START.date()
    items = list(dict.fromkeys((*line.items, *line.opens)))
    worst = {id: "changed" if id == "A4" else "yes" for id in items}
    fields: dict[str, Any] = {}
    if items:
        fields |= {"item": worst, "since": dict.fromkeys(items, today)}
    if line.background:
        fields["background"] = dict.fromkeys(line.background, "yes")
    return fields


@pytest.mark.parametrize(("page", "line"), LINES, ids=lambda one: getattr(one, "id", one))
def test_no_tick_leads_to_more_than_its_card_says(page: str, line: Line) -> None:
    known = typical(now=START)
    before = assess(known).care_level
    changed = {name: {**getattr(known, name), **table} for name, table in ticked(line).items()}
    found = assess(Situation(**{**_fields(known), **changed}))
    said = LEVELS[strictest.of_pages()[page][line.id]]
    assert found.care_level <= max(said, before), found.fired


def _fields(known: Situation) -> dict[str, Any]:
    return {name: getattr(known, name) for name in Situation.__dataclass_fields__}


def test_a_line_nobody_knows_a_rule_for_still_has_a_card() -> None:
    assert strictest.of_line(Line("odd", feeds=())) == "soon"


def test_marks_on_the_saddle_or_a_second_leg_lead_to_the_emergency_card(
    kept: dict[str, Any],
) -> None:
    assert kept["places"]["saddle-middle"] == "call"
    assert kept["places"]["calf_upper-left"] == "call"
    assert "calf_upper-right" not in kept["places"]
    assert kept["both_legs"] == "call"


def test_every_page_that_is_kept_is_there(sender: Sender, kept: dict[str, Any]) -> None:
    for path in kept["pages"]:
        assert sender.client.get(path).status_code == 200, path
    assert kept["orders"]["session"] == ["/check-in/QS/?kind=session"]
    assert set(kept["orders"]["daily"]) <= set(kept["pages"])


SHOWN = re.compile(r"""["'](/(?:figures|static)/[^"'#]+)""")
"""Every address of a picture, a style or a script, also one that a script is handed."""


@pytest.mark.parametrize("floor", ["yes", "no"])
def test_every_figure_style_and_script_of_a_kept_page_is_kept(
    sender: Sender, db: None, floor: str
) -> None:
    """Without a network a figure that was not kept is a hole in the page."""
    first_check_in(owner(), now())
    answer(owner(), "about", {**ABOUT, "floor_ok": floor}, now())
    told = json.loads(sender.client.get("/outbox/pages.json").content)
    worker = sender.client.get("/worker.js").content.decode()
    for path in told["pages"]:
        page = sender.client.get(path)
        if not page.headers["Content-Type"].startswith("text/html"):
            continue
        for address in set(SHOWN.findall(page.content.decode())):
            kept = address in told["pages"] or built(address, worker)
            assert kept, f"{path} shows {address}"


def built(address: str, worker: str) -> bool:
    """Is this one of the files whose list the worker carries? The home screen's icons are not."""
    return address in worker or address.endswith(".png")


def test_the_ways_to_lie_at_ease_are_kept_before_any_session_can_start(
    sender: Sender, kept: dict[str, Any]
) -> None:
    """A page of a session that is open already shows them after a stop."""
    _, plan = journey.plan(owner(), now=now())
    for offer in plan.offered:
        assert any(path.startswith(f"/figures/{offer.movement}.json") for path in kept["pages"])
    assert "/figures/M01.json" in kept["pages"]
    assert {f"/figures/M03.json?leg={leg}" for leg in ("left", "right")} <= set(kept["pages"])


def test_a_weekly_check_in_that_is_due_is_kept_too(sender: Sender, db: None) -> None:
    first_check_in(owner(), now() - timedelta(days=9))
    told = json.loads(sender.client.get("/outbox/pages.json").content)
    assert "/check-in/Q1/?kind=weekly" in told["orders"]["weekly"]
    assert told["orders"]["signs"] == told["orders"]["weekly"]
    assert "/check-in/item.A1/?kind=weekly" in told["pages"]


def test_the_signs_that_are_asked_first_after_it_got_worse_are_kept(
    sender: Sender, kept: dict[str, Any]
) -> None:
    """They lead where the network would lead, were it there."""
    sender.client.post("/diary/note/worse/", {"movement": "none", "when": "0"})
    led = sender.client.get("/check-in/?signs=first").headers["Location"]
    signs, *day = kept["orders"]["signs"]
    assert (signs, day) == (led, kept["orders"]["daily"])
    assert signs in kept["pages"]


def test_before_the_first_check_in_no_order_is_kept(sender: Sender, db: None) -> None:
    told = json.loads(sender.client.get("/outbox/pages.json").content)
    assert told["orders"] == {}
    assert sender.client.get("/outbox/ahead/").status_code == 404


def test_the_session_that_is_kept_ahead_leaves_nothing_in_the_diary(
    sender: Sender, kept: dict[str, Any]
) -> None:
    before = rows()
    page = sender.client.get("/outbox/ahead/")
    assert b'id="session-data"' in page.content
    assert page.headers["X-Day"] == now().date().isoformat()
    assert rows() == before
    assert sender.client.get("/session/").status_code in (200, 302)


def test_a_session_that_is_open_is_kept_ahead_with_all_that_happened_in_it(
    sender: Sender, kept: dict[str, Any]
) -> None:
    id, own = uuid4(), owner()
    sender.client.post("/check-in/QS/?kind=session", {"answer": "none", "client_id": uuid4()})
    sender.client.post("/session/", {"client_id": id})
    assert journey.open_session(own, now=now()) is not None
    page = sender.client.get("/outbox/ahead/")
    assert page.status_code == 200
    assert f'"open": {{"id": "{id}"' in page.content.decode()


def rows() -> int:
    """All answers so far."""
    return Answers.objects.count()


def test_a_page_that_decides_carries_its_day(sender: Sender, kept: dict[str, Any]) -> None:
    today = now().date().isoformat()
    assert sender.client.get("/").headers["X-Day"] == today
    assert "X-Day" not in sender.client.get("/care/").headers


def test_after_a_call_for_help_the_page_without_a_network_says_so_and_shows_no_movement(
    sender: Sender, kept: dict[str, Any]
) -> None:
    calm = sender.client.get("/outbox/away/").content.decode()
    assert "Ways to ease it" in calm
    today = now().date().isoformat()
    answer(owner(), "item.A1", {"item": {"A1": "yes"}, "since": {"A1": today}}, now())
    assert journey.assessment(owner(), now=now()).care_level == CareLevel.EMERGENCY
    for path in ("/outbox/away/", "/outbox/kept/"):
        told = sender.client.get(path).content.decode()
        assert "Get help now" in told
        assert "Movement was closed" in told
        assert "Ways to ease it" not in told


def test_only_ways_to_lie_that_are_open_to_this_person_are_shown(
    sender: Sender, kept: dict[str, Any]
) -> None:
    pregnant = {"pregnant": "yes", "pregnant_week": 30}
    answer(owner(), "health.pregnant", pregnant, now())
    _, plan = journey.plan(owner(), now=now())
    page = sender.client.get("/outbox/away/")
    shown = [movement for movement, _ in page.context["ease"]]
    assert shown == [offer.movement for offer in plan.offered if offer.ease]
    assert "M02" not in shown


@pytest.mark.parametrize("card", strictest.CARDS)
def test_each_card_has_its_page(sender: Sender, card: str) -> None:
    assert sender.client.get(f"/outbox/sign/{card}/").status_code == 200


def test_a_card_that_is_none_has_no_page(sender: Sender) -> None:
    assert sender.client.get("/outbox/sign/maybe/").status_code == 404


def test_the_worker_is_served_at_the_root_to_everyone(
    client: Client, settings: Settings, tmp_path: Path, db: None
) -> None:
    settings.TOKEN_GATE = True
    settings.STATIC_ROOT = tmp_path
    assert client.get("/worker.js").status_code == 404
    (tmp_path / "built").mkdir()
    (tmp_path / "built" / "worker.js").write_text("// kept")
    answered = client.get("/worker.js")
    assert answered.content == b"// kept"
    assert answered.headers["Content-Type"].startswith("text/javascript")


@pytest.mark.django_db(transaction=True)
def test_forgetting_asks_the_browser_to_clear_what_it_kept(sender: Sender) -> None:
    gone = sender.client.post("/settings/forget/", {"sure": "forget"})
    assert gone.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert b"data-forget" in gone.content


def saved(*events: dict[str, Any]) -> SimpleUploadedFile:
    """An outbox as it is saved."""
    text = json.dumps({"spineward": "outbox", "version": 1, "events": list(events)})
    return SimpleUploadedFile("outbox.json", text.encode())


def note(words: str, number: int) -> dict[str, Any]:
    """A note as it waits."""
    return {
        "uuid": f"00000000-0000-4000-8000-{number:012}",
        "what": "form",
        "at": START.isoformat(),
        "path": "/diary/note/",
        "fields": {"note": [words]},
    }


def test_a_saved_file_is_taken_in_once_and_every_entry_is_accounted_for(
    sender: Sender, person: Person
) -> None:
    lonely = {
        **note("", 3),
        "what": "session.event",
        "session": "00000000-0000-4000-8000-000000000009",
        "after": "00000000-0000-4000-8000-000000000009",
        "event": {"at": START.isoformat(), "kind": "set_done"},
    }
    del lonely["path"], lonely["fields"]
    events = (note("one", 1), note("two", 2), lonely, {"uuid": "x"}, {**note("", 4), "at": "?"})
    page = sender.client.post("/outbox/file/", {"file": saved(*events)})
    assert page.context["taken"] == {"diary": 2, "known": 0, "aside": 1, "unread": 2}
    page = sender.client.post("/outbox/file/", {"file": saved(*events)})
    assert page.context["taken"] == {"diary": 0, "known": 2, "aside": 1, "unread": 2}
    assert (counted(Note), counted(SetAside)) == (2, 1)


def counted(model: type[Entry]) -> int:
    """How many rows there are."""
    return model.objects.count()


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b'{"spineward": "outbox", "version": 2, "events": []}', b"\x00"]
)
def test_a_file_that_is_none_of_ours_is_told_so(sender: Sender, content: bytes) -> None:
    page = sender.client.post("/outbox/file/", {"file": SimpleUploadedFile("a.json", content)})
    assert "file" in page.context["wrong"]
    assert "file" in sender.client.post("/outbox/file/", {}).context["wrong"]
