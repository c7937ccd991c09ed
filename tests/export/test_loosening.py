"""Can a copy that comes in open a lock, or hide a stop, that stands in the diary here?

Hazards: H-05, H-06, H-12.
"""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any
from uuid import uuid4
from zipfile import ZipFile

import pytest
from pytest_django.fixtures import Settings

from spineward.clinical.facts import Gate, Reading
from spineward.diary import journey
from spineward.diary.example import Weeks
from spineward.diary.models import LockRelease, Person
from spineward.diary.trouble import Clash
from spineward.export.take_in import take_in
from tests.cast import owner, stranger
from tests.diary.life import ABOUT, MORNING, answer, first_check_in
from tests.export.test_garbled import signed
from tests.export.weeks import CALF, FOOT, Life, archived, read, three_weeks_archived

pytestmark = pytest.mark.django_db
TOMORROW = MORNING + timedelta(days=1)
Lines = list[dict[str, Any]]


def changed(content: bytes, **changes: Callable[[Lines], None]) -> bytes:
    """The same archive with other lines in these tables, and sums that fit."""
    with ZipFile(BytesIO(content)) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    for table, change in changes.items():
        lines = [json.loads(line) for line in contents[f"{table}.jsonl"].splitlines()]
        change(lines)
        text = "".join(json.dumps(line) + "\n" for line in lines)
        contents[f"{table}.jsonl"] = text.encode()
    return signed(contents)


def one_more(lines: Lines, line: dict[str, Any], **values: Any) -> None:
    """Add a line like this one at the end."""
    id = max((one["id"] for one in lines), default=0) + 1
    lines.append({**line, "client_id": str(uuid4()), "id": id, **values})


def locked(person: Person) -> bytes:
    """The archive of a diary with an emergency of today."""
    first_check_in(person)
    since = {"item": {"A1": "yes"}, "since": {"A1": TOMORROW.date().isoformat()}}
    answer(person, "item.A1", since, TOMORROW)
    assert journey.assessment(person, now=TOMORROW).movement_gate == Gate.BLOCK
    return archived(person)


def test_a_release_that_no_answer_bears_out_opens_nothing() -> None:
    kept = locked(owner())
    lock = vars(read(kept).tables["locks"][0])
    stamps = {k: lock[k] for k in ("rules_version", "content_version", "supersedes", "decision")}
    release = {**stamps, "at": TOMORROW.isoformat(), "recorded_at": TOMORROW.isoformat()}
    forged = changed(
        kept,
        lock_releases=lambda lines: one_more(lines, release, lock=lock["id"]),
        answers=lambda lines: one_more(lines, lines[-1], answers={"item": {"A1": "no"}}),
    )
    with pytest.raises(Clash, match="do not say why"):
        take_in(owner(), read(forged))
    later = journey.assessment(owner(), now=TOMORROW + timedelta(hours=1))
    assert (later.movement_gate, archived(owner())) == (Gate.BLOCK, kept)


def test_a_release_that_was_earned_on_the_other_device_counts_here() -> None:
    whole = read(three_weeks_archived())
    (release,) = whole.tables["lock_releases"]
    before = changed(
        three_weeks_archived(),
        lock_releases=list[dict[str, Any]].clear,
    )
    take_in(owner(), read(before))
    take_in(owner(), read(three_weeks_archived()))
    assert LockRelease.objects.of(owner()).get().client_id == release.client_id


def about_to_move(person: Person) -> Life:
    """Someone after the first check-in, with movement open."""
    life = Life(person)
    life.screen()
    life.answer("about", ABOUT)
    life.check_in("first")
    life.later(hours=1)
    return life


def test_a_part_that_comes_in_between_does_not_undo_a_stop() -> None:
    life = about_to_move(owner())
    life.session(FOOT)
    calm = Reading(CALF)
    kept = archived(owner())

    def slip_in(lines: Lines) -> None:
        told = {"kind": "reading", "point": "t1", "reading": {"chart": [vars_of(calm)]}}
        more = {**lines[1], "client_id": str(uuid4()), "facts": {**lines[1]["facts"], **told}}
        third: int = lines[2]["id"]
        lines[2:] = [{**more, "id": third}, {**lines[2], "id": third + 1}]

    with pytest.raises(Clash, match="in another way"):
        take_in(owner(), read(changed(kept, session_events=slip_in)))
    assert archived(owner()) == kept


def vars_of(reading: Reading) -> dict[str, Any]:
    """The first mark of a reading as it is stored."""
    mark = reading.chart[0]
    return {"zone": mark.zone, "side": mark.side, "pain": mark.pain}


def test_a_milder_summary_does_not_take_the_place_of_a_stop() -> None:
    life = about_to_move(owner())
    session = life.session(FOOT)
    life.later(minutes=10)
    life.tell(session, "reading", point="at_10", reading=Reading(FOOT))
    kept = archived(owner())

    def soften(lines: Lines) -> None:
        last = lines[-1]
        one_more(lines, last, supersedes=last["id"], facts={**last["facts"], "sets": []})
        lines[-1]["facts"].pop("stops", None)

    with pytest.raises(Clash, match="was stopped here"):
        take_in(owner(), read(changed(kept, session_summaries=soften)))
    assert archived(owner()) == kept


def test_the_example_and_a_real_diary_never_mix(settings: Settings) -> None:
    mine = stranger()
    first_check_in(mine)
    own = read(archived(mine))
    settings.EXAMPLE = True
    with pytest.raises(Clash, match="This is an example"):
        take_in(owner(), own, join=True)
    Weeks(owner(), datetime.now().astimezone()).live()
    shown = read(archived(owner()))
    assert take_in(owner(), shown).new == 0
    settings.EXAMPLE = False
    with pytest.raises(Clash, match="example person"):
        take_in(stranger(), shown)
