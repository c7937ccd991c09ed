"""What does a browser keep of the app, how long, and does it say when it keeps nothing?

Hazards: H-14, H-22, H-29.
"""

import time

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.hands import PATIENCE, Finger, until
from tests.browser.live import LiveApp
from tests.browser.offline import app, note_without_a_network, visited

__all__ = ["app", "visited"]


WAITING = "navigator.serviceWorker.getRegistration().then((one) => !!one.waiting)"
WAITING_AS = """navigator.serviceWorker.getRegistration()
  .then((one) => one.waiting?.scriptURL.slice(location.origin.length))"""
LEFT = """async () => ({
  caches: (await caches.keys()).filter((name) => name.startsWith('spineward')),
  databases: (await indexedDB.databases()).map((one) => one.name),
  marks: Object.keys(localStorage),
})"""


def once_back(page: Page, address: str) -> None:
    """Go there once the worker has the network too; it learns of it a moment after the page."""
    give_up = time.monotonic() + PATIENCE / 1_000
    page.goto(address)
    while page.locator("h1").inner_text() == "We cannot decide now":
        assert time.monotonic() < give_up, "the network is not back"
        page.goto(address)


def test_whoever_is_forgotten_leaves_nothing_in_this_browser(
    visited: Page, app: LiveApp, context: BrowserContext
) -> None:
    context.set_offline(True)
    note_without_a_network(visited, app, "a secret")
    context.set_offline(False)
    once_back(visited, f"{app.origin}/settings/forget/")
    finger = Finger(visited)
    finger.choose("sure", "forget")
    finger.press("Go on")
    expect(visited.locator("h1")).to_contain_text("Everything is erased")
    until(visited, LEFT, {"caches": [], "databases": [], "marks": []})


def test_a_browser_that_had_cleared_what_it_kept_is_told_once(visited: Page, app: LiveApp) -> None:
    visited.evaluate("localStorage.setItem('spineward-made', 'another')")
    visited.goto(app.origin)
    expect(visited.locator("[data-shell-state]")).to_contain_text("had cleared what waited")
    visited.goto(f"{app.origin}/outbox/")
    expect(visited.locator("[data-outbox-lost]")).to_be_visible()
    visited.goto(f"{app.origin}/outbox/")
    expect(visited.locator("[data-outbox]")).to_be_visible()
    expect(visited.locator("[data-outbox-lost]")).to_be_hidden()


def test_a_browser_that_keeps_nothing_says_so_and_still_shows_its_pages(
    context: BrowserContext, app: LiveApp
) -> None:
    refuse = "indexedDB.open = () => { throw new DOMException('no', 'SecurityError') }"
    context.add_init_script(refuse)
    page = context.new_page()
    page.goto(app.entry)
    expect(page.locator("[data-shell-state]")).to_contain_text("This browser keeps nothing")
    page.goto(f"{app.origin}/outbox/")
    expect(page.locator("[data-outbox-none]")).to_be_visible()
    expect(page.locator("[data-outbox]")).to_be_hidden()


@pytest.fixture
def newer(visited: Page) -> Page:
    """A browser to which another worker has come than the one that runs."""
    visited.evaluate("navigator.serviceWorker.register('/worker.js?newer', {scope: '/'})")
    return visited


def test_a_new_version_waits_for_a_word_and_never_asks_in_a_session(
    newer: Page, app: LiveApp
) -> None:
    until(newer, WAITING)
    newer.goto(app.origin)
    expect(newer.locator("[data-new-version]")).to_be_visible()
    newer.goto(f"{app.origin}/session/")
    expect(newer.locator("[data-new-version]")).to_be_hidden()
    newer.goto(app.origin)
    until(newer, WAITING_AS, "/worker.js")
    with newer.expect_navigation():
        newer.get_by_role("button", name="Use it now").click()
    until(newer, WAITING, False)
    expect(newer.locator("[data-new-version]")).to_be_hidden()
