"""Is a finding still new, was it seen, is it muted or settled? Spec 0.3, 0.5, 1.4 and 1.5."""

from datetime import date

from spineward.clinical.case import Case
from spineward.clinical.catalogue import limit
from spineward.clinical.facts import LockRecord

UNDATED = ("C2", "C3", "C15")
"""These follow from who someone is: "since when" is not asked for them."""


def said_to_differ(case: Case, item: str) -> bool:
    """The person says it is not exactly as usual: that is a change, whatever the dates say."""
    return case.situation.same_as_usual.get(item) == "no"


def fresh(case: Case, item: str) -> bool:
    """New by its dates (0.3), or said to differ from usual."""
    return case.new(item) or said_to_differ(case, item)


def muted(case: Case, item: str) -> bool:
    """There three months before the episode, and exactly the same now: two answers, both yes (1.4).

    `changed` rather than `since` is compared: a later worsening is "any change".
    """
    now = case.situation
    return (
        now.before_episode.get(item) == "yes"
        and now.same_as_usual.get(item) == "yes"
        and (case.episode_start - case.changed(item)).days >= limit("muted.before_days")
    )


def examined_after(case: Case, lock: LockRecord, item: str) -> bool:
    """A clinician tested it after this lock: on its day or later, and nobody knew of that yet."""
    examined, before = case.situation.examined.get(item), lock.examined.get(item)
    return (
        examined is not None
        and examined >= lock.fired_at.date()
        and (before is None or examined > before)
    )


def seen(case: Case, item: str, changed: date | None = None) -> bool:
    """It set a lock, was examined after that, and is unchanged within 14 days (0.5).

    `changed` is for rules that follow from other answers and have no date of their own.
    """
    lock = case.locked_before(item)
    if lock is None or not examined_after(case, lock, item) or said_to_differ(case, item):
        return False
    day = changed or case.changed(item)
    return case.situation.examined[item] >= day and case.days_ago(day) <= limit("new.days")


def settled(case: Case, item: str, *causes: str) -> bool:
    """Reviewed since its last change and in this episode, and told that exercise is fine (1.5).

    What follows from the background has no date: then the episode's start counts. Without a start
    nobody knows which episode a review belongs to, and it settles nothing. `causes` are the told
    items that it may follow from: their changes are changes of it.
    """
    now = case.situation
    reviewed = now.reviewed.get(item)
    told = [cause for cause in causes if case.yes(cause) or case.unsure(cause)]
    if reviewed is None or not case.told_fine(item):
        return False
    if any(said_to_differ(case, one) for one in (item, *told)):
        return False
    dated = item in now.since or (case.yes(item) and item not in UNDATED)
    changed = case.changed(item) if dated else now.worsened.get(item)
    days = [*(case.changed(cause) for cause in told), *([changed] if changed else [])]
    return case.known_in_episode(reviewed) and all(reviewed >= day for day in days)


def began(case: Case, item: str, *causes: str) -> date:
    """The last change of a rule that follows from other answers: its own date, else theirs."""
    if item in case.situation.since or not causes:
        return case.changed(item)
    return max(case.changed(cause) for cause in causes)
