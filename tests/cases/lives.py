"""What may months of a diary look like? Believable courses by length and leg, for pictures."""

from dataclasses import replace
from math import sin

from spineward.clinical.facts import CheckInRecord, ExerciseSession, History, Situation
from tests.cases.build import ago, chart, days_ago, session, typical

RANKS = (9, 8, 8, 7, 6, 6, 5, 5, 4, 3, 3, 2, 1)
LENGTHS = {"3 days": 3, "3 weeks": 21, "3 months": 91, "3 years": 1095}


def life(days: int, legs: tuple[str, ...] = ("right",)) -> Situation:
    """Someone who gets better from day to day, with a flare on the way and a stop or two."""
    told = [day for day in range(days) if day % 9 != 7 or day + 1 == days]
    *earlier, last = (_day(day, days, legs) for day in told)
    sessions = tuple(_session(day, days) for day in range(1, days) if _chance(day, 5) < 0.7)
    now = typical(
        "",
        episode_start=days_ago(days),
        leg_onset=days_ago(days),
        chart=last.chart,
        leg_now=last.leg_now,
        back_now=last.back_now,
    )
    return replace(now, history=History(check_ins=tuple(earlier), sessions=sessions))


def _chance(day: int, of: int) -> float:
    """A number from 0 to 1 that looks like chance and is the same each time."""
    return (sin(day * 12.9898 + of * 78.233) * 43758.5453) % 1


def _whole(value: float, top: int) -> int:
    return max(0, min(top, round(value)))


def _day(day: int, days: int, legs: tuple[str, ...]) -> CheckInRecord:
    share = day / max(days - 1, 1)
    flare = days > 7 and 0.4 < share < 0.5
    luck = [2 * (_chance(day, of) - 0.5) for of in range(3)]
    along = _whole(11 * share + 1.3 * luck[0] + sin(day / 9) - 4 * flare, 12)
    leg = _whole(6 - 5 * share + 1.2 * luck[1] + 3 * flare, 10)
    back = _whole(2 + 1.5 * share + 1.2 * luck[2], 10)
    words = [f"back:{back}"] if back else []
    for count, side in enumerate(legs):
        rank = RANKS[min(12, along + 2 * count)]
        where = "left/" if side == "left" else ""
        if rank > 2 and leg:
            words.append(f"{where}r{rank}:{max(1, leg - count)}")
        if share < 0.45 and rank > 5:
            words.append(f"{where}tg{rank}:1")
        if share < 0.25 and rank > 7:
            words.append(f"{where}nb8:1")
    return CheckInRecord(
        at=ago(days=days - 1 - day, hours=2),
        leg_now=leg if legs else 0,
        back_now=back,
        chart=chart(" ".join(words)),
        eased_by_position="yes",
        nights_broken=1 if leg > 5 else 0,
        can_sit_10="no" if leg > 6 else "yes",
        can_stand_10="yes",
        can_walk_10="yes",
        after_activity="none",
    )


def _session(day: int, days: int) -> ExerciseSession:
    row = 5 if _chance(day, 6) < 0.04 else (9, 11, 12)[day % 3]
    at = ago(days=days - 1 - day, hours=1)
    return session(at, ("M10", row), ("M33", 12), t0="r5:3")
