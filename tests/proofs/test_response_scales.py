"""Are the numbers of a set read right over their whole scales? Pain 0-10, grades 0-3.

Every pain before, after and upright, and at the session's start; every grade in up to three zones.
The row expected is worked out here from the numbers of the spec, written out.

Hazards: H-01 H-02 H-03 H-07.
"""

from itertools import product
from typing import Any

from spineward.clinical.facts import CareLevel, Chart, Mark, Reading, SetOutcome, SetVerdict
from tests.proofs.counted import Count
from tests.proofs.response_charts import chart, read, tries

PAINS = tuple(range(11))
ZONES = ("thigh_back_upper", "calf_upper", "toes")
FOOT = "toes"
RANKS = {"thigh_back_upper": 4, "calf_upper": 6, "toes": 9}
Grades = tuple[int, ...]


def leg_row(first: int, t0: int, t1: int, t2: int) -> int:
    """The row for leg pain in one place: pain 0 is felt nowhere."""
    base, most = min(first, t0), max(t1, t2)
    if most and not base:
        return 5
    if most - base >= 2:
        return 7
    if t0 and not t1:
        return 10 if t2 else 9
    return 11 if t0 - most >= 2 else 12


def test_leg_pain_is_read_right_at_every_strength(count_cases: Count) -> None:
    """Rows 5, 7, 9-12 and SS4: up and down by two, eight at any reading."""
    legs = {pain: Reading(chart(6, grade=pain)) for pain in PAINS}
    for first, t0, t1, t2 in tries(PAINS, PAINS, PAINS, PAINS):
        points = {"t0": legs[t0], "t1": legs[t1], "t2": legs[t2]}
        found = read({**points}, session_t0=legs[first].chart)
        assert found.row == leg_row(first, t0, t1, t2), (first, t0, t1, t2)
        severe = max(t0, t1, t2) >= 8
        assert ("SS4" in found.fired) == severe == (found.verdict >= SetVerdict.STOP_SESSION)
    count_cases(len(PAINS) ** 4, "strengths of leg pain, with that of the session's start")


def test_back_pain_is_read_right_at_every_strength(count_cases: Count) -> None:
    """Row 8: up by three against the lower start asks for half the range, never for more."""
    backs = {pain: Reading(chart(6) + chart(1, grade=pain)) for pain in PAINS}
    for first, t0, t1, t2 in tries(PAINS, PAINS, PAINS, PAINS):
        points = {"t0": backs[t0], "t1": backs[t1], "t2": backs[t2]}
        found = read({**points}, session_t0=backs[first].chart)
        up = max(t1, t2) - min(first, t0) >= 3
        assert found.row == (8 if up else 12), (first, t0, t1, t2)
        assert found.verdict == (SetVerdict.REGRESS if up else SetVerdict.CONTINUE_CAUTION)
    count_cases(len(PAINS) ** 4, "strengths of back pain, with that of the session's start")


def graded(what: str, grades: Grades) -> Chart:
    """Those grades in the zones, nearest first."""
    marks = []
    for zone, grade in zip(ZONES, grades, strict=False):
        more: dict[str, Any] = {what: grade}
        marks += [Mark(zone, "right", **more)] if grade else []
    return tuple(marks)


def furthest(grades: Grades) -> int:
    """The highest rank at which anything is felt."""
    return max((RANKS[zone] for zone, n in zip(ZONES, grades, strict=False) if n), default=0)


def test_tingling_is_read_right_at_every_grade(count_cases: Count) -> None:
    """Rows 5 and 6: further is 5; a grade more or a new zone nearer is 6; nothing of it goes on."""
    every = list(product(range(4), repeat=len(ZONES)))
    readings = {grades: Reading(graded("tingling", grades)) for grades in every}
    for before, now in product(every, repeat=2):
        found = read({"t0": readings[before], "t1": readings[now], "t2": readings[now]})
        more = any(b > a for a, b in zip(before, now, strict=True))
        further = furthest(now) > furthest(before)
        assert ("row 5" in found.fired, "row 6" in found.fired) == (further, more and not further)
        assert (found.verdict >= SetVerdict.STOP_MOVEMENT) == more, (before, now)
        if not more and furthest(now) < furthest(before):
            assert found.row == 9
        elif not more and now != before:
            assert found.row == 11
    count_cases(len(every) ** 2, "grades of tingling in three zones before and after")


def test_numbness_is_read_right_at_every_grade(count_cases: Count) -> None:
    """Row 4: a grade more in any zone ends the session, and is asked about after half an hour."""
    every = list(product(range(4), repeat=len(ZONES)))
    readings = {grades: Reading(graded("numbness", grades)) for grades in every}
    for before, now in product(every, repeat=2):
        found = read({"t0": readings[before], "t1": readings[now], "t2": readings[now]})
        more = any(b > a for a, b in zip(before, now, strict=True))
        assert ("row 4" in found.fired) == more, (before, now)
        assert (found.verdict == SetVerdict.STOP_SESSION) == more
        assert (found.re_ask_minutes == 30) == more
    count_cases(len(every) ** 2, "grades of numbness in three zones before and after")


def test_numbness_half_an_hour_on_is_read_right_at_every_grade(count_cases: Count) -> None:
    """Row 4: new, two grades more, or dense in the foot is B9; one grade more is a day of rest."""
    zones = ZONES[1:]
    every = list(product(range(4), repeat=len(zones)))
    readings = {grades: Reading(graded("numbness", (0, *grades))) for grades in every}
    for before, now, later in product(every, repeat=3):
        found = read({"t0": readings[before], "t1": readings[now], "at_30": readings[later]})
        ever = any(max(b, c) > a for a, b, c in zip(before, now, later, strict=True))
        risen = [(zone, a, c) for zone, a, c in zip(zones, before, later, strict=True) if c > a]
        still = any(not a or c - a > 1 or (zone == FOOT and c == 3) for zone, a, c in risen)
        assert half_hour(found) == (
            (None, CareLevel.SELF_CARE)
            if not ever
            else ("still", CareLevel.SAME_DAY)
            if still
            else ("still_one_grade" if risen else "settled", CareLevel.SELF_CARE)
        ), (before, now, later)
        assert ("B9" in found.fired) == still
    count_cases(len(every) ** 3, "grades of numbness before, after, and half an hour on")


def half_hour(found: SetOutcome) -> tuple[str | None, CareLevel]:
    """What the re-ask said, and the level that follows."""
    return found.at_30, found.level
