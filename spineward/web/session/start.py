"""How does a session begin? With the planned sets, one movement per set."""

from spineward.clinical.facts import Plan


def planned(plan: Plan) -> tuple[str, ...]:
    """The suggested movements, each as often as it has sets."""
    chosen = [offer for offer in plan.offered if offer.in_plan]
    return tuple(offer.movement for offer in chosen for _ in range(offer.sets[0]))
