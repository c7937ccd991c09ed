"""Does the moving figure play, pause, slow and step, by finger and key, and stand still when asked?

Hazards: H-27 a movement that is copied wrongly from its picture.
"""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.template.loader import render_to_string
from playwright.sync_api import Locator, Page, expect

from spineward.web.session.figures import frames, pictures
from tests.browser.conftest import Axe
from tests.browser.live import LiveApp

pytestmark = pytest.mark.browser_context_args(
    service_workers="block", reduced_motion="no-preference"
)
SHAPE = """figure => [...figure.querySelectorAll(".figure--moving path")]
  .map(path => path.getAttribute("d")).join()"""
CHANGED = f"""async figure => {{
  const shape = {SHAPE}, before = shape(figure);
  while (shape(figure) === before) await new Promise(requestAnimationFrame);
}}"""
STILL_FOR = 200
"""Milliseconds in which something that moves would have moved."""
COLOURS_CHANGE = 500
"""Milliseconds until no colour is on its way from one theme to the other."""
Show = Callable[..., Locator]


@pytest.fixture(scope="module")
def app(open_app: LiveApp) -> LiveApp:
    """The server of this module."""
    return open_app


@pytest.fixture
def show(page: Page, app: LiveApp) -> Show:
    """A page with the pictures of one movement, as the session page has them."""

    def opened(movement: str = "M30a", leg: Any = "left", direction: str = "ltr") -> Locator:
        figure = render_to_string(
            "session/_figure.html",
            {
                "movement": movement,
                "pictures": pictures(movement, leg),
                "frames": frames(movement, leg),
            },
        )
        html = (
            f'<!doctype html><html lang="en" dir="{direction}"><title>Figure</title>'
            '<meta name="viewport" content="width=device-width">'
            '<link rel="stylesheet" href="/static/built/shell.css">'
            '<script type="module" src="/static/built/moving-figure.js"></script>'
            f'<main class="shell-main"><h1>Figure</h1>{figure}</main>'
        )
        address = app.origin + "/emergency/"
        page.route(address, lambda route: route.fulfill(body=html, content_type="text/html"))
        page.goto(address)
        return page.locator("moving-figure")

    return opened


def moves(figure: Locator) -> None:
    """Wait until the picture has changed by itself, however long a pose is held."""
    figure.evaluate(CHANGED)


def still(page: Page, figure: Locator) -> bool:
    """Does the picture stay as it is?"""
    before = figure.evaluate(SHAPE)
    page.wait_for_timeout(STILL_FOR)
    return bool(figure.evaluate(SHAPE) == before)


def at(figure: Locator) -> float:
    """The second of the cycle that is shown."""
    return float(figure.evaluate("figure => figure.at"))


def ready(figure: Locator) -> Locator:
    """The figure once its frames are there, paused at its first pose."""
    figure.locator(".figure--moving").wait_for()
    figure.evaluate("figure => { figure.pause(); figure.at = 0 }")
    return figure


def test_it_plays_by_itself_and_can_be_paused(page: Page, show: Show) -> None:
    figure = show()
    figure.locator(".figure--moving").wait_for()
    moves(figure)
    figure.get_by_role("button", name="Pause").click()
    figure.evaluate("figure => { figure.at = 1.5 }")  # on its way, where stillness is no held pose
    assert still(page, figure)
    figure.get_by_role("button", name="Play").click()
    moves(figure)


def test_the_moving_picture_takes_the_place_of_the_stills(page: Page, show: Show) -> None:
    figure = ready(show())
    expect(figure.locator("[data-stills]")).to_be_hidden()
    drawn = figure.locator(".figure--moving svg")
    expect(drawn).to_have_attribute("aria-label", "Nerve slider, lying")


def test_slow_takes_twice_the_time(page: Page, show: Show) -> None:
    figure = ready(show())
    slow = figure.get_by_role("button", name="Slow")
    expect(slow).to_have_attribute("aria-pressed", "false")
    slow.click()
    expect(slow).to_have_attribute("aria-pressed", "true")
    passed = figure.evaluate(
        """async figure => {
            const start = performance.now();
            figure.play();
            await new Promise(done => setTimeout(done, 1000));
            figure.pause();
            return figure.at / ((performance.now() - start) / 1000);
        }"""
    )
    assert 0.3 < passed <= 0.55


def test_it_goes_from_pose_to_pose_and_back_and_says_which(page: Page, show: Show) -> None:
    figure = ready(show())
    step = figure.get_by_role("button", name="Next")
    seen = []
    for _ in range(3):
        step.click()
        seen.append((at(figure), figure.get_by_role("status").inner_text()))
    assert seen == [(4, "Picture 2 of 3."), (8, "Picture 3 of 3."), (0, "Picture 1 of 3.")]
    figure.get_by_role("button", name="Back").click()
    assert at(figure) == 8


def test_back_from_the_middle_of_a_way_returns_to_where_it_began(page: Page, show: Show) -> None:
    figure = ready(show())
    figure.evaluate("figure => { figure.at = 6 }")
    figure.get_by_role("button", name="Back").click()
    assert at(figure) == 4


@pytest.mark.parametrize(("direction", "key"), [("ltr", "ArrowRight"), ("rtl", "ArrowLeft")])
def test_keys_play_pause_and_step(page: Page, show: Show, direction: str, key: str) -> None:
    figure = ready(show(direction=direction))
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText.trim()") == "Play"
    page.keyboard.press("Space")
    assert figure.evaluate("figure => figure.playing")
    page.keyboard.press("Enter")
    assert not figure.evaluate("figure => figure.playing")
    figure.evaluate("figure => { figure.at = 0 }")
    page.keyboard.press(key)
    assert at(figure) == 4


def test_where_stillness_is_asked_for_the_stills_stay(page: Page, show: Show) -> None:
    page.emulate_media(reduced_motion="reduce")
    figure = show()
    page.wait_for_function("document.querySelector('moving-figure').cycle > 0")
    expect(figure.locator("[data-stills]")).to_be_visible()
    expect(figure.locator(".figure--moving")).to_be_hidden()
    expect(figure.locator("[data-controls]")).to_be_hidden()
    assert not figure.evaluate("figure => { figure.play(); return figure.playing }")


def test_stillness_asked_for_on_the_way_stops_it_at_once(page: Page, show: Show) -> None:
    figure = show()
    figure.locator(".figure--moving").wait_for()
    assert figure.evaluate("figure => figure.playing")
    page.emulate_media(reduced_motion="reduce")
    figure.locator("[data-stills]").wait_for()
    assert not figure.evaluate("figure => figure.playing")


def test_without_its_frames_the_stills_stay(page: Page, show: Show) -> None:
    page.route("**/figures/*", lambda route: route.abort())
    with page.expect_event("requestfailed", lambda request: "/figures/" in request.url):
        figure = show()
    page.wait_for_timeout(STILL_FOR)
    expect(figure.locator("[data-stills]")).to_be_visible()
    expect(figure.locator("[data-controls]")).to_be_hidden()


def test_a_session_drives_it_and_in_stillness_sees_each_pose_with_its_arrow(
    page: Page, show: Show
) -> None:
    figure = ready(show())
    figure.evaluate("figure => { figure.at = 5.5 }")
    between = figure.evaluate(SHAPE)
    assert still(page, figure)
    figure.evaluate("figure => figure.querySelector('[data-stills]').remove()")
    page.emulate_media(reduced_motion="reduce")
    figure.evaluate("figure => { figure.at = 5.5 }")
    assert figure.evaluate(SHAPE) != between
    arrow = figure.locator(".figure--moving g > path").last
    expect(arrow).to_have_attribute("d", re.compile("^M"))
    first = figure.evaluate(SHAPE)
    figure.evaluate("figure => { figure.at = 4.5 }")
    assert figure.evaluate(SHAPE) == first


def test_another_source_brings_another_picture(page: Page, show: Show) -> None:
    figure = ready(show())
    figure.evaluate(
        """figure => new Promise(done => {
            figure.addEventListener('ready', done, {once: true});
            figure.setAttribute('src', '/figures/M10.json');
        })"""
    )
    assert figure.evaluate("figure => figure.cycle") == 15
    expect(figure.locator(".figure--moving")).to_have_count(1)


def test_its_buttons_are_large_enough_for_a_tired_thumb(page: Page, show: Show) -> None:
    figure = ready(show())
    for width in (320, 360, 1280):
        page.set_viewport_size({"width": width, "height": 740})
        boxes = [button.bounding_box() for button in figure.get_by_role("button").all()]
        assert all(box and box["height"] >= 48 and box["width"] >= 48 for box in boxes)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("movement", ["M30a", "M41", "M10"])
def test_nothing_bars_anyone_in_any_state(page: Page, show: Show, axe: Axe, movement: str) -> None:
    figure = show(movement)
    figure.locator(".figure--moving").wait_for()
    assert axe(page) == [], "playing"
    ready(figure)
    assert axe(page) == [], "paused"
    figure.get_by_role("button", name="Slow").click()
    figure.get_by_role("button", name="Next").click()
    assert axe(page) == [], "slow, at the second pose"
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(COLOURS_CHANGE)
    assert axe(page) == [], "dark"
    page.emulate_media(reduced_motion="reduce")
    assert axe(page) == [], "still"
