"""Which comes first on the page of heat and ice? Hazards: H-28."""

from datetime import timedelta

import pytest

from spineward.clinical.catalogue import words
from tests.cast import owner
from tests.diary.life import ABOUT, answer
from tests.web.walk import Walker


@pytest.mark.parametrize(("days", "first", "second"), [(6, "CC2", "CC1"), (7, "CC1", "CC2")])
def test_ice_stands_first_for_seven_days_and_heat_from_then_on(
    walk: Walker, days: int, first: str, second: str
) -> None:
    """0.1: counted from the start of this episode; both are always there."""
    began = str(walk.clock.at.date() - timedelta(days=days))
    walk.was_checked_in()
    answer(owner(), "about", {**ABOUT, "episode_start": began, "leg_onset": began}, walk.clock.at)
    page = walk.open("/care/heat-and-ice/")
    told = words()
    assert f"<h1>{told[f'care.{first}.title']}</h1>" in page
    assert f"<h2>{told[f'care.{second}.title']}</h2>" in page
