"""Is a note of the person kept beside a session, and is nothing of it lost while it is written?

Hazards: H-22.
"""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.in_place import calm_set, on, press, start
from tests.browser.live import LiveApp

__all__ = ["start"]

pytestmark = pytest.mark.browser_context_args(service_workers="block", reduced_motion="reduce")

NO_ROOM = """() => {
  window.add = IDBObjectStore.prototype.add
  IDBObjectStore.prototype.add = () => { throw new DOMException('full', 'QuotaExceededError') }
}"""
ROOM_AGAIN = "() => { IDBObjectStore.prototype.add = window.add }"


@pytest.fixture(scope="module")
def app(checked_in_app: LiveApp) -> LiveApp:
    """The server of this module, with today's check-in in its diary."""
    return checked_in_app


def written(page: Page) -> None:
    """A note is written in a set, and not saved yet."""
    press(page, "Start")
    on(page, "ready")
    press(page, "Note")
    on(page, "note")
    page.fill("textarea", "the mat slips")


def test_no_set_begins_while_a_note_is_written(start: Page) -> None:
    press(start, "Start")
    calm_set(start)
    press(start, "Note")
    on(start, "note")
    start.fill("textarea", "the mat slips")
    start.clock.run_for(30_000)
    on(start, "note")
    expect(start.locator("textarea")).to_have_value("the mat slips")


def test_a_note_that_finds_no_room_is_told_and_stays_to_be_saved_again(start: Page) -> None:
    written(start)
    start.evaluate(NO_ROOM)
    press(start, "Save the note")
    expect(start.get_by_role("alert")).to_contain_text("Your note is not saved")
    expect(start.locator("textarea")).to_have_value("the mat slips")
    start.evaluate(ROOM_AGAIN)
    press(start, "Save the note")
    on(start, "ready")
    assert start.evaluate("document.querySelector('session-player').notes.length") == 1


def test_a_note_that_is_saved_by_two_taps_is_one_note(start: Page) -> None:
    written(start)
    start.evaluate(
        """() => {
          const save = document.querySelector('.session-bar .nhsuk-button')
          save.click()
          save.click()
        }"""
    )
    on(start, "ready")
    assert start.evaluate("document.querySelector('session-player').notes.length") == 1
