"""Does each rule stand on its page under the most urgent thing its tables hold? Hazards: H-08."""

import re

from spineward.clinical.facts import CareLevel
from spineward.clinical.leads_to import BY_LEVEL, leads_to
from spineward.clinical.rulebook import rulebook
from spineward.clinical.spaces import SPACES
from tests.proofs.committed import table

FOUND = re.compile(rf"(\w+?)(?:\?|_seen|_muted|_not_fine)? ({'|'.join(CareLevel.__members__)}) ")


def most_urgent() -> dict[str, CareLevel]:
    """The most urgent level of each rule in all complete tables of findings."""
    most: dict[str, CareLevel] = {}
    for space in SPACES:
        for outcome in table(space.id).outcomes:
            for id, level in FOUND.findall(outcome):
                if id in rulebook():
                    most[id] = max(most.get(id, CareLevel.SELF_CARE), CareLevel[level])
    return most


def test_every_rule_stands_under_the_most_urgent_level_of_its_tables() -> None:
    # What a clearance waits for is movement, so the routine visit beside it does not place it.
    most = {id: level for id, level in most_urgent().items() if not id.startswith("CL")}
    assert len(most) > 40
    wrong = {
        id: (leads_to(id), level.name)
        for id, level in most.items()
        if BY_LEVEL.get(level, leads_to(id)) != leads_to(id)
        or (level == CareLevel.SELF_CARE and leads_to(id) in BY_LEVEL.values())
    }
    assert wrong == {}
