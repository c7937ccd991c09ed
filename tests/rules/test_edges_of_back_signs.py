"""Which sign does the back show in a set, and which the set as a whole? Each on both sides (2.3).

Each test stands for a small change of the engine that no other test noticed.
"""

from dataclasses import replace
from typing import Any

import pytest

from spineward.clinical.facts import CareLevel, Gate, Mark, Reading, SetContext, SetReadings
from spineward.clinical.measured import item_level
from spineward.clinical.set_case import SetCase
from spineward.clinical.set_verdict import rows
from spineward.clinical.signs import PartSigns, SetSigns
from tests.cases.build import chart
from tests.rules.test_edges_of_signs import NONE, seen, sharp, unsure

NOTHING_IN_IT = Mark("thigh_back_lower", "right")


# --- the back --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "reach"),
    [
        ({"t0": "back:2", "t1": "back2:2"}, "further"),
        ({"t0": "back2:2", "t1": "back:2"}, "no"),
        ({"t0": "back/nb:1", "t1": "back:1 back/nb:1"}, "further"),
        ({"t0": "back2/tg:1", "t1": "back2/tg:1 back2:3"}, "further"),
        ({"t0": "back2:3", "t1": "back2:3 back2/tg:1"}, "further"),
        ({"t0": "back:2 back/tg:1", "t1": "back:2 back2/tg:1"}, "further"),
        ({"t0": "left/r5:3 back:1", "t1": "left/r5:3 back2:4"}, "no"),
        ({"t0": "r5:3 back:1", "t1": "r5:3 back2:4"}, "no"),
        ({"t0": "back2:4", "first": "r5:3 back:1"}, "no"),
        ({"t0": "back2/tg:1", "first": "r5:3"}, "no"),
        ({"t0": "back2:4", "first": "back:1"}, "further"),
        ({"t0": "", "t1": "back:2"}, "mild_back_ache"),
        ({"t0": "", "t1": "back:3"}, "further"),
        ({"t0": "", "t1": "back/tg:1"}, "further"),
        ({"t0": "", "t1": (*chart("back:2"), NOTHING_IN_IT)}, "mild_back_ache"),
        ({"t0": "groin:1", "t1": "groin:1 back:2"}, "further"),
        ({"t0": "nb8:1", "t1": "nb8:1 back:2"}, "no"),
        ({"t0": "back:2", "t1": "back:2", "first": ""}, "mild_back_ache"),
    ],
)
def test_back_pain_moves_outward_only_where_no_leg_felt_anything(
    given: dict[str, Any], reach: str
) -> None:
    """Back pain that drew out of a leg this session is no new one; a mild ache is another."""
    assert seen(**given).back.reach == reach


def test_a_new_ache_in_the_leg_is_never_a_mild_back_ache() -> None:
    assert seen("", "r4:1").right.reach == "further"
    assert seen("", "back:1").back.reach == "mild_back_ache"


@pytest.mark.parametrize(
    ("given", "tingles"),
    [
        ({"t0": "back/tg:1", "t1": "back/tg:2"}, "more"),
        ({"t0": "back/tg:2", "t1": "back/tg:1"}, "no"),
        ({"t0": "saddle/tg:1", "t1": "saddle/tg:2"}, "more"),
        ({"t0": "back/tg:1", "first": "r5:3 back/tg:1"}, "no"),
        ({"t0": "back/tg:2", "first": "r5:3 back/tg:1"}, "more"),
    ],
)
def test_more_tingling_of_the_back_is_a_grade_more_there(
    given: dict[str, Any], tingles: str
) -> None:
    assert seen(**given).back.tingles == tingles


@pytest.mark.parametrize(
    ("given", "numb"),
    [
        ({"t0": "back:2", "t1": "back:2 back/nb:1"}, "more"),
        ({"t0": "back:2", "t1": "back:2 back/nb:1", "at_30": "back:2 back/nb:1"}, "still"),
        ({"t0": "back/nb:1", "t1": "back/nb:2", "at_30": "back/nb:2"}, "still_one_grade"),
        ({"t0": "back/nb:2", "t1": "back/nb:2", "first": "r5:3 back/nb:2"}, "no"),
        ({"t0": "back/nb:2", "t1": "back/nb:2", "first": "r5:3 back/nb:1"}, "more"),
    ],
)
def test_numbness_of_the_back_is_measured_like_that_of_a_leg(
    given: dict[str, Any], numb: str
) -> None:
    assert seen(**given).back.numb == numb


def test_nobody_is_numb_by_a_doubt_where_only_pain_was() -> None:
    """Not sure counts as one grade up where it was numb; nowhere is it a new place."""
    found = seen("back:2 r5:3", at_30=unsure("back:2 r5:3", "numbness"))
    assert (found.back.numb, found.right.numb) == ("still_unsure", "still_unsure")


@pytest.mark.parametrize(
    ("given", "up"),
    [
        ({"t0": "r5:3 back:2", "t1": "r5:3 back:5"}, "up"),
        ({"t0": "r5:3 back:2", "t1": "r5:3 back:4"}, "no"),
        ({"t0": "r5:3 back:2", "t1": "r4:3 back:5"}, "up_while_nearer"),
        ({"t0": "r5:3 back:2", "t1": "r4:3 back:5", "t2": "r5:3 back:5"}, "up"),
        ({"t0": "r5:3 back:2", "t1": "r5:3 back:5", "t2": "r4:3 back:5"}, "up"),
        ({"t0": "r5:3 back:2", "t1": "r4:3 back:5", "t2": NONE}, "up"),
        ({"t0": "r5:3 left/r5:3", "t1": "r4:3 left/r5:3 back:3"}, "up"),
        ({"t0": "r5:3 left/r5:3", "t1": "r4:3 left/r4:3 back:3"}, "up_while_nearer"),
        ({"t0": "", "t1": "groin:5"}, "no"),
        ({"t0": "back:4", "t1": "back:4", "first": "r5:3 back:2"}, "no"),
        ({"t0": "back:2", "t1": "back:4", "first": "r5:3 back:2"}, "no"),
        ({"t0": "back:4", "t1": "back:4", "first": "r5:3 back:1"}, "up"),
    ],
)
def test_the_back_may_ache_more_while_all_that_is_read_draws_nearer(
    given: dict[str, Any], up: str
) -> None:
    """Row 8: three points, against the lower of both starts; at once and upright."""
    assert seen(**given).back.back_up == up


# --- the whole set ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("flags", "worst"),
    [
        ((), "none"),
        (("A1", "B2?"), "EMERGENCY"),
        (("B2?", "A1"), "EMERGENCY"),
        (("B3",), "SAME_DAY"),
        (("B2?",), "SOON"),
    ],
)
def test_the_worst_red_flag_counts(flags: tuple[str, ...], worst: str) -> None:
    assert seen("r5:3", red_flags=flags).whole.red_flag == worst


@pytest.mark.parametrize(
    ("level", "ids"),
    [
        (CareLevel.EMERGENCY, ("A1", "A16", "A1?", "A2?", "A3?", "A5?", "A6?", "A8?")),
        (CareLevel.SAME_DAY, ("B1", "B10", "B1?", "A4?", "A7?", "A9?")),
        (CareLevel.SOON, ("B2?", "B3?")),
    ],
)
def test_each_red_flag_has_its_level_also_when_it_stays_unclear(
    level: CareLevel, ids: tuple[str, ...]
) -> None:
    """0.4."""
    assert {id: item_level(id) for id in ids} == dict.fromkeys(ids, level)


@pytest.mark.parametrize(
    ("now", "later", "weak"),
    [
        (None, None, "none"),
        ("none", "none", "none"),
        ("not_sure", "none", "not_sure"),
        ("not_sure", "new_or_more", "new_or_more"),
    ],
)
def test_weakness_told_at_any_reading_counts(now: Any, later: Any, weak: str) -> None:
    legs = chart("r5:3")
    found = seen("r5:3", Reading(legs, weakness=now), Reading(legs, weakness=later))
    assert found.whole.weak == weak


@pytest.mark.parametrize(("text", "felt"), [("", False), ("nb8:1", True), ("tg8:1", True)])
def test_numbness_alone_is_something_felt(text: str, felt: bool) -> None:
    assert seen(text).whole.any_felt is felt
    assert seen("", tdur=text).whole.any_felt is felt


def test_what_went_before_in_the_session_is_counted() -> None:
    for count in (0, 1, 2):
        found = seen("r5:3", row5_before=count, stops_before=count).whole
        assert (found.row5_before, found.stopped_before) == (count > 0, count > 0)


@pytest.mark.parametrize(
    ("t0", "at_10", "settling"),
    [
        ("r5:3", None, "not_asked"),
        ("r5:3", "r5:3", "settled"),
        ("r5:3", "r5:4", "settled"),
        ("r5:3", "r5:5", "not_settled"),
        ("r5:3", "r6:3", "not_settled"),
        ("r5:3", "r5:3 tg8:1", "not_settled"),
        ("r5:3 tg6:1", "r5:3 tg6:2", "not_settled"),
        ("r5:3", unsure("r5:3", "place"), "not_settled"),
        ("r5:3", sharp("r5:3"), "not_settled"),
        (sharp("r5:3"), sharp("r5:3"), "settled"),
        ("r5:3 back:1", "r5:3 back:6", "settled"),
        ("r5:3 back:1", "r5:3 back2:1", "settled"),
        ("back:1", "back:6", "settled"),
        ("back:1", "back2:1", "not_settled"),
        ("back/tg:1", "back/tg:2", "not_settled"),
    ],
)
def test_settled_is_no_further_stronger_or_sharper_than_before_the_set(
    t0: Any, at_10: Any, settling: str
) -> None:
    """2.4, ten minutes on: the back only where no leg felt anything, and not for strength."""
    assert seen(t0, at_10=at_10).whole.settling == settling


def test_signs_that_nobody_names_are_those_of_a_set_in_which_nothing_happened() -> None:
    """So that a case of a table differs in what it names, and in nothing else."""
    calm = seen("r5:3")
    assert calm.whole == SetSigns()
    assert calm.parts == (PartSigns(SetSigns()),) * 3


# --- half an hour without an answer ----------------------------------------------------------


def test_a_stop_that_awaits_its_half_hour_keeps_its_question_when_nothing_more_is_said() -> None:
    """Row 4 during the set, then silence: it is over already, and asked again after 30 minutes."""
    shown = seen("r5:3", tdur="r5:3 nb6:1", t1=NONE, t2=NONE, minutes_since=30)
    found = rows(shown)
    assert (shown.whole.answered, shown.whole.overdue) == (False, True)
    assert (found.row, found.gate, found.re_ask_minutes) == (4, Gate.EASE_ONLY, 30)


def test_a_movement_that_was_stopped_before_the_silence_ends_the_session() -> None:
    shown = seen("r5:3", tdur="r6:3", t1=NONE, t2=NONE, minutes_since=30)
    assert (rows(shown).row, rows(shown).gate, rows(shown).re_ask_minutes) == (
        5,
        Gate.EASE_ONLY,
        None,
    )


def test_a_reading_of_ten_minutes_on_that_is_missing_is_not_settled() -> None:
    start = Reading(chart("r5:3"))
    case = SetCase(SetReadings(start, t1=start), SetContext(("right",)))
    assert not case.settled
    assert SetCase(replace(case.readings, at_10=start), case.context).settled
