"""Where exactly does an old finding stop to count, and what keeps a lock shut? (0.3, 0.5, 1.4, 1.5)

Each test stands for a small change of the engine that no other test noticed.
Hazards: H-01, H-13, H-17, H-30.
"""

from typing import Any

import pytest

from spineward.clinical.assessment import assess
from spineward.clinical.case import Case
from spineward.clinical.dating import examined_after, settled
from spineward.clinical.facts import CareLevel, Gate, History, LockRecord
from spineward.clinical.lock import examined_before
from spineward.clinical.missing import required_items
from tests.cases.build import ago, days_ago, typical
from tests.cases.triage import locked, ticked

LONG_AGO: dict[str, Any] = {"since": {"A1": days_ago(400)}, "same_as_usual": {"A1": "yes"}}
TODAY_LOCKS = CareLevel.SAME_DAY


@pytest.mark.parametrize("before", ["no", "not_sure"])
def test_bladder_trouble_not_known_from_before_the_back_trouble_is_never_muted(before: str) -> None:
    """1.4 asks two questions; "exactly the same now" alone mutes nothing."""
    found = assess(typical(item=ticked("A1"), before_episode={"A1": before}, **LONG_AGO))
    assert (found.care_level, found.fired) == (CareLevel.EMERGENCY, ("A1",))


def test_bladder_trouble_from_long_before_and_the_same_is_muted() -> None:
    """The same person, who says yes to both questions."""
    found = assess(typical(item=ticked("A1"), before_episode={"A1": "yes"}, **LONG_AGO))
    assert (found.care_level, found.fired) == (CareLevel.SELF_CARE, ("A1 muted",))


@pytest.mark.parametrize(("usual", "fires"), [("yes", False), ("no", True)])
def test_a_dead_foot_known_for_years_that_is_not_as_usual_is_new(usual: str, fires: bool) -> None:
    """0.3: what differs from usual has changed, whatever the dates say."""
    found = assess(
        typical(
            item=ticked("A7"),
            since={"A7": days_ago(400)},
            examined={"A7": days_ago(300)},
            told_ok={"A7": "yes"},
            same_as_usual={"A7": usual},
        )
    )
    assert ("A7" in found.fired) is fires


@pytest.mark.parametrize(
    ("began", "examined", "seen"), [(3, 3, True), (3, 2, True), (2, 3, False), (14, 3, True)]
)
def test_an_alarm_counts_as_seen_from_the_day_on_which_it_last_changed(
    began: int, examined: int, seen: bool
) -> None:
    """0.5: examined after the lock, and not before the last change."""
    found = assess(
        typical(
            item=ticked("A2"),
            since={"A2": days_ago(20)},
            worsened={"A2": days_ago(began)},
            examined={"A2": days_ago(examined)},
            told_ok={"A2": "yes"},
            history=History(locks=(locked("A2", days=3),)),
        )
    )
    assert ("A2 seen" in found.fired) is seen
    assert found.movement_gate == Gate.BLOCK


@pytest.mark.parametrize(
    ("known_before", "examined", "counts"),
    [(None, 2, True), (None, 3, False), (2, 2, False), (2, 1, True), (3, 2, True)],
)
def test_an_examination_opens_a_lock_only_when_it_came_after_and_is_news(
    known_before: int | None, examined: int, counts: bool
) -> None:
    """0.5: one that was known when the rule fired never counts, even of the same day."""
    known = {} if known_before is None else {"B3": days_ago(known_before)}
    lock = LockRecord(fired_at=ago(days=2), rules=("B3",), level=TODAY_LOCKS, examined=known)
    case = Case(typical(examined={"B3": days_ago(examined)}))
    assert examined_after(case, lock, "B3") is counts


@pytest.mark.parametrize("item", ["B2", "B3", "B6", "B7", "B8", "B10"])
def test_a_finding_that_goes_on_after_its_examination_may_be_opened_by_that_one(item: str) -> None:
    """It fires whether or not someone examined it: a second lock would never open otherwise."""
    first = locked(item, days=3, level=TODAY_LOCKS)
    case = Case(typical(examined={item: days_ago(2)}, history=History(locks=(first,))))
    assert examined_before(case, [item]) == {}


@pytest.mark.parametrize(
    "lock",
    [
        locked("B7", days=3, level=TODAY_LOCKS),
        locked("B3", days=1, level=TODAY_LOCKS),
        LockRecord(ago(days=3), ("B3",), TODAY_LOCKS, released_at=ago(days=1)),
    ],
    ids=["of another rule", "after the examination", "released"],
)
def test_an_examination_that_belongs_to_no_open_lock_of_the_rule_is_known_before(
    lock: LockRecord,
) -> None:
    """Then it opens nothing."""
    case = Case(typical(examined={"B3": days_ago(2)}, history=History(locks=(lock,))))
    assert examined_before(case, ["B3"]) == {"B3": days_ago(2)}


def test_an_alarm_of_the_first_kind_is_not_opened_by_what_was_known_before() -> None:
    """Only what fires in spite of an examination goes on; A1 does not."""
    lock = locked("A1", days=3)
    case = Case(typical(examined={"A1": days_ago(2)}, history=History(locks=(lock,))))
    assert examined_before(case, ["A1"]) == {"A1": days_ago(2)}


def test_an_unsure_rule_is_known_by_its_item() -> None:
    """A4? is examined as A4."""
    case = Case(typical(examined={"A4": days_ago(2)}))
    assert examined_before(case, ["A4?"]) == {"A4": days_ago(2)}


@pytest.mark.parametrize("answer", ["prefer_not_to_say", "not_sure"])
def test_a_lock_of_an_untold_answer_stays_while_it_is_untold(answer: str) -> None:
    """0.5: it takes a clear no change, or that it does not apply."""
    lock = locked("A4?", days=2, level=TODAY_LOCKS)
    found = assess(typical(item={"A4": answer}, history=History(locks=(lock,))))
    assert found.movement_gate == Gate.BLOCK
    assert not found.releases_lock
    assert "A4?" in found.fired


@pytest.mark.parametrize("answer", ["no_change", "does_not_apply"])
def test_a_lock_of_an_untold_answer_opens_with_a_clear_one(answer: str) -> None:
    lock = locked("A4?", days=2, level=TODAY_LOCKS)
    assert assess(typical(item={"A4": answer}, history=History(locks=(lock,)))).releases_lock


def test_an_untold_answer_locks_under_its_own_name() -> None:
    """So that a later clear answer can open it."""
    found = assess(typical(item={"A4": "not_sure"}))
    assert found.opens_lock == ("A4?",)
    assert found.locked is not None
    assert found.locked.rules == ("A4?",)


def test_a_lock_of_an_untold_answer_opens_after_an_examination_too() -> None:
    """0.5, step 1, for someone who still prefers not to say and was examined since."""
    lock = locked("A4?", "B3", days=2, level=TODAY_LOCKS)
    told: dict[str, Any] = {
        "examined": {"A4": days_ago(1), "B3": days_ago(1)},
        "told_ok": {"A4": "yes", "B3": "yes"},
    }
    assert assess(typical(history=History(locks=(lock,)), **told)).releases_lock


@pytest.mark.parametrize("other", ["B3", "C1"])
def test_an_open_lock_does_not_open_while_something_urgent_fires(other: str) -> None:
    """0.5, step 2: a fresh screen that finds EMERGENCY or SAME_DAY opens nothing; SOON does."""
    found = assess(
        typical(
            item=ticked(other),
            examined={"B7": days_ago(1)},
            told_ok={"B7": "yes"},
            history=History(locks=(locked("B7", days=2, level=TODAY_LOCKS),)),
        )
    )
    assert found.releases_lock is (other == "C1")


@pytest.mark.parametrize("cause", ["yes", "not_sure"])
def test_a_review_from_before_its_cause_settles_nothing(cause: str) -> None:
    """1.5: a cause told or doubted since then is a change."""
    person = typical(
        item={"C6": "yes", "C7": cause},
        since={"C6": days_ago(10), "C7": days_ago(2)},
        reviewed={"C6": days_ago(5)},
        told_ok={"C6": "yes"},
    )
    assert settled(Case(person), "C6")
    assert not settled(Case(person), "C6", "C7")


def test_only_a_review_that_took_place_settles() -> None:
    """Told that exercise is fine, yet no review of this: C6 stays open."""
    assert not settled(Case(typical(item=ticked("C6"), told_ok={"C6": "yes"})), "C6")


@pytest.mark.parametrize(("age", "asked"), [(59, False), (60, True), (None, True)])
def test_from_sixty_on_a_full_screen_asks_whether_it_is_the_first_time(
    age: int | None, asked: bool
) -> None:
    """C3; an age that is not known counts as old enough."""
    found = assess(typical(age=age, first_ever=None))
    assert ("first_ever" in found.missing) is asked
    assert "first_ever" not in assess(typical(age=age, first_ever="no")).missing


def test_the_screen_asks_every_alarm() -> None:
    """Section 11: nothing is left out of a full screen."""
    assert {f"A{number}" for number in range(1, 17)} <= set(required_items())
