"""What do tests without a network share? Someone who has looked at Today once, and whose worker has
kept its pages; and what waits in their browser."""

import pytest
from playwright.sync_api import Page

from tests.browser.hands import Finger, until
from tests.browser.live import LiveApp

KEPT = """async () => {
  const pages = await caches.open('spineward-pages')
  const list = await pages.match('/outbox/pages.json')
  return !!list && !!(await pages.match('/'))
}"""
STAGES = """() => new Promise((done, fail) => {
  const asked = indexedDB.open('spineward')
  asked.onerror = () => fail(asked.error)
  asked.onsuccess = () => {
    const all = asked.result.transaction('events').objectStore('events').getAll()
    all.onsuccess = () => { asked.result.close(); done(all.result.map((row) => row.stage)) }
  }
})"""


@pytest.fixture
def app(own_checked_in_app: LiveApp) -> LiveApp:
    """A server that a test may kill, with today's check-in in its diary."""
    return own_checked_in_app


@pytest.fixture
def visited(home: Page, app: LiveApp) -> Page:
    """Someone who has looked at Today once."""
    keep(home, app)
    return home


def keep(page: Page, app: LiveApp) -> None:
    """Wait at Today until the worker has kept its pages."""
    page.goto(app.origin)
    until(page, "navigator.serviceWorker.controller !== null")
    until(page, KEPT)


def note_without_a_network(page: Page, app: LiveApp, words: str) -> None:
    """Write a note, which is kept in the browser."""
    page.goto(f"{app.origin}/diary/note/")
    page.fill("textarea", words)
    Finger(page).press("Save the note")
