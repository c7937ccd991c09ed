"""Do the invariants of a set hold for real charts, wherever it is felt and wherever it goes?

Every rank and the front of the thigh, at every time point of a set; not sampled. The expectation is
worked out from the ranks alone (`rises`), not from the engine.

Hazards: H-02 movement after symptoms went down; H-04 wrong side; H-07 stopping without need; H-01.
"""

from dataclasses import replace
from typing import Any

import pytest

from spineward.clinical.facts import Gate, Reading, SetContext, SetOutcome, SetReadings, SetVerdict
from spineward.clinical.measured import signs
from tests.proofs.counted import Count
from tests.proofs.response_cases import no_milder, strict
from tests.proofs.response_charts import (
    ON_A_LEG,
    OTHER,
    REACHES,
    Reach,
    chart,
    read,
    reading,
    rises,
    tries,
)

GOES_ON = (SetVerdict.CONTINUE, SetVerdict.CONTINUE_CAUTION)
SOME_REACHES: tuple[Reach, ...] = (0, 3, 5, 8, "front")
either_quality = pytest.mark.parametrize("what", ["pain", "tingling"])


@either_quality
def test_a_rank_further_never_lets_the_movement_go_on(what: str, count_cases: Count) -> None:
    """Invariants 4, 5 and 12: any t0, tdur, t1 and t2; on the left as on the right."""
    missing: tuple[Reach | None, ...] = (*REACHES, None)
    count = 0
    for t0, tdur, t1, t2 in tries(REACHES, missing, REACHES, missing):
        reaches: dict[str, Reach | None] = {"t0": t0, "tdur": tdur, "t1": t1, "t2": t2}
        found = read(
            {
                point: None if reach is None else reading(reach, "right", what)
                for point, reach in reaches.items()
            }
        )
        twin = read(
            {
                point: None if reach is None else reading(reach, "left", what)
                for point, reach in reaches.items()
            },
            "left",
        )
        after = [reach for reach in (tdur, t1, t2) if reach is not None]
        assert ("row 5" in found.fired) == rises(t0, t0, after), reaches
        assert "row 5" not in found.fired or found.verdict not in GOES_ON, reaches
        assert twin == found, reaches
        assert t2 is not None or {"row 9", "row 11"}.isdisjoint(found.fired), reaches
        count += 2
    count_cases(count, f"sets of one {what} at any rank at t0, tdur, t1 and t2, on either side")


@either_quality
def test_slow_creep_over_a_session_is_read_against_its_start(what: str, count_cases: Count) -> None:
    """Invariant 4, from the lower of the set's and the session's first t0."""
    count = 0
    for first, t0, t1, t2 in tries(REACHES, REACHES, REACHES, REACHES):
        points: dict[str, Reading | None] = {
            "t0": reading(t0, "right", what),
            "t1": reading(t1, "right", what),
            "t2": reading(t2, "right", what),
        }
        found = read(points, session_t0=chart(first, "right", what))
        assert ("row 5" in found.fired) == rises(first, t0, [t1, t2]), (first, t0, t1, t2)
        assert "row 5" not in found.fired or found.verdict not in GOES_ON, (first, t0, t1, t2)
        count += 1
    count_cases(count, f"sets of one {what} at any rank in a session begun at any rank")


def test_pain_and_tingling_are_read_each_for_itself(count_cases: Count) -> None:
    """Invariant 4: pain that draws nearer makes up for no tingling that goes further."""
    count = 0
    for pain, tingling, pain_now, tingling_now in tries(REACHES, REACHES, REACHES, REACHES):
        before, now = (
            Reading(chart(one, "right") + chart(other, "right", "tingling"))
            for one, other in ((pain, tingling), (pain_now, tingling_now))
        )
        found = read({"t0": before, "t1": now, "t2": now})
        legs = pain in ON_A_LEG or tingling in ON_A_LEG
        further = any(
            rises(was, was, [came]) and (not legs or came in ON_A_LEG)
            for was, came in ((pain, pain_now), (tingling, tingling_now))
        )
        assert ("row 5" in found.fired) == further, (pain, tingling, pain_now, tingling_now)
        assert not further or found.verdict not in GOES_ON
        count += 1
    count_cases(count, "sets of pain and tingling at any two ranks before and after")


def test_one_or_two_points_more_in_the_back_never_spoil_centralizing(count_cases: Count) -> None:
    """Invariant 6: wherever the leg pain was and drew to, however much the back ached."""
    near: tuple[Reach, ...] = (0, *ON_A_LEG)
    count = 0
    for t0, t1, t2, ache in tries(ON_A_LEG, near, near, tuple(range(9))):
        reaches = {"t0": t0, "t1": t1, "t2": t2}

        def with_ache(*more: int, ache: int = ache, legs: dict[str, Reach] = reaches) -> SetOutcome:
            added = dict(zip(legs, (0, *more), strict=True))
            return read(
                {
                    point: Reading(chart(reach) + chart(1, grade=ache + added[point]))
                    for point, reach in legs.items()
                }
            )

        before = with_ache(0, 0)
        count += 1
        if before.label != "CENTRALIZING":
            continue
        for more in ((1, 1), (2, 2), (0, 1), (0, 2), (1, 0), (2, 0), (1, 2), (2, 1)):
            after = with_ache(*more)
            assert (after.label, after.verdict) == (before.label, before.verdict), (reaches, ache)
            count += 1
    count_cases(count, "sets with one or two points more in the back")


def test_both_legs_together_are_the_worse_of_the_two(count_cases: Count) -> None:
    """Invariant 7, with a symptom in either leg before the set."""
    ways = list(tries(SOME_REACHES[1:], SOME_REACHES, SOME_REACHES))
    alone = {
        way: read({p: reading(r) for p, r in zip(("t0", "t1", "t2"), way, strict=True)})
        for way in ways
    }
    for left, right in tries(tuple(ways), tuple(ways)):
        points: dict[str, Reading | None] = {
            point: Reading(chart(one, "left") + chart(other, "right"))
            for point, one, other in zip(("t0", "t1", "t2"), left, right, strict=True)
        }
        both = read(points, "left", "right")
        assert both.verdict == max(alone[left].verdict, alone[right].verdict), (left, right)
    count_cases(len(ways) ** 2, "sets of any change in one leg beside any in the other")


def test_the_second_leg_stops_the_session_wherever_it_is_felt(count_cases: Count) -> None:
    """Row 3, either side: below the buttock or tingling it is an emergency, in it a stop."""
    count = 0
    for side, other in OTHER.items():
        for reach, what, point in tries(ON_A_LEG, ("pain", "tingling", "numbness"), ("tdur", "t1")):
            now = Reading(chart(6, side) + chart(reach, other, what))
            points: dict[str, Reading | None] = {"t0": reading(6, side), "t1": reading(6, side)}
            found = read(points | {point: now}, side)
            only_buttock = reach == 3 and what == "pain"
            least = SetVerdict.STOP_SESSION if only_buttock else SetVerdict.STOP_AND_ESCALATE
            assert found.verdict == least, (side, reach, what)
            assert "row 3" in found.fired
            count += 1
    count_cases(count, "marks that are new in the second leg")


def test_what_cannot_be_told_is_never_milder_than_the_same_answer_given(count_cases: Count) -> None:
    """Invariant 2 for each time point and each thing that can be unclear."""
    count = 0
    points = ("tdur", "t1", "t2", "at_10", "at_30")
    for t0, now, point, what in tries(
        REACHES, REACHES, points, ("place", "tingling", "numbness", "weakness")
    ):
        given: dict[str, Reading | None] = {"t0": reading(t0), "t1": reading(now)}
        given[point] = reading(now)
        known = given[point]
        assert known is not None
        unsure = (
            replace(known, weakness="not_sure")
            if what == "weakness"
            else replace(known, not_sure=(what,))
        )
        clear, doubtful = read(given), read(given | {point: unsure})
        assert no_milder(strict(doubtful), strict(clear)), (t0, now, point, what)
        assert doubtful.verdict not in GOES_ON or point in ("at_10", "at_30")
        count += 1
    count_cases(count, "sets with one thing that cannot be told")


def test_a_mild_ache_alone_is_all_that_there_is(count_cases: Count) -> None:
    """The one case in which a worse sign leads to less (response.part) meets no other sign.

    Where only a mild back ache is new, nothing tingles more, and what is unclear or sharp is read
    on the legs as well, so the movement stops all the same.
    """
    count, met = 0, 0
    for t0, now, what, sharp, doubt in tries(
        REACHES,
        (1, 2, 3, 6, "front"),
        ("pain", "tingling", "numbness"),
        ("no", "yes"),
        ((), ("place",), ("tingling",), ("numbness",)),
    ):
        for grade in (1, 2, 3):
            more: dict[str, Any] = {"sharp_shooting": sharp, "not_sure": doubt}
            after = Reading(chart(now, "right", what, grade), **more)
            readings, around = SetReadings(reading(t0), t1=after, t2=after), SetContext(("right",))
            shown = signs(readings, around)
            count += 1
            if all(part.reach != "mild_back_ache" for part in shown.parts):
                continue
            met += 1
            assert all(part.tingles != "more" for part in shown.parts)
            found = read({"t0": reading(t0), "t1": after, "t2": after})
            unclear = doubt or sharp == "yes"
            assert found.verdict >= SetVerdict.STOP_MOVEMENT if unclear else found.verdict == 2
            assert (found.gate or Gate.FULL) < Gate.BLOCK
    assert met
    count_cases(count, "sets in which a mild back ache may be all that is new")
