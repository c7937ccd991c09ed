"""When is movement locked, and what opens it again? Spec 0.5.

A lock opens with EMERGENCY or SAME_DAY. It is released only by an examination after it, with the
word that exercise is fine, and then a complete fresh screen that finds neither. Several locks may
be open at once; they are read as one and released together.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from spineward.clinical.case import Case
from spineward.clinical.dating import examined_after
from spineward.clinical.facts import CareLevel, Finding, Gate, Lock, LockRecord
from spineward.clinical.missing import required_items, screen_stale

CRISIS = "A16"
UNTOLD = "A4?"
"""A lock by this alone is also released by a clear later answer."""
UNHEEDING = ("B2", "B3", "B6", "B7", "B8", "B10")
"""These go on firing whether or not someone examined them."""


def lock_now(
    case: Case, findings: Sequence[Finding]
) -> tuple[Lock | None, tuple[Finding, ...], tuple[str, ...], bool]:
    """The lock that holds, the findings it keeps up, the rules that open one, and is it released?

    `findings` are those of all rules. What is kept up are the rules of the lock whose examination
    is still open: their level goes on showing although the answers may have changed.
    """
    urgent = [found for found in findings if found.level >= CareLevel.SAME_DAY]
    locks = [lock for lock in case.history.locks if lock.released_at is None]
    waiting = _waiting(case, locks)
    today = {rule for lock in locks if lock.fired_at.date() == case.today for rule in lock.rules}
    opens = tuple(sorted({_key(found) for found in urgent} - waiting.keys() - today))
    kept = tuple(_kept(rule, level, findings) for rule, level in sorted(waiting.items()))
    extra = tuple(found for found in kept if found is not None)
    if not locks and not opens:
        return None, (), (), False
    seen = any(found.mark == "seen" for found in findings)
    if locks and not (waiting or seen or urgent) and _screened(case, locks):
        return None, (), (), True
    return _lock(case, locks, opens, waiting, urgent), extra, opens, False


def examined_before(case: Case, rules: Iterable[str]) -> dict[str, date]:
    """What is known of examinations when these rules open a lock: they do not count after it.

    A finding that goes on although it was examined after an open lock is that same finding still.
    """
    known = {}
    for rule in rules:
        item = rule.rstrip("?")
        examined = case.situation.examined.get(item)
        goes_on = item in UNHEEDING and any(
            rule in lock.rules and lock.released_at is None and examined_after(case, lock, item)
            for lock in case.history.locks
        )
        if examined is not None and not goes_on:
            known[item] = examined
    return known


def _key(finding: Finding) -> str:
    """A lock names its rules without mark, except A4?."""
    return UNTOLD if finding.id == UNTOLD else finding.rule


def _waiting(case: Case, locks: Iterable[LockRecord]) -> dict[str, CareLevel]:
    """The rules of the open locks whose first step is still open, and the level each keeps up."""
    waiting: dict[str, CareLevel] = {}
    for lock in locks:
        for rule in lock.rules:
            if not _examined(case, lock, rule):
                urgent = rule.startswith("A") and rule != UNTOLD
                own = CareLevel.EMERGENCY if urgent else CareLevel.SAME_DAY
                level = min(own, lock.level)
                waiting[rule] = max(level, waiting.get(rule, level))
    return waiting


def _examined(case: Case, lock: LockRecord, rule: str) -> bool:
    """Step 1: examined on or after the day it fired, and told that exercise is fine.

    For A16 the contact with a crisis service or professional is enough.
    """
    if lock.rules == (UNTOLD,) and case.clear("A4"):
        return True
    item = rule.rstrip("?")
    return examined_after(case, lock, item) and (rule == CRISIS or case.told_fine(item))


def _screened(case: Case, locks: Sequence[LockRecord]) -> bool:
    """Step 2: a complete full screen answered after the last lock, not before the examination, and
    fresh: no older than a screen may be (0.4).

    One dated in the future may be older than the lock: the clock was wrong then, or is now (H-11).
    """
    fired = max(lock.fired_at for lock in locks)
    answered = case.situation.screened_at or case.now
    complete = all(item in case.situation.item for item in required_items())
    examined = [
        case.situation.examined.get(rule.rstrip("?"), date.min)
        for lock in locks
        for rule in lock.rules
    ]
    fresh = not screen_stale(case.situation) and fired < answered <= case.now
    return complete and fresh and answered.date() >= max(examined)


def _kept(rule: str, level: CareLevel, findings: Iterable[Finding]) -> Finding | None:
    """The finding that a waiting rule keeps up, unless it fires by itself at that level."""
    item = rule.rstrip("?")
    if any(found.rule == item and found.level >= level for found in findings):
        return None
    return Finding(item, level, Gate.BLOCK, 0, "?" if rule == UNTOLD else "")


def _lock(
    case: Case,
    locks: Sequence[LockRecord],
    opens: Iterable[str],
    waiting: Iterable[str],
    urgent: Iterable[Finding],
) -> Lock:
    """The open locks and the one that is due, as one."""
    step_1 = {*opens, *waiting}
    steps = ["examined"] if step_1 - {CRISIS} else []
    steps += ["crisis_contact"] if CRISIS in step_1 else []
    return Lock(
        fired_at=max((lock.fired_at for lock in locks), default=case.now),
        rules=tuple(sorted({*opens, *(rule for lock in locks for rule in lock.rules)})),
        level=max((*(lock.level for lock in locks), *(found.level for found in urgent))),
        steps=(*steps, "fresh_screen"),
    )
