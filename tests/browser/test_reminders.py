"""Does the reminders page tell the truth about notices, and remind where there are none?

A Chromium without a screen has no notices: its `Notification.permission` is "denied" whatever was
granted. So a stand-in shows them here; that the permission changes is the browser's own event.
"""

from collections.abc import Iterator
from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Axe, Shoot
from tests.browser.live import LiveApp

HOME = ZoneInfo("Europe/Berlin")
"""Where the browser of these tests is."""
PAGE = "/settings/reminders/"
TOLD = {
    "default": "You have not been asked yet.",
    "granted": "Notices are allowed.",
    "denied": "Notices are blocked in your browser.",
}
STAND_IN = """
window.shown = []
window.asked = 0
function show(title, more) {
  window.shown.push([title, more.body])
  document.documentElement.dataset.notice = title
}
window.Notification = class extends EventTarget {
  static permission = 'STATE'
  static async requestPermission() {
    window.asked += 1
    Notification.permission = 'granted'
    return 'granted'
  }
  constructor(title, more) {
    super()
    show(title, more)
    queueMicrotask(() => this.dispatchEvent(new Event('show')))
  }
}
ServiceWorkerRegistration.prototype.showNotification = async (title, more) => show(title, more)
"""


@pytest.fixture(scope="module")
def app(open_app: LiveApp) -> LiveApp:
    """The server of this module."""
    return open_app


@pytest.fixture
def chosen(page: Page, app: LiveApp) -> Iterator[Page]:
    """The reminders page of someone who chose nine o'clock, and breaks from sitting."""
    page.goto(f"{app.origin}{PAGE}sessions/")
    page.get_by_label("First time").select_option("09:00")
    page.get_by_role("button", name="Save").click()
    yield page
    for kind in ("sessions", "sitting"):
        page.request.post(f"{app.origin}{PAGE}{kind}/off/", form=_guard(page))


def _guard(page: Page) -> dict[str, str | float | bool]:
    found = page.locator("input[name=csrfmiddlewaretoken]").first
    return {"csrfmiddlewaretoken": found.get_attribute("value") or "" if found.count() else ""}


def allow(page: Page, state: str) -> None:
    """From the next page on, the browser says this of notices."""
    page.add_init_script(STAND_IN.replace("STATE", state))
    page.reload()


def says(page: Page, words: str) -> None:
    """Wait until the panel says so, and nothing else: before its script it says that none runs."""
    expect(page.locator("[data-state]:visible")).to_have_count(1)
    expect(page.locator("[data-state]:visible")).to_contain_text(words)


@pytest.mark.parametrize("state", TOLD)
def test_each_state_of_the_permission_is_said_in_words(
    chosen: Page, axe: Axe, shoot: Shoot, state: str
) -> None:
    allow(chosen, state)
    says(chosen, TOLD[state])
    assert axe(chosen) == []
    shoot(chosen, f"reminders-{state}")


def test_a_permission_that_changes_in_the_settings_is_seen_at_once(chosen: Page) -> None:
    allow(chosen, "default")
    expect(chosen.get_by_text(TOLD["default"])).to_be_visible()
    chosen.evaluate("Notification.permission = 'granted'")
    chosen.context.grant_permissions(["notifications"])
    expect(chosen.get_by_text(TOLD["granted"])).to_be_visible()
    chosen.evaluate("Notification.permission = 'default'")
    chosen.context.clear_permissions()
    expect(chosen.get_by_text(TOLD["default"])).to_be_visible()


def test_a_browser_without_notices_says_so(chosen: Page) -> None:
    chosen.add_init_script("delete window.Notification")
    chosen.reload()
    says(chosen, "cannot show notices here")


def test_the_browser_asks_only_once_the_person_taps(chosen: Page) -> None:
    allow(chosen, "default")
    button = chosen.get_by_role("button", name="Allow notices")
    button.wait_for()
    assert chosen.evaluate("window.asked") == 0
    button.click()
    expect(chosen.get_by_text(TOLD["granted"])).to_be_visible()
    assert chosen.evaluate("window.asked") == 1


def test_a_test_notice_is_shown_on_demand(chosen: Page) -> None:
    allow(chosen, "granted")
    chosen.get_by_role("button", name="Show a test notice").click()
    expect(chosen.get_by_text("The test notice is on its way.")).to_be_visible()
    assert chosen.evaluate("window.shown") == [["Spineward", "This is how a reminder looks."]]


def remind(page: Page, app: LiveApp) -> None:
    """Today stays open until ten seconds before nine; then its clock goes only when it is told."""
    today = datetime.now(HOME).date()
    page.clock.install(time=datetime.combine(today, time(8, 30), HOME))
    with page.expect_response("**/due/"):
        page.goto(app.origin + "/")
    page.wait_for_load_state("networkidle")
    page.clock.pause_at(datetime.combine(today, time(8, 59, 50), HOME))


def test_without_notices_an_open_page_shows_the_reminder_once(
    chosen: Page, app: LiveApp, axe: Axe, shoot: Shoot
) -> None:
    allow(chosen, "denied")
    remind(chosen, app)
    note = chosen.locator(".reminder__note")
    expect(note).to_be_hidden()
    chosen.clock.run_for(15_000)
    expect(note).to_be_visible()
    expect(note).to_contain_text("Check in first.")
    chosen.clock.resume()  # what looks at the page needs a clock that goes
    assert axe(chosen) == []
    shoot(chosen, "reminder-on-a-page")
    chosen.get_by_role("button", name="Close").click()
    expect(note).to_be_hidden()
    chosen.reload()
    chosen.wait_for_load_state("networkidle")
    expect(note).to_be_hidden()


def test_where_notices_are_allowed_one_is_shown_in_place_of_the_line(
    chosen: Page, app: LiveApp
) -> None:
    allow(chosen, "granted")
    remind(chosen, app)
    chosen.clock.run_for(15_000)
    told = chosen.locator("html[data-notice]")
    expect(told).to_have_attribute("data-notice", "Spineward: a short check-in")
    assert len(chosen.evaluate("window.shown")) == 1
    expect(chosen.locator(".reminder__note")).to_be_hidden()


def test_while_the_server_cannot_be_asked_no_session_is_shown(chosen: Page, app: LiveApp) -> None:
    allow(chosen, "denied")
    remind(chosen, app)
    chosen.route("**/due/", lambda route: route.abort())
    with chosen.expect_event("requestfailed"):
        chosen.clock.run_for(15_000)
    chosen.wait_for_timeout(300)
    expect(chosen.locator(".reminder__note")).to_be_hidden()


def test_without_script_everything_can_be_chosen_and_the_page_is_honest(
    browser: Browser, app: LiveApp, chosen: Page
) -> None:
    plain = browser.new_page(java_script_enabled=False)
    plain.goto(app.origin + PAGE)
    plain.get_by_role("link", name="Choose breaks").click()
    plain.get_by_label("Every 30 minutes").check()
    plain.get_by_label("From").select_option("09:00")
    plain.get_by_label("Until").select_option("17:00")
    plain.get_by_role("button", name="Save").click()
    expect(plain.get_by_text("16 a day")).to_be_visible()
    expect(plain.get_by_text("Your browser runs no script here.")).to_be_visible()
    with plain.expect_download() as file:
        plain.get_by_role("link", name="Save the file").click()
    assert file.value.suggested_filename == "spineward.ics"
    plain.close()
