"""Does the app stay whole without a network? Pages, answers and a session, each sent once later.

Hazards: H-01, H-05, H-14, H-22, H-29.

The network is taken away in two ways: the browser is cut off, and the server is killed.
"""

import json
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import way
from tests.browser.conftest import Axe, Shoot
from tests.browser.hands import Finger
from tests.browser.live import LiveApp, running

PATIENCE = 60_000
"""Milliseconds to wait for what happens in the background of a busy machine."""
LONGER_THAN_THE_FIRST_PAUSE = 2_200
"""Milliseconds in which a page whose clock goes would have tried again."""
KEPT = """async () => {
  const pages = await caches.open('spineward-pages')
  const list = await pages.match('/outbox/pages.json')
  return !!list && !!(await pages.match('/'))
}"""
OPEN_AHEAD = """async () => {
  const page = await (await caches.open('spineward-pages')).match('/outbox/ahead/')
  return !!page && (await page.text()).includes('"open": {')
}"""
STAGES = """() => new Promise((done, fail) => {
  const asked = indexedDB.open('spineward')
  asked.onerror = () => fail(asked.error)
  asked.onsuccess = () => {
    const all = asked.result.transaction('events').objectStore('events').getAll()
    all.onsuccess = () => { asked.result.close(); done(all.result.map((row) => row.stage)) }
  }
})"""
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
WAITING = "navigator.serviceWorker.getRegistration().then((one) => !!one.waiting)"
WAITING_AS = """navigator.serviceWorker.getRegistration()
  .then((one) => one.waiting?.scriptURL.slice(location.origin.length))"""
LEFT = """async () => ({
  caches: (await caches.keys()).filter((name) => name.startsWith('spineward')),
  databases: (await indexedDB.databases()).map((one) => one.name),
  marks: Object.keys(localStorage),
})"""


@pytest.fixture(autouse=True)
def patient(context: BrowserContext) -> Iterator[None]:
    """What a worker does in the background takes its time on a busy machine."""
    context.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    yield
    expect.set_options(timeout=5_000)


@pytest.fixture
def app(own_checked_in_app: LiveApp) -> LiveApp:
    """A server that a test may kill, with today's check-in in its diary."""
    return own_checked_in_app


@pytest.fixture
def visited(home: Page, app: LiveApp) -> Page:
    """Someone who has looked at Today once."""
    keep(home, app)
    return home


def until(page: Page, question: str, answer: object = True) -> None:
    """Ask the browser until it gives this answer; what happens in the background has no event."""
    give_up = time.monotonic() + PATIENCE / 1_000
    while (found := page.evaluate(question)) != answer:
        assert time.monotonic() < give_up, f"still {found}"
        page.wait_for_timeout(200)


def keep(page: Page, app: LiveApp) -> None:
    """Wait at Today until the worker has kept its pages."""
    page.goto(app.origin)
    until(page, "navigator.serviceWorker.controller !== null")
    until(page, KEPT)


def note_without_a_network(page: Page, app: LiveApp, words: str) -> None:
    """Write a note, which is kept in the browser."""
    page.goto(f"{app.origin}/diary/note/")
    page.fill("textarea", words)
    Finger(page).press("Save the note")


def once_back(page: Page, address: str) -> None:
    """Go there once the worker has the network too; it learns of it a moment after the page."""
    give_up = time.monotonic() + PATIENCE / 1_000
    page.goto(address)
    while page.locator("h1").inner_text() == "We cannot decide now":
        assert time.monotonic() < give_up, "the network is not back"
        page.goto(address)


def answer_the_day(finger: Finger) -> None:
    """The pages of the day, from the body chart to the end."""
    with finger.page.expect_navigation():
        finger.page.locator("button[value='nothing']").click()
    way.day(finger)


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


def test_a_check_in_without_a_network_arrives_once(
    visited: Page, app: LiveApp, context: BrowserContext, axe: Axe, shoot: Shoot
) -> None:
    context.set_offline(True)
    visited.goto(f"{app.origin}/check-in/")
    answer_the_day(Finger(visited))
    expect(visited.locator("h1")).to_contain_text("Your answers are kept")
    expect(visited.locator("[data-shell-state]")).to_contain_text("3 entries wait")
    assert axe(visited) == []
    shoot(visited, "kept")
    visited.goto(f"{app.origin}/outbox/")
    expect(visited.locator("[data-outbox-list] li")).to_have_count(3)
    assert axe(visited) == []
    shoot(visited, "outbox")
    context.set_offline(False)  # from here on the page sends without a tap
    until(visited, STAGES, ["sent", "sent", "sent"])
    expect(visited.locator("[data-outbox-ways]")).to_be_hidden()
    visited.goto(f"{app.origin}/diary/")
    assert visited.locator(".diary-check_in").count() == 2


def test_send_now_sends_at_once_what_would_wait_for_its_next_turn(
    visited: Page, app: LiveApp, context: BrowserContext
) -> None:
    now = datetime.now().astimezone()
    open_way: list[bool] = []
    arrived: list[str] = []

    def let_through(route: Any) -> None:
        if not by_the_page(route.request):
            route.abort() if route.request.method == "PUT" else route.continue_()
        elif open_way:
            arrived.append(route.request.url)
            route.continue_()
        else:
            route.abort()

    context.set_offline(True)
    note_without_a_network(visited, app, "sent by hand")
    # The page's clock stands, and the worker gets nothing through: only a tap can send.
    visited.clock.install(time=now)
    visited.goto(f"{app.origin}/outbox/")
    visited.clock.pause_at(now + timedelta(hours=1))
    context.route("**/outbox/*/", let_through)
    with context.expect_event("requestfailed", by_the_page):
        context.set_offline(False)
    open_way.append(True)
    visited.wait_for_timeout(LONGER_THAN_THE_FIRST_PAUSE)
    assert (visited.evaluate(STAGES), arrived) == (["unsent"], [])
    visited.locator("[data-outbox-send]").click()
    until(visited, STAGES, ["sent"])
    assert len(arrived) == 1
    visited.goto(f"{app.origin}/diary/")
    assert visited.locator("p.diary-note", has_text="sent by hand").count() == 1


def by_the_page(request: Any) -> bool:
    """Does the page send an entry, and not the worker beside it?"""
    return request.method == "PUT" and request.service_worker is None


def test_a_tick_without_a_network_shows_the_strictest_card_at_once(
    visited: Page, app: LiveApp, axe: Axe, shoot: Shoot
) -> None:
    app.kill()
    visited.goto(f"{app.origin}/check-in/QS/?kind=session")
    visited.locator("input[value='A1']").check(force=True)
    Finger(visited).press("Not sure about one")
    expect(visited.locator("h1")).to_contain_text("Get help now")
    assert visited.locator("[data-sign-lines] li:visible").count() == 1
    expect(visited.get_by_role("link", name="Answer more about this")).to_be_visible()
    assert axe(visited) == []
    shoot(visited, "sign")
    visited.goto(f"{app.origin}/session/")
    expect(visited.locator("h1")).to_contain_text("We cannot decide now")


def test_the_session_opens_without_a_network_after_the_questions_before_it(
    visited: Page, app: LiveApp
) -> None:
    app.kill()
    visited.goto(f"{app.origin}/session/")
    expect(visited.locator("h1")).to_contain_text("We cannot decide now")
    visited.goto(f"{app.origin}/check-in/QS/?kind=session")
    Finger(visited).press("None of these")
    expect(visited.locator("session-player h1")).to_contain_text("Before you start")
    assert visited.url == f"{app.origin}/session/"


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
    for answer in ("Heel, foot", "4", "Nothing else is new", "Yes, that is right"):
        visited.get_by_role("button", name=answer).first.click()
    expect(visited.locator("session-player[data-page='settle'] .player-figure svg")).to_be_visible()
    visited.get_by_role("button", name="Stop", exact=True).click()
    expect(visited.locator("session-player[data-page='ended']")).to_be_visible()
    visited.goto(f"{app.origin}/session/")
    expect(visited.locator("session-player[data-page='stale']")).to_be_visible()


def test_two_notes_from_one_copy_are_two_notes(
    visited: Page, app: LiveApp, context: BrowserContext
) -> None:
    context.set_offline(True)
    for words in ("stiff", "better"):
        note_without_a_network(visited, app, words)
    context.set_offline(False)
    visited.goto(f"{app.origin}/outbox/")
    until(visited, STAGES, ["sent", "sent"])
    visited.goto(f"{app.origin}/diary/")
    assert visited.locator("p.diary-note").count() == 2


def test_an_outbox_saved_as_a_file_comes_into_another_diary_once(
    visited: Page, app: LiveApp, tmp_path: Path
) -> None:
    app.kill()
    note_without_a_network(visited, app, "kept on the phone")
    visited.goto(f"{app.origin}/outbox/")
    with visited.expect_download() as saving:
        visited.locator("[data-outbox-save]").click()
    file = tmp_path / "outbox.json"
    saving.value.save_as(file)
    assert [one["what"] for one in json.loads(file.read_text())["events"]] == ["form"]
    with running(app.data_dir) as anew:
        fresh: Any = visited.context.browser
        page = fresh.new_page()
        page.goto(anew.entry)
        for told in ("1 new in your diary", "1 were there already"):
            page.goto(f"{anew.origin}/outbox/file/")
            page.set_input_files("#file", file)
            page.get_by_role("button", name="Take it in").click()
            expect(page.locator("main")).to_contain_text(told)
        page.goto(f"{anew.origin}/diary/")
        assert page.locator("p.diary-note", has_text="kept on the phone").count() == 1
        page.close()


def test_whoever_is_forgotten_leaves_nothing_in_this_browser(
    visited: Page, app: LiveApp, context: BrowserContext
) -> None:
    context.set_offline(True)
    note_without_a_network(visited, app, "a secret")
    context.set_offline(False)
    once_back(visited, f"{app.origin}/settings/forget/")
    finger = Finger(visited)
    finger.choose("sure", "forget")
    finger.press("Go on")
    expect(visited.locator("h1")).to_contain_text("Everything is erased")
    until(visited, LEFT, {"caches": [], "databases": [], "marks": []})


def test_a_browser_that_had_cleared_what_it_kept_is_told_once(visited: Page, app: LiveApp) -> None:
    visited.evaluate("localStorage.setItem('spineward-made', 'another')")
    visited.goto(app.origin)
    expect(visited.locator("[data-shell-state]")).to_contain_text("had cleared what waited")
    visited.goto(f"{app.origin}/outbox/")
    expect(visited.locator("[data-outbox-lost]")).to_be_visible()
    visited.goto(f"{app.origin}/outbox/")
    expect(visited.locator("[data-outbox]")).to_be_visible()
    expect(visited.locator("[data-outbox-lost]")).to_be_hidden()


def test_a_browser_that_keeps_nothing_says_so_and_still_shows_its_pages(
    context: BrowserContext, app: LiveApp
) -> None:
    refuse = "indexedDB.open = () => { throw new DOMException('no', 'SecurityError') }"
    context.add_init_script(refuse)
    page = context.new_page()
    page.goto(app.entry)
    expect(page.locator("[data-shell-state]")).to_contain_text("This browser keeps nothing")
    page.goto(f"{app.origin}/outbox/")
    expect(page.locator("[data-outbox-none]")).to_be_visible()
    expect(page.locator("[data-outbox]")).to_be_hidden()


def test_an_entry_whose_answer_was_lost_on_the_way_counts_once(
    visited: Page, app: LiveApp, context: BrowserContext
) -> None:
    context.set_offline(True)
    note_without_a_network(visited, app, "said once")
    visited.goto(f"{app.origin}/outbox/")
    lost: list[str] = []

    def lose(route: Any) -> None:
        if route.request.method == "PUT" and not lost:
            lost.append(str(route.fetch().status))
            route.abort()
        else:
            route.continue_()

    context.route("**/outbox/*/", lose)
    context.set_offline(False)
    until(visited, STAGES, ["sent"])
    assert lost == ["201"]
    visited.goto(f"{app.origin}/diary/")
    assert visited.locator("p.diary-note", has_text="said once").count() == 1


@pytest.fixture
def newer(visited: Page) -> Page:
    """A browser to which another worker has come than the one that runs."""
    visited.evaluate("navigator.serviceWorker.register('/worker.js?newer', {scope: '/'})")
    return visited


def test_a_new_version_waits_for_a_word_and_never_asks_in_a_session(
    newer: Page, app: LiveApp
) -> None:
    until(newer, WAITING)
    newer.goto(app.origin)
    expect(newer.locator("[data-new-version]")).to_be_visible()
    newer.goto(f"{app.origin}/session/")
    expect(newer.locator("[data-new-version]")).to_be_hidden()
    newer.goto(app.origin)
    until(newer, WAITING_AS, "/worker.js")
    with newer.expect_navigation():
        newer.get_by_role("button", name="Use it now").click()
    until(newer, WAITING, False)
    expect(newer.locator("[data-new-version]")).to_be_hidden()
