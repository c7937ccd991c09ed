"""Is every page in every state open to all: by eye, by ear, by thumb, on a small screen?"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, Playwright

from tests.browser import states, way
from tests.browser.conftest import DESK, PHONE, Axe
from tests.browser.live import LiveApp

pytestmark = [
    pytest.mark.usefixtures("plain_session"),
    pytest.mark.browser_context_args(service_workers="block"),
]
"""The session pages of the server; the player has tests of its own."""

WALKS = {
    walk.__name__: walk
    for walk in (states.standing, states.check_in, states.session, states.help_needed)
}
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
CLIPPED = """() => [...document.querySelectorAll('main *, header *, footer *')]
  .filter(e => !e.closest('svg') && !e.matches('.nhsuk-u-visually-hidden, input, textarea'))
  .filter(e => ['hidden', 'clip'].includes(getComputedStyle(e).overflowX))
  .filter(e => e.scrollWidth > e.clientWidth + 1)
  .map(e => `${e.tagName}.${e.className}: ${e.innerText.slice(0, 40)}`)"""
SMALL = """() => {
  const boxes = [];
  for (const e of document.querySelectorAll('button, a.nhsuk-button, summary, select')) {
    boxes.push([e.innerText || e.name, e.getBoundingClientRect()]);
  }
  for (const e of document.querySelectorAll('input[type=radio], input[type=checkbox]')) {
    const a = e.getBoundingClientRect(), b = e.labels[0].getBoundingClientRect();
    boxes.push([e.labels[0].innerText, {
      width: Math.max(a.right, b.right) - Math.min(a.left, b.left),
      height: Math.max(a.bottom, b.bottom) - Math.min(a.top, b.top)}]);
  }
  return boxes.filter(([, b]) => b.height > 0 && (b.height < 44 || b.width < 44))
    .map(([text, b]) => `${(text || '?').slice(0, 30)}: ${b.width | 0} x ${b.height | 0}`);
}"""
FILLED = """() => [...document.querySelectorAll('main input, main select, main textarea')]
  .filter(e => e.type !== 'hidden')
  .filter(e => ['radio', 'checkbox'].includes(e.type) ? e.checked : e.value)
  .map(e => e.name)"""


@pytest.fixture(scope="module")
def app(open_app: LiveApp) -> LiveApp:
    """The server of this module."""
    return open_app


@pytest.fixture
def large(playwright: Playwright, browser_type_launch_args: dict[str, Any]) -> Iterator[Page]:
    """A phone whose owner set letters to twice the size."""
    arguments = [*browser_type_launch_args["args"], "--blink-settings=defaultFontSize=32"]
    browser = playwright.chromium.launch(**{**browser_type_launch_args, "args": arguments})
    yield browser.new_page(viewport=PHONE)
    browser.close()


def looks(page: Page, axe: Axe) -> Iterator[str]:
    """What is wrong to eyes and screen readers: on a light phone and on a dark desk. Colours do
    not depend on the size of the screen, so two looks see all that four would."""
    yield from (f"phone, light: {line}" for line in axe(page))
    page.set_viewport_size(DESK)
    page.emulate_media(color_scheme="dark")
    yield from (f"desk, dark: {line}" for line in axe(page))
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(PHONE)


def fits(page: Page) -> Iterator[str]:
    """What does not fit a narrow phone."""
    page.set_viewport_size({"width": 320, "height": 640})
    if wide := page.evaluate(TOO_WIDE):
        yield f"{wide} px too wide at 320 px"
    for line in page.evaluate(CLIPPED):
        yield f"clipped at 320 px: {line}"
    page.set_viewport_size(PHONE)


def fits_large(page: Page, address: str) -> Iterator[str]:
    """What does not fit when the letters are twice as large."""
    page.goto(address)
    if wide := page.evaluate(TOO_WIDE):
        yield f"{wide} px too wide with text at 200 %"
    for line in page.evaluate(CLIPPED):
        yield f"clipped with text at 200 %: {line}"


def works(page: Page, empty: bool) -> Iterator[str]:
    """What is too small to hit, filled in before the person did it, or has no way to help."""
    for line in page.evaluate(SMALL):
        yield f"small: {line}"
    if empty and (filled := page.evaluate(FILLED)):
        yield f"filled in: {filled}"
    if "/emergency/" not in page.url and not page.locator("a[href='/emergency/']").count():
        yield "no way to help"
    if "/session/" in page.url and "-" in page.url and page.locator(".session-bar").count():
        stop = page.locator("button.stop").bounding_box()
        if not stop or stop["height"] < 48:
            yield f"STOP is {stop}"


@pytest.mark.parametrize("name", WALKS)
def test_every_page_in_every_state_is_open_to_all(
    page: Page, large: Page, app: LiveApp, axe: Axe, name: str
) -> None:
    walk: Callable[[Page, str], Iterator[states.Stop]] = WALKS[name]
    wrong = []
    way.begin_anew(page, app.origin)
    for state, empty in walk(page, app.origin):
        found = [*looks(page, axe), *fits(page), *works(page, empty)]
        if empty:  # a page with errors is the answer to a form, and has no address of its own
            found += fits_large(large, page.url)
        wrong += [f"{state}: {line}" for line in found]
    assert not wrong, "\n".join(wrong)
