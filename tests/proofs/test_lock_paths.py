"""Does any path release a lock without its three steps? Every sequence of six events.

Hazards: H-01 missed cauda equina, H-05 stale advice, H-06 lost stop, H-11 clock errors.

From someone with no lock, every sequence of events is followed: answers, visits, screens and days.
Six are enough for a lock, its release and a second lock, with one event to spare. Moments are the
same when all their dates lie in the same order and as many days back (15 days and more count as
one: no rule here asks for more than 14); of these only one is followed. Whether the steps were
done is noted beside it, from the events alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from spineward.clinical.case import Case
from spineward.clinical.facts import CareLevel, LockRecord
from spineward.clinical.lock import UNHEEDING, examined_before
from spineward.clinical.rulebook import rulebook
from spineward.clinical.spaces.lock import DENIED, Locked, Outcome, decides
from spineward.clinical.spaces.space import NOW, situation
from tests.proofs.counted import Count

DEEP = 6
FAR = 15
Path = tuple[str, ...]
DAYS = (1, 14)
HARMLESS = {"A4": "no_change"}
CHANGED = {"A4": "changed"}


_NOTHING: Path = ()


@dataclass(frozen=True)
class Life:
    """One moment of it: what is told, what was locked, and which steps were really done."""

    now: datetime = NOW
    answer: str = "no"
    since: date | None = None
    worsened: date | None = None
    examined: date | None = None
    told: str = ""
    screened: datetime = NOW
    locks: tuple[LockRecord, ...] = ()
    seen: tuple[bool, ...] = ()
    """Of each lock: was a visit told since it fired, on its day or later, that does for it?"""

    @property
    def open(self) -> list[int]:
        """The places of the locks that are not released."""
        return [place for place, lock in enumerate(self.locks) if lock.released_at is None]


def case_of(life: Life, item: str) -> Case:
    """The case of this moment."""
    dated = {"since": life.since, "worsened": life.worsened, "examined": life.examined}
    fields: dict[str, Any] = {
        **DENIED,
        "now": life.now,
        "screened_at": life.screened,
        "history": {"locks": life.locks},
        "item": {**DENIED["item"], item: life.answer},
        **{name: {item: day} for name, day in dated.items() if day is not None},
    }
    if life.told:
        fields["told_ok"] = {item: life.told}
    return Case(situation(fields))


# --- what can happen -------------------------------------------------------------------------


def events(life: Life, item: str) -> Iterator[tuple[str, Life]]:
    """Everything that can happen next, a minute later or after some days."""
    later = replace(life, now=life.now + timedelta(minutes=1))
    today = later.now.date()
    yes, no = CHANGED.get(item, "yes"), HARMLESS.get(item, "no")
    if life.answer != no:
        yield "no", replace(later, answer=no, since=None, worsened=None)
    if life.answer == no:
        yield "yes", replace(later, answer=yes, since=today)
    if life.answer != "not_sure":
        yield "not sure", replace(later, answer="not_sure", since=life.since or today)
    if life.answer == yes and life.worsened != today:
        yield "worse", replace(later, worsened=today)
    yield "seen today: fine", _visit(later, today, "yes", item)
    if life.open:
        yield "seen today: not fine", _visit(later, today, "no", item)
        yield "seen yesterday: fine", _visit(later, today - timedelta(days=1), "yes", item)
    yield "full screen", replace(later, screened=later.now)
    for days in DAYS:
        yield f"{days} days", replace(life, now=life.now + timedelta(days=days))


def _visit(life: Life, day: date, told: str, item: str) -> Life:
    """A visit is told. It does for a lock that fired before, on this day or earlier."""
    good = told == "yes" or item == "A16"
    seen = tuple(
        good and day >= lock.fired_at.date() and day > lock.examined.get(item, date.min)
        for lock in life.locks
    )
    return replace(life, examined=day, told=told, seen=seen)


def decided(life: Life, item: str) -> tuple[Life, Outcome]:
    """The same moment after the locks that are due were opened or released, as a diary does."""
    case = case_of(life, item)
    found = decides(Locked(case, (item,)))
    if found.released:
        _was_it_due(life, item, case)
        freed = [replace(one, released_at=one.released_at or life.now) for one in life.locks]
        return replace(life, locks=tuple(freed)), found
    if found.opens:
        before = examined_before(case, found.opens)
        lock = LockRecord(life.now, found.opens, found.level, examined=before)
        # The same finding, that nobody's examination ends: one visit does for both its locks.
        still = item in UNHEEDING and any(life.seen[place] for place in life.open)
        same = still and life.examined == life.now.date()
        life = replace(life, locks=(*life.locks, lock), seen=(*life.seen, same))
        found = decides(Locked(case_of(life, item), (item,)))
    return life, found


def _was_it_due(life: Life, item: str, case: Case) -> None:
    """0.5, from what really happened."""
    clear = life.answer == HARMLESS.get(item, "no")
    for place in life.open:
        lock = life.locks[place]
        assert life.seen[place] or (lock.rules == ("A4?",) and clear), life
        assert life.screened > lock.fired_at, life
        assert life.examined is None or life.screened.date() >= life.examined, life
    assert life.now - life.screened <= timedelta(days=7), life
    found = rulebook()[item].reads(case)
    assert found is None or (found.level < CareLevel.SAME_DAY and found.mark != "seen"), life


# --- the search ------------------------------------------------------------------------------


def key(life: Life) -> tuple[Any, ...]:
    """All that can make a difference from here on."""
    kept = sorted({*life.open, *([len(life.locks) - 1] if life.locks else [])})
    days = [life.since, life.worsened, life.examined, life.screened.date()]
    for place in kept:
        lock = life.locks[place]
        days += [lock.fired_at.date(), *lock.examined.values()]
    known = sorted({day for day in days if day is not None})
    today = life.now.date()
    return (
        life.answer,
        life.told,
        tuple(None if d is None else (min((today - d).days, FAR), known.index(d)) for d in days),
        life.now - life.screened <= timedelta(days=7),
        tuple(
            (
                lock.rules,
                lock.released_at is None,
                bool(lock.examined),
                life.screened > lock.fired_at,
                life.seen[place],
            )
            for place in kept
            for lock in [life.locks[place]]
        ),
    )


@pytest.mark.parametrize("item", ["A1", "A4", "A16", "B1", "B3", "B6"])
def test_no_path_releases_a_lock_without_its_three_steps(item: str, count_cases: Count) -> None:
    start = Life(answer=HARMLESS.get(item, "no"))
    met, layer, releases = {key(start)}, [(start, _NOTHING)], list[Path]()
    steps = 0
    for _ in range(DEEP):
        following: list[tuple[Life, Path]] = []
        for life, path in layer:
            for name, after in events(life, item):
                now, found = decided(after, item)
                steps += 1
                if found.released:
                    releases.append((*path, name))
                elif now.open:
                    _still_shut(now, item, found)
                if key(now) not in met:
                    met.add(key(now))
                    following.append((now, (*path, name)))
        layer = following
    count_cases(steps, f"steps from {len(met):,} moments of a life with {item}")
    assert releases, "a lock can be released"
    for path in releases:
        assert "full screen" in path
        assert any(event.startswith("seen") for event in path) or item == "A4", path


def _still_shut(life: Life, item: str, found: Outcome) -> None:
    """The lock is there, and its level shows until each of its rules was seen to."""
    assert "fresh_screen" in found.steps
    clear = life.answer == HARMLESS.get(item, "no")
    for place in life.open:
        lock = life.locks[place]
        untold = lock.rules == ("A4?",)
        own = CareLevel.EMERGENCY if item[0] == "A" and not untold else CareLevel.SAME_DAY
        if not life.seen[place] and not (untold and clear):
            assert found.level >= min(own, lock.level), life
