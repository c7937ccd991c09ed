"""Does the timer of heat and ice ask first, run on when the page is left, and work offline?

Hazards: H-28.
"""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Axe, Shoot
from tests.browser.live import LiveApp

HEAT = "/care/heat-and-ice/heat/"
NO, NOT_SURE = "no", "not_sure"
BEGAN = """(minutes) => localStorage.setItem(
  'spineward-warmth-heat', String(Date.now() - minutes * 60_000))"""


@pytest.fixture(scope="module")
def app(open_app: LiveApp) -> LiveApp:
    """The server of this module."""
    return open_app


def answered(page: Page, app: LiveApp, last: str = NO) -> Page:
    """The questions of heat, all answered no but the last one."""
    page.goto(app.origin + HEAT)
    boxes = page.locator(f"input[value={NO}]")
    for n in range(boxes.count() - 1):
        boxes.nth(n).check(force=True)
    page.locator(f"input[value={last}]").last.check(force=True)
    return page


def test_the_questions_are_judged_without_a_network(
    page: Page, app: LiveApp, context: BrowserContext, axe: Axe, shoot: Shoot
) -> None:
    answered(page, app, NOT_SURE)
    context.set_offline(True)
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", name="No heat for now")).to_be_visible()
    expect(page.get_by_text("Keep heat off the belly")).to_be_visible()
    expect(page.get_by_text("Numb skin does not feel")).to_be_hidden()
    expect(page.get_by_role("timer")).to_be_hidden()
    assert axe(page) == []
    shoot(page, "warmth-held")


def test_it_counts_down_from_a_quarter_of_an_hour_and_can_be_stopped(
    page: Page, app: LiveApp, axe: Axe, shoot: Shoot
) -> None:
    answered(page, app).get_by_role("button", name="Go on").click()
    expect(page.get_by_role("timer")).to_have_text("15:00")
    page.get_by_role("button", name="Start").click()
    expect(page.get_by_role("timer")).to_have_text("14:58")
    assert axe(page) == []
    shoot(page, "warmth-runs")
    page.get_by_role("button", name="Stop").click()
    expect(page.locator("[data-say]")).to_have_text("Stopped. Look at your skin.")
    expect(page.get_by_role("button", name="Start")).to_be_focused()


def test_whoever_left_finds_it_running_and_is_asked_to_look_at_the_skin(
    page: Page, app: LiveApp
) -> None:
    page.goto(app.origin + "/care/")
    page.evaluate(BEGAN, 6)
    page.goto(app.origin + HEAT)
    expect(page.get_by_role("timer")).to_contain_text("8:5")
    expect(page.locator("[data-say]")).to_contain_text("Look at your skin now.")


def test_whoever_comes_back_too_late_is_told_that_time_is_up(page: Page, app: LiveApp) -> None:
    page.goto(app.origin + "/care/")
    page.evaluate(BEGAN, 40)
    page.goto(app.origin + HEAT)
    expect(page.locator("[data-say]")).to_contain_text("Time is up.")
    expect(page.get_by_role("button", name="Start")).to_be_visible()
