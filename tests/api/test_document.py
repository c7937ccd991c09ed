"""Does the API answer as its document says, to all that may be sent and to what may not?"""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from django.test import Client
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from pytest_django.fixtures import Settings
from schemathesis.config import SchemathesisConfig

from spineward.clinical.facts import Mark, Reading
from spineward.diary import journey
from spineward.web.shell import key
from tests.cast import owner
from tests.diary.life import first_check_in

pytestmark = pytest.mark.slow
EXAMPLES = 25
SESSION, STARTED = uuid4(), timedelta(minutes=30)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MOMENTS = st.integers(0, 7_258_118_399).map(
    lambda second: (EPOCH + timedelta(seconds=second)).isoformat()
)
"""Years in which a diary may be kept; the schema cannot say so of a format."""
schemathesis.openapi.format("date-time", MOMENTS)
schemathesis.openapi.format("date", st.dates().map(lambda day: day.isoformat()))
CONFIG = SchemathesisConfig.from_dict(
    {"checks": {"positive_data_acceptance": {"expected-statuses": ["2xx", 404, 409, 422]}}}
)
"""What can be read and cannot be so, or not now, is refused as such (422, 409)."""


schema = schemathesis.openapi.from_wsgi(
    "/api/v1/openapi.json", get_wsgi_application(), config=CONFIG
)

THOROUGHLY = settings(
    max_examples=EXAMPLES,
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),  # the diary of one key is shared by all examples
)


@pytest.fixture
def bearer(db: None, settings: Settings, tmp_path: Path) -> dict[str, str]:
    """A key to the diary of someone who did one check-in."""
    settings.TOKEN_GATE = True
    settings.DATA_DIR = tmp_path
    first_check_in(owner(), datetime.now(UTC) - timedelta(hours=1))
    return {"Authorization": f"Bearer {key.issue()}", "Accept-Encoding": "identity"}


@schema.parametrize()
@THOROUGHLY
def test_every_answer_is_as_the_document_says(
    case: schemathesis.Case[Any], bearer: dict[str, str]
) -> None:
    case.call_and_validate(headers=bearer)


@pytest.fixture
def in_a_session(bearer: dict[str, str]) -> dict[str, str]:
    """The same person in a session, begun half an hour ago."""
    now = datetime.now(UTC) - STARTED
    t0 = Reading((Mark("calf_upper", "right", pain=4),))
    journey.answer(owner(), "QS", {"item": {}}, now=now, client_id=uuid4())
    journey.start_session(owner(), ("M10", "M10"), t0, now=now, client_id=SESSION)
    return bearer


@schema.include(path_regex="/events/").parametrize()
@THOROUGHLY
def test_whatever_is_told_of_an_open_session_is_taken_or_refused(
    case: schemathesis.Case[Any], in_a_session: dict[str, str]
) -> None:
    now = datetime.now(UTC).isoformat()
    case.path_parameters["session"] = str(SESSION)
    sent: Any = case.body
    if isinstance(sent, dict):
        sent |= {"session": str(SESSION), "after": str(SESSION), "at": now}
        if isinstance(sent.get("event"), dict):
            sent["event"]["at"] = now
    answer = case.call(headers=in_a_session)
    assert answer.status_code < 500, answer.text
    for path in ("assessment", "progress", "progress/movements", f"sessions/{SESSION}"):
        there = Client().get(f"/api/v1/{path}", headers=in_a_session)
        assert there.status_code == 200, there.content
