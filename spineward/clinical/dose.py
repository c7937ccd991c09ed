"""How much of one movement today, and with which limits? One Offer from a movement and a person.

Caps of the gates: spec section 4; one step up or back at a time: 4.4; limits: 4, 4.2, 4.6.
"""

from collections.abc import Iterator
from functools import cache

from spineward.clinical.catalogue import limit
from spineward.clinical.facts import Gate, Offer
from spineward.clinical.ledger import CENTRALIZING
from spineward.clinical.library import Movement, Span, movements
from spineward.clinical.progression import calm_steps, may_progress, steps_back
from spineward.clinical.today import Today

STEP_REPS, STEP_SETS = 1, 2
"""Steps up in order, one variable at a time; the next movement is a matter of the plan."""
BACK_RANGE, BACK_REPS = 1, 2
"""Steps back in order; after these comes the easier movement."""
HALF_FIRST = ("tilt",)
"""Families that start at half the range (section 4, M10)."""
ROUNDING = ("cat",)
KNEE_STRAIGHTENS = ("glide",)
KNEES_BENT_AT_REST = ("M01", "M03")
"""Ease positions in which the feet may move gently (section 3, ease menu)."""


def offer(today: Today, one: Movement, why: str, *, in_plan: bool = False) -> Offer:
    """The movement with its dose and limits. `why` it is offered is its first reason; one that is
    in the plan also says at which pace."""
    limited = today.gate is not Gate.FULL or today.late_pregnancy
    back = 0 if one.ease else steps_back(today, one)
    step = _step(today, one, back)
    return _dosed(one.id, limited, back, step, tuple(_limits(today, one, back)), why, in_plan)


@cache
def _dosed(
    id: str, limited: bool, back: int, step: int, limits: tuple[str, ...], why: str, in_plan: bool
) -> Offer:
    """All that a dose depends on; the few offers there can be are made once each."""
    one = movements()[id]
    dose = one.dose
    reps = dose.reps or dose.holds
    if reps and back >= BACK_REPS:
        reps = (reps[0], reps[0])
    sets = dose.sets if step >= STEP_SETS else (dose.sets[0], dose.sets[0])
    hold = dose.hold_s
    if limited:
        most = limit("cap.limited_holds" if dose.holds else "cap.limited_reps")
        reps = _at_most(reps, most) if reps else None
        hold = _at_most(hold, limit("cap.limited_hold_s")) if hold else None
        sets = _at_most(sets, limit("cap.limited_sets"))
    return Offer(
        movement=one.id,
        reps=reps,
        sets=_at_most(sets, limit("cap.full_sets")),
        hold_s=hold,
        minutes=dose.minutes,
        times_a_day=dose.times_a_day,
        limits=limits,
        reasons=(why, _pace(one, step, sets)) if in_plan and not one.ease else (why,),
        in_plan=in_plan,
        ease=one.ease,
    )


def _step(today: Today, one: Movement, back: int) -> int:
    """Steps up earned and open today; none after a setback."""
    if back or one.ease or not may_progress(today, one.id):
        return 0
    return calm_steps(today, one.id)


def _at_most(span: Span, most: int) -> Span:
    return min(span[0], most), min(span[1], most)


def _pace(one: Movement, step: int, sets: Span) -> str:
    """Which word goes with the dose: start low, more repetitions, or a second set."""
    if sets[1] > one.dose.sets[0]:
        return "more_sets"
    return "more_reps" if step >= STEP_REPS else "start_low"


def _limits(today: Today, one: Movement, back: int) -> Iterator[str]:
    """Ids of the restrictions that go with the movement, in the order they are shown."""
    yield from _place(today, one)
    if back >= BACK_RANGE or _half_first(today, one):
        yield "half_range"
    if one.family in ROUNDING:
        yield from _spine(today)
    if one.family in KNEE_STRAIGHTENS and today.hip_uncleared:
        yield "hip_max_80"
    if one.family == "walk":
        yield from _walk(today)
    if one.id == "M02" and _draws_up(today, one):
        yield "elbows"
    if one.id in KNEES_BENT_AT_REST and not any(today.feet.values()):
        yield "ankle_pumps"
    if one.ease and one.family != "walk":
        yield "breathing"


def _place(today: Today, one: Movement) -> Iterator[str]:
    """Where, when the floor is out of reach or lying flat is left out (4.2)."""
    if one.bed and not today.floor:
        yield "on_bed"
    if one.position == "supine or seated" and (today.late_pregnancy or not today.floor):
        yield "seated"


def _half_first(today: Today, one: Movement) -> bool:
    """Tilts start at half the range, and stay there in a moderate flare."""
    return one.family in HALF_FIRST and (
        today.state == "FLARE_MODERATE" or not today.ledger.of(one.id)
    )


def _spine(today: Today) -> Iterator[str]:
    """The spine limits of M20, which M21 shares; both at once exclude it."""
    brittle = today.brittle or today.has_clearance_item("CL1")
    if (brittle or "C5" in today.holding) and not today.no_rounding:
        yield "rounding_under_30"
    if today.no_hollowing:
        yield "no_hollowing"
    if today.no_rounding:
        yield "no_rounding"


def _walk(today: Today) -> Iterator[str]:
    if today.has_clearance_item("CL5"):
        yield "with_aid"
    if "C6" in today.holding:
        yield "below_symptoms"
    if "STENOSIS" in today.patterns:
        yield "cycling"


def _draws_up(today: Today, one: Movement) -> bool:
    """Elbows only while lying on the front draws the pain up, never in a flare, and not where the
    low back is not to hollow (CL2)."""
    return (
        today.state == "CALM"
        and not today.no_hollowing
        and today.gate in (Gate.FULL, Gate.LIMITED)
        and today.ledger.last_row(one.id) == CENTRALIZING
    )
