"""Is a session of a diary that was erased on another device left alone here?

Hazards: H-12, H-22. In a file of its own, since it writes another diary.
"""

from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import CHECKED_IN
from tests.browser.in_place import on, press, start
from tests.browser.live import LiveApp
from tests.diary.programs import run

__all__ = ["start"]

pytestmark = pytest.mark.browser_context_args(service_workers="block", reduced_motion="reduce")

ERASED = """
from spineward.diary import erase, journey
erase.forget(journey.own_person())
"""


@pytest.fixture(scope="module")
def app(checked_in_app: LiveApp) -> LiveApp:
    """The server of this module, with today's check-in in its diary."""
    return checked_in_app


def test_an_unfinished_session_of_an_erased_diary_is_not_taken_up_in_the_new_one(
    start: Page, app: LiveApp
) -> None:
    press(start, "Start")
    on(start, "ready")
    start.reload()
    on(start, "ready")
    done = run(ERASED + CHECKED_IN, app.data_dir)
    assert done.returncode == 0, done.stderr
    start.clock.set_system_time(datetime.now(UTC))
    start.goto(f"{app.origin}/session/")
    on(start, "stale")
    expect(start.get_by_role("button", name="Go on")).to_have_count(0)
