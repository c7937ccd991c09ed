"""Is no page shown that does not take a tap yet, and does no late tap go on after STOP?

Hazards: H-06, H-14. A phone draws late: a tap on a page that still works on the one before would be
lost, and what a tap led to could come after the STOP that followed it.
"""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hands import until
from tests.browser.in_place import FULL, MINUTE, on, press, start
from tests.browser.live import LiveApp

__all__ = ["start"]

pytestmark = pytest.mark.browser_context_args(service_workers="block")

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


def test_an_answer_keeps_its_page_until_the_next_one_takes_a_tap(after_set: Page) -> None:
    goes_on(after_set, stays(after_set, "Just as before"))
    on(after_set, "upright")


def test_go_on_keeps_its_page_until_the_next_one_takes_a_tap(verdict: Page) -> None:
    goes_on(verdict, stays(verdict, "Go on"))
    on(verdict, "ready")


def test_a_symptom_is_on_record_before_the_page_after_it_is_shown(after_set: Page) -> None:
    press(after_set, "Just")
    on(after_set, "upright")
    press(after_set, "Answer now")
    press(after_set, "Upper calf")
    press(after_set, "4")
    after_set.get_by_label("Dizzy", exact=False).first.check(force=True)
    goes_on(after_set, stays(after_set, "Go on"))


def test_no_second_tap_changes_an_answer_that_is_being_told(after_set: Page) -> None:
    press(after_set, "Heel, foot")
    press(after_set, "4")
    press(after_set, "Nothing new")
    shown = stays(after_set, "Yes, that is right")
    press(after_set, "No")
    expect(after_set.locator("session-player")).to_have_attribute("data-page", shown)
    goes_on(after_set, shown)
    on(after_set, "settle")


def test_a_page_that_draws_nothing_goes_on_all_the_same(after_set: Page) -> None:
    after_set.evaluate(NOTHING_DRAWN)
    press(after_set, "Just as before")
    after_set.clock.run_for(1_500)
    on(after_set, "upright")


def test_a_late_tap_starts_no_set_after_a_stop_that_found_no_room(verdict: Page) -> None:
    stays(verdict, "Go on")
    verdict.evaluate(FULL)
    verdict.keyboard.press("Escape")
    on(verdict, "no_store")
    verdict.evaluate("window.drawAgain()")
    player = verdict.locator("session-player")
    expect(player).not_to_have_attribute("data-busy", "")
    verdict.clock.run_for(3_000)
    expect(player).to_have_attribute("data-page", "no_store")
    assert verdict.evaluate(RUNS) is False


def test_stop_is_taken_at_once_while_another_tap_is_worked_on(verdict: Page) -> None:
    stays(verdict, "Go on")
    press(verdict, "Stop")
    on(verdict, "stopped")
    verdict.evaluate("window.drawAgain()")
    verdict.clock.run_for(3_000)
    on(verdict, "stopped")
    assert verdict.evaluate(RUNS) is False


def test_the_space_bar_starts_no_set_behind_another_page(start: Page) -> None:
    press(start, "Start")
    press(start, "Start now")
    on(start, "set")
    press(start, "Note")
    on(start, "note")
    start.locator("h1").focus()
    start.keyboard.press("Space")
    assert start.evaluate(RUNS) is False
    press(start, "Back")
    on(start, "set")
    start.evaluate(FULL)
    start.keyboard.press("Escape")
    on(start, "no_store")
    start.keyboard.press("Space")
    start.clock.run_for(3_000)
    on(start, "no_store")
    assert start.evaluate(RUNS) is False
