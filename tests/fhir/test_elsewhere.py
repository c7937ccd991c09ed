"""Is what others tell kept as words only, and is the rest refused with a reason for each?

Hazards: H-05, H-12.
"""

import json
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spineward.diary import journey
from spineward.diary.models import CheckIn, Note, Weekly
from spineward.export.fhir.bundle import resources, written
from spineward.export.fhir.incoming import Incoming, bring_in, read
from spineward.export.reading import Unreadable
from tests.cast import owner, stranger
from tests.diary.life import MORNING, first_check_in
from tests.export.weeks import read as read_archive
from tests.export.weeks import three_weeks_archived
from tests.fhir.any_facts import JSON

PAIN: dict[str, Any] = {
    "resourceType": "Observation",
    "id": "1",
    "status": "final",
    "code": {"coding": [{"system": "http://loinc.org", "code": "72514-3"}]},
    "subject": {"reference": "Patient/mine"},
    "effectiveDateTime": "2026-11-19T18:30:00+01:00",
    "valueInteger": 8,
    "bodySite": {"text": "Right calf"},
}
FILLED: dict[str, Any] = {
    "resourceType": "QuestionnaireResponse",
    "id": "1",
    "status": "completed",
    "questionnaire": "https://spineward.invalid/fhir/Questionnaire/day|1",
    "subject": {"reference": "Patient/mine"},
    "authored": "2026-11-19",
    "item": [{"linkId": "can_sit_10", "answer": [{"valueCoding": {"code": "no"}}]}],
}


def changed(resource: Mapping[str, Any], **values: Any) -> dict[str, Any]:
    """The same with other fields; None leaves one out."""
    found = deepcopy({**resource, **values})
    return {name: value for name, value in found.items() if value is not None}


def incoming(*given: Mapping[str, Any]) -> Incoming:
    """What is in a Bundle of these."""
    bundle = {"resourceType": "Bundle", "entry": [{"resource": one} for one in given]}
    return read(json.dumps(bundle).encode(), MORNING)


def told(resource: Mapping[str, Any]) -> str:
    """The words that one resource becomes."""
    found = incoming(resource)
    assert found.refused == {}
    (one,) = found.elsewhere.values()
    return one.text


def refused(resource: Mapping[str, Any]) -> str:
    """Why one resource is refused."""
    found = incoming(resource)
    assert not found.elsewhere
    (why,) = found.refused.values()
    return why


def test_pain_becomes_words_with_number_place_and_time() -> None:
    assert told(PAIN) == "From elsewhere, 2026-11-19 18:30: pain 8 of 10, Right calf"
    assert told(changed(PAIN, bodySite=None, effectiveDateTime="2026-11-19")) == (
        "From elsewhere, 2026-11-19: pain 8 of 10"
    )


@pytest.mark.parametrize(
    "value",
    [
        {"valueQuantity": {"value": 8.0, "code": "{score}"}},
        {"valueCodeableConcept": {"coding": [{"system": "http://loinc.org", "code": "LA10140-4"}]}},
    ],
)
def test_every_form_of_a_number_from_0_to_10_is_read(value: dict[str, Any]) -> None:
    assert "pain 8 of 10" in told(changed(PAIN, valueInteger=None, **value))


def test_answers_to_our_questions_become_words_with_the_questions() -> None:
    said = told(FILLED)
    assert said.startswith("From elsewhere, 2026-11-19: ")
    assert said.endswith(" no")
    assert "10 minutes" in said


MODIFIED = {"modifierExtension": [{"url": "http://example.org/not", "valueBoolean": True}]}


@pytest.mark.parametrize(
    ("resource", "why"),
    [
        (changed(PAIN, valueInteger=11), "11 is not a whole number from 0 to 10"),
        (changed(PAIN, valueInteger=None), "one number from 0 to 10 is needed"),
        (changed(PAIN, valueQuantity={"value": 8}), "one number from 0 to 10 is needed"),
        (
            changed(PAIN, valueInteger=None, valueQuantity={"value": 80, "code": "mm"}),
            "the unit mm is not that of pain",
        ),
        (
            changed(PAIN, valueInteger=None, valueQuantity={"value": 8, "comparator": "<"}),
            "< is not one number",
        ),
        (changed(PAIN, status="entered-in-error"), "status: "),
        (changed(PAIN, status="cancelled"), "status: "),
        (changed(PAIN, code={"text": "pain"}), "only pain from 0 to 10 is read"),
        (changed(PAIN, effectiveDateTime=None), "does not say on which day"),
        (changed(PAIN, effectiveDateTime="2026-11-19T18:30:00"), "does not say on which day"),
        (changed(PAIN, effectiveDateTime="2027-01-01"), "is in the future"),
        (changed(PAIN, **MODIFIED), "modifier extension"),
        (changed(PAIN, bodySite={"text": "calf", **MODIFIED}), "modifier extension"),
        (changed(FILLED, questionnaire="http://example.org/q"), "is none of ours"),
        (changed(FILLED, status="in-progress"), "status: "),
        (changed(FILLED, item=[]), "item: "),
        (changed(FILLED, item=[{"linkId": "mood"}]), "mood is not asked on that page"),
        (changed(FILLED, item=[{"linkId": "can_sit_10", "answer": 4}]), "item: not as it is asked"),
        (
            changed(
                FILLED,
                item=[{"linkId": "can_sit_10", "answer": [{"valueCoding": {"code": "maybe"}}]}],
            ),
            "can_sit_10",
        ),
        ({"resourceType": "MedicationStatement", "status": "active"}, "only pain Observations"),
    ],
)
def test_what_is_not_understood_is_refused_with_its_reason(
    resource: dict[str, Any], why: str
) -> None:
    assert why in refused(resource)


def test_what_is_understood_is_kept_beside_what_is_refused() -> None:
    found = incoming(PAIN, changed(PAIN, id="2", valueInteger=99), {"resourceType": "Patient"})
    assert set(found.elsewhere) == {"Observation/1"}
    assert set(found.refused) == {"Observation/2"}


def test_several_people_in_one_file_are_all_refused() -> None:
    other = changed(PAIN, id="2", subject={"reference": "Patient/other"})
    found = incoming(PAIN, other)
    assert not found.elsewhere
    assert set(found.refused.values()) == {
        "several people are told of in this file; whose it is cannot be known"
    }


@pytest.mark.django_db
def test_nothing_from_elsewhere_changes_what_is_decided() -> None:
    person, bystander = owner(), stranger()
    first_check_in(person)
    first_check_in(bystander)
    calm = incoming(changed(PAIN, valueInteger=0), FILLED)
    taken = bring_in(person, calm)
    assert (taken.new, taken.notes, taken.refused) == (0, 2, {})
    assert Note.objects.of(person).count() == 2
    assert (CheckIn.objects.of(person).count(), Weekly.objects.of(person).count()) == (1, 0)
    assert journey.assessment(person, now=MORNING) == journey.assessment(bystander, now=MORNING)
    assert journey.situation(person, now=MORNING) == journey.situation(bystander, now=MORNING)


@pytest.mark.django_db
def test_taken_in_twice_it_is_one_note() -> None:
    person = owner()
    bring_in(person, incoming(PAIN))
    bring_in(person, incoming(PAIN))
    assert Note.objects.of(person).count() == 1


@pytest.mark.django_db
def test_a_diary_of_ours_and_a_strangers_number_come_from_one_file() -> None:
    archive = read_archive(three_weeks_archived())
    bundle = json.loads(b"".join(written(resources(archive))))
    bundle["entry"].append({"resource": PAIN})
    found = read(json.dumps(bundle).encode(), MORNING)
    assert found.refused == {}
    assert found.archive is not None
    assert found.archive.tables == archive.tables
    person = owner()
    taken = bring_in(person, found)
    assert (taken.new, taken.known) == (sum(map(len, archive.tables.values())), 0)
    assert taken.notes == 1


@pytest.mark.django_db
def test_of_a_diary_that_was_changed_nothing_is_taken_in() -> None:
    bundle = json.loads(b"".join(written(resources(read_archive(three_weeks_archived())))))
    bundle["entry"].pop()
    found = read(json.dumps(bundle).encode(), MORNING)
    assert found.archive is None
    assert found.refused
    assert not found.elsewhere


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (b"\xff", "it is not JSON"),
        (b"[" * 100_000, "it is not JSON"),
        (b"[]", "it is not FHIR"),
        (b"{}", "it is not FHIR"),
        (b'{"resourceType": "Bundle", "entry": 1}', "entry: it is not a list"),
    ],
)
def test_what_is_no_fhir_ends_in_one_line(text: bytes, why: str) -> None:
    with pytest.raises(Unreadable, match=why):
        read(text, MORNING)


def spoiled(data: st.DataObject, resource: Any) -> None:
    """Some other value at some place of it."""
    inner = resource
    for _ in range(data.draw(st.integers(0, 4))):
        deeper = inner.values() if isinstance(inner, dict) else inner
        parts = [part for part in deeper if isinstance(part, (dict, list)) and part]
        if not parts:
            break
        inner = data.draw(st.sampled_from(parts))
    keys: list[Any] = list(inner) if isinstance(inner, dict) else list(range(len(inner)))
    odd = st.sampled_from((4, "no", 1e400, "\ud800", {"value": 1e400}))
    inner[data.draw(st.sampled_from(keys))] = data.draw(JSON | odd)


QUIET = settings(deadline=None, suppress_health_check=list(HealthCheck))


@settings(QUIET, max_examples=100)
@given(data=st.data())
def test_any_value_anywhere_is_kept_or_refused_and_never_crashes(data: st.DataObject) -> None:
    resource = deepcopy(data.draw(st.sampled_from((PAIN, FILLED))))
    spoiled(data, resource)
    found = incoming(resource)
    assert len(found.elsewhere) + len(found.refused) <= 1


@pytest.mark.django_db
@settings(QUIET, max_examples=60)
@given(data=st.data())
def test_a_spoiled_diary_is_refused_or_comes_back_as_it_was(data: st.DataObject) -> None:
    was = read_archive(three_weeks_archived())
    bundle = json.loads(b"".join(written(resources(was))))
    spoiled(data, data.draw(st.sampled_from(bundle["entry"]))["resource"])
    found = read(json.dumps(bundle).encode(), MORNING)
    if found.archive is None:
        assert found.refused
    else:
        assert found.archive.tables == was.tables
