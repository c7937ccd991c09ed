"""Does everything that must always hold, hold at every step of weeks that are lived?

`SPINEWARD_JOURNEYS=long` lives many more and longer lives, new ones each time outside of CI. The
last line of a run says how many steps there were.

Hazards: H-01, H-02, H-03, H-05, H-06, H-07, H-11, H-12, H-14.
"""

import os
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.journeys.machine import Journey

USUAL = settings(
    max_examples=24,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
LONG = settings(USUAL, max_examples=400, stateful_step_count=60)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_weeks_of_any_kind(count: Callable[[str], None]) -> None:
    chosen = LONG if os.environ.get("SPINEWARD_JOURNEYS") == "long" else USUAL
    run_state_machine_as_test(Journey, settings=chosen)
    assert Journey.steps > chosen.max_examples
    count(f"{Journey.steps} steps in {Journey.lives} lives")
