"""What follows from one set? The rows of table 2.4 and the session stops, joined."""

from dataclasses import replace

from spineward.clinical.facts import Gate, SetContext, SetOutcome, SetReadings, SetVerdict
from spineward.clinical.facts.answers import AfterHalfHour
from spineward.clinical.rules import set_alarms, set_rows, stop_session
from spineward.clinical.set_case import SetCase, SetPart, felt

OPENS = {"saddle": "A3", "trunk": "A8", "mid_back": "C5", "groin": "C12"}
"""A new mark off the path is never ranked; it opens the item's question (2.2)."""
AT_30: tuple[AfterHalfHour, ...] = ("settled", "still_one_grade", "still", "further")


def worst(outcomes: list[SetOutcome]) -> SetOutcome:
    """The strictest outcome decides; every reason and every question of the others is kept."""
    head = max(outcomes, key=lambda found: (found.verdict, -found.row))
    if len(outcomes) == 1:
        return head
    same = [found for found in outcomes if found.verdict == head.verdict]
    gates = [found.gate for found in outcomes if found.gate is not None]
    return SetOutcome(
        head.label,
        head.verdict,
        head.row,
        tuple(sorted({id for found in outcomes for id in found.fired})),
        max(found.level for found in outcomes),
        max(gates, default=None),
        tuple(sorted({item for found in outcomes for item in found.asks})),
        max((found.re_ask_minutes for found in same if found.re_ask_minutes), default=None),
        max((found.at_30 for found in outcomes if found.at_30), key=AT_30.index, default=None),
    )


def not_assessed(case: SetCase) -> SetOutcome:
    """Nobody said how it was after the set: no further set, and nothing counts as unchanged.

    Asking to stop (SS5) needs no reason and restricts nothing.
    """
    asked_to_stop = "stop_asked" in case.context.symptoms
    gate = None if asked_to_stop else Gate.EASE_ONLY
    return SetOutcome("NOT_ASSESSED", SetVerdict.STOP_SESSION, 0, (), gate=gate)


def _stopping_rows(part: SetPart) -> list[SetOutcome]:
    """The first of rows 1-7 that matches; alarms that call for help all count (0, combining 1)."""
    alarms = set_alarms.RULES.fire(part)
    help_needed = [row for row in alarms if row.verdict == SetVerdict.STOP_AND_ESCALATE]
    if help_needed or alarms:
        return help_needed or alarms[:1]
    first = set_rows.WORSE.first(part)
    return [first] if first else []


def decide(case: SetCase) -> SetOutcome:
    """The row that decides this set, before the session stops are read."""
    matched = [row for part in case.parts for row in _stopping_rows(part)]
    worse = worst(matched) if matched else None
    unanswered = case.readings.t1 is None
    if worse and worse.verdict >= SetVerdict.STOP_MOVEMENT:
        gave_up = unanswered and case.overdue
        if gave_up and worse.verdict < SetVerdict.STOP_SESSION:
            ended = SetVerdict.STOP_SESSION
            return replace(worse, verdict=ended, gate=Gate.EASE_ONLY, re_ask_minutes=None)
        return worse
    if unanswered:
        return worst([not_assessed(case), *matched])
    if worse:
        return worse
    if (back := set_rows.BACK.first(case.parts[2])) is not None:
        return back
    return worst([found for part in case.read_for_change if (found := set_rows.CHANGE.first(part))])


def opens(case: SetCase) -> tuple[str, ...]:
    """The items whose questions a new mark off the path opens (2.2)."""
    after = (mark for reading in case.given[1:] for mark in reading.chart)
    off_path = [mark for mark in after if mark.zone in OPENS and felt(mark)]
    if not off_path:
        return ()
    before = {(mark.zone, mark.side) for mark in case.readings.t0.chart if felt(mark)}
    new = (mark for mark in off_path if (mark.zone, mark.side) not in before)
    return tuple(sorted({OPENS[mark.zone] for mark in new}))


def read_set(readings: SetReadings, context: SetContext) -> SetOutcome:
    """The outcome of one set: the more severe of its rows and the session stops (4.5).

    `weakness` not_sure means: still unclear after the strength check (0.4).
    """
    case = SetCase(readings, context)
    rows = decide(case)
    stops = stop_session.RULES.fire(stop_session.EndedSet(case, rows))
    outcome = worst([rows, *stops]) if stops else rows
    if opened := opens(case):
        return replace(outcome, asks=tuple(sorted({*outcome.asks, *opened})))
    return outcome
