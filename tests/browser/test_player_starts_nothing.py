"""When does the player begin no session, or let none go on? Whenever it cannot know that it may.

Hazards: H-05, H-06, H-22.
"""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.in_place import on, press, start
from tests.browser.live import LiveApp
from tests.browser.slow_phone import RUNS

__all__ = ["start"]

pytestmark = pytest.mark.browser_context_args(service_workers="block", reduced_motion="reduce")


@pytest.fixture(scope="module")
def app(checked_in_app: LiveApp) -> LiveApp:
    """The server of this module, with today's check-in in its diary."""
    return checked_in_app


def test_on_another_day_no_session_starts(start: Page) -> None:
    start.route("**/session/", _aged)
    start.reload()
    on(start, "stale")
    expect(start.locator("main")).to_contain_text("another day")
    expect(start.get_by_role("link", name="Check in")).to_be_visible()
    expect(start.get_by_role("button", name="Start")).to_have_count(0)


def test_a_page_left_open_over_night_starts_no_session(start: Page) -> None:
    start.clock.fast_forward("24:00:00")
    press(start, "Start")
    on(start, "stale")
    expect(start.get_by_role("button", name="Start")).to_have_count(0)


def test_stop_ends_the_set_also_when_the_browser_can_no_longer_write_it_down(start: Page) -> None:
    press(start, "Start")
    on(start, "ready")
    press(start, "Start now")
    on(start, "set")
    start.evaluate(
        """() => {
          const closed = () => { throw new DOMException('closed', 'InvalidStateError') }
          IDBDatabase.prototype.transaction = closed
          window.reportError = (error) => { window.told = error.message }
        }"""
    )
    start.keyboard.press("Escape")
    on(start, "fault")
    expect(start.get_by_role("button", name="Go on")).to_have_count(0)
    assert start.evaluate("window.told") == "closed"


def test_a_session_that_the_diary_does_not_let_begin_goes_no_further(start: Page) -> None:
    told = {"kept": "aside", "why": "movement: a movement that is offered now"}
    start.context.unroute("**/outbox/*/")
    start.context.route("**/outbox/*/", lambda route: route.fulfill(status=202, json=told))
    press(start, "Start")
    on(start, "fault")


def test_an_answer_that_nobody_has_judged_lets_no_set_go_on(start: Page) -> None:
    press(start, "Start")
    on(start, "ready")
    start.evaluate(
        """() => document.querySelector('session-player').outbox.add({
          what: 'form', at: new Date().toISOString(),
          path: '/check-in/QS/?kind=session', fields: {tick: ['A1']},
        })"""
    )
    on(start, "fault")
    start.reload()
    on(start, "fault")


def _aged(route: Route) -> None:
    """The page as it was kept two days ago."""
    text = route.fetch().text()
    aged = re.sub(r'"day": "[^"]+"', '"day": "2020-01-01"', text)
    route.fulfill(body=aged, content_type="text/html")


@pytest.mark.parametrize(
    ("what", "to"),
    [(r"sha256\\\": \\\"....", r'sha256\\": \\"0000'), (r'"rules": "....', '"rules": "0000')],
)
def test_a_table_that_is_broken_or_stale_starts_nothing(start: Page, what: str, to: str) -> None:
    def broken(route: Route) -> None:
        text, changed = re.subn(what, to, route.fetch().text())
        assert changed == 1
        route.fulfill(body=text, content_type="text/html")

    start.route("**/session/", broken)
    start.reload()
    on(start, "fault")
    expect(start.locator("[role=alert]")).to_contain_text("We could not check what this set means")
    start.keyboard.press("Space")
    assert start.evaluate(RUNS) is False
    expect(start.get_by_role("button", name="Start")).to_have_count(0)
