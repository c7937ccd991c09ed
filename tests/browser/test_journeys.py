"""Can a person go the whole way without JavaScript, and with nothing but a keyboard?"""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import way
from tests.browser.hands import Finger, Keyboard
from tests.browser.live import LiveApp

pytestmark = [
    pytest.mark.usefixtures("plain_session"),
    pytest.mark.browser_context_args(service_workers="block"),
]
"""The session pages of the server; the player has tests of its own."""


@pytest.fixture(scope="module")
def app(open_app: LiveApp) -> LiveApp:
    """The server of this module."""
    return open_app


@pytest.fixture
def home(page: Page, app: LiveApp) -> Page:
    """The first page, with whatever an earlier test entered erased."""
    return way.begin_anew(page, app.origin)


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_the_whole_way_works_without_javascript(home: Page) -> None:
    finger = Finger(home)
    way.first_check_in(finger)
    way.session(finger)


def test_the_whole_way_works_by_keyboard_alone(home: Page) -> None:
    keyboard = Keyboard(home)
    home.keyboard.press("Tab")
    expect(home.locator(".nhsuk-skip-link")).to_be_focused()
    home.keyboard.press("Enter")
    way.first_check_in(keyboard)
    way.session(keyboard)


def test_the_red_flags_take_eight_taps_at_most_from_the_first_page(home: Page) -> None:
    finger = Finger(home)
    finger.follow("Start")
    way.red_flags(finger)
    assert finger.taps <= 8
    assert home.url.split("?")[0].endswith("/check-in/about/")
