"""When may the next session start? Sessions lie hours apart, and there are only so many in a day.

Spec section 4, caps: three sessions a day at least two hours apart; ease items do not count.
"""

from datetime import datetime, time, timedelta

from spineward.clinical.case import Case
from spineward.clinical.catalogue import limit
from spineward.clinical.facts import ExerciseSession, Gate
from spineward.clinical.library import movements


def caps(gate: Gate) -> tuple[int, int]:
    """Most sessions a day, and the hours between two of them."""
    if gate is Gate.BLOCK:
        return 0, 0
    if gate is Gate.EASE_ONLY:
        return limit("ease.sessions"), limit("ease.hours_between")
    return limit("cap.sessions"), limit("cap.hours_between")


def opens_at(case: Case, gate: Gate) -> datetime | None:
    """The earliest next start; None when it is now."""
    most, hours = caps(gate)
    if not most:
        return None
    yesterday = case.today - timedelta(days=1)
    recent = (one for one in case.history.sessions if one.started.date() >= yesterday)
    counted = [one for one in recent if _counts(one, gate)]
    if not counted:
        return None
    last = max(one.ended or one.started for one in counted)
    earliest = last + timedelta(hours=hours)
    today = [one for one in counted if one.started.date() == case.today]
    if len(today) >= most:
        tomorrow = datetime.combine(case.today + timedelta(days=1), time.min, case.now.tzinfo)
        earliest = max(earliest, tomorrow)
    return earliest if earliest > case.now else None


def _counts(session: ExerciseSession, gate: Gate) -> bool:
    """A session with nothing but ease items counts only where ease items are the plan."""
    known = movements()
    return any(
        gate is Gate.EASE_ONLY or not known[done.movement].ease
        for done in session.sets
        if done.movement in known
    )
