"""Does a whole session run in place, without a network and without hands but for the checks?

Hazards: H-06 a stop that is lost, H-14 no network, H-22 a lost entry.
"""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.in_place import MINUTE, it_went_down, on, press, start
from tests.browser.live import LiveApp

__all__ = ["start"]

pytestmark = pytest.mark.browser_context_args(service_workers="block", reduced_motion="reduce")


@pytest.fixture(scope="module")
def app(checked_in_app: LiveApp) -> LiveApp:
    """The server of this module, with today's check-in in its diary."""
    return checked_in_app


def test_the_keyboard_alone_paces_pauses_checks_and_stops(start: Page) -> None:
    def tab_to(name: str) -> None:
        for _ in range(40):
            start.keyboard.press("Tab")
            text = start.evaluate("document.activeElement.innerText || ''")
            if text.strip().startswith(name):
                return
        raise AssertionError(f"Tab never reaches {name}")

    tab_to("Start")
    start.keyboard.press("Enter")
    on(start, "ready")
    expect(start.locator("main h1")).to_be_focused()
    tab_to("Start now")
    start.keyboard.press("Enter")
    on(start, "set")
    start.clock.run_for(1_500)
    start.keyboard.press("Space")
    expect(start.get_by_text("You are at the same place")).to_be_visible()
    start.keyboard.press("Space")
    start.clock.run_for(150_000)
    on(start, "after_set")
    expect(start.locator("main h1")).to_be_focused()
    tab_to("Just as before")
    start.keyboard.press("Enter")
    on(start, "upright")
    start.keyboard.press("s")
    on(start, "stopped")
    expect(start.locator("[role=alert]")).to_contain_text("You stopped. That is fine")
    expect(start.locator(".sync")).to_contain_text("Kept on this phone")


def test_after_a_reload_the_same_second_of_the_same_set_waits_for_go_on(start: Page) -> None:
    press(start, "Start")
    on(start, "ready")
    press(start, "Start now")
    on(start, "set")
    start.clock.run_for(24_000)
    before = start.locator(".rep").inner_text()
    assert before.startswith("3")
    start.reload()
    on(start, "set")
    expect(start.locator(".rep")).to_have_text(before)
    expect(start.get_by_role("button", name="Go on")).to_be_visible()
    start.clock.run_for(30_000)
    expect(start.locator(".rep")).to_have_text(before)
    press(start, "Go on")
    start.clock.run_for(12_000)
    expect(start.locator(".rep")).to_have_text(re.compile("^[45]"))


def test_a_second_tab_says_so_and_can_take_the_session_over(
    start: Page, context: BrowserContext, app: LiveApp
) -> None:
    press(start, "Start")
    on(start, "ready")
    other = context.new_page()
    other.goto(f"{app.origin}/session/")
    on(other, "elsewhere")
    press(other, "Continue here")
    on(other, "ready")
    on(start, "elsewhere")


def test_ten_minutes_run_on_while_the_page_is_left(start: Page, app: LiveApp) -> None:
    press(start, "Start")
    on(start, "ready")
    press(start, "Start now")
    press(start, "Done with this set")
    on(start, "after_set")
    it_went_down(start)
    press(start, "Not yet")
    expect(start.get_by_text("We noted it")).to_be_visible()
    expect(start.locator(".wait").first).to_contain_text("left")
    start.goto(f"{app.origin}/care/")
    start.clock.fast_forward(10 * MINUTE)
    start.goto(f"{app.origin}/session/")
    on(start, "settle")
    start.clock.run_for(1_000)
    expect(start.locator(".wait").first).to_contain_text("The time is up")
    expect(start).to_have_title(re.compile("The time is up"))
    press(start, "Not yet")
    on(start, "ended")


def test_a_red_flag_shows_the_emergency_card_without_a_network(start: Page) -> None:
    start.context.set_offline(True)
    press(start, "Start")
    on(start, "ready")
    press(start, "Start now")
    press(start, "Done with this set")
    on(start, "after_set")
    press(start, "Upper calf")
    press(start, "4")
    start.get_by_label("Something about the toilet").check(force=True)
    press(start, "Go on")
    press(start, "Yes")
    press(start, "No")
    press(start, "Not sure")
    on(start, "help EMERGENCY")
    card = start.get_by_role("alert")
    expect(card.get_by_role("link", name="Call 112")).to_be_visible()
    expect(card).to_contain_text("Get help now")
