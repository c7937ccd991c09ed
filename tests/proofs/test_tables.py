"""Does every rule set say in every case what its committed table says? Hazards: H-01 H-02 H-05."""

from collections.abc import Iterator

import pytest

from spineward.clinical.case import Case
from spineward.clinical.moves import differences
from spineward.clinical.spaces import SPACES
from spineward.clinical.spaces.space import Space, case_at, situation
from spineward.clinical.tables import asking, tabulate, text_of, written
from tests.proofs.committed import pairs_of, some, table, unstated
from tests.proofs.counted import Count
from tests.proofs.watch import watched

every_space = pytest.mark.parametrize("space", SPACES, ids=lambda space: space.id)
about_situations = pytest.mark.parametrize(
    "space", [space for space in SPACES if space.of_a_case], ids=lambda space: space.id
)


@every_space
def test_every_case_has_the_outcome_that_was_committed(space: Space, count_cases: Count) -> None:
    now = tabulate(space)
    count_cases(space.size, f"cases of {space.id}")
    text = text_of(now)
    moved = "" if text == written(space.id) else "\n".join(differences(space.id, now))
    assert not moved, f"look at them with: spineward rules diff\n{moved}"
    assert text == written(space.id), "write it anew with: spineward rules tables"
    assert table(space.id) == now


@every_space
def test_one_worse_sign_never_softens_the_advice(space: Space, count_cases: Count) -> None:
    softer = unstated(space)
    if pairs := pairs_of(space):
        count_cases(pairs, f"pairs of neighbours in {space.id}, one sign apart")
    assert not softer, f"{space.id}: a worse answer led to milder advice\n" + "\n".join(softer)


@about_situations
def test_a_rule_reads_nothing_that_its_table_leaves_out(space: Space) -> None:
    sets = {path.rstrip("+") for axis in space.axes for value in axis.values for path in value.sets}
    allowed = {"now", "episode_start", *sets, *space.base, *space.held}
    decides = space.decides or asking(space)
    left_out: set[str] = set()
    for one in _some(space):
        case, read = watched(one)
        decides(case)
        left_out |= {path for path in read - allowed if not _inside(path, allowed)}
    assert not left_out, f"{space.id}: vary these, or say why not: {' '.join(sorted(left_out))}"


def test_a_table_cannot_set_an_answer_that_no_situation_has() -> None:
    with pytest.raises(TypeError, match="no itme"):
        situation({"itme": {"A1": "yes"}})


def _inside(path: str, allowed: set[str]) -> bool:
    """Something in this dictionary is varied: the rule looked whether it is there at all."""
    return any(known.startswith(f"{path}.") for known in allowed)


def _some(space: Space) -> Iterator[Case]:
    """Every case of a small table; of a large one some thousands, every value among them."""
    return (case_at(space, place) for place in some(space.size, 1000))
