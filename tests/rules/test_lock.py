"""When is movement locked, and what opens it again? H-05 stale advice, H-06 lost stop, H-13."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from spineward.clinical.assessment import assess
from spineward.clinical.case import Case
from spineward.clinical.facts import CareLevel, Gate, History, LockRecord
from spineward.clinical.lock import examined_before
from tests.cases.build import ago, days_ago, typical
from tests.cases.triage import locked, ticked


def after(*locks: LockRecord, **answers: Any) -> Any:
    """The assessment of someone with these locks, now with a clean screen unless said."""
    return assess(typical(history=History(locks=locks), **answers))


SEEN: dict[str, Any] = {"examined": {"B3": days_ago(1)}, "told_ok": {"B3": "yes"}}
SWOLLEN = locked("B3", days=2, level=CareLevel.SAME_DAY)


def test_a_same_day_finding_opens_a_lock() -> None:
    """0.5."""
    found = assess(typical(item=ticked("B3")))

    assert found.opens_lock == ("B3",)
    assert found.locked is not None
    assert (found.locked.rules, found.locked.level) == (("B3",), CareLevel.SAME_DAY)
    assert found.locked.steps == ("examined", "fresh_screen")


@pytest.mark.parametrize(("item", "answer"), [("B3", "not_sure"), ("C1", "yes")])
def test_what_is_for_the_next_days_opens_none(item: str, answer: str) -> None:
    """SOON is no lock."""
    found = assess(typical(item={item: answer}))
    assert (found.locked, found.opens_lock) == (None, ())


def test_the_level_goes_on_showing_until_someone_was_examined() -> None:
    """A clean screen the next day does not quieten it."""
    found = after(SWOLLEN)

    assert (found.fired, found.care_level) == (("B3",), CareLevel.SAME_DAY)
    assert found.movement_gate == Gate.BLOCK
    assert found.opens_lock == ()
    assert not found.releases_lock


def test_an_examination_and_a_clean_screen_release_it() -> None:
    """Both steps."""
    found = after(SWOLLEN, **SEEN)

    assert found.releases_lock
    assert (found.locked, found.fired) == (None, ())
    assert found.movement_gate == Gate.LIMITED


def test_an_examination_before_it_fired_does_not_release_it() -> None:
    """The day before counts as before; the same day as after."""
    early = after(SWOLLEN, examined={"B3": days_ago(3)}, told_ok={"B3": "yes"})
    same_day = after(SWOLLEN, examined={"B3": days_ago(2)}, told_ok={"B3": "yes"})

    assert early.locked is not None
    assert same_day.releases_lock


@pytest.mark.parametrize("told", ["no", "not_discussed"])
def test_an_examination_without_the_word_that_exercise_is_fine_does_not(told: str) -> None:
    """Step 1 has two halves."""
    found = after(SWOLLEN, examined={"B3": days_ago(1)}, told_ok={"B3": told})

    assert found.locked is not None
    assert found.movement_gate == Gate.BLOCK


def test_a_screen_from_before_the_lock_does_not_release_it() -> None:
    """Step 2 is a fresh one; here the examination was on the day of the lock."""
    seen = {**SEEN, "examined": {"B3": days_ago(2)}}
    person = typical(history=History(locks=(SWOLLEN,)), **seen)
    stale = replace(person, screened_at=SWOLLEN.fired_at - timedelta(minutes=1))
    fresh = replace(person, screened_at=SWOLLEN.fired_at + timedelta(minutes=1))

    locked_now = assess(stale).locked
    assert locked_now is not None
    assert locked_now.steps == ("fresh_screen",)
    assert assess(fresh).releases_lock


def test_a_screen_from_before_the_examination_does_not_release_it() -> None:
    """0.5: examined, and then a fresh screen."""
    person = typical(history=History(locks=(SWOLLEN,)), **SEEN)
    early, later = (replace(person, screened_at=ago(hours=hours)) for hours in (40, 3))

    found = assess(early)
    assert found.locked is not None
    assert found.locked.steps == ("fresh_screen",)
    assert found.movement_gate == Gate.BLOCK
    assert assess(later).releases_lock


def test_an_incomplete_screen_does_not_release_it() -> None:
    """Step 2 is a complete one."""
    person = typical(history=History(locks=(SWOLLEN,)), **SEEN)
    answers = {item: answer for item, answer in person.item.items() if item != "A12"}

    assert not assess(replace(person, item=answers)).releases_lock


def test_another_finding_keeps_it_shut() -> None:
    """The fresh screen has to be clean."""
    found = after(SWOLLEN, item=ticked("B7"), **SEEN)

    assert found.opens_lock == ("B7",)
    assert found.locked is not None
    assert set(found.locked.rules) == {"B3", "B7"}


def test_every_rule_of_a_lock_is_examined_for_itself() -> None:
    """A9 and B2 in one lock: an examination of one leaves the other open."""
    both = locked("A9", "B2", days=3)
    one = after(both, examined={"B2": days_ago(1)}, told_ok={"B2": "yes"})

    assert one.fired == ("A9",)
    assert one.care_level == CareLevel.EMERGENCY


def test_a_crisis_contact_stands_for_an_examination() -> None:
    """A16: no word on exercise is needed."""
    low = locked("A16", days=3)

    assert after(low).locked.steps == ("crisis_contact", "fresh_screen")
    assert after(low, examined={"A16": days_ago(2)}).releases_lock


def test_an_untold_sexual_answer_together_with_more_needs_the_examination() -> None:
    """Only a lock from A4? alone opens by a clear answer."""
    alone = locked("A4?", days=1, level=CareLevel.SAME_DAY)
    with_more = locked("A4?", "B1", days=1, level=CareLevel.SAME_DAY)

    assert after(alone).releases_lock
    assert set(after(with_more).fired) == {"A4?", "B1"}
    assert not after(alone, item={"A4": "prefer_not_to_say"}).releases_lock


FOOT: dict[str, Any] = {
    "item": ticked("A7"),
    "since": {"A7": days_ago(10)},
    "examined": {"A7": days_ago(8)},
    "told_ok": {"A7": "yes"},
}
FOOT_LOCK = locked("A7", days=9)


def test_an_examined_alarm_shows_as_seen_until_fourteen_days_after_it_began() -> None:
    """ROUTINE and BLOCK on day 14; on day 15 it is known weakness."""
    day_14 = after(FOOT_LOCK, **{**FOOT, "since": {"A7": days_ago(14)}})
    day_15 = after(FOOT_LOCK, **{**FOOT, "since": {"A7": days_ago(15)}})

    assert (day_14.fired, day_14.care_level) == (("A7 seen",), CareLevel.ROUTINE)
    assert day_14.movement_gate == Gate.BLOCK
    assert (day_15.fired, day_15.movement_gate) == (("C13",), Gate.LIMITED)


def test_an_alarm_examined_before_it_fired_is_not_seen() -> None:
    """Changed on day 10, examined on day 8, fired on day 7: the card shows."""
    fired_later = after(locked("A7", days=7), **FOOT)

    assert (fired_later.fired, fired_later.care_level) == (("A7",), CareLevel.EMERGENCY)


def test_a_seen_alarm_that_gets_worse_fires_and_locks_again() -> None:
    """The old examination does not count for the new change."""
    worse = after(FOOT_LOCK, **FOOT, worsened={"A7": days_ago(1)})

    assert worse.care_level == CareLevel.EMERGENCY
    assert worse.opens_lock == ("A7",)
    assert worse.locked.steps == ("examined", "fresh_screen")


def test_an_answer_of_no_ends_a_seen_alarm_at_once() -> None:
    """BLOCK stays until the answer is no."""
    assert after(FOOT_LOCK, **{**FOOT, "item": {}}).releases_lock


FOOT_TODAY: dict[str, Any] = {
    **FOOT,
    "since": {"A7": days_ago(1)},
    "examined": {"A7": days_ago(0)},
}


def test_an_examination_told_before_the_lock_of_that_day_does_not_quieten_it() -> None:
    """0.5: the card stays when the lock it set is on record a minute later."""
    first = assess(typical(**FOOT_TODAY))
    assert (first.fired, first.opens_lock) == (("A7",), ("A7",))

    noted = replace(locked("A7", days=0.1), examined={"A7": days_ago(0)})
    then = after(noted, **FOOT_TODAY)
    assert (then.fired, then.care_level) == (("A7",), CareLevel.EMERGENCY)
    assert then.locked.steps == ("examined", "fresh_screen")
    assert not after(noted, **{**FOOT_TODAY, "item": {}}).releases_lock


def test_an_examination_told_after_the_lock_counts_on_the_same_day() -> None:
    """0.5: nothing was known of it when the lock fired."""
    told_later = after(locked("A7", days=0.1), **FOOT_TODAY)

    assert told_later.fired == ("A7 seen",)
    assert after(locked("A7", days=0.1), **{**FOOT_TODAY, "item": {}}).releases_lock


def test_a_lock_notes_the_examinations_that_came_before_it() -> None:
    """Those of its own rules; and none that a finding outlasted since an earlier lock."""
    answers: dict[str, Any] = {"examined": {"A7": days_ago(0), "B3": days_ago(0)}}
    first = Case(typical(**answers))
    going_on = Case(typical(**answers, history=History(locks=(SWOLLEN,))))

    assert examined_before(first, ("A7", "B2")) == {"A7": days_ago(0)}
    assert examined_before(first, ("B3",)) == {"B3": days_ago(0)}
    assert examined_before(going_on, ("B3",)) == {}


def test_a_locked_rule_is_not_also_shown_as_seen() -> None:
    """Seen, but exercise is not fine: the level keeps showing, under one id."""
    found = after(FOOT_LOCK, **{**FOOT, "told_ok": {"A7": "no"}})

    assert (found.fired, found.care_level) == (("A7",), CareLevel.EMERGENCY)


def test_the_same_finding_does_not_lock_twice() -> None:
    """An open lock that still waits for its examination is enough."""
    again = after(SWOLLEN, item=ticked("B3"), since={"B3": days_ago(2)})

    assert (again.fired, again.opens_lock) == (("B3",), ())


def test_a_finding_that_stays_ticked_locks_again_on_a_later_day_only() -> None:
    """Examined and told fine, yet still ticked: one lock a day is enough."""
    ticked_still: dict[str, Any] = {"item": ticked("B2"), "told_ok": {"B2": "yes"}}
    yesterday = locked("B2", days=1, level=CareLevel.SAME_DAY)
    today = locked("B2", days=0.1, level=CareLevel.SAME_DAY)

    assert after(yesterday, examined={"B2": days_ago(0)}, **ticked_still).opens_lock == ("B2",)
    assert after(today, examined={"B2": days_ago(0)}, **ticked_still).opens_lock == ()


def test_a_lock_from_an_unsure_answer_keeps_up_its_own_level() -> None:
    """A9? was SAME_DAY; a clean answer the next day does not turn it into an emergency."""
    unsure = after(locked("A9", days=1, level=CareLevel.SAME_DAY))

    assert (unsure.fired, unsure.care_level) == (("A9",), CareLevel.SAME_DAY)


def test_a_released_lock_is_over() -> None:
    """Nothing of it shows."""
    released = replace(SWOLLEN, released_at=ago(hours=3))

    found = after(released)
    assert (found.fired, found.locked) == ((), None)
