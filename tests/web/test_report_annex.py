"""Does the annex hold every check-in, session and note, and the exercise sheet the plan?

Hazards: H-05 H-12.
"""

import json
import re
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from spineward.clinical.assessment import assess
from spineward.clinical.case import Case
from spineward.clinical.facts import Situation
from spineward.clinical.facts.report import Beside, Said
from spineward.clinical.library import movements
from spineward.clinical.plan import plan
from spineward.clinical.report import report
from spineward.diary import journey
from spineward.web.report import views
from spineward.web.report.annex import annex, goes_back_further
from spineward.web.report.exercises import (
    HOLDS,
    NO_LEG,
    NONE,
    NOT_ASKED,
    ONE_OF_TWO,
    STRIPED,
    exercises,
    painful_legs,
)
from tests.cases.build import NOW, ago, days_ago, established, session, typical
from tests.cases.course import check_in
from tests.cases.lives import life
from tests.cast import owner, stranger
from tests.diary.life import first_check_in
from tests.web.walk import Walker

LONG = "The whole of a long note is kept. " * 20


def tables(situation: Situation, beside: Beside, *, whole: bool = False) -> dict[str, Any]:
    made = annex(report(situation, beside), situation, beside, (), whole=whole)
    return {table["title"]: table for table in made["tables"]}


def sheet(situation: Situation) -> dict[str, Any]:
    found, case = assess(situation), Case(situation)
    return exercises(found, plan(case, found), painful_legs(case), "today")


def test_every_check_in_and_session_has_a_row_newest_first() -> None:
    known = life(21)
    found = tables(known, Beside())
    days = [row[0] for row in found["Check-ins"]["rows"]]
    assert len(days) == len(known.history.check_ins) + 1
    assert days[0].startswith("20 Nov 2026")
    assert len(found["Sessions"]["rows"]) == len(known.history.sessions)
    assert re.search(
        r"Pelvic tilt, lying, 1 set: [a-z ]+; Ankle up and down, 1 set: no change",
        found["Sessions"]["rows"][0][2],
    )


def test_of_years_the_last_twelve_months_are_set_and_what_is_left_out_is_counted() -> None:
    known = life(400)
    told = len(known.history.check_ins) + 1
    recent, every = tables(known, Beside()), tables(known, Beside(), whole=True)
    assert len(every["Check-ins"]["rows"]) == told
    assert every["Check-ins"]["below"] == every["Sessions"]["below"] == ()
    rows = recent["Check-ins"]["rows"]
    assert rows == every["Check-ins"]["rows"][: len(rows)]
    assert 300 < len(rows) < told
    assert recent["Check-ins"]["below"] == (
        f"{told - len(rows)} from before 20 Nov 2025 left out. The app prints all years too.",
    )
    held = every["Sessions"]["rows"]
    assert recent["Sessions"]["rows"] == held[: len(recent["Sessions"]["rows"])] != held
    tops = [
        annex(report(known), known, Beside(), (), whole=whole)["who"][-1] for whole in (False, True)
    ]
    assert tops[0] == "Check-ins, sessions and weeks: the last 12 months, from 20 Nov 2025."
    assert "12 months" not in tops[1]
    assert goes_back_further(known)


def test_the_day_a_year_ago_is_still_set() -> None:
    known = life(21)
    for days, rows in ((365, 1), (366, 0)):
        check_ins = (check_in("r6:4", hours_ago=24 * days),)
        person = replace(
            typical(), history=replace(known.history, sessions=(), check_ins=check_ins)
        )
        found = tables(person, Beside())["Check-ins"]
        assert len(found["rows"]) == rows + 1
        assert len(found["below"]) == 1 - rows
        assert goes_back_further(person) is not bool(rows)


def test_when_all_is_older_the_table_says_so_and_not_that_there_is_none() -> None:
    old = replace(typical().history, sessions=(session(ago(days=500), ("M10", 9)),))
    found = tables(typical(history=old), Beside())["Sessions"]
    assert (found["rows"], found["none"]) == ((), "")
    assert found["below"][0].startswith("1 from before")


def test_the_page_leads_to_all_years_only_where_there_is_more_than_one(
    walk: Walker, monkeypatch: pytest.MonkeyPatch
) -> None:
    first_check_in(owner(), walk.clock.at)
    assert "?years=all" not in walk.client.get("/report/").content.decode()
    walk.clock.at += timedelta(days=400)
    assert "?years=all" in walk.client.get("/report/").content.decode()
    told: list[Any] = []

    def kept(template: str, data: dict[str, Any], paper: str) -> bytes:
        told.append([table["rows"] for table in data["tables"] if table["title"] == "Check-ins"])
        return b""

    monkeypatch.setattr(views, "pdf", kept)
    for address in ("/report/annex.pdf", "/report/annex.pdf?years=all"):
        assert walk.client.get(address).status_code == 200
    assert [len(rows) for (rows,) in told] == [0, 1]


def test_a_note_is_there_with_all_its_words() -> None:
    said = (Said(NOW, "worse", LONG, "M20", days_ago(1)),)
    rows = tables(typical(), Beside(said=said))["Notes for the clinician"]["rows"]
    assert [row[:2] for row in rows] == [("19 Nov 2026", "Made it worse")]
    assert rows[0][2].endswith(LONG)


def test_a_move_after_which_it_went_further_down_says_so_beside_worse() -> None:
    after = [session(ago(days=n), ("M10", 5 if n == 3 else 7), ("M33", 11)) for n in (5, 4, 3)]
    known = typical(history=replace(typical().history, sessions=tuple(after)))
    rows = tables(known, Beside())["What followed each move"]["rows"]
    worse = {row[0]: row[4] for row in rows}
    assert worse == {"Pelvic tilt, lying": "3 (1 further down)", "Ankle up and down": "0"}


def test_with_nothing_told_no_table_has_a_row() -> None:
    found = tables(Situation(now=NOW), Beside())
    assert all(table["rows"] == () for table in found.values())


def test_the_exercise_sheet_holds_the_moves_of_the_plan_with_pictures_steps_and_stops() -> None:
    known = established()
    found = assess(known)
    offered = [one for one in plan(Case(known), found).offered if one.in_plan or one.ease]
    made = sheet(known)
    assert len(made["moves"]) == len(offered) > 3
    for one, offer in zip(made["moves"], offered, strict=True):
        poses = movements()[offer.movement].figure.poses
        assert len(one["pictures"]) == len(poses)
        assert all(picture["words"] for picture in one["pictures"])
        assert one["dose"]
        assert one["steps"]
        assert one["stop"]
    assert made["lead"] == f"{HOLDS} {STRIPED}"
    assert len(made["stop"]) >= 2
    assert len(made["help"]) >= 2


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("r6:4", STRIPED),
        ("left/r6:4", STRIPED),
        ("left/r6:4 r6:4", ONE_OF_TWO.format("left")),
        ("left/r5:4 r8:4", ONE_OF_TWO.format("right")),
        ("back:3", NO_LEG),
    ],
    ids=["right", "left", "both", "both, one further down", "back alone"],
)
def test_the_sheet_says_which_leg_is_striped(marked: str, words: str) -> None:
    known = established(marked)
    found, case = assess(known), Case(known)
    one_sided = next(id for id, one in movements().items() if one.one_sided)
    offer = replace(plan(Case(established()), assess(established())).offered[0], movement=one_sided)
    made = exercises(
        found,
        replace(plan(case, found), offered=(replace(offer, in_plan=True),)),
        painful_legs(case),
        "today",
    )
    assert made["lead"] == f"{HOLDS} {words}"


def test_while_movement_is_locked_the_sheet_has_no_move() -> None:
    item: dict[str, Any] = {"A1": "yes"}
    made = sheet(typical(item=item, since={"A1": days_ago(0)}))
    assert made["moves"] == []
    assert made["lead"] == NONE


def test_before_any_answer_the_sheet_has_no_move_as_the_plan_has_none(
    walk: Walker, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Any] = []

    def kept(template: str, data: dict[str, Any], paper: str) -> bytes:
        told.append(data)
        return b""

    monkeypatch.setattr(views, "pdf", kept)
    assert walk.client.get("/report/exercises.pdf").status_code == 200
    first_check_in(owner(), walk.clock.at)
    assert walk.client.get("/report/exercises.pdf").status_code == 200
    before, after = told
    assert (before["moves"], before["lead"], before["gate"]) == ([], NOT_ASKED, "")
    assert after["moves"]


@pytest.mark.parametrize("name", ["page", "annex", "exercises"])
def test_what_is_set_is_of_this_person_alone(
    walk: Walker, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first_check_in(owner(), walk.clock.at)
    other = stranger()
    first_check_in(other, walk.clock.at - timedelta(days=1), leg=9)
    journey.note(other, "A secret", now=walk.clock.at, client_id=uuid4(), kind="goal")
    week = {"psfs": [3], "tasks": ["Another secret"]}
    journey.weekly(other, week, now=walk.clock.at, client_id=uuid4())
    told: list[str] = []

    def kept(template: str, data: dict[str, Any], paper: str) -> bytes:
        told.append(json.dumps({**data, "chart": None, "line": None}))
        return b""

    monkeypatch.setattr(views, "pdf", kept)
    assert walk.client.get(f"/report/{name}.pdf").status_code == 200
    assert "secret" not in told[0]
    assert "pain 9" not in told[0]
