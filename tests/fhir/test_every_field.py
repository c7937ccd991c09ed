"""Does whatever may be answered under any name come back from FHIR as it was, field by field?

Hazards: H-05, H-12.
"""

import json
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic_core import to_jsonable_python

from spineward.diary import check
from spineward.export.fhir import responses
from spineward.export.fhir.world import World
from spineward.export.form import AnswersLine, WeeklyLine
from tests.diary.life import MORNING
from tests.fhir.any_facts import charts

NOBODY = World({}, {"answers": frozenset(), "weekly": frozenset()}, {}, {}, 0, {})
HEAD: dict[str, Any] = {
    "id": 1,
    "at": MORNING,
    "recorded_at": MORNING,
    "client_id": UUID(int=1),
    "supersedes": None,
}
STAMPS: dict[str, Any] = {"rules_version": "1", "content_version": "2"}
QUIET = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))


def any_of(name: str, hint: Any) -> st.SearchStrategy[Any]:
    """Any value of this type as JSON, also one far out of its range; or null."""
    given = charts() if name == "chart" else st.from_type(hint)
    return st.none() | given.map(lambda one: to_jsonable_python(one, fallback=dict))


def as_json(row: dict[str, Any]) -> Any:
    """As it would stand in an archive."""
    return to_jsonable_python({**HEAD, **row})


@QUIET
@given(data=st.data())
@pytest.mark.parametrize("name", sorted(check.SITUATION))
def test_an_answer_comes_back(name: str, data: st.DataObject) -> None:
    said = data.draw(any_of(name, check.SITUATION[name]))
    told: dict[str, Any] = {"page": "now", "answers": {name: said}, "ticked": [], "drawing": ""}
    (written,) = responses.of_answers(AnswersLine(**HEAD, **STAMPS, **told), NOBODY)
    assert responses.to_answers(json.loads(json.dumps(written))) == as_json(told)


@QUIET
@given(data=st.data())
@pytest.mark.parametrize("name", sorted(check.WEEK))
def test_a_part_of_a_week_comes_back(name: str, data: st.DataObject) -> None:
    said = data.draw(any_of(name, check.WEEK[name]))
    told: dict[str, Any] = {"facts": {"at": MORNING.isoformat(), name: said}}
    (written,) = responses.of_weekly(WeeklyLine(**HEAD, **STAMPS, **told), NOBODY)
    assert responses.to_weekly(json.loads(json.dumps(written))) == as_json(told)
