"""What stands on the exercise sheet? The moves of the plan, with the same figures as in the app."""

from typing import Any

from spineward.clinical.body import LEGS
from spineward.clinical.case import Case
from spineward.clinical.facts import Assessment, Gate, Offer, Plan
from spineward.clinical.facts.answers import Leg
from spineward.clinical.legs import affected_legs
from spineward.clinical.library import movements
from spineward.web.report import said
from spineward.web.report.said import word
from spineward.web.report.sheet import EDUCATION
from spineward.web.shell import reasons
from spineward.web.shell.dose import dose, span
from spineward.web.shell.drawing.figure import figure_svg
from spineward.web.shell.drawing.paint import printed

STOP = (
    "Stop at once if pain, tingling or a numb feeling goes further down the leg.",
    "Stop if a leg gets weak, or if a sharp pain shoots down the leg.",
)
HELP = (
    "Peeing or your bowels change.",
    "It feels numb between your legs.",
)
HOLDS = "The plan changes with each check-in. Check in first, then move."
STRIPED = "The striped leg is the painful one."
ONE_OF_TWO = "Both legs are painful. Move one at a time: the pictures show the {} one."
NO_LEG = "The striped leg shows which one moves."
NOT_ASKED = "Check in first. It asks for warning signs, then it plans your moves."
NONE = "The plan has no move now. Open Today in the app: it says what comes first."


SHEET = {"title": "My exercises", "stop": STOP, "help": HELP, "foot": [EDUCATION]}
"""What every sheet has."""


def painful_legs(case: Case) -> tuple[Leg, ...]:
    """The legs that are felt now, as a session goes by them, the affected one first. While none is
    felt it is the affected one; where the rules count both as that, none."""
    affected = affected_legs(case)
    felt = [leg for leg in LEGS if case.legs[leg].symptomatic]
    if felt:
        return tuple(sorted(felt, key=lambda leg: leg not in affected))
    return affected if len(affected) == 1 else ()


def exercises(
    assessment: Assessment, plan: Plan, legs: tuple[Leg, ...], day: str
) -> dict[str, Any]:
    """The sheet for the moves suggested now, ways to ease it included; `legs` are the painful."""
    chosen = [offer for offer in plan.offered if offer.in_plan or offer.ease]
    shown: Leg = legs[0] if legs else "right"
    gate = assessment.movement_gate
    striped = any(movements()[offer.movement].one_sided for offer in chosen)
    lead = (HOLDS, _striped(legs)) if striped else (HOLDS,)
    return {
        **SHEET,
        "day": day,
        "lead": " ".join(lead) if chosen else NONE,
        "gate": "" if gate is Gate.FULL else word("gate", gate.name, "text"),
        "moves": [_move(offer, shown) for offer in chosen],
    }


def not_asked(day: str) -> dict[str, Any]:
    """The sheet before any answer: nothing that was not asked counts as a no, so it has no move."""
    return {**SHEET, "day": day, "lead": NOT_ASKED, "gate": "", "moves": []}


def _striped(legs: tuple[Leg, ...]) -> str:
    """Which leg is drawn with stripes, so that nobody takes a sound leg for the painful one."""
    if len(legs) == 1:
        return STRIPED
    return ONE_OF_TWO.format(legs[0]) if legs else NO_LEG


def _move(offer: Offer, leg: Leg) -> dict[str, Any]:
    known = movements()[offer.movement]
    bed, half = "on_bed" in offer.limits, "half_range" in offer.limits
    side = leg if known.one_sided else None
    name, short = word("movement", known.id, "name"), word("movement", known.id, "short")
    count = len(known.figure.poses)
    limits = [reasons.text(f"limit.{one}") for one in offer.limits]
    steps = said.listed("movement", known.id, "steps")
    return {
        "name": name,
        "ease": offer.ease,
        "dose": f"{dose(offer)}. {span(offer.times_a_day)} {_times(offer)} a day.".capitalize(),
        "limits": [one for one in limits if one],
        "steps": steps,
        "feel": word("movement", known.id, "feel"),
        "stop": word("movement", known.id, "stop"),
        "pictures": [
            {
                "svg": printed(figure_svg(known.figure, n, side, name, short, bed, half)),
                "words": f"{name}, picture {n + 1} of {count}. {short}",
            }
            for n in range(count)
        ],
    }


def _times(offer: Offer) -> str:
    return "time" if offer.times_a_day == (1, 1) else "times"
