"""Is an answer that cannot be refused by name, with everything else kept on the page?"""

from typing import Any

import pytest

from spineward.clinical.catalogue import drawing_version
from tests.web.walk import ABOUT, DAY, Walker

BAD: tuple[tuple[str, dict[str, Any], str], ...] = (
    ("Q1", {}, "Choose an answer"),
    ("Q1", {"answer": "maybe"}, "Choose an answer"),
    ("Q1", {"answer": "none", "tick": ["A1"]}, "You ticked a line"),
    ("Q1", {"answer": "some"}, "Tick what is true"),
    ("Q1", {"answer": "some", "tick": ["Z9"]}, "Tick what is true"),
    ("Q1", {"answer": "unsure"}, "Tick the line you are not sure about"),
    ("about", {}, "whole number from 0 to 120"),
    ("about", {**ABOUT, "age": "old"}, "whole number from 0 to 120"),
    ("about", {**ABOUT, "age": "-1"}, "-1 is not allowed"),
    ("about", {**ABOUT, "age": "1000"}, "1000 is not allowed"),
    ("about", {**ABOUT, "age": "9" * 300}, "is not allowed"),
    ("about", {**ABOUT, "age": "4.5"}, "whole number"),
    ("about", {**ABOUT, "floor_ok": "perhaps"}, "perhaps is not an answer here"),
    ("about", {**ABOUT, "episode_start": "date"}, "Enter the day"),
    (
        "about",
        {
            **ABOUT,
            "episode_start": "date",
            "episode_start_day_day": "31",
            "episode_start_day_month": "2",
            "episode_start_day_year": "2026",
        },
        "31 2 2026 is not a date",
    ),
    (
        "about",
        {
            **ABOUT,
            "episode_start": "date",
            "episode_start_day_day": "21",
            "episode_start_day_month": "11",
            "episode_start_day_year": "2026",
        },
        "in the future",
    ),
    (
        "about",
        {
            **ABOUT,
            "leg_onset": "date",
            "leg_onset_day_day": "1",
            "leg_onset_day_month": "1",
            "leg_onset_day_year": "1",
        },
        "too long ago",
    ),
    ("about", {**ABOUT, "episode_start": "14", "leg_onset": "30"}, "before the bout began"),
    ("about", {**ABOUT, "change_so_far": "9"}, "9 is not an answer here"),
    ("now", {"worst_24h": "11", "eased_by_position": "yes"}, "11 is not allowed; 0 to 10"),
    ("now", {"worst_24h": "ten", "eased_by_position": "yes"}, "ten is not allowed; 0 to 10"),
    ("day", {**DAY, "nights_broken": "7"}, "7 is not allowed"),
    ("day", {**DAY, "after_activity": "ages"}, "ages is not an answer here"),
    ("chart", {"answer": "places"}, "Tick each place"),
    ("chart", {"answer": "places", "right": ["moon-right"]}, "moon-right is not an answer here"),
    ("chart", {"answer": "places", "left": ["calf_upper-right"]}, "is not an answer here"),
    ("chart/?place=calf_upper-right", {}, "Choose a number from 0 to 10"),
    (
        "chart/?place=calf_upper-right",
        {
            "calf_upper-right.pain": "11",
            "calf_upper-right.tingling": "4",
            "calf_upper-right.numbness": "x",
        },
        "11 is not allowed",
    ),
    (
        "chart/?place=calf_upper-right",
        {
            "calf_upper-right.pain": "0",
            "calf_upper-right.tingling": "0",
            "calf_upper-right.numbness": "0",
        },
        "Nothing is felt at",
    ),
    ("item.A1", {}, "Choose an answer"),
    ("item.A1", {"answer": "yes"}, "Choose an answer"),
    ("item.A1", {"answer": "so so"}, "so so is not an answer here"),
    ("clarify.A1", {"answer": "eh"}, "eh is not an answer here"),
    ("health.pregnant", {"pregnant": "yes", "pregnant_week": "99"}, "99 is not allowed"),
    ("health.procedure", {"procedure": "magic"}, "magic is not an answer here"),
    ("strength", {"heel_walk_right": "flying"}, "flying is not an answer here"),
    ("weekly", {"fear_moving": "12"}, "12 is not allowed; 0 to 10"),
    ("changes", {"health_changed": "banana"}, "banana is not an answer here"),
)


@pytest.mark.parametrize(("at", "sent", "said"), BAD)
def test_an_answer_that_cannot_be_is_refused_by_name_and_nothing_is_lost(
    walk: Walker, at: str, sent: dict[str, Any], said: str
) -> None:
    before = f"/check-in/{at}" if "?" in at else f"/check-in/{at}/?kind=first"
    walk.send(before, **{"drawing": drawing_version(), **sent})
    assert walk.status == 200
    assert walk.path == before
    assert said in walk.text.replace("&#x27;", "'")
    kept = {name for name, _ in walk.controls.filled}
    offered = walk.controls.named
    for name, value in sent.items():
        if (
            isinstance(value, str)
            and name in offered
            and (value in offered[name] or not any(offered[name]))
        ):
            assert name in kept, name


@pytest.mark.parametrize("at", "Q9 item.A99 item.C3 clarify.X health.moon after_set".split())
def test_a_page_that_does_not_exist_is_not_found(walk: Walker, at: str) -> None:
    walk.open(f"/check-in/{at}/")
    assert walk.status == 404


def test_an_unknown_kind_of_check_in_is_the_one_that_is_due(walk: Walker) -> None:
    walk.open("/check-in/?kind=yearly")
    walk.arrives("/check-in/Q1/")
    assert "kind=first" in walk.path


def test_unknown_places_in_an_address_are_left_out(walk: Walker) -> None:
    walk.open("/check-in/chart/?place=moon-left&place=calf_upper-right&place=calf_upper-right")
    assert walk.status == 200
    assert "moon" not in walk.text
    assert sum(name.endswith(".pain") for name in walk.controls.named) == 1


def test_a_day_of_examination_without_a_lock_leads_back_to_today(walk: Walker) -> None:
    walk.first_check_in()
    walk.open("/check-in/examined/")
    walk.arrives("/")
