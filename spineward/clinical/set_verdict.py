"""What follows from one set? The rows of table 2.4 and the session stops, joined."""

from dataclasses import replace

from spineward.clinical.facts import SetContext, SetOutcome, SetReadings
from spineward.clinical.rules import set_rows, stop_session
from spineward.clinical.set_case import SetCase


def read_set(readings: SetReadings, context: SetContext) -> SetOutcome:
    """The outcome of one set: the more severe of its rows and the session stops (4.5).

    `weakness` not_sure means: still unclear after the strength check (0.4).
    """
    case = SetCase(readings, context)
    rows = set_rows.decide(case)
    stops = stop_session.RULES.fire(stop_session.EndedSet(case, rows))
    outcome = set_rows.worst([rows, *stops]) if stops else rows
    if opened := set_rows.opens(case):
        return replace(outcome, asks=tuple(sorted({*outcome.asks, *opened})))
    return outcome
