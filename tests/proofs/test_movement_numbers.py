"""Is every number of a movement, a lock or a rest at work? One step either way moves a table.

Hazards: H-02 H-03 H-06 H-19. These numbers are read by exclusions, locks and rests, which are no
rules by id, so test_numbers does not ask for them.
"""

from itertools import product

import pytest

from spineward.clinical.spaces.space import cases
from tests.proofs.committed import BY_ID, table
from tests.proofs.counted import Count
from tests.proofs.witnesses import moved

READ_IN = {
    "set.family_off_hours": "movements.last_down",
    "n2.off_days": "movements.how_far_back",
    "n2.days": "movements.removed_n2",
    "move.m02_down_days": "movements.lying_on_the_front",
    "move.m60_days": "movements.lying_on_the_front",
    "move.waking_minutes": "movements.waking_hour",
    "move.m30a_numb": "movements.foot",
    "move.m30b_tingling": "movements.foot",
    "move.m30b_short": "movements.first_seed_glide",
    "move.m30b_long": "movements.locked_m30b",
    "move.m32_sessions": "movements.not_yet",
    "move.progress_sessions": "movements.first_seed_glide",
    "move.progress_hours": "movements.first_seed_glide",
    "t24.from_hours": "movements.first_seed_glide",
    "t24.to_hours": "movements.first_seed_glide",
    "c15.pregnant_week": "movements.pregnant",
    "c15.surgery_days": "movements.team_allowed",
    "c5.mid_back": "movements.C5",
    "c5.injury_days": "movements.C5_injury",
    "c10.front_thigh": "movements.C10",
    "c12.features": "movements.C12",
    "gate.first_sessions": "rests.first_sessions",
    "episode.quiet_days": "rests.first_sessions",
    "set.rest_hours": "rests.re_ask",
    "new.days": "rests.re_ask",
    "screen.days": "lock.each",
}


@pytest.mark.parametrize(("id", "step"), list(product(READ_IN, (-1, 1))))
def test_one_step_either_way_moves_a_situation(id: str, step: int, count_cases: Count) -> None:
    space = BY_ID[READ_IN[id]]
    known = table(space.id)
    decides = space.decides
    assert decides is not None
    looked_at = 0
    with moved(id, step):
        for code, one in zip(known.codes, cases(space), strict=True):
            looked_at += 1
            if space.said(decides(one)) != known.outcomes[code]:
                break
        else:
            pytest.fail(f"{id} {step:+} moves nothing in {space.id}")
    count_cases(looked_at, f"situations until one moved with {id}")
