"""Is help shown at once when it is needed, movement locked, and a stray tap forgiven?"""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import way
from tests.browser.hands import Finger
from tests.browser.live import LiveApp

pytestmark = [
    pytest.mark.usefixtures("plain_session"),
    pytest.mark.browser_context_args(service_workers="block"),
]
"""The session pages of the server; the player has tests of its own."""

NEW_TODAY = {
    "since": "0",
    "worsened": "never",
    "examined": "none",
    "before_episode": "no",
    "same_as_usual": "no",
}


@pytest.fixture(scope="module")
def app(open_app: LiveApp) -> LiveApp:
    """The server of this module."""
    return open_app


@pytest.fixture
def home(page: Page, app: LiveApp) -> Page:
    """The first page, with whatever an earlier test entered erased."""
    return way.begin_anew(page, app.origin)


def confirm(finger: Finger) -> None:
    """Yes, new today, and nobody has looked at it."""
    finger.choose("answer", "yes")
    for name, value in NEW_TODAY.items():
        finger.choose(name, value)
    finger.press("Go on")


def test_a_line_ticked_by_mistake_is_taken_back_and_nothing_is_locked(home: Page) -> None:
    finger = Finger(home)
    finger.follow("Start")
    finger.choose("tick", "A1")
    finger.press("Go on with ticks")
    finger.choose("answer", "no")
    finger.press("Go on")
    expect(home).to_have_url(re.compile("/Q2/"))
    finger.follow("Stop for now")
    expect(home.locator("a[href='tel:112']")).to_have_count(0)
    expect(home.get_by_role("link", name="Go on with your check-in")).to_be_visible()


def test_a_confirmed_sign_shows_help_at_once_and_an_examination_and_a_fresh_screen_release(
    home: Page, app: LiveApp
) -> None:
    finger = Finger(home)
    finger.follow("Start")
    finger.choose("tick", "A1")
    finger.press("Go on with ticks")
    confirm(finger)
    call = home.locator("a[href='tel:112']")
    expect(call).to_be_visible()
    assert finger.taps <= 10
    home.goto(app.origin + "/session/")
    expect(home.get_by_role("button", name="Yes, start")).to_have_count(0)
    home.goto(app.origin + "/")
    finger.follow("Someone has examined me")
    day = home.evaluate(
        "[new Date().getDate(), new Date().getMonth() + 1, new Date().getFullYear()]"
    )
    for name, number in zip(("day", "month", "year"), day, strict=True):
        finger.write(f"day_{name}", str(number))
    finger.choose("told_ok", "yes")
    finger.press("Go on")
    way.red_flags(finger)
    way.about(finger)
    way.chart(finger)
    way.day(finger)
    way.patterns(finger)
    expect(home.locator("a[href='tel:112']")).to_have_count(0)
    expect(home.get_by_role("link", name="Start session")).to_be_visible()


def test_not_sure_is_helped_by_one_more_question(home: Page) -> None:
    finger = Finger(home)
    finger.follow("Start")
    finger.choose("tick", "A1")
    finger.press("Not sure about one")
    finger.choose("answer", "not_sure")
    finger.press("Go on")
    expect(home).to_have_url(re.compile("/clarify.A1/"))
    finger.choose("answer", "yes")
    finger.press("Go on")
    expect(home).to_have_url(re.compile("/Q2/"))


def test_preferring_not_to_say_is_a_call_today(home: Page) -> None:
    finger = Finger(home)
    finger.follow("Start")
    finger.choose("tick", "A4")
    finger.press("Go on with ticks")
    finger.choose("answer", "prefer_not_to_say")
    finger.press("Go on")
    while home.get_by_role("button", name="None of these").count():
        finger.press("None of these")
    expect(home.get_by_role("heading", level=1)).to_contain_text("Ring your doctor today")
    expect(home.get_by_role("link", name="Start session")).to_have_count(0)


def test_thoughts_of_self_harm_show_people_to_talk_to_first(home: Page) -> None:
    finger = Finger(home)
    finger.follow("Start")
    for _ in range(3):
        finger.press("None of these")
    finger.choose("tick", "A16")
    finger.press("Go on with ticks")
    finger.choose("answer", "yes")
    finger.press("Go on")
    lines = home.get_by_text("116 123").bounding_box()
    call = home.locator("a[href='tel:112']").bounding_box()
    title = home.get_by_role("heading", name="You are not alone with this").bounding_box()
    assert lines is not None
    assert call is not None
    assert title is not None
    assert title["y"] < lines["y"] < call["y"]


def test_a_red_flag_during_a_set_is_help_now(home: Page) -> None:
    finger = Finger(home)
    way.first_check_in(finger)
    finger.follow("Start session")
    finger.press("Yes, start")
    finger.press("I have done this set")
    finger.choose("lowest_right", "6")
    finger.choose("pain_right", "4")
    finger.choose("new", "toilet")
    finger.press("Go on")
    for item, answer in (("A1", "yes"), ("A2", "no"), ("A3", "no")):
        finger.choose(item, answer)
    finger.press("Go on")
    finger.follow("Read what to do now")
    expect(home.locator("a[href='tel:112']")).to_be_visible()
