"""How does a browser test do a session in place? Set by set, by a clock that the test tells."""

import re

import pytest
from playwright.sync_api import Page

from tests.browser.live import LiveApp

MINUTE = 60_000
FULL = """() => {
  const add = IDBObjectStore.prototype.add
  IDBObjectStore.prototype.add = function (row) {
    if (row.event?.event?.kind !== 'stopped') return add.call(this, row)
    throw new DOMException('no room is left', 'QuotaExceededError')
  }
}"""
"""A disk on which there is no room for a STOP."""


@pytest.fixture
def start(page: Page, app: LiveApp) -> Page:
    """The start of a session, with a clock that the test tells; what is sent never arrives, so
    that the next test finds the same diary."""
    page.context.route("**/outbox/*/", lambda route: route.abort())
    page.clock.install()
    page.goto(f"{app.origin}/session/")
    on(page, "start")
    return page


def on(page: Page, name: str) -> None:
    """The player has come to this page; its heading has the focus, but for the first one."""
    page.locator(f"session-player[data-page^='{name}']").wait_for()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=re.compile(f"^{re.escape(name)}")).first.click()


def to_the_check(page: Page) -> None:
    """A set is paced to its end, and nobody touches anything."""
    on(page, "ready")
    page.clock.run_for(40_000)
    on(page, "set")
    page.clock.run_for(150_000)
    on(page, "after_set")


def calm_set(page: Page) -> None:
    """A set after which all is as before: one tap for each of the two checks."""
    to_the_check(page)
    press(page, "Just as before")
    on(page, "upright")
    page.clock.run_for(2 * MINUTE + 2_000)
    press(page, "The same as right after")
    on(page, "verdict")


def it_went_down(page: Page) -> None:
    """After this set the foot is felt."""
    press(page, "Heel, foot")
    press(page, "4")
    press(page, "Nothing new")
    press(page, "Yes, that is right")
    on(page, "settle")
