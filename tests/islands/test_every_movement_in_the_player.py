"""Does the player have every word, pose and picture it can ask for, whichever movement is done?

Hazard: H-13, a session that breaks off in the middle of a set.
"""

import json
from functools import cache
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.urls import resolve

from spineward.clinical.facts import Gate, Offer, Plan
from spineward.clinical.library import Movement, movements
from spineward.web.session import player
from spineward.web.shell.drawing.frames import movement_frames
from tests.islands.engine import ROOT, node

RUNNER = ROOT / "tests" / "islands" / "run_words.ts"


def offer(one: Movement, *, more: bool = False) -> Offer:
    """All of a movement's dose is open; `more`: the words say that the higher number is."""
    dose = one.dose
    reps, why = dose.reps or dose.holds, ("more_reps",) if more else ()
    return Offer(one.id, reps, dose.sets, dose.hold_s, dose.minutes, dose.times_a_day, reasons=why)


def handed(one: Movement, *offers: Offer) -> dict[str, Any]:
    """What the page hands to the player for this movement."""
    plan = Plan(Gate.FULL, offers, held_back=(), max_sessions=2, hours_between=0)
    return player.movement_data(one, plan, "left")


@cache
def paced() -> dict[str, Any]:
    """Every movement as it is offered, with the higher dose, and taken up without an offer."""
    data: dict[str, Any] = {}
    for one in movements().values():
        data[one.id] = handed(one, offer(one))
        data[f"{one.id}+"] = handed(one, offer(one, more=True))
        data[f"{one.id}-"] = handed(one)
    words = player._words(movements(), player.CHOICES)
    return {"movements": data, "words": words}


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    """What the player says and shows in each set, by movement."""
    found: dict[str, Any] = {}
    # The marks behind an id are ours; the words go by the id alone.
    for mark in ("", "+", "-"):
        chosen = {id: paced()["movements"][id + mark] for id in movements()}
        given = json.dumps({"movements": chosen, "words": paced()["words"]})
        said = json.loads(node(str(RUNNER), given=given))
        found |= {f"{id}{mark}": one for id, one in said.items()}
    return found


@pytest.mark.parametrize("id", list(movements()))
def test_every_part_of_a_set_has_its_words(told: dict[str, Any], id: str) -> None:
    for name in (id, f"{id} half"):
        for mark in ("", "+", "-"):
            one = told[name + mark]
            assert one["shown"]
            assert all(one["shown"])
            assert all(one["said"])
            assert one["inFigure"]


@pytest.mark.parametrize("id", list(movements()))
def test_the_number_that_is_shown_is_the_number_that_is_counted(
    told: dict[str, Any], id: str
) -> None:
    for mark in ("", "+"):
        text, reps = paced()["movements"][id + mark]["doseText"], told[id + mark]["reps"]
        assert (f"{reps} times" in text) if reps else ("minutes" in text)
        assert not any(f" to {n}" in text.split(",")[0] for n in range(100))


@pytest.mark.parametrize("id", list(movements()))
def test_every_movement_has_its_pictures_and_those_that_it_leads_to(id: str) -> None:
    one = movements()[id]
    assert {*one.regress, *one.progress, *filter(None, [one.sibling])} <= set(movements())
    assert "<svg" in player.still(id, "left")
    address = urlsplit(paced()["movements"][id]["figure"]).path
    assert resolve(address).url_name == "figure_frames"
    drawn = {pose["name"] for pose in movement_frames(one.figure, "left")["poses"]}
    assert {pose.name for pose in one.figure.poses} <= drawn
