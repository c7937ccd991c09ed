"""How does a session begin? The planned sets, and whether the short screen is due."""

from spineward.clinical.facts import Plan, Situation


def planned(plan: Plan) -> tuple[str, ...]:
    """The suggested movements, each as often as it has sets."""
    chosen = [offer for offer in plan.offered if offer.in_plan]
    return tuple(offer.movement for offer in chosen for _ in range(offer.sets[0]))


def screen_due(situation: Situation, missing: tuple[str, ...]) -> bool:
    """Is the short page before a session still to be answered?"""
    return situation.session_screen_at is None or "session_screen" in missing
