"""What do commands and API answer? The outputs by their own names, plain JSON values."""

from typing import Any

from spineward.clinical.facts import Assessment, Lock, Offer, Plan, SetOutcome


def assessed(assessment: Assessment, plan: Plan) -> dict[str, Any]:
    """The outputs of one assessment and the movements offered with their dose."""
    return {
        "care_level": assessment.care_level.name,
        "within_days": assessment.within_days,
        "movement_gate": assessment.movement_gate.name,
        "pattern": assessment.pattern,
        "patterns": list(assessment.patterns),
        "nsaid": assessment.nsaid,
        "nsaid_reasons": list(assessment.nsaid_reasons),
        "fired": list(assessment.fired),
        "excluded": [{"movement": e.movement, "by": e.by} for e in assessment.excluded],
        "locked": _lock(assessment.locked),
        "missing": list(assessment.missing),
        "offered": [_offer(offer) for offer in plan.offered],
    }


def _lock(lock: Lock | None) -> dict[str, Any] | None:
    if lock is None:
        return None
    return {
        "fired_at": lock.fired_at.isoformat(),
        "rules": list(lock.rules),
        "level": lock.level.name,
        "open_steps": list(lock.steps),
    }


def _offer(offer: Offer) -> dict[str, Any]:
    return {
        "movement": offer.movement,
        "reps": offer.reps,
        "sets": offer.sets,
        "hold_s": offer.hold_s,
        "minutes": offer.minutes,
        "times_a_day": offer.times_a_day,
        "limits": list(offer.limits),
        "in_plan": offer.in_plan,
        "ease": offer.ease,
    }


def responded(outcome: SetOutcome) -> dict[str, Any]:
    """What one set's readings mean."""
    return {
        "label": outcome.label,
        "set_verdict": outcome.verdict.name,
        "fired": list(outcome.fired),
    }
