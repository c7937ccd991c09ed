"""Which leg is weak, how weak, since when, and has a clinician tested it? Items and strength check.

Spec 1.6. A test answer that is worse than the last one on record is a change of today.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from spineward.clinical import weak_since
from spineward.clinical.body import LEGS, leg_state
from spineward.clinical.case import Case, once
from spineward.clinical.catalogue import limit
from spineward.clinical.dating import said_to_differ
from spineward.clinical.facts import Chart, Examined, StrengthAnswer, StrengthTest
from spineward.clinical.facts.answers import Leg
from spineward.clinical.facts.answers import Weakness as Said
from spineward.clinical.weak_since import HOW_BAD, Dates, speaks_of

Degree = Literal["part", "severe", "complete"]
ITEMS = ("A6", "A7", "B1", "C13")
FOOT_TESTS: tuple[StrengthTest, ...] = ("heel_walk", "toe_raise")
"""Not managing these even once is a foot that does not lift or push at all (A7)."""
DATED_BY: dict[Degree, tuple[str, ...]] = {
    "part": ("B1", "C13", "A7", "A6", "C11"),
    "severe": ("B1", "A7", "C13", "A6"),
    "complete": ("A7",),
}
"""The items whose dates can stand for a weakness found by a test: a foot that does not lift at all
was not known before as long as only something milder was (1.6)."""
EXAMINED_BY: dict[Degree, tuple[str, ...]] = {"complete": ("A7", "C13", "A6")}
"""Once a test has shown it, an examination of these was of it too."""


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


def had_pain(case: Case, weak: Weakness, *, unknown: bool) -> bool:
    """Any pain in that leg since it grew weak; `unknown` is what counts when it is not known, the
    stricter way: pain makes B1 of a weakness of this episode, and no pain C11 of an older one."""
    now = case.situation
    if now.detail.get("C11", {}).get("no_pain") == "no" or _hurts(case.chart, weak.legs):
        return True
    uncharted = case.leg_now > max(state.intensity for state in case.legs.values())
    if unknown and (now.chart is None or now.leg_now is None or uncharted):
        return True
    for record in reversed(case.history.check_ins):
        if record.at.date() < weak.began:
            break
        somewhere = record.chart is None and bool(record.leg_now)
        if (unknown and somewhere) or _hurts(record.chart or (), weak.legs):
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
    keys: tuple[str, ...] = () if said_to_differ(case, item) else (item,)
    if keys == ("C13",) and item not in case.situation.since:
        # C13 has no dates of its own: those of the weakness that it was, if that named its legs.
        others = ("A7", "A6", "B1", "C11")
        keys += tuple(key for key in others if all(speaks_of(case, key, leg) for leg in named))
    dates = weak_since.of_items(case, keys) or Dates(case.today, case.today)
    return _weakness(degree, legs, bool(named), item, dates)


def _weakness(
    degree: Degree, legs: tuple[Leg, ...], sure: bool, source: str, dates: Dates
) -> Weakness:
    return Weakness(
        degree, legs, sure, source, dates.began, dates.changed, dates.examined, dates.told
    )


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
    dates = weak_since.of_test(
        case,
        leg,
        test,
        answer,
        dated_by=DATED_BY[degree],
        examined_by=EXAMINED_BY.get(degree, DATED_BY[degree]),
    )
    return _weakness(degree, (leg,), True, test, dates)


def _foot_tested(case: Case, leg: Leg) -> bool:
    """Both foot tests, standing or seated, gave an answer."""
    tests = case.situation.strength.get(leg, {})
    return all(tests.get(test) in HOW_BAD for test in FOOT_TESTS)
