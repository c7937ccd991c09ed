"""Is a session done without a network found in the diary afterwards, once, with the same verdicts?

Hazards: H-06, H-14, H-22. In a file of its own, since it leaves a session in its diary.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Axe, let_in
from tests.browser.in_place import calm_set, it_went_down, on, press, start, to_the_check
from tests.browser.live import LiveApp

__all__ = ["start"]

pytestmark = pytest.mark.browser_context_args(service_workers="block", reduced_motion="reduce")


@pytest.fixture
def app(checked_in: Path, tmp_path: Path) -> Iterator[LiveApp]:
    """A server with a copy of the diary for this test alone."""
    shutil.copytree(checked_in, tmp_path / "diary")
    with let_in(tmp_path / "diary") as live:
        yield live


def test_a_whole_session_without_network_is_in_the_diary_once_with_the_same_verdicts(
    start: Page, app: LiveApp, axe: Axe
) -> None:
    found = axe(start)
    start.context.set_offline(True)
    press(start, "Start")
    on(start, "ready")
    found += axe(start)
    calm_set(start)
    found += axe(start)
    expect(start.locator("main")).to_contain_text("No change")
    # The next set starts by itself.
    start.clock.run_for(17_000)
    to_the_check(start)
    found += axe(start)
    it_went_down(start)
    found += axe(start)
    expect(start.locator("main")).to_contain_text("It went down the leg")
    press(start, "Yes, it has gone back")
    on(start, "verdict")
    press(start, "Go on")
    on(start, "done")
    found += axe(start)
    expect(start.locator(".sets")).to_contain_text("No change")
    start.context.unroute("**/outbox/*/")
    start.context.set_offline(False)
    start.clock.run_for(10_000)
    expect(start.locator(".sync")).to_contain_text("in your diary")
    start.goto(f"{app.origin}/diary/")
    told = start.inner_text("main")
    assert told.count("Session") == 1
    assert told.count("No change") == told.count("It went down the leg") == 1
    assert found == []
