"""What do tests of a slow phone share? A session whose pages are drawn late, or not at all."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hands import until
from tests.browser.in_place import MINUTE, on, press
from tests.browser.live import LiveApp

NOTHING_DRAWN = """() => {
  const { requestAnimationFrame: draw } = window
  const held = []
  window.requestAnimationFrame = (frame) => held.push(frame)
  window.drawAgain = () => {
    window.requestAnimationFrame = draw
    held.forEach((frame) => draw(frame))
  }
}"""
SLOW = (
    NOTHING_DRAWN[:-1]
    + """
  const later = window.setTimeout
  window.setTimeout = (work, time, ...more) => time >= 1000 ? 0 : later(work, time, ...more)
}"""
)
"""A phone that does not come to drawing what a tap did, and counts no second either."""
HIDDEN = """(state) => {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
  document.dispatchEvent(new Event('visibilitychange'))
}"""
EVENTS = "document.querySelector('session-player').course.events.length"
RUNS = "document.querySelector('session-player').pacer?.running ?? false"


@pytest.fixture(scope="module")
def app(checked_in_app: LiveApp) -> LiveApp:
    """The server of this module, with today's check-in in its diary."""
    return checked_in_app


@pytest.fixture
def after_set(start: Page) -> Page:
    """The first question after a set."""
    press(start, "Start")
    press(start, "Start now")
    press(start, "Done with this set")
    on(start, "after_set")
    return start


@pytest.fixture
def verdict(after_set: Page) -> Page:
    """A calm set; the next one follows."""
    press(after_set, "Just as before")
    on(after_set, "upright")
    after_set.clock.run_for(2 * MINUTE + 2_000)
    press(after_set, "The same as right after")
    on(after_set, "verdict")
    return after_set


def stays(page: Page, button: str) -> str:
    """The tap is on record, and yet its page stays as it is; which one it is."""
    player = page.locator("session-player")
    shown = str(player.get_attribute("data-page"))
    before = page.evaluate(EVENTS)
    page.evaluate(SLOW)
    press(page, button)
    expect(player).to_have_attribute("data-busy", "")
    until(page, f"{EVENTS} > {before}")
    page.clock.run_for(3_000)
    expect(player).to_have_attribute("data-page", shown)
    expect(page.get_by_role("button", name=button).first).to_be_focused()
    return shown


def goes_on(page: Page, shown: str) -> None:
    """As soon as it is drawn, the next page comes, and has the focus."""
    page.evaluate("window.drawAgain()")
    player = page.locator("session-player")
    expect(player).not_to_have_attribute("data-busy", "")
    expect(player).not_to_have_attribute("data-page", shown)
    expect(player.locator("h1")).to_be_focused()
