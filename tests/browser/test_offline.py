"""Which pages are there without a network? Help, care, and what is open, as long as it holds.

Hazards: H-01, H-05, H-14.

The network is taken away in two ways: the browser is cut off, and the server is killed.
"""

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Axe, Shoot
from tests.browser.hands import Finger
from tests.browser.live import LiveApp
from tests.browser.offline import app, visited

__all__ = ["app", "visited"]


def test_every_page_of_help_and_care_is_there_when_the_server_is_gone(
    visited: Page, app: LiveApp, axe: Axe, shoot: Shoot
) -> None:
    app.kill()
    for path, heading in {
        "/": "",
        "/emergency/": "",
        "/care/": "",
        "/care/heat-and-ice/": "",
        "/care/medicines/": "",
        "/diary/": "Diary",
        "/how/": "",
        "/settings/": "Settings",
        "/outbox/": "What waits",
        "/outbox/away/": "We cannot decide now",
    }.items():
        visited.goto(app.origin + path)
        expect(visited.locator("h1")).to_contain_text(heading)
        expect(visited.locator("[data-shell-state]")).to_contain_text("Offline")
    visited.goto(app.origin + "/nowhere/")
    expect(visited.locator("h1")).to_contain_text("We cannot decide now")
    assert axe(visited) == []
    shoot(visited, "away")


def test_today_of_this_day_is_shown_until_something_is_entered(
    visited: Page, app: LiveApp, context: BrowserContext
) -> None:
    context.set_offline(True)
    visited.goto(app.origin)
    expect(visited.get_by_role("link", name="Start session")).to_be_visible()
    visited.goto(f"{app.origin}/check-in/QS/?kind=session")
    visited.locator("input[value='A1']").check(force=True)
    Finger(visited).press("Go on with ticks")
    visited.goto(app.origin)
    expect(visited.locator("h1")).to_contain_text("We cannot decide now")


def test_today_of_another_day_is_not_shown(visited: Page, app: LiveApp) -> None:
    app.kill()
    visited.evaluate(
        """async () => {
          const pages = await caches.open('spineward-pages')
          const page = await pages.match('/')
          const headers = new Headers(page.headers)
          headers.set('X-Day', '2020-01-01')
          await pages.put('/', new Response(await page.text(), {headers}))
        }"""
    )
    visited.goto(app.origin)
    expect(visited.locator("h1")).to_contain_text("We cannot decide now")


def test_a_tick_without_a_network_shows_the_strictest_card_at_once(
    visited: Page, app: LiveApp, axe: Axe, shoot: Shoot
) -> None:
    app.kill()
    visited.goto(f"{app.origin}/check-in/QS/?kind=session")
    visited.locator("input[value='A1']").check(force=True)
    Finger(visited).press("Not sure about one")
    expect(visited.locator("h1")).to_contain_text("Get help now")
    expect(visited.locator("[data-sign-lines] li:visible")).to_have_count(1)
    expect(visited.get_by_role("link", name="Answer more about this")).to_be_visible()
    assert axe(visited) == []
    shoot(visited, "sign")
    visited.goto(f"{app.origin}/session/")
    expect(visited.locator("h1")).to_contain_text("We cannot decide now")


def test_what_made_it_worse_leads_to_the_warning_signs_at_once_without_a_network(
    visited: Page, app: LiveApp
) -> None:
    app.kill()
    visited.goto(f"{app.origin}/diary/note/worse/")
    visited.select_option("[name=movement]", "none")
    finger = Finger(visited)
    finger.choose("when", "0")
    finger.press("Save")
    expect(visited).to_have_url(f"{app.origin}/check-in/QS/?kind=daily&signs=first")
    visited.locator("input[value='A1']").check(force=True)
    finger.press("Go on with ticks")
    expect(visited.locator("h1")).to_contain_text("Get help now")


def test_a_network_that_goes_before_the_signs_are_shown_skips_none_of_them(
    visited: Page, app: LiveApp
) -> None:
    app.kill()
    visited.goto(f"{app.origin}/check-in/?signs=first")
    expect(visited).to_have_url(f"{app.origin}/check-in/QS/?kind=daily&signs=first")
    visited.goto(f"{app.origin}/check-in/")
    expect(visited).to_have_url(f"{app.origin}/check-in/chart/?kind=daily")
