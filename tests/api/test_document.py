"""Does the API answer as its document says, to all that may be sent and to what may not?"""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from pytest_django.fixtures import Settings
from schemathesis.config import SchemathesisConfig

from spineward.web.shell import key
from tests.cast import owner
from tests.diary.life import first_check_in

pytestmark = pytest.mark.slow
EXAMPLES = 20
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


@pytest.fixture
def bearer(db: None, settings: Settings, tmp_path: Path) -> dict[str, str]:
    """A key to the diary of someone who did one check-in."""
    settings.TOKEN_GATE = True
    settings.DATA_DIR = tmp_path
    first_check_in(owner(), datetime.now(UTC) - timedelta(hours=1))
    return {"Authorization": f"Bearer {key.issue()}", "Accept-Encoding": "identity"}


@schema.parametrize()
@settings(
    max_examples=EXAMPLES,
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),  # the diary of one key is shared by all examples
)
def test_every_answer_is_as_the_document_says(
    case: schemathesis.Case[Any], bearer: dict[str, str]
) -> None:
    case.call_and_validate(headers=bearer)
