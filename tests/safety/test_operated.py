"""After an operation on the spine, is only offered what the team allowed? Hazards: H-19."""

import pytest

from spineward.clinical.assessment import assess
from spineward.clinical.facts import SpineProcedure
from spineward.clinical.facts.answers import ProcedureKind
from tests.cases.build import days_ago, established

ALLOWED = ("M10", "M50")


def held_back(kind: ProcedureKind, days: int) -> set[str]:
    """The movements that the team did not allow, that many days after it."""
    operated = (SpineProcedure(kind, days_ago(days)),)
    found = assess(established("r5:3", spine_procedure=operated, team_allowed=ALLOWED))
    return {one.movement for one in found.excluded if one.by == "team_allowed"}


@pytest.mark.parametrize("kind", ["surgery", "instrumentation"])
def test_for_twelve_weeks_only_what_the_team_allowed_is_offered(kind: ProcedureKind) -> None:
    held = held_back(kind, 84)
    assert {"M20", "M33", "M40"} <= held
    assert not held & set(ALLOWED)
    assert held_back(kind, 85) == set()


def test_an_injection_is_no_operation() -> None:
    assert held_back("injection_or_epidural", 20) == set()
