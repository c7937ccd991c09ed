"""Since when is this leg weak, and did a clinician test this weakness? Spec 0.3, 0.5 and 1.6.

The dates of an item stand for a test of a leg only when the item speaks of that leg and of a
weakness as bad. Otherwise the strength checks on record say since when: the first of an unbroken
run of that answer, or one as bad, for that leg and that test.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from operator import itemgetter

from spineward.clinical.case import Case, once
from spineward.clinical.dating import examined_after
from spineward.clinical.facts import Examined, LockRecord, StrengthAnswer, StrengthTest
from spineward.clinical.facts.answers import Leg

HOW_BAD: dict[StrengthAnswer, int] = {"same": 0, "weaker": 1, "cannot": 2, "never_could": 2}
OTHER: dict[Leg, Leg] = {"left": "right", "right": "left"}
Tests = Mapping[Leg, Mapping[StrengthTest, StrengthAnswer]]


@dataclass(frozen=True, slots=True)
class Dates:
    """When it began and last changed, whether a clinician tested it since, and what was told."""

    began: date
    changed: date
    examined: bool = False
    told: Examined | None = None


def of_items(case: Case, keys: Iterable[str]) -> Dates | None:
    """The dates of the first of these items that a clinician has tested, else of the one that
    changed last; None when none of them has a date."""
    now = case.situation
    keys = tuple(keys)
    known = [key for key in keys if key in now.since]
    for key in known:
        if case.examined_since_change(key):
            return Dates(case.since(key), case.changed(key), True, now.told_ok.get(key))
    if known:
        last = max(known, key=case.changed)
        return Dates(case.since(last), case.changed(last), told=now.told_ok.get(last))
    examined = now.examined.get("C13")
    if "C13" in keys and case.yes("C13") and examined is not None:
        # C13 affirmed means "known and not worse": without a date it is unchanged since then.
        return Dates(examined, examined, True, now.told_ok.get("C13"))
    return None


def of_test(
    case: Case,
    leg: Leg,
    test: StrengthTest,
    answer: StrengthAnswer,
    *,
    dated_by: Iterable[str],
    examined_by: Iterable[str],
) -> Dates:
    """Of a weakness that a test shows. `dated_by`: items that speak of a weakness as bad;
    `examined_by`: those whose examination counts once the test itself is on record."""
    start, was_better = _run(case, leg, test, answer)
    if not was_better:
        told = of_items(case, [key for key in dated_by if _stands(case, key, leg)])
        if told is not None:
            return told
    day = start.date()
    for key in examined_by:
        if _tested(case, key, leg, start):
            return Dates(day, day, True, case.situation.told_ok.get(key))
    return Dates(day, day)


def speaks_of(case: Case, item: str, leg: Leg) -> bool:
    """The item is about this leg as far as anyone said: no other leg was named instead of it."""
    detail = case.situation.detail.get(item, {})
    return detail.get(leg) == "yes" or (detail.get(leg) != "no" and detail.get(OTHER[leg]) != "yes")


def _stands(case: Case, item: str, leg: Leg) -> bool:
    """The item's dates are those of this leg. When it names no leg and both were weak since it
    began, nobody knows whose they are."""
    if case.situation.detail.get(item, {}).get(leg) == "yes":
        return True
    since = case.situation.since.get(item, date.min)
    checks = (tests for at, tests in _checks(case) if at.date() >= since)
    other = (case.situation.strength, *checks)
    return speaks_of(case, item, leg) and not any(_weak(tests, OTHER[leg]) for tests in other)


@once
def _checks(case: Case) -> tuple[tuple[datetime, Tests], ...]:
    """The strength checks on record, newest first."""
    past = case.history
    checks: list[tuple[datetime, Tests]] = [(check.at, check.strength) for check in past.strength]
    checks += [(record.at, record.strength) for record in past.check_ins if record.strength]
    return tuple(sorted(checks, key=itemgetter(0), reverse=True))


def _weak(tests: Tests, leg: Leg) -> bool:
    return any(answer in ("weaker", "cannot") for answer in tests.get(leg, {}).values())


def _run(case: Case, leg: Leg, test: StrengthTest, answer: StrengthAnswer) -> tuple[datetime, bool]:
    """Since when each check of this test was as bad as now, and was an earlier one better?"""
    start = min(case.situation.strength_at or case.now, case.now)
    for at, tests in _checks(case):
        before = tests.get(leg, {}).get(test)
        if before is None or before not in HOW_BAD:
            continue
        if HOW_BAD[before] < HOW_BAD[answer]:
            return start, True
        start = min(start, at)
    return start, False


def _tested(case: Case, item: str, leg: Leg, start: datetime) -> bool:
    """A clinician tested it: on a day after it was first found; or after a lock that it set.

    On the day itself, or where the item names the other leg, only the lock tells that the
    examination came after, and was of this.
    """
    examined = case.situation.examined.get(item)
    if examined is None:
        return False
    told = speaks_of(case, item, leg)
    if told and item in case.situation.since and examined < case.changed(item):
        return False
    return (told and examined > start.date()) or any(
        _covers(lock, item, start) and examined_after(case, lock, item)
        for lock in case.history.locks
    )


def _covers(lock: LockRecord, item: str, start: datetime) -> bool:
    """The lock is by this item, and fired once it was found."""
    return item in lock.rules and lock.fired_at >= start
