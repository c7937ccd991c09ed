"""Does the strictest always win, whatever stands beside it and in whatever order?

The tables prove each rule set by itself. That the whole follows from the parts is proved here: the
join of findings is associative, commutative, idempotent and never loosens, over every finding that
the tables contain; and the whole assessment is that join, for each outcome of each table, however
the answers are ordered. Invariants 1, 3 and 13. Hazards: H-01 H-05.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from functools import cache
from itertools import product
from typing import Any

import pytest

from spineward.clinical import verdict
from spineward.clinical.assessment import assess
from spineward.clinical.case import Case
from spineward.clinical.facts import CareLevel, Finding, Gate, History, Situation
from spineward.clinical.spaces import SPACES
from spineward.clinical.spaces.space import Space, Value, with_value
from spineward.clinical.tables import asking
from tests.proofs.committed import table
from tests.proofs.counted import Count

SITUATIONS = tuple(space for space in SPACES if space.of_a_case and space.decides is None)
every_space = pytest.mark.parametrize("space", SITUATIONS, ids=lambda space: space.id)


def case_at(space: Space, place: int) -> Any:
    """The case at a place of the table: the last axis changes fastest."""
    chosen = []
    for axis in reversed(space.axes):
        place, step = divmod(place, len(axis.values))
        chosen.append(axis.values[step])
    answers = with_value({}, Value("base", space.base))
    for value in reversed(chosen):
        answers = with_value(answers, value)
    return space.builds(answers)


def one_of_each(space: Space) -> Iterator[Any]:
    """The first case of each outcome."""
    codes = table(space.id).codes
    yield from (case_at(space, codes.index(code)) for code in sorted(set(codes)))


@cache
def findings() -> frozenset[Finding]:
    """Every finding of every table, without the pages that it asks for."""
    return frozenset(
        replace(found, asks=())
        for space in SITUATIONS
        for case in one_of_each(space)
        for found in fired(space, case)
    )


def fired(space: Space, case: Case) -> tuple[Finding, ...]:
    """What the rules of the table find in this case."""
    found: Any = asking(space)(case)
    return tuple(found)


def strictness(*found: Finding) -> Finding:
    """What these findings say together, as one."""
    return Finding(
        "joined",
        verdict.care_level(found),
        verdict.gate(found),
        verdict.within_days(found),
    )


@cache
def kinds() -> tuple[Finding, ...]:
    """The findings that differ in what they weigh: level, gate and days."""
    return tuple(sorted({strictness(found) for found in findings()}, key=str))


def looser(before: Finding, after: Finding) -> bool:
    """A milder level or gate; or the same level with more days to wait."""
    later = (after.within_days or 0) > (before.within_days or 0) and after.level == before.level
    return after.level < before.level or after.gate < before.gate or later


def test_the_tables_hold_findings_of_every_level_and_gate() -> None:
    assert len(findings()) > 100
    assert {found.level for found in findings()} == set(CareLevel)
    assert {found.gate for found in findings()} == set(Gate)


def test_the_join_weighs_nothing_but_level_gate_and_days(count_cases: Count) -> None:
    """So what holds for one finding of each kind holds for all of that kind."""
    for one, other in product(findings(), repeat=2):
        assert strictness(one, other) == strictness(strictness(one), strictness(other))
    count_cases(len(findings()) ** 2)


def test_the_join_is_commutative_idempotent_and_never_loosens() -> None:
    for one, other in product(kinds(), repeat=2):
        both = strictness(one, other)
        assert both == strictness(other, one)
        assert not looser(one, both)
        assert not looser(other, both)
        assert strictness(both, one) == both
    assert all(strictness(one, one) == one for one in kinds())


def test_the_join_is_associative(count_cases: Count) -> None:
    for one, other, third in product(kinds(), repeat=3):
        together = strictness(one, other, third)
        assert strictness(strictness(one, other), third) == together
        assert strictness(one, strictness(other, third)) == together
    count_cases(len(kinds()) ** 3)


def test_the_join_adds_nothing_of_its_own() -> None:
    """Its level and its gate are those of one of its findings, and so are its days."""
    for one, other in product(kinds(), repeat=2):
        both = strictness(one, other)
        assert both.level in (one.level, other.level)
        assert both.gate in (one.gate, other.gate)
        assert both.within_days in (one.within_days, other.within_days)


def test_to_be_seen_today_always_blocks() -> None:
    urgent = [found for found in findings() if found.level >= CareLevel.SAME_DAY]
    assert urgent
    for found, gate in product(urgent, Gate):
        assert verdict.gate([replace(found, gate=gate)]) is Gate.BLOCK


def test_every_alarm_blocks_and_an_unsure_one_leaves_easing_at_most() -> None:
    """Invariant 3, for every A and B finding of every table, whatever the flare or the trend."""
    alarms = [found for found in findings() if found.rule[0] in "AB"]
    marks = {found.mark for found in alarms}
    assert marks == {"", "?", "seen", "not_fine", "muted"}
    for found in alarms:
        unsure_b = found.mark == "?" and found.rule[0] == "B" and found.rule != "B1"
        eased = unsure_b or found.mark == "not_fine"
        least = {"muted": Gate.FULL}.get(found.mark, Gate.EASE_ONLY if eased else Gate.BLOCK)
        assert verdict.gate([found]) >= least, found


@every_space
def test_the_assessment_is_the_join_of_all_that_fires(space: Space) -> None:
    for case in one_of_each(space):
        own = strictness(*fired(space, case))
        found = assess(case.situation)
        whole = Finding("joined", found.care_level, found.movement_gate, found.within_days)
        assert not looser(own, whole), f"{space.id}: {own} became {whole}"
        joined = strictness(*found.findings)
        assert (found.care_level, found.within_days) == (joined.level, joined.within_days)
        assert found.movement_gate >= joined.gate


def turned(value: Any) -> Any:
    """The same answers in the reverse order; what came before keeps its order in time."""
    if isinstance(value, Mapping):
        return {key: turned(value[key]) for key in reversed(list(value))}
    return value[::-1] if isinstance(value, tuple) else value


def reversed_answers(person: Situation) -> Situation:
    """The same person, whose answers were given the other way round."""
    told: dict[str, Any] = {}
    for one in fields(person):
        said = getattr(person, one.name)
        told[one.name] = said if isinstance(said, History) else turned(said)
    return Situation(**told)


@every_space
def test_the_order_of_the_answers_never_matters(space: Space) -> None:
    for case in one_of_each(space):
        assert assess(reversed_answers(case.situation)) == assess(case.situation)
