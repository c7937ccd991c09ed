"""Does STOP hold when the browser cannot write it down? After a reload, and without any storage.

Hazards: H-06 a stop that is lost.
"""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hands import until
from tests.browser.in_place import FULL, on, press
from tests.browser.live import LiveApp

pytestmark = pytest.mark.browser_context_args(service_workers="block")

NO_STORE = "() => { indexedDB.open = () => { throw new DOMException('no', 'SecurityError') } }"
FORGET_THE_TIME = """async () => {
  const asked = indexedDB.open('spineward')
  await new Promise((done) => { asked.onsuccess = done })
  const opened = asked.result
  const writing = opened.transaction('events', 'readwrite')
  writing.objectStore('events').openCursor().onsuccess = ({ target: { result: at } }) => {
    if (!at) return
    at.update({ ...at.value, event: { ...at.value.event, at: '2026-01-01T10:00:00+00:00' } })
    at.continue()
  }
  await new Promise((done) => { writing.oncomplete = done })
  opened.close()
}"""
PLACE = """() => document.querySelector('session-player').outbox.recall('session-player.place')"""


@pytest.fixture(scope="module")
def app(checked_in_app: LiveApp) -> LiveApp:
    """The server of this module, with today's check-in in its diary."""
    return checked_in_app


@pytest.fixture
def moving(page: Page, app: LiveApp) -> Page:
    """A set that runs, in a session that only this browser knows of."""
    page.context.route("**/outbox/*/", lambda route: route.abort())
    page.goto(f"{app.origin}/session/")
    press(page, "Start")
    on(page, "ready")
    press(page, "Start now")
    on(page, "set")
    return page


def test_a_stop_that_found_no_room_is_kept_when_the_page_is_loaded_again(moving: Page) -> None:
    moving.evaluate(FULL)
    press(moving, "Stop")
    on(moving, "no_store")
    moving.reload()
    on(moving, "stopped")
    assert moving.evaluate("localStorage.getItem('spineward.stopped')") is None
    moving.reload()
    # It is over, and the page, made by a diary that knows nothing of it, starts no other.
    on(moving, "stale")
    expect(moving.get_by_role("button", name="Start")).to_have_count(0)


def test_no_session_starts_before_the_last_one_is_in_the_diary(moving: Page) -> None:
    press(moving, "Stop")
    on(moving, "stopped")
    # A day later the page is a new one, and all the same it knows of no stop.
    moving.evaluate(f"({FORGET_THE_TIME})()")
    moving.reload()
    on(moving, "stale")
    expect(
        moving.get_by_text("You entered something that this page does not know yet.")
    ).to_be_visible()
    expect(moving.get_by_text("Kept on this phone.")).to_be_visible()
    taken = {"status": 201, "content_type": "application/json", "body": '{"kept": "diary"}'}
    moving.context.route("**/outbox/*/", lambda route: route.fulfill(**taken))
    moving.evaluate("() => document.querySelector('session-player').outbox.send()")
    # Now the diary has it; the page is asked for anew, and says what the diary says.
    on(moving, "start")


def test_a_stop_that_finds_no_room_again_lets_no_set_go_on(moving: Page) -> None:
    moving.add_init_script(f"({FULL})()")
    moving.evaluate(FULL)
    press(moving, "Stop")
    on(moving, "no_store")
    moving.reload()
    on(moving, "no_store")
    expect(moving.get_by_role("button", name="Go on")).to_have_count(0)
    expect(moving.get_by_role("button", name="Start now")).to_have_count(0)


def test_nothing_of_a_session_stays_beside_the_diary_once_it_is_over(moving: Page) -> None:
    press(moving, "Note")
    on(moving, "note")
    moving.fill("textarea", "the mat slips")
    press(moving, "Save the note")
    on(moving, "set")
    until(moving, f"({PLACE})().then((place) => place.notes[0]?.text)", "the mat slips")
    press(moving, "Stop")
    on(moving, "stopped")
    expect(moving.get_by_text("the mat slips")).to_be_visible()
    until(moving, PLACE, None)


def test_a_stop_without_any_storage_is_told_to_the_pages_of_the_server(
    moving: Page, app: LiveApp
) -> None:
    # The last test of this file: it alone leaves something in the diary.
    moving.evaluate(FULL)
    press(moving, "Stop")
    on(moving, "no_store")
    moving.context.unroute("**/outbox/*/")
    with moving.expect_response("**/outbox/*/"):
        moving.evaluate("() => document.querySelector('session-player').outbox.send()")
    moving.add_init_script(f"({NO_STORE})()")
    moving.goto(f"{app.origin}/session/")
    expect(moving.get_by_role("heading", level=1)).to_contain_text("You stopped")
    moving.goto(f"{app.origin}/diary/")
    told = moving.inner_text("main")
    assert told.count("Session") == 1
