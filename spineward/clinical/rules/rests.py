"""What of an earlier session still holds today? Rests after a stop, first sessions (2.4, 0).

A rest is a gate with a reason but without a rule id: the assessment keeps REST_IDS out of `fired`.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from spineward.clinical.body import LEGS, leg_state
from spineward.clinical.case import Case, once
from spineward.clinical.catalogue import limit
from spineward.clinical.facts import (
    CareLevel,
    Chart,
    ExerciseSession,
    Finding,
    Gate,
    SetRecord,
    SetVerdict,
)
from spineward.clinical.ledger import ASKED_TO_STOP
from spineward.clinical.questions import FULL_SCREEN
from spineward.clinical.rules.course import relapse
from spineward.clinical.rules.next_day import after_the_night, recent_sessions

UNNAMED = "row 1"
REST_IDS = frozenset({"numbness_rest", "second_leg_rest", "stopped_today", "re_ask_open"})
RED_FLAG, MOTOR, SECOND_LEG, NUMBNESS = 1, 2, 3, 4
WEAKNESS = ("A6", "A7", "B1", "C13")
"""A clinician who tested one of these has seen to a leg that grew weaker in a set."""


def _restricts(session: ExerciseSession) -> bool:
    """It was stopped for a reason other than the person's own wish (SS5 restricts nothing)."""
    stopped = any(done.verdict >= SetVerdict.STOP_SESSION for done in session.sets)
    return stopped or any(stop != ASKED_TO_STOP for stop in session.stops)


def sessions_since(case: Case, moment: datetime | None) -> int:
    """How many sessions were completed without a stop since that moment; counts no further than
    the first sessions need."""
    good = 0
    for session in reversed(case.history.sessions):
        if good == limit("gate.first_sessions"):
            break
        if moment is not None and session.started < moment:
            break
        if session.ended and session.sets and session.verdict < SetVerdict.STOP_SESSION:
            good += 1
    return good


@once
def first_sessions(case: Case) -> bool:
    """Fewer than 2 sessions completed without a stop, since the last lock release or relapse."""
    since = [lock.released_at for lock in case.history.locks if lock.released_at is not None]
    again = relapse(case)
    if again is not None:
        since.append(again.at)
    return sessions_since(case, max(since, default=None)) < limit("gate.first_sessions")


def rests(case: Case) -> tuple[Finding, ...]:
    """Every rest that holds now, each once."""
    return tuple(found for found in _all(case) if found.id in REST_IDS)


def escalations(case: Case) -> tuple[Finding, ...]:
    """B1, B9 or A5, when a set, its re-ask or the morning after says so (2.4, rows 2 to 4)."""
    return tuple(f for f in _all(case) if f.id not in REST_IDS and f.id != UNNAMED)


def unnamed_alarm(case: Case) -> tuple[Finding, ...]:
    """A set that a red flag ended (row 1), when no lock and no answer says which flag it was.

    The record of a set does not name the item, so its level is not known: to be seen today at the
    least, with the full screen asked to find it. It opens no lock, for a lock is released by the
    examination of a named item; it stands by itself until any A or B item was examined.
    """
    return tuple(found for found in _all(case) if found.id == UNNAMED)


@once
def _all(case: Case) -> list[Finding]:
    found: dict[str, Finding] = {}
    for session in recent_sessions(case):
        for finding in _of_session(case, session):
            found[finding.id] = finding
    return list(found.values())


def _next_day(case: Case, over: datetime) -> bool:
    """Is the day of that moment over, by the clock that it was read from and by today's?

    A clock that was set back or taken to another time zone ends no rest (H-11).
    """
    return min(case.today, case.now.astimezone(over.tzinfo).date()) > over.date()


def _of_session(case: Case, session: ExerciseSession) -> Iterator[Finding]:
    over = session.ended or session.started
    if not _next_day(case, over) and _restricts(session):
        yield Finding("stopped_today", gate=Gate.EASE_ONLY)
    for done in session.sets:
        if done.row in (RED_FLAG, MOTOR):
            yield from _alarm(case, done)
        elif done.row == SECOND_LEG:
            yield from _second_leg(case, done)
        elif done.row == NUMBNESS:
            yield from _numbness(case, session, done)


def _alarm(case: Case, done: SetRecord) -> Iterator[Finding]:
    """Rows 1 and 2 that left no lock behind: whoever keeps the history has kept none."""
    if any(lock.fired_at >= done.at for lock in case.history.locks):
        return
    day = done.at.date()
    if done.row == MOTOR:
        if all(_open(case, item, day) for item in WEAKNESS):
            yield Finding("B1", CareLevel.SAME_DAY, Gate.BLOCK, 0, asks=("A6", "A7"))
        return
    known = case.situation.item.keys() | case.situation.examined.keys()
    flags = [item for item in known if item[0] in "AB"]
    told = [item for item in flags if case.yes(item) or case.unsure(item)]
    named = any(case.changed(item) >= day for item in told)
    if not named and all(_open(case, item, day) for item in flags):
        yield Finding(UNNAMED, CareLevel.SAME_DAY, Gate.BLOCK, 0, asks=FULL_SCREEN)


def _re_ask_open(done: SetRecord) -> bool:
    return done.at_30 is None and done.verdict == SetVerdict.STOP_SESSION


def _second_leg(case: Case, done: SetRecord) -> Iterator[Finding]:
    """Row 3: pain of the second leg's buttock, asked about again after 30 minutes."""
    if _re_ask_open(done):
        yield Finding("re_ask_open", gate=Gate.EASE_ONLY, asks=("re_ask",))
    rest = timedelta(hours=limit("set.rest_hours"))
    if done.at_30 == "still" and case.now - done.at <= rest:
        yield Finding("second_leg_rest", gate=Gate.EASE_ONLY, asks=("A5",))
    if done.at_30 == "further" and _open(case, "A5", done.at.date()):
        yield Finding("A5", CareLevel.EMERGENCY, Gate.BLOCK, within_days=0)


def _numbness(case: Case, session: ExerciseSession, done: SetRecord) -> Iterator[Finding]:
    """Row 4: more numbness, asked about again after 30 minutes and, if milder, next morning."""
    if _re_ask_open(done):
        yield Finding("re_ask_open", gate=Gate.EASE_ONLY, asks=("re_ask",))
    day = done.at.date()
    if done.at_30 == "still_one_grade":
        morning = after_the_night(case, session)
        if morning is None or morning.chart is None:
            yield Finding("numbness_rest", gate=Gate.EASE_ONLY)
            return
        if not _more_numb(session.t0 or (), morning.chart):
            return
        day = morning.at.date()
    elif done.at_30 not in ("still", "further"):
        return
    if _open(case, "B9", day):
        yield Finding("B9", CareLevel.SAME_DAY, Gate.BLOCK, within_days=0)


def _more_numb(before: Chart, after: Chart) -> bool:
    """Is any zone of a leg more numb than before?"""
    for leg in LEGS:
        known = leg_state(before, leg).numbness_at
        now = leg_state(after, leg).numbness_at
        if any(grade > known.get(zone, 0) for zone, grade in now.items()):
            return True
    return False


def _open(case: Case, item: str, day: date) -> bool:
    """Found within 14 days, and no clinician has tested it since."""
    examined = case.situation.examined.get(item)
    seen = examined is not None and examined >= day
    return not seen and case.days_ago(day) <= limit("new.days")
