"""Is every state of the session player open to all: by eye, by ear, by thumb, on a small screen?

Each state is looked at once: by axe on a light and on a dark phone, at 320 px, with letters twice
as large, and from right to left. Motion is reduced throughout. Hazards: H-06, H-13.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from playwright.sync_api import Page, Playwright

from tests.browser.conftest import PHONE, Axe
from tests.browser.in_place import on, press
from tests.browser.live import LiveApp
from tests.browser.test_every_page import CLIPPED, SMALL, TOO_WIDE

pytestmark = pytest.mark.browser_context_args(service_workers="block")

MINUTE = 60_000
SETTING = "(given) => { const player = document.querySelector('session-player'); return %s }"
CALM: dict[str, Any] = {"lowest.now.right": "6", "pain.now.right": "4"}
QUESTIONS: dict[str, dict[str, Any]] = {
    "lowest": {},
    "pain": {"lowest.now.right": "6"},
    "new": CALM,
    "toilet": CALM | {"new": ["toilet"]},
    "back pain": CALM | {"new": ["back"]},
    "where it tingles": CALM | {"new": ["tingling"]},
    "how much": CALM | {"new": ["numbness"], "where.numbness": "sole-right"},
    "weakness": CALM | {"new": ["weakness"]},
    "strength": CALM | {"new": ["weakness"], "weakness": "not_sure"},
    "other leg": CALM | {"new": ["other_leg"]},
    "while moving": CALM | {"new": ["moved_and_back"]},
    "unsure": CALM | {"new": ["cannot_tell"]},
    "check": CALM | {"new": []},
}
"""What was answered, by the question that comes next."""
NUMB: dict[str, Any] = {**CALM, "new": ["numbness"], "where.numbness": "sole-right"}
NUMB |= {"grade.numbness": "1"}
COLOURS = """async () => {
  const found = await axe.run(document, {runOnly: ['color-contrast'], resultTypes: ['violations']})
  return found.violations.flatMap(rule => rule.nodes.map(node => `${node.target}: ${node.html}`))
}"""
STOP = """() => {
  const stop = document.querySelector('button.stop')
  if (!stop) return 'there is none'
  const box = stop.getBoundingClientRect()
  const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
  if (box.top < 0 || box.bottom > innerHeight + 1 || box.left < 0 || box.right > innerWidth)
    return `it is cut off: ${box.top | 0} to ${box.bottom | 0} of ${innerHeight}`
  if (box.height < 48 || box.width < 48) return `it is ${box.width | 0} x ${box.height | 0}`
  return stop.contains(hit) ? '' : `${hit?.outerHTML.slice(0, 60)} lies over it`
}"""
FORGET = """() => new Promise((done, failed) => {
  const asked = indexedDB.deleteDatabase('spineward');
  asked.onsuccess = () => done(); asked.onerror = () => failed(asked.error);
})"""
State = tuple[str, bool]
"""Its name; is it one with STOP?"""


@pytest.fixture(scope="module")
def app(checked_in_app: LiveApp) -> LiveApp:
    """The server of this module, with today's check-in in its diary."""
    return checked_in_app


def put(page: Page, what: str, given: object = None) -> None:
    """Set the player into a state that takes many taps to reach."""
    page.evaluate(SETTING % what, given)


def to_the_check(page: Page) -> None:
    """A set that is over."""
    on(page, "ready")
    press(page, "Start now")
    on(page, "set")
    press(page, "Done with this set")
    on(page, "after_set")


def anew(page: Page, origin: str) -> None:
    """Another session, as if the one before, which only this browser knew of, had not been."""
    page.evaluate(FORGET)
    page.clock.set_system_time(datetime.now(UTC))
    page.goto(f"{origin}/session/")
    on(page, "start")
    press(page, "Start")
    to_the_check(page)


def before_a_set(page: Page) -> Iterator[State]:
    """The start, and what keeps a session from starting."""
    yield "start", False
    for why in ("stale_day", "stale_screen", "stale_session"):
        put(page, "player.stale = given", why)
        yield why, False
    put(page, "player.stale = null")
    for over in ("elsewhere", "no_store", "fault"):
        put(page, "player.over = given", over)
        yield over, False
    put(page, "player.over = null")


def a_set(page: Page) -> Iterator[State]:
    """Get ready, moving, paused, and what lies over a set; then each question after it."""
    press(page, "Start")
    on(page, "ready")
    yield "get ready", True
    page.clock.run_for(40_000)
    on(page, "set")
    press(page, "Pause")
    yield "paused", True
    press(page, "Swap it")
    on(page, "swap")
    yield "swap", True
    press(page, "Keep this one")
    press(page, "Note")
    on(page, "note")
    yield "note", True
    press(page, "Back")
    on(page, "set")
    press(page, "Go on")
    yield "moving", True
    press(page, "Done with this set")
    on(page, "after_set")
    for name, answers in QUESTIONS.items():
        put(page, "player.answers = given", answers)
        yield f"question: {name}", True
    put(page, "player.answers = given", {})


def verdicts(page: Page) -> Iterator[State]:
    """Upright, a calm verdict, one that stops the movement, and the wait after it."""
    press(page, "Just as before")
    on(page, "upright")
    yield "upright", True
    page.clock.run_for(2 * MINUTE + 2_000)
    yield "upright, the time is up", True
    press(page, "The same as right after")
    on(page, "verdict")
    yield "verdict", True
    press(page, "Go on")
    to_the_check(page)
    press(page, "Heel, foot")
    press(page, "4")
    press(page, "Nothing new")
    press(page, "Yes, that is right")
    on(page, "settle")
    yield "settle", True
    page.clock.run_for(10 * MINUTE + 2_000)
    yield "settle, the time is up", True
    press(page, "Not yet")
    on(page, "ended")
    yield "ended", False


def endings(page: Page, origin: str) -> Iterator[State]:
    """Numbness that is asked about again, help, and a stop."""
    anew(page, origin)
    put(page, "player.answers = given", NUMB)
    press(page, "Yes, that is right")
    on(page, "re_ask")
    yield "re-ask", True
    page.clock.run_for(30 * MINUTE + 2_000)
    yield "re-ask, the time is up", True
    anew(page, origin)
    press(page, "Stop")
    on(page, "stopped")
    yield "stopped", False
    anew(page, origin)
    press(page, "Upper calf")
    press(page, "4")
    page.get_by_label("Something about the toilet").check(force=True)
    press(page, "Go on")
    for answer in ("Yes", "No", "No"):
        press(page, answer)
    on(page, "help")
    yield "help", False


def every_state(page: Page, origin: str) -> Iterator[State]:
    """All of them, on one way."""
    page.goto(f"{origin}/session/")
    on(page, "start")
    for walk in (before_a_set, a_set, verdicts):
        yield from walk(page)
    yield from endings(page, origin)


def looks(page: Page, axe: Axe, has_stop: bool) -> Iterator[str]:
    """What is wrong with this state to an eye, an ear, or a thumb."""
    yield from (f"light: {line}" for line in axe(page))
    page.emulate_media(color_scheme="dark")
    yield from (f"dark: {line}" for line in page.evaluate(COLOURS))
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 320, "height": 640})
    for way_round in ("rtl", "ltr"):
        page.evaluate("(dir) => { document.documentElement.dir = dir }", way_round)
        yield from (f"{way_round}: {line}" for line in fits(page, has_stop))
    page.set_viewport_size(PHONE)


def fits(page: Page, has_stop: bool) -> Iterator[str]:
    """What is cut off, too small or covered on this screen."""
    if wide := page.evaluate(TOO_WIDE):
        yield f"{wide} px too wide"
    yield from (f"clipped: {line}" for line in page.evaluate(CLIPPED))
    yield from (f"small: {line}" for line in page.evaluate(SMALL))
    if has_stop and (found := page.evaluate(STOP)):
        yield f"STOP: {found}"


def heard(page: Page) -> Iterator[str]:
    """What a screen reader lacks: one heading, with the focus on it when the page is a new one."""
    told = page.locator("main").aria_snapshot()
    if told.count("[level=1]") != 1:
        yield f"not one heading: {told}"
    if re.search(r"^\s*- (button|link|img|progressbar)( \[.*\])?:?$", told, re.MULTILINE):
        yield f"something without a name: {told}"


def ready(page: Page) -> None:
    """A clock that the test tells; what is sent never arrives, so the diary stays as it is."""
    page.context.route("**/outbox/*/", lambda route: route.abort())
    page.clock.install()


def test_every_state_of_the_player_is_open_to_all(page: Page, app: LiveApp, axe: Axe) -> None:
    ready(page)
    wrong, seen = [], []
    for state, has_stop in every_state(page, app.origin):
        seen.append(state)
        found = [*looks(page, axe, has_stop), *heard(page)]
        wrong += [f"{state}: {' '.join(line.split())}" for line in found]
    assert len(seen) == len(set(seen))
    assert not wrong, "\n".join(wrong)


def test_every_state_of_the_player_fits_when_letters_are_twice_as_large(
    playwright: Playwright, browser_type_launch_args: dict[str, Any], app: LiveApp
) -> None:
    arguments = [*browser_type_launch_args["args"], "--blink-settings=defaultFontSize=32"]
    large = playwright.chromium.launch(**{**browser_type_launch_args, "args": arguments})
    page = large.new_page(
        viewport={"width": 320, "height": 640}, service_workers="block", reduced_motion="reduce"
    )
    ready(page)
    states = every_state(page, app.origin)
    wrong = [f"{state}: {line}" for state, has_stop in states for line in fits(page, has_stop)]
    large.close()
    assert not wrong, "\n".join(wrong)
