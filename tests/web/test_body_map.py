"""Is the drawing of the body map kept with each chart, and a chart of another one refused?"""

import io
import json
from typing import Any
from uuid import uuid4
from zipfile import ZipFile

import pytest

from spineward.clinical.catalogue import drawing_version, zones
from spineward.diary import journey
from spineward.diary.models import Answers, CheckIn
from spineward.export.archive import write
from spineward.web.check_in.body_map import page_data
from tests.cast import owner
from tests.web.walk import Walker

CALF = "calf_upper-right"
GRADES = {f"{CALF}.pain": "4", f"{CALF}.tingling": "2", f"{CALF}.numbness": "0"}


def charts() -> list[Any]:
    """The charts in the diary, oldest first."""
    return list(Answers.objects.of(owner()).filter(page="chart").order_by("id"))


def test_a_chart_keeps_the_drawing_that_it_was_marked_on(walk: Walker) -> None:
    walk.first_check_in()
    [chart] = charts()
    [check_in] = CheckIn.objects.of(owner())
    assert (chart.drawing, check_in.drawing) == (drawing_version(), drawing_version())
    other = Answers.objects.of(owner()).exclude(page="chart")
    assert {row.drawing for row in other} == {""}


def test_the_archive_carries_the_drawing(walk: Walker) -> None:
    walk.first_check_in()
    file = io.BytesIO()
    write(owner(), file)
    lines = ZipFile(file).read("answers.jsonl").decode().splitlines()
    drawn = {line["page"]: line["drawing"] for line in map(json.loads, lines)}
    assert drawn["chart"] == drawing_version()


def test_a_row_from_before_drawings_were_kept_is_read_as_ever(walk: Walker) -> None:
    walk.first_check_in()
    CheckIn.objects.of(owner()).update(drawing="")
    Answers.objects.of(owner()).update(drawing="")
    assert journey.situation(owner(), now=walk.clock.at).chart


@pytest.mark.parametrize("drawing", ["zones-0", ""])
def test_a_chart_of_another_drawing_is_not_saved_and_nothing_entered_is_lost(
    walk: Walker, drawing: str
) -> None:
    path = f"/check-in/chart/?kind=daily&place={CALF}&place=tail-middle"
    walk.send(path, drawing=drawing, **GRADES)
    assert walk.status == 409
    assert charts() == []
    assert "The body map has changed" in walk.text
    assert "tail, middle" in walk.text
    assert set(GRADES.items()) <= set(walk.controls.filled)
    walk.send(path, **GRADES)
    [chart] = charts()
    assert chart.drawing == drawing_version()
    assert chart.answers["chart"][0]["tingling"] == 2


def test_a_place_that_is_on_no_map_saves_nothing(walk: Walker) -> None:
    walk.send("/check-in/chart/?kind=daily&place=tail-middle", drawing="zones-0", **GRADES)
    assert walk.status == 409
    assert charts() == []


def test_the_page_gives_the_map_all_zones_and_offers_the_last_marks(walk: Walker) -> None:
    walk.first_check_in()
    last = journey.situation(owner(), now=walk.clock.at).chart or ()
    data = page_data("/check-in/chart/", last)
    assert [zone["id"] for zone in data["zones"]] == list(zones())
    assert data["last"][CALF] == {"pain": 4, "tingling": 0, "numbness": 0, "usual": False}
    assert all(data["words"].values())


def test_a_corrected_check_in_keeps_the_drawing_of_its_marks(walk: Walker) -> None:
    walk.first_check_in()
    CheckIn.objects.of(owner()).update(drawing="zones-0")
    [old] = CheckIn.objects.of(owner())
    now = walk.clock.at
    journey.correct_check_in(owner(), old.id, {"leg_now": 3}, now=now, client_id=uuid4())
    assert {row.drawing for row in CheckIn.objects.of(owner())} == {"zones-0"}
    assert CheckIn.objects.of(owner()).count() == 2
