"""Which leg is affected, which is the second, and are both known? Spec 0.3 and A5."""

from datetime import date, timedelta

from spineward.clinical.body import LEGS, LegState, leg_state, without_usual
from spineward.clinical.case import Case
from spineward.clinical.catalogue import limit
from spineward.clinical.dating import fresh
from spineward.clinical.facts.answers import Leg
from spineward.clinical.weakness import new_weaknesses, weak_legs

NONE_OF = ("A1", "A2", "A3", "A4", "A6", "A7", "A8")
"""The A5 exception holds only when each of these was answered, and harmlessly."""


def affected_legs(case: Case) -> tuple[Leg, ...]:
    """The leg with the most distal symptom at first use; both when equal or known bilateral."""
    if known_bilateral(case):
        return LEGS
    left, right = _first_reach(case)[0]
    if left == right:
        return LEGS
    return ("left",) if left > right else ("right",)


def known_bilateral(case: Case) -> bool:
    """Two-leg symptoms that are old, or examined and not new, or sent to C7, or released (0.3)."""
    dated = "A5" in case.situation.since
    if dated and (not fresh(case, "A5") or sent_to_c7(case)):
        return True
    released = _released(case)
    return released is not None and not (case.yes("A5") and case.changed("A5") > released)


def sent_to_c7(case: Case) -> bool:
    """Two legs, over three months unchanged, only upright, eased by sitting or bending (A5)."""
    return (
        case.yes("C7")
        and "A5" in case.situation.since
        and case.days_ago(case.changed("A5")) > limit("a5.unchanged_days")
        and case.situation.same_as_usual.get("A5") != "no"
        and all(case.clear(item) for item in NONE_OF)
        and not new_saddle_mark(case)
        and not new_weaknesses(case)
    )


def new_saddle_mark(case: Case) -> bool:
    """Tingling or numbness marked between the legs, other than the usual."""
    return any(
        mark.zone == "saddle" and (mark.tingling or mark.numbness) and not mark.usual
        for mark in case.chart
    )


def second_leg(case: Case) -> bool:
    """The chart or the strength check shows the second leg, and it is not known (A5)."""
    reaches = [_reaches(case.new_legs[leg]) for leg in LEGS]
    if not any(reaches) and not weak_legs(case):
        return False
    if known_bilateral(case):
        return False
    (left, right), today = _first_reach(case)
    if left == right:
        # Equal at first use: either may be the second. Later both must have gone that far, for
        # two aching buttocks that become one sore leg are no two-leg sign.
        return any(reaches) if today else all(reaches)
    second: Leg = "right" if left > right else "left"
    return reaches[LEGS.index(second)] or second in weak_legs(case)


def _reaches(leg: LegState) -> bool:
    """Pain from rank 4 on or on the front thigh, or any tingling or numbness from rank 3 on."""
    return bool(
        leg.pain >= limit("set.second_leg_rank")
        or leg.front_pain
        or leg.tingling
        or leg.numbness
        or leg.front_tingling
        or leg.front_numbness
    )


def _first_reach(case: Case) -> tuple[tuple[int, int], bool]:
    """How far each leg reached when a leg was first felt in this episode, and is that today?"""
    for record in case.history.check_ins:
        if record.chart and record.at.date() >= case.episode_start:
            chart = without_usual(record.chart)
            reach = (leg_state(chart, "left").most_distal, leg_state(chart, "right").most_distal)
            if any(reach):
                return reach, False
    return (case.new_legs["left"].most_distal, case.new_legs["right"].most_distal), True


def _released(case: Case) -> date | None:
    """The day on which an A5 lock of this episode was last released."""
    days = [
        lock.released_at.date()
        for lock in case.history.locks
        if "A5" in lock.rules and lock.released_at is not None
    ]
    last = max(days, default=None)
    return last if case.known_in_episode(last) else None


def sensation_grew(case: Case, since: date) -> bool | None:
    """Tingling or numbness beyond the last chart up to that day; None without such a chart."""
    marks = [m for m in case.chart if (m.tingling or m.numbness) and not m.usual]
    if not marks:
        return False
    for record in reversed(case.history.check_ins):
        if record.chart is None or record.at.date() > since:
            continue
        before = {(m.zone, m.side): (m.tingling, m.numbness) for m in record.chart}
        return any(_beyond((m.tingling, m.numbness), before.get((m.zone, m.side))) for m in marks)
    return None


def _beyond(grades: tuple[int, int], before: tuple[int, int] | None) -> bool:
    earlier = before or (0, 0)
    return grades[0] > earlier[0] or grades[1] > earlier[1]


def two_weeks_ago(case: Case) -> date:
    """The last day that is more than 14 days ago."""
    return case.today - timedelta(days=limit("new.days") + 1)
