"""Would the journeys notice? Bugs that are planted on purpose, each found within a few lives."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from spineward.clinical import assessment, lock
from spineward.clinical.rules import rests
from spineward.diary import journey
from spineward.diary.trouble import Unsaved
from tests.journeys.machine import Journey

pytestmark = pytest.mark.proof

PLANTED: dict[str, tuple[Any, str, Callable[..., Any]]] = {
    "no examination is waited for": (lock, "_waiting", lambda *_: {}),
    "a stop leaves no rest": (rests, "_restricts", lambda _: False),
    "what is missing closes nothing": (assessment, "missing", lambda _: ()),
    "a page sent twice is saved twice": (journey, "known", lambda *_: False),
}
FEW = settings(
    max_examples=60,
    stateful_step_count=30,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.generate],
    report_multiple_bugs=False,
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("bug", PLANTED)
def test_a_planted_bug_is_found(bug: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(*PLANTED[bug])
    with pytest.raises((AssertionError, Unsaved)):
        run_state_machine_as_test(Journey, settings=FEW)
