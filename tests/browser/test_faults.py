"""Is nothing lost when the program is killed, a form is sent twice, or another tab is open?"""

import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser import way
from tests.browser.conftest import PHONE
from tests.browser.hands import PATIENCE, Finger
from tests.browser.live import LiveApp, running

pytestmark = [
    pytest.mark.usefixtures("plain_session"),
    pytest.mark.browser_context_args(service_workers="block"),
]
"""The session pages of the server; the player has tests of its own."""


@pytest.fixture
def open_door(tmp_path: Path) -> Iterator[Path]:
    """A data folder for servers that let everyone in: two in a row share it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPINEWARD_TOKEN_GATE", "off")
        yield tmp_path / "kept"


@pytest.fixture
def guest(browser: Browser) -> Iterator[Page]:
    """A page that may visit one server after the other."""
    context = browser.new_context(viewport=PHONE, service_workers="block")
    context.set_default_timeout(PATIENCE)
    context.route("**/built/session-player.js", lambda route: route.abort())
    yield context.new_page()
    context.close()


def test_a_session_goes_on_at_the_same_step_after_the_program_was_killed(
    open_door: Path, guest: Page
) -> None:
    with running(open_door) as live:
        finger = Finger(guest)
        guest.goto(live.origin)
        way.first_check_in(finger)
        finger.follow("Start session")
        finger.press("Yes, start")
        movement = guest.inner_text("h1")
        finger.press("I have done this set")
        question = guest.inner_text("h1")
        assert question != movement
        live.kill()
    with running(open_door) as live:
        guest.goto(live.origin)
        guest.get_by_role("link", name="Go on with it").click()
        expect(guest.locator("h1")).to_have_text(question)
        finger.press("Just as before")
        finger.press("The same as right after")
        expect(guest.get_by_role("button", name="Go on")).to_be_visible()


def test_a_check_in_goes_on_where_it_was_after_the_program_was_killed(
    open_door: Path, guest: Page
) -> None:
    with running(open_door) as live:
        finger = Finger(guest)
        guest.goto(live.origin)
        finger.follow("Start")
        for _ in range(3):
            finger.press("None of these")
        live.kill()
    with running(open_door) as live:
        guest.goto(live.origin)
        finger.follow("check-in")
        expect(guest).to_have_url(re.compile("/Q4/"))


def test_two_tabs_that_send_the_same_answer_make_one_entry(
    home: Page, context: BrowserContext, app: LiveApp
) -> None:
    way.first_check_in(Finger(home))
    home.goto(app.origin + "/diary/note/")
    other = context.new_page()
    other.goto(app.origin + "/diary/note/")
    same = home.locator("input[name=client_id]").get_attribute("value")
    other.evaluate("id => document.querySelector('[name=client_id]').value = id", same)
    for tab in (home, other):
        tab.fill("textarea", "written once")
        Finger(tab).press("Save the note")
    expect(other.get_by_text("written once")).to_have_count(1)


def test_a_form_sent_again_by_the_back_button_makes_one_entry(home: Page, app: LiveApp) -> None:
    home.goto(app.origin + "/diary/note/")
    home.fill("textarea", "written once")
    id = home.locator("input[name=client_id]").get_attribute("value")
    guard = home.locator("input[name=csrfmiddlewaretoken]").get_attribute("value") or ""
    sent: dict[str, str | float | bool] = {
        "note": "written once",
        "client_id": id or "",
        "csrfmiddlewaretoken": guard,
    }
    for _ in range(2):
        answer = home.request.post(app.origin + "/diary/note/", form=sent)
        assert answer.ok
    home.goto(app.origin + "/diary/")
    expect(home.get_by_text("written once")).to_have_count(1)


def test_the_address_with_the_token_opens_one_browser_only(
    home: Page, app: LiveApp, browser: Browser
) -> None:
    expect(home.get_by_role("link", name="Start")).to_be_visible()
    assert "token" not in home.url
    stranger = browser.new_context()
    page = stranger.new_page()
    page.goto(app.entry)
    expect(page.get_by_role("heading", level=1)).to_have_text("This diary is locked")
    page.get_by_role("link", name="Is this an emergency?").click()
    expect(page.locator("a[href='tel:112']")).to_be_visible()
    stranger.close()


def test_an_old_session_address_leads_on_and_breaks_nothing(home: Page, app: LiveApp) -> None:
    home.goto(app.origin + "/session/1b4e28ba-2fa1-11d2-883f-0016d3cca427/")
    expect(home.get_by_role("heading", level=1)).to_have_text("There is no such page")
    home.get_by_role("link", name="Go to Today").click()
    expect(home.get_by_role("link", name="Start")).to_be_visible()


def test_a_taken_port_is_said_plainly_and_nothing_starts(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        spineward = Path(sys.executable).with_name("spineward")
        done = subprocess.run(
            [spineward, "up", "--no-browser", "--port", str(port), "--data-dir", tmp_path],
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
    assert done.returncode == 1
    assert f"Port {port} is taken" in done.stderr
    assert "Traceback" not in done.stderr
