"""Does a pattern only count its features, and does the plan hold the figure-four back by it?

Invariant 8: the figure-four is open only when the answers resemble nothing but a deep gluteal pain.
Hazards: H-09.
"""

from itertools import product

import pytest

from spineward.clinical.assessment import assess
from spineward.clinical.facts import Gate
from spineward.clinical.library import naming
from spineward.clinical.rules.patterns import DGS, HIP, STENOSIS, patterns
from spineward.clinical.spaces.patterns import SPACES, TOGETHER, figure_four
from spineward.clinical.spaces.space import Space, Value, cases, with_value
from tests.proofs.counted import Count

GROUPS = {"stenosis": (*STENOSIS, "both_sides"), "hip": HIP, "dgs": DGS}


def test_which_features_make_up_the_count_changes_nothing(count_cases: Count) -> None:
    """Every combination of all features: 2 to the power of 15."""
    every = [(group, name) for group, names in GROUPS.items() for name in names]
    answers = with_value({}, Value("base", TOGETHER.base))
    seen: dict[tuple[int, ...], tuple[str, ...]] = {}
    for said in product(("no", "yes"), repeat=len(every)):
        sets = {f"features.{name}": one for (_, name), one in zip(every, said, strict=True)}
        found = patterns(TOGETHER.builds(with_value(answers, Value("", sets))))
        counts = tuple(
            sum(one == "yes" for (group, _), one in zip(every, said, strict=True) if group == which)
            for which in GROUPS
        )
        assert seen.setdefault(counts, found) == found, f"{counts}: {seen[counts]}, {found}"
    assert len(seen) == 5 * 8 * 5
    count_cases(2 ** len(every))


@pytest.mark.parametrize("space", SPACES, ids=lambda space: space.id)
def test_the_plan_holds_the_figure_four_back_in_the_same_cases(space: Space) -> None:
    step = max(1, space.size // 150) | 1
    both = set()
    for place, case in enumerate(cases(space)):
        if place % step:
            continue
        found = assess(case.situation)
        held = {one.movement for one in found.excluded if one.by == "not_only_DGS"}
        is_open = figure_four(case)[-1] == "open"
        assert held == (set() if is_open else set(naming("not_only_DGS")))
        assert found.patterns == patterns(case)
        both.add(is_open)
    assert both == {True, False}
    assert Gate.FULL not in {found.movement_gate}, "much is missing in these cases: easing at most"
