"""Is "can I do this stretch?" answered as table 4.1 of the clinical spec says?"""

import pytest

from spineward.clinical.care import stretches, strictest
from spineward.clinical.catalogue import words

ANSWERS = {
    "hamstring": ("avoid", "seated", "avoid"),
    "slump": ("avoid", "avoid", "avoid"),
    "sit_up": ("avoid", "gentle", "neutral"),
    "backbend": ("only_if_up", "avoid", "neutral"),
    "twist": ("avoid", "avoid", "avoid"),
    "pigeon": ("avoid", "avoid", "gentle"),
    "roller": ("avoid", "avoid", "avoid"),
}
"""ROOT, STENOSIS, DGS. Where the table says "avoid if ...", nobody asks if: it is avoid."""


@pytest.mark.parametrize("id", ANSWERS)
def test_each_pattern_gets_the_answer_of_the_table(id: str) -> None:
    stretch = stretches()[id]
    found = tuple(stretch.for_pattern(pattern) for pattern in ("ROOT", "STENOSIS", "DGS"))
    assert found == ANSWERS[id]
    assert {f"stretch_answer.{answer}" for answer in found} <= set(words())


def test_no_stretch_is_left_out_of_the_table() -> None:
    assert set(stretches()) == set(ANSWERS)


@pytest.mark.parametrize("pattern", ["UNCLEAR", "HIP_SI_OTHER"])
def test_without_a_clear_pattern_the_disc_like_column_counts(pattern: str) -> None:
    assert all(one.for_pattern(pattern) == one.for_pattern("ROOT") for one in stretches().values())


def test_of_two_patterns_the_stricter_answer_counts() -> None:
    assert strictest(stretches()["hamstring"], ("STENOSIS", "ROOT")) == "avoid"
    assert strictest(stretches()["sit_up"], ("STENOSIS", "DGS")) == "gentle"
    assert strictest(stretches()["backbend"], ("DGS", "ROOT")) == "only_if_up"
