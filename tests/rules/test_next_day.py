"""Was it worse the next morning, and what follows? N1-N3, each limit on both sides."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spineward.clinical.case import Case
from spineward.clinical.facts import (
    CareLevel,
    CheckInRecord,
    ExerciseSession,
    Gate,
    History,
    Situation,
)
from spineward.clinical.rules.next_day import (
    RULES,
    next_morning,
    removed_by_n2,
    worse,
    worse_mornings,
)
from tests.cases.build import NOW, ago, chart, days_ago, session, typical
from tests.cases.course import check_in, fires


def the_morning_after(
    text: str, *, before: str = "r5:3", hours: float = 20, now: float = 0
) -> Situation:
    """A session that ended `hours` before this check-in, which was `now` hours ago."""
    start = ago(hours=hours + now, minutes=20)
    history = History(sessions=(session(start, ("M10", 11), t0=before),))
    if not now:
        return typical(text, history=history)
    record = check_in(text, hours_ago=now)
    return typical(before, history=replace(history, check_ins=(record,)))


@pytest.mark.parametrize(
    ("before", "after", "is_worse"),
    [
        ("r5:3", "r6:3", True),
        ("r5:3", "r5:5", True),
        ("r5:3", "r5:4", False),
        ("r5:3", "r5:3 tg5:1", True),
        ("r5:3 tg6:1", "r5:3 tg6:3", False),
        ("r5:3 tg6:1", "r5:3 tg7:1", True),
        ("r5:3 nb8:1", "r5:3 nb9:1", True),
        ("r5:3", "r5:3 left/r3:1", True),
        ("r5:3", "r5:3 front:1", True),
        ("r5:3", "r3:1", False),
        ("r5:3", "r5:3 back2:9", False),
        ("back:2", "back2:3", True),
        ("back:2", "back:5", False),
        ("", "back:2", False),
        ("", "back:3", True),
        ("", "", False),
        ("nb9:1u", "nb9:1u", False),
    ],
)
def test_worse_is_any_rank_up_or_leg_pain_up_by_2(before: str, after: str, is_worse: bool) -> None:
    assert worse(chart(before), check_in(after, hours_ago=0)) is is_worse


def test_without_a_chart_the_leg_pain_alone_is_compared() -> None:
    said = CheckInRecord(at=NOW, leg_now=5)
    assert worse(chart("r5:3"), said)
    assert not worse(chart("r5:3"), replace(said, leg_now=4))


@pytest.mark.parametrize(("hours", "read"), [(11.9, False), (12, True), (36, True), (36.1, False)])
def test_the_next_morning_lies_12_to_36_hours_after_the_session(hours: float, read: bool) -> None:
    assert bool(worse_mornings(Case(the_morning_after("r6:3", hours=hours)))) is read


def test_only_the_first_answered_check_in_counts_as_the_next_morning() -> None:
    one = session(ago(hours=30, minutes=20), ("M10", 11), t0="r5:3")
    silent = CheckInRecord(at=ago(hours=14))
    fine, bad = check_in("r5:3", hours_ago=12), check_in("r6:3", hours_ago=6)
    history = History(check_ins=(silent, fine, bad), sessions=(one,))
    case = Case(typical("r6:3", history=history))
    assert next_morning(case, one) == fine
    assert worse_mornings(case) == []


def test_the_answers_count_from_when_they_were_given() -> None:
    worse_again = the_morning_after("r6:3", hours=13)
    assert worse_mornings(Case(worse_again))
    given_before = replace(worse_again, checked_in_at=ago(hours=14))
    assert worse_mornings(Case(given_before)) == []


@pytest.mark.parametrize(("hours", "rests"), [(24, True), (25, False)])
def test_one_worse_morning_rests_for_24_hours(hours: float, rests: bool) -> None:
    person = the_morning_after("r6:3", now=hours)
    assert ("N1" in fires(RULES, person)) is rests


# --- two and three worse mornings ----------------------------------------------------------


def evening(days: int, *movements: str) -> ExerciseSession:
    """A session 16 hours before noon of `days` days ago."""
    return session(ago(days=days, hours=16), *((m, 11) for m in movements), t0="r5:3")


def worse_on(
    *days: int, movements: tuple[tuple[str, ...], ...] = (), now: datetime = NOW
) -> Situation:
    """A worse morning at noon that many days ago, after a session the evening before."""
    used = movements or (("M10",),) * len(days)
    records = tuple(check_in("r6:3", hours_ago=24 * d) for d in days if d)
    sessions = tuple(evening(d, *m) for d, m in zip(days, used, strict=True))
    text = "r5:3" if days[-1] else "r6:3"
    return typical(text, history=History(check_ins=records, sessions=sessions), now=now)


@pytest.mark.parametrize(("apart", "fired"), [(7, True), (8, False)])
def test_two_worse_mornings_within_7_days_fire_n2(apart: int, fired: bool) -> None:
    assert ("N2" in fires(RULES, worse_on(apart, 0))) is fired


@pytest.mark.parametrize(("hours", "holds"), [(48, True), (49, False)])
def test_n2_holds_48_hours(hours: int, holds: bool) -> None:
    later = NOW + timedelta(hours=hours)
    person = worse_on(3, 0)
    history = replace(
        person.history, check_ins=(*person.history.check_ins, check_in("r6:3", hours_ago=0))
    )
    moved_on = replace(typical("r5:3"), now=later, history=history)
    assert ("N2" in fires(RULES, moved_on)) is holds


@pytest.mark.parametrize(("days", "off"), [(14, True), (15, False)])
def test_what_was_done_before_both_is_off_for_14_days(days: int, off: bool) -> None:
    person = worse_on(days + 2, days, movements=(("M10", "M20"), ("M20", "M33")))
    assert removed_by_n2(Case(person)) == ({"M20"} if off else set())


def test_two_sessions_before_one_worse_morning_are_one_worse_morning() -> None:
    sessions = (
        session(ago(hours=20), ("M10", 11), t0="r5:3"),
        session(ago(hours=16), ("M20", 11), t0="r5:3"),
    )
    person = typical("r6:3", history=History(sessions=sessions))
    assert fires(RULES, person) == {"N1"}
    (morning,) = worse_mornings(Case(person))
    assert morning.movements == {"M10", "M20"}


@pytest.mark.parametrize(("first", "fired"), [(14, True), (15, False)])
def test_three_worse_mornings_within_14_days_are_seen_soon(first: int, fired: bool) -> None:
    person = worse_on(first, 8, 0)
    found = {f.rule: f for f in RULES.fire(Case(person))}
    assert ("N3" in found) is fired
    if fired:
        assert (found["N3"].level, found["N3"].within_days) == (CareLevel.SOON, 14)


@pytest.mark.parametrize(("days", "muted"), [(14, True), (15, False)])
def test_a_review_mutes_n3_for_14_days_and_keeps_the_rest(days: int, muted: bool) -> None:
    person = worse_on(12, 6, 0)
    person = replace(person, reviewed={"N3": days_ago(days)}, told_ok={"N3": "yes"})
    found = {f.rule: f for f in RULES.fire(Case(person))}
    assert ("N3" not in found) is muted
    assert found["N1"].gate == Gate.EASE_ONLY


# --- properties ----------------------------------------------------------------------------

marks = st.lists(
    st.tuples(
        st.sampled_from(("r", "tg", "nb")), st.integers(3, 9), st.integers(1, 3), st.booleans()
    ),
    max_size=5,
).map(lambda rows: " ".join(f"{'left/' if left else ''}{k}{r}:{g}" for k, r, g, left in rows))


@given(marks)
def test_the_same_chart_again_is_never_worse(text: str) -> None:
    assert not worse(chart(text), check_in(text, hours_ago=0))


@given(marks, marks)
def test_left_and_right_may_be_swapped(before: str, after: str) -> None:
    def mirrored(text: str) -> str:
        words = text.split()
        return " ".join(w[5:] if w.startswith("left/") else f"left/{w}" for w in words)

    seen = worse(chart(before), check_in(after, hours_ago=0))
    assert worse(chart(mirrored(before)), check_in(mirrored(after), hours_ago=0)) is seen
