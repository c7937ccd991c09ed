"""Do the frame of a page, its letters and its themes hold on every screen and for every setting?"""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, PHONE, Axe, Shoot
from tests.browser.live import LiveApp
from tests.browser.showed import shown

PAGES = {"today": "/", "emergency": "/emergency/", "settings": "/settings/"}
NARROW = 320
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def app(open_app: LiveApp) -> LiveApp:
    """The server of this module."""
    return open_app


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_no_accessibility_violation_on_phone_and_desk_in_both_themes(
    home: Page, app: LiveApp, axe: Axe, shoot: Shoot, name: str
) -> None:
    home.goto(app.origin + PAGES[name])
    for size in (PHONE, DESK):
        home.set_viewport_size(size)
        for scheme in ("light", "dark"):
            home.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            assert axe(home) == [], f"{size} {scheme}"
    shoot(home, name)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_the_narrowest_phone(home: Page, app: LiveApp, name: str) -> None:
    home.set_viewport_size({"width": NARROW, "height": 640})
    home.goto(app.origin + PAGES[name])
    assert home.evaluate(TOO_WIDE) == 0


@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_when_its_text_is_twice_as_large(home: Page, app: LiveApp, name: str) -> None:
    home.goto(app.origin + PAGES[name])
    home.evaluate("document.documentElement.style.fontSize = '200%'")
    assert home.evaluate(TOO_WIDE) == 0


def test_the_letters_are_our_own(home: Page) -> None:
    home.evaluate("document.fonts.ready")
    assert home.evaluate("document.fonts.check('18px \"Atkinson Hyperlegible Next\"')")
    loaded = home.evaluate("[...document.fonts].filter(f => f.status === 'loaded').length")
    assert loaded > 0


def test_the_page_is_dark_where_the_person_asked_for_dark(home: Page) -> None:
    colour = "getComputedStyle(document.body).backgroundColor"
    home.emulate_media(color_scheme="light")
    assert home.evaluate(colour) == "rgb(251, 249, 245)"
    home.emulate_media(color_scheme="dark")
    assert home.evaluate(colour) == "rgb(20, 24, 29)"


def test_nothing_moves_where_the_person_asked_for_stillness(home: Page) -> None:
    home.emulate_media(reduced_motion="reduce")
    moving = home.evaluate(
        "[...document.querySelectorAll('*')].filter(e => getComputedStyle(e)"
        ".transitionDuration.split(',').some(s => parseFloat(s) > 0)).length"
    )
    assert moving == 0


def test_every_control_is_large_enough_for_a_tired_thumb(home: Page) -> None:
    small = home.evaluate(
        "[...document.querySelectorAll('main a.nhsuk-button, main button, summary, header a')]"
        ".map(e => [e.innerText, e.getBoundingClientRect().height])"
        ".filter(([, height]) => height > 0 && height < 48)"
    )
    assert small == []


def test_the_skip_link_comes_first_and_leads_to_the_text(home: Page) -> None:
    home.keyboard.press("Tab")
    expect(home.locator(".nhsuk-skip-link")).to_be_focused()
    home.keyboard.press("Enter")
    expect(home.locator("#main")).to_be_focused()


def test_paper_shows_the_words_and_the_number_and_leaves_the_controls_out(
    home: Page, app: LiveApp
) -> None:
    home.goto(app.origin + "/emergency/")
    home.emulate_media(media="print")
    expect(home.locator(".shell-footer nav")).to_be_hidden()
    expect(home.locator("a[href='tel:112']")).to_be_visible()
    expect(home.get_by_role("heading", level=1)).to_be_visible()
    home.goto(app.origin + "/settings/")
    expect(home.locator("main a.nhsuk-button").first).to_be_hidden()


def test_nothing_is_animated_where_the_person_asked_for_stillness(home: Page) -> None:
    moving = home.evaluate(
        "[...document.querySelectorAll('*')].filter(e => getComputedStyle(e)"
        ".animationName !== 'none').length"
    )
    assert moving == 0


def test_a_test_that_fails_tells_what_the_browser_showed(home: Page) -> None:
    told = shown([home.context])
    assert home.url in told
    heading = home.inner_text("h1")
    assert heading in told
