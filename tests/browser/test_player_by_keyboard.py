"""Can a whole session be done by keyboard and by ear? Each page says by its tree what it shows.

Hazards: H-06, H-13. Nothing is pointed at; where the focus is, is what a screen reader reads out.
"""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hands import Keyboard
from tests.browser.live import LiveApp

pytestmark = pytest.mark.browser_context_args(service_workers="block")

MINUTE = 60_000
READY = """
- paragraph: Get ready
- timer: /Starts in \\d+/
- heading "Pelvic tilt, lying" [level=1]
- paragraph: 5 times
- img "Pelvic tilt, lying"
- list:
  - listitem: /Lie on your back/
- button "Wait"
- button "Start now"
- button "Stop"
"""
SET = """
- heading "Pelvic tilt, lying" [level=1]
- paragraph:
  - strong: "1"
  - text: of 5
- img "Pelvic tilt, lying"
- paragraph: /Press down|Hold/
- progressbar /Press down|Hold/
- paragraph: Stop if the leg gets worse or the pain moves down.
- group "Sound and voice":
  - button "Sound" [pressed]
- paragraph:
  - button "Done with this set"
  - button "Swap it"
  - button "Note"
- button "Pause"
- button "Stop"
"""
AFTER = """
- heading "Where is the lowest point you feel it now?" [level=1]
- 'img "Before: Upper calf or shin"'
- button "Mid low back"
- button "Upper calf, shin before"
- button "Toes"
- button "Front of thigh"
- button "Nowhere"
- button "Just as before"
- button "Stop"
"""
UPRIGHT = """
- heading "Stand or sit up for a minute" [level=1]
- timer
- paragraph:
  - button "It was worse than I said"
- button "Answer now"
- button "Stop"
"""
VERDICT = """
- heading "Go on, no more than this" [level=1]
- 'img "Before: Upper calf, shin. Now: Upper calf, shin."'
- paragraph:
  - strong: No change
- term: Before
- definition: Upper calf, shin
- term: Now
- definition: Upper calf, shin
- paragraph: /We go on in 1\\d/
- button "Wait"
- button "Go on"
- button "Stop"
"""
SETTLE = """
- heading "Stop this move" [level=1]
- paragraph:
  - strong: It went down the leg
- heading "Has it gone back?" [level=2]
- timer
- button "Yes, it has gone back"
- button "Not yet"
- button "Stop"
"""
DONE = """
- heading "Session done" [level=1]
- heading "Your sets" [level=2]
- list:
  - listitem:
    - strong: Pelvic tilt, lying
    - text: /No change/
  - listitem:
    - strong: Ankle up and down
    - text: /It went down the leg/
- link "Back to Today"
"""


@pytest.fixture(scope="module")
def app(checked_in_app: LiveApp) -> LiveApp:
    """The server of this module, with today's check-in in its diary."""
    return checked_in_app


def reached(page: Page, name: str, tree: str | None = None) -> None:
    """The player has come to this page: its heading has the focus, and its tree says all of it."""
    page.locator(f"session-player[data-page^='{name}']").wait_for()
    expect(page.locator("session-player h1")).to_be_focused()
    if tree:
        expect(page.locator("session-player")).to_match_aria_snapshot(tree)


def answered(page: Page, keys: Keyboard, button: str, heading: str) -> None:
    """One answer of the check; the next question has the focus."""
    keys.push(button)
    expect(page.get_by_role("heading", level=1, name=heading)).to_be_focused()


def test_a_whole_session_is_done_by_keyboard_and_each_page_says_what_it_shows(
    page: Page, app: LiveApp
) -> None:
    page.context.route("**/outbox/*/", lambda route: route.abort())
    page.clock.install()
    keys = Keyboard(page)
    page.goto(f"{app.origin}/session/")
    page.locator("session-player[data-page='start']").wait_for()
    keys.push("Start")
    reached(page, "ready", READY)
    keys.push("Start now")
    reached(page, "set", SET)
    page.clock.run_for(150_000)
    reached(page, "after_set", AFTER)
    keys.push("Just as before")
    reached(page, "upright", UPRIGHT)
    page.clock.run_for(2 * MINUTE + 2_000)
    keys.push("The same as right after")
    reached(page, "verdict", VERDICT)
    keys.push("Go on")
    reached(page, "ready")
    keys.push("Start now")
    reached(page, "set")
    keys.push("Done with this set")
    reached(page, "after_set")
    answered(page, keys, "Heel, foot", "How strong is the leg pain now?")
    answered(page, keys, "4", "Is anything new?")
    answered(page, keys, "Nothing new", "Is this right?")
    keys.push("Yes, that is right")
    reached(page, "settle", SETTLE)
    keys.push("Yes, it has gone back")
    reached(page, "verdict")
    keys.push("Go on")
    reached(page, "done", DONE)
