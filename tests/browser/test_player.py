"""Does a whole session run in place, without a network and without hands but for the checks?

Hazards: H-06 a stop that is lost, H-13 one that is hidden, H-14 no network, H-22 a lost entry.
"""

import re
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, Route, expect

from tests.browser.conftest import PHONE
from tests.browser.live import LiveApp

pytestmark = pytest.mark.browser_context_args(service_workers="block", reduced_motion="reduce")

MINUTE = 60_000


@pytest.fixture(scope="module")
def app(checked_in_app: LiveApp) -> LiveApp:
    """The server of this module, with today's check-in in its diary."""
    return checked_in_app


@pytest.fixture
def start(page: Page, app: LiveApp) -> Page:
    """The start of a session, with a clock that the test tells; what is sent never arrives, so
    that the next test finds the same diary."""
    page.context.set_default_timeout(15_000)
    page.context.route("**/outbox/*/", lambda route: route.abort())
    page.clock.install()
    page.goto(f"{app.origin}/session/")
    on(page, "start")
    return page


def on(page: Page, name: str) -> None:
    """The player has come to this page; its heading has the focus, but for the first one."""
    page.locator(f"session-player[data-page^='{name}']").wait_for()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=re.compile(f"^{re.escape(name)}")).first.click()


def to_the_check(page: Page) -> None:
    """A set is paced to its end, and nobody touches anything."""
    on(page, "ready")
    page.clock.run_for(40_000)
    on(page, "set")
    page.clock.run_for(150_000)
    on(page, "after_set")


def calm_set(page: Page) -> None:
    """A set after which all is as before: one tap for each of the two checks."""
    to_the_check(page)
    press(page, "Just as before")
    on(page, "upright")
    page.clock.run_for(2 * MINUTE + 2_000)
    press(page, "The same as right after")
    on(page, "verdict")


def it_went_down(page: Page) -> None:
    """After this set the foot is felt."""
    press(page, "Heel, foot")
    press(page, "4")
    press(page, "Nothing else is new")
    press(page, "Yes, that is right")
    on(page, "settle")


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
    assert start.evaluate("document.activeElement.tagName") == "H1"
    tab_to("Start now")
    start.keyboard.press("Enter")
    on(start, "set")
    start.clock.run_for(1_500)
    start.keyboard.press("Space")
    expect(start.get_by_text("You are at the same place")).to_be_visible()
    start.keyboard.press("Space")
    start.clock.run_for(150_000)
    on(start, "after_set")
    assert start.evaluate("document.activeElement.tagName") == "H1"
    tab_to("Just as before")
    start.keyboard.press("Enter")
    on(start, "upright")
    start.keyboard.press("s")
    on(start, "stopped")
    assert "You stopped. That is fine" in start.inner_text("[role=alert]")
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
    assert start.locator(".rep").inner_text() == before
    expect(start.get_by_role("button", name="Go on")).to_be_visible()
    start.clock.run_for(30_000)
    assert start.locator(".rep").inner_text() == before
    press(start, "Go on")
    start.clock.run_for(12_000)
    assert start.locator(".rep").inner_text() > before


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
    assert "The time is up" in start.title()
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
    assert "Get help now" in card.inner_text()


def test_on_another_day_no_session_starts(start: Page) -> None:
    start.route("**/session/", _aged)
    start.reload()
    on(start, "stale")
    assert "another day" in start.inner_text("main")
    expect(start.get_by_role("link", name="Check in")).to_be_visible()
    expect(start.get_by_role("button", name="Start")).to_have_count(0)


def test_a_page_left_open_over_night_starts_no_session(start: Page) -> None:
    start.clock.fast_forward("24:00:00")
    press(start, "Start")
    on(start, "stale")
    expect(start.get_by_role("button", name="Start")).to_have_count(0)


def test_stop_ends_the_set_also_when_the_browser_can_no_longer_write_it_down(start: Page) -> None:
    press(start, "Start")
    on(start, "ready")
    press(start, "Start now")
    on(start, "set")
    start.evaluate(
        """() => {
          const closed = () => { throw new DOMException('closed', 'InvalidStateError') }
          IDBDatabase.prototype.transaction = closed
          window.reportError = (error) => { window.told = error.message }
        }"""
    )
    start.keyboard.press("Escape")
    on(start, "fault")
    expect(start.get_by_role("button", name="Go on")).to_have_count(0)
    assert start.evaluate("window.told") == "closed"


def test_a_session_that_the_diary_does_not_let_begin_goes_no_further(start: Page) -> None:
    told = {"kept": "aside", "why": "movement: a movement that is offered now"}
    start.context.unroute("**/outbox/*/")
    start.context.route("**/outbox/*/", lambda route: route.fulfill(status=202, json=told))
    press(start, "Start")
    on(start, "fault")


def test_an_answer_that_nobody_has_judged_lets_no_set_go_on(start: Page) -> None:
    press(start, "Start")
    on(start, "ready")
    start.evaluate(
        """() => document.querySelector('session-player').outbox.add({
          what: 'form', at: new Date().toISOString(),
          path: '/check-in/QS/?kind=session', fields: {tick: ['A1']},
        })"""
    )
    on(start, "fault")
    start.reload()
    on(start, "fault")


def test_no_set_begins_while_a_note_is_written(start: Page) -> None:
    press(start, "Start")
    calm_set(start)
    press(start, "Note")
    on(start, "note")
    start.fill("textarea", "the mat slips")
    start.clock.run_for(30_000)
    on(start, "note")
    assert start.input_value("textarea") == "the mat slips"


def _aged(route: Route) -> None:
    """The page as it was kept two days ago."""
    text = route.fetch().text()
    aged = re.sub(r'"day": "[^"]+"', '"day": "2020-01-01"', text)
    route.fulfill(body=aged, content_type="text/html")


@pytest.mark.parametrize(
    ("what", "to"),
    [(r"sha256\\\": \\\"....", r'sha256\\": \\"0000'), (r'"rules": "....', '"rules": "0000')],
)
def test_a_table_that_is_broken_or_stale_starts_nothing(start: Page, what: str, to: str) -> None:
    def broken(route: Route) -> None:
        text, changed = re.subn(what, to, route.fetch().text())
        assert changed == 1
        route.fulfill(body=text, content_type="text/html")

    start.route("**/session/", broken)
    start.reload()
    on(start, "fault")
    assert "We could not check what this set means" in start.inner_text("[role=alert]")
    expect(start.get_by_role("button", name="Start")).to_have_count(0)


WHOLLY_SEEN = """() => {
  const stop = document.querySelector('button.stop'), box = stop.getBoundingClientRect();
  const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return box.top >= 0 && box.bottom <= innerHeight + 1 && box.height >= 64
    && stop.contains(hit) && document.documentElement.scrollWidth <= innerWidth;
}"""


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
