"""When is it a gain, and when a worsening? T1 and T2, each limit on both sides."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spineward.clinical.case import Case
from spineward.clinical.facts import CareLevel, Gate, History, Situation
from spineward.clinical.rules.course import worse_since
from spineward.clinical.rules.trends import RULES, gain
from tests.cases.build import ago, day_values, days_ago, typical
from tests.cases.course import fires, reviewed, since, went


def trends(situation: Situation) -> set[str]:
    return fires(RULES, situation)


# --- T1 and gain ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("baseline", "now", "better"),
    [
        (1, 0, True),
        (3, 2, True),
        (4, 3, False),  # one point, but less than 30 %
        (4, 2, True),
        (5, 4, False),
        (5, 3, True),
        (7, 5, False),  # two points, but less than 30 %
        (7, 4, True),
        (8, 6, False),
        (8, 5, True),
        (9, 6, False),
        (9, 5, True),
        (10, 7, False),
        (10, 6, True),
    ],
)
def test_less_pain_is_a_gain_by_where_it_started(baseline: int, now: int, better: bool) -> None:
    values = (*[baseline] * 5, now, now)
    assert ("T1" in trends(went(f"r6:{now}" if now else "", *values))) is better


def test_until_there_are_3_values_the_first_one_is_the_baseline() -> None:
    assert "T1" in trends(went("r6:2", 6))
    assert "T1" not in trends(went("r6:2"))


@pytest.mark.parametrize(("days", "better"), [(3, True), (2, False)])
def test_pain_nearer_to_the_spine_counts_after_3_days(days: int, better: bool) -> None:
    far = day_values(*[4] * 6, text="r6:{}")
    near = day_values(*[4] * (days - 1), text="r5:{}")
    records = (*far[: len(far) - len(near)], *near)
    assert ("T1" in trends(typical("r5:4", history=History(check_ins=records)))) is better


@pytest.mark.parametrize(
    ("change", "days_of_use", "better"),
    [(2, 0, True), (1, 0, False), (2, 13, True), (2, 14, False)],
)
def test_the_persons_own_judgement_counts_in_the_first_two_weeks(
    change: int, days_of_use: int, better: bool
) -> None:
    person = went("r6:4", *[4] * days_of_use, change_so_far=change, **since(40))
    assert ("T1" in trends(person)) is better


@pytest.mark.parametrize(("days", "still"), [(6, True), (9, False)])
def test_a_gain_is_remembered_for_a_week(days: int, still: bool) -> None:
    person = went("r6:5", 5, 5, 5, 5, 2, 2, 2, *[5] * (days - 2))
    assert "T1" not in trends(person)
    assert gain(Case(person)) is still


def test_with_a_baseline_under_1_there_is_nothing_to_gain() -> None:
    assert gain(Case(went("r6:3", 0, 0, 0, 3, 3, 3)))
    assert not gain(Case(went("r6:3", 1, 1, 1, 3, 3, 3)))


def test_values_from_before_the_leg_symptoms_are_no_baseline() -> None:
    person = went("r6:4", 0, 0, 0, 0, 4, 4, 4, 4, **since(4))
    assert not gain(Case(person))


# --- T2 ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "now", "worse"),
    [(2, 4, True), (1, 3, False), (3, 4, False), (3, 5, True), (4, 5, False)],
)
def test_a_rise_by_2_to_4_or_more_is_a_worsening(before: int, now: int, worse: bool) -> None:
    assert ("T2" in trends(went(f"r6:{now}", *[before] * 7, now, now))) is worse


@pytest.mark.parametrize(("days", "worse"), [(2, True), (1, False)])
def test_pain_in_a_further_band_counts_after_2_days(days: int, worse: bool) -> None:
    near = day_values(*[2] * 8, text="r5:{}")
    far = day_values(*[2] * (days - 1), text="r6:{}")
    records = (*near[: len(near) - len(far)], *far)
    seen = trends(typical("r6:2", history=History(check_ins=records)))
    assert ("T2" in seen) is worse


def test_of_an_even_number_of_bands_the_lower_one_counts() -> None:
    mixed = (*day_values(2, 2, 2, 2, 2, 2, text="r5:{}")[:3],)
    far = day_values(2, 2, 2, text="r6:{}")
    older = tuple(replace(record, at=ago(days=9 - n)) for n, record in enumerate((*mixed, *far)))
    latest = day_values(2, text="r6:{}")
    records = (*older, *latest)
    assert "T2" in trends(typical("r6:2", history=History(check_ins=records)))


def test_one_earlier_value_is_not_enough_to_call_it_worse() -> None:
    assert "T2" not in trends(went("r6:8", 2, 8, 8))


def test_the_medians_of_its_first_day_stay_the_measure() -> None:
    person = went("r6:5", *[3] * 8, *[5] * 11, **since(30))
    assert worse_since(Case(person)) == days_ago(10)


def test_it_ends_when_the_pain_is_back_under_2_above() -> None:
    person = went("r6:4", *[3] * 8, 5, 5, 5, 4, 4)
    assert "T2" not in trends(person)


def test_a_day_without_answer_does_not_end_it() -> None:
    person = went("r6:5", *[3] * 8, 5, 5, 5)
    silent = replace(person, leg_now=None, chart=None)
    assert "T2" in trends(silent)


@pytest.mark.parametrize(("days", "worse"), [(14, True), (15, False)])
def test_it_lasts_at_most_14_days(days: int, worse: bool) -> None:
    person = went("r6:5", *[3] * 8, 5, *[5] * days, **since(40))
    assert (worse_since(Case(person)) == days_ago(days)) is worse
    assert ("T2" in trends(person)) is worse


def test_a_review_ends_it_and_the_same_rise_does_not_start_anew() -> None:
    values = (*[3] * 8, *[5] * 6)
    assert "T2" in trends(went("r6:5", *values))
    assert "T2" not in trends(went("r6:5", *values, **reviewed("T2", 2)))
    not_fine: dict[str, Any] = {"reviewed": {"T2": days_ago(2)}, "told_ok": {"T2": "no"}}
    assert "T2" in trends(went("r6:5", *values, **not_fine))


def test_a_review_from_before_the_worsening_changes_nothing() -> None:
    assert "T2" in trends(went("r6:5", *[3] * 8, 5, 5, **reviewed("T2", 5)))


def test_it_only_eases_and_asks_the_emergency_questions() -> None:
    (found,) = (f for f in RULES.fire(Case(went("r6:5", *[3] * 8, 5, 5))) if f.rule == "T2")
    assert (found.level, found.gate) == (CareLevel.SELF_CARE, Gate.EASE_ONLY)
    assert found.asks == ("QS",)


# --- a property -----------------------------------------------------------------------


@given(st.lists(st.integers(0, 9), min_size=3, max_size=20), st.integers(0, 9))
def test_more_pain_today_never_hides_a_worsening(values: list[int], now: int) -> None:
    milder = went("r6:1", *values, leg_now=now)
    worse = replace(milder, leg_now=now + 1)
    assert ("T2" not in trends(milder)) or "T2" in trends(worse)
