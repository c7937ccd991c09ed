"""Does a session open, and go on, without a network, and only after the questions before it?

Hazards: H-05, H-14.
"""

from playwright.sync_api import Page, expect

from tests.browser.hands import Finger, until
from tests.browser.live import LiveApp
from tests.browser.offline import app, visited

__all__ = ["app", "visited"]


OPEN_AHEAD = """async () => {
  const page = await (await caches.open('spineward-pages')).match('/outbox/ahead/')
  return !!page && (await page.text()).includes('"open": {')
}"""
SENT_TODAY = """() => new Promise((done, fail) => {
  const asked = indexedDB.open('spineward')
  asked.onerror = () => fail(asked.error)
  asked.onsuccess = () => {
    const writing = asked.result.transaction('events', 'readwrite')
    const day = new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString()
    const at = `${day.slice(0, 10)}T00:00:01+00:00`
    const event = {what: 'session.start', at, session: 's', planned: ['M10'], reading: {}}
    writing.objectStore('events').add({uuid: 's', event, stage: 'sent', keptAt: Date.now()})
    writing.oncomplete = () => { asked.result.close(); done() }
  }
})"""


def test_the_session_opens_without_a_network_after_the_questions_before_it(
    visited: Page, app: LiveApp
) -> None:
    app.kill()
    visited.goto(f"{app.origin}/session/")
    expect(visited.locator("h1")).to_contain_text("We cannot decide now")
    visited.goto(f"{app.origin}/check-in/QS/?kind=session")
    Finger(visited).press("None of these")
    expect(visited.locator("session-player h1")).to_contain_text("Before you start")
    expect(visited).to_have_url(f"{app.origin}/session/")


def test_a_session_of_this_morning_lets_no_other_one_start_without_the_questions(
    visited: Page, app: LiveApp
) -> None:
    visited.evaluate(SENT_TODAY)
    app.kill()
    visited.goto(f"{app.origin}/session/")
    expect(visited.locator("session-player[data-page='stale']")).to_be_visible()
    expect(visited.get_by_role("button", name="Start")).to_have_count(0)
    visited.goto(f"{app.origin}/check-in/QS/?kind=session")
    visited.locator("input[value='A1']").check(force=True)
    Finger(visited).press("Go on with ticks")
    visited.goto(f"{app.origin}/session/")
    expect(visited.locator("session-player[data-page='stale']")).to_be_visible()


def test_a_session_goes_on_without_a_network_after_a_look_at_today(
    visited: Page, app: LiveApp
) -> None:
    visited.goto(f"{app.origin}/check-in/QS/?kind=session")
    Finger(visited).press("None of these")
    visited.get_by_role("button", name="Start").click()
    expect(visited.locator("session-player[data-page^='ready']")).to_be_visible()
    visited.goto(app.origin)
    until(visited, OPEN_AHEAD)
    app.kill()
    visited.goto(f"{app.origin}/session/")
    visited.get_by_role("button", name="Go on").click()
    visited.get_by_role("button", name="Start now").click()
    visited.get_by_role("button", name="Done with this set").click()
    for answer in ("Heel, foot", "4", "Nothing new", "Yes, that is right"):
        visited.get_by_role("button", name=answer).first.click()
    expect(visited.locator("session-player[data-page='settle'] .player-figure svg")).to_be_visible()
    visited.get_by_role("button", name="Stop", exact=True).click()
    expect(visited.locator("session-player[data-page='ended']")).to_be_visible()
    visited.goto(f"{app.origin}/session/")
    expect(visited.locator("session-player[data-page='stale']")).to_be_visible()
