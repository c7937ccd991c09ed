"""Do trends and next mornings come out as in worked cases W50-W52?"""

from dataclasses import replace
from datetime import timedelta

import pytest

from spineward.clinical.assessment import assess
from spineward.clinical.case import Case
from spineward.clinical.facts import ExerciseSession, History, Situation, WeeklyRecord
from spineward.clinical.rules.next_day import removed_by_n2
from spineward.clinical.rules.no_change import unchanged_movements
from tests.cases.build import NOW, ago, day_values, days_ago, done, established, session, typical
from tests.cases.course import check_in, expect, lived, since

# --- W43: numbness, and the morning after --------------------------------------------------


@pytest.mark.parametrize(
    ("now", "level", "gate", "fired"),
    [
        pytest.param("r6:3 nb9:1", "SELF_CARE", "FULL", [], id="b: back to 1"),
        pytest.param("r6:3 nb9:2", "SAME_DAY", "BLOCK", ["B9"], id="c: still 2"),
    ],
)
def test_w43_one_grade_more_numb_waits_for_the_next_morning(
    now: str, level: str, gate: str, fired: list[str]
) -> None:
    person = established("r6:3 nb9:1")
    at = ago(hours=20)
    more_numb = done("M10", 4, at, at_30="still_one_grade")
    stopped = ExerciseSession(at, at, person.chart, (more_numb,))
    history = replace(person.history, sessions=(*person.history.sessions, stopped))
    woke, now_then = at - timedelta(hours=9), at + timedelta(hours=1)
    evening = replace(person, now=now_then, woke_at=woke, checked_in_at=at, history=history)
    expect(assess(evening), "SELF_CARE", "EASE_ONLY")
    expect(assess(typical(now, history=history)), level, gate, *fired)


# --- W50: the morning after ----------------------------------------------------------------

SESSIONS: dict[int, tuple[str, ...]] = {
    1: ("M10", "M20"),
    3: ("M20", "M33"),
    7: ("M10",),
    12: ("M33",),
}
MORNINGS = {2: "r6:1", 4: "r5:3", 13: "r5:3"}
UNANSWERED = (8,)


def _on(day: int) -> timedelta:
    return timedelta(days=day)


def w50(today: int, text: str) -> Situation:
    """The person on the morning of that day: earlier sessions at 17:00, check-ins at noon."""
    start = NOW - _on(today)
    sessions = tuple(
        session(start + _on(day) + timedelta(hours=5), *((m, 11) for m in moves), t0="r5:1")
        for day, moves in SESSIONS.items()
        if day < today
    )
    earlier = established("r5:1").history.sessions
    before = tuple(replace(s, t0=None, started=start - _on(10 - n)) for n, s in enumerate(earlier))
    records = tuple(
        replace(check_in(MORNINGS.get(day, "r5:1"), hours_ago=0), at=start + _on(day))
        for day in range(-9, today)
        if day not in UNANSWERED
    )
    history = History(check_ins=records, sessions=(*before, *sessions))
    return typical(text, history=history)


def test_w50a_further_down_the_next_morning_only_eases_for_a_day() -> None:
    expect(assess(w50(2, "r6:1")), "SELF_CARE", "EASE_ONLY", "N1")


def test_w50a_a_day_later_movement_is_open_again() -> None:
    seen = assess(w50(3, "r5:1"))
    expect(seen, "SELF_CARE", "EASE_ONLY", "N1")
    later = replace(w50(3, "r5:1"), now=NOW + timedelta(minutes=1))
    expect(assess(later), "SELF_CARE", "FULL")


def test_w50b_a_second_worse_morning_rests_for_two_days_and_removes_what_both_shared() -> None:
    person = w50(4, "r5:3")
    seen = assess(person)
    expect(seen, "SELF_CARE", "EASE_ONLY", "N1", "N2", "T2")
    assert "QS" in seen.asks
    assert removed_by_n2(Case(person)) == {"M20"}


def test_w50c_an_unanswered_morning_counts_nothing() -> None:
    person = replace(w50(8, "r5:1"), now=NOW + timedelta(hours=20))
    expect(assess(person), "SELF_CARE", "FULL")
    assert removed_by_n2(Case(person)) == {"M20"}


def test_w50d_a_third_worse_morning_in_14_days_is_seen_soon() -> None:
    expect(assess(w50(13, "r5:3")), "SOON", "EASE_ONLY", "N1", "N3")


# --- W51: gain and worsening over weeks ----------------------------------------------------


def test_w51a_from_6_to_4_is_a_gain() -> None:
    seen = assess(lived("r6:4", 6, 6, 6, 6, 5, 5, 5, 4, 4, **since(20)))
    expect(seen, "SELF_CARE", "FULL", "T1")


def test_w51b_from_3_to_2_is_a_gain() -> None:
    seen = assess(lived("r6:2", 3, 3, 3, 3, 3, 2, 2, **since(20)))
    expect(seen, "SELF_CARE", "FULL", "T1")


RISEN = (3, 3, 3, 3, 3, 3, 3, 3, 5)


def test_w51c_a_rise_by_2_only_eases_and_asks_the_emergency_questions() -> None:
    seen = assess(lived("r6:5", *RISEN))
    expect(seen, "SELF_CARE", "EASE_ONLY", "FLARE_MODERATE", "T2")
    assert "QS" in seen.asks


def test_w51d_still_so_8_days_later_is_seen_soon() -> None:
    seen = assess(lived("r6:5", *RISEN, *[5] * 8, **since(22)))
    expect(seen, "SOON", "EASE_ONLY", "FLARE_LONG", "T2", "T3")


def test_w51e_severe_on_most_days_at_day_15_is_seen_soon() -> None:
    seen = assess(typical("r6:7", severe_most_days="yes", **since(15)))
    expect(seen, "SOON", "EASE_ONLY", "FLARE_SEVERE", "T4")


@pytest.mark.parametrize(
    ("day", "pain", "change", "level", "fired"),
    [
        pytest.param(30, 4, 0, "ROUTINE", ["T5"], id="w51f: day 30, no change"),
        pytest.param(30, 4, 2, "SELF_CARE", ["T1"], id="w51g: day 30, much better"),
        pytest.param(50, 4, 0, "SOON", ["T6"], id="w51h: day 50, no change"),
        pytest.param(100, 3, 0, "ROUTINE", ["T7"], id="w51j: day 100"),
    ],
)
def test_w51_first_use_late_in_the_episode(
    day: int, pain: int, change: int, level: str, fired: list[str]
) -> None:
    seen = assess(typical(f"r5:{pain}", change_so_far=change, **since(day)))
    expect(seen, level, "LIMITED", *fired)


def test_w51i_a_review_last_week_mutes_t6() -> None:
    reviewed = {"examined": {"T6": days_ago(7)}, "reviewed": {"T6": days_ago(7)}}
    seen = assess(typical("r5:4", told_ok={"T6": "yes"}, **reviewed, **since(50)))
    expect(seen, "SELF_CARE", "LIMITED")


# --- W52: relapse, no change, mood and work ------------------------------------------------


def test_w52a_pain_after_33_quiet_days_asks_everything_again() -> None:
    quiet = day_values(*[index % 2 for index in range(33)], text="r5:{}")
    earlier = tuple(session(ago(days=day), ("M10", 11), t0="r5:3") for day in (50, 48, 46, 44))
    history = History(check_ins=quiet, sessions=earlier)
    seen = assess(typical("r5:3", history=history, **since(60)))
    expect(seen, "SELF_CARE", "LIMITED", "T8")
    assert set(seen.asks) >= {"Q1", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7"}


def _sessions(days: int, *sets: tuple[str, int], count: int) -> tuple[ExerciseSession, ...]:
    step = days / (count - 1)
    return tuple(
        session(ago(days=days - step * n, hours=1), *sets, t0="r5:3") for n in range(count)
    )


def test_w52a_a_new_episode_stays_limited_for_two_sessions() -> None:
    quiet = day_values(*[0] * 33, text="r5:{}")
    relapsed = check_in("r5:3", hours_ago=2)
    one = session(ago(hours=1), ("M10", 11), t0="r5:3")
    for sessions, gate in (((one,), "LIMITED"), ((one, one), "FULL")):
        history = History(check_ins=(*quiet, relapsed), sessions=sessions)
        expect(assess(typical("r5:3", history=history, **since(0))), "SELF_CARE", gate)


def test_w52b_one_movement_without_change_is_swapped_without_alarm() -> None:
    person = established("r5:3")
    sessions = _sessions(8, ("M10", 11), ("M20", 11), ("M33", 12), count=3)
    history = replace(person.history, sessions=sessions)
    seen = assess(replace(person, history=history))
    expect(seen, "SELF_CARE", "FULL", "NC1")
    assert unchanged_movements(Case(replace(person, history=history))) == {"M33"}


def test_w52c_two_weeks_without_any_response_is_reviewed() -> None:
    person = established("r5:3", **since(20))
    rows = _sessions(15, ("M10", 12), ("M20", 10), ("M33", 12), count=6)
    seen = assess(replace(person, history=replace(person.history, sessions=rows)))
    expect(seen, "ROUTINE", "FULL", "NC1", "NC2")


def test_w52d_four_weeks_off_work_gets_support_and_a16_is_asked() -> None:
    person = lived("r6:3", 5, 5, 5, 5, 4, 4, 3, 3, **since(30))
    weekly = (WeeklyRecord(at=ago(days=1), weeks_off_work=4),)
    seen = assess(replace(person, history=replace(person.history, weekly=weekly)))
    expect(seen, "ROUTINE", "FULL", "T1", "T9")
    assert "A16" in seen.asks


def test_w52e_fear_in_one_entry_only_is_no_alarm() -> None:
    person = established("r6:3")
    weekly = (WeeklyRecord(at=ago(days=8)), WeeklyRecord(at=ago(days=1), fear_moving=8))
    seen = assess(replace(person, history=replace(person.history, weekly=weekly)))
    expect(seen, "SELF_CARE", "FULL")
