"""Was a lock released along 0.5 only? Read from the raw rows, apart from the engine's own reading.

Each rule of each lock: told after the lock of an examination on its day or later, and that exercise
is fine (A16: contact alone; A4? alone: or a clear answer). Then a complete screen after the last
lock and not before the examination, which finds nothing urgent.
"""

from datetime import date, datetime
from typing import Any

from spineward.clinical.facts import CareLevel
from spineward.clinical.lock import CRISIS, UNHEEDING, UNTOLD
from spineward.clinical.missing import required_items
from spineward.clinical.questions import FULL_SCREEN
from spineward.diary import convert
from spineward.diary.models import Answers, Lock, LockRelease, Person

HEALTH = ("Q5", "Q7")
HARMLESS = ("no_change", "does_not_apply")


def released_in_order(person: Person, release: LockRelease) -> None:
    """All that 0.5 asks was told, and in that order."""
    decision = release.decision
    locks = [Lock.objects.get(pk=one.lock_id) for one in decision.releases.all()]
    told = list(Answers.objects.of(person).filter(id__lte=decision.basis["answers"]).order_by("id"))
    latest = {row.page: row for row in told}
    known = convert.merge(row.answers for row in sorted(latest.values(), key=lambda row: row.pk))
    for lock in locks:
        for one in lock.rules:
            same = [k for k in locks if one in k.rules] if one in UNHEEDING else [lock]
            _examined(one, lock, same, told, known)
    _screened(locks, latest, known, decision.moment)
    assert CareLevel[decision.words["care_level"]] < CareLevel.SAME_DAY
    assert decision.words["movement_gate"] != "FULL"


def _examined(
    rule: str, lock: Lock, same: list[Lock], told: list[Answers], known: dict[str, Any]
) -> None:
    item = rule.rstrip("?")
    if lock.rules == [UNTOLD] and known["item"]["A4"] in HARMLESS:
        return
    fired = min(k.moment for k in same)
    opened = min(k.decision.basis.get("answers", 0) for k in same)
    assert any(row.answers.get("examined", {}).get(item) for row in told if row.pk > opened), rule
    assert date.fromisoformat(known["examined"][item]) >= fired.date(), rule
    assert item == CRISIS or known["told_ok"][item] == "yes", rule


def _screened(
    locks: list[Lock], latest: dict[str, Answers], known: dict[str, Any], now: datetime
) -> None:
    fired = max(lock.moment for lock in locks)
    times = {page: row.moment for page, row in latest.items()}
    changes = latest.get("changes")
    for page in FULL_SCREEN:
        at = times[page]
        if page in HEALTH and changes is not None and not changes.ticked:
            at = max(at, changes.moment)
        assert fired < at <= now, page
    assert set(required_items()) <= known["item"].keys()
