"""What follows from one set? The rows of table 2.4 and the session stops, joined.

The readings are measured once (`measured`); all that is decided here is decided on signs.
"""

from collections.abc import Sequence
from dataclasses import replace

from spineward.clinical.facts import Gate, SetContext, SetOutcome, SetReadings, SetVerdict
from spineward.clinical.facts.answers import AfterHalfHour
from spineward.clinical.measured import signs_of
from spineward.clinical.rules import set_alarms, set_rows, stop_session
from spineward.clinical.set_case import SetCase, felt
from spineward.clinical.signs import PartSigns, SetSigns, Signs

OPENS = {"saddle": "A3", "trunk": "A8", "mid_back": "C5", "groin": "C12"}
"""A new mark off the path is never ranked; it opens the item's question (2.2)."""
AT_30: tuple[AfterHalfHour, ...] = ("settled", "still_one_grade", "still", "further")


def worst(outcomes: Sequence[SetOutcome]) -> SetOutcome:
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


def not_assessed(whole: SetSigns) -> SetOutcome:
    """Nobody said how it was after the set: no further set, and nothing counts as unchanged.

    Asking to stop (SS5) needs no reason and restricts nothing.
    """
    gate = None if whole.stop_asked else Gate.EASE_ONLY
    return SetOutcome("NOT_ASSESSED", SetVerdict.STOP_SESSION, 0, (), gate=gate)


def worse(part: PartSigns) -> SetOutcome | None:
    """The first of rows 1-7 that matches; alarms that call for help all count (0, combining 1)."""
    alarms = set_alarms.RULES.fire(part)
    help_needed = [row for row in alarms if row.verdict == SetVerdict.STOP_AND_ESCALATE]
    if help_needed:
        return worst(help_needed)
    return alarms[0] if alarms else set_rows.WORSE.first(part)


def ended(stopped: SetOutcome) -> SetOutcome:
    """A stopped movement that nobody said more about: the session is over."""
    stop = SetVerdict.STOP_SESSION
    return replace(stopped, verdict=stop, gate=Gate.EASE_ONLY, re_ask_minutes=None)


def rows(shown: Signs) -> SetOutcome:
    """The row that decides this set, before the session stops are read."""
    whole = shown.whole
    matched = [row for part in shown.parts if (row := worse(part)) is not None]
    found = worst(matched) if matched else None
    if found and found.verdict >= SetVerdict.STOP_MOVEMENT:
        gave_up = whole.overdue and not whole.answered
        return ended(found) if gave_up and found.verdict < SetVerdict.STOP_SESSION else found
    if not whole.answered:
        return worst([not_assessed(whole), *matched])
    if found:
        return found
    if (back := set_rows.BACK.first(shown.back)) is not None:
        return back
    return worst(
        [row for part in shown.read_for_change if (row := set_rows.CHANGE.first(part)) is not None]
    )


def decide(shown: Signs) -> SetOutcome:
    """The more severe of the rows and the session stops (4.5)."""
    found = rows(shown)
    stops = stop_session.RULES.fire(stop_session.EndedSet(shown.whole, found))
    return worst([found, *stops]) if stops else found


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
    """The outcome of one set, naming the red flags ticked and the questions it opens.

    `weakness` not_sure means: still unclear after the strength check (0.4).
    """
    case = SetCase(readings, context)
    outcome = decide(signs_of(case))
    opened = opens(case)
    if not (context.red_flags or opened):
        return outcome
    return replace(
        outcome,
        fired=tuple(sorted({*outcome.fired, *context.red_flags})),
        asks=tuple(sorted({*outcome.asks, *opened})),
    )
