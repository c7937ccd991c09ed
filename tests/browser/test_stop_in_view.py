"""Is STOP seen, named and reachable on every screen of a session, however large the letters?

Hazards: H-13 a stop that zoom, a phone on its side, the keyboard or a screen reader hides.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, Playwright, ViewportSize

from tests.browser import way
from tests.browser.conftest import PHONE
from tests.browser.hands import Finger
from tests.browser.live import LiveApp

pytestmark = pytest.mark.browser_context_args(service_workers="block")

SCREENS: dict[str, ViewportSize] = {
    "narrow": {"width": 320, "height": 640},
    "on its side": {"width": 640, "height": 320},
}
ZOOMED: dict[str, ViewportSize] = {**SCREENS, "zoomed fourfold": {"width": 320, "height": 256}}
"""A small desk screen at 400 %: with ordinary letters only, zoom enlarges those as well."""
WHOLLY_SEEN = """() => {
  const stop = document.querySelector('button.stop'), box = stop.getBoundingClientRect();
  const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight + 1
    && box.right <= innerWidth + 1 && stop.contains(hit);
}"""
"""Inside the screen without scrolling, and nothing lies over it."""


@pytest.fixture(scope="module")
def app(open_app: LiveApp) -> LiveApp:
    """The server of this module."""
    return open_app


@pytest.fixture
def large(playwright: Playwright, browser_type_launch_args: dict[str, Any]) -> Iterator[Page]:
    """A phone whose owner set letters to twice the size."""
    arguments = [*browser_type_launch_args["args"], "--blink-settings=defaultFontSize=32"]
    browser = playwright.chromium.launch(**{**browser_type_launch_args, "args": arguments})
    page = browser.new_page(viewport=PHONE, service_workers="block")
    page.route("**/built/session-player.js", lambda route: route.abort())
    yield page
    browser.close()


def session_pages(page: Page, origin: str) -> Iterator[str]:
    """The pages between the start of a session and its first verdict."""
    # The pages of the server; tests of the player look at its own STOP.
    page.route("**/built/session-player.js", lambda route: route.abort())
    way.begin_anew(page, origin)
    finger = Finger(page)
    way.first_check_in(finger)
    page.goto(origin + "/session/")
    finger.press("Yes, start")
    yield "movement"
    finger.press("I have done this set")
    yield "after a set"
    finger.press("Just as before")
    yield "upright"
    finger.press("The same as right after")
    yield "verdict"


def hidden(page: Page, screens: dict[str, ViewportSize]) -> Iterator[str]:
    """The screens on which STOP of this page is not wholly seen at the top of the page."""
    for screen, size in screens.items():
        page.set_viewport_size(size)
        page.evaluate("scrollTo(0, 0)")
        if not page.evaluate(WHOLLY_SEEN):
            yield f"STOP is not in view: {screen}"
    page.set_viewport_size(PHONE)


def unnamed(page: Page) -> Iterator[str]:
    """What a screen reader is not told: that STOP is a button, and what was decided."""
    if not page.get_by_role("button", name="Stop", exact=False).first.is_visible():
        yield "STOP is no button with a name"
    if not page.get_by_role("heading", level=1).inner_text().strip():
        yield "no heading"
    if not page.title().strip():
        yield "no title"


def test_stop_is_in_view_and_named_on_every_page_of_a_session_with_letters_of_any_size(
    page: Page, large: Page, app: LiveApp
) -> None:
    wrong = []
    seen = []
    for name in session_pages(page, app.origin):  # one walk, at whose stops all is looked at
        seen.append(name)
        wrong += [f"{name}: {line}" for line in hidden(page, ZOOMED)]
        wrong += [f"{name}: {line}" for line in unnamed(page)]
        large.goto(page.url)
        wrong += [f"{name}, large letters: {line}" for line in hidden(large, SCREENS)]
    assert wrong == []
    assert seen == ["movement", "after a set", "upright", "verdict"]
