"""Is the player open to all before a session: by eye, by ear, by thumb, on a small screen?

Each state is looked at once: by axe on a light and on a dark phone, at 320 px, with letters twice
as large, and from right to left. Motion is reduced throughout.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import way
from tests.browser.conftest import PHONE, Axe
from tests.browser.hands import Finger
from tests.browser.live import LiveApp, running
from tests.browser.test_every_page import CLIPPED, SMALL, TOO_WIDE

pytestmark = pytest.mark.browser_context_args(service_workers="block")

DO = "(given) => { const player = document.querySelector('session-player'); return %s }"


@pytest.fixture(scope="module")
def app(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveApp]:
    """A server that lets everyone in, with today's check-in."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPINEWARD_TOKEN_GATE", "off")
        with running(tmp_path_factory.mktemp("states") / "diary") as live:
            page = browser.new_context(java_script_enabled=False).new_page()
            page.set_default_timeout(20_000)
            page.goto(live.origin)
            way.first_check_in(Finger(page))
            page.context.close()
            yield live


def do(page: Page, call: str, given: object = None) -> None:
    """What a press of a button calls in the player."""
    page.evaluate(DO % call, given)


def on(page: Page, name: str) -> None:
    """The player has come to this page."""
    page.locator(f"session-player[data-page^='{name}']").wait_for()


def begin(page: Page, origin: str) -> None:
    """The page of a session that may start."""
    page.goto(f"{origin}/session/")
    on(page, "start")


def before_a_set(page: Page, origin: str) -> Iterator[str]:
    """The start, and what keeps a session from starting."""
    begin(page, origin)
    yield "start"
    for why in ("stale_day", "stale_screen", "stale_session"):
        do(page, "player.stale = given", why)
        yield why
    do(page, "player.stale = null")
    for over in ("elsewhere", "no_store"):
        do(page, "player.over = given", over)
        yield over
    do(page, "player.over = null")
    known = "{...player.world, response: {...player.world.response, fault: 'hash'}}"
    do(page, f"player.world = {known}, player.requestUpdate()")
    yield "fault"


def looks(page: Page, axe: Axe) -> Iterator[str]:
    """What is wrong with this state."""
    page.wait_for_timeout(50)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        yield from (f"{scheme}: {line}" for line in axe(page))
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 320, "height": 640})
    for way_round, size in (("ltr", ""), ("rtl", ""), ("ltr", "200%")):
        page.evaluate(
            "([dir, size]) => { const html = document.documentElement;"
            " html.dir = dir; html.style.setProperty('font-size', size) }",
            [way_round, size],
        )
        if wide := page.evaluate(TOO_WIDE):
            yield f"{way_round} {size}: {wide} px too wide"
        yield from (f"{way_round} {size} clipped: {line}" for line in page.evaluate(CLIPPED))
        if way_round == "rtl":
            yield from (f"{way_round} small: {line}" for line in page.evaluate(SMALL))
    page.evaluate("document.documentElement.style.removeProperty('font-size')")
    page.set_viewport_size(PHONE)


def test_whatever_keeps_a_session_from_starting_is_open_to_all(
    page: Page, app: LiveApp, axe: Axe
) -> None:
    page.context.set_default_timeout(30_000)
    wrong = []
    for state in before_a_set(page, app.origin):
        wrong += [f"{state}: {' '.join(line.split())}" for line in looks(page, axe)]
    assert not wrong, "\n".join(wrong)
