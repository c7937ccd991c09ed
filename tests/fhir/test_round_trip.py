"""Does a diary come back from FHIR as it was, field by field, whatever stands in it?

Hazards: H-12, H-22.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from spineward.export.fhir.bundle import resources, written
from spineward.export.fhir.codes import Json
from spineward.export.fhir.own import archive_of, export
from spineward.export.fhir.parts import find
from spineward.export.fhir.returning import NotOurs, archive_from
from spineward.export.form import TABLES
from spineward.export.reading import Archive, read
from tests.cast import owner
from tests.export.weeks import archived, three_weeks, three_weeks_archived
from tests.export.weeks import read as read_bytes
from tests.fhir.anything import diaries

KEPT = sorted((Path(__file__).parents[1] / "export" / "archives").glob("*.zip"))
QUIET = settings(deadline=None, suppress_health_check=list(HealthCheck))


def sent(archive: Archive) -> list[Json]:
    """The resources of a diary, as they arrive elsewhere: as text."""
    bundle = json.loads(b"".join(written(resources(archive))))
    return [entry["resource"] for entry in bundle["entry"]]


def unlike(one: Archive, other: Archive) -> list[Any]:
    """The rows that differ."""
    pairs = (
        (name, a, b)
        for name in one.tables
        for a, b in zip(one.tables[name], other.tables[name], strict=True)
    )
    return [(name, a, b) for name, a, b in pairs if a != b]


@settings(QUIET, max_examples=60)
@given(diary=diaries())
def test_any_diary_comes_back_field_by_field(diary: Archive) -> None:
    back = archive_from(sent(diary))
    assert unlike(diary, back) == []
    assert back.person == diary.person


@pytest.mark.parametrize("kept", KEPT, ids=lambda path: path.name)
def test_a_kept_archive_comes_back_from_fhir_too(kept: Path) -> None:
    archive = read(kept)
    back = archive_from(sent(archive))
    assert back.tables == archive.tables
    assert back.person == archive.person
    for name in ("spineward", "rules_version", "content_version", "words_version"):
        assert getattr(back.manifest, name) == getattr(archive.manifest, name)


@pytest.mark.django_db
def test_every_field_of_a_lived_life_has_a_place_of_its_own() -> None:
    for one in sent(read_bytes(three_weeks_archived())):
        assert find(one, "rest") is None, one["id"]


@pytest.mark.django_db
def test_from_the_diary_itself_it_is_the_same_as_from_its_archive() -> None:
    person = owner()
    three_weeks(person)
    archived_tables = read_bytes(archived(person)).tables
    for name, rows in archive_of(person).tables.items():
        lines = archived_tables[name]
        assert [TABLES[name].model_validate(vars(row)) for row in rows] == list(lines)
    found = json.loads(export(person)[0])["entry"]
    assert archive_from(entry["resource"] for entry in found).tables == archived_tables


@pytest.mark.django_db
def test_every_table_of_an_archive_has_a_resource() -> None:
    archive = read_bytes(three_weeks_archived())
    assert all(archive.tables[table] for table in TABLES)
    assert {one["resourceType"] for one in sent(archive)} == {
        "CarePlan",
        "Communication",
        "DetectedIssue",
        "Device",
        "Flag",
        "Observation",
        "Patient",
        "Procedure",
        "Provenance",
        "Questionnaire",
        "QuestionnaireResponse",
    }


@pytest.mark.django_db
def test_every_reference_leads_to_a_resource_of_the_bundle() -> None:
    found = sent(read_bytes(three_weeks_archived()))
    names = {f"{one['resourceType']}/{one['id']}" for one in found}
    assert len(names) == len(found)
    assert set(references(found)) <= names


def references(part: Any) -> list[str]:
    """Every reference that stands anywhere in it."""
    if isinstance(part, list):
        return [name for one in part for name in references(one)]
    if not isinstance(part, dict):
        return []
    own = [part["reference"]] if isinstance(part.get("reference"), str) else []
    return own + [name for one in part.values() for name in references(one)]


def reasons(given: list[Json]) -> dict[str, str]:
    """Why these resources are refused."""
    with pytest.raises(NotOurs) as refused:
        archive_from(given)
    return dict(refused.value.reasons)


@pytest.mark.django_db
def test_a_number_changed_on_the_way_is_noticed() -> None:
    found = sent(read_bytes(three_weeks_archived()))
    leg = next(one for one in found if one["id"] == "check-ins-1.leg-now")
    leg["valueQuantity"]["value"] = 0
    assert reasons(found) == {
        "Bundle": "something in it was changed or left out since it was written"
    }


@pytest.mark.django_db
def test_a_row_that_was_left_out_is_noticed() -> None:
    found = sent(read_bytes(three_weeks_archived()))
    without = [one for one in found if one["id"] != "notes-1"]
    assert "was changed or left out" in reasons(without)["Bundle"]


@pytest.mark.django_db
def test_what_cannot_be_read_is_named_with_its_reason() -> None:
    found = sent(read_bytes(three_weeks_archived()))
    by_id = {one["id"]: one for one in found}
    del by_id["check-ins-1"]["extension"]
    by_id["sessions-1"]["performedPeriod"] = None
    by_id["notes-1"]["identifier"] = [{"value": "urn:uuid:no"}]
    told = reasons(found)
    assert set(told) == {"Observation/check-ins-1", "Procedure/sessions-1", "Communication/notes-1"}
    assert "does not say which answers it took in" in told["Observation/check-ins-1"]
