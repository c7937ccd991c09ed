"""How is a worked case asked about movement? Its plan, what is offered, what is off."""

from dataclasses import replace

from spineward.clinical.assessment import assess
from spineward.clinical.case import Case
from spineward.clinical.facts import (
    Assessment,
    CareLevel,
    ExerciseSession,
    Gate,
    Offer,
    Plan,
    Situation,
)
from spineward.clinical.plan import plan

STENOSIS = {"worse_standing_or_walking": "yes", "eased_sitting": "yes", "eased_bending": "yes"}
"""The features of W27 and W38."""


def planned(situation: Situation) -> tuple[Assessment, Plan]:
    """The assessment and the plan of one situation."""
    found = assess(situation)
    return found, plan(Case(situation), found)


def offers(today: Plan) -> dict[str, Offer]:
    """What may be done today, by movement."""
    return {one.movement: one for one in today.offered}


def off(found: Assessment) -> set[str]:
    """What is held back today."""
    return {one.movement for one in found.excluded}


def outcome(found: Assessment) -> tuple[CareLevel, Gate]:
    """Care level and gate, as the cases write them."""
    return found.care_level, found.movement_gate


def then(person: Situation, *sessions: ExerciseSession) -> Situation:
    """The same person after further sessions, oldest first."""
    history = person.history
    return replace(person, history=replace(history, sessions=(*history.sessions, *sessions)))
