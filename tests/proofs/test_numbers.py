"""Is every number at work? One step higher or lower, each moves a situation of a table.

So a number that someone changes makes a committed table stale, and CI shows which situations moved.
The situations were found by witnesses.py; here each is asked anew, with the number as it is and
moved. The numbers by which a set is measured are proved in test_response_scales.py; those that no
rule reads (doses, pauses, what is shown first) where they are used. Hazards: H-01 H-05.
"""

import pytest

from spineward.clinical.rulebook import limits_of, rulebook
from spineward.clinical.spaces import SPACES
from tests.proofs.committed import BY_ID, table
from tests.proofs.witnesses import moved, outcome, place_of, written

WITNESSES = written()
SILENT: dict[tuple[str, int], str] = {
    ("a12.days", -1): "A12 also reads new.days, which is as long: the longer of the two decides",
    ("episode.relapse", -1): "pain of 1 is still quiet (episode.quiet_top)",
    ("flare.end_leg", 1): "leg pain of 7 is severe by itself (flare.leg_severe)",
    ("t1.percent", -1): "no drop by halves is a share between 29 and 30 of 100",
    ("t1.percent", 1): "where a drop is 30 of 100 the least drop in points is more",
}
"""Steps that move nothing, each with the reason."""
FIND = "find one with: python -m tests.proofs.witnesses"


def test_every_number_of_a_rule_has_a_situation_that_moves_with_it() -> None:
    of_people = {rule for space in SPACES if space.of_a_case for rule in space.rules}
    read = {id for rule in of_people for id in limits_of(rulebook()[rule])}
    wanted = {(id, step) for id in read for step in (-1, 1)} - SILENT.keys()
    assert not wanted - WITNESSES.keys(), FIND
    assert not SILENT.keys() & WITNESSES.keys()


@pytest.mark.parametrize(("id", "step"), sorted(WITNESSES), ids=lambda given: f"{given}")
def test_one_step_moves_this_situation(id: str, step: int) -> None:
    space_id, labels = WITNESSES[id, step]
    space, known = BY_ID[space_id], table(space_id)
    before = outcome(space, labels)
    assert before == known.outcomes[known.codes[place_of(space, labels)]]
    with moved(id, step):
        assert outcome(space, labels) != before, f"{id} {step:+} moves nothing here; {FIND} {id}"
