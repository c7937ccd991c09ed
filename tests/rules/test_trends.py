"""When is it a gain, a worsening, too slow or a relapse? T1-T9, each limit on both sides."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spineward.clinical.case import Case
from spineward.clinical.facts import CareLevel, Gate, History, Situation, WeeklyRecord
from spineward.clinical.rules.course import relapse, worse_since
from spineward.clinical.rules.trends import RULES, gain
from tests.cases.build import ago, day_values, days_ago, session, typical
from tests.cases.course import check_in, fires, since, went


def trends(situation: Situation) -> set[str]:
    return fires(RULES, situation)


def reviewed(rule: str, days: int) -> dict[str, Any]:
    """A clinician assessed it that many days ago and said that exercise is fine."""
    return {"reviewed": {rule: days_ago(days)}, "told_ok": {rule: "yes"}}


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
    not_fine = {"reviewed": {"T2": days_ago(2)}, "told_ok": {"T2": "no"}}
    assert "T2" in trends(went("r6:5", *values, **not_fine))


def test_a_review_from_before_the_worsening_changes_nothing() -> None:
    assert "T2" in trends(went("r6:5", *[3] * 8, 5, 5, **reviewed("T2", 5)))


def test_it_only_eases_and_asks_the_emergency_questions() -> None:
    (found,) = (f for f in RULES.fire(Case(went("r6:5", *[3] * 8, 5, 5))) if f.rule == "T2")
    assert (found.level, found.gate) == (CareLevel.SELF_CARE, Gate.EASE_ONLY)
    assert found.asks == ("QS",)


# --- T3 and T4 -----------------------------------------------------------------------------


@pytest.mark.parametrize(("days", "lasting"), [(7, True), (6, False)])
def test_a_worsening_that_lasts_7_days_is_seen_soon(days: int, lasting: bool) -> None:
    person = went("r6:5", *[3] * 8, 5, *[5] * days)
    assert worse_since(Case(person)) == days_ago(days)
    assert ("T3" in trends(person)) is lasting


@pytest.mark.parametrize(
    ("first", "second", "less_able"),
    [
        ({"rmdq": 5}, {"rmdq": 10}, True),
        ({"rmdq": 5}, {"rmdq": 9}, False),
        ({"psfs": (6, 6)}, {"psfs": (4, 4)}, True),
        ({"psfs": (6, 6)}, {"psfs": (5, 4)}, False),
        ({"psfs": (6, 6)}, {}, False),
    ],
)
def test_being_clearly_less_able_is_seen_soon(
    first: dict[str, Any], second: dict[str, Any], less_able: bool
) -> None:
    weekly = (WeeklyRecord(ago(days=8), **first), WeeklyRecord(ago(days=1), **second))
    assert ("T3" in trends(typical(history=History(weekly=weekly)))) is less_able


@pytest.mark.parametrize(("days", "muted"), [(14, True), (15, False)])
def test_a_review_mutes_t3_for_14_days(days: int, muted: bool) -> None:
    weekly = (WeeklyRecord(ago(days=30), rmdq=5), WeeklyRecord(ago(days=20), rmdq=12))
    person = typical(history=History(weekly=weekly), **reviewed("T3", days))
    assert ("T3" not in trends(person)) is muted


@pytest.mark.parametrize(
    ("day", "pain", "most_days", "severe"),
    [(14, 7, "yes", True), (13, 7, "yes", False), (14, 6, "yes", False), (14, 7, "no", False)],
)
def test_severe_on_most_days_at_first_use(
    day: int, pain: int, most_days: str, severe: bool
) -> None:
    person = typical(f"r6:{pain}", severe_most_days=most_days, **since(day))
    assert ("T4" in trends(person)) is severe


def test_later_the_weekly_median_decides_and_a_review_mutes_14_days() -> None:
    days = since(20)
    assert "T4" in trends(went("r6:7", *[7] * 6, **days))
    assert "T4" not in trends(went("r6:7", *[6] * 6, severe_most_days="yes", **days))
    assert "T4" not in trends(went("r6:7", *[7] * 6, **days, **reviewed("T4", 14)))
    assert "T4" in trends(went("r6:7", *[7] * 6, **days, **reviewed("T4", 15)))


# --- T5, T6, T7 ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "fired"),
    [
        (27, set()),
        (28, {"T5"}),
        (41, {"T5"}),
        (42, {"T6"}),
        (83, {"T6"}),
        (84, {"T7"}),
        (400, {"T7"}),
    ],
)
def test_weeks_without_gain_at_first_use(day: int, fired: set[str]) -> None:
    assert trends(typical("r5:4", **since(day))) == fired


def test_t6_stays_on_after_week_12_until_reviewed_or_better() -> None:
    steady = went("r5:4", *[4] * 60, **since(100))
    assert trends(steady) == {"T6", "T7"}
    better = went("r5:4", *[4] * 55, 2, 2, 2, *[4] * 8, **since(100))
    assert trends(better) == {"T7"}
    assert trends(replace(steady, **reviewed("T6", 50))) == {"T7"}
    assert trends(went("r5:4", *[4] * 17, **since(100))) == {"T6", "T7"}
    assert trends(went("r5:4", *[4] * 16, **since(100))) == {"T7"}


@pytest.mark.parametrize(
    ("rule", "day", "within"), [("T5", 40, 42), ("T6", 70, 42), ("T7", 200, 84)]
)
def test_a_review_mutes_slow_trends_for_weeks(rule: str, day: int, within: int) -> None:
    days = since(max(day, within + 10) if rule == "T7" else day)
    assert rule in trends(typical("r5:4", **days, **reviewed(rule, within + 1)))
    assert rule not in trends(typical("r5:4", **days, **reviewed(rule, within)))


@pytest.mark.parametrize(("pain", "long"), [(2, True), (1, False)])
def test_t7_needs_leg_pain_of_2(pain: int, long: bool) -> None:
    assert ("T7" in trends(typical(f"r5:{pain}", **since(90)))) is long
    assert ("T7" in trends(went("r5:5", *[pain] * 6, **since(90)))) is long


@pytest.mark.parametrize("onset", [None, "none"])
def test_without_leg_symptoms_no_leg_trend_runs(onset: str | None) -> None:
    weekly = (WeeklyRecord(ago(days=8), rmdq=2), WeeklyRecord(ago(days=1), rmdq=20))
    person = went("r6:9", *[3] * 8, 9, 9, leg_onset=onset, episode_start=days_ago(200))
    assert trends(replace(person, history=replace(person.history, weekly=weekly))) == set()


# --- T8 and T9 -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("quiet_days", "text", "relapsed"),
    [(28, "r5:2", True), (27, "r5:2", False), (28, "r5:1", False), (28, "back:2", True)],
)
def test_pain_after_28_quiet_days_is_a_relapse(quiet_days: int, text: str, relapsed: bool) -> None:
    assert ("T8" in trends(went(text, 3, *[1] * quiet_days, **since(70)))) is relapsed


def test_a_relapse_is_asked_about_until_the_new_episode_is_dated() -> None:
    quiet = day_values(*[0] * 40)
    back = check_in("r5:3", hours_ago=5)
    person = typical("r5:3", history=History(check_ins=(*quiet, back)), **since(80))
    assert "T8" in trends(person)
    assert "T8" not in trends(replace(person, **since(1)))
    moved = tuple(session(ago(hours=n), ("M10", 11)) for n in (4, 2))
    history = replace(person.history, sessions=moved)
    assert "T8" not in trends(replace(person, history=history))


def test_a_relapse_asks_the_full_screen() -> None:
    (found,) = (f for f in RULES.fire(Case(went("r5:3", *[0] * 30))) if f.rule == "T8")
    assert found.gate == Gate.LIMITED
    assert found.asks == ("Q1", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7")


@pytest.mark.parametrize(
    ("entries", "support"),
    [
        (({"mood_low": "yes"},), True),
        (({"mood_low": "yes"}, {"mood_low": "no"}), False),
        (({"weeks_off_work": 4},), True),
        (({"weeks_off_work": 3},), False),
        (({"fear_moving": 7}, {"fear_moving": 7}), True),
        (({"fear_moving": 6}, {"fear_moving": 10}), False),
        (({"fear_moving": 10},), False),
        ((), False),
    ],
)
def test_mood_fear_and_work(entries: tuple[dict[str, Any], ...], support: bool) -> None:
    weekly = tuple(
        WeeklyRecord(ago(days=7 * (len(entries) - n)), **entry) for n, entry in enumerate(entries)
    )
    person = typical(leg_onset="none", history=History(weekly=weekly))
    assert ("T9" in trends(person)) is support


# --- properties ----------------------------------------------------------------------------


@given(st.lists(st.integers(0, 10), max_size=40), st.integers(0, 10), st.integers(0, 120))
def test_trends_always_answer_and_never_loosen(values: list[int], now: int, onset: int) -> None:
    person = went(f"r6:{now}" if now else "", *values, **since(onset))
    first, second = RULES.fire(Case(person)), RULES.fire(Case(person))
    assert first == second
    assert all(found.gate in (Gate.FULL, Gate.LIMITED, Gate.EASE_ONLY) for found in first)
    weeks = {found.rule for found in first} & {"T5", "T6", "T7"}
    assert not (weeks and onset < 28)


@given(st.lists(st.integers(0, 9), min_size=3, max_size=20), st.integers(0, 9))
def test_more_pain_today_never_hides_a_worsening(values: list[int], now: int) -> None:
    milder = went("r6:1", *values, leg_now=now)
    worse = replace(milder, leg_now=now + 1)
    assert ("T2" not in trends(milder)) or "T2" in trends(worse)


@given(st.lists(st.integers(0, 1), min_size=28, max_size=40), st.integers(2, 10))
def test_every_pain_after_four_quiet_weeks_is_a_relapse(quiet: list[int], pain: int) -> None:
    assert relapse(Case(went(f"r6:{pain}", *quiet))) is not None
