"""What does a session page draw? How much of a movement, a way to lie, and where it was before."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from spineward.clinical.body import back_state, leg_state
from spineward.clinical.facts import Offer, Plan, Reading
from spineward.clinical.facts.answers import Leg
from spineward.clinical.facts.session import SessionState
from spineward.diary import journey
from spineward.diary.journey import Person
from spineward.web.session.figures import frames, pictures
from spineward.web.shell.dose import dose
from spineward.web.shell.drawing.leg import leg_strip_svg
from spineward.web.shell.reasons import text

FRONT = "front"
HALF = "half_range"
ON_BED = "on_bed"


def offered(
    plan: Plan | None, person: Person, state: SessionState, leg: Leg, now: datetime
) -> dict[str, Any]:
    """Dose and limits of the present movement; while it settles, how to lie."""
    if state.step not in ("movement", "settle"):
        return {}
    plan = plan or journey.plan(person, now=now)[1]
    if state.step == "settle":
        ease = next((offer.movement for offer in plan.offered if offer.ease), "")
        return {"ease": ease, "lying": pictures(ease, leg)[:1] if ease else ()}
    here = [offer for offer in plan.offered if offer.movement == state.movement]
    half = (HALF,) if state.half_range else ()
    if not here:
        return {}
    limits = {*here[0].limits, *half}
    shown = (here[0].movement, leg, ON_BED in limits, HALF in limits)
    return {
        "dose": dose(here[0]),
        "limits": _limits(here[0], half),
        # What is said of a way to lie at ease is advice, and no caution.
        "tips": here[0].ease,
        "pictures": pictures(*shown),
        "frames": frames(*shown),
    }


def _limits(offer: Offer, half: tuple[str, ...]) -> tuple[str, ...]:
    """The limits in words, each once; half the range may also come from the set before."""
    found = (text(f"limit.{one}") for one in dict.fromkeys((*half, *offer.limits)))
    return tuple(limit for limit in found if limit)


def before_of(base: Reading, legs: tuple[Leg, ...]) -> Mapping[str, str]:
    """Per field that asks for the lowest point: the answer that means "where it was"."""
    return {f"lowest_{leg}": _answer(base, leg) for leg in legs}


def strips(base: Reading, legs: tuple[Leg, ...]) -> Mapping[str, str]:
    """Per such field: the leg with a ring where it was, and nothing about now."""
    return {f"lowest_{leg}": _ring(_answer(base, leg), leg) for leg in legs}


def _answer(base: Reading, leg: Leg) -> str:
    """The lowest point of one leg as the short page names it: a rank, or the front of the thigh."""
    state = leg_state(base.chart, leg)
    path = max(state.pain, state.tingling)
    if state.front_pain > path:
        return FRONT
    return str(path or back_state(base.chart).pain)


def _ring(was: str, leg: Leg) -> str:
    if was == FRONT:
        return leg_strip_svg(None, "front", "Your leg", f"Before: {text('rank_front')}", leg)
    return leg_strip_svg(None, int(was) or None, "Your leg", f"Before: {text(f'rank.{was}')}", leg)
