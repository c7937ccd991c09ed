"""Do the timers for heat and ice run as long as the spec says (section 6, CC1 and CC2)?"""

import pytest

from spineward.clinical.catalogue import limit, limits


@pytest.mark.parametrize(
    ("name", "minutes", "most"),
    [
        ("warmth.heat_minutes", 15, 20),
        ("warmth.ice_minutes", 10, 15),
        ("warmth.skin_minutes", 5, 5),
    ],
)
def test_a_timer_takes_the_shorter_time_of_its_range(name: str, minutes: int, most: int) -> None:
    assert limit(name) == minutes
    assert limits()[name].high == most
