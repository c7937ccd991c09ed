"""When is it a flare, how strong, and when is it over? Each limit on both sides."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spineward.clinical.case import Case
from spineward.clinical.facts import CheckInRecord, History, Situation
from spineward.clinical.rules import flare
from spineward.clinical.rules.flare import state
from tests.cases.build import NOW, ago, chart, established, session, typical
from tests.cases.course import check_in, fires, lived, went

STUCK: dict[str, Any] = {"can_sit_10": "no", "can_stand_10": "no", "can_walk_10": "no"}


def state_of(situation: Situation) -> str:
    return state(Case(situation))


@pytest.mark.parametrize(
    ("text", "answers", "severe"),
    [
        ("r6:7", {}, True),
        ("r6:6", {}, False),
        ("back:8", {}, True),
        ("back:7", {}, False),
        ("r6:6", {"eased_by_position": "no"}, True),
        ("back:6", {"eased_by_position": "not_sure"}, True),
        ("r6:5 back:5", {"eased_by_position": "no"}, False),
        ("r6:2", STUCK, True),
        ("r6:2", STUCK | {"can_walk_10": "yes"}, False),
        ("r6:2", {"after_activity": "over_60"}, True),
        ("r6:2", {"after_activity": "30_to_60"}, False),
        ("r6:6", {"nights_broken": 2}, True),
        ("r6:6", {"nights_broken": 1}, False),
        ("r6:5", {"nights_broken": 3}, False),
        ("r6:2", {"leg_now": 7}, True),
        ("r6:7", {"leg_now": 2}, True),
        ("r6:7", {"leg_now": None}, True),
    ],
)
def test_one_severe_criterion_is_enough(text: str, answers: dict[str, Any], severe: bool) -> None:
    assert (state_of(typical(text, **answers)) == "FLARE_SEVERE") is severe


def test_missing_answers_do_not_make_a_flare_by_themselves() -> None:
    unanswered = typical(
        "r6:3", can_sit_10=None, can_stand_10=None, can_walk_10=None, after_activity=None
    )
    assert state_of(unanswered) == "CALM"


# --- how a severe flare ends ---------------------------------------------------------------


def after_severe(*records: CheckInRecord, text: str = "r6:4", **changes: Any) -> Situation:
    """Severe two days ago, then these check-ins, then now."""
    severe = check_in("r6:8", hours_ago=48)
    return typical(text, history=History(check_ins=(severe, *records)), **changes)


@pytest.mark.parametrize(
    ("hours", "expected"), [(12, "FLARE_MODERATE"), (11.9, "FLARE_SEVERE"), (30, "FLARE_MODERATE")]
)
def test_two_calm_check_ins_12_hours_apart_end_it(hours: float, expected: str) -> None:
    assert state_of(after_severe(check_in("r6:4", hours_ago=hours))) == expected


def test_one_calm_check_in_does_not_end_it() -> None:
    assert state_of(after_severe()) == "FLARE_SEVERE"


@pytest.mark.parametrize(
    "between",
    [
        pytest.param(check_in("r6:7", hours_ago=6), id="severe again"),
        pytest.param(check_in("r7:4", hours_ago=6), id="further down"),
    ],
)
def test_a_setback_between_two_calm_check_ins_starts_the_count_again(
    between: CheckInRecord,
) -> None:
    assert state_of(after_severe(check_in("r6:4", hours_ago=24), between)) == "FLARE_SEVERE"


def test_calm_needs_pain_and_chart_both_times() -> None:
    calm = check_in("r6:4", hours_ago=14)
    assert state_of(after_severe(replace(calm, chart=None))) == "FLARE_SEVERE"
    assert state_of(after_severe(replace(calm, leg_now=None))) == "FLARE_SEVERE"
    assert state_of(after_severe(calm, leg_now=None)) == "FLARE_SEVERE"
    assert state_of(after_severe(calm, chart=None)) == "FLARE_SEVERE"


def test_calm_check_ins_may_still_have_leg_pain_of_6() -> None:
    assert state_of(after_severe(check_in("r6:6", hours_ago=14), text="r6:6")) == "FLARE_MODERATE"


def test_after_a_severe_flare_one_session_is_limited_and_then_it_is_over() -> None:
    calm = (check_in("r6:3", hours_ago=30), check_in("r6:3", hours_ago=15))
    before = after_severe(*calm, text="r6:3")
    assert state_of(before) == "FLARE_MODERATE"
    moved = (session(ago(hours=14), ("M33", 11), t0="r6:3"),)
    after = replace(before, history=replace(before.history, sessions=moved))
    assert state_of(after) == "CALM"


def test_too_much_pain_in_a_session_starts_a_severe_flare() -> None:
    person = established("r6:4")
    stopped = session(ago(hours=1), ("M10", 7), t0="r6:4", stops=("SS4",))
    sessions = (*person.history.sessions, stopped)
    assert state_of(replace(person, history=replace(person.history, sessions=sessions))) == (
        "FLARE_SEVERE"
    )


def test_it_counts_too_when_the_check_in_was_before_the_session() -> None:
    stopped = session(ago(hours=1), ("M10", 7), t0="r6:4", stops=("SS4",))
    person = typical("r6:4", history=History(sessions=(stopped,)), checked_in_at=ago(hours=5))
    assert state_of(person) == "FLARE_SEVERE"
    assert fires(flare.RULES, replace(person, now=NOW + timedelta(hours=80))) == {
        "FLARE_SEVERE",
        "FLARE_LONG",
    }


# --- moderate ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "now", "expected"),
    [
        ((), 6, "FLARE_MODERATE"),
        ((), 5, "CALM"),
        ((5, 5, 5), 6, "CALM"),
        ((5, 5), 6, "FLARE_MODERATE"),
        ((4, 4, 4), 6, "FLARE_MODERATE"),
        ((3, 3, 3), 5, "FLARE_MODERATE"),
        ((2, 2, 2), 4, "FLARE_MODERATE"),
        ((1, 1, 1), 3, "CALM"),
        ((4, 4, 4), 5, "CALM"),
        ((3,), 5, "CALM"),
    ],
)
def test_leg_pain_against_the_week_before(values: tuple[int, ...], now: int, expected: str) -> None:
    assert state_of(went(f"r6:{now}", *values)) == expected


def test_6_is_not_steady_after_a_movement_sent_it_down_this_week() -> None:
    steady = lived("r6:6", *[6] * 8)
    assert state_of(steady) == "CALM"
    for days, expected in ((6, "FLARE_MODERATE"), (8, "CALM")):
        down = session(ago(days=days), ("M10", 5), t0="r6:6")
        history = replace(steady.history, sessions=(down,))
        assert state_of(replace(steady, history=history)) == expected


def test_6_is_not_steady_after_a_worse_morning_this_week() -> None:
    steady = lived("r6:6", *[6] * 8)
    better_before = session(ago(days=3, hours=-1), ("M10", 11), t0="r5:6")
    history = replace(steady.history, sessions=(better_before,))
    assert state_of(replace(steady, history=history)) == "FLARE_MODERATE"


@pytest.mark.parametrize(("hours", "expected"), [(23, "FLARE_MODERATE"), (25, "CALM")])
def test_a_movement_that_sent_it_down_counts_for_a_day(hours: int, expected: str) -> None:
    person = established("r6:3")
    sessions = (session(ago(hours=hours), ("M10", 5), t0="r6:3"),)
    person = replace(person, history=replace(person.history, sessions=sessions))
    assert state_of(person) == expected


# --- long ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hours", "text", "long"),
    [
        (72, "r6:8", False),
        (73, "r6:8", True),
        (73, "r6:7", True),
        (73, "r5:8", False),
        (168, "r5:7", False),
        (169, "r5:7", True),
    ],
)
def test_a_severe_flare_without_gain_is_long_after_3_days_and_always_after_7(
    hours: int, text: str, long: bool
) -> None:
    history = History(check_ins=(check_in("r6:8", hours_ago=hours),))
    assert ("FLARE_LONG" in fires(flare.RULES, typical(text, history=history))) is long


def test_leg_pain_down_by_2_is_a_gain_in_a_flare() -> None:
    history = History(check_ins=(check_in("r6:9", hours_ago=80),))
    assert "FLARE_LONG" not in fires(flare.RULES, typical("r6:7", history=history))
    assert "FLARE_LONG" in fires(flare.RULES, typical("r6:8", history=history))


@pytest.mark.parametrize(("days", "muted"), [(14, True), (15, False)])
def test_a_review_mutes_a_long_flare_for_14_days_and_keeps_the_gate(days: int, muted: bool) -> None:
    history = History(check_ins=(check_in("r6:8", hours_ago=24 * 20),))
    reviewed = {"FLARE_LONG": ago(days=days).date()}
    person = typical("r6:8", history=history, reviewed=reviewed, told_ok={"FLARE_LONG": "yes"})
    seen = fires(flare.RULES, person)
    assert ("FLARE_LONG" not in seen) is muted
    assert "FLARE_SEVERE" in seen


# --- properties ----------------------------------------------------------------------------

ORDER = ("CALM", "FLARE_MODERATE", "FLARE_SEVERE")
moments = st.tuples(st.integers(1, 240), st.integers(0, 9), st.integers(3, 9), st.booleans())


def record(hours: int, pain: int, rank: int, charted: bool) -> CheckInRecord:
    """A check-in that many hours ago."""
    marks = chart(f"r{rank}:{pain}") if charted and pain else () if charted else None
    return CheckInRecord(at=NOW - timedelta(hours=hours), leg_now=pain, chart=marks)


@given(st.lists(moments, max_size=8, unique_by=lambda moment: moment[0]), st.integers(0, 9))
def test_more_leg_pain_now_never_makes_the_state_milder(
    past: list[tuple[int, int, int, bool]], pain: int
) -> None:
    history = History(check_ins=tuple(record(*m) for m in sorted(past, reverse=True)))
    milder = typical("r6:3", history=history, leg_now=pain)
    worse = replace(milder, leg_now=pain + 1)
    assert ORDER.index(state_of(worse)) >= ORDER.index(state_of(milder))


@given(st.lists(moments, min_size=1, max_size=8, unique_by=lambda moment: moment[0]))
def test_a_severe_flare_never_ends_without_two_calm_check_ins_12_hours_apart(
    past: list[tuple[int, int, int, bool]],
) -> None:
    records = [record(*m) for m in sorted(past, reverse=True)]
    now = typical("r5:2", history=History(check_ins=tuple(records)))
    last = max((n for n, r in enumerate(records) if (r.leg_now or 0) >= 7), default=None)
    if last is None:
        assert state_of(now) != "FLARE_SEVERE"
        return
    later = [r for r in records[last + 1 :] if r.chart is not None]
    if not later or NOW - later[0].at < timedelta(hours=12):
        assert state_of(now) == "FLARE_SEVERE"
