"""Does a plan offer only what is allowed, and no more of it than its gate allows? Enumerated.

Hazards: H-02 movement after peripheralization, H-03 movement in a severe flare, H-19.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import combinations, product
from typing import Any

import pytest

from spineward.clinical.assessment import assess_case
from spineward.clinical.facts import Assessment, CheckInRecord, Exclusion, Gate, Offer, Plan
from spineward.clinical.library import families, movements
from spineward.clinical.plan import plan
from spineward.clinical.rules.hold_movement import exclusions
from spineward.clinical.spaces.movement_day import PATTERNS, day_of
from spineward.clinical.spaces.movements_whole import GOOD_PAST, HEALTHY_DAY
from spineward.clinical.spaces.space import NOW, Value, with_value
from spineward.clinical.today import Today
from tests.proofs.counted import Count

STATES = ("CALM", "FLARE_MODERATE", "FLARE_SEVERE")
GATES = (Gate.FULL, Gate.LIMITED, Gate.EASE_ONLY, Gate.BLOCK)
OTHERWISE: dict[str, dict[str, Any]] = {
    "nothing else": {},
    "nothing done yet": {"done": {}},
    "no floor": {"floor_ok": "no"},
    "week 20": {"pregnant": "yes", "pregnant_week": 20},
    "hip not cleared": {"clearance.CL3": "yes"},
    "just awake": {"woke_at": "unknown"},
    "bending hurts": {"worse_bending": "yes"},
    "a slipped vertebra": {"clearance.CL2": "yes"},
    "done well four times": {
        f"done.M10 {days}.{key}": value
        for days in (5, 4)
        for key, value in (("movement", "M10"), ("row", "row 9"), ("hours", days * 24 + 20))
    }
    | {"history.check_ins": (CheckInRecord(NOW - timedelta(hours=44), leg_now=3),)},
}
"""Who else plans are made for."""
PAIN_DRAWN_UP = {
    f"done.{name} {days}.{key}": value
    for name in ("M10", "M33", "M40")
    for days in (3, 2)
    for key, value in (("movement", name), ("row", "row 9"), ("hours", days * 24 + 20))
}


def day(other: str, gate: Gate, state: str, patterns: tuple[str, ...]) -> Today:
    """A day on which a gate, a flare and patterns are given, and one thing more."""
    past = {} if other == "nothing done yet" else {**GOOD_PAST, **PAIN_DRAWN_UP}
    return given({**past, **OTHERWISE[other]}, gate, state, patterns)


def given(told: dict[str, Any], gate: Gate, state: str, patterns: tuple[str, ...]) -> Today:
    """A day of someone to whom nothing applies but this."""
    said = {"gate": gate, "state": state, "patterns": patterns}
    return day_of(with_value({}, Value("day", {**HEALTHY_DAY, **told, **said})))


WHOLE: Assessment = assess_case(day("nothing else", Gate.FULL, "CALM", ("UNCLEAR",)).case)


def planned(today: Today, held: tuple[Exclusion, ...] | None = None) -> Plan:
    """The plan of a day; with these exclusions, or with those that hold."""
    patterns: Any = today.patterns
    told = exclusions(today.case, today.gate, today.patterns, today.state, today.fired)
    found = replace(
        WHOLE,
        movement_gate=today.gate,
        state=today.state,
        patterns=patterns,
        pattern=patterns[0],
        excluded=told if held is None else held,
    )
    return plan(today.case, found)


def every_plan() -> Iterator[tuple[Today, Plan]]:
    """Each gate, flare, set of patterns, and one thing more."""
    for other, gate, state, patterns in product(OTHERWISE, GATES, STATES, PATTERNS):
        today = day(other, gate, state, patterns)
        yield today, planned(today)


@pytest.fixture(scope="module")
def plans() -> list[tuple[Today, Plan]]:
    return list(every_plan())


def exercises(made: Plan) -> list[Offer]:
    """What is offered beside the ease items."""
    return [one for one in made.offered if not one.ease]


# --- only what is allowed --------------------------------------------------------------------


def test_a_plan_offers_the_library_less_what_is_held_back(
    plans: list[tuple[Today, Plan]], count_cases: Count
) -> None:
    for today, made in plans:
        held = {one.movement for one in made.held_back}
        allowed = set() if today.gate is Gate.BLOCK else movements().keys() - held
        assert len({one.movement for one in made.offered}) == len(made.offered)
        assert {one.movement for one in made.offered} == allowed
    count_cases(len(plans), "plans")


def test_no_movement_comes_back_whatever_else_is_held_back(count_cases: Count) -> None:
    """Any one or two movements held back, and any one or two left: siblings and steps included."""
    names = tuple(movements())
    few = [set(some) for count in (0, 1, 2) for some in combinations(names, count)]
    made = 0
    for patterns in (("ROOT",), ("STENOSIS",), ("DGS",), ("UNCLEAR",)):
        today = day("nothing else", Gate.FULL, "CALM", patterns)
        for held in [*few, *(set(names) - some for some in few)]:
            told = tuple(Exclusion(one, "gate") for one in sorted(held))
            offered = {one.movement for one in planned(today, told).offered}
            assert offered == set(names) - held
            made += 1
    count_cases(made, "plans with given exclusions")


def test_block_offers_nothing_and_ease_only_nothing_but_the_ease_menu(
    plans: list[tuple[Today, Plan]],
) -> None:
    for today, made in plans:
        if today.gate is Gate.BLOCK:
            assert made.offered == ()
            assert made.max_sessions == 0
        if today.gate is Gate.EASE_ONLY:
            assert exercises(made) == []


def test_a_severe_flare_plans_no_stretch_and_no_glide(plans: list[tuple[Today, Plan]]) -> None:
    """Invariant 15, under the gate that a severe flare brings."""
    stretches = {*families()["glide"], *families()["buttock"], *families()["flexion"], "M60"}
    for today, made in plans:
        if today.state == "FLARE_SEVERE" and today.gate >= Gate.EASE_ONLY:
            assert not stretches & {one.movement for one in made.offered}


def test_the_figure_four_and_the_seed_glide_are_planned_only_where_they_may_be(
    plans: list[tuple[Today, Plan]],
) -> None:
    """Invariants 8 and 9."""
    for today, made in plans:
        offered = {one.movement for one in made.offered}
        if offered & {"M40", "M41"}:
            assert today.patterns == ("DGS",)
        if "M30b" in offered:
            assert today.gate is Gate.FULL
            assert today.ledger.of("M30a"), "not at first use"


# --- and no more of it -----------------------------------------------------------------------


def test_each_gate_caps_movements_sets_repetitions_and_holds(
    plans: list[tuple[Today, Plan]], count_cases: Count
) -> None:
    """Section 4, caps; late in pregnancy those of LIMITED hold in any gate (4.2)."""
    looked_at = 0
    for today, made in plans:
        limited = today.gate is Gate.LIMITED or today.late_pregnancy
        chosen = [one for one in exercises(made) if one.in_plan]
        assert len(chosen) <= (2 if limited else 4)
        assert len({movements()[one.movement].family for one in chosen}) == len(chosen)
        for one in exercises(made):
            _capped(one, limited=limited)
            looked_at += 1
        if today.gate in (Gate.FULL, Gate.LIMITED):
            assert (made.max_sessions, made.hours_between) == (3, 2)
    count_cases(looked_at, "doses")


def _capped(one: Offer, *, limited: bool) -> None:
    dose = movements()[one.movement].dose
    most = dose.reps or dose.holds
    assert one.reps is not None
    assert most is not None
    assert one.sets[1] <= (1 if limited else 2)
    assert one.reps[1] <= most[1]
    if limited:
        assert one.reps[1] <= (2 if dose.holds else 8)
        assert one.hold_s is None or one.hold_s[1] <= 15
    assert all(low <= high for low, high in (one.reps, one.sets))


def test_the_caps_are_reached_so_that_a_looser_one_would_show(
    plans: list[tuple[Today, Plan]],
) -> None:
    """Two and four movements, eight repetitions, two holds of fifteen seconds, two sets."""
    limited = [made for today, made in plans if today.gate is Gate.LIMITED]
    full = [made for today, made in plans if today.gate is Gate.FULL and not today.late_pregnancy]
    count = {len([o for o in exercises(made) if o.in_plan]) for made in limited}
    assert max(count) == 2
    assert max(len([o for o in exercises(made) if o.in_plan]) for made in full) == 4
    offers = [one for made in limited for one in exercises(made)]
    held = [one for one in offers if movements()[one.movement].dose.holds]
    assert max(one.reps[1] for one in offers if one.reps and one not in held) == 8
    assert max(one.reps[1] for one in held if one.reps) == 2
    assert max(one.hold_s[1] for one in held if one.hold_s) == 15
    assert max(one.sets[1] for made in full for one in exercises(made)) == 2


def _well(name: str, *before: tuple[str, str]) -> dict[str, Any]:
    """Two good sessions of a movement, after two of each of the others."""
    told = [(one, row, days) for one, row in before if one != name for days in (4, 3)]
    told += [(name, "row 9", days) for days in (2, 1)]
    return {
        f"done.{one} {days}.{key}": value
        for one, row, days in told
        for key, value in (("movement", one), ("row", row), ("hours", days * 24))
    }


def test_every_movement_is_planned_for_someone(plans: list[tuple[Today, Plan]]) -> None:
    """Offered to some, and once it did someone good, among the suggested few."""
    assert {one.movement for _, made in plans for one in made.offered} == set(movements())
    for name in movements():
        pasts = [_well(name, ("M02", "row 9"), ("M30a", row)) for row in ("row 9", "row 12")]
        days = (given(t, Gate.FULL, "CALM", chosen) for t in pasts for chosen in PATTERNS)
        made = [one for today in days for one in exercises(planned(today)) if one.in_plan]
        suggested = {one.movement for one in made}
        assert name in suggested or movements()[name].ease, name


def test_nothing_left_is_said_and_leaves_the_ease_menu() -> None:
    """4.2: then the ease menu is the plan."""
    today = day("nothing else", Gate.FULL, "CALM", ("ROOT",))
    ease = {one.id for one in movements().values() if one.ease}
    told = tuple(Exclusion(one, "floor") for one in movements() if one not in ease)
    made = planned(today, told)
    assert {one.movement for one in made.offered} == ease
    assert all(one.in_plan and one.reasons == ("nothing_left",) for one in made.offered)
