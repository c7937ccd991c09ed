"""Is all that matters on a page of the player in view, on a small phone and with large letters?

Hazards: H-13.
"""

from typing import Any

import pytest
from playwright.sync_api import Page, Playwright

from tests.browser.conftest import PHONE
from tests.browser.in_place import it_went_down, on, press, start
from tests.browser.live import LiveApp

__all__ = ["start"]

pytestmark = pytest.mark.browser_context_args(service_workers="block", reduced_motion="reduce")


WHOLLY_SEEN = """() => {
  const stop = document.querySelector('button.stop'), box = stop.getBoundingClientRect();
  const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return box.top >= 0 && box.bottom <= innerHeight + 1 && box.height >= 64
    && stop.contains(hit) && document.documentElement.scrollWidth <= innerWidth;
}"""


@pytest.fixture(scope="module")
def app(checked_in_app: LiveApp) -> LiveApp:
    """The server of this module, with today's check-in in its diary."""
    return checked_in_app


def stop_is_seen(page: Page) -> None:
    """From the start of a session to its first verdict, STOP is on the screen, whole and large."""
    on(page, "start")
    press(page, "Start")
    on(page, "ready")
    press(page, "Wait")
    assert page.evaluate(WHOLLY_SEEN), "ready"
    press(page, "Go on")
    press(page, "Start now")
    on(page, "set")
    assert page.evaluate(WHOLLY_SEEN), "set"
    press(page, "Done with this set")
    on(page, "after_set")
    assert page.evaluate(WHOLLY_SEEN), "after a set"
    press(page, "Just as before")
    on(page, "upright")
    assert page.evaluate(WHOLLY_SEEN), "upright"
    press(page, "Answer now")
    press(page, "The same as right after")
    on(page, "verdict")
    assert page.evaluate(WHOLLY_SEEN), "verdict"


@pytest.mark.parametrize("size", [(320, 640), (640, 320), (320, 256)])
def test_stop_is_wholly_in_view_on_each_page_of_the_player(
    start: Page, size: tuple[int, int]
) -> None:
    start.set_viewport_size({"width": size[0], "height": size[1]})
    stop_is_seen(start)


def test_every_answer_of_the_check_is_in_view_on_a_small_phone(start: Page) -> None:
    start.set_viewport_size({"width": 360, "height": 640})
    press(start, "Start")
    on(start, "ready")
    press(start, "Start now")
    press(start, "Done with this set")
    on(start, "after_set")
    bar = start.locator(".session-bar").bounding_box()
    steps = start.locator(".step").all()
    assert bar
    assert len(steps) == 11
    for step in steps:
        box = step.bounding_box()
        assert box
        assert box["height"] >= 48
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= bar["y"], step.inner_text()


def test_how_to_lie_at_ease_is_wholly_seen_above_the_bar(start: Page) -> None:
    press(start, "Start")
    on(start, "ready")
    press(start, "Start now")
    press(start, "Done with this set")
    on(start, "after_set")
    it_went_down(start)
    figure = start.locator(".player-figure svg").bounding_box()
    bar = start.locator(".session-bar").bounding_box()
    assert figure
    assert bar
    assert figure["height"] >= 100
    assert figure["y"] + figure["height"] <= bar["y"]


def test_stop_is_wholly_in_view_when_letters_are_twice_as_large(
    playwright: Playwright, browser_type_launch_args: dict[str, Any], app: LiveApp
) -> None:
    arguments = [*browser_type_launch_args["args"], "--blink-settings=defaultFontSize=32"]
    large = playwright.chromium.launch(**{**browser_type_launch_args, "args": arguments})
    page = large.new_page(viewport=PHONE, service_workers="block", reduced_motion="reduce")
    page.route("**/outbox/*/", lambda route: route.abort())
    page.goto(f"{app.origin}/session/")
    stop_is_seen(page)
    large.close()
