"""Is a lock released only along 0.5, and does its level show until then? Enumerated.

Hazards: H-01 missed cauda equina, H-05 stale advice, H-06 lost stop, H-11 clock errors, H-16.

`released_by_the_text` is written from the specification alone, by the labels of the table, and
compared with what the lock does in every case.
"""

import pytest

from spineward.clinical.assessment import assess_case
from spineward.clinical.facts import Gate
from spineward.clinical.spaces.lock import EACH, RULES, TWO, Outcome, decides
from spineward.clinical.spaces.space import Space, cases
from tests.proofs.committed import BY_ID, table
from tests.proofs.counted import Count
from tests.proofs.test_movements import rows

AFTER = ("after it", "on its day, after it")
TODAY = "2 hours ago"
EMERGENCY_UNSURE = ("A1", "A2", "A3", "A5", "A6")
"""0.4, first line."""
WHILE_UNEXAMINED = ("B1", "B4", "B5", "B9", "C10")
WITHIN_14_DAYS_TOO = ("B3", "B7")
"""These fire within 14 days, examined or not."""
AS_LONG_AS_IT_IS_TRUE = ("B2", "B6", "B8", "B10")
NOT_BY_THEIR_AGE = ("A9", "A15", "A16")
"""A yes says that it is so now: fever this week, a medicine this week, thoughts these two weeks."""


# --- 0.5, read from its text -----------------------------------------------------------------


def step_1(case: dict[str, str]) -> bool:
    """A clinician examined the person after the rule fired, and said exercise is fine. For A16:
    contact. A lock from A4? alone: a later clear answer."""
    if case["rule"] == "A4?" and case["answer"] == "no":
        return True
    after = case["examined"] in AFTER
    return after and (case["told"] == "fine" or case["rule"] == "A16")


def step_2(case: dict[str, str]) -> bool:
    """A complete fresh screen since then, that fires no EMERGENCY and no SAME_DAY rule."""
    return screened(case) and not fires(case)


def screened(case: dict[str, str]) -> bool:
    """After the lock, not on a day before the examination, and at most seven days old."""
    at, today = case["screened"], case["fired"] == TODAY
    if at == "after both":
        return True
    if at == "seven days ago":
        return not today
    return today and at == "between lock and examination"


def fires(case: dict[str, str]) -> bool:
    """Is the answer of now EMERGENCY or SAME_DAY, or one that still blocks as seen?"""
    rule, answer = case["rule"].rstrip("?"), case["answer"]
    if answer == "no":
        return False
    if answer == "not sure":
        return (rule[0] == "A" and rule != "A8") or rule == "B1"
    changed = case["fired"] if answer == "yes" else "today"
    old = changed == "15 days ago"
    seen_to = case["examined"] in AFTER and (answer == "yes" or case["fired"] == TODAY)
    if rule in WHILE_UNEXAMINED:
        return not seen_to
    if rule in WITHIN_14_DAYS_TOO:
        return not (seen_to and old)
    if rule in AS_LONG_AS_IT_IS_TRUE + NOT_BY_THEIR_AGE:
        return True
    # Seen or not, an A item blocks for 14 days after its change; examined, it is then quiet.
    return not (seen_to and old)


def level_of(rule: str) -> str:
    """The level at which a rule locks."""
    return "EMERGENCY" if rule[0] == "A" and rule != "A4?" else "SAME_DAY"


def test_a_lock_is_released_in_every_case_of_0_5_and_in_no_other(count_cases: Count) -> None:
    known = table(EACH.id)
    for case, text in rows(known):
        wanted = step_1(case) and step_2(case)
        assert text.startswith("released") == wanted, (case, text)
    count_cases(known.size, "locks, released or not as 0.5 says")


def test_the_level_goes_on_showing_until_step_1_and_the_gate_stays_shut_until_both() -> None:
    for case, text in rows(table(EACH.id)):
        words = text.split()
        if not step_1(case):
            assert words[0] in (level_of(case["rule"]), "EMERGENCY"), (case, text)
            contact = "crisis_contact" if case["rule"] == "A16" else "examined"
            assert contact in words, (case, text)
        if words[0] != "released":
            assert words[1] == "BLOCK", (case, text)
            assert "fresh_screen" in words, (case, text)


def test_contact_is_enough_for_thoughts_of_dying_whatever_was_said_of_exercise() -> None:
    released = {
        case["told"]
        for case, text in rows(table(EACH.id))
        if case["rule"] == "A16" and text.startswith("released")
    }
    assert released == {"fine", "not talked about", "not fine", "not asked"}


def test_a_clear_answer_releases_only_what_was_locked_by_an_untold_one() -> None:
    """A4? alone: without an examination only by a clear answer and a clean fresh screen."""
    for case, text in rows(table(EACH.id)):
        if case["examined"] not in AFTER and text.startswith("released"):
            assert (case["rule"], case["answer"]) == ("A4?", "no"), case


def test_an_examination_from_before_the_lock_never_counts() -> None:
    for case, text in rows(table(EACH.id)):
        if case["examined"] in ("on its day, before it", "the day before", "never"):
            assert not text.startswith("released") or case["rule"] == "A4?", case


# --- two rules -------------------------------------------------------------------------------


def test_two_rules_are_released_only_when_each_was_examined_and_the_screen_came_last(
    count_cases: Count,
) -> None:
    """The answer is that of the first rule, for six days; the second is answered with no."""
    known = table(TWO.id)
    for case, text in rows(known):
        wanted = two_by_the_text(case)
        assert text.startswith("released") == wanted, (case, text)
    count_cases(known.size, "pairs of locks, released or not as 0.5 says")


def two_by_the_text(case: dict[str, str]) -> bool:
    first, second = case["pair"].split(" and ")
    waiting = {second} if case["locks"] == "the first released" else {first, second}
    done = True
    for rule, which in ((first, "first"), (second, "second")):
        late = case["locks"] != "as one" and which == "second"
        after = ("after both",) if late else ("after both", "between")
        fine = case[which] in after
        contact = rule == "A16" and case[which] == "after both, not fine"
        alone = rule == "A4?" and case["locks"] == "one after the other" and case["answer"] == "no"
        done = done and (rule not in waiting or fine or contact or alone)
    tested = case["first"] not in ("before both", "never")
    seen_to = first == "B1" and case["answer"] == "yes" and tested
    return done and (case["answer"] == "no" or seen_to) and last_screen(case, waiting)


def last_screen(case: dict[str, str], waiting: set[str]) -> bool:
    """Not on a day before the last examination of what is locked."""
    first, second = case["pair"].split(" and ")
    visits = [case["first"]] * (first in waiting) + [case["second"]] * (second in waiting)
    latest = "after both" if any(v.startswith("after both") for v in visits) else ""
    if case["screened"] == "after all":
        return True
    if case["screened"] == "before the last examination":
        return latest == ""
    return latest == "" and case["locks"] == "as one"


# --- the tables stand for the whole ----------------------------------------------------------


@pytest.mark.parametrize(("space", "every"), [(EACH, 41), (TWO, 7)], ids=["each", "two"])
def test_the_assessment_says_of_a_lock_what_its_table_says(
    space: Space, every: int, count_cases: Count
) -> None:
    """No other rule has a say in these situations; a locked gate is always shut."""
    looked_at = 0
    for place, locked in enumerate(cases(space)):
        if place % every:
            continue
        found = assess_case(locked.case)
        steps = found.locked.steps if found.locked else ()
        whole = Outcome(found.releases_lock, found.care_level, steps, found.opens_lock)
        assert whole == decides(locked), locked.rules
        assert (found.locked is None) == found.releases_lock
        assert found.movement_gate == (Gate.LIMITED if found.releases_lock else Gate.BLOCK) or (
            found.releases_lock and found.movement_gate == Gate.EASE_ONLY
        )
        looked_at += 1
    count_cases(looked_at, f"locks of {space.id}, assessed as a whole")


def test_every_rule_that_can_be_urgent_is_among_those_that_lock() -> None:
    """Read from all committed tables: whatever is EMERGENCY or SAME_DAY somewhere."""
    urgent = {
        part.split()[0].rstrip("?")
        for id, space in BY_ID.items()
        if space.of_a_case and space.rules
        for text in table(id).outcomes
        for part in text.split(" + ")
        if {"EMERGENCY", "SAME_DAY"} & set(part.split())
    }
    assert urgent == {rule.rstrip("?") for rule in RULES}
