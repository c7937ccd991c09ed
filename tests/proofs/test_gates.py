"""Is the strictest gate the gate, whatever else is true? Invariant 3 and the join, enumerated.

Hazards: H-01 missed cauda equina, H-03 movement in a severe flare, H-05 stale advice, H-06.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import product
from typing import Any

import pytest

from spineward.clinical import verdict
from spineward.clinical.assessment import assess_case
from spineward.clinical.case import Case
from spineward.clinical.facts import CareLevel, Gate, History, LockRecord, Situation
from spineward.clinical.library import movements
from spineward.clinical.plan import plan
from tests.cases.build import ago, chart, day_values, days_ago, session, typical
from tests.proofs.counted import Count

A_ITEMS = tuple(f"A{n}" for n in range(1, 17))
B_ITEMS = tuple(f"B{n}" for n in range(1, 11))
EASE = {one.id for one in movements().values() if one.ease}

FLARES: dict[str, dict[str, Any]] = {
    "CALM": {},
    "FLARE_MODERATE": {"after_activity": "30_to_60"},
    "FLARE_SEVERE": {"after_activity": "over_60"},
}
STENOSIS = dict.fromkeys(("worse_standing_or_walking", "eased_sitting", "eased_bending"), "yes")
HIP = dict.fromkeys(("limp", "groin_pain"), "yes")
DGS = dict.fromkeys(("buttock_worst", "worse_sitting", "tender_buttock", "worse_crossing"), "yes")
PATTERNS: dict[str, tuple[str, dict[str, str]]] = {
    "UNCLEAR": ("back:4", {}),
    "ROOT": ("r6:4", {}),
    "DGS": ("back:4", DGS),
    "STENOSIS": ("back:4", STENOSIS),
    "HIP_SI_OTHER": ("back:4", HIP),
    "STENOSIS ROOT HIP_SI_OTHER": ("r6:4", STENOSIS | HIP),
    "STENOSIS HIP_SI_OTHER DGS": ("back:4", STENOSIS | HIP | DGS),
}
WORSE_NIGHT = session(ago(hours=18), ("M10", 12), t0="")
TRENDS: dict[str, dict[str, Any]] = {
    "": {},
    "N1": {"history": History(sessions=(WORSE_NIGHT,))},
    "T2": {"history": History(check_ins=day_values(0, 0, 0, 0, 0, 4, 4, 4)), "leg_now": 4},
    "T7": {
        "episode_start": days_ago(100),
        "leg_onset": days_ago(100),
        "history": History(check_ins=day_values(3, 3, 3, 3)),
        "leg_now": 3,
    },
}
"""Nothing, a worse morning, a worsening week, and twelve weeks without a gain."""


def people() -> Iterator[tuple[tuple[str, str, str], Situation]]:
    """Every flare state with every pattern and every trend, none with a red flag."""
    for flare, pattern, trend in product(FLARES, PATTERNS, TRENDS):
        marks, features = PATTERNS[pattern]
        told = {**FLARES[flare], "age": 60, "first_ever": "no", "features": features}
        told |= TRENDS[trend]
        yield (flare, pattern, trend), typical(marks, **told)


PEOPLE = list(people())


def test_the_people_are_those_they_are_meant_to_be() -> None:
    for (flare, pattern, trend), person in PEOPLE:
        found = assess_case(Case(person))
        risen = trend == "T2" and flare == "CALM"  # such a rise is a moderate flare by itself
        assert found.state == ("FLARE_MODERATE" if risen else flare), (flare, pattern, trend)
        assert " ".join(found.patterns) == pattern, (found.patterns, pattern)
        assert not trend or trend in found.fired, (trend, found.fired)
        assert found.movement_gate < Gate.BLOCK


def asked(person: Situation, item: str, answer: str) -> Situation:
    """The same person with one item answered so; fragile bones, for B5 asks for them."""
    words = {"yes": "changed"}.get(answer, answer) if item == "A4" else answer
    bones: Any = {"osteoporosis": "yes"} if item == "B5" else {}
    given: Any = {**person.item, item: words}
    return replace(person, item=given, background={**person.background, **bones})


@pytest.mark.parametrize("item", [*A_ITEMS, *B_ITEMS])
def test_a_red_flag_shuts_the_gate_in_every_flare_pattern_and_trend(
    item: str, count_cases: Count
) -> None:
    """Invariant 3. A8 left open is one sign of the cord: C16 (0.4)."""
    for _, person in PEOPLE:
        for answer in ("yes", "not_sure"):
            case = Case(asked(person, item, answer))
            found = assess_case(case)
            milder = answer == "not_sure" and (item == "A8" or (item[0] == "B" and item != "B1"))
            offered = {one.movement for one in plan(case, found).offered}
            if milder:
                assert found.movement_gate >= Gate.EASE_ONLY, (item, person)
                assert offered <= EASE
            else:
                assert found.movement_gate is Gate.BLOCK, (item, answer)
                assert found.care_level >= CareLevel.SAME_DAY
                assert offered == set()
    count_cases(2 * len(PEOPLE), f"people with {item}")


# --- the strictest of all parts --------------------------------------------------------------

LOCK = LockRecord(ago(days=2), ("B3",), CareLevel.SAME_DAY)
TWO_GOOD = (session(ago(days=6), ("M10", 9)), session(ago(days=5), ("M10", 9)))
STOPPED = session(ago(hours=2), ("M10", 12), stops=("SS1",))
Part = dict[str, tuple[dict[str, Any], Gate]]
FINDINGS: Part = {
    "none": ({}, Gate.FULL),
    "C7": ({"item": {"C7": "yes"}}, Gate.LIMITED),
    "C1": ({"item": {"C1": "yes"}}, Gate.EASE_ONLY),
    "B7": ({"item": {"B7": "yes"}}, Gate.BLOCK),
    "A1": ({"item": {"A1": "yes"}}, Gate.BLOCK),
}
FLARE: Part = {
    "CALM": ({}, Gate.FULL),
    "FLARE_MODERATE": (FLARES["FLARE_MODERATE"], Gate.LIMITED),
    "FLARE_SEVERE": (FLARES["FLARE_SEVERE"], Gate.EASE_ONLY),
}
CLEARANCE: Part = {
    "clear": ({}, Gate.FULL),
    "CL4": ({"clearance": {"CL4": "yes"}}, Gate.EASE_ONLY),
}
COMPLETE: Part = {
    "complete": ({}, Gate.FULL),
    "no floor answer": ({"floor_ok": None}, Gate.EASE_ONLY),
    "old screen": ({"screened_at": ago(days=8)}, Gate.EASE_ONLY),
}
BEFORE: dict[str, tuple[tuple[Any, ...], Gate]] = {
    "two good sessions": (TWO_GOOD, Gate.FULL),
    "first sessions": ((), Gate.LIMITED),
    "stopped today": ((*TWO_GOOD, STOPPED), Gate.EASE_ONLY),
}
LOCKS: dict[str, tuple[tuple[LockRecord, ...], Gate]] = {
    "none": ((), Gate.FULL),
    "open": ((LOCK,), Gate.BLOCK),
    "released before the sessions": (
        (replace(LOCK, fired_at=ago(days=9), released_at=ago(days=8)),),
        Gate.FULL,
    ),
    "released since": ((replace(LOCK, released_at=ago(hours=1)),), Gate.LIMITED),
}


def test_the_gate_is_the_strictest_of_all_its_parts(count_cases: Count) -> None:
    """Combining 2: findings, flare, clearance, rests, first sessions, open answers, lock."""
    parts = (FINDINGS, FLARE, CLEARANCE, COMPLETE)
    looked_at = 0
    for chosen in product(*(part.values() for part in parts)):
        told: dict[str, Any] = {}
        for sets, _ in chosen:
            told |= sets
        for (sessions, before), (locks, locked) in product(BEFORE.values(), LOCKS.values()):
            found = assess_case(Case(typical(**told, history=History((), sessions, locks))))
            wanted = max([*(gate for _, gate in chosen), before, locked])
            assert found.movement_gate == wanted, (told, sessions, locks)
            assert found.movement_gate >= verdict.gate(found.findings)
            looked_at += 1
    count_cases(looked_at, "situations, each gate the strictest of its parts")


def test_each_part_shuts_the_gate_by_itself() -> None:
    """So none of them is there for nothing."""
    for part in (FINDINGS, FLARE, CLEARANCE, COMPLETE):
        for told, gate in part.values():
            found = assess_case(Case(typical(**told, history=History((), TWO_GOOD))))
            assert found.movement_gate == gate, told
            assert bool(found.gate_reasons) == (gate > Gate.FULL)


def test_what_is_missing_never_opens_what_a_lock_shut() -> None:
    """Nor does a lock hide that answers are missing."""
    history = History((), TWO_GOOD, (LOCK,))
    for missing in ("age", "chart", "leg_now", "floor_ok", "pregnant"):
        nothing: dict[str, Any] = {missing: None}
        found = assess_case(Case(typical(history=history, **nothing)))
        assert found.movement_gate is Gate.BLOCK
        assert missing in found.missing
        assert found.locked is not None


def test_a_release_limits_the_sessions_from_that_moment_on() -> None:
    """0, combining 4: the very assessment that releases, and the next one."""
    seen: dict[str, Any] = {"examined": {"B3": days_ago(1)}, "told_ok": {"B3": "yes"}}
    person = typical(history=History((), TWO_GOOD, (LOCK,)), **seen)
    found = assess_case(Case(person))
    assert found.releases_lock
    assert found.movement_gate is Gate.LIMITED
    freed = replace(LOCK, released_at=person.now)
    after = replace(
        person,
        now=person.now + timedelta(minutes=1),
        history=replace(person.history, locks=(freed,)),
        chart=chart("r5:3"),
    )
    assert assess_case(Case(after)).movement_gate is Gate.LIMITED
