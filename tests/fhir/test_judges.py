"""Is our FHIR sound? Three judges who know nothing of us say so, and are seen to catch faults.

Hazards: H-22.
"""

import json
from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from spineward.export.fhir.bundle import resources
from spineward.export.fhir.bundle import written as pieces
from spineward.export.fhir.codes import Json
from spineward.export.fhir.rules import published
from spineward.export.reading import Archive
from tests.export.weeks import read, three_weeks_archived
from tests.fhir.anything import diaries
from tests.fhir.faults import FAULTS, Fault
from tests.fhir.invariants import by_invariants
from tests.fhir.judges import Medplum, by_schema

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
QUIET = settings(deadline=None, suppress_health_check=list(HealthCheck))


def sent(written: Iterable[Json]) -> list[Json]:
    """Resources as they arrive elsewhere."""
    return [json.loads(json.dumps(one)) for one in written]


def verdicts(resource: Json, medplum: Medplum) -> dict[str, list[str]]:
    """What each of the three judges finds."""
    return {
        "schema": by_schema(resource),
        "medplum": medplum(resource),
        "invariants": by_invariants(resource),
    }


def in_a_file(written: Iterable[Json]) -> Json:
    """The Bundle of these, read from its file."""
    found: Json = json.loads(b"".join(pieces(written)))
    return found


def found(written: Iterable[Json], medplum: Medplum) -> list[Any]:
    """Everything that any judge finds in these resources."""
    return [
        (one["resourceType"], one["id"], judge, issues)
        for one in written
        for judge, issues in verdicts(one, medplum).items()
        if issues
    ]


def test_three_lived_weeks_are_sound(medplum: Medplum) -> None:
    written = sent(resources(read(three_weeks_archived())))
    assert len(written) > 200
    assert found(written, medplum) == []
    assert by_schema(in_a_file(written)) == []


def test_questions_rules_and_movements_are_sound(medplum: Medplum) -> None:
    written = sent(published())
    assert {"PlanDefinition", "ActivityDefinition", "Questionnaire", "CodeSystem"} == {
        one["resourceType"] for one in written
    }
    assert found(written, medplum) == []
    assert by_schema(in_a_file(written)) == []


@settings(QUIET, max_examples=15)
@given(diary=diaries())
def test_any_diary_is_sound(medplum: Medplum, diary: Archive) -> None:
    assert found(sent(resources(diary)), medplum) == []


def sound() -> Iterator[Json]:
    """The resources that faults are planted into."""
    yield from sent(resources(read(three_weeks_archived())))


def planted(fault: Fault) -> Json:
    """A resource with the fault in it."""
    into = next(one for one in sound() if one["id"] == fault.into)
    resource = deepcopy(into)
    fault.plant(resource)
    assert resource != into
    return resource


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.kind}, {fault.into}")
def test_a_planted_fault_is_caught(fault: Fault, medplum: Medplum) -> None:
    resource = planted(fault)
    assert any(verdicts(resource, medplum).values()), resource


def test_no_judge_alone_would_do(medplum: Medplum) -> None:
    caught = [verdicts(planted(fault), medplum) for fault in FAULTS]
    for judge in ("schema", "medplum", "invariants"):
        assert any(not one[judge] for one in caught), judge
    only_invariants = [one for one in caught if not one["schema"] and not one["medplum"]]
    assert only_invariants, "the invariants see what the two others miss"
    assert len({fault.kind for fault in FAULTS}) >= 12
