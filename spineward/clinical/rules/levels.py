"""How is a finding worded as a level, a gate and days? One function for each degree of urgency."""

from datetime import date

from spineward.clinical.case import Case
from spineward.clinical.catalogue import limit
from spineward.clinical.dating import seen
from spineward.clinical.facts import CareLevel, Finding, Gate


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
    """An A item: the emergency card while it is current, "seen" once examined, else quiet.

    `doubt` is the level of an unknown answer (0.4), which "seen" never softens.
    """
    was_seen = holds and seen(case, item, changed)
    if holds and current and not was_seen:
        return emergency(item, asks=asks)
    if doubt is not None and case.unsure(item):
        return Finding(item, doubt, Gate.BLOCK, 0, "?", asks)
    return routine(item, Gate.BLOCK, "seen") if was_seen else None
