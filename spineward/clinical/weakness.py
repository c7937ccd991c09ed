"""Which leg is weak, how weak, since when, and has a clinician tested it? Items and strength check.

Spec 1.6. A test answer that is worse than the last one on record is a change of today.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from spineward.clinical.body import LEGS, leg_state
from spineward.clinical.case import Case, once
from spineward.clinical.catalogue import limit
from spineward.clinical.dating import said_to_differ
from spineward.clinical.facts import Chart, Examined, StrengthAnswer, StrengthTest
from spineward.clinical.facts.answers import Leg
from spineward.clinical.facts.answers import Weakness as Said

Degree = Literal["part", "severe", "complete"]
ITEMS = ("A6", "A7", "B1", "C13")
FOOT_TESTS: tuple[StrengthTest, ...] = ("heel_walk", "toe_raise")
"""Not managing these even once is a foot that does not lift or push at all (A7)."""
DATED_BY: dict[Degree, tuple[str, ...]] = {
    "part": ("B1", "C13", "A7", "A6", "C11"),
    "severe": ("B1", "A7", "C13", "A6"),
    "complete": ("A7", "C13", "A6"),
}
"""The items whose dates can stand for a weakness found by a test."""
HOW_BAD: dict[StrengthAnswer, int] = {"same": 0, "weaker": 1, "cannot": 2, "never_could": 2}


@dataclass(frozen=True, slots=True)
class Weakness:
    """One weakness. `legs`: those it may be in; `sure`: each of them is known to be weak.

    `source` is the item that said so or the test that showed it. `examined` says whether a
    clinician tested it on or after `changed`, `told` what was said of exercise.
    """

    degree: Degree
    legs: tuple[Leg, ...]
    sure: bool
    source: str
    began: date
    changed: date
    examined: bool
    told: Examined | None

    @property
    def tested(self) -> bool:
        """Shown by the strength check, not told."""
        return self.source not in ITEMS


@once
def weaknesses(case: Case) -> tuple[Weakness, ...]:
    """Every weakness that the answers name, known or new."""
    by_item = [_of_item(case, item) for item in ITEMS if case.yes(item)]
    return (*by_item, *_of_tests(case))


def is_new(case: Case, weak: Weakness) -> bool:
    """Changed within 14 days, examined or not; or in this episode and unexamined (0.3)."""
    recent = case.days_ago(weak.changed) <= limit("new.days")
    return recent or (weak.changed >= case.episode_start and not weak.examined)


def new_weaknesses(case: Case) -> tuple[Weakness, ...]:
    """The weaknesses that are new."""
    return tuple(weak for weak in weaknesses(case) if is_new(case, weak))


def weak_legs(case: Case) -> frozenset[Leg]:
    """The legs that are known to be newly weak."""
    return frozenset(leg for weak in new_weaknesses(case) if weak.sure for leg in weak.legs)


def unclear(case: Case) -> bool:
    """A7 or B1 is not sure, or a test could not be tried, and the foot tests do not settle it."""
    asked = case.unsure("A7") or case.unsure("B1")
    return any(
        (asked or "not_tried" in case.situation.strength.get(leg, {}).values())
        and not _foot_tested(case, leg)
        for leg in LEGS
    )


def said_by_tests(case: Case, tests: Mapping[Leg, Mapping[StrengthTest, StrengthAnswer]]) -> Said:
    """What a strength check during a set says of new weakness (0.4): unclear until both foot tests
    are done in both legs; what an earlier check showed already is not new."""
    for leg, answers in tests.items():
        other = tests.get("left" if leg == "right" else "right", {})
        known = case.situation.strength.get(leg, {})
        for test, answer in answers.items():
            one_sided = answer == "never_could" and other.get(test) != "never_could"
            weak = answer in ("weaker", "cannot") or one_sided
            if weak and HOW_BAD[answer] > HOW_BAD.get(known.get(test, "same"), 0):
                return "new_or_more"
    tested = all(tests.get(leg, {}).get(test) in HOW_BAD for leg in LEGS for test in FOOT_TESTS)
    return "none" if tested else "not_sure"


def had_pain(case: Case, weak: Weakness) -> bool:
    """Any pain in that leg since it grew weak; what is not known counts as pain (B1, not C11)."""
    now = case.situation
    if now.chart is None or now.leg_now is None or now.detail.get("C11", {}).get("no_pain") == "no":
        return True
    uncharted = case.leg_now > max(state.intensity for state in case.legs.values())
    if uncharted or _hurts(case.chart, weak.legs):
        return True
    for record in reversed(case.history.check_ins):
        if record.at.date() < weak.began:
            break
        if record.leg_now if record.chart is None else _hurts(record.chart, weak.legs):
            return True
    return False


def _hurts(chart: Chart, legs: tuple[Leg, ...]) -> bool:
    return any(leg_state(chart, leg).intensity for leg in legs)


def _of_item(case: Case, item: str) -> Weakness:
    """A weakness that a ticked item names; without a leg it may be in either."""
    detail = case.situation.detail.get(item, {})
    named = tuple(leg for leg in LEGS if detail.get(leg) == "yes")
    legs = named or tuple(leg for leg in LEGS if detail.get(leg) != "no") or LEGS
    degree: Degree = "complete" if item == "A7" else "part"
    if said_to_differ(case, item):
        return Weakness(degree, legs, bool(named), item, *_dated(case, ()))
    keys: tuple[str, ...] = (item,)
    if item == "C13" and item not in case.situation.since:
        keys = ("C13", "A7", "A6", "B1", "C11")
    return Weakness(degree, legs, bool(named), item, *_dated(case, keys))


def _of_tests(case: Case) -> list[Weakness]:
    """What the strength check shows. `never_could` on one side only is a difference like any."""
    found = []
    for leg, tests in case.situation.strength.items():
        other = case.situation.strength.get("left" if leg == "right" else "right", {})
        for test, answer in tests.items():
            one_sided = answer == "never_could" and other.get(test) != "never_could"
            if answer in ("weaker", "cannot") or one_sided:
                found.append(_of_test(case, leg, test, answer))
    return found


def _of_test(case: Case, leg: Leg, test: StrengthTest, answer: StrengthAnswer) -> Weakness:
    degree: Degree = "part"
    if answer == "cannot":
        degree = "complete" if test in FOOT_TESTS else "severe"
    keys = () if _worse_than_recorded(case, leg, test, answer) else DATED_BY[degree]
    return Weakness(degree, (leg,), True, test, *_dated(case, keys))


def _dated(case: Case, keys: tuple[str, ...]) -> tuple[date, date, bool, Examined | None]:
    """Began, changed, examined, told: of the first of these items that a clinician has tested,
    else of the one that changed last, else today (0.2)."""
    now = case.situation
    known = [key for key in keys if key in now.since]
    for key in known:
        if case.examined_since_change(key):
            return case.since(key), case.changed(key), True, now.told_ok.get(key)
    examined = now.examined.get("C13")
    if not known and "C13" in keys and case.yes("C13") and examined is not None:
        # C13 affirmed means "known and not worse": without a date it is unchanged since then.
        return examined, examined, True, now.told_ok.get("C13")
    if not known:
        return case.today, case.today, False, None
    last = max(known, key=case.changed)
    return case.since(last), case.changed(last), False, now.told_ok.get(last)


def _worse_than_recorded(case: Case, leg: Leg, test: StrengthTest, answer: StrengthAnswer) -> bool:
    """Worse than the last time this test was done: not the weakness that was examined before."""
    for record in reversed(case.history.check_ins):
        before = record.strength.get(leg, {}).get(test)
        if before is not None and before in HOW_BAD:
            return HOW_BAD[answer] > HOW_BAD[before]
    return False


def _foot_tested(case: Case, leg: Leg) -> bool:
    """Both foot tests, standing or seated, gave an answer."""
    tests = case.situation.strength.get(leg, {})
    return all(tests.get(test) in HOW_BAD for test in FOOT_TESTS)
