"""When is it too slow, too long or back again? T3-T9, each limit on both sides."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spineward.clinical.case import Case
from spineward.clinical.facts import Gate, History, Situation, WeeklyRecord
from spineward.clinical.rules.course import relapse, worse_since
from spineward.clinical.rules.trends import RULES
from tests.cases.build import ago, day_values, days_ago, session, typical
from tests.cases.course import check_in, fires, reviewed, since, went


def trends(situation: Situation) -> set[str]:
    return fires(RULES, situation)


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


@pytest.mark.parametrize("days", [14, 80])
def test_a_relapse_asks_the_full_screen_and_since_when_the_pain_is_there(days: int) -> None:
    back = Case(went("r5:3", *[0] * 30, **since(days)))
    (found,) = (f for f in RULES.fire(back) if f.rule == "T8")
    assert found.gate == Gate.LIMITED
    assert found.asks == ("Q1", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7", "about")


def test_a_relapse_that_is_dated_anew_only_limits() -> None:
    (found,) = (f for f in RULES.fire(Case(went("r5:3", *[0] * 30, **since(1)))) if f.rule == "T8")
    assert (found.gate, found.asks) == (Gate.LIMITED, ())


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


@given(st.lists(st.integers(0, 1), min_size=28, max_size=40), st.integers(2, 10))
def test_every_pain_after_four_quiet_weeks_is_a_relapse(quiet: list[int], pain: int) -> None:
    assert relapse(Case(went(f"r6:{pain}", *quiet))) is not None
