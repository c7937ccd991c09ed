"""How is a plan put into words? Each movement with its dose, limits and reasons."""

from dataclasses import dataclass

from spineward.clinical.facts import Assessment, Offer, Plan
from spineward.clinical.library import movements
from spineward.web.shell import dose, reasons
from spineward.web.shell.reasons import Reason


@dataclass(frozen=True, slots=True)
class Entry:
    """One movement of the plan."""

    movement: str
    dose: str
    limits: tuple[str, ...]
    why: tuple[Reason, ...]
    in_plan: bool = False


@dataclass(frozen=True, slots=True)
class PlanPage:
    """The page: movements of today, others to swap in, ways to ease, and what is held back."""

    gate: str
    gate_why: tuple[Reason, ...]
    patterns: tuple[str, ...]
    chosen: tuple[Entry, ...]
    others: tuple[Entry, ...]
    ease: tuple[Entry, ...]
    held_back: tuple[Entry, ...]
    nsaid: str


def page(assessment: Assessment, plan: Plan) -> PlanPage:
    """Everything the plan page shows."""
    entries = [(offer, _entry(offer)) for offer in plan.offered]
    held = dict.fromkeys(one.movement for one in plan.held_back if one.movement in movements())
    return PlanPage(
        gate=assessment.movement_gate.name,
        gate_why=reasons.of(assessment.gate_reasons),
        patterns=tuple(assessment.patterns),
        chosen=tuple(entry for offer, entry in entries if offer.in_plan and not offer.ease),
        others=tuple(entry for offer, entry in entries if not offer.in_plan and not offer.ease),
        ease=tuple(entry for offer, entry in entries if offer.ease),
        held_back=tuple(
            Entry(movement, "", (), reasons.of_exclusions(plan.held_back, movement))
            for movement in held
        ),
        nsaid=assessment.nsaid,
    )


def _entry(offer: Offer) -> Entry:
    limits = tuple(reasons.text(f"limit.{one}") for one in offer.limits)
    return Entry(
        movement=offer.movement,
        dose=dose.dose(offer),
        limits=tuple(text for text in limits if text),
        why=reasons.of(one for one in offer.reasons if one != "start_low" or _is_a_range(offer)),
        in_plan=offer.in_plan,
    )


def _is_a_range(offer: Offer) -> bool:
    """Is there a lower number to start with?"""
    pairs = (offer.reps, offer.hold_s, offer.minutes, offer.sets)
    return any(pair and pair[0] != pair[1] for pair in pairs)
