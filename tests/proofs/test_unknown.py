"""Is an answer that is not sure, or missing, ever better than "no"? Invariant 2.

Enumerated, not sampled: every question that can be answered "no", of several people and of
everyone who has ticked one item, with each other answer put in its place. Care level, days,
movement gate and the word on pain killers are compared through the whole assessment.
Hazards: H-01 H-05 H-15.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

import pytest

from spineward.clinical.assessment import assess
from spineward.clinical.catalogue import limit
from spineward.clinical.facts import History, Mark, Situation, SpineProcedure
from spineward.clinical.intake import BACKGROUND, CLEARANCES, FEATURES, ITEMS, MEDICINES
from spineward.clinical.questions import items
from tests.cases.build import chart, days_ago, established, typical
from tests.cases.triage import locked, ticked
from tests.proofs.counted import Count

LATEST = 1 + limit("within.routine")
MISSING = object()
"""The answer is left out."""


class Question(NamedTuple):
    """Where an answer stands, what is "no" to it or as harmless, and how it can be unknown."""

    table: str
    key: str
    no: object
    unknown: tuple[object, ...]

    @property
    def name(self) -> str:
        """How a failure names it."""
        return f"{self.table}.{self.key}"


UNSURE = ("not_sure", MISSING)


def _questions() -> Iterator[Question]:
    for item in sorted(ITEMS):
        sexual = item == "A4"
        more = ("prefer_not_to_say",) if sexual else ()
        yield Question("item", item, "no_change" if sexual else "no", (*UNSURE, *more))
    tables = {
        "background": BACKGROUND,
        "clearance": CLEARANCES,
        "medicines": MEDICINES,
        "features": FEATURES,
    }
    for table, keys in tables.items():
        yield from (Question(table, key, "no", UNSURE) for key in sorted(keys))
    yield Question("pregnant", "", "no", UNSURE)
    yield Question("worse_bending", "", "no", UNSURE)
    yield Question("first_ever", "", "no", (MISSING,))
    yield Question("eased_by_position", "", "yes", UNSURE)
    calm: dict[str, object] = {
        "age": 40,
        "leg_onset": "none",
        "spine_procedure": (),
        "floor_ok": "yes",
        "chart": (),
        "leg_now": 0,
        "back_now": 0,
        "can_sit_10": "yes",
        "can_stand_10": "yes",
        "can_walk_10": "yes",
        "after_activity": "none",
        "nights_broken": 0,
    }
    yield from (Question(name, "", harmless, (MISSING,)) for name, harmless in calm.items())


QUESTIONS = tuple(_questions())
FOLLOW_UPS = tuple(
    (item, name)
    for item, page in items().items()
    for name in (*page.features, *page.always)
    if name not in ("left", "right")
)
"""A side is no sign: "not the left leg" narrows nothing down."""


def answered(person: Situation, question: Question, answer: object) -> Situation:
    """The same person, with this answer to this question, or without one."""
    left_out = answer is MISSING
    put: Any = None if left_out else answer
    if question.key:
        known: Mapping[str, Any] = getattr(person, question.table)
        put = {key: said for key, said in known.items() if key != question.key}
        put |= {} if left_out else {question.key: answer}
    change: dict[str, Any] = {question.table: put}
    return replace(person, **change)


def strictness(person: Situation) -> tuple[int, int, int, int]:
    """Care level, how few days, gate, and the word on pain killers: higher is stricter."""
    found = assess(person)
    days = LATEST if found.within_days is None else found.within_days
    return found.care_level, LATEST - days, found.movement_gate, found.nsaid == "NO"


def softer(before: tuple[int, ...], after: tuple[int, ...]) -> bool:
    """Milder in level, gate or medicine; or the same level with more days to wait."""
    level, days, gate, nsaid = zip(before, after, strict=True)
    later = level[0] == level[1] and days[1] < days[0]
    return level[1] < level[0] or gate[1] < gate[0] or nsaid[1] < nsaid[0] or later


PEOPLE: dict[str, Situation] = {
    "someone at first use": typical(),
    "someone after ten days": established(),
    "without leg symptoms": typical("", leg_onset="none"),
    "after cancer": typical("back:8 r5:3", background={"cancer": "yes"}),
    "with diabetes and a sore thigh": typical("front:8", background={"diabetes": "yes"}),
    "70, with thin bones": typical(age=70, first_ever="yes", background={"osteoporosis": "yes"}),
    "with two numb legs": typical("r6:4 nb8:2 left/nb8:2"),
    "with a numb seat": typical("r6:4 saddle/nb:1"),
    "pregnant": typical(pregnant="yes", pregnant_week=30),
    "operated on six weeks ago": typical(
        spine_procedure=(SpineProcedure("surgery", days_ago(42)),), team_allowed=("M50",)
    ),
    "with a weak foot": typical(strength={"right": {"heel_walk": "weaker"}}),
    "with pain that nothing eases": typical("back:9", eased_by_position="no", hours_at_8=30),
    "whose two legs are old": typical(
        "r5:3 left/r5:2",
        item=ticked("A5", "C7"),
        episode_start=days_ago(200),
        since={"A5": days_ago(150)},
    ),
    "locked for the bladder": replace(typical(), history=History(locks=(locked("A1", days=2),))),
    "with a numb mark of always": typical(
        chart=(Mark("sole", "left", numbness=2, usual=True), *chart("r5:3"))
    ),
}


def compared(
    people: Mapping[str, Situation], questions: tuple[Question, ...], *given: object
) -> tuple[int, list[str]]:
    """How many answers were compared with "no", and which of them led to milder advice.

    `given` are the answers to put in its place; without any, the unknown ones of each question.
    """
    count, found = 0, []
    for who, person in people.items():
        for question in questions:
            before = strictness(answered(person, question, question.no))
            for answer in given or question.unknown:
                count += 1
                after = strictness(answered(person, question, answer))
                if softer(before, after):
                    said = "missing" if answer is MISSING else answer
                    found.append(f"{who}, {question.name} {said}: {before} became {after}")
    return count, found


def test_every_question_of_the_screen_is_among_them() -> None:
    asked = {question.name for question in QUESTIONS}
    assert {f"item.{item}" for item in ITEMS} <= asked
    assert {f"medicines.{key}" for key in MEDICINES} <= asked
    assert len(QUESTIONS) == len(asked) == 115


def test_unknown_is_never_better_than_no(count_cases: Count) -> None:
    count, found = compared(PEOPLE, QUESTIONS)
    assert not found, "\n".join(found)
    assert count == len(PEOPLE) * sum(len(question.unknown) for question in QUESTIONS)
    count_cases(count)


TICKED = {f"with {item}": typical(item=ticked(item)) for item in sorted(ITEMS - {"A4"})} | {
    "with A4": typical(item={"A4": "changed"})
}
SCREEN = tuple(one for one in QUESTIONS if one.table in ("item", "background", "clearance"))


def test_unknown_is_never_better_than_no_beside_any_red_flag(count_cases: Count) -> None:
    count, found = compared(TICKED, SCREEN)
    assert not found, "\n".join(found)
    assert count > 5000
    count_cases(count)


YES_OR_NO = tuple(
    one for one in QUESTIONS if one.no == "no" and one.name != "item.A4" and one.table != "features"
)
"""Features of a pattern say what it resembles; they are no signs (spaces/patterns.py)."""


def test_yes_is_never_better_than_no_but_for_two_legs_on_walking_only(count_cases: Count) -> None:
    """A5 names the one exception: old, unchanged, and eased by sitting, two legs are C7."""
    count, found = compared(PEOPLE, YES_OR_NO, "yes")
    assert [line.partition(":")[0] for line in found] == ["whose two legs are old, item.C7 yes"]
    assert count == len(PEOPLE) * len(YES_OR_NO)
    count_cases(count)


def test_yes_is_never_better_than_no_beside_any_red_flag(count_cases: Count) -> None:
    plain = tuple(one for one in SCREEN if one in YES_OR_NO)
    count, found = compared(TICKED, plain, "yes")
    assert not found, "\n".join(found)
    assert count == len(TICKED) * len(plain)
    count_cases(count)


@pytest.mark.parametrize("who", PEOPLE)
def test_a_follow_up_that_is_unknown_is_never_better_than_no(who: str) -> None:
    found = []
    for item, name in FOLLOW_UPS:
        person = replace(
            PEOPLE[who],
            item={**PEOPLE[who].item, item: "changed" if item == "A4" else "yes"},
            detail={item: dict.fromkeys((n for i, n in FOLLOW_UPS if i == item), "no")},
        )
        for answer in ("not_sure", "yes", MISSING):
            asked: dict[str, Any] = {
                key: said for key, said in person.detail[item].items() if key != name
            }
            asked |= {} if answer is MISSING else {name: answer}
            worse = replace(person, detail={item: asked})
            if softer(strictness(person), strictness(worse)):
                found.append(f"{item} {name} {answer}")
    assert not found
