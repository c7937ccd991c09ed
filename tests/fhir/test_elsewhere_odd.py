"""Is a file of others read only as far as all of it is understood, whatever is odd in it?

Hazards: H-05, H-12.
"""

import json
from typing import Any

import pytest

from spineward.diary.models import Note
from spineward.export.fhir.incoming import bring_in, read
from tests.cast import owner
from tests.diary.life import MORNING
from tests.export.weeks import archived
from tests.export.weeks import read as read_archive
from tests.fhir.test_elsewhere import FILLED, PAIN, changed, incoming, refused

NO: dict[str, Any] = {"valueCoding": {"code": "no"}}
YES: dict[str, Any] = {"valueCoding": {"code": "yes"}}
TRULY: dict[str, Any] = {"system": "http://example.org/turned-round", "code": "no"}


def sit(*answers: dict[str, Any]) -> dict[str, Any]:
    """An item about sitting with these answers."""
    return {"linkId": "can_sit_10", "answer": list(answers)}


def scale(*codes: str) -> dict[str, Any]:
    """LOINC's answers with these codes."""
    return {"coding": [{"system": "http://loinc.org", "code": code} for code in codes]}


@pytest.mark.parametrize("day", ["2026-02-31", "2026-02-30T10:00:00Z", "0000-01-01"])
def test_a_day_that_is_on_no_calendar_is_refused(day: str) -> None:
    assert "is on no calendar" in refused(changed(PAIN, effectiveDateTime=day))
    assert "is on no calendar" in refused(changed(FILLED, authored=day))


@pytest.mark.parametrize("day", ["1969-12-31", "0001-01-01T00:00:00+14:00"])
def test_a_day_before_any_diary_is_refused(day: str) -> None:
    assert "is before 1970" in refused(changed(PAIN, effectiveDateTime=day))


@pytest.mark.django_db
def test_with_what_was_taken_in_the_diary_can_still_be_archived_and_read() -> None:
    bring_in(owner(), incoming(changed(PAIN, effectiveDateTime="1970-01-02")))
    assert len(read_archive(archived(owner())).tables["notes"]) == 1


@pytest.mark.parametrize(
    ("odd", "why"),
    [
        ({"focus": [{"reference": "RelatedPerson/mother"}]}, "focus: it says more"),
        ({"component": [{"valueInteger": 2}]}, "component: it says more"),
        ({"hasMember": [{"reference": "Observation/2"}]}, "hasMember: it says more"),
        ({"dataAbsentReason": {"text": "asleep"}}, "dataAbsentReason: it says more"),
        ({"valueString": "not really"}, "valueString: it says more"),
        ({"implicitRules": "http://example.org/10-is-none"}, "may turn its meaning round"),
        ({"code": scale("72514-3", "8867-4")}, "8867-4 is something else than pain"),
        ({"valueInteger": -1}, "not a whole number from 0 to 10"),
        ({"valueInteger": True}, "valueInteger: "),
        ({"valueInteger": None, "valueQuantity": {"value": 1e308}}, "from 0 to 10"),
        ({"valueInteger": None, "valueQuantity": {"value": 7.5}}, "not a whole number"),
        (
            {
                "valueInteger": None,
                "valueQuantity": {"value": 8, "code": "1", "system": "http://example.org"},
            },
            "is not that of pain",
        ),
        (
            {"valueInteger": None, "valueCodeableConcept": scale("LA6111-4", "LA13942-0")},
            "not one of LOINC's answers",
        ),
        ({"subject": {"reference": "Group/all"}}, "not about one person"),
        ({"subject": {"reference": "urn:uuid:1", "type": "Device"}}, "not about one person"),
        ({"subject": {"reference": "#p"}}, "#p is not in it"),
        ({"subject": "Patient/mine"}, "it is no reference"),
    ],
)
def test_pain_that_is_only_half_understood_is_refused(odd: dict[str, Any], why: str) -> None:
    assert why in refused(changed(PAIN, **odd))


@pytest.mark.parametrize(
    ("items", "why"),
    [
        ([sit(NO, YES)], "can_sit_10 is answered more than once"),
        ([sit(NO), sit(YES)], "can_sit_10 is answered more than once"),
        ([sit({"valueCoding": TRULY})], "is no code system of ours"),
    ],
)
def test_answers_that_are_only_half_understood_are_refused(items: list[Any], why: str) -> None:
    assert why in refused(changed(FILLED, item=items))


def contained(name: str, id: str) -> dict[str, Any]:
    """Pain of a person who is described in the resource itself."""
    patient = {"resourceType": "Patient", "id": "p", "name": [{"text": name}]}
    return changed(PAIN, id=id, subject={"reference": "#p"}, contained=[patient])


def by_number(number: str, id: str) -> dict[str, Any]:
    """Pain of a person who is known by a number only."""
    return changed(PAIN, id=id, subject={"identifier": {"value": number}})


@pytest.mark.parametrize("told", [contained, by_number])
def test_two_people_are_told_apart_also_without_a_reference(told: Any) -> None:
    assert set(incoming(told("Ann", "1"), told("Ann", "2")).elsewhere) == {
        "Observation/1",
        "Observation/2",
    }
    mixed = incoming(told("Ann", "1"), told("Ben", "2"))
    assert not mixed.elsewhere
    assert "several people" in mixed.refused["Observation/2"]


def nested(resource: dict[str, Any], part: str, levels: int) -> bytes:
    """A Bundle in which a part of a resource stands so many levels deep."""
    text = json.dumps({"resourceType": "Bundle", "entry": [{"resource": {**resource, part: 0}}]})
    opened = '{"linkId": "can_sit_10", "item": [' * levels
    return text.replace(f'"{part}": 0', f'"{part}": [{opened}{"]}" * levels}]').encode()


@pytest.mark.parametrize("levels", [100, 300, 450])
def test_what_is_nested_too_deeply_is_refused(levels: int) -> None:
    for resource, part in ((PAIN, "note"), (FILLED, "item")):
        found = read(nested(resource, part, levels), MORNING)
        assert not found.elsewhere
        assert len(found.refused) == 1


@pytest.mark.parametrize("letter", ["\ud800", "\x1b"])
def test_a_name_that_cannot_be_shown_is_told_all_the_same(letter: str) -> None:
    assert set(incoming({**PAIN, "id": letter, "valueInteger": 99}).refused) == {"Observation/?"}


@pytest.mark.django_db
def test_taken_in_again_nothing_is_told_as_new() -> None:
    twice = incoming(PAIN, changed(PAIN, id="2"), PAIN)
    first = bring_in(owner(), twice)
    again = bring_in(owner(), twice)
    assert (first.notes, again.notes, again.refused) == (2, 0, {})
    assert again.known == 3
    assert Note.objects.count() == 2
