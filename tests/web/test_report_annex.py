"""Does the annex hold every check-in, session and note, and the exercise sheet the plan?

Hazards: H-05 H-12.
"""

import json
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
from spineward.web.report.annex import annex
from spineward.web.report.exercises import HOLDS, NONE, STRIPED, exercises
from tests.cases.build import NOW, days_ago, established, typical
from tests.cases.lives import life
from tests.cast import owner, stranger
from tests.diary.life import first_check_in
from tests.web.walk import Walker

LONG = "The whole of a long note is kept. " * 20


def tables(situation: Situation, beside: Beside) -> dict[str, Any]:
    made = annex(report(situation, beside), situation, beside, ())
    return {table["title"]: table for table in made["tables"]}


def sheet(situation: Situation) -> dict[str, Any]:
    found = assess(situation)
    return exercises(found, plan(Case(situation), found), "right", "today")


def test_every_check_in_and_session_has_a_row_newest_first() -> None:
    known = life(21)
    found = tables(known, Beside())
    days = [row[0] for row in found["Check-ins"]["rows"]]
    assert len(days) == len(known.history.check_ins) + 1
    assert days[0].startswith("20 Nov 2026")
    assert len(found["Sessions"]["rows"]) == len(known.history.sessions)
    assert "Pelvic tilt, lying: 1" in found["Sessions"]["rows"][0][2]


def test_a_note_is_there_with_all_its_words() -> None:
    said = (Said(NOW, "worse", LONG, "M20", days_ago(1)),)
    rows = tables(typical(), Beside(said=said))["Notes for the clinician"]["rows"]
    assert [row[:2] for row in rows] == [("19 Nov 2026", "Made it worse")]
    assert rows[0][2].endswith(LONG)


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
    assert made["lead"] in (HOLDS, f"{HOLDS} {STRIPED}")
    assert len(made["stop"]) >= 3


def test_while_movement_is_locked_the_sheet_has_no_move() -> None:
    item: dict[str, Any] = {"A1": "yes"}
    made = sheet(typical(item=item, since={"A1": days_ago(0)}))
    assert made["moves"] == []
    assert made["lead"] == NONE


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
