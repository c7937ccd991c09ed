"""How is a finding worded as a level, a gate and days? One function for each degree of urgency."""

from datetime import date

from spineward.clinical.case import Case
from spineward.clinical.catalogue import limit
from spineward.clinical.dating import seen
from spineward.clinical.facts import CareLevel, Finding, Gate

WEAKNESS = ("A6", "A7")
"""What a clinician said of these is read by C13."""
NERVES = ("A1", "A2", "A3", "A4", "A5", "A8")
"""Here a missing word on exercise counts as none; beyond them it is not asked for."""


def emergency(rule: str, mark: str = "", asks: tuple[str, ...] = ()) -> Finding:
    """Now."""
    return Finding(rule, CareLevel.EMERGENCY, Gate.BLOCK, 0, mark, asks)


def same_day(rule: str, mark: str = "", asks: tuple[str, ...] = ()) -> Finding:
    """Today."""
    return Finding(rule, CareLevel.SAME_DAY, Gate.BLOCK, 0, mark, asks)


def soon(rule: str, gate: Gate = Gate.FULL) -> Finding:
    """Within two weeks."""
    return Finding(rule, CareLevel.SOON, gate, limit("within.soon"))


def soon_few(rule: str, gate: Gate, mark: str = "") -> Finding:
    """Within a few days: "SOON (days)"."""
    return Finding(rule, CareLevel.SOON, gate, limit("within.soon_few"), mark)


def routine(rule: str, gate: Gate = Gate.FULL, mark: str = "") -> Finding:
    """Within a month."""
    return Finding(rule, CareLevel.ROUTINE, gate, limit("within.routine"), mark)


def fires(found: Finding | None) -> bool:
    """It fires for a known answer: not "?", "seen" or "muted"."""
    return found is not None and not found.mark


def alarm(
    case: Case,
    item: str,
    *,
    holds: bool,
    current: bool,
    changed: date | None = None,
    doubt: CareLevel | None = CareLevel.SAME_DAY,
    asks: tuple[str, ...] = (),
) -> Finding | None:
    """An A item: the emergency card while it is current, "seen" once examined, else quiet, or
    "not_fine" while nobody has said that exercise is fine (as C13 (b), which reads A6 and A7).

    `doubt` is the level of an unknown answer (0.4), which "seen" never softens.
    """
    was_seen = holds and seen(case, item, changed)
    if holds and current and not was_seen:
        return emergency(item, asks=asks)
    if doubt is not None and case.unsure(item):
        return Finding(item, doubt, Gate.BLOCK, 0, "?", asks)
    if was_seen:
        return routine(item, Gate.BLOCK, "seen")
    if holds and case.examined_since_change(item) and _not_told_fine(case, item):
        return routine(item, Gate.EASE_ONLY, "not_fine")
    return None


def _not_told_fine(case: Case, item: str) -> bool:
    """The clinician did not say that exercise is fine."""
    told = case.situation.told_ok.get(item)
    if told is None:
        return item in NERVES
    return told != "yes" and item not in WEAKNESS
