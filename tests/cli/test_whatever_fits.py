"""Is all that fits the published schema answered, unless two fields contradict each other?"""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spineward.cli.contract.refusal import Refused
from spineward.cli.schema import schema
from tests.cli.contract import COMMANDS, validator
from tests.cli.from_schema import NOW, fitting

CONTRADICTIONS = (
    "a day that is not in the future",
    "a moment that is not after `now`",
    "a moment that is not before ",
    "or a later day",
    "only together with pregnant = yes",
    "as pregnant says",
)
"""What a schema cannot say: these refusals remain for input that fits it."""
SLOW = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def _answered_or_contradicts(command: str, value: dict[str, Any]) -> None:
    validator(command).validate(value)
    try:
        answer = COMMANDS[command](json.dumps(value))
    except Refused as refused:
        said = str(refused)
        if not any(reason in said for reason in CONTRADICTIONS):
            pytest.fail(f"fits the schema, yet refused: {said}")
    else:
        validator(f"{command}-output").validate(json.loads(json.dumps(answer)))


@SLOW
@given(fitting(schema("assess")), st.sets(st.sampled_from(["history", "now"])))
def test_a_situation_that_fits_the_schema_is_answered(
    value: dict[str, Any], without: set[str]
) -> None:
    value = {key: part for key, part in value.items() if key not in without}
    _answered_or_contradicts("assess", {"now": NOW.isoformat()} | value)


@SLOW
@given(fitting(schema("respond")))
def test_a_set_that_fits_the_schema_is_answered(value: dict[str, Any]) -> None:
    _answered_or_contradicts("respond", value)
