"""When is an emergency that follows from other answers seen to, and how urgent does it stay?

An alarm without a date of its own is as old as what it follows from. Each test stands for a small
change of the engine that no other test noticed.
Hazards: H-01, H-17, H-18.
"""

from typing import Any

import pytest

from spineward.clinical.assessment import assess
from spineward.clinical.facts import Assessment, CareLevel, Gate, History
from tests.cases.build import days_ago, typical
from tests.cases.triage import locked, ticked


def after_an_alarm(alarm: str, cause: str, *, began: int, examined: int, **more: Any) -> Assessment:
    """Someone whose alarm follows from this cause, locked 6 days ago, and was examined since."""
    person = typical(
        item=ticked(cause),
        since={cause: days_ago(began)},
        examined={alarm: days_ago(examined)},
        told_ok={alarm: "yes"},
        history=History(locks=(locked(alarm, days=6),)),
        **more,
    )
    return assess(person)


@pytest.mark.parametrize(
    ("began", "examined", "mark"),
    [(8, 5, "A8 seen"), (5, 5, "A8 seen"), (4, 5, "A8"), (14, 5, "A8 seen")],
)
def test_a_cord_alarm_from_weakness_and_cancer_is_as_old_as_the_weakness(
    began: int, examined: int, mark: str
) -> None:
    """0.5: seen when it was examined since the leg grew weak, and for 14 days; else it is an
    emergency still. B1 itself was never examined, so the weakness stays new (0.3)."""
    found = after_an_alarm("A8", "B1", began=began, examined=examined, background={"cancer": "yes"})
    assert mark in found.fired
    assert found.movement_gate == Gate.BLOCK


@pytest.mark.parametrize(
    ("began", "examined", "mark"), [(8, 5, "A9 seen"), (5, 5, "A9 seen"), (4, 5, "A9")]
)
def test_fever_with_a_tingling_foot_is_seen_once_examined_since_the_fever_began(
    began: int, examined: int, mark: str
) -> None:
    """0.5: the examination that came before this fever does not count for it."""
    found = after_an_alarm("A9", "B2", began=began, examined=examined, text="r5:3 tg8:1")
    assert mark in found.fired
    assert found.movement_gate == Gate.BLOCK


def test_an_alarm_that_nobody_examined_stays_for_now_although_it_is_denied_today() -> None:
    """0.5: until step 1 the level goes on showing, and with it that it is for now, not for
    tomorrow."""
    found = assess(typical(history=History(locks=(locked("A1", days=3),))))
    assert (found.care_level, found.within_days) == (CareLevel.EMERGENCY, 0)
    assert found.movement_gate == Gate.BLOCK
