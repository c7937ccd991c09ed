"""May a movement be taken further, or does it go back a step? Spec 4.4.

Taken further one variable at a time: repetitions, a second set, the full range, then the next
movement. Back: half the range, then fewer repetitions, then the easier movement.
"""

from datetime import datetime, timedelta

from spineward.clinical.catalogue import limit
from spineward.clinical.ledger import BACK_ONLY, STEADY, Used, run, stopped
from spineward.clinical.library import Movement
from spineward.clinical.today import Today


def calm_steps(today: Today, movement: str) -> int:
    """How many steps up the sessions so far have earned: one for every two calm ones running."""
    return run(today.ledger.of(movement), _calm) // limit("move.progress_sessions")


def may_progress(today: Today, movement: str) -> bool:
    """Two calm sessions, no stop and no worse morning in 24 h, and the morning after is known."""
    uses = today.ledger.of(movement)
    return (
        calm_steps(today, movement) > 0
        and "N1" not in today.fired
        and not _stopped_lately(today)
        and _morning_after_known(today, uses[0].at)
    )


def steps_back(today: Today, movement: Movement) -> int:
    """How many sessions running ended in a setback of the movement or a stop in its family; one
    after a rest of two weeks, as N2 asks for (2.6)."""
    ledger = today.ledger
    back = run(ledger.of_family(movement.family), lambda use: _setback(use, movement.id))
    own = ledger.of(movement.id)
    rested = bool(own) and today.case.days_ago(own[0].at.date()) > limit("n2.off_days")
    return max(back, int(rested))


def _calm(use: Used) -> bool:
    return all(done.row in STEADY for done in use.sets)


def _setback(use: Used, movement: str) -> bool:
    return any(
        stopped(done) or (done.row == BACK_ONLY and done.movement == movement) for done in use.sets
    )


def _stopped_lately(today: Today) -> bool:
    last = today.ledger.last_stop
    return last is not None and today.case.now - last <= timedelta(
        hours=limit("move.progress_hours")
    )


def _morning_after_known(today: Today, session: datetime) -> bool:
    """A check-in 12 to 36 hours after the session; one that is still to come is not known."""
    earliest = session + timedelta(hours=limit("t24.from_hours"))
    latest = session + timedelta(hours=limit("t24.to_hours"))
    for record in reversed(today.case.check_ins):
        if record.at < earliest:
            return False
        if record.at <= latest:
            return True
    return False
