"""Does no set run after STOP, behind another page or unseen, and does nothing hide a call for help?

Hazards: H-01, H-06, H-14. On a slow phone what a tap led to can come after the
STOP that followed it.
"""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hands import until
from tests.browser.in_place import FULL, MINUTE, on, press, start
from tests.browser.slow_phone import HIDDEN, NOTHING_DRAWN, RUNS, after_set, app, stays, verdict

__all__ = ["after_set", "app", "start", "verdict"]

pytestmark = pytest.mark.browser_context_args(service_workers="block")


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


def test_no_set_begins_on_a_phone_that_was_locked_right_after_the_tap(verdict: Page) -> None:
    verdict.evaluate(NOTHING_DRAWN)
    press(verdict, "Go on")
    verdict.evaluate(HIDDEN, "hidden")
    verdict.clock.run_for(1_500)
    on(verdict, "ready")
    assert verdict.evaluate(RUNS) is False
    verdict.evaluate("window.drawAgain()")
    verdict.evaluate(HIDDEN, "visible")
    verdict.clock.run_for(60_000)
    on(verdict, "ready")
    press(verdict, "Go on")
    press(verdict, "Start now")
    on(verdict, "set")


def test_a_set_whose_device_slept_waits_where_it_was(start: Page) -> None:
    press(start, "Start")
    press(start, "Start now")
    on(start, "set")
    start.clock.run_for(3_000)
    start.clock.fast_forward(30 * MINUTE)
    start.clock.run_for(3_000)
    on(start, "set")
    expect(start.get_by_text("You are at the same place")).to_be_visible()
    assert start.evaluate(RUNS) is False


@pytest.fixture
def toilet(after_set: Page) -> Page:
    """The last question about a red flag; the first one was affirmed."""
    press(after_set, "Heel, foot")
    press(after_set, "4")
    after_set.get_by_label("Something about the toilet").check(force=True)
    press(after_set, "Go on")
    press(after_set, "Yes")
    press(after_set, "No")
    return after_set


def test_help_is_shown_also_where_a_sign_finds_no_room_and_is_on_record_with_the_stop(
    toilet: Page,
) -> None:
    toilet.evaluate(FULL.replace("row.event?.event?.kind !== 'stopped'", "!window.full"))
    toilet.evaluate("window.full = true")
    press(toilet, "Not sure")
    on(toilet, "help EMERGENCY")
    expect(toilet.get_by_role("link", name="Call 112")).to_be_visible()
    expect(toilet.get_by_text("Make room on this phone")).to_be_visible()
    toilet.evaluate("window.full = false")
    toilet.keyboard.press("Escape")
    kinds = "document.querySelector('session-player').course.events.map((one) => one.kind)"
    until(toilet, f"{kinds}.slice(-2).join()", "stopped,symptoms")
    on(toilet, "help EMERGENCY")


def test_a_stop_that_finds_no_room_hides_no_help(toilet: Page) -> None:
    toilet.evaluate(FULL)
    stays(toilet, "Not sure")
    toilet.keyboard.press("Escape")
    on(toilet, "help EMERGENCY")
    toilet.evaluate("window.drawAgain()")
    toilet.clock.run_for(3_000)
    on(toilet, "help EMERGENCY")
    expect(toilet.get_by_role("link", name="Call 112")).to_be_visible()
