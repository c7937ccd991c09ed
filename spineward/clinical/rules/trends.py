"""How has it gone over the weeks, and who needs to look at it? T1-T9 (spec section 7).

Weeks count from `leg_onset`, not from install; without it T1-T7 do not run.
"""

from collections.abc import Callable
from datetime import timedelta
from statistics import fmean

from spineward.clinical.case import Case
from spineward.clinical.catalogue import limit
from spineward.clinical.facts import CareLevel, Finding, Gate, WeeklyRecord
from spineward.clinical.questions import FULL_SCREEN
from spineward.clinical.rules.course import (
    first_day,
    first_use,
    gain,
    improving,
    onset,
    relapse,
    worse_since,
)
from spineward.clinical.rules.rests import sessions_since
from spineward.clinical.rules.rule import RuleSet

__all__ = ["RULES", "gain"]

RULES = RuleSet()
ANEW = (*FULL_SCREEN, "about")
"""Everything that belongs to an episode: the full screen, and since when it is there."""


def _soon(rule: str) -> Finding:
    return Finding(rule, CareLevel.SOON, within_days=limit("within.soon"))


def _routine(rule: str, asks: tuple[str, ...] = ()) -> Finding:
    return Finding(rule, CareLevel.ROUTINE, within_days=limit("within.routine"), asks=asks)


@RULES.rule("T1", sources="OST08 SPEC21 SUZ20 J", hazards="H-20")
def t1(case: Case) -> Finding | None:
    """Leg pain is clearly less than at the start, or felt nearer to the spine for 3 days."""
    return Finding("T1") if improving(case, case.today.toordinal()) else None


@RULES.rule("T2", sources="SUZ20 J", hazards="H-02 H-20")
def t2(case: Case) -> Finding | None:
    """Leg pain has risen by 2 above the week before, or is felt further down: only easing, and the
    emergency questions at once."""
    if worse_since(case) is None:
        return None
    return Finding("T2", gate=Gate.EASE_ONLY, asks=("QS",))


@RULES.rule("T3", sources="OST08 HALL11 J", hazards="H-20")
def t3(case: Case) -> Finding | None:
    """The worsening has lasted a week, or what the person can do has clearly dropped."""
    since = worse_since(case)
    lasting = since is not None and case.days_ago(since) >= limit("t3.days")
    if onset(case) is None or not (lasting or _less_able(case)):
        return None
    return None if case.reviewed_within("T3", "review.short_days") else _soon("T3")


def _less_able(case: Case) -> bool:
    scores = _last_two(case, lambda entry: entry.rmdq)
    tasks = _last_two(case, lambda entry: fmean(entry.psfs) if entry.psfs else None)
    return (scores is not None and scores[1] - scores[0] >= limit("t3.rmdq")) or (
        tasks is not None and tasks[0] - tasks[1] >= limit("t3.psfs")
    )


def _last_two(
    case: Case, score: Callable[[WeeklyRecord], int | float | None]
) -> tuple[int | float, int | float] | None:
    """The last two entries that were given, the earlier first."""
    given: list[int | float] = []
    for entry in reversed(case.history.weekly):
        value = score(entry)
        if value is not None:
            given.append(value)
        if len(given) == 2:
            return given[1], given[0]
    return None


def _week_level(case: Case) -> int | float | None:
    """7-day median leg, or at first use the pain now."""
    if first_use(case):
        return case.leg_now
    return case.timeline.week_median(case.today.toordinal())


@RULES.rule("T4", sources="K", hazards="H-20")
def t4(case: Case) -> Finding | None:
    """From day 14 on, leg pain stays at 7 or more."""
    if case.leg_day is None or case.leg_day < limit("t4.day"):
        return None
    level = _week_level(case)
    severe = level is not None and level >= limit("t4.leg")
    lasting = not first_use(case) or case.situation.severe_most_days == "yes"
    if not (severe and lasting) or case.reviewed_within("T4", "review.short_days"):
        return None
    return _soon("T4")


@RULES.rule("T5", sources="J", hazards="H-20")
def t5(case: Case) -> Finding | None:
    """Weeks 5 and 6 without gain."""
    day = case.leg_day
    if day is None or not limit("t5.day") <= day < limit("t6.day") or gain(case):
        return None
    return None if case.reviewed_within("T5", "review.medium_days") else _routine("T5")


@RULES.rule("T6", sources="BMJ19 J", hazards="H-20")
def t6(case: Case) -> Finding | None:
    """From week 7 on without gain, also after week 12 until reviewed or better."""
    day = case.leg_day
    if day is None or day < limit("t6.day") or gain(case):
        return None
    if day < limit("t7.day"):
        return None if case.reviewed_within("T6", "review.medium_days") else _soon("T6")
    return _soon("T6") if _never_better_since(case, case.today.toordinal() - day) else None


def _never_better_since(case: Case, began: int) -> bool:
    """T6 was on when week 12 ended, and neither a review nor a gain has ended it since."""
    last = began + limit("t7.day") - 1
    reviewed = "T6" in case.situation.reviewed and case.told_fine("T6")
    if first_day(case) > last or reviewed:
        return False
    from_day = last - limit("t1.gain_days") + 1
    return not any(improving(case, day) for day in case.timeline.days if day >= from_day)


@RULES.rule("T7", sources="BMJ19", hazards="H-20")
def t7(case: Case) -> Finding | None:
    """From week 13 on, leg pain of 2 or more."""
    if case.leg_day is None or case.leg_day < limit("t7.day"):
        return None
    level = _week_level(case)
    if level is None or level < limit("t7.leg"):
        return None
    return None if case.reviewed_within("T7", "review.long_days") else _routine("T7")


@RULES.rule("T8", sources="J", hazards="H-05 H-20")
def t8(case: Case) -> Finding | None:
    """Pain is back after four quiet weeks: all is asked again, until a new episode has begun."""
    again = relapse(case)
    if again is None:
        return None
    renewed = case.episode_start > again.quiet_from
    enough = sessions_since(case, again.at) >= limit("gate.first_sessions")
    if again.at != case.current.at and (renewed or enough):
        return None
    # The old episode ends with its last quiet day; a start before that is still its own (0.3).
    over = again.quiet_from + timedelta(days=limit("episode.quiet_days"))
    return Finding("T8", gate=Gate.LIMITED, asks=() if case.episode_start >= over else ANEW)


@RULES.rule("T9", sources="NG59", hazards="H-16 H-20")
def t9(case: Case) -> Finding | None:
    """Low mood, lasting fear of moving, or four weeks off work: support, and A16 asked again."""
    weekly = case.history.weekly
    if not weekly:
        return None
    last, running = weekly[-1], weekly[-limit("t9.fear_entries") :]
    afraid = len(running) == limit("t9.fear_entries") and all(
        (entry.fear_moving or 0) >= limit("t9.fear") for entry in running
    )
    off = (last.weeks_off_work or 0) >= limit("t9.weeks_off")
    return _routine("T9", ("A16",)) if last.mood_low == "yes" or afraid or off else None
