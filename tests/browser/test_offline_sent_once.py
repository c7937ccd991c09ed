"""Does what is entered without a network arrive once, when the network is back?

Hazards: H-01, H-14, H-22.
"""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import way
from tests.browser.conftest import Axe, Shoot
from tests.browser.hands import Finger, until
from tests.browser.live import LiveApp, running
from tests.browser.offline import STAGES, app, note_without_a_network, visited

__all__ = ["app", "visited"]


LONGER_THAN_THE_FIRST_PAUSE = 2_200
"""Milliseconds in which a page whose clock goes would have tried again."""


def answer_the_day(finger: Finger) -> None:
    """The pages of the day, from the body chart to the end."""
    with finger.page.expect_navigation():
        finger.page.locator("button[value='nothing']").click()
    way.day(finger)


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
    expect(visited.locator(".diary-check_in")).to_have_count(2)


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
    expect(visited.locator("p.diary-note", has_text="sent by hand")).to_have_count(1)


def by_the_page(request: Any) -> bool:
    """Does the page send an entry, and not the worker beside it?"""
    return request.method == "PUT" and request.service_worker is None


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
    expect(visited.locator("p.diary-note")).to_have_count(2)


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
        expect(page.locator("p.diary-note", has_text="kept on the phone")).to_have_count(1)
        page.close()


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
    expect(visited.locator("p.diary-note", has_text="said once")).to_have_count(1)
