"""Is no page shown that does not take a tap yet, however slow the phone is at drawing?

Hazards: H-06, H-14. A tap on a page that still works on the one before would be lost.
"""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.in_place import MINUTE, on, press, start
from tests.browser.live import LiveApp

__all__ = ["start"]

pytestmark = pytest.mark.browser_context_args(service_workers="block")

HOLD = """() => {
  const draw = window.requestAnimationFrame
  const held = []
  window.requestAnimationFrame = (frame) => held.push(frame)
  window.goOnDrawing = () => {
    window.requestAnimationFrame = draw
    held.forEach(draw)
  }
}"""
GO_ON = "() => window.goOnDrawing()"


@pytest.fixture(scope="module")
def app(checked_in_app: LiveApp) -> LiveApp:
    """The server of this module, with today's check-in in its diary."""
    return checked_in_app


@pytest.mark.parametrize("button", ["Just as before", "The same as right after", "Go on"])
def test_while_a_tap_is_worked_on_the_page_stays_as_it_is_and_keeps_the_focus(
    start: Page, button: str
) -> None:
    press(start, "Start")
    press(start, "Start now")
    press(start, "Done with this set")
    on(start, "after_set")
    for before in ["Just as before", "The same as right after"]:
        if before == button:
            break
        press(start, before)
        if before == "Just as before":
            on(start, "upright")
            start.clock.run_for(2 * MINUTE + 2_000)
        else:
            on(start, "verdict")
    player = start.locator("session-player")
    page = str(player.get_attribute("data-page"))
    start.evaluate(HOLD)
    press(start, button)
    expect(player).to_have_attribute("data-busy", "")
    start.clock.run_for(3_000)
    expect(player).to_have_attribute("data-page", page)
    expect(start.get_by_role("button", name=button).first).to_be_focused()
    start.evaluate(GO_ON)
    expect(player).not_to_have_attribute("data-busy", "")
    expect(player).not_to_have_attribute("data-page", page)
    expect(player.locator("h1")).to_be_focused()
