"""At which edge does it stop being a change? From which day, by which days, and by how much."""

from dataclasses import replace
from datetime import date

import pytest

from spineward.clinical.case import Case
from spineward.clinical.change import Change, band_of, leg_change, reach_change
from spineward.clinical.facts import CheckInRecord, History, Situation
from tests.cases.build import ago, days_ago, typical
from tests.cases.course import check_in
from tests.stages.test_course import walked

DAY = date(2026, 11, 20)


def reach_of(*charts: str) -> Change:
    """The change of the reach after these days."""
    return reach_change(Case(walked(*charts)))


def leg_of(*values: int) -> Change:
    """The change of leg pain after these days."""
    return leg_change(Case(walked(*(f"r6:{value}" if value else "" for value in values))))


@pytest.mark.parametrize(
    "early", [Change(), Change(since=DAY), Change(until=DAY)], ids=["none", "first", "last"]
)
def test_without_two_readings_no_day_lies_between_them(early: Change) -> None:
    assert (early.kind, early.least, early.days) == ("too_early", 1, 0)


def test_the_days_between_are_those_of_the_first_and_the_last_reading() -> None:
    for change in (reach_of(*["r6:4"] * 8), leg_of(*[4] * 8)):
        assert (change.since, change.until) == (days_ago(7), days_ago(0))
        assert change.days == 7


@pytest.mark.parametrize(("rank", "band"), [(0, 0), (1, 1), (2, 1), (3, 2), (5, 2), (6, 3), (9, 4)])
def test_each_rank_lies_in_its_band_and_nowhere_lies_in_none(rank: int, band: int) -> None:
    assert band_of(rank) == band


def test_five_days_are_enough_for_either() -> None:
    assert reach_of("r8:4", "r8:4", "r8:4", "r5:4", "r5:4").kind == "better"
    assert leg_of(6, 6, 6, 3, 3).kind == "better"
    assert leg_of(6, 6, 3, 3).kind == "too_early"


def test_pain_that_is_gone_from_the_back_too_has_moved_up_to_nowhere() -> None:
    change = reach_of(*["back:3"] * 3, "", "")
    assert (change.kind, change.was, change.now) == ("better", 1, 0)


@pytest.mark.parametrize(
    ("last", "kind", "now"),
    [
        (("r8:4", "r6:4"), "less_than_scale", 6),
        (("r6:4", "r8:4"), "less_than_scale", 8),
        (("r4:4", "r6:4"), "better", 6),
        (("r6:4", "r4:4"), "better", 6),
    ],
)
def test_moving_up_is_told_by_the_further_of_the_two_last_days(
    last: tuple[str, str], kind: str, now: int
) -> None:
    change = reach_of(*["r8:4"] * 3, *last)
    assert (change.kind, change.was, change.now) == (kind, 8, now)


@pytest.mark.parametrize(
    ("last", "kind", "now"),
    [
        (("r4:4", "r8:4"), "less_than_scale", 8),
        (("r8:4", "r5:4"), "less_than_scale", 5),
        (("r6:4", "r8:4"), "worse", 6),
        (("r8:4", "r6:4"), "worse", 6),
    ],
)
def test_moving_down_is_told_by_the_nearer_of_the_two_last_days(
    last: tuple[str, str], kind: str, now: int
) -> None:
    change = reach_of(*["r4:4"] * 3, *last)
    assert (change.kind, change.was, change.now) == (kind, 4, now)


def test_the_start_of_leg_pain_is_the_middle_of_three_days_and_not_the_first() -> None:
    change = leg_of(7, 4, 4, 4, 4, 4)
    assert (change.was, change.now, change.kind) == (4, 4, "less_than_scale")


def test_leg_pain_of_now_is_the_middle_of_the_last_three_days() -> None:
    change = leg_of(6, 6, 6, 6, 2, 2)
    assert (change.now, change.kind) == (2, "better")


@pytest.mark.parametrize(("was", "least"), [(4, 1), (5, 2), (8, 3), (9, 4)])
def test_it_says_by_how_much_leg_pain_has_to_change(was: int, least: int) -> None:
    assert leg_of(*[was] * 5).least == least


def test_a_lone_last_value_is_too_little_to_say_how_leg_pain_is_now() -> None:
    told = tuple(check_in("r6:6", hours_ago=24 * days) for days in (9, 8, 7, 6))
    person = typical("r6:2", history=History(check_ins=told))
    assert leg_change(Case(person)) == Change()
    later = (*told, CheckInRecord(at=ago(days=1), leg_now=2))
    assert leg_change(Case(replace(person, history=History(check_ins=later)))).kind == "better"


def began(onset: int, episode: int) -> Situation:
    """Ten days with pain that went from the foot to the thigh on the seventh day."""
    person = walked(*["r8:6"] * 5, *["r5:2"] * 5)
    return replace(person, leg_onset=days_ago(onset), episode_start=days_ago(episode))


@pytest.mark.parametrize(
    ("onset", "episode", "days", "kind"),
    [
        (9, 9, 9, "better"),
        (7, 9, 7, "better"),
        (9, 7, 7, "better"),
        (4, 9, 4, "less_than_scale"),
        (9, 4, 4, "less_than_scale"),
        (3, 9, 0, "too_early"),
    ],
)
def test_it_is_read_from_the_first_day_of_leg_symptoms_or_of_the_episode_if_that_is_later(
    onset: int, episode: int, days: int, kind: str
) -> None:
    case = Case(began(onset, episode))
    for change in (reach_change(case), leg_change(case)):
        assert (change.kind, change.days) == (kind, days)


def test_where_no_leg_symptom_was_dated_it_is_read_from_the_start_of_the_episode() -> None:
    case = Case(replace(began(9, 4), leg_onset="none"))
    assert reach_change(case).days == 4
