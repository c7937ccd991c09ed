"""Does anything that is missing leave only easing, and is it named? Hazards: H-05 H-11.

Every case of the three tables of missing answers, and every pair of answers left out, through the
whole assessment.
"""

from itertools import combinations

import pytest

from spineward.clinical.assessment import assess
from spineward.clinical.case import Case
from spineward.clinical.facts import Gate
from spineward.clinical.missing import missing
from spineward.clinical.spaces.missing import COMPLETE, ONE, SPACES, left_out
from spineward.clinical.spaces.space import Space, Value, cases, with_value
from tests.proofs.counted import Count


@pytest.mark.parametrize("space", SPACES, ids=lambda space: space.id)
def test_whatever_is_missing_is_named_and_leaves_only_easing(
    space: Space, count_cases: Count
) -> None:
    incomplete = 0
    for case in cases(space):
        found = assess(case.situation)
        assert found.missing == missing(case)
        if found.missing:
            incomplete += 1
            assert found.movement_gate >= Gate.EASE_ONLY, found.missing
    assert incomplete >= space.size * 3 // 5
    count_cases(space.size)


def test_two_answers_left_out_are_both_named(count_cases: Count) -> None:
    base = with_value({}, Value("base", COMPLETE))
    count = 0
    for one, other in combinations(left_out(), 2):
        if one.sets.keys() & other.sets.keys():
            table = next(iter(one.sets))
            both = {key: said for key, said in one.sets[table].items() if key in other.sets[table]}
            answers = with_value(base, Value("both", {table: both}))
        else:
            answers = with_value(with_value(base, one), other)
        named: tuple[str, ...] = missing(ONE.builds(answers))
        assert {one.label, other.label} <= set(named)
        assert set(named) - {one.label, other.label} <= {"first_ever", "hours_at_8"}
        count += 1
    assert count == 68 * 67 // 2
    count_cases(count)


def test_nothing_missing_leaves_the_gate_to_the_rules() -> None:
    case: Case = next(cases(ONE))
    assert assess(case.situation).movement_gate is Gate.LIMITED, "the first sessions"
